//! Text measured and cut by what a terminal shows, not by characters.

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
    text.lines().flat_map(|line| textwrap::wrap(line, columns).into_iter().map(std::borrow::Cow::into_owned)).collect()
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
    fn wraps_and_keeps_its_own_lines() {
        assert_eq!(wrap("un deux trois\nquatre", 8), ["un deux", "trois", "quatre"]);
    }
}
