//! Reads points with everyone's word on them, and the answers.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension, Row};

use super::super::StoreError;
use crate::domain::{
    Addressee, CentreId, Day, Detail, Elsewhere, IsoWeek, Item, ItemFacts, ItemId, PatientRef, PersonId, PostId,
    Receipt, Relay, Rev, Role, StayId, Step, Thread,
};
use crate::store::sql::{Columns as _, params};

/// Every point that still waits for something.
pub(in crate::store) fn open(conn: &Connection, centre: CentreId) -> Result<Vec<Thread>, StoreError> {
    let ids = ids(conn, "SELECT id FROM item WHERE centre = ?1 AND closed = 0 AND ?2 = 0", centre, 0)?;
    load(conn, &ids)
}

/// The open points that are due in some days, both included.
pub(in crate::store) fn due(
    conn: &Connection,
    centre: CentreId,
    from: Day,
    to: Day,
) -> Result<Vec<Thread>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT item.id FROM item JOIN relay ON relay.id = item.head
         WHERE item.centre = ?1 AND item.closed = 0 AND relay.due BETWEEN ?2 AND ?3",
    )?;
    let ids: Vec<ItemId> = sql.query_map(params![centre, from, to], |row| row.col(0))?.collect::<Result<_, _>>()?;
    load(conn, &ids)
}

/// Every open point, and every one that a stay said a word on or left undecided.
pub(in crate::store) fn of_stay(conn: &Connection, centre: CentreId, stay: StayId) -> Result<Vec<Thread>, StoreError> {
    let ids = ids(
        conn,
        "SELECT id FROM item WHERE centre = ?1 AND closed = 0
         UNION SELECT item FROM relay WHERE stay = ?2
         UNION SELECT value FROM handover, json_each(undecided) WHERE handover.id = ?2",
        centre,
        stay.0,
    )?;
    load(conn, &ids)
}

/// Every point that somebody has ever seen otherwise.
pub(in crate::store) fn seen_otherwise(conn: &Connection, centre: CentreId) -> Result<Vec<Thread>, StoreError> {
    let sql = "SELECT DISTINCT item FROM relay WHERE centre = ?1 AND verdict = 'Differs' AND ?2 = 0 ORDER BY item";
    load(conn, &ids(conn, sql, centre, 0)?)
}

/// Every point of a centre, whatever its state: tests compare with it what was chosen.
#[cfg(test)]
pub(in crate::store) fn all(conn: &Connection, centre: CentreId) -> Result<Vec<Thread>, StoreError> {
    load(conn, &ids(conn, "SELECT id FROM item WHERE centre = ?1 AND ?2 = 0", centre, 0)?)
}

/// One point, whatever its state.
pub(in crate::store) fn one(conn: &Connection, centre: CentreId, item: ItemId) -> Result<Option<Thread>, StoreError> {
    let ids = ids(conn, "SELECT id FROM item WHERE centre = ?1 AND id = ?2", centre, item.0)?;
    Ok(load(conn, &ids)?.pop())
}

/// The newest word on a point, whatever its state.
pub(in crate::store) fn head(conn: &Connection, centre: CentreId, item: ItemId) -> Result<Option<Relay>, StoreError> {
    let mut sql = conn.prepare_cached(&format!(
        "SELECT {RELAY} FROM relay WHERE id = (SELECT head FROM item WHERE centre = ?1 AND id = ?2)"
    ))?;
    Ok(sql.query_row(params![centre, item], relay_of).optional()?)
}

fn ids(conn: &Connection, sql: &str, centre: CentreId, about: i64) -> Result<Vec<ItemId>, StoreError> {
    let mut sql = conn.prepare_cached(sql)?;
    let ids = sql.query_map(params![centre, about], |row| row.col(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// The columns of a word, as [`relay_of`] reads them.
pub(in crate::store) const RELAY: &str = "id, item, author, entered_by, at, stay, coalesce(verdict_beside, verdict),
    text, plan, gravity, due, show_from, outcome, to_person, to_role, to_post, to_week,
    asked, exam, whole_month, round, rev";

/// Reads one word.
pub(in crate::store) fn relay_of(row: &Row<'_>) -> rusqlite::Result<Relay> {
    let person: Option<PersonId> = row.col(13)?;
    let role: Option<Role> = row.col(14)?;
    let to = match (person, role) {
        (Some(person), _) => Addressee::Person(person),
        (None, Some(role)) => Addressee::Role(role),
        // The schema says that exactly one of the three is set.
        (None, None) => Addressee::Post(row.col::<PostId>(15)?, row.col(16)?),
    };
    Ok(Relay {
        id: row.col(0)?,
        rev: Rev(row.col(21)?),
        item: row.col(1)?,
        author: row.col(2)?,
        entered_by: row.col(3)?,
        at: row.col(4)?,
        stay: row.col(5)?,
        verdict: row.col(6)?,
        text: row.col(7)?,
        plan: row.col(8)?,
        gravity: row.col(9)?,
        due: row.col(10)?,
        show_from: row.col(11)?,
        outcome: row.col(12)?,
        to,
        detail: Detail { asked: row.col(17)?, exam: row.col(18)?, whole_month: row.col(19)?, round: row.col(20)? },
    })
}

/// Loads the points of those numbers, in that order, in four reads whatever their count.
pub(in crate::store) fn load(conn: &Connection, ids: &[ItemId]) -> Result<Vec<Thread>, StoreError> {
    let list = serde_json::to_string(ids)?;
    let mut relays: HashMap<ItemId, Vec<Relay>> = HashMap::with_capacity(ids.len());
    let mut weeks: HashMap<ItemId, BTreeMap<StayId, IsoWeek>> = HashMap::new();
    let mut sql = conn.prepare_cached(&format!(
        "SELECT {RELAY}, (SELECT from_day FROM stay WHERE stay.id = relay.stay) FROM relay
         WHERE item IN (SELECT value FROM json_each(?1)) ORDER BY id"
    ))?;
    for row in sql.query_map([&list], |row| Ok((relay_of(row)?, row.col::<Option<Day>>(22)?)))? {
        let (relay, from) = row?;
        if let Some((stay, from)) = relay.stay.zip(from) {
            weeks.entry(relay.item).or_default().insert(stay, from.week());
        }
        relays.entry(relay.item).or_default().push(relay);
    }
    let mut receipts: HashMap<ItemId, Vec<Receipt>> = HashMap::new();
    let mut sql = conn.prepare_cached(
        "SELECT id, item, stay, author, entered_by, at, answer, words FROM receipt
         WHERE item IN (SELECT value FROM json_each(?1)) ORDER BY id",
    )?;
    let rows = sql.query_map([&list], |row| {
        Ok(Receipt {
            id: row.col(0)?,
            item: row.col(1)?,
            stay: row.col(2)?,
            author: row.col(3)?,
            entered_by: row.col(4)?,
            at: row.col(5)?,
            answer: row.col(6)?,
            words: row.col(7)?,
        })
    })?;
    for receipt in rows {
        let receipt = receipt?;
        receipts.entry(receipt.item).or_default().push(receipt);
    }
    let mut steps = steps(conn, &list)?;
    let mut items: HashMap<ItemId, Item> = HashMap::with_capacity(ids.len());
    let mut sql = conn.prepare_cached(
        "SELECT id, coalesce(kind_beside, kind), file, initials, birth_year, ald, see_record, source, rev, moved_to,
           (SELECT wrong.id FROM item wrong WHERE wrong.moved_to = item.id) FROM item
         WHERE id IN (SELECT value FROM json_each(?1))",
    )?;
    let rows = sql.query_map([&list], |row| {
        let patient = match row.col(2)? {
            None => None,
            Some(file) => Some(PatientRef { file, initials: row.col(3)?, birth_year: row.col(4)? }),
        };
        let facts = ItemFacts { ald: row.col(5)?, see_record: row.col(6)?, source: row.col(7)? };
        let elsewhere = Elsewhere { to: row.col(9)?, from: row.col(10)? };
        Ok(Item { id: row.col(0)?, rev: Rev(row.col(8)?), kind: row.col(1)?, patient, facts, elsewhere })
    })?;
    for item in rows {
        let item = item?;
        items.insert(item.id, item);
    }
    Ok(ids
        .iter()
        .filter_map(|id| {
            let mut thread = Thread {
                item: items.remove(id)?,
                // A point without a word cannot be: `head` must point to one.
                relays: relays.remove(id)?,
                receipts: receipts.remove(id).unwrap_or_default(),
                steps: steps.remove(id).unwrap_or_default(),
                weeks: weeks.remove(id).unwrap_or_default(),
            };
            if thread.item.elsewhere.to.is_some() {
                silence(&mut thread);
            }
            Some(thread)
        })
        .collect())
}

/// Leaves out the words of a point that was written on another patient's file: they stand where it went.
fn silence(thread: &mut Thread) {
    thread.item.facts = ItemFacts::default();
    for relay in &mut thread.relays {
        relay.text.clear();
        relay.plan.clear();
    }
    thread.receipts.iter_mut().for_each(|receipt| receipt.words.clear());
    thread.steps.iter_mut().for_each(|step| step.words.clear());
}

/// What happened to those points on their way, oldest first.
fn steps(conn: &Connection, list: &str) -> Result<HashMap<ItemId, Vec<Step>>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT id, item, round, stay, author, entered_by, at, kind, next, words FROM step
         WHERE item IN (SELECT value FROM json_each(?1)) ORDER BY id",
    )?;
    let rows = sql.query_map([list], |row| {
        Ok(Step {
            id: row.col(0)?,
            item: row.col(1)?,
            round: row.col(2)?,
            stay: row.col(3)?,
            author: row.col(4)?,
            entered_by: row.col(5)?,
            at: row.col(6)?,
            kind: row.col(7)?,
            next: row.col(8)?,
            words: row.col(9)?,
        })
    })?;
    let mut steps: HashMap<ItemId, Vec<Step>> = HashMap::new();
    for step in rows {
        let step = step?;
        steps.entry(step.item).or_default().push(step);
    }
    Ok(steps)
}

/// The doctors who said a word since `from` on any point about these files, or in whose stay the patient was marked.
pub(in crate::store) fn doctors_on<'a>(
    conn: &Connection,
    centre: CentreId,
    files: impl Iterator<Item = &'a str>,
    from: Day,
) -> Result<BTreeMap<String, BTreeSet<PersonId>>, StoreError> {
    let list = serde_json::to_string(&files.collect::<BTreeSet<_>>())?;
    let mut sql = conn.prepare_cached(
        "WITH wanted AS (SELECT value AS file FROM json_each(?2))
         SELECT item.file, stay.doctor FROM wanted JOIN item ON item.file = wanted.file
           JOIN relay ON relay.item = item.id JOIN stay ON stay.id = relay.stay
           WHERE item.centre = ?1 AND relay.at >= ?3
         UNION SELECT item.file, stay.doctor FROM wanted JOIN item ON item.file = wanted.file
           JOIN mark ON mark.id = item.id JOIN day_close ON day_close.id = mark.day_close
           JOIN stay ON stay.id = day_close.stay
           WHERE item.centre = ?1 AND day_close.day >= ?4",
    )?;
    let since = crate::domain::Stamp::at(from, 0);
    let mut found: BTreeMap<String, BTreeSet<PersonId>> = BTreeMap::new();
    for row in sql.query_map(params![centre, list, since, from], |row| Ok((row.col(0)?, row.col(1)?)))? {
        let (file, doctor) = row?;
        found.entry(file).or_default().insert(doctor);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, about, friday, s, word};
    use crate::domain::briefing::Reader;
    use crate::domain::{Now, Outcome, Verdict};
    use crate::protocol::question;

    #[test]
    fn the_doctors_of_a_year_on_one_file_are_counted_whatever_point_they_wrote_on() {
        let mut desk = Desk::new();
        let (morel, vidal, roche) = (desk.doctor("Morel"), desk.doctor("Vidal"), desk.doctor("Roche"));
        for (doctor, week) in [(morel, 47), (vidal, 48), (roche, 49)] {
            desk.stay(doctor, s(week));
        }
        let counted = |desk: &Desk, reader| {
            desk.ask(question::Briefing(reader)).entries.iter().map(|e| e.doctors).collect::<Vec<_>>()
        };
        // Morel's point on the same file is closed; another file does not count.
        desk.now = Now::on(friday().day.plus(-7), 10, 0);
        let closed = desk.open(morel, about("1243"), word("toux", s(48)));
        let done = crate::domain::act::NewWord { outcome: Some(Outcome::Done), ..word("", s(48)) };
        desk.say(morel, closed, Verdict::Closed, done);
        desk.open(morel, about("0377"), word("TSH", s(48)));
        desk.now = friday();
        desk.open(vidal, about("1243"), word("toux, encore", s(49)));
        let roche_s = crate::domain::StayId(3);
        desk.now = Now::on(s(49).monday(), 8, 0);
        // Roche is the third on 1243, the second on 0377 after Morel.
        assert_eq!(counted(&desk, Reader::Stay(roche_s)), [2, 3]);
        // For the team, those who wrote.
        assert_eq!(counted(&desk, Reader::Team(GARNIER)), [1, 2]);
        // More than a year later, nobody.
        desk.now = Now::on(s(49).monday().plus(400), 8, 0);
        assert_eq!(counted(&desk, Reader::Team(GARNIER)), [0, 0]);
    }
}
