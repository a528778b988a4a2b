//! The dialogs as they are used: keys in, acts out.
use expect_test::expect;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::account::AccountForm;
use super::addendum::AddendumForm;
use super::cancel_stay::CancelStayForm;
use super::centre::CentreForm;
use super::contact::ContactForm;
use super::decide::DecideForm;
use super::doctor::DoctorForm;
use super::entry::EntryForm;
use super::finish::FinishForm;
use super::item::ItemForm;
use super::note::NoteForm;
use super::option::OptionForm;
use super::page::PageForm;
use super::post::PostForm;
use super::question::QuestionForm;
use super::record::RecordForm;
use super::return_item::ReturnForm;
use super::set_up_centre::SetUpCentreForm;
use super::set_up_passphrase::SetUpPassphraseForm;
use super::sign::SignForm;
use super::staff::StaffForm;
use super::stay::StayForm;
use super::take::TakeForm;
use super::take_over::TakeOverForm;
use super::word::{AmendForm, WordForm};
use super::*;
use crate::domain::act::{
    Act, CentreAct, HandoverAct, ItemAct, NewContact, NewPage, NewWord, PeopleAct, PlaceAct, RecordAct, StayAct,
};
use crate::domain::agenda::{EntryKind, NewEntry};
use crate::domain::place::Chapter;
use crate::domain::record::{CLOSURE, SOLICITATION};
use crate::domain::stay::{Cause, WithdrawnBy};
use crate::domain::{
    Addressee, Answer, ContactId, Gravity, ItemId, Kind, Msg, NoteKind, Outcome as End, PageId, PersonId, PostId,
    RelayId, Role, Stay, StayId, StayState, Verdict,
};
use crate::protocol::{Kept, Request, Rev, Row, Table, Write};
use crate::ui::testing::{AUBERT, BENALI, Desk, GARNIER, POST, VIDAL, day, keys, shown, written};
use crate::ui::{Ask, Outcome};

mod points;

const NIR: &str = "1 84 12 76 451 089 46";

fn run(layer: &mut FormLayer, script: &str, desk: &Desk) -> Outcome<Vec<Ask>> {
    keys(script).iter().fold(Outcome::Stayed, |_, key| layer.key(key, &desk.cx()))
}

/// Types and saves; the one act and the rows it depends on.
fn saved(dialog: impl Into<Dialog>, script: &str, desk: &Desk) -> Write {
    let mut layer = FormLayer::open(dialog, &desk.cx());
    match run(&mut layer, &format!("{script}<C-s>"), desk) {
        Outcome::Done(mut asks) => match asks.pop() {
            Some(Ask::Save(write)) => write,
            other => panic!("asks {other:?}"),
        },
        other => panic!("{other:?}: {:?}", layer.reading(&desk.cx()).errors),
    }
}

/// Types and tries to save; the fields that are wrong, and where the cursor went.
fn refused(dialog: impl Into<Dialog>, script: &str, desk: &Desk) -> (Vec<&'static str>, &'static str) {
    let mut layer = FormLayer::open(dialog, &desk.cx());
    assert_eq!(run_debug(&mut layer, &format!("{script}<C-s>"), desk), "Stayed");
    let wrong = layer.reading(&desk.cx()).errors.iter().map(|(field, _)| *field).collect();
    (wrong, layer.form.focused())
}

fn run_debug(layer: &mut FormLayer, script: &str, desk: &Desk) -> String {
    match run(layer, script, desk) {
        Outcome::Done(asks) => format!("Done({asks:?})"),
        other => format!("{other:?}"),
    }
}

/// What a form holds after these keys.
fn typed(dialog: impl Into<Dialog>, script: &str, field: &str, desk: &Desk) -> String {
    let mut layer = FormLayer::open(dialog, &desk.cx());
    run(&mut layer, script, desk);
    layer.form.text().remove(field).expect("the field")
}

fn base() -> NewWord {
    NewWord {
        text: String::new(),
        plan: String::new(),
        gravity: Gravity::Watch,
        due: Some(day(2026, 12, 1)),
        show_from: None,
        to: Addressee::Post(POST, day(2026, 11, 30).week()),
        outcome: None,
        detail: crate::domain::Detail::default(),
    }
}

/// Something as it was read at a revision.
fn kept<T>(what: T, row: Row, rev: i64) -> Kept<T> {
    Kept { what, row, rev: Rev(rev) }
}

fn on() -> Kept<ItemId> {
    kept(ItemId(7), Table::ITEM.row(7), 40)
}

fn own_word() -> Kept<RelayId> {
    kept(RelayId(9), Table::RELAY.row(9), 40)
}

/// The handover of a stay; nothing is written yet in any but the first.
fn handover(stay: i64) -> Kept<StayId> {
    kept(StayId(stay), Table::HANDOVER.row(stay), if stay == 1 { 40 } else { 0 })
}

fn word(verdict: Verdict) -> WordForm {
    WordForm { on: on(), verdict, base: base(), title: "dossier 1243".to_owned() }
}

fn said(write: Write) -> (Verdict, NewWord) {
    match write.act {
        Act::Item(ItemAct::Say(ItemId(7), verdict, word)) => (verdict, word),
        other => panic!("{other:?}"),
    }
}

#[test]
fn patient_text_and_ctrl_s_make_a_point_for_next_weeks_doctor() {
    let desk = Desk::of(VIDAL);
    let write = saved(ItemForm::default(), "1243<tab>md<tab>1948<tab>INR à 4,8, contrôle au labo", &desk);
    assert_eq!(write.draft.as_deref(), Some("item/new"));
    let Act::Item(ItemAct::Open(item, word)) = write.act else { panic!("{:?}", write.act) };
    let patient = item.patient.unwrap();
    assert_eq!((item.kind, patient.file.as_str(), patient.birth_year), (Kind::Care, "1243", Some(1948)));
    assert_eq!(
        word,
        NewWord {
            text: "INR à 4,8, contrôle au labo".to_owned(),
            plan: String::new(),
            gravity: Gravity::Routine,
            due: Some(day(2026, 11, 30)),
            show_from: None,
            to: Addressee::Post(POST, day(2026, 11, 30).week()),
            outcome: None,
            detail: crate::domain::Detail::default(),
        }
    );
}

#[test]
fn a_patient_typed_at_once_leaves_only_the_text_to_type() {
    let desk = Desk::of(VIDAL);
    let write = saved(ItemForm::default(), "1243 md 1948<tab>INR à 4,8", &desk);
    let Act::Item(ItemAct::Open(item, word)) = write.act else { panic!("{:?}", write.act) };
    let patient = item.patient.unwrap();
    assert_eq!(
        (patient.file.as_str(), patient.initials.as_deref(), patient.birth_year),
        ("1243", Some("M.D."), Some(1948))
    );
    assert_eq!(word.text, "INR à 4,8");
    let mut layer = FormLayer::open(ItemForm::default(), &desk.cx());
    run_debug(&mut layer, "1243 md 1948", &desk);
    assert!(draw(&layer, &desk, 80, 24).contains("→ 1243 · M.D. 1948 (78 ans)"));
    // What is wrong with a part is said where it was typed.
    assert_eq!(refused(ItemForm::default(), "1243 Durand<tab>INR", &desk), (vec!["file"], "file"));
}

#[test]
fn enter_signs_a_sentence_of_ones_own() {
    let desk = Desk::of(AUBERT);
    let take = || TakeForm { on: on(), urgent: true, title: "dossier 1243".to_owned() };
    let mut layer = FormLayer::open(take(), &desk.cx());
    let Outcome::Done(asks) = run(&mut layer, "J'appelle le labo<enter>", &desk) else { panic!() };
    let write = written(&asks);
    assert_eq!(write.act, Act::Item(ItemAct::Answer(ItemId(7), Answer::Taken, "J'appelle le labo".to_owned())));
    let mut layer = FormLayer::open(take(), &desk.cx());
    assert_eq!(run_debug(&mut layer, "<enter>", &desk), "Stayed");
    assert!(draw(&layer, &desk, 80, 24).contains("Entrée enregistrer · Échap fermer (brouillon gardé)"));
}

#[test]
fn the_team_addresses_the_doctor_who_is_there_until_the_signature() {
    let typed = |script: &str, desk: &Desk| match saved(ItemForm::default(), script, desk).act {
        Act::Item(ItemAct::Open(item, word)) => (item.kind, word.to),
        other => panic!("{other:?}"),
    };
    let mut desk = Desk::of(BENALI);
    let (team, week) = (Addressee::Role(Role::Coordination), desk.now.day.week());
    // About nobody it is the team's, as soon as there is a patient a doctor's, whatever was typed first.
    assert_eq!(typed("<tab><tab><tab>Clé perdue", &desk), (Kind::Centre, team));
    assert_eq!(typed("1243<tab><tab><tab>INR", &desk), (Kind::Care, Addressee::Post(POST, week)));
    assert_eq!(typed("<tab><tab><tab>INR<up><up><up>1243", &desk), (Kind::Care, Addressee::Post(POST, week)));
    assert_eq!(typed("1243<tab><tab><tab>Draps<up><up><up><bs><bs><bs><bs>", &desk), (Kind::Centre, team));
    // What is to be signed is a doctor's, whomever it is about; of the doctor who writes it, too.
    let sign = format!("{}{}", "<tab>".repeat(8), "<right>".repeat(5));
    let signed = |desk: &Desk| typed(&format!("<tab><tab><tab>Arrêt<up><up><up>{sign}"), desk);
    assert_eq!(signed(&desk), (Kind::ToSign, Addressee::Post(POST, week)));
    assert_eq!(signed(&Desk::of(VIDAL)), (Kind::ToSign, Addressee::Post(POST, week)));
    // What was chosen stays.
    let nurse = "<tab><tab><tab>Draps<tab><tab><tab><tab>infirm<enter>";
    assert_eq!(typed(nurse, &desk).1, Addressee::Role(Role::Nurse));
    let back = format!("{nurse}{}1243", "<s-tab>".repeat(8));
    assert_eq!(typed(&back, &desk), (Kind::Care, Addressee::Role(Role::Nurse)));
    let to = |desk: &Desk| typed("1243<tab><tab><tab>INR", desk);
    let mut handover = crate::domain::Handover::empty(StayId(1));
    handover.signature = Some(crate::domain::Signature {
        author: VIDAL,
        entered_by: None,
        name: "Vidal".to_owned(),
        at: desk.now.at,
        hash: String::new(),
        previous: None,
        follows: None,
        figures: None,
        nothing_to_report: false,
        as_is: false,
        undecided: Vec::new(),
    });
    desk.frame.rota.handovers.insert(StayId(1), handover);
    assert_eq!(to(&desk).1, Addressee::Post(POST, week.next()));
}

#[test]
fn an_urgent_point_needs_a_day_and_a_plan() {
    let desk = Desk::of(VIDAL);
    let urgent = "1243<tab><tab><tab>INR 5<tab><tab>u<tab><C-z>";
    // The day is emptied character by character.
    let script = format!("{urgent}{}", "<bs>".repeat(10));
    let (wrong, at) = refused(ItemForm::default(), &script, &desk);
    assert_eq!((wrong, at), (vec!["due", "plan"], "plan"));
    let whole = "1243<tab><tab><tab>INR 5<tab>Si saignement, le 15<tab>u";
    assert!(
        matches!(saved(ItemForm::default(), whole, &desk).act, Act::Item(ItemAct::Open(_, w)) if w.gravity == Gravity::Urgent)
    );
}

#[test]
fn each_bad_field_is_named_and_none_is_lost() {
    let desk = Desk::of(VIDAL);
    for (script, wrong) in [
        ("", vec!["text"]),
        ("<tab>MD<tab><tab>texte", vec!["file"]),
        ("1243<tab><tab>48000<tab>texte", vec!["birth_year"]),
        ("1243<tab><tab><tab>texte<tab><tab><tab><end>9", vec!["due"]),
        ("1243<tab><tab><tab>texte<s-tab><s-tab><s-tab><s-tab>zzz", vec!["show_from"]),
    ] {
        let (found, at) = refused(ItemForm::default(), script, &desk);
        assert_eq!(found, wrong, "{script}");
        assert_eq!(at, wrong[0], "{script}");
    }
}

#[test]
fn a_nir_is_refused_in_any_field_and_never_kept() {
    let desk = Desk::of(VIDAL);
    let mut layer = FormLayer::open(ItemForm::default(), &desk.cx());
    let typed = format!("1243<tab><tab><tab>patient {NIR}<tab>plan<C-s>");
    assert_eq!(run_debug(&mut layer, &typed, &desk), "Stayed");
    assert_eq!(layer.form.focused(), "text");
    let raw = layer.raw();
    assert_eq!((raw["text"].as_str(), raw["file"].as_str(), raw["plan"].as_str()), ("", "1243", "plan"));
    assert!(draw(&layer, &desk, 80, 24).contains(&desk.words.say(&crate::domain::draft::nir::refusal())[..20]));
}

#[test]
fn esc_cancels_and_a_draft_comes_back_and_says_so() {
    let desk = Desk::of(VIDAL);
    let mut layer = FormLayer::open(ItemForm::default(), &desk.cx());
    assert!(!layer.changed());
    assert_eq!(run_debug(&mut layer, "12<esc>", &desk), "Cancelled");
    assert!(layer.changed());
    let mut again = FormLayer::open(ItemForm::default(), &desk.cx());
    again.restore(layer.raw(), &desk.cx());
    assert!(!again.changed());
    assert_eq!(again.raw()["file"], "12");
    assert!(draw(&again, &desk, 80, 24).contains("Votre brouillon est revenu"));
    assert_eq!(run_debug(&mut again, "<f1>", &desk), "Ignored");
}

#[test]
fn what_was_emptied_holds_nothing() {
    let desk = Desk::of(VIDAL);
    let is_empty = |dialog: Dialog, script: &str| {
        let mut layer = FormLayer::open(dialog, &desk.cx());
        run(&mut layer, script, &desk);
        layer.is_empty()
    };
    let note = |text: &str| {
        let text = text.to_owned();
        Dialog::from(NoteForm { on: handover(1), kind: NoteKind::Week, text })
    };
    let item = || Dialog::from(ItemForm::default());
    assert!(is_empty(item(), "") && is_empty(item(), "1<bs>") && !is_empty(item(), "1"));
    assert!(is_empty(word(Verdict::Completed).into(), "vu<C-u>") && !is_empty(word(Verdict::Completed).into(), "vu"));
    // A preset that is emptied is no text; one that is changed is.
    assert!(is_empty(word(Verdict::Completed).into(), "<tab><tab><tab><bs>"));
    assert!(!is_empty(word(Verdict::Completed).into(), "<tab><tab><tab>12/12"));
    // What is there already: to empty one of its fields changes it, to empty all of them says nothing.
    assert!(is_empty(note("Pluie."), "") && !is_empty(note("Pluie."), " Neige.") && is_empty(note("Pluie."), "<C-u>"));
    let known = Some(kept(ContactId(2), Table::CONTACT.row(2), 3));
    let base = NewContact { name: "Labo".to_owned(), phone: "05 55 00 00 00".to_owned(), ..NewContact::default() };
    assert!(!is_empty(ContactForm { known, base }.into(), "<C-u>"));
}

#[test]
fn ctrl_x_throws_away_what_is_held_and_asks_first() {
    let desk = Desk::of(VIDAL);
    let mut layer = FormLayer::open(ItemForm::default(), &desk.cx());
    assert_eq!(run_debug(&mut layer, "<C-x>", &desk), "Stayed", "nothing is held");
    assert!(!draw(&layer, &desk, 80, 24).contains("Ctrl-X"));
    let Outcome::Asks(asks) = run(&mut layer, "12<C-x>", &desk) else { panic!() };
    assert!(matches!(&asks[..], [Ask::Confirm { yes, danger: true, .. }] if yes[..] == [Ask::Discard]));
    assert!(draw(&layer, &desk, 80, 24).contains("Ctrl-X jeter"));
    assert_eq!(layer.raw()["file"], "12", "nothing is thrown away yet");
    let mut again = FormLayer::open(ItemForm::default(), &desk.cx());
    again.restore(layer.raw(), &desk.cx());
    assert!(matches!(run(&mut again, "<C-x>", &desk), Outcome::Asks(_)));
    // A signature is no draft.
    let dialog = TakeOverForm { stay: StayId(1), unanswered: Vec::new() };
    assert_eq!(run_debug(&mut FormLayer::open(dialog, &desk.cx()), "V<C-x>", &desk), "Ignored");
}

#[test]
fn a_line_begun_is_gone_on_with_in_the_form_and_is_one_draft() {
    let desk = Desk::of(VIDAL);
    let draft = |key: &str, name: &'static str, text: &str| Draft {
        key: key.to_owned(),
        raw: parts::raw([(name, text.to_owned())]),
        at: desk.cx().now.at,
    };
    let line = draft("item/quick", "line", "1243 INR à refaire mar");
    let mut form = FormLayer::open(ItemForm::default(), &desk.cx());
    let asks = form.receive_drafts(vec![line.clone()], &desk.cx());
    assert_eq!(form.raw()["file"], "1243");
    assert!(form.raw()["text"].starts_with("INR à refaire"), "{:?}", form.raw());
    let [Ask::SaveDraft(moved), Ask::DropDraft(from)] = &asks[..] else { panic!("{asks:?}") };
    assert_eq!((moved.key.as_str(), moved.raw["file"].as_str(), from.as_str()), ("item/new", "1243", "item/quick"));
    // Its own comes first, and nothing moves.
    let mut form = FormLayer::open(ItemForm::default(), &desk.cx());
    assert_eq!(form.receive_drafts(vec![line.clone(), draft("item/new", "text", "Le mien.")], &desk.cx()), Vec::new());
    assert_eq!(form.raw()["text"], "Le mien.");
    // What is written about somebody is not what was begun about another.
    let start = parts::raw([("file", "0377".to_owned())]);
    let mut form = FormLayer::open(ItemForm { start }, &desk.cx());
    assert_eq!(form.receive_drafts(vec![line], &desk.cx()), Vec::new());
    assert_eq!(form.raw()["text"], "");
}

#[test]
fn a_draft_belongs_to_what_it_was_begun_for() {
    let week = |n| Some(day(2026, 11, 23).week().plus(n));
    let stay = |post, week| StayForm { post: Some(PostId(post)), week, ..StayForm::default() }.draft();
    assert_ne!(stay(1, week(0)), stay(1, week(6)));
    assert_ne!(stay(1, week(0)), stay(2, week(0)));
    let page = |chapter| PageForm { known: None, base: NewPage { chapter, ..NewPage::default() } }.draft();
    assert_ne!(page(Chapter::ALL[0]), page(Chapter::ALL[1]));
    let monday = day(2026, 11, 30);
    let base = |post| NewEntry {
        kind: EntryKind::ALL[0],
        post: Some(PostId(post)),
        day: monday,
        to: monday,
        start: Some(540),
        minutes: 15,
        patient: None,
        title: String::new(),
        place: String::new(),
        item: None,
    };
    let cell = |post| EntryForm { known: None, base: base(post) }.draft();
    assert_ne!(cell(1), cell(2));
    assert_ne!(word(Verdict::Addressed).draft(), word(Verdict::Completed).draft());
    assert_ne!(word(Verdict::Differs).draft(), word(Verdict::Completed).draft());
}

#[test]
fn typing_replaces_what_a_form_proposes_and_goes_on_with_what_is_edited() {
    let desk = Desk::of(GARNIER);
    // A proposed passphrase, a proposed name of post: one's own stands in its place.
    assert_eq!(typed(SetUpPassphraseForm, "x", "passphrase", &desk), "x");
    assert_eq!(typed(SetUpCentreForm, "<tab><tab><tab><tab>Poste 1", "posts", &desk), "Poste 1");
    assert!(typed(SetUpPassphraseForm, "<end>x", "passphrase", &desk).len() > 10);
    // Come back to, what was typed is gone on with.
    assert_eq!(typed(SetUpCentreForm, "<tab><tab><tab><tab>Poste<tab><s-tab> 1", "posts", &desk), "Poste 1");
    // What is there already is gone on with.
    let known = Some(kept(ContactId(2), Table::CONTACT.row(2), 3));
    let base = NewContact { name: "Labo".to_owned(), ..NewContact::default() };
    assert_eq!(typed(ContactForm { known, base }, " Sud", "name", &desk), "Labo Sud");
}

#[test]
fn what_the_store_refuses_is_said_and_the_text_stays() {
    let desk = Desk::of(VIDAL);
    let mut layer = FormLayer::open(ItemForm::default(), &desk.cx());
    run_debug(&mut layer, "1243", &desk);
    layer.set_saving(true);
    run_debug(&mut layer, "9<esc>", &desk);
    assert_eq!(layer.raw()["file"], "1243", "nothing is typed while it saves");
    layer.refused(Msg::new("forms-post-twice"));
    assert!(!layer.saving());
    assert!(draw(&layer, &desk, 80, 24).contains("! Un poste porte déjà ce nom."));
}

#[test]
fn enter_goes_on_and_saves_on_the_last_field() {
    let desk = Desk::of(GARNIER);
    let mut layer = FormLayer::open(RecordForm::new(&CLOSURE, None), &desk.cx());
    assert_eq!(run_debug(&mut layer, "24/12<enter>31/12<enter>", &desk), "Stayed");
    assert!(run_debug(&mut layer, "Noël<enter>", &desk).starts_with("Done"));
}

#[test]
fn words_are_needed_where_the_verdict_does_not_say_enough() {
    let desk = Desk::of(VIDAL);
    for verdict in [Verdict::Completed, Verdict::Differs, Verdict::Answered, Verdict::Reopened] {
        assert_eq!(refused(word(verdict), "", &desk).0, ["text"], "{verdict:?}");
        assert_eq!(said(saved(word(verdict), "vu", &desk)), (verdict, NewWord { text: "vu".to_owned(), ..base() }));
    }
    assert_eq!(refused(word(Verdict::Addressed), "", &desk).0, ["to"]);
    let (verdict, to) = said(saved(word(Verdict::Addressed), "benali<enter>", &desk));
    assert_eq!((verdict, to), (Verdict::Addressed, NewWord { to: Addressee::Person(BENALI), ..base() }));
}

#[test]
fn an_amended_word_keeps_its_outcome() {
    let desk = Desk::of(VIDAL);
    let closed = NewWord { text: "fait".to_owned(), outcome: Some(End::Done), ..base() };
    let amend = AmendForm { on: own_word(), item: ItemId(7), base: closed.clone(), title: String::new() };
    let write = saved(amend, " lundi", &desk);
    let text = "fait lundi".to_owned();
    assert_eq!(write.act, Act::Item(ItemAct::Amend(RelayId(9), NewWord { text, ..closed })));
}

#[test]
fn finished_has_a_reason_and_to_do_again_stays_open() {
    let desk = Desk::of(VIDAL);
    let finish = || FinishForm { on: on(), base: base(), title: String::new() };
    let (verdict, closed) = said(saved(finish(), "orient<enter>vu au CH", &desk));
    assert_eq!((verdict, closed.outcome, closed.text.as_str()), (Verdict::Closed, Some(End::Referred), "vu au CH"));
    let (verdict, again) = said(saved(finish(), "refaire<enter>15/12", &desk));
    assert_eq!(verdict, Verdict::Completed);
    assert_eq!((again.outcome, again.due), (None, Some(day(2026, 12, 15))));
    assert_eq!(again.to, Addressee::Post(POST, day(2026, 12, 15).week()));
    assert!(again.text.contains("15 déc."), "{}", again.text);
    assert_eq!(refused(finish(), "refaire<enter>20/11", &desk).0, ["due"]);
}

#[test]
fn the_third_unchanged_relay_has_four_ways_out() {
    let desk = Desk::of(VIDAL);
    let decide = || DecideForm { on: on(), base: base(), title: "t".to_owned() };
    let mut layer = FormLayer::open(decide(), &desk.cx());
    let opened = run(&mut layer, "<C-s>", &desk);
    assert!(matches!(opened, Outcome::Done(asks)
        if matches!(&asks[..], [Ask::Open(Dialog::Word(word))] if word.verdict == Verdict::Completed)));
    assert_eq!(refused(decide(), "adresser<enter>", &desk).0, ["due", "to"]);
    let (verdict, to) = said(saved(decide(), "adresser<enter>benali<enter>15/12", &desk));
    assert_eq!((verdict, to.to, to.due), (Verdict::Addressed, Addressee::Person(BENALI), Some(day(2026, 12, 15))));
    let (verdict, closed) = said(saved(decide(), "finir<enter>lieu<enter>", &desk));
    assert_eq!((verdict, closed.outcome), (Verdict::Closed, Some(End::NoLongerNeeded)));
    let (verdict, left) = said(saved(decide(), "pas decider<enter>", &desk));
    assert_eq!((verdict, left.to), (Verdict::Unchanged, Addressee::Role(Role::Coordination)));
}

#[test]
fn answers_carry_words_where_they_are_needed() {
    let desk = Desk::of(AUBERT);
    let take = |urgent| TakeForm { on: on(), urgent, title: String::new() };
    assert_eq!(refused(take(true), "", &desk).0, ["text"]);
    assert_eq!(saved(take(false), "", &desk).act, Act::Item(ItemAct::Answer(ItemId(7), Answer::Taken, String::new())));
    for (dialog, answer) in [
        (Dialog::from(take(true)), Answer::Taken),
        (QuestionForm { on: on(), title: String::new() }.into(), Answer::Question),
        (ReturnForm { on: on(), title: String::new() }.into(), Answer::Returned),
    ] {
        assert_eq!(refused(dialog.clone(), " <enter> ", &desk).0, ["text"]);
        let act = Act::Item(ItemAct::Answer(ItemId(7), answer, "compris".to_owned()));
        assert_eq!(saved(dialog, "compris", &desk).act, act);
    }
}

fn sign(silent: bool) -> SignForm {
    let drafts = vec!["nouveau point (dossier 0377)".to_owned()];
    let coverage = vec!["97 patients vus (5 jours clos sur 5)".to_owned()];
    SignForm { stay: StayId(1), silent, as_is: false, undecided: 2, drafts, coverage, early: None }
}

#[test]
fn one_signs_with_ones_own_name() {
    let desk = Desk::of(VIDAL);
    let act = |name: &str, nothing_to_report| {
        Act::Handover(HandoverAct::Sign { stay: StayId(1), name: name.to_owned(), nothing_to_report, as_is: false })
    };
    for name in ["vidal", "Helene VIDAL", "Dr Vidal"] {
        assert_eq!(saved(sign(false), name, &desk).act, act(name, false));
    }
    for name in ["", "Garnier"] {
        assert_eq!(refused(sign(false), name, &desk).0, ["name"]);
    }
    assert_eq!(refused(sign(true), "<tab>Vidal", &desk), (vec!["nothing"], "nothing"));
    assert_eq!(saved(sign(true), " <tab>Vidal", &desk).act, act("Vidal", true));
    assert_eq!(FormLayer::open(sign(true), &desk.cx()).draft_key(), None);
}

#[test]
fn taking_over_and_adding_to_what_is_signed() {
    let desk = Desk::of(AUBERT);
    let take_over = || TakeOverForm { stay: StayId(2), unanswered: vec![(Gravity::Urgent, "n° 3".to_owned())] };
    assert_eq!(refused(take_over(), "Vidal", &desk).0, ["name"]);
    let act = Act::Handover(HandoverAct::TakeOver { stay: StayId(2), name: "aubert".to_owned() });
    assert_eq!(saved(take_over(), "aubert", &desk).act, act);
    let addendum = AddendumForm { stay: StayId(2) };
    assert_eq!(refused(addendum.clone(), "", &desk).0, ["text"]);
    let act = Act::Handover(HandoverAct::Addendum { stay: StayId(2), text: "vu".to_owned(), item: None });
    assert_eq!(saved(addendum, "vu", &desk).act, act);
    let note = NoteForm { on: handover(2), kind: NoteKind::Next, text: "a".to_owned() };
    let act = Act::Handover(HandoverAct::Note(StayId(2), NoteKind::Next, "a\nb".to_owned()));
    assert_eq!(saved(note, "<enter>b", &desk).act, act);
}

#[test]
fn a_form_depends_on_the_rows_as_they_were_when_it_opened() {
    let mut desk = Desk::of(GARNIER);
    let title = || "dossier 1243".to_owned();
    let note = |stay| NoteForm { on: handover(stay), kind: NoteKind::Week, text: String::new() };
    let (stay, person) = (desk.frame.kept_stay(StayId(2)).unwrap(), desk.frame.kept_person(BENALI).unwrap());
    let (of_stay, of_person) = (stay.rev, person.rev);
    let forms: [(Dialog, _, _, _); 8] = [
        (word(Verdict::Completed).into(), "revu", Table::ITEM.row(7), Rev(40)),
        (
            AmendForm { on: own_word(), item: ItemId(7), base: base(), title: title() }.into(),
            "revu",
            Table::RELAY.row(9),
            Rev(40),
        ),
        (FinishForm { on: on(), base: base(), title: title() }.into(), "", Table::ITEM.row(7), Rev(40)),
        (
            DecideForm { on: on(), base: base(), title: title() }.into(),
            "pas decider<enter>",
            Table::ITEM.row(7),
            Rev(40),
        ),
        (note(1).into(), "calme", Table::HANDOVER.row(1), Rev(40)),
        // A handover in which nothing is written yet has no row; a row that appears is a change.
        (note(2).into(), "calme", Table::HANDOVER.row(2), Rev(0)),
        (StayForm::of(stay).into(), "", Table::STAY.row(2), of_stay),
        (StaffForm { known: Some(person) }.into(), "", Table::PERSON.row(2), of_person),
    ];
    let mut layers: Vec<_> = forms
        .into_iter()
        .map(|(dialog, script, row, rev)| (FormLayer::open(dialog, &desk.cx()), script, row, rev))
        .collect();
    // While they are open another desk saves, and the frame behind follows.
    desk.frame.revs.values_mut().for_each(|rev| rev.0 += 1_000);
    for (layer, script, row, rev) in &mut layers {
        let Outcome::Done(asks) = run(layer, &format!("{script}<C-s>"), &desk) else { panic!("{row:?}") };
        let write = written(&asks);
        assert_eq!(write.seen, [(*row, *rev)]);
    }
}

#[test]
fn a_stay_is_booked_into_its_week_and_a_clash_is_named() {
    let desk = Desk::of(GARNIER);
    let new = |week| StayForm { post: None, week: Some(week), ..StayForm::default() };
    let vacant = day(2026, 12, 7).week();
    let write = saved(new(vacant), "roche<enter>", &desk);
    let Act::Stay(StayAct::Add(stay)) = write.act else { panic!("{:?}", write.act) };
    assert_eq!((stay.from, stay.to), (day(2026, 12, 7), day(2026, 12, 11)));
    assert_eq!((stay.doctor, stay.state), (PersonId(5), StayState::Confirmed));
    assert_eq!(refused(new(vacant), "", &desk).0, ["doctor"]);
    let taken = day(2026, 11, 30).week();
    assert_eq!(refused(new(taken), "roche<enter>", &desk).0, ["from"]);
    assert!(
        matches!(saved(new(taken), "roche<enter><tab><tab>o", &desk).act, Act::Stay(StayAct::Add(s)) if s.state == StayState::Option)
    );
    let edit = StayForm::of(desk.frame.kept_stay(StayId(2)).unwrap());
    let write = saved(edit.clone(), "<tab><tab><C-z>", &desk);
    assert_eq!(write.seen, [(Table::STAY.row(2), desk.frame.revs[&Table::STAY.row(2)])]);
    assert_eq!(refused(edit, "<tab><tab><bs><bs><bs><bs>2025", &desk).0, ["to"]);
}

#[test]
fn what_a_short_field_holds_is_replaced_and_a_name_is_not() {
    let desk = Desk::of(GARNIER);
    let stay = || StayForm::of(desk.frame.kept_stay(StayId(2)).unwrap());
    assert_eq!(typed(stay(), "<tab>27/11", "from", &desk), "27/11");
    assert_eq!(typed(stay(), "<tab><tab><s-tab>27/11", "from", &desk), "27/11");
    assert_eq!(typed(stay(), "<tab><bs>", "from", &desk), "");
    assert_eq!(typed(stay(), "<tab><end><C-u>", "from", &desk), "");
    assert_eq!(typed(stay(), "<tab><end>1", "from", &desk).len(), 11);
    assert!(typed(CentreForm(desk.frame.kept_centre()), "-sur-Creuse", "name", &desk).ends_with("n-sur-Creuse"));
    let mut layer = FormLayer::open(stay(), &desk.cx());
    run_debug(&mut layer, "<tab>", &desk);
    let area = ratatui::layout::Rect::new(0, 0, 80, 24);
    let mut buf = ratatui::buffer::Buffer::empty(area);
    layer.draw(area, &mut buf, &desk.cx());
    let reversed = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(ratatui::style::Modifier::REVERSED);
    assert_eq!(buf.content().iter().filter(reversed).count(), "30/11/2026".len());
}

#[test]
fn a_doctor_who_is_not_known_stays_typed_and_where_to_add_them_is_said() {
    let desk = Desk::of(GARNIER);
    let dialog = StayForm::of(desk.frame.kept_stay(StayId(2)).unwrap());
    let mut layer = FormLayer::open(dialog, &desk.cx());
    assert_eq!(run_debug(&mut layer, "lefebvre<C-s>", &desk), "Stayed");
    let drawn = draw(&layer, &desk, 80, 24);
    assert!(drawn.contains("▸ Médecin") && drawn.contains("lefebvre"), "{drawn}");
    assert!(drawn.contains("Aucun médecin ne s'appelle") && drawn.contains("Menu"), "{drawn}");
}

#[test]
fn two_digits_of_a_year_of_birth_are_enough_and_what_they_mean_is_shown() {
    let desk = Desk::of(VIDAL);
    let mut layer = FormLayer::open(ItemForm::default(), &desk.cx());
    run_debug(&mut layer, "1243<tab>MD<tab>58", &desk);
    assert!(draw(&layer, &desk, 80, 24).contains("1958 · 68 ans"), "{}", draw(&layer, &desk, 80, 24));
    let mut layer = FormLayer::open(ItemForm::default(), &desk.cx());
    run_debug(&mut layer, "1243 MD 58", &desk);
    assert!(draw(&layer, &desk, 80, 24).contains("M.D. 1958 (68 ans)"));
}

#[test]
fn a_withdrawal_says_when_and_why() {
    let desk = Desk::of(GARNIER);
    let cancel = || CancelStayForm::new(desk.frame.kept_stay(StayId(3)).unwrap());
    assert_eq!(refused(cancel(), "", &desk).0, ["cause"]);
    // Nothing is chosen by itself; a letter chooses.
    let write = saved(cancel(), "s", &desk);
    let Act::Stay(StayAct::Cancel(StayId(3), withdrawal)) = write.act else { panic!("{:?}", write.act) };
    let said = (withdrawal.on, withdrawal.by, withdrawal.cause);
    assert_eq!(said, (desk.now.day, WithdrawnBy::Doctor, Some(Cause::Health)));
    // The centre gives a week up for no reason of the doctor's.
    let Act::Stay(StayAct::Cancel(_, withdrawal)) = saved(cancel(), "<tab>p", &desk).act else { panic!() };
    assert_eq!((withdrawal.by, withdrawal.cause), (WithdrawnBy::Centre, None));
    let mut layer = FormLayer::open(cancel(), &desk.cx());
    run_debug(&mut layer, "<tab>", &desk);
    assert!(draw(&layer, &desk, 80, 24).contains("17 jours avant le séjour"));
}

#[test]
fn people_are_read_field_by_field() {
    let desk = Desk::of(GARNIER);
    let write = saved(DoctorForm::default(), "Anne<tab>Morel<tab>retr<tab>loire<bs><bs><bs><bs><bs>2A<tab>1958", &desk);
    let Act::People(PeopleAct::Add(doctor)) = write.act else { panic!("{:?}", write.act) };
    assert_eq!((doctor.role, doctor.doctor.department.as_deref()), (Role::Doctor, Some("2A")));
    assert_eq!(doctor.doctor.birth_year, Some(1958));
    let (wrong, at) = refused(DoctorForm::default(), "Anne<tab><tab><tab>96<tab>1850<tab>12<tab>1<tab>x", &desk);
    assert_eq!((wrong.len(), at), (6, "family"));
    let write = saved(StaffForm { known: desk.frame.kept_person(BENALI) }, "", &desk);
    assert_eq!(write.seen, [(Table::PERSON.row(2), desk.frame.revs[&Table::PERSON.row(2)])]);
    let Act::People(PeopleAct::Edit(BENALI, nurse)) = write.act else { panic!("{:?}", write.act) };
    assert_eq!((nurse.role, nurse.presence), (Role::Nurse, [true; 7]));
    let mut layer = FormLayer::open(DoctorForm::default(), &desk.cx());
    run_debug(&mut layer, "helene<tab>VIDAL", &desk);
    assert!(draw(&layer, &desk, 80, 24).contains("Hélène Vidal est déjà connu"));
}

#[test]
fn an_option_has_a_last_day_and_nothing_else_has() {
    let mut desk = Desk::of(GARNIER);
    let stay = desk.frame.rota.stays.iter().find(|s| s.from > desk.now.day).unwrap().clone();
    let last = desk.now.day.plus(2);
    let optioned = Stay { state: StayState::Option, held_until: Some(last), ..stay.clone() };
    desk.frame.rota.stays.edit(|all| all.iter_mut().filter(|s| s.id == stay.id).for_each(|s| *s = optioned.clone()));
    let on = desk.frame.kept_stay(stay.id).unwrap();
    let edited = |script: &str| match saved(StayForm::of(on.clone()), script, &desk).act {
        Act::Stay(StayAct::Edit(_, new)) => (new.state, new.held_until),
        other => panic!("{other:?}"),
    };
    assert_eq!(edited(""), (StayState::Option, Some(last)));
    assert_eq!(edited("<s-tab><s-tab><right>"), (StayState::Confirmed, None));
    assert_eq!(refused(StayForm::of(on.clone()), "<s-tab><C-u>1/1/2020", &desk).0, ["until"]);
    // Settled: each answer is an act, and what takes a day asks for it.
    let form = || OptionForm { on: on.clone() };
    assert_eq!(refused(form(), "", &desk).0, ["until"]);
    let Act::Together(again) = saved(form(), "<tab>+3", &desk).act else { panic!() };
    let day = desk.now.day.plus(3);
    assert!(matches!(&again.acts[0], Act::Record(RecordAct::Put(kept, None, _)) if **kept == SOLICITATION));
    assert!(matches!(&again.acts[1], Act::Stay(StayAct::Edit(_, new)) if new.held_until == Some(day)));
    let Act::Stay(StayAct::Edit(_, longer)) = saved(form(), "p<tab>+3", &desk).act else { panic!() };
    assert_eq!((longer.state, longer.held_until), (StayState::Option, Some(day)));
    let Act::Together(freed) = saved(form(), "l", &desk).act else { panic!() };
    assert!(matches!(&freed.acts[..], [Act::Stay(StayAct::Cancel(_, why))] if why.by == WithdrawnBy::Centre));
    let Act::Stay(StayAct::Edit(_, sure)) = saved(form(), "c", &desk).act else { panic!() };
    assert_eq!((sure.state, sure.held_until), (StayState::Confirmed, None));
}

#[test]
fn days_of_presence_are_read_as_they_are_said() {
    let days = |text| staff::presence(text).map(|d| d.map(|on| if on { 'x' } else { '-' }).iter().collect::<String>());
    for (text, expected) in [
        ("lun mar jeu", "xx-x---"),
        ("lun. mar. mer. jeu. ven.", "xxxxx--"),
        ("lun-ven", "xxxxx--"),
        ("du lundi au vendredi", "xxxxx--"),
        ("Mercredi, samedi", "--x--x-"),
        ("mon wed", "x-x----"),
        ("", "-------"),
    ] {
        assert_eq!(days(text).as_deref(), Ok(expected), "{text}");
    }
    assert!(days("lun xyz").is_err());
    assert!(days("l").is_err());
}

#[test]
fn the_centre_and_its_place() {
    let desk = Desk::of(GARNIER);
    let write = saved(CentreForm(desk.frame.kept_centre()), "", &desk);
    let Act::Centre(CentreAct::Edit(centre)) = write.act else { panic!("{:?}", write.act) };
    assert_eq!(centre.opening, desk.frame.centre.opening, "what is not touched comes back as it was");
    assert_eq!(centre.opened, day(2022, 10, 31));
    assert_eq!(write.seen, [(Table::CENTRE.row(1), desk.frame.revs[&Table::CENTRE.row(1)])]);
    assert_eq!(
        refused(CentreForm(desk.frame.kept_centre()), "<tab><tab>x<tab>x<tab>x", &desk).0,
        ["department", "opened", "morning"]
    );
    // The zone of the school holidays is the department's until another is chosen.
    assert_eq!(centre.own_zone, None);
    let write = saved(CentreForm(desk.frame.kept_centre()), "<s-tab><s-tab>c", &desk);
    let Act::Centre(CentreAct::Edit(centre)) = write.act else { panic!("{:?}", write.act) };
    assert_eq!(centre.own_zone, Some(crate::domain::school::Zone::C));
    assert_eq!(
        saved(PostForm::default(), "Poste 2", &desk).act,
        Act::Centre(CentreAct::AddPost("Poste 2".to_owned(), crate::domain::Pattern::Programmed))
    );
    assert_eq!(refused(PostForm::default(), "medecin", &desk).0, ["name"]);
    let page = NewPage { title: "Maison".to_owned(), text: "clé".to_owned(), ..NewPage::default() };
    let write = saved(
        PageForm { known: Some(kept(PageId(2), Table::PAGE.row(2), 4)), base: page.clone() },
        "<tab><tab>s",
        &desk,
    );
    let page = NewPage { text: "clés".to_owned(), ..page };
    assert_eq!(write.act, Act::Place(PlaceAct::EditPage(PageId(2), page)));
    assert_eq!(write.seen, [(Table::PAGE.row(2), Rev(4))]);
    let contact = NewContact { name: "Labo".to_owned(), ..NewContact::default() };
    let dialog = ContactForm { known: Some(kept(ContactId(2), Table::CONTACT.row(2), 3)), base: contact.clone() };
    let write = saved(dialog, "<s-tab> ", &desk);
    let checked = NewContact { checked: Some(desk.now.day), ..contact };
    assert_eq!(write.act, Act::Place(PlaceAct::EditContact(ContactId(2), checked)));
    assert_eq!(write.seen, [(Table::CONTACT.row(2), Rev(3))]);
}

#[test]
fn a_passphrase_is_proposed_and_never_in_a_draft() {
    let desk = Desk::of(GARNIER);
    let dialog = AccountForm { person: Some(AUBERT) };
    let mut layer = FormLayer::open(dialog.clone(), &desk.cx());
    assert_eq!(layer.draft_key(), None);
    let proposed = layer.raw()["passphrase"].clone();
    assert_eq!(proposed.split_whitespace().count(), 7);
    assert!(draw(&layer, &desk, 80, 24).contains(&proposed), "whole, to be copied on paper");
    layer.restore([("passphrase".to_owned(), "sapin".to_owned())].into(), &desk.cx());
    assert_eq!(run_debug(&mut layer, "<C-s>", &desk), "Stayed");
    assert_eq!(layer.reading(&desk.cx()).errors[0].0, "passphrase");
    let Outcome::Done(asks) = run(&mut FormLayer::open(dialog, &desk.cx()), "<C-s>", &desk) else { panic!() };
    assert!(matches!(&asks[..], [Ask::Request(Request::AddAccount { person: AUBERT, .. })]));
}

fn draw(layer: &FormLayer, desk: &Desk, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    layer.draw(area, &mut buf, &desk.cx());
    shown(&buf)
}

/// The dialog at 80×24, without the blank around it.
fn seen(dialog: impl Into<Dialog>, script: &str, desk: &Desk) -> String {
    let mut layer = FormLayer::open(dialog, &desk.cx());
    run_debug(&mut layer, script, desk);
    let screen = draw(&layer, desk, 80, 24);
    screen.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn a_new_point_looks_like_this() {
    let script = "1243<tab>MD<tab>1948<tab>INR à 4,8 sous AVK, contrôle au labo mardi.<tab><tab>u<tab>";
    let expected = expect![[r#"
        ┌ Nouveau point ───────────────────────────────────────────────────────────┐
        │   Dossier n°          1243                                               │
        │   Initiales           MD                                                 │
        │   Année de naissance  1948              → 78 ans                         │
        │   Texte               INR à 4,8 sous AVK, contrôle au labo mardi.        │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │                       · « mardi » voudra dire un autre jour à la         │
        │                         lecture. Ctrl-D écrit « mar. 1er déc. ».         │
        │   Si … alors …                                                           │
        │                                                                          │
        │                       ! Un point urgent a besoin d'un « si … alors … ».  │
        │   Gravité             ▸ urgent    à surveiller    courant                │
        │ ▸ Pour le             30/11/2026        → lun. 30 nov. 2026              │
        │   Adressé à           médecin S49 — Dr Aubert                            │
        │   Nature              ← suivi clinique →                                 │
        │   ALD                 [ ]                                                │
        │   Voir dossier        [ ]                                                │
        │   Source                                                                 │
        │   À ressortir en                                                         │
        │                                                                          │
        │ Tab suivant · Ctrl-S enregistrer · Échap brouillon · Ctrl-X jeter        │
        └──────────────────────────────────────────────────────────────────────────┘
    "#]];
    expected.assert_eq(&seen(ItemForm::default(), script, &Desk::of(VIDAL)));
}

#[test]
fn the_addressees_look_like_this() {
    let expected = expect![[r#"
        ┌ Nouveau point ───────────────────────────────────────────────────────────┐
        │   Dossier n°                            · sans dossier : point du centre │
        │   Initiales                                                              │
        │   Année de naissance                                                     │
        │   Texte                                                                  │
        │                                                                          │
        │                                                                          │
        │                                                                          │
        │   Si … alors …                                                           │
        │                                                                          │
        │   Gravité               urgent    à surveiller  ▸ courant                │
        │   Pour le             30/11/2026        → lun. 30 nov. 2026              │
        │ ▸ Adressé à                                                              │
        │                       ▸ coordination                                     │
        │                         infirmière                                       │
        │                         N. Benali                                        │
        │                         C. Garnier                                       │
        │                         médecin S49 — Dr Aubert                          │
        │                         médecin de cette semaine, S48 — Dr Vidal         │
        │                         7 plus bas                                       │
        │   Nature              ← suivi clinique →                                …│
        │                                                                          │
        │ Tab suivant · Ctrl-S enregistrer · Échap fermer (brouillon gardé)        │
        └──────────────────────────────────────────────────────────────────────────┘
    "#]];
    expected.assert_eq(&seen(ItemForm::default(), "<s-tab><s-tab><s-tab><s-tab> ", &Desk::of(VIDAL)));
}

#[test]
fn a_clash_of_stays_looks_like_this() {
    let dialog = StayForm { post: None, week: Some(day(2026, 11, 30).week()), ..StayForm::default() };
    let expected = expect![[r#"
        ┌ Inscrire un séjour ──────────────────────────────────────────────────────┐
        │   Médecin    Dr Paul Roche                                               │
        │ ▸ Du         30/11/2026        → lun. 30 nov. 2026                       │
        │              ! Dr Aubert est déjà là, lun. 30 nov. – sam. 5 déc. :       │
        │                changez les jours ou le poste.                            │
        │   Au         04/12/2026        → ven. 4 déc. 2026                        │
        │              → S49 · 5 jours ouverts                                     │
        │   État         pressenti    option  ▸ confirmé                           │
        │                                                                          │
        │ Tab suivant · Ctrl-S enregistrer · Échap brouillon · Ctrl-X jeter        │
        └──────────────────────────────────────────────────────────────────────────┘
    "#]];
    expected.assert_eq(&seen(dialog, "roche<enter><C-s>", &Desk::of(GARNIER)));
}

#[test]
fn a_signature_looks_like_this() {
    let expected = expect![[r#"
        ┌ Signer la transmission ──────────────────────────────────────────────────┐
        │ Transmission S48 du Dr Vidal                                             │
        │ Gardé en brouillon, pas encore transmis :                                │
        │ · nouveau point (dossier 0377)                                           │
        │ 2 points sans décision : ils continuent tels quels.                      │
        │ 97 patients vus (5 jours clos sur 5)                                     │
        │ Ce qui est signé ne change plus ; un ajout daté reste possible.          │
        │                                                                          │
        │ ▸ Rien à signaler  [ ]                                                   │
        │                    ! Rien n'est écrit : cochez avec Espace s'il n'y a    │
        │                      rien à signaler.                                    │
        │   Votre nom        Garnier                                               │
        │                    ! Ce nom n'est pas celui de qui signe : tapez Vidal   │
        │                      ou Hélène Vidal.                                    │
        │                                                                          │
        │ Tab suivant · Ctrl-S valider · Échap fermer                              │
        └──────────────────────────────────────────────────────────────────────────┘
    "#]];
    expected.assert_eq(&seen(sign(true), "<tab>Garnier<C-s>", &Desk::of(VIDAL)));
}

#[test]
fn every_dialog_is_drawn_at_any_size_with_its_cursor_inside() {
    let desk = Desk::of(GARNIER);
    let all: [Dialog; 11] = [
        ItemForm::default().into(),
        word(Verdict::Addressed).into(),
        DecideForm { on: on(), base: base(), title: String::new() }.into(),
        sign(true).into(),
        StayForm::of(desk.frame.kept_stay(StayId(1)).unwrap()).into(),
        DoctorForm::default().into(),
        StaffForm::default().into(),
        ContactForm::default().into(),
        PageForm { known: None, base: NewPage { text: "a\n".repeat(40), ..NewPage::default() } }.into(),
        CentreForm(desk.frame.kept_centre()).into(),
        AccountForm { person: None }.into(),
    ];
    for dialog in all {
        let mut layer = FormLayer::open(dialog, &desk.cx());
        for (width, height) in [(80, 24), (120, 40), (20, 6), (1, 1), (0, 0)] {
            let area = Rect::new(0, 0, width, height);
            for _ in 0..=layer.raw().len() {
                run_debug(&mut layer, "<tab>", &desk);
                let cursor = layer.draw(area, &mut Buffer::empty(area), &desk.cx());
                if (width, height) == (80, 24) {
                    let (x, y) = cursor.expect("the field that has the keys is seen");
                    assert!(x < 80 && y < 24);
                }
                layer.click(width / 2, height / 2, area, &desk.cx());
            }
        }
    }
}
