//! One end of a span: a day, a week or a month, with as much of it as was typed.

use super::super::when;
use super::read::is_unit;
use super::token::Token;
use crate::domain::{Day, IsoWeek};

/// A year without which one looks: at most eight lie between two of the 29th of February or of week 53.
const YEARS_AHEAD: i32 = 8;

/// A day, a week or a month as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    pub what: What,
    pub year: Option<i32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A day; its month may be said further on.
    Date {
        day: u32,
        month: Option<u32>,
        weekday: Option<usize>,
    },
    /// The week in which a day lies.
    WeekOf {
        day: u32,
        month: Option<u32>,
    },
    Week(u32),
    /// A month, or only its beginning or its end.
    Month {
        month: u32,
        edge: Option<Edge>,
    },
    /// The first or the second half of a month.
    Half {
        month: u32,
        second: bool,
    },
    /// So many weeks from this one.
    WeeksOn(i32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    Start,
    End,
}

impl Point {
    /// Whether it is a number whose month is still to come.
    pub const fn is_bare(self) -> bool {
        matches!(self.what, What::Date { month: None, .. } | What::WeekOf { month: None, .. })
    }

    /// A bare number is of that month.
    pub fn in_month(mut self, of: Self) -> Self {
        let (said, year) = match of.what {
            What::Date { month, .. } | What::WeekOf { month, .. } => (month, of.year),
            _ => (None, None),
        };
        if let What::Date { month: month @ None, .. } | What::WeekOf { month: month @ None, .. } = &mut self.what {
            *month = said;
            self.year = self.year.or(year);
        }
        self
    }

    /// Its first and last day in that year, where the year has it.
    fn of_year(self, year: i32, today: Day) -> Option<(Day, Day)> {
        if !when::in_reach(year) {
            return None;
        }
        let month = |month| Day::ymd(year, month, 1).map(|first| (first, first.month_end()));
        match self.what {
            What::Date { day, month, .. } => Day::ymd(year, month?, day).map(|day| (day, day)),
            What::WeekOf { day, month } => Day::ymd(year, month?, day).map(Day::week).map(|w| (w.monday(), w.sunday())),
            What::Week(number) => IsoWeek::new(year, number).map(|week| (week.monday(), week.sunday())),
            What::Month { month: number, .. } => month(number),
            What::Half { month: number, second } => {
                month(number).map(|(first, last)| if second { (first.plus(15), last) } else { (first, first.plus(14)) })
            }
            What::WeeksOn(weeks) => {
                let week = today.week().plus(weeks);
                Some((week.monday(), week.sunday()))
            }
        }
    }

    /// Each time it comes, from the year before `from` on; once only where a year was typed.
    pub fn times(self, from: Day, today: Day) -> impl DoubleEndedIterator<Item = (Day, Day)> {
        use chrono::Datelike;
        let around = from.date().year();
        let (first, last) = self.year.map_or((around - YEARS_AHEAD, around + YEARS_AHEAD), |year| (year, year));
        (first..=last).filter_map(move |year| self.of_year(year, today))
    }

    /// Whether the day of the week that was typed is that day's.
    pub fn agrees(self, day: Day) -> bool {
        match self.what {
            What::Date { weekday: Some(weekday), .. } => day.weekday_index() == weekday,
            _ => true,
        }
    }
}

/// A part of the line from a token on: what it is, and the token behind it.
type Found<T> = Option<(T, usize)>;

fn said(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |t| t.said.as_str())
}

/// Reads a day, a week or a month that begins with the token at `at`.
pub fn point(tokens: &[Token], text: &str, at: usize) -> Found<Point> {
    week(tokens, at)
        .or_else(|| dashed(said(tokens, at)).map(|point| (point, at + 1)))
        .or_else(|| half(tokens, text, at))
        .or_else(|| date(tokens, at))
        .or_else(|| whole_month(tokens, text, at))
}

/// A year in four figures behind a day, a week or a month.
fn with_year(what: What, tokens: &[Token], at: usize) -> (Point, usize) {
    let year = said(tokens, at);
    match when::year(year).filter(|year| when::in_reach(*year)) {
        Some(typed) if year.len() == 4 => (Point { what, year: Some(typed) }, at + 1),
        _ => (Point { what, year: None }, at),
    }
}

fn week_number(text: &str) -> Option<u32> {
    when::digits(text, 2).filter(|number| (1..=53).contains(number))
}

/// A week: `s20`, `sem 20`, `semaines 20`, `2027-S20`, `s20/2027`, `semaine du 14 mai`, `la semaine prochaine`.
fn week(tokens: &[Token], at: usize) -> Found<Point> {
    let word = said(tokens, at);
    let short = |text: &str| text.strip_prefix(['s', 'w']).and_then(week_number);
    if let Some(number) = short(word) {
        return Some(with_year(What::Week(number), tokens, at + 1));
    }
    if let Some((week, year)) = word.split_once('/').or_else(|| word.split_once('-').map(|(y, w)| (w, y))) {
        let number = short(week)?;
        return Some((Point { what: What::Week(number), year: Some(when::year(year)?) }, at + 1));
    }
    if matches!((word, said(tokens, at + 1)), ("this", "week") | ("cette", "semaine")) {
        return Some((Point { what: What::WeeksOn(0), year: None }, at + 2));
    }
    if matches!((word, said(tokens, at + 1)), ("next", "week") | ("semaine", "prochaine")) {
        return Some((Point { what: What::WeeksOn(1), year: None }, at + 2));
    }
    if !matches!(word, "s" | "w" | "sem" | "semaine" | "semaines" | "week" | "weeks") {
        return None;
    }
    let next = at + 1 + usize::from(matches!(said(tokens, at + 1), "no" | "n" | "numero"));
    if let Some(number) = week_number(said(tokens, next)) {
        return Some(with_year(What::Week(number), tokens, next + 1));
    }
    let of = at + 1 + usize::from(matches!(said(tokens, at + 1), "du" | "de" | "des" | "of"));
    let of = of + usize::from(of > at + 1 && matches!(said(tokens, of), "the" | "lundi" | "monday"));
    (of > at + 1).then(|| week_of(tokens, of))?
}

/// The week of a day: what stands behind `semaine du`.
pub fn week_of(tokens: &[Token], at: usize) -> Found<Point> {
    let (point, next) = date(tokens, at)?;
    let What::Date { day, month, .. } = point.what else { return None };
    Some((Point { what: What::WeekOf { day, month }, year: point.year }, next))
}

/// `2027-05-04` and `04-05-2027`.
fn dashed(word: &str) -> Option<Point> {
    let parts: Vec<&str> = word.split('-').collect();
    let [a, month, c] = parts.as_slice() else { return None };
    let (year, day) = if a.len() == 4 { (a, c) } else { (c, a) };
    let what = What::Date { day: when::digits(day, 2)?, month: Some(when::digits(month, 2)?), weekday: None };
    Some(Point { what, year: Some(when::year(year)?) }).filter(|_| month.len() <= 2)
}

/// The half of a month: `1re quinzaine de mai`, `seconde quinzaine d'août`.
fn half(tokens: &[Token], text: &str, at: usize) -> Found<Point> {
    let second = match said(tokens, at) {
        "premiere" | "1ere" | "1re" => false,
        "deuxieme" | "seconde" | "2eme" | "2e" | "2nde" => true,
        _ => return None,
    };
    if said(tokens, at + 1) != "quinzaine" {
        return None;
    }
    let (month, next) = month_name(tokens, text, of_month(tokens, at + 2))?;
    Some(with_year(What::Half { month, second }, tokens, next))
}

/// Behind `de`, `du mois de`.
fn of_month(tokens: &[Token], at: usize) -> usize {
    let words = ["de", "d", "du", "mois", "of"];
    (at..tokens.len().min(at + 3)).find(|i| !words.contains(&said(tokens, *i))).unwrap_or(at)
}

fn day_number(word: &str) -> Option<u32> {
    when::day_of_month(word).filter(|day| (1..=31).contains(day))
}

/// A day: `4`, `4 mai`, `lundi 4 mai 2027`, `14/8`, `14.8.27`, and `May 4` as the English write it.
fn date(tokens: &[Token], at: usize) -> Found<Point> {
    let weekday = when::weekday_number(said(tokens, at));
    if let (Some(weekday), true) = (weekday, said(tokens, at).len() >= 3) {
        let at = at + 1 + usize::from(matches!(said(tokens, at + 1), "le"));
        if let Some((mut point, next)) = date(tokens, at).filter(|_| when::weekday_number(said(tokens, at)).is_none()) {
            if let What::Date { weekday: typed, .. } = &mut point.what {
                *typed = Some(weekday);
            }
            return Some((point, next));
        }
    }
    let word = said(tokens, at);
    if word.contains(['/', '.']) {
        let parts: Vec<&str> = word.split(['/', '.']).collect();
        let (day, month, year) = match parts.as_slice() {
            [day, month] => (day, month, None),
            [day, month, year] => (day, month, Some(when::year(year)?)),
            _ => return None,
        };
        let what = What::Date { day: when::digits(day, 2)?, month: Some(when::digits(month, 2)?), weekday: None };
        return Some(if year.is_some() { (Point { what, year }, at + 1) } else { with_year(what, tokens, at + 1) });
    }
    if let Some(day) = day_number(word) {
        let behind = at + 1 + usize::from(said(tokens, at + 1) == "of");
        return Some(match when::month_number(said(tokens, behind)).or_else(|| mars(said(tokens, behind))) {
            Some(month) => with_year(What::Date { day, month: Some(month), weekday: None }, tokens, behind + 1),
            None => (Point { what: What::Date { day, month: None, weekday: None }, year: None }, at + 1),
        });
    }
    let month = when::month_number(word).filter(|_| when::is_english_month(word))?;
    let day = day_number(said(tokens, at + 1))?;
    let behind = at + 2 + usize::from(said(tokens, at + 2) == "," && said(tokens, at + 3).len() == 4);
    Some(with_year(What::Date { day, month: Some(month), weekday: None }, tokens, behind))
}

/// Behind a number `mar` is the month.
fn mars(word: &str) -> Option<u32> {
    (word == "mar").then_some(3)
}

/// A month: `mai`, `mai 2027`, `début mai`, `fin du mois de mai`.
fn whole_month(tokens: &[Token], text: &str, at: usize) -> Found<Point> {
    let edge = match said(tokens, at) {
        "debut" | "early" => Some(Edge::Start),
        "fin" | "late" => Some(Edge::End),
        _ => None,
    };
    let name = if edge.is_some() { of_month(tokens, at + 1) } else { at };
    let (month, next) = month_name(tokens, text, name)?;
    Some(with_year(What::Month { month, edge }, tokens, next))
}

/// The month that a token names: `may` is one where it stands for it (`in may`, `May`), `sept` where it counts nothing.
fn month_name(tokens: &[Token], text: &str, at: usize) -> Found<u32> {
    let word = said(tokens, at);
    let month = when::month_number(word)?;
    let before = at.checked_sub(1).map_or("", |i| said(tokens, i));
    let is_verb = word == "may"
        && at > 0
        && !matches!(before, "in" | "of" | "to" | "for" | "from" | "until" | "et" | "and" | "or" | "-" | "between")
        && !text[tokens[at].at.clone()].starts_with('M');
    let is_seven = word == "sept" && is_unit(said(tokens, at + 1));
    (!is_verb && !is_seven).then_some((month, at + 1))
}
