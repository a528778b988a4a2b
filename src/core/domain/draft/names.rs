//! Names of people: when two are the same, and which part is the family's.

use super::text::{fold, letters, line};

/// Whether two names name the same person: case, accents, hyphens and spaces do not count.
#[must_use]
pub fn same(a: &str, b: &str) -> bool {
    letters(a) == letters(b)
}

/// Splits a name as typed or imported into given and family name; a title is dropped.
///
/// Words in capitals are the family name (`VIDAL Hélène`), as is what stands before a comma; else it
/// is the last word with its particles (`Hélène de La Tour`).
#[must_use]
pub fn split(full: &str) -> (String, String) {
    let full = line(full);
    if let Some((family, given)) = full.split_once(',') {
        return (without_title(given).join(" "), without_title(family).join(" "));
    }
    let words = without_title(&full);
    let capitals = words.iter().filter(|w| is_capitals(w)).count();
    if capitals > 0 && capitals < words.len() {
        let (family, given): (Vec<&str>, Vec<&str>) = words.iter().partition(|w| is_capitals(w));
        // `DE La Tour` is rare; `de LA TOUR` is not: a particle before capitals is the family's.
        let first = words.iter().position(|w| is_capitals(w)).unwrap_or(0);
        let particles = words[..first].iter().rev().take_while(|w| is_particle(w)).count();
        let family = [&words[first - particles..first], family.as_slice()].concat();
        let given: Vec<&str> = given
            .into_iter()
            .enumerate()
            .filter(|(i, _)| *i < first - particles || *i >= first)
            .map(|(_, w)| w)
            .collect();
        return (given.join(" "), family.join(" "));
    }
    let Some(last) = words.len().checked_sub(1) else { return (String::new(), String::new()) };
    let particles = words[..last].iter().rev().take_while(|w| is_particle(w)).count();
    let (given, family) = words.split_at(last - particles);
    (given.join(" "), family.join(" "))
}

fn without_title(text: &str) -> Vec<&str> {
    let title = |w: &str| {
        matches!(fold(w).trim_end_matches('.'), "dr" | "docteur" | "dre" | "pr" | "professeur" | "m" | "mme" | "mlle")
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let titles = words.iter().take_while(|w| title(w)).count();
    // Someone whose whole name is `M.` keeps it.
    if titles == words.len() { words } else { words[titles..].to_vec() }
}

fn is_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.chars().any(char::is_lowercase)
}

fn is_particle(word: &str) -> bool {
    matches!(
        fold(word).as_str(),
        "de" | "du"
            | "des"
            | "le"
            | "la"
            | "les"
            | "d'"
            | "van"
            | "von"
            | "der"
            | "den"
            | "ben"
            | "el"
            | "al"
            | "da"
            | "dos"
            | "di"
    )
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Aubois", "Auboïs", true)]
    #[case("Jean-Marc LE GALL", "jean marc Le Gall", true)]
    #[case("Œuvrard", "oeuvrard", true)]
    #[case("d’Arc", "D'ARC", true)]
    #[case("Aubois", "Dubois", false)]
    fn the_same_person(#[case] a: &str, #[case] b: &str, #[case] expected: bool) {
        assert_eq!(same(a, b), expected);
    }

    #[rstest]
    #[case("Dr Hélène VIDAL", "Hélène", "VIDAL")]
    #[case("VIDAL Hélène", "Hélène", "VIDAL")]
    #[case("Hélène Vidal", "Hélène", "Vidal")]
    #[case("Vidal, Hélène", "Hélène", "Vidal")]
    #[case("Docteur Jean-Marc Le Gall", "Jean-Marc", "Le Gall")]
    #[case("LE GALL Jean-Marc", "Jean-Marc", "LE GALL")]
    #[case("Anne de La Tour", "Anne", "de La Tour")]
    #[case("Anne de LA TOUR", "Anne", "de LA TOUR")]
    #[case("Pieter van der Berg", "Pieter", "van der Berg")]
    #[case("HELENE VIDAL", "HELENE", "VIDAL")]
    #[case("Dr Vidal", "", "Vidal")]
    #[case("Le Gall", "", "Le Gall")]
    #[case("", "", "")]
    fn given_and_family(#[case] full: &str, #[case] given: &str, #[case] family: &str) {
        assert_eq!(split(full), (given.to_owned(), family.to_owned()));
    }
}
