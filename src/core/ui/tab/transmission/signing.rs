//! What leads to the signature and back from it: what is to be looked at before, each with what puts it right.

use super::TransmissionTab;
use crate::domain::act::{ItemAct, NewWord};
use crate::domain::advice::{Advice, Finding, Part, advice, with_date};
use crate::domain::transmission::{Line, Transmission};
use crate::domain::{Gravity, ItemId, Msg, Verdict};
use crate::protocol::Kept;
use crate::ui::form::reopen::ReopenForm;
use crate::ui::form::sign::{Early, SignForm};
use crate::ui::form::word::{AmendForm, WordForm};
use crate::ui::form::word_field;
use crate::ui::layer::review::{Found, Review};
use crate::ui::point;
use crate::ui::{Ask, Cx};

/// What a point is about, or its number where it stands in no line.
pub(super) fn subject(item: ItemId, page: &Transmission, cx: &Cx) -> String {
    page.lines.iter().find(|l| l.thread.item.id == item).map_or_else(
        || cx.words.say(&Msg::new("thread-number").with("item", item.to_string())),
        |line| point::subject(&line.thread.item, cx),
    )
}

impl TransmissionTab {
    /// Signs at once where there is nothing to look at; else shows that first.
    pub(super) fn sign(&self, cx: &Cx) -> Vec<Ask> {
        match self.review(cx) {
            Some(review) if review.rows() == 0 && review.early.is_none() => vec![Ask::open(review.sign)],
            Some(_) => vec![Ask::Review],
            None => Vec::new(),
        }
    }

    /// Drafts, findings and the signature of the handover on the screen, while it can be signed.
    #[must_use]
    pub fn review(&self, cx: &Cx) -> Option<Review> {
        let page = self.page(cx).filter(|p| !p.handover.is_signed())?;
        let drafts = self.begun(page, cx);
        let early = page.early.as_ref().filter(|_| self.may_write(cx)).map(|early| Early {
            due: early.due,
            urgent: early.urgent.iter().map(|item| subject(*item, page, cx)).collect(),
            arrives: early.arrives,
        });
        let sign = SignForm {
            stay: page.stay.id,
            silent: page.is_silent(),
            as_is: self.may_sign_as_is(cx),
            undecided: page.to_decide().count(),
            drafts: drafts.iter().map(|begun| begun.said.clone()).collect(),
            coverage: page
                .coverage
                .iter()
                .flat_map(|c| [Some(cx.words.coverage(c)), cx.words.not_closed(c)])
                .flatten()
                .collect(),
            early: early.clone(),
        };
        let found = advice(page).iter().filter_map(|a| self.found(a, page, cx)).collect();
        let early = early.map(|early| (early.said(page.stay.id, cx), early.arrives));
        Some(Review { drafts, found, early, sign })
    }

    /// Opens again what is signed, once both lists of its points were seen.
    pub(super) fn reopen(&self, cx: &Cx) -> Vec<Ask> {
        let Some((page, found)) = self.page(cx).and_then(|p| Some((p, p.reopens.as_ref()?))) else { return Vec::new() };
        // What cannot wait first, and marked.
        let gravity = |item: &ItemId| {
            let line = page.lines.iter().find(|l| l.thread.item.id == *item);
            line.map_or(Gravity::Routine, |line| line.thread.head().gravity)
        };
        let names = |items: &[ItemId]| {
            let mut items = items.to_vec();
            items.sort_by_key(|item| gravity(item) != Gravity::Urgent);
            items.iter().map(|item| point::marked(gravity(item), &subject(*item, page, cx), cx)).collect()
        };
        let (back, stays) = (names(&found.back), names(&found.stays));
        vec![Ask::open(ReopenForm { on: Kept::handover(&page.handover), back, stays })]
    }

    fn found(&self, advice: &Advice, page: &Transmission, cx: &Cx) -> Option<Found> {
        let line = page.lines.iter().find(|l| l.thread.item.id == advice.item)?;
        let subject = point::marked(line.thread.head().gravity, &point::subject(&line.thread.item, cx), cx);
        let said = Msg::new("transmission-advice").with("subject", subject).with("finding", advice.finding.msg());
        Some(Found {
            text: cx.words.say(&said),
            open: self.put_right(line, &advice.finding, cx),
            dated: self.dated(line, &advice.finding, cx),
        })
    }

    /// The form in which it is put right, the keys on the field in question.
    fn put_right(&self, line: &Line, finding: &Finding, cx: &Cx) -> Ask {
        let (item, head) = (line.thread.item.id, line.thread.head());
        let title = point::title(&line.thread, cx);
        if !self.may_write(cx) {
            return Ask::OpenThread(item);
        }
        let field = word_field(finding.part(&head.text, head.at.day()));
        if self.may_amend(line, cx) {
            return Ask::open_at(AmendForm::of(head, title), field);
        }
        let (on, base) = (Kept::point(&line.thread.item), self.base(line, cx));
        Ask::open_at(WordForm { on, verdict: Verdict::Completed, base, title }, field)
    }

    /// One's own word with the day in the place of a word that will mean another.
    fn dated(&self, line: &Line, finding: &Finding, cx: &Cx) -> Option<(String, Ask)> {
        let Finding::RelativeDate { word, day: Some(day) } = finding else { return None };
        if !self.may_write(cx) || !self.may_amend(line, cx) {
            return None;
        }
        let head = line.thread.head();
        let written = head.at.day();
        let said = cx.words.day(*day);
        let mut corrected: NewWord = point::as_said(head);
        let part = match finding.part(&head.text, written) {
            Part::Plan => &mut corrected.plan,
            _ => &mut corrected.text,
        };
        *part = with_date(part, word, written, &said)?;
        Some((said, Ask::on(&Kept::word(head), ItemAct::Amend(head.id, corrected))))
    }
}
