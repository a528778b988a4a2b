//! The fictional centre of Ajain. Numbers are from the ranges kept free for fiction
//! (ARCEP, décision 2018-0881, e.g. 05 36 49), save those that everybody in France knows.

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
    joined: &[(Member::new("Élodie", "Ferrand", Role::Coordination, *b"0001110"), (2024, 9, 2))],
    contacts: &CONTACTS,
    checked_each_year: &[2, 3, 4, 5, 6, 7, 8, 11],
    page: PAGE,
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

const CONTACTS: [(&str, &str, &str, &str); 12] = [
    ("SAMU de la Creuse", "urgence vitale", "15", "112 depuis un portable sans réseau de l'opérateur."),
    ("Permanence des soins", "centre fermé", "116 117", "À donner aux patients le soir et le week-end."),
    ("Pharmacie de la Place, Ajain", "dispensation, stocks", "05 36 49 01 12", "Fermée le lundi matin."),
    ("Laboratoire des Trois Vallées", "biologie, résultats", "05 36 49 01 27", "Ramassage au centre à 10 h 30."),
    ("CH de Guéret, standard", "hospitalisation, urgences", "05 36 49 02 00", ""),
    ("Cardiologie, CH de Guéret", "avis cardio", "05 36 49 02 41", "Ligne des médecins de 9 h à 17 h."),
    (
        "Imagerie du Plateau, Guéret",
        "radio, écho-doppler, scanner",
        "05 36 49 02 63",
        "Doppler urgent : demander le radiologue.",
    ),
    ("Cabinet infirmier d'Ajain", "soins à domicile", "06 39 98 14 20", "Tournée de 6 h 45 à 13 h."),
    ("Taxi et VSL du Moulin", "transport assis", "06 39 98 27 31", "Prévenir la veille avant 17 h."),
    ("Assistante sociale de secteur", "APA, aides, logement", "05 36 49 03 18", "Permanence à la mairie le mercredi."),
    ("Équipe mobile de soins palliatifs", "avis, visite à domicile", "05 36 49 02 77", "Réponse dans la journée."),
    ("Mairie d'Ajain", "logement, voiture, clés", "05 36 49 03 02", "Fermée le samedi."),
];

const PAGE: &str = "\
Bienvenue à Ajain

Clés : le trousseau du cabinet et celui de la maison vous attendent à l'accueil. Les rendre à Sylvie ou à Claire \
avant le départ.

Maison : 4, rue du Lavoir, à 300 m du centre. Draps et serviettes dans l'armoire du couloir. Le nom du réseau Wi-Fi \
et son mot de passe sont sur le réfrigérateur.

Chauffage : thermostat dans le salon, 19 °C. Il repart seul à 6 h. Si la chaudière s'arrête, appeler la mairie.

Voiture : électrique, garée derrière le centre, à rebrancher chaque soir. Badge de recharge dans la boîte à gants. \
La réserver pour les visites dans l'agenda.

Boulangerie : place de l'Église, ouverte de 7 h à 13 h, fermée le lundi. Épicerie jusqu'à 19 h.

Le centre ferme le jeudi après-midi et le samedi.

Comment nous travaillons
- Lundi à 8 h : accueil, lecture de la relève, réponse aux points urgents avant le premier patient.
- Consultations de 20 min, 40 min pour un premier contact ou une annonce.
- Les résultats arrivent dans le logiciel médical ; on les lit deux fois par jour, à 9 h et à 17 h.
- Nadia (infirmière Asalée) est là le mardi et le jeudi : diabète, mémoire, tabac, vaccins.
- Une visite à domicile se décide avec Claire, qui connaît les routes et les chiens.
- Ce qui reste à faire s'écrit dans la relève avec une date. Vendredi soir, vingt minutes sont gardées pour cela.

Quand le centre est fermé : 15 ou 116 117.
";
