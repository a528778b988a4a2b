//! The sheet of a week: day by day who is here, for what, and when the centre opens.

use super::super::SheetCx;
use super::super::said::{Block, Cell, Column, Said, Table};
use crate::domain::agenda::{DecidedHalfDay, half_day_kind};
use crate::domain::place::Contact;
use crate::domain::{Day, HalfDay, HalfDayKind, IsoWeek, Msg, Post};
use crate::words::capital;

pub fn say(week: IsoWeek, half_days: &[DecidedHalfDay], directory: &[Contact], cx: &SheetCx) -> Said {
    let title = cx.tell(&Msg::new("leaflet-week-sheet").with("centre", cx.centre.name.as_str()));
    let column = |head: String, share| Column { head, share };
    let mut columns = vec![column(cx.words.t("leaflet-day"), 3), column(cx.words.t("leaflet-hours"), 4)];
    columns.extend(cx.rota.posts.iter().map(|post| column(capital(&post.name), 6)));
    columns.push(column(cx.words.t("leaflet-team"), 6));
    let opening = &cx.rota.calendar.opening;
    let days = week.days().filter(|day| opening.opens(*day));
    let rows = days.map(|day| row(day, half_days, cx)).collect();
    let table =
        Block { title: cx.week_line(week), table: Some(Table { columns, rows, whole: true }), ..Block::default() };
    let blocks = [Some(table), Some(cx.numbers(directory)), cx.closures(week.monday())];
    cx.leaflet(title, Vec::new(), week.sunday(), blocks.into_iter().flatten().collect())
}

fn row(day: Day, half_days: &[DecidedHalfDay], cx: &SheetCx) -> Vec<Cell> {
    let mut cells = vec![Cell::strong(cx.words.day_in_week(day))];
    if let Some(closed) = cx.why_closed(day) {
        cells.push(Cell::plain(closed));
        cells.extend(cx.rota.posts.iter().map(|_| Cell::default()));
        cells.push(Cell::default());
        return cells;
    }
    cells.push(Cell::plain(cx.open(day, &cx.rota.calendar.opening).replace(", ", "\n")));
    cells.extend(cx.rota.posts.iter().map(|post| doctor(post, day, half_days, cx)));
    cells.push(Cell::plain(cx.team_of(day).map(|p| cx.member(p)).collect::<Vec<_>>().join("\n")));
    cells
}

/// A kind of half-day as those outside say it.
const fn outside(kind: HalfDayKind) -> &'static str {
    match kind {
        HalfDayKind::Programmed => "leaflet-half-programmed",
        HalfDayKind::Unplanned => "leaflet-half-unplanned",
        HalfDayKind::Visits => "leaflet-half-visits",
        HalfDayKind::Rest | HalfDayKind::Closed => "leaflet-half-none",
    }
}

/// Who is on a post that day, and for what.
fn doctor(post: &Post, day: Day, half_days: &[DecidedHalfDay], cx: &SheetCx) -> Cell {
    let Some(stay) = cx.rota.on_duty(post.id, day) else { return Cell::strong(cx.words.t("leaflet-nobody")) };
    let halves = [(HalfDay::Morning, "week-sheet-morning"), (HalfDay::Afternoon, "week-sheet-afternoon")];
    let told = halves.into_iter().filter_map(|(half, name)| {
        let kind = half_day_kind(cx.rota, half_days, post.id, day, half);
        let msg = Msg::new("leaflet-half").with("half", Msg::new(name)).with("kind", Msg::new(outside(kind)));
        (kind != HalfDayKind::Closed).then(|| cx.tell(&msg))
    });
    Cell::plain(std::iter::once(cx.doctor(stay.doctor)).chain(told).collect::<Vec<_>>().join("\n"))
}
