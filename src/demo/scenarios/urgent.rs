//! Points that the next doctor must answer before the first patient.

use crate::demo::scenario::{By, Due, Scenario, To, agree, done, more, open, patient};
use crate::domain::Kind::{Care, Recall, Result};
use crate::domain::Outcome::{Done, Improved, Referred};

/// Written by the leaving doctor at the end of the week.
pub const URGENT: &[Scenario] = &[
    patient(Result, 4, (62, 90), &[
        open(
            "INR à {4,8|4,6|4,9} le {j} sous AVK, sans saignement ; prise du soir sautée. Contrôle par l'IDE \
             {+lun} à 7 h, résultat à lire au centre {+lun}.",
        )
        .urgent(Due::Next(0), "Si saignement → 15. Si INR ≥ 5 au contrôle → protocole du centre, avis du cardiologue.")
            .weekend("Appel : pas de saignement, la prise du soir a bien été sautée. Passage de l'IDE {+lun} à 7 h confirmé."),
        more("INR de contrôle à {3,4|3,2|3,6} ; dose diminuée, prévenu par téléphone le {lun}. INR suivant {+mar}.")
            .taken("Je lis l'INR de contrôle {j} avant midi et j'appelle pour la dose du soir.")
            .watch(Due::Next(1), "Si INR > 4 → sauter une prise et contrôler. Si INR < 2 → revenir à la dose antérieure."),
        done(Improved, "INR à {2,7|2,4|2,9} le {mar}. Retour au contrôle mensuel, carnet à jour."),
    ]),
    patient(Care, 4, (38, 78), &[
        open(
            "Mollet {gauche|droit} douloureux et augmenté de volume le {j}, Wells à 2. Anticoagulant débuté ; \
             écho-doppler obtenu au CH {+lun} à 11 h.",
        )
        .urgent(Due::Next(0), "Si dyspnée ou douleur thoracique → 15. Si écho-doppler négatif → arrêt de l'anticoagulant.")
            .weekend("Appel de la fille : pas d'essoufflement. Transport pour l'écho-doppler {+lun} confirmé."),
        more(
            "Écho-doppler du {lun} : thrombose {surale|poplitée} confirmée. Anticoagulant poursuivi, contention \
             prescrite. NFS et créatinine {+mar}.",
        )
        .taken("Je récupère le compte rendu de l'écho-doppler {j} après 12 h et j'adapte le traitement.")
        .watch(Due::Next(1), "Si DFG < 30 ml/min ou baisse de l'hémoglobine → revoir la dose, avis de l'angiologue."),
        done(Done, "NFS et créatinine du {mar} correctes. Traitement jusqu'en {m+3}, date écrite au dossier."),
    ]),
    patient(Recall, 3, (24, 60), &[
        open(
            "Épisode dépressif, idées noires sans projet le {j}, entourage présent, 3114 remis. Rappel téléphonique \
             convenu {+lun} à 9 h 30.",
        )
        .urgent(Due::Next(0), "Si projet suicidaire ou pas de réponse à deux appels → personne de confiance, puis 15.")
            .weekend("Appel à 10 h : chez sa sœur pour le week-end, numéro noté au dossier. Attend l'appel {+lun}."),
        more("Appel du {lun} : idées noires en retrait, pas de projet, sommeil meilleur. Consultation {+mer} à 10 h.")
            .taken("J'appelle {j} à 9 h 30, et de nouveau à 11 h en l'absence de réponse.")
            .watch(Due::Next(2), "Si rendez-vous manqué → rappeler le jour même."),
        agree("Vu en consultation le {mer} : plus d'idées noires, traitement toléré. Poursuivre, revoir {+mer}.")
            .taken("Je vois le rendez-vous {mer} et je rappelle s'il est manqué.")
            .watch(Due::Next(2), "Si rendez-vous manqué → rappeler le jour même."),
        done(Improved, "Reprise du travail à mi-temps convenue le {mer}. Suivi mensuel inscrit à l'agenda."),
    ]),
    patient(Care, 3, (68, 92), &[
        open(
            "Dyspnée d'effort récente, œdèmes discrets, SpO2 {95|94|96} % le {j}. BNP prélevé, résultat attendu \
             au centre {+lun}.",
        )
        .urgent(Due::Next(0), "Si dyspnée de repos ou SpO2 < 92 % → 15. Si BNP élevé → diurétique, avis cardiologique."),
        more("BNP à {620|540|710} : furosémide 20 mg débuté le {lun}, avis cardio demandé. Poids et ionogramme {+mar}.")
            .taken("Je lis le BNP {j} et je revois en consultation avant 12 h.")
            .watch(Due::Next(1), "Si prise de 2 kg en trois jours → augmenter le diurétique. Si K < 3,5 → supplémenter."),
        more("Poids −{2|1,8|2,3} kg, ionogramme correct le {mar}. Écho cardiaque attendue en {m+1}.")
            .taken("Je lis l'ionogramme {mar} et je pèse au cabinet.")
            .due(Due::Next(4)),
        done(Referred, "Rendez-vous d'écho cardiaque reçu, suite assurée par le cardiologue. Courrier joint au dossier."),
    ]),
    patient(Result, 4, (60, 88), &[
        open(
            "Kaliémie à {5,7|5,6|5,8} le {j} sous IEC et spironolactone, ECG normal. Spironolactone arrêtée. \
             Contrôle par l'IDE {+lun} à 7 h, à lire {+lun}.",
        )
        .urgent(Due::Next(0), "Si K ≥ 6 ou anomalie à l'ECG → 15. Si K entre 5,5 et 6 → arrêt de l'IEC, avis du néphrologue.")
            .weekend("L'IDE a confirmé le prélèvement {+lun} à 7 h. Pas de malaise."),
        more("K à {4,9|5,0|5,1}, créatinine stable au contrôle. IEC à demi-dose depuis le {lun}. Ionogramme {+jeu}.")
            .taken("Je lis le potassium {j} avant midi et j'appelle pour l'IEC.")
            .watch(Due::Next(3), "Si K > 5,5 → arrêt de l'IEC et avis du cardiologue."),
        done(Improved, "K à {4,5|4,6|4,4} le {jeu}, TA 132/78. Ionogramme trimestriel inscrit au dossier."),
    ]),
    patient(Care, 4, (1, 3), &[
        open("Gastro-entérite, perte de poids {3|4} % le {j}, soluté de réhydratation accepté. À peser {+lun} à 8 h 45.")
            .urgent(Due::Next(0), "Si vomissements répétés, somnolence ou perte ≥ 8 % → 15. Consignes écrites remises.")
            .weekend("Appel des parents : garde les liquides, urine bien. Pesée {+lun} confirmée."),
        done(Improved, "Poids repris le {lun}, transit normalisé, courbe complétée. Parents rassurés.")
            .taken("Je pèse l'enfant {j} à 8 h 45, avant la première consultation."),
    ]),
    patient(Care, 3, (55, 84), &[
        open("Zona ophtalmique {droit|gauche}, valaciclovir débuté le {j}. Avis ophtalmologique obtenu {+lun} à 14 h.")
            .urgent(Due::Next(0), "Si baisse de vision ou œil rouge douloureux → urgences ophtalmologiques du CHU.")
            .weekend("Le transport {+lun} est réservé. Douleur supportable, vision inchangée."),
        more("Ophtalmo du {lun} : pas d'atteinte de la cornée, sept jours de traitement. Douleur à réévaluer {+mer}.")
            .taken("Je vérifie {j} que le transport de 14 h est confirmé et je lis le compte rendu.")
            .watch(Due::Next(2), "Si douleur > 5 sous palier 1 → traitement des douleurs neuropathiques."),
        done(Improved, "Croûtes sèches, douleur à 2 le {mer}. Vaccination contre le zona proposée en {m+12}."),
    ]),
    patient(Care, 4, (50, 85), &[
        open("Érysipèle de la jambe {gauche|droite} le {j}, apyrexie, contours tracés, amoxicilline. À réévaluer {+lun}.")
            .urgent(Due::Next(0), "Si fièvre > 38,5, extension rapide ou nécrose → urgences du CH.")
            .weekend("Appel : pas de fièvre, la rougeur n'a pas dépassé le trait."),
        more("Rougeur en retrait le {lun}. Antibiotique poursuivi sept jours, intertrigo traité. Revoir {+mer}.")
            .taken("Je compare aux contours tracés {j} à 9 h.")
            .watch(Due::Next(2), "Si récidive → avis dermatologique, discuter une antibioprophylaxie."),
        done(Improved, "Guérison le {mer}. Contention et soins de pieds expliqués."),
    ]),
    patient(Care, 4, (66, 93), &[
        open(
            "Soins palliatifs à domicile à {village}, douleur mal calmée le {j}. Morphine LP augmentée, interdoses \
             prescrites. Visite {+lun} à 12 h 30.",
        )
        .urgent(Due::Next(0), "Si douleur > 6 malgré trois interdoses → équipe mobile de soins palliatifs, fiche au domicile.")
            .weekend("IDE jointes : deux interdoses depuis 20 h, douleur à 4. Visite {+lun} maintenue."),
        more("Visite du {lun} : douleur à 3, sommeil meilleur, famille rassurée. Visite suivante {+mar} à 12 h 30.")
            .taken("Je fais la visite {j} à 12 h 30 et je préviens les IDE.")
            .watch(Due::Next(1), "Si encombrement ou agitation → prescriptions anticipées dans le classeur du domicile."),
        agree("Visite du {mar} : confort correct, bouche sèche, soins de bouche repris. Visite {+mar} à 12 h 30.")
            .taken("Visite inscrite {mar} à 12 h 30, classeur du domicile relu.")
            .watch(Due::Next(1), "Si encombrement ou agitation → prescriptions anticipées dans le classeur du domicile."),
        done(Referred, "Entrée en unité de soins palliatifs le {mar}, souhait de la famille respecté."),
    ]),
    patient(Care, 4, (58, 82), &[
        open(
            "Glycémies jusqu'à {3,1|2,9|3,3} g/L sous corticoïdes le {j}, pas de cétose. Insuline lente 8 UI, \
             IDE matin et soir.",
        )
        .urgent(Due::Next(0), "Si > 4 g/L ou cétonémie ≥ 1,5 → urgences du CH. Si < 0,70 → resucrer et baisser de 2 UI.")
            .weekend("IDE jointes : 2,7 g/L au réveil, insuline faite. Pas de soif."),
        more("Glycémies à jeun de 1,6 à 1,9 g/L le {lun}. Insuline à 10 UI. Arrêt des corticoïdes prévu {+ven}.")
            .taken("J'appelle les IDE {j} à 12 h pour la dose du soir.")
            .watch(Due::Next(4), "Si < 0,90 à jeun → baisser de 2 UI à chaque palier de corticoïdes."),
        done(Done, "Corticoïdes arrêtés le {ven}, glycémies < 1,3 g/L : insuline arrêtée. HbA1c en {m+3}."),
    ]),
    patient(Care, 3, (20, 34), &[
        open("Angine avec douleur unilatérale et trismus léger le {j}, amoxicilline débutée. À revoir {+lun} à 8 h 30.")
            .urgent(Due::Next(0), "Si trismus serré, voix étouffée ou gêne pour avaler la salive → ORL de garde par le 15."),
        done(Improved, "Revu le {lun} : apyrexie, trismus disparu, pas de collection. Antibiotique jusqu'à {mer}.")
            .taken("Je vois en premier rendez-vous {j} et j'examine la gorge et le cou."),
    ]),
];

/// Noted by the coordination on the first morning after a week without a doctor.
pub const FOUND_BY_TEAM: &[Scenario] = &[
    patient(Result, 0, (64, 88), &[
        open("Appel du labo le {j} à 7 h 30 : hémoglobine à {8,1|7,9|8,3} g/dL. Résultat complet scanné au dossier.")
            .to(To::Here)
            .by(By::Coordination)
            .urgent(Due::Here(0), "Si malaise, dyspnée ou saignement → 15."),
        more("Bien toléré le {lun}, pas de saignement ; carence martiale. Fer IV en hôpital de jour {+mer}.")
            .taken("J'appelle avant 9 h {j} et je vois à 12 h.")
            .watch(Due::Next(2), "Si Hb < 8 ou douleur thoracique → urgences du CH."),
        done(Referred, "Fer IV reçu le {mer}. Coloscopie programmée par le CH, courrier joint."),
    ]),
    patient(Care, 0, (67, 90), &[
        open("Appel des IDE le {j} à 7 h 35 : ulcère malodorant et fièvre à 38,4. Visite demandée dans la matinée.")
            .to(To::Here)
            .by(By::Coordination)
            .urgent(Due::Here(0), "Si frissons ou confusion → 15."),
        more("Visite du {lun} : surinfection locale, prélèvement fait, antibiotique. Résultat du prélèvement {+lun}.")
            .taken("Visite à domicile {j} à 12 h 30, IDE prévenues.")
            .watch(Due::Next(0), "Si germe résistant → adapter l'antibiotique. Si fièvre persistante → urgences du CH."),
        done(Improved, "Germe sensible, plaie propre le {jeu}. Pansements un jour sur deux par les IDE."),
    ]),
    patient(Care, 0, (74, 94), &[
        open("Chute à domicile signalée par la famille le {j} à 7 h 30, sans perte de connaissance, sous aspirine.")
            .to(To::Here)
            .by(By::Coordination)
            .urgent(Due::Here(0), "Si céphalée, vomissement ou confusion → 15."),
        more("Visite du {lun} : examen neurologique normal, hanche indolore. Kiné et aides techniques à prévoir.")
            .taken("J'appelle la famille {j} à 8 h 30, visite à 12 h 30.")
            .due(Due::Next(3)),
        done(Done, "Kiné débutée le {mer}, barre d'appui posée, bilan de chute au dossier."),
    ]),
    patient(Recall, 0, (60, 86), &[
        open("Lettre de sortie du CH reçue le {j} : anticoagulant à poursuivre, boîte finie. Ordonnance à faire.")
            .to(To::Here)
            .by(By::Coordination)
            .urgent(Due::Here(0), "Si pas d'ordonnance à 12 h → l'équipe appelle la pharmacie pour une dispensation de dépannage."),
        done(Done, "Ordonnance remise le {lun} à midi après contrôle de la créatinine et du poids.")
            .taken("Je fais l'ordonnance {j} avant 10 h, après lecture de la lettre."),
    ]),
];
