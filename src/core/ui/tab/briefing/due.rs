//! What is to be done beside the points: how it stands on its card, what Enter opens, what one key settles.

use ratatui::text::Line;

use super::BriefingTab;
use crate::domain::Msg;
use crate::domain::act::{Act, RecordAct};
use crate::domain::record::TENANT;
use crate::domain::today::{Due, What, When};
use crate::protocol::Kept;
use crate::ui::form::option::OptionForm;
use crate::ui::point::{act_lines, para};
use crate::ui::register::{discuss, put_off as later};
use crate::ui::{Action, Ask, Cx, Glyph, Goto, Meaning, Pane as _, RegisterId, Scope};

/// The sign of a group.
pub(super) const fn glyph(when: When, cx: &Cx) -> &'static str {
    cx.look.glyph(match when {
        When::Discuss => Glyph::ToDecide,
        When::Late => Glyph::Alert,
        When::Today => Glyph::Arrow,
        When::Week => Glyph::Dot,
    })
}

/// The lines of a card: what it is; under it by when, whose, where.
pub(super) fn lines(due: &Due, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let rota = &cx.frame.rota;
    let (mark, meaning) = match (&due.what, due.when) {
        (What::Arrives { .. } | What::Leaves { .. }, _) => (Glyph::Place, Meaning::Strong),
        (_, When::Late) => (Glyph::Alert, Meaning::Watch),
        (_, When::Today | When::Discuss) => (Glyph::ToDecide, Meaning::Strong),
        (_, When::Week) => (Glyph::ToDecide, Meaning::Plain),
    };
    let title = format!("{} {}", cx.look.glyph(mark), cx.words.say(&due.msg(rota)));
    let mut lines = para(&title, meaning, columns, cx);
    let hour = due.minute.map(|minute| cx.words.time(minute));
    let day = due.day_msg().map(|day| cx.words.say(&day));
    let notes = due.notes(rota, cx.now.day);
    let said: Vec<String> = day.into_iter().chain(hour).chain(notes.iter().map(|note| cx.words.say(note))).collect();
    if !said.is_empty() {
        let said = said.join(&format!(" {} ", cx.look.glyph(Glyph::Separator)));
        lines.extend(para(&said, Meaning::Plain, columns.saturating_sub(2), cx).into_iter().map(|mut line| {
            line.spans.insert(0, "  ".into());
            line
        }));
    }
    lines
}

/// What Enter opens: the place where it is dealt with.
pub(super) fn open(due: &Due, cx: &Cx) -> Option<Ask> {
    let rota = &cx.frame.rota;
    match &due.what {
        What::Task(task) => Some(Ask::Stay(task.what.stay)),
        What::KeyOut { booking, .. } => booking.what.stay.map(Ask::Stay),
        What::CatchUp { stay, .. } | What::Arrives { stay, .. } | What::Leaves { stay, .. } => Some(Ask::Stay(*stay)),
        What::Held { stay, .. } => cx.frame.kept_stay(*stay).map(|on| Ask::open(OptionForm { on })),
        What::Call { hole, .. } => Some(Ask::Candidates(*hole)),
        What::ToClose { stay, .. } => rota.stay(*stay).map(|stay| Ask::Goto(Goto::PostDay(stay.post, due.day))),
        What::TenantEnds { .. } => Some(Ask::Goto(Goto::Register(RegisterId::Records(&TENANT)))),
        What::Care(due) => Some(Ask::Goto(Goto::Register(RegisterId::Care(due.list)))),
        What::Discuss(listed) => Some(discuss(listed, cx)),
        What::PaperEnds { person, .. } => Some(Ask::Volunteer(*person)),
    }
}

/// What one key writes to settle it, where that is enough.
pub(super) fn settle(due: &Due, cx: &Cx) -> Option<Ask> {
    let (record, row, values) = due.settled(cx.session.who.person, cx.now)?;
    Some(Ask::over(Some(&Kept::record(record, row)), Act::Record(RecordAct::Put(record, Some(row.id), values))))
}

/// What puts it off to another week, where that can be.
pub(super) fn put_off(due: &Due, cx: &Cx) -> Option<Ask> {
    let What::Discuss(listed) = &due.what else { return None };
    Some(later(listed, cx))
}

impl BriefingTab {
    /// The acts under the selected card.
    pub(super) fn due_acts(&self, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
        let Some(due) = self.due() else { return Vec::new() };
        let settles = match due.what {
            What::KeyOut { .. } => "today-act-back",
            _ => "today-act-done",
        };
        let open = if due.tells_words() { "today-act-decide" } else { "today-act-open" };
        let acts = [(Action::ReadNext, settles), (Action::Enter, open), (Action::PutOff, "action-next-week")];
        let acts: Vec<_> = acts.into_iter().filter(|(action, _)| self.can(*action, cx)).collect();
        act_lines(&acts, Scope::Briefing, columns, cx)
    }
}

/// Why a key does nothing on it.
pub(super) const fn why_not(action: Action) -> Msg {
    Msg::new(if matches!(action, Action::ReadNext) { "why-open-to-settle" } else { "why-no-point" })
}
