//! What the columns of a rota may be called, and what their words mean, in French and in English.

use crate::domain::draft::text::key;
use crate::domain::{DoctorStatus, StayState};

/// What a column of a rota holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Week,
    Year,
    From,
    To,
    Post,
    /// The whole name.
    Doctor,
    Given,
    Family,
    Department,
    Status,
    Email,
    Phone,
    Rpps,
    State,
}

impl Column {
    /// The column a header names.
    pub fn of(header: &str) -> Option<Self> {
        Some(match key(header).as_str() {
            "semaine" | "sem" | "s" | "n semaine" | "no semaine" | "numero de semaine" | "week" | "wk" => Self::Week,
            "annee" | "an" | "year" => Self::Year,
            "du" | "debut" | "debut du sejour" | "date de debut" | "date debut" | "arrivee" | "date d arrivee"
            | "from" | "start" | "start date" | "arrival" | "premier jour" | "first day" => Self::From,
            "au" | "fin" | "fin du sejour" | "date de fin" | "date fin" | "depart" | "date de depart" | "to"
            | "until" | "end" | "end date" | "departure" | "dernier jour" | "last day" => Self::To,
            "poste" | "post" => Self::Post,
            "medecin" | "docteur" | "dr" | "doctor" | "nom complet" | "full name" | "nom du medecin"
            | "nom et prenom" | "nom prenom" | "prenom et nom" | "prenom nom" | "name" | "medecin volontaire"
            | "volontaire" => Self::Doctor,
            "prenom" | "given name" | "first name" | "given" => Self::Given,
            "nom" | "nom de famille" | "family name" | "last name" | "surname" | "family" => Self::Family,
            "departement" | "dept" | "dep" | "dpt" | "departement d exercice" | "department" => Self::Department,
            "statut" | "status" | "statut du medecin" | "mode d exercice" | "exercice" | "practice" => Self::Status,
            "e mail" | "mail" | "email" | "courriel" | "adresse mail" | "adresse e mail" | "mel" => Self::Email,
            "telephone" | "tel" | "portable" | "mobile" | "phone" | "n tel" | "n telephone" => Self::Phone,
            "rpps" | "n rpps" | "no rpps" | "numero rpps" | "rpps number" => Self::Rpps,
            "etat" | "state" | "statut du sejour" | "statut sejour" | "etat du sejour" | "etat sejour"
            | "stay status" | "confirmation" | "stay state" => Self::State,
            _ => return None,
        })
    }
}

/// A doctor's way of practising, by its usual names and abbreviations.
pub fn status(text: &str) -> Option<DoctorStatus> {
    // The feminine and the plural are written in many ways: `remplaçant(e)`, `installé·e`.
    let key = key(text);
    let words: Vec<&str> = key.split(' ').filter(|w| !matches!(*w, "e" | "s" | "es" | "medecin" | "dr")).collect();
    let word = words.join(" ");
    let of = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    Some(match word.as_str() {
        _ if of(&["retrait", "retired", "cumul"]) || word == "ret" => DoctorStatus::Retired,
        _ if of(&["jeune", "these", "non these", "docteur junior", "new graduate", "young", "newly"])
            || word == "jd" =>
        {
            DoctorStatus::NewGraduate
        }
        _ if of(&["remp", "locum"]) => DoctorStatus::Locum,
        _ if of(&["install", "liberal", "self employed", "independent", "gp partner"]) || word == "lib" => {
            DoctorStatus::SelfEmployed
        }
        _ if of(&["hosp", "praticien hosp"]) || matches!(word.as_str(), "ph" | "ch" | "chu") => DoctorStatus::Hospital,
        _ if of(&["salari", "employed", "employee"]) || word == "sal" => DoctorStatus::Salaried,
        _ => return None,
    })
}

/// What was decided about a stay, by its usual names.
pub fn state(text: &str) -> Option<StayState> {
    Some(match key(text).as_str() {
        "confirme" | "confirmee" | "confirmed" | "ok" | "oui" | "yes" | "valide" | "sur" | "c" | "x" | "en cours"
        | "running" | "termine" | "over" | "fait" | "done" => StayState::Confirmed,
        "option" | "en option" | "optionnel" | "o" | "optional" | "a confirmer" | "to be confirmed" => {
            StayState::Option
        }
        "pressenti" | "pressentie" | "considered" | "p" | "envisage" | "possible" | "tentative" => {
            StayState::Considered
        }
        "desiste" | "desistee" | "desistement" | "withdrawn" | "withdrawal" | "annule" | "annulee" | "annulation"
        | "cancelled" | "canceled" => StayState::Cancelled,
        _ => return None,
    })
}

/// Whether a doctor's cell says that there is none: such a line is a gap of the rota, not an error.
pub fn is_vacant(name: &str) -> bool {
    matches!(
        key(name).as_str(),
        "" | "vacant"
            | "vacante"
            | "libre"
            | "personne"
            | "a pourvoir"
            | "ferme"
            | "fermeture"
            | "closed"
            | "none"
            | "nobody"
            | "neant"
            | "aucun"
            | "sans medecin"
            | "vide"
            | "free"
            | "tbd"
    )
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("SEMAINE", Column::Week)]
    #[case(" N° semaine ", Column::Week)]
    #[case("Début", Column::From)]
    #[case("Date d’arrivée", Column::From)]
    #[case("DÉPARTEMENT", Column::Department)]
    #[case("Départ", Column::To)]
    #[case("Tél.", Column::Phone)]
    #[case("E-mail", Column::Email)]
    #[case("Statut du séjour", Column::State)]
    #[case("Statut", Column::Status)]
    #[case("Prénom", Column::Given)]
    #[case("Last name", Column::Family)]
    fn headers(#[case] header: &str, #[case] column: Column) {
        assert_eq!(Column::of(header), Some(column));
    }

    #[rstest]
    #[case("Remplaçante", DoctorStatus::Locum)]
    #[case("remp.", DoctorStatus::Locum)]
    #[case("Médecin installé(e)", DoctorStatus::SelfEmployed)]
    #[case("libéral", DoctorStatus::SelfEmployed)]
    #[case("Retraité actif", DoctorStatus::Retired)]
    #[case("PH", DoctorStatus::Hospital)]
    #[case("jeune diplômée", DoctorStatus::NewGraduate)]
    #[case("thésé", DoctorStatus::NewGraduate)]
    #[case("salariée", DoctorStatus::Salaried)]
    #[case("self-employed", DoctorStatus::SelfEmployed)]
    #[case("employed", DoctorStatus::Salaried)]
    fn statuses(#[case] text: &str, #[case] expected: DoctorStatus) {
        assert_eq!(status(text), Some(expected));
    }

    #[rstest]
    #[case("Confirmé", Some(StayState::Confirmed))]
    #[case("à confirmer", Some(StayState::Option))]
    #[case("PRESSENTI", Some(StayState::Considered))]
    #[case("désistement", Some(StayState::Cancelled))]
    #[case("peut-être", None)]
    fn states(#[case] text: &str, #[case] expected: Option<StayState>) {
        assert_eq!(state(text), expected);
    }
}
