//! How a point is told: its subject, everyone's words, the answers, and who follows it.
//!
//! Shared by the briefing, the transmission and the view of a whole point, so that one point reads
//! the same everywhere. Knows no query and no key.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::addressee;
use super::said::{about, chain, due, family, followed_by, subject};
use crate::domain::{Answer, Elsewhere, Gravity, Kind, Msg, PersonId, Receipt, Relay, Step, Thread, Verdict};
use crate::ui::widget::text;
use crate::ui::{Cx, Glyph, Meaning};

/// Columns that words stand to the right of their heading.
const INDENT: usize = 2;

/// What a reader sees of a point besides its words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Seen<'a> {
    /// The reader's own answer.
    pub answer: Option<&'a Receipt>,
    /// The reader has said a word on it already.
    pub said: bool,
    /// Carried from a stay whose doctor left without signing.
    pub unsigned: bool,
    /// Who follows it goes without saying.
    pub bare: bool,
    /// Doctors who had to do with this file within a year, a reading doctor included.
    pub doctors: usize,
}

/// From the third doctor on one file, it is said: nobody else would see it.
const SEVERAL_DOCTORS: usize = 3;

/// A point as a card: heading, every word, the plan, the answers, who follows.
#[must_use]
pub fn card(thread: &Thread, seen: Seen, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let mut lines = heading(thread, columns, cx);
    elsewhere(thread, columns, cx, &mut lines);
    let several = thread.relays.iter().any(|r| r.author != thread.head().author);
    for relay in &thread.relays {
        word(relay, thread, several, columns, cx, &mut lines);
    }
    plan(&thread.head().plan, columns, cx, &mut lines);
    on_the_way(thread, columns, cx, &mut lines);
    if seen.doctors >= SEVERAL_DOCTORS {
        let id = if cx.is_doctor() { "thread-nth-doctor" } else { "thread-doctors" };
        let msg = Msg::new(id).with("count", seen.doctors);
        push(&cx.words.say(&msg), cx.look.style(Meaning::Watch), columns, &mut lines);
    }
    let mut say = |text: String, meaning: Meaning| push(&text, cx.look.style(meaning), columns, &mut lines);
    if seen.unsigned {
        say(cx.t("thread-unsigned"), Meaning::Alert);
    }
    match seen.answer {
        Some(receipt) => {
            let (text, meaning) = answer(receipt, cx);
            say(text, meaning);
        }
        None if seen.said => say(format!("{} {}", cx.look.glyph(Glyph::Done), cx.t("thread-said")), Meaning::Good),
        None => {}
    }
    let own = seen.answer.map(|r| r.id);
    if let Some(question) = thread.open_question().filter(|q| Some(q.id) != own) {
        let who = cx.frame.rota.people.short(question.author);
        let msg = Msg::new("thread-asks").with("who", who).with("words", question.words.clone());
        say(format!("? {}", cx.words.say(&msg)), Meaning::Watch);
    }
    if let Some(word) = thread.open_difference() {
        let who = cx.frame.rota.people.short(word.author);
        let msg = Msg::new("thread-differs").with("who", who).with("to", addressee::short(word.to, cx));
        say(format!("{} {}", cx.look.glyph(Glyph::Watch), cx.words.say(&msg)), Meaning::Watch);
    }
    if thread.is_returned()
        && let Some(back) = thread.receipts.iter().rev().find(|r| r.answer == Answer::Returned)
        && Some(back.id) != own
    {
        let who = cx.frame.rota.people.short(back.author);
        let msg = Msg::new("thread-sent-back").with("who", who).with("words", back.words.clone());
        say(format!("{} {}", cx.look.glyph(Glyph::Back), cx.words.say(&msg)), Meaning::Watch);
    }
    // A word says it beside its own words.
    let head = thread.head();
    if let Some(went) = went_to(thread, head, cx).filter(|_| head.text.is_empty()) {
        let msg = Msg::new("thread-word-bare").with("verdict", went);
        let who = format!("{} {}", family(head.author, cx), cx.words.day_short(head.at.day()));
        say(cx.words.say(&msg.with("who", who)), Meaning::Dim);
    }
    if thread.is_open() && !seen.bare {
        say(followed_by(thread, cx), Meaning::Dim);
    }
    lines
}

/// Steps of the present occurrence that a card names; the whole point has them all.
const STEPS: usize = 3;

/// Where the point came from, what its kind asks for, and what has happened since.
fn on_the_way(thread: &Thread, columns: u16, cx: &Cx, lines: &mut Vec<Line<'static>>) {
    let (facts, detail) = (&thread.item.facts, thread.head().detail);
    let mut said = Vec::new();
    if facts.see_record {
        said.push(cx.t("thread-see-record"));
    }
    if !facts.source.is_empty() {
        said.push(cx.words.say(&Msg::new("thread-source").with("source", facts.source.clone())));
    }
    if thread.item.kind == Kind::Result {
        said.extend(detail.exam.map(|exam| cx.t(exam.word())));
        said.extend(detail.asked.map(|day| {
            let msg = Msg::new("thread-result-asked").with("day", cx.words.day_short(day));
            cx.words.say(&msg)
        }));
    }
    push(&said.join(" · "), cx.look.style(Meaning::Dim), columns, lines);
    let steps: Vec<&Step> = thread.steps_now().collect();
    let tries = thread.tries();
    if tries > 1 {
        let msg = Msg::new("thread-tries").with("count", tries);
        push(&cx.words.say(&msg), cx.look.style(Meaning::Watch), columns, lines);
    }
    for step in steps.iter().skip(steps.len().saturating_sub(STEPS)) {
        let msg = Msg::new("thread-step")
            .with("step", step_said(step, cx))
            .with("day", cx.words.day_of(step.at, steps.iter().map(|s| s.at)))
            .with("who", family(step.author, cx));
        let glyph = cx.look.glyph(if step.kind.asks_next() { Glyph::Dot } else { Glyph::Done });
        push(&format!("{glyph} {}", cx.words.say(&msg)), Style::new(), columns, lines);
    }
}

/// What happened, in whose words, and when one tries again.
fn step_said(step: &Step, cx: &Cx) -> String {
    let mut said = cx.t(step.kind.word());
    if !step.words.is_empty() {
        said = cx.words.say(&Msg::new("thread-step-words").with("step", said).with("words", step.words.clone()));
    }
    if let Some(day) = step.next {
        said = cx.words.say(&Msg::new("thread-step-next").with("step", said).with("day", cx.words.day_short(day)));
    }
    said
}

/// The first line, or two when the room is narrow: gravity and subject, then whose words and by when.
#[must_use]
pub fn heading(thread: &Thread, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let gravity = thread.head().gravity;
    let label = format!("{} {}", cx.look.gravity(gravity), cx.t(gravity.word()).to_uppercase());
    let subject = subject(&thread.item, cx);
    let kind = if thread.item.patient.is_some() && thread.item.kind != Kind::Care {
        format!(" · {}", cx.t(thread.item.kind.word()))
    } else {
        String::new()
    };
    let chain = chain(thread, cx);
    let due = due(thread, cx);
    let columns = usize::from(columns);
    let ellipsis = cx.look.glyph(Glyph::Ellipsis);
    let label_style = match gravity {
        Gravity::Routine => cx.look.style(Meaning::Dim),
        _ => cx.look.gravity_style(gravity),
    };
    let subject_width = text::width(&label) + 2 + text::width(&subject);
    let left_width = subject_width + text::width(&kind);
    let due_width = due.as_ref().map_or(0, |(said, _)| text::width(said));
    let right_width = text::width(&chain) + if due.is_some() { 3 + due_width } else { 0 };
    let mut left = vec![Span::styled(label.clone(), label_style), "  ".into()];
    let strong = cx.look.style(Meaning::Strong);
    if left_width + 2 + right_width <= columns {
        left.extend([Span::styled(subject, strong), Span::raw(kind)]);
        left.push(" ".repeat(columns - left_width - right_width).into());
        left.extend(whose(chain, due, cx));
        return vec![Line::from(left)];
    }
    let room = columns.saturating_sub(text::width(&label) + 2);
    // In a narrow room the number speaks for itself: it is the only one of its kind.
    let subject = match &thread.item.patient {
        Some(patient) if text::width(&subject) > room => about(patient, cx),
        _ => subject,
    };
    left.push(Span::styled(text::cut(&subject, room, ellipsis), strong));
    // By when is never cut; those who wrote are named again at their words.
    let chain_room = columns.saturating_sub(INDENT + if due.is_some() { 3 + due_width } else { 0 });
    let chain = text::cut(&chain, chain_room, ellipsis);
    let right_width = right_width.min(text::width(&chain) + if due.is_some() { 3 + due_width } else { 0 });
    // The kind goes where there is room for it.
    let mut second = Vec::new();
    let mut used = 0;
    if left_width <= columns {
        left.push(kind.into());
    } else {
        let kind = kind.trim_start_matches(" · ");
        let kind = text::cut(kind, columns.saturating_sub(INDENT + 1 + right_width), ellipsis);
        used = INDENT + text::width(&kind);
        second.push(Span::raw(format!("{}{kind}", " ".repeat(INDENT))));
    }
    second.push(" ".repeat(columns.saturating_sub(used + right_width)).into());
    second.extend(whose(chain, due, cx));
    vec![Line::from(left), Line::from(second)]
}

/// Whose words, and by when.
fn whose(chain: String, due: Option<(String, Meaning)>, cx: &Cx) -> Vec<Span<'static>> {
    let mut spans = vec![Span::styled(chain, cx.look.style(Meaning::Dim))];
    if let Some((said, meaning)) = due {
        spans.push("   ".into());
        spans.push(Span::styled(said, cx.look.style(meaning)));
    }
    spans
}

/// The answer in the reader's words: `✓ pris : « … »`.
#[must_use]
pub fn answer(receipt: &Receipt, cx: &Cx) -> (String, Meaning) {
    let (glyph, meaning) = match receipt.answer {
        Answer::Read | Answer::Taken => (cx.look.glyph(Glyph::Done), Meaning::Good),
        Answer::Question => ("?", Meaning::Watch),
        Answer::Returned => (cx.look.glyph(Glyph::Back), Meaning::Watch),
    };
    let id = match (receipt.answer, receipt.words.is_empty()) {
        (Answer::Read, true) => "thread-read",
        (Answer::Taken, true) => "thread-taken",
        (Answer::Question, true) => "thread-asked",
        (Answer::Returned, true) => "thread-returned",
        (Answer::Read, false) => "thread-read-words",
        (Answer::Taken, false) => "thread-taken-words",
        (Answer::Question, false) => "thread-asked-words",
        (Answer::Returned, false) => "thread-returned-words",
    };
    let msg = Msg::new(id).with("words", receipt.words.clone()).with("at", receipt.at);
    (format!("{glyph} {}", cx.words.say(&msg)), meaning)
}

/// The whole point, for reading at length: each word and answer in the order they were given.
#[must_use]
pub fn whole(thread: &Thread, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let mut lines = heading(thread, columns, cx);
    elsewhere(thread, columns, cx, &mut lines);
    if thread.is_open() {
        push(&followed_by(thread, cx), cx.look.style(Meaning::Dim), columns, &mut lines);
    }
    let mut events: Vec<_> = thread.relays.iter().enumerate().map(|(i, r)| (r.at, 0, i)).collect();
    events.extend(thread.receipts.iter().enumerate().map(|(i, r)| (r.at, 1, i)));
    events.extend(thread.steps.iter().enumerate().map(|(i, s)| (s.at, 2, i)));
    events.sort_unstable();
    for (_, kind, i) in events {
        lines.push(Line::default());
        if kind == 2 {
            let step = &thread.steps[i];
            let by = format!("{} · {}", cx.words.stamp(step.at), signed(step.author, step.entered_by, cx));
            push_at(0, &by, cx.look.style(Meaning::Strong), columns, &mut lines);
            push(&step_said(step, cx), Style::new(), columns, &mut lines);
        } else if kind == 0 {
            whole_word(thread, i, columns, cx, &mut lines);
        } else {
            let receipt = &thread.receipts[i];
            let (said, meaning) = answer(receipt, cx);
            let who = signed(receipt.author, receipt.entered_by, cx);
            let by = format!("{} · {who}", cx.words.stamp(receipt.at));
            push_at(0, &by, cx.look.style(Meaning::Strong), columns, &mut lines);
            push(&said, cx.look.style(meaning), columns, &mut lines);
        }
    }
    lines
}

/// That a point was written on the wrong file, on both of the points it is now.
fn elsewhere(thread: &Thread, columns: u16, cx: &Cx, lines: &mut Vec<Line<'static>>) {
    let Elsewhere { to, from } = thread.item.elsewhere;
    for (id, item) in [("thread-moved-to", to), ("thread-moved-from", from)] {
        if let Some(item) = item {
            push(&cx.words.say(&Msg::new(id).with("item", item.0)), cx.look.style(Meaning::Watch), columns, lines);
        }
    }
}

/// One word in full, with whatever it changed of the point's state.
fn whole_word(thread: &Thread, at: usize, columns: u16, cx: &Cx, lines: &mut Vec<Line<'static>>) {
    let (relay, before) = (&thread.relays[at], at.checked_sub(1).map(|before| &thread.relays[before]));
    let who = signed(relay.author, relay.entered_by, cx);
    let week = relay.stay.and_then(|id| thread.weeks.get(&id)).map(|week| format!(" ({})", cx.words.week_told(*week)));
    let title =
        format!("{} · {who}{} · {}", cx.words.stamp(relay.at), week.unwrap_or_default(), cx.t(relay.verdict.word()));
    push_at(0, &title, cx.look.style(Meaning::Strong), columns, lines);
    push(&relay.text, Style::new(), columns, lines);
    if before.is_none_or(|b| b.plan != relay.plan) {
        plan(&relay.plan, columns, cx, lines);
    }
    let mut state = Vec::new();
    if before.is_none_or(|b| b.gravity != relay.gravity) {
        state.push(cx.t(relay.gravity.word()));
    }
    if before.is_none_or(|b| b.due != relay.due)
        && let Some(day) = relay.due
    {
        state.push(cx.words.say(&Msg::new("thread-due").with("day", cx.words.day_short(day))));
    }
    if before.is_none_or(|b| b.show_from != relay.show_from)
        && let Some(week) = relay.show_from
    {
        state.push(cx.words.say(&Msg::new("thread-show-from").with("week", week)));
    }
    if before.is_none_or(|b| b.to != relay.to) {
        state.push(cx.words.say(&Msg::new("thread-addressed").with("to", addressee::short(relay.to, cx))));
    }
    if let Some(outcome) = relay.outcome {
        state.push(cx.words.say(&Msg::new("thread-ended").with("outcome", Msg::new(outcome.word()))));
    }
    push(&state.join(" · "), cx.look.style(Meaning::Dim), columns, lines);
}

/// Whose word it is, and who typed it: `dicté par Dr Roche, saisi par C. Garnier`.
fn signed(author: PersonId, entered_by: Option<PersonId>, cx: &Cx) -> String {
    let people = &cx.frame.rota.people;
    match entered_by {
        Some(typist) => {
            let msg = Msg::new("thread-dictated").with("author", people.short(author));
            cx.words.say(&msg.with("typist", people.short(typist)))
        }
        None => people.short(author),
    }
}

/// To whom a word sent the point, where that was to somebody else than before.
fn went_to(thread: &Thread, relay: &Relay, cx: &Cx) -> Option<String> {
    let before = thread.relays.iter().rev().find(|before| before.id < relay.id);
    let moved = relay.verdict == Verdict::Addressed && before.is_none_or(|before| before.to != relay.to);
    moved.then(|| cx.words.say(&Msg::new("thread-addressed").with("to", addressee::short(relay.to, cx))))
}

/// How a word ends what was seen otherwise: by whom, and when.
fn ended(relay: &Relay, cx: &Cx) -> Option<Msg> {
    let id = match (relay.verdict, relay.text.is_empty()) {
        (Verdict::Settled, _) => "thread-settled",
        (Verdict::TakenBack, false) => "thread-taken-back",
        (Verdict::TakenBack, true) => "thread-taken-back-bare",
        _ => return None,
    };
    let who = cx.frame.rota.people.short(relay.author);
    Some(Msg::new(id).with("doctor", who).with("day", cx.words.day_short(relay.at.day())))
}

/// One word of a card; a word without text says its verdict.
fn word(relay: &Relay, thread: &Thread, several: bool, columns: u16, cx: &Cx, lines: &mut Vec<Line<'static>>) {
    if !several && ended(relay, cx).is_none() {
        return push(&relay.text, Style::new(), columns, lines);
    }
    let when = match relay.stay.and_then(|id| thread.weeks.get(&id)) {
        Some(week) => cx.words.week_told(*week),
        None => cx.words.day_short(relay.at.day()),
    };
    let who = format!("{} {when}", family(relay.author, cx));
    let verdict = went_to(thread, relay, cx).unwrap_or_else(|| cx.t(relay.verdict.word()));
    let msg = match (relay.text.is_empty(), relay.verdict) {
        (true, _) => Msg::new("thread-word-bare").with("verdict", verdict),
        (false, Verdict::Opened | Verdict::Completed) => Msg::new("thread-word"),
        (false, _) => Msg::new("thread-word-verdict").with("verdict", verdict),
    };
    let msg = ended(relay, cx).unwrap_or_else(|| msg.with("who", who));
    let prefix = cx.words.say(&msg);
    let from = lines.len();
    push(&format!("{prefix} {}", relay.text), Style::new(), columns, lines);
    let Some(first) = lines.get_mut(from) else { return };
    let said: String = first.spans.iter().map(|s| s.content.as_ref()).collect();
    let at = INDENT + prefix.len();
    if said.is_char_boundary(at) && said[..at].ends_with(&prefix) {
        let name = Span::styled(said[..at].to_owned(), cx.look.style(Meaning::Dim));
        *first = Line::from(vec![name, Span::raw(said[at..].to_owned())]);
    }
}

/// The `si … alors …`, set apart by an arrow.
fn plan(plan: &str, columns: u16, cx: &Cx, lines: &mut Vec<Line<'static>>) {
    if !plan.is_empty() {
        let said = format!("{} {plan}", cx.look.glyph(Glyph::Arrow));
        push(&said, cx.look.style(Meaning::Strong), columns, lines);
    }
}

fn push(said: &str, style: Style, columns: u16, lines: &mut Vec<Line<'static>>) {
    push_at(INDENT, said, style, columns, lines);
}

fn push_at(indent: usize, said: &str, style: Style, columns: u16, lines: &mut Vec<Line<'static>>) {
    let room = columns.saturating_sub(u16::try_from(indent).unwrap_or(0));
    let margin = " ".repeat(indent);
    lines.extend(text::wrap(said, room).into_iter().map(|l| Line::styled(format!("{margin}{}", l.trim_end()), style)));
}
