//! What a doctor leaves for the other post, where there are two.

use crate::demo::scenario::{Due, Scenario, To, centre, done, more, open, patient};
use crate::domain::Kind::{Care, Letter, Promise, Result};
use crate::domain::Outcome::{Done, Improved};

pub const OTHER_POST: &[Scenario] = &[
    patient(Care, 2, (34, 68), &[
        open("Infiltration de l'épaule à discuter, le patient ne vient qu'aux heures de {other} : rendez-vous posé {+mer}.")
            .to(To::Other)
            .due(Due::Next(2)),
        more("Vu le {mer} : infiltration faite, sans incident. Nouvelles par téléphone {+jeu}.")
            .taken("Je lis le dossier et je vois le rendez-vous {mer}.")
            .due(Due::Next(3)),
        done(Improved, "Joint le {jeu} : douleur à 2, mobilité meilleure. Kiné poursuivie."),
    ]),
    patient(Promise, 3, (26, 44), &[
        open("Pose de l'implant contraceptif promise, geste fait par le médecin de {other} : rendez-vous posé {+mar}.")
            .to(To::Other)
            .due(Due::Next(1)),
        done(Done, "Implant posé le {mar}, carte remise. Date de retrait au dossier.").taken("Je fais la pose {mar}."),
    ]),
    patient(Result, 1, (48, 76), &[
        open("Spirométrie faite le {j} à lire avec le patient, déjà inscrit avec {other} {+jeu}.")
            .to(To::Other)
            .watch(Due::Next(3), "Si VEMS < 50 % → avis du pneumologue."),
        done(Done, "Spirométrie lue avec le patient le {jeu} : trouble léger, traitement de fond expliqué.")
            .taken("Je lis la spirométrie {jeu} en consultation."),
    ]),
    patient(Letter, 2, (58, 84), &[
        open("Courrier de sortie du CH à lire avec la fille du patient, qui vient {+mer} avec {other}.")
            .to(To::Other)
            .due(Due::Next(2)),
        done(Done, "Courrier lu avec la fille le {mer}, ordonnance mise à jour."),
    ]),
    centre(3, &[
        open("L'ECG portable est resté au bureau de {other} le {j} ; à recharger et à rapporter à l'accueil {+lun}.")
            .to(To::Other)
            .due(Due::Next(0)),
        done(Done, "ECG rechargé et rangé à l'accueil le {lun}."),
    ]),
];
