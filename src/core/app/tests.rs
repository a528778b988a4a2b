//! The program as a function of what has happened: keys and answers in, effects out. No store, no thread, no clock.

use super::*;
use crate::domain::act::{Act, AgendaAct, CentreAct};
use crate::domain::agenda::{Clash, OnClash};
use crate::domain::journal::{Trace, TraceKind};
use crate::domain::message::Mail;
use crate::domain::{ChangeId, EntryId, Pattern, PersonId, StayId};
use crate::protocol::{Deed, FramePage, Page, Query, Table};
use crate::ui::form::stay::StayForm;
use crate::ui::testing::{self, GARNIER, VIDAL, keys};
use crate::ui::{Ask, Tone};

/// Somebody at the desk, whose frame has come.
struct Seat {
    app: App,
    now: Now,
    frame: FramePage,
}

impl Seat {
    fn of(person: PersonId) -> Self {
        Self::at(person, false)
    }

    fn at(person: PersonId, demo: bool) -> Self {
        let testing::Desk { look, frame, now, .. } = testing::Desk::of(person);
        let options = Options {
            lang: Lang::Fr,
            lang_fixed: true,
            look,
            terminals: Theme::Dark,
            desktop: Desktop::Nowhere,
            names: Vec::new(),
            demo,
        };
        let (app, _) = App::new(options, now, (80, 24));
        let mut seat = Self { app, now, frame };
        let opened = seat.deliver(Ticket { slot: Slot::Door, number: 0 }, Reply::Opened { who: Who::is(person), demo });
        seat.framed(&opened);
        seat
    }

    fn update(&mut self, event: Event) -> Vec<Effect> {
        self.app.update(event, self.now)
    }

    fn deliver(&mut self, ticket: Ticket, reply: Reply) -> Vec<Effect> {
        self.update(Event::Delivered(ticket, reply))
    }

    /// Answers the frame that was asked for.
    fn framed(&mut self, asked: &[Effect]) -> Vec<Effect> {
        let frame = Page::Frame(Box::new(self.frame.clone()));
        self.deliver(ticket(asked, Slot::Frame), Reply::Page(frame))
    }

    fn keys(&mut self, script: &str) -> Vec<Effect> {
        keys(script).into_iter().flat_map(|key| self.update(Event::Key(key))).collect()
    }

    fn ask(&mut self, ask: Ask) -> Vec<Effect> {
        self.app.perform(vec![ask])
    }

    fn desk(&mut self) -> &mut Desk {
        match &mut self.app.state {
            State::Desk(desk) => desk,
            State::Start(_) => panic!("nobody is at the desk"),
        }
    }

    fn notice(&self) -> Option<(&str, Tone)> {
        self.app.notice.as_ref().map(|notice| (notice.msg.id.as_ref(), notice.tone))
    }

    fn said(&self) -> &str {
        self.notice().map_or("", |(id, _)| id)
    }
}

/// The one request of a slot.
#[track_caller]
fn ticket(effects: &[Effect], slot: Slot) -> Ticket {
    let of_slot = |effect: &Effect| match effect {
        Effect::Ask(ticket, _) if ticket.slot == slot => Some(*ticket),
        _ => None,
    };
    let found: Vec<Ticket> = effects.iter().filter_map(of_slot).collect();
    assert_eq!(found.len(), 1, "{slot:?} in {effects:?}");
    found[0]
}

/// Where something is asked for, in its order.
fn slots(effects: &[Effect]) -> Vec<Slot> {
    effects.iter().filter_map(|e| if let Effect::Ask(ticket, _) = e { Some(ticket.slot) } else { None }).collect()
}

fn asks_for(effects: &[Effect], wanted: &Request) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Ask(_, request) if request == wanted))
}

fn saved(said: &'static str) -> Reply {
    Reply::Saved { change: ChangeId(1), said: Msg::new(said), deed: Deed::Act }
}

fn post() -> Ask {
    Ask::act(Act::Centre(CentreAct::AddPost("Poste 2".into(), Pattern::Programmed)))
}

#[test]
fn a_key_goes_to_the_dialog_then_to_the_filter_then_to_the_pane_and_the_desk() {
    let mut seat = Seat::of(GARNIER);
    assert_eq!(slots(&seat.keys("u")), [Slot::Write], "the desk's own");
    // In a dialog the same key is typed.
    seat.ask(Ask::open(crate::ui::form::quick::QuickForm::default()));
    assert_eq!(slots(&seat.keys("u")), [Slot::Draft]);
    // One that works everywhere works over it, and is not typed.
    seat.keys("<f1>");
    assert!(matches!(seat.desk().layers[..], [Layer::Form(_), Layer::Help(_)]));
    seat.keys("<esc><esc>");
    assert!(seat.desk().layers.is_empty());
    // The filter line takes it before the list does.
    seat.ask(Ask::Find(RegisterId::Doctors, String::new()));
    assert!(seat.keys("u").is_empty());
    assert_eq!(seat.desk().filter.as_deref(), Some("u"));
    seat.keys("<enter>");
    assert_eq!(slots(&seat.keys("u")), [Slot::Write]);
    seat.keys("~");
    assert_eq!(seat.notice(), Some(("frame-no-key", Tone::Wrong)));
}

#[test]
fn of_two_answers_for_one_place_the_one_asked_for_last_is_kept() {
    let mut seat = Seat::of(GARNIER);
    let (first, second) = (seat.ask(Ask::Reload), seat.ask(Ask::Reload));
    let named = |seat: &Seat, name: &str| {
        let mut frame = seat.frame.clone();
        frame.centre.name = name.to_owned();
        Reply::Page(Page::Frame(Box::new(frame)))
    };
    let (newer, older) = (named(&seat, "newer"), named(&seat, "older"));
    seat.deliver(ticket(&second, Slot::Frame), newer);
    seat.deliver(ticket(&first, Slot::Frame), older);
    assert_eq!(seat.desk().frame.as_ref().unwrap().centre.name, "newer");
}

#[test]
fn no_write_is_dropped_and_leaving_waits_for_each() {
    let mut seat = Seat::of(GARNIER);
    let (first, second) = (seat.ask(post()), seat.ask(post()));
    assert_eq!(slots(&seat.keys("<C-q>")), [], "two are on their way");
    assert_eq!(slots(&seat.keys("u")), [], "nothing more is taken in");
    let after = seat.deliver(ticket(&second, Slot::Write), saved("second"));
    assert!(!slots(&after).contains(&Slot::Door), "{after:?}");
    let after = seat.deliver(ticket(&first, Slot::Write), Reply::Refused(Msg::new("first")));
    assert_eq!(slots(&after).last(), Some(&Slot::Door));
    assert!(asks_for(&after, &Request::Close(seat.now)));
    assert_eq!(seat.deliver(ticket(&after, Slot::Door), Reply::Closed), [Effect::Quit]);
}

#[test]
fn what_is_typed_is_kept_first_and_the_store_closed_last() {
    let mut seat = Seat::of(GARNIER);
    seat.keys("<C-n>");
    let kept = seat.keys("1");
    let before = ticket(&kept, Slot::Draft);
    // While the first is on its way, the rest waits for its answer: only who the number is known to be is asked.
    let asked = seat.keys("243 INR");
    assert_eq!(slots(&asked), [Slot::Layer, Slot::Layer]);
    assert!(matches!(&asked[1], Effect::Ask(_, Request::Query(Query::Patient(file), ..)) if file == "1243"));
    let after = seat.deliver(before, Reply::DraftSaved("item/quick".into()));
    assert_eq!(slots(&after), [Slot::Draft]);
    let leaving = seat.keys("<C-l>");
    let Effect::Ask(last, Request::SaveDraft(draft, _)) = &leaving[0] else { panic!("{leaving:?}") };
    assert_eq!((draft.raw["line"].as_str(), leaving.len()), ("1243 INR", 1));
    seat.deliver(ticket(&after, Slot::Draft), Reply::DraftSaved("item/quick".into()));
    let closing = seat.deliver(*last, Reply::DraftSaved("item/quick".into()));
    assert!(asks_for(&closing, &Request::Lock(seat.now)), "{closing:?}");
    let locked = seat.deliver(ticket(&closing, Slot::Door), Reply::Closed);
    assert_eq!(locked[0], Effect::BeginAnew(None));
    assert_eq!(seat.app.sight(), Sight::Nothing);
}

#[test]
fn a_desk_that_nobody_touches_locks_as_if_asked_and_loses_nothing() {
    let mut seat = Seat::of(GARNIER);
    seat.keys("<C-n>1243");
    let idle = seat.update(Event::Idle);
    assert_eq!(slots(&idle), [Slot::Draft]);
    assert!(seat.update(Event::StoreChanged).is_empty() && seat.update(Event::Minute).is_empty());
    assert!(seat.app.locks_after().is_none(), "it is locking already");
}

#[test]
fn what_was_done_says_how_it_is_taken_back_once_the_frame_knows() {
    let mut seat = Seat::of(GARNIER);
    let write = seat.ask(post());
    let after = seat.deliver(ticket(&write, Slot::Write), saved("done"));
    assert_eq!(seat.notice(), Some(("done", Tone::Done)));
    seat.frame.undo = Some(Msg::new("done"));
    seat.framed(&after);
    assert_eq!(seat.said(), "frame-saved");
    let undo = seat.keys("<C-z>");
    assert!(matches!(undo[..], [Effect::Ask(_, Request::Undo(..))]));
    let undone = Reply::Saved { change: ChangeId(2), said: Msg::new("undone"), deed: Deed::Undo };
    let after = seat.deliver(ticket(&undo, Slot::Write), undone);
    (seat.frame.undo, seat.frame.redo) = (None, Some(Msg::new("done")));
    seat.framed(&after);
    assert_eq!(seat.said(), "frame-undone");
    let redo = seat.ask(Ask::Redo);
    let redone = Reply::Saved { change: ChangeId(3), said: Msg::new("redone"), deed: Deed::Redo };
    let after = seat.deliver(ticket(&redo, Slot::Write), redone);
    (seat.frame.undo, seat.frame.redo) = (Some(Msg::new("done")), None);
    seat.framed(&after);
    assert_eq!(seat.said(), "frame-saved");
    // What is signed is not offered to be taken back.
    let write = seat.ask(post());
    let signed = Reply::Saved { change: ChangeId(2), said: Msg::new("signed"), deed: Deed::Signed };
    let after = seat.deliver(ticket(&write, Slot::Write), signed);
    seat.frame.undo = Some(Msg::new("signed"));
    seat.framed(&after);
    assert_eq!(seat.said(), "signed");
}

/// A form that is being saved, and the ticket of its write.
fn saving(seat: &mut Seat) -> Ticket {
    let stay = seat.frame.kept_stay(StayId(2)).unwrap();
    seat.ask(Ask::open(StayForm::of(stay)));
    let effects = seat.keys("<C-s>");
    assert!(seat.desk().form().unwrap().saving());
    ticket(&effects, Slot::Write)
}

#[test]
fn a_refused_save_leaves_the_form_open_and_a_committed_one_closes_it() {
    let mut seat = Seat::of(GARNIER);
    let first = saving(&mut seat);
    assert_eq!(slots(&seat.keys("x<esc>")), [], "nothing is typed or closed while it saves");
    seat.deliver(first, Reply::Refused(Msg::new("store-overlap")));
    assert!(!seat.desk().form().unwrap().saving());
    let again = seat.keys("<C-s>");
    seat.deliver(ticket(&again, Slot::Write), saved("done"));
    assert!(seat.desk().layers.is_empty());
}

#[test]
fn a_conflict_reads_what_the_other_desk_saved_and_shows_both() {
    let mut seat = Seat::of(GARNIER);
    let write = saving(&mut seat);
    let after = seat.deliver(write, Reply::Conflict(Table::STAY.row(2), None));
    let theirs = ticket(&after, Slot::Conflict);
    let mut newest = seat.frame.clone();
    newest.revs.insert(Table::STAY.row(2), crate::protocol::Rev(99));
    seat.deliver(theirs, Reply::Page(Page::Frame(Box::new(newest))));
    assert!(matches!(seat.desk().layers[..], [Layer::Form(_), Layer::Conflict(_)]));
    // An act of one key has no form: the sentence says it, the screen is read again.
    let mut seat = Seat::of(GARNIER);
    let write = seat.ask(post());
    let after = seat.deliver(ticket(&write, Slot::Write), Reply::Conflict(Table::POST.row(1), None));
    assert_eq!(seat.notice(), Some(("conflict-act-unknown", Tone::Wrong)));
    assert_eq!(slots(&after)[0], Slot::Frame);
}

#[test]
fn a_clash_is_asked_about_the_write_it_answers() {
    let mut seat = Seat::of(GARNIER);
    let monday = seat.now.day.week().next().monday();
    let entry = |start| crate::domain::agenda::NewEntry {
        kind: crate::domain::agenda::EntryKind::Visit,
        post: Some(testing::POST),
        day: monday,
        to: monday,
        start: Some(start),
        minutes: 40,
        patient: None,
        title: String::new(),
        place: String::new(),
        item: None,
    };
    let edit = |id, start| Ask::act(Act::Agenda(AgendaAct::Edit(EntryId(id), entry(start), OnClash::Ask)));
    let (first, second) = (seat.ask(edit(1, 540)), seat.ask(edit(2, 600)));
    seat.deliver(ticket(&second, Slot::Write), saved("moved"));
    let [Effect::Ask(_, Request::Write(write, ..))] = &first[..] else { panic!("{first:?}") };
    seat.deliver(ticket(&first, Slot::Write), Reply::Clash(vec![Clash::NoDoctor], write.clone()));
    let again = seat.keys("d");
    let Effect::Ask(_, Request::Write(write, ..)) = &again[0] else { panic!("{again:?}") };
    assert_eq!(write.act, Act::Agenda(AgendaAct::Edit(EntryId(1), entry(540), OnClash::Keep)));
}

#[test]
fn what_finds_no_centre_open_is_said_at_the_desk_and_not_to_who_signs_in_next() {
    let mut seat = Seat::of(GARNIER);
    let write = seat.ask(post());
    seat.deliver(ticket(&write, Slot::Write), Reply::NotOpen);
    assert_eq!(seat.notice(), Some(("backend-closed", Tone::Wrong)));
    let mut seat = Seat::of(GARNIER);
    let late = seat.ask(post());
    let other = seat.ask(post());
    seat.deliver(ticket(&other, Slot::Write), Reply::KeyChanged);
    assert!(!seat.app.is_unlocked());
    let before = seat.notice().map(|(id, tone)| (id.to_owned(), tone));
    assert_eq!(seat.deliver(ticket(&late, Slot::Write), Reply::NotOpen), []);
    assert_eq!(seat.notice().map(|(id, tone)| (id.to_owned(), tone)), before);
}

#[test]
fn another_person_sits_down_in_the_fictional_centre_only() {
    let mut seat = Seat::at(GARNIER, true);
    let effects = seat.ask(Ask::Become(VIDAL));
    assert!(asks_for(&effects, &Request::Query(Query::Frame, Who::is(VIDAL), seat.now)));
    assert_eq!(seat.app.sight(), Sight::Desk(Who::is(VIDAL)));
    let mut seat = Seat::of(GARNIER);
    assert!(seat.ask(Ask::Become(VIDAL)).is_empty());
    assert_eq!(seat.app.sight(), Sight::Desk(Who::is(GARNIER)));
}

#[test]
fn ctrl_c_says_how_to_leave_and_does_not() {
    let mut seat = Seat::of(GARNIER);
    assert!(seat.keys("<C-c>").is_empty());
    assert_eq!((seat.notice(), seat.app.is_unlocked()), (Some(("frame-ctrl-c", Tone::Told)), true));
}

#[test]
fn a_key_draws_everything_anew_and_another_leaves_the_mouse() {
    for script in ["", "0", "<C-n>", "<f1>"] {
        let mut seat = Seat::of(GARNIER);
        seat.keys(script);
        assert_eq!(seat.keys("<f5>"), [Effect::Redraw], "{script}");
        assert_eq!(seat.keys("<f9>"), [Effect::Mouse(Mouse::Left)], "{script}");
        assert_eq!(seat.said(), "frame-mouse-left");
        assert_eq!(seat.keys("<f9>"), [Effect::Mouse(Mouse::Taken)], "{script}");
    }
    let (mut app, _) = App::new(
        Options {
            lang: Lang::Fr,
            lang_fixed: true,
            look: Look::default(),
            terminals: Theme::Dark,
            desktop: Desktop::Nowhere,
            names: Vec::new(),
            demo: false,
        },
        Seat::of(GARNIER).now,
        (80, 24),
    );
    let now = app.now;
    assert_eq!(app.update(Event::Key(KeyCode::F(5).into()), now), [Effect::Redraw], "before sign-in");
}

#[test]
fn in_a_window_that_is_too_small_one_locks_or_leaves_and_nothing_else() {
    let with_a_form = || {
        let mut seat = Seat::of(GARNIER);
        let asked = seat.keys("<C-n>");
        seat.deliver(ticket(&asked, Slot::Drafts), Reply::Page(Page::Drafts(Vec::new())));
        seat
    };
    let mut seat = with_a_form();
    seat.update(Event::Resize(79, 24));
    assert_eq!(seat.keys("1243<tab>INR<C-s>"), [], "nobody sees what is typed");
    assert_eq!(seat.update(Event::Paste("INR".into())), []);
    let form = seat.desk().form().map(|form| form.changed());
    assert_eq!(form, Some(false));
    assert!(!seat.keys("<C-l>").is_empty());
    let mut seat = with_a_form();
    assert!(!seat.keys("1243").is_empty(), "large enough, what is typed is kept");
}

#[test]
fn colours_are_chosen_at_once_and_kept_for_the_desk() {
    let mut seat = Seat::of(GARNIER);
    assert_eq!(seat.app.look.theme, None, "a terminal without colours stays so");
    seat.ask(Ask::Theme(Some(Theme::Light)));
    assert_eq!(seat.app.look.theme, None);
    seat.app.look.theme = Some(Theme::Dark);
    let asked = seat.ask(Ask::Theme(Some(Theme::Contrast)));
    assert_eq!(seat.app.look.theme, Some(Theme::Contrast));
    assert_eq!(asked, [Effect::Ask(ticket(&asked, Slot::Once), Request::KeepTheme("contraste"))]);
    seat.app.terminals = Theme::Light;
    let asked = seat.ask(Ask::Theme(None));
    assert_eq!(seat.app.look.theme, Some(Theme::Light), "what goes with the terminal");
    assert_eq!(asked, [Effect::Ask(ticket(&asked, Slot::Once), Request::KeepTheme("auto"))]);
}

#[test]
fn a_message_opens_where_there_is_a_desktop_and_is_copied_where_there_is_none() {
    let mut seat = Seat::of(GARNIER);
    let mail = Mail { to: "a@b.fr".into(), subject: "S49".into(), body: "Bonjour".into() };
    let trace = |kind, asked: &[Effect], seat: &Seat| {
        let request = Request::Trace(Trace::of(kind), Who::is(GARNIER), seat.app.now);
        Effect::Ask(ticket(asked, Slot::Once), request)
    };
    let asked = seat.ask(Ask::Mail(mail.clone()));
    assert_eq!(asked, [Effect::Copy(mail.text()), trace(TraceKind::Clipboard, &asked, &seat)]);
    assert_eq!(seat.app.notice.as_ref().map(|n| n.msg.id.as_ref()), Some("frame-mail-copied"));
    seat.app.desktop = Desktop::Around;
    let asked = seat.ask(Ask::Mail(mail.clone()));
    assert_eq!(asked, [Effect::Open(mail.uri()), trace(TraceKind::Mail, &asked, &seat)]);
    let asked = seat.ask(Ask::Copy("05 55".into()));
    assert_eq!(asked, [Effect::Copy("05 55".into()), trace(TraceKind::Clipboard, &asked, &seat)]);
}
