//! Acts on doctors and the team.

use super::super::door::{Cx, Done, Stop, refuse};
use super::super::page::rota::person;
use super::centre::named;
use crate::domain::act::{NewPerson, PeopleAct};
use crate::domain::{CentreId, Msg, Person, PersonId, Role};
use crate::store::sql::{Columns as _, Fields, fields, params};

pub(super) fn run(act: &PeopleAct, cx: &Cx<'_>) -> Result<Done, Stop> {
    match act {
        PeopleAct::Add(person) => {
            insert(cx, cx.centre()?, person)?;
            Ok(Done::said(Msg::new("store-said-person-added").with("name", full(person))))
        }
        PeopleAct::Edit(id, person) => {
            edit(cx, *id, person)?;
            Ok(Done::said(Msg::new("store-said-person-edited").with("name", full(person))))
        }
        PeopleAct::Merge(one, into) => merge(cx, *one, *into),
        PeopleAct::Remove(id) => remove(cx, *id),
    }
}

/// A doctor of the collective, not one entered twice.
fn doctor(cx: &Cx<'_>, id: PersonId) -> Result<Person, Stop> {
    match person(cx.conn, id)? {
        Some(person) if person.role == Role::Doctor && person.same_as.is_none() => Ok(person),
        Some(_) => refuse(Msg::new("store-not-a-doctor")),
        None => refuse(Msg::new("store-gone")),
    }
}

/// One doctor entered twice: the first is read as the second from now on. Nothing that names them changes.
fn merge(cx: &Cx<'_>, one: PersonId, into: PersonId) -> Result<Done, Stop> {
    if one == into {
        return refuse(Msg::new("store-merge-same"));
    }
    let (one, into) = (doctor(cx, one)?, doctor(cx, into)?);
    let mut account = cx.conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM account WHERE person = ?1)")?;
    if account.query_row(params![one.id], |row| row.col(0))? {
        return refuse(Msg::new("store-merge-account").with("name", one.full()));
    }
    cx.set("person", fields! { same_as: into.id }, "id = ?", &[one.id.0])?;
    Ok(Done::said(Msg::new("store-said-merged").with("name", one.full()).with("into", into.full())))
}

/// Takes out a doctor on whom nothing hangs, with what was noted of them alone.
fn remove(cx: &Cx<'_>, id: PersonId) -> Result<Done, Stop> {
    let person = doctor(cx, id)?;
    for table in ["volunteer", "availability", "solicitation", "leaving_word"] {
        cx.run(&format!("DELETE FROM {table} WHERE person = ?1"), params![id])?;
    }
    match cx.run_one("DELETE FROM person WHERE id = ?1", params![id]) {
        Err(Stop::Held(_)) => refuse(Msg::new("store-doctor-used").with("name", person.full())),
        done => done,
    }?;
    Ok(Done::said(Msg::new("store-said-person-removed").with("name", person.full())))
}

fn full(person: &NewPerson) -> String {
    format!("{} {}", person.given, person.family).trim().to_owned()
}

/// Days of presence as they are stored, Monday first.
fn presence(days: [bool; 7]) -> String {
    days.iter().map(|present| if *present { '1' } else { '0' }).collect()
}

/// A role as it is stored: the words of its first column are fixed, so those that came later stand beside it, and there
/// the role of the team that may do the least.
const fn stored(role: Role) -> (Role, Option<Role>) {
    match role {
        Role::Doctor | Role::Coordination | Role::Assistant | Role::Nurse => (role, None),
        Role::HeadOffice | Role::FiguresOnly => (Role::Assistant, Some(role)),
    }
}

/// What is known of a person, as it is stored.
fn row(person: &NewPerson) -> Result<Fields, Stop> {
    let (role, beside) = stored(person.role);
    Ok(fields! {
        given: person.given.trim(),
        family: person.family.trim(),
        role: role,
        role_beside: beside,
        phone: person.phone,
        email: person.email,
        presence: presence(person.presence),
        ended: person.ended,
        status: person.doctor.status,
        department: person.doctor.department,
        birth_year: person.doctor.birth_year,
        rpps: person.doctor.rpps,
        pioneer: person.doctor.pioneer,
    })
}

/// Adds a person and says their number.
pub(super) fn insert(cx: &Cx<'_>, centre: CentreId, person: &NewPerson) -> Result<PersonId, Stop> {
    named(&person.family)?;
    cx.add("person", row(person)?.and(fields! { centre: centre })).map(PersonId)
}

/// Changes what is known of a person.
pub(super) fn edit(cx: &Cx<'_>, id: PersonId, person: &NewPerson) -> Result<(), Stop> {
    named(&person.family)?;
    if person.role != Role::Doctor {
        let mut stays = cx.conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM stay WHERE doctor = ?1)")?;
        if stays.query_row(params![id], |row| row.col::<bool>(0))? {
            return refuse(Msg::new("store-doctor-has-stays").with("name", full(person)));
        }
    }
    // A doctor may be every centre's.
    let which = "id = ? AND (centre = ? OR role = 'Doctor')";
    cx.set("person", row(person)?, which, &[id.0, cx.centre()?.0])
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, s};
    use super::*;
    use crate::domain::Who;
    use crate::domain::act::Act;
    use crate::domain::record::{AVAILABILITY, VOLUNTEER, Volunteer};
    use crate::protocol::{Reply, question};

    fn wishes(person: PersonId) -> Act {
        let known = Volunteer { wishes: "au printemps".into(), ..Volunteer::default() };
        Act::Record(crate::domain::act::RecordAct::Put(&VOLUNTEER, None, known.values(person)))
    }

    #[test]
    fn a_doctor_entered_twice_is_one_from_then_on_and_two_again_after_undo() {
        let mut desk = Desk::new();
        let (vidal, twin) = (desk.doctor("Vidal"), desk.doctor("VIDAL"));
        let (first, second) = (desk.stay(vidal, s(49)), desk.stay(twin, s(51)));
        desk.act(GARNIER, wishes(twin));
        let rota = |desk: &Desk| desk.ask(question::Frame).rota;
        let stays_of = |desk: &Desk, who| rota(desk).stays.of(who).map(|s| s.id).collect::<Vec<_>>();
        let before = desk.dump();
        desk.act(GARNIER, PeopleAct::Merge(twin, vidal));
        assert_eq!(stays_of(&desk, vidal), [first, second]);
        assert_eq!(rota(&desk).people.doctors().map(|p| p.id).collect::<Vec<_>>(), [vidal]);
        let collective = desk.ask(question::Collective);
        assert_eq!(collective.volunteer(vidal).map(|v| v.wishes.as_str()), Some("au printemps"));
        assert_eq!(collective.stays.of(vidal).count(), 2);
        // Nothing hangs on the twin any more, and no ring can be made.
        assert_eq!(desk.refused(GARNIER, PeopleAct::Merge(vidal, twin)), "store-not-a-doctor");
        assert_eq!(desk.refused(GARNIER, PeopleAct::Merge(vidal, vidal)), "store-merge-same");
        assert!(matches!(desk.store.undo(Who::is(GARNIER), desk.now), Reply::Saved { .. }));
        assert_eq!(stays_of(&desk, twin), [second]);
        assert_eq!(desk.dump(), before);
    }

    #[test]
    fn a_doctor_goes_as_long_as_nothing_hangs_on_them() {
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        desk.stay(vidal, s(49));
        desk.act(GARNIER, wishes(roche));
        desk.act(
            GARNIER,
            AVAILABILITY.put([
                ("person", roche.into()),
                ("from_day", s(50).monday().into()),
                ("to_day", s(50).sunday().into()),
                ("answer", crate::domain::record::Value::choice("Yes")),
                ("note", "".into()),
            ]),
        );
        assert_eq!(desk.refused(GARNIER, PeopleAct::Remove(vidal)), "store-doctor-used");
        assert_eq!(desk.refused(GARNIER, PeopleAct::Remove(GARNIER)), "store-not-a-doctor");
        desk.act(GARNIER, PeopleAct::Remove(roche));
        assert!(desk.ask(question::Collective).availability.is_empty());
        assert!(matches!(desk.store.undo(Who::is(GARNIER), desk.now), Reply::Saved { .. }));
        assert_eq!(desk.ask(question::Collective).availability.len(), 1);
    }

    #[test]
    fn what_is_known_of_volunteers_is_of_the_coordination() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        desk.act(GARNIER, wishes(vidal));
        let read = desk.store.ask(question::Collective, Who::is(vidal), desk.now).unwrap();
        assert_eq!(read, crate::domain::collective::Collective::default());
        assert_eq!(desk.refused(vidal, wishes(vidal)), "rights-coordination");
    }
}
