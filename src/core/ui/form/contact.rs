//! An entry of the directory.

use super::Spec;
use super::parts::{self, get};
use crate::domain::ContactId;
use crate::domain::act::{Act, NewContact, PlaceAct};
use crate::domain::place::ContactKind;
use crate::protocol::{Raw, Rev, Table, Write};
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

pub fn spec(known: bool, base: &NewContact, cx: &Cx) -> Spec {
    let kinds = parts::options(&ContactKind::ALL, ContactKind::word, cx);
    Spec {
        title: cx.t(if known { "forms-contact-edit" } else { "forms-contact-new" }),
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
            ("name", base.name.clone()),
            ("kind", base.kind.word().to_owned()),
            ("purpose", base.purpose.clone()),
            ("phone", base.phone.clone()),
            ("direct", base.direct.clone()),
            ("hours", base.hours.clone()),
            ("note", base.note.clone()),
            ("checked", parts::typed_day(base.checked, cx)),
            ("today", if known { "" } else { "1" }.to_owned()),
        ]),
    }
}

pub fn read(id: Option<ContactId>, rev: Option<Rev>, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
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
        let (act, seen) = match id {
            Some(id) => {
                (PlaceAct::EditContact(id, new), rev.map(|r| (Table::CONTACT.row(id.0), r)).into_iter().collect())
            }
            None => (PlaceAct::AddContact(new), Vec::new()),
        };
        reading.ask = Some(Ask::Save(Write { act: Act::Place(act), seen, draft }));
    }
    reading
}
