//! Which words of a line are days: the spans, and the words that speak of days but say none.

use std::ops::Range;

use super::super::when;
use super::point::{Edge, Point, What, point, week_of};
use super::token::Token;
use crate::domain::{Day, Msg};

/// Days without a year that lie further apart were typed the wrong way round.
const LONGEST: i32 = 335;

/// What the words of a part of the line are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// From a day to a day, both included.
    Days(Day, Day),
    /// They speak of days, and cannot be read.
    Flaw(Msg),
}

/// Some tokens, and what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    pub tokens: Range<usize>,
    pub part: Part,
}

/// Words that may stand around days, and say nothing of them.
pub fn is_filler(word: &str) -> bool {
    const FILLERS: [&str; 37] = [
        "le", "la", "les", "l", "du", "de", "d", "des", "en", "au", "aux", "mois", "tout", "toute", "dans", "pour",
        "sur", "a", "the", "of", "in", "on", "for", "all", "from", "et", "and", "ou", "or", "puis", ",", ".", "-",
        "soit", "inclus", "compris", ":",
    ];
    FILLERS.contains(&word)
}

/// Words before a month after which it is not meant as a whole: `les mardis de mai`.
pub fn is_partial(word: &str) -> bool {
    const PARTIAL: [&str; 25] = [
        "moitie",
        "partie",
        "premiere",
        "1ere",
        "1re",
        "deuxieme",
        "2eme",
        "2e",
        "seconde",
        "troisieme",
        "3eme",
        "3e",
        "quatrieme",
        "4eme",
        "derniere",
        "dernier",
        "premier",
        "first",
        "second",
        "third",
        "last",
        "quelques",
        "chaque",
        "venu",
        "venue",
    ];
    let plural = word.trim_end_matches('s');
    PARTIAL.contains(&word) || (plural.len() >= 5 && when::names_weekday(plural))
}

/// Words before days after which one does not know which: `vers le 5 mai`, `le matin du 5 mai`.
pub fn is_vague(word: &str) -> bool {
    const VAGUE: [&str; 19] = [
        "debut",
        "fin",
        "mi",
        "milieu",
        "early",
        "late",
        "mid",
        "vers",
        "environ",
        "autour",
        "around",
        "hors",
        "matin",
        "apres-midi",
        "soir",
        "nuit",
        "week-end",
        "weekend",
        "we",
    ];
    VAGUE.contains(&word) || VAGUE.contains(&word.trim_end_matches('s'))
}

/// Words that speak of days without naming any: `sauf le week-end`, `au printemps`.
pub fn speaks_of_days(word: &str) -> bool {
    const WORDS: [&str; 17] = [
        "week-end",
        "weekend",
        "semaine",
        "week",
        "quinzaine",
        "jour",
        "day",
        "vacance",
        "holiday",
        "printemp",
        "ete",
        "automne",
        "hiver",
        "noel",
        "paque",
        "toussaint",
        "trimestre",
    ];
    let plural = word.trim_end_matches('s');
    WORDS.contains(&plural) || (plural.len() >= 5 && when::names_weekday(plural))
}

/// Numbers in words: `trois mai` is no whole month.
fn is_number(word: &str) -> bool {
    const NUMBERS: [&str; 19] = [
        "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
        "quatorze", "quinze", "seize", "vingt", "trente", "two",
    ];
    NUMBERS.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit())
}

/// What a number is a number of, when it is no week.
pub fn is_unit(word: &str) -> bool {
    const UNITS: [&str; 13] =
        ["jour", "semaine", "fois", "h", "heure", "moi", "an", "km", "day", "week", "time", "hour", "month"];
    UNITS.contains(&word.trim_end_matches('s')) || word == "fois" || when::month_number(word).is_some()
}

/// Words between a preposition and a day.
pub fn is_article(word: &str) -> bool {
    matches!(word, "le" | "la" | "les" | "l" | "the" | "du" | "de" | "d" | "des")
}

fn is_of(word: &str) -> bool {
    matches!(word, "de" | "d" | "du" | "of")
}

fn joins(word: &str) -> bool {
    matches!(word, "," | "et" | "and" | "ou" | "or" | "puis")
}

/// How the words before days leave their other end open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// `à partir du`.
    End,
    /// `jusqu'au`.
    Start,
    /// `entre le … et le …`.
    Between,
}

/// One day, week or month, or two with all between.
#[derive(Clone, Copy)]
struct Item {
    first: Point,
    last: Option<Point>,
    start: usize,
    end: usize,
}

struct Line<'a> {
    tokens: &'a [Token],
    text: &'a str,
    today: Day,
}

/// Reads all the spans of a line, first to last.
pub fn read(tokens: &[Token], text: &str, today: Day) -> Vec<Read> {
    let line = Line { tokens, text, today };
    let mut found: Vec<Read> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let since = found.last().map_or(0, |read| read.tokens.end);
        let reads = line.at(at, since);
        at = reads.last().map_or(at + 1, |read| read.tokens.end);
        found.extend(reads);
    }
    found
}

impl Line<'_> {
    fn said(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.said.as_str())
    }

    /// The words of some tokens, as typed.
    fn typed(&self, tokens: &Range<usize>) -> &str {
        typed(self.tokens, self.text, tokens)
    }

    fn flaw(&self, id: &'static str, tokens: Range<usize>) -> Read {
        Read { part: Part::Flaw(Msg::new(id).with("text", self.typed(&tokens))), tokens }
    }

    /// What the tokens from `at` on say; `since` is the token behind what was read last.
    fn at(&self, at: usize, since: usize) -> Vec<Read> {
        if let Some(end) = self.holidays(at) {
            return vec![self.flaw("span-holidays", at..end)];
        }
        if let Some((open, next)) = self.opens(at) {
            let next = self.skip(next);
            let Some(items) = self.items(next, open == Open::Between) else { return Vec::new() };
            let Some(end) = items.last().map(|item| item.end) else { return Vec::new() };
            return match open {
                Open::Start => vec![self.flaw("span-no-start", at..end)],
                Open::End | Open::Between if items[0].last.is_some() => {
                    let mut all = self.all(&items);
                    all[0].tokens.start = at;
                    all
                }
                Open::End => vec![self.flaw("span-no-end", at..end)],
                Open::Between => vec![self.flaw("span-vague", at..end)],
            };
        }
        let Some(items) = self.items(at, false) else { return Vec::new() };
        let Some(end) = items.last().map(|item| item.end) else { return Vec::new() };
        if when::is_last(self.said(end)) {
            return vec![self.flaw("span-vague", at..end + 1)];
        }
        if self.is_narrowed(at, since, &items) {
            return vec![self.flaw("span-vague", at..end)];
        }
        self.all(&items)
    }

    fn all(&self, items: &[Item]) -> Vec<Read> {
        items.iter().map(|item| self.resolve(item)).collect()
    }

    /// Behind `vacances de Noël`, whose days differ from zone to zone and are not known here.
    fn holidays(&self, at: usize) -> Option<usize> {
        const NAMES: [&str; 9] =
            ["scolaires", "toussaint", "noel", "fevrier", "hiver", "printemps", "paques", "ete", "christmas"];
        let school = matches!(self.said(at), "vacances" | "holidays");
        let end = (at + 1..self.tokens.len().min(at + 4)).find(|i| NAMES.contains(&self.said(*i)))?;
        school.then_some(end + 1)
    }

    /// Whether the words at `at` leave one end open, and the token behind them.
    fn opens(&self, at: usize) -> Option<(Open, usize)> {
        let is_accented = || self.typed(&(at..at + 1)).to_lowercase() == "dès";
        match (self.said(at), self.said(at + 1)) {
            ("a", "partir") => Some((Open::End, at + 2)),
            ("des", _) if is_accented() => Some((Open::End, at + 1)),
            ("depuis" | "apres" | "from" | "after" | "since", _) => Some((Open::End, at + 1)),
            ("jusqu", "au" | "a" | "en" | "aux") | ("d", "ici") => Some((Open::Start, at + 2)),
            ("avant" | "until" | "till" | "before", _) => Some((Open::Start, at + 1)),
            ("entre" | "between", _) => Some((Open::Between, at + 1)),
            _ => None,
        }
    }

    /// Behind the articles at `at`.
    fn skip(&self, at: usize) -> usize {
        (at..self.tokens.len()).find(|i| !is_article(self.said(*i))).unwrap_or(self.tokens.len())
    }

    /// Whether something before these days makes them less than a whole, so that nobody knows which.
    fn is_narrowed(&self, at: usize, since: usize, items: &[Item]) -> bool {
        let is_month = matches!(items[0].first.what, What::Month { edge: None, .. }) && items[0].last.is_none();
        let before = at.checked_sub(1).map_or("", |i| self.said(i));
        let clause = (since..at).rev().map(|i| self.said(i)).take_while(|word| !matches!(*word, "," | "." | ":"));
        let mut clause = clause.peekable();
        let right_behind =
            is_month && at > 0 && (is_number(before) || (since > 0 && (since..at).all(|i| is_of(self.said(i)))));
        right_behind || clause.any(|word| is_vague(word) || (is_month && is_partial(word)))
    }

    /// One item, or several of which the last says the month: `4, 5 et 6 mai`, `s20, 21 et 24`.
    fn items(&self, at: usize, between: bool) -> Option<Vec<Item>> {
        let mut items = vec![self.item(at, between)?];
        let plural = matches!(self.said(at), "semaines" | "weeks");
        let is_week_of = matches!(items[0].first.what, What::WeekOf { .. });
        loop {
            let last = *items.last()?;
            let tail = last.last.unwrap_or(last.first);
            let next = (last.end..self.tokens.len()).find(|i| !joins(self.said(*i))).filter(|next| *next > last.end);
            let next = next.map(|next| self.skip(next));
            let more = next.and_then(|next| match tail.what {
                What::Week(_) => self.week_item(next),
                _ if is_week_of && (plural || tail.is_bare()) => {
                    let (first, end) = week_of(self.tokens, next)?;
                    Some(Item { first, last: None, start: next, end })
                }
                _ if tail.is_bare() => self.item(next, false),
                _ => None,
            });
            match more {
                Some(item) => items.push(item),
                None if tail.is_bare() => return None,
                None => break,
            }
        }
        for i in (0..items.len().saturating_sub(1)).rev() {
            let of = items[i + 1].first;
            items[i].last = items[i].last.map(|last| last.in_month(of));
            items[i].first = items[i].first.in_month(items[i].last.unwrap_or(of));
        }
        Some(items)
    }

    /// The number of a week in a list of weeks, or two with all between.
    fn week_item(&self, at: usize) -> Option<Item> {
        let number = |at: usize| {
            let number = when::digits(self.said(at), 2).filter(|n| (1..=53).contains(n))?;
            (!is_unit(self.said(at + 1))).then_some(Point { what: What::Week(number), year: None })
        };
        let first = number(at)?;
        let second = matches!(self.said(at + 1), "-" | "a" | "au" | "to").then(|| number(at + 2)).flatten();
        Some(Item { first, last: second, start: at, end: if second.is_some() { at + 3 } else { at + 1 } })
    }

    fn item(&self, at: usize, between: bool) -> Option<Item> {
        let (first, next) = point(self.tokens, self.text, at)?;
        let single = Item { first, last: None, start: at, end: next };
        let (link, behind) = match (self.said(next), self.said(next + 1)) {
            ("jusqu", "au" | "a" | "en" | "aux") => ("au", next + 2),
            ("et" | "and", _) if between => ("et", next + 1),
            ("-" | "au" | "until" | "till" | "through", _) => ("au", next + 1),
            ("a" | "to", _) => ("a", next + 1),
            _ => return Some(single),
        };
        let behind = self.skip(behind);
        if let (What::Week(_), Some(item)) = (first.what, self.week_item(behind)) {
            return Some(Item { last: Some(item.first), end: behind + 1, ..single });
        }
        let Some((last, end)) = point(self.tokens, self.text, behind) else { return Some(single) };
        // `le 4 mai à 8 heures`.
        if last.is_bare() && (link == "a" || !matches!(first.what, What::Date { .. } | What::WeekOf { .. })) {
            return Some(single);
        }
        let as_day = |point: Point| match point.what {
            What::WeekOf { day, month } => Point { what: What::Date { day, month, weekday: None }, ..point },
            _ => point,
        };
        let (first, last) = (as_day(first).in_month(last), last.in_month(as_day(first)));
        Some(Item { first, last: Some(last), start: at, end })
    }

    /// The days of an item: never in the past, unless their year was typed.
    fn resolve(&self, item: &Item) -> Read {
        let tokens = item.start..item.end;
        match self.days(item) {
            Ok((from, to)) => Read { tokens, part: Part::Days(from, to) },
            Err(id) => self.flaw(id, tokens),
        }
    }

    fn days(&self, item: &Item) -> Result<(Day, Day), &'static str> {
        let today = self.today;
        let (first, last) = (item.first, item.last.unwrap_or(item.first));
        let edge = |point: Point| match point.what {
            What::Month { edge, .. } => edge,
            _ => None,
        };
        if matches!(
            (edge(first), edge(last), item.last),
            (Some(_), _, None) | (Some(Edge::End), ..) | (_, Some(Edge::Start), _)
        ) {
            return Err("span-vague");
        }
        let impossible = "draft-day-impossible";
        let start = first.year.and_then(|_| first.times(today, today).next());
        let earliest = start.filter(|_| last.year.is_none()).map_or(today, |(from, _)| from);
        let mut ends = last.times(earliest, today);
        let (mut from, to) = ends.find(|(_, to)| last.year.is_some() || *to >= earliest).ok_or(impossible)?;
        if item.last.is_some() {
            let mut starts = first.times(to, today).filter(|(from, _)| first.year.is_some() || *from <= to);
            from = starts.next_back().ok_or(impossible)?.0;
            if from > to || (!(first.year.is_some() && last.year.is_some()) && to.0 - from.0 > LONGEST) {
                return Err("span-backwards");
            }
        }
        if !(first.agrees(from) && last.agrees(to)) {
            return Err("span-weekday");
        }
        let is_dated = first.year.is_some() || last.year.is_some();
        Ok((if is_dated { from } else { from.max(today) }, to))
    }
}

/// The words of some tokens, as typed.
pub fn typed<'a>(tokens: &[Token], text: &'a str, some: &Range<usize>) -> &'a str {
    let (Some(first), Some(last)) = (tokens.get(some.start), tokens.get(some.end.saturating_sub(1))) else { return "" };
    text.get(first.at.start..last.at.end.max(first.at.start)).unwrap_or("")
}
