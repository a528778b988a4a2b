//! Departments of practice, as text: `01`, `2A`, `971`. There is no 20 and no 96.

use super::super::Msg;
use super::text::{fold, letters};

/// Code, name, longitude, latitude, region; the map of France draws those.
const TABLE: &str = include_str!("../../../../assets/data/departements.csv");

/// Places without a point on the map; 99 is abroad.
const BEYOND: [(&str, &str); 7] = [
    ("975", "Saint-Pierre-et-Miquelon"),
    ("977", "Saint-Barthélemy"),
    ("978", "Saint-Martin"),
    ("986", "Wallis-et-Futuna"),
    ("987", "Polynésie française"),
    ("988", "Nouvelle-Calédonie"),
    ("99", "Étranger"),
];

/// Every department, code and name, in the order of the codes: 2A and 2B after 19, abroad last.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    let table = TABLE.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        Some((cells.next()?, cells.next()?))
    });
    table.chain(BEYOND)
}

/// Reads a code (`1`, `2a`, `44`) or a name (`loire atlantique`).
///
/// # Errors
/// Text that is neither.
pub fn parse(text: &str) -> Result<&'static str, Msg> {
    let typed = key(text);
    let code = if typed.len() == 1 { format!("0{typed}") } else { typed.clone() };
    all()
        .find(|(known, name)| known.eq_ignore_ascii_case(&code) || key(name) == typed)
        .map(|(known, _)| known)
        .ok_or_else(|| Msg::new("draft-department").with("text", super::text::line(text)))
}

/// The name of a code, if there is such a department.
#[must_use]
pub fn name(code: &str) -> Option<&'static str> {
    all().find(|(known, _)| *known == code).map(|(_, name)| name)
}

/// The region of a department; none for abroad and the communities overseas that are no department.
#[must_use]
pub fn region(code: &str) -> Option<&'static str> {
    row(code).and_then(|cells| cells.last().copied())
}

/// Longitude and latitude of the middle of a department, in degrees; none for those that are not on the map.
#[must_use]
pub fn place(code: &str) -> Option<(f64, f64)> {
    let cells = row(code)?;
    Some((cells.get(2)?.parse().ok()?, cells.get(3)?.parse().ok()?))
}

fn row(code: &str) -> Option<Vec<&'static str>> {
    TABLE.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>()).find(|cells| cells[0] == code)
}

/// Letters and digits only, and without the article that some put before a name.
fn key(text: &str) -> String {
    let folded = fold(text);
    let folded = folded.trim();
    let bare = ["la ", "le ", "les ", "l'"].iter().find_map(|article| folded.strip_prefix(article)).unwrap_or(folded);
    letters(bare)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("44", Ok("44"))]
    #[case("1", Ok("01"))]
    #[case("01", Ok("01"))]
    #[case("2a", Ok("2A"))]
    #[case("971", Ok("971"))]
    #[case("loire atlantique", Ok("44"))]
    #[case("LOIRE", Ok("42"))]
    #[case("Cotes d’Armor", Ok("22"))]
    #[case("Réunion", Ok("974"))]
    #[case("la reunion", Ok("974"))]
    #[case("99", Ok("99"))]
    #[case("20", Err(()))]
    #[case("96", Err(()))]
    #[case("", Err(()))]
    #[case("Bretagne", Err(()))]
    fn by_code_or_by_name(#[case] typed: &str, #[case] code: Result<&str, ()>) {
        assert_eq!(parse(typed).map_err(|_| ()), code);
    }

    #[test]
    fn every_department_is_found_by_its_code_and_its_name() {
        let all: Vec<_> = all().collect();
        assert_eq!(all.len(), 101 + 7);
        for (code, name) in &all {
            assert_eq!(parse(code), Ok(*code));
            assert_eq!(parse(name), Ok(*code), "{name}");
            assert_eq!(super::name(code), Some(*name));
        }
        let at = |code| all.iter().position(|(c, _)| *c == code).unwrap();
        assert_eq!((at("2A"), at("2B"), at("21")), (at("19") + 1, at("19") + 2, at("19") + 3));
    }
}
