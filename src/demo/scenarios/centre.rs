//! The house itself, and what the team leaves for the doctor of the day.

use crate::demo::scenario::{By, Due, Scenario, To, centre, done, more, open, patient};
use crate::domain::Kind::{Promise, Recall};
use crate::domain::Outcome::{Done, NoLongerNeeded};

pub const CENTRE: &[Scenario] = &[
    centre(2, &[
        open("Lecteur de carte Vitale en panne au bureau {1|2} le {j} ; celui de l'accueil dépanne. Technicien {+mer}.")
            .to(To::Coordination)
            .due(Due::Next(2)),
        done(Done, "Lecteur remplacé le {j}, essai fait avec deux cartes.").by(By::Coordination),
    ]),
    centre(3, &[
        open("Réfrigérateur à vaccins : alarme à {8,6|8,4|9,1} °C le {j}, porte mal fermée. Relevé à contrôler {+mar}.")
            .to(To::Nurse)
            .due(Due::Next(1)),
        done(Done, "Relevés entre 3 et 5 °C, joint nettoyé le {j}. Pharmacie consultée : vaccins conservés.").by(By::Nurse),
    ]),
    centre(2, &[
        open("Stock de vaccins dTcaP : il en reste {deux|trois}. Commande à passer {+mar}.")
            .to(To::Assistant)
            .due(Due::Next(1)),
        done(Done, "Commande reçue et rangée le {j}, lot noté au cahier.").by(By::Assistant),
    ]),
    centre(4, &[
        open("Double de la clé du cabinet non rendu au {j}. Le trousseau de secours est dans le coffret de l'accueil.")
            .to(To::Coordinator)
            .due(Due::Next(2)),
        done(Done, "Clé retrouvée et remise au tableau le {j}.").by(By::Coordination),
    ]),
    centre(3, &[
        open("Bandelettes urinaires et spéculums d'otoscope presque épuisés le {j}. À vérifier à l'arrivée {+lun}.")
            .due(Due::Next(0)),
        more("Commande faite le {lun} avec {assistant}, livraison annoncée {+mar}. Dépannage au tiroir 3.").due(Due::Next(1)),
        done(Done, "Matériel livré et rangé le {mar}."),
    ]),
];

/// Written by the team in the week, for the doctor who is here.
pub const DURING_THE_WEEK: &[Scenario] = &[
    patient(Recall, 1, (32, 80), &[
        open("Appel reçu le {j} : toux depuis dix jours, pas de fièvre. Demande à être rappelé avant {jeu}.")
            .to(To::Here)
            .by(By::Assistant)
            .due(Due::Here(3)),
        done(Done, "Rappel fait, conseils donnés, consultation posée.").taken("J'appelle entre deux consultations."),
    ]),
    patient(Recall, 2, (60, 88), &[
        open("Les IDE demandent une ordonnance de pansements à jour pour {ven}.")
            .to(To::Here)
            .by(By::Assistant)
            .due(Due::Here(4)),
        done(Done, "Ordonnance faite et envoyée par messagerie sécurisée."),
    ]),
    patient(Promise, 2, (28, 70), &[
        open("Attend un certificat pour son assurance depuis la consultation du {mar}. Passera le chercher {ven}.")
            .to(To::Here)
            .by(By::Coordination)
            .due(Due::Here(4)),
        done(Done, "Certificat remis en main propre, sans détail médical."),
    ]),
    patient(Recall, 1, (45, 78), &[
        open("Tension à {168/92|172/90|164/96} mesurée par {nurse} le {j}, sans symptôme. Avis sur le traitement avant {ven}.")
            .to(To::Here)
            .by(By::Nurse)
            .watch(Due::Here(4), "Si > 180/110 ou symptôme → le jour même."),
        more("Repris à 154/88 au repos. Automesures remises, relevé à lire {+jeu}.")
            .taken("Je revois la mesure au repos.")
            .due(Due::Next(3)),
        done(Done, "Moyenne à 138/84 le {jeu}, traitement inchangé."),
    ]),
    patient(Recall, 2, (36, 74), &[
        open("Demande l'avancement d'un rendez-vous de renouvellement, traitement jusqu'à {+mer}.")
            .to(To::Here)
            .by(By::Assistant)
            .due(Due::Here(4)),
        done(NoLongerNeeded, "Ordonnance encore valable à la pharmacie, vérifié. Rendez-vous maintenu."),
    ]),
];
