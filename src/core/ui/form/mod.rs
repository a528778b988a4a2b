//! The form dialogs: one file each, on one engine.
//!
//! A dialog says what it asks (`Spec`) and what an answer means ([`Reading`]), both as pure
//! functions; typing, errors, drafts and drawing are the engine's. It knows no store: it ends with
//! what is to be asked of the application.

mod account;
mod addendum;
mod cancel_stay;
mod centre;
mod close_day;
mod contact;
pub(in crate::ui) mod copies;
mod decide;
mod doctor;
mod engine;
mod entry;
mod finish;
mod half_days;
mod item;
mod keep_accounts;
mod known;
mod note;
mod page;
mod panel;
mod parts;
mod post;
mod put_off;
mod question;
mod quick;
mod record;
mod reopen;
mod return_item;
mod saed;
mod set_aside;
mod set_up_centre;
mod set_up_passphrase;
mod set_up_person;
mod staff;
mod stay;
mod step;
mod survey;
mod take;
mod take_over;
mod targets;
pub(in crate::ui) mod theirs;
mod word;

pub mod period;
pub mod sign;

pub use close_day::said as closings_said;
pub use engine::FormLayer;
pub use parts::name_addressee;
pub use word::field as word_field;

use super::widget::form::{Field, Reading};
use super::{Cx, Dialog, Meaning};
use crate::domain::draft::nir;
use crate::protocol::Raw;

/// What a dialog asks.
#[derive(Debug, Clone, Default)]
pub(in crate::ui) struct Spec {
    pub title: String,
    /// What one has to know before filling it in.
    pub intro: Vec<(Meaning, String)>,
    pub fields: Vec<Field>,
    /// What the fields hold at first.
    pub raw: Raw,
}

/// What the dialog asks, and what its fields hold at first.
pub(in crate::ui) fn spec(dialog: &Dialog, cx: &Cx) -> Spec {
    match dialog {
        Dialog::Quick => quick::spec(cx),
        Dialog::NewItem { start } => item::spec(start, cx),
        Dialog::Step { kind, done, base, title, .. } => step::spec(*kind, done, base, title, cx),
        Dialog::Word { verdict, base, title, .. } => word::spec(*verdict, base, title, cx),
        Dialog::Amend { base, title, .. } => word::amend_spec(base, title, cx),
        Dialog::Finish { base, title, .. } => finish::spec(base, title, cx),
        Dialog::Decide { title, .. } => decide::spec(title, cx),
        Dialog::Take { urgent, title, .. } => take::spec(*urgent, title, cx),
        Dialog::Question { title, .. } => question::spec(title, cx),
        Dialog::Return { title, .. } => return_item::spec(title, cx),
        Dialog::PutOff { title, days, .. } => put_off::spec(title, days, cx),
        Dialog::Note { kind, text, .. } => note::spec(*kind, text, cx),
        Dialog::Sign { .. } => sign::spec(dialog, cx),
        Dialog::Reopen { stay, back, stays } => reopen::spec(*stay, back, stays, cx),
        Dialog::TakeOver { unanswered, .. } => take_over::spec(unanswered, cx),
        Dialog::Addendum { .. } => addendum::spec(cx),
        Dialog::Stay { stay, post, week } => stay::spec(*stay, *post, *week, cx),
        Dialog::CancelStay { stay } => cancel_stay::spec(*stay, cx),
        Dialog::Doctor(id) => doctor::spec(*id, cx),
        Dialog::Staff(id) => staff::spec(*id, cx),
        Dialog::Contact(id, base, _) => contact::spec(id.is_some(), base, cx),
        Dialog::Page(id, base, _) => page::spec(id.is_some(), base, cx),
        Dialog::Centre => centre::spec(cx),
        Dialog::Post(id) => post::spec(*id, cx),
        Dialog::CloseDay(closing) => close_day::spec(closing, cx),
        Dialog::Account { person } => account::spec(*person, cx),
        Dialog::KeepAccounts => keep_accounts::spec(cx),
        Dialog::Copies => copies::spec(cx),
        Dialog::AccountName { label, .. } => account::name_spec(label, cx),
        Dialog::Passphrase { label, .. } => account::reset_spec(label, cx),
        Dialog::SetUpCentre => set_up_centre::spec(cx),
        Dialog::SetUpPerson => set_up_person::spec(cx),
        Dialog::SetUpPassphrase => set_up_passphrase::spec(cx),
        Dialog::Entry { known, base } => entry::spec(known.is_some(), base, cx),
        Dialog::HalfDays { which, kind } => half_days::spec(which, *kind, cx),
        Dialog::Period => period::spec(cx),
        Dialog::Panel(known, page) => panel::spec(known.map(|(id, _)| id), page, cx),
        Dialog::Survey(known, page) => survey::spec(known.map(|(id, _)| id), page, cx),
        Dialog::Targets => targets::spec(cx),
        Dialog::SetAside { author, .. } => set_aside::spec(*author, cx),
        Dialog::Record { record, known, .. } => record::spec(record, known.as_deref(), cx),
    }
}

/// What the text of the dialog means.
fn read(dialog: &Dialog, raw: &Raw, cx: &Cx) -> Reading {
    let key = draft_key(dialog);
    match dialog {
        Dialog::Quick => quick::read(raw, key, cx),
        Dialog::NewItem { .. } => item::read(raw, key, cx),
        Dialog::Step { item, kind, base, .. } => step::read(*item, *kind, base, raw, key, cx),
        Dialog::Word { item, verdict, base, .. } => word::read(*item, *verdict, base, raw, key, cx),
        Dialog::Amend { relay, base, .. } => word::read_amend(*relay, base, raw, key, cx),
        Dialog::Finish { item, base, .. } => finish::read(*item, base, raw, key, cx),
        Dialog::Decide { item, base, title } => decide::read(*item, base, title, raw, key, cx),
        Dialog::Take { item, urgent, .. } => take::read(*item, *urgent, raw, key, cx),
        Dialog::Question { item, .. } => question::read(*item, raw, key, cx),
        Dialog::Return { item, .. } => return_item::read(*item, raw, key, cx),
        Dialog::PutOff { item, days, due, .. } => put_off::read(*item, days, *due, raw, cx),
        Dialog::Note { stay, kind, .. } => note::read(*stay, *kind, raw, key, cx),
        Dialog::Sign { stay, silent, as_is, early, .. } => sign::read(*stay, *silent, *as_is, early.is_some(), raw, cx),
        Dialog::Reopen { stay, .. } => reopen::read(*stay, raw, cx),
        Dialog::TakeOver { stay, .. } => take_over::read(*stay, raw, cx),
        Dialog::Addendum { stay } => addendum::read(*stay, raw, key),
        Dialog::Stay { stay, .. } => stay::read(*stay, raw, key, cx),
        Dialog::CancelStay { stay } => cancel_stay::read(*stay, raw, key, cx),
        Dialog::Doctor(id) => doctor::read(*id, raw, key, cx),
        Dialog::Staff(id) => staff::read(*id, raw, key, cx),
        Dialog::Contact(id, _, rev) => contact::read(*id, *rev, raw, key, cx),
        Dialog::Page(id, _, rev) => page::read(*id, *rev, raw, key, cx),
        Dialog::Centre => centre::read(raw, key, cx),
        Dialog::Post(id) => post::read(*id, raw, key, cx),
        Dialog::CloseDay(closing) => close_day::read(closing, raw, key, cx),
        Dialog::Account { .. } => account::read(raw, cx),
        Dialog::KeepAccounts => keep_accounts::read(raw, cx),
        Dialog::Copies => copies::read(raw, cx),
        Dialog::AccountName { account, .. } => account::read_name(*account, raw, cx),
        Dialog::Passphrase { account, .. } => account::read_reset(*account, raw, cx),
        Dialog::SetUpCentre => set_up_centre::read(raw, cx),
        Dialog::SetUpPerson => set_up_person::read(raw, cx),
        Dialog::SetUpPassphrase => set_up_passphrase::read(raw, cx),
        Dialog::Entry { known, .. } => entry::read(*known, raw, key, cx),
        Dialog::HalfDays { which, .. } => half_days::read(which, raw),
        Dialog::Period => period::read(raw, cx),
        Dialog::Panel(known, page) => panel::read(*known, page, raw, key, cx),
        Dialog::Survey(known, page) => survey::read(*known, page, raw, key, cx),
        Dialog::Targets => targets::read(raw, key, cx),
        Dialog::SetAside { draft, at, .. } => set_aside::read(*draft, *at, raw, cx),
        Dialog::Record { record, known, others } => record::read(record, known.as_deref(), others, raw, key, cx),
    }
}

/// The draft a dialog keeps; signatures and passphrases are never kept.
fn draft_key(dialog: &Dialog) -> Option<String> {
    let row =
        |form: &str, id: Option<i64>| format!("{form}/{}", id.map_or_else(|| "new".to_owned(), |i| i.to_string()));
    Some(match dialog {
        Dialog::Quick => "item/quick".to_owned(),
        // One begun for a patient belongs to that patient: for another one begins anew.
        Dialog::NewItem { start } => match start.get("file").filter(|file| !file.is_empty() && !nir::contains(file)) {
            Some(file) => format!("{}/{file}", item::DRAFT),
            None => item::DRAFT.to_owned(),
        },
        Dialog::Step { item, .. } => format!("step/{item}"),
        Dialog::Word { item, .. } => format!("word/{item}"),
        Dialog::Amend { relay, .. } => format!("amend/{relay}"),
        Dialog::Finish { item, .. } => format!("finish/{item}"),
        Dialog::Decide { item, .. } => format!("decide/{item}"),
        Dialog::Take { item, .. } => format!("take/{item}"),
        Dialog::Question { item, .. } => format!("question/{item}"),
        Dialog::Return { item, .. } => format!("return/{item}"),
        Dialog::Note { stay, kind, .. } => format!("note/{stay}/{}", kind.word()),
        Dialog::Addendum { stay } => format!("addendum/{stay}"),
        Dialog::Stay { stay, .. } => row("stay", stay.map(|s| s.0)),
        Dialog::CancelStay { stay } => format!("cancel-stay/{stay}"),
        Dialog::Doctor(id) => row("doctor", id.map(|p| p.0)),
        Dialog::Staff(id) => row("staff", id.map(|p| p.0)),
        Dialog::Contact(id, ..) => row("contact", id.map(|c| c.0)),
        Dialog::Page(id, ..) => row("page", id.map(|p| p.0)),
        Dialog::Centre => "centre".to_owned(),
        Dialog::Post(id) => row("post", id.map(|p| p.0)),
        Dialog::CloseDay(closing) => format!("close/{}/{}", closing.stay, closing.day.0),
        // A new one belongs to its cell: elsewhere one begins anew.
        Dialog::Entry { known: None, base } => {
            format!("entry/new/{}/{}", base.day.date(), base.start.map_or_else(String::new, |s| s.to_string()))
        }
        Dialog::Entry { known: Some((id, _)), .. } => format!("entry/{id}"),
        Dialog::Panel(known, _) => row("panel", known.map(|(id, _)| id.0)),
        Dialog::Survey(known, _) => row("survey", known.map(|(id, _)| id.0)),
        Dialog::Targets => "targets".to_owned(),
        Dialog::Record { record, known, .. } => record::draft_key(record, known.as_deref()),
        Dialog::Sign { .. }
        | Dialog::Reopen { .. }
        | Dialog::SetAside { .. }
        | Dialog::PutOff { .. }
        | Dialog::TakeOver { .. }
        | Dialog::Account { .. }
        | Dialog::Copies
        | Dialog::KeepAccounts
        | Dialog::AccountName { .. }
        | Dialog::Passphrase { .. }
        | Dialog::SetUpCentre
        | Dialog::SetUpPerson
        | Dialog::SetUpPassphrase
        | Dialog::Period
        | Dialog::HalfDays { .. } => return None,
    })
}

#[cfg(test)]
mod tests;
