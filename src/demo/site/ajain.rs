//! The fictional centre of Ajain.

mod place;

use super::{Growth, Known, Publication, Site};
use crate::demo::people::Member;
use crate::demo::rota::Fate;
use crate::domain::centre::Pattern;
use crate::domain::noted::PublishedFigure::{Ald, Consultations, Doctors, Patients, Withdrawals};
use crate::domain::{IsoWeek, Role};

pub const SITE: Site = Site {
    name: "Centre de santé d'Ajain",
    commune: "Ajain",
    opened: (2022, 10, 31),
    salt: 0,
    posts: &[("Médecin", Pattern::Programmed)],
    team: [
        Member::new("Claire", "Garnier", Role::Coordination, *b"1111100"),
        Member::new("Sylvie", "Marchand", Role::Assistant, *b"1110100"),
        Member::new("Nadia", "Benali", Role::Nurse, *b"0101000"),
    ],
    away: [
        Member::new("Agnès", "Delmas", Role::HeadOffice, *b"1111100"),
        Member::new("Bruno", "Chazal", Role::FiguresOnly, *b"0000000"),
    ],
    joined: &[(Member::new("Élodie", "Ferrand", Role::Coordination, *b"0001110"), (2024, 9, 2))],
    place: &place::PLACE,
    hospital: "Guéret",
    village: "Lavaveix",
    villages: &["Glénic", "Ladapeyre", "Pionnat", "Jouillat", "Saint-Laurent", "Saint-Fiel"],
    unplanned: &[(0, false), (4, true)],
    fate,
    published: &PUBLISHED,
    growth: Growth {
        known: &[
            Known { on: (2022, 10, 31), patients: 0, gain: 460 },
            Known { on: (2023, 3, 17), patients: 600, gain: 440 },
            Known { on: (2023, 5, 31), patients: 900, gain: 300 },
            Known { on: (2023, 10, 31), patients: 1200, gain: 250 },
            Known { on: (2024, 4, 18), patients: 1800, gain: 210 },
        ],
        room: (843, 400),
    },
};

/// What the real centre of Ajain published. Of the first only the season is known: that day fits its figures.
const PUBLISHED: [Publication; 4] = [
    Publication {
        day: (2023, 3, 17),
        source: "communiqué de presse du printemps 2023, sans date (le 17/03/2023 convient)",
        figures: &[(Patients, 600), (Consultations, 1950)],
    },
    Publication {
        day: (2023, 5, 31),
        source: "communiqué de presse de juin 2023",
        figures: &[(Patients, 900), (Ald, 170), (Consultations, 3000), (Doctors, 45), (Withdrawals, 0)],
    },
    Publication {
        day: (2023, 10, 31),
        source: "page du conseil régional",
        figures: &[(Patients, 1200), (Consultations, 5000)],
    },
    Publication {
        day: (2024, 4, 18),
        source: "journal régional d'avril 2024 (« plus de 1 800 patients »)",
        figures: &[(Patients, 1800), (Consultations, 8200)],
    },
];

/// Weeks with a fate of their own. Few, and mostly past: a visitor should meet an ordinary week.
fn fate(_: usize, week: IsoWeek) -> Fate {
    match (week.year(), week.number()) {
        (2023, 30) | (2024, 7) | (2025, 20) => Fate::Vacant,
        (2023, 40) | (2024, 24) | (2025, 41) => Fate::Replaced,
        (2024, 19) => Fate::Quiet,
        (2023, 20) | (2024, 37) | (2025, 14) => Fate::Unsigned,
        (year, 9) if year >= 2026 => Fate::Vacant,
        (year, 24) if year >= 2026 => Fate::Replaced,
        _ => Fate::Kept,
    }
}
