//! Availability as typed: `s20-s24`, `mai et juin`, `du 3 au 14/8`, or a line of an e-mail pasted whole.
//!
//! Nothing is guessed: without a year the next such days are meant, and what names no certain day is said so rather than
//! taken for one.

mod mood;
mod point;
pub(in crate::domain) mod read;
#[cfg(test)]
mod tests;
pub(in crate::domain) mod token;

use std::ops::Range;

use self::read::{Part, is_filler, read, speaks_of_days, typed};
use self::token::tokens;
use super::text::{line, note};
use super::when;
use crate::domain::availability::Answer;
use crate::domain::{Day, Msg};

/// Days that an e-mail names, and what it answers for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Read {
    pub from: Day,
    /// Included.
    pub to: Day,
    pub answer: Answer,
}

/// What a pasted text says of days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pasted {
    /// In the order they are written in. A refusal inside other days stands beside them, as it was said.
    pub reads: Vec<Read>,
    /// Words that speak of days and could not be read, as written, each with why.
    pub unread: Vec<(String, Msg)>,
}

/// Reads the spans of a field: first and last day of each, both included, in the order typed.
///
/// Without a year they are the next such days, and those that are running begin today.
///
/// # Errors
/// Text that names no days, names them vaguely (`fin mai`) or with one end only (`à partir du 10 mars`), or holds anything
/// else.
pub fn spans(text: &str, today: Day) -> Result<Vec<(Day, Day)>, Msg> {
    let text = line(text);
    let tokens = tokens(&text);
    let reads = read(&tokens, &text, today);
    let mut found = Vec::new();
    for read in &reads {
        match &read.part {
            Part::Days(from, to) => found.push((*from, *to)),
            Part::Flaw(why) => return Err(why.clone()),
        }
    }
    let used: Vec<Range<usize>> = reads.into_iter().map(|read| read.tokens).collect();
    let rest = (0..tokens.len()).filter(|i| !used.iter().any(|u| u.contains(i)) && !is_filler(&tokens[*i].said));
    let rest: Vec<&str> = rest.map(|i| typed(&tokens, &text, &(i..i + 1))).collect();
    match (found.is_empty(), rest.as_slice()) {
        (false, []) => Ok(found),
        (false, rest) => Err(Msg::new("span-unread").with("text", rest.join(" "))),
        // `demain`, `lundi`.
        (true, _) => match when::day(&text, today) {
            Ok(day) if day >= today => Ok(vec![(day, day)]),
            _ => Err(Msg::new("span-none").with("text", text)),
        },
    }
}

/// Reads what a pasted line, or several, says of days.
#[must_use]
pub fn pasted(text: &str, today: Day) -> Pasted {
    let text = note(text);
    let tokens = tokens(&text);
    let reads = read(&tokens, &text, today);
    let spans: Vec<Range<usize>> = reads.iter().map(|read| read.tokens.clone()).collect();
    let answers = mood::answers(&tokens, &spans);
    let mut found = Pasted::default();
    for (read, answer) in reads.into_iter().zip(answers) {
        match read.part {
            Part::Days(from, to) => found.reads.push(Read { from, to, answer }),
            Part::Flaw(why) => found.unread.push((typed(&tokens, &text, &read.tokens).to_owned(), why)),
        }
    }
    let is_read = |i: &usize| spans.iter().any(|span| span.contains(i));
    let ends = |i: usize| matches!(tokens[i].said.as_str(), "," | "." | ":" | "mais" | "but");
    let mut at = 0;
    while at < tokens.len() {
        // The words between two signs or spans.
        let end = (at..tokens.len()).find(|i| ends(*i) || is_read(i)).unwrap_or(tokens.len());
        if tokens[at..end].iter().any(|token| speaks_of_days(&token.said)) {
            let is_said = |i: &usize| !is_filler(&tokens[*i].said);
            let last = (at..end).rfind(is_said).map_or(end, |i| i + 1);
            let words = typed(&tokens, &text, &(at..last)).to_owned();
            found.unread.push((words.clone(), Msg::new("span-vague").with("text", words)));
        }
        at = end + 1;
    }
    found
}
