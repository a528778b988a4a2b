//! The Transmission: what the leaving doctor hands over, point by point, until the signature.
//!
//! Holds which stay is shown and what is selected; forms are opened, never drawn here. Outside the
//! doctor's own unsigned stay everything is read only, and `can` says so.

mod begun;
mod draw;
mod signing;
mod state;
mod suggest;
mod why;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::act::{Act, ItemAct, NewWord, SequelAct};
use crate::domain::alert::UNCHANGED_LIMIT;
use crate::domain::record::LEAVING_WORD;
use crate::domain::transmission::{Line, Standing, Transmission, reopening_refused};
use crate::domain::{Day, EntryId, ItemId, Msg, NoteKind, RelayId, Role, Rota, Stay, StayId, Verdict};
use crate::protocol::{Draft, Kept, Page, Query};
use crate::ui::form::addendum::AddendumForm;
use crate::ui::form::decide::DecideForm;
use crate::ui::form::finish::FinishForm;
use crate::ui::form::note::NoteForm;
use crate::ui::form::record::RecordForm;
use crate::ui::form::word::{AmendForm, WordForm};
use crate::ui::point;
use crate::ui::widget::list;
use crate::ui::{Action, Ask, Cx, Dialog, Goto, Pane, Scope};

/// Days of the rota at hand in which a stay may be the first there is, though others came before it.
const NEIGHBOURS: i32 = 28;

/// Days after a stay in which its doctor is asked whether they would come back.
const LATELY: i32 = 7;

/// A row of the left-hand list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Note(NoteKind),
    /// What was added after the signature.
    Addenda,
    Item(ItemId),
    /// A visit about which nothing is written.
    Suggestion(EntryId),
}

/// The Transmission tab.
#[derive(Debug, Default)]
pub struct TransmissionTab {
    /// The stay asked for; otherwise the one that matters to whoever sits there.
    chosen: Option<StayId>,
    page: Option<Transmission>,
    drafts: Vec<Draft>,
    selected: Option<Row>,
    /// The head a one-key word was just said on: not said twice before the answer.
    sent: Option<RelayId>,
}

impl TransmissionTab {
    /// The tab before its first answer.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Shows the transmission of a stay; its queries change with it.
    pub const fn show(&mut self, stay: StayId) {
        self.chosen = Some(stay);
    }

    /// The stay shown: the one chosen, a doctor's own, or for the team the first to be dealt with.
    #[must_use]
    pub fn stay<'a>(&self, cx: &Cx<'a>) -> Option<&'a Stay> {
        let rota = &cx.frame.rota;
        if let Some(stay) = self.chosen.and_then(|id| rota.stay(id)) {
            return Some(stay);
        }
        if cx.is_doctor() {
            let doctor = cx.session.who.author();
            return rota.stay_of(doctor, cx.now.day);
        }
        rota.unsigned(cx.now)
            .next()
            .or_else(|| rota.present(cx.now.day).next())
            .or_else(|| rota.stays.over_before(cx.now.day).rfind(|s| s.is_confirmed()))
    }

    /// The page, if it is that of the stay shown.
    fn page(&self, cx: &Cx) -> Option<&Transmission> {
        let stay = self.stay(cx)?;
        self.page.as_ref().filter(|p| p.stay.id == stay.id)
    }

    /// The stay before or after the shown one, among those that have begun and one's own.
    fn neighbour(&self, action: Action, cx: &Cx) -> Option<StayId> {
        let shown = self.stay(cx)?;
        let mine = cx.my_stay().map(|s| s.id);
        let stays: Vec<StayId> = cx
            .frame
            .rota
            .confirmed()
            .filter(|s| s.from <= cx.now.day || Some(s.id) == mine || s.id == shown.id)
            .map(|s| s.id)
            .collect();
        let at = stays.iter().position(|id| *id == shown.id)?;
        let to = if action == Action::Left { at.checked_sub(1)? } else { at + 1 };
        stays.get(to).copied()
    }

    fn rows(&self) -> Vec<Row> {
        let Some(page) = &self.page else { return Vec::new() };
        let addenda = (!page.handover.addenda.is_empty()).then_some(Row::Addenda);
        let items = page.lines.iter().map(|l| Row::Item(l.thread.item.id));
        let suggestions = page.suggestions.iter().map(|s| Row::Suggestion(s.visit));
        NoteKind::ALL.into_iter().map(Row::Note).chain(addenda).chain(items).chain(suggestions).collect()
    }

    /// The row of the selection; at first the first point to decide on.
    fn row(&self) -> Option<Row> {
        let rows = self.rows();
        if let Some(row) = self.selected.filter(|r| rows.contains(r)) {
            return Some(row);
        }
        rows.iter().find(|r| matches!(r, Row::Item(_))).or(rows.first()).copied()
    }

    fn line(&self) -> Option<&Line> {
        self.line_of(self.row()?)
    }

    fn line_of(&self, row: Row) -> Option<&Line> {
        let Row::Item(id) = row else { return None };
        self.page.as_ref()?.lines.iter().find(|l| l.thread.item.id == id)
    }

    /// Whether words may be said now: the doctor's own stay, running and not signed (also dictated).
    fn may_write(&self, cx: &Cx) -> bool {
        self.page(cx).is_some_and(|p| {
            cx.is_doctor()
                && p.stay.doctor == cx.session.who.author()
                && p.stay.covers(cx.now.day)
                && !p.handover.is_signed()
        })
    }

    /// Whether the coordination may transmit as it is what a doctor left unsigned (rule 6).
    fn may_sign_as_is(&self, cx: &Cx) -> bool {
        self.page(cx).is_some_and(|p| cx.is_coordination() && p.stay.to < cx.now.day && !p.handover.is_signed())
    }

    /// Whether one's own last word may be corrected: never signed, nobody has answered it.
    fn may_amend(&self, line: &Line, cx: &Cx) -> bool {
        let head = line.thread.head();
        self.page(cx).is_some_and(|p| head.stay == Some(p.stay.id) && !p.handover.covers(head.id))
            && head.author == cx.session.who.author()
            && line.thread.item.elsewhere.to.is_none()
            && line.thread.receipts.iter().all(|r| r.at < head.at)
    }

    /// The base of a new word: the point as it stands, handed on to where it goes.
    fn base(&self, line: &Line, cx: &Cx) -> NewWord {
        let head = line.thread.head();
        let to = self.page.as_ref().map_or(head.to, |p| point::handed_to(head, &p.stay));
        point::base(head, to, cx.now.day.week())
    }

    /// Says a word that needs no text, and goes on to the next point to decide on.
    fn say(&mut self, verdict: Verdict, cx: &Cx) -> Vec<Ask> {
        let Some(line) = self.line() else { return Vec::new() };
        let (item, head) = (line.thread.item.id, line.thread.head().id);
        let word = self.base(line, cx);
        if verdict == Verdict::Unchanged && line.thread.unchanged_streak() + 1 >= UNCHANGED_LIMIT {
            let (on, title) = (Kept::point(&line.thread.item), point::title(&line.thread, cx));
            return vec![Ask::open(DecideForm { on, base: word, title })];
        }
        let lines = self.page.as_ref().map_or(&[][..], |p| &p.lines);
        let at = lines.iter().position(|l| l.thread.item.id == item).unwrap_or(0);
        let next = point::next_after(lines, at, |l| l.standing == Standing::ToDecide).map(|l| l.thread.item.id);
        let ask = point::act(&line.thread, ItemAct::Say(item, verdict, word));
        self.selected = Some(Row::Item(next.unwrap_or(item)));
        self.sent = Some(head);
        vec![ask]
    }

    /// Opens the form of an act on the selected point.
    fn open(&self, action: Action, cx: &Cx) -> Vec<Ask> {
        let Some(line) = self.line() else { return Vec::new() };
        let (on, title, base) = (Kept::point(&line.thread.item), point::title(&line.thread, cx), self.base(line, cx));
        let word = |verdict| WordForm { on: on.clone(), verdict, base: base.clone(), title: title.clone() }.into();
        let dialog: Dialog = match action {
            Action::Complete if line.standing == Standing::Closed => word(Verdict::Reopened),
            Action::Complete => word(Verdict::Completed),
            Action::Differ => word(Verdict::Differs),
            Action::Settle => return point::settle(&line.thread, cx).into_iter().map(Ask::Open).collect(),
            Action::Address => word(Verdict::Addressed),
            Action::Step => point::step(&line.thread, base, cx).into(),
            Action::WrongPatient => point::wrong_patient(&line.thread, cx).into(),
            Action::Finish => FinishForm { on, base, title }.into(),
            Action::Edit => AmendForm::of(line.thread.head(), title).into(),
            _ => return Vec::new(),
        };
        vec![Ask::Open(dialog)]
    }

    fn note(&self, kind: NoteKind) -> Vec<Ask> {
        let Some(page) = &self.page else { return Vec::new() };
        let text = page.handover.notes.get(kind).to_owned();
        vec![Ask::open(NoteForm { on: Kept::handover(&page.handover), kind, text })]
    }

    /// The note that `o` edits: the selected one, else that of the week.
    fn note_kind(&self) -> NoteKind {
        match self.row() {
            Some(Row::Note(kind)) => kind,
            _ => NoteKind::Week,
        }
    }

    /// Whether the doctor, signed in or dictating, may still sign what they left unsigned: as long as their account is
    /// open, which the store knows.
    fn may_sign_late(&self, cx: &Cx) -> bool {
        self.page(cx).is_some_and(|p| {
            cx.is_doctor()
                && p.stay.doctor == cx.session.who.author()
                && p.stay.to < cx.now.day
                && !p.handover.is_signed()
        })
    }

    /// For whom the desk would type next: on a page that is signed or whose stay is over for that stay's doctor, who
    /// calls from the train; else the doctor of the shown stay comes first among those who are here.
    fn voice(&self, cx: &Cx) -> Vec<Ask> {
        let gone = self.page(cx).filter(|p| is_team(cx) && (p.handover.is_signed() || p.stay.to < cx.now.day));
        let Some(page) = gone.filter(|p| cx.session.who.dictated_by != Some(p.stay.doctor)) else {
            return point::next_voice(self.stay(cx).map(|s| s.doctor), cx).into_iter().collect();
        };
        let stay = page.stay.id;
        // The page stays: whose voice it is now has a stay of its own, perhaps.
        let mut asks = vec![Ask::Voice(Some(page.stay.doctor)), Ask::Goto(Goto::Transmission(stay))];
        if page.handover.is_signed() {
            asks.push(Ask::open(AddendumForm { stay }));
        }
        asks
    }
}

impl Pane for TransmissionTab {
    fn scope(&self) -> Scope {
        Scope::Transmission
    }

    fn queries(&self, cx: &Cx) -> Vec<Query> {
        let stay = self.chosen.or_else(|| self.stay(cx).map(|s| s.id));
        stay.map(Query::Transmission).into_iter().chain([Query::Drafts]).collect()
    }

    /// Of one that was chosen and is long over, all of it: one goes on from stay to stay.
    fn since(&self, cx: &Cx) -> Option<Day> {
        let chosen = self.chosen?;
        let near = cx.frame.rota.stay(chosen).is_some_and(|s| s.from >= Rota::near(cx.now.day).plus(NEIGHBOURS));
        (!near).then_some(Day(i32::MIN))
    }

    fn receive(&mut self, page: &Page, cx: &Cx) {
        match page {
            Page::Drafts(drafts) => self.drafts.clone_from(drafts),
            Page::Transmission(Some(t)) if self.stay(cx).is_some_and(|s| s.id == t.stay.id) => {
                let other = self.page.as_ref().is_none_or(|p| p.stay.id != t.stay.id);
                let at = list::position(&self.rows(), self.selected);
                let waited = |line: Option<&Line>| line.is_some_and(|l| l.standing == Standing::ToDecide);
                let to_decide = waited(self.line());
                self.page = Some((**t).clone());
                self.sent = None;
                let rows = self.rows();
                if other {
                    self.selected = None;
                } else if self.selected.is_some_and(|s| !rows.contains(&s)) {
                    self.selected = rows.get(at).or(rows.last()).copied();
                } else if to_decide && !waited(self.line()) {
                    // Dealt with by a form: the next point to decide on now stands where it stood.
                    let left = |row: &&Row| waited(self.line_of(**row));
                    let next = rows.get(at).filter(left).or_else(|| rows.iter().find(left)).copied();
                    self.selected = next.or(self.selected);
                }
                self.selected = self.row();
            }
            _ => {}
        }
    }

    fn can(&self, action: Action, cx: &Cx) -> bool {
        let writes = self.may_write(cx);
        // What stayed with others when it was reopened takes an addition, and no word of this handover.
        let on = |test: &dyn Fn(&Line) -> bool| {
            writes && self.line().is_some_and(|l| test(l) && !state::is_let_go(self.page.as_ref(), l, cx))
        };
        // A word said by one key waits for its answer before another is said on the same.
        let fresh = |l: &Line| self.sent != Some(l.thread.head().id);
        let open = |l: &Line| l.standing != Standing::Closed && l.thread.is_open();
        match action {
            Action::Left | Action::Right => self.neighbour(action, cx).is_some(),
            _ if action.movement().is_some() => self.page(cx).is_some(),
            Action::Enter => match self.row() {
                Some(Row::Item(_)) => self.page(cx).is_some(),
                Some(Row::Note(_) | Row::Suggestion(_)) => writes,
                _ => false,
            },
            Action::Add | Action::Notes => writes,
            Action::Dismiss => writes && self.suggestion().is_some(),
            Action::NextToDecide => self.page(cx).is_some_and(|p| !p.handover.is_signed()),
            Action::Unchanged => on(&|l| l.standing == Standing::ToDecide && open(l) && fresh(l)),
            Action::Confirm => on(&|l| l.standing != Standing::New && open(l) && fresh(l)),
            Action::Differ => on(&|l| l.standing != Standing::New && open(l)),
            Action::Settle => writes && self.line().is_some_and(|l| point::may_settle(&l.thread, cx)),
            Action::Complete => on(&|l| open(l) || !l.thread.is_open() && l.thread.item.elsewhere.to.is_none()),
            Action::Finish | Action::Address => on(&open),
            Action::Step | Action::WrongPatient => on(&|l| open(l) && l.thread.item.patient.is_some()),
            Action::Edit => on(&|l| self.may_amend(l, cx)),
            // Also once signed: who leaves wants to know how it ends.
            Action::Sequel => cx.is_doctor() && self.page(cx).is_some() && self.line().is_some(),
            Action::Sign => writes || self.may_sign_late(cx) || self.may_sign_as_is(cx),
            Action::Addendum => self.page(cx).is_some_and(|p| {
                let author = cx.session.who.author();
                let signed = p.handover.signature.as_ref().is_some_and(|s| s.author == author);
                signed || (p.handover.was_signed() && p.stay.doctor == author)
            }),
            Action::Reopen => self.page(cx).is_some_and(|p| {
                let author = cx.author();
                p.reopens.is_some()
                    && author.is_some_and(|a| reopening_refused(&p.stay, a, &cx.frame.rota, cx.now).is_none())
            }),
            // Once it is signed: before, there is more to say.
            Action::Leaving => self.page(cx).is_some_and(|p| {
                p.handover.is_signed()
                    && cx.session.who.author() == p.stay.doctor
                    && p.stay.to.plus(LATELY) >= cx.now.day
            }),
            Action::Voice => !self.voice(cx).is_empty(),
            _ => false,
        }
    }

    fn why_not(&self, action: Action, cx: &Cx) -> Option<Msg> {
        self.why(action, cx)
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Vec<Ask> {
        if !self.can(action, cx) {
            return Vec::new();
        }
        let rows = self.rows();
        let mut selected = self.row();
        if list::step(&rows, &mut selected, action.movement(), 10) {
            self.selected = selected;
            self.sent = None;
            return Vec::new();
        }
        match action {
            Action::Left | Action::Right => {
                self.chosen = self.neighbour(action, cx);
                vec![Ask::Look]
            }
            Action::Enter => match selected {
                Some(Row::Item(id)) => vec![Ask::OpenThread(id)],
                Some(Row::Note(kind)) => self.note(kind),
                Some(Row::Suggestion(_)) => self.write_new(),
                _ => Vec::new(),
            },
            Action::Add => self.write_new(),
            Action::Dismiss => self.dismiss(),
            Action::NextToDecide => self.walk(),
            Action::Notes => self.note(self.note_kind()),
            Action::Unchanged => self.say(Verdict::Unchanged, cx),
            Action::Confirm => self.say(Verdict::Confirmed, cx),
            Action::Sequel => {
                let item = self.line().map(|l| l.thread.item.id);
                item.map(|item| Ask::act(Act::Sequel(SequelAct::Want(item)))).into_iter().collect()
            }
            Action::Sign => self.sign(cx),
            Action::Reopen => self.reopen(cx),
            Action::Leaving => {
                let preset = |p: &Transmission| {
                    [("person", p.stay.doctor.into()), ("may_call", true.into())].into_iter().collect()
                };
                let form = |p| RecordForm::new(&LEAVING_WORD, None).on(preset(p), &["person"]);
                self.page.iter().map(|p| Ask::open(form(p))).collect()
            }
            Action::Addendum => self.page.iter().map(|p| Ask::open(AddendumForm { stay: p.stay.id })).collect(),
            Action::Voice => self.voice(cx),
            _ => self.open(action, cx),
        }
    }

    /// A click selects; on what is selected already it opens, as Enter does.
    fn click(&mut self, column: u16, row: u16, area: Rect, cx: &Cx) -> Vec<Ask> {
        let Some(under) = self.row_under((column, row).into(), area, cx) else { return Vec::new() };
        if Some(under) == self.row() {
            return self.act(Action::Enter, cx);
        }
        self.selected = Some(under);
        self.sent = None;
        Vec::new()
    }

    fn selected_item(&self) -> Option<ItemId> {
        self.line().map(|l| l.thread.item.id)
    }

    fn selected_words(&self) -> Vec<&str> {
        self.line().map_or_else(Vec::new, |l| l.thread.texts())
    }

    fn item_acts(&self, cx: &Cx) -> Vec<Action> {
        draw::ACTS.into_iter().map(|(action, _)| action).filter(|a| self.can(*a, cx)).collect()
    }

    fn select_item(&mut self, item: ItemId) -> bool {
        let here = self.rows().contains(&Row::Item(item));
        if here {
            self.selected = Some(Row::Item(item));
        }
        here
    }

    fn hints(&self, cx: &Cx) -> Vec<Action> {
        let mut hints = vec![
            Action::Sign,
            Action::Add,
            Action::Notes,
            Action::Enter,
            Action::Leaving,
            Action::Addendum,
            Action::Reopen,
            Action::Voice,
            Action::Left,
            Action::Right,
        ];
        if self.suggestion().is_some() {
            hints.insert(0, Action::Dismiss);
        }
        if self.page(cx).is_some_and(|p| p.to_decide().next().is_some()) {
            hints.insert(0, Action::Unchanged);
            if self.may_write(cx) {
                hints.insert(1, Action::NextToDecide);
            }
        }
        hints.retain(|a| self.can(*a, cx));
        hints
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        self.draw_tab(area, buf, cx)
    }
}

/// Whether the signed-in person is of the team, whoever dictates to them.
fn is_team(cx: &Cx) -> bool {
    cx.frame.rota.people.get(cx.session.who.person).is_some_and(|p| p.role != Role::Doctor)
}

#[cfg(test)]
mod tests;
