//! The booklet on paper: to be sent ahead, or to lie in the house. Its codes are masked, always.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::SheetCx;
use super::said::{Block, Fact, FactKind, Said};
use crate::domain::Msg;
use crate::domain::draft::text as clean;
use crate::domain::place::{Chapter, GuidePage, secret};

/// Says the pages that are in the booklet, chapter by chapter.
pub fn say(pages: &[GuidePage], cx: &SheetCx) -> Said {
    let words = cx.words;
    let made = Msg::new("sheet-made")
        .with("day", words.day_year(cx.now.day))
        .with("time", words.time(cx.now.minute))
        .with("author", cx.author.as_str());
    let made = clean::line(&words.say(&made));
    Said {
        lang: words.lang().code(),
        title: words.say(&Msg::new("sheet-booklet").with("centre", cx.centre.name.as_str())),
        lead: vec![made.clone(), words.t("sheet-booklet-codes")],
        blocks: chapters(pages, cx).collect(),
        foot: cx.head().iter().map(|head| words.say(&head.msg())).collect(),
        validity: String::new(),
        seal: String::new(),
        made,
        page: words.t("sheet-page"),
        continued: words.t("sheet-continued"),
        by_hand: Some(words.t("sheet-by-hand")),
        colon: words.t("sheet-colon"),
    }
}

/// The chapters that have a page.
pub fn chapters<'a>(pages: &'a [GuidePage], cx: &'a SheetCx) -> impl Iterator<Item = Block> + 'a {
    Chapter::ALL.into_iter().filter_map(move |chapter| {
        let pages = pages.iter().filter(|page| !page.removed && page.head.what.chapter == chapter);
        let lines: Vec<Fact> = pages.map(|page| fact(page, cx)).collect();
        (!lines.is_empty()).then(|| Block { title: cx.words.t(chapter.word()), lines, ..Block::default() })
    })
}

/// A page: its title, what it says, and since when that is known to be right.
fn fact(page: &GuidePage, cx: &SheetCx) -> Fact {
    let what = &page.head.what;
    let verified = page.verified();
    let checked = Msg::new("register-page-verified")
        .with("day", cx.words.date(verified.day))
        .with("who", cx.rota.people.short(verified.person));
    let text = format!("\n{}\n{}", plain(&secret::masked(&what.text)), cx.words.say(&checked));
    Fact { kind: FactKind::Words, label: Some(secret::masked(&what.title)), text }
}

/// The text without the signs of Markdown; lines and lists stay.
fn plain(markdown: &str) -> String {
    let mut out = String::new();
    // The open lists: the next number, or none for dashes.
    let mut lists: Vec<Option<u64>> = Vec::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak => out.push('\n'),
            Event::Start(Tag::List(first)) => {
                begin(&mut out);
                lists.push(first);
            }
            Event::End(TagEnd::List(_)) => {
                lists.pop();
            }
            Event::Start(Tag::Item) => {
                begin(&mut out);
                out.push_str(&"  ".repeat(lists.len().saturating_sub(1)));
                match lists.last_mut() {
                    Some(Some(number)) => {
                        out.push_str(&number.to_string());
                        out.push_str(". ");
                        *number += 1;
                    }
                    _ => out.push_str("- "),
                }
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. }) if lists.is_empty() => begin(&mut out),
            _ => {}
        }
    }
    out.trim_end().to_owned()
}

/// Begins a line, unless one is begun.
fn begin(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_lists_stay_and_the_signs_go() {
        let text = "Titre\n---\nUne ligne\nla suivante\n\n- **un** point\n- deux\n  1. dedans\n\nFin <b>ici</b>.";
        assert_eq!(plain(text), "Titre\nUne ligne\nla suivante\n- un point\n- deux\n  1. dedans\nFin <b>ici</b>.");
    }
}
