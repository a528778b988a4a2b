//! Acts on the rota.

use rusqlite::OptionalExtension;

use super::super::door::{Cx, Done, Stop, refuse};
use crate::domain::act::{NewStay, StayAct};
use crate::domain::stay::Withdrawal;
use crate::domain::{Day, Msg, PersonId, PostId, Role, StayId, StayState};
use crate::store::sql::{Columns as _, params};

use super::super::page::rota::person;

pub(super) fn run(act: &StayAct, cx: &Cx<'_>) -> Result<Done, Stop> {
    match act {
        StayAct::Add(stay) => {
            add(cx, stay)?;
            said(cx, Msg::new("store-said-stay-added"), stay.doctor, stay.from)
        }
        StayAct::Edit(id, stay) => {
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
    cx.run_one(
        "INSERT INTO stay(centre, post, doctor, from_day, to_day, state, withdrawn_on, withdrawn_reason)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            cx.centre()?,
            stay.post,
            stay.doctor,
            stay.from,
            stay.to,
            stay.state,
            withdrawal.map(|w| w.0),
            withdrawal.map(|w| w.1)
        ],
    )
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
    let withdrawal = (stay.state == StayState::Cancelled).then_some((cx.now.day, ""));
    cx.run_one(
        "UPDATE stay SET post = ?1, doctor = ?2, from_day = ?3, to_day = ?4, state = ?5, withdrawn_on = ?6,
           withdrawn_reason = ?7, was_confirmed = ?6 IS NOT NULL AND state = 'Confirmed' WHERE id = ?8",
        params![
            stay.post,
            stay.doctor,
            stay.from,
            stay.to,
            stay.state,
            withdrawal.map(|w| w.0),
            withdrawal.map(|w| w.1),
            id
        ],
    )
}

/// Cancels a stay, which keeps its history: its points follow by themselves (rules 3 and 19).
fn cancel(cx: &Cx<'_>, id: StayId, withdrawal: &Withdrawal) -> Result<(PersonId, Day), Stop> {
    let stay = find(cx, id)?;
    if stay.state == StayState::Cancelled {
        return refuse(Msg::new("store-stay-is-cancelled"));
    }
    not_signed(cx, id)?;
    cx.run_one(
        "UPDATE stay SET state = ?1, withdrawn_on = ?2, withdrawn_reason = ?3, was_confirmed = state = 'Confirmed'
         WHERE id = ?4",
        params![StayState::Cancelled, withdrawal.on, withdrawal.reason, id],
    )?;
    Ok((stay.doctor, stay.from))
}

/// Notes that a doctor withdraws: the stay stays as it is until the coordination has answered.
fn note(cx: &Cx<'_>, id: StayId, withdrawal: &Withdrawal) -> Result<(PersonId, Day), Stop> {
    let stay = find(cx, id)?;
    if stay.state == StayState::Cancelled {
        return refuse(Msg::new("store-stay-is-cancelled"));
    }
    not_signed(cx, id)?;
    cx.run_one(
        "INSERT INTO withdrawal(centre, stay, author, at, announced, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![cx.centre()?, id, cx.who.person, cx.now.at, withdrawal.on, withdrawal.reason],
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
        Some(p) if p.role == Role::Doctor => {}
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
    use super::super::super::testing::{Desk, GARNIER, refusal, s, stay};
    use super::*;
    use crate::domain::Arg;
    use crate::protocol::question;

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
        let withdrawal = Withdrawal { on: desk.now.day, reason: "malade".into() };
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
