//! A word on a point, or one's own last word corrected.

use super::parts::{self, get, plain};
use super::{Form, Spec};
use crate::domain::act::{ItemAct, NewWord};
use crate::domain::advice::{Finding, Part, advice_text};
use crate::domain::{Addressee, Detail, Gravity, ItemId, Msg, Person, Relay, RelayId, Verdict};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::point;
use crate::ui::widget::choice::Options;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Action, Ask, Cx, Scope, keymap};

/// The title of a word dialog.
const fn title(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Differs => "forms-word-differs",
        Verdict::Addressed => "forms-word-address",
        Verdict::Answered => "forms-word-answer",
        Verdict::Reopened => "forms-word-reopen",
        Verdict::Confirmed => "forms-word-confirm",
        Verdict::Settled => "forms-word-settle",
        Verdict::TakenBack => "forms-word-take-back",
        Verdict::Opened | Verdict::Unchanged | Verdict::Completed | Verdict::Closed => "forms-word-complete",
    }
}

/// Why words are needed, where the verdict alone does not say enough.
const fn missing(verdict: Verdict) -> Option<Msg> {
    match verdict {
        Verdict::Completed | Verdict::Opened => Some(Msg::new("forms-word-missing")),
        Verdict::Differs => Some(Msg::new("forms-word-missing-differs")),
        Verdict::Answered => Some(Msg::new("forms-word-missing-answer")),
        Verdict::Reopened => Some(Msg::new("forms-word-missing-reopen")),
        Verdict::Settled => Some(Msg::new("forms-word-missing-settle")),
        Verdict::Addressed | Verdict::Confirmed | Verdict::Unchanged | Verdict::Closed | Verdict::TakenBack => None,
    }
}

fn fields(verdict: Option<Verdict>, base: &NewWord, cx: &Cx) -> Vec<Field> {
    let mut options = parts::addressees(cx, base.to);
    if verdict == Some(Verdict::Differs) {
        // The opinion of one of the first of the collective, whom the coordination reaches.
        options.extend(pioneers(cx));
    }
    let to = Field::new("to", "forms-field-to", FieldKind::Picker(options));
    let gravity = FieldKind::Choice(parts::options(&Gravity::ALL, Gravity::word, cx));
    let mut fields = vec![
        Field::text("text", "forms-field-text", 4),
        Field::text("plan", "forms-field-plan", 2),
        Field::new("gravity", "forms-field-gravity", gravity),
        Field::short("due", "forms-field-due"),
        Field::short("show_from", "forms-field-show-from"),
    ];
    fields.insert(if verdict == Some(Verdict::Addressed) { 0 } else { 4 }, to);
    fields
}

/// The pioneers who are not at the centre: a question reaches them by the coordination.
fn pioneers(cx: &Cx) -> Options {
    let (rota, today) = (&cx.frame.rota, cx.now.day);
    let away = |p: &&Person| {
        p.doctor.pioneer && Some(p.id) != cx.author().map(|a| a.id) && rota.awaited(p.id, today).is_none()
    };
    let named = |p: &Person| {
        let said = cx.words.say(&Msg::new("forms-to-pioneer").with("doctor", p.short()));
        (parts::typed_addressee(Addressee::Person(p.id)), said)
    };
    rota.people.0.values().filter(away).map(named).collect()
}

fn filled(base: &NewWord, cx: &Cx) -> Raw {
    parts::raw([
        ("text", base.text.clone()),
        ("plan", base.plan.clone()),
        ("gravity", base.gravity.word().to_owned()),
        ("due", parts::typed_day(base.due, cx)),
        ("to", parts::typed_addressee(base.to)),
        ("show_from", parts::typed_week(base.show_from)),
    ])
}

/// A word on a point: complete, differ, address, answer, reopen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordForm {
    pub on: Kept<ItemId>,
    pub verdict: Verdict,
    pub base: NewWord,
    /// What the point is about.
    pub title: String,
}

impl Form for WordForm {
    fn spec(&self, cx: &Cx) -> Spec {
        Spec {
            title: format!("{} · {}", cx.t(title(self.verdict)), self.title),
            intro: Vec::new(),
            fields: fields(Some(self.verdict), &self.base, cx),
            raw: filled(&self.base, cx),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let Self { verdict, base, .. } = self;
        let mut reading = Reading::default();
        let Some(word) = parse(&mut reading, raw, missing(*verdict), base.detail, cx) else { return reading };
        let word = of_its_day(word, base);
        parts::urgent_is_complete(&mut reading, &word);
        advice(&mut reading, &word, cx);
        if *verdict == Verdict::Addressed && word == *base {
            reading.wrong("to", Msg::new("forms-word-same-to"));
        }
        if reading.errors.is_empty() {
            reading.ask = Some(Ask::on(&self.on, ItemAct::Say(self.on.what, *verdict, word)));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        // What was meant for somebody else, or as another opinion, is not what completes a point.
        Some(match self.verdict {
            Verdict::Addressed => format!("word/{}/address", self.on.what),
            Verdict::Differs => format!("word/{}/differs", self.on.what),
            Verdict::Settled | Verdict::TakenBack => format!("word/{}/settle", self.on.what),
            _ => format!("word/{}", self.on.what),
        })
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

/// One's own last word, corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmendForm {
    pub on: Kept<RelayId>,
    pub item: ItemId,
    pub base: NewWord,
    /// What the point is about.
    pub title: String,
}

impl AmendForm {
    /// A word as it was said.
    #[must_use]
    pub fn of(relay: &Relay, title: String) -> Self {
        Self { on: Kept::word(relay), item: relay.item, base: point::as_said(relay), title }
    }
}

impl Form for AmendForm {
    fn spec(&self, cx: &Cx) -> Spec {
        Spec {
            title: format!("{} · {}", cx.t("forms-amend-title"), self.title),
            intro: vec![plain(cx.t("forms-amend-intro"))],
            fields: fields(None, &self.base, cx),
            raw: filled(&self.base, cx),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let base = &self.base;
        let mut reading = Reading::default();
        // A word that said all by its verdict may stay without text.
        let missing = (!base.text.is_empty()).then(|| Msg::new("forms-word-missing"));
        let Some(word) = parse(&mut reading, raw, missing, base.detail, cx) else { return reading };
        let word = of_its_day(NewWord { outcome: base.outcome, ..word }, base);
        parts::urgent_is_complete(&mut reading, &word);
        advice(&mut reading, &word, cx);
        if reading.errors.is_empty() {
            reading.ask = Some(Ask::on(&self.on, ItemAct::Amend(self.on.what, word)));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(format!("amend/{}", self.on.what))
    }

    fn hands_on(&self) -> bool {
        true
    }

    fn theirs(&self) -> Option<Query> {
        Some(Query::Thread(self.item))
    }

    fn renew(&mut self, page: &Page, _cx: &Cx) -> bool {
        let Page::Thread(Some(thread)) = page else { return false };
        let said = thread.relays.iter().find(|said| said.id == self.on.what);
        said.map(|said| *self = Self::of(said, std::mem::take(&mut self.title))).is_some()
    }
}

/// The words and the state they leave the point in; `missing` is said when there are no words.
pub fn parse(reading: &mut Reading, raw: &Raw, missing: Option<Msg>, detail: Detail, cx: &Cx) -> Option<NewWord> {
    let text = match missing {
        Some(missing) => parts::needed_note(reading, raw, "text", missing),
        None => parts::note(reading, raw, "text"),
    };
    let plan = parts::note(reading, raw, "plan");
    let due = parts::day(reading, raw, "due", cx);
    let show_from = parts::read_week(reading, raw, "show_from", cx);
    let to = parts::addressee(get(raw, "to"));
    if to.is_none() {
        reading.wrong("to", Msg::new("forms-missing-to"));
    }
    if let (Some(Some(due)), Some(Some(week))) = (due, show_from)
        && due < week.monday()
    {
        reading.wrong("show_from", Msg::new("forms-show-after-due"));
    }
    let gravity = parts::gravity(raw);
    Some(NewWord {
        text: text?,
        plan: plan?,
        gravity,
        due: due?,
        show_from: show_from?,
        to: to?,
        outcome: None,
        detail,
    })
}

/// A recall for a whole month that is given another day is for that day.
fn of_its_day(mut word: NewWord, base: &NewWord) -> NewWord {
    word.detail.whole_month &= word.due == base.due;
    word
}

/// The field of a form in which something is put right.
#[must_use]
pub const fn field(part: Part) -> &'static str {
    match part {
        Part::Text => "text",
        Part::Plan => "plan",
        Part::Due => "due",
    }
}

/// What one may want to improve, said under the text while typing; the urgent plan is an error already.
pub fn advice(reading: &mut Reading, word: &NewWord, cx: &Cx) {
    for finding in advice_text(&word.text, &word.plan, word.gravity, word.due, cx.now.day) {
        let field = match finding {
            Finding::UrgentWithoutPlan => continue,
            Finding::NoDate if word.gravity == Gravity::Urgent => continue,
            Finding::NoDate => "due",
            Finding::NoPlan => "plan",
            _ => "text",
        };
        let msg = match &finding {
            Finding::RelativeDate { word, day: Some(day) } => {
                let key = keymap::key_of(Action::DateInFull, &[Scope::Text]).map(|key| key.label(cx));
                Msg::new("advice-relative-key")
                    .with("word", word.as_str())
                    .with("day", *day)
                    .with("key", key.unwrap_or_default())
            }
            _ => finding.msg(),
        };
        reading.advise(field, cx.words.say(&msg));
    }
}
