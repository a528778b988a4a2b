//! A line cut into words, numbers and the signs between them.

use std::ops::Range;

use super::super::text::fold;
use super::super::when;

/// However it was typed.
const DASH: &str = "-";

/// A word, a number or a sign, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Folded. A dash is `-`, what ends a sentence `.`, what sets apart `,`, and what joins `et`.
    pub said: String,
    /// Bytes of the line.
    pub at: Range<usize>,
}

/// Cuts a line, or several.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let end = if first.is_alphanumeric() { word_end(text, at) } else { at + first.len_utf8() };
        let last = found.last().map_or("", |t| t.said.as_str());
        let said = match first {
            c if c.is_alphanumeric() => fold(&text[at..end]),
            // `sem. 20`, `janv. 2027`: the full stop of a short word ends nothing.
            '.' if is_short(last) && found.last().is_some_and(|t| t.at.end == at) => String::new(),
            '.' | '!' | '?' | ';' | '\n' => ".".to_owned(),
            ':' | '(' => ":".to_owned(),
            ',' | ')' | '"' | '«' | '»' => ",".to_owned(),
            '-' | '\u{2010}'..='\u{2015}' | '→' | '>' | '/' if last == "-" => String::new(),
            '-' | '\u{2010}'..='\u{2015}' | '→' | '>' => DASH.to_owned(),
            '/' | '&' | '+' => "et".to_owned(),
            _ => String::new(),
        };
        if said.is_empty() {
            // Nothing, or a mark without a letter.
        } else if first.is_alphanumeric() {
            found.extend(parts(&said, at..end));
        } else {
            found.push(Token { said, at: at..end });
        }
        at = end;
    }
    found
}

/// Where the word that begins at `at` ends: signs between figures belong to it, a hyphen between letters too.
fn word_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    if let Some(length) = dashed(rest) {
        return at + length;
    }
    let mut before = ' ';
    let mut chars = rest.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, c)| *c);
        let inside = match c {
            c if c.is_alphanumeric() => true,
            // A letter typed as two, accent behind.
            c if fold(&c.to_string()).is_empty() => true,
            '/' | '.' => before.is_ascii_digit() && after.is_ascii_digit(),
            '-' => before.is_alphabetic() && after.is_alphabetic(),
            _ => false,
        };
        if !inside {
            return at + offset;
        }
        before = c;
    }
    text.len()
}

/// Bytes of a date or week with dashes in it: `2027-05-04`, `04-05-2027`, `2027-S20`.
fn dashed(rest: &str) -> Option<usize> {
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
    let parts: Vec<&str> = rest[..end].split('-').collect();
    let figures = |part: &str, max: usize| when::digits(part, max).is_some();
    let whole = match parts.as_slice() {
        [a, b, c] => {
            figures(b, 2)
                && ((a.len() == 4 && figures(a, 4) && figures(c, 2))
                    || (figures(a, 2) && c.len() == 4 && figures(c, 4)))
        }
        [a, week] => {
            a.len() == 4 && figures(a, 4) && week.strip_prefix(['s', 'S', 'w', 'W']).is_some_and(|n| figures(n, 2))
        }
        _ => false,
    };
    whole.then_some(end)
}

/// A word as it is, or the months that a hyphen joins: `mai-juin`, and `mi-mai`.
fn parts(said: &str, at: Range<usize>) -> Vec<Token> {
    let halves: Vec<&str> = said.split('-').collect();
    match halves.as_slice() {
        [first, last] if when::month_number(last).is_some() => {
            let mut found = vec![Token { said: (*first).to_owned(), at: at.clone() }];
            if when::month_number(first).is_some() {
                found.push(Token { said: "-".to_owned(), at: at.clone() });
            }
            found.push(Token { said: (*last).to_owned(), at });
            found
        }
        _ => vec![Token { said: said.to_owned(), at }],
    }
}

fn is_short(word: &str) -> bool {
    const WHOLE: [&str; 10] = ["mars", "avril", "mai", "juin", "aout", "march", "april", "may", "june", "july"];
    word == "sem"
        || (word.len() <= 5 && when::names_month(word) && !WHOLE.contains(&word))
        || (word.len() == 3 && when::names_weekday(word))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("du 3 au 14/8", "du|3|au|14/8")]
    #[case("3-14 août", "3|-|14|aout")]
    #[case("s20–s24", "s20|-|s24")]
    #[case("peut-être", "peut-etre")]
    #[case("mai-juin, mi-mai", "mai|-|juin|,|mi|mai")]
    #[case("mai/juin + s20/s21", "mai|et|juin|et|s20|et|s21")]
    #[case("2027-05-04 04-05-2027 2027-S20", "2027-05-04|04-05-2027|2027-s20")]
    #[case("jusqu'en août. Sem. 20.", "jusqu|en|aout|.|sem|20|.")]
    #[case("06.12.34.56.78", "06.12.34.56.78")]
    fn a_line_in_words(#[case] typed: &str, #[case] cut: &str) {
        let said: Vec<String> = tokens(typed).into_iter().map(|t| t.said).collect();
        assert_eq!(said.join("|"), cut);
    }

    proptest! {
        #[test]
        fn every_token_stands_in_the_text_and_in_order(text in "(?s).{0,60}") {
            let found = tokens(&text);
            prop_assert!(found.iter().all(|t| !t.said.is_empty() && !text[t.at.clone()].is_empty()));
            prop_assert!(found.windows(2).all(|two| two[0].at == two[1].at || two[0].at.end <= two[1].at.start));
        }
    }
}
