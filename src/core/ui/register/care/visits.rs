//! Visites régulières: who is to be visited, by the week that is due.

use super::super::key_in;
use super::super::listing::List;
use super::{date, detail, on, own_role, patient, remove, row, signed, titled};
use ratatui::text::Line;

use crate::domain::agenda::{EntryKind, NewEntry};
use crate::domain::care::distance::Distances;
use crate::domain::care::{Care, CareList};
use crate::domain::collective::Listed;
use crate::domain::record::{FollowedBy, REGULAR_VISIT, RegularVisit, Value, Written};
use crate::domain::rights::Right;
use crate::domain::{IsoWeek, Msg};
use crate::protocol::{Page, Query};
use crate::ui::form::entry::EntryForm;
use crate::ui::form::record::RecordForm;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Goto, Meaning, Scope, rights};

/// Minutes a visit takes where nothing else is said.
const USUAL_MINUTES: u32 = 30;

/// The register "Visites régulières".
#[derive(Debug, Clone, Default)]
pub struct Visits {
    care: Care,
}

impl Visits {
    /// The appointment that is proposed for a visit; where no doctor is there in its week, of its Monday.
    fn proposed(&self, Listed { what, row }: &Listed<RegularVisit>, cx: &Cx) -> NewEntry {
        let found = self.care.proposed.get(&row.id);
        let monday = what.next.map_or(cx.now.day, IsoWeek::monday).max(cx.now.day);
        let (day, post) = (found.map_or(monday, |found| found.day), found.map(|found| found.post));
        NewEntry {
            kind: EntryKind::Visit,
            post: post.or_else(|| cx.frame.rota.posts.first().map(|post| post.id)),
            day,
            to: day,
            start: found.map(|found| found.start),
            minutes: u16::try_from(what.minutes).unwrap_or(u16::MAX),
            patient: what.patient.clone(),
            title: if what.patient.is_none() { what.place.clone() } else { String::new() },
            place: what.where_to(),
            item: None,
        }
    }
}

/// Whom a visit is to: a patient, or where several live.
fn whom(what: &RegularVisit) -> String {
    what.patient.as_ref().map_or_else(|| what.place.clone(), patient)
}

impl List for Visits {
    type Id = i64;
    const HINTS: &'static [Action] = &[Action::Plan, Action::Enter, Action::Add, Action::Finish];
    const SCOPE: Scope = Scope::Care;

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::Care(CareList::Visits)]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Care(CareList::Visits, care) = page {
            self.care.clone_from(care);
        }
    }

    fn title(&self, cx: &Cx) -> String {
        titled(CareList::Visits, self.care.visits.iter().filter(|l| l.what.is_open()).count(), cx)
    }

    fn counts(&self) -> bool {
        false
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        let communes = self.care.visits.iter().map(|visit| visit.what.commune.as_str());
        let known = Distances::of(self.care.distances.iter().map(|distance| &distance.what));
        let centre = cx.frame.centre.commune.as_str();
        let missing: Vec<&str> = known.missing_from(centre, communes).into_iter().collect();
        let unknown = || {
            let msg = Msg::new("distance-unknown").with("centre", centre).with("communes", missing.join(", "));
            (cx.words.say(&msg), Meaning::Watch)
        };
        let how = (cx.t("visit-how"), Meaning::Dim);
        let said = std::iter::once(how).chain((!missing.is_empty()).then(unknown));
        said.into_iter().chain(super::old(self.care.old, Self::SCOPE, cx)).collect()
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("visit-whom"), 20, 3),
            Column::new(cx.t("care-commune"), 12, 2),
            Column::new(cx.t("visit-every"), 8, 0),
            Column::new(cx.t("visit-next"), 10, 0),
            Column::new(cx.t("visit-last-on"), 10, 0),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(i64, Row)> {
        let now = cx.now.day.week();
        let cells = |id: i64, what: &RegularVisit| {
            let next = match (what.ended_on, self.care.planned(id), what.next) {
                (Some(day), ..) => cx.words.date(day),
                (None, Some(entry), _) => cx.words.day_in_week(entry.what.day),
                (None, None, Some(week)) => signed(cx.words.week_told(week), week <= now),
                (None, None, None) => String::new(),
            };
            let every = cx.words.say(&Msg::new("visit-every-weeks").with("count", i64::from(what.weeks)));
            vec![whom(what), what.commune.clone(), every, next, date(what.last_on, cx)]
        };
        let late =
            |id: i64, what: &RegularVisit| self.care.planned(id).is_none() && what.next.is_some_and(|week| week <= now);
        let rows = self.care.visits.iter().map(|Listed { row: Written { id, .. }, what }| {
            (*id, row(cells(*id, what), what.is_open(), late(*id, what)))
        });
        rows.collect()
    }

    const DETAIL: u16 = 1;

    fn detail(&self, id: Option<i64>, cx: &Cx) -> Vec<Line<'static>> {
        let Some(listed) = on(&self.care.visits, id) else { return Vec::new() };
        let planned = self.care.planned(listed.row.id).map(|entry| {
            let time = entry.what.start.map_or_else(String::new, |start| cx.words.time(start));
            let msg = Msg::new("visit-planned").with("day", cx.words.day_long(entry.what.day)).with("time", time);
            cx.words.say(&msg)
        });
        let missed = listed.what.missed_week(planned.is_some(), cx.now.day);
        let point = listed.what.point.filter(|_| missed.is_some_and(|week| listed.what.has_point_of(week)));
        let point = point.map(|point| cx.words.say(&Msg::new("visit-of-point").with("item", point.to_string())));
        detail([planned, point, Some(listed.what.place.clone()), Some(listed.what.note.clone())], cx)
    }

    /// Planning writes the agenda, whatever is planned.
    fn right(&self, action: Action, _on: Option<i64>, ask: &Ask, _cx: &Cx) -> Right {
        if action == Action::Plan { Right::Agenda } else { rights::of_ask(ask) }
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.words.say(&Msg::new("visit-empty").with("key", key_in(Action::Add, Self::SCOPE, cx)))
    }

    fn act(&self, action: Action, id: Option<i64>, cx: &Cx) -> Option<Ask> {
        let listed = on(&self.care.visits, id);
        let form = |known| RecordForm::new(&REGULAR_VISIT, known);
        match action {
            Action::Add => {
                let preset = [
                    ("owner", own_role(FollowedBy::Coordination, cx)),
                    ("next", cx.now.day.week().next().into()),
                    ("minutes", Value::Count(USUAL_MINUTES)),
                ];
                Some(Ask::open(form(None).on(preset.into_iter().collect(), &["last_on", "ended_on"])))
            }
            Action::Plan => {
                let listed = listed.filter(|listed| listed.what.is_open())?;
                if let Some(entry) = self.care.planned(listed.row.id) {
                    let what = &entry.what;
                    return Some(Ask::Goto(Goto::Entry(entry.id, what.post, what.day, what.start)));
                }
                Some(Ask::open(EntryForm { known: None, base: self.proposed(listed, cx) }))
            }
            Action::Edit | Action::Enter => Some(Ask::open(form(Some(listed?.row.clone())))),
            Action::Finish => {
                const FIXED: &[&str] = &["patient", "place", "commune", "weeks", "next", "minutes", "owner", "last_on"];
                let listed = listed.filter(|listed| listed.what.is_open())?;
                let preset = [("ended_on", cx.now.day.into())].into_iter().collect();
                Some(Ask::open(form(Some(listed.row.clone())).on(preset, FIXED).about(whom(&listed.what))))
            }
            Action::Forget => super::forget(CareList::Visits, self.care.old, cx),
            Action::Delete => {
                let listed = listed?;
                Some(remove(&REGULAR_VISIT, &listed.row, "visit-remove", whom(&listed.what)))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::PatientRef;
    use crate::domain::act::{Act, AgendaAct};
    use crate::domain::care::visits::Proposed;
    use crate::domain::record::Distance;
    use crate::protocol::Rev;
    use crate::ui::Outcome;
    use crate::ui::form::FormLayer;
    use crate::ui::testing::{Desk, GARNIER, POST, day, keys, opened, written};

    fn regular(place: &str, patient: Option<&str>) -> RegularVisit {
        RegularVisit {
            patient: patient.map(|file| PatientRef {
                file: file.into(),
                initials: Some("M.D.".into()),
                birth_year: Some(1948),
            }),
            place: place.into(),
            commune: "Ladapeyre".into(),
            weeks: 4,
            next: Some(day(2026, 11, 30).week()),
            minutes: 90,
            owner: FollowedBy::Nurse,
            last_on: None,
            point: None,
            missed: None,
            ended_on: None,
            note: String::new(),
        }
    }

    fn list(what: RegularVisit) -> Visits {
        let row = Written { id: 7, rev: Rev(1), values: what.values(), by: None };
        let mut care = Care { visits: vec![Listed { what, row }], ..Care::default() };
        care.proposed.insert(7, Proposed { post: POST, day: day(2026, 12, 1), start: 870 });
        Visits { care }
    }

    /// What Ctrl-S on the form that plans it writes.
    fn planned(what: RegularVisit) -> NewEntry {
        let desk = Desk::of(GARNIER);
        let cx = desk.cx();
        let ask = list(what).act(Action::Plan, Some(7), &cx).unwrap();
        let asks = [ask];
        let form = opened::<EntryForm>(&asks).clone();
        let mut layer = FormLayer::open(form, &cx);
        let Outcome::Done(asks) = layer.key(&keys("<C-s>")[0], &cx) else { panic!() };
        match &written(&asks).act {
            Act::Agenda(AgendaAct::Add(entry, _)) => entry.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn planning_proposes_the_appointment_as_the_visit_says_it() {
        let home = planned(regular("", Some("1243")));
        assert_eq!(
            (home.kind, home.day, home.start, home.minutes),
            (EntryKind::Visit, day(2026, 12, 1), Some(870), 90)
        );
        assert_eq!((home.patient.unwrap().file.as_str(), home.place.as_str()), ("1243", "Ladapeyre"));
        // A round of an EHPAD stays a visit, though it is nobody's in particular.
        let round = planned(regular("EHPAD Les Tilleuls", None));
        assert_eq!((round.kind, round.patient.clone()), (EntryKind::Visit, None));
        assert!(regular("EHPAD Les Tilleuls", None).is_to(&round));
    }

    #[test]
    fn what_is_planned_is_gone_to_and_a_way_that_nobody_typed_is_named() {
        let desk = Desk::of(GARNIER);
        let cx = desk.cx();
        let mut list = list(regular("", Some("1243")));
        assert_eq!(list.head(&cx).len(), 2);
        assert!(list.head(&cx)[1].0.contains("Ladapeyre"));
        let what = Distance { from_commune: "Ladapeyre".into(), to_commune: "Ajain".into(), km: 9 };
        let row = Written { id: 1, rev: Rev(1), values: what.values(), by: None };
        list.care.distances.push(Listed { what, row });
        assert_eq!(list.head(&cx).len(), 1);
        let what = list.proposed(&list.care.visits[0], &cx);
        let entry = crate::domain::Entry { id: crate::domain::EntryId(3), what, uid: None };
        list.care.appointments.insert(7, entry);
        // On the visit itself, and not on whoever comes first that day.
        let at = Goto::Entry(crate::domain::EntryId(3), Some(crate::domain::PostId(1)), day(2026, 12, 1), Some(870));
        assert_eq!(list.act(Action::Plan, Some(7), &cx), Some(Ask::Goto(at)));
    }
}
