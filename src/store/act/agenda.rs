//! Acts on the agenda: entries, types of half-days, closed days.

use rusqlite::OptionalExtension as _;

use super::super::door::{Cx, Done, Stop, refuse};
use super::super::page::{agenda, rota};
use super::item;
use crate::domain::act::{AgendaAct, NewItem, NewWord};
use crate::domain::agenda::{Clash, HalfDayKind, NewEntry, OnClash, clashes};
use crate::domain::day_close::{DayCounts, Mark, closing};
use crate::domain::{
    Addressee, Arg, Day, DayCloseId, Detail, EntryId, Gravity, HalfDay, ItemFacts, Kind, Msg, PostId, Rota, Stamp,
    StayId,
};
use crate::store::sql::{Columns as _, Fields, fields, params};

pub(super) fn run(act: &AgendaAct, cx: &Cx<'_>) -> Result<Done, Stop> {
    match act {
        AgendaAct::Add(entry, on_clash) => {
            settle(cx, entry, None, on_clash)?;
            insert(cx, entry, None)?;
            Ok(said(Msg::new("store-said-entry-added"), entry))
        }
        AgendaAct::Edit(id, entry, on_clash) => {
            settle(cx, entry, Some(*id), on_clash)?;
            update(cx, *id, entry)?;
            Ok(said(Msg::new("store-said-entry-edited"), entry))
        }
        AgendaAct::Remove(id) => {
            let before = agenda::entry(cx.conn, cx.centre()?, *id)?;
            let before = before.ok_or_else(|| Stop::Refused(Msg::new("store-gone")))?;
            remove(cx, *id)?;
            Ok(said(Msg::new("store-said-entry-removed"), &before.what))
        }
        AgendaAct::HalfDays(which, kind) => half_days(cx, which, *kind),
        AgendaAct::Close { stay, day, counts, marks, corrects } => {
            not_closed_since(cx, *stay, *day, *corrects)?;
            close(cx, *stay, *day, counts, marks)
        }
    }
}

fn said(msg: Msg, entry: &NewEntry) -> Done {
    let when = entry.start.map_or(Arg::Day(entry.day), |start| Arg::Stamp(Stamp::at(entry.day, start)));
    Done::said(msg.with("what", Msg::new(entry.kind.word())).with("when", when))
}

/// The centre's rota as the rules of the agenda need it.
fn rota_of(cx: &Cx<'_>, since: Day) -> Result<Rota, Stop> {
    let centre = cx.whole_centre()?;
    Ok(rota::confirmed(cx.conn, &centre, since)?)
}

/// Refuses what no agenda can hold, and asks where it clashes.
fn settle(cx: &Cx<'_>, entry: &NewEntry, itself: Option<EntryId>, on_clash: &OnClash) -> Result<(), Stop> {
    check(cx, entry)?;
    if *on_clash == OnClash::Keep {
        return Ok(());
    }
    let centre = cx.centre()?;
    let around = agenda::entries(cx.conn, centre, entry.day, entry.to)?;
    let around: Vec<_> = around.into_iter().map(|kept| kept.what).collect();
    let decided = agenda::half_days(cx.conn, centre, entry.day, entry.to)?;
    let found = clashes(entry, itself, &around, &decided, &rota_of(cx, entry.day)?);
    match on_clash {
        OnClash::Ask if !found.is_empty() => Err(Stop::Clash(found)),
        OnClash::Replace(shown) => {
            let overlapped = found.iter().filter_map(|c| if let Clash::Overlap(e) = c { Some(e) } else { None });
            // Nothing goes that its author has not seen as it is.
            if !found.is_empty() && !overlapped.clone().flatten().eq(shown) {
                return Err(Stop::Clash(found));
            }
            overlapped.flatten().try_for_each(|e| remove(cx, e.id))
        }
        _ => Ok(()),
    }
}

fn check(cx: &Cx<'_>, entry: &NewEntry) -> Result<(), Stop> {
    check_hours(entry)?;
    if let Some(item) = entry.item {
        let known = "SELECT EXISTS (SELECT 1 FROM item WHERE id = ?1 AND centre = ?2)";
        if !cx.conn.prepare_cached(known)?.query_row(params![item, cx.centre()?], |row| row.col::<bool>(0))? {
            return refuse(Msg::new("store-entry-no-item").with("item", item.0));
        }
    }
    entry.post.map_or(Ok(()), |post| super::stay::post_exists(cx, post))
}

/// Refuses days and hours that no entry can have.
pub(super) fn check_hours(entry: &NewEntry) -> Result<(), Stop> {
    if entry.to < entry.day {
        return refuse(Msg::new("store-days-reversed"));
    }
    if entry.kind.is_appointment() && (entry.post.is_none() || entry.start.is_none()) {
        return refuse(Msg::new("store-entry-needs-hour"));
    }
    if entry
        .start
        .is_some_and(|start| entry.minutes == 0 || start.saturating_add(entry.minutes) > 1440 || entry.to != entry.day)
    {
        return refuse(Msg::new("store-entry-crosses-midnight"));
    }
    Ok(())
}

/// The content of an entry, as it is stored.
fn row(entry: &NewEntry) -> Result<Fields, Stop> {
    let patient = entry.patient.as_ref();
    Ok(fields! {
        post: entry.post,
        day: entry.day,
        to_day: entry.to,
        start: entry.start,
        minutes: entry.minutes,
        kind: entry.kind,
        file: patient.map(|p| &p.file),
        initials: patient.and_then(|p| p.initials.as_ref()),
        birth_year: patient.and_then(|p| p.birth_year),
        title: entry.title,
        place: entry.place,
        item: entry.item,
    })
}

/// Adds an entry and says its number.
pub(super) fn insert(cx: &Cx<'_>, entry: &NewEntry, uid: Option<&str>) -> Result<EntryId, Stop> {
    cx.add("entry", row(entry)?.and(fields! { centre: cx.centre()?, uid: uid })).map(EntryId)
}

/// Replaces the content of an entry; the name another software gave it stays.
pub(super) fn update(cx: &Cx<'_>, id: EntryId, entry: &NewEntry) -> Result<(), Stop> {
    cx.set("entry", row(entry)?, "id = ? AND centre = ?", &[id.0, cx.centre()?.0])
}

pub(super) fn remove(cx: &Cx<'_>, id: EntryId) -> Result<(), Stop> {
    cx.run_one("DELETE FROM entry WHERE id = ?1 AND centre = ?2", params![id, cx.centre()?])
}

/// Decides the type of some half-days.
fn half_days(cx: &Cx<'_>, which: &[(PostId, Day, HalfDay)], kind: HalfDayKind) -> Result<Done, Stop> {
    let centre = cx.centre()?;
    for (post, day, half) in which {
        super::stay::post_exists(cx, *post)?;
        let changed = cx.run(
            "UPDATE half_day SET kind = ?1 WHERE centre = ?5 AND post = ?2 AND day = ?3 AND half = ?4 AND kind <> ?1",
            params![kind, post, day, half, centre],
        )?;
        if changed == 0 {
            cx.run(
                "INSERT INTO half_day(centre, post, day, half, kind) SELECT ?1, ?2, ?3, ?4, ?5
                 WHERE NOT EXISTS (SELECT 1 FROM half_day WHERE centre = ?1 AND post = ?2 AND day = ?3 AND half = ?4)",
                params![centre, post, day, half, kind],
            )?;
        }
    }
    let msg = Msg::new("store-said-half-days").with("count", which.len()).with("kind", Msg::new(kind.word()));
    Ok(Done::said(msg))
}

/// Refuses to close a day that another desk has closed since its author looked: it would be a correction
/// nobody meant, and each marked patient would be two points.
fn not_closed_since(cx: &Cx<'_>, stay: StayId, day: Day, seen: Option<DayCloseId>) -> Result<(), Stop> {
    let closings = agenda::closings(cx.conn, cx.centre()?, day, day)?;
    let Some(newest) = closing(&closings, stay, day).filter(|newest| Some(newest.id) != seen) else { return Ok(()) };
    let name = rota::person(cx.conn, newest.author)?.map_or_else(|| "—".to_owned(), |p| p.short());
    refuse(Msg::new("store-close-already").with("who", name).with("when", newest.at))
}

/// Closes a day of a stay; each marked patient becomes a point for the stay's doctor.
fn close(cx: &Cx<'_>, stay: StayId, day: Day, counts: &DayCounts, marks: &[Mark]) -> Result<Done, Stop> {
    let mut at_work = cx.conn.prepare_cached(
        "SELECT post FROM stay
         WHERE id = ?1 AND centre = ?2 AND state = 'Confirmed' AND ?3 BETWEEN from_day AND to_day",
    )?;
    let found = at_work.query_row(params![stay, cx.centre()?, day], |row| row.col(0)).optional()?;
    let Some(post) = found else {
        return refuse(Msg::new("store-close-no-stay"));
    };
    if day > cx.now.day {
        return refuse(Msg::new("store-close-future"));
    }
    let author = cx.author()?.id;
    let mut before = cx.conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM day_close WHERE stay = ?1 AND day = ?2)")?;
    let corrects: bool = before.query_row(params![stay, day], |row| row.col(0))?;
    let row = fields! {
        centre: cx.centre()?,
        stay: stay,
        day: day,
        offered: counts.offered,
        booked: counts.booked,
        programmed: counts.programmed,
        unplanned: counts.unplanned,
        visits: counts.visits,
        remote: counts.remote,
        absent: counts.absent,
        author: author,
        at: cx.now.at,
    };
    let closing = cx.add("day_close", row)?;
    for mark in marks {
        let point = NewItem { kind: Kind::Care, patient: Some(mark.patient.clone()), facts: ItemFacts::default() };
        let word = NewWord {
            text: mark.text.clone(),
            plan: String::new(),
            gravity: Gravity::Routine,
            due: None,
            show_from: None,
            to: Addressee::Post(post, day.week()),
            outcome: None,
            detail: Detail::default(),
        };
        let id = item::open(cx, &point, &word, item::stay_of_author(cx)?)?;
        cx.run_one("INSERT INTO mark(id, day_close) VALUES (?1, ?2)", params![id, closing])?;
    }
    let said = if corrects { "store-said-day-corrected" } else { "store-said-day-closed" };
    let msg = Msg::new(said).with("day", day).with("count", usize::from(counts.done()));
    Ok(Done::said(msg))
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, POST, s};
    use super::*;
    use crate::domain::act::StayAct;
    use crate::domain::agenda::EntryKind;
    use crate::domain::holiday::Holiday;
    use crate::domain::stay::Withdrawal;
    use crate::domain::{CentreId, Closed, DayClose, PatientRef, Who};
    use crate::protocol::{Reply, WeekPage, Write, question};

    fn visit(day: Day, start: u16) -> NewEntry {
        NewEntry {
            kind: EntryKind::Visit,
            post: Some(POST),
            day,
            to: day,
            start: Some(start),
            minutes: 40,
            patient: Some(PatientRef { file: "1243".into(), initials: Some("M.D.".into()), birth_year: Some(1948) }),
            title: String::new(),
            place: "Lavaveix".into(),
            item: None,
        }
    }

    fn page(desk: &Desk, week: u32) -> WeekPage {
        desk.ask(question::Week(s(week)))
    }

    fn asked(desk: &mut Desk, entry: NewEntry) -> Vec<Clash> {
        match desk.try_act(GARNIER, AgendaAct::Add(entry, OnClash::Ask)) {
            Reply::Clash(found, _) => found,
            Reply::Saved { .. } => Vec::new(),
            other => panic!("{other:?}"),
        }
    }

    /// Vidal in S48 and the Wednesday of that week.
    fn vidal() -> (Desk, StayId, Day) {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(48));
        (desk, stay, s(48).monday().plus(2))
    }

    #[test]
    fn a_visit_is_added_moved_and_deleted_and_every_step_is_undone() {
        let (mut desk, _, wednesday) = vidal();
        let empty = desk.dump();
        desk.act(GARNIER, AgendaAct::Add(visit(wednesday, 870), OnClash::Ask));
        let entry = page(&desk, 48).entries.remove(0).what;
        assert_eq!(entry.what, visit(wednesday, 870));
        desk.act(GARNIER, AgendaAct::Edit(entry.id, visit(wednesday.plus(1), 540), OnClash::Ask));
        assert_eq!(page(&desk, 48).entries[0].what.what, visit(wednesday.plus(1), 540));
        desk.act(GARNIER, AgendaAct::Remove(entry.id));
        assert_eq!(page(&desk, 48).entries, []);
        for _ in 0..3 {
            desk.store.undo(Who::is(GARNIER), desk.now);
        }
        assert_eq!(desk.dump(), empty);
    }

    #[test]
    fn each_clash_is_found_and_named_and_the_plain_case_has_none() {
        let (mut desk, _, wednesday) = vidal();
        assert_eq!(asked(&mut desk, visit(wednesday, 870)), []);
        let there = page(&desk, 48).entries[0].what.clone();
        // Side by side is no clash.
        assert_eq!(asked(&mut desk, visit(wednesday, 910)), []);
        assert_eq!(asked(&mut desk, visit(wednesday, 840)), [Clash::Overlap(vec![there])]);
        assert_eq!(asked(&mut desk, visit(wednesday, 7 * 60)), [Clash::OutsideHours]);
        // Thursday afternoon is closed each week.
        let thursday = wednesday.plus(1);
        assert_eq!(asked(&mut desk, visit(thursday, 870)), [Clash::ClosedHalf(HalfDayKind::Closed)]);
        let sunday = wednesday.plus(4);
        let closed = Clash::ClosedDay(Closed::EachWeek);
        assert_eq!(asked(&mut desk, visit(sunday, 870)), [closed, Clash::NoDoctor]);
        // 25 December 2026 is a Friday.
        let christmas = Day::ymd(2026, 12, 25).unwrap();
        assert_eq!(
            asked(&mut desk, visit(christmas, 870)),
            [Clash::ClosedDay(Closed::Holiday(Holiday::Christmas)), Clash::NoDoctor]
        );
        assert_eq!(asked(&mut desk, visit(s(49).monday(), 870)), [Clash::NoDoctor]);
        // A meeting of the centre clashes with nothing.
        let meeting = NewEntry { kind: EntryKind::Meeting, post: None, ..visit(sunday, 870) };
        assert_eq!(asked(&mut desk, meeting), []);
    }

    #[test]
    fn a_clash_is_kept_or_replaced_knowingly() {
        let (mut desk, _, wednesday) = vidal();
        desk.act(GARNIER, AgendaAct::Add(visit(wednesday, 870), OnClash::Ask));
        desk.act(GARNIER, AgendaAct::Add(visit(wednesday, 880), OnClash::Keep));
        assert_eq!(page(&desk, 48).entries.len(), 2);
        let before = desk.dump();
        let shown = page(&desk, 48).entries.into_iter().map(|kept| kept.what).collect();
        desk.act(GARNIER, AgendaAct::Add(visit(wednesday, 860), OnClash::Replace(shown)));
        assert_eq!(page(&desk, 48).entries.iter().map(|kept| kept.what.what.start).collect::<Vec<_>>(), [Some(860)]);
        // One act, undone as a whole.
        desk.store.undo(Who::is(GARNIER), desk.now);
        assert_eq!(desk.dump(), before);
    }

    #[test]
    fn nothing_is_replaced_that_was_not_shown() {
        let (mut desk, _, wednesday) = vidal();
        desk.act(GARNIER, AgendaAct::Add(visit(wednesday, 870), OnClash::Ask));
        let shown: Vec<_> = page(&desk, 48).entries.into_iter().map(|kept| kept.what).collect();
        let replace = || AgendaAct::Add(visit(wednesday, 860), OnClash::Replace(shown.clone()));
        // Another desk moves the one by ten minutes, or adds one.
        for meanwhile in [
            AgendaAct::Edit(shown[0].id, visit(wednesday, 880), OnClash::Keep),
            AgendaAct::Add(visit(wednesday, 885), OnClash::Keep),
        ] {
            desk.act(GARNIER, meanwhile);
            let before = desk.dump();
            let reply = desk.try_act(GARNIER, replace());
            let there = page(&desk, 48).entries.into_iter().map(|kept| kept.what).collect();
            let write = Box::new(Write::of(replace().into()));
            assert_eq!(reply, Reply::Clash(vec![Clash::Overlap(there)], write));
            assert_eq!(desk.dump(), before);
            desk.store.undo(Who::is(GARNIER), desk.now);
        }
        desk.act(GARNIER, replace());
        assert_eq!(page(&desk, 48).entries.len(), 1);
    }

    #[test]
    fn what_no_agenda_can_hold_is_refused() {
        let (mut desk, _, wednesday) = vidal();
        let late = NewEntry { minutes: 120, ..visit(wednesday, 23 * 60) };
        assert_eq!(desk.refused(GARNIER, AgendaAct::Add(late, OnClash::Keep)), "store-entry-crosses-midnight");
        let unknown = NewEntry { item: Some(crate::domain::ItemId(99)), ..visit(wednesday, 870) };
        assert_eq!(desk.refused(GARNIER, AgendaAct::Add(unknown, OnClash::Keep)), "store-entry-no-item");
        let adrift = NewEntry { post: None, ..visit(wednesday, 870) };
        assert_eq!(desk.refused(GARNIER, AgendaAct::Add(adrift, OnClash::Keep)), "store-entry-needs-hour");
    }

    #[test]
    fn an_entry_is_read_in_its_own_centre_only() {
        let (mut desk, _, wednesday) = vidal();
        desk.act(GARNIER, AgendaAct::Add(visit(wednesday, 870), OnClash::Ask));
        let id = page(&desk, 48).entries[0].what.id;
        let there = |centre| agenda::entry(&desk.store.conn, CentreId(centre), id).unwrap().is_some();
        assert!(there(1) && !there(2));
    }

    #[test]
    fn the_entries_of_a_point_are_found_without_reading_them_all() {
        let desk = Desk::new();
        let sql = "EXPLAIN QUERY PLAN SELECT id FROM entry WHERE item = ?1";
        let plan: String = desk.store.conn.query_row(sql, [1], |row| row.col(3)).unwrap();
        assert!(plan.contains("entry_item"), "{plan}");
    }

    #[test]
    fn half_days_are_decided_by_range_and_decided_again() {
        let (mut desk, _, wednesday) = vidal();
        let range: Vec<_> = [0, 1].map(|n| (POST, wednesday.plus(n), HalfDay::Morning)).to_vec();
        desk.act(GARNIER, AgendaAct::HalfDays(range.clone(), HalfDayKind::Unplanned));
        desk.act(GARNIER, AgendaAct::HalfDays(range[..1].to_vec(), HalfDayKind::Visits));
        let kinds: Vec<_> = page(&desk, 48).half_days.iter().map(|h| (h.day, h.kind)).collect();
        assert_eq!(kinds, [(wednesday, HalfDayKind::Visits), (wednesday.plus(1), HalfDayKind::Unplanned)]);
        let same = AgendaAct::HalfDays(range[..1].to_vec(), HalfDayKind::Visits);
        assert_eq!(desk.refused(GARNIER, same), "store-nothing");
    }

    #[test]
    fn a_day_is_closed_once_and_a_correction_keeps_both_values() {
        let (mut desk, stay, wednesday) = vidal();
        let counts = DayCounts { offered: 25, booked: 20, programmed: 19, absent: 1, ..DayCounts::default() };
        let close = |counts, corrects| AgendaAct::Close { stay, day: wednesday, counts, marks: vec![], corrects };
        desk.act(GARNIER, close(counts, None));
        let corrected = DayCounts { programmed: 18, absent: 2, ..counts };
        // Another desk that saw no closing is told of this one; it corrects what it has seen.
        assert_eq!(desk.refused(GARNIER, close(corrected, None)), "store-close-already");
        let first = page(&desk, 48).closings[0].id;
        let said = desk.act(GARNIER, close(corrected, Some(first)));
        assert_eq!(said.id, "store-said-day-corrected");
        assert_eq!(desk.refused(GARNIER, close(counts, Some(first))), "store-close-already");
        let closings: Vec<DayClose> = page(&desk, 48).closings;
        assert_eq!(closings.iter().map(|c| c.counts).collect::<Vec<_>>(), [counts, corrected]);
        assert_eq!(closing(&closings, stay, wednesday).unwrap().counts, corrected);
        let tomorrow = AgendaAct::Close { stay, day: desk.now.day.plus(1), counts, marks: vec![], corrects: None };
        assert_eq!(desk.refused(GARNIER, tomorrow), "store-close-future");
        let before = AgendaAct::Close { stay, day: s(47).monday(), counts, marks: vec![], corrects: None };
        assert_eq!(desk.refused(GARNIER, before), "store-close-no-stay");
        let ill = Withdrawal::told(wednesday, "malade");
        desk.act(GARNIER, StayAct::Cancel(stay, ill));
        assert_eq!(desk.refused(GARNIER, close(counts, Some(closings[1].id))), "store-close-no-stay");
    }

    #[test]
    fn a_patient_marked_at_the_close_is_in_the_leaving_doctors_list() {
        let (mut desk, stay, wednesday) = vidal();
        let patient = visit(wednesday, 0).patient.unwrap();
        let marks = vec![Mark { patient: patient.clone(), text: "À revoir avant le départ.".into() }];
        desk.act(
            GARNIER,
            AgendaAct::Close { stay, day: wednesday, counts: DayCounts::default(), marks, corrects: None },
        );
        let transmission = desk.ask(question::Transmission(stay)).unwrap();
        let listed: Vec<_> = transmission.lines.iter().map(|l| l.thread.item.patient.clone()).collect();
        assert_eq!(listed, [Some(patient)]);
        // It was not yet spoken of: it waits for the doctor's decision.
        assert_eq!(transmission.to_decide().count(), 1);
        assert_eq!(transmission.lines[0].marked, Some(wednesday));
        // Undone with the closing it was marked at, as a whole.
        desk.store.undo(Who::is(GARNIER), desk.now);
        let transmission = desk.ask(question::Transmission(stay)).unwrap();
        assert_eq!(transmission.lines.len(), 0);
        assert_eq!(page(&desk, 48).closings, []);
    }
}
