//! The charts of the statistics: one row each, which the screen, the workbook and the pictures read.

use super::super::chart::Body;
use super::super::{Period, PostId};
use super::{View, access, activity, care, cover, doctors, panel, relay};

/// What a chart is called, where it stands, and how it is made.
pub struct Plan {
    /// The indicator it draws: its figure stands above it, and its code asks for the picture.
    pub code: &'static str,
    /// Identifier of its title.
    pub title: &'static str,
    /// Identifier of its name on a card, in few letters.
    pub card: &'static str,
    /// The figure that stands second on its card, and the identifier of its name there.
    pub second: Option<(&'static str, &'static str)>,
    /// Identifier of the name of its sheet, at most 31 letters, which is what a spreadsheet takes; none where another
    /// sheet has its numbers.
    pub sheet: Option<&'static str>,
    /// Identifier of what it teaches while it is empty.
    pub empty: &'static str,
    /// Whether it can be drawn for one post among several.
    pub of_a_post: bool,
    /// Whether it adds up since the opening, and so only grows.
    pub adds_up: bool,
    window: fn(&View) -> Period,
    body: fn(&View) -> Body,
}

macro_rules! charts {
    ($($chart:ident { $($field:ident: $value:expr),* $(,)? })*) => {
        /// Which chart, in the order they are leafed through.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ChartCode {
            $($chart),*
        }

        const PLANS: [Plan; [$(stringify!($chart)),*].len()] = [$(Plan { $($field: $value),* }),*];

        impl ChartCode {
            /// Every chart, in the order they are leafed through.
            pub const ALL: [Self; PLANS.len()] = [$(Self::$chart),*];
        }
    };
}

charts! {
    Consultations {
        code: "consultations",
        title: "chart-consultations",
        card: "card-consultations",
        second: Some(("np_share", "card-np-share")),
        // The sheet of the weeks has them.
        sheet: None,
        empty: "statistics-empty-closings",
        of_a_post: true,
        adds_up: false,
        window: |view| view.period,
        body: activity::weekly,
    }
    SinceOpening {
        code: "consultations.since_opening",
        title: "chart-since-opening",
        card: "card-since-opening",
        second: None,
        sheet: Some("xlsx-since-opening"),
        empty: "statistics-empty-closings",
        of_a_post: true,
        adds_up: true,
        window: |view| view.since_opening(),
        body: activity::since_opening,
    }
    Panel {
        code: "panel",
        title: "chart-panel",
        card: "card-panel",
        second: Some(("ald.rate", "card-ald")),
        sheet: Some("xlsx-panel"),
        empty: "statistics-empty-panel",
        of_a_post: false,
        adds_up: false,
        window: |view| view.period,
        body: panel::curve,
    }
    Coverage {
        code: "coverage",
        title: "chart-coverage",
        card: "card-coverage",
        second: Some(("coverage.weeks", "card-weeks")),
        sheet: Some("xlsx-coverage"),
        empty: "statistics-empty-stays",
        of_a_post: true,
        adds_up: false,
        window: |view| view.period,
        body: cover::grid,
    }
    Load {
        code: "per_day",
        title: "chart-load",
        card: "card-per-day",
        second: Some(("fill", "card-fill")),
        sheet: Some("xlsx-load"),
        empty: "statistics-empty-agenda",
        of_a_post: true,
        adds_up: false,
        window: activity::agenda_window,
        body: activity::load,
    }
    Duration {
        code: "duration",
        title: "chart-duration",
        card: "card-duration",
        second: Some(("no_show", "card-no-show")),
        sheet: Some("xlsx-duration"),
        empty: "statistics-empty-agenda",
        of_a_post: true,
        adds_up: false,
        window: activity::agenda_window,
        body: activity::lengths,
    }
    Access {
        code: "tna",
        title: "chart-access",
        card: "card-access",
        second: Some(("np_delay", "card-same-day")),
        sheet: Some("xlsx-access"),
        empty: "statistics-empty-survey",
        of_a_post: false,
        adds_up: false,
        window: |view| view.period,
        body: access::curve,
    }
    Relay {
        code: "handover",
        title: "chart-relay",
        card: "card-relay",
        second: Some(("handover.urgent", "card-urgent")),
        sheet: Some("xlsx-relay"),
        empty: "statistics-empty-stays",
        of_a_post: true,
        adds_up: false,
        window: |view| view.period,
        body: relay::quality,
    }
    Profile {
        code: "doctors",
        title: "chart-profile",
        card: "card-doctors",
        second: Some(("return_rate", "card-return")),
        sheet: Some("xlsx-profile"),
        empty: "statistics-empty-stays",
        of_a_post: true,
        adds_up: false,
        window: |view| view.period,
        body: doctors::profile,
    }
    Origin {
        code: "origin",
        title: "chart-origin",
        card: "card-origin",
        second: Some(("origin.regions", "card-regions")),
        sheet: Some("xlsx-origin"),
        empty: "statistics-empty-stays",
        of_a_post: true,
        adds_up: false,
        window: |view| view.period,
        body: doctors::map,
    }
    Asalee {
        code: "coordination.asalee",
        title: "chart-asalee",
        card: "card-asalee",
        second: Some(("followed.lost", "card-lost")),
        sheet: Some("xlsx-asalee"),
        empty: "statistics-empty-asalee",
        of_a_post: false,
        adds_up: false,
        window: |view| view.period,
        body: care::by_protocol,
    }
}

impl Default for ChartCode {
    fn default() -> Self {
        Self::ALL[0]
    }
}

impl ChartCode {
    /// Its row of the table.
    #[must_use]
    pub const fn plan(self) -> &'static Plan {
        &PLANS[self as usize]
    }

    /// The indicator it draws.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.plan().code
    }
}

/// A chart of a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub code: ChartCode,
    pub window: Period,
    /// Only of this post, where the centre has several.
    pub post: Option<PostId>,
    pub body: Body,
}

/// Every chart of what is seen, in the order they are leafed through.
pub(super) fn all(view: &View) -> Vec<Chart> {
    let post = view.facts.post;
    let drawn = ChartCode::ALL.into_iter().filter(|code| post.is_none() || code.plan().of_a_post);
    drawn
        .map(|code| {
            let plan = code.plan();
            Chart { code, window: (plan.window)(view), post, body: (plan.body)(view) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::CODES;
    use super::*;

    #[test]
    fn every_chart_draws_an_indicator_and_stands_beside_another() {
        let known = |code: &str| CODES.iter().any(|row| row.0 == code);
        for chart in ChartCode::ALL {
            let plan = chart.plan();
            assert!(known(plan.code), "{}", plan.code);
            assert!(plan.second.is_none_or(|(code, _)| known(code)), "{}", plan.code);
        }
    }
}
