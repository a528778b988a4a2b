//! What several leaflets say: when the centre opens, when it does not, whom to call then, who is of the team.

use super::super::SheetCx;
use super::super::said::{Block, Fact};
use crate::domain::draft::text as clean;
use crate::domain::place::{Contact, ContactKind, secret};
use crate::domain::{Closed, Day, IsoWeek, Msg, Person, Role};
use crate::words::capital;

/// Days ahead in which a closure is told.
const AHEAD: i32 = 60;
/// Figures that a number has at most where it is the whole country's: 15, 116 117.
const NATIONAL: usize = 6;
/// The numbers that are always told (service-public.fr, *Numéros d'urgence*; 116 117: art. R6315-2 and following of the
/// Code de la santé publique, the permanence des soins).
const ALWAYS: [&str; 3] = ["15", "112", "116117"];

impl SheetCx<'_> {
    /// The doctor as those outside know them: `Dr Hélène Vidal`.
    pub(super) fn doctor(&self, id: crate::domain::PersonId) -> String {
        let found = self.rota.people.get(id);
        clean::line(&found.map_or_else(|| self.rota.people.short(id), |person| format!("Dr {}", person.full())))
    }

    /// Days of a week one after the other: `lun. 30, mar. 1er`.
    pub(super) fn days(&self, days: impl IntoIterator<Item = Day>) -> String {
        days.into_iter().map(|day| self.words.day_in_week(day)).collect::<Vec<_>>().join(", ")
    }

    /// Who comes for the doctors' posts in a week, a line a doctor, and the days that nobody comes.
    pub(super) fn doctors(&self, week: IsoWeek) -> Block {
        let mut lines = Vec::new();
        let working: Vec<Day> = week.days().filter(|day| self.rota.calendar.is_working(*day)).collect();
        for post in &self.rota.posts {
            let name = clean::line(&post.name);
            for stay in self.rota.in_week(post.id, week) {
                let doctor = self.doctor(stay.doctor);
                let there: Vec<Day> = working.iter().copied().filter(|day| stay.covers(*day)).collect();
                let said = match there.len() {
                    n if n == working.len() => doctor,
                    _ => format!("{doctor}, {}", self.days(there)),
                };
                lines.push(Fact::of(&name, said));
            }
            let empty: Vec<Day> =
                working.iter().copied().filter(|day| self.rota.on_duty(post.id, *day).is_none()).collect();
            if working.is_empty() {
                lines.push(Fact::of(&name, self.words.t("leaflet-closed-week")));
            } else if empty.len() == working.len() {
                lines.push(Fact::of(&name, self.words.t("leaflet-nobody-week")));
            } else if !empty.is_empty() {
                let msg = Msg::new("leaflet-nobody-days").with("days", self.days(empty));
                lines.push(Fact::of(&name, self.tell(&msg)));
            }
        }
        Block { title: self.words.t("leaflet-doctors"), lines, ..Block::default() }
    }

    /// The team of a day, in the order of the roles.
    pub(super) fn team_of(&self, day: Day) -> impl Iterator<Item = &Person> {
        self.rota.team_of(day)
    }

    /// A member of the team by their given name.
    pub(super) fn member(&self, person: &Person) -> String {
        let given = clean::line(&person.given);
        let name = if given.is_empty() { clean::line(&person.short()) } else { given };
        format!("{name} ({})", self.words.t(person.role.word()))
    }

    /// The days of the team in a week.
    pub(super) fn team(&self, week: IsoWeek) -> Option<Block> {
        let mut members: Vec<(&Person, Vec<Day>)> = Vec::new();
        for day in week.days() {
            for person in self.team_of(day) {
                match members.iter_mut().find(|(known, _)| known.id == person.id) {
                    Some((_, days)) => days.push(day),
                    None => members.push((person, vec![day])),
                }
            }
        }
        members.sort_by_key(|(person, _)| (Role::TEAM.iter().position(|role| *role == person.role), person.id));
        let line = |(person, days): &(&Person, Vec<Day>)| Fact::of(self.member(person), self.days(days.clone()));
        let lines: Vec<Fact> = members.iter().map(line).collect();
        (!lines.is_empty()).then(|| Block { title: self.words.t("leaflet-team"), lines, ..Block::default() })
    }

    /// The hours of an ordinary week, days with the same hours together.
    pub(super) fn hours(&self) -> Block {
        let opening = &self.rota.calendar.opening;
        // A week without a meaning of its own: Monday to Sunday.
        let days = self.now.day.week().days().map(|day| (self.words.weekday(day), self.open(day, opening)));
        let mut lines: Vec<(String, Vec<String>)> = Vec::new();
        for (day, hours) in days {
            match lines.iter_mut().find(|(known, _)| *known == hours) {
                Some((_, days)) => days.push(day),
                None => lines.push((hours, vec![day])),
            }
        }
        let lines = lines.into_iter().map(|(hours, days)| Fact::of(days.join(", "), hours)).collect();
        Block { title: self.words.t("leaflet-hours"), lines, ..Block::default() }
    }

    /// The hours of a day by the ordinary week: `08:30–12:30, 13:30–18:00`.
    pub(super) fn open(&self, day: Day, opening: &crate::domain::centre::Opening) -> String {
        use crate::domain::HalfDay::{Afternoon, Morning};
        let hours = |(from, to): (u16, u16)| format!("{}–{}", self.words.time(from), self.words.time(to));
        let halves = [(Morning, opening.morning), (Afternoon, opening.afternoon)];
        let open = halves.into_iter().filter(|(half, _)| opening.opens_half(day, *half)).map(|(_, of)| hours(of));
        let open: Vec<String> = open.collect();
        if open.is_empty() { self.words.t("leaflet-closed") } else { open.join(", ") }
    }

    /// Why a day is closed, as far as it is told outside: a public holiday by its name.
    pub(super) fn why_closed(&self, day: Day) -> Option<String> {
        match self.rota.calendar.closed(day)? {
            Closed::Holiday(holiday) => {
                Some(self.tell(&Msg::new("leaflet-holiday").with("why", Msg::new(holiday.word()))))
            }
            Closed::Because(_) | Closed::EachWeek => Some(self.words.t("leaflet-closed")),
        }
    }

    /// Closures and public holidays from a day on.
    pub(super) fn closures(&self, from: Day) -> Option<Block> {
        let last = from.plus(AHEAD);
        let calendar = &self.rota.calendar;
        let closures = calendar.closures.iter().filter(|c| c.from <= last && from <= c.to);
        let mut told: Vec<(Day, String)> = closures
            .map(|c| {
                let msg = Msg::new("leaflet-closed-span").with("from", c.from).with("to", c.to);
                let one = Msg::new("leaflet-closed-day").with("day", c.from);
                (c.from, self.tell(if c.from == c.to { &one } else { &msg }))
            })
            .collect();
        told.extend(from.to(last).filter(|day| calendar.closure(*day).is_none()).filter_map(|day| {
            let holiday = calendar.holiday(day).filter(|_| calendar.opening.opens(day))?;
            let msg = Msg::new("leaflet-closed-holiday").with("day", day).with("why", Msg::new(holiday.word()));
            Some((day, self.tell(&msg)))
        }));
        told.sort();
        let lines: Vec<Fact> = told.into_iter().map(|(_, said)| Fact::plain(capital(&said))).collect();
        (!lines.is_empty()).then(|| Block { title: self.words.t("leaflet-closures"), lines, ..Block::default() })
    }

    /// Whom to call while the centre is closed: the numbers of the whole country, and the pharmacies.
    pub(super) fn numbers(&self, directory: &[Contact]) -> Block {
        let figures = |phone: &str| phone.chars().filter(char::is_ascii_digit).collect::<String>();
        let is_told = |contact: &&Contact| {
            let figures = figures(&contact.what.phone);
            match contact.what.kind {
                ContactKind::Pharmacy => !figures.is_empty(),
                ContactKind::Emergency => (1..=NATIONAL).contains(&figures.len()) && !ALWAYS.contains(&&*figures),
                _ => false,
            }
        };
        let line = |contact: &Contact| {
            let parts = [&contact.what.phone, &contact.what.hours];
            let parts =
                parts.into_iter().filter(|part| !part.is_empty()).map(|part| clean::line(&secret::masked(part)));
            Fact::of(clean::line(&secret::masked(&contact.what.name)), parts.collect::<Vec<_>>().join(", "))
        };
        let lines = [("leaflet-vital", "leaflet-vital-numbers"), ("leaflet-doctor-on-call", "leaflet-doctor-number")]
            .map(|(label, numbers)| Fact::of(self.words.t(label), self.words.t(numbers)));
        let lines = lines.into_iter().chain(directory.iter().filter(is_told).map(line)).collect();
        Block { title: self.words.t("leaflet-when-closed"), lines, ..Block::default() }
    }
}
