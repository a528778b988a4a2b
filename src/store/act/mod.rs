//! Runs an act with the domain's rules, inside the transaction of its change: one file for each family.

mod agenda;
mod agenda_import;
mod care;
mod centre;
mod follow;
mod handover;
mod import;
mod item;
mod left_draft;
mod lent;
mod noted;
mod people;
mod place;
mod put_off;
mod record;
mod sequel;
mod stay;
mod step;
mod wrong_file;

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use super::StoreError;
use super::door::{Cx, Done, Stop, refuse};
use crate::domain::act::{Act, CentreAct, NewItem, NewWord};
use crate::domain::draft::nir;
use crate::domain::{ItemId, Msg, PostId, rights};
use crate::protocol::Raw;
use crate::store::sql::Columns as _;

/// The longest text of one field, in bytes: a note of ten pages.
const LONGEST: usize = 20_000;

/// Does what an act says, and what goes along with the stays it writes, or says why not.
pub(super) fn run(act: &Act, cx: &Cx<'_>) -> Result<Done, Stop> {
    follow::stays(cx, one(act, cx)?)
}

/// Does what an act says.
fn one(act: &Act, cx: &Cx<'_>) -> Result<Done, Stop> {
    match act {
        Act::Centre(act) => centre::run(act, cx),
        Act::People(act) => people::run(act, cx),
        Act::Stay(act) => stay::run(act, cx),
        Act::Item(act) => item::run(act, cx),
        Act::Handover(act) => handover::run(act, cx),
        Act::Place(act) => place::run(act, cx),
        Act::Agenda(act) => agenda::run(act, cx),
        Act::Noted(act) => noted::run(act, cx),
        Act::Sequel(act) => sequel::run(act, cx),
        Act::Record(act) => record::run(act, cx),
        Act::Draft(act) => left_draft::run(act, cx),
        Act::ImportRota(import) => import::run(import, cx),
        Act::ImportAgenda(lines) => agenda_import::run(lines, cx),
        Act::Together(together) => {
            let mut done = None;
            for act in &together.acts {
                done = Some(one(act, cx)?);
            }
            let Some(done) = done else { return refuse(Msg::new("store-nothing")) };
            Ok(match &together.said {
                Some(said) => Done { said: said.clone(), ..done },
                None => done,
            })
        }
    }
}

/// Opens a point of the team that comes by itself.
pub(super) fn open_by_itself(cx: &Cx<'_>, item: &NewItem, word: &NewWord) -> Result<ItemId, Stop> {
    item::open_as_it_is(cx, item, word)
}

/// The posts an act writes on, with what stands in the store of what it changes.
pub(super) fn posts(act: &Act, cx: &Cx<'_>) -> BTreeSet<PostId> {
    let post = |sql: &str, id: i64| -> Option<PostId> {
        cx.conn.prepare_cached(sql).ok()?.query_row([id], |row| row.col(0)).ok()?
    };
    rights::posts_of(
        act,
        |entry| post("SELECT post FROM entry WHERE id = ?1", entry.0),
        |stay| post("SELECT post FROM stay WHERE id = ?1", stay.0),
    )
}

/// Refuses an act in which a text may not be kept, whatever field it stands in: every string of it is looked at.
pub(super) fn check_texts(act: &Act) -> Result<(), Msg> {
    match act {
        // Hashes are nobody's text, and may look like anything.
        Act::Centre(CentreAct::Loss(_)) => Ok(()),
        act => check_kept(act),
    }
}

/// Refuses a draft in which a text may not be kept, its name included: what may not be saved is not drafted either.
pub(super) fn check_draft(key: &str, raw: &Raw) -> Result<(), Msg> {
    check(key)?;
    check_kept(raw)
}

/// The one place where a text is looked at before it is kept (rule 23, and a bound on its length).
pub(super) fn check(text: &str) -> Result<(), Msg> {
    if text.len() > LONGEST {
        return Err(Msg::new("store-too-long").with("limit", LONGEST));
    }
    if nir::contains(text) {
        return Err(nir::refusal());
    }
    Ok(())
}

/// Looks at every string of what is to be kept, names of fields included: a field added later is not forgotten.
fn check_kept(kept: &impl Serialize) -> Result<(), Msg> {
    let value = serde_json::to_value(kept).map_err(|error| StoreError::from(error).msg())?;
    check_value(&value)
}

fn check_value(value: &Value) -> Result<(), Msg> {
    match value {
        Value::String(text) => check(text),
        Value::Array(values) => values.iter().try_for_each(check_value),
        Value::Object(fields) => {
            fields.iter().try_for_each(|(name, value)| check(name).and_then(|()| check_value(value)))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
    }
}
