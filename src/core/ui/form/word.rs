//! A word on a point, or one's own last word corrected.

use super::Spec;
use super::parts::{self, get, plain};
use crate::domain::act::{Act, ItemAct, NewWord};
use crate::domain::advice::{Finding, Part, advice_text};
use crate::domain::{Addressee, Detail, Gravity, ItemId, Msg, Person, RelayId, Verdict};
use crate::protocol::{Raw, Table};
use crate::ui::Cx;
use crate::ui::widget::choice::Options;
use crate::ui::widget::form::{Field, FieldKind, Reading};

/// The title of a word dialog.
const fn title(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Differs => "forms-word-differs",
        Verdict::Addressed => "forms-word-address",
        Verdict::Answered => "forms-word-answer",
        Verdict::Reopened => "forms-word-reopen",
        Verdict::Confirmed => "forms-word-confirm",
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
        Verdict::Addressed | Verdict::Confirmed | Verdict::Unchanged | Verdict::Closed => None,
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

pub fn spec(verdict: Verdict, base: &NewWord, about: &str, cx: &Cx) -> Spec {
    Spec {
        title: format!("{} · {about}", cx.t(title(verdict))),
        intro: Vec::new(),
        fields: fields(Some(verdict), base, cx),
        raw: filled(base, cx),
    }
}

pub fn amend_spec(base: &NewWord, about: &str, cx: &Cx) -> Spec {
    Spec {
        title: format!("{} · {about}", cx.t("forms-amend-title")),
        intro: vec![plain(cx.t("forms-amend-intro"))],
        fields: fields(None, base, cx),
        raw: filled(base, cx),
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
    let show_from = parts::week(reading, raw, "show_from", cx);
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
        reading.advise(field, cx.words.say(&finding.msg()));
    }
}

pub fn read(item: ItemId, verdict: Verdict, base: &NewWord, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    let Some(word) = parse(&mut reading, raw, missing(verdict), base.detail, cx) else { return reading };
    let word = of_its_day(word, base);
    parts::urgent_is_complete(&mut reading, &word);
    advice(&mut reading, &word, cx);
    if verdict == Verdict::Addressed && word == *base {
        reading.wrong("to", Msg::new("forms-word-same-to"));
    }
    if reading.errors.is_empty() {
        reading.ask =
            Some(parts::save(Act::Item(ItemAct::Say(item, verdict, word)), &[Table::ITEM.row(item.0)], draft, cx));
    }
    reading
}

pub fn read_amend(relay: RelayId, base: &NewWord, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    // A word that said all by its verdict may stay without text.
    let missing = (!base.text.is_empty()).then(|| Msg::new("forms-word-missing"));
    let Some(word) = parse(&mut reading, raw, missing, base.detail, cx) else { return reading };
    let word = of_its_day(NewWord { outcome: base.outcome, ..word }, base);
    parts::urgent_is_complete(&mut reading, &word);
    advice(&mut reading, &word, cx);
    if reading.errors.is_empty() {
        reading.ask =
            Some(parts::save(Act::Item(ItemAct::Amend(relay, word)), &[Table::RELAY.row(relay.0)], draft, cx));
    }
    reading
}
