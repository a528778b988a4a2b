//! What is to be done in sentences: what it is, and under it by when, whose, where.

use super::{Due, What, When};
use crate::domain::{Day, Msg, Rota, Stay, StayId};

impl Due {
    /// What it is: `Contrat signé : Dr Aubert, S49`.
    #[must_use]
    pub fn msg(&self, rota: &Rota) -> Msg {
        let of = |id: &'static str, stay: StayId| of_stay(id, rota.stay(stay), rota);
        match &self.what {
            What::Task(task) => of("today-task", task.what.stay).with("what", task.what.what.as_str()),
            What::CatchUp { stay, count } => of("today-catch-up", *stay).with("count", *count),
            What::KeyOut { booking, key } => {
                of_stay("today-key-out", booking.what.stay.and_then(|stay| rota.stay(stay)), rota)
                    .with("key", key.as_str())
            }
            What::Held { stay, lapsed: true } => of("today-option-lapsed", *stay),
            What::Held { stay, lapsed: false } => of("today-option-soon", *stay),
            What::Call { hole, person } => {
                Msg::new("today-call").with("doctor", rota.people.short(*person)).with("week", hole.week)
            }
            What::Arrives { stay, .. } => of("today-arrives", *stay),
            What::Leaves { stay, .. } => of("today-leaves", *stay),
            What::ToClose { stay, count } => of("today-to-close", *stay).with("count", *count).with("day", self.day),
            What::TenantEnds { name, insurance, .. } => {
                Msg::new(if *insurance { "today-insurance" } else { "today-tenant" }).with("name", name.as_str())
            }
            What::Care(due) => Msg::new(due.list.due_word()).with("count", due.count),
            What::Discuss(listed) => Msg::new("today-to-discuss")
                .with("patient", listed.row.values.text("patient"))
                .with("question", listed.what.question.as_str()),
            What::PaperEnds { kind, person, .. } => {
                Msg::new("today-paper").with("kind", kind.as_str()).with("doctor", rota.people.short(*person))
            }
        }
    }

    /// By when, or since when; nothing where the group says it.
    #[must_use]
    pub fn day_msg(&self) -> Option<Msg> {
        let told = |id: &'static str, day: Day| Some(Msg::new(id).with("day", day));
        match (&self.what, self.when) {
            (What::ToClose { .. }, _) | (_, When::Today | When::Discuss) => None,
            (What::TenantEnds { .. } | What::PaperEnds { .. }, When::Late) => told("today-ended", self.day),
            (What::TenantEnds { .. } | What::PaperEnds { .. }, When::Week) => told("today-ends", self.day),
            (What::Held { .. }, When::Week) => told("today-until", self.day),
            (What::Arrives { .. } | What::Leaves { .. }, _) => told("today-on", self.day),
            (_, When::Late) => told("today-since", self.day),
            (_, When::Week) => told("today-by", self.day),
        }
    }

    /// What the team has to know beside it: who does it, where somebody comes and who fetches them.
    #[must_use]
    pub fn notes(&self, rota: &Rota, today: Day) -> Vec<Msg> {
        match &self.what {
            What::Task(task) => {
                let named =
                    task.what.person.map(|person| Msg::new("today-whose").with("who", rota.people.short(person)));
                let role = rota.stay(task.what.stay).map(|stay| task.what.owner_now(stay, rota, today));
                let whose = named.or(role.map(|role| Msg::new("today-whose").with("who", Msg::new(role.word()))));
                let before = task.what.before_arrival.then(|| Msg::new("today-before-arrival"));
                whose.into_iter().chain(before).collect()
            }
            What::Arrives { place, by, .. } | What::Leaves { place, by, .. } => {
                let place = (!place.is_empty()).then(|| Msg::new("today-place").with("place", place.as_str()));
                let by = (!by.is_empty()).then(|| Msg::new("today-fetched").with("by", by.as_str()));
                place.into_iter().chain(by).collect()
            }
            What::Discuss(listed) => {
                let what = &listed.what;
                let asked = Msg::new("concertation-asked").with("who", rota.people.short(what.asked_by));
                let times = what.times_put_off(today.week());
                let put_off = (times > 0).then(|| Msg::new("concertation-times").with("count", i64::from(times)));
                [Some(asked.with("day", what.asked_on)), put_off].into_iter().flatten().collect()
            }
            _ => Vec::new(),
        }
    }
}

/// A sentence about the stay of a doctor in a week.
fn of_stay(id: &'static str, stay: Option<&Stay>, rota: &Rota) -> Msg {
    let msg = Msg::new(id);
    match stay {
        Some(stay) => msg.with("doctor", rota.people.short(stay.doctor)).with("week", stay.week()),
        None => msg.with("doctor", "").with("week", ""),
    }
}
