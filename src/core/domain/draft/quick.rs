//! A point typed in one line: `1243 INR à 4,8 contrôle mar !!`.
//!
//! What is understood is shown while one types, and the form opens with it: nothing is guessed that cannot be seen.

use super::patient::{is_initials, is_year};
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
const KINDS: [(&str, Kind); 13] = [
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
    ("a signer", Kind::ToSign),
    ("signature", Kind::ToSign),
    ("to sign", Kind::ToSign),
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
    match dates(&words, today).into_iter().rfind(|found| !found.is_past) {
        Some(Found { at, count, meant: Meant::Day(day), is_relative, .. }) => {
            quick.due = Some(day);
            // What is counted from today means another day when it is read; a date stays as it was typed.
            if is_relative {
                let (before, after) = (around(words[at]).0, around(words[at + count - 1]).1);
                let said = written(day);
                let after = if said.ends_with('.') { after.trim_start_matches('.') } else { after };
                text.splice(at..at + count, [format!("{before}{said}{after}")]);
            }
        }
        Some(Found { at, count, meant: Meant::Week(week), .. }) => {
            quick.week = Some(week);
            text.drain(at..at + count);
            // A comma before the week that left.
            if let Some(last) = text.last_mut().filter(|_| at == words.len() - count) {
                last.truncate(last.trim_end_matches([',', ';']).len());
            }
        }
        None => {}
    }
    quick.text = text.join(" ");
    quick
}

/// The signs before and behind a word.
fn around(word: &str) -> (&str, &str) {
    let is_sign = |c: char| MARKS.contains(&c);
    let behind = word.trim_end_matches(is_sign).len();
    let before = word[..behind].len() - word[..behind].trim_start_matches(is_sign).len();
    (&word[..before], &word[behind..])
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

/// The word or the two words before a colon at the start, folded, and how many words they take with the colon.
fn label(words: &[&str]) -> Option<(String, usize)> {
    (1..=2).find_map(|count| {
        let (last, before) = words.get(..count)?.split_last()?;
        let alone = (words.get(count) == Some(&":")).then_some((*last, count + 1));
        let (last, used) = last.strip_suffix(':').map(|last| (last, count)).or(alone)?;
        Some((fold(&[before, &[last]].concat().join(" ")), used))
    })
}

/// What a date in the text means.
enum Meant {
    Day(Day),
    Week(IsoWeek),
}

/// A date in the text.
struct Found {
    at: usize,
    /// Over how many words it stands.
    count: usize,
    meant: Meant,
    /// It is counted from today: `mardi`, `+7`.
    is_relative: bool,
    /// It says what has been, not by when something is to be done.
    is_past: bool,
}

/// Signs that may stand around a word.
const MARKS: [char; 5] = [',', ';', '(', ')', '.'];

/// In days: what lies further ahead was rather said of the year before, behind `du`.
const HALF_A_YEAR: i32 = 183;

/// The dates of the text, in their order.
fn dates(words: &[&str], today: Day) -> Vec<Found> {
    let bare: Vec<String> = words.iter().map(|w| fold(w.trim_matches(MARKS))).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bare.len() {
        let Some((count, meant, is_relative)) = date(&bare[at..], at.checked_sub(1).map(|b| bare[b].as_str()), today)
        else {
            at += 1;
            continue;
        };
        let said_so = when::tells_of_the_past(&bare[..at]) || bare.get(at + count).is_some_and(|w| when::is_last(w));
        let is_past = match meant {
            Meant::Day(day) => {
                let of = at.checked_sub(1).is_some_and(|b| matches!(bare[b].as_str(), "du" | "of"));
                said_so || day < today || (of && !is_relative && day > today.plus(HALF_A_YEAR))
            }
            Meant::Week(week) => said_so || week < today.week(),
        };
        found.push(Found { at, count, meant, is_relative, is_past });
        at += count;
    }
    found
}

/// The date these words, folded, begin with: over how many of them it stands, what it means, and whether it is relative.
fn date(words: &[String], before: Option<&str>, today: Day) -> Option<(usize, Meant, bool)> {
    let word = words[0].as_str();
    let next = words.get(1).map(String::as_str);
    if let Some(number) = word.strip_prefix('s')
        && (1..=2).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit())
    {
        return when::week(word, today).ok().map(|week| (1, Meant::Week(week), false));
    }
    // Read with it already, and contradicted by it.
    if before.is_some_and(when::names_weekday) && word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let joined = |count: usize| words.get(..count).map(|words| words.join(" "));
    let read = |count: usize| joined(count).and_then(|typed| when::day(&typed, today).ok());
    // `1er déc.`, `mar. 1er déc.`, each with its year or without.
    let number = usize::from(when::names_weekday(word));
    if words.get(number).is_some_and(|w| when::is_day_of_month(w))
        && words.get(number + 1).is_some_and(|w| when::names_month(w))
    {
        let year = words.get(number + 2).is_some_and(|w| is_year(w));
        let count = number + 2 + usize::from(year);
        return read(count).map(|day| (count, Meant::Day(day), false));
    }
    if when::names_weekday(word) {
        // The day of the week belongs to the date behind it, and is checked with it.
        if next.is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()) && n.contains('/')) {
            return read(2).map(|day| (2, Meant::Day(day), false));
        }
        // `mardi 15`, where that is a Tuesday; `mardi 15 mg` is not.
        if next.is_some_and(when::is_day_of_month)
            && let Some(day) = read(2)
        {
            return Some((2, Meant::Day(day), false));
        }
    }
    if when::names_day(word) || (word.starts_with('+') && word.len() > 1) {
        let count = if matches!(next, Some("prochain" | "next")) { 2 } else { 1 };
        return read(1).map(|day| (count, Meant::Day(day), true));
    }
    // A blood pressure is not the 14th of August: a month has two digits, or something says it is a date.
    let (day, rest) = word.split_once('/')?;
    let numbers = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit() || b == b'/');
    let said = before.is_some_and(|b| matches!(b, "le" | "pour" | "avant" | "by" | "on"));
    let slashed = numbers(day) && numbers(rest) && (said || rest.split('/').next().is_some_and(|m| m.len() == 2));
    if slashed { read(1).map(|day| (1, Meant::Day(day), false)) } else { None }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::words::{Lang, Words};

    /// Friday 27 November 2026.
    fn today() -> Day {
        Day::ymd(2026, 11, 27).unwrap()
    }

    fn read(typed: &str) -> Quick {
        quick(typed, today(), |day| Words::new(Lang::Fr).day(day))
    }

    #[test]
    fn the_line_of_the_guide_is_understood() {
        let found = read("1243 INR à 4,8 contrôle mar !!");
        assert_eq!(found.patient, ["1243", "", ""]);
        assert_eq!(found.text, "INR à 4,8 contrôle mar. 1er déc.");
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
    #[case("revoir mardi 15", Some("2026-12-15"))]
    #[case("Préviscan mardi 20 mg", Some("2026-12-01"))]
    #[case("revoir mar. 1er déc.", Some("2026-12-01"))]
    #[case("revoir le 15 décembre 2027", Some("2027-12-15"))]
    #[case("RDV fixé le 5/12", Some("2026-12-05"))]
    // What has been is not by when something is to be done.
    #[case("fièvre depuis jeu. 26/11, reste à 39", None)]
    #[case("fièvre depuis mardi", None)]
    #[case("fièvre depuis le 5/12", None)]
    #[case("tombée mardi dernier", None)]
    #[case("tombée le 20/11 dernier", None)]
    #[case("vu le 24/11, stable", None)]
    #[case("vue mardi, revoir jeudi", Some("2026-12-03"))]
    #[case("revoir jeudi, fièvre depuis mardi", Some("2026-12-03"))]
    #[case("bilan du 20/09 : TSH 6", None)]
    #[case("RDV du 15/12 à confirmer", Some("2026-12-15"))]
    #[case("compte rendu 24/11", None)]
    #[case("aujourd'hui", Some("2026-11-27"))]
    #[case("dose 2411", None)]
    #[case("doses à 50/50", None)]
    fn a_date_is_one_only_where_it_can_be_told(#[case] typed: &str, #[case] due: Option<&str>) {
        assert_eq!(read(typed).due.map(|d| d.date().to_string()).as_deref(), due, "{typed}");
    }

    #[rstest]
    #[case("G.E. fièvre depuis jeu. 26/11, reste à 39", "G.E. fièvre depuis jeu. 26/11, reste à 39")]
    #[case("revoir le 10/12, à jeun;", "revoir le 10/12, à jeun;")]
    #[case("revoir mar. 15/12, à jeun", "revoir mar. 15/12, à jeun")]
    #[case("demain, appeler", "sam. 28 nov., appeler")]
    #[case("INR (mardi prochain)", "INR (mar. 1er déc.)")]
    #[case("INR mardi.", "INR mar. 1er déc.")]
    #[case("vu mardi, stable", "vu mardi, stable")]
    #[case("BMO, s50", "BMO")]
    fn what_was_typed_stays_as_typed_save_a_day_counted_from_today(#[case] typed: &str, #[case] text: &str) {
        assert_eq!(read(typed).text, text);
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
        for line in
            ["1243 à signer : arrêt de travail", "1243 signature: arrêt de travail", "1243 to sign: arrêt de travail"]
        {
            let found = read(line);
            assert_eq!((found.kind, found.text.as_str()), (Some(Kind::ToSign), "arrêt de travail"), "{line}");
        }
        assert_eq!(found.text, "vaccin grippe");
        assert_eq!(read("note : papier").text, "note : papier");
    }
}
