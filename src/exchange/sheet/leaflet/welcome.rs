//! The welcome pack, for a doctor who comes: the week, the hours, the numbers, and the booklet without its codes.

use super::super::said::{Block, Cell, Column, Said, Table};
use super::super::{SheetCx, booklet};
use crate::domain::draft::text as clean;
use crate::domain::place::{Contact, GuidePage, secret};
use crate::domain::{IsoWeek, Msg};
use crate::words::capital;

pub fn say(week: IsoWeek, pages: &[GuidePage], directory: &[Contact], cx: &SheetCx) -> Said {
    let title = cx.tell(&Msg::new("leaflet-welcome").with("centre", cx.centre.name.as_str()));
    let lead = vec![cx.week_line(week), cx.words.t("sheet-booklet-codes")];
    let before = [Some(cx.doctors(week)), cx.team(week), Some(cx.hours()), cx.closures(week.monday())];
    let blocks = before.into_iter().flatten().chain(useful(directory, cx)).chain(booklet::chapters(pages, cx));
    let mut said = cx.leaflet(title, lead, week.sunday(), blocks.collect());
    said.foot = cx.head().iter().map(|head| cx.tell(&head.msg())).collect();
    said
}

/// The directory by the numbers that everybody has; direct lines are in Relève.
fn useful(directory: &[Contact], cx: &SheetCx) -> Option<Block> {
    let said = |text: &str| clean::line(&secret::masked(text));
    let mut told: Vec<&Contact> = directory.iter().filter(|contact| !contact.what.phone.is_empty()).collect();
    told.sort_by_key(|contact| (contact.what.kind, contact.id));
    let row = |contact: &&Contact| {
        let what = &contact.what;
        let about = [said(&what.name), said(&what.purpose)];
        let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
        vec![
            Cell::plain(capital(&cx.words.t(what.kind.word()))),
            Cell::plain(about),
            Cell::strong(said(&what.phone)),
            Cell::plain(said(&what.hours)),
        ]
    };
    let heads = [("leaflet-kind", 4), ("leaflet-who", 8), ("leaflet-number", 4), ("leaflet-hours", 5)];
    let columns = heads.map(|(id, share)| Column { head: cx.words.t(id), share }).into();
    let table = Table { columns, rows: told.iter().map(row).collect(), whole: false };
    (!told.is_empty()).then(|| Block { title: cx.words.t("leaflet-useful"), table: Some(table), ..Block::default() })
}
