//! The fictional team and the invented doctors; no name here is that of a real person.

use super::dice::Dice;
use crate::domain::act::NewPerson;
use crate::domain::draft::text::letters;
use crate::domain::{DoctorFacts, DoctorStatus, Role};

const GIVEN: [&str; 48] = [
    "Hélène",
    "Marc",
    "Amina",
    "Thomas",
    "Isabelle",
    "Karim",
    "Lucie",
    "Jean-Pierre",
    "Mariam",
    "Antoine",
    "Sophie",
    "Olivier",
    "Thuy",
    "Nicolas",
    "Camille",
    "Bernard",
    "Leïla",
    "Guillaume",
    "Mathilde",
    "Philippe",
    "Inès",
    "Romain",
    "Catherine",
    "Yann",
    "Agathe",
    "Samir",
    "Pauline",
    "Étienne",
    "Fatou",
    "Laurent",
    "Margaux",
    "Patrick",
    "Élise",
    "Hugo",
    "Nathalie",
    "Sébastien",
    "Anaïs",
    "Michel",
    "Rachel",
    "Vincent",
    "Chloé",
    "Dominique",
    "Rémi",
    "Juliette",
    "Ibrahim",
    "Françoise",
    "Tristan",
    "Solène",
];

/// Family names; the order in which they come is the seed's.
const FAMILY: [&str; 96] = [
    "Vidal",
    "Aubert",
    "Roche",
    "Morel",
    "Kerbrat",
    "Lestienne",
    "Haddad",
    "Nguyen-Lac",
    "Pradier",
    "Castaing",
    "Boisvert",
    "Diabaté",
    "Fontanel",
    "Guérinot",
    "Malherbe",
    "Tessandier",
    "Quéméneur",
    "Bouazza",
    "Delmotte",
    "Escoffrey",
    "Figuière",
    "Jaubertin",
    "Lacombrade",
    "Mazeyrat",
    "Noiret",
    "Ollivon",
    "Peyrachon",
    "Rabaté",
    "Sauvignet",
    "Tréhin",
    "Vauclaire",
    "Wattrelos",
    "Zerrouki",
    "Arnoult",
    "Belcastel",
    "Cazenabe",
    "Dufresnoy",
    "Etcheparre",
    "Fauconnet",
    "Grandval",
    "Hostalier",
    "Issartel",
    "Jolivard",
    "Kermarrec",
    "Lagrèze",
    "Monnerot",
    "Nardin",
    "Orsatelli",
    "Payet-Roussel",
    "Quintard",
    "Ribeyrol",
    "Sénéchault",
    "Tournebize",
    "Ursulet",
    "Valadier",
    "Bachellerie",
    "Chambonnet",
    "Darcissac",
    "Estève-Marty",
    "Fradin",
    "Giraudeau",
    "Hénaff",
    "Imbertin",
    "Jacquemard",
    "Koffigan",
    "Laforgue",
    "Marchessou",
    "Naudet",
    "Obertin",
    "Picquenard",
    "Ravoson",
    "Sabourdy",
    "Tixador",
    "Vernhes",
    "Yacoubian",
    "Abadie-Serre",
    "Bonnafoux",
    "Coudercy",
    "Dos Reis",
    "Elbaz-Roy",
    "Ferrandon",
    "Gauvrit",
    "Hautecloque",
    "Jarrige",
    "Le Bihannic",
    "Mestrallet",
    "Nicolini",
    "Passebois",
    "Rouanet",
    "Schlegelmann",
    "Tramoy",
    "Vigneron",
    "Benhaddou",
    "Courtiade",
    "Larrivière",
    "Sanogo",
];

/// Departments of practice, from everywhere; some twice, as big ones send more.
const DEPARTMENTS: [&str; 52] = [
    "44", "75", "59", "69", "33", "29", "974", "87", "63", "13", "35", "31", "67", "971", "2A", "38", "56", "76", "23",
    "19", "92", "34", "06", "54", "21", "973", "64", "85", "37", "972", "2B", "74", "94", "51", "80", "14", "22", "17",
    "45", "73", "66", "86", "25", "57", "976", "03", "36", "49", "72", "12", "988", "01",
];

/// Ways of practising, as often as they come.
const STATUSES: [DoctorStatus; 10] = [
    DoctorStatus::NewGraduate,
    DoctorStatus::Locum,
    DoctorStatus::Locum,
    DoctorStatus::SelfEmployed,
    DoctorStatus::SelfEmployed,
    DoctorStatus::SelfEmployed,
    DoctorStatus::Salaried,
    DoctorStatus::Hospital,
    DoctorStatus::Retired,
    DoctorStatus::Retired,
];

/// The first doctors are the pioneers of the collective.
pub const PIONEERS: usize = 4;
const NEW_DOCTOR: u64 = 11;
const NAMES: u64 = 12;

/// The doctor who comes as the `number`th new one, `year` being that of their first stay.
pub fn doctor(seed: u64, number: usize, year: u16) -> NewPerson {
    let mut dice = Dice::new(seed, NEW_DOCTOR, number.try_into().unwrap_or(0));
    let round = number / FAMILY.len();
    let families = Dice::new(seed, NAMES, round.try_into().unwrap_or(0)).shuffled(FAMILY.len());
    let status = *dice.pick(&STATUSES);
    let (youngest, oldest) = match status {
        DoctorStatus::NewGraduate => (27, 31),
        DoctorStatus::Locum => (28, 45),
        DoctorStatus::Retired => (63, 70),
        DoctorStatus::SelfEmployed | DoctorStatus::Salaried | DoctorStatus::Hospital => (33, 64),
    };
    let age = u16::try_from(youngest + dice.below(oldest - youngest + 1)).unwrap_or(40);
    let given = *dice.pick(&GIVEN);
    let family = FAMILY[families[number % FAMILY.len()]];
    // Numbers and addresses kept for fiction; some have never given one.
    let email = (number % 4 != 3).then(|| format!("{}.{}@example.org", letters(given), letters(family)));
    NewPerson {
        given: given.to_owned(),
        family: family.to_owned(),
        role: Role::Doctor,
        phone: Some(format!("063998{number:04}")),
        email,
        presence: [false; 7],
        ended: None,
        doctor: DoctorFacts {
            status: Some(status),
            department: Some((*dice.pick(&DEPARTMENTS)).to_owned()),
            birth_year: Some(year - age),
            rpps: None,
            pioneer: number < PIONEERS,
        },
    }
}

/// Whether a doctor comes back: about a third do.
pub fn comes_back(seed: u64, number: usize) -> bool {
    number % 3 == Dice::new(seed, NAMES, -1).below(3)
}

/// Somebody of the permanent team, as data.
pub struct Member {
    pub given: &'static str,
    pub family: &'static str,
    pub role: Role,
    pub presence: [bool; 7],
}

impl Member {
    /// `presence` has a `1` for each day of the week on which they are there.
    pub const fn new(given: &'static str, family: &'static str, role: Role, presence: [u8; 7]) -> Self {
        let mut days = [false; 7];
        let mut day = 0;
        while day < 7 {
            days[day] = presence[day] == b'1';
            day += 1;
        }
        Self { given, family, role, presence: days }
    }

    pub fn full(&self) -> String {
        format!("{} {}", self.given, self.family)
    }

    pub fn person(&self) -> NewPerson {
        NewPerson {
            given: self.given.to_owned(),
            family: self.family.to_owned(),
            role: self.role,
            phone: None,
            email: None,
            presence: self.presence,
            ended: None,
            doctor: DoctorFacts::default(),
        }
    }
}
