//! The permanent team: roles, days of presence, and how many points each follows.

use super::listing::List;
use super::{NOTHING, key};
use crate::domain::draft::{phone, text::fold};
use crate::domain::rights::Right;
use crate::domain::{Holder, Msg, Person, PersonId, Role};
use crate::ui::form::staff::StaffForm;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Meaning};

/// The register "Équipe".
#[derive(Debug, Clone, Default)]
pub struct Team;

impl List for Team {
    type Id = PersonId;
    const HINTS: &'static [Action] = &[Action::Enter, Action::Add];

    fn title(&self, cx: &Cx) -> String {
        cx.t("register-team")
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("register-name"), 15, 2),
            Column::new(cx.t("register-role"), 12, 1),
            Column::new(cx.t("register-presence"), 19, 1).rank(2),
            Column::new(cx.t("register-phone"), 14, 0).rank(1),
            Column::new(cx.t("register-follows"), 6, 0).rank(3),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(PersonId, Row)> {
        let today = cx.now.day;
        let mut people: Vec<&Person> = cx.frame.rota.people.0.values().filter(|p| p.role != Role::Doctor).collect();
        people.sort_by_cached_key(|p| (!p.is_staff(today), fold(&p.family), fold(&p.given)));
        people.into_iter().map(|p| (p.id, row(p, cx))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.words.say(&Msg::new("register-team-empty").with("key", key(Action::Add, cx)))
    }

    fn act(&self, action: Action, on: Option<PersonId>, cx: &Cx) -> Option<Ask> {
        match action {
            Action::Enter if !cx.may(Right::People) => super::card(on?, cx),
            Action::Add => Some(Ask::open(StaffForm::default())),
            Action::Edit | Action::Enter => Some(Ask::open(StaffForm { known: Some(cx.frame.kept_person(on?)?) })),
            _ => None,
        }
    }
}

fn row(person: &Person, cx: &Cx) -> Row {
    let here = person.is_staff(cx.now.day);
    let days = cx.now.day.week().days().zip(person.presence);
    let presence: Vec<String> = days
        .filter(|(_, there)| *there)
        .map(|(day, _)| cx.words.weekday(day).trim_end_matches('.').to_owned())
        .collect();
    let presence = match person.ended {
        Some(last) if !here => cx.words.say(&Msg::new("register-left").with("day", cx.words.date(last))),
        _ if presence.is_empty() => NOTHING.to_owned(),
        _ => presence.join(" "),
    };
    let followed = |holder| cx.frame.followed.get(&holder).copied().unwrap_or(0);
    // What is asked of a role is nobody's who has left it.
    let role = if here { followed(Holder::Role(person.role)) } else { 0 };
    let cells = vec![
        format!("{} {}", person.family, person.given),
        cx.t(person.role.word()),
        presence,
        person.phone.as_deref().map_or_else(|| NOTHING.to_owned(), phone::show),
        (followed(Holder::Person(person.id)) + role).to_string(),
    ];
    Row::new(cells).meaning(if here { Meaning::Plain } else { Meaning::Dim })
}
