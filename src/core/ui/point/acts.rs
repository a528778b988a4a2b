//! What both tabs do with a point: what a form starts from, for whom one may type, how acts are written.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::act::{ItemAct, NewWord};
use crate::domain::transmission::default_addressee;
use crate::domain::{
    Addendum, Addressee, Day, Gravity, IsoWeek, Msg, Person, PersonId, Relay, Reopening, Role, Stay, Thread, Verdict,
};
use crate::protocol::Kept;
use crate::ui::form::settle::SettleForm;
use crate::ui::form::step::StepForm;
use crate::ui::form::word::WordForm;
use crate::ui::form::wrong_patient::WrongPatientForm;
use crate::ui::keymap::key_of;
use crate::ui::widget::text;
use crate::ui::{Action, Ask, Cx, Dialog, Glyph, Meaning, Scope};

/// A new word that leaves the point's state as it is; a week to come back in that is past is dropped.
pub(in crate::ui) fn base(head: &Relay, to: Addressee, this_week: IsoWeek) -> NewWord {
    NewWord {
        text: String::new(),
        plan: head.plan.clone(),
        gravity: head.gravity,
        due: head.due,
        show_from: head.show_from.filter(|w| *w > this_week),
        to,
        outcome: None,
        detail: head.detail,
    }
}

/// Where a stay hands a point on: to the next week's doctor, or where a word of the stay has sent it already.
pub(in crate::ui) fn handed_to(head: &Relay, stay: &Stay) -> Addressee {
    if head.stay == Some(stay.id) { head.to } else { default_addressee(stay) }
}

/// An act of one key, which depends on the point being as it stands on the screen (rule 14).
pub(in crate::ui) fn act(point: &Thread, act: ItemAct) -> Ask {
    Ask::on(&Kept::point(&point.item), act)
}

/// A word as it was said, to be corrected.
pub(in crate::ui) fn as_said(relay: &Relay) -> NewWord {
    NewWord {
        text: relay.text.clone(),
        plan: relay.plan.clone(),
        gravity: relay.gravity,
        due: relay.due,
        show_from: relay.show_from,
        to: relay.to,
        outcome: relay.outcome,
        detail: relay.detail,
    }
}

/// The form of what happened to a point on its way.
pub(in crate::ui) fn step(point: &Thread, base: NewWord, cx: &Cx) -> StepForm {
    let done = point.steps_now().map(|s| s.kind).collect();
    StepForm { on: Kept::point(&point.item), kind: point.item.kind, done, base, title: title(point, cx) }
}

/// What ends the difference that is open on a point: its author takes it back, others settle it. To whom the point goes
/// is left as it is; what was kept for somebody who is not here is the coordination's.
pub(in crate::ui) fn settle(point: &Thread, cx: &Cx) -> Option<Dialog> {
    let (author, head) = (cx.author()?, point.head());
    let verdict = ends_difference(point, author)?;
    let away = |id| cx.frame.rota.people.get(id).is_some_and(|p| p.role == Role::Doctor);
    let to = match head.to {
        Addressee::Person(id) if away(id) && cx.frame.rota.awaited(id, cx.now.day).is_none() => {
            Addressee::Role(Role::Coordination)
        }
        to => to,
    };
    let base = base(head, to, cx.now.day.week());
    let word = WordForm { on: Kept::point(&point.item), verdict, base, title: title(point, cx) };
    Some(match verdict {
        Verdict::Settled => SettleForm { word, patient: point.item.patient.clone() }.into(),
        _ => word.into(),
    })
}

/// How somebody may end the difference that is open on a point, where they may.
fn ends_difference(point: &Thread, author: &Person) -> Option<Verdict> {
    let settles = point.may_settle(author).then_some(Verdict::Settled);
    point.may_take_back(author).then_some(Verdict::TakenBack).or(settles)
}

/// Whether the difference that is open on a point is the reader's to end.
pub(in crate::ui) fn may_settle(point: &Thread, cx: &Cx) -> bool {
    cx.author().is_some_and(|author| ends_difference(point, author).is_some())
}

/// The name of what ends it.
pub(in crate::ui) fn settle_word(point: &Thread, cx: &Cx) -> &'static str {
    let mine = cx.author().is_some_and(|author| point.may_take_back(author));
    if mine { "act-take-back" } else { "act-settle" }
}

/// The name of a point in a list, with the mark of what cannot wait.
pub(in crate::ui) fn marked(gravity: Gravity, name: &str, cx: &Cx) -> String {
    if gravity == Gravity::Urgent { format!("{} {name}", cx.look.gravity(gravity)) } else { name.to_owned() }
}

/// The form that sends a point to the file it belongs to.
pub(in crate::ui) fn wrong_patient(point: &Thread, cx: &Cx) -> WrongPatientForm {
    let file = point.item.patient.as_ref().map(|patient| patient.file.clone()).unwrap_or_default();
    WrongPatientForm { on: Kept::point(&point.item), file, title: title(point, cx) }
}

/// The title of a form about a point.
pub(in crate::ui) fn title(point: &Thread, cx: &Cx) -> String {
    super::subject(&point.item, cx)
}

/// The doctors who may dictate: who is here, or else who comes next.
pub(in crate::ui) fn doctors_to_speak(cx: &Cx) -> Vec<PersonId> {
    let (rota, today) = (&cx.frame.rota, cx.now.day);
    let mut doctors: Vec<PersonId> = rota.present(today).map(|s| s.doctor).collect();
    if doctors.is_empty() {
        doctors.extend(rota.stays.beginning_after(today).find(|s| s.is_confirmed()).map(|s| s.doctor));
    }
    doctors
}

/// For whom the desk would speak next: a doctor, or oneself again; nothing when there is no choice.
///
/// From one doctor it never goes to another: between several one chooses, unless the screen is about one of them.
pub(in crate::ui) fn next_voice(prefer: Option<PersonId>, cx: &Cx) -> Option<Ask> {
    cx.frame.rota.people.get(cx.session.who.person).filter(|p| p.role != Role::Doctor)?;
    if cx.session.who.dictated_by.is_some() {
        return Some(Ask::Voice(None));
    }
    let doctors = doctors_to_speak(cx);
    match (prefer.filter(|p| doctors.contains(p)), &doctors[..]) {
        (Some(doctor), _) => Some(Ask::Voice(Some(doctor))),
        (None, []) => None,
        (None, [only]) => Some(Ask::Voice(Some(*only))),
        (None, _) => Some(Ask::PickVoice),
    }
}

/// A day as the first end of a span: `lun. 14`, the month being said at the other end.
pub(in crate::ui) fn span_start(from: Day, to: Day, cx: &Cx) -> String {
    use chrono::Datelike;
    let said = cx.words.day(from);
    if from.date().month() != to.date().month() {
        return said;
    }
    said.rsplit_once(' ').map_or(said.clone(), |(day, _)| day.to_owned())
}

/// Acts with their keys, wrapped: `p je prends · q question`. That the patient is the wrong one is said where it takes
/// no row of its own: it is rare, and stands in the view of the whole point, in the help and among the commands.
pub(in crate::ui) fn act_lines(
    acts: &[(Action, &'static str)],
    scope: Scope,
    columns: u16,
    cx: &Cx,
) -> Vec<Line<'static>> {
    let daily: Vec<_> = acts.iter().copied().filter(|(action, _)| *action != Action::WrongPatient).collect();
    let (all, lines) = (wrapped(acts, scope, columns, cx), wrapped(&daily, scope, columns, cx));
    if all.len() == lines.len() { all } else { lines }
}

fn wrapped(acts: &[(Action, &'static str)], scope: Scope, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let room = usize::from(columns);
    let mut lines: Vec<Line> = Vec::new();
    let mut used = 0;
    for (action, word) in acts {
        let Some(key) = key_of(*action, &[scope, Scope::Desk]) else { continue };
        let (key, word) = (key.label(cx), cx.t(word));
        let width = text::width(&key) + 1 + text::width(&word);
        if lines.is_empty() || used + 3 + width > room {
            lines.push(Line::raw("  "));
            used = 2;
        } else if let Some(line) = lines.last_mut() {
            line.push_span(format!(" {} ", cx.look.glyph(Glyph::Separator)));
            used += 3;
        }
        used += width;
        if let Some(line) = lines.last_mut() {
            line.push_span(Span::styled(key, cx.look.style(Meaning::Key)));
            line.push_span(format!(" {word}"));
        }
    }
    lines
}

/// The lines that fit, with a note instead of what is left out; `foot` is always shown.
pub(in crate::ui) fn fit(body: Vec<Line<'static>>, foot: Vec<Line<'static>>, room: u16, cx: &Cx) -> Vec<Line<'static>> {
    let room = usize::from(room);
    let mut lines = body;
    if lines.len() + foot.len() > room {
        lines.truncate(room.saturating_sub(foot.len() + 1));
        let more = format!("  {} {}", cx.look.glyph(Glyph::Ellipsis), cx.t("thread-more"));
        lines.push(Line::styled(more, cx.look.style(Meaning::Hint)));
    }
    lines.extend(foot);
    lines
}

/// Says whole sentences; an abbreviated month before the full stop does not double it.
pub(in crate::ui) fn sentence(msg: &Msg, cx: &Cx) -> String {
    cx.words.say(msg).replace("..", ".")
}

/// Why a signed handover was opened again, by whom and when.
pub(in crate::ui) fn reopened(reopening: &Reopening, cx: &Cx) -> String {
    let msg = Msg::new("transmission-reopened")
        .with("at", reopening.at)
        .with("who", cx.frame.rota.people.short(reopening.author))
        .with("signed", reopening.signed_at)
        .with("reason", reopening.reason.as_str());
    sentence(&msg, cx)
}

/// A dated addition to what was signed; one that only adds a point names it.
pub(in crate::ui) fn addendum(added: &Addendum, cx: &Cx) -> String {
    let text = match added.item {
        Some(item) if added.text.is_empty() => cx.words.say(&Msg::new("thread-number").with("item", item.0)),
        _ => added.text.clone(),
    };
    let people = &cx.frame.rota.people;
    let msg = match added.entered_by {
        Some(typist) => Msg::new("briefing-addendum-dictated").with("typist", people.short(typist)),
        None => Msg::new("briefing-addendum"),
    };
    cx.words.say(&msg.with("at", added.at).with("author", people.short(added.author)).with("text", text))
}

/// Text in wrapped lines of one meaning.
pub(in crate::ui) fn para(said: &str, meaning: Meaning, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    text::wrap(said, columns).into_iter().map(|l| Line::styled(l, cx.look.style(meaning))).collect()
}

/// Draws lines from the top, as many as there is room for.
pub(in crate::ui) fn draw_lines(lines: &[Line], area: Rect, buf: &mut Buffer) {
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        buf.set_line(area.x, y, line, area.width);
    }
}

/// The row after `at` that passes, coming round to the start; never `at` itself.
pub(in crate::ui) fn next_after<T>(rows: &[T], at: usize, passes: impl Fn(&T) -> bool) -> Option<&T> {
    let (before, after) = rows.split_at(at.min(rows.len()));
    after.iter().skip(1).chain(before).find(|row| passes(row))
}
