//! People and services around the centre; the emergency numbers stand above, always.

use super::key;
use super::listing::List;
use crate::domain::act::{Act, NewContact, PlaceAct};
use crate::domain::draft::{phone, text::fold};
use crate::domain::place::Contact;
use crate::domain::{ContactId, Msg};
use crate::protocol::{Page, Query, Rev, Row as Seen, Write};
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Dialog, Glyph, Meaning};

/// Days after which a number should be made sure of again.
const STALE: i32 = 365;

/// The register "Annuaire".
#[derive(Debug, Clone, Default)]
pub struct Directory {
    contacts: Vec<(Contact, Rev)>,
}

impl Directory {
    fn get(&self, id: ContactId) -> Option<&(Contact, Rev)> {
        self.contacts.iter().find(|(c, _)| c.id == id)
    }
}

impl List for Directory {
    type Id = ContactId;
    const HINTS: &'static [Action] = &[Action::Enter, Action::Add, Action::Delete];

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::Directory]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Directory { contacts, .. } = page {
            self.contacts.clone_from(contacts);
            self.contacts.sort_by_cached_key(|(c, _)| fold(&c.name));
        }
    }

    fn title(&self, cx: &Cx) -> String {
        cx.t("register-directory")
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        let stale = self.contacts.iter().any(|(c, _)| !fresh(c, cx));
        let stale = stale.then(|| (cx.t("register-to-check"), Meaning::Watch));
        [(cx.t("register-emergency"), Meaning::Urgent)].into_iter().chain(stale).collect()
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("register-name"), 20, 2),
            Column::new(cx.t("register-purpose"), 14, 2).rank(1),
            Column::new(cx.t("register-phone"), 15, 0),
            Column::new(cx.t("register-checked"), 12, 0).rank(2),
            Column::new(cx.t("register-note"), 14, 3).rank(3),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(ContactId, Row)> {
        self.contacts.iter().map(|(c, _)| (c.id, row(c, cx))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.words.say(&Msg::new("register-directory-empty").with("key", key(Action::Add, cx)))
    }

    fn act(&self, action: Action, on: Option<ContactId>, _cx: &Cx) -> Option<Ask> {
        let empty = || NewContact {
            name: String::new(),
            purpose: String::new(),
            phone: String::new(),
            note: String::new(),
            checked: None,
        };
        match action {
            Action::Add => Some(Ask::Open(Dialog::Contact(None, Box::new(empty()), None))),
            Action::Edit | Action::Enter => {
                let (contact, rev) = self.get(on?)?;
                Some(Ask::Open(Dialog::Contact(Some(contact.id), Box::new(base(contact)), Some(*rev))))
            }
            Action::Delete => {
                let (contact, rev) = self.get(on?)?;
                let write = Write {
                    act: Act::Place(PlaceAct::RemoveContact(contact.id)),
                    seen: vec![(Seen::Contact(contact.id.0), *rev)],
                    draft: None,
                };
                let question = Msg::new("register-contact-remove").with("name", contact.name.clone());
                Some(Ask::Confirm { question, yes: vec![Ask::Save(write)], danger: false })
            }
            _ => None,
        }
    }
}

fn base(contact: &Contact) -> NewContact {
    let Contact { name, purpose, phone, note, checked, .. } = contact.clone();
    NewContact { name, purpose, phone, note, checked }
}

/// Whether somebody made sure of it within the year.
fn fresh(contact: &Contact, cx: &Cx) -> bool {
    contact.checked.is_some_and(|day| day.plus(STALE) >= cx.now.day)
}

fn row(contact: &Contact, cx: &Cx) -> Row {
    let fresh = fresh(contact, cx);
    let checked = contact.checked.map_or_else(|| cx.t("register-never-checked"), |day| cx.words.date(day));
    let checked = if fresh { checked } else { format!("{checked} {}", cx.look.glyph(Glyph::Alert)) };
    let cells = vec![
        contact.name.clone(),
        contact.purpose.clone(),
        phone::show(&contact.phone),
        checked,
        contact.note.replace('\n', " "),
    ];
    Row::new(cells).meaning(if fresh { Meaning::Plain } else { Meaning::Watch })
}
