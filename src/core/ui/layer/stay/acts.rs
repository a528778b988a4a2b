//! What the keys of a stay's page do.

use super::{Part, StayLayer, is_off, rewrite, tell};
use crate::domain::act::{Act, RecordAct};
use crate::domain::collective::Listed;
use crate::domain::lent::Times;
use crate::domain::light::{Needed, Standing};
use crate::domain::prepared::StayFile;
use crate::domain::record::{
    Anchor, Asset, AssetKind, BOOKING, Belongs, Booking, PAPER, Paper, STAY_COST, TASK, TRAVEL, Task, TaskState, Value,
    Values,
};
use crate::domain::{Msg, Role};
use crate::ui::form::record::RecordForm;
use crate::ui::form::stay::StayForm;
use crate::ui::register::remove;
use crate::ui::widget::choice::Options;
use crate::ui::{Ask, Cx, Goto};

/// What a booking is not asked for when it is made or changed.
const BOOKED: &[&str] = &["stay", "whom", "follows", "kilometres", "charge", "damage", "lost"];

/// What is not asked for when a vehicle comes back.
const RETURNED: &[&str] = &["whom", "from_day", "from_minute", "places", "follows", "lost", "note"];

/// What is not asked for when a key is handed out.
const HANDED_OUT: &[&str] =
    &["stay", "whom", "to_day", "to_minute", "places", "follows", "kilometres", "charge", "damage", "lost"];

/// What is not asked for of a key that is lost.
const LOST: &[&str] =
    &["whom", "from_day", "from_minute", "to_day", "to_minute", "places", "follows", "kilometres", "charge", "damage"];

impl StayLayer {
    /// Goes into a part: its form, or its place.
    pub(super) fn open(&self, part: Part, cx: &Cx) -> Option<Ask> {
        let file = self.file()?;
        match part {
            Part::Stay if is_off(&file.stay) => Some(tell("store-stay-is-cancelled")),
            Part::Stay => match cx.frame.kept_stay(self.stay) {
                Some(kept) => Some(Ask::open(StayForm::of(kept))),
                None => Some(Ask::tell(Msg::new("volunteer-stay-old").with("week", file.stay.week()))),
            },
            Part::Task(id) => {
                let fixed = &["doctor", "made_on"];
                Some(Ask::open(RecordForm::new(&TASK, Some(self.task(id)?.row.clone())).on(Values::default(), fixed)))
            }
            Part::NoTask => self.add_task(cx),
            Part::Settled | Part::Checked => None,
            Part::Paper(kind) => Self::paper_form(file, kind, cx),
            Part::Lent(kind, None) => self.book(kind, cx),
            Part::Lent(kind, Some(id)) => {
                let booking = self.booking(id)?;
                let fixed = if kind == AssetKind::Key { HANDED_OUT } else { BOOKED };
                let form = RecordForm::new(&BOOKING, Some(booking.row.clone())).on(Values::default(), fixed);
                Some(Ask::open(form.offering("asset", assets(file, kind)).about(Self::about(file, cx))))
            }
            Part::Travel => {
                let known = file.known.travel(self.stay).map(|travel| travel.row.clone());
                Some(Ask::open(
                    RecordForm::new(&TRAVEL, known).on(self.on_stay(), &["stay"]).about(Self::about(file, cx)),
                ))
            }
            Part::Cost => {
                let known = file.known.cost(self.stay).map(|cost| cost.row.clone());
                let form = RecordForm::new(&STAY_COST, known).on(self.on_stay(), &["stay"]);
                Some(Ask::open(form.about(Self::about(file, cx))))
            }
            Part::Hanging => Some(Ask::Goto(Goto::Transmission(self.stay))),
        }
    }

    /// Settles a part by one key: a task is done or to do again, a paper goes one step on, a vehicle or a key comes back.
    pub(super) fn settle(&self, part: Part, cx: &Cx) -> Option<Ask> {
        let file = self.file()?;
        match part {
            Part::Task(id) => {
                let task = self.task(id)?;
                if let Some(first) = task.what.waits_for(&file.known.tasks).filter(|_| task.what.is_open()) {
                    return Some(Ask::tell(Msg::new("task-waits").with("first", first.what.as_str())));
                }
                let settled = if task.what.state == TaskState::ToDo {
                    Task {
                        state: TaskState::Done,
                        settled_on: Some(cx.now.day),
                        settled_by: Some(cx.session.who.person),
                        ..task.what.clone()
                    }
                } else {
                    Task {
                        state: TaskState::ToDo,
                        settled_on: None,
                        settled_by: None,
                        reason: String::new(),
                        ..task.what.clone()
                    }
                };
                Some(rewrite(&TASK, &task.row, settled.values()))
            }
            Part::Paper(kind) => {
                let found = Self::papers(file, cx);
                let needed = found.iter().find(|needed| needed.kind.row.id == kind)?;
                match next_step(needed, file, cx) {
                    Some(ask) => Some(ask),
                    // What is wrong with it is said in its form.
                    None => Self::paper_form(file, kind, cx),
                }
            }
            Part::Lent(AssetKind::Key, Some(id)) => {
                let booking = self.booking(id)?;
                if booking.what.times.to_day.is_some() {
                    return Some(tell("key-is-back"));
                }
                let mut back = booking.what.clone();
                (back.times.to_day, back.times.to_minute) =
                    (Some(cx.now.day), cx.now.minute.max(back.times.from_minute + 1));
                Some(rewrite(&BOOKING, &booking.row, back.values()))
            }
            Part::Lent(AssetKind::Vehicle, Some(id)) => {
                let row = self.booking(id)?.row.clone();
                let form = RecordForm::new(&BOOKING, Some(row)).on(Values::default(), RETURNED);
                Some(Ask::open(form.about(cx.t("booking-return"))))
            }
            Part::NoTask => self.add_task(cx),
            Part::Settled | Part::Checked => None,
            Part::Lent(..) | Part::Stay | Part::Travel | Part::Cost | Part::Hanging => self.open(part, cx),
        }
    }

    /// What a stay does not need: a task with why, a house or a vehicle; a key that is lost, with how.
    pub(super) fn not_needed(&self, part: Part, cx: &Cx) -> Option<Ask> {
        match part {
            Part::Task(id) => {
                let task = self.task(id)?;
                let mut row = task.row.clone();
                row.values = Task {
                    state: TaskState::NotNeeded,
                    settled_on: Some(cx.now.day),
                    settled_by: Some(cx.session.who.person),
                    ..task.what.clone()
                }
                .values();
                let fixed = &[
                    "what",
                    "doctor",
                    "anchor",
                    "days",
                    "on_day",
                    "owner",
                    "person",
                    "before_arrival",
                    "after",
                    "state",
                    "settled_on",
                    "settled_by",
                    "made_on",
                ];
                let form = RecordForm::new(&TASK, Some(row)).on(Values::default(), fixed);
                Some(Ask::open(form.about(format!("{} · {}", task.what.what, cx.t("task-not-needed")))))
            }
            Part::Lent(AssetKind::Key, Some(id)) => {
                let booking = self.booking(id)?;
                let mut row = booking.row.clone();
                row.values = row.values.with("to_day", cx.now.day.into());
                let minute = cx.now.minute.max(booking.what.times.from_minute + 1);
                row.values = row.values.with("to_minute", u32::from(minute).into());
                let form = RecordForm::new(&BOOKING, Some(row)).on(Values::default(), LOST);
                Some(Ask::open(form.about(cx.t("booking-key-lost"))))
            }
            Part::Lent(AssetKind::House | AssetKind::Vehicle, Some(id)) => {
                let booking = self.booking(id)?;
                let none = Booking { places: 0, follows: true, ..booking.what.clone() };
                Some(rewrite(&BOOKING, &booking.row, none.values()))
            }
            Part::Lent(kind @ (AssetKind::House | AssetKind::Vehicle), None) => self.needs_none(kind),
            _ => None,
        }
    }

    /// Says that a stay which has no house or vehicle needs none, or that it needs one after all.
    fn needs_none(&self, kind: AssetKind) -> Option<Ask> {
        let file = self.file()?;
        let said = file
            .known
            .bookings
            .iter()
            .find(|b| b.what.places == 0 && file.known.asset(b.what.asset).is_some_and(|a| a.kind == kind));
        if let Some(said) = said {
            return Some(remove(&BOOKING, &said.row));
        }
        let asset = file.known.assets.iter().find(|a| a.what.kind == kind)?;
        let travel = file.known.travel(self.stay).map(|travel| &travel.what);
        let none = Booking { places: 0, ..Booking::wanted(&asset.what, &file.stay, travel) };
        Some(Ask::act(Act::Record(RecordAct::Put(&BOOKING, None, none.values()))))
    }

    /// Takes a part away, asking first.
    pub(super) fn remove(&self, part: Part, cx: &Cx) -> Option<Ask> {
        let file = self.file()?;
        let yes = match part {
            Part::Task(id) => remove(&TASK, &self.task(id)?.row),
            Part::Paper(kind) => {
                let papers = Self::papers(file, cx);
                remove(&PAPER, &papers.iter().find(|needed| needed.kind.row.id == kind)?.paper?.row)
            }
            Part::Lent(_, Some(id)) => remove(&BOOKING, &self.booking(id)?.row),
            Part::Travel => remove(&TRAVEL, &file.known.travel(self.stay)?.row),
            Part::Cost => remove(&STAY_COST, &file.known.cost(self.stay)?.row),
            Part::Stay | Part::NoTask | Part::Settled | Part::Checked | Part::Lent(_, None) | Part::Hanging => {
                return None;
            }
        };
        Some(Ask::Confirm { question: Msg::new("stay-remove-part"), yes: vec![yes], danger: false })
    }

    /// A task of the stay's own.
    pub(super) fn add_task(&self, cx: &Cx) -> Option<Ask> {
        let file = self.file()?;
        if is_off(&file.stay) {
            return Some(tell("store-stay-is-cancelled"));
        }
        let task = Task {
            stay: self.stay,
            doctor: file.stay.doctor,
            what: String::new(),
            anchor: Anchor::Arrival,
            days: 0,
            on_day: None,
            owner: Role::Coordination,
            person: None,
            before_arrival: false,
            after: String::new(),
            state: TaskState::ToDo,
            settled_on: None,
            settled_by: None,
            reason: String::new(),
            made_on: cx.now.day,
        };
        let fixed = &["stay", "doctor", "state", "settled_on", "settled_by", "reason", "made_on"];
        Some(Ask::open(RecordForm::new(&TASK, None).on(task.values(), fixed).about(Self::about(file, cx))))
    }

    /// What is lent of a kind: the form of what the stay has, or of a new booking.
    pub(super) fn open_lent(&self, kind: AssetKind, cx: &Cx) -> Option<Ask> {
        let has = self.file()?.known.lent_to(self.stay, kind).next().map(|(_, booking)| booking.row.id);
        self.open(Part::Lent(kind, has), cx)
    }

    /// Hands out one more of a kind.
    pub(super) fn hand_out(&self, kind: AssetKind, cx: &Cx) -> Option<Ask> {
        self.open(Part::Lent(kind, None), cx)
    }

    fn book(&self, kind: AssetKind, cx: &Cx) -> Option<Ask> {
        let file = self.file()?;
        if is_off(&file.stay) {
            return Some(tell("store-stay-is-cancelled"));
        }
        let offered = assets(file, kind);
        let Some((first, _)) = offered.first() else { return Some(tell("asset-none-of-kind")) };
        let travel = file.known.travel(self.stay).map(|travel| &travel.what);
        let mut times = Times::of_stay(&file.stay, travel);
        if kind == AssetKind::Key {
            // It is handed out as it is noted.
            (times.from_day, times.from_minute) = (cx.now.day.max(file.stay.from.plus(-7)), cx.now.minute);
            (times.to_day, times.to_minute) = (None, 0);
        }
        let guests = travel.map_or(1, |travel| travel.companions + 1);
        let values = [
            ("asset", first.parse().map_or(Value::Empty, Value::Number)),
            ("stay", Value::Number(self.stay.0)),
            ("places", if kind == AssetKind::House { guests.into() } else { 1.into() }),
            ("follows", (kind == AssetKind::House || kind == AssetKind::Vehicle).into()),
        ];
        let preset: Values = values.into_iter().chain(times.values()).collect();
        let fixed = if kind == AssetKind::Key { HANDED_OUT } else { BOOKED };
        let form = RecordForm::new(&BOOKING, None).on(preset, fixed).offering("asset", offered);
        Some(Ask::open(form.about(Self::about(file, cx))))
    }

    fn paper_form(file: &StayFile, kind: i64, cx: &Cx) -> Option<Ask> {
        let found = Self::papers(file, cx);
        let needed = found.iter().find(|needed| needed.kind.row.id == kind)?;
        let name = needed.kind.what.name.clone();
        let form = match needed.paper {
            Some(paper) => RecordForm::new(&PAPER, Some(paper.row.clone())).on(Values::default(), &["person"]),
            None => RecordForm::new(&PAPER, None).on(blank(needed, file).values(), &["kind", "person", "stay"]),
        };
        Some(Ask::open(form.about(name)))
    }

    fn task(&self, id: i64) -> Option<&Listed<Task>> {
        self.file()?.known.tasks.iter().find(|task| task.row.id == id)
    }

    fn booking(&self, id: i64) -> Option<&Listed<Booking>> {
        self.file()?.known.bookings.iter().find(|booking| booking.row.id == id)
    }

    fn on_stay(&self) -> Values {
        [("stay", Value::Number(self.stay.0))].into_iter().collect()
    }

    /// `Dr Vidal, S50`
    fn about(file: &StayFile, cx: &Cx) -> String {
        format!("{}, {}", cx.frame.rota.people.short(file.stay.doctor), cx.words.week(file.stay.week()))
    }
}

/// A paper of which nothing has come yet.
fn blank(needed: &Needed<'_>, file: &StayFile) -> Paper {
    Paper {
        kind: needed.kind.what.id,
        person: file.stay.doctor,
        stay: (needed.kind.what.belongs == Belongs::Stay).then_some(file.stay.id),
        asked_on: None,
        received_on: None,
        dated: None,
        valid_until: None,
        checked_on: None,
        checked_by: None,
        refused: false,
        note: String::new(),
    }
}

/// The step that comes next for a paper: asked for, received, checked; nothing where it is there, or wrong.
fn next_step(needed: &Needed<'_>, file: &StayFile, cx: &Cx) -> Option<Ask> {
    let today = Some(cx.now.day);
    let mut paper = needed.paper.map_or_else(|| blank(needed, file), |paper| paper.what.clone());
    match needed.standing {
        Standing::Missing => paper.asked_on = today,
        Standing::Asked(_) => paper.received_on = today,
        Standing::Received(_) => (paper.checked_on, paper.checked_by) = (today, Some(cx.session.who.person)),
        Standing::Refused | Standing::Ends(_) | Standing::Late(_) | Standing::Checked(_) => return None,
    }
    let put = || Act::Record(RecordAct::Put(&PAPER, None, paper.values()));
    Some(needed.paper.map_or_else(|| Ask::act(put()), |known| rewrite(&PAPER, &known.row, paper.values())))
}

/// The assets of a kind that are lent, as options: of the stay's own post first.
fn assets(file: &StayFile, kind: AssetKind) -> Options {
    let lent = |a: &&Listed<Asset>| a.what.kind == kind && a.what.retired_on.is_none_or(|last| last >= file.stay.from);
    let mut found: Vec<_> = file.known.assets.iter().filter(lent).collect();
    found.sort_by_key(|a| (a.what.post != Some(file.stay.post), !a.what.by_default, a.what.id));
    found.into_iter().map(|a| (a.what.id.to_string(), a.what.name.clone())).collect()
}
