//! An entry of the directory.

use super::parts::{self, get};
use super::{Form, Spec, draft_of};
use crate::domain::ContactId;
use crate::domain::act::{NewContact, PlaceAct};
use crate::domain::place::ContactKind;
use crate::domain::rights::Right;
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// An entry of the directory, and what it says at first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactForm {
    pub known: Option<Kept<ContactId>>,
    pub base: NewContact,
}

impl Form for ContactForm {
    fn right(&self) -> Right {
        Right::Place
    }

    fn spec(&self, cx: &Cx) -> Spec {
        let kinds = parts::options(&ContactKind::ALL, ContactKind::word, cx);
        Spec {
            title: cx.t(if self.known.is_some() { "forms-contact-edit" } else { "forms-contact-new" }),
            intro: Vec::new(),
            fields: vec![
                Field::line("name", "forms-field-contact"),
                Field::new("kind", "forms-field-contact-kind", FieldKind::Choice(kinds)),
                Field::line("purpose", "forms-field-purpose"),
                Field::short("phone", "forms-field-phone"),
                Field::short("direct", "forms-field-direct"),
                Field::line("hours", "forms-field-hours"),
                Field::text("note", "forms-field-note", 3),
                Field::short("checked", "forms-field-checked"),
                Field::new("today", "forms-field-checked-today", FieldKind::Check),
            ],
            raw: parts::raw([
                ("name", self.base.name.clone()),
                ("kind", self.base.kind.word().to_owned()),
                ("purpose", self.base.purpose.clone()),
                ("phone", self.base.phone.clone()),
                ("direct", self.base.direct.clone()),
                ("hours", self.base.hours.clone()),
                ("note", self.base.note.clone()),
                ("checked", parts::typed_day(self.base.checked, cx)),
                ("today", if self.known.is_some() { "" } else { "1" }.to_owned()),
            ]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let name = parts::needed_line(&mut reading, raw, "name");
        let kind = parts::chosen(&ContactKind::ALL, ContactKind::word, get(raw, "kind")).unwrap_or_default();
        let purpose = parts::line(&mut reading, raw, "purpose");
        // As typed: short numbers, extensions and "demander Mme Roux" are all useful here.
        let phone = parts::line(&mut reading, raw, "phone");
        let direct = parts::line(&mut reading, raw, "direct");
        let hours = parts::line(&mut reading, raw, "hours");
        let note = parts::note(&mut reading, raw, "note");
        let checked = if get(raw, "today") == "1" {
            reading.hidden.push("checked");
            Some(Some(cx.now.day))
        } else {
            parts::day(&mut reading, raw, "checked", cx)
        };
        let new = (|| {
            Some(NewContact {
                kind,
                name: name?,
                purpose: purpose?,
                phone: phone?,
                direct: direct?,
                hours: hours?,
                note: note?,
                checked: checked?,
            })
        })();
        if let (Some(new), true) = (new, reading.errors.is_empty()) {
            let act = match &self.known {
                Some(known) => PlaceAct::EditContact(known.what, new),
                None => PlaceAct::AddContact(new),
            };
            reading.ask = Some(Ask::over(self.known.as_ref(), act));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(draft_of("contact", self.known.as_ref().map(|known| known.what.0)))
    }

    fn topic(&self) -> Topic {
        Topic::Directory
    }

    fn theirs(&self) -> Option<Query> {
        self.known.as_ref().map(|_| Query::Directory)
    }

    fn renew(&mut self, page: &Page, _cx: &Cx) -> bool {
        let (Some(known), Page::Directory { contacts, .. }) = (&mut self.known, page) else { return false };
        let Some(found) = contacts.iter().find(|kept| kept.what.id == known.what) else { return false };
        known.rev = found.rev;
        self.base.clone_from(&found.what.what);
        true
    }
}
