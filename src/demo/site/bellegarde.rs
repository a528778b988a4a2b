//! The fictional centre of Bellegarde-en-Marche, with two posts.

mod place;

use super::{Growth, Known, Site};
use crate::demo::people::Member;
use crate::demo::rota::Fate;
use crate::domain::centre::Pattern;
use crate::domain::{IsoWeek, Role};

pub const SITE: Site = Site {
    name: "Centre de santé de Bellegarde-en-Marche",
    commune: "Bellegarde-en-Marche",
    opened: (2024, 10, 7),
    salt: 0x00BE_11E6,
    posts: &[("Poste 1", Pattern::ProgrammedFirst), ("Poste 2", Pattern::UnplannedFirst)],
    team: [
        Member::new("Sandrine", "Pouget", Role::Coordination, *b"1111100"),
        Member::new("Aurélie", "Besse", Role::Assistant, *b"1101100"),
        Member::new("Corinne", "Faucher", Role::Nurse, *b"0101000"),
    ],
    away: [
        Member::new("Agnès", "Delmas", Role::HeadOffice, *b"1111100"),
        Member::new("Bruno", "Chazal", Role::FiguresOnly, *b"0000000"),
    ],
    joined: &[],
    place: &place::PLACE,
    hospital: "Aubusson",
    village: "Lupersac",
    villages: &["Champagnat", "Saint-Silvain", "Mainsat", "Bosroger", "Saint-Domet", "Mautes"],
    unplanned: &[],
    fate,
    published: &[],
    growth: Growth { known: &[Known { on: (2024, 10, 7), patients: 0, gain: 430 }], room: (3000, 700) },
};

/// Weeks with a fate of their own: the second post is the one that is harder to fill.
fn fate(post: usize, week: IsoWeek) -> Fate {
    match (post, week.year(), week.number()) {
        (0, 2025, 41) | (1, 2026, 11) => Fate::Replaced,
        (0, 2025, 14) | (1, 2026, 24) => Fate::Unsigned,
        (1, 2025, 7 | 20 | 30) => Fate::Vacant,
        (1, year, 9 | 22 | 40) if year >= 2026 => Fate::Vacant,
        (0, year, 36) if year >= 2026 => Fate::Vacant,
        _ => Fate::Kept,
    }
}
