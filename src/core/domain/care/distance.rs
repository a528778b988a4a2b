//! Kilometres between communes, by the table that the centre types once.

use std::collections::{BTreeMap, BTreeSet};

use super::super::draft::text::fold;
use super::super::record::Distance;

/// The commune of a place as an appointment says it: what stands behind the last comma.
#[must_use]
pub fn commune(place: &str) -> &str {
    place.rsplit_once(',').map_or(place, |(_, commune)| commune).trim()
}

/// What is known of the ways between communes; case and accents do not count.
#[derive(Debug, Clone, Default)]
pub struct Distances(BTreeMap<(String, String), u32>);

impl Distances {
    /// Those of a table; of two lines that say the same way, the later.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a Distance>) -> Self {
        let both = |line: &Distance| {
            let (from, to) = (fold(line.from_commune.trim()), fold(line.to_commune.trim()));
            [((from.clone(), to.clone()), line.km), ((to, from), line.km)]
        };
        Self(lines.into_iter().flat_map(both).collect())
    }

    /// Kilometres from one commune to another, either way: none within one, nothing where nobody typed them.
    #[must_use]
    pub fn between(&self, from: &str, to: &str) -> Option<u32> {
        let (from, to) = (fold(from.trim()), fold(to.trim()));
        if from == to { Some(0) } else { self.0.get(&(from, to)).copied() }
    }

    /// The communes of some that are not linked to the centre's own, each once, by the alphabet.
    pub fn missing_from<'a>(&self, centre: &str, communes: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
        let unknown = |commune: &&str| !commune.is_empty() && self.between(centre, commune).is_none();
        communes.into_iter().map(str::trim).filter(unknown).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(from: &str, to: &str, km: u32) -> Distance {
        Distance { from_commune: from.into(), to_commune: to.into(), km }
    }

    #[test]
    fn a_way_is_as_long_either_way_none_within_a_commune_and_never_guessed() {
        let known = Distances::of(&[line("Ajain", "Ladapeyre", 9), line("Ajain", "Jarnages", 12)]);
        assert_eq!(known.between("Ladapeyre", "ajain"), Some(9));
        assert_eq!(known.between("Ajain", " LADAPEYRE "), Some(9));
        assert_eq!(known.between("Pionnat", "pionnat"), Some(0));
        assert_eq!(known.between("Ladapeyre", "Jarnages"), None);
        let missing = known.missing_from("Ajain", ["Pionnat", "Jarnages", "", "Ajain", "Pionnat"]);
        assert_eq!(missing.into_iter().collect::<Vec<_>>(), ["Pionnat"]);
    }

    #[test]
    fn the_commune_of_a_place_stands_behind_its_last_comma() {
        let read = ["Ladapeyre", "EHPAD Les Tilleuls, Ajain", "3, rue Basse, Pionnat", ""].map(commune);
        assert_eq!(read, ["Ladapeyre", "Ajain", "Pionnat", ""]);
    }
}
