//! Codes in the texts of the booklet, masked or seen.

use crate::domain::place::secret::{self, MASK, Part};
use crate::ui::widget::markdown::Piece;

/// Whether codes are seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Codes {
    #[default]
    Masked,
    Shown,
}

impl Codes {
    /// The text in its pieces: a code, or what masks it, is no Markdown, whatever signs it has.
    pub(super) fn pieces(self, text: &str) -> Vec<Piece<'_>> {
        let piece = |part| match part {
            Part::Plain(text) => Piece::Marked(text),
            Part::Secret(_) if self == Self::Masked => Piece::Verbatim(MASK),
            Part::Secret(code) => Piece::Verbatim(code),
        };
        secret::parts(text).into_iter().map(piece).collect()
    }

    /// The text of one line, such as a title, which is no Markdown at all.
    pub(super) fn line(self, text: &str) -> String {
        let said = self.pieces(text).into_iter().map(|piece| match piece {
            Piece::Marked(text) | Piece::Verbatim(text) => text,
        });
        said.collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ui::Look;
    use crate::ui::widget::markdown;

    fn read(text: &str, codes: Codes) -> Vec<String> {
        markdown::lines(&codes.pieces(text), 80, &Look::default()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_code_is_masked_or_shown_whatever_signs_it_has() {
        let text = "Porte ((*48_21*#)) et **alarme ((B||7))**, [page](https://a.fr/?k=((9)))";
        assert_eq!(read(text, Codes::Masked), ["Porte •••• et alarme ••••, page (https://a.fr/?k=••••)"]);
        assert_eq!(read(text, Codes::Shown), ["Porte *48_21*# et alarme B||7, page (https://a.fr/?k=9)"]);
        assert_eq!(Codes::Masked.line("Alarme ((B))"), "Alarme ••••");
        assert_eq!(Codes::Shown.line("Alarme ((B))"), "Alarme B");
    }

    proptest! {
        #[test]
        fn no_text_shows_a_masked_code(around in "[a-z *_#\\-\n\\[\\]()>`1.<&]{0,120}") {
            let text = format!("{around}((4821)){around}");
            prop_assert!(read(&text, Codes::Masked).iter().all(|line| !line.contains("4821")));
            prop_assert!(!Codes::Masked.line(&text).contains("4821"));
        }
    }
}
