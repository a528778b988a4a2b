//! Regards croisés of a year, for the collective: how each ended and what was held, of no patient and no doctor.

use super::super::SheetCx;
use super::super::said::{Block, Cell, Column, Said, Table};
use crate::domain::Msg;
use crate::domain::difference::{Differences, Ended};
use crate::domain::draft::text as clean;
use crate::words::capital;

pub fn say(year: i32, found: &Differences, cx: &SheetCx) -> Said {
    let title = Msg::new("leaflet-differences").with("year", year.to_string());
    let title = cx.tell(&title.with("centre", cx.centre.name.as_str()));
    let lead = Msg::new("leaflet-differences-lead")
        .with("count", found.ended.len())
        .with("open", found.open)
        .with("closed", found.closed);
    let heads = [
        ("leaflet-month", 3),
        ("leaflet-point-kind", 4),
        ("leaflet-gravity", 3),
        ("leaflet-open-for", 4),
        ("leaflet-how-ended", 2),
        ("leaflet-held", 10),
    ];
    let columns = heads.map(|(id, share)| Column { head: cx.words.t(id), share }).into();
    let rows = found.ended.iter().map(|ended| row(ended, cx)).collect();
    let table = Table { columns, rows, whole: false };
    let blocks = (!found.ended.is_empty()).then(|| Block {
        title: cx.words.t("leaflet-differences-table"),
        table: Some(table),
        ..Block::default()
    });
    let mut said = cx.leaflet(title, vec![cx.tell(&lead)], cx.now.day, blocks.into_iter().collect());
    // It tells of what was: no day ends it.
    said.lead.pop();
    said.validity.clear();
    said
}

fn row(ended: &Ended, cx: &SheetCx) -> Vec<Cell> {
    let open = cx.tell(&Msg::new("leaflet-weeks").with("count", i64::from(ended.weeks)));
    let how = if ended.settled.is_some() { "verdict-settled" } else { "verdict-taken-back" };
    vec![
        Cell::plain(cx.words.month_year(ended.on)),
        Cell::plain(capital(&cx.words.t(ended.kind.word()))),
        Cell::plain(cx.words.t(ended.gravity.word())),
        Cell::plain(open),
        Cell::plain(cx.words.t(how)),
        Cell::plain(clean::line(ended.settled.as_deref().unwrap_or_default())),
    ]
}
