//! What the page of a stay says, on the screen and on paper.

use super::{Words, capital};
use crate::domain::draft::phone;
use crate::domain::hanging::Hanging;
use crate::domain::lent::Times;
use crate::domain::prepared::StayFile;
use crate::domain::record::{Asset, AssetKind, Booking, Means, StayCost, Task, Travel};
use crate::domain::{Day, Msg, Person, Rota, Stay};

/// Says what is known of a stay on a day.
#[derive(Clone, Copy)]
pub struct StayWords<'a> {
    pub words: &'a Words,
    pub rota: &'a Rota,
    pub today: Day,
}

impl StayWords<'_> {
    fn t(&self, id: &str) -> String {
        self.words.t(id)
    }

    fn say(&self, id: &'static str, name: &'static str, count: u32) -> String {
        self.words.say(&Msg::new(id).with(name, i64::from(count)))
    }

    /// `Dr Hélène Vidal · S50`
    #[must_use]
    pub fn title(&self, stay: &Stay) -> String {
        let who = self.rota.people.get(stay.doctor).map_or_else(|| "—".to_owned(), |p| format!("Dr {}", p.full()));
        joined([Some(who), Some(self.words.week_told(stay.week()))])
    }

    /// Days, post, state.
    #[must_use]
    pub fn when(&self, stay: &Stay) -> String {
        let post = (self.rota.posts.len() > 1).then(|| self.rota.post_name(stay.post).to_owned());
        joined([Some(self.words.span(stay.from, stay.to)), post, Some(self.words.state(stay, self.today))])
    }

    /// Status, telephone, address of a doctor.
    #[must_use]
    pub fn reach(&self, person: &Person) -> String {
        let of = person.doctor.status.map(|status| self.t(status.word()));
        joined([of, person.phone.as_deref().map(phone::show), person.email.clone()])
    }

    /// `Contrat de travail signé · jeu. 8 oct. · coordination · rattrapage`
    #[must_use]
    pub fn task(&self, task: &Task, file: &StayFile) -> String {
        let people = &self.rota.people;
        if !task.is_open() {
            let by = task.settled_by.map(|id| people.short(id));
            let on = task.settled_on.map(|day| self.words.day(day));
            return joined([
                Some(task.what.clone()),
                Some(self.t(task.state.word())),
                on,
                by,
                Some(task.reason.clone()),
            ]);
        }
        let late = task.is_late(&file.stay, self.today);
        let whose = task.person.map_or_else(|| self.t(task.owner.word()), |id| people.short(id));
        let caught_up = task.is_caught_up(&file.stay).then(|| self.t("task-caught-up"));
        let before = (task.before_arrival && late).then(|| self.t("task-before-said"));
        let waits = task.waits_for(&file.known.tasks);
        let waits = waits.map(|first| self.words.say(&Msg::new("task-waits").with("first", first.what.as_str())));
        let due = self.words.day(task.due(&file.stay));
        joined([Some(task.what.clone()), Some(due), Some(whose), caught_up, before, waits])
    }

    /// `Logement : `
    #[must_use]
    pub fn kind(&self, kind: AssetKind) -> String {
        format!("{}{}", capital(&self.t(kind.word())), self.t("frame-colon"))
    }

    /// `Maison du bourg · dim. 6 déc., 17:00 → dim. 13 déc., 12:00 · 2 personnes`
    #[must_use]
    pub fn lent(&self, what: &Booking, asset: &Asset, stay: &Stay) -> String {
        let guests = (what.places > 1).then(|| self.say("lent-guests", "count", what.places));
        let follows = what.follows || matches!(asset.kind, AssetKind::Key | AssetKind::Room);
        let by_hand = (!follows).then(|| self.t("lent-by-hand"));
        let times = Some(self.times(what.times));
        let (address, plate) = (Some(asset.address.clone()), Some(asset.plate.clone()));
        joined([
            Some(asset.name.clone()),
            times,
            address,
            plate,
            guests,
            by_hand,
            self.returned(what, asset.kind, stay.to),
        ])
    }

    /// Whose a booking is: the doctor of its stay, as far as the rota knows it, or whoever was written.
    #[must_use]
    pub fn whose(&self, booking: &Booking) -> String {
        let doctor = booking.stay.and_then(|id| self.rota.stay(id)).map(|stay| self.rota.people.short(stay.doctor));
        doctor.unwrap_or_else(|| booking.whom.clone())
    }

    /// What was noted at the return, or that it is still out, after the day on which it is due or before.
    #[must_use]
    pub fn returned(&self, what: &Booking, kind: AssetKind, due: Day) -> Option<String> {
        if !what.lost.is_empty() {
            return Some(self.words.say(&Msg::new("lent-lost").with("how", what.lost.as_str())));
        }
        if kind == AssetKind::Key {
            return Some(self.t(match what.times.to_day {
                Some(_) => "lent-back",
                None if due < self.today => "lent-still-out",
                None => "lent-out",
            }));
        }
        let kilometres = what.kilometres.map(|km| self.say("lent-kilometres", "count", km));
        let charge = what.charge.map(|part| self.say("lent-charge", "percent", part));
        Some(joined([kilometres, charge, Some(what.damage.clone())])).filter(|said| !said.is_empty())
    }

    /// `dim. 6 déc., 17:00 → dim. 13 déc., 12:00`
    #[must_use]
    pub fn times(&self, times: Times) -> String {
        let from = self.moment(times.from_day, Some(times.from_minute));
        match times.to_day {
            Some(day) => format!("{from} → {}", self.moment(day, Some(times.to_minute))),
            None => from,
        }
    }

    fn moment(&self, day: Day, minute: Option<u16>) -> String {
        match minute {
            Some(minute) => format!("{}, {}", self.words.day(day), self.words.time(minute)),
            None => self.words.day(day),
        }
    }

    /// How they come, how they go, who comes along, what they eat: a line each; none where nothing is noted.
    #[must_use]
    pub fn travel(&self, travel: &Travel) -> Vec<String> {
        let by = |means: Option<Means>| means.map(|means| self.t(means.word()));
        let who =
            |id: &'static str, name: &str| (!name.is_empty()).then(|| self.words.say(&Msg::new(id).with("who", name)));
        let t = travel;
        let comes = t.comes_on.map(|day| self.moment(day, t.comes_at));
        let comes = joined([comes, by(t.comes_by), Some(t.comes_to.clone()), who("stay-fetched", &t.fetched_by)]);
        let leaves = t.leaves_on.map(|day| self.moment(day, t.leaves_at));
        let leaves = joined([leaves, by(t.leaves_by), Some(t.leaves_from.clone()), who("stay-taken", &t.taken_by)]);
        let along = (t.companions > 0).then(|| self.say("stay-companions", "count", t.companions));
        let rest = joined([along, Some(t.who_comes.clone()), Some(t.diet.clone()), Some(t.note.clone())]);
        let named = [("stay-comes", comes), ("stay-leaves", leaves)];
        let ways = named.into_iter().filter(|(_, said)| !said.is_empty());
        let ways = ways.map(|(id, said)| format!("{}{said}", self.t(id)));
        ways.chain((!rest.is_empty()).then_some(rest)).collect()
    }

    /// `paie 1 000 €, payée le … · 412 km · 150 € à rembourser`
    #[must_use]
    pub fn cost(&self, cost: &StayCost) -> String {
        let euros = |id: &'static str, count: u32, day: Option<Day>| {
            let msg = Msg::new(id).with("euros", self.words.whole(i64::from(count)));
            self.words.say(&day.map_or(msg.clone(), |day| msg.with("day", day)))
        };
        let pay = cost.pay.map(|pay| match cost.paid_on {
            Some(day) => euros("cost-paid", pay, Some(day)),
            None => euros("cost-to-pay", pay, None),
        });
        let kilometres = cost.kilometres.map(|km| self.say("lent-kilometres", "count", km));
        let refund = cost.refund.map(|refund| match cost.refunded_on {
            Some(day) => euros("cost-refunded", refund, Some(day)),
            None => euros("cost-to-refund", refund, None),
        });
        joined([pay, kilometres, refund, Some(cost.note.clone())])
    }

    /// `Ce qui en dépend : 3 points, 20 rendez-vous`
    #[must_use]
    pub fn hanging(&self, hanging: &Hanging) -> String {
        let msg = Msg::new("stay-hanging").with("points", hanging.points.len());
        self.words.say(&msg.with("entries", hanging.entries.len()).with("unread", hanging.unread))
    }

    /// What was done to it, newest first.
    #[must_use]
    pub fn past(&self, file: &StayFile) -> Vec<String> {
        let line = |(at, who, said): &(crate::domain::Stamp, crate::domain::PersonId, Msg)| {
            joined([Some(self.words.moment(*at)), Some(self.rota.people.short(*who)), Some(self.words.say(said))])
        };
        file.past.iter().map(line).collect()
    }
}

/// What there is of these, with points between.
fn joined(parts: impl IntoIterator<Item = Option<String>>) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect();
    parts.join(" · ")
}
