//! What another desk made of the row a form edits, beside what is typed here; and what a draft was typed over.

use crate::protocol::{Page, Raw};

/// Marks the entries of a kept draft that say what a field held when the form was opened.
const ORIGIN: &str = "was/";

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
