//! What is booked for a patient who is looked for, beside what was written.

use crate::domain::{Day, Entry, EntryId};
use crate::protocol::Kept;
use crate::ui::{Ask, Cx, Glyph, Goto, Meaning};

/// What is to come, the nearest first; then what has been, the latest first.
pub fn in_order(booked: &[Kept<Entry>], today: Day) -> Vec<&Entry> {
    let mut all: Vec<&Entry> = booked.iter().map(|kept| &kept.what).collect();
    let place = |entry: &Entry| (entry.what.day, entry.what.start, entry.id);
    all.sort_by_key(|entry| place(entry));
    let past = all.partition_point(|entry| entry.what.day < today);
    all[past..].iter().chain(all[..past].iter().rev()).copied().collect()
}

/// `10:00 · Dr Aubert`
pub fn hour(entry: &Entry, cx: &Cx) -> String {
    let hour = entry.what.start.map(|start| cx.words.time(start));
    let title = Some(entry.what.title.clone()).filter(|title| !title.is_empty());
    let parts: Vec<String> = [hour, doctor(entry, cx), title].into_iter().flatten().collect();
    parts.join(&format!(" {} ", cx.look.glyph(Glyph::Separator)))
}

/// Who is at the post that day, as far as the rota that is known tells.
pub fn doctor(entry: &Entry, cx: &Cx) -> Option<String> {
    let stay = cx.frame.rota.on_duty(entry.what.post?, entry.what.day)?;
    Some(cx.frame.rota.people.short(stay.doctor))
}

/// What has been stands back.
pub fn meaning(entry: &Entry, cx: &Cx) -> Meaning {
    if entry.what.day < cx.now.day { Meaning::Dim } else { Meaning::Plain }
}

/// The day of an appointment, at its post.
pub fn go(booked: &[Kept<Entry>], id: EntryId) -> Option<Ask> {
    let entry = &booked.iter().find(|kept| kept.what.id == id)?.what.what;
    Some(Ask::Goto(Goto::Entry(id, entry.post, entry.day, entry.start)))
}
