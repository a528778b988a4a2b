//! An occupant of a room: which room, which half-days, who has them already, and the post that works there (rule 40).

use super::record::RecordForm;
use super::{Form, Spec};
use crate::domain::prepared::Prepared;
use crate::domain::record::{Asset, AssetKind, Booking, TENANT, Tenant, Value, Values, Written};
use crate::domain::rights::Right;
use crate::domain::rooms::{Rooms, taken};
use crate::domain::{Day, Msg, Period, Rev};
use crate::protocol::{DraftKey, Page, Query, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Hint, Reading};
use crate::ui::{Ask, Cx, Meaning};
use crate::words::lent::LentWords;

/// Stays that are named where an occupant and a post need one room.
const NAMED: usize = 3;

/// An occupant, new or known, with the rooms there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TenantForm {
    form: RecordForm,
    known: Option<i64>,
    /// The first day of which the bookings are asked for.
    today: Day,
    /// What is lent from then on.
    lent: Prepared,
}

impl TenantForm {
    /// The form of an occupant; without a room to lend, what to do first.
    #[must_use]
    pub fn open(known: Option<Written>, room: Option<i64>, assets: &[Written], cx: &Cx) -> Ask {
        let rooms = assets.iter().filter_map(Asset::of).filter(|asset| asset.kind == AssetKind::Room);
        let rooms: Vec<_> = rooms.map(|room| (room.id.to_string(), room.name)).collect();
        if rooms.is_empty() {
            return Ask::tell(Msg::new("tenant-no-room"));
        }
        let id = known.as_ref().map(|known| known.id);
        let preset: Values = room.map(|room| ("asset", Value::Number(room))).into_iter().collect();
        let form = RecordForm::new(&TENANT, known).on(preset, &[]).offering("asset", rooms);
        Ask::open(Self { form, known: id, today: cx.now.day, lent: Prepared::default() })
    }

    /// What is typed, as far as it is enough to know who is in the way.
    fn tenant(&self, raw: &Raw, cx: &Cx) -> Option<Tenant> {
        let values = self.form.values(&mut Reading::default(), raw, cx);
        Tenant::of(&Written { id: self.known.unwrap_or(0), rev: Rev(0), values, by: None })
            .filter(|tenant| tenant.from <= tenant.to)
    }

    /// Says who has the room already, and which doctors work in it.
    fn weigh(&self, reading: &mut Reading, tenant: &Tenant, cx: &Cx) {
        let words = LentWords { words: cx.words, rota: &cx.frame.rota, tenants: &self.lent.tenants, stays: &[] };
        let Some(room) = self.lent.asset(tenant.asset) else { return };
        let others: Vec<Booking> =
            self.lent.bookings.iter().map(|b| b.what.clone()).filter(|b| b.tenant != Some(tenant.id)).collect();
        if let Some((day, other)) = taken(tenant, self.today, room, &others, &cx.frame.centre.opening) {
            let why = Msg::new("store-lent").with("what", room.name.as_str()).with("who", words.whose(other));
            reading.wrong("half_days", Msg::new("store-lent-on").with("day", day).with("why", why));
            reading.ask = None;
        }
        let there = Rooms { rota: &cx.frame.rota, known: &self.lent }.stays_before(tenant, self.today);
        if let (Some(post), false) = (room.post, there.is_empty()) {
            let who = there.iter().take(NAMED).map(|(stay, halves)| words.needs(stay, halves)).collect::<Vec<_>>();
            let msg = Msg::new("tenant-post")
                .with("room", room.name.as_str())
                .with("post", cx.frame.rota.post_name(post))
                .with("who", who.join(", "))
                .with("more", there.len().saturating_sub(NAMED));
            reading.hints.push(Hint { field: "half_days", meaning: Meaning::Watch, text: cx.words.say(&msg) });
        }
    }
}

impl Form for TenantForm {
    fn spec(&self, cx: &Cx) -> Spec {
        self.form.spec(cx)
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = self.form.read(raw, cx);
        if let Some(tenant) = self.tenant(raw, cx) {
            self.weigh(&mut reading, &tenant, cx);
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
        Some(Query::Lent(Period { from: self.today, to: Day(i32::MAX) }))
    }

    fn receive(&mut self, page: &Page) -> Raw {
        if let Page::Lent(Period { from, to: Day(i32::MAX) }, lent) = page
            && *from == self.today
        {
            self.lent = (**lent).clone();
        }
        Raw::new()
    }

    /// A post that works in the room is asked about, not refused.
    fn asks_twice(&self) -> bool {
        true
    }

    fn theirs(&self) -> Option<Query> {
        self.form.theirs()
    }

    fn renew(&mut self, page: &Page, cx: &Cx) -> bool {
        self.form.renew(page, cx)
    }
}

#[cfg(test)]
mod tests;
