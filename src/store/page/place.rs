//! Reads the booklet and the directory.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde_json::{Map, Value};

use super::super::StoreError;
use crate::domain::place::directory::YEAR;
use crate::domain::place::news::news_since;
use crate::domain::place::{
    Call, Check, Contact, ContactPast, GuidePage, NewContact, NewPage, PlaceNews, Seen, ToCheck, Version, booklet,
};
use crate::domain::{Centre, CentreId, ContactId, Day, Now, PageId, Rota, Stamp, Stay, VersionId};
use crate::protocol::{Kept, Page, Rev};
use crate::store::sql::{Columns as _, params};

/// Every page, those taken out too, in the order of the booklet.
pub(super) fn booklet(conn: &Connection, centre: CentreId) -> Result<Page, StoreError> {
    let (mut pages, revs) = pages(conn, centre)?;
    booklet::sort(&mut pages);
    let with_rev = |page: GuidePage| {
        let rev = revs.get(&page.id).copied().unwrap_or(Rev(0));
        Kept::at(page, rev)
    };
    Ok(Page::Booklet(pages.into_iter().map(with_rev).collect()))
}

fn pages(conn: &Connection, centre: CentreId) -> Result<(Vec<GuidePage>, BTreeMap<PageId, Rev>), StoreError> {
    let mut read = seen(conn, centre)?;
    let mut sql = conn.prepare_cached(
        "SELECT p.id, p.rev, p.removed, v.id, v.chapter, v.title, v.text, v.author, v.at,
           (SELECT min(at) FROM guide_version WHERE page = p.id), (SELECT count(*) FROM guide_version WHERE page = p.id),
           c.person, c.day
         FROM guide_page p JOIN guide_version v ON v.id = p.head
         LEFT JOIN guide_check c ON c.id = (SELECT max(id) FROM guide_check WHERE page = p.id)
         WHERE p.centre = ?1 ORDER BY p.id",
    )?;
    let mut revs = BTreeMap::new();
    let rows = sql.query_map(params![centre], |row| {
        let (id, head): (PageId, VersionId) = (row.col(0)?, row.col(3)?);
        revs.insert(id, Rev(row.col(1)?));
        let person: Option<_> = row.col(11)?;
        let day: Option<Day> = row.col(12)?;
        Ok(GuidePage {
            id,
            head: Version {
                id: head,
                what: NewPage { chapter: row.col(4)?, title: row.col(5)?, text: row.col(6)? },
                author: row.col(7)?,
                at: row.col(8)?,
            },
            begun: row.col(9)?,
            versions: row.col(10)?,
            check: person.zip(day).map(|(person, day)| Check { person, day }),
            read: read.remove(&head).unwrap_or_default(),
            removed: row.col(2)?,
        })
    })?;
    Ok((rows.collect::<Result<_, _>>()?, revs))
}

/// Who has read the versions that hold.
fn seen(conn: &Connection, centre: CentreId) -> Result<BTreeMap<VersionId, Vec<Seen>>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT r.version, r.person, r.at FROM guide_page p JOIN guide_read r ON r.version = p.head
         WHERE p.centre = ?1 ORDER BY r.id",
    )?;
    let mut seen: BTreeMap<VersionId, Vec<Seen>> = BTreeMap::new();
    let mut rows = sql.query(params![centre])?;
    while let Some(row) = rows.next()? {
        seen.entry(row.col(0)?).or_default().push(Seen { person: row.col(1)?, at: row.col(2)? });
    }
    Ok(seen)
}

/// Every version of a page, newest first.
pub(super) fn versions(conn: &Connection, centre: CentreId, page: PageId) -> Result<Page, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT id, chapter, title, text, author, at FROM guide_version WHERE page = ?1 AND centre = ?2
         ORDER BY id DESC",
    )?;
    let rows = sql.query_map(params![page, centre], |row| {
        Ok(Version {
            id: row.col(0)?,
            what: NewPage { chapter: row.col(1)?, title: row.col(2)?, text: row.col(3)? },
            author: row.col(4)?,
            at: row.col(5)?,
        })
    })?;
    Ok(Page::Versions(page, rows.collect::<Result<_, _>>()?))
}

/// The directory with what each entry was before.
pub(super) fn directory(conn: &Connection, centre: CentreId, now: Now) -> Result<Page, StoreError> {
    Ok(Page::Directory { contacts: contacts(conn, centre, now)?, past: past(conn, centre)? })
}

fn contacts(conn: &Connection, centre: CentreId, now: Now) -> Result<Vec<Kept<Contact>>, StoreError> {
    let mut calls = calls(conn, centre, Stamp::at(now.day.plus(-YEAR), 0))?;
    let mut sql = conn.prepare_cached(
        "SELECT id, rev, kind, name, purpose, phone, direct, hours, note, checked, begun, author, written
         FROM contact WHERE centre = ?1 ORDER BY name COLLATE NOCASE, id",
    )?;
    let rows = sql.query_map(params![centre], |row| {
        let id = row.col(0)?;
        let author: Option<_> = row.col(11)?;
        let written: Option<Stamp> = row.col(12)?;
        let contact = Contact {
            id,
            what: NewContact {
                kind: row.col(2)?,
                name: row.col(3)?,
                purpose: row.col(4)?,
                phone: row.col(5)?,
                direct: row.col(6)?,
                hours: row.col(7)?,
                note: row.col(8)?,
                checked: row.col(9)?,
            },
            begun: row.col(10)?,
            written: author.zip(written),
            calls: calls.remove(&id).unwrap_or_default(),
        };
        Ok(Kept::at(contact, Rev(row.col(1)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The calls since an instant, oldest first.
fn calls(conn: &Connection, centre: CentreId, since: Stamp) -> Result<BTreeMap<ContactId, Vec<Call>>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT contact, author, at, answered FROM contact_call WHERE centre = ?1 AND at >= ?2 ORDER BY at, id",
    )?;
    let mut calls: BTreeMap<ContactId, Vec<Call>> = BTreeMap::new();
    let mut rows = sql.query(params![centre, since])?;
    while let Some(row) = rows.next()? {
        let call = Call { person: row.col(1)?, at: row.col(2)?, answered: row.col(3)? };
        calls.entry(row.col(0)?).or_default().push(call);
    }
    Ok(calls)
}

/// What each entry was, oldest first, as the log has it.
fn past(conn: &Connection, centre: CentreId) -> Result<BTreeMap<ContactId, Vec<ContactPast>>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT r.row, r.after, coalesce(c.dictated_by, c.person), c.at FROM change_row r INDEXED BY change_row_contact
         JOIN change c ON c.id = r.change
         WHERE r.tbl = 'contact' AND r.after IS NOT NULL AND c.centre = ?1 ORDER BY r.seq",
    )?;
    let mut past: BTreeMap<ContactId, Vec<ContactPast>> = BTreeMap::new();
    let mut rows = sql.query(params![centre])?;
    while let Some(row) = rows.next()? {
        let image: Map<String, Value> = serde_json::from_str(&row.col::<String>(1)?)?;
        let what = from_image(&image);
        let past = past.entry(row.col(0)?).or_default();
        if past.last().is_none_or(|last| last.what != what) {
            past.push(ContactPast { what, author: row.col(2)?, at: row.col(3)? });
        }
    }
    Ok(past)
}

/// An entry from its image; what an older schema did not have is empty.
fn from_image(image: &Map<String, Value>) -> NewContact {
    let text = |name: &str| image.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let kind = image.get("kind").and_then(|kind| serde_json::from_value(kind.clone()).ok());
    let day = image.get("checked").and_then(Value::as_i64).and_then(|day| i32::try_from(day).ok());
    NewContact {
        kind: kind.unwrap_or_default(),
        name: text("name"),
        purpose: text("purpose"),
        phone: text("phone"),
        direct: text("direct"),
        hours: text("hours"),
        note: text("note"),
        checked: day.map(Day),
    }
}

/// What the place has to tell the doctor of a stay since they were last here, or the team.
pub(super) fn news(
    conn: &Connection,
    centre: &Centre,
    stay: Option<&Stay>,
    rota: &Rota,
    now: Now,
) -> Result<PlaceNews, StoreError> {
    let (mut pages, _) = pages(conn, centre.id)?;
    booklet::sort(&mut pages);
    let contacts: Vec<Contact> = contacts(conn, centre.id, now)?.into_iter().map(|kept| kept.what).collect();
    let Some(stay) = stay else {
        let to_check = ToCheck::of(&pages, &contacts, centre.guide_months, now.day);
        return Ok(PlaceNews { to_check, ..PlaceNews::default() });
    };
    let before = rota.confirmed_of(stay.doctor).filter(|s| s.to < stay.from).map(|s| s.to).max();
    Ok(news_since(before, stay.doctor, &pages, &contacts))
}
