//! What panes and dialogs ask for, carried out.

use super::{App, Asked, Desktop, Effect, Leaving, Resolve, Slot, State};
use crate::domain::act::{Act, CentreAct, StayAct};
use crate::domain::alert::Alert;
use crate::domain::candidate::Hole;
use crate::domain::care::CareList;
use crate::domain::draft::nir;
use crate::domain::journal::{Trace, TraceKind};
use crate::domain::message::Mail;
use crate::domain::record::MEDICAL_BACKUP;
use crate::domain::{Day, Msg, PersonId, Role, Who};
use crate::protocol::{Document, Query, Request, Write};
use crate::ui::form::copies::CopiesForm;
use crate::ui::form::keep_accounts::KeepAccountsForm;
use crate::ui::form::option::OptionForm;
use crate::ui::form::period;
use crate::ui::form::record::RecordForm;
use crate::ui::layer::asset::AssetLayer;
use crate::ui::layer::candidates::CandidatesLayer;
use crate::ui::layer::choose::{Choice, ChooseLayer};
use crate::ui::layer::confirm::ConfirmLayer;
use crate::ui::layer::goto::GotoLayer;
use crate::ui::layer::help::HelpLayer;
use crate::ui::layer::import::ImportLayer;
use crate::ui::layer::import_agenda::AgendaLayer;
use crate::ui::layer::review::ReviewLayer;
use crate::ui::layer::round::RoundLayer;
use crate::ui::layer::stay::StayLayer;
use crate::ui::layer::thread::ThreadLayer;
use crate::ui::layer::to_tell::ToTellLayer;
use crate::ui::layer::told::ToldLayer;
use crate::ui::layer::volunteer::VolunteerLayer;
use crate::ui::layer::{Layer, export, leaflets, menu, noted, snippets, voice, volunteers};
use crate::ui::{Ask, Goto, Notice, RegisterId, TabId, Theme, rights};

/// Days read of the rota beyond those that are shown, when one looks back.
const HALF_A_YEAR: i32 = 182;

impl App {
    /// Carries out what was asked, in its order.
    pub(super) fn perform(&mut self, asks: Vec<Ask>) -> Vec<Effect> {
        asks.into_iter().flat_map(|ask| self.perform_allowed(ask)).collect()
    }

    /// What may not be done is not begun: it is said who can.
    fn perform_allowed(&mut self, ask: Ask) -> Vec<Effect> {
        let right = rights::of_ask(&ask);
        let not_yours = self.with_desk(|_, page, parts| {
            let cx = parts.cx(page);
            (!cx.may(right)).then(|| cx.not_yours(right))
        });
        if let Some(Some(who_can)) = not_yours {
            self.notice = Some(Notice::wrong(who_can));
            return Vec::new();
        }
        self.perform_one(ask)
    }

    fn perform_one(&mut self, ask: Ask) -> Vec<Effect> {
        let Some(who) = self.who() else { return Vec::new() };
        let now = self.now;
        match ask {
            Ask::OpenThread(_)
            | Ask::Candidates(_)
            | Ask::Proposal
            | Ask::ToTell
            | Ask::Volunteer(_)
            | Ask::Stay(_)
            | Ask::Round(..)
            | Ask::Asset(_) => return layer_of(&ask).map(|layer| self.open(layer, who)).unwrap_or_default(),
            Ask::Open(dialog) => return self.open_form(dialog, None, who),
            Ask::OpenAt(dialog, field) => return self.open_form(dialog, Some(field), who),
            Ask::Read { title, text } => self.push(Layer::Told(ToldLayer::new(title, text))),
            Ask::Confirm { question, yes, danger } => {
                self.push(Layer::Confirm(ConfirmLayer { question, yes, danger }));
            }
            Ask::Goto(place) => return self.goto(&place),
            Ask::Reload => return self.reload(),
            Ask::Look => return self.look(),
            Ask::LookUp(file) => return self.look_up(file, who),
            Ask::Find(register, text) => return self.find(register, &text),
            Ask::Save(write) => {
                self.follows = self.follow_up(&write.act);
                return vec![self.ask(Slot::Write, Request::Write(Box::new(write), who, now))];
            }
            Ask::Undo => return vec![self.ask(Slot::Write, Request::Undo(who, now))],
            Ask::Redo => return vec![self.ask(Slot::Write, Request::Redo(who, now))],
            Ask::Revert(change) => return vec![self.ask(Slot::Write, Request::Revert(change, who, now))],
            Ask::SaveDraft(draft) => return vec![self.ask(Slot::Draft, Request::SaveDraft(draft, who))],
            Ask::DropDraft(key) => return vec![self.ask(Slot::Draft, Request::DropDraft(key, who))],
            Ask::Discard => return self.discard(),
            Ask::Say(notice) => self.notice = Some(notice),
            Ask::Print(document) => return vec![self.ask(Slot::Once, Request::Print(document, who, now))],
            Ask::Copy(text) => return self.copy(text, who),
            Ask::Mail(mail) => return self.mail(&mail, who),
            Ask::Voice(doctor) => return self.speak_for(doctor),
            Ask::Become(person) => return self.become_person(person),
            Ask::Review => {
                let review = self.with_desk(|desk, page, parts| desk.transmission.review(&parts.cx(page)));
                if let Some(review) = review.flatten() {
                    self.push(Layer::Review(ReviewLayer::new(review)));
                }
            }
            Ask::PickSnippet => self.push_made(snippets::snippets),
            Ask::Insert(text) => {
                if let State::Desk(desk) = &mut self.state
                    && let Some(form) = desk.form()
                {
                    form.insert(&text);
                }
                return self.keep_draft();
            }
            Ask::PickVoice => self.push_made(voice::doctors),
            Ask::PickPeriod => self.push_made(period::periods),
            Ask::PickTheme => self.push_made(menu::themes),
            Ask::Theme(theme) => return self.choose_theme(theme),
            Ask::PickNoted => self.push_made(noted::kinds),
            Ask::PickExport => self.pick_export(),
            Ask::PickLeaflet => self.push_made(leaflets::leaflets),
            Ask::PickVolunteers(listed) => {
                let (only, known) = *listed;
                self.push_made(|cx| volunteers::choices(&only, &known, cx));
            }
            Ask::PickRota => return vec![self.ask(Slot::Once, Request::ListFiles)],
            Ask::PreviewRota(preview) => self.push(Layer::Import(ImportLayer::rota(*preview))),
            Ask::PickWaiting => return vec![self.ask(Slot::Once, Request::ListWaiting)],
            Ask::PreviewWaiting(preview) => self.push(Layer::Import(ImportLayer::waiting(*preview))),
            Ask::PickAgenda => return vec![self.ask(Slot::Once, Request::ListAgendas)],
            Ask::PreviewAgenda(preview) => self.push(Layer::ImportAgenda(AgendaLayer::new(*preview))),
            Ask::Request(request) => {
                let slot = if keeps(&request) { Slot::Write } else { Slot::Once };
                return vec![self.ask(slot, stamped(request, self.now))];
            }
            Ask::SwitchPerson => self.push_made(menu::people),
            Ask::Menu => self.push_made(menu::menu),
            Ask::Palette => {
                let list = self.with_desk(|desk, page, parts| {
                    let (pane, cx) = (desk.pane(), parts.cx(page));
                    menu::palette(&cx, pane.scope(), |action| pane.offers(action, &cx))
                });
                if let Some(layer) = list {
                    self.push(Layer::Choose(layer));
                }
            }
            Ask::GoToBox => return self.go_to_box(),
            Ask::Help => {
                let (topic, scopes) = self.help();
                let help = HelpLayer::new(topic, scopes);
                if let Some(help) = self.with_desk(|desk, page, parts| desk.explain(help, &parts.cx(page))) {
                    self.push(Layer::Help(help));
                }
            }
            Ask::Do(action) => return self.act(action),
            Ask::Settle(settled) => return self.settle(settled.map(|s| *s)),
            // Only before anybody is at the desk, where `start` takes it.
            Ask::SetUp(_) => {}
            Ask::Lock => return self.leave(Leaving::Lock, Asked::ByKey),
            Ask::Quit => return self.leave(Leaving::Quit, Asked::ByKey),
        }
        Vec::new()
    }

    /// Takes a theme, or the terminal's own, and keeps it for the desk.
    fn choose_theme(&mut self, theme: Option<Theme>) -> Vec<Effect> {
        if self.look.theme.is_some() {
            self.look.theme = Some(theme.unwrap_or(self.terminals));
        }
        vec![self.ask(Slot::Once, Request::KeepTheme(theme.map_or("auto", Theme::name)))]
    }

    /// Opens a register, filtered by a text; without one, what is typed filters it.
    fn find(&mut self, register: RegisterId, text: &str) -> Vec<Effect> {
        let mut effects = self.goto(&Goto::Register(register));
        if let State::Desk(desk) = &mut self.state {
            desk.filter = text.is_empty().then(String::new);
        }
        effects.extend(self.set_filter(text));
        effects
    }

    /// Who acts, once somebody has signed in.
    pub(super) fn who(&self) -> Option<Who> {
        match &self.state {
            State::Desk(desk) => Some(desk.session.who),
            State::Start(_) => None,
        }
    }

    pub(super) fn push(&mut self, layer: Layer) {
        if let State::Desk(desk) = &mut self.state {
            desk.layers.push(layer);
        }
    }

    fn push_made(&mut self, make: impl FnOnce(&crate::ui::Cx) -> ChooseLayer) {
        let list = self.with_desk(|_, page, parts| make(&parts.cx(page)));
        if let Some(layer) = list {
            self.push(Layer::Choose(layer));
        }
    }

    /// Offers what the figures on the screen can be written as.
    fn pick_export(&mut self) {
        let layer = self.with_desk(|desk, page, parts| {
            let cx = parts.cx(page);
            export::formats(desk.statistics.shown(&cx), desk.statistics.code(), &cx)
        });
        if let Some(layer) = layer {
            self.push(Layer::Choose(layer));
        }
    }

    /// Offers the files found, newest first; a path may also be typed.
    pub(super) fn offer_files(
        &mut self,
        files: Vec<std::path::PathBuf>,
        preview: Preview,
        typed: fn(&str) -> Vec<Ask>,
    ) {
        self.push_made(|cx| {
            let choices = files
                .into_iter()
                .map(|path| Choice {
                    label: path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned()),
                    aside: path
                        .parent()
                        .and_then(|p| p.file_name())
                        .map_or_else(String::new, |n| n.to_string_lossy().into_owned()),
                    synonyms: String::new(),
                    asks: vec![Ask::Request(preview(path, cx.now))],
                })
                .collect();
            ChooseLayer::new(cx.t("files-title"), cx.t("files-none"), choices).or_typed(typed)
        });
    }

    fn goto(&mut self, place: &Goto) -> Vec<Effect> {
        let State::Desk(desk) = &mut self.state else { return Vec::new() };
        desk.layers.clear();
        desk.filter = None;
        desk.week.give_up();
        desk.leave_register();
        desk.drilled = matches!(place, Goto::Drill(_));
        let left = desk.register.take_if(|(id, _)| *id == RegisterId::Find);
        desk.searched = left.filter(|_| matches!(place, Goto::Transmission(_) | Goto::Register(_)));
        match *place {
            Goto::Tab(tab) => {
                desk.register = None;
                desk.tab = tab;
            }
            Goto::Week(week) => {
                desk.register = None;
                desk.tab = TabId::Week;
                desk.week.show(week);
            }
            Goto::Day(day) => {
                desk.register = None;
                desk.tab = TabId::Week;
                desk.week.show_day(day);
            }
            Goto::Drill(day) => {
                desk.register = None;
                desk.tab = TabId::Week;
                desk.week.show_day(day);
                self.notice = Some(Notice::told(Msg::new("statistics-drilled")));
            }
            Goto::Period(period) => {
                desk.register = None;
                desk.tab = TabId::Statistics;
                desk.statistics.choose(period);
            }
            Goto::PostDay(post, day) => {
                desk.register = None;
                desk.tab = TabId::Week;
                desk.week.show_day(day);
                desk.week.show_post(post);
            }
            Goto::Entry(entry, post, day, start) => {
                desk.register = None;
                desk.tab = TabId::Week;
                desk.week.show_day(day);
                desk.week.show_entry(entry, start);
                if let Some(post) = post {
                    desk.week.show_post(post);
                }
            }
            Goto::Transmission(stay) => {
                desk.register = None;
                desk.tab = TabId::Transmission;
                desk.transmission.show(stay);
            }
            Goto::Item(item) => {
                let here = desk.pane_mut().select_item(item);
                // What does not wait in the briefing may stand in the handover, where it has its acts.
                if !here
                    && desk.shown_tab() == Some(TabId::Briefing)
                    && crate::ui::Pane::select_item(&mut desk.transmission, item)
                {
                    desk.tab = TabId::Transmission;
                    return self.look();
                }
                return if here { Vec::new() } else { self.perform(vec![Ask::OpenThread(item)]) };
            }
            Goto::Register(id) => desk.open_register(id),
        }
        // The frame is as new as the last change and the last minute: another place asks for what it shows.
        self.look()
    }

    /// Asks again for the frame, and for what is on the screen.
    pub(super) fn reload(&mut self) -> Vec<Effect> {
        let Some(who) = self.who() else { return self.ask_names() };
        let since = self.with_desk(|desk, page, parts| desk.since(&parts.cx(page))).flatten();
        let mut effects = vec![self.ask_frame(since, who)];
        effects.extend(self.reload_pane());
        effects
    }

    fn ask_frame(&mut self, since: Option<Day>, who: Who) -> Effect {
        // Further than asked for, so that one does not ask at each step back.
        let query = since.map_or(Query::Frame, |day| Query::FrameSince(Day(day.0.saturating_sub(HALF_A_YEAR))));
        self.ask(Slot::Frame, Request::Query(query, who, self.now))
    }

    /// What a save is gone on with once it is done: a week that a withdrawal leaves, by who could come instead.
    fn follow_up(&mut self, act: &Act) -> Option<Ask> {
        let Act::Stay(StayAct::Cancel(stay, _) | StayAct::Interrupt { stay, .. }) = act else { return None };
        self.with_desk(|_, page, parts| {
            let cx = parts.cx(page);
            let stay = page.rota.stay(*stay).filter(|s| s.is_confirmed() && s.to >= cx.now.day)?;
            let week = stay.week().max(cx.now.day.week());
            let ask = Ask::Candidates(Hole { post: stay.post, week });
            cx.allows(&ask).then_some(ask)
        })
        .flatten()
    }

    /// Opens a dialog that needs something beside the frame.
    fn open(&mut self, layer: Layer, who: Who) -> Vec<Effect> {
        let query = layer.query();
        self.push(layer);
        let now = self.now;
        query.map(|query| self.ask(Slot::Layer, Request::Query(query, who, now))).into_iter().collect()
    }

    /// Asks who a file number is known to be.
    fn look_up(&mut self, file: String, who: Who) -> Vec<Effect> {
        let now = self.now;
        vec![self.ask(Slot::Layer, Request::Query(Query::Patient(file), who, now))]
    }

    /// Asks for what the pane shows now, and for the years before where the frame does not know them yet.
    fn look(&mut self) -> Vec<Effect> {
        let frame = self.look_back();
        frame.into_iter().chain(self.reload_pane()).collect()
    }

    /// A doctor is gone to by name, whenever they came.
    fn go_to_box(&mut self) -> Vec<Effect> {
        self.push(Layer::Goto(GotoLayer::default()));
        self.look_back().into_iter().collect()
    }

    fn look_back(&mut self) -> Option<Effect> {
        let since = self.with_desk(|desk, page, parts| {
            let unknown = |day: &Day| !page.rota.reaches(*day);
            desk.since(&parts.cx(page)).filter(unknown)
        });
        let since = since.flatten()?;
        self.who().map(|who| self.ask_frame(Some(since), who))
    }

    /// Asks again for what the pane and the open thread show.
    pub(super) fn reload_pane(&mut self) -> Vec<Effect> {
        let Some(who) = self.who() else { return Vec::new() };
        let now = self.now;
        let queries = self.with_desk(|desk, page, parts| {
            let cx = parts.cx(page);
            let thread = desk.layers.iter().rev().find_map(Layer::query);
            (desk.pane().queries(&cx), thread)
        });
        let Some((queries, thread)) = queries else { return Vec::new() };
        let mut effects: Vec<Effect> =
            (0..).zip(queries).map(|(at, query)| self.ask(Slot::Pane(at), Request::Query(query, who, now))).collect();
        effects.extend(thread.map(|query| self.ask(Slot::Layer, Request::Query(query, who, now))));
        effects
    }

    fn speak_for(&mut self, doctor: Option<PersonId>) -> Vec<Effect> {
        let State::Desk(desk) = &mut self.state else { return Vec::new() };
        desk.session.who.dictated_by = doctor;
        desk.briefing = crate::ui::tab::BriefingTab::default();
        desk.transmission = crate::ui::tab::TransmissionTab::default();
        let msg = match (doctor, &desk.frame) {
            (Some(id), Some(frame)) => Msg::new("frame-voice-on").with("doctor", frame.rota.people.short(id)),
            _ => Msg::new("frame-voice-off"),
        };
        self.notice = Some(Notice::done(msg));
        self.reload()
    }

    /// Another person of the fictional centre sits down.
    fn become_person(&mut self, person: PersonId) -> Vec<Effect> {
        let State::Desk(desk) = &mut self.state else { return Vec::new() };
        if !desk.session.demo {
            return Vec::new();
        }
        let mut session = desk.session;
        session.who = Who::is(person);
        **desk = super::Desk::new(session);
        self.reload()
    }

    /// Saves what is open, closes the store, then locks or quits.
    ///
    /// Asked by a key it is said before something is lost or left unseen; the same key again does it anyway.
    pub(super) fn leave(&mut self, how: Leaving, asked: Asked) -> Vec<Effect> {
        let now = self.now;
        let again = self.second.take() == Some(how);
        let State::Desk(desk) = &mut self.state else {
            return if how == Leaving::Quit { vec![Effect::Quit] } else { Vec::new() };
        };
        let draft = desk.draft(now);
        if asked == Asked::ByKey && !again {
            if desk.form().is_some_and(|form| form.holds_unkept()) {
                return self.stay_open(how, nir::refusal());
            }
            if how == Leaving::Quit && desk.leaves_urgent(draft.as_ref()) {
                self.anyway = Some(how);
                self.notice = Some(Notice::wrong(Msg::new("frame-quit-urgent")));
                return Vec::new();
            }
        }
        let left = desk.leaves(now);
        let mut effects = self.perform(left.into_iter().collect());
        self.leaving = Some(how);
        self.resolve = if again || asked == Asked::ByNobody { Resolve::LeaveAnyway } else { Resolve::StayOpen };
        effects.extend(self.close_when_saved());
        effects
    }

    /// Says in the form why it stays open, and that the same key again leaves anyway.
    pub(super) fn stay_open(&mut self, how: Leaving, why: Msg) -> Vec<Effect> {
        self.leaving = None;
        self.anyway = Some(how);
        let id = match how {
            Leaving::Lock => "frame-lock-anyway",
            Leaving::Quit => "frame-quit-anyway",
        };
        let msg = Msg::new(id).with("why", why);
        if let State::Desk(desk) = &mut self.state {
            match desk.open_form() {
                Some(form) => form.refused(msg),
                None => self.notice = Some(Notice::wrong(msg)),
            }
        }
        Vec::new()
    }

    /// Closes the store once nothing is on its way to it any more.
    pub(super) fn close_when_saved(&mut self) -> Option<Effect> {
        if self.leaving.is_none() || self.pending > 0 || self.closing {
            return None;
        }
        self.closing = true;
        let request =
            if self.leaving == Some(Leaving::Lock) { Request::Lock(self.now) } else { Request::Close(self.now) };
        Some(self.ask(Slot::Door, request))
    }

    /// The next alert, at the place where it can be resolved.
    pub(super) fn alert_asks(&mut self) -> Vec<Ask> {
        let State::Desk(desk) = &mut self.state else { return Vec::new() };
        let Some(frame) = &desk.frame else { return Vec::new() };
        if frame.alerts.is_empty() {
            return vec![Ask::tell(Msg::new("frame-no-alert"))];
        }
        let at = desk.next_alert % frame.alerts.len();
        desk.next_alert = at + 1;
        let alert = &frame.alerts[at];
        let said = Ask::tell(
            Msg::new("frame-alert-at")
                .with("at", at + 1)
                .with("count", frame.alerts.len())
                .with("alert", alert.msg(&frame.rota)),
        );
        let go = match alert {
            Alert::Loss(loss) => {
                let note = Write::of(Act::Centre(CentreAct::Loss(loss.known.clone())));
                let question = Msg::new("loss-note").with("loss", loss.msg());
                vec![Ask::Confirm { question, yes: vec![Ask::Save(note)], danger: true }]
            }
            Alert::ReadOnly => vec![],
            Alert::Copy(_) => vec![Ask::open(CopiesForm)],
            // The clock is set outside; what was changed past the program is looked into outside, too.
            Alert::Clock(_) | Alert::Tampered(_) => Vec::new(),
            Alert::Restored => vec![Ask::open(KeepAccountsForm)],
            Alert::RecoveryUnnoted => vec![menu::new_recovery()],
            Alert::RecoveryFile { path, .. } => vec![Ask::Confirm {
                question: Msg::new("recovery-file-ask").with("path", path.as_str()),
                yes: vec![Ask::Request(Request::RecoveryFileGone(path.clone()))],
                danger: true,
            }],
            Alert::Account(_) => vec![Ask::Goto(Goto::Register(RegisterId::Accounts))],
            Alert::Withdrawal(stay) => {
                let found = frame.rota.stay(*stay).map(|s| Goto::PostDay(s.post, s.from));
                found.map(Ask::Goto).into_iter().collect()
            }
            Alert::NoBackup(days) => {
                let preset = [("from_day", days.from.into()), ("to_day", days.to.into())].into_iter().collect();
                vec![Ask::open(RecordForm::new(&MEDICAL_BACKUP, None).on(preset, &[]))]
            }
            Alert::OptionSoon(stay) | Alert::OptionLapsed(stay) => {
                frame.kept_stay(*stay).map(|on| Ask::open(OptionForm { on })).into_iter().collect()
            }
            Alert::ToClose { stay, day, .. } => {
                let post = frame.rota.stay(*stay).map(|s| s.post);
                vec![Ask::Goto(post.map_or(Goto::Day(*day), |post| Goto::PostDay(post, *day)))]
            }
            Alert::Unsigned(stay) => vec![Ask::Goto(Goto::Transmission(*stay))],
            Alert::LeftDraft(_) => vec![Ask::Goto(Goto::Register(RegisterId::LeftDrafts))],
            Alert::TasksLate { stay, .. } | Alert::CatchUp { stay, .. } | Alert::KeyOut { stay, .. } => {
                vec![Ask::Stay(*stay)]
            }
            Alert::FollowUpsLost(_) => vec![Ask::Goto(Goto::Register(RegisterId::Care(CareList::FollowUps)))],
            Alert::ToTell { .. } => vec![Ask::ToTell],
            Alert::ToCall { hole, .. } => vec![Ask::Candidates(*hole)],
            Alert::UrgentUnanswered(item)
            | Alert::Question(item)
            | Alert::Returned(item)
            | Alert::RoleEmpty(item, _)
            | Alert::ToDecide(item)
            | Alert::Difference(item)
            | Alert::ResultLate(item)
            | Alert::Unreached(item)
            | Alert::Overdue(item) => vec![Ask::Goto(Goto::Tab(TabId::Briefing)), Ask::Goto(Goto::Item(*item))],
        };
        go.into_iter().chain([said]).collect()
    }

    /// The sheet of what is on the screen.
    pub(super) fn print_asks(&mut self) -> Vec<Ask> {
        self.with_desk(|desk, page, parts| {
            let cx = parts.cx(page);
            match desk.shown_tab() {
                Some(TabId::Statistics) => return vec![Ask::PickExport],
                Some(TabId::Week) => return vec![Ask::PickLeaflet],
                _ => {}
            }
            if let Some(ask) = desk.pane().takes_out(&cx) {
                return vec![ask];
            }
            if matches!(desk.register, Some((RegisterId::Booklet, _))) {
                return vec![Ask::Print(Document::Booklet)];
            }
            if matches!(desk.register, Some((RegisterId::Sequels, _))) {
                return vec![Ask::Print(Document::Sequels)];
            }
            let document = match desk.shown_tab() {
                Some(TabId::Briefing) => Some(Document::Briefing(cx.reader())),
                Some(TabId::Transmission) => desk.transmission.stay(&cx).map(|stay| Document::Handover(stay.id)),
                _ => None,
            };
            // Never another screen's sheet: patients would be on it.
            document.map_or_else(
                || vec![Ask::Say(Notice::wrong(Msg::new("frame-no-sheet")))],
                |document| vec![Ask::Print(document)],
            )
        })
        .unwrap_or_default()
    }

    /// Where the desk opens after sign-in: what waits for this person comes first.
    pub(super) fn landing(&mut self) {
        let tab = self.with_desk(|_, page, parts| {
            let cx = parts.cx(page);
            let rota = &page.rota;
            let today = cx.now.day;
            if let Some(stay) = cx.my_stay() {
                return if rota.due_day(stay) == today && !rota.is_signed(stay.id) {
                    TabId::Transmission
                } else if !rota.takeovers.contains_key(&stay.id) && !rota.has_left(stay, today) {
                    TabId::Briefing
                } else {
                    TabId::Week
                };
            }
            let waits = cx.author().is_some_and(|p| {
                p.role != Role::Doctor
                    && (!page.alerts.is_empty()
                        || page.followed.iter().any(|(holder, count)| {
                            *count > 0
                                && match holder {
                                    crate::domain::Holder::Person(id) => *id == p.id,
                                    crate::domain::Holder::Role(role) => rota.stands_for(p, *role, today),
                                }
                        }))
            });
            if waits { TabId::Briefing } else { TabId::Week }
        });
        // Else the first one in which there is something for them.
        let tab = self.with_desk(|_, page, parts| {
            let cx = parts.cx(page);
            tab.filter(|tab| cx.tabs().any(|theirs| theirs == *tab)).or_else(|| cx.tabs().next())
        });
        if let (Some(Some(tab)), State::Desk(desk)) = (tab, &mut self.state) {
            desk.tab = tab;
        }
    }

    /// Right after sign-in, what the coordination should put in order; gone at the next key.
    pub(super) fn remind(&mut self) {
        let alone = self.with_desk(|_, page, parts| {
            parts.cx(page).is_coordination() && page.one_coordination_account(parts.now.day)
        });
        if alone == Some(true) && self.notice.is_none() {
            self.notice = Some(Notice::told(Msg::new("frame-one-account")));
        }
        let clock = self.with_desk(|_, page, _| {
            page.alerts.iter().find_map(|alert| match alert {
                Alert::Clock(why) => Some(why.clone()),
                Alert::Tampered(_) => Some(alert.msg(&page.rota)),
                _ => None,
            })
        });
        if let Some(why) = clock.flatten() {
            self.notice = Some(Notice::wrong(why));
        }
    }
}

impl App {
    /// Takes a text to the clipboard.
    fn copy(&mut self, text: String, who: Who) -> Vec<Effect> {
        self.notice = Some(Notice::done(Msg::new("frame-copied")));
        let trace = Request::Trace(Trace::of(TraceKind::Clipboard), who, self.now);
        vec![Effect::Copy(text), self.ask(Slot::Once, trace)]
    }

    /// Hands a message to the mail program of the desktop; without one, its address and its text are copied.
    fn mail(&mut self, mail: &Mail, who: Who) -> Vec<Effect> {
        let (said, kind, effect) = if self.desktop == Desktop::Around {
            ("frame-mail-opened", TraceKind::Mail, Effect::Open(mail.uri()))
        } else {
            ("frame-mail-copied", TraceKind::Clipboard, Effect::Copy(mail.text()))
        };
        self.notice = Some(Notice::done(Msg::new(said)));
        vec![effect, self.ask(Slot::Once, Request::Trace(Trace::of(kind), who, self.now))]
    }
}

/// The dialog that something asks for which needs more than the frame.
fn layer_of(ask: &Ask) -> Option<Layer> {
    Some(match ask {
        Ask::OpenThread(item) => Layer::Thread(Box::new(ThreadLayer::open(*item))),
        Ask::Candidates(hole) => Layer::Candidates(Box::new(CandidatesLayer::new(*hole))),
        Ask::Volunteer(doctor) => Layer::Volunteer(Box::new(VolunteerLayer::new(*doctor))),
        Ask::Stay(stay) => Layer::Stay(Box::new(StayLayer::new(*stay))),
        Ask::Round(stay, day) => Layer::Round(Box::new(RoundLayer::new(*stay, *day))),
        Ask::Asset(asset) => Layer::Asset(Box::new(AssetLayer::new(*asset))),
        Ask::Proposal => Layer::Proposal(Box::default()),
        Ask::ToTell => Layer::ToTell(ToTellLayer::default()),
        _ => return None,
    })
}

/// What asks for the preview of a file.
pub(super) type Preview = fn(std::path::PathBuf, crate::domain::Now) -> Request;

/// A path typed instead of chosen.
pub(super) fn typed_rota(text: &str) -> Vec<Ask> {
    vec![Ask::Request(Request::PreviewRota(text.trim().into(), crate::domain::Stamp(0).into()))]
}

/// Whether the request writes: locking and quitting wait for it.
const fn keeps(request: &Request) -> bool {
    matches!(
        request,
        Request::AddAccount { .. }
            | Request::RenameAccount { .. }
            | Request::EndAccount(..)
            | Request::OpenAccount(..)
            | Request::ConfirmAccount(..)
            | Request::CopyTo { .. }
            | Request::ResetPassphrase { .. }
            | Request::KeepAccounts { .. }
            | Request::NewRecovery(_)
            | Request::RecoveryNoted(_)
            | Request::GiveUpRecovery
            | Request::WriteRecovery(_)
            | Request::RecoveryFileGone(_)
    )
}

/// The same of a waiting list.
pub(super) fn typed_waiting(text: &str) -> Vec<Ask> {
    vec![Ask::Request(Request::PreviewWaiting(text.trim().into(), crate::domain::Stamp(0).into()))]
}

/// The same of an agenda.
pub(super) fn typed_agenda(text: &str) -> Vec<Ask> {
    vec![Ask::Request(Request::PreviewAgenda(text.trim().into(), crate::domain::Stamp(0).into()))]
}

/// The request with the present moment, where it carries one.
fn stamped(request: Request, now: crate::domain::Now) -> Request {
    match request {
        Request::PreviewRota(path, _) => Request::PreviewRota(path, now),
        Request::EndAccount(account, _) => Request::EndAccount(account, now),
        Request::NewRecovery(_) => Request::NewRecovery(now),
        Request::OpenAccount(account, _) => Request::OpenAccount(account, now),
        Request::ConfirmAccount(account, _) => Request::ConfirmAccount(account, now),
        Request::PreviewAgenda(path, _) => Request::PreviewAgenda(path, now),
        Request::PreviewWaiting(path, _) => Request::PreviewWaiting(path, now),
        other => other,
    }
}
