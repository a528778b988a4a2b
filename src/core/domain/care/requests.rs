//! The unplanned requests of some days, counted once each: what the survey of a week and the figures take of them.

use super::super::agenda::half_day_kind;
use super::super::record::{Offered, Request};
use super::super::{Day, DecidedHalfDay, HalfDay, HalfDayKind, Period, PostId, Rota};

/// What was offered to those who called, each counted once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub today: u32,
    pub tomorrow: u32,
    pub other: u32,
    /// To the 15 or the 116 117.
    pub sent: u32,
    pub refused: u32,
}

impl Counts {
    /// All of them.
    #[must_use]
    pub const fn all(&self) -> u32 {
        self.today + self.tomorrow + self.other + self.sent + self.refused
    }
}

/// The requests of a period.
#[must_use]
pub fn counts<'a>(requests: impl Iterator<Item = &'a Request>, period: Period) -> Counts {
    let mut found = Counts::default();
    for request in requests.filter(|request| period.contains(request.on_day)) {
        *match request.offered {
            Offered::Today => &mut found.today,
            Offered::Tomorrow => &mut found.tomorrow,
            Offered::Other => &mut found.other,
            Offered::Sent => &mut found.sent,
            Offered::Refused => &mut found.refused,
        } += 1;
    }
    found
}

/// How many requests of a day were to be seen that day by the doctor of a post: of the half-day in which they came, the
/// one who sees the unplanned, or who is alone on duty.
#[must_use]
pub fn seen_by<'a>(
    post: PostId,
    day: Day,
    requests: impl IntoIterator<Item = &'a Request>,
    decided: &[DecidedHalfDay],
    rota: &Rota,
) -> u16 {
    let on_duty: Vec<PostId> =
        rota.posts.iter().map(|post| post.id).filter(|post| rota.on_duty(*post, day).is_some()).collect();
    let theirs = |minute: u32| {
        let afternoon = minute >= u32::from(rota.calendar.opening.afternoon.0);
        let half = if afternoon { HalfDay::Afternoon } else { HalfDay::Morning };
        let unplanned = |of: &PostId| half_day_kind(rota, decided, *of, day, half) == HalfDayKind::Unplanned;
        on_duty == [post] || on_duty.iter().copied().filter(unplanned).eq([post])
    };
    let today = requests.into_iter().filter(|request| request.on_day == day && request.offered == Offered::Today);
    u16::try_from(today.filter(|request| theirs(request.minute)).count()).unwrap_or(u16::MAX)
}
