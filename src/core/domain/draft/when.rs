//! Days, weeks, hours and lengths as people type them (rule 11: what is kept is absolute).

use chrono::Datelike;

use super::super::{Day, IsoWeek, Msg};
use super::text::{fold, line};

/// A date without a year is the nearest from that many days before today on.
const PAST_DAYS: i32 = 60;

/// A week without a year is the nearest from that many weeks before this one on.
const PAST_WEEKS: i32 = 4;

/// The 29th of February and a week 53 may be some years away: at most eight (1896 to 1904, 2096 to 2104).
const YEARS_AHEAD: i32 = 8;

/// Furthest day that `+7` may reach.
const MAX_PLUS: i32 = 3660;

const WEEKDAYS: [[&str; 7]; 2] = [
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
];

const MONTHS: [[&str; 12]; 2] = [
    [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ],
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
];

/// Reads a day: `24/11`, `2411`, `24.11.26`, `2026-11-24`, `mar`, `demain`, `+7`, `s48`, `1er mars 2027`.
///
/// Case and accents do not count; French and English names both do. A day of the week is the next
/// such day after today; a week is its Monday; without a year, the nearest such date from sixty days
/// ago on.
///
/// # Errors
/// Text that names no day, a date that does not exist, or one that is another day of the week.
pub fn day(text: &str, today: Day) -> Result<Day, Msg> {
    let typed = fold(&line(text));
    let typed = typed.trim();
    if let Some(day) = by_name(typed, today) {
        return Ok(day);
    }
    if let Some(plus) = counted(typed) {
        let days = digits(plus, 4).and_then(|n| i32::try_from(n).ok()).filter(|n| *n <= MAX_PLUS);
        return days.map(|n| today.plus(n)).ok_or_else(|| unknown_day(text));
    }
    if names_week(typed) {
        return week(text, today).map(IsoWeek::monday);
    }
    let mut words: Vec<&str> = typed.split([' ', ',']).filter(|w| !w.is_empty()).collect();
    words.retain(|w| !matches!(*w, "le" | "the" | "of" | "prochain" | "next"));
    let weekday = words.first().and_then(|w| position(w, &WEEKDAYS));
    if weekday.is_some() {
        words.remove(0);
    }
    let Some(weekday) = weekday else {
        return date(&words, today, text);
    };
    let found = match words.as_slice() {
        [] => return Ok((1..=7).map(|n| today.plus(n)).find(|d| d.weekday_index() == weekday).unwrap_or(today)),
        // `mardi 24`: the next 24th from today on.
        [number] if number.len() <= 2 && digits(number, 2).is_some() => {
            let wanted = digits(number, 2);
            today.to(today.plus(62)).find(|d| Some(d.date().day()) == wanted).ok_or_else(|| impossible(text))?
        }
        words => date(words, today, text)?,
    };
    if found.weekday_index() == weekday {
        Ok(found)
    } else {
        Err(Msg::new("draft-day-weekday").with("text", line(text)).with("day", found))
    }
}

/// Words around a date that say nothing of it.
const FILLERS: [&str; 3] = ["le", "the", "of"];

/// Reads a day of what has been: as [`day`], but without a year the last such date up to today, and a day of the week
/// the last such day. What can only lie ahead (`demain`, `+7`, `mardi prochain`, a year to come) does.
///
/// # Errors
/// As [`day`].
pub fn past(text: &str, today: Day) -> Result<Day, Msg> {
    let typed = fold(&line(text));
    let words: Vec<&str> = typed.split([' ', ',']).filter(|w| !w.is_empty() && !FILLERS.contains(w)).collect();
    if counts_on(text)
        || words.iter().any(|w| matches!(*w, "prochain" | "next"))
        || by_name(typed.trim(), today).is_some()
    {
        return day(text, today);
    }
    match (words.first().and_then(|w| position(w, &WEEKDAYS)), &words[..]) {
        (Some(weekday), [_]) => Ok(today.plus(-6).to(today).rfind(|d| d.weekday_index() == weekday).unwrap_or(today)),
        // `mardi 24`: the last 24th, which must be a Tuesday.
        (Some(weekday), [_, number]) if number.len() <= 2 && digits(number, 2).is_some() => {
            let wanted = digits(number, 2);
            let found = today.plus(-62).to(today).rfind(|d| Some(d.date().day()) == wanted);
            let found = found.ok_or_else(|| impossible(text))?;
            if found.weekday_index() == weekday {
                Ok(found)
            } else {
                Err(Msg::new("draft-day-weekday").with("text", line(text)).with("day", found))
            }
        }
        _ => {
            let found = day(text, today)?;
            // From ever further back, the nearest is at last one that has been; a year that was typed stays.
            let back = (1..=YEARS_AHEAD).map(|years| today.plus(-365 * years - years / 4).plus(PAST_DAYS));
            let earlier = back.filter_map(|base| day(text, base).ok()).find(|day| *day <= today);
            Ok(if found <= today { found } else { earlier.unwrap_or(found) })
        }
    }
}

/// Whether days are counted on from today: `+7`, `J+7`.
#[must_use]
pub fn counts_on(text: &str) -> bool {
    counted(&fold(&line(text))).is_some()
}

/// What follows the sign of a count of days, in folded text: the `7` of `+7`, `J+7` and `j + 7`.
fn counted(typed: &str) -> Option<&str> {
    let typed = typed.trim();
    Some(typed.strip_prefix('j').unwrap_or(typed).trim_start().strip_prefix('+')?.trim())
}

/// Reads a week: `s50`, `50`, `2026-S50`, `S12 2027`, `s12/2027`; `+7` is the week of that day.
///
/// Without a year, the nearest such week from four weeks ago on.
///
/// # Errors
/// Text that names no week, or a week the year does not have.
pub fn week(text: &str, today: Day) -> Result<IsoWeek, Msg> {
    let unknown = || Msg::new("draft-week").with("text", line(text));
    let missing = || Msg::new("draft-week-impossible").with("text", line(text));
    if counts_on(text) {
        return day(text, today).map(Day::week);
    }
    let folded = fold(&line(text));
    let mut tokens: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|t| !t.is_empty()).collect();
    tokens.retain(|t| !matches!(*t, "semaine" | "sem" | "week" | "s" | "w"));
    let marked = |t: &str| t.starts_with(['s', 'w']);
    let number = |t: &str| digits(t.strip_prefix(['s', 'w']).unwrap_or(t), 4);
    let (year, number) = match tokens.as_slice() {
        [one] => (None, number(one).ok_or_else(unknown)?),
        [first, second] => {
            let (a, b) = (number(first).ok_or_else(unknown)?, number(second).ok_or_else(unknown)?);
            match (marked(first), marked(second)) {
                (false, _) if a >= 1000 => (Some(a), b),
                (_, false) if b >= 1000 => (Some(b), a),
                (true, false) if b < 100 => (Some(2000 + b), a),
                _ => return Err(unknown()),
            }
        }
        _ => return Err(unknown()),
    };
    if let Some(year) = year.and_then(|y| i32::try_from(y).ok()) {
        return IsoWeek::new(year, number).filter(|_| in_reach(year)).ok_or_else(missing);
    }
    if number > 99 {
        return Err(unknown());
    }
    let first = today.week().plus(-PAST_WEEKS);
    (first.year()..=first.year() + YEARS_AHEAD)
        .filter_map(|year| IsoWeek::new(year, number))
        .find(|week| *week >= first)
        .ok_or_else(missing)
}

/// Reads an hour as minutes since midnight: `14h30`, `1430`, `14:30`, `14h`, `9`, `9 h 30`.
///
/// # Errors
/// Text that is no hour of a day.
pub fn minute(text: &str) -> Result<u16, Msg> {
    let typed: String = fold(&line(text)).chars().filter(|c| !c.is_whitespace()).collect();
    let parsed = match typed.as_str() {
        "midi" | "noon" => Some((12, 0)),
        "minuit" | "midnight" => Some((0, 0)),
        typed => match typed.split_once(['h', ':', '.']) {
            Some((hour, "" | "min")) if typed.contains('h') => digits(hour, 2).map(|h| (h, 0)),
            Some((hour, minutes)) => digits(hour, 2).zip(exactly_two(minutes.trim_end_matches("min"))),
            None => digits(typed, 4).map(|n| if typed.len() <= 2 { (n, 0) } else { (n / 100, n % 100) }),
        },
    };
    parsed
        .filter(|(h, m)| *h < 24 && *m < 60)
        .and_then(|(h, m)| u16::try_from(h * 60 + m).ok())
        .ok_or_else(|| Msg::new("draft-minute").with("text", line(text)))
}

/// The same, and the end of the day as `24h` or `24:00`.
///
/// # Errors
/// Text that is no hour of a day.
pub fn minute_or_midnight(text: &str) -> Result<u16, Msg> {
    let typed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if matches!(typed.as_str(), "24" | "24h" | "24h00" | "24:00" | "2400") { Ok(24 * 60) } else { minute(text) }
}

/// Reads a length in minutes: `30`, `30min`, `0h30`, `1h`; from one minute to a day.
///
/// # Errors
/// Text that is no such length.
pub fn length(text: &str) -> Result<u16, Msg> {
    let typed: String = fold(&line(text)).chars().filter(|c| !c.is_whitespace()).collect();
    let typed = typed.trim_end_matches("minutes").trim_end_matches("min").trim_end_matches("mn");
    let parsed = match typed.split_once(['h', ':']) {
        Some((hours, "")) if typed.contains('h') => digits(hours, 2).map(|h| h * 60),
        Some((hours, minutes)) => {
            digits(hours, 2).zip(exactly_two(minutes)).filter(|(_, m)| *m < 60).map(|(h, m)| h * 60 + m)
        }
        None => digits(typed, 4),
    };
    parsed
        .filter(|n| (1..=24 * 60).contains(n))
        .and_then(|n| u16::try_from(n).ok())
        .ok_or_else(|| Msg::new("draft-length").with("text", line(text)))
}

fn by_name(typed: &str, today: Day) -> Option<Day> {
    let days = match typed.trim_end_matches('.') {
        "aujourd'hui" | "aujourdhui" | "auj" | "today" => 0,
        "demain" | "tomorrow" => 1,
        "apres-demain" | "apres demain" | "day after tomorrow" => 2,
        "hier" | "yesterday" => -1,
        "avant-hier" | "avant hier" => -2,
        _ => return None,
    };
    Some(today.plus(days))
}

/// Reads a month, as its first day: `mars`, `mars 2027`, `03/2027`. Without a year, the next such month from this one on.
///
/// Nothing where a day is named, or could be: `mar` is Tuesday.
#[must_use]
pub fn month(text: &str, today: Day) -> Option<Day> {
    let typed = fold(&line(text));
    let words: Vec<&str> = typed.split([' ', '/', '-']).filter(|w| !w.is_empty()).collect();
    let (name, typed_year) = match words.as_slice() {
        [name] => (*name, None),
        [name, y] if y.len() == 4 => (*name, Some(year(y)?)),
        _ => return None,
    };
    let number = if let Some(number) = digits(name, 2) {
        typed_year.map(|_| number)?
    } else {
        if position(name, &WEEKDAYS).is_some() {
            return None;
        }
        u32::try_from(position(name, &MONTHS)? + 1).ok()?
    };
    let this = today.date().year();
    match typed_year {
        Some(year) if in_reach(year) => Day::ymd(year, number, 1),
        Some(_) => None,
        None => [this, this + 1].into_iter().filter_map(|y| Day::ymd(y, number, 1)).find(|d| d.month_end() >= today),
    }
}

/// Whether the word, folded, is a day of the week: short in French, in full in English, or `mon avis` would be Monday.
#[must_use]
pub fn names_weekday(word: &str) -> bool {
    let [french, english] = &WEEKDAYS;
    let word = word.trim_end_matches('.');
    english.contains(&word) || (word.len() >= 3 && french.iter().any(|name| name.starts_with(word)))
}

/// Whether the word, folded, is a month: in full, or by its three first letters or more with or without a full stop.
#[must_use]
pub fn names_month(word: &str) -> bool {
    position(word, &MONTHS).is_some()
}

/// Whether the word is a number that a day of a month may have: `24`, `1er`.
#[must_use]
pub fn is_day_of_month(word: &str) -> bool {
    day_of_month(word).is_some_and(|day| (1..=31).contains(&day))
}

/// Words before a date that say it has been.
const BEHIND: [&str; 22] = [
    "depuis",
    "since",
    "vu",
    "vue",
    "vus",
    "vues",
    "seen",
    "recu",
    "recue",
    "recus",
    "recues",
    "venu",
    "venue",
    "sorti",
    "sortie",
    "opere",
    "operee",
    "hospitalise",
    "hospitalisee",
    "ne",
    "nee",
    "born",
];

/// Whether what stands before a date, folded, says that it has been: `depuis`, `vu le`.
#[must_use]
pub fn tells_of_the_past(before: &[String]) -> bool {
    let last = before.iter().rev().map(String::as_str).find(|w| !matches!(*w, "le" | "la" | "ce" | "on" | "the"));
    last.is_some_and(|word| BEHIND.contains(&word))
}

/// Whether the word, folded, says so behind a date: `mardi dernier`.
#[must_use]
pub fn is_last(word: &str) -> bool {
    matches!(word, "dernier" | "derniere" | "passe" | "passee" | "last")
}

/// Whether the word, folded, names a day by itself: `demain`, `mardi`, not one that is past.
#[must_use]
pub fn names_day(word: &str) -> bool {
    names_weekday(word) || by_name(word, Day(0)).is_some_and(|day| day >= Day(0))
}

/// Whether a week is meant: `s48`, `w48`, `semaine 48`, `2026-S48`.
#[must_use]
pub fn names_week(typed: &str) -> bool {
    let tokens: Vec<&str> = typed.split(|c: char| !c.is_alphanumeric()).collect();
    let marked = |t: &&str| t.strip_prefix(['s', 'w']).is_some_and(|n| digits(n, 2).is_some());
    tokens.iter().any(marked) || matches!(tokens.first(), Some(&("s" | "sem" | "semaine" | "w" | "week")))
}

/// The number of the month that the word, folded, names, 1 to 12; `mar` is Tuesday.
pub(in crate::domain) fn month_number(word: &str) -> Option<u32> {
    let named = position(word, &MONTHS).filter(|_| position(word, &WEEKDAYS).is_none())?;
    u32::try_from(named + 1).ok()
}

/// Whether the word, folded, names a month as the English do and the French do not.
pub(super) fn is_english_month(word: &str) -> bool {
    let [french, english] = &MONTHS;
    word.len() >= 3
        && english.iter().any(|name| name.starts_with(word))
        && !french.iter().any(|name| name.starts_with(word))
}

/// The day of the week that the word, folded, names: 0 is Monday.
pub(super) fn weekday_number(word: &str) -> Option<usize> {
    position(word, &WEEKDAYS)
}

/// Reads a date in figures or with the name of a month.
fn date(words: &[&str], today: Day, text: &str) -> Result<Day, Msg> {
    match words {
        [figures] => in_figures(figures, today, text),
        [a, b] | [a, b, _] => {
            let year = match words.get(2) {
                Some(y) => Some(year(y).ok_or_else(|| unknown_day(text))?),
                None => None,
            };
            // `24 nov`, or `nov 24` as the English write it; `24 11` in figures.
            let pair = day_of_month(a)
                .zip(position(b, &MONTHS))
                .or_else(|| day_of_month(b).zip(position(a, &MONTHS)))
                .or_else(|| day_of_month(a).zip(digits(b, 2).and_then(|m| usize::try_from(m).ok()?.checked_sub(1))));
            let (day, month) = pair.ok_or_else(|| unknown_day(text))?;
            resolve(year, u32::try_from(month).unwrap_or(0) + 1, day, today, text)
        }
        _ => Err(unknown_day(text)),
    }
}

fn in_figures(figures: &str, today: Day, text: &str) -> Result<Day, Msg> {
    let parts: Vec<&str> = figures.trim_end_matches('.').split(['/', '.', '-']).collect();
    let unknown = || unknown_day(text);
    let two = |part: &str| digits(part, 2).ok_or_else(unknown);
    match parts.as_slice() {
        [run] if matches!(run.len(), 4 | 6 | 8) && digits(run, 8).is_some() => {
            let year = if run.len() == 4 { None } else { Some(year(&run[4..]).ok_or_else(unknown)?) };
            resolve(year, two(&run[2..4])?, two(&run[..2])?, today, text)
        }
        [d, m] => resolve(None, two(m)?, two(d)?, today, text),
        [y, m, d] if y.len() == 4 => resolve(Some(year(y).ok_or_else(unknown)?), two(m)?, two(d)?, today, text),
        [d, m, y] => resolve(Some(year(y).ok_or_else(unknown)?), two(m)?, two(d)?, today, text),
        _ => Err(unknown()),
    }
}

fn resolve(year: Option<i32>, month: u32, day: u32, today: Day, text: &str) -> Result<Day, Msg> {
    let earliest = today.plus(-PAST_DAYS);
    let found = if let Some(year) = year {
        Day::ymd(year, month, day).filter(|_| in_reach(year))
    } else {
        let first = earliest.date().year();
        (first..=first + YEARS_AHEAD).filter_map(|y| Day::ymd(y, month, day)).find(|d| *d >= earliest)
    };
    found.ok_or_else(|| impossible(text))
}

/// Years this program has anything to do with; ISO weeks are tested for them (rule 17).
pub(super) fn in_reach(year: i32) -> bool {
    (1990..=2100).contains(&year)
}

pub(super) fn year(text: &str) -> Option<i32> {
    let year = digits(text, 4).and_then(|y| i32::try_from(y).ok())?;
    match text.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

/// `24`, `1er`, `1st`, `24th`.
pub(super) fn day_of_month(word: &str) -> Option<u32> {
    let number = ["er", "st", "nd", "rd", "th"].iter().find_map(|suffix| word.strip_suffix(suffix)).unwrap_or(word);
    digits(number, 2)
}

/// Where in a table of names the word stands, written in full or by three letters or more.
fn position<const N: usize>(word: &str, names: &[[&str; N]; 2]) -> Option<usize> {
    let word = word.trim_end_matches('.');
    let mut found = (0..N).filter(|i| word.len() >= 3 && names.iter().any(|names| names[*i].starts_with(word)));
    let first = found.next();
    // `jui` may be June or July.
    first.filter(|_| found.next().is_none())
}

/// A number written with one to `max` digits and nothing else.
pub(in crate::domain) fn digits(text: &str, max: usize) -> Option<u32> {
    (!text.is_empty() && text.len() <= max && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn exactly_two(text: &str) -> Option<u32> {
    digits(text, 2).filter(|_| text.len() == 2)
}

fn unknown_day(text: &str) -> Msg {
    Msg::new("draft-day").with("text", line(text))
}

fn impossible(text: &str) -> Msg {
    Msg::new("draft-day-impossible").with("text", line(text))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    // On Sunday 22 November 2026.
    #[case("15/6", (2026, 6, 15))]
    #[case("22/11", (2026, 11, 22))]
    #[case("23/11", (2025, 11, 23))]
    #[case("31/12", (2025, 12, 31))]
    #[case("1er mars", (2026, 3, 1))]
    #[case("mar", (2026, 11, 17))]
    #[case("dim", (2026, 11, 22))]
    #[case("le mardi", (2026, 11, 17))]
    #[case("vendredi 20", (2026, 11, 20))]
    #[case("mardi 17", (2026, 11, 17))]
    #[case("29/2", (2024, 2, 29))]
    #[case("s47", (2026, 11, 16))]
    #[case("hier", (2026, 11, 21))]
    #[case("2025-03-04", (2025, 3, 4))]
    // What can only lie ahead does.
    #[case("demain", (2026, 11, 23))]
    #[case("+7", (2026, 11, 29))]
    #[case("1/3/2027", (2027, 3, 1))]
    #[case("mardi prochain", (2026, 11, 24))]
    fn what_has_been_is_the_last_such_day(#[case] typed: &str, #[case] (year, month, day): (i32, u32, u32)) {
        assert_eq!(past(typed, today()), Ok(Day::ymd(year, month, day).unwrap()));
    }

    /// Sunday 22 November 2026.
    fn today() -> Day {
        Day::ymd(2026, 11, 22).unwrap()
    }

    #[rstest]
    #[case("24/11", "2026-11-24")]
    #[case("2411", "2026-11-24")]
    #[case("24.11", "2026-11-24")]
    #[case("24-11", "2026-11-24")]
    #[case("24 11", "2026-11-24")]
    #[case("24/11/2026", "2026-11-24")]
    #[case("24/11/26", "2026-11-24")]
    #[case("241126", "2026-11-24")]
    #[case("24112026", "2026-11-24")]
    #[case("2026-11-24", "2026-11-24")]
    #[case("5/1", "2027-01-05")]
    #[case("05/01", "2027-01-05")]
    #[case("23/09", "2026-09-23")]
    #[case("22/09", "2027-09-22")]
    #[case("29/02", "2028-02-29")]
    #[case("mar", "2026-11-24")]
    #[case("mardi", "2026-11-24")]
    #[case("MAR.", "2026-11-24")]
    #[case("lun.", "2026-11-23")]
    #[case("dimanche", "2026-11-29")]
    #[case("mardi prochain", "2026-11-24")]
    #[case("friday", "2026-11-27")]
    #[case("demain", "2026-11-23")]
    #[case("Après-demain", "2026-11-24")]
    #[case("apres demain", "2026-11-24")]
    #[case("aujourd’hui", "2026-11-22")]
    #[case("hier", "2026-11-21")]
    #[case("+7", "2026-11-29")]
    #[case("+ 7", "2026-11-29")]
    #[case("J+7", "2026-11-29")]
    #[case("s48", "2026-11-23")]
    #[case("2027-S01", "2027-01-04")]
    #[case("24 nov", "2026-11-24")]
    #[case("24 nov.", "2026-11-24")]
    #[case("1er mars", "2027-03-01")]
    #[case("1 mars 2027", "2027-03-01")]
    #[case("24 mar", "2027-03-24")]
    #[case("lundi 31 octobre 2022", "2022-10-31")]
    #[case("mar. 24/11", "2026-11-24")]
    #[case("mardi 24", "2026-11-24")]
    #[case("le 24 Décembre", "2026-12-24")]
    #[case("Nov 24, 2026", "2026-11-24")]
    #[case("24th november", "2026-11-24")]
    #[case("15 août", "2027-08-15")]
    #[case("3 juil", "2027-07-03")]
    fn a_day_as_typed(#[case] typed: &str, #[case] expected: &str) {
        assert_eq!(day(typed, today()).map(|d| d.date().to_string()).as_deref(), Ok(expected));
    }

    #[rstest]
    #[case("31/02", "draft-day-impossible")]
    #[case("31 avril", "draft-day-impossible")]
    #[case("3113", "draft-day-impossible")]
    #[case("00/11", "draft-day-impossible")]
    #[case("29/02/2027", "draft-day-impossible")]
    #[case("24/11/0026", "draft-day-impossible")]
    #[case("s54", "draft-week-impossible")]
    #[case("2027-S53", "draft-week-impossible")]
    #[case("lundi 24 novembre 2026", "draft-day-weekday")]
    #[case("lundi 24", "draft-day-weekday")]
    #[case("", "draft-day")]
    #[case("24", "draft-day")]
    #[case("1 jui", "draft-day")]
    #[case("+", "draft-day")]
    #[case("+99999", "draft-day")]
    #[case("24/11/2", "draft-day")]
    #[case("24/11/2026/1", "draft-day")]
    #[case("bientôt", "draft-day")]
    fn no_day(#[case] typed: &str, #[case] id: &str) {
        assert_eq!(day(typed, today()).unwrap_err().id, id, "{typed}");
    }

    #[rstest]
    #[case("s50", "2026-S50")]
    #[case("50", "2026-S50")]
    #[case("S50", "2026-S50")]
    #[case("s 50", "2026-S50")]
    #[case("semaine 50", "2026-S50")]
    #[case("W50", "2026-S50")]
    #[case("2026-S50", "2026-S50")]
    #[case("2026-50", "2026-S50")]
    #[case("S12 2027", "2027-S12")]
    #[case("s12/2027", "2027-S12")]
    #[case("s12/27", "2027-S12")]
    #[case("43", "2026-S43")]
    #[case("42", "2027-S42")]
    #[case("53", "2026-S53")]
    #[case("+7", "2026-S48")]
    #[case("J+8", "2026-S49")]
    #[case("1", "2027-S01")]
    fn a_week_as_typed(#[case] typed: &str, #[case] expected: &str) {
        assert_eq!(week(typed, today()).map(|w| w.to_string()).as_deref(), Ok(expected));
    }

    #[rstest]
    #[case("0", "draft-week-impossible")]
    #[case("54", "draft-week-impossible")]
    #[case("s53/2027", "draft-week-impossible")]
    #[case("", "draft-week")]
    #[case("12 13", "draft-week")]
    #[case("2026", "draft-week")]
    #[case("s5x", "draft-week")]
    fn no_week(#[case] typed: &str, #[case] id: &str) {
        assert_eq!(week(typed, today()).unwrap_err().id, id, "{typed}");
    }

    #[rstest]
    #[case("14h30", Some(870))]
    #[case("1430", Some(870))]
    #[case("14:30", Some(870))]
    #[case("14 H 30", Some(870))]
    #[case("14h", Some(840))]
    #[case("9", Some(540))]
    #[case("9 h 30", Some(570))]
    #[case("930", Some(570))]
    #[case("0h00", Some(0))]
    #[case("midi", Some(720))]
    #[case("24h", None)]
    #[case("14h60", None)]
    #[case("14h3", None)]
    #[case("14:", None)]
    #[case("", None)]
    #[case("h", None)]
    #[case("-1", None)]
    fn an_hour_as_typed(#[case] typed: &str, #[case] expected: Option<u16>) {
        assert_eq!(minute(typed).ok(), expected);
    }

    #[rstest]
    #[case("30", Some(30))]
    #[case("30min", Some(30))]
    #[case("30 mn", Some(30))]
    #[case("0h30", Some(30))]
    #[case("1h", Some(60))]
    #[case("1 h 15 min", Some(75))]
    #[case("90", Some(90))]
    #[case("0", None)]
    #[case("0h00", None)]
    #[case("1441", None)]
    #[case("1h60", None)]
    #[case("min", None)]
    fn a_length_as_typed(#[case] typed: &str, #[case] expected: Option<u16>) {
        assert_eq!(length(typed).ok(), expected);
    }

    /// A sum that is none of ours, beside a week: neither reading hands it to the other for ever.
    #[rstest]
    #[case("j s4+")]
    #[case("jeudi s48 +1")]
    #[case("j-s1+2")]
    #[case("+s3")]
    fn a_plus_out_of_place_is_no_day_and_no_week(#[case] typed: &str) {
        assert!(day(typed, today()).is_err(), "{typed}");
        assert!(week(typed, today()).is_err() && past(typed, today()).is_err(), "{typed}");
    }

    #[rstest]
    #[case("j + 7")]
    #[case("J+7")]
    #[case(" + 7")]
    fn days_are_counted_on_from_today(#[case] typed: &str) {
        assert_eq!(day(typed, today()), Ok(today().plus(7)));
        assert_eq!(week(typed, today()), Ok(today().plus(7).week()));
    }

    proptest! {
        #[test]
        fn any_text_gets_an_answer(text in "(?s).{0,20}") {
            let _ = (day(&text, today()), past(&text, today()), week(&text, today()), minute(&text), length(&text));
        }

        #[test]
        fn near_typed_text_gets_an_answer(text in "[0-9/.+ swhjé-]{0,10}") {
            let _ = (day(&text, today()), past(&text, today()), week(&text, today()), minute(&text), length(&text));
        }

        #[test]
        fn every_date_is_read_back_in_every_form(from_today in -60..305i32, at in 0..40_000i32) {
            let today = Day(at);
            let expected = today.plus(from_today);
            let date = expected.date();
            for format in ["%d/%m/%Y", "%d/%m", "%d%m", "%d-%m-%y", "%Y-%m-%d", "%e %B %Y", "%a %e %b", "%d%m%Y"] {
                let typed = date.format(format).to_string();
                // Two digits say 2000 and on; beyond the years in reach everything is refused.
                if in_reach(date.year()) && (date.year() >= 2000 || !format.contains("%y")) {
                    prop_assert_eq!(day(&typed, today), Ok(expected), "{}", typed);
                }
            }
        }
    }
}
