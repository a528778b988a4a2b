//! A stay: who comes, on which post, from which day to which day.

use super::parts::{self, get};
use super::{Form, Spec, doctor, draft_of, option};
use crate::domain::act::{NewPerson, NewStay, StayAct};
use crate::domain::draft::phone;
use crate::domain::prepared::Prepared;
use crate::domain::rights::Right;
use crate::domain::rooms::Rooms;
use crate::domain::{
    Day, DoctorFacts, IsoWeek, Msg, Period, PersonId, PostId, Role, Stay, StayId, StayState, short_stay,
};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::widget::form::{Field, FieldKind, Hint, Reading};
use crate::ui::{Ask, Cx, Meaning};
use crate::words::lent::LentWords;

/// The doctor who is made known with the stay.
const NEW: &str = "new";

/// States one gives a stay here; it is cancelled elsewhere, with its reason.
const STATES: [StayState; 3] = [StayState::Considered, StayState::Option, StayState::Confirmed];

/// A new stay, its post, week and doctor preset where they are known, or an existing one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StayForm {
    pub known: Option<Kept<Stay>>,
    pub post: Option<PostId>,
    pub week: Option<IsoWeek>,
    pub doctor: Option<PersonId>,
    /// Who has the rooms, once that is known.
    pub lent: Prepared,
}

impl StayForm {
    /// A stay that is there already.
    #[must_use]
    pub fn of(known: Kept<Stay>) -> Self {
        Self { known: Some(known), ..Self::default() }
    }

    /// The last day of an option, which nothing else has; what is not asked for stays.
    fn held_until(
        &self,
        reading: &mut Reading,
        raw: &Raw,
        state: StayState,
        from: Option<Day>,
        cx: &Cx,
    ) -> Option<Day> {
        if state != StayState::Option {
            reading.hidden.push("until");
            return None;
        }
        let until = parts::day(reading, raw, "until", cx)?;
        let known = self.known.as_ref().and_then(|known| known.what.held_until);
        match until {
            // One that is over already stays until somebody settles it.
            Some(until) if Some(until) == known => {}
            Some(until) => option::held_until(reading, "until", until, from.unwrap_or(until), cx),
            None => reading.advise("until", cx.t("option-until-how")),
        }
        until
    }

    /// Says which occupants have the room of the post, and since when; nothing is moved by itself (rule 40).
    fn tenants(&self, reading: &mut Reading, new: &NewStay, cx: &Cx) {
        if new.state != StayState::Confirmed {
            return;
        }
        let words = LentWords { words: cx.words, rota: &cx.frame.rota, tenants: &self.lent.tenants, stays: &[] };
        let rooms = Rooms { rota: &cx.frame.rota, known: &self.lent };
        for (room, tenant, halves) in rooms.tenants_before(new.post, new.from, new.to) {
            let first = halves.first().map(|half| words.half(*half)).unwrap_or_default();
            let msg = Msg::new("forms-stay-tenant")
                .with("room", room.name.as_str())
                .with("who", tenant.name.as_str())
                .with("since", tenant.from)
                .with("first", first)
                .with("count", halves.len());
            reading.hints.push(Hint { field: "from", meaning: Meaning::Watch, text: cx.words.say(&msg) });
        }
    }
}

/// A doctor who is made known with the stay.
fn new_doctor(reading: &mut Reading, raw: &Raw, unknown: bool, cx: &Cx) -> Option<NewPerson> {
    if !unknown {
        reading.hidden.extend(["given", "family", "phone"]);
        return None;
    }
    let given = parts::needed_line(reading, raw, "given");
    let family = parts::needed_line(reading, raw, "family");
    let phone = parts::maybe(reading, raw, "phone", phone::phone);
    let (given, family, phone) = (given?, family?, phone?);
    doctor::namesake(reading, None, &given, &family, cx);
    Some(NewPerson {
        given,
        family,
        role: Role::Doctor,
        phone,
        email: None,
        presence: [false; 7],
        ended: None,
        doctor: DoctorFacts::default(),
    })
}

impl Form for StayForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let rota = &cx.frame.rota;
        let known = self.known.as_ref().map(|known| &known.what);
        let post = known.map(|s| s.post).or(self.post).or_else(|| rota.posts.first().map(|p| p.id));
        let posts = parts::posts(cx);
        let mut doctors = parts::doctors(known.map(|s| s.doctor), cx);
        if known.is_none() {
            doctors.push((NEW.to_owned(), cx.t("forms-doctor-unknown")));
        }
        let states: Vec<StayState> = match known.map(|s| s.state) {
            Some(StayState::Cancelled) => StayState::ALL.to_vec(),
            _ => STATES.to_vec(),
        };
        // Monday to the last day the centre opens.
        let preset = self.week.map(|w| {
            let calendar = &rota.calendar;
            let last = calendar.last_working(w.monday(), w.sunday()).unwrap_or_else(|| w.sunday());
            (calendar.first_working(w.monday(), w.sunday()).unwrap_or_else(|| w.monday()), last)
        });
        let days = known.map(|s| (s.from, s.to)).or(preset);
        Spec {
            title: cx.t(if known.is_some() { "forms-stay-edit" } else { "forms-stay-new" }),
            intro: Vec::new(),
            fields: vec![
                Field::new("post", "forms-field-post", FieldKind::Choice(posts)),
                Field::new("doctor", "forms-field-doctor", FieldKind::Picker(doctors)),
                Field::line("given", "forms-field-given"),
                Field::line("family", "forms-field-family"),
                Field::short("phone", "forms-field-phone"),
                Field::short("from", "forms-field-from"),
                Field::short("to", "forms-field-to-day"),
                Field::new(
                    "state",
                    "forms-field-state",
                    FieldKind::Choice(parts::options(&states, StayState::word, cx)),
                ),
                Field::short("until", "forms-field-held-until"),
                Field::line("note", "forms-field-stay-note"),
            ],
            raw: parts::raw([
                ("post", post.map(|p| p.to_string()).unwrap_or_default()),
                ("doctor", known.map(|s| s.doctor).or(self.doctor).map(|id| id.to_string()).unwrap_or_default()),
                ("from", parts::typed_day(days.map(|d| d.0), cx)),
                ("to", parts::typed_day(days.map(|d| d.1), cx)),
                ("state", known.map_or(StayState::Confirmed, |s| s.state).word().to_owned()),
                ("until", parts::typed_day(known.and_then(|s| s.held_until), cx)),
                ("note", known.map_or_else(String::new, |s| s.note.clone())),
            ]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let stay = self.known.as_ref().map(|known| known.what.id);
        let post = get(raw, "post").parse().ok().map(PostId);
        if post.is_none() {
            reading.wrong("post", Msg::new("forms-missing-post"));
        } else if cx.frame.rota.posts.len() == 1 {
            reading.hidden.push("post");
        }
        let unknown = get(raw, "doctor") == NEW;
        let new_doctor = new_doctor(&mut reading, raw, unknown, cx);
        // Whose it is says the store, once the doctor is known.
        let doctor = if unknown { Some(PersonId(0)) } else { get(raw, "doctor").parse().ok().map(PersonId) };
        if doctor.is_none() {
            let nobody = !cx.frame.rota.people.0.values().any(|p| p.role == Role::Doctor);
            reading.wrong("doctor", Msg::new(if nobody { "forms-no-doctor" } else { "forms-missing-doctor" }));
        }
        let from = parts::needed_day(&mut reading, raw, "from", cx);
        let to = parts::needed_day(&mut reading, raw, "to", cx);
        let state = parts::chosen(&StayState::ALL, StayState::word, get(raw, "state")).unwrap_or(StayState::Confirmed);
        let held_until = self.held_until(&mut reading, raw, state, from, cx);
        if let (Some(from), Some(to)) = (from, to) {
            if to < from {
                reading.wrong("to", Msg::new("forms-to-before-from"));
            } else if to.0 - from.0 > 365 {
                reading.wrong("to", Msg::new("forms-too-long"));
            } else {
                weigh(&mut reading, from, to, cx);
            }
        }
        let (Some(post), Some(doctor), Some(from), Some(to)) = (post, doctor, from, to) else { return reading };
        let new = NewStay { post, doctor, from, to, state, held_until, note: String::new() };
        clash(&mut reading, stay, &new, cx);
        let note = why(&mut reading, raw, stay, &new, cx);
        self.tenants(&mut reading, &new, cx);
        let new = NewStay { note, ..new };
        if reading.errors.is_empty() {
            reading.ask = Some(Ask::over(
                self.known.as_ref(),
                match (stay, new_doctor) {
                    (Some(id), _) => StayAct::Edit(id, new),
                    (None, Some(doctor)) => StayAct::Enroll(doctor, new),
                    (None, None) => StayAct::Add(new),
                },
            ));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        let key = draft_of("stay", self.known.as_ref().map(|known| known.what.id.0));
        // A new one belongs to the week, the post and the doctor it was begun for: elsewhere one begins anew.
        let post = self.post.map(|post| post.to_string()).unwrap_or_default();
        let doctor = self.doctor.map(|doctor| format!("/{doctor}")).unwrap_or_default();
        Some(self.week.map_or(key.clone(), |week| format!("{key}/{week}/{post}{doctor}")))
    }

    fn right(&self) -> Right {
        Right::Rota
    }

    /// An occupant in the room of the post, or a stay elsewhere, is asked about, not refused.
    fn asks_twice(&self) -> bool {
        true
    }

    fn query(&self) -> Option<Query> {
        let known = self.known.as_ref().map(|known| known.what.from);
        let from = known.or_else(|| self.week.map(IsoWeek::monday)).unwrap_or(Day(i32::MIN));
        Some(Query::Lent(Period { from, to: Day(i32::MAX) }))
    }

    fn receive(&mut self, page: &Page) -> Raw {
        if let Page::Lent(Period { to: Day(i32::MAX), .. }, lent) = page {
            self.lent = (**lent).clone();
        }
        Raw::new()
    }

    /// It may be long over.
    fn theirs(&self) -> Option<Query> {
        self.known.as_ref().map(|_| Query::FrameSince(Day(i32::MIN)))
    }

    fn renew(&mut self, _page: &Page, cx: &Cx) -> bool {
        self.known = self.known.as_ref().and_then(|known| cx.frame.kept_stay(known.what.id));
        self.known.is_some()
    }
}

/// Says which weeks the days lie in, how many are worked, and the holidays among them.
fn weigh(reading: &mut Reading, from: Day, to: Day, cx: &Cx) {
    let calendar = &cx.frame.rota.calendar;
    let (first, last) = (cx.words.week(from.week()), cx.words.week(to.week()));
    let weeks = if from.week() == to.week() { first } else { format!("{first}–{last}") };
    let worked = from.to(to).filter(|d| calendar.is_working(*d)).count();
    reading.understood("to", cx.words.say(&Msg::new("forms-stay-days").with("weeks", weeks).with("count", worked)));
    for (day, holiday) in from.to(to).filter_map(|d| Some((d, calendar.holiday(d)?))) {
        let msg = Msg::new("forms-stay-holiday").with("day", day).with("holiday", Msg::new(holiday.word()));
        reading.advise("to", cx.words.say(&msg));
    }
}

/// Why a stay goes beyond what is asked about: a third short day in a month, whose reason is kept (rule 32); and says
/// when the doctor is confirmed elsewhere on one of these days (rule 31).
fn why(reading: &mut Reading, raw: &Raw, stay: Option<StayId>, new: &NewStay, cx: &Cx) -> String {
    let rota = &cx.frame.rota;
    if new.state == StayState::Confirmed {
        let elsewhere = rota
            .stays
            .between(new.from, new.to)
            .find(|s| s.is_confirmed() && Some(s.id) != stay && s.doctor == new.doctor && s.post != new.post);
        if let Some(other) = elsewhere {
            let msg = Msg::new("forms-stay-both")
                .with("doctor", rota.people.short(new.doctor))
                .with("post", rota.post_name(other.post))
                .with("from", other.from)
                .with("to", other.to);
            reading.hints.push(Hint { field: "doctor", meaning: Meaning::Watch, text: cx.words.say(&msg) });
        }
    }
    let beyond =
        new.state == StayState::Confirmed && short_stay::is_beyond(&rota.stays, new.doctor, (new.from, new.to), stay);
    let kept = get(raw, "note").trim().to_owned();
    if !beyond && kept.is_empty() {
        reading.hidden.push("note");
        return kept;
    }
    let note = parts::line(reading, raw, "note").unwrap_or_default();
    if beyond && note.is_empty() && reading.error("note").is_none() {
        let msg = Msg::new("store-short-stays").with("doctor", rota.people.short(new.doctor));
        reading.wrong("note", msg);
    }
    note
}

/// Who is on the post on one of these days already; confirmed twice is refused (rule 16).
fn clash(reading: &mut Reading, stay: Option<StayId>, new: &NewStay, cx: &Cx) {
    let rota = &cx.frame.rota;
    let wanted = NewStay { state: StayState::Confirmed, ..new.clone() }.stay(stay.unwrap_or(StayId(0)));
    for other in rota.stays.between(new.from, new.to).filter(|s| s.clashes(&wanted)) {
        let msg = Msg::new("forms-stay-clash")
            .with("doctor", rota.people.short(other.doctor))
            .with("from", other.from)
            .with("to", other.to);
        if new.state == StayState::Confirmed {
            reading.wrong("from", msg);
        } else {
            reading.advise("from", cx.words.say(&msg));
        }
    }
}
