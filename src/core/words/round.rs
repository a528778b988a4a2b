//! The rounds of a day in words, the same on the screen and on paper: file number and initials, never a name, no telephone.

use super::Words;
use crate::domain::advice::has_phone;
use crate::domain::care::round::{DayRounds, Round, Stop};
use crate::domain::{HalfDay, Msg, PatientRef, Rota};

impl Words {
    /// `Tournée du mardi 1er décembre 2026`.
    #[must_use]
    pub fn round_title(&self, day: &DayRounds) -> String {
        self.say(&Msg::new("round-title").with("day", self.day_year(day.day)))
    }

    /// Whose rounds they are and with what, then each under its title. `centre` is the commune of the centre.
    #[must_use]
    pub fn rounds(&self, day: &DayRounds, rota: &Rota, centre: &str) -> Vec<(String, Vec<String>)> {
        let doctor = rota.stay(day.stay).map(|stay| rota.people.short(stay.doctor));
        let vehicle = match &day.vehicle {
            Some(name) => self.say(&Msg::new("round-vehicle").with("name", name.as_str())),
            None => self.t("round-no-vehicle"),
        };
        let none = day.rounds.is_empty().then(|| self.t("round-none"));
        let lead = (String::new(), doctor.into_iter().chain([vehicle]).chain(none).collect());
        std::iter::once(lead).chain(day.rounds.iter().map(|round| self.round(round, centre))).collect()
    }

    fn round(&self, round: &Round, centre: &str) -> (String, Vec<String>) {
        let half = match round.half {
            HalfDay::Morning => "week-sheet-morning",
            HalfDay::Afternoon => "week-sheet-afternoon",
        };
        let id = if round.unknown.is_empty() { "round-kilometres" } else { "round-kilometres-least" };
        let title = Msg::new(id).with("half", Msg::new(half)).with("count", i64::from(round.kilometres));
        let back = [self.say(&Msg::new("round-back").with("commune", centre)), self.way(round.back)].join(" · ");
        let unknown = round.unknown.iter().map(|(from, to)| {
            let said = |commune: &str| if commune.is_empty() { self.t("round-nowhere") } else { commune.to_owned() };
            self.say(&Msg::new("round-unknown").with("from", said(from)).with("to", said(to)))
        });
        let shorter = round.shorter.as_ref().map(|shorter| {
            let order: Vec<String> = shorter.order.iter().map(|at| self.time(round.stops[*at].start)).collect();
            let msg = Msg::new("round-shorter").with("order", order.join(", "));
            self.say(&msg.with("count", i64::from(shorter.kilometres)))
        });
        let stops = round.stops.iter().map(|stop| self.stop(stop));
        (super::capital(&self.say(&title)), stops.chain([back]).chain(unknown).chain(shorter).collect())
    }

    /// `14:30–15:10 · Ladapeyre · 9 km · 1243 M.D.`
    fn stop(&self, stop: &Stop) -> String {
        let hours = format!("{}–{}", self.time(stop.start), self.time(stop.start.saturating_add(stop.minutes)));
        // An address could tell who lives there.
        let named = stop.patient.is_none() && !has_phone(&stop.place);
        let place = if named { stop.place.as_str() } else { stop.commune() };
        let place = if place.is_empty() { self.t("round-nowhere") } else { place.to_owned() };
        let who = stop.patient.as_ref().map(anonymous);
        [hours, place, self.way(stop.kilometres)].into_iter().chain(who).collect::<Vec<_>>().join(" · ")
    }

    fn way(&self, kilometres: Option<u32>) -> String {
        kilometres.map_or_else(
            || self.t("round-way-unknown"),
            |count| self.say(&Msg::new("round-way").with("count", i64::from(count))),
        )
    }
}

/// File number and initials, where a name is kept too.
fn anonymous(patient: &PatientRef) -> String {
    let said = patient.initials.as_deref().unwrap_or_default();
    let mut initials = String::new();
    for word in said.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        // `MD` are two of them.
        let all = word.chars().count() <= 3 && word.chars().all(char::is_uppercase);
        for letter in word.chars().take(if all { 3 } else { 1 }) {
            initials.extend(letter.to_uppercase().chain(['.']));
        }
    }
    [patient.file.as_str(), &initials].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::StayId;
    use crate::domain::care::round::Shorter;
    use crate::domain::fixture::{monday, rota, stay};
    use crate::words::Lang;

    fn stop(start: u16, place: &str, who: Option<&str>, kilometres: Option<u32>) -> Stop {
        let patient =
            who.map(|who| PatientRef { file: "1243".into(), initials: Some(who.into()), birth_year: Some(1948) });
        Stop { start, minutes: 40, patient, place: place.into(), kilometres }
    }

    fn said(round: Round, vehicle: Option<&str>) -> String {
        let day = DayRounds { stay: StayId(1), day: monday(49), rounds: vec![round], vehicle: vehicle.map(Into::into) };
        let words = Words::new(Lang::Fr);
        let parts = words.rounds(&day, &rota(1, vec![stay(1, 1, 1, 49)]), "Ajain");
        let lines = parts.into_iter().flat_map(|(title, lines)| [title].into_iter().chain(lines));
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn no_name_no_address_and_no_telephone_is_on_a_round() {
        let round = Round {
            half: HalfDay::Afternoon,
            stops: vec![
                stop(870, "3 rue Basse, chez Mme Martin, Ladapeyre", Some("Marie Dupont"), Some(9)),
                stop(930, "EHPAD Les Tilleuls, Jarnages", None, Some(8)),
                stop(990, "EHPAD 05 55 00 00 00, Jarnages", None, Some(0)),
            ],
            back: Some(12),
            kilometres: 29,
            unknown: Vec::new(),
            shorter: Some(Shorter { order: vec![1, 2, 0], kilometres: 27 }),
        };
        expect_test::expect![[r#"

            Dr P1
            Véhicule : Clio
            Après-midi : 29 km
            14:30–15:10 · Ladapeyre · 9 km · 1243 M.D.
            15:30–16:10 · EHPAD Les Tilleuls, Jarnages · 8 km
            16:30–17:10 · Jarnages · 0 km
            retour au centre, Ajain · 12 km
            Plus court dans cet ordre : 15:30, 16:30, 14:30 (27 km)."#]]
        .assert_eq(&said(round, Some("Clio")));
    }

    #[test]
    fn a_way_nobody_typed_makes_the_sum_a_lower_bound() {
        let round = Round {
            half: HalfDay::Morning,
            stops: vec![stop(540, "Pionnat", Some("MD"), None), stop(600, "", Some("M.D."), None)],
            back: None,
            kilometres: 0,
            unknown: vec![("Ajain".into(), "Pionnat".into()), (String::new(), "Pionnat".into())],
            shorter: None,
        };
        expect_test::expect![[r#"

            Dr P1
            Aucun véhicule réservé ce jour-là.
            Matin : au moins 0 km
            09:00–09:40 · Pionnat · km inconnus · 1243 M.D.
            10:00–10:40 · lieu non dit · km inconnus · 1243 M.D.
            retour au centre, Ajain · km inconnus
            Distance inconnue : Ajain – Pionnat
            Distance inconnue : lieu non dit – Pionnat"#]]
        .assert_eq(&said(round, None));
    }
}
