//! Codes in a text: written `((4821#))`, and masked wherever they are not asked for.
//!
//! Parentheses need neither `AltGr` nor Shift on a French keyboard. A secret ends on its line: one
//! that is not closed is masked to the end of it, so that a slip of the finger shows nothing.

/// What stands for a secret, whatever its length.
pub const MASK: &str = "••••";

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    Plain(&'a str),
    Secret(&'a str),
}

/// The text in its parts, in their order; what marks a secret belongs to none.
#[must_use]
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("((") {
        let (plain, marked) = rest.split_at(start);
        let inside = &marked[2..];
        let line = inside.find('\n').unwrap_or(inside.len());
        let (secret, after) = match inside[..line].find("))") {
            Some(end) => {
                // A code may itself end in a parenthesis, if one is open in it.
                let count = |sign| inside[..end].bytes().filter(|b| *b == sign).count();
                let after = inside[end + 2..line].bytes().take_while(|b| *b == b')').count();
                let more = count(b'(').saturating_sub(count(b')')).min(after);
                (&inside[..end + more], &inside[end + more + 2..])
            }
            None => inside.split_at(line),
        };
        parts.extend([Part::Plain(plain), Part::Secret(secret)]);
        rest = after;
    }
    parts.push(Part::Plain(rest));
    parts.retain(|part| *part != Part::Plain(""));
    parts
}

/// The text with every secret masked.
#[must_use]
pub fn masked(text: &str) -> String {
    let shown = parts(text).into_iter().map(|part| match part {
        Part::Plain(text) => text,
        Part::Secret(_) => MASK,
    });
    shown.collect()
}

/// Whether there is something to reveal.
#[must_use]
pub fn has_secret(text: &str) -> bool {
    parts(text).iter().any(|part| matches!(part, Part::Secret(_)))
}

/// Whether a secret is begun and not ended on its line.
#[must_use]
pub fn is_open(text: &str) -> bool {
    text.lines().any(|line| {
        let rest = line.rfind("((").map(|at| &line[at + 2..]);
        rest.is_some_and(|rest| !rest.contains("))"))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Porte : ((4821#)).", "Porte : ••••.")]
    #[case("((a)) et ((bc))", "•••• et ••••")]
    #[case("((12(34)))", "••••")]
    #[case("Porte : ((4821\nAlarme : 2", "Porte : ••••\nAlarme : 2")]
    #[case("(voir (ici))", "(voir (ici))")]
    #[case("(simple)", "(simple)")]
    #[case("(porte : ((4821)))", "(porte : ••••)")]
    #[case("(((4821)))", "••••")]
    fn a_secret_is_masked_whatever_its_length(#[case] text: &str, #[case] shown: &str) {
        assert_eq!(masked(text), shown);
        assert_eq!(has_secret(text), text != shown);
    }

    #[test]
    fn a_secret_that_is_not_closed_is_noticed() {
        assert!(is_open("Porte : ((4821") && is_open("((1)) puis ((2"));
        assert!(!is_open("Porte : ((4821))") && !is_open("rien"));
    }

    proptest! {
        #[test]
        fn nothing_of_a_code_is_left_and_nothing_else_is_lost(
            before in "[a-z (\n]{0,12}", code in "[0-9#*]{1,8}", after in "[a-z )\n]{0,12}"
        ) {
            let text = format!("{before} (({code})) {after}");
            prop_assert!(!masked(&text).contains(&code));
            let whole: String = parts(&text).iter().map(|p| match p { Part::Plain(t) | Part::Secret(t) => *t }).collect();
            let bare = |text: &str| text.replace(['(', ')'], "");
            prop_assert_eq!(bare(&whole), bare(&text));
        }
    }
}
