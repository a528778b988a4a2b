//! Acts on points: opening, a word, its correction, an answer.

use rusqlite::OptionalExtension;

use super::super::door::{Cx, Done, Stop, refuse};
use super::super::page::rota::person;
use super::super::page::thread;
use super::stay::post_exists;
use super::step;
use crate::domain::act::{ItemAct, NewItem, NewWord};
use crate::domain::alert::UNCHANGED_LIMIT;
use crate::domain::difference;
use crate::domain::holder::moved_since;
use crate::domain::rights::{self, Right};
use crate::domain::signature::word_hash;
use crate::domain::{
    Addressee, Answer, Day, Gravity, IsoWeek, ItemId, Kind, Msg, PersonId, PostId, Relay, RelayId, Rev, Role, StayId,
    Thread, Verdict,
};
use crate::store::sql::{Columns as _, Fields, fields, params};

pub(super) fn run(act: &ItemAct, cx: &Cx<'_>) -> Result<Done, Stop> {
    match act {
        ItemAct::Open(item, word) => {
            let id = open(cx, item, word, stay_of_author(cx)?)?;
            Ok(Done::said(Msg::new("store-said-item-opened").with("item", id.0)))
        }
        ItemAct::Say(item, verdict, word) => say(cx, *item, *verdict, word),
        ItemAct::Amend(relay, word) => amend(cx, *relay, word),
        ItemAct::Answer(item, answer, words) => answer_with(cx, *item, *answer, words),
        ItemAct::Step(item, new, close) => step::run(cx, *item, new, close.as_ref()),
        ItemAct::Move(item, patient) => super::wrong_file::run(cx, *item, patient),
        ItemAct::PutOff(item, day) => super::put_off::put_off(cx, *item, *day),
    }
}

/// The stay in whose handover the author's word stands: their running, unsigned one; none of the team's.
pub(super) fn stay_of_author(cx: &Cx<'_>) -> Result<Option<StayId>, Stop> {
    let author = cx.author()?;
    if author.role != Role::Doctor {
        return Ok(None);
    }
    match running(cx, author.id)? {
        Some((stay, false)) => Ok(Some(stay)),
        Some((_, true)) => refuse(Msg::new("store-signed-addendum")),
        None => refuse(Msg::new("store-no-stay").with("doctor", author.short())),
    }
}

/// The doctor's confirmed stay today, an unsigned one first, and whether it is signed.
pub(super) fn running(cx: &Cx<'_>, doctor: PersonId) -> Result<Option<(StayId, bool)>, Stop> {
    let mut sql = cx.conn.prepare_cached(
        "SELECT s.id, h.signed_at IS NOT NULL, s.from_day FROM stay s INDEXED BY stay_doctor
           LEFT JOIN handover h ON h.id = s.id
         WHERE s.centre = ?1 AND s.doctor = ?2 AND s.state = 'Confirmed' AND ?3 BETWEEN s.from_day AND s.to_day",
    )?;
    let mut rows = sql.query(params![cx.centre()?, doctor, cx.now.day])?;
    let mut first: Option<(bool, Day, StayId)> = None;
    while let Some(row) = rows.next()? {
        let stay = (row.col(1)?, row.col(2)?, row.col(0)?);
        first = Some(first.map_or(stay, |first| first.min(stay)));
    }
    Ok(first.map(|(signed, _, stay)| (stay, signed)))
}

/// Opens a point with its first word and says its number.
pub(super) fn open(cx: &Cx<'_>, item: &NewItem, word: &NewWord, stay: Option<StayId>) -> Result<ItemId, Stop> {
    let author = cx.author()?.id;
    if word.outcome.is_some() {
        return refuse(Msg::new("store-closed-needs-reason"));
    }
    check(cx, word, Verdict::Opened, None)?;
    write(cx, item, word, stay, author)
}

/// Opens a point of the team with words that somebody else left unfinished: urgent, it may still lack its plan.
pub(super) fn open_as_it_is(cx: &Cx<'_>, item: &NewItem, word: &NewWord) -> Result<ItemId, Stop> {
    write(cx, item, word, None, cx.author()?.id)
}

fn write(cx: &Cx<'_>, item: &NewItem, word: &NewWord, stay: Option<StayId>, author: PersonId) -> Result<ItemId, Stop> {
    let relay = next_relay(cx)?;
    let patient = item.patient.as_ref();
    let (kind, beside) = stored_kind(item.kind);
    let id = cx.insert(
        "INSERT INTO item(centre, kind, file, initials, birth_year, head, ald, see_record, source, kind_beside)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            cx.centre()?,
            kind,
            patient.map(|p| &p.file),
            patient.and_then(|p| p.initials.as_ref()),
            patient.and_then(|p| p.birth_year),
            relay,
            item.facts.ald,
            item.facts.see_record,
            item.facts.source.trim(),
            beside
        ],
    )?;
    insert(cx, &spoken(cx, relay, ItemId(id), author, stay, Verdict::Opened, word))?;
    Ok(ItemId(id))
}

/// Adds a word to a point.
pub(super) fn say(cx: &Cx<'_>, item: ItemId, verdict: Verdict, word: &NewWord) -> Result<Done, Stop> {
    not_moved(cx, item)?;
    let stay = stay_of_author(cx)?;
    let head = head(cx, item)?;
    // Who answers a colleague's question, or ends a difference, does not take the point out of anybody's hands.
    if let Some(stay) = stay.filter(|_| !matches!(verdict, Verdict::Answered | Verdict::Settled | Verdict::TakenBack))
        && was_let_go(cx, stay, item)?
    {
        return refuse(Msg::new("store-let-go").with("item", item.0));
    }
    match verdict {
        Verdict::Opened => return refuse(Msg::new("store-already-open").with("item", item.0)),
        Verdict::Reopened if head.leaves_open() => {
            return refuse(Msg::new("store-already-open").with("item", item.0));
        }
        Verdict::Reopened => {}
        _ if !head.leaves_open() => return refuse(Msg::new("store-closed").with("item", item.0)),
        _ => {}
    }
    if (verdict == Verdict::Closed) != word.outcome.is_some() {
        return refuse(Msg::new("store-closed-needs-reason"));
    }
    ends_difference(cx, item, verdict)?;
    check(cx, word, verdict, Some(&head))?;
    names_nobody(cx, item, verdict, word)?;
    let mut relay = spoken(cx, next_relay(cx)?, item, cx.author()?.id, stay, verdict, word);
    let streak = if verdict == Verdict::Unchanged { find(cx, item)?.unchanged_streak() + 1 } else { 0 };
    let undecided = goes_undecided(&mut relay, streak);
    insert(cx, &relay)?;
    cx.run_one("UPDATE item SET head = ?1, closed = ?2 WHERE id = ?3", params![relay.id, !relay.leaves_open(), item])?;
    Ok(Done::said(match verdict {
        _ if undecided => Msg::new("store-said-item-undecided").with("item", item.0),
        Verdict::Closed => Msg::new("store-said-item-closed").with("item", item.0),
        Verdict::Addressed if relay.to != head.to => {
            Msg::new("store-said-item-addressed").with("item", item.0).with("to", named(cx, relay.to)?)
        }
        _ => Msg::new("store-said-item-word").with("item", item.0).with("verdict", Msg::new(verdict.word())),
    }))
}

/// Who ends a difference, if it is one that is open: its author takes it back, others settle it.
fn ends_difference(cx: &Cx<'_>, item: ItemId, verdict: Verdict) -> Result<(), Stop> {
    if !matches!(verdict, Verdict::Settled | Verdict::TakenBack) {
        return Ok(());
    }
    let (thread, author) = (find(cx, item)?, cx.author()?);
    if thread.open_difference().is_none() {
        return refuse(Msg::new("store-no-difference").with("item", item.0));
    }
    match verdict {
        Verdict::TakenBack if !thread.may_take_back(author) => refuse(Msg::new("store-not-your-difference")),
        Verdict::Settled if !thread.may_settle(author) => refuse(Msg::new("store-settle-who")),
        _ => Ok(()),
    }
}

/// The words that settle leave for the collective: they name no patient.
fn names_nobody(cx: &Cx<'_>, item: ItemId, verdict: Verdict, word: &NewWord) -> Result<(), Stop> {
    let named = verdict == Verdict::Settled
        && find(cx, item)?.item.patient.is_some_and(|patient| difference::names(&word.text, &patient));
    if named { refuse(Msg::new("settle-names-patient")) } else { Ok(()) }
}

/// An addressee in a few words.
fn named(cx: &Cx<'_>, to: Addressee) -> Result<Msg, Stop> {
    Ok(match to {
        Addressee::Person(id) => {
            let person = person(cx.conn, id)?.ok_or_else(|| Stop::Refused(Msg::new("store-gone")))?;
            Msg::new("store-said-who").with("who", person.short())
        }
        Addressee::Role(role) => Msg::new(role.word()),
        Addressee::Post(_, week) => Msg::new("thread-to-week").with("week", week),
    })
}

/// Whether the point stayed with others when the stay's handover was reopened, and has not been moved since.
fn was_let_go(cx: &Cx<'_>, stay: StayId, item: ItemId) -> Result<bool, Stop> {
    let mut sql = cx.conn.prepare_cached(
        "SELECT last_word, last_answer FROM reopening WHERE id = (SELECT max(id) FROM reopening WHERE stay = ?1)
           AND EXISTS (SELECT 1 FROM json_each(stays) WHERE value = ?2)",
    )?;
    let found = sql.query_row(params![stay, item], |row| Ok((row.col(0)?, row.col(1)?))).optional()?;
    let Some((word, answer)) = found else { return Ok(false) };
    Ok(!moved_since(&find(cx, item)?, word, answer))
}

/// Rule 12: handed on unchanged for the third time without a decision, it goes to the coordination.
fn goes_undecided(relay: &mut Relay, streak: usize) -> bool {
    if relay.verdict != Verdict::Unchanged || streak < UNCHANGED_LIMIT {
        return false;
    }
    if matches!(relay.to, Addressee::Post(..)) {
        relay.to = Addressee::Role(Role::Coordination);
    }
    relay.to == Addressee::Role(Role::Coordination)
}

/// Corrects the author's own last word, as long as nobody has built on it.
fn amend(cx: &Cx<'_>, id: RelayId, word: &NewWord) -> Result<Done, Stop> {
    let mut sql = cx.conn.prepare_cached("SELECT item FROM relay WHERE id = ?1 AND centre = ?2")?;
    let item: Option<ItemId> = sql.query_row(params![id, cx.centre()?], |row| row.col(0)).optional()?;
    let Some(item) = item else { return refuse(Msg::new("store-gone")) };
    not_moved(cx, item)?;
    let thread = find(cx, item)?;
    let head = thread.head();
    if head.author != cx.author()?.id {
        return refuse(Msg::new("store-not-your-word"));
    }
    if head.id != id || thread.receipts.iter().any(|r| r.at >= head.at) {
        return refuse(Msg::new("store-word-answered").with("item", item.0));
    }
    if let Some(stay) = head.stay
        && is_covered(cx, stay, id)?
    {
        return refuse(Msg::new("store-word-signed").with("item", item.0));
    }
    if (head.verdict == Verdict::Closed) != word.outcome.is_some() {
        return refuse(Msg::new("store-closed-needs-reason"));
    }
    let before = thread.relays.iter().rev().nth(1);
    check(cx, word, head.verdict, before)?;
    names_nobody(cx, item, head.verdict, word)?;
    let mut relay = Relay {
        entered_by: cx.who.entered_by(),
        at: head.at,
        ..spoken(cx, id, item, head.author, head.stay, head.verdict, word)
    };
    // To correct the third is no decision either.
    goes_undecided(&mut relay, thread.unchanged_streak());
    update(cx, &relay)?;
    // The point is touched with its word: who was about to add to it sees what has changed (rule 14).
    cx.run_one("UPDATE item SET head = ?1 WHERE id = ?2", params![id, item])?;
    Ok(Done::said(Msg::new("store-said-item-amended").with("item", item.0)))
}

/// Whether a word lies under a signature that was reopened: what corrects it is a new word.
///
/// Under one in force the database refuses, as for everything that is sealed.
fn is_covered(cx: &Cx<'_>, stay: StayId, word: RelayId) -> Result<bool, Stop> {
    let mut sql = cx.conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM signature WHERE stay = ?1 AND last_word >= ?2)
           AND EXISTS (SELECT 1 FROM handover WHERE id = ?1 AND signed_at IS NULL)",
    )?;
    Ok(sql.query_row(params![stay, word], |row| row.col(0))?)
}

/// Records a receiver's answer; an urgent point is taken with words only (rule 7).
fn answer_with(cx: &Cx<'_>, item: ItemId, answer: Answer, words: &str) -> Result<Done, Stop> {
    let author = cx.author()?;
    let stay = match author.role {
        Role::Doctor => match running(cx, author.id)? {
            Some((stay, _)) => Some(stay),
            None => return refuse(Msg::new("store-no-stay").with("doctor", author.short())),
        },
        _ => None,
    };
    let head = head(cx, item)?;
    if !head.leaves_open() {
        return refuse(Msg::new("store-closed").with("item", item.0));
    }
    let wordless = words.trim().is_empty();
    if wordless && answer == Answer::Taken && head.gravity == Gravity::Urgent {
        return refuse(Msg::new("store-urgent-words").with("item", item.0));
    }
    if wordless && answer == Answer::Question {
        return refuse(Msg::new("store-question-words").with("item", item.0));
    }
    if wordless && answer == Answer::Returned {
        return refuse(Msg::new("store-return-words").with("item", item.0));
    }
    let receipt = cx.insert(
        "INSERT INTO receipt(centre, item, stay, author, entered_by, at, answer, words)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![cx.centre()?, item, stay, author.id, cx.who.entered_by(), cx.now.at, answer, words],
    )?;
    cx.run_one("UPDATE item SET answer = ?1 WHERE id = ?2", params![receipt, item])?;
    Ok(Done::said(Msg::new("store-said-answer").with("item", item.0).with("answer", Msg::new(answer.word()))))
}

pub(super) fn find(cx: &Cx<'_>, item: ItemId) -> Result<Thread, Stop> {
    thread::one(cx.conn, cx.centre()?, item)?.ok_or_else(|| Stop::Refused(Msg::new("store-gone")))
}

/// A point that goes on elsewhere takes no further word.
fn not_moved(cx: &Cx<'_>, item: ItemId) -> Result<(), Stop> {
    let mut sql = cx.conn.prepare_cached("SELECT moved_to FROM item WHERE id = ?1 AND moved_to IS NOT NULL")?;
    let moved: Option<ItemId> = sql.query_row(params![item], |row| row.col(0)).optional()?;
    match moved {
        Some(new) => refuse(Msg::new("store-moved").with("item", item.0).with("new", new.to_string())),
        None => Ok(()),
    }
}

/// The newest word, which holds the point's state: all that most rules need of it.
pub(super) fn head(cx: &Cx<'_>, item: ItemId) -> Result<Relay, Stop> {
    thread::head(cx.conn, cx.centre()?, item)?.ok_or_else(|| Stop::Refused(Msg::new("store-gone")))
}

/// The number the next word will have: a point and its first word name each other.
fn next_relay(cx: &Cx<'_>) -> Result<RelayId, Stop> {
    let mut sql =
        cx.conn.prepare_cached("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'relay'), 0) + 1")?;
    Ok(sql.query_row([], |row| row.col(0))?)
}

/// What holds for every word: it says something, an urgent point is planned, its addressee exists.
fn check(cx: &Cx<'_>, word: &NewWord, verdict: Verdict, before: Option<&Relay>) -> Result<(), Stop> {
    let must_say = matches!(
        verdict,
        Verdict::Opened | Verdict::Completed | Verdict::Differs | Verdict::Answered | Verdict::Settled
    );
    if must_say && word.text.trim().is_empty() {
        return refuse(Msg::new("store-no-words"));
    }
    // Rule 10, when the point becomes urgent: later words carry on what is there.
    let was_urgent = before.is_some_and(|b| b.gravity == Gravity::Urgent);
    let is_urgent = word.gravity == Gravity::Urgent && word.outcome.is_none();
    if is_urgent && !was_urgent && (word.due.is_none() || word.plan.trim().is_empty()) {
        return refuse(Msg::new("store-urgent-plan"));
    }
    match word.to {
        Addressee::Person(id) => match person(cx.conn, id)? {
            None => refuse(Msg::new("store-gone")),
            Some(to) if !rights::may(to.role, Right::ReadPoints) => {
                refuse(Msg::new("store-not-addressed").with("who", to.short()))
            }
            Some(_) => Ok(()),
        },
        Addressee::Role(role) if !role.is_team() => refuse(Msg::new("store-role-doctor")),
        Addressee::Post(post, _) => post_exists(cx, post),
        Addressee::Role(_) => Ok(()),
    }
}

fn spoken(
    cx: &Cx<'_>,
    id: RelayId,
    item: ItemId,
    author: PersonId,
    stay: Option<StayId>,
    verdict: Verdict,
    word: &NewWord,
) -> Relay {
    Relay {
        id,
        // It is about to be written.
        rev: Rev(0),
        item,
        author,
        entered_by: cx.who.entered_by(),
        at: cx.now.at,
        stay,
        verdict,
        text: word.text.trim().to_owned(),
        plan: word.plan.trim().to_owned(),
        gravity: word.gravity,
        due: word.due,
        show_from: word.show_from,
        to: word.to,
        outcome: word.outcome,
        detail: word.detail,
    }
}

/// Sixteen random bytes, so that a hash left by a tombstone cannot be guessed back into its text.
///
/// A store in memory leaves nothing to guess at, and its history must be the same each time: there
/// the salt is the word's number.
fn salt(cx: &Cx<'_>, id: RelayId) -> Result<String, Stop> {
    if cx.conn.path().is_none_or(str::is_empty) {
        return Ok(format!("{:032x}", id.0));
    }
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| Stop::Failed(std::io::Error::other(error.to_string()).into()))?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

/// A kind as it is stored: the words of its first column are fixed, so that what came later stands beside it, and there
/// what it was called before.
const fn stored_kind(kind: Kind) -> (Kind, Option<Kind>) {
    match kind {
        Kind::Care | Kind::Result | Kind::Recall | Kind::Promise | Kind::Letter | Kind::Centre => (kind, None),
        Kind::ToSign => (Kind::Letter, Some(kind)),
    }
}

/// A verdict as it is stored, like a kind: what ends a difference completes the point.
const fn stored_verdict(verdict: Verdict) -> (Verdict, Option<Verdict>) {
    match verdict {
        Verdict::Settled | Verdict::TakenBack => (Verdict::Completed, Some(verdict)),
        Verdict::Opened
        | Verdict::Unchanged
        | Verdict::Completed
        | Verdict::Confirmed
        | Verdict::Differs
        | Verdict::Addressed
        | Verdict::Answered
        | Verdict::Closed
        | Verdict::Reopened => (verdict, None),
    }
}

/// The three parts of an addressee as they are stored.
fn parts(to: Addressee) -> (Option<PersonId>, Option<Role>, Option<PostId>, Option<IsoWeek>) {
    match to {
        Addressee::Person(person) => (Some(person), None, None, None),
        Addressee::Role(role) => (None, Some(role), None, None),
        Addressee::Post(post, week) => (None, None, Some(post), Some(week)),
    }
}

/// What a word says, as it is stored, under a salt of its own.
fn row(cx: &Cx<'_>, relay: &Relay) -> Result<Fields, Stop> {
    let salt = salt(cx, relay.id)?;
    let (person, role, post, week) = parts(relay.to);
    Ok(fields! {
        entered_by: relay.entered_by,
        text: relay.text,
        plan: relay.plan,
        gravity: relay.gravity,
        due: relay.due,
        show_from: relay.show_from,
        to_person: person,
        to_role: role,
        to_post: post,
        to_week: week,
        outcome: relay.outcome,
        salt: salt,
        hash: word_hash(&salt, relay),
        asked: relay.detail.asked,
        exam: relay.detail.exam,
        whole_month: relay.detail.whole_month,
        round: relay.detail.round,
    })
}

fn insert(cx: &Cx<'_>, relay: &Relay) -> Result<(), Stop> {
    let (verdict, beside) = stored_verdict(relay.verdict);
    let whose = fields! {
        id: relay.id,
        centre: cx.centre()?,
        item: relay.item,
        author: relay.author,
        at: relay.at,
        stay: relay.stay,
        verdict: verdict,
        verdict_beside: beside,
    };
    cx.add("relay", whose.and(row(cx, relay)?)).map(|_| ())
}

fn update(cx: &Cx<'_>, relay: &Relay) -> Result<(), Stop> {
    cx.set("relay", row(cx, relay)?, "id = ?", &[relay.id.0])
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, about, past_the_seals, s, stay, word};
    use super::*;
    use crate::domain::act::{CentreAct, NewStay, StayAct};
    use crate::domain::{Day, Now, Outcome, StayState};

    fn urgent(text: &str) -> NewWord {
        NewWord {
            gravity: Gravity::Urgent,
            plan: "si saignement alors 15".into(),
            due: Day::ymd(2026, 11, 30),
            ..word(text, s(49))
        }
    }

    #[test]
    fn what_is_to_be_signed_and_what_is_settled_come_back_as_they_were_written() {
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        desk.stay(vidal, s(48));
        desk.act(GARNIER, CentreAct::AddPost("Poste 2".into(), crate::domain::Pattern::Programmed));
        let beside = NewStay { post: PostId(2), ..stay(roche, s(48), StayState::Confirmed) };
        desk.act(GARNIER, StayAct::Add(beside));
        let certificate = NewItem { kind: Kind::ToSign, ..about("1243") };
        desk.act(GARNIER, ItemAct::Open(certificate, word("certificat", s(48))));
        let item = ItemId(1);
        let thread = |desk: &Desk| desk.ask(crate::protocol::question::Thread(item)).unwrap();
        assert_eq!(thread(&desk).item.kind, Kind::ToSign);
        // Nothing is open, and it is nobody's to end.
        let settle = || ItemAct::Say(item, Verdict::Settled, word("on arrête", s(49)));
        assert_eq!(desk.refused(GARNIER, settle()), "store-no-difference");
        desk.say(vidal, item, Verdict::Differs, word("plutôt arrêter", s(49)));
        assert_eq!(desk.refused(vidal, settle()), "store-settle-who");
        let back = || ItemAct::Say(item, Verdict::TakenBack, word("", s(49)));
        assert_eq!(desk.refused(roche, back()), "store-not-your-difference");
        // What leaves names no patient, not even corrected.
        let named = || word("arrêt pour le 1243", s(49));
        assert_eq!(desk.refused(GARNIER, ItemAct::Say(item, Verdict::Settled, named())), "settle-names-patient");
        desk.act(roche, settle());
        let said = thread(&desk);
        assert_eq!((said.head().verdict, said.open_difference()), (Verdict::Settled, None));
        assert_eq!(desk.refused(roche, ItemAct::Amend(said.head().id, named())), "settle-names-patient");
        // Undone, it is open again; its author may say that it no longer is.
        desk.store.undo(crate::domain::Who::is(roche), desk.now);
        assert!(thread(&desk).open_difference().is_some());
        desk.act(vidal, back());
        assert_eq!(thread(&desk).head().verdict, Verdict::TakenBack);
        assert!(desk.store.check().unwrap().is_clean(), "the hashes of the words cover what stands beside");
        past_the_seals(&desk.store.conn, "UPDATE relay SET verdict_beside = NULL; UPDATE item SET kind_beside = NULL");
        let found: Vec<_> = desk.store.check().unwrap().msgs().into_iter().map(|msg| msg.id).collect();
        for forged in ["check-word", "check-row-changed"] {
            assert!(found.iter().any(|id| id == forged), "{forged}: {found:?}");
        }
    }

    #[test]
    fn a_point_goes_back_to_the_team_with_its_reason_only() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        desk.stay(vidal, s(48));
        let item = desk.open(GARNIER, about("1243"), word("courrier", s(48)));
        let back = |words: &str| ItemAct::Answer(item, Answer::Returned, words.into());
        assert_eq!(desk.refused(vidal, back("  ")), "store-return-words");
        desk.act(vidal, back("suivie ailleurs"));
        assert_eq!(desk.thread(item).receipts[0].words, "suivie ailleurs");
    }

    #[test]
    fn a_doctors_word_stands_in_their_stay_and_the_teams_in_none() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        assert_eq!(desk.refused(vidal, ItemAct::Open(about("1"), word("INR", s(49)))), "store-no-stay");
        let stay = desk.stay(vidal, s(48));
        let (mine, teams) =
            (desk.open(vidal, about("1"), word("INR", s(49))), desk.open(GARNIER, about("2"), word("x", s(49))));
        assert_eq!(desk.thread(mine).head().stay, Some(stay));
        assert_eq!(desk.thread(teams).head().stay, None);
        desk.sign(vidal, stay);
        assert_eq!(desk.refused(vidal, ItemAct::Open(about("1"), word("INR", s(49)))), "store-signed-addendum");
        assert_eq!(
            desk.refused(vidal, ItemAct::Say(teams, Verdict::Confirmed, word("", s(49)))),
            "store-signed-addendum"
        );
        assert_eq!(desk.refused(vidal, ItemAct::Amend(RelayId(1), word("autre", s(49)))), "store-sealed");
    }

    #[test]
    fn dictated_words_keep_both_names() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        desk.stay(vidal, s(48));
        let who = crate::domain::Who { person: GARNIER, dictated_by: Some(vidal) };
        let write = crate::protocol::Write::of(ItemAct::Open(about("1"), word("INR", s(49))).into());
        assert!(matches!(desk.store.write(&write, who, desk.now), crate::protocol::Reply::Saved { .. }));
        let head = desk.thread(ItemId(1)).head().clone();
        assert_eq!((head.author, head.entered_by), (vidal, Some(GARNIER)));
    }

    #[test]
    fn a_point_becomes_urgent_only_with_a_day_and_a_plan() {
        let mut desk = Desk::new();
        let bare = |due, plan: &str| NewWord { gravity: Gravity::Urgent, due, plan: plan.into(), ..word("INR", s(49)) };
        let day = Day::ymd(2026, 11, 30);
        for word in [bare(None, "si … alors …"), bare(day, " ")] {
            assert_eq!(desk.refused(GARNIER, ItemAct::Open(about("1"), word)), "store-urgent-plan");
        }
        let item = desk.open(GARNIER, about("1"), word("INR", s(49)));
        let say = |word| ItemAct::Say(item, Verdict::Completed, word);
        assert_eq!(desk.refused(GARNIER, say(bare(None, ""))), "store-urgent-plan");
        desk.act(GARNIER, say(urgent("INR 5")));
        // Urgent already: what was planned stands in the words before.
        desk.act(GARNIER, say(bare(None, "")));
    }

    #[test]
    fn an_urgent_point_is_taken_in_ones_own_words_only() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        desk.stay(vidal, s(48));
        let item = desk.open(GARNIER, about("1"), urgent("INR 5"));
        for words in ["", "  "] {
            let take = ItemAct::Answer(item, Answer::Taken, words.into());
            assert_eq!(desk.refused(vidal, take), "store-urgent-words");
        }
        desk.answer(vidal, item, Answer::Read, "");
        desk.answer(vidal, item, Answer::Taken, "je l'appelle à 9 h");
        let thread = desk.thread(item);
        assert_eq!(thread.receipts.len(), 2);
        assert_eq!(thread.receipts[1].stay, Some(StayId(1)));
        assert_eq!(desk.refused(vidal, ItemAct::Answer(item, Answer::Question, String::new())), "store-question-words");
    }

    #[test]
    fn the_third_unchanged_goes_to_the_coordination_unless_addressed_to_a_person() {
        for (to, expected) in [
            (word("", s(50)).to, Addressee::Role(Role::Coordination)),
            (Addressee::Person(GARNIER), Addressee::Person(GARNIER)),
        ] {
            let mut desk = Desk::new();
            let item = desk.open(GARNIER, about("1"), word("INR", s(49)));
            let unchanged = || NewWord { to, ..word("", s(50)) };
            for _ in 0..2 {
                desk.say(GARNIER, item, Verdict::Unchanged, unchanged());
                assert_eq!(desk.thread(item).head().to, to);
            }
            desk.say(GARNIER, item, Verdict::Unchanged, unchanged());
            assert_eq!(desk.thread(item).head().to, expected);
            // To correct the third word is no decision either.
            let third = desk.thread(item).head().id;
            desk.act(GARNIER, ItemAct::Amend(third, NewWord { to, ..word("voir INR", s(50)) }));
            assert_eq!(desk.thread(item).head().to, expected);
            // Completing it resets the count.
            desk.say(GARNIER, item, Verdict::Completed, NewWord { to, ..word("TSH", s(50)) });
            desk.say(GARNIER, item, Verdict::Unchanged, unchanged());
            assert_eq!(desk.thread(item).head().to, to);
        }
    }

    #[test]
    fn a_closed_point_takes_no_word_but_its_reopening() {
        let mut desk = Desk::new();
        let item = desk.open(GARNIER, about("1"), word("INR", s(49)));
        let close = || NewWord { outcome: Some(Outcome::Done), ..word("", s(49)) };
        assert_eq!(
            desk.refused(GARNIER, ItemAct::Say(item, Verdict::Closed, word("", s(49)))),
            "store-closed-needs-reason"
        );
        assert_eq!(desk.refused(GARNIER, ItemAct::Say(item, Verdict::Reopened, word("", s(49)))), "store-already-open");
        desk.say(GARNIER, item, Verdict::Closed, close());
        assert_eq!(desk.refused(GARNIER, ItemAct::Say(item, Verdict::Completed, word("x", s(49)))), "store-closed");
        assert_eq!(desk.refused(GARNIER, ItemAct::Answer(item, Answer::Taken, "x".into())), "store-closed");
        desk.say(GARNIER, item, Verdict::Reopened, word("revenu", s(49)));
        assert!(desk.thread(item).is_open());
    }

    #[test]
    fn only_ones_own_last_word_is_corrected_and_only_before_anyone_answers() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        desk.stay(vidal, s(48));
        let item = desk.open(vidal, about("1"), word("INR à 4,8", s(49)));
        let revs = |desk: &Desk| {
            let point = desk.thread(item);
            [point.item.rev, point.head().rev]
        };
        let before = revs(&desk);
        desk.act(vidal, ItemAct::Amend(RelayId(1), word("INR à 2,8", s(49))));
        // Who was about to correct the word, or to add to the point, must see what has changed.
        assert!(revs(&desk).iter().zip(before).all(|(after, before)| *after > before));
        assert_eq!(desk.thread(item).head().text, "INR à 2,8");
        assert!(desk.store.check().unwrap().is_clean());
        assert_eq!(desk.refused(GARNIER, ItemAct::Amend(RelayId(1), word("x", s(49)))), "store-not-your-word");
        desk.answer(GARNIER, item, Answer::Read, "");
        assert_eq!(desk.refused(vidal, ItemAct::Amend(RelayId(1), word("x", s(49)))), "store-word-answered");
        desk.now = Now::from(crate::domain::Stamp(desk.now.at.0 + 60_000));
        desk.say(vidal, item, Verdict::Completed, word("revu", s(49)));
        assert_eq!(desk.refused(vidal, ItemAct::Amend(RelayId(1), word("x", s(49)))), "store-word-answered");
        desk.act(vidal, ItemAct::Amend(RelayId(2), word("revu à midi", s(49))));
    }

    #[test]
    fn a_word_is_addressed_to_someone_who_exists() {
        let mut desk = Desk::new();
        let to = |to| ItemAct::Open(about("1"), NewWord { to, ..word("x", s(49)) });
        assert_eq!(desk.refused(GARNIER, to(Addressee::Role(Role::Doctor))), "store-role-doctor");
        assert_eq!(desk.refused(GARNIER, to(Addressee::Person(PersonId(77)))), "store-gone");
        assert_eq!(desk.refused(GARNIER, to(Addressee::Post(PostId(9), s(49)))), "store-gone");
        let long = ItemAct::Open(about("1"), word(&"é".repeat(10_001), s(49)));
        assert_eq!(desk.refused(GARNIER, long), "store-too-long");
    }
}
