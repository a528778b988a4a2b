//! The permanent team: roles, days of presence, and how many points each follows.

use super::listing::List;
use super::{NOTHING, key};
use crate::domain::draft::{phone, text::fold};
use crate::domain::rights::Right;
use crate::domain::{Holder, Msg, Person, PersonId, Role};
use crate::ui::form::staff::StaffForm;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Meaning};

/// Days ahead in which an absence is told in place of the days of presence.
const SOON: i32 = 14;

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
        let mut columns = vec![
            Column::new(cx.t("register-name"), 15, 1),
            Column::new(cx.t("register-role"), 18, 0),
            Column::new(cx.t("register-presence"), 15, 2).rank(2),
            Column::new(cx.t("register-phone"), 14, 0).rank(1),
        ];
        if cx.may(Right::ReadPoints) {
            columns.push(Column::new(cx.t("register-follows"), 6, 0).rank(3));
        }
        columns
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
    let presence = presence(person, cx);
    let presence = match person.ended {
        Some(last) if !here => cx.words.say(&Msg::new("register-left").with("day", cx.words.date(last))),
        _ => {
            absence(person, cx).or(Some(presence).filter(|days| !days.is_empty())).unwrap_or_else(|| NOTHING.to_owned())
        }
    };
    let followed = |holder| cx.frame.followed.get(&holder).copied().unwrap_or(0);
    // What is asked of a role is nobody's who has left it.
    let role = if here { followed(Holder::Role(person.role)) } else { 0 };
    let mut cells = vec![
        format!("{} {}", person.family, person.given),
        cx.t(person.role.word()),
        presence,
        person.phone.as_deref().map_or_else(|| NOTHING.to_owned(), phone::show),
    ];
    if cx.may(Right::ReadPoints) {
        cells.push((followed(Holder::Person(person.id)) + role).to_string());
    }
    Row::new(cells).meaning(if here { Meaning::Plain } else { Meaning::Dim })
}

/// That somebody is absent or soon will be, and who replaces them.
fn absence(person: &Person, cx: &Cx) -> Option<String> {
    let (rota, today) = (&cx.frame.rota, cx.now.day);
    let absence = rota.absence_of(person.id, today).filter(|absence| absence.from <= today.plus(SOON))?;
    let said = cx.words.say(&Msg::new("team-absent").with("span", cx.words.span_brief(absence.from, absence.to)));
    let by = absence.replaced_by.map(|by| cx.words.say(&Msg::new("team-replaced").with("by", rota.people.short(by))));
    Some([Some(said), by].into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// The days somebody is there, three or more in a row by the first and the last of them.
fn presence(person: &Person, cx: &Cx) -> String {
    let days: Vec<_> = cx.now.day.week().days().zip(person.presence).collect();
    let name = |day| cx.words.weekday(day).trim_end_matches('.').to_owned();
    let runs = days.chunk_by(|a, b| a.1 == b.1).filter(|run| run[0].1);
    let runs = runs.map(|run| match run {
        [first, _, .., last] if run.len() > 2 => format!("{}–{}", name(first.0), name(last.0)),
        _ => run.iter().map(|(day, _)| name(*day)).collect::<Vec<_>>().join(" "),
    });
    runs.collect::<Vec<_>>().join(" ")
}
