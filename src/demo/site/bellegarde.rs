//! The fictional centre of Bellegarde-en-Marche, with two posts. Numbers are from the ranges kept free for fiction
//! (ARCEP, décision 2018-0881, e.g. 05 36 49), save those that everybody in France knows.

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
    joined: &[],
    contacts: &CONTACTS,
    checked_each_year: &[2, 3, 4, 5, 6, 7, 8, 11],
    page: PAGE,
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

const CONTACTS: [(&str, &str, &str, &str); 12] = [
    ("SAMU de la Creuse", "urgence vitale", "15", "112 depuis un portable sans réseau de l'opérateur."),
    ("Permanence des soins", "centre fermé", "116 117", "À donner aux patients le soir et le week-end."),
    ("Pharmacie des Remparts", "dispensation, stocks", "05 36 49 04 12", "Fermée le lundi matin."),
    ("Laboratoire de la Rozeille", "biologie, résultats", "05 36 49 04 27", "Ramassage au centre à 10 h 15."),
    ("CH d'Aubusson, standard", "hospitalisation, urgences", "05 36 49 05 00", ""),
    ("Cardiologie, CH d'Aubusson", "avis cardio", "05 36 49 05 41", "Ligne des médecins de 9 h à 17 h."),
    (
        "Imagerie de la Tour, Aubusson",
        "radio, écho-doppler, scanner",
        "05 36 49 05 63",
        "Doppler urgent : demander le radiologue.",
    ),
    ("Infirmières de Bellegarde", "soins à domicile", "06 39 98 41 20", "Tournée de 6 h 45 à 13 h."),
    ("Taxi et VSL du Plateau", "transport assis", "06 39 98 42 31", "Prévenir la veille avant 17 h."),
    ("Assistante sociale de secteur", "APA, aides, logement", "05 36 49 06 18", "Permanence à la mairie le mardi."),
    ("Équipe mobile de soins palliatifs", "avis, visite à domicile", "05 36 49 05 77", "Réponse dans la journée."),
    ("Mairie de Bellegarde", "logements, voitures, clés", "05 36 49 06 02", "Fermée le samedi."),
];

const PAGE: &str = "\
Bienvenue à Bellegarde-en-Marche

Deux médecins : un par poste, chacun son bureau et sa relève. Poste 1 : rendez-vous le matin, soins non programmés \
l'après-midi. Poste 2 : l'inverse. Il y a ainsi toujours quelqu'un pour l'imprévu.

Clés : un trousseau par médecin, à l'accueil. Les rendre à Aurélie ou à Sandrine avant le départ.

Maisons : poste 1, 2, rue de la Porte ; poste 2, 11, place du Marché. Draps et serviettes dans l'armoire du couloir. \
Le nom du réseau Wi-Fi et son mot de passe sont sur le réfrigérateur.

Voitures : deux électriques dans la cour, à rebrancher chaque soir. Les réserver pour les visites dans l'agenda.

Boulangerie : Grande Rue, ouverte de 7 h à 13 h, fermée le lundi. Épicerie jusqu'à 19 h.

Le centre ferme le jeudi après-midi et le samedi.

Comment nous travaillons
- Lundi à 8 h : accueil des deux médecins, lecture de la relève, réponse aux points urgents avant le premier patient.
- Un point pour l'autre bureau s'adresse à son poste et à sa semaine ; il arrive à qui s'y trouve.
- Consultations de 20 min, 40 min pour un premier contact ou une annonce.
- Les résultats arrivent dans le logiciel médical ; on les lit deux fois par jour, à 9 h et à 17 h.
- Corinne (infirmière Asalée) est là le mardi et le jeudi : diabète, mémoire, tabac, vaccins.
- Une visite à domicile se décide avec Sandrine, qui connaît les routes et les chiens.
- Ce qui reste à faire s'écrit dans la relève avec une date. Vendredi soir, vingt minutes sont gardées pour cela.

Quand le centre est fermé : 15 ou 116 117.
";
