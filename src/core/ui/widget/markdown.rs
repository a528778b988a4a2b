//! Light Markdown in lines of a terminal: headings, lists, bold; a link is its text and its address.
//!
//! A line break that was typed is a line break: who writes a page of the booklet is no typesetter.
//! What is to be shown as it is (a code, say) is taken out before the text is read as Markdown and put back after,
//! so that no sign in it means anything.

use std::collections::VecDeque;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use ratatui::text::{Line, Span};
use textwrap::core::Fragment;
use unicode_segmentation::UnicodeSegmentation;

use super::text;
use crate::ui::{Look, Meaning};

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Read as Markdown, together with the others around what is verbatim.
    Marked(&'a str),
    /// Shown as it is, in bold.
    Verbatim(&'a str),
}

/// What stands for the verbatim pieces while the text is read: signs of Unicode's private area, one for each.
const HOLDER: std::ops::RangeInclusive<u32> = 0xe000..=0xf8ff;

fn is_holder(c: char) -> bool {
    HOLDER.contains(&u32::from(c))
}

/// The text as lines of at most that many columns.
#[must_use]
pub fn lines(source: &[Piece], columns: u16, look: &Look) -> Vec<Line<'static>> {
    let mut held = Vec::new();
    let mut bare = String::new();
    for piece in source {
        match piece {
            // Nobody types such a sign; one that was pasted would stand for what is held.
            Piece::Marked(text) => bare.extend(text.chars().filter(|c| !is_holder(*c))),
            Piece::Verbatim(text) => {
                let number = u32::try_from(held.len()).ok().map(|n| HOLDER.start() + n);
                // Beyond so many thousand, nothing stands there: nothing is shown that was to be masked.
                if let Some(holder) = number.filter(|n| HOLDER.contains(n)).and_then(char::from_u32) {
                    bare.push(holder);
                    held.push(*text);
                }
            }
        }
    }
    let mut writer = Writer { held, columns, ..Writer::new(look) };
    for (event, place) in Parser::new(&bare).into_offset_iter() {
        let heading = matches!(event, Event::End(TagEnd::Heading(_)));
        writer.event(event);
        if heading && bare[place.end..].starts_with('\n') {
            writer.blank();
        }
    }
    writer.finish()
}

/// A piece of a paragraph in one style.
type Run = (String, Meaning);

struct Writer<'a> {
    held: Vec<&'a str>,
    columns: u16,
    look: &'a Look,
    lines: Vec<Line<'static>>,
    /// The line under way.
    runs: Vec<Run>,
    /// The open lists: the next number, or none for dashes.
    lists: Vec<Option<u64>>,
    /// What stands before the next line of an item.
    marker: Option<String>,
    /// How far the lines of each open item stand in.
    indents: Vec<usize>,
    strong: usize,
    heading: bool,
    /// The addresses of the open links.
    links: VecDeque<String>,
}

impl<'a> Writer<'a> {
    const fn new(look: &'a Look) -> Self {
        Self {
            held: Vec::new(),
            columns: 0,
            look,
            lines: Vec::new(),
            runs: Vec::new(),
            lists: Vec::new(),
            marker: None,
            indents: Vec::new(),
            strong: 0,
            heading: false,
            links: VecDeque::new(),
        }
    }

    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text, self.meaning()),
            Event::Code(text) => self.text(&text, Meaning::Strong),
            Event::SoftBreak | Event::HardBreak => self.flush(),
            Event::Rule => {
                self.flush();
                self.blank();
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Heading { .. } => {
                self.flush();
                self.heading = true;
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(first);
            }
            Tag::Item => {
                self.flush();
                let marker = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
                self.indents.push(text::width(&marker));
                self.marker = Some(marker);
            }
            Tag::BlockQuote(_) => self.indents.push(2),
            Tag::Strong | Tag::Emphasis => self.strong += 1,
            Tag::Link { dest_url, .. } => self.links.push_back(dest_url.into_string()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                self.flush();
                if self.lists.is_empty() {
                    self.blank();
                }
            }
            TagEnd::Heading(_) => {
                self.flush();
                self.heading = false;
            }
            TagEnd::Item | TagEnd::BlockQuote(_) => {
                self.flush();
                self.marker = None;
                self.indents.pop();
            }
            TagEnd::List(_) => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.blank();
                }
            }
            TagEnd::Strong | TagEnd::Emphasis => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => {
                let address = self.links.pop_back().unwrap_or_default();
                let said: String = self.runs.iter().map(|(text, _)| text.as_str()).collect();
                if !address.is_empty() && !said.ends_with(address.trim_start_matches("mailto:")) {
                    self.text(&format!(" ({address})"), Meaning::Plain);
                }
            }
            _ => {}
        }
    }

    const fn meaning(&self) -> Meaning {
        match (self.heading, self.strong) {
            (true, _) => Meaning::Title,
            (false, 0) => Meaning::Plain,
            (false, _) => Meaning::Strong,
        }
    }

    /// Adds text to the line under way, with what was held; what it breaks itself stays broken.
    fn text(&mut self, text: &str, meaning: Meaning) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.flush();
            }
            for piece in line.split_inclusive(is_holder) {
                let holder = piece.chars().next_back().filter(|c| is_holder(*c));
                let plain = holder.map_or(piece, |c| &piece[..piece.len() - c.len_utf8()]);
                if !plain.is_empty() {
                    self.runs.push((plain.to_owned(), meaning));
                }
                if let Some(holder) = holder {
                    let number = usize::try_from(u32::from(holder) - HOLDER.start()).unwrap_or(usize::MAX);
                    let verbatim = self.held.get(number).copied().unwrap_or_default();
                    self.runs.push((verbatim.to_owned(), Meaning::Strong));
                }
            }
        }
    }

    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    /// Ends the line under way, wrapped.
    fn flush(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        if runs.is_empty() {
            return;
        }
        // Deep inside, half the width is left for words.
        let indent = self.indents.iter().sum::<usize>().min(usize::from(self.columns) / 2);
        let marker = self.marker.take().unwrap_or_default();
        let room = usize::from(self.columns).saturating_sub(indent).max(1);
        for (at, line) in wrap(&runs, room).into_iter().enumerate() {
            let before = if at == 0 {
                format!("{}{marker}", " ".repeat(indent.saturating_sub(text::width(&marker))))
            } else {
                " ".repeat(indent)
            };
            let spans = line.into_iter().map(|(text, meaning)| Span::styled(text, self.look.style(meaning)));
            let before = (!before.is_empty()).then(|| Span::raw(before));
            self.lines.push(Line::from(before.into_iter().chain(spans).collect::<Vec<_>>()));
        }
    }

    fn finish(mut self) -> Vec<Line<'static>> {
        self.flush();
        while self.lines.last().is_some_and(|line| line.width() == 0) {
            self.lines.pop();
        }
        self.lines
    }
}

/// A word among the graphemes of a paragraph.
#[derive(Debug, Clone, Copy)]
struct Word {
    from: usize,
    to: usize,
    width: usize,
    /// Blanks after it.
    blanks: usize,
}

impl Fragment for Word {
    #[expect(clippy::cast_precision_loss, reason = "columns of a terminal")]
    fn width(&self) -> f64 {
        self.width as f64
    }

    #[expect(clippy::cast_precision_loss, reason = "columns of a terminal")]
    fn whitespace_width(&self) -> f64 {
        self.blanks as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Runs in lines of at most that many columns; a word that is longer is cut.
#[expect(clippy::cast_precision_loss, reason = "columns of a terminal")]
fn wrap(runs: &[Run], columns: usize) -> Vec<Vec<Run>> {
    let signs: Vec<(&str, Meaning)> =
        runs.iter().flat_map(|(text, meaning)| text.graphemes(true).map(|sign| (sign, *meaning))).collect();
    let mut words: Vec<Word> = Vec::new();
    for (at, (sign, _)) in signs.iter().enumerate() {
        let width = text::width(sign);
        match words.last_mut() {
            Some(word) if *sign == " " => word.blanks += 1,
            Some(word) if word.blanks == 0 && word.width + width <= columns => {
                word.to = at + 1;
                word.width += width;
            }
            None if *sign == " " => {}
            _ => words.push(Word { from: at, to: at + 1, width, blanks: 0 }),
        }
    }
    let broken = textwrap::wrap_algorithms::wrap_first_fit(&words, &[columns as f64]);
    let line = |words: &&[Word]| {
        let mut line: Vec<Run> = Vec::new();
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return line };
        for (sign, meaning) in &signs[first.from..last.to] {
            match line.last_mut() {
                Some((text, of)) if of == meaning => text.push_str(sign),
                _ => line.push(((*sign).to_owned(), *meaning)),
            }
        }
        line
    };
    broken.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(source: &[Piece], columns: u16) -> Vec<String> {
        lines(source, columns, &Look::default()).iter().map(ToString::to_string).collect()
    }

    fn marked(source: &str, columns: u16) -> Vec<String> {
        of(&[Piece::Marked(source)], columns)
    }

    #[test]
    fn headings_lists_and_line_breaks_are_as_they_were_typed() {
        let source = "# Titre\nUne ligne\nla suivante\n\n- un point assez long pour deux lignes\n- deux\n  1. dedans\n  2. encore\n\nFin.\nAutre titre\n---\n";
        let expected = [
            "Titre",
            "Une ligne",
            "la suivante",
            "",
            "- un point assez long",
            "  pour deux lignes",
            "- deux",
            "  1. dedans",
            "  2. encore",
            "",
            "Fin.",
            "Autre titre",
        ];
        assert_eq!(marked(source, 24), expected);
        assert_eq!(marked("# Titre\n\nUne ligne", 24), ["Titre", "", "Une ligne"]);
    }

    #[test]
    fn bold_is_bold_and_a_link_is_its_text_and_address() {
        let look = Look::default();
        let line = &lines(&[Piece::Marked("Un **mot** et [le site](https://a.fr), <b>x</b>")], 80, &look)[0];
        assert_eq!(line.to_string(), "Un mot et le site (https://a.fr), <b>x</b>");
        assert_eq!((line.spans[1].content.as_ref(), line.spans[1].style), ("mot", look.style(Meaning::Strong)));
        assert_eq!(marked("<https://a.fr>", 80), ["https://a.fr"]);
    }

    #[test]
    fn a_verbatim_piece_is_shown_whatever_signs_it_has() {
        use Piece::{Marked, Verbatim};
        let source = [
            Marked("Porte "),
            Verbatim("*48_21*#"),
            Marked(" et **alarme "),
            Verbatim("B||7"),
            Marked("**, [page](https://a.fr/?k="),
            Verbatim("9"),
            Marked(")"),
        ];
        assert_eq!(of(&source, 80), ["Porte *48_21*# et alarme B||7, page (https://a.fr/?k=9)"]);
    }

    #[test]
    fn a_sign_of_the_private_area_stands_for_nothing_that_is_held() {
        assert_eq!(of(&[Piece::Marked("\u{e000} "), Piece::Verbatim("1234")], 40), ["1234"]);
    }

    #[test]
    fn a_word_that_is_too_long_is_cut_and_a_no_break_space_holds() {
        assert_eq!(marked("abcdefghijklm no", 8), ["abcdefgh", "ijklm no"]);
        assert_eq!(marked("une clé\u{a0}: ici", 8), ["une", "clé\u{a0}:", "ici"]);
    }

    proptest! {
        #[test]
        fn no_text_makes_a_line_too_long_(source in "[a-z *_#\\-\n\\[\\]()>`1.<&]{0,120}", columns in 12u16..60) {
            let text = [Piece::Marked(&source), Piece::Verbatim("4821"), Piece::Marked(&source)];
            for line in lines(&text, columns, &Look::default()) {
                // The number of an item may be longer than what it stands in.
                prop_assert!(line.width() <= usize::from(columns) + 11);
            }
        }

        #[test]
        fn plain_words_are_all_there_in_their_order(words in proptest::collection::vec("[a-zé]{1,9}", 1..20), columns in 10u16..60) {
            let text = words.join(" ");
            prop_assert_eq!(marked(&text, columns).join(" "), text);
            prop_assert!(marked(&words.join(" "), columns).iter().all(|line| text::width(line) <= usize::from(columns)));
        }
    }
}
