//! What one doctor hands on to the other in the middle of a week, where there are two.

use crate::demo::scenario::{Due, Scenario, To, done, open, patient};
use crate::domain::Kind::{Care, Promise};
use crate::domain::Outcome::{Done, Improved};

/// The second word is the other doctor's.
pub const BESIDE: &[Scenario] = &[
    patient(
        Care,
        1,
        (34, 68),
        &[
            open("Épaule gelée, infiltration décidée le {j}. Le patient ne vient que {jeu}, aux heures de {other}.")
                .to(To::Beside)
                .due(Due::Here(3)),
            done(Improved, "Infiltration faite le {jeu}, sans incident. Consignes écrites remises.")
                .to(To::Beside)
                .taken("Je le vois {jeu} en fin de matinée."),
        ],
    ),
    patient(
        Promise,
        1,
        (26, 44),
        &[
            open("Retrait d'implant promis pour {jeu}, geste que je ne fais pas : {other} veut bien.")
                .to(To::Beside)
                .due(Due::Here(3)),
            done(Done, "Implant retiré le {jeu}, contraception revue. Carte reprise au dossier.")
                .to(To::Beside)
                .taken("Je garde le créneau de 11 h 40 {jeu}."),
        ],
    ),
    patient(
        Care,
        1,
        (58, 84),
        &[
            open("Tension à 172/94 le {j}, traitement doublé. Contrôle {jeu} : je suis en visite, {other} la reprend.")
                .to(To::Beside)
                .due(Due::Here(3)),
            done(Done, "Tension à 146/82 le {jeu}, bien toléré. Automesure expliquée.")
                .to(To::Beside)
                .taken("Je la reprends {jeu} à 11 h."),
        ],
    ),
];
