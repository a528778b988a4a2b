//! Text measured and cut by what a terminal shows, not by characters.

use textwrap::WordSplitter;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns the text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text in lines of at most `columns`; its own line breaks are kept.
#[must_use]
pub fn wrap(text: &str, columns: u16) -> Vec<String> {
    let columns = usize::from(columns.max(1));
    let wrapped = |line: &str| -> Vec<String> {
        let bound = bound(line);
        let lines = textwrap::wrap(&bound, textwrap::Options::new(columns).word_splitter(KEYS_WHOLE));
        lines.into_iter().map(|line| line.replace(BOUND, " ")).collect()
    };
    text.lines().flat_map(wrapped).collect()
}

/// A line may end at a hyphen, but not within the name of a key.
const KEYS_WHOLE: WordSplitter = WordSplitter::Custom(|word| {
    if word.contains("Ctrl-") { Vec::new() } else { WordSplitter::HyphenSplitter.split_points(word) }
});

/// Stands for a blank at which no line ends: of the private area, so that no text holds it and wrapping takes it for a
/// letter.
const BOUND: char = '\u{f8ff}';

/// The text with its words bound where they belong together: a sign alone goes with the word before, and of `12 h 30`
/// neither part stands alone.
fn bound(line: &str) -> String {
    let is_sign = |word: &str| !word.is_empty() && word.chars().all(|c| ".,;:!?»".contains(c));
    let is_hour = |word: &str| word == "h" || word == "H";
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let mut out = String::with_capacity(line.len());
    let mut before = "";
    for (at, word) in line.split(' ').enumerate() {
        let together = is_sign(word) || (is_hour(word) && is_number(before)) || (is_number(word) && is_hour(before));
        if at > 0 {
            out.push(if together && !before.is_empty() { BOUND } else { ' ' });
        }
        out.push_str(word);
        before = word;
    }
    out
}

/// The text cut to at most `columns`, with an ellipsis when something is left out.
#[must_use]
pub fn cut(text: &str, columns: usize, ellipsis: &str) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(ellipsis.width());
    let mut taken = 0;
    let mut out: String = text
        .graphemes(true)
        .take_while(|g| {
            taken += g.width();
            taken <= room
        })
        .collect();
    if columns >= ellipsis.width() {
        out.push_str(ellipsis);
    }
    out
}

/// The text, filled with spaces or cut to exactly `columns`.
#[must_use]
pub fn fit(text: &str, columns: usize, ellipsis: &str) -> String {
    let mut out = cut(text, columns, ellipsis);
    let missing = columns.saturating_sub(out.width());
    out.extend(std::iter::repeat_n(' ', missing));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_by_columns_and_never_inside_a_grapheme() {
        assert_eq!(cut("Hélène", 6, "…"), "Hélène");
        assert_eq!(cut("He\u{301}le\u{300}ne Vidal", 7, "…"), "He\u{301}le\u{300}ne…");
        assert_eq!(cut("日本語", 4, "…"), "日…");
        assert_eq!(fit("ab", 4, "…"), "ab  ");
        assert_eq!(fit("日本語", 4, "…"), "日… ");
    }

    #[test]
    fn no_line_begins_with_a_sign_or_ends_inside_an_hour() {
        assert_eq!(wrap("à revoir .", 8), ["à", "revoir ."]);
        assert_eq!(wrap("visite à 12 h 30 demain", 12), ["visite à", "12 h 30", "demain"]);
        assert_eq!(wrap("a  b", 8), ["a  b"]);
    }

    #[test]
    fn no_line_ends_within_the_name_of_a_key() {
        assert_eq!(wrap("aide · Ctrl-Q quitter", 12), ["aide ·", "Ctrl-Q", "quitter"]);
        assert_eq!(wrap("un rendez-vous", 11), ["un rendez-", "vous"]);
    }

    #[test]
    fn wraps_and_keeps_its_own_lines() {
        assert_eq!(wrap("un deux trois\nquatre", 8), ["un deux", "trois", "quatre"]);
    }
}
