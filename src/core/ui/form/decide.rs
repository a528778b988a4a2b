//! The third unchanged relay asks for a decision (rule 12).

use super::parts::{self, get, plain};
use super::word::WordForm;
use super::{Form, Spec};
use crate::domain::act::{ItemAct, NewWord};
use crate::domain::{Addressee, ItemId, Msg, Outcome, Role, Verdict};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::widget::choice::Options;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// The people of the team, and the doctors who still come.
fn people(cx: &Cx) -> Options {
    let (rota, today) = (&cx.frame.rota, cx.now.day);
    let named = |p: &&crate::domain::Person| p.in_team(today) || rota.awaited(p.id, today).is_some();
    rota.people.0.values().filter(named).map(|p| (parts::typed_addressee(Addressee::Person(p.id)), p.short())).collect()
}

/// What becomes of a point that came back unchanged three times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecideForm {
    pub on: Kept<ItemId>,
    pub base: NewWord,
    /// What the point is about.
    pub title: String,
}

impl Form for DecideForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let ways = [
            ("do", cx.t("forms-decide-do")),
            ("address", cx.t("forms-decide-address")),
            ("close", cx.t("forms-decide-close")),
            ("leave", cx.t("forms-decide-leave")),
        ];
        let ways = ways.map(|(value, label)| (value.to_owned(), label)).to_vec();
        Spec {
            title: format!("{} · {}", cx.t("forms-decide-title"), self.title),
            intro: vec![plain(cx.t("forms-decide-intro")), plain(String::new())],
            fields: vec![
                Field::new("way", "forms-field-way", FieldKind::Picker(ways)),
                Field::new("to", "forms-field-to", FieldKind::Picker(people(cx))),
                Field::short("due", "forms-field-due"),
                Field::new(
                    "outcome",
                    "forms-field-outcome",
                    FieldKind::Picker(parts::options(&Outcome::ALL, Outcome::word, cx)),
                ),
                Field::text("text", "forms-field-text", 3),
            ],
            raw: parts::raw([("way", "do".to_owned()), ("outcome", Outcome::Done.word().to_owned())]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let said = match get(raw, "way") {
            "address" => {
                reading.hidden = vec!["outcome"];
                let text = parts::note(&mut reading, raw, "text");
                let due = parts::needed_day(&mut reading, raw, "due", cx);
                let to = parts::addressee(get(raw, "to"));
                if to.is_none() {
                    reading.wrong("to", Msg::new("forms-missing-to"));
                }
                text.zip(due).zip(to).map(|((text, due), to)| {
                    (
                        Verdict::Addressed,
                        NewWord { text, due: Some(due), show_from: None, to, outcome: None, ..self.base.clone() },
                    )
                })
            }
            "close" => {
                reading.hidden = vec!["to", "due"];
                let text = parts::note(&mut reading, raw, "text");
                text.zip(parts::outcome(raw)).map(|(text, outcome)| {
                    (Verdict::Closed, NewWord { text, show_from: None, outcome: Some(outcome), ..self.base.clone() })
                })
            }
            "leave" => {
                reading.hidden = vec!["to", "due", "outcome", "text"];
                reading.advise("way", cx.t("forms-decide-left"));
                let to = Addressee::Role(Role::Coordination);
                Some((Verdict::Unchanged, NewWord { text: String::new(), to, outcome: None, ..self.base.clone() }))
            }
            _ => {
                reading.hidden = vec!["to", "due", "outcome", "text"];
                reading.advise("way", cx.t("forms-decide-opens"));
                let word = WordForm {
                    on: self.on.clone(),
                    verdict: Verdict::Completed,
                    base: self.base.clone(),
                    title: self.title.clone(),
                };
                reading.ask = Some(Ask::open(word));
                None
            }
        };
        if let (Some((verdict, word)), true) = (said, reading.errors.is_empty()) {
            reading.ask = Some(Ask::on(&self.on, ItemAct::Say(self.on.what, verdict, word)));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(format!("decide/{}", self.on.what))
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
