//! Souhait: what a volunteer would like, as the coordination typed it from what was said.
//!
//! What is kept is the text; it is read each time it is needed, so that a better reading serves what was typed before.

use super::draft::span::read::{is_article, is_partial, is_unit, is_vague, typed};
use super::draft::span::token::{Token, tokens};
use super::draft::text::line;
use super::draft::when;
use super::{Day, IsoWeek};

/// Weeks that come every year: months, and weeks by their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weeks {
    /// Bit 0 is January.
    months: u16,
    /// Bit 1 is week 1, bit 53 week 53.
    numbers: u64,
}

impl Weeks {
    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.months == 0 && self.numbers == 0
    }

    /// Whether the week is one of them: by its number, or by the month in which it has most of its days.
    #[must_use]
    pub fn has(self, week: IsoWeek) -> bool {
        self.has_number(week) || self.has_month(week.monday().plus(3))
    }

    /// Whether one of its days from Monday to Friday is in them.
    #[must_use]
    pub fn touches(self, week: IsoWeek) -> bool {
        let monday = week.monday();
        self.has_number(week) || monday.to(monday.plus(4)).any(|day| self.has_month(day))
    }

    /// How many weeks of an ordinary year they are.
    #[must_use]
    pub fn count(self) -> usize {
        (1..=52).filter_map(|number| IsoWeek::new(2027, number)).filter(|week| self.has(*week)).count()
    }

    fn has_number(self, week: IsoWeek) -> bool {
        self.numbers & (1 << week.number()) != 0
    }

    fn has_month(self, day: Day) -> bool {
        use chrono::Datelike;
        self.months & (1 << day.date().month0()) != 0
    }

    fn add(&mut self, part: Part) {
        let around = |first: u32, last: u32, count: u32| {
            let length = if last >= first { last - first } else { last + count - first };
            (0..=length).map(move |n| (first - 1 + n) % count + 1)
        };
        match part {
            Part::Months(first, last) => around(first, last, 12).for_each(|month| self.months |= 1 << (month - 1)),
            Part::Numbers(first, last) => around(first, last, 53).for_each(|number| self.numbers |= 1 << number),
        }
    }
}

/// What a volunteer would like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wish {
    pub likes: Weeks,
    pub never: Weeks,
    /// How often a year they would come, at most.
    pub per_year: Option<u8>,
}

/// How a week suits a wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WishFit {
    /// It is one they would like.
    Likes,
    /// They said that they never come then.
    Never,
}

/// Months or weeks from one to another, each included, and around the new year where the last is before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Months(u32, u32),
    Numbers(u32, u32),
}

/// Seasons by their months, and the days one likes.
const SEASONS: [(&str, u32, u32); 11] = [
    ("printemps", 3, 5),
    ("ete", 6, 8),
    ("automne", 9, 11),
    ("hiver", 12, 2),
    ("beaux jours", 4, 9),
    ("belle saison", 4, 9),
    ("spring", 3, 5),
    ("summer", 6, 8),
    ("autumn", 9, 11),
    ("winter", 12, 2),
    ("fine season", 4, 9),
];

/// Numbers as they are said of times a year.
const TIMES: [(&str, u8); 14] = [
    ("une", 1),
    ("un", 1),
    ("1", 1),
    ("1x", 1),
    ("one", 1),
    ("once", 1),
    ("deux", 2),
    ("2", 2),
    ("2x", 2),
    ("two", 2),
    ("twice", 2),
    ("trois", 3),
    ("3", 3),
    ("3x", 3),
];

/// Words that turn what follows into what they never do.
const NEVER: [&str; 12] =
    ["jamais", "pas", "sauf", "hors", "excepte", "hormis", "eviter", "evite", "never", "not", "except", "avoid"];

/// Words that turn it back.
const LIKES: [&str; 12] = [
    "mais",
    "plutot",
    "preference",
    "prefere",
    "volontiers",
    "souhaite",
    "aime",
    "aimerait",
    "but",
    "rather",
    "likes",
    "prefers",
];

/// Words that say nothing of weeks.
const FILLERS: [&str; 30] = [
    "en", "au", "aux", "a", "mois", "et", "ou", "and", "or", "in", "the", "of", "je", "j", "il", "elle", "ne", "de",
    "vient", "venir", "toute", "annee", "n", "importe", "quand", "any", "anytime", "comes", "come", "si",
];

impl Wish {
    /// Reads a wish as typed, and the words that could not be read, as typed.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<String>) {
        let text = line(text);
        let tokens = tokens(&text);
        let mut wish = Self::default();
        let mut unread: Vec<std::ops::Range<usize>> = Vec::new();
        let (mut never, mut at, mut since) = (false, 0, 0);
        while at < tokens.len() {
            let word = tokens[at].said.as_str();
            if let Some((times, end)) = per_year(&tokens, at) {
                wish.per_year = Some(times);
                (at, since) = (end, end);
                continue;
            }
            if let Some((part, end)) = span(&tokens, at) {
                let months = matches!(part, Part::Months(..));
                let narrowed = tokens[since..at].iter().any(|t| is_vague(&t.said) && !NEVER.contains(&t.said.as_str()))
                    || (months && tokens[since..at].iter().any(|t| is_partial(&t.said)));
                let counted = months && at > 0 && tokens[at - 1].said.starts_with(|c: char| c.is_ascii_digit());
                if narrowed || counted {
                    unread.push(at..end);
                } else if never {
                    wish.never.add(part);
                } else {
                    wish.likes.add(part);
                }
                (at, since) = (end, end);
                continue;
            }
            if NEVER.contains(&word) {
                never = true;
            } else if LIKES.contains(&word) || word == "." {
                never = false;
            } else if !FILLERS.contains(&word) && !is_article(word) && !matches!(word, "," | ":" | "-") {
                unread.push(at..at + 1);
            }
            if matches!(word, "," | "." | ":") {
                since = at + 1;
            }
            at += 1;
        }
        (wish, runs(&tokens, &text, &unread))
    }

    /// How the week suits; what is refused counts before what is liked.
    #[must_use]
    pub fn of(&self, week: IsoWeek) -> Option<WishFit> {
        if self.never.touches(week) { Some(WishFit::Never) } else { self.likes.has(week).then_some(WishFit::Likes) }
    }
}

/// Words that stand side by side, as typed.
fn runs(tokens: &[Token], text: &str, unread: &[std::ops::Range<usize>]) -> Vec<String> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for part in unread {
        match runs.last_mut().filter(|last| last.end == part.start) {
            Some(last) => last.end = part.end,
            None => runs.push(part.clone()),
        }
    }
    runs.iter().map(|run| typed(tokens, text, run).to_owned()).collect()
}

fn said(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| token.said.as_str())
}

/// Months or weeks that begin with the token at `at`, and the token behind them.
fn span(tokens: &[Token], at: usize) -> Option<(Part, usize)> {
    let (first, next) = part(tokens, at)?;
    if !matches!(said(tokens, next), "-" | "a" | "au" | "to" | "jusqu") {
        return Some((first, next));
    }
    let is_link = |word: &str| is_article(word) || matches!(word, "-" | "a" | "au" | "aux" | "to" | "jusqu" | "en");
    let behind = (next..tokens.len()).find(|i| !is_link(said(tokens, *i))).unwrap_or(next);
    let number = when::digits(said(tokens, behind), 2).filter(|n| (1..=53).contains(n));
    let number = number.filter(|_| !is_unit(said(tokens, behind + 1)));
    let last = part(tokens, behind).or_else(|| number.map(|n| (Part::Numbers(n, n), behind + 1)));
    match (first, last) {
        (Part::Months(first, _), Some((Part::Months(_, last), end))) => Some((Part::Months(first, last), end)),
        (Part::Numbers(first, _), Some((Part::Numbers(_, last), end))) => Some((Part::Numbers(first, last), end)),
        _ => Some((first, next)),
    }
}

/// A season, a month or a week.
fn part(tokens: &[Token], at: usize) -> Option<(Part, usize)> {
    let word = said(tokens, at);
    for (name, first, last) in SEASONS {
        let mut words = name.split(' ').enumerate();
        if words.all(|(n, word)| said(tokens, at + n) == word) {
            return Some((Part::Months(first, last), at + name.split(' ').count()));
        }
    }
    if let Some(month) = when::month_number(word) {
        return Some((Part::Months(month, month), at + 1));
    }
    let of = |number: &str| when::digits(number, 2).filter(|n| (1..=53).contains(n));
    if let Some(number) = word.strip_prefix(['s', 'w']).and_then(of) {
        return Some((Part::Numbers(number, number), at + 1));
    }
    let named = matches!(word, "s" | "w" | "sem" | "semaine" | "semaines" | "week" | "weeks");
    let number = of(said(tokens, at + 1)).filter(|_| named)?;
    Some((Part::Numbers(number, number), at + 2))
}

/// `une fois par an`, `1 à 2 fois/an`, `deux semaines par an`, `twice a year`.
fn per_year(tokens: &[Token], at: usize) -> Option<(u8, usize)> {
    let times = |at: usize| TIMES.iter().find(|(name, _)| *name == said(tokens, at)).map(|(_, times)| *times);
    let mut most = times(at)?;
    let mut next = at + 1;
    if let Some(more) = times(next + 1).filter(|_| matches!(said(tokens, next), "a" | "ou" | "-" | "to" | "or")) {
        most = most.max(more);
        next += 2;
    }
    let is_time = |word: &str| {
        matches!(word, "fois" | "semaine" | "semaines" | "sejour" | "sejours" | "time" | "times" | "week" | "weeks")
    };
    next += usize::from(is_time(said(tokens, next)));
    let per = matches!(said(tokens, next), "par" | "et" | "a" | "per" | "chaque");
    let year = matches!(said(tokens, next + 1), "an" | "ans" | "annee" | "year");
    (per && year).then_some((most, next + 2))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    /// The weeks of 2027 that fit, as runs of their numbers.
    fn weeks(fit: impl Fn(IsoWeek) -> bool) -> String {
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for number in (1..=52).filter(|n| IsoWeek::new(2027, *n).is_some_and(&fit)) {
            match runs.last_mut().filter(|(_, last)| last + 1 == number) {
                Some((_, last)) => *last = number,
                None => runs.push((number, number)),
            }
        }
        runs.iter().map(|(a, b)| if a == b { a.to_string() } else { format!("{a}-{b}") }).collect::<Vec<_>>().join(" ")
    }

    #[rstest]
    #[case("aux beaux jours", "13-39", "")]
    #[case("printemps", "9-21", "")]
    #[case("au printemps et en automne", "9-21 35-47", "")]
    #[case("l'hiver", "1-8 48-52", "")]
    #[case("mai", "18-21", "")]
    #[case("mai ou septembre", "18-21 35-39", "")]
    #[case("d'avril à juin", "13-25", "")]
    #[case("de novembre à février", "1-8 44-52", "")]
    #[case("s20-s24", "20-24", "")]
    #[case("semaines 20 à 24", "20-24", "")]
    #[case("s50-s2", "1-2 50-52", "")]
    #[case("jamais en août", "", "31-35")]
    #[case("sauf décembre", "", "48-52")]
    #[case("toute l'année sauf août et s52", "", "31-35 52")]
    #[case("aux beaux jours sauf juillet-août", "13-25 36-39", "26-35")]
    #[case("jamais l'été, plutôt en mai", "18-21", "22-35")]
    #[case("pas en août. Septembre", "36-39", "31-35")]
    #[case("in May, never in August", "18-21", "31-35")]
    fn a_wish_as_typed(#[case] typed: &str, #[case] likes: &str, #[case] never: &str) {
        let (wish, unread) = Wish::read(typed);
        let fits = |fit| weeks(|week| wish.of(week) == Some(fit));
        assert_eq!((fits(WishFit::Likes), fits(WishFit::Never)), (likes.into(), never.into()), "{typed}");
        assert_eq!(unread, [""; 0]);
    }

    #[rstest]
    #[case("une fois par an", Some(1))]
    #[case("2 fois par an", Some(2))]
    #[case("1 à 2 fois/an", Some(2))]
    #[case("deux semaines par an", Some(2))]
    #[case("1x/an", Some(1))]
    #[case("twice a year", Some(2))]
    #[case("une fois par an, en mai", Some(1))]
    #[case("mai", None)]
    fn how_often_a_year(#[case] typed: &str, #[case] times: Option<u8>) {
        let (wish, unread) = Wish::read(typed);
        assert_eq!((wish.per_year, unread), (times, Vec::new()));
    }

    #[rstest]
    #[case("vacances scolaires", &["vacances scolaires"])]
    #[case("hors vacances", &["vacances"])]
    #[case("mai, avec son chien", &["avec son chien"])]
    #[case("début mai", &["début", "mai"])]
    #[case("le 15 mai", &["15", "mai"])]
    #[case("première semaine de mai", &["première semaine", "mai"])]
    #[case("tous les deux ans", &["tous", "deux ans"])]
    fn what_is_not_read_is_given_back(#[case] typed: &str, #[case] words: &[&str]) {
        let (wish, unread) = Wish::read(typed);
        let joined: Vec<String> = words.join(" ").split(' ').map(str::to_owned).collect();
        assert_eq!(unread.join(" ").split(' ').collect::<Vec<_>>(), joined, "{typed}");
        assert_eq!(wish.likes.is_empty(), !typed.contains("chien"));
    }

    proptest! {
        #[test]
        fn any_text_gets_an_answer(text in "(?s).{0,60}") {
            let _ = Wish::read(&text);
        }

        /// Whatever else is said: what is refused is never liked, and every word that is a month is heard.
        #[test]
        fn each_month_is_heard(liked in 1..=12_u32, refused in 1..=12_u32, year in 1990..2100_i32, number in 1..=52_u32) {
            const MONTHS: [&str; 12] = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
                "octobre", "novembre", "décembre"];
            let name = |month: u32| MONTHS[month as usize - 1];
            let (wish, unread) = Wish::read(&format!("en {}, jamais en {}", name(liked), name(refused)));
            prop_assert!(unread.is_empty());
            let week = IsoWeek::new(year, number).unwrap();
            let month = |day: Day| chrono::Datelike::month(&day.date());
            let fit = wish.of(week);
            let any = week.days().take(5).any(|day| month(day) == refused);
            let most = month(week.monday().plus(3)) == liked;
            prop_assert_eq!(fit, if any { Some(WishFit::Never) } else if most { Some(WishFit::Likes) } else { None });
        }
    }
}
