//! Acts on handovers: notes, the signature, what opens it again, addenda, the take-over.

use rusqlite::OptionalExtension;

use super::super::account::opened_until;
use super::super::check::{newest_signature, touched_since, word_hashes};
use super::super::door::{Cx, Done, Stop, refuse};
use super::super::page::{agenda, rota, thread};
use super::centre::named;
use super::{item, stay};
use crate::domain::act::{HandoverAct, NewItem, NewWord};
use crate::domain::briefing::{Reader, briefing};
use crate::domain::signature::handover_hash;
use crate::domain::transmission::{reopening_refused, reopens, transmission};
use crate::domain::{
    Centre, Day, Figures, Handover, Msg, NoteKind, PatientRef, Person, Role, Rota, Signature, Stay, StayId, StayState,
};
use crate::store::sql::{Columns as _, params};

pub(super) fn run(act: &HandoverAct, cx: &Cx<'_>) -> Result<Done, Stop> {
    match act {
        HandoverAct::Note(stay, kind, text) => note(cx, *stay, *kind, text),
        HandoverAct::Sign { stay, name, nothing_to_report, as_is } => sign(cx, *stay, name, *nothing_to_report, *as_is),
        HandoverAct::Reopen { stay, reason } => reopen(cx, *stay, reason),
        HandoverAct::Addendum { stay, text, item } => addendum(cx, *stay, text, item.as_ref()),
        HandoverAct::Dismiss(stay, patient) => dismiss(cx, *stay, patient),
        HandoverAct::TakeOver { stay, name } => take_over(cx, *stay, name),
    }
}

/// A stay of the rota around it, and who speaks of it.
struct Desk {
    centre: Centre,
    rota: Rota,
    stay: Stay,
    author: Person,
}

/// Loads what the rules need: a doctor who has left keeps no point, so the years before do not count.
fn desk(cx: &Cx<'_>, stay: StayId) -> Result<Desk, Stop> {
    let centre = cx.whole_centre()?;
    let author = cx.author()?.clone();
    let mut sql = cx.conn.prepare_cached("SELECT from_day, state FROM stay WHERE id = ?1 AND centre = ?2")?;
    let found =
        sql.query_row(params![stay, centre.id], |row| Ok((row.col::<Day>(0)?, row.col::<StayState>(1)?))).optional()?;
    let Some((from, state)) = found else { return refuse(Msg::new("store-gone")) };
    if state != StayState::Confirmed {
        return refuse(Msg::new("store-stay-not-confirmed"));
    }
    let rota = rota::confirmed(cx.conn, &centre, from.min(cx.now.day))?;
    let Some(stay) = rota.stay(stay).cloned() else { return refuse(Msg::new("store-gone")) };
    Ok(Desk { centre, rota, stay, author })
}

impl Desk {
    fn said(&self, msg: Msg) -> Msg {
        msg.with("doctor", self.rota.people.short(self.stay.doctor)).with("week", self.stay.week())
    }

    /// Refuses another doctor's hand: a stay is its doctor's, and the team may add to it.
    fn by_doctor_or_team(&self) -> Result<(), Stop> {
        if self.author.role == Role::Doctor && self.author.id != self.stay.doctor {
            return refuse(self.said(Msg::new("store-not-your-stay")));
        }
        Ok(())
    }

    fn by_doctor(&self) -> Result<(), Stop> {
        if self.author.id != self.stay.doctor {
            return refuse(self.said(Msg::new("store-not-your-stay")));
        }
        Ok(())
    }
}

/// Replaces one of the four notes.
fn note(cx: &Cx<'_>, id: StayId, kind: NoteKind, text: &str) -> Result<Done, Stop> {
    let author = cx.author()?;
    let mut sql = cx.conn.prepare_cached("SELECT doctor FROM stay WHERE id = ?1 AND centre = ?2")?;
    let mut rows = sql.query(params![id, cx.centre()?])?;
    let Some(row) = rows.next()? else { return refuse(Msg::new("store-gone")) };
    let doctor = row.col(0)?;
    if author.role == Role::Doctor && author.id != doctor {
        return refuse(Msg::new("store-not-your-stay").with("doctor", stay::short(cx, doctor)?));
    }
    let mut handover = rota::handover(cx.conn, id)?.unwrap_or_else(|| Handover::empty(id));
    if handover.is_signed() {
        return refuse(Msg::new("store-signed-addendum"));
    }
    handover.notes.set(kind, text.trim().to_owned());
    ensure(cx, id)?;
    let notes = &handover.notes;
    cx.run_one(
        "UPDATE handover SET note_week = ?1, note_next = ?2, note_centre = ?3, note_oral = ?4 WHERE id = ?5",
        params![notes.week, notes.next, notes.centre, notes.oral, id],
    )?;
    Ok(Done::said(Msg::new("store-said-note").with("note", Msg::new(kind.word()))))
}

/// Makes the handover's row, which the first note or the signature needs.
fn ensure(cx: &Cx<'_>, stay: StayId) -> Result<(), Stop> {
    if rota::handover(cx.conn, stay)?.is_none() {
        cx.run_one("INSERT INTO handover(id, centre) VALUES (?1, ?2)", params![stay, cx.centre()?])?;
    }
    Ok(())
}

/// A doctor who left without signing signs late, at the desk or by telephone, as long as their account is open.
fn in_time(desk: &Desk, cx: &Cx<'_>) -> Result<(), Stop> {
    let closes = desk.centre.around.closes(&desk.stay);
    if cx.now.day <= closes || opened_until(cx.conn, desk.stay.doctor)?.is_some_and(|until| cx.now.day <= until) {
        return Ok(());
    }
    refuse(desk.said(Msg::new("store-sign-too-late").with("day", closes)))
}

/// Signs what a stay hands over.
fn sign(cx: &Cx<'_>, id: StayId, name: &str, nothing_to_report: bool, as_is: bool) -> Result<Done, Stop> {
    let desk = desk(cx, id)?;
    named(name)?;
    if desk.rota.is_signed(id) {
        return refuse(desk.said(Msg::new("store-already-signed")));
    }
    if cx.now.day < desk.stay.from {
        return refuse(Msg::new("store-not-begun").with("day", desk.stay.from));
    }
    if as_is {
        // Rule 6: the doctor left without signing; the coordination transmits it under her own name.
        if desk.author.role != Role::Coordination || cx.now.day < desk.rota.due_day(&desk.stay) {
            return refuse(desk.said(Msg::new("store-as-is")));
        }
    } else {
        desk.by_doctor()?;
        in_time(&desk, cx)?;
    }
    let threads = thread::of_stay(cx.conn, desk.centre.id, id)?;
    let Some(list) = transmission(id, &threads, &desk.rota, cx.now) else {
        return refuse(Msg::new("store-gone"));
    };
    // Rule 9: an empty handover is not "nothing to report", which is said and signed.
    if list.is_silent() && !nothing_to_report && !as_is {
        return refuse(Msg::new("store-silent"));
    }
    if nothing_to_report && !list.is_silent() {
        return refuse(Msg::new("store-not-silent"));
    }
    let undecided = list.to_decide().map(|line| line.thread.item.id).collect();
    let days = agenda::days(cx.conn, desk.centre.id, &list.stay)?;
    let list = list.with_days(&days, &threads, &desk.rota, cx.now);
    let words = word_hashes(cx.conn, id)?;
    let mut signature = Signature {
        author: desk.author.id,
        entered_by: cx.who.entered_by(),
        name: name.trim().to_owned(),
        at: cx.now.at,
        hash: String::new(),
        previous: newest_signature(cx.conn, desk.centre.id)?,
        follows: list.handover.reopened().map(|reopening| reopening.hash.clone()),
        figures: Some(Figures { coverage: list.coverage }),
        nothing_to_report,
        as_is,
        undecided,
    };
    let notes = &list.handover.notes;
    signature.hash = handover_hash(id, notes, &words, &signature);
    ensure(cx, id)?;
    let undecided = serde_json::to_string(&signature.undecided)?;
    cx.run_one(
        "INSERT INTO signature(centre, stay, author, entered_by, name, at, hash, previous, follows, nothing_to_report,
           as_is, undecided, note_week, note_next, note_centre, note_oral, words, figures, last_word, last_answer,
           last_step)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
           (SELECT coalesce(max(id), 0) FROM relay), (SELECT coalesce(max(id), 0) FROM receipt),
           (SELECT coalesce(max(id), 0) FROM step))",
        params![
            desk.centre.id,
            id,
            signature.author,
            signature.entered_by,
            signature.name,
            signature.at,
            signature.hash,
            signature.previous,
            signature.follows,
            signature.nothing_to_report,
            signature.as_is,
            undecided,
            notes.week,
            notes.next,
            notes.centre,
            notes.oral,
            serde_json::to_string(&words)?,
            serde_json::to_string(&signature.figures)?,
        ],
    )?;
    // The handover's own columns mirror the signature in force.
    cx.run_one(
        "UPDATE handover SET signed_at = ?1, author = ?2, entered_by = ?3, name = ?4, hash = ?5, nothing_to_report = ?6,
           as_is = ?7, undecided = ?8, previous = ?9 WHERE id = ?10",
        params![
            signature.at,
            signature.author,
            signature.entered_by,
            signature.name,
            signature.hash,
            signature.nothing_to_report,
            signature.as_is,
            undecided,
            signature.previous,
            id
        ],
    )?;
    let msg = match (as_is, &signature.follows) {
        (true, _) => Msg::new("store-said-signed-as-is"),
        (false, Some(_)) => Msg::new("store-said-signed-again"),
        (false, None) => Msg::new("store-said-signed"),
    };
    Ok(Done::signed(desk.said(msg)))
}

/// Opens a signed handover again (rule 5): its signature stays in the chain, its words stay sealed.
///
/// The points that nobody else has had to do with since come back by themselves, for the stay has not left any more;
/// the others are written down with the act, and stay where they are.
fn reopen(cx: &Cx<'_>, id: StayId, reason: &str) -> Result<Done, Stop> {
    let desk = desk(cx, id)?;
    if let Some(msg) = reopening_refused(&desk.stay, &desk.author, &desk.rota, cx.now) {
        return refuse(msg);
    }
    if reason.trim().is_empty() {
        return refuse(Msg::new("store-reopen-reason"));
    }
    let threads = thread::of_stay(cx.conn, desk.centre.id, id)?;
    let found = reopens(&desk.stay, &touched_since(cx.conn, &desk.stay)?, &threads, &desk.rota, cx.now);
    cx.run_one(
        "INSERT INTO reopening(centre, stay, signature, author, entered_by, at, reason, stays, last_word, last_answer)
         VALUES (?1, ?2, (SELECT max(id) FROM signature WHERE stay = ?2), ?3, ?4, ?5, ?6, ?7,
           (SELECT coalesce(max(id), 0) FROM relay), (SELECT coalesce(max(id), 0) FROM receipt))",
        params![
            desk.centre.id,
            id,
            desk.author.id,
            cx.who.entered_by(),
            cx.now.at,
            reason.trim(),
            serde_json::to_string(&found.stays)?
        ],
    )?;
    cx.run_one(
        "UPDATE handover SET signed_at = NULL, author = NULL, entered_by = NULL, name = NULL, hash = NULL,
           nothing_to_report = 0, as_is = 0, undecided = '[]', previous = NULL WHERE id = ?1",
        params![id],
    )?;
    let msg = Msg::new("store-said-reopened").with("back", found.back.len()).with("stays", found.stays.len());
    Ok(Done::signed(desk.said(msg).with("reason", reason.trim())))
}

/// Adds a dated correction to what is signed, and perhaps a point (rule 5).
fn addendum(cx: &Cx<'_>, id: StayId, text: &str, point: Option<&(NewItem, NewWord)>) -> Result<Done, Stop> {
    let desk = desk(cx, id)?;
    desk.by_doctor_or_team()?;
    // Also while it is reopened: what stays with others is corrected by an addition.
    if !desk.rota.handovers.get(&id).is_some_and(Handover::was_signed) {
        return refuse(desk.said(Msg::new("store-not-signed")));
    }
    if text.trim().is_empty() && point.is_none() {
        return refuse(Msg::new("store-no-words"));
    }
    // In no handover's words: those are signed. It goes to whom it is addressed.
    let item = point.map(|(item, word)| item::open(cx, item, word, None)).transpose()?;
    cx.run_one(
        "INSERT INTO addendum(centre, stay, author, entered_by, at, text, item) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![desk.centre.id, id, desk.author.id, cx.who.entered_by(), cx.now.at, text.trim(), item],
    )?;
    let msg = match item {
        Some(item) => Msg::new("store-said-addendum-item").with("item", item.0),
        None => Msg::new("store-said-addendum"),
    };
    Ok(Done::signed(desk.said(msg)))
}

/// Says that nothing is to be written about a patient who was seen in a stay.
fn dismiss(cx: &Cx<'_>, id: StayId, patient: &PatientRef) -> Result<Done, Stop> {
    let desk = desk(cx, id)?;
    desk.by_doctor()?;
    if desk.rota.is_signed(id) {
        return refuse(Msg::new("store-signed-addendum"));
    }
    cx.run_one(
        "INSERT INTO dismissed(centre, stay, file) VALUES (?1, ?2, ?3) ON CONFLICT(stay, file) DO UPDATE SET file = file",
        params![desk.centre.id, id, patient.file],
    )?;
    Ok(Done::said(Msg::new("store-said-dismissed").with("file", patient.file.as_str())))
}

/// Signs *Prendre la relève*: what was not answered is listed and stays with the coordination.
fn take_over(cx: &Cx<'_>, id: StayId, name: &str) -> Result<Done, Stop> {
    let desk = desk(cx, id)?;
    named(name)?;
    desk.by_doctor()?;
    if desk.rota.takeovers.contains_key(&id) {
        return refuse(desk.said(Msg::new("store-already-taken-over")));
    }
    if cx.now.day < desk.stay.from {
        return refuse(Msg::new("store-not-begun").with("day", desk.stay.from));
    }
    let open = thread::open(cx.conn, desk.centre.id)?;
    let briefing = briefing(Reader::Stay(id), &open, &desk.rota, cx.now);
    let unanswered: Vec<_> = briefing.waiting().map(|entry| entry.thread.item.id).collect();
    cx.run_one(
        "INSERT INTO takeover(id, centre, author, entered_by, name, at, unanswered)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            id,
            desk.centre.id,
            desk.author.id,
            cx.who.entered_by(),
            name.trim(),
            cx.now.at,
            serde_json::to_string(&unanswered)?
        ],
    )?;
    let msg = desk.said(Msg::new("store-said-taken-over")).with("unanswered", unanswered.len());
    Ok(Done::signed(msg))
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, about, friday, s, saved, sign, word};
    use super::*;
    use crate::domain::act::{Act, ItemAct};
    use crate::domain::{Answer, ItemId, Now, Verdict, Who};
    use crate::protocol::question;

    fn list(desk: &Desk, stay: StayId) -> crate::domain::transmission::Transmission {
        desk.ask(question::Transmission(stay)).unwrap()
    }

    #[test]
    fn nothing_to_report_is_said_and_an_empty_handover_is_not_that() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(48));
        let nothing = HandoverAct::Sign { stay, name: "Vidal".into(), nothing_to_report: true, as_is: false };
        assert_eq!(desk.refused(vidal, sign(stay)), "store-silent");
        desk.act(vidal, HandoverAct::Note(stay, NoteKind::Next, "bon courage".into()));
        assert_eq!(desk.refused(vidal, nothing.clone()), "store-not-silent");
        desk.act(vidal, HandoverAct::Note(stay, NoteKind::Next, String::new()));
        desk.act(vidal, nothing);
        let signature = list(&desk, stay).handover.signature.unwrap();
        assert!(signature.nothing_to_report);
        assert!(desk.store.check().unwrap().is_clean());
    }

    #[test]
    fn a_note_edited_on_two_desks_is_a_conflict_from_the_first_word_on() {
        use crate::protocol::{Reply, Rev, Table, Write};
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(48));
        let mut save = |text: &str, rev: Rev| {
            let act = Act::Handover(HandoverAct::Note(stay, NoteKind::Week, text.into()));
            let write = Write { act, seen: vec![(Table::HANDOVER.row(stay.0), rev)], draft: None };
            desk.store.write(&write, Who::is(vidal), desk.now)
        };
        // Both desks opened the note while nothing was written in it.
        let change = saved(save("calme", Rev(0)));
        let conflict = |reply| matches!(reply, Reply::Conflict(row, Some(_)) if row == Table::HANDOVER.row(stay.0));
        assert!(conflict(save("agitée", Rev(0))));
        // The second reads what the first wrote, and goes on from there.
        assert!(matches!(save("calme, puis agitée", Rev(change.0)), Reply::Saved { .. }));
        assert!(conflict(save("oubliée", Rev(change.0))));
        assert_eq!(list(&desk, stay).handover.notes.week, "calme, puis agitée");
    }

    #[test]
    fn what_was_carried_in_and_not_decided_is_named_in_the_signature() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(48));
        let carried = desk.open(GARNIER, about("1"), word("INR", s(48)));
        let decided = desk.open(GARNIER, about("2"), word("TSH", s(48)));
        desk.say(vidal, decided, Verdict::Completed, word("vu", s(49)));
        desk.sign(vidal, stay);
        assert_eq!(list(&desk, stay).handover.signature.unwrap().undecided, [carried]);
        let lines: Vec<ItemId> = list(&desk, stay).lines.iter().map(|l| l.thread.item.id).collect();
        assert_eq!(lines, [carried, decided]);
    }

    #[test]
    fn only_its_doctor_signs_and_the_coordination_transmits_as_is_once_they_left() {
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        let (s48, s49) = (desk.stay(vidal, s(48)), desk.stay(roche, s(49)));
        desk.open(vidal, about("1"), word("INR", s(49)));
        assert_eq!(desk.refused(roche, sign(s48)), "store-not-your-stay");
        assert_eq!(desk.refused(GARNIER, sign(s48)), "store-not-your-stay");
        assert_eq!(desk.refused(roche, sign(s49)), "store-not-begun");
        let as_is = HandoverAct::Sign { stay: s48, name: "Garnier".into(), nothing_to_report: false, as_is: true };
        // The last working day is Friday: on Thursday it is too early to think that nobody will sign.
        desk.now = Now::on(friday().day.plus(-1), 17, 0);
        assert_eq!(desk.refused(GARNIER, as_is.clone()), "store-as-is");
        desk.now = Now::on(friday().day.plus(3), 8, 0);
        assert_eq!(desk.refused(vidal, as_is.clone()), "rights-coordination");
        desk.act(GARNIER, as_is);
        let signature = list(&desk, s48).handover.signature.unwrap();
        assert_eq!((signature.author, signature.as_is), (GARNIER, true));
        assert_eq!(desk.refused(vidal, HandoverAct::Note(s48, NoteKind::Week, "x".into())), "store-signed-addendum");
    }

    #[test]
    fn what_was_left_unsigned_is_signed_late_as_long_as_the_account_is_open() {
        use crate::protocol::{Account, Reply, Write};
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(48));
        desk.open(vidal, about("1"), word("INR", s(49)));
        // Until Saturday, and three days more.
        let last = s(48).monday().plus(5 + 3);
        desk.now = Now::on(last.plus(1), 9, 0);
        assert_eq!(desk.refused(vidal, sign(stay)), "store-sign-too-late");
        let dictated = Who { person: GARNIER, dictated_by: Some(vidal) };
        let write = Write::of(Act::Handover(sign(stay)));
        let refused = desk.store.write(&write, dictated, desk.now);
        assert!(matches!(refused, Reply::Refused(msg) if msg.id == "store-sign-too-late"));
        // Opened again by hand, it is signed again.
        let by = super::super::super::By { person: GARNIER, now: desk.now };
        let account =
            Account { id: crate::domain::AccountId(4), label: "Vidal".into(), person: vidal, recipient: "age1".into() };
        desk.store.open_account(&account, by).unwrap();
        assert!(matches!(desk.store.write(&write, dictated, desk.now), Reply::Saved { .. }));
        let found = list(&desk, stay);
        let signature = found.handover.signature.unwrap();
        assert!(signature.is_late(&found.stay));
        assert_eq!((signature.author, signature.entered_by), (vidal, Some(GARNIER)));
        // The last day, without anybody's help; and in time it is not late.
        for (day, late) in [(last, true), (last.plus(-3), false)] {
            let mut desk = Desk::new();
            let vidal = desk.doctor("Vidal");
            let stay = desk.stay(vidal, s(48));
            desk.open(vidal, about("1"), word("INR", s(49)));
            desk.now = Now::on(day, 9, 0);
            desk.sign(vidal, stay);
            let found = list(&desk, stay);
            assert_eq!(found.handover.signature.unwrap().is_late(&found.stay), late);
        }
    }

    #[test]
    fn an_addendum_follows_a_signature_and_may_add_a_point() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(48));
        let addendum = |item| HandoverAct::Addendum { stay, text: "oubli".into(), item };
        assert_eq!(desk.refused(vidal, addendum(None)), "store-not-signed");
        desk.act(vidal, HandoverAct::Note(stay, NoteKind::Week, "calme".into()));
        desk.sign(vidal, stay);
        desk.act(vidal, addendum(Some((about("9"), word("ordonnance", s(49))))));
        let handover = list(&desk, stay).handover;
        assert_eq!(handover.addenda[0].item, Some(ItemId(1)));
        assert!(desk.thread(ItemId(1)).is_open());
        assert!(desk.store.check().unwrap().is_clean());
    }

    #[test]
    fn nothing_to_write_about_a_visit_is_said_by_its_doctor_before_the_signature() {
        use crate::domain::agenda::{EntryKind, NewEntry, OnClash};
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        let (stay, _) = (desk.stay(vidal, s(48)), desk.stay(roche, s(49)));
        let patient = about("1243").patient.unwrap();
        let day = friday().day.plus(-2);
        let visit = NewEntry {
            kind: EntryKind::Visit,
            post: Some(super::super::super::testing::POST),
            day,
            to: day,
            start: Some(14 * 60 + 30),
            minutes: 40,
            patient: Some(patient.clone()),
            title: String::new(),
            place: String::new(),
            item: None,
        };
        desk.act(GARNIER, crate::domain::act::AgendaAct::Add(visit, OnClash::Ask));
        assert_eq!(list(&desk, stay).suggestions[0].patient, patient);
        assert_eq!(list(&desk, stay).progress(), (0, 0), "never a point");
        let dismiss = HandoverAct::Dismiss(stay, patient);
        assert_eq!(desk.refused(roche, dismiss.clone()), "store-not-your-stay");
        desk.act(vidal, dismiss.clone());
        assert_eq!(list(&desk, stay).suggestions, []);
        // Said twice, on two desks, it is said.
        desk.act(vidal, dismiss.clone());
        desk.act(vidal, HandoverAct::Note(stay, NoteKind::Week, "calme".into()));
        desk.sign(vidal, stay);
        assert_eq!(desk.refused(vidal, dismiss), "store-signed-addendum");
    }

    #[test]
    fn taking_over_lists_what_was_not_answered() {
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        let (s48, s49) = (desk.stay(vidal, s(48)), desk.stay(roche, s(49)));
        let answered = desk.open(vidal, about("1"), word("INR", s(49)));
        let left = desk.open(vidal, about("2"), word("TSH", s(49)));
        desk.sign(vidal, s48);
        let take = HandoverAct::TakeOver { stay: s49, name: "Roche".into() };
        assert_eq!(desk.refused(roche, take.clone()), "store-not-begun");
        desk.now = Now::on(s(49).monday(), 8, 10);
        desk.act(roche, ItemAct::Answer(answered, Answer::Taken, String::new()));
        assert_eq!(desk.refused(vidal, take.clone()), "store-not-your-stay");
        desk.act(roche, take.clone());
        assert_eq!(desk.refused(roche, take), "store-already-taken-over");
        let frame = desk.ask(question::Frame);
        assert_eq!(frame.rota.takeovers[&s49].unanswered, [left]);
        assert_eq!(frame.followed[&crate::domain::Holder::Person(roche)], 1);
        assert_eq!(frame.followed[&crate::domain::Holder::COORDINATION], 1);
    }

    fn reopen(stay: StayId) -> HandoverAct {
        HandoverAct::Reopen { stay, reason: "trop tôt".into() }
    }

    fn reopens(desk: &Desk, stay: StayId) -> (Vec<i64>, Vec<i64>) {
        let found = list(desk, stay).reopens.expect("it can be reopened");
        let ids = |items: Vec<ItemId>| items.into_iter().map(|id| id.0).collect();
        (ids(found.back), ids(found.stays))
    }

    fn followed(desk: &Desk, item: ItemId) -> crate::domain::Holder {
        let frame = desk.ask(question::Frame);
        crate::domain::holder(&desk.thread(item), &frame.rota, desk.now)
    }

    /// Vidal (S48) signs six points; a call, a question, a word, an answer and a closing follow on five of them.
    #[test]
    fn what_nobody_has_touched_comes_back_and_the_rest_stays_with_whoever_has_it() {
        use crate::domain::act::NewStep;
        use crate::domain::{Holder, Outcome, StepKind};
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        let (stay, _) = (desk.stay(vidal, s(48)), desk.stay(roche, s(49)));
        let points: Vec<ItemId> =
            (1..=6).map(|n| desk.open(vidal, about(&n.to_string()), word("INR", s(49)))).collect();
        // Carried in, not decided on, and nobody's since.
        let carried = desk.open(GARNIER, about("7"), word("TSH", s(48)));
        desk.sign(vidal, stay);
        let call = NewStep { kind: StepKind::NoAnswer, next: Some(desk.now.day.plus(1)), words: String::new() };
        desk.act(GARNIER, ItemAct::Step(points[1], call, None));
        desk.answer(GARNIER, points[2], Answer::Question, "lequel ?");
        desk.say(GARNIER, points[3], Verdict::Completed, word("rappelé", s(49)));
        desk.answer(GARNIER, points[4], Answer::Read, "");
        let done = NewWord { outcome: Some(Outcome::Done), ..word("", s(49)) };
        desk.say(GARNIER, points[5], Verdict::Closed, done);
        // What the doctor notes of a call of their own is no reason to lose the point.
        let call = NewStep { kind: StepKind::NoAnswer, next: Some(desk.now.day.plus(1)), words: String::new() };
        desk.act(vidal, ItemAct::Step(points[0], call, None));
        // Written meanwhile for the doctor of this week, and not answered by anybody.
        let new = desk.open(GARNIER, about("8"), word("ordonnance", s(48)));
        let (back, stays) = reopens(&desk, stay);
        assert_eq!((back, stays), (vec![points[0].0, carried.0, new.0], points[1..].iter().map(|p| p.0).collect()));

        desk.act(vidal, reopen(stay));
        assert_eq!(followed(&desk, points[0]), Holder::Person(vidal));
        for item in &points[1..5] {
            assert_eq!(followed(&desk, *item), Holder::COORDINATION, "{item}");
            assert_eq!(desk.refused(vidal, ItemAct::Say(*item, Verdict::Completed, word("x", s(49)))), "store-let-go");
        }
        let again = ItemAct::Say(points[5], Verdict::Reopened, word("x", s(49)));
        assert_eq!(desk.refused(vidal, again), "store-let-go");
        // The question is answered, and an addition is written, also while it is open.
        desk.say(vidal, points[2], Verdict::Answered, word("Guéret", s(49)));
        assert_eq!(followed(&desk, points[2]), Holder::COORDINATION);
        desk.act(vidal, HandoverAct::Addendum { stay, text: "oubli".into(), item: None });
        // Addressed to them anew, it is theirs as ever.
        desk.say(GARNIER, points[1], Verdict::Addressed, word("", s(48)));
        desk.answer(vidal, points[1], Answer::Taken, "vu");
        assert_eq!(followed(&desk, points[1]), Holder::Person(vidal));
        desk.say(vidal, points[1], Verdict::Completed, word("fait", s(49)));
        desk.sign(vidal, stay);
        // Reopened twice, what was let go the first time does not come back by the second.
        let (back, stays) = reopens(&desk, stay);
        assert!(back.contains(&points[1].0) && stays.contains(&points[3].0) && stays.contains(&points[4].0));
        assert!(desk.store.check().unwrap().is_clean());
    }

    #[test]
    fn its_author_reopens_it_until_the_stay_ends_and_nobody_else() {
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        let (s48, s49) = (desk.stay(vidal, s(48)), desk.stay(roche, s(49)));
        desk.open(vidal, about("1"), word("INR", s(49)));
        assert_eq!(desk.refused(vidal, reopen(s48)), "store-not-signed");
        desk.sign(vidal, s48);
        assert_eq!(desk.refused(roche, reopen(s48)), "store-reopen-other");
        assert_eq!(desk.refused(GARNIER, reopen(s48)), "store-reopen-other");
        let silent = HandoverAct::Reopen { stay: s48, reason: " ".into() };
        assert_eq!(desk.refused(vidal, silent), "store-reopen-reason");
        // By dictation, and the page says who typed.
        let dictated = Who { person: GARNIER, dictated_by: Some(vidal) };
        let write = crate::protocol::Write::of(Act::Handover(reopen(s48)));
        let reply = desk.store.write(&write, dictated, desk.now);
        let crate::protocol::Reply::Saved { change, deed: crate::protocol::Deed::Signed, .. } = reply else {
            panic!("{reply:?}")
        };
        let handover = list(&desk, s48).handover;
        let reopened = handover.reopened().unwrap();
        assert_eq!(
            (reopened.author, reopened.entered_by, reopened.reason.as_str()),
            (vidal, Some(GARNIER), "trop tôt")
        );
        assert_eq!(desk.refused(vidal, reopen(s48)), "store-not-signed");
        let undone = desk.store.revert(change, Who::is(GARNIER), desk.now);
        assert!(matches!(&undone, crate::protocol::Reply::Refused(msg) if msg.id == "store-undo-signed"), "{undone:?}");
        assert!(list(&desk, s48).handover.reopened().is_some(), "a reopening is not undone");
        desk.sign(vidal, s48);
        // The stay ends on Saturday: a minute before midnight it is still time.
        let saturday = friday().day.plus(1);
        desk.now = Now::on(saturday.plus(1), 0, 1);
        assert_eq!(desk.refused(vidal, reopen(s48)), "store-reopen-over");
        assert_eq!(list(&desk, s48).reopens, None);
        // The next doctor has it: also where the clock went back to the week before.
        desk.now = Now::on(s(49).monday(), 8, 0);
        desk.act(roche, HandoverAct::TakeOver { stay: s49, name: "Roche".into() });
        desk.now = Now::on(saturday, 23, 59);
        assert_eq!(desk.refused(vidal, reopen(s48)), "store-reopen-taken");
    }

    #[test]
    fn a_colleague_on_the_other_post_takes_nothing_over_and_what_went_as_is_is_the_coordinations() {
        use crate::domain::act::{CentreAct, StayAct};
        let mut desk = Desk::new();
        desk.act(GARNIER, CentreAct::AddPost("Poste 2".into(), crate::domain::Pattern::Programmed));
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        let stay = desk.stay(vidal, s(48));
        let mut beside = super::super::super::testing::stay(roche, s(48), StayState::Confirmed);
        (beside.post, beside.from) = (crate::domain::PostId(2), friday().day);
        desk.act(GARNIER, StayAct::Add(beside));
        desk.act(roche, HandoverAct::TakeOver { stay: StayId(stay.0 + 1), name: "Roche".into() });
        desk.open(vidal, about("1"), word("INR", s(49)));
        desk.sign(vidal, stay);
        desk.act(vidal, reopen(stay));
        // Vidal is gone before the evening: Claire transmits it as it is, and takes that back herself.
        let as_is = HandoverAct::Sign { stay, name: "Garnier".into(), nothing_to_report: false, as_is: true };
        desk.act(GARNIER, as_is.clone());
        assert_eq!(desk.refused(vidal, reopen(stay)), "store-reopen-as-is");
        desk.act(GARNIER, reopen(stay));
        desk.sign(vidal, stay);
        let signature = list(&desk, stay).handover.signature.unwrap();
        assert_eq!((signature.author, signature.as_is), (vidal, false));
        assert!(desk.store.check().unwrap().is_clean());
    }

    #[test]
    fn the_next_signature_names_the_one_it_follows_and_neither_is_undone() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(48));
        desk.act(vidal, HandoverAct::Note(stay, NoteKind::Week, "calme".into()));
        let item = desk.open(vidal, about("1"), word("INR", s(49)));
        desk.sign(vidal, stay);
        let first = list(&desk, stay).handover.signature.unwrap();
        desk.act(vidal, reopen(stay));
        let handover = list(&desk, stay).handover;
        assert_eq!((handover.reopened().unwrap().hash.as_str(), handover.notes.week.as_str()), (&*first.hash, "calme"));
        // A signed word is not corrected in its place, and whose stay it was does not change.
        let relay = desk.thread(item).head().id;
        assert_eq!(desk.refused(vidal, ItemAct::Amend(relay, word("TSH", s(49)))), "store-word-signed");
        let cancel = crate::domain::stay::Withdrawal::told(desk.now.day, "malade");
        let cancel = crate::domain::act::StayAct::Cancel(stay, cancel);
        assert_eq!(desk.refused(GARNIER, cancel), "store-stay-is-signed");
        // Not even by undoing what had written it.
        for _ in 0..3 {
            desk.store.undo(Who::is(vidal), desk.now);
        }
        assert_eq!(desk.thread(item).head().text, "INR");
        assert!(list(&desk, stay).handover.reopened().is_some());
        desk.act(vidal, HandoverAct::Note(stay, NoteKind::Week, "agitée".into()));
        desk.say(vidal, item, Verdict::Completed, word("INR à 3", s(49)));
        assert!(desk.store.check().unwrap().is_clean());
        desk.sign(vidal, stay);
        let second = list(&desk, stay).handover.signature.unwrap();
        assert_eq!((&second.follows, &second.previous), (&Some(first.hash.clone()), &Some(first.hash)));
        assert!(desk.store.check().unwrap().is_clean());
        let past = desk.ask(question::History);
        let said: Vec<&str> = past.iter().map(|p| p.said.id.as_ref()).collect();
        assert!(said.contains(&"store-said-reopened") && said.contains(&"store-said-signed-again"), "{said:?}");
    }

    #[test]
    fn what_stands_under_a_signature_does_not_change_by_a_later_undo() {
        use crate::domain::DayCounts;
        use crate::domain::act::AgendaAct;
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(48));
        desk.act(vidal, HandoverAct::Note(stay, NoteKind::Week, "calme".into()));
        let counts = DayCounts { offered: 25, booked: 20, programmed: 19, ..DayCounts::default() };
        let day = friday().day.plus(-1);
        desk.act(GARNIER, AgendaAct::Close { stay, day, counts, marks: vec![], corrects: None });
        desk.sign(vidal, stay);
        let signed = list(&desk, stay).coverage.unwrap();
        assert_eq!((signed.seen, signed.closed), (19, 1));
        let undone = desk.store.undo(Who::is(GARNIER), desk.now);
        assert!(matches!(undone, crate::protocol::Reply::Saved { .. }), "{undone:?}");
        assert_eq!(list(&desk, stay).coverage, Some(signed));
        assert!(desk.store.check().unwrap().is_clean());
        // Open again, it says what is known now.
        desk.act(vidal, reopen(stay));
        assert_eq!(list(&desk, stay).coverage.map_or(0, |c| c.closed), 0);
    }
}
