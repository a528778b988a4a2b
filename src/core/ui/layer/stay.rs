//! The page of a stay: who, when, what is ready and what is not, what is lent, how they come, what hangs on it.
//!
//! One stands on a part, Enter goes in, and a letter goes to each from anywhere. What it does is one undoable change.

mod acts;
mod said;

pub(in crate::ui) use said::{of_light, sign_of_light};

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::act::{Act, RecordAct};
use crate::domain::collective::Listed;
use crate::domain::light::{Light, Needed, needed};
use crate::domain::prepared::StayFile;
use crate::domain::record::{AssetKind, Record, Task, Values, Written};
use crate::domain::rights::Right;
use crate::domain::{DoctorStatus, Msg, Stay, StayId, StayState};
use crate::protocol::{Document, Kept, Page, Query};
use crate::ui::widget::dialog;
use crate::ui::widget::parts::{self, PartRow};
use crate::ui::widget::scroll::Move;
use crate::ui::{Ask, Cx, Meaning, Outcome};

/// Rows that a page key moves by.
const PAGE: usize = 10;

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Post, days, state.
    Stay,
    /// A task, by its number.
    Task(i64),
    /// There is no task yet.
    NoTask,
    /// The tasks that are settled, in a line.
    Settled,
    /// A paper, by the number of its kind.
    Paper(i64),
    /// The papers that are there and checked, in a line.
    Checked,
    /// Something that is lent, by its booking; without one it is to be found.
    Lent(AssetKind, Option<i64>),
    Travel,
    Cost,
    Hanging,
}

/// What has come of it.
#[derive(Debug)]
enum Known {
    NotYet,
    /// There is no such stay.
    Gone,
    File(Box<StayFile>),
}

/// The page as a dialog.
#[derive(Debug)]
pub struct StayLayer {
    stay: StayId,
    known: Known,
    on: Option<Part>,
    /// The row it stood on, where what stood there is folded away.
    row: usize,
    /// Whether what is settled is shown, and not only counted.
    unfolded: bool,
}

impl StayLayer {
    /// Opens it.
    #[must_use]
    pub const fn new(stay: StayId) -> Self {
        Self { stay, known: Known::NotYet, on: None, row: 0, unfolded: false }
    }

    /// What it needs.
    #[must_use]
    pub const fn query(&self) -> Query {
        Query::StayFile(self.stay)
    }

    /// Takes what is known of the stay.
    pub fn receive(&mut self, page: &Page) {
        if let Page::StayFile(known) = page
            && known.as_ref().is_none_or(|known| known.stay.id == self.stay)
        {
            self.known = known.clone().map_or(Known::Gone, Known::File);
        }
    }

    fn file(&self) -> Option<&StayFile> {
        if let Known::File(file) = &self.known { Some(file) } else { None }
    }

    /// The papers that the stay needs, what is wrong first.
    fn papers<'a>(file: &'a StayFile, cx: &Cx) -> Vec<Needed<'a>> {
        needed(&file.stay, status(&file.stay, cx), &file.known.kinds, &file.known.papers, cx.now.day)
    }

    fn parts(&self, cx: &Cx) -> Vec<Part> {
        let Some(file) = self.file() else { return Vec::new() };
        let mut parts = vec![Part::Stay];
        let team = cx.may(Right::Prepare);
        if team {
            let tasks = file.known.tasks_of(&file.stay, cx.now.day);
            let shown = |task: &&&Listed<Task>| self.unfolded || task.what.is_open();
            parts.extend(tasks.iter().filter(shown).map(|task| Part::Task(task.row.id)));
            if tasks.is_empty() {
                parts.push(Part::NoTask);
            } else if tasks.iter().any(|task| !task.what.is_open()) {
                parts.push(Part::Settled);
            }
        }
        if cx.may(Right::Doctors) && !is_off(&file.stay) {
            let papers = Self::papers(file, cx);
            let shown = |paper: &&Needed| self.unfolded || paper.light() != Light::Complete;
            parts.extend(papers.iter().filter(shown).map(|paper| Part::Paper(paper.kind.row.id)));
            if papers.iter().any(|paper| paper.light() == Light::Complete) {
                parts.push(Part::Checked);
            }
        }
        for kind in AssetKind::ALL {
            let lent: Vec<_> = file.known.lent_to(file.stay.id, *kind).map(|(_, b)| b.row.id).collect();
            parts.extend(lent.iter().map(|id| Part::Lent(*kind, Some(*id))));
            let missing = lent.is_empty() && file.known.assets.iter().any(|a| a.what.kind == *kind);
            if missing && (team || matches!(kind, AssetKind::House | AssetKind::Vehicle)) {
                parts.push(Part::Lent(*kind, None));
            }
        }
        parts.push(Part::Travel);
        if cx.may(Right::Doctors) {
            parts.push(Part::Cost);
        }
        if file.hanging.as_ref().is_some_and(|hanging| !hanging.is_empty()) {
            parts.push(Part::Hanging);
        }
        parts
    }

    fn at(&self, parts: &[Part]) -> usize {
        let there = parts.iter().position(|part| Some(*part) == self.on);
        // What was settled gives way to what now stands where it stood.
        there.unwrap_or(if self.on.is_some() { self.row.min(parts.len().saturating_sub(1)) } else { 0 })
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        if matches!(key.code, KeyCode::Esc | KeyCode::Left) {
            return Outcome::Cancelled;
        }
        let parts = self.parts(cx);
        let Some(on) = parts.get(self.at(&parts)).copied() else { return Outcome::Stayed };
        (self.on, self.row) = (Some(on), self.at(&parts));
        let first = |wanted: fn(&Part) -> bool| parts.iter().copied().find(wanted);
        let ask = match key.code {
            KeyCode::Enter | KeyCode::Right | KeyCode::Char(' ') if matches!(on, Part::Settled | Part::Checked) => {
                self.unfolded = !self.unfolded;
                None
            }
            KeyCode::Enter | KeyCode::Right => self.open(on, cx),
            KeyCode::Char(' ') => self.settle(on, cx),
            KeyCode::Char('o') => self.not_needed(on, cx),
            KeyCode::Char('a') => self.add_task(cx),
            KeyCode::Char('e') => self.open(Part::Stay, cx),
            KeyCode::Char('r') => return self.go(first(|p| matches!(p, Part::Task(_) | Part::NoTask | Part::Settled))),
            KeyCode::Char('d') => return self.go(first(|p| matches!(p, Part::Paper(_) | Part::Checked))),
            KeyCode::Char('l') => self.open_lent(AssetKind::House, cx),
            KeyCode::Char('v') => self.open_lent(AssetKind::Vehicle, cx),
            KeyCode::Char('s') => self.open_lent(AssetKind::Room, cx),
            KeyCode::Char('c') => self.hand_out(AssetKind::Key, cx),
            KeyCode::Char('t') => self.open(Part::Travel, cx),
            KeyCode::Char('f') => self.open(Part::Cost, cx),
            KeyCode::Char('m') => self.file().map(|file| Ask::Volunteer(file.stay.doctor)),
            KeyCode::Char('x') | KeyCode::Delete => self.remove(on, cx),
            KeyCode::Char('p') => Some(Ask::Print(Document::Stay(self.stay))),
            KeyCode::Char('k') => return self.moves(Move::Up, &parts),
            KeyCode::Char('j') => return self.moves(Move::Down, &parts),
            _ => match Move::of(key) {
                Some(to) => return self.moves(to, &parts),
                None => return Outcome::Ignored,
            },
        };
        ask.map_or(Outcome::Stayed, |ask| Outcome::Asks(vec![ask]))
    }

    fn go(&mut self, part: Option<Part>) -> Outcome<Vec<Ask>> {
        self.on = part.or(self.on);
        Outcome::Stayed
    }

    fn moves(&mut self, to: Move, parts: &[Part]) -> Outcome<Vec<Ask>> {
        let at = to.from(self.at(parts), parts.len().saturating_sub(1), PAGE);
        self.go(parts.get(at).copied())
    }

    /// Draws it over the whole area.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let file = match &self.known {
            Known::File(file) => file,
            Known::NotYet => return say("register-loading", area, buf, cx),
            Known::Gone => return say("store-gone", area, buf, cx),
        };
        let inner = dialog::open(&said::words(cx).title(&file.stay), area, buf, cx.look);
        let parts = self.parts(cx);
        let on = parts.get(self.at(&parts)).copied();
        let team = cx.may(Right::Prepare);
        let foot = cx.t(if team { "stay-foot" } else { "stay-foot-reader" });
        parts::draw(rows(file, &parts, cx), on, &foot, inner, buf, cx.look)
    }
}

/// The rows of the page, under their headings.
fn rows(file: &StayFile, parts: &[Part], cx: &Cx) -> Vec<PartRow<Part>> {
    let mut rows = vec![PartRow { part: Some(Part::Stay), lines: said::stay(&file.stay, cx) }];
    let (tasks, rest): (Vec<Part>, Vec<Part>) =
        parts[1..].iter().partition(|part| matches!(part, Part::Task(_) | Part::NoTask | Part::Settled));
    let (papers, rest): (Vec<Part>, Vec<Part>) =
        rest.into_iter().partition(|part| matches!(part, Part::Paper(_) | Part::Checked));
    let (lent, rest): (Vec<Part>, Vec<Part>) = rest.into_iter().partition(|part| matches!(part, Part::Lent(..)));
    let mut group = |heading: Option<(String, Meaning)>, parts: Vec<Part>| {
        if parts.is_empty() {
            return;
        }
        rows.extend(heading.map(|(said, meaning)| PartRow::heading(said, meaning)));
        rows.extend(parts.into_iter().map(|part| PartRow { part: Some(part), lines: said::part(part, file, cx) }));
    };
    group(Some(said::preparation(file, cx)), tasks);
    group(said::papers(file, cx), papers);
    group(Some((cx.t("stay-lent"), Meaning::Strong)), lent);
    group(Some((cx.t("stay-around"), Meaning::Strong)), rest);
    if !file.past.is_empty() {
        rows.push(PartRow::heading(cx.t("stay-past"), Meaning::Strong));
        let past = said::words(cx).past(file).into_iter().map(|line| (line, Meaning::Dim));
        rows.push(PartRow::said(past.collect()));
    }
    rows
}

/// Says one thing in the place of the page.
fn say(id: &str, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
    dialog::open(&cx.t(id), dialog::middle(area, 50, 3), buf, cx.look);
    None
}

/// The status of the doctor of a stay, if it is known.
fn status(stay: &Stay, cx: &Cx) -> Option<DoctorStatus> {
    cx.frame.rota.people.get(stay.doctor).and_then(|doctor| doctor.doctor.status)
}

/// Writes a record of the stay anew, as it was read.
fn rewrite(record: &'static Record, row: &Written, values: Values) -> Ask {
    Ask::on(&Kept::record(record, row), Act::Record(RecordAct::Put(record, Some(row.id), values)))
}

/// Whether the stay is called off: nothing is prepared for it any more.
fn is_off(stay: &Stay) -> bool {
    stay.state == StayState::Cancelled
}

/// Says why nothing is done.
fn tell(id: &'static str) -> Ask {
    Ask::tell(Msg::new(id))
}

#[cfg(test)]
mod tests;
