//! Acts on the rota.

use rusqlite::OptionalExtension;

use super::super::door::{Cx, Done, Stop, refuse};
use crate::domain::act::{NewStay, StayAct};
use crate::domain::short_stay;
use crate::domain::stay::Withdrawal;
use crate::domain::{Day, Msg, PersonId, PostId, Role, StayId, StayState};
use crate::store::sql::{Columns as _, Fields, fields, params};

use super::super::page::rota::person;

pub(super) fn run(act: &StayAct, cx: &Cx<'_>) -> Result<Done, Stop> {
    match act {
        StayAct::Enroll(person, stay) => {
            let doctor = super::people::insert(cx, cx.centre()?, person)?;
            add(cx, &NewStay { doctor, ..stay.clone() })?;
            said(cx, Msg::new("store-said-stay-added"), doctor, stay.from)
        }
        StayAct::Add(stay) => {
            short_enough(cx, stay, None)?;
            add(cx, stay)?;
            let id = match stay.state {
                StayState::Option => "store-said-stay-option",
                StayState::Considered => "store-said-stay-considered",
                _ => "store-said-stay-added",
            };
            said(cx, Msg::new(id), stay.doctor, stay.from)
        }
        StayAct::Edit(id, stay) => {
            short_enough(cx, stay, Some(*id))?;
            edit(cx, *id, stay)?;
            said(cx, Msg::new("store-said-stay-edited"), stay.doctor, stay.from)
        }
        StayAct::Cancel(id, withdrawal) => {
            let (doctor, from) = cancel(cx, *id, withdrawal)?;
            said(cx, Msg::new("store-said-stay-cancelled"), doctor, from)
        }
        StayAct::NoteWithdrawal(id, withdrawal) => {
            let (doctor, from) = note(cx, *id, withdrawal)?;
            said(cx, Msg::new("store-said-withdrawal-noted"), doctor, from)
        }
        StayAct::Interrupt { stay, last, withdrawal } => {
            let (doctor, from) = interrupt(cx, *stay, *last, withdrawal)?;
            said(cx, Msg::new("store-said-stay-interrupted").with("day", *last), doctor, from)
        }
        StayAct::Cut { stay, from, doctor } => {
            let (first, begun) = cut(cx, *stay, *from, *doctor)?;
            said(cx, Msg::new("store-said-stay-cut").with("day", *from), first, begun)
        }
        StayAct::Swap(one, other) => swap(cx, *one, *other),
        StayAct::Keep(id) => {
            let stay = find(cx, *id)?;
            let kept = cx.run("UPDATE withdrawal SET kept = 1 WHERE stay = ?1 AND kept = 0", params![id])?;
            if kept == 0 {
                return refuse(Msg::new("store-gone"));
            }
            said(cx, Msg::new("store-said-stay-kept"), stay.doctor, stay.from)
        }
    }
}

fn said(cx: &Cx<'_>, msg: Msg, doctor: PersonId, from: Day) -> Result<Done, Stop> {
    Ok(Done::said(msg.with("doctor", short(cx, doctor)?).with("week", from.week())))
}

pub(super) fn short(cx: &Cx<'_>, id: PersonId) -> Result<String, Stop> {
    Ok(person(cx.conn, id)?.map_or_else(|| "—".to_owned(), |p| p.short()))
}

/// Adds a stay after the rules that hold for every stay.
pub(super) fn add(cx: &Cx<'_>, stay: &NewStay) -> Result<(), Stop> {
    check(cx, stay, None)?;
    let withdrawal = (stay.state == StayState::Cancelled).then_some((cx.now.day, ""));
    let row = row(stay)?.and(fields! {
        centre: cx.centre()?,
        said_on: cx.now.day,
        withdrawn_on: withdrawal.map(|w| w.0),
        withdrawn_reason: withdrawal.map(|w| w.1),
    });
    cx.add("stay", row).map(|_| ())
}

/// Refuses a short stay beyond what a month allows, unless its reason is given (rule 32).
fn short_enough(cx: &Cx<'_>, stay: &NewStay, but: Option<StayId>) -> Result<(), Stop> {
    let days = (stay.from, stay.to);
    if stay.state != StayState::Confirmed || !stay.note.trim().is_empty() || !short_stay::is_short(days.0, days.1) {
        return Ok(());
    }
    let centre = cx.whole_centre()?;
    let since = stay.from.plus(-31);
    let rota = super::super::page::rota::near(cx.conn, &centre, since, &[])?;
    if short_stay::is_beyond(&rota.stays, stay.doctor, days, but) {
        return refuse(Msg::new("store-short-stays").with("doctor", short(cx, stay.doctor)?));
    }
    Ok(())
}

/// What a form says of a stay, as it is stored; only an option has a last day.
fn row(stay: &NewStay) -> Result<Fields, Stop> {
    Ok(fields! {
        post: stay.post,
        doctor: stay.doctor,
        from_day: stay.from,
        to_day: stay.to,
        state: stay.state,
        held_until: stay.held_until.filter(|_| stay.state == StayState::Option),
        note: stay.note.trim(),
    })
}

/// Changes a stay that takes place, after the same rules.
pub(super) fn edit(cx: &Cx<'_>, id: StayId, stay: &NewStay) -> Result<(), Stop> {
    let before = find(cx, id)?;
    if before.state == StayState::Cancelled {
        return refuse(Msg::new("store-stay-is-cancelled"));
    }
    if stay.state == StayState::Cancelled {
        not_signed(cx, id)?;
    }
    check(cx, stay, Some(id))?;
    let mut row = row(stay)?;
    if stay.state != before.state {
        row = row.and(fields! { said_on: cx.now.day });
    }
    if stay.state == StayState::Cancelled {
        let was_confirmed = before.state == StayState::Confirmed;
        row = row.and(fields! { withdrawn_on: cx.now.day, withdrawn_reason: "", was_confirmed: was_confirmed });
    }
    cx.set("stay", row, "id = ?", &[id.0])
}

/// Changes what a rota says of a stay; what it does not say stays.
pub(super) fn edit_planned(cx: &Cx<'_>, id: StayId, stay: &NewStay) -> Result<(), Stop> {
    let mut sql = cx.conn.prepare_cached("SELECT held_until, note FROM stay WHERE id = ?1")?;
    let kept = sql.query_row(params![id], |row| Ok((row.col(0)?, row.col(1)?))).optional()?;
    let (held_until, note) = kept.unwrap_or_default();
    edit(cx, id, &NewStay { held_until, note, ..stay.clone() })
}

/// Cancels a stay, which keeps its history: its points follow by themselves (rules 3 and 19).
fn cancel(cx: &Cx<'_>, id: StayId, withdrawal: &Withdrawal) -> Result<(PersonId, Day), Stop> {
    let stay = find(cx, id)?;
    if stay.state == StayState::Cancelled {
        return refuse(Msg::new("store-stay-is-cancelled"));
    }
    not_signed(cx, id)?;
    cx.run_one(
        "UPDATE stay SET state = ?1, withdrawn_on = ?2, withdrawn_reason = ?3, was_confirmed = state = 'Confirmed',
           withdrawn_by = ?4, withdrawn_cause = ?5, said_on = ?6 WHERE id = ?7",
        params![
            StayState::Cancelled,
            withdrawal.on,
            withdrawal.reason,
            withdrawal.by,
            withdrawal.cause,
            cx.now.day,
            id
        ],
    )?;
    Ok((stay.doctor, stay.from))
}

/// The days that were worked stay confirmed; those that are left are withdrawn from, as a stay of their own.
fn interrupt(cx: &Cx<'_>, id: StayId, last: Day, withdrawal: &Withdrawal) -> Result<(PersonId, Day), Stop> {
    let whole = whole(cx, id)?;
    if whole.state != StayState::Confirmed || !(whole.from <= last && last < whole.to) {
        return refuse(Msg::new("store-stay-not-within"));
    }
    not_signed(cx, id)?;
    edit(cx, id, &NewStay { to: last, ..whole.clone() })?;
    let left = NewStay { from: last.plus(1), state: StayState::Cancelled, ..whole };
    let row = row(&left)?.and(fields! {
        centre: cx.centre()?,
        said_on: cx.now.day,
        withdrawn_on: withdrawal.on,
        withdrawn_reason: withdrawal.reason,
        withdrawn_by: withdrawal.by,
        withdrawn_cause: withdrawal.cause,
        was_confirmed: true,
    });
    cx.add("stay", row)?;
    Ok((left.doctor, left.from))
}

/// Makes two stays of one, the second from that day on, perhaps another doctor's.
fn cut(cx: &Cx<'_>, id: StayId, from: Day, doctor: Option<PersonId>) -> Result<(PersonId, Day), Stop> {
    let whole = whole(cx, id)?;
    if whole.state == StayState::Cancelled || !(whole.from < from && from <= whole.to) {
        return refuse(Msg::new("store-stay-not-within"));
    }
    not_signed(cx, id)?;
    edit(cx, id, &NewStay { to: from.plus(-1), ..whole.clone() })?;
    let second = NewStay { from, doctor: doctor.unwrap_or(whole.doctor), ..whole.clone() };
    add(cx, &second)?;
    Ok((whole.doctor, whole.from))
}

/// Two stays change places: each doctor's stay takes the post and the days of the other, and what hangs on it goes
/// along. Released first: of two that are confirmed neither keeps the other out.
fn swap(cx: &Cx<'_>, one: StayId, other: StayId) -> Result<Done, Stop> {
    let (first, second) = (whole(cx, one)?, whole(cx, other)?);
    if one == other || first.state == StayState::Cancelled || second.state == StayState::Cancelled {
        return refuse(Msg::new("store-stay-is-cancelled"));
    }
    for id in [one, other] {
        not_signed(cx, id)?;
    }
    let in_place = |mine: &NewStay, theirs: &NewStay| NewStay {
        post: theirs.post,
        from: theirs.from,
        to: theirs.to,
        ..mine.clone()
    };
    let (to_first, to_second) = (in_place(&second, &first), in_place(&first, &second));
    if first.state == StayState::Confirmed {
        cx.run_one("UPDATE stay SET state = ?1 WHERE id = ?2", params![StayState::Considered, one])?;
    }
    if second.state == StayState::Confirmed {
        cx.run_one("UPDATE stay SET state = ?1 WHERE id = ?2", params![StayState::Considered, other])?;
    }
    edit(cx, other, &to_first)?;
    edit(cx, one, &to_second)?;
    let name = |id| short(cx, id);
    let msg = Msg::new("store-said-stays-swapped")
        .with("one", name(first.doctor)?)
        .with("to", second.from.week())
        .with("other", name(second.doctor)?)
        .with("from", first.from.week());
    Ok(Done::said(msg))
}

/// A stay as a form would give it.
fn whole(cx: &Cx<'_>, id: StayId) -> Result<NewStay, Stop> {
    let mut sql = cx.conn.prepare_cached(
        "SELECT post, doctor, from_day, to_day, state, held_until, note FROM stay WHERE id = ?1 AND centre = ?2",
    )?;
    let found = sql.query_row(params![id, cx.centre()?], |row| {
        Ok(NewStay {
            post: row.col(0)?,
            doctor: row.col(1)?,
            from: row.col(2)?,
            to: row.col(3)?,
            state: row.col(4)?,
            held_until: row.col(5)?,
            note: row.col(6)?,
        })
    });
    found.optional()?.ok_or_else(|| Stop::Refused(Msg::new("store-gone")))
}

/// Notes that a doctor withdraws: the stay stays as it is until the coordination has answered.
fn note(cx: &Cx<'_>, id: StayId, withdrawal: &Withdrawal) -> Result<(PersonId, Day), Stop> {
    let stay = find(cx, id)?;
    if stay.state == StayState::Cancelled {
        return refuse(Msg::new("store-stay-is-cancelled"));
    }
    not_signed(cx, id)?;
    cx.run_one(
        "INSERT INTO withdrawal(centre, stay, author, at, announced, reason, withdrawn_by, withdrawn_cause)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            cx.centre()?,
            id,
            cx.who.person,
            cx.now.at,
            withdrawal.on,
            withdrawal.reason,
            withdrawal.by,
            withdrawal.cause
        ],
    )?;
    Ok((stay.doctor, stay.from))
}

/// A stay as the acts of this file compare it.
struct Found {
    doctor: PersonId,
    from: Day,
    state: StayState,
}

fn find(cx: &Cx<'_>, id: StayId) -> Result<Found, Stop> {
    let mut sql = cx.conn.prepare_cached("SELECT doctor, from_day, state FROM stay WHERE id = ?1 AND centre = ?2")?;
    let found = sql
        .query_row(params![id, cx.centre()?], |row| {
            Ok(Found { doctor: row.col(0)?, from: row.col(1)?, state: row.col(2)? })
        })
        .optional()?;
    found.ok_or_else(|| Stop::Refused(Msg::new("store-gone")))
}

/// Refuses to cancel what was signed: somebody was there.
fn not_signed(cx: &Cx<'_>, id: StayId) -> Result<(), Stop> {
    let mut sql = cx.conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM signature WHERE stay = ?1) OR EXISTS (SELECT 1 FROM takeover WHERE id = ?1)",
    )?;
    if sql.query_row(params![id], |row| row.col::<bool>(0))? {
        refuse(Msg::new("store-stay-is-signed"))
    } else {
        Ok(())
    }
}

/// What holds for every stay: days in order, a doctor, a post, and nobody else confirmed there (rule 16).
fn check(cx: &Cx<'_>, stay: &NewStay, except: Option<StayId>) -> Result<(), Stop> {
    if stay.to < stay.from {
        return refuse(Msg::new("store-days-reversed"));
    }
    match person(cx.conn, stay.doctor)? {
        Some(p) if p.role == Role::Doctor && (p.same_as.is_none() || except.is_some()) => {}
        _ => return refuse(Msg::new("store-not-a-doctor")),
    }
    post_exists(cx, stay.post)?;
    if stay.state != StayState::Confirmed {
        return Ok(());
    }
    let mut sql = cx.conn.prepare_cached(
        "SELECT doctor, from_day FROM stay WHERE centre = ?1 AND post = ?2 AND state = 'Confirmed'
           AND from_day <= ?3 AND ?4 <= to_day AND id IS NOT ?5 ORDER BY from_day LIMIT 1",
    )?;
    let taken: Option<(PersonId, Day)> = sql
        .query_row(params![cx.centre()?, stay.post, stay.to, stay.from, except], |row| Ok((row.col(0)?, row.col(1)?)))
        .optional()?;
    match taken {
        None => Ok(()),
        Some((doctor, from)) => {
            refuse(Msg::new("store-overlap").with("doctor", short(cx, doctor)?).with("week", from.week()))
        }
    }
}

/// Refuses a post that is not of this centre.
pub(super) fn post_exists(cx: &Cx<'_>, post: PostId) -> Result<(), Stop> {
    let mut sql = cx.conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM post WHERE id = ?1 AND centre = ?2)")?;
    let found: bool = sql.query_row(params![post, cx.centre()?], |row| row.col(0))?;
    if found { Ok(()) } else { refuse(Msg::new("store-gone")) }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, refusal, s, someone, stay};
    use super::*;
    use crate::domain::act::{Act, Together};
    use crate::domain::stay::Cause;
    use crate::domain::{Arg, Who};
    use crate::protocol::{Reply, question};

    fn stays(desk: &Desk) -> Vec<crate::domain::Stay> {
        desk.ask(question::Frame).rota.stays.into()
    }

    #[test]
    fn two_confirmed_stays_on_a_post_are_refused_with_the_name_of_who_has_it() {
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        desk.stay(vidal, s(49));
        let clash = NewStay { to: s(49).monday(), ..stay(roche, s(48), StayState::Confirmed) };
        let msg = refusal(desk.try_act(GARNIER, StayAct::Add(clash.clone())));
        assert_eq!(msg.id, "store-overlap");
        assert_eq!(msg.args[0].1, Arg::Text("Dr Vidal".into()));
        assert_eq!(msg.args[1].1, Arg::Week(s(49)));
        desk.act(GARNIER, StayAct::Add(NewStay { state: StayState::Option, ..clash.clone() }));
        assert_eq!(desk.refused(GARNIER, StayAct::Edit(StayId(2), clash)), "store-overlap");
        // A stay may be edited over itself.
        desk.act(GARNIER, StayAct::Edit(StayId(1), stay(vidal, s(49), StayState::Confirmed)));
    }

    #[test]
    fn a_cancelled_stay_keeps_its_history_and_frees_its_week() {
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        let id = desk.stay(vidal, s(50));
        let withdrawal = Withdrawal::told(desk.now.day, "malade");
        desk.act(GARNIER, StayAct::Cancel(id, withdrawal.clone()));
        desk.stay(roche, s(50));
        let kept = &stays(&desk)[0];
        assert_eq!(
            (kept.state, &kept.withdrawal, kept.doctor),
            (StayState::Cancelled, &Some(withdrawal.clone()), vidal)
        );
        assert_eq!(desk.refused(GARNIER, StayAct::Cancel(id, withdrawal)), "store-stay-is-cancelled");
        let again = StayAct::Edit(id, stay(vidal, s(51), StayState::Confirmed));
        assert_eq!(desk.refused(GARNIER, again), "store-stay-is-cancelled");
    }

    /// Vidal in S49, Roche in S51, both confirmed.
    fn two(desk: &mut Desk) -> (StayId, StayId) {
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        (desk.stay(vidal, s(49)), desk.stay(roche, s(51)))
    }

    /// Does an act, and sees that undoing it leaves every row as it was.
    fn undone(desk: &mut Desk, act: impl Into<crate::domain::act::Act>) -> Vec<crate::domain::Stay> {
        let before = stays(desk);
        desk.act(GARNIER, act);
        let after = stays(desk);
        assert!(matches!(desk.store.undo(Who::is(GARNIER), desk.now), Reply::Saved { .. }));
        assert_eq!(stays(desk), before);
        assert!(matches!(desk.store.redo(Who::is(GARNIER), desk.now), Reply::Saved { .. }));
        assert_eq!(stays(desk), after);
        after
    }

    #[test]
    fn two_confirmed_stays_change_places_in_one_act() {
        let mut desk = Desk::new();
        let (vidal, roche) = two(&mut desk);
        let after = undone(&mut desk, StayAct::Swap(vidal, roche));
        let said: Vec<_> = after.iter().map(|s| (s.id, s.week(), s.state)).collect();
        assert_eq!(said, [(roche, s(49), StayState::Confirmed), (vidal, s(51), StayState::Confirmed)]);
        // A third one stands in the way of nobody: what is taken is refused, and all stays as it is.
        assert_eq!(desk.refused(GARNIER, StayAct::Swap(vidal, vidal)), "store-stay-is-cancelled");
        assert_eq!(desk.refused(GARNIER, StayAct::Swap(vidal, StayId(9))), "store-gone");
    }

    #[test]
    fn an_option_and_a_confirmed_stay_change_places_and_keep_what_they_are() {
        let mut desk = Desk::new();
        let (vidal, roche) = two(&mut desk);
        let held = NewStay { held_until: Some(s(48).sunday()), ..stay(PersonId(3), s(51), StayState::Option) };
        desk.act(GARNIER, StayAct::Edit(roche, held));
        let after = undone(&mut desk, StayAct::Swap(vidal, roche));
        let said: Vec<_> = after.iter().map(|s| (s.id, s.state, s.held_until)).collect();
        assert_eq!(said, [(roche, StayState::Option, Some(s(48).sunday())), (vidal, StayState::Confirmed, None)]);
    }

    #[test]
    fn a_stay_is_cut_in_two_perhaps_for_two_doctors() {
        let mut desk = Desk::new();
        let (vidal, _) = two(&mut desk);
        let thursday = s(49).monday().plus(3);
        let cut = |from| StayAct::Cut { stay: vidal, from, doctor: Some(PersonId(3)) };
        assert_eq!(desk.refused(GARNIER, cut(s(49).monday())), "store-stay-not-within");
        assert_eq!(desk.refused(GARNIER, cut(s(50).monday())), "store-stay-not-within");
        let after = undone(&mut desk, cut(thursday));
        let said: Vec<_> = after.iter().map(|s| (s.doctor.0, s.from, s.to)).collect();
        assert_eq!(said[0], (2, s(49).monday(), thursday.plus(-1)));
        assert_eq!(said[1], (3, thursday, s(49).monday().plus(5)));
    }

    #[test]
    fn a_stay_that_is_broken_off_keeps_what_was_worked() {
        let mut desk = Desk::new();
        let (vidal, _) = two(&mut desk);
        let tuesday = s(49).monday().plus(1);
        let why = Withdrawal { cause: Some(Cause::Health), ..Withdrawal::told(tuesday, "") };
        let off = |last| StayAct::Interrupt { stay: vidal, last, withdrawal: why.clone() };
        assert_eq!(desk.refused(GARNIER, off(s(49).monday().plus(5))), "store-stay-not-within");
        let after = undone(&mut desk, off(tuesday));
        assert_eq!((after[0].to, after[0].state), (tuesday, StayState::Confirmed));
        let left = &after[1];
        assert_eq!((left.from, left.state, left.is_withdrawal()), (tuesday.plus(1), StayState::Cancelled, true));
        assert_eq!(left.withdrawal, Some(why));
    }

    #[test]
    fn a_third_short_day_in_a_month_is_asked_about_and_its_reason_kept() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let days = |from: Day, to: Day, note: &str| {
            let note = note.to_owned();
            NewStay { note, ..NewStay::plain(PostId(1), vidal, from, to, StayState::Confirmed) }
        };
        let first = Day::ymd(2026, 12, 7).unwrap();
        desk.act(GARNIER, StayAct::Add(days(first, first.plus(1), "")));
        assert_eq!(desk.refused(GARNIER, StayAct::Add(days(first.plus(7), first.plus(7), " "))), "store-short-stays");
        let after = undone(&mut desk, StayAct::Add(days(first.plus(7), first.plus(7), "remplace au pied levé")));
        assert_eq!(after.iter().map(|s| s.note.as_str()).collect::<Vec<_>>(), ["", "remplace au pied levé"]);
        // A week is none, and the next month begins anew.
        desk.act(GARNIER, StayAct::Add(days(first.plus(14), first.plus(18), "")));
        let january = Day::ymd(2027, 1, 5).unwrap();
        desk.act(GARNIER, StayAct::Add(days(january, january.plus(1), "")));
    }

    #[test]
    fn a_doctor_is_made_known_with_their_first_stay_or_not_at_all() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let new = || someone("Anne", "Nouvelle", Role::Doctor);
        desk.stay(vidal, s(49));
        let enroll = |week| StayAct::Enroll(new(), stay(PersonId(0), week, StayState::Confirmed));
        assert_eq!(desk.refused(GARNIER, enroll(s(49))), "store-overlap");
        let known = |desk: &Desk| desk.ask(question::Frame).rota.people.doctors().count();
        assert_eq!(known(&desk), 1, "all or nothing");
        undone(&mut desk, enroll(s(50)));
        assert_eq!(known(&desk), 2);
    }

    #[test]
    fn several_acts_are_one_change_or_none() {
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        let add = |doctor, week| StayAct::Add(stay(doctor, week, StayState::Confirmed)).into();
        let clash = Together::of([add(vidal, s(49)), add(roche, s(49))]);
        assert_eq!(desk.refused(GARNIER, clash), "store-overlap");
        assert!(stays(&desk).is_empty());
        let after = undone(&mut desk, Together::of([add(vidal, s(49)), add(roche, s(50))]));
        assert_eq!(after.len(), 2);
        assert_eq!(desk.refused(vidal, Together::of([add(vidal, s(52))])), "rights-coordination");
        // Hidden behind something that is theirs, it is still refused.
        let own = Act::Noted(crate::domain::act::NotedAct::Remove(crate::domain::noted::NotedId::Panel(
            crate::domain::PanelId(1),
        )));
        assert_ne!(desk.refused(vidal, Together::of([own, add(vidal, s(52))])), "");
    }

    #[test]
    fn a_stay_has_a_doctor_and_its_days_in_order() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let reversed = NewStay { to: s(48).monday(), ..stay(vidal, s(49), StayState::Option) };
        assert_eq!(desk.refused(GARNIER, StayAct::Add(reversed)), "store-days-reversed");
        let team = StayAct::Add(stay(GARNIER, s(49), StayState::Option));
        assert_eq!(desk.refused(GARNIER, team), "store-not-a-doctor");
    }
}
