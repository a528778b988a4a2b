//! Fini, with its reason; or "à refaire le …", which leaves the point open.

use super::parts::{self, get};
use super::{Form, Spec};
use crate::domain::act::{ItemAct, NewWord};
use crate::domain::{Addressee, Detail, ItemId, Msg, Outcome, Verdict};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::point;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// The value of "à refaire le …" among the outcomes.
const AGAIN: &str = "again";

/// The end of a point, or the day on which it is to be done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinishForm {
    pub on: Kept<ItemId>,
    pub base: NewWord,
    /// What the point is about.
    pub title: String,
}

impl Form for FinishForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let mut outcomes = parts::options(&Outcome::ALL, Outcome::word, cx);
        outcomes.push((AGAIN.to_owned(), cx.t("forms-finish-again")));
        Spec {
            title: format!("{} · {}", cx.t("forms-finish-title"), self.title),
            intro: Vec::new(),
            fields: vec![
                Field::new("outcome", "forms-field-outcome", FieldKind::Picker(outcomes)),
                Field::short("due", "forms-field-again"),
                Field::text("text", "forms-field-text", 3),
            ],
            raw: parts::raw([
                ("outcome", self.base.outcome.unwrap_or(Outcome::Done).word().to_owned()),
                ("due", String::new()),
                ("text", String::new()),
            ]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let base = &self.base;
        let mut reading = Reading::default();
        let text = parts::note(&mut reading, raw, "text");
        let said = if get(raw, "outcome") == AGAIN {
            let due = parts::needed_day(&mut reading, raw, "due", cx);
            if due.is_some_and(|due| due <= cx.now.day) {
                reading.wrong("due", Msg::new("forms-again-past"));
            }
            let (Some(due), Some(text)) = (due, text) else { return reading };
            let text =
                if text.is_empty() { cx.words.say(&Msg::new("forms-again-text").with("day", due)) } else { text };
            // On the same post, the doctor of that day's week.
            let to = match base.to {
                Addressee::Post(post, _) => Addressee::Post(post, due.week()),
                other => other,
            };
            if matches!(to, Addressee::Post(..)) {
                reading.advise("due", point::addressee::in_full(to, cx));
            }
            let show_from = base.show_from.filter(|week| week.monday() <= due);
            // Everything is to be done again: asked for, received, read, told.
            let asked = base.detail.asked.map(|_| cx.now.day);
            let round = base.detail.round.saturating_add(1);
            let detail = Detail { asked, whole_month: false, round, ..base.detail };
            Some((
                Verdict::Completed,
                NewWord { text, due: Some(due), show_from, to, outcome: None, detail, ..base.clone() },
            ))
        } else {
            reading.hidden.push("due");
            let outcome = parts::outcome(raw);
            if outcome.is_none() {
                reading.wrong("outcome", Msg::new("forms-missing-outcome"));
            }
            text.zip(outcome).map(|(text, outcome)| {
                (Verdict::Closed, NewWord { text, show_from: None, outcome: Some(outcome), ..base.clone() })
            })
        };
        if let (Some((verdict, word)), true) = (said, reading.errors.is_empty()) {
            reading.ask = Some(Ask::on(&self.on, ItemAct::Say(self.on.what, verdict, word)));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(format!("finish/{}", self.on.what))
    }

    fn hands_on(&self) -> bool {
        true
    }

    fn theirs(&self) -> Option<Query> {
        Some(Query::Thread(self.on.what))
    }

    fn renew(&mut self, page: &Page, cx: &Cx) -> bool {
        let Page::Thread(Some(thread)) = page else { return false };
        self.on = Kept::point(&thread.item);
        self.base = parts::base_now(&self.base, thread, cx);
        true
    }

    fn adds(&self) -> bool {
        true
    }
}
