//! Answers, put where they belong.

use super::ask::{typed_agenda, typed_rota, typed_waiting};
use super::{App, Desk, Effect, Leaving, Slot, Start, State, Ticket};
use crate::domain::{Msg, Trouble, Who};
use crate::protocol::{Deed, Page, Reply, Request, SignInName, ToNote};
use crate::ui::form::keep_accounts::KeepAccountsForm;
use crate::ui::layer::Layer;
use crate::ui::layer::clash::ClashLayer;
use crate::ui::layer::recovery::RecoveryCard;
use crate::ui::{Ask, Notice, Session, Tone};
use crate::words::{Lang, Words};

impl App {
    /// Takes an answer; an older one of a slot that was asked again is dropped.
    pub(super) fn deliver(&mut self, ticket: Ticket, reply: Reply) -> Vec<Effect> {
        let mut effects = self.delivered(ticket, reply);
        effects.extend(self.close_when_saved());
        effects
    }

    fn delivered(&mut self, ticket: Ticket, reply: Reply) -> Vec<Effect> {
        match ticket.slot {
            Slot::Write | Slot::Draft => self.pending = self.pending.saturating_sub(1),
            slot if slot.keeps_newest() && self.asked.get(&slot) != Some(&ticket.number) => return Vec::new(),
            _ => {}
        }
        match reply {
            Reply::Opened { who, demo } => self.opened(who, demo),
            // The first frame asks for its recovery key, as after each sign-in until it is noted.
            Reply::Created { who, name, recovery: _ } => {
                self.names.push(name);
                self.opened(who, false)
            }
            Reply::RecoveryNoted(said) => {
                // What comes next is more worth a line than what was just done.
                self.notice = None;
                self.remind();
                self.notice.get_or_insert(Notice::done(said));
                self.reload()
            }
            Reply::Recovery(shown) => {
                self.show_recovery(shown);
                Vec::new()
            }
            Reply::Page(page) => self.page(ticket.slot, page),
            Reply::Saved { said, deed, .. } => self.saved(said, deed),
            Reply::Conflict(row, last) => self.conflict(row, last.map(|past| *past)),
            Reply::Refused(msg) | Reply::Failed(Trouble { msg, .. }) => self.not_done(ticket, msg),
            // Asked before the store was closed: whoever signs in asks anew.
            Reply::NotOpen if matches!(self.state, State::Start(_)) => Vec::new(),
            Reply::NotOpen => self.not_done(ticket, Msg::new("backend-closed")),
            Reply::Clash(found, write) => match ClashLayer::new(found, *write) {
                Some(layer) => self.clash(layer),
                None => self.refused(Msg::new("frame-clash")),
            },
            Reply::WrongPassphrase => {
                if let State::Start(start) = &mut self.state {
                    start.wrong();
                }
                Vec::new()
            }
            Reply::DraftSaved(_) => {
                if let State::Desk(desk) = &mut self.state {
                    desk.draft_waits = false;
                    desk.aside.retain(|(number, _)| *number != ticket.number);
                }
                // While one leaves, what was typed is on its way already.
                if self.leaving.is_some() { Vec::new() } else { self.keep_draft() }
            }
            Reply::Rota(preview) => self.perform(vec![Ask::PreviewRota(Box::new(preview))]),
            Reply::Files(files) => {
                self.offer_files(files, Request::PreviewRota, typed_rota);
                Vec::new()
            }
            Reply::Waiting(preview) => self.perform(vec![Ask::PreviewWaiting(preview)]),
            Reply::WaitingFiles(files) => {
                self.offer_files(files, Request::PreviewWaiting, typed_waiting);
                Vec::new()
            }
            Reply::Agenda(preview) => self.perform(vec![Ask::PreviewAgenda(preview)]),
            Reply::Agendas(files) => {
                self.offer_files(files, Request::PreviewAgenda, typed_agenda);
                Vec::new()
            }
            Reply::Printed(path) => {
                // A sheet is for the printer, figures for another program.
                let is_sheet = path.extension().is_some_and(|end| end == "pdf");
                let msg = if is_sheet { Msg::new("frame-printed") } else { Msg::new("frame-exported") };
                let msg = msg.with("path", path.display().to_string());
                self.notice = Some(Notice::done(msg));
                Vec::new()
            }
            Reply::AccountAdded(account) => {
                self.close_saving_form();
                let msg = Msg::new("frame-account-added").with("name", account.label.clone());
                self.notice = Some(Notice::done(msg));
                self.names.push(crate::protocol::SignInName { id: account.id, label: account.label });
                self.reload()
            }
            Reply::Done(msg) => {
                self.close_saving_form();
                self.notice = Some(Notice::done(msg));
                self.reload()
            }
            Reply::Names(names) => {
                self.take_names(names);
                Vec::new()
            }
            Reply::Copied { said, bad } => {
                self.notice = Some(Notice { msg: said, tone: if bad { Tone::Wrong } else { Tone::Done } });
                self.reload()
            }
            Reply::KeyChanged => self.key_changed(),
            Reply::AccountClosed => self.sent_away(),
            Reply::Changed => self.reload(),
            Reply::Unchanged | Reply::Traced => Vec::new(),
            Reply::Closed => self.left(),
        }
    }

    /// Somebody sits down at the desk.
    pub(super) fn opened(&mut self, who: Who, demo: bool) -> Vec<Effect> {
        (self.notice, self.follows) = (None, None);
        self.state = State::Desk(Box::new(Desk::new(Session { who, demo })));
        self.reload()
    }

    /// The store is closed: nothing of it may stay in memory.
    fn left(&mut self) -> Vec<Effect> {
        let demo = matches!(&self.state, State::Desk(desk) if desk.session.demo);
        // The last sentence said may name a doctor or a point.
        let parting = self.parting.take();
        let lost = std::mem::take(&mut self.lost).then(|| Notice::wrong(Msg::new("start-text-lost")));
        self.notice = lost.or(parting);
        self.closing = false;
        match self.leaving.take() {
            Some(Leaving::Quit) => vec![Effect::Quit],
            Some(Leaving::Lock) | None => {
                let start = if demo { Start::LockedDemo } else { Start::first(&self.names) };
                self.state = State::Start(Box::new(start));
                // The fictional centre has nothing to hide.
                if demo { Vec::new() } else { self.begin_anew() }
            }
        }
    }

    /// The account was closed at another desk: what is being written is kept, then this one locks and says why.
    fn sent_away(&mut self) -> Vec<Effect> {
        if self.leaving.is_some() || !self.is_unlocked() {
            return Vec::new();
        }
        self.parting = Some(Notice::wrong(Msg::new("start-account-closed")));
        self.leave(Leaving::Lock, super::Asked::ByNobody)
    }

    /// Another desk has changed the key of the centre: this one has been closed, and says why.
    fn key_changed(&mut self) -> Vec<Effect> {
        self.pending = 0;
        self.closing = false;
        self.said = None;
        if self.leaving.take() == Some(Leaving::Quit) {
            return vec![Effect::Quit];
        }
        self.state = State::Start(Box::new(Start::first(&self.names)));
        self.notice = Some(Notice::wrong(Msg::new("start-key-changed")));
        self.begin_anew()
    }

    /// The sign-in, by the program begun anew; should that fail, by this one.
    fn begin_anew(&mut self) -> Vec<Effect> {
        let mut effects = vec![Effect::BeginAnew(self.notice.as_ref().map(|notice| notice.msg.clone()))];
        effects.extend(self.ask_names());
        effects
    }

    /// Asks who may sign in: another desk may have added an account.
    pub(super) fn ask_names(&mut self) -> Vec<Effect> {
        match &self.state {
            State::Start(start) if start.is_sign_in() => vec![self.ask(Slot::Once, Request::Names)],
            _ => Vec::new(),
        }
    }

    fn take_names(&mut self, names: Vec<SignInName>) {
        if names.is_empty() {
            return;
        }
        if let State::Start(start) = &mut self.state {
            start.set_names(&names);
        }
        self.names = names;
    }

    fn page(&mut self, slot: Slot, page: Page) -> Vec<Effect> {
        let State::Desk(desk) = &mut self.state else { return Vec::new() };
        match (slot, page) {
            (Slot::Frame, Page::Frame(frame)) => {
                let first = desk.frame.is_none();
                if let (false, Some(lang)) = (self.lang_fixed, Lang::of(&frame.centre.lang))
                    && lang != self.words.lang()
                {
                    self.words = Words::new(lang).on(self.now.day);
                }
                desk.frame = Some(frame);
                self.tell_undo();
                if first {
                    self.landing();
                    self.remind();
                }
                if !first {
                    return Vec::new();
                }
                let mut effects = self.reload_pane();
                effects.extend(self.what_waits());
                effects
            }
            (Slot::Pane(_), page) => {
                self.with_desk(|desk, frame, parts| {
                    let cx = parts.cx(frame);
                    desk.pane_mut().receive(&page, &cx);
                    desk.refresh_review(&cx);
                });
                Vec::new()
            }
            (Slot::Conflict, page) => self.theirs(&page),
            (Slot::Layer, page) => {
                self.with_desk(|desk, frame, parts| {
                    for layer in &mut desk.layers {
                        layer.receive(&page, &parts.cx(frame));
                    }
                });
                Vec::new()
            }
            (Slot::Drafts, Page::Drafts(drafts)) => {
                let asks = self.with_desk(|desk, frame, parts| {
                    let cx = parts.cx(frame);
                    desk.form().map(|form| form.receive_drafts(drafts, &cx))
                });
                self.perform(asks.flatten().unwrap_or_default())
            }
            _ => Vec::new(),
        }
    }

    /// Adds to what was just said how to take it back, once the frame tells whether one can: what is
    /// signed cannot, and what was undone is done again by another key.
    fn tell_undo(&mut self) {
        let (Some((said, deed)), State::Desk(desk)) = (self.said.take(), &self.state) else { return };
        let (Some(frame), Some(notice)) = (&desk.frame, &mut self.notice) else { return };
        if notice.msg != said {
            return;
        }
        match deed {
            Deed::Redo => notice.msg = Msg::new("frame-saved").with("said", said),
            Deed::Act if frame.undo.as_ref() == Some(&said) => notice.msg = Msg::new("frame-saved").with("said", said),
            Deed::Undo if frame.redo.is_some() => notice.msg = Msg::new("frame-undone").with("said", said),
            // What is signed is not undone: no key is offered that would undo something else.
            Deed::Act | Deed::Undo | Deed::Signed => {}
        }
    }

    /// After sign-in, what the coordination is asked before anything else: who keeps an account in a restored centre,
    /// and over it the recovery key that is still to be noted.
    fn what_waits(&mut self) -> Vec<Effect> {
        let asked = self.with_desk(|_, page, parts| {
            (!parts.session.demo && parts.cx(page).is_coordination()).then_some(page.desk.restored)
        });
        let Some(restored) = asked.flatten() else { return Vec::new() };
        let mut effects = if restored { self.perform(vec![Ask::open(KeepAccountsForm)]) } else { Vec::new() };
        effects.push(self.ask(Slot::Once, Request::Recovery));
        effects
    }

    fn show_recovery(&mut self, shown: ToNote) {
        if let State::Desk(desk) = &mut self.state
            && !desk.layers.iter().any(|layer| matches!(layer, Layer::Recovery(_)))
        {
            desk.layers.push(Layer::Recovery(Box::new(RecoveryCard::new(shown))));
        }
    }

    /// A write is committed: its form closes, what is on the screen is read again.
    fn saved(&mut self, said: Msg, deed: Deed) -> Vec<Effect> {
        self.close_saving_form();
        self.notice = Some(Notice::done(said.clone()));
        self.said = Some((said, deed));
        let mut effects = self.reload();
        if let Some(ask) = self.follows.take() {
            effects.extend(self.perform(vec![ask]));
        }
        effects
    }

    /// What was typed could not be kept: its form stays open, or is there again, and says why.
    fn not_kept(&mut self, ticket: Ticket, why: Msg) -> Vec<Effect> {
        let State::Desk(desk) = &mut self.state else { return Vec::new() };
        desk.draft_waits = false;
        desk.draft_sent = None;
        let back = desk.aside.iter().position(|(number, _)| *number == ticket.number).map(|at| desk.aside.remove(at).1);
        let was_closed = back.is_some();
        desk.layers.extend(back);
        match self.leaving {
            Some(_) if self.resolve == super::Resolve::LeaveAnyway => {
                self.lost = true;
                Vec::new()
            }
            Some(how) => self.stay_open(how, why),
            None => {
                let msg = Msg::new("frame-kept-not").with("why", why);
                self.notice = Some(Notice::wrong(msg.clone()));
                match desk.open_form() {
                    // Its save is on its way, and has an answer of its own.
                    Some(form) if form.saving() => {}
                    Some(form) => form.refused(msg),
                    None => {}
                }
                if was_closed { self.reload() } else { Vec::new() }
            }
        }
    }

    /// Nothing was written: the clashes are named over the form, which keeps what was typed.
    fn clash(&mut self, layer: ClashLayer) -> Vec<Effect> {
        // What was typed is kept as a draft; nothing stays on the screen of who leaves.
        if self.leaving.is_some() {
            return Vec::new();
        }
        if let State::Desk(desk) = &mut self.state {
            if let Some(form) = desk.form() {
                form.set_saving(false);
            }
            desk.layers.push(Layer::Clash(layer));
        }
        self.reload()
    }

    fn close_saving_form(&mut self) {
        let State::Desk(desk) = &mut self.state else { return };
        if desk.form().is_some_and(|form| form.saving()) {
            desk.layers.pop();
            desk.draft_sent = None;
        }
    }

    fn not_done(&mut self, ticket: Ticket, why: Msg) -> Vec<Effect> {
        match ticket.slot {
            Slot::Draft => return self.not_kept(ticket, why),
            // A close that failed must not leave the desk deaf.
            Slot::Door => {
                self.leaving = None;
                self.closing = false;
            }
            _ => {}
        }
        self.refused(why)
    }

    /// Nothing was written: said in the form, which keeps what was typed, or in the status line.
    pub(super) fn refused(&mut self, msg: Msg) -> Vec<Effect> {
        self.follows = None;
        match &mut self.state {
            State::Start(start) => {
                if start.refused(&msg) {
                    return Vec::new();
                }
            }
            State::Desk(desk) => {
                desk.conflict = None;
                if let Some(form) = desk.form().filter(|form| form.saving()) {
                    form.set_saving(false);
                    form.refused(msg);
                    return self.reload();
                }
            }
        }
        self.notice = Some(Notice::wrong(msg));
        self.reload()
    }
}
