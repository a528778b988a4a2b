//! A member of the permanent team.

use super::doctor::{namesake, reach, save};
use super::parts::{self, get};
use super::{Form, Spec, draft_of};
use crate::domain::act::NewPerson;
use crate::domain::draft::{phone, text};
use crate::domain::rights::Right;
use crate::domain::{DoctorFacts, Msg, Person, PersonId, Role};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::Cx;
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, FieldKind, Reading};

/// The first letters of the days, Monday first: two suffice in French, `mar` and `mer` need three.
const DAYS: [[&str; 2]; 7] = [
    ["lundi", "monday"],
    ["mardi", "tuesday"],
    ["mercredi", "wednesday"],
    ["jeudi", "thursday"],
    ["vendredi", "friday"],
    ["samedi", "saturday"],
    ["dimanche", "sunday"],
];

/// The day a word names, by its first letters, when it names one only.
pub(super) fn weekday(word: &str) -> Option<usize> {
    let folded = text::fold(word);
    let word = folded.trim_matches('.');
    // Two letters name several days in two languages (`ma`, `me`, `sa`), the French one goes first.
    for lang in 0..2 {
        let mut named = DAYS.iter().enumerate().filter(|(_, names)| word.len() > 1 && names[lang].starts_with(word));
        if let (Some((day, _)), None) = (named.next(), named.next()) {
            return Some(day);
        }
    }
    None
}

/// Reads `lun mar jeu`, `lun-ven` or `lun à ven`.
pub(super) fn presence(typed: &str) -> Result<[bool; 7], Msg> {
    let mut days = [false; 7];
    let folded = text::fold(typed).replace('-', " - ").replace(['/', ',', ';', '+'], " ");
    let (mut last, mut range) = (None, false);
    for word in folded.split_whitespace() {
        match word {
            "et" | "and" | "du" | "le" | "from" => {}
            "-" | "a" | "au" | "to" => range = true,
            _ => {
                let day = weekday(word).ok_or_else(|| Msg::new("forms-presence").with("text", word.to_owned()))?;
                let first = if range { last.unwrap_or(day) } else { day };
                (first.min(day)..=day).for_each(|d| days[d] = true);
                (last, range) = (Some(day), false);
            }
        }
    }
    Ok(days)
}

/// Days as the form holds and shows them: `lun. mar. jeu.`
pub(super) fn shown(days: [bool; 7], cx: &Cx) -> String {
    let week = cx.now.day.week();
    let names: Vec<String> = week.days().zip(days).filter(|(_, on)| *on).map(|(d, _)| cx.words.weekday(d)).collect();
    names.join(" ")
}

/// A member of the permanent team.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StaffForm {
    pub known: Option<Kept<Person>>,
}

impl Form for StaffForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let known = self.known.as_ref().map(|known| &known.what);
        let text = |f: fn(&Person) -> Option<String>| known.and_then(f).unwrap_or_default();
        let days = known.map_or([true, true, true, true, true, false, false], |p| p.presence);
        Spec {
            title: cx.t(if known.is_some() { "forms-staff-edit" } else { "forms-staff-new" }),
            intro: Vec::new(),
            fields: vec![
                Field::line("given", "forms-field-given"),
                Field::line("family", "forms-field-family"),
                Field::new("role", "forms-field-role", FieldKind::Choice(parts::options(&Role::STAFF, Role::word, cx))),
                Field::line("presence", "forms-field-presence"),
                Field::short("phone", "forms-field-phone"),
                Field::line("email", "forms-field-email"),
                Field::short("ended", "forms-field-ended"),
            ],
            raw: parts::raw([
                ("given", text(|p| Some(p.given.clone()))),
                ("family", text(|p| Some(p.family.clone()))),
                ("role", known.map_or(Role::Coordination, |p| p.role).word().to_owned()),
                ("presence", shown(days, cx)),
                ("phone", text(|p| p.phone.as_deref().map(phone::show))),
                ("email", text(|p| p.email.clone())),
                ("ended", parts::typed_day(known.and_then(|p| p.ended), cx)),
            ]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        if let Some(new) = member(&mut reading, self.known.as_ref().map(|known| known.what.id), raw, cx) {
            reading.ask = Some(save(self.known.as_ref(), new));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(draft_of("staff", self.known.as_ref().map(|known| known.what.id.0)))
    }

    fn right(&self) -> Right {
        Right::People
    }

    fn topic(&self) -> Topic {
        Topic::Roles
    }

    fn theirs(&self) -> Option<Query> {
        self.known.as_ref().map(|_| Query::Frame)
    }

    fn renew(&mut self, _page: &Page, cx: &Cx) -> bool {
        self.known = self.known.as_ref().and_then(|known| cx.frame.kept_person(known.what.id));
        self.known.is_some()
    }
}

/// The member as filled in, once every field is right.
pub(super) fn member(reading: &mut Reading, id: Option<PersonId>, raw: &Raw, cx: &Cx) -> Option<NewPerson> {
    let given = parts::needed_line(reading, raw, "given");
    let family = parts::needed_line(reading, raw, "family");
    if let (Some(given), Some(family)) = (&given, &family) {
        namesake(reading, id, given, family, cx);
    }
    let role = parts::chosen(&Role::STAFF, Role::word, get(raw, "role")).unwrap_or(Role::Coordination);
    let presence = reading.take("presence", presence(get(raw, "presence")));
    if let Some(days) = presence {
        let none = cx.t("forms-presence-none");
        reading.understood("presence", if days == [false; 7] { none } else { shown(days, cx) });
    }
    let reach = reach(reading, raw);
    let ended = parts::day(reading, raw, "ended", cx);
    let new = (|| {
        let (phone, email) = reach?;
        let (given, family, presence, ended) = (given?, family?, presence?, ended?);
        Some(NewPerson { given, family, role, phone, email, presence, ended, doctor: DoctorFacts::default() })
    })();
    new.filter(|_| reading.errors.is_empty())
}
