//! What happened to a point on its way: a result came and was read, a patient was called.
//!
//! A step changes neither the words nor who follows the point. It belongs to one occurrence of it:
//! after "à refaire le …" everything is still to be done again. May not know who follows what.

use serde::{Deserialize, Serialize};

use super::{Calendar, Day, ItemId, Kind, PersonId, Stamp, StayId, StepId, Thread};

/// One thing that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StepKind {
    /// The result is at the centre.
    Received,
    /// Somebody who may judge it has read it.
    Read,
    /// The patient knows.
    Told,
    /// Joint.
    Reached,
    NoAnswer,
    /// Reached at a bad moment: à rappeler.
    CallAgain,
    WrongNumber,
}

impl StepKind {
    /// What can happen to a result, in order.
    pub const RESULT: [Self; 3] = [Self::Received, Self::Read, Self::Told];
    /// How a call can end.
    pub const CALL: [Self; 4] = [Self::Reached, Self::NoAnswer, Self::CallAgain, Self::WrongNumber];
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Received, Self::Read, Self::Told, Self::Reached, Self::NoAnswer, Self::CallAgain, Self::WrongNumber];

    /// Identifier of the step's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Received => "step-received",
            Self::Read => "step-read",
            Self::Told => "step-told",
            Self::Reached => "step-reached",
            Self::NoAnswer => "step-no-answer",
            Self::CallAgain => "step-call-again",
            Self::WrongNumber => "step-wrong-number",
        }
    }

    /// Whether it is the outcome of a call.
    #[must_use]
    pub const fn is_call(self) -> bool {
        matches!(self, Self::Reached | Self::NoAnswer | Self::CallAgain | Self::WrongNumber)
    }

    /// Whether the day of the next try has to be said with it.
    #[must_use]
    pub const fn asks_next(self) -> bool {
        matches!(self, Self::NoAnswer | Self::CallAgain)
    }

    /// Whether nothing may remain to be done after it.
    #[must_use]
    pub const fn may_close(self) -> bool {
        matches!(self, Self::Told | Self::Reached)
    }

    /// What can happen to a point of that kind: results are read and told, every patient may be called.
    #[must_use]
    pub fn of(kind: Kind) -> Vec<Self> {
        match kind {
            Kind::Result => Self::ALL.to_vec(),
            _ => Self::CALL.to_vec(),
        }
    }
}

/// One thing that happened, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub id: StepId,
    pub item: ItemId,
    /// The occurrence of the point it belongs to.
    pub round: u16,
    /// The stay it happened in; the team's have none.
    pub stay: Option<StayId>,
    pub author: PersonId,
    pub entered_by: Option<PersonId>,
    pub at: Stamp,
    pub kind: StepKind,
    /// The day of the next try.
    pub next: Option<Day>,
    pub words: String,
}

/// Calls without reaching anybody after which a decision is asked for: never five, nor none.
pub const TRIES: usize = 3;

/// More working days than this past its day, a point is a matter for the coordination.
pub const OVERDUE: usize = 2;

impl Thread {
    /// What happened in the present occurrence of the point, oldest first.
    #[must_use]
    pub fn steps_now(&self) -> impl DoubleEndedIterator<Item = &Step> {
        let round = self.head().detail.round;
        self.steps.iter().filter(move |s| s.round == round)
    }

    /// The step of that kind in the present occurrence, the newest.
    #[must_use]
    pub fn step(&self, kind: StepKind) -> Option<&Step> {
        self.steps_now().rev().find(|s| s.kind == kind)
    }

    /// Calls since somebody was last reached.
    #[must_use]
    pub fn tries(&self) -> usize {
        self.steps_now().rev().filter(|s| s.kind.is_call()).take_while(|s| s.kind != StepKind::Reached).count()
    }

    /// By when something is to be done: the next try where one was set, else the point's day.
    ///
    /// Of a recall for a month, its last day.
    #[must_use]
    pub fn due(&self) -> Option<Day> {
        let head = self.head();
        let next = self.steps_now().rev().find(|s| s.at >= head.at && s.kind.is_call()).and_then(|s| s.next);
        next.or_else(|| head.due.map(|day| if head.detail.whole_month { day.month_end() } else { day }))
    }

    /// Whether a result is expected that has not come by `days` after its day.
    #[must_use]
    pub fn is_result_late(&self, days: u16, today: Day) -> bool {
        self.item.kind == Kind::Result
            && self.is_open()
            && StepKind::RESULT.iter().all(|kind| self.step(*kind).is_none())
            && self.head().due.is_some_and(|due| due.plus(i32::from(days)) < today)
    }

    /// Whether calling as before leads nowhere: a wrong number, or three tries in vain.
    #[must_use]
    pub fn is_unreached(&self) -> bool {
        let last = self.steps_now().rev().find(|s| s.kind.is_call());
        self.is_open()
            && last.is_some_and(|s| s.at >= self.head().at && s.kind != StepKind::Reached)
            && (self.tries() >= TRIES || last.is_some_and(|s| s.kind == StepKind::WrongNumber))
    }

    /// Whether its day is past by more than two working days; a late result has an alert of its own.
    #[must_use]
    pub fn is_overdue(&self, calendar: &Calendar, today: Day) -> bool {
        self.is_open() && self.due().is_some_and(|due| calendar.is_past_by(due, OVERDUE, today))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::fixture::{CLAIRE, POST, monday, thread, week, word};
    use super::super::{Addressee, Detail, Relay, Verdict};
    use super::*;

    fn opened(due: Option<Day>) -> Relay {
        let at = Stamp::at(monday(48), 600);
        Relay { due, ..word(7, None, CLAIRE, at, Verdict::Opened, Addressee::Post(POST, week(49))) }
    }

    fn point(kind: Kind, due: Option<Day>) -> Thread {
        let mut thread = thread(7, vec![opened(due)]);
        thread.item.kind = kind;
        thread
    }

    fn happened(thread: &mut Thread, kind: StepKind, day: Day, next: Option<Day>) {
        thread.steps.push(Step {
            id: StepId(i64::try_from(thread.steps.len()).unwrap()),
            item: thread.item.id,
            round: thread.head().detail.round,
            stay: None,
            author: CLAIRE,
            entered_by: None,
            at: Stamp::at(day, 700),
            kind,
            next,
            words: String::new(),
        });
    }

    #[test]
    fn a_result_is_late_some_days_after_it_was_expected_until_it_comes() {
        let mut result = point(Kind::Result, Some(monday(49)));
        assert!(!result.is_result_late(3, monday(49).plus(3)));
        assert!(result.is_result_late(3, monday(49).plus(4)));
        assert!(!result.is_result_late(5, monday(49).plus(4)));
        happened(&mut result, StepKind::Received, monday(49).plus(4), None);
        assert!(!result.is_result_late(3, monday(50)));
        assert!(!point(Kind::Care, Some(monday(49))).is_result_late(3, monday(50)));
        assert!(!point(Kind::Result, None).is_result_late(3, monday(52)));
    }

    #[test]
    fn the_next_occurrence_begins_anew() {
        let mut result = point(Kind::Result, Some(monday(49)));
        happened(&mut result, StepKind::Received, monday(49), None);
        let at = Stamp::at(monday(50), 600);
        let again = Relay {
            due: Some(monday(51)),
            detail: Detail { round: 1, ..Detail::default() },
            ..word(7, None, CLAIRE, at, Verdict::Completed, Addressee::Post(POST, week(51)))
        };
        result.relays.push(again);
        assert!(result.step(StepKind::Received).is_none());
        assert!(result.is_result_late(3, monday(52)));
        happened(&mut result, StepKind::Received, monday(51), None);
        assert!(!result.is_result_late(3, monday(52)));
    }

    #[test]
    fn a_call_in_vain_says_when_one_tries_again_and_three_ask_for_a_decision() {
        let mut recall = point(Kind::Recall, Some(monday(48)));
        assert_eq!((recall.due(), recall.tries()), (Some(monday(48)), 0));
        happened(&mut recall, StepKind::NoAnswer, monday(48), Some(monday(48).plus(1)));
        assert_eq!((recall.due(), recall.is_unreached()), (Some(monday(48).plus(1)), false));
        happened(&mut recall, StepKind::CallAgain, monday(48).plus(1), Some(monday(48).plus(3)));
        assert_eq!((recall.tries(), recall.is_unreached()), (2, false));
        happened(&mut recall, StepKind::NoAnswer, monday(48).plus(3), Some(monday(49)));
        assert_eq!((recall.tries(), recall.is_unreached()), (3, true));
        // A word that says otherwise takes over: the coordination has decided.
        let at = Stamp::at(monday(49), 600);
        let decided = Relay { due: Some(monday(51)), ..word(7, None, CLAIRE, at, Verdict::Completed, opened(None).to) };
        recall.relays.push(decided);
        assert_eq!((recall.due(), recall.is_unreached()), (Some(monday(51)), false));
    }

    #[test]
    fn somebody_reached_or_a_wrong_number_end_the_count() {
        let mut recall = point(Kind::Recall, Some(monday(48)));
        for day in 0..3 {
            happened(&mut recall, StepKind::NoAnswer, monday(48).plus(day), Some(monday(48).plus(day + 1)));
        }
        happened(&mut recall, StepKind::Reached, monday(48).plus(3), None);
        assert_eq!((recall.tries(), recall.is_unreached()), (0, false));
        let mut wrong = point(Kind::Promise, Some(monday(48)));
        happened(&mut wrong, StepKind::WrongNumber, monday(48), None);
        assert!(wrong.is_unreached());
    }

    #[rstest]
    // Friday: Saturday and Sunday do not count, Monday and Tuesday are two working days.
    #[case(4, 8, false)]
    #[case(4, 9, true)]
    // Monday: Tuesday, Wednesday, then Thursday is one too many.
    #[case(0, 2, false)]
    #[case(0, 3, true)]
    fn a_point_is_overdue_after_more_than_two_working_days(#[case] due: i32, #[case] today: i32, #[case] late: bool) {
        let care = point(Kind::Care, Some(monday(48).plus(due)));
        assert_eq!(care.is_overdue(&Calendar::default(), monday(48).plus(today)), late);
    }

    #[test]
    fn a_closure_and_a_holiday_are_no_working_days() {
        use super::super::centre::Closure;
        let care = point(Kind::Care, Some(monday(52)));
        // 22, 23 and 24 December work; the closure leaves none of them, the 25th is a holiday.
        assert!(care.is_overdue(&Calendar::default(), monday(52).plus(3)));
        let closures = vec![Closure {
            id: super::super::ClosureId(1),
            from: monday(52).plus(1),
            to: monday(52).plus(6),
            reason: "Noël".into(),
        }];
        let closed = Calendar { closures, ..Calendar::default() };
        assert!(!care.is_overdue(&closed, monday(53).plus(1)));
        assert!(care.is_overdue(&closed, monday(53).plus(2)));
    }

    #[test]
    fn a_recall_of_a_month_is_due_on_its_last_day() {
        let mut recall = point(Kind::Recall, Day::ymd(2028, 2, 1));
        recall.relays[0].detail.whole_month = true;
        assert_eq!(recall.due(), Day::ymd(2028, 2, 29));
        assert_eq!(point(Kind::Recall, Day::ymd(2028, 2, 1)).due(), Day::ymd(2028, 2, 1));
    }
}
