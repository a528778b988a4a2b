//! A booking of one house, vehicle, room or key: for whom, and for a half-day, a day or some hours.

use super::parts::{self, get};
use super::record::RecordForm;
use super::{Form, Spec};
use crate::domain::collective::Listed;
use crate::domain::lent::{Times, in_the_way};
use crate::domain::record::{Asset, AssetKind, BOOKING, Booking, Tenant, Written};
use crate::domain::rights::Right;
use crate::domain::rooms::hours;
use crate::domain::{Day, HalfDay, Msg, Rev, Stay, StayState};
use crate::protocol::{DraftKey, Page, Query, Raw};
use crate::ui::Cx;
use crate::ui::layer::help::Topic;
use crate::ui::widget::choice::Options;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::words::lent::LentWords;

/// What is not asked for of a room or a vehicle.
const ONE: &[&str] = &["asset", "tenant", "places", "follows", "kilometres", "charge", "damage", "lost"];
/// What is not asked for of a house.
const GUESTS: &[&str] = &["asset", "tenant", "follows", "kilometres", "charge", "damage", "lost"];
/// What is not asked for of a key: it is out until it is back.
const KEY: &[&str] =
    &["asset", "tenant", "places", "follows", "to_day", "to_minute", "kilometres", "charge", "damage", "lost"];

/// For how long: what the hours follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Span {
    Half(HalfDay),
    Day,
    /// Hours as they are typed.
    Hours,
}

impl Span {
    const ALL: [Self; 4] = [Self::Half(HalfDay::Morning), Self::Half(HalfDay::Afternoon), Self::Day, Self::Hours];

    const fn word(self) -> &'static str {
        match self {
            Self::Half(HalfDay::Morning) => "booking-morning",
            Self::Half(HalfDay::Afternoon) => "booking-afternoon",
            Self::Day => "booking-day",
            Self::Hours => "booking-hours",
        }
    }

    /// The hours of it, where they follow from it.
    const fn hours(self, cx: &Cx) -> Option<(u16, u16)> {
        let opening = &cx.frame.centre.opening;
        match self {
            Self::Half(half) => Some(hours(half, opening)),
            Self::Day => Some((opening.morning.0, opening.afternoon.1)),
            Self::Hours => None,
        }
    }
}

/// A booking of an asset, new or known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookingForm {
    form: RecordForm,
    asset: Asset,
    known: Option<i64>,
    /// What a new one begins with.
    span: Span,
    bookings: Vec<Listed<Booking>>,
    tenants: Vec<Listed<Tenant>>,
    stays: Vec<Stay>,
}

impl BookingForm {
    /// A booking that is there already.
    #[must_use]
    pub fn of(asset: &Asset, known: Written, cx: &Cx) -> Self {
        let id = known.id;
        Self::with(asset, RecordForm::new(&BOOKING, Some(known)), Some(id), Span::Hours, cx)
    }

    /// A new one on a half-day, or on that whole day.
    #[must_use]
    pub fn new(asset: &Asset, (day, half): (Day, Option<HalfDay>), cx: &Cx) -> Self {
        let span = half.map_or(Span::Day, Span::Half);
        let (from_minute, to_minute) = span.hours(cx).unwrap_or((0, 0));
        let mut times = Times { from_day: day, from_minute, to_day: Some(day), to_minute };
        if asset.kind == AssetKind::Key {
            (times.from_minute, times.to_day, times.to_minute) = (cx.now.minute, None, 0);
        }
        let form = RecordForm::new(&BOOKING, None);
        Self::with(asset, form.on(Booking::of_asset(asset.id, times).values(), &[]), None, span, cx)
    }

    fn with(asset: &Asset, form: RecordForm, known: Option<i64>, span: Span, cx: &Cx) -> Self {
        let fixed = match asset.kind {
            AssetKind::House => GUESTS,
            AssetKind::Vehicle | AssetKind::Room => ONE,
            AssetKind::Key => KEY,
        };
        let form = form.fixing(fixed).offering("stay", stays(cx)).about(asset.name.clone());
        let (bookings, tenants, stays) = (Vec::new(), Vec::new(), Vec::new());
        Self { form, asset: asset.clone(), known, span, bookings, tenants, stays }
    }

    fn asks_for_how_long(&self) -> bool {
        self.known.is_none() && self.asset.kind != AssetKind::Key
    }
}

/// The stays that something can be booked for, the next first; none at first.
fn stays(cx: &Cx) -> Options {
    let rota = &cx.frame.rota;
    let ahead = rota.stays.ending_from(cx.now.day).filter(|stay| stay.state != StayState::Cancelled);
    let said = |stay: &Stay| format!("{} · {}", rota.people.short(stay.doctor), cx.words.week(stay.week()));
    let none = (String::new(), cx.t("booking-no-stay"));
    std::iter::once(none).chain(ahead.map(|stay| (stay.id.to_string(), said(stay)))).collect()
}

impl Form for BookingForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let mut spec = self.form.spec(cx);
        if self.asks_for_how_long() {
            let spans = parts::options(&Span::ALL, Span::word, cx);
            let at = spec.fields.iter().position(|field| field.name == "from_minute").unwrap_or(0);
            spec.fields.insert(at, Field::new("span", "booking-span", FieldKind::Choice(spans)));
            spec.raw.insert("span".to_owned(), self.span.word().to_owned());
        }
        spec
    }

    fn follows(&self, raw: &Raw, cx: &Cx) -> Raw {
        if !self.asks_for_how_long() {
            return Raw::new();
        }
        let kept = |name: &'static str| (name, get(raw, name).to_owned());
        let [from, to] = match parts::chosen(&Span::ALL, Span::word, get(raw, "span")).and_then(|span| span.hours(cx)) {
            Some((from, to)) => [("from_minute", cx.words.time(from)), ("to_minute", cx.words.time(to))],
            None => [kept("from_minute"), kept("to_minute")],
        };
        parts::raw([from, to, ("to_day", get(raw, "from_day").to_owned())])
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = self.form.read(raw, cx);
        let values = self.form.values(&mut Reading::default(), raw, cx);
        if values.number("stay").is_some() {
            reading.hidden.push("whom");
        }
        let booking = Booking::of(&Written { id: self.known.unwrap_or(0), rev: Rev(0), values, by: None });
        let others: Vec<Booking> =
            self.bookings.iter().filter(|b| Some(b.row.id) != self.known).map(|b| b.what.clone()).collect();
        if let Some(other) = booking.as_ref().and_then(|booking| in_the_way(booking, &self.asset, &others)) {
            let words = LentWords { words: cx.words, rota: &cx.frame.rota, tenants: &self.tenants, stays: &self.stays };
            let why = Msg::new("store-lent").with("what", self.asset.name.as_str()).with("who", words.whose(other));
            reading.wrong("from_day", why);
            reading.ask = None;
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        self.form.draft()
    }

    fn topic(&self) -> Topic {
        self.form.topic()
    }

    fn right(&self) -> Right {
        self.form.right()
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Asset(self.asset.id))
    }

    fn receive(&mut self, page: &Page) -> Raw {
        if let Page::Asset(Some(file)) = page
            && file.asset.what.id == self.asset.id
        {
            self.bookings.clone_from(&file.bookings);
            self.tenants.clone_from(&file.tenants);
            self.stays.clone_from(&file.stays);
        }
        Raw::new()
    }

    fn theirs(&self) -> Option<Query> {
        self.form.theirs()
    }

    fn renew(&mut self, page: &Page, cx: &Cx) -> bool {
        self.form.renew(page, cx)
    }
}
