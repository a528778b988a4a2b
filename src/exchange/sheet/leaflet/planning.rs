//! The planning of a year on paper: weeks and posts, a half of the year on a page of A4, the year on one of A3.

use super::super::SheetCx;
use super::super::said::{Block, Cell, Column, Said, Table};
use crate::domain::draft::text as clean;
use crate::domain::leaflet::Paper;
use crate::domain::planning::{self, Cover};
use crate::domain::{Closed, Day, IsoWeek, Msg, Post, Stay, StayState, school};
use crate::words::capital;

/// Days that it is believed: then a newer one is made.
const HOLDS: i32 = 28;

pub fn say(year: i32, paper: Paper, cx: &SheetCx) -> Said {
    let weeks: Vec<IsoWeek> = planning::weeks(year).collect();
    let title = Msg::new("leaflet-planning").with("year", year.to_string()).with("centre", cx.centre.name.as_str());
    let parts = match paper {
        Paper::A4 => vec![("leaflet-first-half", 0..2), ("leaflet-second-half", 2..4)],
        Paper::A3 => vec![("leaflet-whole-year", 0..4)],
    };
    let lead = weeks.first().zip(weeks.last()).map(|(first, last)| vacancies((*first, *last), cx));
    let block = |(title, quarters): (&'static str, std::ops::Range<u32>)| {
        let rows = weeks.iter().filter(|week| quarters.contains(&planning::quarter(**week))).map(|week| row(*week, cx));
        let table = Table { columns: columns(cx), rows: rows.collect(), whole: true };
        let title = cx.tell(&Msg::new(title).with("year", year.to_string()));
        Block { title, table: Some(table), ..Block::default() }
    };
    let blocks = parts.into_iter().map(block).collect();
    let mut said = cx.leaflet(cx.tell(&title), lead.into_iter().collect(), cx.now.day.plus(HOLDS), blocks);
    said.foot = foot(&weeks, cx);
    said
}

fn columns(cx: &SheetCx) -> Vec<Column> {
    let column = |head: String, share| Column { head, share };
    let mut columns = vec![column(cx.words.t("leaflet-week-number"), 3), column(cx.words.t("leaflet-days"), 5)];
    columns.extend(cx.rota.posts.iter().map(|post| column(capital(&post.name), 8)));
    columns.push(column(cx.words.t("leaflet-to-know"), 8));
    columns
}

/// How many weeks are still to fill.
fn vacancies(weeks: (IsoWeek, IsoWeek), cx: &SheetCx) -> String {
    let found = planning::vacancies(cx.rota, cx.centre.opened, cx.now.day, weeks);
    let count = found.iter().filter(|(week, _)| week.sunday() >= cx.now.day).count();
    cx.tell(&Msg::new("leaflet-planning-vacant").with("count", count))
}

fn row(week: IsoWeek, cx: &SheetCx) -> Vec<Cell> {
    let mut cells =
        vec![Cell::plain(cx.words.week(week)), Cell::plain(cx.words.span_brief(week.monday(), week.sunday()))];
    cells.extend(cx.rota.posts.iter().map(|post| cell(post, week, cx)));
    cells.push(Cell::plain(to_know(week, cx)));
    cells
}

/// A week of a post: who comes, and in words how sure that is.
fn cell(post: &Post, week: IsoWeek, cx: &SheetCx) -> Cell {
    let rota = cx.rota;
    let told = |stay: &Stay| {
        let doctor = clean::line(&rota.people.short(stay.doctor));
        format!("{doctor}, {}", cx.words.t(stay.state.word()))
    };
    let options = planning::stays(rota, post.id, week).filter(|stay| stay.state == StayState::Option).map(told);
    let options: Vec<String> = options.collect();
    match Cover::in_rota(rota, cx.centre.opened, post.id, week) {
        Cover::Before => Cell::plain("—"),
        Cover::Closed => Cell::plain(cx.words.t("leaflet-closed")),
        Cover::Full | Cover::Partly => {
            let empty: Vec<Day> = week
                .days()
                .filter(|day| rota.calendar.is_working(*day) && rota.on_duty(post.id, *day).is_none())
                .collect();
            let mut lines: Vec<String> = rota.in_week(post.id, week).map(told).collect();
            if !empty.is_empty() {
                lines.push(cx.tell(&Msg::new("leaflet-nobody-days").with("days", cx.days(empty))));
                lines.extend(options);
            }
            Cell::plain(lines.join("\n"))
        }
        Cover::Hoped | Cover::Vacant if options.is_empty() => Cell::strong(cx.words.t("leaflet-vacant")),
        Cover::Hoped | Cover::Vacant => Cell::strong(options.join("\n")),
    }
}

/// Closures, public holidays and the schools' holidays of a week.
fn to_know(week: IsoWeek, cx: &SheetCx) -> String {
    let calendar = &cx.rota.calendar;
    let holidays = week.days().filter_map(|day| {
        let holiday = calendar.holiday(day).filter(|_| calendar.opening.opens(day))?;
        Some(format!("{} {}", cx.words.day_in_week(day), cx.words.t(holiday.word())))
    });
    let closed: Vec<Day> = week
        .days()
        .filter(|day| matches!(calendar.closed(*day), Some(Closed::Because(_))) && calendar.opening.opens(*day))
        .collect();
    let open = week.days().any(|day| calendar.is_working(day));
    let closed =
        (open && !closed.is_empty()).then(|| cx.tell(&Msg::new("leaflet-closed-days").with("days", cx.days(closed))));
    let school = cx.centre.zone().and_then(|zone| school::school_holiday(week, zone)).map(|(name, share)| {
        let id = match share {
            school::Share::Whole => "leaflet-school",
            school::Share::Part => "leaflet-school-part",
        };
        cx.tell(&Msg::new(id).with("name", Msg::new(name.brief())))
    });
    holidays.chain(closed).chain(school).collect::<Vec<_>>().join(", ")
}

/// What the words mean, whose school holidays they are, and the store it was made from.
fn foot(weeks: &[IsoWeek], cx: &SheetCx) -> Vec<String> {
    let mut foot = vec![cx.words.t("leaflet-planning-words")];
    if let Some(zone) = cx.centre.zone() {
        foot.push(cx.tell(&Msg::new("leaflet-school-zone").with("zone", zone.word())));
        let (_, last) = school::known();
        if !weeks.last().is_none_or(|week| school::is_known(*week)) {
            foot.push(cx.tell(&Msg::new("planning-school-until").with("day", cx.words.day_long(last))));
        }
    }
    foot.extend(cx.head().iter().map(|head| cx.tell(&head.msg())));
    foot
}
