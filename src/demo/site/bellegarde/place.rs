//! The booklet and the directory of Bellegarde-en-Marche. Numbers are from the ranges kept free for fiction
//! (ARCEP, décision 2018-0881, e.g. 05 36 49), save those that everybody in France knows.

use crate::demo::place::{Entry, Place};
use crate::domain::place::Chapter::{Access, Computing, Life, Safety, Village, Work};
use crate::domain::place::{Chapter, ContactKind};

pub const PLACE: Place = Place {
    pages: &PAGES,
    village: &VILLAGE,
    aging: 3,
    contacts: &CONTACTS,
    checked_each_year: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12],
    silent: 14,
};

const PAGES: [(Chapter, &str, &str); 9] = [
    (
        Access,
        "Codes et clés",
        "\
- **Porte de la cour** : ((B{code}))
- **Alarme** : (({code}*)), dans les quarante secondes.
- **Armoire à pharmacie** : code ((2756)), le même pour les deux bureaux.

Un trousseau par médecin, à l'accueil. Les rendre à Aurélie ou à Sandrine avant le départ.",
    ),
    (
        Safety,
        "Trousse, défibrillateur, sorties",
        "\
- **Trousse d'urgence** : entre les deux bureaux, une pour deux. Qui s'en sert le dit à l'autre.
- **Défibrillateur** : sous le porche de la mairie, à 40 m.
- **Sorties** : la cour, et l'escalier de la salle d'attente.

Adresse à donner au 15 : **centre de santé, 2, place du Marché, Bellegarde-en-Marche**.",
    ),
    (
        Computing,
        "Ordinateurs et réseau",
        "\
Chaque bureau a le sien : *poste1* et *poste2*, mot de passe ((remparts-du-nord)).

- Votre carte de professionnel ouvre le logiciel médical.
- Les courriers partent par la messagerie sécurisée, jamais par courriel.",
    ),
    (
        Computing,
        "Imprimante et ordonnances",
        "\
- Une imprimante par bureau ; celle du couloir fait aussi le scanner.
- Ordonnances sécurisées dans le bac du bas, sous clé.
- Si rien ne sort : éteindre, attendre une minute, rallumer.",
    ),
    (
        Work,
        "Deux médecins, deux postes",
        "\
Poste 1 : rendez-vous le matin, soins non programmés l'après-midi. Poste 2 : l'inverse. Il y a ainsi toujours quelqu'un \
pour l'imprévu.

- Lundi à 8 h : accueil des deux médecins, lecture de la relève, réponse aux points urgents avant le premier patient.
- Un point pour l'autre bureau s'adresse à son poste et à sa semaine ; il arrive à qui s'y trouve.
- Corinne, infirmière Asalée, est là le mardi et le jeudi : diabète, mémoire, tabac, vaccins.
- Ce qui reste à faire s'écrit dans la relève avec une date. Vendredi soir, vingt minutes sont gardées pour cela.

Le centre ferme le jeudi après-midi et le samedi. Centre fermé : 15 ou 116 117.",
    ),
    (
        Work,
        "Résultats, certificats, visites, mineurs",
        "\
Résultats
---
Chacun lit ceux de son poste, à 9 h et à 17 h. L'anormal se dit au patient le jour même.

Certificats
---
Sport et école : en consultation. Coups et blessures : modèle dans le logiciel, un double au dossier.

Visites et mineurs
---
- Une visite à domicile se décide avec Sandrine, qui connaît les routes et les chiens.
- Un mineur vient avec un parent, ou avec un mot signé. Contraception et IVG : seul s'il le souhaite.",
    ),
    (
        Life,
        "Maisons et voitures",
        "\
- **Maison du poste 1** : 2, rue de la Porte, boîte à clés ((5120)).
- **Maison du poste 2** : 11, place du Marché, boîte à clés ((5121)).
- **Wi-Fi** : le même dans les deux, mot de passe ((bellegarde-23190)).
- **Voitures** : deux électriques dans la cour, à rebrancher chaque soir. Les réserver pour les visites dans l'agenda.",
    ),
    (
        Life,
        "Boutiques, jeudi après-midi",
        "\
- Boulangerie, Grande Rue : de 7 h à 13 h, fermée le lundi. Épicerie jusqu'à 19 h.
- Le jeudi après-midi est à vous : tapisseries d'Aubusson, sentier des remparts.",
    ),
    (Village, "Mot du village", ""),
];

const VILLAGE: [&str; 5] = [
    "Marché de producteurs samedi sur la place. Le miel de monsieur Aufaure vaut le détour.",
    "La route de Mainsat est coupée : passer par Lupersac pour les visites.",
    "Concert à l'église dimanche à 17 h. Deux places sont gardées pour les médecins.",
    "La fibre est en panne une heure mardi matin : imprimer la feuille du jour avant.",
    "Rien de neuf au village, et c'est très bien ainsi. Bonne semaine à tous les deux.",
];

const CONTACTS: [Entry; 15] = [
    entry(
        ContactKind::Emergency,
        ["SAMU de la Creuse", "urgence vitale", "15", "", "jour et nuit"],
        "112 depuis un portable sans réseau de l'opérateur.",
    ),
    entry(
        ContactKind::Emergency,
        ["Permanence des soins", "centre fermé", "116 117", "", "soir et week-end"],
        "À donner aux patients le soir et le week-end.",
    ),
    entry(
        ContactKind::Pharmacy,
        ["Pharmacie des Remparts", "dispensation, stocks", "05 36 49 04 12", "05 36 49 04 13", "9 h–12 h, 14 h–19 h"],
        "Fermée le lundi matin.",
    ),
    entry(
        ContactKind::Tests,
        ["Laboratoire de la Rozeille", "biologie, résultats", "05 36 49 04 27", "05 36 49 04 28", "7 h 30–18 h"],
        "Ramassage au centre à 10 h 15.",
    ),
    entry(
        ContactKind::Hospital,
        ["CH d'Aubusson, standard", "hospitalisation, urgences", "05 36 49 05 00", "05 36 49 05 15", "jour et nuit"],
        "Ligne directe : le médecin des urgences.",
    ),
    entry(
        ContactKind::Specialist,
        ["Cardiologie, CH d'Aubusson", "avis cardio", "05 36 49 05 40", "05 36 49 05 41", "9 h–17 h"],
        "Ligne directe : le cardiologue présent.",
    ),
    entry(
        ContactKind::Tests,
        ["Imagerie de la Tour, Aubusson", "radio, écho-doppler, scanner", "05 36 49 05 63", "", "8 h–18 h"],
        "Doppler urgent : demander le radiologue.",
    ),
    entry(
        ContactKind::Care,
        ["Infirmières de Bellegarde", "soins à domicile", "06 39 98 41 20", "", "6 h 45–13 h"],
        "En tournée le matin : laisser un message.",
    ),
    entry(
        ContactKind::Care,
        ["Taxi et VSL du Plateau", "transport assis", "06 39 98 42 31", "", "7 h–19 h"],
        "Prévenir la veille avant 17 h.",
    ),
    entry(
        ContactKind::Social,
        ["Assistante sociale de secteur", "APA, aides, logement", "05 36 49 06 18", "", "mar. 9 h–12 h"],
        "Permanence à la mairie le mardi.",
    ),
    entry(
        ContactKind::Hospital,
        ["Équipe mobile de soins palliatifs", "avis, visite à domicile", "05 36 49 05 77", "", "9 h–17 h"],
        "Réponse dans la journée.",
    ),
    entry(
        ContactKind::Town,
        ["Mairie de Bellegarde", "logements, voitures, clés", "05 36 49 06 02", "", "9 h–12 h, 14 h–17 h"],
        "Fermée le samedi.",
    ),
    entry(
        ContactKind::Specialist,
        ["Gériatrie, CH d'Aubusson", "bilans de mémoire, chutes", "05 36 49 05 52", "", "9 h–16 h"],
        "Délai d'un mois.",
    ),
    entry(
        ContactKind::Supplier,
        ["Assistance du logiciel médical", "panne, carte, droits", "05 36 49 07 10", "", "8 h–19 h"],
        "Donner le nom du centre et le numéro collé sous l'écran.",
    ),
    entry(
        ContactKind::Supplier,
        ["Réparateur de l'imprimante", "imprimantes, scanner", "06 39 98 45 09", "", "8 h–18 h"],
        "Passe le lendemain.",
    ),
];

/// Name, purpose, number, direct line and hours; then the note.
const fn entry(kind: ContactKind, facts: [&'static str; 5], note: &'static str) -> Entry {
    let [name, purpose, phone, direct, hours] = facts;
    Entry { kind, name, purpose, phone, direct, hours, note }
}
