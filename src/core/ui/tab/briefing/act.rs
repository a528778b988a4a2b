//! What the acts on a point ask for: the forms they open, and what one key alone does.

use super::{BriefingTab, Card};
use crate::domain::act::{Act, ItemAct, SequelAct};
use crate::domain::briefing::{Entry, days_left};
use crate::domain::{Answer, Gravity, Holder, ItemId, Msg, Role, Verdict};
use crate::protocol::Kept;
use crate::ui::form::finish::FinishForm;
use crate::ui::form::put_off::PutOffForm;
use crate::ui::form::question::QuestionForm;
use crate::ui::form::return_item::ReturnForm;
use crate::ui::form::take::TakeForm;
use crate::ui::form::take_over::TakeOverForm;
use crate::ui::form::word::WordForm;
use crate::ui::point;
use crate::ui::{Action, Ask, Cx, Dialog};

impl BriefingTab {
    /// The entry after the selected one that waits, coming round to the first.
    fn next_waiting(&self) -> Option<ItemId> {
        let entries = &self.page.as_ref()?.entries;
        let next = match self.entry().and_then(|e| entries.iter().position(|o| o.thread.item.id == e.thread.item.id)) {
            Some(at) => point::next_after(entries, at, Entry::waits),
            None => entries.iter().find(|e| e.waits()),
        };
        next.map(|e| e.thread.item.id)
    }

    pub(super) fn read_next(&mut self, cx: &Cx) -> Vec<Ask> {
        let next = self.next_waiting().map(Card::Point);
        let Some(entry) = self.entry().filter(|e| e.waits()) else {
            if let Some(card) = next {
                self.go(card);
            }
            return Vec::new();
        };
        // A colleague's question is answered, not taken.
        if answers_question(entry, cx) || !may_take(entry, cx) {
            return self.open(Action::Complete, cx);
        }
        if entry.thread.head().gravity == Gravity::Urgent {
            return self.open(Action::Take, cx);
        }
        let taken = ItemAct::Answer(entry.thread.item.id, Answer::Taken, String::new());
        let ask = point::act(&entry.thread, taken);
        if let Some(card) = next {
            self.go(card);
        }
        vec![ask]
    }

    /// Opens the form of an act on the selected point.
    pub(super) fn open(&self, action: Action, cx: &Cx) -> Vec<Ask> {
        let Some(entry) = self.entry() else { return Vec::new() };
        let thread = &entry.thread;
        let (on, title, head) = (Kept::point(&thread.item), point::title(thread, cx), thread.head());
        let stay = self.page.as_ref().and_then(|p| p.stay.as_ref());
        let answers = action == Action::Complete && answers_question(entry, cx);
        // Who answers a question leaves the point with whom it is.
        let to = stay.filter(|_| !answers).map_or(head.to, |s| point::handed_to(head, s));
        let base = point::base(head, to, cx.now.day.week());
        let word =
            |verdict, base| WordForm { on: Kept::point(&thread.item), verdict, base, title: point::title(thread, cx) };
        let dialog: Dialog = match action {
            Action::Take => TakeForm { on, urgent: head.gravity == Gravity::Urgent, title }.into(),
            Action::Question => QuestionForm { on, title }.into(),
            Action::Return => ReturnForm { on, title }.into(),
            Action::PutOff => {
                let days = stay.map(|s| days_left(s, &cx.frame.rota, cx.now)).unwrap_or_default();
                PutOffForm { on, title, days, due: thread.due() }.into()
            }
            Action::Sequel => {
                let act = if entry.wanted { SequelAct::Forget(on.what) } else { SequelAct::Want(on.what) };
                return vec![Ask::act(Act::Sequel(act))];
            }
            Action::Complete => word(if answers { Verdict::Answered } else { Verdict::Completed }, base).into(),
            Action::Differ => word(Verdict::Differs, base).into(),
            Action::Settle => return point::settle(thread, cx).into_iter().map(Ask::Open).collect(),
            Action::Step => point::step(thread, base, cx).into(),
            Action::WrongPatient => point::wrong_patient(thread, cx).into(),
            Action::Finish => FinishForm { on, base, title }.into(),
            Action::Address => word(Verdict::Addressed, base).into(),
            _ => return Vec::new(),
        };
        vec![Ask::Open(dialog)]
    }

    pub(super) fn take_over(&self, cx: &Cx) -> Vec<Ask> {
        let Some(page) = self.page(cx) else { return Vec::new() };
        let Some(stay) = &page.stay else { return Vec::new() };
        let unanswered = page.waiting().map(|e| {
            let title = point::title(&e.thread, cx);
            let name = match e.put_off {
                Some(day) => cx.words.say(&Msg::new("briefing-left-put-off").with("title", title).with("day", day)),
                None => title,
            };
            (e.thread.head().gravity, name)
        });
        let mut unanswered: Vec<(Gravity, String)> = unanswered.collect();
        // What cannot wait first; the rest as it stands on the page.
        unanswered.sort_by_key(|(gravity, _)| *gravity != Gravity::Urgent);
        vec![Ask::open(TakeOverForm { stay: stay.id, unanswered })]
    }
}

/// Whether "taken" is the reader's to say: what a doctor who is here keeps, the team does not take away.
pub(super) fn may_take(entry: &Entry, cx: &Cx) -> bool {
    let kept_by_doctor = match entry.holder {
        Holder::Person(id) => cx.frame.rota.people.get(id).is_some_and(|p| p.role == Role::Doctor),
        Holder::Role(_) => false,
    };
    cx.is_doctor() || !kept_by_doctor
}

/// Whether a word of the reader answers the open question: anyone's of the team, a doctor's if they wrote on it.
pub(super) fn answers_question(entry: &Entry, cx: &Cx) -> bool {
    let Some(author) = cx.author() else { return false };
    entry.thread.open_question().is_some_and(|question| {
        question.author != author.id
            && (author.role != Role::Doctor || entry.thread.relays.iter().any(|r| r.author == author.id))
    })
}
