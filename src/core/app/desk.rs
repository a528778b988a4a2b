//! The desk once somebody has signed in: tabs, registers, dialogs.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{App, Effect, State, is_movement, screen, start};
use crate::domain::left_draft::{gravity, says_something};
use crate::domain::{Day, Gravity, Msg, Now, Rota};
use crate::protocol::{Draft, FramePage, Past, Raw, Row};
use crate::ui::form::quick::QuickForm;
use crate::ui::layer::Layer;
use crate::ui::register::{Planning, Register};
use crate::ui::tab::{BriefingTab, StatisticsTab, TransmissionTab, WeekTab};
use crate::ui::{
    Action, Ask, Cx, Look, Notice, Outcome, Pane, RegisterId, Scope, Session, TabId, frame, keymap, rights,
};
use crate::words::Words;

/// The desk of a signed-in person. Locking drops it whole.
#[derive(Debug)]
pub struct Desk {
    pub(super) session: Session,
    pub(super) frame: Option<Box<FramePage>>,
    pub(super) tab: TabId,
    pub(super) week: WeekTab,
    pub(super) briefing: BriefingTab,
    pub(super) transmission: TransmissionTab,
    pub(super) statistics: StatisticsTab,
    /// The week is on the screen because somebody went into a figure: Esc comes out again.
    pub(super) drilled: bool,
    /// A register, full screen over the tab.
    pub(super) register: Option<(RegisterId, Register)>,
    /// The planning as it was left: it opens where one was.
    pub(super) planning: Planning,
    /// The search one went to what is shown from: Esc comes back to it.
    pub(super) searched: Option<(RegisterId, Register)>,
    /// Keys go to the last one.
    pub(super) layers: Vec<Layer>,
    /// The filter line, while it has the keys.
    pub(super) filter: Option<String>,
    /// The alert `!` goes to next.
    pub(super) next_alert: usize,
    /// The last draft sent to be kept, and whether its answer is still awaited.
    pub(super) draft_sent: Option<Raw>,
    pub(super) draft_waits: bool,
    /// Forms that were closed while their draft is on its way, by the number it was sent with: should it not be
    /// kept, the form is there again.
    pub(super) aside: Vec<(u64, Layer)>,
    /// The row of a save that came second, and the change that came first.
    pub(super) conflict: Option<(Row, Option<Past>)>,
}

impl Desk {
    /// A desk that waits for its first page.
    #[must_use]
    pub fn new(session: Session) -> Self {
        Self {
            session,
            frame: None,
            tab: TabId::Week,
            week: WeekTab::default(),
            briefing: BriefingTab::default(),
            transmission: TransmissionTab::default(),
            statistics: StatisticsTab::default(),
            drilled: false,
            register: None,
            planning: Planning::default(),
            searched: None,
            layers: Vec::new(),
            filter: None,
            next_alert: 0,
            draft_sent: None,
            draft_waits: false,
            aside: Vec::new(),
            conflict: None,
        }
    }

    /// The tab or register that fills the screen.
    pub(super) fn pane(&self) -> &dyn Pane {
        match (&self.register, self.tab) {
            (Some((_, register)), _) => register.pane(),
            (None, TabId::Week) => &self.week,
            (None, TabId::Briefing) => &self.briefing,
            (None, TabId::Transmission) => &self.transmission,
            (None, TabId::Statistics) => &self.statistics,
        }
    }

    pub(super) fn pane_mut(&mut self) -> &mut dyn Pane {
        match (&mut self.register, self.tab) {
            (Some((_, register)), _) => register.pane_mut(),
            (None, TabId::Week) => &mut self.week,
            (None, TabId::Briefing) => &mut self.briefing,
            (None, TabId::Transmission) => &mut self.transmission,
            (None, TabId::Statistics) => &mut self.statistics,
        }
    }

    /// The day from which on the rota is to be read, where what is on the screen reaches back further than usual.
    pub(super) fn since(&self, cx: &Cx) -> Option<Day> {
        let boxed = self.layers.iter().any(|layer| matches!(layer, Layer::Goto(_))).then_some(Day(i32::MIN));
        self.pane().since(cx).into_iter().chain(boxed).min().filter(|day| *day < Rota::near(cx.now.day))
    }

    /// Opens a register; the planning where one was.
    pub(super) fn open_register(&mut self, id: RegisterId) {
        let register = match id {
            RegisterId::Planning => Register::Planning(self.planning.clone()),
            _ => Register::open(id),
        };
        self.register = Some((id, register));
    }

    /// Before another screen takes its place: where one is in the planning.
    pub(super) fn leave_register(&mut self) {
        if let Some((_, Register::Planning(planning))) = &self.register {
            self.planning = planning.left();
        }
    }

    /// The tab to mark in the header; none while a register is open.
    pub(super) fn shown_tab(&self) -> Option<TabId> {
        self.register.is_none().then_some(self.tab)
    }

    /// The open form, if it is the top dialog.
    pub(super) fn form(&mut self) -> Option<&mut crate::ui::form::FormLayer> {
        match self.layers.last_mut() {
            Some(Layer::Form(form)) => Some(form),
            _ => None,
        }
    }

    /// The form that is open, perhaps with help or a question over it.
    pub(super) fn open_form(&mut self) -> Option<&mut crate::ui::form::FormLayer> {
        self.layers.iter_mut().rev().find_map(|layer| match layer {
            Layer::Form(form) => Some(&mut **form),
            _ => None,
        })
    }

    /// Whether something urgent was typed here and not transmitted: in the open form, or kept before.
    pub(super) fn leaves_urgent(&self, draft: Option<&Draft>) -> bool {
        let typed = draft.is_some_and(|d| gravity(&d.key, &d.raw, None) == Gravity::Urgent && says_something(&d.raw));
        typed || self.frame.as_ref().is_some_and(|frame| frame.desk.urgent_draft)
    }

    /// What a form holds that has not been handed on, if it keeps drafts.
    pub(super) fn draft(&mut self, now: Now) -> Option<Draft> {
        // Help or a question may stand over it.
        let form = self.open_form()?;
        // What is being saved is its own draft, deleted with the save: kept again, it would come back.
        if !form.changed() || form.saving() || form.is_empty() {
            return None;
        }
        Some(Draft { key: form.draft_key()?, raw: form.raw(), at: now.at })
    }

    /// What is done about the draft of the open form as one leaves it: kept, or forgotten where all was emptied.
    pub(super) fn leaves(&mut self, now: Now) -> Option<Ask> {
        if let Some(draft) = self.draft(now) {
            return Some(Ask::SaveDraft(draft));
        }
        let sent = self.draft_sent.is_some();
        let form = self.open_form()?;
        let gone = form.is_empty() && !form.saving() && (form.is_restored() || sent);
        form.draft_key().filter(|_| gone).map(Ask::DropDraft)
    }

    pub(super) fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        parts: &CxParts,
        notice: Option<&Notice>,
    ) -> Option<(u16, u16)> {
        let Some(page) = &self.frame else { return None };
        let cx = parts.cx(page);
        let (head, body, foot) = frame::parts(area);
        frame::header(head, buf, &cx, self.shown_tab());
        let shown = self.pane();
        let selected = shown.draw(body, buf, &cx);
        let cursor = self.filter.as_ref().map(|typed| frame::filter(foot, buf, &cx, typed));
        let mut at = cursor.or(selected);
        for layer in &self.layers {
            at = layer.draw(body, buf, &cx);
        }
        // Last: a long sentence takes a row of whatever is above it.
        if cursor.is_none() {
            // A dialog has its own keys, written in it: those of the screen below would not work.
            let hints = match self.layers.last() {
                None => shown.hints(&cx),
                Some(Layer::Thread(thread)) if shown.selected_item() == Some(thread.item()) => {
                    on_page(shown.item_acts(&cx))
                }
                Some(_) => Vec::new(),
            };
            let free = self.layers.is_empty() && !shown.holds();
            frame::footer(foot, buf, &cx, shown.scope(), free, &hints, notice);
        }
        at
    }
}

impl App {
    /// Runs something that reads the context and may change the desk.
    pub(super) fn with_desk<T>(&mut self, run: impl FnOnce(&mut Desk, &FramePage, &CxParts) -> T) -> Option<T> {
        let State::Desk(desk) = &mut self.state else { return None };
        let page = desk.frame.take()?;
        let parts = CxParts::of(desk.session, &self.words, &self.look, self.now, self.size);
        let out = run(desk, &page, &parts);
        desk.frame = Some(page);
        Some(out)
    }

    pub(super) fn desk_key(&mut self, key: &KeyEvent) -> Vec<Effect> {
        if let Some(effects) = self.filter_key(key) {
            return effects;
        }
        let outcome = self.with_desk(|desk, page, parts| {
            let cx = parts.cx(page);
            desk.layers.last_mut().map(|layer| layer.key(key, &cx))
        });
        match outcome {
            None => return self.everywhere(key),
            Some(None) => {}
            Some(Some(outcome)) => return self.layer_outcome(outcome, key),
        }
        let action = self.with_desk(|desk, page, parts| {
            let cx = parts.cx(page);
            let scopes = [desk.pane().scope(), Scope::Desk, Scope::Everywhere];
            let mut found = keymap::lookup(key, &scopes).peekable();
            let first = found.peek().copied();
            let free = found.find(|a| a.is_desks() || desk.pane().can(*a, &cx));
            free.ok_or_else(|| refusal(first, key, desk.pane(), &cx))
        });
        match action {
            Some(Ok(action)) => self.act(action),
            Some(Err(why)) => {
                self.notice = why.map(Notice::wrong);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn say(&mut self, id: &'static str) -> Vec<Effect> {
        self.notice = Some(Notice::wrong(Msg::new(id)));
        Vec::new()
    }

    /// A key that a dialog does not know. What only reads, and the Menu, give way to the tabs and commands of the desk;
    /// what holds something typed or a question says that it comes first.
    pub(super) fn desks_key(&mut self, key: &KeyEvent) -> Vec<Effect> {
        if keymap::lookup(key, &[Scope::Everywhere]).next().is_some() {
            return self.everywhere(key);
        }
        let wanted = keymap::lookup(key, &[Scope::Desk]).find(|action| action.is_desks() && *action != Action::Back);
        let State::Desk(desk) = &mut self.state else { return Vec::new() };
        let Some(action) = wanted else { return Vec::new() };
        let gives_way = |layer: &Layer| match layer {
            Layer::Thread(_)
            | Layer::Help(_)
            | Layer::Told(_)
            | Layer::Candidates(_)
            | Layer::Volunteer(_)
            | Layer::Stay(_)
            | Layer::Asset(_)
            | Layer::Round(_)
            | Layer::ToTell(_) => true,
            Layer::Choose(list) => list.is_beside_tabs(),
            _ => false,
        };
        if desk.layers.iter().all(gives_way) {
            // What is read stays open while something is undone.
            if !matches!(action, Action::Undo | Action::Redo) {
                desk.layers.clear();
            }
            return self.act(action);
        }
        let form = matches!(desk.layers.last(), Some(Layer::Form(_)));
        self.say(if form { "frame-form-first" } else { "frame-dialog-first" })
    }

    /// Keys that work on every screen and in every dialog.
    pub(super) fn everywhere(&mut self, key: &KeyEvent) -> Vec<Effect> {
        match keymap::lookup(key, &[Scope::Everywhere]).next() {
            Some(action) => self.act(action),
            None => Vec::new(),
        }
    }

    /// What a dialog's answer means for the stack.
    pub(super) fn layer_outcome(&mut self, outcome: Outcome<Vec<Ask>>, key: &KeyEvent) -> Vec<Effect> {
        let now = self.now;
        let State::Desk(desk) = &mut self.state else { return Vec::new() };
        match outcome {
            Outcome::Ignored if matches!(desk.layers.last(), Some(Layer::Thread(_))) => self.thread_key(key),
            Outcome::Ignored if desk.form().is_some_and(|form| form.in_text()) => self.text_key(key),
            Outcome::Ignored => self.desks_key(key),
            Outcome::Stayed => self.keep_draft(),
            Outcome::Asks(asks) => self.perform(asks),
            Outcome::Cancelled => {
                let left = if desk.form().is_some() { desk.leaves(now) } else { None };
                let said = desk.form().map_or("frame-draft-kept", |form| form.draft_said());
                let closed = desk.layers.pop();
                if matches!(closed, Some(Layer::Clash(_))) && desk.form().is_none() {
                    return self.clash_given_up();
                }
                let State::Desk(desk) = &mut self.state else { return Vec::new() };
                desk.draft_sent = None;
                match left {
                    Some(ask) => {
                        let said = if matches!(ask, Ask::DropDraft(_)) { "frame-draft-empty" } else { said };
                        self.notice = Some(Notice::done(Msg::new(said)));
                        let mut effects = self.perform(vec![ask]);
                        let number = self.next;
                        if let State::Desk(desk) = &mut self.state {
                            desk.aside.extend(closed.map(|layer| (number, layer)));
                        }
                        effects.extend(self.reload());
                        effects
                    }
                    None => Vec::new(),
                }
            }
            Outcome::Done(asks) => {
                let waits = asks.iter().any(|a| matches!(a, Ask::Save(_) | Ask::Request(_)));
                // The draft goes first, whole: should the save be refused or cut off, it is there.
                let draft = desk.draft(now).filter(|draft| waits && desk.draft_sent.as_ref() != Some(&draft.raw));
                match desk.layers.last_mut() {
                    // The form stays until the store has answered: nothing typed is lost.
                    Some(Layer::Form(form)) if waits => form.set_saving(true),
                    Some(Layer::Clash(_)) if waits => {
                        desk.layers.pop();
                        if let Some(form) = desk.form() {
                            form.set_saving(true);
                        }
                    }
                    _ => {
                        desk.layers.pop();
                    }
                }
                let asks = draft.map(Ask::SaveDraft).into_iter().chain(asks).collect();
                self.perform(asks)
            }
        }
    }

    /// From the view of a whole point, the acts of the screen it was opened from, if they are about it.
    fn thread_key(&mut self, key: &KeyEvent) -> Vec<Effect> {
        let action = self.with_desk(|desk, page, parts| {
            let Some(Layer::Thread(thread)) = desk.layers.last() else { return None };
            let cx = parts.cx(page);
            let pane = desk.pane();
            if pane.selected_item() != Some(thread.item()) {
                return None;
            }
            let acts = pane.item_acts(&cx);
            keymap::lookup(key, &[pane.scope()]).find(|action| acts.contains(action))
        });
        match action.flatten() {
            Some(action) => {
                if let State::Desk(desk) = &mut self.state {
                    desk.layers.pop();
                }
                self.act(action)
            }
            None => self.desks_key(key),
        }
    }

    /// Keeps what is typed, one write at a time, so that a power cut loses at most what was typed
    /// while the last one was on its way.
    pub(super) fn keep_draft(&mut self) -> Vec<Effect> {
        let now = self.now;
        let State::Desk(desk) = &mut self.state else { return Vec::new() };
        if desk.draft_waits {
            return Vec::new();
        }
        let Some(draft) = desk.draft(now) else { return Vec::new() };
        if desk.draft_sent.as_ref() == Some(&draft.raw) {
            return Vec::new();
        }
        desk.draft_sent = Some(draft.raw.clone());
        desk.draft_waits = true;
        self.perform(vec![Ask::SaveDraft(draft)])
    }

    /// Does an action, the desk's own or that of the pane.
    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        if let Some(effects) = self.screen_action(action) {
            return effects;
        }
        let not_yours = self.with_desk(|desk, page, parts| {
            let scope = desk.pane().scope();
            rights::not_yours(action, scope, &parts.cx(page)).filter(|_| action.is_desks())
        });
        if let Some(Some(who_can)) = not_yours {
            self.notice = Some(Notice::wrong(who_can));
            return Vec::new();
        }
        if let Some(asks) = self.desk_action(action) {
            return self.perform(asks);
        }
        let asks = self.with_desk(|desk, page, parts| {
            let cx = parts.cx(page);
            if desk.pane().can(action, &cx) { desk.pane_mut().act(action, &cx) } else { Vec::new() }
        });
        self.perform(asks.unwrap_or_default())
    }

    /// What the desk itself does on an action; nothing when it is the pane's.
    fn desk_action(&mut self, action: Action) -> Option<Vec<Ask>> {
        let State::Desk(desk) = &mut self.state else { return Some(Vec::new()) };
        if action == Action::Back && desk.drilled && desk.register.is_none() && !desk.pane().holds() {
            return Some(vec![Ask::Goto(crate::ui::Goto::Tab(TabId::Statistics))]);
        }
        if action == Action::Back && desk.register.is_none() && desk.searched.is_some() && !desk.pane().holds() {
            desk.register = desk.searched.take();
            return Some(vec![Ask::Reload]);
        }
        // Esc leaves a register, unless one is inside something there; without one the pane may have
        // something to give up.
        if !action.is_desks() || (action == Action::Back && (desk.register.is_none() || desk.pane().is_inside())) {
            return None;
        }
        if desk.pane().holds() && !matches!(action, Action::Help | Action::Lock | Action::Quit) {
            self.say("frame-held-first");
            return Some(Vec::new());
        }
        Some(match action {
            Action::Tab(tab) => vec![Ask::Goto(crate::ui::Goto::Tab(tab))],
            Action::Menu => vec![Ask::Menu],
            Action::Help => vec![Ask::Help],
            Action::Palette => vec![Ask::Palette],
            Action::GoTo => vec![Ask::GoToBox],
            Action::NewItem => vec![Ask::open(QuickForm::default())],
            Action::Lock => vec![Ask::Lock],
            Action::Quit => vec![Ask::Quit],
            Action::Undo => vec![Ask::Undo],
            Action::Redo => vec![Ask::Redo],
            Action::NextAlert => self.alert_asks(),
            Action::Print => self.print_asks(),
            Action::Find => {
                if desk.register.is_none() {
                    desk.register = Some((RegisterId::Find, Register::open(RegisterId::Find)));
                    desk.searched = None;
                }
                desk.filter = Some(String::new());
                vec![Ask::Reload]
            }
            Action::Back if desk.register.is_some() => {
                desk.leave_register();
                desk.register = desk.searched.take();
                vec![Ask::Reload]
            }
            _ => Vec::new(),
        })
    }
}

/// The parts of a context beside the frame's page.
pub(super) struct CxParts<'a> {
    pub words: &'a Words,
    pub look: &'a Look,
    pub session: Session,
    pub now: Now,
    pub area: Rect,
}

impl<'a> CxParts<'a> {
    /// At the desk.
    pub fn of(session: Session, words: &'a Words, look: &'a Look, now: Now, size: (u16, u16)) -> Self {
        Self { words, look, session, now, area: frame::parts(screen(size)).1 }
    }

    /// Before somebody has signed in, and while a centre is being made.
    pub const fn nobodys(words: &'a Words, look: &'a Look, now: Now, size: (u16, u16)) -> Self {
        Self { words, look, session: start::session(), now, area: screen(size) }
    }

    pub fn cx<'b>(&'b self, frame: &'b FramePage) -> Cx<'b> {
        Cx { words: self.words, look: self.look, frame, session: &self.session, now: self.now, area: self.area }
    }
}

/// The acts of a point in the order of its own page: whether it is the right patient is seen there.
fn on_page(mut acts: Vec<Action>) -> Vec<Action> {
    if let Some(at) = acts.iter().position(|act| *act == Action::WrongPatient) {
        let act = acts.remove(at);
        acts.insert(2.min(acts.len()), act);
    }
    acts
}

/// Why a key does nothing here, and which do; nothing for a key that stands for no sign.
fn refusal(action: Option<Action>, key: &KeyEvent, pane: &dyn Pane, cx: &Cx) -> Option<Msg> {
    let said = |action: Action, scope| cx.t(action.word_in(scope));
    let mut keys: Vec<String> = pane
        .hints(cx)
        .into_iter()
        .chain([Action::Help])
        .filter_map(|action| frame::hint(action, pane.scope(), cx))
        .map(|(key, word)| format!("{key} {word}"))
        .collect();
    // The likeliest, and help.
    keys.drain(3.min(keys.len() - 1)..keys.len() - 1);
    let here = |msg: Msg| Some(msg.with("keys", keys.join(", ")));
    if let Some(action) = action {
        // What only moves says nothing where there is nowhere to go.
        if is_movement(action) {
            return pane.why_not(action, cx).filter(|_| action == Action::Enter);
        }
        let why = pane.why_not(action, cx);
        return why.or_else(|| here(Msg::new("frame-not-here").with("what", said(action, pane.scope()))));
    }
    let KeyCode::Char(sign) = key.code else { return None };
    let tab = [
        (Scope::Week, TabId::Week),
        (Scope::Briefing, TabId::Briefing),
        (Scope::Transmission, TabId::Transmission),
        (Scope::Statistics, TabId::Statistics),
    ];
    let elsewhere = tab.into_iter().find_map(|(scope, tab)| {
        let action = keymap::lookup(key, &[scope]).next().filter(|_| cx.tabs().any(|theirs| theirs == tab))?;
        let (tab, name) = frame::hint(Action::Tab(tab), scope, cx)?;
        Some(Msg::new("frame-other-screen").with("what", said(action, scope)).with("tab", tab).with("screen", name))
    });
    here(elsewhere.unwrap_or_else(|| Msg::new("frame-no-key").with("key", sign.to_string())))
}
