//! Text broken into lines by what its letters measure.

use textwrap::WordSeparator;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation as _;

use super::letters::{Letters, Weight};

/// A stretch of text in one weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub weight: Weight,
}

impl Run {
    pub fn regular(text: impl Into<String>) -> Self {
        Self { text: text.into(), weight: Weight::Regular }
    }

    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), weight: Weight::Bold }
    }
}

/// A part of a line in one weight, from where the line begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    pub x: f32,
    /// Width of what is seen: a space that ends the line is kept for those who copy the text, and not counted.
    pub width: f32,
    pub text: String,
    pub weight: Weight,
}

/// What cannot be broken, in one weight or several, with the space that follows it.
#[derive(Debug, Default)]
struct Piece {
    words: Vec<Word>,
    width: f32,
    space: String,
    space_width: f32,
}

#[derive(Debug)]
struct Word {
    text: String,
    weight: Weight,
    width: f32,
}

impl Piece {
    fn hold(&mut self, next: Self) {
        self.words.extend(next.words);
        self.width += next.width;
        (self.space, self.space_width) = (next.space, next.space_width);
    }
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.width.into()
    }

    fn whitespace_width(&self) -> f64 {
        self.space_width.into()
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Breaks runs into lines no wider than `width`; those after the first are `hang` narrower.
///
/// A run that ends with a no-break space stays with the one after it.
pub fn broken(letters: &Letters, runs: &[Run], size: f32, width: f32, hang: f32) -> Vec<Vec<Span>> {
    let narrow = width - hang;
    let mut pieces: Vec<Piece> = Vec::new();
    for run in runs {
        let mut more = pieces_of(letters, run, size, narrow).into_iter();
        let held = |last: &&mut Piece| last.words.last().is_some_and(|w| w.text.ends_with('\u{a0}'));
        match (more.next(), pieces.last_mut().filter(held)) {
            (Some(first), Some(last)) if last.width + first.width <= narrow => last.hold(first),
            (first, _) => pieces.extend(first),
        }
        pieces.extend(more);
    }
    if pieces.is_empty() {
        return Vec::new();
    }
    wrap_first_fit(&pieces, &[width.into(), narrow.into()]).into_iter().map(spans).collect()
}

fn pieces_of(letters: &Letters, run: &Run, size: f32, width: f32) -> Vec<Piece> {
    let text = letters.drawable(&run.text);
    let measure = |text: &str| letters.width(text, run.weight, size);
    let mut pieces = Vec::new();
    for word in WordSeparator::UnicodeBreakProperties.find_words(&text) {
        let parts = cut(word.word, width, measure).into_iter().map(|text| {
            let word = Word { width: measure(&text), text, weight: run.weight };
            Piece { width: word.width, words: vec![word], ..Piece::default() }
        });
        pieces.extend(parts);
        if let Some(last) = pieces.last_mut() {
            word.whitespace.clone_into(&mut last.space);
            last.space_width = measure(word.whitespace);
        }
    }
    pieces
}

/// A word too long for a line, in parts that are not.
fn cut(word: &str, width: f32, measure: impl Fn(&str) -> f32) -> Vec<String> {
    if measure(word) <= width {
        return vec![word.to_owned()];
    }
    let (mut parts, mut part, mut used) = (Vec::new(), String::new(), 0.0);
    for grapheme in word.graphemes(true) {
        let more = measure(grapheme);
        if used + more > width && !part.is_empty() {
            parts.push(std::mem::take(&mut part));
            used = 0.0;
        }
        part.push_str(grapheme);
        used += more;
    }
    parts.push(part);
    parts
}

fn spans(pieces: &[Piece]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    // Where the next word begins: what the line measures so far, with its spaces.
    let mut x = 0.0;
    for piece in pieces {
        for word in &piece.words {
            match spans.last_mut() {
                Some(span) if span.weight == word.weight => {
                    span.text.push_str(&word.text);
                    span.width = x + word.width - span.x;
                }
                _ => spans.push(Span { x, width: word.width, text: word.text.clone(), weight: word.weight }),
            }
            x += word.width;
        }
        if let Some(span) = spans.last_mut() {
            span.text.push_str(&piece.space);
        }
        x += piece.space_width;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(line: &[Span]) -> String {
        line.iter().map(|s| s.text.as_str()).collect()
    }

    #[test]
    fn a_line_breaks_between_words_and_never_before_a_colon() {
        let letters = Letters::new();
        let runs = [Run::bold("Conduite à tenir\u{a0}: "), Run::regular("rappeler le laboratoire")];
        let lines = broken(&letters, &runs, 10.0, 100.0, 10.0);
        let read: Vec<_> = lines.iter().map(|l| text(l)).collect();
        assert_eq!(read, ["Conduite à tenir\u{a0}: ", "rappeler le ", "laboratoire"]);
    }

    #[test]
    fn two_weights_share_a_line_without_touching() {
        let letters = Letters::new();
        let lines = broken(&letters, &[Run::bold("Pour le\u{a0}: "), Run::regular("mar. 15/12")], 10.0, 300.0, 0.0);
        let [label, day] = &lines[0][..] else { panic!("{lines:?}") };
        let space = letters.width(" ", Weight::Bold, 10.0);
        assert!((day.x - (label.x + label.width + space)).abs() < 0.001, "{lines:?}");
    }

    #[test]
    fn what_a_no_break_space_holds_moves_to_the_next_line_together() {
        let letters = Letters::new();
        let runs = [Run::regular("Suivi clinique  Relais\u{a0}:\u{a0}"), Run::bold("Dr\u{a0}Passebois")];
        let lines = broken(&letters, &runs, 10.0, 120.0, 0.0);
        assert_eq!(text(&lines[1]), "Relais\u{a0}:\u{a0}Dr\u{a0}Passebois", "{lines:?}");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(
            text in "[a-zA-Zéœ0-9 →:.-]{0,200}|[x]{0,200}|\\PC{0,80}",
            width in 60.0_f32..400.0,
        ) {
            let letters = Letters::new();
            let lines = broken(&letters, &[Run::bold("Label "), Run::regular(&text)], 11.0, width, 12.0);
            for (n, line) in lines.iter().enumerate() {
                let room = if n == 0 { width } else { width - 12.0 };
                let last = line.last().unwrap();
                prop_assert!(last.x + last.width <= room + 0.01, "{line:?}");
                prop_assert!(line.windows(2).all(|two| two[0].x + two[0].width <= two[1].x + 0.01), "{line:?}");
            }
            let placed: String = lines.iter().flatten().map(|s| s.text.as_str()).collect();
            prop_assert_eq!(placed, format!("Label {}", letters.drawable(&text)));
        }
    }
}
