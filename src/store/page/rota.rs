//! Reads the rota: everything the rules of the relay need beside the points.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row};

use super::super::StoreError;
use super::record;
use crate::domain::account::Around;
use crate::domain::centre::Closure;
use crate::domain::noted::Targets;
use crate::domain::record::{ABSENCE, Absence, CLOSURE, MEDICAL_BACKUP, MedicalBackup, OPENS, Opens};
use crate::domain::stay::{NotedWithdrawal, Withdrawal};
use crate::domain::{
    Addendum, Calendar, Centre, CentreId, Day, DoctorFacts, Handover, Notes, People, Person, PersonId, Post, Reopening,
    Rev, Role, Rota, Signature, Stamp, Stay, StayId, Stays, Takeover,
};
use crate::store::sql::{Columns as _, params};

/// A centre.
pub(in crate::store) fn centre(conn: &Connection, id: CentreId) -> Result<Option<Centre>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT id, name, commune, department, opened, names_allowed, lang, opening, lock_minutes,
           backup_folder, slot_minutes, aim_weeks, week_consultations, third_days, aim_fee, result_days,
           guide_months, account_before, account_after, words_for_all, journal_months, zone, weights, asked_days
         FROM centre WHERE id = ?1",
    )?;
    let mut rows = sql.query(params![id])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    Ok(Some(Centre {
        id: row.col(0)?,
        name: row.col(1)?,
        commune: row.col(2)?,
        department: row.col(3)?,
        opened: row.col(4)?,
        names_allowed: row.col(5)?,
        lang: row.col(6)?,
        opening: serde_json::from_str(&row.col::<String>(7)?)?,
        lock_minutes: row.col(8)?,
        backup_folder: row.col(9)?,
        slot_minutes: row.col(10)?,
        guide_months: row.col(16)?,
        own_zone: row.col(21)?,
        words_for_all: row.col(19)?,
        targets: Targets {
            open_weeks: row.col(11)?,
            week_consultations: row.col(12)?,
            third_days: row.col(13)?,
            week_fee: row.col(14)?,
        },
        result_days: row.col(15)?,
        around: Around { before: row.col(17)?, after: row.col(18)? },
        journal_months: row.col(20)?,
        weights: serde_json::from_str(&row.col::<String>(22)?)?,
        asked_days: row.col(23)?,
    }))
}

/// The whole rota of a centre.
pub(in crate::store) fn rota(conn: &Connection, centre: &Centre) -> Result<Rota, StoreError> {
    let since = Day(i32::MIN);
    read(conn, centre, since, stays(conn, centre.id, since, &[], false)?, people(conn, centre.id)?)
}

/// The rota from a day on, with whatever of before something still hangs on, for those who ask; and everybody's name.
pub(in crate::store) fn near(
    conn: &Connection,
    centre: &Centre,
    since: Day,
    asks: &[PersonId],
) -> Result<Rota, StoreError> {
    let held = held(conn, centre.id, since, asks)?;
    read(conn, centre, since, stays(conn, centre.id, since, &held, false)?, people(conn, centre.id)?)
}

/// What the rules of the relay read of the rota: the confirmed stays that end on a day or later, their
/// doctors, and the team.
pub(in crate::store) fn confirmed(conn: &Connection, centre: &Centre, since: Day) -> Result<Rota, StoreError> {
    read(conn, centre, since, stays(conn, centre.id, since, &[], true)?, at_work(conn, centre.id, since)?)
}

/// The stays that end before a day and that something still hangs on.
///
/// They were never signed; their withdrawal waits for its answer; a key of theirs is out, or a task is open; nobody has come
/// to the post since; or they are of a
/// doctor who asks, or who typed something that was never transmitted.
fn held(conn: &Connection, centre: CentreId, since: Day, asks: &[PersonId]) -> Result<Vec<StayId>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT s.id FROM stay s LEFT JOIN handover h ON h.id = s.id
           WHERE s.centre = ?1 AND s.to_day < ?2 AND s.state = 'Confirmed' AND h.signed_at IS NULL
         UNION SELECT w.stay FROM withdrawal w WHERE w.centre = ?1 AND w.kept = 0
         UNION SELECT b.stay FROM booking b WHERE b.centre = ?1 AND b.to_day IS NULL AND b.lost = ''
         UNION SELECT t.stay FROM task t WHERE t.centre = ?1 AND t.state = 'ToDo'
         UNION SELECT (SELECT s.id FROM stay s WHERE s.centre = ?1 AND s.post = post.id AND s.to_day < ?2
             AND s.state = 'Confirmed' ORDER BY s.to_day DESC LIMIT 1) FROM post WHERE post.centre = ?1
         UNION SELECT s.id FROM (SELECT value AS doctor FROM json_each(?3) UNION SELECT author FROM draft) d
           JOIN stay s ON s.doctor = d.doctor WHERE s.centre = ?1 AND s.to_day < ?2",
    )?;
    let rows =
        sql.query_map(params![centre, since, serde_json::to_string(asks)?], |row| row.col::<Option<StayId>>(0))?;
    Ok(rows.filter_map(Result::transpose).collect::<Result<_, _>>()?)
}

/// Every stay and every name; of what was handed over, only what the stays of a day or later came from and left.
pub(in crate::store) fn handed_over_since(conn: &Connection, centre: &Centre, day: Day) -> Result<Rota, StoreError> {
    let ever = Day(i32::MIN);
    let stays = stays(conn, centre.id, ever, &[], false)?;
    let first = stays.ending_from(day).map(|s| s.from).min().unwrap_or(day).min(day);
    let before = |post: &Post| stays.over_before(first).rfind(|s| s.is_confirmed() && s.post == post.id);
    let posts = posts(conn, centre.id)?;
    let of: Vec<StayId> = posts.iter().filter_map(before).chain(stays.ending_from(first)).map(|s| s.id).collect();
    read_of(conn, centre, ever, stays, people(conn, centre.id)?, &of)
}

fn read(conn: &Connection, centre: &Centre, since: Day, stays: Stays, people: People) -> Result<Rota, StoreError> {
    let of: Vec<StayId> = stays.iter().map(|s| s.id).collect();
    read_of(conn, centre, since, stays, people, &of)
}

fn read_of(
    conn: &Connection,
    centre: &Centre,
    since: Day,
    stays: Stays,
    people: People,
    handed_over: &[StayId],
) -> Result<Rota, StoreError> {
    let ids = serde_json::to_string(handed_over)?;
    let stays = resolved(stays, &people);
    Ok(Rota {
        since: Some(since),
        calendar: Calendar {
            opening: centre.opening.clone(),
            closures: closures(conn, centre.id)?,
            // Bas-Rhin, Haut-Rhin and Moselle keep two more holidays.
            alsace_moselle: matches!(centre.department.as_str(), "57" | "67" | "68"),
        },
        posts: posts(conn, centre.id)?,
        handovers: handovers(conn, &ids)?,
        takeovers: takeovers(conn, &ids)?,
        stays,
        withdrawals: withdrawals(conn, centre.id)?,
        backups: backups(conn, centre.id, &people)?,
        absences: absences(conn, centre.id, since)?,
        opens: opens(conn, centre.id, since)?,
        people,
        result_days: centre.result_days,
        around: centre.around,
    })
}

/// The stays of who was entered twice are those of whom they are.
pub(super) fn resolved(mut stays: Stays, people: &People) -> Stays {
    if people.0.values().any(|person| person.same_as.is_some()) {
        stays.edit(|stays| stays.iter_mut().for_each(|stay| stay.doctor = people.root(stay.doctor)));
    }
    stays
}

/// Who can be called on days without a doctor.
fn backups(conn: &Connection, centre: CentreId, people: &People) -> Result<Vec<MedicalBackup>, StoreError> {
    let rows = record::rows(conn, centre, &MEDICAL_BACKUP)?;
    let mut found: Vec<_> = rows.iter().filter_map(MedicalBackup::of).collect();
    for backup in &mut found {
        backup.person = people.root(backup.person);
    }
    Ok(found)
}

/// The absences of the team that end on a day or later.
fn absences(conn: &Connection, centre: CentreId, since: Day) -> Result<Vec<Absence>, StoreError> {
    let rows = record::rows_where(conn, centre, &ABSENCE, "to_day >= ?2", &[i64::from(since.0)])?;
    Ok(rows.iter().filter_map(Absence::of).collect())
}

/// Who opens in the week of a day and those after it, where it was noted.
fn opens(conn: &Connection, centre: CentreId, since: Day) -> Result<Vec<Opens>, StoreError> {
    let monday = i64::from(since.0) - 6;
    let rows = record::rows_where(conn, centre, &OPENS, "week >= ?2", &[monday])?;
    Ok(rows.iter().filter_map(Opens::of).collect())
}

/// What the team has noted of stays that are not called off, and the coordination has not answered; the newest counts.
fn withdrawals(conn: &Connection, centre: CentreId) -> Result<BTreeMap<StayId, NotedWithdrawal>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT w.stay, w.author, w.at, w.announced, w.reason, w.withdrawn_by, w.withdrawn_cause FROM withdrawal w JOIN stay s ON s.id = w.stay
         WHERE w.centre = ?1 AND w.kept = 0 AND s.state <> 'Cancelled' ORDER BY w.id",
    )?;
    let rows = sql.query_map(params![centre], |row| {
        let by = row.col::<Option<_>>(5)?.unwrap_or_default();
        let what = Withdrawal { on: row.col(3)?, by, cause: row.col(6)?, reason: row.col(4)? };
        Ok((row.col(0)?, NotedWithdrawal { author: row.col(1)?, at: row.col(2)?, what }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn closures(conn: &Connection, centre: CentreId) -> Result<Vec<Closure>, StoreError> {
    Ok(record::rows(conn, centre, &CLOSURE)?.iter().filter_map(Closure::of).collect())
}

fn posts(conn: &Connection, centre: CentreId) -> Result<Vec<Post>, StoreError> {
    let mut sql = conn.prepare_cached("SELECT id, name, pattern FROM post WHERE centre = ?1 ORDER BY id")?;
    let rows =
        sql.query_map(params![centre], |row| Ok(Post { id: row.col(0)?, name: row.col(1)?, pattern: row.col(2)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The stays that end on a day or later, and those.
pub(in crate::store) fn stays(
    conn: &Connection,
    centre: CentreId,
    since: Day,
    and: &[StayId],
    confirmed: bool,
) -> Result<Stays, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT id, post, doctor, from_day, to_day, state, withdrawn_on, withdrawn_reason, was_confirmed,
           withdrawn_by, withdrawn_cause, held_until, said_on, note
         FROM stay WHERE ((centre = ?1 AND to_day >= ?2) OR id IN (SELECT value FROM json_each(?4)))
           AND (?3 = 0 OR state = 'Confirmed')",
    )?;
    let rows = sql.query_map(params![centre, since, confirmed, serde_json::to_string(and)?], |row| {
        let on: Option<Day> = row.col(6)?;
        let reason: Option<String> = row.col(7)?;
        Ok(Stay {
            id: row.col(0)?,
            post: row.col(1)?,
            doctor: row.col(2)?,
            from: row.col(3)?,
            to: row.col(4)?,
            state: row.col(5)?,
            withdrawal: match on.zip(reason) {
                Some((on, reason)) => {
                    let by = row.col::<Option<_>>(9)?.unwrap_or_default();
                    Some(Withdrawal { on, by, cause: row.col(10)?, reason })
                }
                None => None,
            },
            was_confirmed: row.col(8)?,
            held_until: row.col(11)?,
            said_on: row.col(12)?,
            note: row.col(13)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

const PERSON: &str =
    "SELECT id, given, family, role, phone, email, presence, ended, status, department, birth_year, rpps,
                        pioneer, role_beside, same_as FROM person";

fn person_of(row: &Row<'_>) -> rusqlite::Result<Person> {
    let days: String = row.col(6)?;
    let mut presence = [false; 7];
    for (day, letter) in presence.iter_mut().zip(days.bytes()) {
        *day = letter == b'1';
    }
    Ok(Person {
        id: row.col(0)?,
        given: row.col(1)?,
        family: row.col(2)?,
        role: row.col::<Option<Role>>(13)?.map_or_else(|| row.col(3), Ok)?,
        phone: row.col(4)?,
        email: row.col(5)?,
        presence,
        ended: row.col(7)?,
        doctor: DoctorFacts {
            status: row.col(8)?,
            department: row.col(9)?,
            birth_year: row.col(10)?,
            rpps: row.col(11)?,
            pioneer: row.col(12)?,
        },
        same_as: row.col(14)?,
    })
}

/// The team of the centre, and every doctor: they are the collective's.
pub(super) fn people(conn: &Connection, centre: CentreId) -> Result<People, StoreError> {
    let mut sql = conn.prepare_cached(&format!("{PERSON} WHERE centre = ?1 OR role = 'Doctor'"))?;
    Ok(sql.query_map(params![centre], person_of)?.collect::<Result<_, _>>()?)
}

/// Everyone of the permanent team, those who have left too; nobody before there is a centre.
pub(in crate::store) fn team(conn: &Connection, centre: Option<CentreId>) -> Result<People, StoreError> {
    let mut sql = conn.prepare_cached(&format!("{PERSON} WHERE centre = ?1 AND role <> 'Doctor'"))?;
    Ok(sql.query_map(params![centre], person_of)?.collect::<Result<_, _>>()?)
}

/// The team, and the doctors of confirmed stays that end on a day or later.
fn at_work(conn: &Connection, centre: CentreId, since: Day) -> Result<People, StoreError> {
    let mut sql = conn.prepare_cached(&format!(
        "{PERSON} WHERE (centre = ?1 AND role <> 'Doctor')
           OR id IN (SELECT doctor FROM stay WHERE centre = ?1 AND to_day >= ?2 AND state = 'Confirmed')
           OR id IN (SELECT same_as FROM person WHERE same_as IS NOT NULL)"
    ))?;
    Ok(sql.query_map(params![centre, since], person_of)?.collect::<Result<_, _>>()?)
}

/// One person, if known.
pub(in crate::store) fn person(conn: &Connection, id: PersonId) -> Result<Option<Person>, StoreError> {
    Ok(conn.prepare_cached(&format!("{PERSON} WHERE id = ?1"))?.query_row(params![id], person_of).optional()?)
}

/// A handover with its signature in force.
const HANDOVER: &str = "SELECT h.id, note_week, note_next, note_centre, note_oral,
    h.signed_at, h.author, h.entered_by, h.name, h.hash, h.nothing_to_report, h.as_is, h.undecided, h.previous,
    (SELECT follows FROM signature g WHERE g.stay = h.id AND g.hash = h.hash),
    (SELECT figures FROM signature g WHERE g.stay = h.id AND g.hash = h.hash), h.rev
  FROM handover h";

/// The signature in the columns from `first` on, as they follow each other in [`HANDOVER`].
pub(in crate::store) fn signature_of(row: &Row<'_>, first: usize) -> Result<Signature, StoreError> {
    let figures: Option<String> = row.col(first + 10)?;
    Ok(Signature {
        at: row.col(first)?,
        author: row.col(first + 1)?,
        entered_by: row.col(first + 2)?,
        name: row.col(first + 3)?,
        hash: row.col(first + 4)?,
        nothing_to_report: row.col(first + 5)?,
        as_is: row.col(first + 6)?,
        undecided: serde_json::from_str(&row.col::<String>(first + 7)?)?,
        previous: row.col(first + 8)?,
        follows: row.col(first + 9)?,
        figures: figures.map(|figures| serde_json::from_str(&figures)).transpose()?,
    })
}

fn handover_of(row: &Row<'_>) -> Result<Handover, StoreError> {
    let signed: Option<Stamp> = row.col(5)?;
    let signature = signed.map(|_| signature_of(row, 5)).transpose()?;
    let notes = Notes { week: row.col(1)?, next: row.col(2)?, centre: row.col(3)?, oral: row.col(4)? };
    Ok(Handover { rev: Rev(row.col(16)?), notes, signature, ..Handover::empty(row.col(0)?) })
}

/// One handover without its addenda, if anything of it was written.
pub(in crate::store) fn handover(conn: &Connection, stay: StayId) -> Result<Option<Handover>, StoreError> {
    let mut sql = conn.prepare_cached(&format!("{HANDOVER} WHERE h.id = ?1"))?;
    let mut rows = sql.query(params![stay])?;
    rows.next()?.map(handover_of).transpose()
}

/// The handovers of those stays, as a list in JSON.
fn handovers(conn: &Connection, stays: &str) -> Result<BTreeMap<StayId, Handover>, StoreError> {
    let mut sql = conn.prepare_cached(&format!("{HANDOVER} WHERE h.id IN (SELECT value FROM json_each(?1))"))?;
    let mut rows = sql.query([stays])?;
    let mut handovers = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let handover = handover_of(row)?;
        handovers.insert(handover.stay, handover);
    }
    let mut sql = conn.prepare_cached(
        "SELECT stay, author, entered_by, at, text, item FROM addendum
         WHERE stay IN (SELECT value FROM json_each(?1)) ORDER BY id",
    )?;
    let mut rows = sql.query([stays])?;
    while let Some(row) = rows.next()? {
        if let Some(handover) = handovers.get_mut(&row.col(0)?) {
            handover.addenda.push(Addendum {
                author: row.col(1)?,
                entered_by: row.col(2)?,
                at: row.col(3)?,
                text: row.col(4)?,
                item: row.col(5)?,
            });
        }
    }
    let mut sql = conn.prepare_cached(
        "SELECT r.stay, r.author, r.entered_by, r.at, r.reason, g.at, g.hash, r.stays, r.last_word, r.last_answer
         FROM reopening r JOIN signature g ON g.id = r.signature
         WHERE r.stay IN (SELECT value FROM json_each(?1)) ORDER BY r.id",
    )?;
    let mut rows = sql.query([stays])?;
    while let Some(row) = rows.next()? {
        if let Some(handover) = handovers.get_mut(&row.col(0)?) {
            handover.reopenings.push(Reopening {
                author: row.col(1)?,
                entered_by: row.col(2)?,
                at: row.col(3)?,
                reason: row.col(4)?,
                signed_at: row.col(5)?,
                hash: row.col(6)?,
                stays: serde_json::from_str(&row.col::<String>(7)?)?,
                last_word: row.col(8)?,
                last_answer: row.col(9)?,
            });
        }
    }
    Ok(handovers)
}

fn takeovers(conn: &Connection, stays: &str) -> Result<BTreeMap<StayId, Takeover>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT id, author, entered_by, name, at, unanswered FROM takeover
         WHERE id IN (SELECT value FROM json_each(?1))",
    )?;
    let mut rows = sql.query([stays])?;
    let mut takeovers = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let takeover = Takeover {
            stay: row.col(0)?,
            author: row.col(1)?,
            entered_by: row.col(2)?,
            name: row.col(3)?,
            at: row.col(4)?,
            unanswered: serde_json::from_str(&row.col::<String>(5)?)?,
        };
        takeovers.insert(takeover.stay, takeover);
    }
    Ok(takeovers)
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, s, someone, word};
    use super::*;
    use crate::domain::act::{Act, PeopleAct, RecordAct};
    use crate::domain::alert::Alert;
    use crate::domain::{Addressee, Holder};
    use crate::protocol::question;

    #[test]
    fn an_absence_moves_what_is_asked_of_a_role_and_everybody_with_the_rota_reads_it() {
        let mut desk = Desk::new();
        let hired = |desk: &mut Desk, family: &str, role| {
            desk.act(GARNIER, PeopleAct::Add(someone("Nadia", family, role)));
            PersonId(desk.last("person"))
        };
        let nurse = hired(&mut desk, "Petit", Role::Nurse);
        let office = hired(&mut desk, "Blanc", Role::HeadOffice);
        let figures = hired(&mut desk, "Noir", Role::FiguresOnly);
        let mut asked = word("pansement", s(49));
        (asked.to, asked.due) = (Addressee::Role(Role::Nurse), Some(desk.now.day.plus(4)));
        desk.open(GARNIER, super::super::super::testing::about("1243"), asked);
        let followed = |desk: &Desk| desk.ask(question::Frame).followed.into_keys().collect::<Vec<_>>();
        assert_eq!(followed(&desk), [Holder::Role(Role::Nurse)]);
        let away = Absence { person: nurse, from: desk.now.day, to: desk.now.day.plus(7), replaced_by: None };
        // Whoever prepares stays notes it, the head office too.
        desk.act(office, Act::Record(RecordAct::Put(&ABSENCE, None, away.values())));
        assert_eq!(followed(&desk), [Holder::COORDINATION]);
        let frame = desk.ask(question::Frame);
        assert!(frame.alerts.iter().any(|a| matches!(a, Alert::RoleEmpty(_, Role::Nurse))), "{:?}", frame.alerts);
        let opens = [("week", s(49).monday().into()), ("person", nurse.into())].into_iter().collect();
        desk.act(nurse, Act::Record(RecordAct::Put(&OPENS, None, opens)));
        for (who, read) in [(nurse, 1), (office, 1), (figures, 0)] {
            let rota = desk.asks(who, question::Frame).rota;
            assert_eq!((rota.absences.len(), rota.opens.len()), (read, read), "{who:?}");
        }
        // Long over, it is not read; the whole rota knows it.
        desk.now.day = desk.now.day.plus(100);
        assert!(desk.ask(question::Frame).rota.absences.is_empty());
        assert_eq!(desk.ask(question::FrameSince(Day(i32::MIN))).rota.absences, [away]);
    }
}
