//! What stands in one cell of the week: a block with its number, a count when several share it.

use super::WeekTab;
use super::rows::Row;
use crate::domain::agenda::{HalfDayKind, NewEntry, half_day_kind};
use crate::domain::{Day, EntryId, EntryKind, HalfDay, PostId};
use crate::ui::widget::text;
use crate::ui::{Cx, Glyph, Meaning};

/// The entries of a cell, by hour.
pub fn entries(tab: &WeekTab, post: PostId, day: Day, row: Row) -> Vec<(EntryId, &NewEntry)> {
    let here = |e: &NewEntry| e.covers(day) && e.post.is_none_or(|p| p == post);
    let in_row = |e: &NewEntry| match (row, e.start) {
        (Row::Whole, None) => true,
        (Row::Slot { from, to, .. }, Some(start)) => start < to && from < e.end(),
        _ => false,
    };
    let mut found: Vec<_> = tab.entries().filter(|(_, e)| here(e) && in_row(e)).collect();
    // What begins here first: it is what the cell shows.
    let top = if let Row::Slot { from, .. } = row { from } else { 0 };
    found.sort_by_key(|(id, e)| (e.start.is_some_and(|s| s < top), e.start, *id));
    found
}

/// The sign of a kind of entry.
pub fn sign(kind: EntryKind, cx: &Cx) -> &'static str {
    match kind {
        EntryKind::Visit => cx.look.glyph(Glyph::Place),
        EntryKind::Remote => "@",
        kind if kind.is_appointment() => cx.look.glyph(Glyph::Block),
        _ => cx.look.glyph(Glyph::Event),
    }
}

/// `▓1243`, `⌂1243`, `▒ Accueil`: an entry in as few columns as may be.
pub fn short(entry: &NewEntry, cx: &Cx) -> String {
    let sign = sign(entry.kind, cx);
    match &entry.patient {
        Some(patient) => format!("{sign}{}", patient.file),
        None if entry.title.is_empty() => format!("{sign} {}", cx.t(entry.kind.word())),
        None => format!("{sign} {}", entry.title),
    }
}

/// Whether two entries of a post take some of the same minutes.
pub fn overlap(entries: &[(EntryId, &NewEntry)]) -> bool {
    let clash = |a: &NewEntry, b: &NewEntry| a.post.is_some() && a.post == b.post && a.overlaps(b);
    entries.iter().enumerate().any(|(n, (_, a))| entries[n + 1..].iter().any(|(_, b)| clash(a, b)))
}

/// Starts of ordinary consultations in a row.
pub fn starts(row: Row, cx: &Cx) -> impl Iterator<Item = u16> {
    let opening = &cx.frame.rota.calendar.opening;
    let (from, to, (open, shut)) = match row {
        Row::Slot { from, to, half: Some(HalfDay::Morning) } => (from, to, opening.morning),
        Row::Slot { from, to, half: Some(HalfDay::Afternoon) } => (from, to, opening.afternoon),
        _ => (0, 0, (0, 0)),
    };
    let slot = cx.frame.centre.slot_minutes.max(1);
    (open..shut).step_by(usize::from(slot)).filter(move |s| from <= *s && *s < to && s + slot <= shut)
}

/// What a half-day of a post is for.
pub fn kind(tab: &WeekTab, post: PostId, day: Day, half: HalfDay, cx: &Cx) -> HalfDayKind {
    half_day_kind(&cx.frame.rota, tab.decided(), post, day, half)
}

/// The text of a cell, how it stands out, and whether it is hatched behind the text.
pub fn said(tab: &WeekTab, post: PostId, day: Day, row: Row, room: usize, cx: &Cx) -> (String, Meaning, bool) {
    let closed = cx.frame.rota.calendar.closed(day).is_some();
    let hatched = match row {
        Row::Slot { half: Some(half), .. } => !kind(tab, post, day, half, cx).is_open(),
        _ => closed,
    };
    let all = entries(tab, post, day, row);
    let from = if let Row::Slot { from, .. } = row { from } else { 0 };
    let first = |e: &NewEntry| e.start.is_none_or(|s| s >= from);
    let starting: Vec<_> = all.iter().filter(|(_, e)| first(e)).copied().collect();
    if starting.is_empty() {
        // Begun above: its edge goes on.
        let goes_on = all.first().map(|(_, e)| sign(e.kind, cx).to_owned()).unwrap_or_default();
        return (goes_on, Meaning::Plain, hatched);
    }
    let clash = overlap(&all);
    let mark = if clash { format!(" {}", cx.look.glyph(Glyph::Alert)) } else { String::new() };
    let fits = |said: &String| text::width(said) + text::width(&mark) <= room;
    let forms = forms(&starting, row, cx);
    let said = forms.iter().find(|f| fits(f)).or(forms.last()).cloned().unwrap_or_default();
    let said = text::cut(&said, room.saturating_sub(text::width(&mark)), cx.look.glyph(Glyph::Ellipsis));
    (format!("{said}{mark}"), if clash { Meaning::Watch } else { Meaning::Plain }, hatched)
}

/// The ways to say what begins in a cell, the longest first.
fn forms(starting: &[(EntryId, &NewEntry)], row: Row, cx: &Cx) -> Vec<String> {
    let places = starts(row, cx).count();
    let block = cx.look.glyph(Glyph::Block);
    let booked = starting.iter().filter(|(_, e)| e.kind.is_appointment() && e.kind != EntryKind::Visit).count();
    let count = if places > 0 { format!("{booked}/{places}") } else { booked.to_string() };
    let [(_, first), rest @ ..] = starting else { return Vec::new() };
    let name = short(first, cx);
    let place = if first.place.is_empty() { name.clone() } else { format!("{name} {}", first.place) };
    let initials = first.patient.as_ref().and_then(|p| p.initials.as_deref()).unwrap_or_default();
    match (rest.len(), booked) {
        (0, 0) => vec![place, name],
        (0, _) if places > 1 => vec![format!("{name} {count}"), format!("{block} {count}"), count],
        (0, _) => vec![format!("{name} {initials}").trim_end().to_owned(), name],
        // Visits and events are named, what is counted follows.
        (n, 0) => vec![format!("{name} +{n}"), format!("{block} +{n}"), format!("+{n}")],
        (n, booked) if booked <= n => {
            let other = starting.iter().find(|(_, e)| !e.kind.is_appointment() || e.kind == EntryKind::Visit);
            let other = other.map(|(_, e)| (short(e, cx), sign(e.kind, cx))).unwrap_or_default();
            vec![
                format!("{block} {count} {}", other.0),
                format!("{block} {count} {}", other.1),
                format!("{count}{}", other.1),
            ]
        }
        _ => vec![format!("{block} {count}"), count],
    }
}
