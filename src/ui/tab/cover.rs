//! What the rota tells of a week on a post, in one word and one sign.

use crate::domain::{IsoWeek, PostId, Rota, Stay, StayState};
use crate::ui::{Cx, Glyph, Look, Meaning};

/// How a week on a post is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cover {
    /// Over before the centre opened.
    Before,
    /// No working day in it.
    Closed,
    /// A confirmed doctor on every working day.
    Full,
    /// A confirmed doctor on some working days.
    Partly,
    /// Somebody is hoped for, nobody confirmed.
    Hoped,
    Vacant,
}

impl Cover {
    /// In the order of a legend.
    pub const LEGEND: [Self; 5] = [Self::Full, Self::Partly, Self::Hoped, Self::Vacant, Self::Closed];

    /// What the week is on that post.
    #[must_use]
    pub fn of(cx: &Cx, post: PostId, week: IsoWeek) -> Self {
        let rota = &cx.frame.rota;
        if week.sunday() < cx.frame.centre.opened {
            return Self::Before;
        }
        let mut working = week.days().filter(|d| rota.calendar.is_working(*d)).peekable();
        if working.peek().is_none() {
            return Self::Closed;
        }
        let (filled, empty): (Vec<_>, Vec<_>) = working.partition(|d| rota.on_duty(post, *d).is_some());
        match (filled.is_empty(), empty.is_empty()) {
            (false, true) => Self::Full,
            (false, false) => Self::Partly,
            (true, _) if stays(rota, post, week).next().is_some() => Self::Hoped,
            (true, _) => Self::Vacant,
        }
    }

    /// One column wide, told apart without colour.
    #[must_use]
    pub const fn sign(self, look: &Look) -> &'static str {
        match self {
            Self::Before => " ",
            Self::Closed => look.glyph(Glyph::Closed),
            Self::Full => look.glyph(Glyph::Done),
            Self::Partly if look.ascii => "%",
            Self::Partly => "½",
            Self::Hoped => look.glyph(Glyph::ToDecide),
            Self::Vacant => look.glyph(Glyph::Vacant),
        }
    }

    /// How it stands out.
    #[must_use]
    pub const fn meaning(self) -> Meaning {
        match self {
            Self::Before | Self::Closed => Meaning::Dim,
            Self::Full => Meaning::Good,
            Self::Partly | Self::Hoped => Meaning::Watch,
            Self::Vacant => Meaning::Urgent,
        }
    }
}

/// Stays of a week on a post that were not called off, confirmed ones first.
pub fn stays(rota: &Rota, post: PostId, week: IsoWeek) -> impl Iterator<Item = &Stay> {
    let standing = move |s: &&Stay| {
        s.post == post && s.state != StayState::Cancelled && s.from <= week.sunday() && week.monday() <= s.to
    };
    let hoped = rota.stays.iter().filter(standing).filter(|s| !s.is_confirmed());
    rota.in_week(post, week).chain(hoped)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::tab::fixture_week::Desk;

    #[test]
    fn each_week_is_what_the_rota_says() {
        let desk = Desk::new();
        let cover = |week| Cover::of(&desk.cx(), PostId(1), IsoWeek::new(2026, week).unwrap());
        assert_eq!(cover(40), Cover::Before);
        assert_eq!(cover(46), Cover::Full);
        assert_eq!(cover(47), Cover::Vacant);
        assert_eq!(cover(50), Cover::Hoped);
        assert_eq!(cover(51), Cover::Partly);
        assert_eq!(cover(53), Cover::Closed);
    }
}
