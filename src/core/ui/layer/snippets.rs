//! The sentences kept ready, chosen while writing: what is chosen is put at the cursor.

use super::choose::{Choice, ChooseLayer};
use crate::ui::{Ask, Cx};

/// Each by its code, found by any of its words too.
#[must_use]
pub fn snippets(cx: &Cx) -> ChooseLayer {
    let shelf = &cx.frame.shelf.snippets;
    let widest = shelf.iter().map(|s| s.code.chars().count()).max().unwrap_or(0);
    let choice = |snippet: &crate::domain::writing::Snippet| Choice {
        label: format!("{:widest$}  {}", snippet.code, snippet.text.replace('\n', " ")),
        aside: String::new(),
        synonyms: String::new(),
        asks: vec![Ask::Insert(snippet.text.clone())],
    };
    let choices = shelf.iter().map(choice).collect();
    ChooseLayer::new(cx.t("writing-pick"), cx.t("writing-pick-none"), choices)
}
