//! The booklet and the directory of Ajain. Numbers are from the ranges kept free for fiction
//! (ARCEP, décision 2018-0881, e.g. 05 36 49), save those that everybody in France knows.

use crate::demo::place::{Entry, Place};
use crate::domain::place::Chapter::{Access, Computing, Life, Safety, Village, Work};
use crate::domain::place::{Chapter, ContactKind};

pub const PLACE: Place = Place {
    pages: &PAGES,
    village: &VILLAGE,
    aging: 3,
    contacts: &CONTACTS,
    checked_each_year: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14],
    silent: 15,
};

const PAGES: [(Chapter, &str, &str); 10] = [
    (
        Access,
        "Codes et clés",
        "\
- **Porte du centre** : ((A{code}))
- **Alarme** : (({code}#)), dans les trente secondes. Le soir, le même code puis la touche ronde.
- **Armoire à pharmacie** : clé dans la boîte du bureau de Claire, code ((3915)).

Le trousseau du cabinet et celui de la maison vous attendent à l'accueil. Les rendre à Sylvie ou à Claire avant le \
départ.",
    ),
    (
        Safety,
        "Trousse, défibrillateur, sorties",
        "\
- **Trousse d'urgence** : salle de soins, étagère rouge. Plombée : si le plomb est rompu, le dire à Sylvie.
- **Oxygène** : deux bouteilles sous la paillasse. Pression à lire le lundi.
- **Défibrillateur** : à gauche de l'entrée, dehors, accessible jour et nuit.
- **Sorties** : entrée principale, et porte verte au fond du couloir.

Adresse à donner au 15 : **centre de santé, 3, place de l'Église, Ajain**. L'hélicoptère se pose sur le stade.",
    ),
    (
        Computing,
        "Ordinateur et logiciel",
        "\
Session du poste : *medecin*, mot de passe ((Bruyere-23)).

Votre carte de professionnel ouvre le logiciel médical. Sans carte, l'assistance vous dépanne en dix minutes : \
numéro dans l'annuaire, rubrique technique.

- Les courriers partent par la messagerie sécurisée, jamais par courriel.
- Réseau du centre : *soins*, mot de passe ((lavoir-du-bas)). Il n'est pas pour les patients.",
    ),
    (
        Computing,
        "Imprimante et ordonnances",
        "\
- Bac 1 : papier blanc. Bac 2 : ordonnances sécurisées, sous clé.
- Si rien ne sort : éteindre, attendre une minute, rallumer.
- Cartouches dans le placard de l'accueil. Prévenir Sylvie à la dernière.",
    ),
    (
        Work,
        "La journée",
        "\
- Lundi à 8 h : accueil, lecture de la relève, réponse aux points urgents avant le premier patient.
- Consultations de 20 min, 40 min pour un premier contact ou une annonce.
- Nadia, infirmière Asalée, est là le mardi et le jeudi : diabète, mémoire, tabac, vaccins.
- Ce qui reste à faire s'écrit dans la relève avec une date. Vendredi soir, vingt minutes sont gardées pour cela.

Le centre ferme le jeudi après-midi et le samedi. Centre fermé : 15 ou 116 117.",
    ),
    (
        Work,
        "Renouvellements, résultats, certificats",
        "\
Renouvellements
---
Sur rendez-vous, sauf dépannage d'un mois. Jamais de psychotrope sans voir le patient.

Résultats
---
Ils arrivent dans le logiciel médical. On les lit deux fois par jour, à 9 h et à 17 h. L'anormal se dit au patient le \
jour même.

Certificats
---
Sport et école : en consultation. Coups et blessures : modèle dans le logiciel, un double au dossier.",
    ),
    (
        Work,
        "Visites et mineurs",
        "\
- Une visite à domicile se décide avec Claire, qui connaît les routes et les chiens.
- Les visites se font entre 12 h et 14 h, ou le jeudi avant midi.
- Un mineur vient avec un parent, ou avec un mot signé. Contraception et IVG : seul s'il le souhaite.",
    ),
    (
        Life,
        "Maison et voiture",
        "\
- **Maison** : 4, rue du Lavoir, à 300 m. Boîte à clés : ((0417)). Draps dans l'armoire du couloir.
- **Wi-Fi** : le nom du réseau et le mot de passe ((creuse-en-vert)).
- **Chauffage** : thermostat dans le salon, 19 °C. Il repart seul à 6 h. Si la chaudière s'arrête, appeler la mairie.
- **Voiture** : électrique, derrière le centre, à rebrancher chaque soir. Badge de recharge dans la boîte à gants. La \
réserver pour les visites dans l'agenda.",
    ),
    (
        Life,
        "Boutiques, jeudi après-midi",
        "\
- Boulangerie, place de l'Église : de 7 h à 13 h, fermée le lundi.
- Épicerie : jusqu'à 19 h. Marché à Guéret le jeudi et le samedi.
- Le jeudi après-midi est à vous : étang de Courtille, remparts de Glénic, ou une sieste.",
    ),
    (Village, "Mot du village", ""),
];

const VILLAGE: [&str; 8] = [
    "Soupe et châtaignes à la salle des fêtes vendredi soir. Le médecin de la semaine est invité, qu'il mange ou non.",
    "La route de Pionnat est coupée pour travaux : passer par Ladapeyre pour les visites.",
    "Le club de marche part dimanche à 9 h devant l'église. Huit kilomètres, on attend tout le monde.",
    "Madame le maire passera mardi à midi dire bonjour.",
    "Brocante sur la place ce week-end : se garer derrière le centre.",
    "La boulangerie est en congé cette semaine. Pain à l'épicerie, avant 11 h.",
    "Le foot joue à domicile samedi. Si vous entendez crier, c'est un but.",
    "Rien de neuf au village, et c'est très bien ainsi. Bonne semaine.",
];

const CONTACTS: [Entry; 16] = [
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
        [
            "Pharmacie de la Place, Ajain",
            "dispensation, stocks",
            "05 36 49 01 12",
            "05 36 49 01 13",
            "9 h–12 h 15, 14 h–19 h",
        ],
        "Fermée le lundi matin.",
    ),
    entry(
        ContactKind::Tests,
        ["Laboratoire des Trois Vallées", "biologie, résultats", "05 36 49 01 27", "05 36 49 01 29", "7 h 30–18 h"],
        "Ramassage au centre à 10 h 30. Ligne directe : le biologiste.",
    ),
    entry(
        ContactKind::Hospital,
        ["CH de Guéret, standard", "hospitalisation, urgences", "05 36 49 02 00", "05 36 49 02 15", "jour et nuit"],
        "Ligne directe : le médecin des urgences.",
    ),
    entry(
        ContactKind::Specialist,
        ["Cardiologie, CH de Guéret", "avis cardio", "05 36 49 02 40", "05 36 49 02 41", "9 h–17 h"],
        "Demander l'interne. Le lundi, rappeler après 10 h.",
    ),
    entry(
        ContactKind::Tests,
        ["Imagerie du Plateau, Guéret", "radio, écho-doppler, scanner", "05 36 49 02 63", "05 36 49 02 64", "8 h–18 h"],
        "Doppler urgent : demander le radiologue.",
    ),
    entry(
        ContactKind::Care,
        ["Cabinet infirmier d'Ajain", "soins à domicile", "06 39 98 14 20", "", "6 h 45–13 h"],
        "En tournée le matin : laisser un message, ils rappellent.",
    ),
    entry(
        ContactKind::Care,
        ["Taxi et VSL du Moulin", "transport assis", "06 39 98 27 31", "", "7 h–19 h"],
        "Prévenir la veille avant 17 h.",
    ),
    entry(
        ContactKind::Social,
        ["Assistante sociale de secteur", "APA, aides, logement", "05 36 49 03 18", "", "mer. 9 h–12 h"],
        "Permanence à la mairie le mercredi.",
    ),
    entry(
        ContactKind::Hospital,
        ["Équipe mobile de soins palliatifs", "avis, visite à domicile", "05 36 49 02 77", "", "9 h–17 h"],
        "Réponse dans la journée.",
    ),
    entry(
        ContactKind::Town,
        ["Mairie d'Ajain", "logement, voiture, clés", "05 36 49 03 02", "", "9 h–12 h, 14 h–17 h"],
        "Fermée le samedi.",
    ),
    entry(
        ContactKind::Specialist,
        ["Gériatrie, hôpital de jour", "bilans de mémoire, chutes", "05 36 49 02 52", "05 36 49 02 53", "9 h–16 h"],
        "Délai d'un mois ; la ligne directe en trouve parfois une place.",
    ),
    entry(
        ContactKind::Specialist,
        ["Dr Fontanier, psychiatre", "avis, suivi", "05 36 49 03 61", "", "mar. et jeu."],
        "Rappelle le soir. Ne prend plus de nouveau patient avant le printemps.",
    ),
    entry(
        ContactKind::Supplier,
        ["Assistance du logiciel médical", "panne, carte, droits", "05 36 49 07 10", "", "8 h–19 h"],
        "Donner le nom du centre et le numéro collé sous l'écran.",
    ),
    entry(
        ContactKind::Supplier,
        ["Dépannage chaudière", "chauffage de la maison", "06 39 98 31 07", "", "8 h–18 h"],
        "Sinon la mairie, qui a le double des clés.",
    ),
];

/// Name, purpose, number, direct line and hours; then the note.
const fn entry(kind: ContactKind, facts: [&'static str; 5], note: &'static str) -> Entry {
    let [name, purpose, phone, direct, hours] = facts;
    Entry { kind, name, purpose, phone, direct, hours, note }
}
