//! Acts on how points end for doctors who have left: wanted, given up, told.

use rusqlite::OptionalExtension;

use super::super::door::{Cx, Done, Stop, refuse};
use super::super::page::thread;
use super::stay;
use crate::domain::act::SequelAct;
use crate::domain::{ItemId, Msg, PersonId, Role, SequelId};
use crate::store::sql::{Columns as _, params};

pub(super) fn run(act: &SequelAct, cx: &Cx<'_>) -> Result<Done, Stop> {
    match act {
        SequelAct::Want(item) => want(cx, *item),
        SequelAct::Forget(item) => forget(cx, *item),
        SequelAct::Told(id) => told(cx, *id),
    }
}

/// The doctor's wish about a point, if there is one.
fn wish(cx: &Cx<'_>, item: ItemId, doctor: PersonId) -> Result<Option<SequelId>, Stop> {
    let mut sql = cx.conn.prepare_cached("SELECT id FROM sequel WHERE item = ?1 AND doctor = ?2 AND centre = ?3")?;
    Ok(sql.query_row(params![item, doctor, cx.centre()?], |row| row.col(0)).optional()?)
}

fn want(cx: &Cx<'_>, item: ItemId) -> Result<Done, Stop> {
    let doctor = cx.author()?;
    if doctor.role != Role::Doctor {
        return refuse(Msg::new("store-sequel-doctor"));
    }
    if thread::head(cx.conn, cx.centre()?, item)?.is_none() {
        return refuse(Msg::new("store-gone"));
    }
    if wish(cx, item, doctor.id)?.is_some() {
        return refuse(Msg::new("store-sequel-already").with("item", item.0));
    }
    cx.insert(
        "INSERT INTO sequel(centre, item, doctor, at) VALUES (?1, ?2, ?3, ?4)",
        params![cx.centre()?, item, doctor.id, cx.now.at],
    )?;
    Ok(Done::said(Msg::new("store-said-sequel").with("item", item.0)))
}

fn forget(cx: &Cx<'_>, item: ItemId) -> Result<Done, Stop> {
    let Some(id) = wish(cx, item, cx.author()?.id)? else { return refuse(Msg::new("store-gone")) };
    cx.run_one("DELETE FROM sequel WHERE id = ?1", params![id])?;
    Ok(Done::said(Msg::new("store-said-sequel-off").with("item", item.0)))
}

/// Notes that the doctor was told: of a closed point only, as nothing else leaves.
fn told(cx: &Cx<'_>, id: SequelId) -> Result<Done, Stop> {
    let mut sql = cx.conn.prepare_cached("SELECT item, doctor FROM sequel WHERE id = ?1 AND centre = ?2")?;
    let found = sql.query_row(params![id, cx.centre()?], |row| Ok((row.col::<ItemId>(0)?, row.col(1)?))).optional()?;
    let Some((item, doctor)) = found else { return refuse(Msg::new("store-gone")) };
    if thread::head(cx.conn, cx.centre()?, item)?.is_none_or(|head| head.leaves_open()) {
        return refuse(Msg::new("store-sequel-open").with("item", item.0));
    }
    cx.run_one("UPDATE sequel SET told = ?1, told_by = ?2 WHERE id = ?3", params![cx.now.at, cx.who.person, id])?;
    let doctor = stay::short(cx, doctor)?;
    Ok(Done::said(Msg::new("store-said-sequel-told").with("item", item.0).with("doctor", doctor)))
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, about, s, word};
    use super::*;
    use crate::domain::briefing::Reader;
    use crate::domain::sequel::{Sequel, line};
    use crate::domain::{Arg, Now, Outcome, Thread, Verdict};
    use crate::protocol::question;

    fn sequels(desk: &Desk) -> Vec<(Sequel, Thread)> {
        desk.ask(question::Sequels)
    }

    fn to_tell(desk: &Desk) -> usize {
        desk.ask(question::Briefing(Reader::Team(GARNIER))).to_tell
    }

    #[test]
    fn a_doctor_who_left_is_told_once_how_the_point_ended_by_its_number() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(48));
        let item = desk.open(vidal, about("1243"), word("INR", s(49)));
        assert_eq!(desk.refused(GARNIER, SequelAct::Want(item)), "store-sequel-doctor");
        desk.act(vidal, SequelAct::Want(item));
        assert_eq!(desk.refused(vidal, SequelAct::Want(item)), "store-sequel-already");
        desk.sign(vidal, stay);
        let (sequel, thread) = sequels(&desk).pop().unwrap();
        assert!(!sequel.is_to_tell(&thread) && line(&thread).is_none());
        assert_eq!(desk.refused(GARNIER, SequelAct::Told(sequel.id)), "store-sequel-open");

        desk.now = Now::on(desk.now.day.plus(4), 9, 0);
        let mut end = word("INR à 2,4", s(49));
        end.outcome = Some(Outcome::Improved);
        desk.say(GARNIER, item, Verdict::Closed, end);
        let (sequel, thread) = sequels(&desk).pop().unwrap();
        assert!(sequel.is_to_tell(&thread));
        assert_eq!(to_tell(&desk), 1);
        // The number and the outcome, and no word of the patient.
        let said = line(&thread).unwrap();
        let values: Vec<&Arg> = said.args.iter().map(|(_, value)| value).collect();
        let outcome = Arg::Msg(Box::new(Msg::new("outcome-improved")));
        assert_eq!(values, [&Arg::Text("1".into()), &outcome]);
        desk.act(GARNIER, SequelAct::Told(sequel.id));
        let (sequel, thread) = sequels(&desk).pop().unwrap();
        assert_eq!(sequel.told, Some((desk.now.at, GARNIER)));
        assert!(!sequel.is_to_tell(&thread));
        assert_eq!(to_tell(&desk), 0);
        // Undone like anything else; opened again and closed again, it is to be told again.
        desk.store.undo(crate::domain::Who::is(GARNIER), desk.now);
        assert!(sequels(&desk)[0].0.told.is_none());
    }

    #[test]
    fn a_wish_is_given_up_and_a_point_that_ends_again_is_told_again() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        desk.stay(vidal, s(48));
        let item = desk.open(vidal, about("1243"), word("INR", s(49)));
        desk.act(vidal, SequelAct::Want(item));
        desk.act(vidal, SequelAct::Forget(item));
        assert!(sequels(&desk).is_empty());
        assert_eq!(desk.refused(vidal, SequelAct::Forget(item)), "store-gone");
        desk.act(vidal, SequelAct::Want(item));
        let end = |desk: &mut Desk, verdict, outcome| {
            desk.now = Now::on(desk.now.day, 17, desk.now.minute % 60 + 1);
            let word = crate::domain::act::NewWord { outcome, ..word("vu", s(48)) };
            desk.say(GARNIER, item, verdict, word);
        };
        end(&mut desk, Verdict::Closed, Some(Outcome::Done));
        desk.act(GARNIER, SequelAct::Told(sequels(&desk)[0].0.id));
        end(&mut desk, Verdict::Reopened, None);
        end(&mut desk, Verdict::Closed, Some(Outcome::Done));
        let (sequel, thread) = sequels(&desk).pop().unwrap();
        assert!(sequel.is_to_tell(&thread));
        assert_eq!(to_tell(&desk), 1);
    }
}
