//! Who has what is lent, in a few words: on the page of an asset, in the grid of the rooms, in forms and on paper.

use super::Words;
use crate::domain::collective::Listed;
use crate::domain::record::{Booking, Tenant};
use crate::domain::rooms::{Half, User};
use crate::domain::{HalfDay, Msg, Rota, Stay};

/// Says whose bookings are.
#[derive(Debug, Clone, Copy)]
pub struct LentWords<'a> {
    pub words: &'a Words,
    pub rota: &'a Rota,
    /// The occupants that are known.
    pub tenants: &'a [Listed<Tenant>],
    /// Stays that may be too long ago for the rota.
    pub stays: &'a [Stay],
}

impl LentWords<'_> {
    /// `Dr Vidal`, `Mme Petit`, or whoever was written.
    #[must_use]
    pub fn whose(&self, booking: &Booking) -> String {
        if let Some(id) = booking.stay {
            let stay = self.stays.iter().find(|stay| stay.id == id).or_else(|| self.rota.stays.numbered(id));
            return stay.map_or_else(|| self.words.t("lent-a-stay"), |stay| self.rota.people.short(stay.doctor));
        }
        if let Some(id) = booking.tenant {
            let tenant = self.tenants.iter().find(|tenant| tenant.what.id == id);
            return tenant.map_or_else(|| self.words.t("lent-a-tenant"), |tenant| tenant.what.name.clone());
        }
        booking.whom.clone()
    }

    /// Who has a room.
    #[must_use]
    pub fn user(&self, user: User<'_>) -> String {
        match user {
            User::Booked(booking) => self.whose(&booking.what),
            User::Post(stay) => self.rota.people.short(stay.doctor),
        }
    }

    /// `mar. 2 mars matin`
    #[must_use]
    pub fn half(&self, (day, half): Half) -> String {
        format!("{} {}", self.words.day(day), self.words.t(word(half)))
    }

    /// `Dr Vidal S10 (mar. 2 mars matin, 2 demi-journées)`
    #[must_use]
    pub fn needs(&self, stay: &Stay, halves: &[Half]) -> String {
        let first = halves.first().map(|half| self.half(*half)).unwrap_or_default();
        let msg = Msg::new("lent-needs")
            .with("who", self.rota.people.short(stay.doctor))
            .with("week", stay.week())
            .with("first", first)
            .with("count", halves.len());
        self.words.say(&msg)
    }
}

/// The name of a half-day.
#[must_use]
pub const fn word(half: HalfDay) -> &'static str {
    match half {
        HalfDay::Morning => "half-days-morning",
        HalfDay::Afternoon => "half-days-afternoon",
    }
}
