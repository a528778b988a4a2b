//! Letters, certificates and equipment.

use crate::demo::scenario::{By, Due, Scenario, To, done, more, open, patient, same, send};
use crate::domain::Kind::{Care, Letter};
use crate::domain::Outcome::{Done, NoLongerNeeded, Referred};

pub const LETTERS: &[Scenario] = &[
    patient(Letter, 2, (60, 88), &[
        open("Courrier au cardiologue pour palpitations : Holter demandé le {j}, date attendue {+jeu}.").due(Due::Next(3)),
        more("Holter posé en {m+1} à {hospital}. ECG du cabinet joint le {jeu}. Confirmation du transport {+mer}.")
            .asked(
                "L'ECG est-il dans le dossier ou faut-il le scanner ?",
                "Scanné le {j}, il est en pièce jointe de la consultation.",
            )
            .due(Due::Next(2)),
        done(Referred, "Transport confirmé le {mer}, patient prévenu. Suite par le cardiologue."),
    ]),
    patient(Letter, 3, (48, 86), &[
        open("Prescription d'un fauteuil roulant : avis d'ergothérapeute demandé le {j}, devis attendu {+jeu}.")
            .due(Due::Next(3)),
        same(),
        same(),
        done(Done, "Devis reçu le {jeu}, prescription signée, livraison annoncée en {m+1}."),
    ]),
    patient(Letter, 1, (22, 58), &[
        open("Dossier MDPH : certificat médical à compléter avec le patient, rendez-vous de 40 min mardi prochain.")
            .due(Due::Next(1)),
        send(To::Assistant, "Certificat rempli et signé le {mar}. À scanner et à envoyer avant {+mer}.").due(Due::Next(2)),
        done(Done, "Envoyé à la MDPH le {j}, accusé de réception au dossier.").by(By::Assistant),
    ]),
    patient(Letter, 2, (74, 94), &[
        open("Lit médicalisé et matelas prescrits le {j} après retour à domicile. Livraison annoncée {+mar}, à vérifier.")
            .due(Due::Next(1)),
        done(Done, "Lit livré le {mar}, vérifié par les IDE. Risque d'escarre réévalué."),
    ]),
    patient(Letter, 3, (66, 90), &[
        open("Demande d'APA : grille à remplir, assistante sociale à joindre, au plus tard {+mer}.")
            .to(To::Coordination)
            .due(Due::Next(2)),
        done(Done, "Assistante sociale jointe le {j}, visite d'évaluation fixée, famille prévenue.").by(By::Coordination),
    ]),
    patient(Letter, 1, (12, 17), &[
        open("Certificat de sport demandé, souffle à explorer d'abord. Écho cardiaque à obtenir, appel du CH {+jeu}.")
            .due(Due::Next(3)),
        more("Écho cardiaque obtenue en {m+1}. Certificat en attente, parents prévenus le {jeu}. Résultat en {S}.").away(6),
        done(Done, "Écho normale : souffle innocent. Certificat signé et remis."),
    ]),
    patient(Care, 2, (58, 84), &[
        open("Traitement de fond à revoir : {onze|dix|douze} lignes. Bilan de médication demandé à la pharmacie, retour jeudi prochain.")
            .due(Due::Next(3)),
        more("Retour de la pharmacie le {jeu} : trois arrêts proposés, dont l'IPP. À discuter avec le patient {+mer}.")
            .taken("Je lis le retour de la pharmacie {jeu}.")
            .due(Due::Next(2)),
        done(Done, "Ordonnance allégée le {mer} en accord avec le patient, pharmacie informée."),
    ]),
    patient(Letter, 2, (30, 60), &[
        open("Demande de cure thermale : imprimé incomplet, à revoir avec le patient {+mer}.").due(Due::Next(2)),
        done(NoLongerNeeded, "Patient vu le {mer} : renonce à la cure cette année, imprimé détruit."),
    ]),
    patient(Letter, 1, (40, 68), &[
        open("ALD : protocole de soins à adresser au médecin-conseil, pièces réunies le {j}. Réponse attendue {+ven}.")
            .to(To::Coordinator)
            .due(Due::Next(4)),
        done(Done, "Protocole accepté, attestation reçue le {j}, patient prévenu.").by(By::Coordination),
    ]),
];
