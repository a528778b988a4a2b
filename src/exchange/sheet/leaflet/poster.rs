//! The poster for the door: who is here that week, when the centre opens, whom to call when it is closed.

use super::super::SheetCx;
use super::super::said::Said;
use crate::domain::draft::text as clean;
use crate::domain::place::Contact;
use crate::domain::{IsoWeek, Msg};

pub fn say(week: IsoWeek, directory: &[Contact], cx: &SheetCx) -> Said {
    let blocks = [
        Some(cx.doctors(week)),
        cx.team(week),
        Some(cx.hours()),
        Some(cx.numbers(directory)),
        cx.closures(week.monday()),
    ];
    cx.leaflet(
        clean::line(&cx.centre.name),
        vec![cx.week_line(week)],
        week.sunday(),
        blocks.into_iter().flatten().collect(),
    )
}

impl SheetCx<'_> {
    /// `Semaine S49, 30 nov. – 6 déc. 2026`
    pub(super) fn week_line(&self, week: IsoWeek) -> String {
        let days = self.words.span(week.monday(), week.sunday());
        self.tell(&Msg::new("leaflet-week").with("week", self.words.week(week)).with("days", days))
    }
}
