//! Reads Aujourd'hui: of what stays need only what is late or soon due, whatever the years before hold.

use rusqlite::Connection;

use super::super::StoreError;
use super::prepared::{Twins, listed, papers, tasks};
use super::{agenda, calls, care};
use crate::domain::briefing::Reader;
use crate::domain::care::CareList;
use crate::domain::day_close::{ASKED_FOR, to_close};
use crate::domain::prepared::Prepared;
use crate::domain::record::{ASSET, Asset, BOOKING, Booking, PAPER_KIND, PaperKind, TENANT, TRAVEL, Tenant, Travel};
use crate::domain::rights::{Right, has, reads_words};
use crate::domain::today::{Due, Sources, horizon, to_discuss, today};
use crate::domain::{Centre, Day, Now, Rota};

/// The open tasks of the stays of which one is due by a day: what one of them waits for is among them.
const DUE: &str = "state = 'ToDo' AND stay IN (
    SELECT t.stay FROM task t JOIN stay s ON s.id = t.stay
    WHERE t.centre = ?1 AND t.state = 'ToDo' AND s.state IN ('Option', 'Confirmed')
      AND coalesce(t.on_day, t.days + CASE t.anchor WHEN 'Arrival' THEN s.from_day ELSE s.to_day END) <= ?2)";

/// What is late, and what is out: what the alerts of the preparation are made of.
pub(super) fn late(conn: &Connection, centre: &Centre, day: Day) -> Result<Prepared, StoreError> {
    let twins = Twins::of(conn)?;
    let bookings = listed(conn, centre, &BOOKING, "to_day IS NULL", &[], Booking::of)?;
    let assets = if bookings.is_empty() { Vec::new() } else { listed(conn, centre, &ASSET, "TRUE", &[], Asset::of)? };
    let out = "stay IN (SELECT stay FROM booking WHERE centre = ?1 AND to_day IS NULL)";
    let travels = if bookings.is_empty() { Vec::new() } else { listed(conn, centre, &TRAVEL, out, &[], Travel::of)? };
    let tasks = tasks(conn, centre, DUE, day.0.into(), &twins)?;
    Ok(Prepared { tasks, bookings, assets, travels, ..Prepared::default() })
}

/// What a member of the team has to do; nothing for a doctor, whom the team only asks.
pub(super) fn due(
    conn: &Connection,
    centre: &Centre,
    reader: Reader,
    rota: &Rota,
    now: Now,
) -> Result<Vec<Due>, StoreError> {
    let id = match reader {
        Reader::Team(id) => id,
        Reader::Stay(stay) => {
            let Some(stay) = rota.stay(stay) else { return Ok(Vec::new()) };
            return Ok(to_discuss(stay, &care::open(conn, centre, CareList::Concertations, now)?.concertations, now));
        }
    };
    let Some(person) = rota.people.get(id).filter(|person| has(person, Right::Prepare, now.day)) else {
        return Ok(Vec::new());
    };
    let theirs = |right| has(person, right, now.day);
    let mut known = late(conn, centre, horizon(rota, now.day))?;
    let near = "stay IN (SELECT id FROM stay WHERE centre = ?1 AND to_day >= ?2)";
    known.travels = listed(conn, centre, &TRAVEL, near, &[i64::from(now.day.0) - NEAR], Travel::of)?;
    if theirs(Right::Rota) {
        known.tenants = listed(conn, centre, &TENANT, "to_day >= ?2", &[now.day.0.into()], Tenant::of)?;
    }
    let called = if theirs(Right::Doctors) {
        known.kinds = listed(conn, centre, &PAPER_KIND, "remind_days IS NOT NULL", &[], PaperKind::of)?;
        if !known.kinds.is_empty() {
            known.papers = papers(conn, centre, ENDING, now.day.0.into(), &Twins::of(conn)?)?;
        }
        calls(conn, centre, rota, now)?
    } else {
        Vec::new()
    };
    let closed = agenda::closed(conn, centre.id, now.day.plus(-ASKED_FOR))?;
    let to_close = to_close(rota, &closed, agenda::since(conn, centre.id)?, now);
    let around = care::come(conn, centre, reads_words(person.role, centre), now)?;
    Ok(today(id, Sources { known: &known, to_close: &to_close, to_call: &called, care: &around }, rota, now))
}

/// How many patients the role of a member of the team follows beside the points.
pub(super) fn followed(conn: &Connection, centre: &Centre, reader: Reader, rota: &Rota) -> Result<usize, StoreError> {
    let Reader::Team(id) = reader else { return Ok(0) };
    let Some(person) = rota.people.get(id).filter(|person| reads_words(person.role, centre)) else { return Ok(0) };
    care::followed_by(conn, centre, person.role)
}

/// Days after a stay in which its voyage is still looked at: a key may be out.
const NEAR: i64 = 60;

/// The papers of whoever has one whose end is near; months are a little longer or shorter than their mean.
const ENDING: &str = "person IN (
    SELECT p.person FROM paper p JOIN paper_kind k ON k.id = p.kind
    WHERE p.centre = ?1 AND p.received_on IS NOT NULL
      AND coalesce(p.valid_until, coalesce(p.dated, p.received_on) + k.months * 30.44)
        BETWEEN ?2 - k.remind_days - 4 AND ?2 + k.remind_days + 4)";

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, POST, s, someone};
    use super::*;
    use crate::domain::act::{Act, NewStay, PeopleAct, RecordAct, StayAct};
    use crate::domain::alert::Alert;
    use crate::domain::record::{Anchor, AssetKind, PAPER, Record, TASK_TEMPLATE, TaskTemplate, Value, Values};
    use crate::domain::today::{What, When};
    use crate::domain::{PersonId, Role, StayId, StayState, Who};
    use crate::protocol::{Reply, Write, question};

    fn put(desk: &mut Desk, record: &'static Record, values: Values) -> i64 {
        desk.act(GARNIER, Act::Record(RecordAct::Put(record, None, values)));
        desk.last(record.table.0)
    }

    fn template(what: &str, days: i32, owner: Role, after: &str) -> Values {
        TaskTemplate {
            what: what.into(),
            anchor: Anchor::Arrival,
            days,
            owner,
            person: None,
            before_arrival: true,
            after: after.into(),
            length: None,
            statuses: Vec::new(),
        }
        .values()
    }

    /// On Friday of S48: a nurse, who prepares the welcome, and the coordination, who writes the contract.
    fn desk() -> (Desk, PersonId) {
        let mut desk = Desk::new();
        desk.act(GARNIER, PeopleAct::Add(someone("Nadia", "Petit", Role::Nurse)));
        let nurse = PersonId(desk.last("person"));
        put(&mut desk, &TASK_TEMPLATE, template("Contrat", -20, Role::Coordination, ""));
        put(&mut desk, &TASK_TEMPLATE, template("Ordre", -14, Role::Coordination, "Contrat"));
        put(&mut desk, &TASK_TEMPLATE, template("Accueil", -10, Role::Nurse, ""));
        (desk, nurse)
    }

    fn stay(desk: &mut Desk, week: u32) -> StayId {
        let doctor = desk.doctor("Vidal");
        desk.stay(doctor, s(week))
    }

    fn shown(desk: &Desk, who: PersonId) -> Vec<(When, String)> {
        let page = desk.asks(who, question::Briefing(Reader::Team(who)));
        let said = |due: &Due| match &due.what {
            What::Task(task) => task.what.what.clone(),
            What::CatchUp { count, .. } => format!("rattrapage {count}"),
            What::KeyOut { key, .. } => key.clone(),
            What::PaperEnds { kind, .. } => kind.clone(),
            other => format!("{other:?}").split([' ', '(']).next().unwrap_or_default().to_owned(),
        };
        page.due.iter().map(|due| (due.when, said(due))).collect()
    }

    fn alerts(desk: &Desk, who: PersonId) -> Vec<Alert> {
        let of_stays = |a: &Alert| matches!(a, Alert::TasksLate { .. } | Alert::CatchUp { .. } | Alert::KeyOut { .. });
        desk.asks(who, question::Frame).alerts.into_iter().filter(of_stays).collect()
    }

    #[test]
    fn a_late_task_is_an_alert_of_the_coordination_and_of_its_owner_until_it_is_done() {
        let (mut desk, nurse) = desk();
        let stay = stay(&mut desk, 52);
        assert!(alerts(&desk, GARNIER).is_empty());
        assert_eq!(shown(&desk, GARNIER), [(When::Week, "Contrat".to_owned())]);
        // Contrat is due on 1 December, Accueil on the 11th; Ordre waits for the contract.
        desk.now.day = s(51).monday();
        assert_eq!(alerts(&desk, GARNIER), [Alert::TasksLate { stay, count: 2 }]);
        assert_eq!(alerts(&desk, nurse), [Alert::TasksLate { stay, count: 1 }]);
        let late = |what: &str| (When::Late, what.to_owned());
        assert_eq!(shown(&desk, GARNIER), [late("Contrat"), late("Accueil")]);
        assert_eq!(shown(&desk, nurse), [late("Accueil")]);
        // One key settles it; what waited for it comes.
        let page = desk.ask(question::Briefing(Reader::Team(GARNIER)));
        let (record, row, values) = page.due[0].settled(GARNIER, desk.now).unwrap();
        let write = Write::of(Act::Record(RecordAct::Put(record, Some(row.id), values)));
        let reply = desk.store.write(&write, Who::is(GARNIER), desk.now);
        assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
        assert_eq!(shown(&desk, GARNIER), [late("Ordre"), late("Accueil")]);
        let now = desk.now;
        assert!(matches!(desk.store.undo(Who::is(GARNIER), now), Reply::Saved { .. }));
        assert_eq!(shown(&desk, GARNIER), [late("Contrat"), late("Accueil")]);
    }

    #[test]
    fn a_stay_confirmed_late_is_one_line_and_one_alert() {
        let (mut desk, nurse) = desk();
        let stay = stay(&mut desk, 49);
        assert_eq!(alerts(&desk, GARNIER), [Alert::CatchUp { stay, count: 3 }]);
        assert_eq!(alerts(&desk, nurse), [Alert::CatchUp { stay, count: 1 }]);
        let mine = shown(&desk, GARNIER);
        assert_eq!(mine[0], (When::Late, "rattrapage 3".to_owned()));
        assert_eq!(mine.iter().filter(|(_, what)| what == "Contrat").count(), 0);
        // An option is nobody's alert yet.
        let other = desk.doctor("Roche");
        let option = NewStay::plain(POST, other, s(50).monday(), s(50).monday().plus(5), StayState::Option);
        desk.act(GARNIER, StayAct::Add(option));
        assert_eq!(alerts(&desk, GARNIER).len(), 1);
    }

    #[test]
    fn a_key_that_is_out_after_the_stay_is_an_alert_until_it_is_back() {
        let (mut desk, nurse) = desk();
        let stay = stay(&mut desk, 49);
        let key = [("name", "Clé 1".into()), ("kind", AssetKind::Key.value()), ("places", Value::Count(1))];
        let key = put(&mut desk, &ASSET, key.into_iter().collect());
        let lent = [
            ("asset", Value::Number(key)),
            ("stay", Value::Number(stay.0)),
            ("from_day", s(49).monday().into()),
            ("from_minute", Value::Count(480)),
            ("to_minute", Value::Count(0)),
            ("places", Value::Count(1)),
        ];
        put(&mut desk, &BOOKING, lent.into_iter().collect());
        let out = |desk: &Desk| alerts(desk, nurse).iter().filter(|a| matches!(a, Alert::KeyOut { .. })).count();
        desk.now.day = s(49).monday().plus(5);
        assert_eq!(out(&desk), 0, "the last day");
        desk.now.day = s(50).monday();
        assert_eq!(out(&desk), 1);
        let page = desk.asks(nurse, question::Briefing(Reader::Team(nurse)));
        let due = page.due.iter().find(|due| matches!(due.what, What::KeyOut { .. })).unwrap();
        let (record, row, values) = due.settled(nurse, desk.now).unwrap();
        desk.act(nurse, Act::Record(RecordAct::Put(record, Some(row.id), values)));
        assert_eq!(out(&desk), 0);
    }

    #[test]
    fn a_paper_that_ends_is_told_to_who_keeps_the_collective() {
        let (mut desk, nurse) = desk();
        let doctor = desk.doctor("Vidal");
        let kind = crate::domain::preparation::ready_papers(ToOwned::to_owned);
        let kind = kind.into_iter().find(|kind| kind.remind_days.is_some() && kind.months.is_some()).unwrap();
        let (name, months) = (kind.name.clone(), kind.months.unwrap());
        let id = put(&mut desk, &PAPER_KIND, kind.values());
        let received = desk.now.day.plus(10 - i32::try_from(months * 61 / 2).unwrap());
        let paper = [("kind", Value::Number(id)), ("person", doctor.into()), ("received_on", received.into())];
        put(&mut desk, &PAPER, paper.into_iter().collect());
        assert_eq!(shown(&desk, GARNIER).into_iter().map(|(_, what)| what).collect::<Vec<_>>(), [name]);
        assert!(shown(&desk, nurse).is_empty());
    }
}
