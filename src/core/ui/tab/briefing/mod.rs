//! The Briefing: what the arriving doctor, or a member of the team, finds to read and to answer.
//!
//! Holds what is selected and which pane has the keys; what is shown comes from the store. What may
//! be done is decided here once, in `can`, for the footer and the keys alike.

mod act;
mod draw;
mod due;
mod greet;
mod marks;
mod since;
mod why;

pub(super) use greet::coordinator;

use act::may_take;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::briefing::{Briefing, Entry, Reader, Section, days_left};
use crate::domain::rights::Right;
use crate::domain::today::{Due, DueId, When};
use crate::domain::{Answer, Day, Gravity, ItemId, Msg, Rota};
use crate::protocol::{Page, Query};
use crate::ui::form::item::ItemForm;
use crate::ui::point;
use crate::ui::widget::list;
use crate::ui::{Action, Ask, Cx, Goto, Pane, RegisterId, Scope};

/// A card of the right-hand pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Card {
    /// The notes and addenda of the handover that is taken over.
    Notes,
    Point(ItemId),
    /// Something to do beside the points.
    Due(DueId),
    /// What a short stay folds away.
    Rest,
    /// Since the reader's last stay.
    Since,
    /// What became of a point of that stay.
    Became(ItemId),
}

/// A row of the left-hand pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Section(Section),
    /// What is to be done beside the points, by when.
    Due(When),
    Notes,
    Since,
    /// How points ended, to be told to those who left.
    Sequels,
    /// What those who have left never transmitted.
    Drafts,
    Booklet,
    Directory,
}

/// What is under the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Under {
    Row(Row),
    Card(Card),
}

/// The pane that has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Side {
    Sections,
    #[default]
    Points,
}

/// The Briefing tab.
#[derive(Debug, Default)]
pub struct BriefingTab {
    page: Option<Briefing>,
    selected: Option<Card>,
    row: Option<Row>,
    side: Side,
    /// Whether a short stay's folded points are shown.
    unfolded: bool,
    /// Whether it is read by somebody who reads no point: the head office.
    no_points: bool,
}

impl BriefingTab {
    /// The tab before its first answer.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The page, if it is that of whoever sits at the desk now.
    fn page(&self, cx: &Cx) -> Option<&Briefing> {
        self.page.as_ref().filter(|p| p.reader == cx.reader())
    }

    fn cards(&self) -> Vec<Card> {
        let Some(page) = &self.page else { return Vec::new() };
        // What is to be done comes after what presses most of the points.
        let (first, rest): (Vec<&Entry>, Vec<&Entry>) = page.entries.iter().partition(|e| is_first(e.section));
        let card = |entry: &Entry| Card::Point(entry.thread.item.id);
        let due = page.due.iter().map(|due| Card::Due(due.id()));
        let points = first.into_iter().map(card).chain(due).chain(rest.into_iter().map(card));
        if let Some(kept) = self.kept(page) {
            return points.take(kept).chain([Card::Rest]).collect();
        }
        let notes = has_notes(page).then_some(Card::Notes);
        let since = page.since.iter().filter(|s| !s.points.is_empty());
        let since = since
            .flat_map(|s| [Card::Since].into_iter().chain(s.points.iter().map(|b| Card::Became(b.thread.item.id))));
        notes.into_iter().chain(points).chain(since).collect()
    }

    /// How many points of a short stay are shown in full, while the rest is folded.
    fn kept(&self, page: &Briefing) -> Option<usize> {
        page.on_one_screen().filter(|_| !self.unfolded)
    }

    fn rows(&self) -> Vec<Row> {
        let Some(page) = &self.page else { return vec![Row::Booklet, Row::Directory] };
        let team = matches!(page.reader, Reader::Team(_));
        let due = When::ALL.into_iter().filter(|when| page.due.iter().any(|due| due.when == *when)).map(Row::Due);
        if self.no_points {
            return due.collect();
        }
        // What is not there every week takes a row only when there is something in it.
        let always = |section: Section| match section {
            Section::ToUnblock => team,
            Section::New | Section::Back | Section::PutOff | Section::Differences | Section::Relays => false,
            _ => true,
        };
        let there = |section: &Section| always(*section) || page.entries.iter().any(|e| e.section == *section);
        let (first, rest): (Vec<Section>, Vec<Section>) =
            Section::ALL.into_iter().filter(there).partition(|section| is_first(*section));
        let sections = first.into_iter().map(Row::Section).chain(due).chain(rest.into_iter().map(Row::Section));
        let notes = has_notes(page).then_some(Row::Notes);
        let since = page.since.as_ref().filter(|s| !s.points.is_empty()).map(|_| Row::Since);
        let sequels = (page.to_tell > 0).then_some(Row::Sequels);
        let drafts = (page.left_drafts > 0).then_some(Row::Drafts);
        sections.chain(drafts).chain(notes).chain(since).chain(sequels).chain([Row::Booklet, Row::Directory]).collect()
    }

    /// What is to be done, where that is selected.
    fn due(&self) -> Option<&Due> {
        let Some(Card::Due(id)) = self.selected else { return None };
        self.page.as_ref()?.due.iter().find(|due| due.id() == id)
    }

    fn entry(&self) -> Option<&Entry> {
        let Some(Card::Point(id)) = self.selected else { return None };
        self.page.as_ref()?.entries.iter().find(|e| e.thread.item.id == id)
    }

    /// Whether the reader may answer and say words today: a doctor from the stay's first day to the signature.
    fn may_answer(&self, cx: &Cx) -> bool {
        self.page(cx).is_some_and(|page| match &page.stay {
            Some(stay) => cx.now.day >= stay.from && !cx.frame.rota.has_left(stay, cx.now.day),
            None => matches!(page.reader, Reader::Team(_)),
        })
    }

    /// Goes where a row of the left-hand pane leads.
    fn enter(&mut self, cx: &Cx) -> Vec<Ask> {
        if self.side == Side::Sections {
            match self.row_at() {
                Some(Row::Booklet) => return vec![Ask::Goto(Goto::Register(RegisterId::Booklet))],
                Some(Row::Directory) => return vec![Ask::Goto(Goto::Register(RegisterId::Directory))],
                Some(Row::Drafts) => return vec![Ask::Goto(Goto::Register(RegisterId::LeftDrafts))],
                Some(Row::Sequels) => return vec![Ask::Goto(Goto::Register(RegisterId::Sequels))],
                _ => self.side = Side::Points,
            }
            return Vec::new();
        }
        match self.selected {
            Some(Card::Point(id) | Card::Became(id)) => vec![Ask::OpenThread(id)],
            Some(Card::Due(_)) => self.due().and_then(|due| due::open(due, cx)).into_iter().collect(),
            Some(Card::Rest) => {
                let kept = self.cards().len() - 1;
                self.unfolded = true;
                let next = self.page.as_ref().and_then(|p| p.entries.get(kept));
                self.selected = next.map(|e| Card::Point(e.thread.item.id));
                Vec::new()
            }
            Some(Card::Notes) => {
                let handover = self.page.as_ref().and_then(|p| p.handover.as_ref());
                handover.map(|h| Ask::Goto(Goto::Transmission(h.stay))).into_iter().collect()
            }
            Some(Card::Since) | None => Vec::new(),
        }
    }

    fn row_at(&self) -> Option<Row> {
        let rows = self.rows();
        rows.get(list::position(&rows, self.row)).copied()
    }

    /// Moves in the pane that has the keys; a section takes the points along.
    fn step(&mut self, action: Action) -> bool {
        if self.side == Side::Points {
            return list::step(&self.cards(), &mut self.selected, action.movement(), 3);
        }
        let rows = self.rows();
        let moved = list::step(&rows, &mut self.row, action.movement(), rows.len());
        if moved {
            self.follow_row();
        }
        moved
    }

    /// Takes the points along to where the row of the left-hand pane is about.
    fn follow_row(&mut self) {
        let card = match self.row {
            Some(Row::Section(section)) => {
                let mut entries = self.page.iter().flat_map(|p| &p.entries);
                entries.find(|e| e.section == section).map(|e| Card::Point(e.thread.item.id))
            }
            Some(Row::Due(when)) => {
                let mut due = self.page.iter().flat_map(|p| &p.due);
                due.find(|due| due.when == when).map(|due| Card::Due(due.id()))
            }
            Some(Row::Notes) => Some(Card::Notes),
            Some(Row::Since) => Some(Card::Since),
            _ => None,
        };
        if let Some(card) = card {
            self.go(card);
        }
    }

    /// Puts the selection on a card; what was folded is unfolded for it.
    fn go(&mut self, card: Card) {
        self.unfolded |= !self.cards().contains(&card);
        self.selected = Some(card);
    }
}

impl Pane for BriefingTab {
    fn scope(&self) -> Scope {
        Scope::Briefing
    }

    fn queries(&self, cx: &Cx) -> Vec<Query> {
        vec![Query::Briefing(cx.reader())]
    }

    /// Of a stay that is long over, the one before it too.
    fn since(&self, cx: &Cx) -> Option<Day> {
        cx.my_stay().filter(|s| s.to < Rota::near(cx.now.day)).map(|_| Day(i32::MIN))
    }

    fn receive(&mut self, page: &Page, cx: &Cx) {
        let Page::Briefing(briefing) = page else { return };
        if briefing.reader != cx.reader() {
            return;
        }
        let other = self.page.as_ref().is_none_or(|p| p.reader != briefing.reader);
        // A point that is gone gives way to the one that now stands where it stood.
        let at = list::position(&self.cards(), self.selected);
        let put_off = |tab: &Self| tab.entry().map(|e| e.put_off.is_some());
        let before = put_off(self);
        self.page = Some((**briefing).clone());
        self.no_points = !cx.may(Right::ReadPoints);
        self.unfolded &= !other;
        let cards = self.cards();
        if other || self.selected.is_none_or(|s| !cards.contains(&s)) {
            let of = |wanted: fn(&&Card) -> bool| cards.iter().find(wanted).copied();
            let first = of(|card| matches!(card, Card::Point(_))).or(of(|card| matches!(card, Card::Due(_))));
            self.selected = if other { first } else { cards.get(at).or(cards.last()).copied() };
            self.selected = self.selected.or(cards.first().copied());
        } else if before == Some(false) && put_off(self) == Some(true) {
            // What was just put off goes down the page; one reads on where one was.
            self.selected = cards.get(at).copied();
        }
    }

    fn can(&self, action: Action, cx: &Cx) -> bool {
        let Some(page) = self.page(cx) else {
            return matches!(action, Action::Booklet | Action::Directory)
                || action == Action::Voice && point::next_voice(None, cx).is_some();
        };
        let doctor = page.stay.is_some();
        // The keys of a point act where it is seen to be chosen.
        let here = self.side == Side::Points;
        let own = self.entry().filter(|e| here && e.aside.is_none());
        let on_entry = |test: &dyn Fn(&Entry) -> bool| self.may_answer(cx) && own.is_some_and(test);
        let answer = |e: &Entry| e.answer.as_ref().map(|r| r.answer);
        let has_word = |e: &Entry| !doctor || e.said || e.answer.is_some();
        match action {
            _ if action.movement().is_some() => self.side == Side::Sections || self.cards().len() > 1,
            Action::OtherPane => true,
            Action::Booklet | Action::Directory => cx.may(Right::ReadPlace),
            Action::Left => self.side == Side::Points,
            Action::Right | Action::Back => self.side == Side::Sections,
            Action::Enter if here && self.due().is_some() => {
                self.due().and_then(|due| due::open(due, cx)).is_some_and(|ask| cx.allows(&ask))
            }
            Action::Enter => self.side == Side::Sections || !matches!(self.selected, None | Some(Card::Since)),
            Action::ReadNext if self.due().is_some() => {
                here && self.due().and_then(|due| due::settle(due, cx)).is_some_and(|ask| cx.allows(&ask))
            }
            Action::PutOff if self.due().is_some() => {
                here && self.due().and_then(|due| due::put_off(due, cx)).is_some_and(|ask| cx.allows(&ask))
            }
            Action::ReadNext => here && self.may_answer(cx) && page.waiting().next().is_some(),
            Action::Take => on_entry(&|e| {
                may_take(e, cx) && answer(e) != Some(Answer::Taken) && (!e.said || answer(e) == Some(Answer::Returned))
            }),
            Action::Question => {
                let asks = doctor || !cx.is_coordination();
                asks && on_entry(&|e| e.thread.open_question().is_none())
            }
            Action::Return => doctor && on_entry(&|e| answer(e) != Some(Answer::Returned)),
            Action::PutOff => on_entry(&|e| {
                let left = page.stay.as_ref().map(|s| days_left(s, &cx.frame.rota, cx.now));
                e.waits() && e.thread.head().gravity != Gravity::Urgent && left.is_some_and(|days| !days.is_empty())
            }),
            // Also once signed: who leaves wants to know.
            Action::Sequel => doctor && own.is_some(),
            Action::Complete => on_entry(&|e| has_word(e) || act::answers_question(e, cx)),
            Action::Finish | Action::Address => on_entry(&has_word),
            Action::Differ => doctor && on_entry(&has_word),
            // Also on a point that is not the reader's to answer.
            Action::Settle => {
                here && self.may_answer(cx) && self.entry().is_some_and(|e| point::may_settle(&e.thread, cx))
            }
            // Whoever takes the call notes it, whoever sees it is the wrong patient says so, whether the point is theirs
            // yet or not.
            Action::Step | Action::WrongPatient => on_entry(&|e| e.thread.item.patient.is_some()),
            Action::TakeOver => doctor && !page.taken_over && self.may_answer(cx),
            Action::Add => self.may_answer(cx) && cx.may(Right::Points),
            Action::Voice => point::next_voice(None, cx).is_some(),
            _ => false,
        }
    }

    fn why_not(&self, action: Action, cx: &Cx) -> Option<Msg> {
        self.why(action, cx)
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Vec<Ask> {
        if !self.can(action, cx) || self.step(action) {
            return Vec::new();
        }
        match action {
            Action::OtherPane => {
                self.side = if self.side == Side::Points { Side::Sections } else { Side::Points };
                Vec::new()
            }
            Action::Left => {
                self.side = Side::Sections;
                Vec::new()
            }
            Action::Back => {
                self.side = Side::Points;
                Vec::new()
            }
            Action::Enter | Action::Right => self.enter(cx),
            Action::ReadNext if self.due().is_some() => {
                self.due().and_then(|due| due::settle(due, cx)).into_iter().collect()
            }
            Action::PutOff if self.due().is_some() => {
                self.due().and_then(|due| due::put_off(due, cx)).into_iter().collect()
            }
            Action::ReadNext => self.read_next(cx),
            Action::TakeOver => self.take_over(cx),
            Action::Add => vec![Ask::open(ItemForm::default())],
            Action::Booklet => vec![Ask::Goto(Goto::Register(RegisterId::Booklet))],
            Action::Directory => vec![Ask::Goto(Goto::Register(RegisterId::Directory))],
            Action::Voice => point::next_voice(None, cx).into_iter().collect(),
            _ => self.open(action, cx),
        }
    }

    /// A click selects; on the card that is selected already it opens, as Enter does.
    fn click(&mut self, column: u16, row: u16, area: Rect, cx: &Cx) -> Vec<Ask> {
        match self.under((column, row).into(), area, cx) {
            Some(Under::Row(row)) => {
                self.row = Some(row);
                self.side = Side::Sections;
                self.follow_row();
                self.enter(cx)
            }
            Some(Under::Card(card)) => {
                let again = self.selected == Some(card) && self.side == Side::Points;
                (self.selected, self.side) = (Some(card), Side::Points);
                if again { self.enter(cx) } else { Vec::new() }
            }
            None => Vec::new(),
        }
    }

    fn selected_item(&self) -> Option<ItemId> {
        self.entry().map(|e| e.thread.item.id)
    }

    fn selected_words(&self) -> Vec<&str> {
        self.entry().map_or_else(Vec::new, |e| e.thread.texts())
    }

    fn item_acts(&self, cx: &Cx) -> Vec<Action> {
        draw::ACTS.into_iter().map(|(action, _)| action).filter(|a| self.can(*a, cx)).collect()
    }

    fn select_item(&mut self, item: ItemId) -> bool {
        let here = self.page.as_ref().is_some_and(|p| p.entries.iter().any(|e| e.thread.item.id == item));
        if here {
            self.go(Card::Point(item));
            self.side = Side::Points;
        }
        here
    }

    fn hints(&self, cx: &Cx) -> Vec<Action> {
        let mut hints = match self.side {
            Side::Sections => vec![Action::Enter, Action::Booklet, Action::Directory, Action::OtherPane],
            Side::Points => vec![Action::ReadNext, Action::Enter],
        };
        hints.extend([
            Action::TakeOver,
            Action::Add,
            Action::OtherPane,
            Action::Booklet,
            Action::Directory,
            Action::Voice,
        ]);
        hints.retain(|a| self.can(*a, cx));
        let mut seen = Vec::new();
        hints.retain(|a| {
            !seen.contains(a) && {
                seen.push(*a);
                true
            }
        });
        hints
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        self.draw_tab(area, buf, cx)
    }
}

/// Whether a section stands above what is to be done beside the points.
const fn is_first(section: Section) -> bool {
    matches!(
        section,
        Section::Urgent | Section::New | Section::Back | Section::ToUnblock | Section::Differences | Section::Relays
    )
}

/// Whether the handover that is taken over says anything besides its points.
fn has_notes(page: &Briefing) -> bool {
    page.handover.as_ref().is_some_and(|h| {
        let written = !h.notes.week.trim().is_empty() || !h.notes.next.trim().is_empty();
        written || !h.addenda.is_empty() || !h.reopenings.is_empty()
    })
}

#[cfg(test)]
mod tests;
