//! What is known of a file number: who it was said to be, and what was booked for it.

use rusqlite::Connection;

use super::super::StoreError;
use super::{agenda, care};
use crate::domain::{CentreId, PatientRef};
use crate::protocol::PatientPage;
use crate::store::sql::{Columns as _, params};

/// Looks a file number up; any other text is nobody's.
pub(super) fn patient(conn: &Connection, centre: CentreId, typed: &str) -> Result<PatientPage, StoreError> {
    let file = typed.trim().to_uppercase();
    if !PatientPage::is_file(&file) {
        return Ok(PatientPage::default());
    }
    let mut sql = conn.prepare_cached(
        "SELECT file, initials, birth_year, max(at) FROM (
           SELECT item.file, item.initials, item.birth_year, relay.at / 86400 AS at
             FROM item JOIN relay ON relay.id = item.head WHERE item.centre = ?1 AND item.file = ?2 COLLATE NOCASE
           UNION ALL SELECT file, initials, birth_year, day FROM entry WHERE centre = ?1 AND file = ?2 COLLATE NOCASE)
         WHERE initials IS NOT NULL OR birth_year IS NOT NULL
         GROUP BY initials, birth_year ORDER BY initials IS NULL OR birth_year IS NULL, max(at) DESC",
    )?;
    let rows = sql.query_map(params![centre, file], |row| {
        Ok(PatientRef { file: row.col(0)?, initials: row.col(1)?, birth_year: row.col(2)? })
    })?;
    let mut known: Vec<PatientRef> = Vec::new();
    for who in rows {
        let who = who?;
        // What says less of the same patient says nothing new.
        let within = |more: &PatientRef| {
            (who.initials.is_none() || who.initials == more.initials)
                && (who.birth_year.is_none() || who.birth_year == more.birth_year)
        };
        if !known.iter().any(within) {
            known.push(who);
        }
    }
    let lists = care::of_file(conn, centre, &file)?;
    Ok(PatientPage { appointments: agenda::of_file(conn, centre, &file)?, file, known, lists })
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, about, s, word};
    use crate::domain::act::{AgendaAct, NewItem};
    use crate::domain::agenda::{NewEntry, OnClash};
    use crate::domain::{Day, EntryKind, PatientRef, PostId};
    use crate::protocol::question;

    fn who(initials: Option<&str>, birth_year: Option<u16>) -> PatientRef {
        PatientRef { file: "4406".into(), initials: initials.map(Into::into), birth_year }
    }

    fn booked(desk: &mut Desk, patient: PatientRef, day: u32) {
        let day = Day::ymd(2026, 12, day).unwrap();
        let entry = NewEntry {
            kind: EntryKind::Consultation,
            post: Some(PostId(1)),
            day,
            to: day,
            start: Some(600),
            minutes: 20,
            patient: Some(patient),
            title: String::new(),
            place: String::new(),
            item: None,
        };
        desk.act(GARNIER, AgendaAct::Add(entry, OnClash::Ask));
    }

    #[test]
    fn a_number_says_who_it_is_in_the_agenda_and_on_points_and_what_is_booked() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        desk.stay(vidal, s(49));
        desk.stay(vidal, s(50));
        booked(&mut desk, who(Some("E.G."), Some(1956)), 3);
        booked(&mut desk, who(None, None), 4);
        booked(&mut desk, who(Some("E.G."), None), 7);
        let found = desk.ask(question::Patient(" 4406 ".into()));
        assert_eq!(found.known, [who(Some("E.G."), Some(1956))]);
        let days: Vec<u32> =
            found.appointments.iter().map(|e| chrono::Datelike::day(&e.what.what.day.date())).collect();
        assert_eq!(days, [7, 4, 3]);
        // Another patient under the same number is said too.
        let other = NewItem { patient: Some(who(Some("M.D."), None)), ..about("4406") };
        desk.open(GARNIER, other, word("INR", s(49)));
        assert_eq!(desk.ask(question::Patient("4406".into())).known.len(), 2);
        for nobody in ["44", "", "MD", "4406 INR", "→"] {
            assert_eq!(desk.ask(question::Patient(nobody.into())).known, [], "{nobody}");
        }
    }
}
