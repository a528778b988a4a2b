//! What another desk made of the row a form edits: where to read it anew, and which form it would open.
//!
//! A form whose dialog reads everything from the frame needs one line in [`query`]; one that carries
//! what it starts from also needs one in [`anew`].

use super::{Dialog, record};
use crate::domain::act::NewWord;
use crate::domain::{Day, Gravity, Thread};
use crate::protocol::{Page, Query, Raw};
use crate::ui::Cx;
use crate::ui::tab;

/// Marks the entries of a kept draft that say what a field held when the form was opened.
const ORIGIN: &str = "was/";

/// Where the row a dialog edits is read; none for what only adds.
pub fn query(dialog: &Dialog) -> Option<Query> {
    match dialog {
        // It may be long over.
        Dialog::Stay { stay: Some(_), .. } | Dialog::CancelStay { .. } => Some(Query::FrameSince(Day(i32::MIN))),
        Dialog::Doctor(Some(_)) | Dialog::Staff(Some(_)) | Dialog::Post(Some(_)) | Dialog::Centre | Dialog::Targets => {
            Some(Query::Frame)
        }
        Dialog::Record { record, known: Some(_), .. } => Some(Query::Records(record)),
        Dialog::Contact(Some(_), ..) => Some(Query::Directory),
        Dialog::Page(Some(_), ..) => Some(Query::Booklet),
        Dialog::Panel(Some(_), _) | Dialog::Survey(Some(_), _) => Some(Query::Noted),
        Dialog::Note { stay, .. } => Some(Query::Transmission(*stay)),
        Dialog::Word { item, .. }
        | Dialog::Amend { item, .. }
        | Dialog::Finish { item, .. }
        | Dialog::Decide { item, .. }
        | Dialog::Take { item, .. }
        | Dialog::Question { item, .. }
        | Dialog::Return { item, .. } => Some(Query::Thread(*item)),
        Dialog::Entry { known: Some((id, _)), .. } => Some(Query::Entry(*id)),
        _ => None,
    }
}

/// Whether what is typed adds to a point, where every word stays, instead of replacing something.
pub const fn adds(dialog: &Dialog) -> bool {
    matches!(
        dialog,
        Dialog::Word { .. }
            | Dialog::Finish { .. }
            | Dialog::Decide { .. }
            | Dialog::Take { .. }
            | Dialog::Question { .. }
            | Dialog::Return { .. }
            | Dialog::CancelStay { .. }
    )
}

/// The dialog as it would open now; nothing when its row is gone.
pub fn anew(dialog: &Dialog, page: &Page, cx: &Cx) -> Option<Dialog> {
    if matches!(dialog, Dialog::Record { .. }) {
        return record::anew(dialog, page);
    }
    let rota = &cx.frame.rota;
    let mut dialog = dialog.clone();
    let there = match (&mut dialog, page) {
        (Dialog::Stay { stay: Some(id), .. } | Dialog::CancelStay { stay: id }, _) => rota.stay(*id).is_some(),
        (Dialog::Doctor(Some(id)) | Dialog::Staff(Some(id)), _) => rota.people.get(*id).is_some(),
        (Dialog::Post(Some(id)), _) => rota.posts.iter().any(|p| p.id == *id),
        (Dialog::Contact(Some(id), base, seen), Page::Directory { contacts, .. }) => {
            let found = contacts.iter().find(|(contact, _)| contact.id == *id);
            if let Some((contact, rev)) = found {
                (**base).clone_from(&contact.what);
                *seen = Some(*rev);
            }
            found.is_some()
        }
        (Dialog::Page(Some(id), base, seen), Page::Booklet(pages)) => {
            let found = pages.iter().find(|(page, _)| page.id == *id && !page.removed);
            if let Some((page, rev)) = found {
                (**base).clone_from(&page.head.what);
                *seen = Some(*rev);
            }
            found.is_some()
        }
        (Dialog::Note { kind, text, .. }, Page::Transmission(Some(transmission))) => {
            transmission.handover.notes.get(*kind).clone_into(text);
            true
        }
        (Dialog::Entry { known: Some((_, rev)), base }, Page::Entry(Some(found))) => {
            let (entry, now) = &**found;
            (**base, *rev) = (entry.what.clone(), *now);
            true
        }
        (dialog, Page::Thread(Some(thread))) => about_a_point(dialog, thread, cx),
        (Dialog::Panel(Some((id, rev)), known), Page::Noted(page)) => {
            known.clone_from(page);
            let found = page.panels.iter().find(|(p, _)| p.id == *id).map(|(_, now)| *now);
            *rev = found.unwrap_or(*rev);
            found.is_some()
        }
        (Dialog::Survey(Some((id, rev)), known), Page::Noted(page)) => {
            known.clone_from(page);
            let found = page.surveys.iter().find(|(s, _)| s.id == *id).map(|(_, now)| *now);
            *rev = found.unwrap_or(*rev);
            found.is_some()
        }
        (Dialog::Centre | Dialog::Targets, _) => true,
        _ => false,
    };
    there.then_some(dialog)
}

fn about_a_point(dialog: &mut Dialog, thread: &Thread, cx: &Cx) -> bool {
    let head = thread.head();
    match dialog {
        Dialog::Word { base, .. } | Dialog::Finish { base, .. } | Dialog::Decide { base, .. } => {
            let to = match cx.my_stay() {
                // A doctor hands on to the next week, unless a word of the same stay has said otherwise.
                Some(stay) if head.stay != Some(stay.id) => base.to,
                _ => head.to,
            };
            **base = NewWord {
                text: base.text.clone(),
                plan: head.plan.clone(),
                gravity: head.gravity,
                due: head.due,
                show_from: head.show_from.filter(|week| *week > cx.now.day.week()),
                to,
                outcome: base.outcome,
                detail: head.detail,
            };
            true
        }
        Dialog::Amend { relay, base, .. } => match thread.relays.iter().find(|said| said.id == *relay) {
            Some(said) => {
                **base = tab::as_said(said);
                true
            }
            None => false,
        },
        Dialog::Take { urgent, .. } => {
            *urgent = head.gravity == Gravity::Urgent;
            true
        }
        Dialog::Question { .. } | Dialog::Return { .. } => true,
        _ => false,
    }
}

/// What was said of a point last, word or answer, as it was typed.
pub fn newest(page: &Page) -> Option<String> {
    let Page::Thread(Some(thread)) = page else { return None };
    let head = thread.head();
    let answer = thread.receipts.iter().max_by_key(|r| (r.at, r.id)).filter(|r| r.at >= head.at);
    let said = answer.map_or(&head.text, |answer| &answer.words);
    (!said.trim().is_empty()).then(|| said.clone())
}

/// A draft with what each field typed in held before, so that it is known later what it was typed over.
pub fn with_origin(mut raw: Raw, opened: &Raw) -> Raw {
    let was: Vec<(String, String)> = opened
        .iter()
        .filter(|(name, value)| raw.get(*name).is_some_and(|typed| typed != *value))
        .map(|(name, value)| (format!("{ORIGIN}{name}"), value.clone()))
        .collect();
    raw.extend(was);
    // Even when nothing differs by now: without it every field would count as typed.
    raw.insert(ORIGIN.to_owned(), String::new());
    raw
}

/// Of a kept draft what was typed, and what each of those fields held before.
///
/// What its author had not touched is as it is now, not as it was then. A draft that tells nothing of
/// before comes back whole.
pub fn split(raw: Raw) -> (Raw, Raw) {
    if !raw.contains_key(ORIGIN) {
        return (raw, Raw::new());
    }
    let origin: Raw = raw
        .iter()
        .filter_map(|(name, value)| Some((name.strip_prefix(ORIGIN)?.to_owned(), value.clone())))
        .filter(|(name, _)| !name.is_empty())
        .collect();
    (raw.into_iter().filter(|(name, _)| origin.contains_key(name)).collect(), origin)
}
