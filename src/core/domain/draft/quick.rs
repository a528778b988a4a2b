//! A point typed in one line: `1243 INR à 4,8 contrôle mar !!`.
//!
//! What is understood is shown while one types, and the form opens with it: nothing is guessed that cannot be seen.

use super::text::{fold, line};
use super::when;
use crate::domain::{Day, Gravity, IsoWeek, Kind, Role};

/// What one line says of a new point.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quick {
    /// File number, initials and birth year as typed; all empty for a point of the centre.
    pub patient: [String; 3],
    /// Days named in it are written out.
    pub text: String,
    /// From `si` on, where an `alors` follows.
    pub plan: String,
    pub gravity: Option<Gravity>,
    pub due: Option<Day>,
    /// `s50`: for the doctor of that week.
    pub week: Option<IsoWeek>,
    pub kind: Option<Kind>,
    /// `infirmière :` for the nurse, and so on.
    pub role: Option<Role>,
}

/// Fewest digits of a file number that stands alone at the start of a line: "2 patients" is none.
const FILE_DIGITS: usize = 3;

/// Words before a colon that name a kind of point.
const KINDS: [(&str, Kind); 10] = [
    ("suivi", Kind::Care),
    ("resultat", Kind::Result),
    ("result", Kind::Result),
    ("rappel", Kind::Recall),
    ("recall", Kind::Recall),
    ("promesse", Kind::Promise),
    ("promise", Kind::Promise),
    ("courrier", Kind::Letter),
    ("letter", Kind::Letter),
    ("centre", Kind::Centre),
];

/// Words before a colon that name a role.
const ROLES: [(&str, Role); 7] = [
    ("infirmiere", Role::Nurse),
    ("nurse", Role::Nurse),
    ("ide", Role::Nurse),
    ("accueil", Role::Assistant),
    ("assistante", Role::Assistant),
    ("coordination", Role::Coordination),
    ("equipe", Role::Coordination),
];

/// Reads a line typed on `today`; `written` says how a day is written out in the text.
#[must_use]
pub fn quick(typed: &str, today: Day, written: impl Fn(Day) -> String) -> Quick {
    let typed = line(typed);
    let mut words: Vec<&str> = typed.split_whitespace().collect();
    let mut quick = Quick { gravity: gravity(&mut words), ..Quick::default() };
    quick.patient = patient(&mut words);
    while let Some(label) = label(&words) {
        if let Some((_, kind)) = KINDS.iter().find(|(name, _)| *name == label.0) {
            quick.kind = Some(*kind);
        } else if let Some((_, role)) = ROLES.iter().find(|(name, _)| *name == label.0) {
            quick.role = Some(*role);
        } else {
            break;
        }
        words.drain(..label.1);
    }
    let folded: Vec<String> = words.iter().map(|w| fold(w)).collect();
    let then = folded.iter().rposition(|w| matches!(w.as_str(), "alors" | "then"));
    let plan_at = folded.iter().position(|w| matches!(w.as_str(), "si" | "if")).filter(|at| then > Some(*at));
    if let Some(at) = plan_at {
        quick.plan = words.split_off(at).join(" ");
    }
    let mut text: Vec<String> = words.iter().map(|w| (*w).to_owned()).collect();
    if let Some((at, count, meant)) = date(&words, today) {
        let said = match meant {
            Meant::Day(day) => {
                quick.due = Some(day);
                vec![written(day)]
            }
            Meant::Week(week) => {
                quick.week = Some(week);
                vec![]
            }
        };
        text.splice(at..at + count, said);
    }
    text.join(" ").trim_end_matches([',', ';']).clone_into(&mut quick.text);
    quick
}

/// `!!` or `!` at the end, alone or behind the last word.
fn gravity(words: &mut Vec<&str>) -> Option<Gravity> {
    let last = words.pop()?;
    let rest = last.trim_end_matches('!');
    if !rest.is_empty() {
        words.push(rest);
    }
    match last.len() - rest.len() {
        0 => None,
        1 => Some(Gravity::Watch),
        _ => Some(Gravity::Urgent),
    }
}

/// A file number at the start, with the initials and the year of birth behind it.
fn patient(words: &mut Vec<&str>) -> [String; 3] {
    let mut found = [String::new(), String::new(), String::new()];
    let is_file = |w: &&str| w.len() >= FILE_DIGITS && w.bytes().all(|b| b.is_ascii_digit());
    let Some(file) = words.first().filter(|w| is_file(w)) else { return found };
    (*file).clone_into(&mut found[0]);
    let mut used = 1;
    if let Some(initials) = words.get(used).filter(|w| is_initials(w, words.get(used + 1).copied())) {
        (*initials).clone_into(&mut found[1]);
        used += 1;
    }
    if let Some(year) = words.get(used).filter(|w| is_year(w)) {
        (*year).clone_into(&mut found[2]);
        used += 1;
    }
    words.drain(..used);
    found
}

/// `M.D.`; letters without dots only before a year of birth, or `INR` would be somebody.
fn is_initials(word: &str, next: Option<&str>) -> bool {
    let letters = word.chars().filter(|c| *c != '.').count();
    let shaped = (1..=4).contains(&letters) && word.chars().all(|c| c == '.' || c.is_alphabetic());
    let capitals = word.chars().all(|c| c == '.' || c.is_uppercase());
    shaped && ((capitals && word.ends_with('.')) || next.is_some_and(is_year))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && (word.starts_with("19") || word.starts_with("20"))
}

/// The word before a colon at the start, folded, and how many words it takes with the colon.
fn label(words: &[&str]) -> Option<(String, usize)> {
    let first = words.first()?;
    if let Some(name) = first.strip_suffix(':') {
        return Some((fold(name), 1));
    }
    (words.get(1) == Some(&":")).then(|| (fold(first), 2))
}

/// What a date in the text means.
enum Meant {
    Day(Day),
    Week(IsoWeek),
}

/// The last date of the text: where it stands, over how many words, and what it means.
fn date(words: &[&str], today: Day) -> Option<(usize, usize, Meant)> {
    let bare: Vec<String> = words.iter().map(|w| fold(w.trim_matches([',', ';', '(', ')', '.']))).collect();
    (0..words.len()).rev().find_map(|at| {
        let word = bare[at].as_str();
        let next = bare.get(at + 1).map(String::as_str);
        let before = at.checked_sub(1).map(|b| bare[b].as_str());
        if let Some(number) = word.strip_prefix('s')
            && (1..=2).contains(&number.len())
            && number.bytes().all(|b| b.is_ascii_digit())
        {
            return when::week(word, today).ok().map(|week| (at, 1, Meant::Week(week)));
        }
        let named = when::names_day(word) || (word.starts_with('+') && word.len() > 1);
        // A blood pressure is not the 14th of August: a month has two digits, or something says it is a date.
        let slashed = word.split_once('/').is_some_and(|(day, rest)| {
            let numbers = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit() || b == b'/');
            let said = before.is_some_and(|b| when::names_day(b) || matches!(b, "le" | "pour" | "avant" | "by" | "on"));
            numbers(day) && numbers(rest) && (said || rest.split('/').next().is_some_and(|m| m.len() == 2))
        });
        // A day of the week with its date behind it was read with that, or contradicts it.
        let dated = next.is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()) && n.contains('/'));
        if (!named && !slashed) || (named && dated) {
            return None;
        }
        // `mar. 15/12`: the day of the week belongs to the date behind it, and is checked with it.
        if slashed && let Some(b) = before.filter(|b| when::names_weekday(b)) {
            return when::day(&format!("{b} {word}"), today).ok().map(|day| (at - 1, 2, Meant::Day(day)));
        }
        let count = if matches!(next, Some("prochain" | "next")) { 2 } else { 1 };
        when::day(word, today).ok().map(|day| (at, count, Meant::Day(day)))
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// Friday 27 November 2026.
    fn today() -> Day {
        Day::ymd(2026, 11, 27).unwrap()
    }

    fn read(typed: &str) -> Quick {
        quick(typed, today(), |day| day.date().format("%d/%m").to_string())
    }

    #[test]
    fn the_line_of_the_guide_is_understood() {
        let found = read("1243 INR à 4,8 contrôle mar !!");
        assert_eq!(found.patient, ["1243", "", ""]);
        assert_eq!(found.text, "INR à 4,8 contrôle 01/12");
        assert_eq!(found.gravity, Some(Gravity::Urgent));
        assert_eq!(found.due, Day::ymd(2026, 12, 1));
        assert_eq!((found.kind, found.role, found.week), (None, None, None));
    }

    #[test]
    fn a_plan_is_set_apart_and_keeps_its_own_days() {
        let found = read("1243 M.D. 1948 INR 4,8 le 10/12 si saignement mardi alors 15 !!");
        assert_eq!(found.patient, ["1243", "M.D.", "1948"]);
        assert_eq!(found.plan, "si saignement mardi alors 15");
        assert_eq!(found.text, "INR 4,8 le 10/12");
        assert_eq!(found.due, Day::ymd(2026, 12, 10));
        assert_eq!(read("demander si le dossier est arrivé").plan, "");
    }

    #[rstest]
    #[case("1243 MD 1948 TSH", ["1243", "MD", "1948"], "TSH")]
    #[case("1243 md 1948 TSH", ["1243", "md", "1948"], "TSH")]
    #[case("1243 INR à refaire", ["1243", "", ""], "INR à refaire")]
    #[case("2 patients à rappeler", ["", "", ""], "2 patients à rappeler")]
    #[case("imprimante en panne", ["", "", ""], "imprimante en panne")]
    #[case("0377", ["0377", "", ""], "")]
    #[case("", ["", "", ""], "")]
    fn the_patient_stands_first_or_is_none(#[case] typed: &str, #[case] who: [&str; 3], #[case] text: &str) {
        let found = read(typed);
        assert_eq!((found.patient, found.text.as_str()), (who.map(str::to_owned), text));
    }

    #[rstest]
    #[case("TA 14/8", None)]
    #[case("TA 14/8 le 5/12", Some("2026-12-05"))]
    #[case("revoir pour 5/12", Some("2026-12-05"))]
    #[case("revoir mar. 15/12", Some("2026-12-15"))]
    #[case("revoir mar. 16/12", None)]
    #[case("appeler demain", Some("2026-11-28"))]
    #[case("mardi prochain, INR", Some("2026-12-01"))]
    #[case("contrôle +7", Some("2026-12-04"))]
    #[case("INR mardi puis jeudi", Some("2026-12-03"))]
    #[case("dose 2411", None)]
    #[case("doses à 50/50", None)]
    fn a_date_is_one_only_where_it_can_be_told(#[case] typed: &str, #[case] due: Option<&str>) {
        assert_eq!(read(typed).due.map(|d| d.date().to_string()).as_deref(), due, "{typed}");
    }

    #[test]
    fn a_week_says_for_whom_and_leaves_the_text() {
        let found = read("1243 BMO à prescrire s50 !");
        assert_eq!(found.week, IsoWeek::new(2026, 50));
        assert_eq!((found.text.as_str(), found.gravity), ("BMO à prescrire", Some(Gravity::Watch)));
    }

    #[test]
    fn words_before_a_colon_name_the_kind_and_the_role() {
        let found = read("1243 infirmière : rappel : vaccin grippe");
        assert_eq!((found.role, found.kind), (Some(Role::Nurse), Some(Kind::Recall)));
        assert_eq!(found.text, "vaccin grippe");
        assert_eq!(read("note : papier").text, "note : papier");
    }
}
