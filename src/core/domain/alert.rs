//! What the header warns of, each with the place where it can be resolved.

use super::backup::{Uncovered, uncovered};
use super::candidate::Hole;
use super::held::Held;
use super::left_draft::LeftDraft;
use super::prepared::Prepared;
use super::record::Task;
use super::step::OVERDUE;
use super::today;
use super::urgent::is_late;
use super::{
    AccountEvent, AccountEventKind, Addressee, Day, Gravity, ItemId, Kind, Loss, Msg, Now, PersonId, Relay, Role, Rota,
    Stay, StayId, StepKind, Thread,
};

/// Something that somebody has to deal with; [`Alert::rank`] says how pressing it is beside others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alert {
    /// The store lacks what was known to be in it, until the coordination has taken note.
    Loss(Loss),
    /// Something is not as it was signed: what, in a sentence.
    Tampered(Msg),
    /// An urgent point nobody answered by 10 h on the first working day of the stay it falls to, or, of one that came
    /// later, by the end of the half-day in which it came.
    UrgentUnanswered(ItemId),
    /// Something urgent was typed and never transmitted by somebody who has left.
    LeftDraft(PersonId),
    /// The doctor left, and the handover is not signed (rule 6).
    Unsigned(StayId),
    /// A question that nobody has answered.
    Question(ItemId),
    /// Sent back to the team.
    Returned(ItemId),
    /// Addressed to a role that nobody fills before the due date (rule 3).
    RoleEmpty(ItemId, Role),
    /// Handed on unchanged three times, and left to the coordination (rule 12).
    ToDecide(ItemId),
    /// *Je vois autrement*, which nobody has settled and its author has not taken back.
    Difference(ItemId),
    /// A result that has not come by some days after it was expected.
    ResultLate(ItemId),
    /// Called three times in vain, or on a wrong number.
    Unreached(ItemId),
    /// More than two working days past its day.
    Overdue(ItemId),
    /// Days that are over and not closed; the oldest, whose it is, and how many there are.
    ToClose { stay: StayId, day: Day, count: usize },
    /// The team has noted that a doctor withdraws: to be confirmed by the coordination.
    Withdrawal(StayId),
    /// Patients of a stay that was called off, who are to be told; how many in all, of whichever stay.
    ToTell { stay: StayId, count: usize },
    /// Volunteers to call, or to call again, for a hole; how many in all, for whichever.
    ToCall { hole: Hole, count: usize },
    /// Days without a doctor at the centre, and without one to call (rule 39).
    NoBackup(Uncovered),
    /// The last day of an option is near (rule 30).
    OptionSoon(StayId),
    /// It is over: to be settled.
    OptionLapsed(StayId),
    /// Tasks that are needed before an arrival and late, of a stay; how many are the reader's (rule 36).
    TasksLate { stay: StayId, count: usize },
    /// Rattrapage: a stay that was confirmed late, and how many tasks of it are to be caught up.
    CatchUp { stay: StayId, count: usize },
    /// A key is out although its stay is over (rule 38).
    KeyOut { stay: StayId, booking: i64, key: String },
    /// Followed by the nurse, and not reached for two months beyond the due month.
    FollowUpsLost(usize),
    /// What a member of the team did to an account: to be seen by the coordination.
    Account(AccountEvent),
    /// No verified copy could be made, and why.
    Copy(Msg),
    /// The machine's clock cannot be right (`domain::clock`).
    Clock(Msg),
    /// The folder of the store cannot be written: it is only read.
    ReadOnly,
    /// Restored from a copy: who keeps an account is still to be confirmed.
    Restored,
    /// A recovery key was never noted, and this account cannot be shown it.
    RecoveryUnnoted,
    /// The recovery page was written to a file, which is or was there.
    RecoveryFile { path: String, there: bool },
}

/// Minutes since midnight by which an urgent point must be answered on the first working day.
pub const URGENT_BY: u16 = 10 * 60;

impl Alert {
    /// How pressing it is, 0 before all others.
    #[must_use]
    pub const fn rank(&self) -> u8 {
        match self {
            // Everything written bears its date.
            Self::Clock(_) | Self::Loss(_) | Self::Tampered(_) | Self::UrgentUnanswered(_) => 0,
            Self::LeftDraft(_) | Self::Unsigned(_) | Self::Withdrawal(_) | Self::ToTell { .. } => 1,
            Self::Question(_) => 2,
            Self::Returned(_) => 3,
            Self::Difference(_) => 4,
            Self::ResultLate(_) => 5,
            Self::Unreached(_) => 6,
            Self::RoleEmpty(..) | Self::NoBackup(_) => 7,
            Self::ToDecide(_) | Self::OptionLapsed(_) | Self::TasksLate { .. } | Self::CatchUp { .. } => 8,
            Self::Overdue(_) | Self::KeyOut { .. } | Self::FollowUpsLost(_) => 9,
            Self::ToClose { .. } | Self::OptionSoon(_) => 10,
            Self::Account(_) | Self::ToCall { .. } => 11,
            Self::Copy(_) | Self::ReadOnly => 12,
            Self::Restored | Self::RecoveryUnnoted | Self::RecoveryFile { .. } => 13,
        }
    }

    /// The sentence of the alert.
    #[must_use]
    pub fn msg(&self, rota: &Rota) -> Msg {
        match self {
            Self::UrgentUnanswered(item) => Msg::new("alert-urgent-unanswered").with("item", item.0),
            Self::Unsigned(stay) => {
                let msg = Msg::new("alert-unsigned");
                match rota.stay(*stay) {
                    Some(s) => msg.with("week", s.week()).with("doctor", rota.people.short(s.doctor)),
                    None => msg.with("week", "").with("doctor", ""),
                }
            }
            Self::LeftDraft(author) => Msg::new("alert-left-draft").with("doctor", rota.people.short(*author)),
            Self::Question(item) => Msg::new("alert-question").with("item", item.0),
            Self::Returned(item) => Msg::new("alert-returned").with("item", item.0),
            Self::RoleEmpty(item, role) => {
                Msg::new("alert-role-empty").with("item", item.0).with("role", Msg::new(role.word()))
            }
            Self::ToDecide(item) => Msg::new("alert-to-decide").with("item", item.0),
            Self::Difference(item) => Msg::new("alert-difference").with("item", item.0),
            Self::ResultLate(item) => Msg::new("alert-result-late").with("item", item.0),
            Self::Unreached(item) => Msg::new("alert-unreached").with("item", item.0),
            Self::Overdue(item) => Msg::new("alert-overdue").with("item", item.0),
            Self::Loss(loss) => Msg::new("alert-loss").with("loss", loss.msg()),
            Self::Tampered(what) => Msg::new("alert-tampered").with("what", what.clone()),
            Self::ReadOnly => Msg::new("alert-read-only"),
            Self::Restored => Msg::new("alert-restored"),
            Self::RecoveryUnnoted => Msg::new("alert-recovery-unnoted"),
            Self::RecoveryFile { path, there } => {
                let id = if *there { "alert-recovery-file" } else { "alert-recovery-file-gone" };
                Msg::new(id).with("path", path.as_str())
            }
            Self::Withdrawal(stay) => {
                let msg = Msg::new("alert-withdrawal");
                let found = rota.stay(*stay).zip(rota.withdrawals.get(stay));
                match found {
                    Some((s, noted)) => msg
                        .with("week", s.week())
                        .with("doctor", rota.people.short(s.doctor))
                        .with("who", rota.people.short(noted.author)),
                    None => msg.with("week", "").with("doctor", "").with("who", ""),
                }
            }
            Self::NoBackup(days) if days.from == days.to => Msg::new("alert-no-backup-day").with("day", days.from),
            Self::NoBackup(days) => Msg::new("alert-no-backup").with("from", days.from).with("to", days.to),
            Self::OptionSoon(stay) => of_option("alert-option-soon", *stay, rota),
            Self::OptionLapsed(stay) => of_option("alert-option-lapsed", *stay, rota),
            Self::TasksLate { stay, count } => of_stay("alert-tasks-late", *stay, rota).with("count", *count),
            Self::CatchUp { stay, count } => of_stay("alert-catch-up", *stay, rota).with("count", *count),
            Self::KeyOut { stay, key, .. } => of_stay("alert-key-out", *stay, rota).with("key", key.as_str()),
            Self::FollowUpsLost(count) => Msg::new("alert-follow-ups-lost").with("count", *count),
            Self::Account(event) if event.kind == AccountEventKind::KeyEntered => {
                Msg::new("alert-account-key").with("name", event.label.as_str())
            }
            Self::Account(event) => {
                Msg::new("alert-account").with("who", rota.people.short(event.author)).with("what", event.msg())
            }
            Self::Copy(why) => Msg::new("alert-copy").with("why", why.clone()),
            Self::Clock(why) => why.clone(),
            Self::ToTell { stay, count } => {
                let week = rota.stay(*stay).map(Stay::week);
                let msg = Msg::new("alert-to-tell").with("count", *count);
                week.map_or(msg.clone(), |week| msg.with("week", week))
            }
            Self::ToCall { hole, count } => Msg::new("alert-to-call").with("count", *count).with("week", hole.week),
            Self::ToClose { day, count, .. } => Msg::new("alert-to-close").with("day", *day).with("count", *count),
        }
    }
}

/// Every alert at `now`, the most pressing first; a point is named once, for what presses most.
#[must_use]
pub fn alerts(threads: &[Thread], rota: &Rota, to_close: &[(&Stay, Day)], now: Now) -> Vec<Alert> {
    let mut alerts: Vec<Alert> = threads.iter().filter_map(|t| escalation(t, rota, now)).collect();
    alerts.extend(rota.unsigned(now).map(|s| Alert::Unsigned(s.id)));
    alerts.extend(to_close.first().map(|(stay, day)| Alert::ToClose {
        stay: stay.id,
        day: *day,
        count: to_close.len(),
    }));
    alerts.sort_by_key(Alert::rank);
    alerts
}

/// What the rota itself asks for, at a centre that opened that day: withdrawals to confirm, options to settle, days on
/// which nobody could be called.
#[must_use]
pub fn of_rota(rota: &Rota, opened: Day, today: Day) -> Vec<Alert> {
    let withdrawals = rota.withdrawals.keys().map(|stay| Alert::Withdrawal(*stay));
    let options = rota.stays.ending_from(today).filter_map(|s| match s.held(&rota.calendar, today)? {
        Held::Until(_) => None,
        Held::Soon(_) => Some(Alert::OptionSoon(s.id)),
        Held::Lapsed(_) => Some(Alert::OptionLapsed(s.id)),
    });
    withdrawals.chain(options).chain(uncovered(rota, opened, today).into_iter().map(Alert::NoBackup)).collect()
}

/// What the preparation of stays asks for, of a member of the team: what is late before an arrival and what a stay
/// confirmed late needs, the coordination's of everybody, another's of theirs; and keys that are out.
#[must_use]
pub fn of_stays(reader: PersonId, known: &Prepared, rota: &Rota, today: Day) -> Vec<Alert> {
    let mut found = Vec::new();
    for (stay, tasks) in today::by_stay(reader, known, rota, today) {
        if !stay.is_confirmed() || stay.to < today {
            continue;
        }
        let late = tasks.iter().map(|task| &task.what).filter(|task| task.is_late(stay, today));
        let (behind, let_lie): (Vec<&Task>, Vec<&Task>) = late.partition(|task| task.is_caught_up(stay));
        let let_lie = let_lie.iter().filter(|task| task.before_arrival && task.waits_for(&known.tasks).is_none());
        let (count, behind) = (let_lie.count(), behind.len());
        found.extend((count > 0).then_some(Alert::TasksLate { stay: stay.id, count }));
        found.extend((behind > 0).then_some(Alert::CatchUp { stay: stay.id, count: behind }));
    }
    let out = today::keys_out(known, rota, today).filter_map(|(booking, key, _)| {
        Some(Alert::KeyOut { stay: booking.what.stay?, booking: booking.row.id, key: key.to_owned() })
    });
    found.extend(out);
    found
}

/// A sentence about the stay of a doctor in a week.
fn of_stay(id: &'static str, stay: StayId, rota: &Rota) -> Msg {
    let Some(stay) = rota.stay(stay) else { return Msg::new(id).with("doctor", "").with("week", "") };
    Msg::new(id).with("doctor", rota.people.short(stay.doctor)).with("week", stay.week())
}

/// A sentence about an option, its week and its last day.
fn of_option(id: &'static str, stay: StayId, rota: &Rota) -> Msg {
    let Some(stay) = rota.stay(stay) else { return Msg::new(id).with("doctor", "").with("week", "").with("day", "") };
    let last = stay.held_until.unwrap_or(stay.to);
    Msg::new(id).with("doctor", rota.people.short(stay.doctor)).with("week", stay.week()).with("day", last)
}

/// The alerts of the coordination, with those of whom something urgent was found after they had left.
#[must_use]
pub fn with_left_drafts(mut alerts: Vec<Alert>, left: &[LeftDraft]) -> Vec<Alert> {
    let mut authors: Vec<PersonId> =
        left.iter().filter(|draft| draft.gravity == Gravity::Urgent).map(|draft| draft.author).collect();
    authors.dedup();
    let at = alerts.iter().position(|alert| alert.rank() > 0).unwrap_or(alerts.len());
    alerts.splice(at..at, authors.into_iter().map(Alert::LeftDraft));
    alerts
}

/// Why a point is a matter for the coordination now, whoever follows it: what presses most.
///
/// Working days know holidays and closures; a point that waits for its week is no matter yet.
#[must_use]
pub fn escalation(thread: &Thread, rota: &Rota, now: Now) -> Option<Alert> {
    let (item, head) = (thread.item.id, thread.head());
    if !thread.is_open() {
        return None;
    }
    if is_late(thread, rota, now) {
        return Some(Alert::UrgentUnanswered(item));
    }
    if thread.open_question().is_some() {
        return Some(Alert::Question(item));
    }
    if thread.is_returned() {
        return Some(Alert::Returned(item));
    }
    if !thread.is_shown(now.day.week()) {
        return None;
    }
    if thread.open_difference().is_some_and(|word| waits_long(word, thread, rota, now)) {
        return Some(Alert::Difference(item));
    }
    if thread.is_result_late(rota.result_days, now.day) {
        return Some(Alert::ResultLate(item));
    }
    if thread.is_unreached() {
        return Some(Alert::Unreached(item));
    }
    if let Addressee::Role(role) = head.to
        && !rota.is_filled(role, now.day, thread.due())
    {
        return Some(Alert::RoleEmpty(item, role));
    }
    if is_to_decide(thread) {
        return Some(Alert::ToDecide(item));
    }
    // A result that is still awaited has days of its own.
    let awaited = thread.item.kind == Kind::Result && StepKind::RESULT.iter().all(|kind| thread.step(*kind).is_none());
    (!awaited && thread.is_overdue(&rota.calendar, now.day)).then_some(Alert::Overdue(item))
}

/// Whether a *je vois autrement* has been open for more than two working days.
///
/// One that the coordination holds for somebody who is not here is hers to pass on at once.
fn waits_long(word: &Relay, thread: &Thread, rota: &Rota, now: Now) -> bool {
    let gone = match word.to {
        Addressee::Person(id) => {
            rota.people.get(id).is_some_and(|p| p.role == Role::Doctor)
                && rota.awaited_with(thread, id, now.day).is_none()
        }
        _ => false,
    };
    gone || rota.calendar.is_past_by(word.at.day(), OVERDUE, now.day)
}

/// Whether the point was handed on unchanged three times and waits for the coordination's decision.
#[must_use]
pub fn is_to_decide(thread: &Thread) -> bool {
    thread.unchanged_streak() >= UNCHANGED_LIMIT && thread.head().to == Addressee::Role(Role::Coordination)
}

/// The *unchanged* relay at which a decision is asked for (rule 12).
pub const UNCHANGED_LIMIT: usize = 3;

#[cfg(test)]
mod tests {
    use super::super::fixture::{CLAIRE, POST, monday, person, receipt, rota, stay, thread, week, word};
    use super::super::{Answer, Holder, PersonId, Stamp, Step, StepId, Verdict, holder};
    use super::*;

    /// Doctors 1 and 2 in S48 and S49, three days for a result.
    fn two_weeks() -> Rota {
        Rota { result_days: 3, ..rota(1, vec![stay(48, 1, 1, 48), stay(49, 1, 2, 49)]) }
    }

    fn post(number: i32) -> Addressee {
        Addressee::Post(POST, week(number))
    }

    /// Written by the team on the Tuesday of S48, for the doctor of S49.
    fn point(kind: Kind, due: Option<Day>) -> Thread {
        let mut point =
            thread(7, vec![word(7, None, CLAIRE, Stamp::at(monday(48).plus(1), 600), Verdict::Opened, post(49))]);
        point.item.kind = kind;
        point.relays[0].due = due;
        point
    }

    fn escalated(point: &Thread, rota: &Rota, day: Day) -> Option<Alert> {
        escalation(point, rota, Now::on(day, 9, 0))
    }

    #[test]
    fn a_late_result_and_an_overdue_point_are_matters_for_the_coordination() {
        let rota = two_weeks();
        let result = point(Kind::Result, Some(monday(48)));
        assert_eq!(escalated(&result, &rota, monday(48).plus(3)), None);
        assert_eq!(escalated(&result, &rota, monday(48).plus(4)), Some(Alert::ResultLate(ItemId(7))));
        // Its own days, even where more than two working days have passed.
        let patient = Rota { result_days: 14, ..rota.clone() };
        assert_eq!(escalated(&result, &patient, monday(49)), None);
        let care = point(Kind::Care, Some(monday(48)));
        assert_eq!(escalated(&care, &rota, monday(48).plus(2)), None);
        assert_eq!(escalated(&care, &rota, monday(48).plus(3)), Some(Alert::Overdue(ItemId(7))));
        // The coordination reads it, whoever follows it, until it is dealt with.
        let read = |point: &Thread| {
            let now = Now::on(monday(48).plus(3), 9, 0);
            let found = super::super::briefing::briefing(
                super::super::briefing::Reader::Team(CLAIRE),
                std::slice::from_ref(point),
                &rota,
                now,
            );
            found.entries.first().map(|e| e.section)
        };
        assert_eq!(read(&care), Some(super::super::briefing::Section::ToUnblock));
        let mut later = care;
        later.relays[0].show_from = Some(week(50));
        assert_eq!((read(&later), escalated(&later, &rota, monday(48).plus(3))), (None, None));
    }

    #[test]
    fn three_calls_in_vain_are_a_matter_for_the_coordination() {
        let rota = two_weeks();
        let mut recall = point(Kind::Recall, Some(monday(49)));
        for n in 0..3 {
            assert_eq!(escalated(&recall, &rota, monday(48).plus(3)), None);
            recall.steps.push(Step {
                id: StepId(n),
                item: ItemId(7),
                round: 0,
                stay: None,
                author: CLAIRE,
                entered_by: None,
                at: Stamp::at(monday(48).plus(2), 600),
                kind: StepKind::NoAnswer,
                next: Some(monday(49)),
                words: String::new(),
            });
        }
        assert_eq!(escalated(&recall, &rota, monday(48).plus(3)), Some(Alert::Unreached(ItemId(7))));
    }

    #[test]
    fn who_sees_otherwise_waits_two_working_days_until_it_is_settled() {
        let rota = two_weeks();
        let mut point = point(Kind::Care, None);
        let friday = monday(48).plus(4);
        let differs = word(7, Some(48), PersonId(1), Stamp::at(friday, 600), Verdict::Differs, post(49));
        point.relays.push(differs.clone());
        // Saturday works here, and Monday: two working days.
        assert_eq!(escalated(&point, &rota, monday(49)), None);
        assert_eq!(escalated(&point, &rota, monday(49).plus(1)), Some(Alert::Difference(ItemId(7))));
        let mut asked = point.clone();
        asked.relays.push(Relay { verdict: Verdict::Addressed, ..differs.clone() });
        assert!(asked.open_difference().is_some(), "sending it on is no answer");
        asked.relays.push(word(7, Some(49), PersonId(2), Stamp::at(monday(49), 600), Verdict::Confirmed, post(50)));
        assert_eq!(
            escalated(&asked, &rota, monday(50)),
            Some(Alert::Difference(ItemId(7))),
            "a word beside it is none"
        );
        asked.relays.push(word(7, None, CLAIRE, Stamp::at(monday(50), 600), Verdict::Settled, post(50)));
        assert_eq!((asked.open_difference(), escalated(&asked, &rota, monday(50))), (None, None));
        // A pioneer who is not here: the coordination passes it on at once.
        point.relays[1].to = Addressee::Person(PersonId(9));
        assert_eq!(escalated(&point, &rota, friday), Some(Alert::Difference(ItemId(7))));
    }

    #[test]
    fn a_point_is_named_once_for_what_presses_most() {
        let rota = two_weeks();
        let mut care = point(Kind::Care, Some(monday(48)));
        care.receipts.push(receipt(7, Some(48), PersonId(1), Stamp::at(monday(48).plus(2), 600), Answer::Question));
        let now = Now::on(monday(48).plus(4), 9, 0);
        assert_eq!(alerts(&[care], &rota, &[], now), [Alert::Question(ItemId(7))]);
    }

    #[test]
    fn a_role_absent_before_the_due_day_leaves_the_point_to_the_coordination() {
        let mut rota = two_weeks();
        let mut nurse = person(PersonId(91), Role::Nurse);
        // On Fridays only.
        nurse.presence = [false, false, false, false, true, false, false];
        rota.people.0.insert(nurse.id, nurse);
        let mut care = point(Kind::Care, Some(monday(48).plus(3)));
        care.relays[0].to = Addressee::Role(Role::Nurse);
        let now = Now::on(monday(48).plus(1), 9, 0);
        assert_eq!(holder(&care, &rota, now), Holder::COORDINATION);
        assert_eq!(escalation(&care, &rota, now), Some(Alert::RoleEmpty(ItemId(7), Role::Nurse)));
        care.relays[0].due = Some(monday(48).plus(4));
        assert_eq!(holder(&care, &rota, now), Holder::Role(Role::Nurse));
        assert_eq!(escalation(&care, &rota, now), None);
    }
}
