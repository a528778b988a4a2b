//! People and services around the centre; the emergency numbers stand above, always.

use std::collections::BTreeMap;

use ratatui::text::{Line, Span};

use super::listing::List;
use super::{key_in, lines_of};
use crate::domain::act::{Act, PlaceAct};
use crate::domain::draft::{phone, text::fold};
use crate::domain::place::{Aging, Contact, ContactKind, ContactPast, NewContact};
use crate::domain::{ContactId, Msg};
use crate::protocol::{Kept, Page, Query};
use crate::ui::form::contact::ContactForm;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Glyph, Meaning, Scope};

/// Columns in which a contact is easy to read under the table.
const MEASURE: u16 = 76;

/// The register "Annuaire".
#[derive(Debug, Clone, Default)]
pub struct Directory {
    contacts: Vec<Kept<Contact>>,
    past: BTreeMap<ContactId, Vec<ContactPast>>,
}

impl Directory {
    fn get(&self, id: ContactId) -> Option<&Kept<Contact>> {
        self.contacts.iter().find(|kept| kept.what.id == id)
    }
}

impl List for Directory {
    type Id = ContactId;
    const HINTS: &'static [Action] =
        &[Action::Answered, Action::Unanswered, Action::Enter, Action::Add, Action::Verify, Action::Versions];
    const SCOPE: Scope = Scope::Directory;
    const DETAIL: u16 = 7;

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::Directory]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Directory { contacts, past } = page {
            self.contacts.clone_from(contacts);
            self.contacts.sort_by_cached_key(|kept| (kept.what.what.kind, fold(&kept.what.what.name)));
            self.past.clone_from(past);
        }
    }

    fn title(&self, cx: &Cx) -> String {
        cx.t("register-directory")
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        let ages = self.contacts.iter().any(|kept| kept.what.aging(cx.now.day).is_some());
        let ages = ages.then(|| (cx.t("register-to-check"), Meaning::Watch));
        [(cx.t("register-emergency"), Meaning::Urgent)].into_iter().chain(ages).collect()
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("register-name"), 20, 2),
            Column::new(cx.t("register-phone"), 14, 0),
            Column::new(cx.t("register-direct"), 14, 0).rank(4),
            Column::new(cx.t("register-kind"), 12, 0).rank(3),
            Column::new(cx.t("register-answers"), 7, 0).rank(2),
            Column::new(cx.t("register-sure"), 12, 0).rank(1),
            // Also what the filter finds an entry by, where there is no room for it.
            Column::new(cx.t("register-purpose"), 14, 1).rank(5),
            Column::new(cx.t("register-note"), 14, 3).rank(6),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(ContactId, Row)> {
        self.contacts.iter().map(|kept| (kept.what.id, row(&kept.what, cx))).collect()
    }

    fn detail(&self, on: Option<ContactId>, cx: &Cx) -> Vec<Line<'static>> {
        on.and_then(|id| self.get(id)).map_or_else(Vec::new, |kept| detail(&kept.what, cx))
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.words.say(&Msg::new("register-directory-empty").with("key", key_in(Action::Add, Scope::Directory, cx)))
    }

    fn act(&self, action: Action, on: Option<ContactId>, cx: &Cx) -> Option<Ask> {
        if action == Action::Add {
            return Some(Ask::open(ContactForm::default()));
        }
        let kept = self.get(on?)?;
        let contact = &kept.what;
        let save = |act: PlaceAct| Ask::on(kept, act);
        // Two who call at once have both called: a tick depends on nothing.
        let call = |answered| Ask::act(Act::Place(PlaceAct::Call { contact: contact.id, answered }));
        match action {
            Action::Edit | Action::Enter => {
                Some(Ask::open(ContactForm { known: Some(kept.map(|c| c.id)), base: contact.what.clone() }))
            }
            Action::Delete => {
                let question = Msg::new("register-contact-remove").with("name", contact.what.name.clone());
                let yes = vec![save(PlaceAct::RemoveContact(contact.id))];
                Some(Ask::Confirm { question, yes, danger: false })
            }
            Action::Answered => Some(call(true)),
            Action::Unanswered => Some(call(false)),
            Action::Verify if contact.what.checked != Some(cx.now.day) => {
                Some(save(PlaceAct::CheckContact(contact.id)))
            }
            Action::Versions => {
                let past = self.past.get(&contact.id).map_or(&[][..], Vec::as_slice);
                Some(Ask::Read { title: contact.what.name.clone(), text: history(past, cx) })
            }
            _ => None,
        }
    }
}

fn row(contact: &Contact, cx: &Cx) -> Row {
    let what = &contact.what;
    let checked = contact.sure().map_or_else(|| cx.t("register-never-checked"), |day| cx.words.date(day));
    let aging = contact.aging(cx.now.day);
    let checked = if aging.is_some() { format!("{checked} {}", cx.look.glyph(Glyph::Alert)) } else { checked };
    let answers = contact.answered().map_or_else(String::new, |(answered, all, _)| {
        cx.words.say(&Msg::new("register-answered-of").with("answered", answered).with("all", all))
    });
    let cells = vec![
        what.name.clone(),
        phone::show(&what.phone),
        phone::show(&what.direct),
        cx.t(what.kind.word()),
        answers,
        checked,
        what.purpose.clone(),
        what.note.replace('\n', " "),
    ];
    Row::new(cells).meaning(match (aging, what.kind) {
        (Some(_), _) => Meaning::Watch,
        (None, ContactKind::Emergency) => Meaning::Strong,
        (None, _) => Meaning::Plain,
    })
}

/// Everything that is known of a contact, the numbers first.
fn detail(contact: &Contact, cx: &Cx) -> Vec<Line<'static>> {
    let what = &contact.what;
    let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
    let style = |meaning| cx.look.style(meaning);
    let mut name = vec![Span::styled(what.name.clone(), style(Meaning::Title))];
    if !what.purpose.is_empty() {
        name.push(Span::raw(format!("{separator}{}", what.purpose)));
    }
    let direct = (!what.direct.is_empty())
        .then(|| cx.words.say(&Msg::new("register-direct-line").with("phone", phone::show(&what.direct))));
    let numbers = [Some(phone::show(&what.phone)), direct, Some(what.hours.clone())];
    let numbers: Vec<String> = numbers.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let mut lines =
        vec![Line::default(), Line::from(name), Line::styled(numbers.join(&separator), style(Meaning::Strong))];
    lines.extend(lines_of(&what.note, MEASURE, Meaning::Plain, cx).into_iter().take(2));
    let calls = contact.answered().map(|(answered, all, last)| {
        let msg = Msg::new("register-calls").with("answered", answered).with("all", all);
        let msg = msg
            .with("day", format!("{}, {}", cx.words.day_short(last.at.day()), cx.words.time(last.at.minute())))
            .with("who", cx.frame.rota.people.short(last.person));
        cx.words.say(&msg)
    });
    let checked = match what.checked {
        Some(day) => cx.words.say(&Msg::new("register-checked-on").with("day", cx.words.date(day))),
        None => cx.t("register-checked-never"),
    };
    lines.push(Line::raw(calls.into_iter().chain([checked]).collect::<Vec<_>>().join(" ")));
    let aging = contact.aging(cx.now.day).map(|aging| match aging {
        Aging::Unanswered => cx.t("register-aging-unanswered"),
        Aging::Unchecked => cx.t("register-aging-unchecked"),
    });
    lines.extend(
        aging.map(|said| Line::styled(format!("{} {said}", cx.look.glyph(Glyph::Alert)), style(Meaning::Watch))),
    );
    lines
}

/// What an entry was, newest first: who changed what, when, and from what.
fn history(past: &[ContactPast], cx: &Cx) -> String {
    let mut told: Vec<String> = Vec::new();
    for (at, now) in past.iter().enumerate() {
        let who = cx.frame.rota.people.short(now.author);
        let head = Msg::new("register-past").with("when", cx.words.moment(now.at)).with("who", who);
        let before = at.checked_sub(1).and_then(|at| past.get(at));
        let changes = changes(before.map(|b| &b.what), &now.what, cx);
        told.push(format!("{}\n{}", cx.words.say(&head), changes.join("\n")));
    }
    told.reverse();
    told.join("\n\n")
}

/// A line for each field that is not what it was; of a new entry, each that holds something.
fn changes(before: Option<&NewContact>, now: &NewContact, cx: &Cx) -> Vec<String> {
    let fields = |what: &NewContact| {
        [
            ("forms-field-contact", what.name.clone()),
            ("forms-field-contact-kind", cx.t(what.kind.word())),
            ("forms-field-purpose", what.purpose.clone()),
            ("forms-field-phone", phone::show(&what.phone)),
            ("forms-field-direct", phone::show(&what.direct)),
            ("forms-field-hours", what.hours.clone()),
            ("forms-field-note", what.note.replace('\n', " ")),
            ("forms-field-checked", what.checked.map_or_else(String::new, |day| cx.words.date(day))),
        ]
    };
    let arrow = cx.look.glyph(Glyph::Arrow);
    let shown = |value: &str| if value.is_empty() { super::NOTHING.to_owned() } else { value.to_owned() };
    let field = |label: &str, value: String| {
        format!("  {}", cx.words.say(&Msg::new("register-past-field").with("label", cx.t(label)).with("value", value)))
    };
    let Some(before) = before else {
        let held = fields(now).into_iter().filter(|(_, value)| !value.is_empty());
        return held.map(|(label, value)| field(label, value)).collect();
    };
    let pairs = fields(before).into_iter().zip(fields(now)).filter(|((_, was), (_, is))| was != is);
    pairs.map(|((label, was), (_, is))| field(label, format!("{} {arrow} {}", shown(&was), shown(&is)))).collect()
}
