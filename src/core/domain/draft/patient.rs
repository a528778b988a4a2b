//! A patient as the centre's record numbers them (rule 24).

use super::super::{Msg, PatientRef};
use super::text::{checked, line};

/// Longest file number in characters.
const FILE_MAX: usize = 12;

/// Longest name, where names are allowed.
const NAME_MAX: usize = 60;

/// Reads file number, initials (or a name where `names_allowed`) and birth year; only the first is required.
///
/// # Errors
/// The field (`file`, `initials`, `birth_year`) and what is wrong with it.
pub fn patient(
    file: &str,
    initials: &str,
    birth_year: &str,
    names_allowed: bool,
    this_year: i32,
) -> Result<PatientRef, (&'static str, Msg)> {
    let file = file_number(file).map_err(|msg| ("file", msg))?;
    let initials = if names_allowed { name(initials) } else { self::initials(initials) };
    let initials = initials.map_err(|msg| ("initials", msg))?;
    let birth_year = year(birth_year, this_year).map_err(|msg| ("birth_year", msg))?;
    Ok(PatientRef { file, initials, birth_year })
}

/// The parts of a patient typed at once: `1243 MD 1948` in any order after the number.
///
/// Nothing when it is a number alone, however it is spaced.
#[must_use]
pub fn split(typed: &str) -> Option<[String; 3]> {
    let typed = line(typed);
    let mut words = typed.split_whitespace();
    let file = words.next()?.to_owned();
    let (mut letters, mut year) = (Vec::new(), String::new());
    for word in words {
        let digits = word.bytes().all(|b| b.is_ascii_digit());
        // Two digits are a year behind initials only: `12 43` is a number typed with a space.
        let two = word.len() == 2 && !letters.is_empty();
        if digits && year.is_empty() && (is_year(word) || two) {
            word.clone_into(&mut year);
        } else if digits {
            return None;
        } else {
            letters.push(word);
        }
    }
    (!letters.is_empty() || !year.is_empty()).then(|| [file, letters.join(" "), year])
}

/// Reads a patient typed in one line, with a file number, with initials, or with both: `1243 MD 1948`, `MD 1948`, `1243`.
/// Who has no file number yet has an empty one. Nothing of an empty line.
///
/// # Errors
/// What is wrong with it.
pub fn one_line(typed: &str, names_allowed: bool, this_year: i32) -> Result<Option<PatientRef>, Msg> {
    let typed = checked(&line(typed), FILE_MAX + NAME_MAX + 6)?;
    if typed.is_empty() {
        return Ok(None);
    }
    let [file, initials, born] = parts(&typed).ok_or_else(|| Msg::new("draft-patient-line"))?;
    if file.is_empty() && initials.is_empty() {
        return Err(Msg::new("draft-patient-line"));
    }
    let known = if file.is_empty() { "0" } else { &file };
    let read = patient(known, &initials, &born, names_allowed, this_year).map_err(|(_, msg)| msg)?;
    Ok(Some(PatientRef { file: if file.is_empty() { file } else { read.file }, ..read }))
}

/// File number, initials and year of birth in one line; the first word is a number where a digit stands in it.
fn parts(typed: &str) -> Option<[String; 3]> {
    if typed.split_whitespace().next()?.bytes().any(|b| b.is_ascii_digit()) {
        return Some(split(typed).unwrap_or_else(|| [typed.to_owned(), String::new(), String::new()]));
    }
    let [_, initials, born] = split(&format!("0 {typed}"))?;
    Some([String::new(), initials, born])
}

/// A patient in one line, as a record keeps them: `1243 M.D. 1948`.
#[must_use]
pub fn to_line(patient: &PatientRef) -> String {
    let born = patient.birth_year.map(|year| year.to_string());
    let parts = [Some(patient.file.clone()), patient.initials.clone(), born];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The patient that a record keeps in one line; nothing of an empty one.
#[must_use]
pub fn of_line(line: &str) -> Option<PatientRef> {
    let [file, initials, born] = parts(line)?;
    Some(PatientRef { file, initials: Some(initials).filter(|i| !i.is_empty()), birth_year: born.parse().ok() })
}

/// Whether a word behind a file number is initials: `M.D.`; letters without dots only before a year of birth, or `INR`
/// would be somebody.
#[must_use]
pub fn is_initials(word: &str, next: Option<&str>) -> bool {
    let letters = word.chars().filter(|c| *c != '.').count();
    let shaped = (1..=4).contains(&letters) && word.chars().all(|c| c == '.' || c.is_alphabetic());
    let capitals = word.chars().all(|c| c == '.' || c.is_uppercase());
    shaped && ((capitals && word.ends_with('.')) || next.is_some_and(is_year))
}

/// Four digits that may be a year of birth.
#[must_use]
pub fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && (word.starts_with("19") || word.starts_with("20"))
}

/// The age the patient reaches in `this_year`, when the birth year is known.
#[must_use]
pub fn age(patient: &PatientRef, this_year: i32) -> Option<i32> {
    patient.birth_year.map(|year| this_year - i32::from(year)).filter(|age| *age >= 0)
}

fn file_number(text: &str) -> Result<String, Msg> {
    // `12 43` is a number typed with a space; with a word of letters in it, it is a number and somebody.
    let words = line(text);
    let has_letters = |word: &str| word.chars().all(|c| c.is_alphabetic() || c == '.');
    if words.contains(char::is_whitespace) && words.split_whitespace().any(has_letters) {
        return Err(Msg::new("draft-file-and-who"));
    }
    let file: String = line(text).chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    if file.is_empty() {
        return Err(Msg::new("draft-file-missing"));
    }
    if file.len() > FILE_MAX || !file.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Err(Msg::new("draft-file").with("max", FILE_MAX));
    }
    Ok(file)
}

/// One to four letters, given as `M.D.`; a name is refused with the reason.
fn initials(text: &str) -> Result<Option<String>, Msg> {
    let typed = line(text);
    if typed.is_empty() {
        return Ok(None);
    }
    let letters: Vec<char> = typed.chars().filter(|c| c.is_alphabetic()).collect();
    if letters.is_empty() || typed.chars().any(|c| !c.is_alphabetic() && !matches!(c, '.' | ' ' | '-' | '\u{a0}')) {
        return Err(Msg::new("draft-initials"));
    }
    // `Léo` has three letters and is a name all the same: a capital and then small ones.
    let is_name = typed.split(|c: char| !c.is_alphabetic()).any(|word| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && word.chars().count() > 2 && letters.all(char::is_lowercase)
    });
    if letters.len() > 4 || is_name {
        return Err(Msg::new("draft-initials-name"));
    }
    let upper = letters.into_iter().map(|c| c.to_uppercase().chain(['.']).collect::<String>());
    Ok(Some(upper.collect()))
}

/// A name, where the centre has decided to keep names.
fn name(text: &str) -> Result<Option<String>, Msg> {
    let typed = line(text);
    if typed.is_empty() { Ok(None) } else { checked(&typed, NAME_MAX).map(Some) }
}

/// A year of birth in full: two digits are the last such year there was, so that nobody is a hundred and something
/// without its being said. Any other text stays as it is.
#[must_use]
pub fn full_year(typed: &str, this_year: i32) -> String {
    let two = typed.len() == 2 && typed.bytes().all(|b| b.is_ascii_digit());
    let Some(short) = typed.parse::<i32>().ok().filter(|_| two) else { return typed.to_owned() };
    let year = this_year - this_year % 100 + short;
    (if year > this_year { year - 100 } else { year }).to_string()
}

fn year(text: &str, this_year: i32) -> Result<Option<u16>, Msg> {
    let typed = line(text);
    if typed.is_empty() {
        return Ok(None);
    }
    let typed = full_year(&typed, this_year);
    let four = typed.len() == 4 && typed.bytes().all(|b| b.is_ascii_digit());
    let year = typed.parse::<u16>().ok().filter(|y| four && (1900..=this_year).contains(&i32::from(*y)));
    year.map(Some).ok_or_else(|| Msg::new("draft-birth-year").with("this_year", this_year.to_string()))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("1243 md 1948", "1243 M.D. 1948")]
    #[case(" 12b ", "12B")]
    #[case("MD 48", "M.D. 1948")]
    #[case("m.d.", "M.D.")]
    #[case("1243 1948", "1243 1948")]
    fn in_one_line_with_a_number_or_with_initials(#[case] typed: &str, #[case] kept: &str) {
        let read = one_line(typed, false, 2026).unwrap().unwrap();
        assert_eq!(to_line(&read), kept);
        assert_eq!(of_line(kept), Some(read));
    }

    #[test]
    fn in_one_line_a_name_only_where_names_are_kept() {
        assert_eq!(one_line("Marie Durand 1948", false, 2026).unwrap_err().id, "draft-initials-name");
        let read = one_line("Marie Durand 1948", true, 2026).unwrap().unwrap();
        assert_eq!((to_line(&read), of_line(&to_line(&read))), ("Marie Durand 1948".to_owned(), Some(read)));
        assert_eq!(one_line("  ", true, 2026), Ok(None));
        assert!(of_line("").is_none());
        // A year that cannot be is no part of the number.
        for typed in ["MD 1948 1950", "1 48 04 23 123 456 78", "70500 DM 1850", "1243 MD 19480"] {
            assert!(one_line(typed, false, 2026).is_err(), "{typed}");
        }
    }

    #[test]
    fn a_full_reference() {
        let read = patient(" 12 43 ", "m d", "1948", false, 2026).unwrap();
        assert_eq!(read, PatientRef { file: "1243".into(), initials: Some("M.D.".into()), birth_year: Some(1948) });
        assert_eq!(age(&read, 2026), Some(78));
        let born = |typed| patient("1243", "", typed, false, 2026).map(|p| p.birth_year).map_err(|(field, _)| field);
        assert_eq!(born("58"), Ok(Some(1958)));
        assert_eq!(born("27"), Ok(Some(1927)));
        assert_eq!(born("26"), Ok(Some(2026)));
        assert_eq!(born("05"), Ok(Some(2005)));
        assert_eq!(born("5"), Err("birth_year"));
        assert_eq!(born("+5"), Err("birth_year"));
        let bare = patient("1243", "", "", false, 2026).unwrap();
        assert_eq!((bare.initials.clone(), bare.birth_year, age(&bare, 2026)), (None, None, None));
    }

    #[rstest]
    #[case("1243 MD 1948", Some(["1243", "MD", "1948"]))]
    #[case(" 1243  1948 m. d.", Some(["1243", "m. d.", "1948"]))]
    #[case("1243 MD 58", Some(["1243", "MD", "58"]))]
    #[case("1243 MD 58 60", None)]
    #[case("1243 Durand", Some(["1243", "Durand", ""]))]
    #[case("12 43", None)]
    #[case("1243", None)]
    #[case("", None)]
    fn a_patient_typed_at_once(#[case] typed: &str, #[case] parts: Option<[&str; 3]>) {
        assert_eq!(split(typed).as_ref().map(|p| p.each_ref().map(String::as_str)), parts);
    }

    #[rstest]
    #[case("MD", Ok("M.D."))]
    #[case("M.D.", Ok("M.D."))]
    #[case("m.-d.", Ok("M.D."))]
    #[case("é", Ok("É."))]
    #[case("mdpq", Ok("M.D.P.Q."))]
    #[case("Md", Ok("M.D."))]
    #[case("mdpqr", Err("draft-initials-name"))]
    #[case("Durand", Err("draft-initials-name"))]
    #[case("Léo", Err("draft-initials-name"))]
    #[case("M. Roy", Err("draft-initials-name"))]
    #[case("12", Err("draft-initials"))]
    #[case("M&D", Err("draft-initials"))]
    fn initials_are_no_name(#[case] typed: &str, #[case] expected: Result<&str, &str>) {
        let read = patient("1", typed, "", false, 2026);
        let read = read.map(|p| p.initials.unwrap()).map_err(|(field, msg)| (field, msg.id.into_owned()));
        assert_eq!(read, expected.map(str::to_owned).map_err(|id| ("initials", id.to_owned())));
    }

    #[test]
    fn a_name_is_kept_where_names_are_allowed_but_no_nir() {
        assert_eq!(patient("1", "Mme Durand", "", true, 2026).unwrap().initials.as_deref(), Some("Mme Durand"));
        let (field, msg) = patient("1", "Durand 2550814168025", "", true, 2026).unwrap_err();
        assert_eq!((field, &*msg.id), ("initials", "draft-nir"));
    }

    #[rstest]
    #[case("", "", "file", "draft-file-missing")]
    #[case("12/43", "", "file", "draft-file")]
    #[case("1234567890123", "", "file", "draft-file")]
    #[case("1", "480", "birth_year", "draft-birth-year")]
    #[case("1", "2027", "birth_year", "draft-birth-year")]
    #[case("1", "1899", "birth_year", "draft-birth-year")]
    #[case("1", "+948", "birth_year", "draft-birth-year")]
    fn the_field_that_is_wrong_is_named(#[case] file: &str, #[case] year: &str, #[case] field: &str, #[case] id: &str) {
        let (wrong, msg) = patient(file, "", year, false, 2026).unwrap_err();
        assert_eq!((wrong, &*msg.id), (field, id));
    }
}
