//! Results that somebody waits for.

use crate::demo::scenario::{By, Due, Scenario, agree, done, more, open, patient, same};
use crate::domain::Kind::Result;
use crate::domain::Outcome::{Done, Improved, PatientGone, Referred};

pub const RESULTS: &[Scenario] = &[
    patient(Result, 1, (30, 74), &[
        open("TSH à {8,9|9,4|7,8} le {j}, fatigue. T4 libre et anticorps demandés, résultat attendu {+lun}.")
            .due(Due::Next(0)),
        more("T4 basse, anticorps positifs le {lun}. Lévothyroxine 50 µg débutée. TSH à refaire, ordonnance remise.")
            .taken("Je lis le résultat {lun} et je vois pour le traitement.")
            .away(7),
        done(Improved, "TSH à {2,8|3,1|2,4} au contrôle, dose maintenue. TSH annuelle."),
    ]),
    patient(Result, 2, (56, 84), &[
        open("IEC débuté le {j}. Créatinine et potassium au labo {+mar}, à comparer à {92|88|97} µmol/L.")
            .watch(Due::Next(1), "Si créatinine > +30 % ou K > 5,5 → arrêt de l'IEC, contrôle."),
        done(Done, "Créatinine {98|95|101} µmol/L, K 4,6 le {mar} : IEC poursuivi, TA en baisse.")
            .taken("Je lis le bilan {mar}."),
    ]),
    patient(Result, 3, (58, 78), &[
        open("Nodule de 9 mm à la radio, scanner thoracique {+mar}. Compte rendu attendu {+jeu}, annonce à faire de vive voix.")
            .watch(Due::Next(3), "Si nodule suspect → consultation d'annonce de 40 min, avis pneumologique rapide."),
        more("Scanner du {mar} : nodule de 7 mm d'allure bénigne. Avis pneumologique demandé, réponse attendue {+jeu}.")
            .taken("Je guette le compte rendu et j'appelle moi-même.")
            .due(Due::Next(3)),
        same().due(Due::Next(3)),
        done(Referred, "Réponse reçue le {jeu} : scanner de contrôle en {m+6}, demandé par le pneumologue."),
    ]),
    patient(Result, 2, (50, 74), &[
        open("Test immunologique (FIT) positif reçu le {j}. Annonce faite, coloscopie demandée au CH, date attendue {+mer}.")
            .watch(Due::Next(2), "Si pas de date → rappeler le secrétariat de gastro-entérologie."),
        more("Coloscopie obtenue en {m+1}, consultation d'anesthésie {+jeu}. Anticoagulants : aucun.")
            .taken("Je rappelle le secrétariat {mer}.")
            .due(Due::Next(3)),
        done(Referred, "Anesthésie vue le {jeu}, préparation expliquée. Suite par le gastro-entérologue."),
    ]),
    patient(Result, 1, (50, 74), &[
        open("Mammographie classée ACR3 le {j}. Contrôle à six mois prescrit et expliqué, à ressortir en {S}.").away(24),
        done(Done, "Contrôle fait, classé ACR2. Retour au dépistage organisé."),
    ]),
    patient(Result, 2, (40, 70), &[
        open("Gamma-GT à {5|4|6} fois la normale le {j}, alcool évoqué simplement. Échographie du foie jeudi prochain.")
            .due(Due::Next(3)),
        more("Stéatose à l'échographie du {jeu}. Objectif de réduction fixé avec le patient, entretien {+jeu}.")
            .due(Due::Next(3)),
        done(Improved, "Consommation réduite de moitié le {jeu}. Bilan hépatique en {m+2}, suivi avec {nurse}."),
    ]),
    patient(Result, 3, (34, 78), &[
        open("ECBU prélevé le {j} avant traitement (pyélonéphrite simple). Antibiogramme à lire {+lun}.")
            .watch(Due::Next(0), "Si germe résistant → changer l'antibiotique. Si frissons ou vomissements → urgences."),
        done(Improved, "Germe sensible le {lun}, apyrexie confirmée par téléphone. Durée de sept jours.")
            .taken("Je lis l'antibiogramme {lun} et j'appelle."),
    ]),
    patient(Result, 1, (55, 82), &[
        open("PSA à {6,8|7,2|5,9} le {j}, toucher normal. Contrôle au labo {+mer}, hors infection.").due(Due::Next(2)),
        agree("PSA stable à {6,6|7,0|5,8} le {mer}. Avis urologique demandé, date attendue {+jeu}.").due(Due::Next(3)),
        done(Referred, "Rendez-vous d'urologie obtenu en {m+2}, patient prévenu le {jeu}."),
    ]),
    patient(Result, 3, (70, 92), &[
        open("Bilan de dénutrition prélevé le {j} (albumine, CRP). À lire {+mar}, poids en baisse de {3|4} kg.")
            .watch(Due::Next(1), "Si albumine < 30 → compléments, enrichissement, recherche de cause."),
        more("Albumine à {31|33|32} le {mar}, compléments prescrits. Poids par l'IDE {+mer}.")
            .taken("Je lis le bilan {mar}.")
            .due(Due::Next(2)),
        done(PatientGone, "Départ chez son fils dans un autre département le {mer}, dossier transmis au nouveau médecin."),
    ]),
    patient(Result, 2, (36, 72), &[
        open("Frottis de plaie et bilan inflammatoire du {j} attendus lundi prochain ; résultat à transmettre aux IDE.")
            .due(Due::Next(0)),
        done(Done, "Résultats du {lun} sans particularité, IDE prévenues le {mer}.").by(By::Coordination)
            .returned("Résultat déjà reçu et normal : à transmettre aux IDE par l'équipe."),
    ]),
];
