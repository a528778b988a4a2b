//! What a title may leave behind: the kind of the entry, and its patient as a file number (rule 24).
//!
//! `DUPONT Marie née MARTIN (1243) 12/03/1948` becomes file 1243, M.D., 1948. Nothing else of it is
//! kept, unless the centre keeps names.

use crate::domain::draft::text::{fold, line};
use crate::domain::draft::{names, nir, patient};
use crate::domain::{EntryKind, PatientRef};

/// Longest title that is looked at, in characters.
const LONGEST: usize = 300;
/// Longest name that is kept, where names are.
const NAME_MAX: usize = 60;
/// Longest file number.
const FILE_MAX: usize = 12;

/// What is left of a title.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject {
    pub patient: Option<PatientRef>,
    /// Of words that can be nobody's name, unless names are allowed.
    pub title: String,
    /// A social security number stood in it: nothing of it was read.
    pub nir: bool,
    /// A phone number or an e-mail address stood in it, and was left out.
    pub contact: bool,
}

/// Reduces a title; `is_patient` where the file says that it is a patient's name.
pub fn reduce(text: &str, is_patient: bool, names_allowed: bool, this_year: i32) -> Subject {
    if nir::contains(text) {
        return Subject { nir: true, ..Subject::default() };
    }
    let text: String = line(text).chars().take(LONGEST).collect();
    let (text, contact) = without_contacts(&text);
    let (text, born) = without_dates(&text, this_year);
    let (file, bare_year) = file_number(&text, this_year);
    let birth_year = born.or(bare_year);
    let name = name(&text, is_patient);
    let patient = file.map(|file| {
        let initials = name.as_ref().map(|n| if names_allowed { n.whole.clone() } else { n.initials.clone() });
        PatientRef { file, initials: initials.filter(|i| !i.is_empty()), birth_year }
    });
    let title = match patient {
        None if names_allowed => text.chars().take(200).collect(),
        None if is_plain(&text) => text,
        _ => String::new(),
    };
    Subject { patient, title: line(&title), nir: false, contact }
}

/// The kind an entry has by the words it is called by.
pub fn kind(words: &str, has_patient: bool, whole_day: bool) -> EntryKind {
    let folded = fold(words);
    let tokens: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let any = |stems: &[&str]| tokens.iter().any(|t| stems.iter().any(|s| t.starts_with(s)));
    let two = |a: &str, b: &str| tokens.windows(2).any(|w| w[0] == a && w[1].starts_with(b));
    let found = if any(&["passation"]) {
        EntryKind::Handover
    } else if any(&["reunion", "meeting", "staff"]) {
        EntryKind::Meeting
    } else if any(&["asalee"]) {
        EntryKind::Asalee
    } else if any(&["accueil", "welcome"]) {
        EntryKind::Welcome
    } else if any(&["teleconsult", "visio", "teleexpert", "video"]) || two("tele", "consult") {
        EntryKind::Remote
    } else if any(&["visite", "domicile", "vad"]) || two("home", "visit") {
        EntryKind::Visit
    } else if any(&["urgence", "urgent", "snp"]) || two("non", "programme") {
        EntryKind::Unplanned
    } else if has_patient || any(&["consult", "rdv"]) || two("rendez", "vous") {
        EntryKind::Consultation
    } else {
        EntryKind::Other
    };
    // What is booked for a patient has an hour.
    if whole_day && found.is_appointment() { EntryKind::Other } else { found }
}

/// Where an entry is held, as far as it says nothing of a patient: a room, or the commune of an address.
pub fn place(text: &str, names_allowed: bool) -> String {
    let text = line(text);
    if nir::contains(&text) {
        return String::new();
    }
    if names_allowed {
        return without_contacts(&text).0.chars().take(100).collect();
    }
    let words: Vec<&str> = text.split([' ', ',', ';']).filter(|w| !w.is_empty()).collect();
    if let [room, number] = words[..]
        && matches!(fold(room).as_str(), "salle" | "cabinet" | "bureau" | "box")
        && number.len() <= 3
    {
        return format!("{room} {number}");
    }
    // `3 rue des Lilas, 23150 Lavaveix-les-Mines, France`
    let code = words.iter().rposition(|w| w.len() == 5 && w.bytes().all(|b| b.is_ascii_digit()));
    let commune = code.map_or(&[][..], |at| &words[at + 1..]);
    let named =
        |w: &&&str| w.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’')) && fold(w) != "france";
    commune.iter().take_while(named).take(6).copied().collect::<Vec<_>>().join(" ")
}

/// The text without phone numbers and e-mail addresses, and whether there were any.
fn without_contacts(text: &str) -> (String, bool) {
    let chars: Vec<char> = text.chars().collect();
    let mut kept = String::with_capacity(text.len());
    let (mut at, mut found) = (0, false);
    while at < chars.len() {
        let begins = at == 0 || !chars[at - 1].is_alphanumeric();
        if let Some(length) = begins.then(|| phone_length(&chars[at..])).flatten() {
            (at, found) = (at + length, true);
            kept.push(' ');
        } else {
            kept.push(chars[at]);
            at += 1;
        }
    }
    let words: Vec<&str> = kept.split(' ').filter(|w| !w.is_empty()).collect();
    let without: Vec<&str> = words.iter().filter(|w| !w.contains('@')).copied().collect();
    found |= without.len() < words.len();
    (without.join(" "), found)
}

/// How many characters of a French phone number, or of any in `+` form, stand at the beginning.
fn phone_length(chars: &[char]) -> Option<usize> {
    let (mut digits, mut length) = (String::new(), 0);
    for (at, c) in chars.iter().enumerate() {
        match c {
            '0'..='9' => digits.push(*c),
            '+' if at == 0 => digits.push('+'),
            ' ' | '\u{a0}' | '.' | '-' | '/' | '(' | ')' if !digits.is_empty() => continue,
            _ => break,
        }
        length = at + 1;
        if digits.len() > 15 {
            return None;
        }
        let french = digits.len() == 10 && digits.starts_with('0') && !digits.starts_with("00");
        let next_is_digit = chars.get(at + 1).is_some_and(char::is_ascii_digit);
        if french && !next_is_digit {
            return Some(length);
        }
    }
    let abroad = digits.starts_with('+') || digits.starts_with("00");
    (abroad && digits.len() >= 9).then_some(length)
}

/// The text without its dates, and the year of the first that may be one of birth.
fn without_dates(text: &str, this_year: i32) -> (String, Option<u16>) {
    let mut born = None;
    let mut kept = Vec::new();
    for word in text.split(' ') {
        let bare = word.trim_matches(|c: char| !c.is_ascii_digit());
        let parts: Vec<&str> = bare.split(['/', '-', '.']).collect();
        let numbers = parts.iter().all(|p| !p.is_empty() && p.len() <= 4 && p.bytes().all(|b| b.is_ascii_digit()));
        if parts.len() == 3 && numbers {
            let year = [parts[2], parts[0]].into_iter().find(|p| p.len() == 4).and_then(|y| y.parse::<u16>().ok());
            born = born.or(year.filter(|y| (1900..=this_year).contains(&i32::from(*y))));
        } else {
            kept.push(word);
        }
    }
    (kept.join(" "), born)
}

/// The file number, and a lone year that may be one of birth.
fn file_number(text: &str, this_year: i32) -> (Option<String>, Option<u16>) {
    let folded = fold(text).replace(['(', '['], " ( ").replace([')', ']', ',', ';', '|', '·', ':', '#'], " ");
    let folded = folded.replace("n°", " n° ").replace("nº", " n° ");
    let words: Vec<&str> = folded.split_whitespace().collect();
    let valid = |w: &str| {
        w.len() <= FILE_MAX && w.bytes().all(|b| b.is_ascii_alphanumeric()) && w.bytes().any(|b| b.is_ascii_digit())
    };
    let number = |w: &str| w.len() <= FILE_MAX && w.bytes().all(|b| b.is_ascii_digit());
    let upper = |w: &str| w.to_ascii_uppercase();
    // Named as such: `dossier 1243`, `n° 1243`, `IPP 1243`.
    let marked = words.windows(2).find(|w| {
        matches!(w[0], "dossier" | "dos" | "n°" | "no" | "ipp" | "num" | "numero" | "patient" | "file" | "id")
            && valid(w[1])
    });
    // A number that is another thing's: a room, an age, a length.
    let other = |at: usize| {
        let before = at.checked_sub(1).map_or("", |b| words[b]);
        let after = words.get(at + 1).copied().unwrap_or_default();
        matches!(before, "salle" | "poste" | "box" | "cabinet" | "bureau" | "voiture" | "rue" | "j" | "t")
            || matches!(after, "ans" | "an" | "min" | "mn" | "minutes" | "h" | "mois" | "jours" | "rue" | "mg" | "x")
    };
    let year = |w: &str| w.parse::<u16>().ok().filter(|y| w.len() == 4 && (1900..=this_year).contains(&i32::from(*y)));
    let bracketed = words.windows(2).enumerate().find(|(at, w)| w[0] == "(" && number(w[1]) && !other(at + 1));
    let bare: Vec<&str> = (0..words.len())
        .filter(|at| number(words[*at]) && words[*at].len() >= 3 && !other(*at))
        .map(|at| words[at])
        .collect();
    let born = bare.iter().find_map(|w| year(w));
    if let Some(w) = marked {
        return (Some(upper(w[1])), bare.iter().filter(|b| **b != w[1]).find_map(|b| year(b)));
    }
    if let Some((_, w)) = bracketed {
        return (Some(upper(w[1])), bare.iter().filter(|b| **b != w[1]).find_map(|b| year(b)));
    }
    (bare.iter().find(|w| year(w).is_none()).map(|w| upper(w)), born)
}

/// A name, and its initials.
struct Name {
    whole: String,
    initials: String,
}

/// The patient's name, where something shows that there is one.
fn name(text: &str, is_patient: bool) -> Option<Name> {
    let segments = text.split(['(', ')', '[', ']', '|', '/', '·', ':', ';', '–', '—', '#', '\u{2022}']);
    segments.flat_map(|s| s.split(" - ")).find_map(|segment| segment_name(segment, is_patient))
}

fn segment_name(segment: &str, is_patient: bool) -> Option<Name> {
    let mut words = Vec::new();
    let mut titled = false;
    let all: Vec<&str> = segment.split(' ').filter(|w| !w.is_empty()).collect();
    for (at, word) in all.iter().copied().enumerate() {
        let folded = fold(word);
        let bare = folded.trim_end_matches(['.', ',']);
        if matches!(bare, "nee" | "ne" | "ep" | "epouse" | "veuve" | "vve" | "ne(e)" | "dit" | "dite") {
            break;
        }
        if matches!(bare, "m" | "mr" | "mme" | "mlle" | "monsieur" | "madame" | "mademoiselle" | "enfant" | "bebe")
            && word.len() > 2
            || matches!(word, "M" | "M." | "Mr")
        {
            titled = true;
            continue;
        }
        if words.is_empty() && (is_initials(word) || is_undotted(&all, at)) {
            let letters: String = word.chars().filter(|c| c.is_alphabetic()).flat_map(|c| [c, '.']).collect();
            return Some(Name { whole: letters.clone(), initials: letters });
        }
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | ',' | '.'));
        if !letters || is_common(bare) {
            // `Consultation DUPONT Marie`: what was before it is no name; what comes after may be one.
            if words.is_empty() {
                continue;
            }
            break;
        }
        words.push(word);
    }
    let capitals =
        |w: &&&str| w.chars().filter(|c| c.is_alphabetic()).count() > 1 && !w.chars().any(char::is_lowercase);
    let capitalised = words.iter().all(|w| w.chars().next().is_some_and(char::is_uppercase));
    let shouted = words.iter().filter(capitals).count();
    let shown = is_patient || titled || (shouted > 0 && shouted < words.len()) || segment.contains(", ");
    if words.is_empty() || words.len() > 6 || !(shown || (capitalised && (2..=3).contains(&words.len()))) {
        return None;
    }
    let (given, family) = names::split(words.join(" ").trim_matches(','));
    let first = |text: &str| text.split(['-', ' ', '\'', '’']).find_map(|p| p.chars().next());
    // `LE GALL`, `de La Tour`: the family's first letter is the first of its name, particles too.
    let letters: String = [first(&given), first(&family)]
        .into_iter()
        .flatten()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_uppercase)
        .flat_map(|c| [c, '.'])
        .collect();
    let whole: String = line(&words.join(" ").replace(',', "")).chars().take(NAME_MAX).collect();
    Some(Name { whole, initials: letters })
}

/// `M.D.`, `m.d.`, `J-P.L.`
fn is_initials(word: &str) -> bool {
    let letters: Vec<&str> = word.split(['.', '-']).filter(|p| !p.is_empty()).collect();
    word.contains('.')
        && (1..=4).contains(&letters.len())
        && letters.iter().all(|p| p.chars().count() == 1 && p.chars().all(char::is_alphabetic))
        && (letters.len() > 1 || word.len() > 2)
}

/// `1243 MD 1948`, as the centre's own forms take it: between a number and a year, three capitals at most are no name.
fn is_undotted(words: &[&str], at: usize) -> bool {
    let number = |w: &str| w.bytes().all(|b| b.is_ascii_digit());
    let capitals = words[at].chars().count() <= 3 && words[at].chars().all(char::is_uppercase);
    let follows = at.checked_sub(1).is_some_and(|before| number(words[before]));
    capitals && follows && patient::is_initials(words[at], words.get(at + 1).copied())
}

/// Whether every word is of those that name a thing of the centre, and none can be a person's.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 34] = [
        "reunion",
        "equipe",
        "staff",
        "accueil",
        "passation",
        "asalee",
        "conge",
        "conges",
        "pause",
        "dejeuner",
        "fermeture",
        "formation",
        "inventaire",
        "vaccination",
        "vaccinations",
        "medecin",
        "medecins",
        "centre",
        "cabinet",
        "temoin",
        "administratif",
        "telephone",
        "visites",
        "consultations",
        "absence",
        "infirmiere",
        "coordination",
        "hebdomadaire",
        "mensuelle",
        "journee",
        "matinee",
        "depistage",
        "association",
        "vacances",
    ];
    const SMALL: [&str; 12] = ["d", "l", "de", "du", "des", "la", "le", "les", "et", "a", "au", "en"];
    let folded = fold(text);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).peekable();
    words.peek().is_some() && words.all(|w| WORDS.contains(&w) || SMALL.contains(&w))
}

/// Words that agendas put beside a name.
fn is_common(folded: &str) -> bool {
    const STEMS: [&str; 42] = [
        "consult",
        "visite",
        "domicile",
        "teleconsult",
        "visio",
        "video",
        "urgence",
        "urgent",
        "reunion",
        "accueil",
        "passation",
        "asalee",
        "rdv",
        "rendez",
        "suivi",
        "controle",
        "renouvel",
        "vaccin",
        "certificat",
        "bilan",
        "dossier",
        "patient",
        "nouveau",
        "nouvelle",
        "premiere",
        "salle",
        "poste",
        "cabinet",
        "bureau",
        "pause",
        "dejeuner",
        "conge",
        "absence",
        "ferme",
        "formation",
        "medecin",
        "infirmi",
        "programme",
        "creneau",
        "libre",
        "appel",
        "resultat",
    ];
    const WHOLE: [&str; 16] =
        ["a", "au", "aux", "en", "et", "par", "pour", "avec", "chez", "non", "dr", "docteur", "snp", "vad", "le", "du"];
    STEMS.iter().any(|stem| folded.starts_with(stem)) || WHOLE[..14].contains(&folded)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn reduced(text: &str) -> String {
        said(&reduce(text, false, false, 2026))
    }

    fn said(subject: &Subject) -> String {
        let patient = subject.patient.as_ref().map_or_else(
            || "-".to_owned(),
            |p| {
                let year = p.birth_year.map_or_else(String::new, |y| format!(" {y}"));
                format!("{} {}{year}", p.file, p.initials.as_deref().unwrap_or("-"))
            },
        );
        format!("{patient}|{}", subject.title)
    }

    #[rstest]
    #[case("DUPONT Marie née MARTIN (1243) 12/03/1948", "1243 M.D. 1948|")]
    #[case("Consultation DUPONT Marie (1243)", "1243 M.D.|")]
    #[case("Visite - Mme Durand - dossier 877", "877 D.|")]
    #[case("LE GALL Jean-Marc, 1948, n°0377", "0377 J.L. 1948|")]
    #[case("Suivi HTA 1243", "1243 -|")]
    #[case("1243 · M.D. 1948", "1243 M.D. 1948|")]
    #[case("1243 MD 1948", "1243 M.D. 1948|")]
    #[case("Consultation 1243 MD 1948", "1243 M.D. 1948|")]
    #[case("1243 INR", "1243 -|")]
    #[case("1243 ROUX 1948", "1243 - 1948|")]
    #[case("ROY 1948 1243", "1243 - 1948|")]
    #[case("1243 en 2019", "1243 - 2019|")]
    #[case("dossier A12B", "A12B -|")]
    #[case("(1948)", "1948 -|")]
    #[case("M.D. 1948", "-|")]
    #[case("Réunion avec Mme Durand", "-|")]
    #[case("Pause déjeuner", "-|Pause déjeuner")]
    #[case("Réunion d'équipe", "-|Réunion d'équipe")]
    #[case("Pause Durand", "-|")]
    #[case("Salle 204", "-|")]
    #[case("DUPONT Marie 78 ans", "-|")]
    #[case("TP 2 mg Durand", "-|")]
    #[case("", "-|")]
    fn a_title_is_reduced(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(reduced(text), expected);
    }

    #[test]
    fn where_names_are_allowed_they_stay_and_numbers_to_call_do_not() {
        let kept = |text| said(&reduce(text, false, true, 2026));
        assert_eq!(kept("DUPONT Marie (1243) 12/03/1948"), "1243 DUPONT Marie 1948|");
        assert_eq!(kept("Réunion ARS 06 46 52 58 13 a@exemple.fr"), "-|Réunion ARS");
    }

    #[rstest]
    #[case("DUPONT Marie (1243) 06 46 52 58 13", "1243 M.D.|")]
    #[case("DUPONT Marie 0646525813 (1243)", "1243 M.D.|")]
    #[case("DUPONT Marie +33 6 46 52 58 13 n° 1243", "1243 M.D.|")]
    #[case("DUPONT Marie (1243) marie.dupont@exemple.fr", "1243 M.D.|")]
    fn a_phone_number_or_an_address_is_dropped_and_said(#[case] text: &str, #[case] expected: &str) {
        let subject = reduce(text, false, false, 2026);
        assert_eq!((said(&subject).as_str(), subject.contact, subject.nir), (expected, true, false));
    }

    #[test]
    fn of_a_title_with_a_nir_nothing_is_read() {
        let subject = reduce("DUPONT Marie (1243) 2 55 08 14 168 025 38", true, true, 2026);
        assert_eq!(subject, Subject { nir: true, ..Subject::default() });
    }

    #[test]
    fn a_column_of_patients_needs_no_further_sign_of_a_name() {
        let subject = reduce("dupont marie 1243", true, false, 2026);
        assert_eq!(said(&subject), "1243 D.M.|");
    }

    #[rstest]
    #[case("Visite à domicile", true, EntryKind::Visit)]
    #[case("VAD", true, EntryKind::Visit)]
    #[case("Téléconsultation", true, EntryKind::Remote)]
    #[case("RDV visio", false, EntryKind::Remote)]
    #[case("Soins non programmés", true, EntryKind::Unplanned)]
    #[case("URGENCE", true, EntryKind::Unplanned)]
    #[case("Réunion d'équipe", false, EntryKind::Meeting)]
    #[case("Accueil du médecin", false, EntryKind::Welcome)]
    #[case("Passation de témoin", false, EntryKind::Handover)]
    #[case("Asalée", false, EntryKind::Asalee)]
    #[case("Consultation", false, EntryKind::Consultation)]
    #[case("bidule", true, EntryKind::Consultation)]
    #[case("bidule", false, EntryKind::Other)]
    fn the_kind_follows_from_the_words(#[case] words: &str, #[case] patient: bool, #[case] expected: EntryKind) {
        assert_eq!(kind(words, patient, false), expected);
        assert!(!kind(words, patient, true).is_appointment());
    }

    #[rstest]
    #[case("3 rue des Lilas, 23150 Lavaveix-les-Mines, France", "Lavaveix-les-Mines")]
    #[case("chez Mme Durand, 23380 Ajain", "Ajain")]
    #[case("Salle 2", "Salle 2")]
    #[case("chez Mme Durand", "")]
    #[case("", "")]
    fn a_place_says_no_more_than_the_commune(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(place(text, false), expected);
    }
}
