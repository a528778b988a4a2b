//! Acts on the directory and the page of the place.

use rusqlite::{OptionalExtension, params};

use super::super::door::{Cx, Done, Stop};
use super::centre::named;
use crate::domain::Msg;
use crate::domain::act::PlaceAct;

pub(super) fn run(act: &PlaceAct, cx: &Cx<'_>) -> Result<Done, Stop> {
    match act {
        PlaceAct::AddContact(c) => {
            named(&c.name)?;
            cx.run_one(
                "INSERT INTO contact(centre, name, purpose, phone, note, checked) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![cx.centre()?, c.name, c.purpose, c.phone, c.note, c.checked],
            )?;
            Ok(Done::said(Msg::new("store-said-contact-added").with("name", c.name.as_str())))
        }
        PlaceAct::EditContact(id, c) => {
            named(&c.name)?;
            cx.run_one(
                "UPDATE contact SET name = ?1, purpose = ?2, phone = ?3, note = ?4, checked = ?5
                 WHERE id = ?6 AND centre = ?7",
                params![c.name, c.purpose, c.phone, c.note, c.checked, id, cx.centre()?],
            )?;
            Ok(Done::said(Msg::new("store-said-contact-edited").with("name", c.name.as_str())))
        }
        PlaceAct::RemoveContact(id) => {
            cx.run_one("DELETE FROM contact WHERE id = ?1 AND centre = ?2", params![id, cx.centre()?])?;
            Ok(Done::said(Msg::new("store-said-contact-removed")))
        }
        PlaceAct::Page(text) => {
            write_page(cx, text)?;
            Ok(Done::said(Msg::new("store-said-page")))
        }
    }
}

fn write_page(cx: &Cx<'_>, text: &str) -> Result<(), Stop> {
    let (centre, author) = (cx.centre()?, cx.author()?.id);
    let mut sql = cx.conn.prepare_cached("SELECT id FROM place_page WHERE centre = ?1 ORDER BY id LIMIT 1")?;
    let page: Option<i64> = sql.query_row([centre], |row| row.get(0)).optional()?;
    match page {
        Some(id) => cx.run_one(
            "UPDATE place_page SET text = ?1, author = ?2, written = ?3 WHERE id = ?4",
            params![text, author, cx.now.day, id],
        ),
        None => cx.run_one(
            "INSERT INTO place_page(centre, text, author, written) VALUES (?1, ?2, ?3, ?4)",
            params![centre, text, author, cx.now.day],
        ),
    }
}
