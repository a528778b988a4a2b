//! Clinical follow-up and calls that can wait some days.

use crate::demo::scenario::{By, Due, Scenario, To, agree, differ, done, more, open, patient, same, send};
use crate::domain::Kind::{Care, Promise, Recall};
use crate::domain::Outcome::{Done, Improved, NoLongerNeeded, Referred};

pub const CARE: &[Scenario] = &[
    patient(Care, 2, (70, 92), &[
        open("Plaie de jambe {gauche|droite}, bords propres le {j}, pansement IDE un jour sur deux. À revoir {+mer}.")
            .watch(Due::Next(2), "Si fièvre, rougeur étendue ou écoulement → revoir le jour même."),
        more("Plaie à {3|4} cm le {mer}, bourgeonne bien. Même pansement, contention ajoutée. À revoir {+mer}.")
            .taken("Je regarde la plaie {mer} avec l'IDE.")
            .watch(Due::Next(2), "Si fièvre, rougeur étendue ou écoulement → revoir le jour même."),
        agree("Surface diminuée de moitié le {mer}, contention supportée. Poursuivre, contrôle final {+jeu}.")
            .due(Due::Next(3)),
        done(Improved, "Plaie fermée le {jeu}. Contention à garder, IDE prévenues."),
    ]),
    patient(Care, 1, (45, 75), &[
        open("TA à {162/94|158/96|165/92} sous amlodipine débutée le {j}. Automesures remises, relevé à lire {+mar}.")
            .watch(Due::Next(1), "Si TA > 180/110 ou céphalée inhabituelle → consultation le jour même."),
        more("Moyenne des automesures {148/88|146/90|150/86} le {mar} : dose augmentée. Nouveau relevé {+jeu}.")
            .watch(Due::Next(3), "Si œdèmes des chevilles → préférer un IEC, créatinine à 15 jours du début."),
        done(Improved, "Moyenne {132/80|134/82|131/78} le {jeu}. Renouvellement fait, contrôle en {m+3}."),
    ]),
    patient(Care, 2, (28, 58), &[
        open("Lombosciatique {L5|S1} sans déficit le {j}, antalgiques et reprise douce. À réévaluer jeudi prochain.")
            .due(Due::Next(3)),
        differ("Douleur encore à 6 le {jeu} ; je préfère la kiné d'emblée, prescrite. Pas d'imagerie pour l'instant.")
            .taken("Je réévalue {jeu} : force, réflexes, sphincters.")
            .watch(Due::Next(4), "Si déficit moteur ou trouble sphinctérien → urgences, IRM."),
        done(Improved, "Douleur à 2 le {ven}, kiné en cours. Reprise du travail convenue."),
    ]),
    patient(Care, 3, (72, 93), &[
        open("Visite à domicile à {village} à prévoir {+jeu} matin : renouvellement, poids, TA, plaintes de fatigue.")
            .due(Due::Next(3)),
        more("Visite du {jeu} : TA 118/64, antihypertenseur allégé, bilan sanguin par l'IDE. TA à relire {+mar}.")
            .taken("Visite inscrite {jeu} à 11 h 30, voiture réservée.")
            .due(Due::Next(1)),
        done(Improved, "TA 128/70 et bilan correct le {mar}. Fatigue moindre."),
    ]),
    patient(Care, 1, (40, 72), &[
        open("Diabète de type 2, HbA1c {8,4|8,1|8,7} %. Éducation et pieds à voir avec {nurse}, séance à caler {+mar}.")
            .to(To::Nurse)
            .due(Due::Next(1)),
        send(To::Next, "Séance faite le {mar}, carnet tenu, pas de lésion des pieds. Traitement à ajuster {+mer}.")
            .by(By::Nurse)
            .due(Due::Next(2)),
        done(Done, "Metformine augmentée le {mer}, HbA1c en {m+3}, séance suivante fixée avec {nurse}.")
            .taken("Je vois le carnet et j'ajuste le traitement {mer}."),
    ]),
    patient(Care, 2, (0, 1), &[
        open("Courbe de poids à surveiller : +{90|80|100} g sur la semaine au {j}, allaitement. À peser {+mer}.")
            .watch(Due::Next(2), "Si prise < 20 g par jour → compléments, avis de la PMI."),
        more("+{160|170|150} g le {mer}, tétées plus efficaces. Pesée de fin de suivi {+jeu}.")
            .taken("Je pèse {mer} et je complète la courbe.")
            .due(Due::Next(3)),
        done(Improved, "+{190|180|200} g le {jeu}, courbe reprise. Examen du mois suivant à l'agenda."),
    ]),
    patient(Promise, 3, (80, 95), &[
        open("Promis d'appeler la fille au sujet de l'entrée en accueil de jour, avec l'accord du patient. Appel {+lun}.")
            .due(Due::Next(0)),
        more("Fille appelée le {lun} : dossier d'accueil de jour en cours, certificat demandé pour {+jeu}.")
            .taken("J'appelle {lun} en fin de matinée.")
            .due(Due::Next(3)),
        done(Done, "Certificat remis à la famille le {jeu}, copie au dossier."),
    ]),
    patient(Promise, 2, (30, 62), &[
        open("Promis de donner le résultat de l'IRM du genou par téléphone dès réception, attendue {+mar}.")
            .due(Due::Next(1)),
        done(Done, "IRM du {mar} : lésion méniscale stable. Résultat donné par téléphone, kiné poursuivie.")
            .taken("J'appelle {mar} dès que le compte rendu est là."),
    ]),
    patient(Recall, 3, (26, 58), &[
        open("Arrêt de travail jusqu'au {+mer} pour {lumbago|tendinite de l'épaule}. Reprise à discuter mardi prochain.")
            .due(Due::Next(1)),
        more("Douleur persistante le {mar} : arrêt prolongé jusqu'au {+ven}, poste à aménager, médecin du travail saisi.")
            .due(Due::Next(4)),
        done(Done, "Reprise faite à temps partiel, confirmée par téléphone le {ven}."),
    ]),
    patient(Recall, 1, (35, 70), &[
        open("Rendez-vous du {j} non honoré (suivi d'asthme, spirométrie). À rappeler par l'accueil mardi prochain.")
            .to(To::Assistant)
            .due(Due::Next(2)),
        done(Done, "Joint au téléphone le {j}, nouveau rendez-vous posé, spirométrie maintenue.").by(By::Assistant),
    ]),
    patient(Care, 2, (24, 40), &[
        open("Grossesse de 26 semaines, HGPO faite le {j}, résultat à lire {+lun}. Sage-femme au courant.")
            .due(Due::Next(0)),
        done(Referred, "Diabète gestationnel au résultat du {lun} : consultation au CH obtenue, autosurveillance expliquée.")
            .taken("Je lis l'HGPO {lun} et j'appelle."),
    ]),
    patient(Care, 2, (68, 90), &[
        open("Troubles de mémoire signalés par l'entourage. Test à faire par {nurse} {+jeu}, puis avis.")
            .to(To::Nurse)
            .due(Due::Next(3)),
        send(To::Next, "MMSE à {22|21|23}/30 le {jeu}, audition gênante. Bilan biologique prélevé, à lire {+mar}.")
            .by(By::Nurse)
            .due(Due::Next(1)),
        done(Referred, "Bilan normal le {mar}. Consultation mémoire demandée au CH, courrier parti.")
            .taken("Je lis le bilan {mar} et je propose la consultation mémoire."),
    ]),
    patient(Care, 1, (55, 80), &[
        open("Sevrage tabagique débuté le {j} avec substituts. Appel de soutien jeudi prochain.").due(Due::Next(3)),
        agree("Appel du {jeu} : pas de cigarette, patchs supportés. Appel suivant {+jeu}.").due(Due::Next(3)),
        done(Improved, "Toujours sans tabac le {jeu}. Dose de patch réduite, suite avec {nurse}."),
    ]),
    patient(Promise, 1, (44, 66), &[
        open("Promis de demander un avis sur la reprise du sport après stent. Lettre envoyée au cardiologue le {j}.")
            .due(Due::Next(3)),
        same(),
        done(Done, "Réponse du cardiologue reçue le {jeu} : épreuve d'effort d'abord, patient informé."),
    ]),
    patient(Recall, 2, (65, 85), &[
        open("Rappel de vaccination contre le pneumocoque, ordonnance faite. Injection par {nurse} {+mar}.")
            .to(To::Nurse)
            .due(Due::Next(1)),
        done(Done, "Vaccin fait le {j}, carnet complété.").by(By::Nurse),
    ]),
    patient(Promise, 3, (50, 80), &[
        open("Souhaite discuter des directives anticipées ; temps long promis, créneau de 40 min posé {+mer}.")
            .due(Due::Next(2)),
        done(NoLongerNeeded, "Échange fait le {mer}, formulaire remis et personne de confiance désignée.")
            .taken("Je garde 40 min {mer}."),
    ]),
];
