//! The rows of the week's grid: hours where there is little room, shorter slots where there is more.

use super::WeekTab;
use crate::domain::HalfDay;
use crate::domain::centre::Opening;
use crate::ui::Cx;

/// A row between the names of the days and their closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// What takes whole days.
    Whole,
    /// What the half-days are for.
    Kind(HalfDay),
    /// Some minutes; the half-day they belong to, unless the centre is shut then.
    Slot { from: u16, to: u16, half: Option<HalfDay> },
}

impl Row {
    /// Whether the minute lies in the row.
    pub fn holds(self, minute: u16) -> bool {
        matches!(self, Self::Slot { from, to, .. } if from <= minute && minute < to)
    }
}

/// The rows that fit into a height, as fine as may be; when not even hours fit, they are scrolled.
pub fn rows(tab: &WeekTab, room: usize, cx: &Cx) -> Vec<Row> {
    let opening = &cx.frame.rota.calendar.opening;
    let taken: Vec<(u16, u16)> = tab.entries().filter_map(|(_, e)| Some((e.start?, e.end()))).collect();
    let whole = tab.entries().any(|(_, e)| e.start.is_none());
    let slot = cx.frame.centre.slot_minutes;
    let fine = (10..=30).contains(&slot).then_some(slot);
    let steps = fine.into_iter().chain([30, 60]);
    let all = steps.flat_map(|step| [(step, true), (step, false)]);
    let made = all.map(|(step, lunch)| build(opening, step, &taken, whole, lunch));
    let mut last = Vec::new();
    for rows in made {
        if rows.len() <= room {
            return rows;
        }
        last = rows;
    }
    last
}

/// The rows of a day; `lunch`: the hours between the half-days too, which are there anyhow when taken.
fn build(opening: &Opening, step: u16, taken: &[(u16, u16)], whole: bool, lunch: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    if whole {
        rows.push(Row::Whole);
    }
    let (morning, afternoon) = (opening.morning, opening.afternoon);
    let mut chop = |mut from: u16, to: u16, half| {
        while from < to {
            let end = (from + step).min(to);
            rows.push(Row::Slot { from, to: end, half });
            from = end;
        }
    };
    let first = taken.iter().map(|(from, _)| *from).min().unwrap_or(morning.0);
    let last = taken.iter().map(|(_, to)| *to).max().unwrap_or(afternoon.1);
    // Whole hours before the opening, so that the labels stay round.
    if first < morning.0 {
        chop(first - first % 60, morning.0, None);
    }
    chop(morning.0, morning.1, Some(HalfDay::Morning));
    if lunch || taken.iter().any(|(from, to)| *from < afternoon.0 && morning.1 < *to) {
        chop(morning.1, afternoon.0, None);
    }
    chop(afternoon.0, afternoon.1, Some(HalfDay::Afternoon));
    if last > afternoon.1 {
        chop(afternoon.1, last.next_multiple_of(step).min(1440), None);
    }
    for half in [HalfDay::Afternoon, HalfDay::Morning] {
        let first = rows.iter().position(|r| matches!(r, Row::Slot { half: Some(h), .. } if *h == half));
        if let Some(at) = first {
            rows.insert(at, Row::Kind(half));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(rows: &[Row]) -> String {
        let one = |row: &Row| match row {
            Row::Whole => "whole".to_owned(),
            Row::Kind(half) => format!("{half:?}"),
            Row::Slot { from, to, .. } => format!("{}:{:02}-{}", from / 60, from % 60, to - from),
        };
        rows.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn hours_of_the_half_days_each_under_its_type() {
        assert_eq!(
            said(&build(&Opening::default(), 60, &[], false, false)),
            "Morning 8:30-60 9:30-60 10:30-60 11:30-60 Afternoon 13:30-60 14:30-60 15:30-60 16:30-60 17:30-30"
        );
    }

    #[test]
    fn what_is_taken_outside_the_hours_has_its_rows() {
        let taken = [(7 * 60 + 15, 8 * 60), (13 * 60, 13 * 60 + 30), (18 * 60 + 30, 19 * 60 + 10)];
        assert_eq!(
            said(&build(&Opening::default(), 60, &taken, true, false)),
            "whole 7:00-60 8:00-30 Morning 8:30-60 9:30-60 10:30-60 11:30-60 12:30-60 Afternoon 13:30-60 14:30-60 \
             15:30-60 16:30-60 17:30-30 18:00-60 19:00-60"
        );
    }
}
