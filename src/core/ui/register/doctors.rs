//! The doctors of the collective, with their last and next stay.

use super::listing::List;
use super::{NOTHING, key};
use crate::domain::collective::Collective;
use crate::domain::draft::{department, phone, text::fold};
use crate::domain::rights::Right;
use crate::domain::volunteer_filter::Clause;
use crate::domain::{Day, Msg, Person, PersonId, Stay, erasing};
use crate::protocol::{Page, Query};
use crate::ui::form::doctor::DoctorForm;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Meaning};

/// The register "Médecins".
#[derive(Debug, Clone, Default)]
pub struct Doctors {
    /// Nothing where it is not theirs to read.
    known: Collective,
}

impl List for Doctors {
    type Id = PersonId;
    const HINTS: &'static [Action] = &[Action::Enter, Action::Add, Action::Print];
    const TAKEN_OUT: Option<Right> = Some(Right::Doctors);

    fn wants(&self, _filter: &str, cx: &Cx) -> Vec<Query> {
        if cx.may(Right::Doctors) { vec![Query::Collective] } else { Vec::new() }
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Collective(known) = page {
            self.known = (**known).clone();
        }
    }

    fn keeps(&self, part: &str, on: PersonId, cx: &Cx) -> Option<bool> {
        let clause = Clause::read(part, cx.now.day).filter(|_| cx.may(Right::Doctors))?;
        let person = cx.frame.rota.people.get(on)?;
        Some(clause.keeps(person, &self.known, cx.now.day))
    }

    fn takes_out(&self, rows: Vec<PersonId>, _cx: &Cx) -> Option<Ask> {
        Some(Ask::PickVolunteers(Box::new((rows.into_iter().collect(), self.known.clone()))))
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        if !cx.may(Right::Doctors) {
            return Vec::new();
        }
        let old = erasing::old_refusals(&self.known, cx.now.day).count();
        let said = Msg::new("register-doctors-old").with("count", old);
        let old = (old > 0).then(|| (cx.words.say(&said), Meaning::Watch));
        let travels = self.known.old_travels.len();
        let said = Msg::new("register-doctors-travels").with("count", travels);
        let travels = (travels > 0).then(|| (cx.words.say(&said), Meaning::Watch));
        [(cx.t("register-doctors-head"), Meaning::Dim)].into_iter().chain(old).chain(travels).collect()
    }

    /// Since ever: every stay is counted.
    fn since(&self) -> Option<Day> {
        Some(Day(i32::MIN))
    }

    fn title(&self, cx: &Cx) -> String {
        cx.t("register-doctors")
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("register-name"), 14, 3),
            Column::new(cx.t("register-phone"), 14, 0).rank(1),
            Column::new(cx.t("register-status"), 16, 0).rank(2),
            Column::new(cx.t("register-department"), 14, 2).rank(5),
            Column::new(cx.t("register-stays-count"), 7, 0).rank(3),
            Column::new(cx.t("register-last-stay"), 23, 0).rank(4),
            Column::new(cx.t("register-next-stay"), 23, 0),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(PersonId, Row)> {
        let mut people: Vec<&Person> = cx.frame.rota.people.doctors().collect();
        people.sort_by_cached_key(|p| (fold(&p.family), fold(&p.given)));
        people.into_iter().map(|p| (p.id, row(p, cx))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.words.say(&Msg::new("register-doctors-empty").with("key", key(Action::Add, cx)))
    }

    fn act(&self, action: Action, on: Option<PersonId>, cx: &Cx) -> Option<Ask> {
        match action {
            Action::Enter if !cx.may(Right::Doctors) => super::card(on?, cx),
            Action::Add => Some(Ask::open(DoctorForm::default())),
            Action::Enter => Some(Ask::Volunteer(on?)),
            Action::Edit => Some(Ask::open(DoctorForm { known: Some(cx.frame.kept_person(on?)?) })),
            _ => None,
        }
    }
}

fn row(person: &Person, cx: &Cx) -> Row {
    let stays: Vec<&Stay> = cx.frame.rota.confirmed_of(person.id).collect();
    let span = |stay: Option<&&Stay>| stay.map_or_else(|| NOTHING.to_owned(), |s| cx.words.span(s.from, s.to));
    let place = person.doctor.department.as_deref();
    let cells = vec![
        format!("{} {}", person.family, person.given),
        person.phone.as_deref().map_or_else(|| NOTHING.to_owned(), phone::show),
        person.doctor.status.map_or_else(|| NOTHING.to_owned(), |s| cx.t(s.word())),
        place.map_or(NOTHING, |code| department::name(code).unwrap_or(code)).to_owned(),
        stays.len().to_string(),
        span(stays.iter().rev().find(|s| s.to < cx.now.day)),
        span(stays.iter().find(|s| s.to >= cx.now.day)),
    ];
    let gone = person.ended.is_some_and(|last| last < cx.now.day);
    Row::new(cells).meaning(if gone { Meaning::Dim } else { Meaning::Plain })
}
