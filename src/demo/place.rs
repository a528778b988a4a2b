//! The directory and the page of the place. Numbers are from the ranges kept free for fiction
//! (ARCEP, décision 2018-0881, e.g. 05 36 49), save those that everybody in France knows.

use crate::domain::Day;
use crate::domain::act::NewContact;

/// Name, purpose, number, note; in the order of the directory.
const CONTACTS: [(&str, &str, &str, &str); 12] = [
    ("SAMU de la Creuse", "urgence vitale", "15", "112 depuis un portable sans réseau de l'opérateur."),
    ("Permanence des soins", "centre fermé", "116 117", "À donner aux patients le soir et le week-end."),
    ("Pharmacie de la Place, Ajain", "dispensation, stocks", "05 36 49 01 12", "Fermée le lundi matin."),
    ("Laboratoire des Trois Vallées", "biologie, résultats", "05 36 49 01 27", "Ramassage au centre à 10 h 30."),
    ("CH de Guéret, standard", "hospitalisation, urgences", "05 36 49 02 00", ""),
    ("Cardiologie, CH de Guéret", "avis cardio", "05 36 49 02 41", "Ligne des médecins de 9 h à 17 h."),
    (
        "Imagerie du Plateau, Guéret",
        "radio, écho-doppler, scanner",
        "05 36 49 02 63",
        "Doppler urgent : demander le radiologue.",
    ),
    ("Cabinet infirmier d'Ajain", "soins à domicile", "06 39 98 14 20", "Tournée de 6 h 45 à 13 h."),
    ("Taxi et VSL du Moulin", "transport assis", "06 39 98 27 31", "Prévenir la veille avant 17 h."),
    ("Assistante sociale de secteur", "APA, aides, logement", "05 36 49 03 18", "Permanence à la mairie le mercredi."),
    ("Équipe mobile de soins palliatifs", "avis, visite à domicile", "05 36 49 02 77", "Réponse dans la journée."),
    ("Mairie d'Ajain", "logement, voiture, clés", "05 36 49 03 02", "Fermée le samedi."),
];

/// Every entry, last checked on that day.
pub fn contacts(checked: Day) -> impl Iterator<Item = NewContact> {
    CONTACTS.iter().map(move |(name, purpose, phone, note)| NewContact {
        name: (*name).to_owned(),
        purpose: (*purpose).to_owned(),
        phone: (*phone).to_owned(),
        note: (*note).to_owned(),
        checked: Some(checked),
    })
}

/// The entries whose number somebody makes sure of each spring; the others age.
pub const CHECKED_EACH_YEAR: [usize; 8] = [2, 3, 4, 5, 6, 7, 8, 11];

/// The page of the place.
pub const PAGE: &str = "\
Bienvenue à Ajain

Clés : le trousseau du cabinet et celui de la maison vous attendent à l'accueil. Les rendre à Sylvie ou à Claire \
avant le départ.

Maison : 4, rue du Lavoir, à 300 m du centre. Draps et serviettes dans l'armoire du couloir. Le nom du réseau Wi-Fi \
et son mot de passe sont sur le réfrigérateur.

Chauffage : thermostat dans le salon, 19 °C. Il repart seul à 6 h. Si la chaudière s'arrête, appeler la mairie.

Voiture : électrique, garée derrière le centre, à rebrancher chaque soir. Badge de recharge dans la boîte à gants. \
La réserver pour les visites dans l'agenda.

Boulangerie : place de l'Église, ouverte de 7 h à 13 h, fermée le lundi. Épicerie jusqu'à 19 h.

Le centre ferme le jeudi après-midi. Le samedi, consultations de 8 h 30 à 12 h 30.

Comment nous travaillons
- Lundi à 8 h : accueil, lecture de la relève, réponse aux points urgents avant le premier patient.
- Consultations de 20 min, 40 min pour un premier contact ou une annonce.
- Les résultats arrivent dans le logiciel médical ; on les lit deux fois par jour, à 9 h et à 17 h.
- Nadia (infirmière Asalée) est là le mardi et le jeudi : diabète, mémoire, tabac, vaccins.
- Une visite à domicile se décide avec Claire, qui connaît les routes et les chiens.
- Ce qui reste à faire s'écrit dans la relève avec une date. Vendredi soir, vingt minutes sont gardées pour cela.

Quand le centre est fermé : 15 ou 116 117.
";
