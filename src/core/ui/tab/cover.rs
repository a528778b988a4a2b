//! What the rota tells of a week on a post, in one word and one sign.

pub use crate::domain::planning::{Cover, stays};
use crate::domain::{IsoWeek, PostId};
use crate::ui::{Cx, Glyph, Look, Meaning};

impl Cover {
    /// In the order of a legend.
    pub const LEGEND: [Self; 5] = [Self::Full, Self::Partly, Self::Hoped, Self::Vacant, Self::Closed];

    /// What the week is on that post.
    #[must_use]
    pub fn of(cx: &Cx, post: PostId, week: IsoWeek) -> Self {
        Self::in_rota(&cx.frame.rota, cx.frame.centre.opened, post, week)
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

    /// Identifier of the sign's meaning in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Before => "statistics-before",
            Self::Closed => "statistics-closed",
            Self::Full => "statistics-full",
            Self::Partly => "statistics-partly",
            Self::Hoped => "statistics-hoped",
            Self::Vacant => "statistics-gap",
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
