//! Points handed on unchanged until somebody must decide (the third time, they go to the coordination).

use crate::demo::scenario::{By, Due, Scenario, To, done, open, patient, same};
use crate::domain::Kind::{Care, Letter, Recall};
use crate::domain::Outcome::{Done, NoLongerNeeded, Referred};

pub const STUCK: &[Scenario] = &[
    patient(
        Letter,
        2,
        (52, 80),
        &[
            open("Avis rhumatologique demandé par courrier le {j}, pas de date proposée. À relancer.")
                .due(Due::Next(4)),
            same(),
            same(),
            same().to(To::Coordination).lull(1),
            done(Referred, "Secrétariat de rhumatologie joint par l'équipe : date obtenue en {m+2}, patient prévenu.")
                .by(By::Coordination),
        ],
    ),
    patient(
        Recall,
        2,
        (46, 76),
        &[
            open("Dépistage du cancer colorectal jamais fait : test à remettre, patient à rappeler.").due(Due::Next(4)),
            same(),
            same(),
            same().to(To::Coordination).lull(1),
            done(Done, "Patient joint par l'équipe le {j}, test retiré à la pharmacie.").by(By::Coordination),
        ],
    ),
    patient(
        Care,
        2,
        (62, 84),
        &[
            open("Bilan podologique conseillé (diabète, grade 1). Podologue à trouver, liste à l'accueil.")
                .due(Due::Next(4)),
            same(),
            same(),
            same().to(To::Coordination).lull(1),
            done(Done, "Rendez-vous chez le podologue pris par l'équipe le {j}, quatre séances accordées.")
                .by(By::Coordination),
        ],
    ),
    patient(
        Letter,
        2,
        (70, 90),
        &[
            open("Bilan auditif souhaité par la famille ; lettre à l'ORL prête, délai non connu.").due(Due::Next(4)),
            same(),
            same(),
            same().to(To::Coordination).lull(1),
            done(NoLongerNeeded, "La famille a obtenu un rendez-vous de son côté, vérifié le {j}. Lettre transmise.")
                .by(By::Coordination),
        ],
    ),
];
