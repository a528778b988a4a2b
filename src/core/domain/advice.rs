//! Advice before signing: findings one can jump to, never a wall (rules 6 and 10).
//!
//! The same findings are said while a word is being typed. May not know forms or the signature.

use std::ops::Range;

use super::alert::UNCHANGED_LIMIT;
use super::draft::text::fold;
use super::draft::when;
use super::transmission::{Standing, Transmission};
use super::{Answer, Day, Gravity, ItemId, Msg, Relay, StayId, Thread};

/// Longest text that is read at one glance, in characters; beyond, two points are clearer than one.
pub const LONG: usize = 280;

/// Something that the next reader may stumble over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    NoDate,
    /// A word that means another day when it is read: `mardi`, `demain`. With the day meant, if it is one.
    RelativeDate {
        word: String,
        day: Option<Day>,
    },
    /// *À surveiller* without `si … alors …`.
    NoPlan,
    UrgentWithoutPlan,
    TooLong {
        chars: usize,
    },
    /// A patient's number does not belong here; the record has it.
    LooksLikePhone,
    LooksLikeEmail,
    /// Handed on unchanged twice: the third time asks for a decision (rule 12).
    UnchangedTwice,
    /// Urgent as it came in, perhaps taken, and not a word said on it since.
    UrgentSilent {
        taken: Option<Day>,
    },
}

/// The part of a point's form in which something is amiss.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Text,
    Plan,
    Due,
}

impl Finding {
    /// The sentence of the finding.
    #[must_use]
    pub fn msg(&self) -> Msg {
        match self {
            Self::NoDate => Msg::new("advice-no-date"),
            Self::RelativeDate { word, day: Some(day) } => {
                Msg::new("advice-relative-date").with("word", word.clone()).with("day", *day)
            }
            Self::RelativeDate { word, day: None } => Msg::new("advice-relative-span").with("word", word.clone()),
            Self::NoPlan => Msg::new("advice-no-plan"),
            Self::UrgentWithoutPlan => Msg::new("advice-urgent-without-plan"),
            Self::TooLong { chars } => Msg::new("advice-too-long").with("chars", *chars).with("max", LONG),
            Self::LooksLikePhone => Msg::new("advice-phone"),
            Self::LooksLikeEmail => Msg::new("advice-email"),
            Self::UnchangedTwice => Msg::new("advice-unchanged-twice"),
            Self::UrgentSilent { taken: Some(day) } => Msg::new("advice-urgent-silent").with("day", *day),
            Self::UrgentSilent { taken: None } => Msg::new("advice-urgent-untold"),
        }
    }
}

impl Finding {
    /// Where it is put right, of a word that reads so and was written on that day.
    #[must_use]
    pub fn part(&self, text: &str, written: Day) -> Part {
        match self {
            Self::NoDate => Part::Due,
            Self::NoPlan | Self::UrgentWithoutPlan => Part::Plan,
            Self::TooLong { .. } | Self::UnchangedTwice | Self::UrgentSilent { .. } => Part::Text,
            // In the text, if the text alone shows it.
            Self::RelativeDate { .. } | Self::LooksLikePhone | Self::LooksLikeEmail => {
                let of_text = advice_text(text, "", Gravity::Routine, None, written);
                if of_text.contains(self) { Part::Text } else { Part::Plan }
            }
        }
    }
}

/// A finding on a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    pub item: ItemId,
    pub finding: Finding,
}

/// Everything worth a look before this transmission is signed, in the order of its lines.
#[must_use]
pub fn advice(transmission: &Transmission) -> Vec<Advice> {
    let stay = transmission.stay.id;
    let open = transmission.lines.iter().filter(|l| l.thread.is_open());
    open.flat_map(|l| {
        let item = l.thread.item.id;
        let found: Vec<Finding> = match l.standing {
            Standing::ToDecide => silent(&l.thread, stay).into_iter().collect(),
            _ => advice_on(&l.thread, stay, l.thread.head().at.day()),
        };
        // A word that stands twice is put right at once.
        let once = (0..found.len()).filter(|i| !found[..*i].contains(&found[*i])).map(|i| found[i].clone());
        once.collect::<Vec<_>>().into_iter().map(move |finding| Advice { item, finding })
    })
    .collect()
}

/// An urgent point on which a stay has said nothing.
fn silent(thread: &Thread, stay: StayId) -> Option<Finding> {
    let taken = thread.answer_in(stay).filter(|r| r.answer == Answer::Taken).map(|r| r.at.day());
    (thread.head().gravity == Gravity::Urgent).then_some(Finding::UrgentSilent { taken })
}

/// Where in a text, in bytes, stands the word that means another day when it is read which is nearest before `at`, or
/// else the first behind it; and the day it means. The hour of the day stays: of `demain matin` it is `demain`.
#[must_use]
pub fn relative_near(text: &str, at: usize, written: Day) -> Option<(Range<usize>, Day)> {
    let found = spans(text, written).into_iter().filter_map(|(place, _, day)| Some((place, day?)));
    let found: Vec<_> = found.collect();
    let before = found.iter().rposition(|(place, _)| place.start <= at);
    found.into_iter().nth(before.unwrap_or(0))
}

/// The bytes of a text that `said` takes the place of: a full stop behind an abbreviated month is not doubled.
#[must_use]
pub fn place_of(text: &str, place: Range<usize>, said: &str) -> Range<usize> {
    let doubled = said.ends_with('.') && text[place.end..].starts_with('.') && !text[place.end..].starts_with("..");
    place.start..place.end + usize::from(doubled)
}

/// A text in which `word`, which means another day when it is read, is replaced by `said`; nothing where it is not.
///
/// The hour of the day stays: `demain matin` is said with its morning.
#[must_use]
pub fn with_date(text: &str, word: &str, written: Day, said: &str) -> Option<String> {
    let found = spans(text, written);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (place, ..) in found.into_iter().filter(|(_, name, _)| name == word) {
        out.push_str(&text[done..place.start]);
        out.push_str(said);
        done = place_of(text, place, said).end;
    }
    out.push_str(&text[done..]);
    (done > 0).then_some(out)
}

/// Findings on what a stay said last of a point; nothing when it said no word.
///
/// Days named in the text are counted from `written`.
#[must_use]
pub fn advice_on(thread: &Thread, stay: StayId, written: Day) -> Vec<Finding> {
    let Some(word) = thread.relays.iter().rfind(|r| r.stay == Some(stay)) else { return Vec::new() };
    let Relay { text, plan, gravity, due, .. } = word;
    let mut findings = advice_text(text, plan, *gravity, *due, written);
    // The limit itself is where the point goes to the coordination; one before, there is time to decide.
    if thread.unchanged_streak() + 1 >= UNCHANGED_LIMIT {
        findings.push(Finding::UnchangedTwice);
    }
    findings
}

/// Findings on a word as it is typed.
#[must_use]
pub fn advice_text(text: &str, plan: &str, gravity: Gravity, due: Option<Day>, written: Day) -> Vec<Finding> {
    let mut findings = Vec::new();
    if due.is_none() && gravity != Gravity::Routine {
        findings.push(Finding::NoDate);
    }
    match gravity {
        Gravity::Urgent if plan.trim().is_empty() => findings.push(Finding::UrgentWithoutPlan),
        Gravity::Watch if plan.trim().is_empty() => findings.push(Finding::NoPlan),
        _ => {}
    }
    findings.extend([text, plan].into_iter().flat_map(|t| relative_dates(t, written)));
    let chars = text.chars().count();
    if chars > LONG {
        findings.push(Finding::TooLong { chars });
    }
    if [text, plan].into_iter().any(has_phone) {
        findings.push(Finding::LooksLikePhone);
    }
    if [text, plan].into_iter().any(|t| t.split_whitespace().any(is_email)) {
        findings.push(Finding::LooksLikeEmail);
    }
    findings
}

/// Sequences of words that mean another day tomorrow; a `#` stands for a number.
const SPANS: [&[&str]; 22] = [
    &["la", "semaine", "prochaine"],
    &["semaine", "prochaine"],
    &["le", "mois", "prochain"],
    &["mois", "prochain"],
    &["cette", "semaine"],
    &["ce", "week-end"],
    &["ce", "weekend"],
    &["dans", "#", "jour"],
    &["dans", "#", "jours"],
    &["dans", "#", "semaine"],
    &["dans", "#", "semaines"],
    &["dans", "#", "mois"],
    &["sous", "#", "jours"],
    &["d'ici", "#", "jours"],
    &["il", "y", "a", "#", "jours"],
    &["next", "week"],
    &["next", "month"],
    &["this", "week"],
    &["in", "#", "days"],
    &["in", "#", "weeks"],
    &["last", "week"],
    &["la", "semaine", "derniere"],
];

/// Words that name a day from the day they are written on, and that day.
const DAYS: [(&[&str], i32); 19] = [
    (&["avant-hier"], -2),
    (&["avant", "hier"], -2),
    (&["hier"], -1),
    (&["aujourd'hui"], 0),
    (&["ce", "matin"], 0),
    (&["cet", "apres-midi"], 0),
    (&["ce", "soir"], 0),
    (&["cette", "nuit"], 0),
    (&["apres-demain"], 2),
    (&["apres", "demain"], 2),
    (&["demain", "matin"], 1),
    (&["demain", "soir"], 1),
    (&["demain"], 1),
    (&["day", "after", "tomorrow"], 2),
    (&["yesterday"], -1),
    (&["today"], 0),
    (&["tonight"], 0),
    (&["this", "morning"], 0),
    (&["tomorrow"], 1),
];

/// Hours of the day behind the word that names it.
const HOURS: [&str; 5] = ["matin", "soir", "nuit", "apres-midi", "morning"];

/// Days of the week, in full: an abbreviation is nearly always followed by its date.
const WEEKDAYS: [&str; 14] = [
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

fn relative_dates(text: &str, written: Day) -> Vec<Finding> {
    spans(text, written).into_iter().map(|(_, word, day)| Finding::RelativeDate { word, day }).collect()
}

/// Where in a text, in bytes, a word stands that means another day tomorrow, without its hour; the word with its hour,
/// and the day it means.
fn spans(text: &str, written: Day) -> Vec<(Range<usize>, String, Option<Day>)> {
    // Word by word, the original beside the form it is compared by.
    let original: Vec<&str> = text.split_whitespace().map(bare).filter(|w| !w.is_empty()).collect();
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let folded: Vec<String> = original.iter().map(|w| fold(w)).collect();
    let matches = |at: usize, pattern: &[&str]| {
        folded.get(at..at + pattern.len()).is_some_and(|words| {
            words
                .iter()
                .zip(pattern)
                .all(|(word, wanted)| if *wanted == "#" { is_number(word) } else { word == wanted })
        })
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < folded.len() {
        let span = SPANS.iter().filter(|p| matches(at, p)).max_by_key(|p| p.len());
        let span = span.map(|p| (p.len(), counted(&folded[at..at + p.len()], written)));
        let day = DAYS.iter().filter(|(p, _)| matches(at, p)).max_by_key(|(p, _)| p.len());
        let day = day.map(|(p, days)| (p.len(), Some(written.plus(*days))));
        let hit = span.or(day).or_else(|| weekday(&folded, at, written));
        let Some((length, day)) = hit else {
            at += 1;
            continue;
        };
        let words = &original[at..at + length];
        // The hour stays where it is.
        let dated = folded[at..at + length].iter().rposition(|w| !HOURS.contains(&w.as_str())).unwrap_or(length - 1);
        let end = start(words[dated]) + words[dated].len();
        found.push((start(words[0])..end, words.join(" "), day));
        at += length;
    }
    found
}

/// The day that so many days or weeks from another are, where they are counted in figures or letters.
fn counted(folded: &[String], written: Day) -> Option<Day> {
    let letters = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit"];
    let english = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
    let number = |word: &String| {
        let spelled = [letters, english].iter().find_map(|l| l.iter().position(|n| n == word));
        spelled.and_then(|n| i32::try_from(n + 1).ok()).or_else(|| word.parse::<i32>().ok().filter(|n| *n < 400))
    };
    let count = folded.iter().find_map(number)?;
    let back = folded.first().is_some_and(|w| w == "il");
    let days = match folded.last()?.as_str() {
        "jour" | "jours" | "days" => count,
        "semaine" | "semaines" | "weeks" => 7 * count,
        _ => return None,
    };
    Some(written.plus(if back { -days } else { days }))
}

/// A day of the week that stands without its date: `mardi`, `mardi prochain`, not `le mardi 15`.
fn weekday(folded: &[String], at: usize, written: Day) -> Option<(usize, Option<Day>)> {
    let word = folded[at].as_str();
    if !WEEKDAYS.contains(&word) {
        return None;
    }
    // "tous les mardis" is another word; "le mardi matin" at a surgery hour is a habit nobody can tell apart.
    let habit = at > 0 && matches!(folded[at - 1].as_str(), "chaque" | "every" | "each");
    let next = folded.get(at + 1).map(String::as_str);
    let dated = next.is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()) && !n.contains(['h', ':']));
    if habit || dated {
        return None;
    }
    let is_last = next.is_some_and(when::is_last);
    let length = if is_last || matches!(next, Some("prochain" | "soir" | "matin")) { 2 } else { 1 };
    let past = is_last || when::tells_of_the_past(&folded[..at]);
    let day = when::day(word, written).ok().map(|d| if past { before(d, written) } else { d });
    Some((length, day))
}

/// The same day of the week before `written`.
fn before(day: Day, written: Day) -> Day {
    let last = day.plus(-7);
    if last < written { last } else { last.plus(-7) }
}

/// A word without the punctuation around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_number(word: &str) -> bool {
    let spelled = [
        "un", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "dix", "quinze", "quelques", "one",
        "two", "three", "four", "five", "six", "seven", "ten", "a", "few",
    ];
    word.bytes().all(|b| b.is_ascii_digit()) || spelled.contains(&word)
}

/// Whether ten digits of a French number, or eleven with its country, stand together.
#[must_use]
pub fn has_phone(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    (0..chars.len()).any(|start| {
        let begins = start == 0 || !chars[start - 1].is_ascii_digit();
        if !begins || !(chars[start] == '0' || chars[start] == '+') {
            return false;
        }
        let mut run = String::new();
        let mut gap = 0;
        for &c in &chars[start..] {
            if c.is_ascii_digit() || (c == '+' && run.is_empty()) {
                run.push(c);
                gap = 0;
            } else if matches!(c, ' ' | '.' | '-' | '\u{a0}' | '\u{202f}') && gap == 0 {
                gap = 1;
            } else {
                break;
            }
            if run.len() >= 10 && super::draft::phone::phone(&run).is_ok_and(|n| n.starts_with('0')) {
                return true;
            }
        }
        false
    })
}

fn is_email(word: &str) -> bool {
    super::draft::email::email(word.trim_matches(|c: char| !c.is_alphanumeric())).is_ok()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// Friday 11 December 2026.
    fn written() -> Day {
        Day::ymd(2026, 12, 11).unwrap()
    }

    fn dates(text: &str) -> Vec<(String, Option<String>)> {
        relative_dates(text, written())
            .into_iter()
            .map(|f| match f {
                Finding::RelativeDate { word, day } => (word, day.map(|d| d.date().to_string())),
                other => panic!("{other:?}"),
            })
            .collect()
    }

    #[rstest]
    #[case("à revoir mardi.", "mardi", Some("2026-12-15"))]
    #[case("à revoir Mardi prochain", "Mardi prochain", Some("2026-12-15"))]
    #[case("vue mardi dernier", "mardi dernier", Some("2026-12-08"))]
    #[case("vue vendredi dernier", "vendredi dernier", Some("2026-12-04"))]
    #[case("fièvre depuis mardi", "mardi", Some("2026-12-08"))]
    #[case("vu le jeudi, revoir", "jeudi", Some("2026-12-10"))]
    #[case("INR demain matin", "demain matin", Some("2026-12-12"))]
    #[case("INR après-demain,", "après-demain", Some("2026-12-13"))]
    #[case("vu ce soir", "ce soir", Some("2026-12-11"))]
    #[case("chute hier", "hier", Some("2026-12-10"))]
    #[case("rappeler la semaine prochaine", "la semaine prochaine", None)]
    #[case("contrôle dans 3 jours", "dans 3 jours", Some("2026-12-14"))]
    #[case("contrôle dans quelques jours", "dans quelques jours", None)]
    #[case("vue il y a deux jours", "il y a deux jours", Some("2026-12-09"))]
    #[case("contrôle dans 2 mois", "dans 2 mois", None)]
    #[case("contrôle dans trois semaines", "dans trois semaines", Some("2027-01-01"))]
    #[case("mardi 14h", "mardi", Some("2026-12-15"))]
    #[case("call tomorrow", "tomorrow", Some("2026-12-12"))]
    fn a_relative_date_is_found(#[case] text: &str, #[case] word: &str, #[case] day: Option<&str>) {
        assert_eq!(dates(text), [(word.to_owned(), day.map(str::to_owned))]);
    }

    #[rstest]
    #[case("labo mar. 15/12")]
    #[case("à revoir le mardi 15")]
    #[case("mardi 15 décembre")]
    #[case("chaque mardi")]
    #[case("kiné tous les mardis")]
    #[case("le lendemain de la chute")]
    #[case("Mme Demaine")]
    #[case("dans l'attente du résultat")]
    #[case("")]
    fn an_absolute_date_is_not(#[case] text: &str) {
        assert_eq!(dates(text), []);
    }

    #[rstest]
    #[case("INR mardi prochain, puis TSH.", "mardi prochain", "INR [J], puis TSH.")]
    #[case("Demain, écho ; demain, labo", "demain", "Demain, écho ; [J], labo")]
    #[case("à jeun demain\nmatin, voilà", "demain matin", "à jeun [J]\nmatin, voilà")]
    #[case("« demain » é", "demain", "« [J] » é")]
    fn the_day_is_written_in_its_place(#[case] text: &str, #[case] word: &str, #[case] expected: &str) {
        assert_eq!(with_date(text, word, written(), "[J]").as_deref(), Some(expected));
        assert_eq!(with_date(text, "lundi", written(), "[J]"), None);
    }

    #[test]
    fn each_of_several_is_replaced_in_its_turn() {
        let mut text = "Revoir mardi, puis jeudi soir. Écho demain.".to_owned();
        let mut at = text.find("soir").unwrap();
        while let Some((place, day)) = relative_near(&text, at, written()) {
            let said = format!("le {}.", day.date().format("%d/%m"));
            at = place.start + said.len();
            let place = place_of(&text, place, &said);
            text.replace_range(place, &said);
        }
        assert_eq!(text, "Revoir le 15/12., puis le 17/12. soir. Écho le 12/12.");
        assert_eq!(relative_near("vue mardi ou demain", 0, written()).map(|(place, _)| place), Some(4..9));
    }

    #[test]
    fn a_finding_says_where_it_is_put_right() {
        let tomorrow = Finding::RelativeDate { word: "demain".into(), day: Some(written().plus(1)) };
        assert_eq!(tomorrow.part("revoir demain", written()), Part::Text);
        assert_eq!(tomorrow.part("revoir", written()), Part::Plan);
        assert_eq!(Finding::NoDate.part("", written()), Part::Due);
        assert_eq!(Finding::UrgentWithoutPlan.part("", written()), Part::Plan);
        assert_eq!(Finding::LooksLikePhone.part("06 46 52 58 13", written()), Part::Text);
    }

    #[test]
    fn several_are_all_found() {
        let words: Vec<String> =
            dates("Hier chute, INR mardi, revoir dans 2 semaines").into_iter().map(|d| d.0).collect();
        assert_eq!(words, ["Hier", "mardi", "dans 2 semaines"]);
    }

    #[rstest]
    #[case("le fils : 06 46 52 58 13", true)]
    #[case("le fils : 0646525813.", true)]
    #[case("le fils : +33 6.46.52.58.13", true)]
    #[case("dossier 1243, INR 4,8, TA 14/8 le 10/12/2026", false)]
    #[case("appeler le 15 ou le 116 117", false)]
    #[case("06 46 52", false)]
    fn a_phone_number_is_seen(#[case] text: &str, #[case] expected: bool) {
        assert_eq!(has_phone(text), expected);
    }

    #[test]
    fn each_gap_is_named_and_a_complete_point_has_none() {
        let due = Some(written().plus(4));
        let urgent = |text: &str, plan: &str, due| advice_text(text, plan, Gravity::Urgent, due, written());
        assert_eq!(urgent("INR 4,8 le 10/12", "Si saignement → 15.", due), []);
        assert_eq!(urgent("INR 4,8", " ", None), [Finding::NoDate, Finding::UrgentWithoutPlan]);
        assert_eq!(advice_text("INR", "", Gravity::Watch, due, written()), [Finding::NoPlan]);
        assert_eq!(advice_text("Certificat", "", Gravity::Routine, None, written()), []);
        assert_eq!(
            advice_text("écrire à m.d@exemple.fr", "", Gravity::Routine, due, written()),
            [Finding::LooksLikeEmail]
        );
        let long = "é".repeat(281);
        assert_eq!(advice_text(&long, "", Gravity::Routine, due, written()), [Finding::TooLong { chars: 281 }]);
        assert_eq!(advice_text(&long[2..], "", Gravity::Routine, due, written()), []);
    }
}
