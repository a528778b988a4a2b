//! Brings a store to the schema of this program, one transaction for each step.

use rusqlite::{Connection, TransactionBehavior};

use super::{StoreError, arm};

/// Every step of the schema, oldest first; a store's `user_version` counts those it has seen.
const STEPS: [&str; 1] = [include_str!("schema/001.sql")];

/// The schema this program knows.
#[expect(clippy::cast_possible_wrap, reason = "a handful of steps")]
pub(super) const KNOWN: i64 = STEPS.len() as i64;

/// The schema of an open store.
pub(super) fn version(conn: &Connection) -> Result<i64, StoreError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Refuses a store that a newer program wrote.
pub(super) fn check(conn: &Connection) -> Result<i64, StoreError> {
    let found = version(conn)?;
    if found > KNOWN { Err(StoreError::Newer { found, known: KNOWN }) } else { Ok(found) }
}

/// Runs the steps that are missing; killed anywhere, the store is as before or after one of them.
pub(super) fn run(conn: &mut Connection) -> Result<(), StoreError> {
    for (step, sql) in (1i64..).zip(STEPS) {
        if version(conn)? >= step {
            continue;
        }
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another desk may have been first.
        if check(&tx)? < step {
            tx.execute_batch(sql)?;
            arm::arm(&tx)?;
            tx.pragma_update(None, "user_version", step)?;
            tx.commit()?;
        }
    }
    Ok(())
}
