//! Points in one line, by their kinds, and what happens to them.

use super::super::quick::QuickForm;
use super::super::step::StepForm;
use super::*;
use crate::domain::act::{NewItem, NewStep};
use crate::domain::{Detail, Exam, PatientRef, StepKind};
use crate::protocol::OpenPoint;

fn opened(write: Write) -> (NewItem, NewWord) {
    match write.act {
        Act::Item(ItemAct::Open(item, word)) => (item, word),
        other => panic!("{other:?}"),
    }
}

/// A desk where a point is open on patient 1243, M.D. 1948.
fn with_open_point() -> Desk {
    let mut desk = Desk::of(VIDAL);
    desk.frame.open.push(OpenPoint {
        item: ItemId(118),
        patient: PatientRef { file: "1243".into(), initials: Some("M.D.".into()), birth_year: Some(1948) },
        gravity: Gravity::Urgent,
        words: "INR à 4,8 sous AVK, contrôle au labo".into(),
    });
    desk
}

#[test]
fn one_line_is_a_whole_point() {
    let desk = Desk::of(VIDAL);
    let line = "1243 M.D. 1948 INR à 4,8 contrôle mar si saignement alors 15 !!";
    let (item, word) = opened(saved(QuickForm::default(), line, &desk));
    let patient = item.patient.unwrap();
    assert_eq!((patient.file.as_str(), patient.birth_year), ("1243", Some(1948)));
    assert_eq!(word.text, "INR à 4,8 contrôle mar. 1er déc.");
    assert_eq!(word.plan, "si saignement alors 15");
    assert_eq!((word.gravity, word.due), (Gravity::Urgent, Some(day(2026, 12, 1))));
    assert_eq!(word.to, Addressee::Post(POST, day(2026, 11, 30).week()));
    let (item, word) = opened(saved(QuickForm::default(), "imprimante en panne", &desk));
    assert_eq!((item.kind, item.patient), (Kind::Centre, None));
    // As in the form: the next working day.
    assert_eq!(word.due, Some(day(2026, 11, 30)));
    let (item, word) = opened(saved(QuickForm::default(), "0377 rappel : vaccin grippe s51", &desk));
    assert_eq!((item.kind, word.to), (Kind::Recall, Addressee::Post(POST, day(2026, 12, 14).week())));
}

#[test]
fn a_line_for_a_day_of_next_week_goes_to_the_doctor_of_that_week() {
    let to = |line: &str| opened(saved(QuickForm::default(), line, &Desk::of(GARNIER))).1.to;
    let week = |monday| Addressee::Post(POST, day(2026, 11, monday).week());
    // Dr Vidal is there on this Friday, and gone on Monday.
    assert_eq!(to("1243 rappeler la pharmacie"), week(23));
    assert_eq!(to("1243 rappeler la pharmacie lundi"), week(30));
    // About nobody it is the team's, unless a doctor's week is named.
    let team = Addressee::Role(Role::Coordination);
    assert_eq!((to("commander des draps"), to("commander des draps lundi")), (team, team));
    assert_eq!(to("commander des draps s49"), week(30));
    assert_eq!(to("infirmière : commander des draps"), Addressee::Role(Role::Nurse));
}

#[test]
fn what_one_line_lacks_is_said_and_tab_opens_the_form_with_what_was_understood() {
    let desk = Desk::of(VIDAL);
    assert_eq!(refused(QuickForm::default(), "1243 INR à 4,8 !!", &desk), (vec!["line"], "line"));
    assert_eq!(refused(QuickForm::default(), "", &desk), (vec!["line"], "line"));
    assert_eq!(refused(QuickForm::default(), &format!("1243 {NIR}"), &desk), (vec!["line"], "line"));
    let mut layer = FormLayer::open(QuickForm::default(), &desk.cx());
    let Outcome::Done(mut asks) = run(&mut layer, "1243 INR à 4,8 mar !!<tab>", &desk) else { panic!() };
    let Some(Ask::OpenAt(dialog, field)) = asks.pop() else { panic!() };
    let mut form = FormLayer::open(dialog, &desk.cx());
    form.focus(field);
    // It counts as typed: Esc keeps it, under its patient's number.
    assert!(form.changed());
    assert_eq!(form.draft_key().as_deref(), Some("item/new/1243"));
    run_debug(&mut form, "si saignement alors 15", &desk);
    assert_eq!(
        (form.raw()["text"].as_str(), form.raw()["gravity"].as_str()),
        ("INR à 4,8 mar. 1er déc.", "gravity-urgent")
    );
    assert_eq!(form.raw()["plan"], "si saignement alors 15");
}

#[test]
fn the_line_looks_like_this_while_one_types() {
    let desk = with_open_point();
    let expected = expect![[r#"
        ┌ Nouveau point en une ligne ──────────────────────────────────────────────┐
        │ Dossier, ce qu'il faut suivre, quand. Par exemple : 1243 INR à 4,8       │
        │ contrôle mar !                                                           │
        │ ▸ Point  1243 INR à 5,1 contrôle mar !                                   │
        │                                                                          │
        │                                                                          │
        │          · dossier 1243                                                  │
        │          → même numéro que 1243 · M.D. 1948 (78 ans) : vérifiez les      │
        │            initiales ou l'année. Déjà ouvert :                           │
        │          · n° 118, urgent : INR à 4,8 sous AVK, contrôle au labo         │
        │          · INR à 5,1 contrôle mar. 1er déc.                              │
        │          · ● à surveiller · pour mar. 01/12 · médecin S49 — Dr Aubert    │
        │          · À surveiller, sans « si … alors … ».                          │
        │                                                                          │
        │ Entrée enregistrer · Tab la fiche · Échap brouillon · Ctrl-X jeter       │
        └──────────────────────────────────────────────────────────────────────────┘
    "#]];
    expected.assert_eq(&seen(QuickForm::default(), "1243 INR à 5,1 contrôle mar !", &desk));
}

#[test]
fn what_is_open_on_a_patient_is_said_before_a_second_point_is_made() {
    let desk = with_open_point();
    let shown = |script: &str| {
        let mut layer = FormLayer::open(ItemForm::default(), &desk.cx());
        run_debug(&mut layer, script, &desk);
        draw(&layer, &desk, 80, 24)
    };
    let same = shown("1243 MD");
    assert!(same.contains("même numéro, et même patient") && same.contains("n° 118, urgent"), "{same}");
    let number = shown("1243");
    assert!(number.contains("vérifiez les initiales") && number.contains("n° 118"), "{number}");
    let other = shown("1243 AB 1948");
    assert!(other.contains("ce numéro est déjà celui"), "{other}");
    assert!(!shown("1244 MD").contains("118"));
}

#[test]
fn a_result_says_when_it_was_asked_and_where() {
    let desk = Desk::of(VIDAL);
    // Two kinds on from clinical care there is the recall, one on the result.
    let script = "1243<tab><tab><tab>TSH<tab><tab><tab>+4<tab><tab><right><tab>25/11<tab><right>";
    let (item, word) = opened(saved(ItemForm::default(), script, &desk));
    assert_eq!(item.kind, Kind::Result);
    let expected = Detail { asked: Some(day(2026, 11, 25)), exam: Some(Exam::Imaging), ..Detail::default() };
    assert_eq!((word.detail, word.due), (expected, Some(day(2026, 12, 1))));
}

#[test]
fn a_recall_may_be_for_a_month() {
    let desk = Desk::of(VIDAL);
    let script = |due: &str| format!("1243<tab><tab><tab>vaccin<tab><tab><tab>{due}<tab><tab><right><right>");
    let (item, word) = opened(saved(ItemForm::default(), &script("mars 2027"), &desk));
    assert_eq!(item.kind, Kind::Recall);
    assert_eq!((word.detail.whole_month, word.due), (true, Some(day(2027, 3, 1))));
    let (_, word) = opened(saved(ItemForm::default(), &script("mar"), &desk));
    assert_eq!((word.detail.whole_month, word.due), (false, Some(day(2026, 12, 1))));
}

#[test]
fn a_letter_may_be_a_saed_in_four_parts() {
    let desk = Desk::of(VIDAL);
    let to_saed = "1243<tab><tab><tab><tab><tab><tab><tab><tab><right><right><right><right><tab> ";
    let parts = "<tab>INR 4,8 sous AVK<tab>FA, AVK depuis 2019<tab><tab>Avis sur la dose";
    let (item, word) = opened(saved(ItemForm::default(), &format!("{to_saed}{parts}"), &desk));
    assert_eq!(item.kind, Kind::Letter);
    assert_eq!(
        word.text,
        "Situation\u{a0}: INR 4,8 sous AVK\nAntécédents\u{a0}: FA, AVK depuis 2019\nDemande\u{a0}: Avis sur la dose"
    );
    let (wrong, at) = refused(ItemForm::default(), &format!("{to_saed}<tab>INR"), &desk);
    assert_eq!((wrong, at), (vec!["request"], "request"));
}

#[test]
fn what_is_known_of_the_patient_goes_with_the_point() {
    let desk = Desk::of(VIDAL);
    let script = "1243<tab><tab><tab>revoir<tab><tab><tab><tab><tab><tab> <tab> <tab>appel du fils";
    let (item, _) = opened(saved(ItemForm::default(), script, &desk));
    assert!(item.facts.ald && item.facts.see_record);
    assert_eq!(item.facts.source, "appel du fils");
}

fn step(kind: Kind, done: Vec<StepKind>) -> StepForm {
    StepForm { on: on(), kind, done, base: base(), title: "dossier 1243".to_owned() }
}

fn stepped(write: Write) -> (NewStep, Option<NewWord>) {
    assert_eq!(write.seen.len(), 1);
    match write.act {
        Act::Item(ItemAct::Step(ItemId(7), step, close)) => (step, close),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_step_that_comes_next_is_one_key() {
    let desk = Desk::of(VIDAL);
    let kind = |dialog| stepped(saved(dialog, "", &desk)).0.kind;
    assert_eq!(kind(step(Kind::Result, vec![])), StepKind::Received);
    assert_eq!(kind(step(Kind::Result, vec![StepKind::Received])), StepKind::Read);
    assert_eq!(kind(step(Kind::Result, vec![StepKind::Received, StepKind::Read])), StepKind::Told);
    assert_eq!(kind(step(Kind::Recall, vec![StepKind::NoAnswer])), StepKind::Reached);
}

#[test]
fn a_call_in_vain_asks_for_the_next_try_and_one_that_succeeds_may_end_the_point() {
    let desk = Desk::of(VIDAL);
    let (found, close) = stepped(saved(step(Kind::Recall, vec![]), "pas<enter>", &desk));
    // The next working day is proposed.
    assert_eq!((found.kind, found.next, close), (StepKind::NoAnswer, Some(day(2026, 11, 30)), None));
    let (found, close) = stepped(saved(step(Kind::Recall, vec![]), "<tab> <tab><tab>vient vendredi", &desk));
    assert_eq!((found.kind, found.next, found.words.as_str()), (StepKind::Reached, None, "vient vendredi"));
    assert_eq!(close.unwrap().outcome, Some(End::Done));
    let past = "pas<enter><C-z>26/11/2026";
    assert_eq!(refused(step(Kind::Recall, vec![]), past, &desk), (vec!["next"], "next"));
}

#[test]
fn doing_it_again_begins_the_next_occurrence() {
    let desk = Desk::of(VIDAL);
    let asked = Detail { asked: Some(day(2026, 11, 20)), exam: Some(Exam::Laboratory), ..Detail::default() };
    let base = NewWord { detail: asked, ..base() };
    let dialog = FinishForm { on: on(), base, title: String::new() };
    let (verdict, word) = said(saved(dialog, "refaire<enter>+28", &desk));
    assert_eq!(verdict, Verdict::Completed);
    assert_eq!((word.detail.round, word.detail.asked), (1, Some(day(2026, 11, 27))));
}

#[test]
fn a_pioneer_may_be_asked_by_who_sees_it_otherwise() {
    let mut desk = Desk::of(VIDAL);
    let mut pioneer = crate::domain::fixture::person(PersonId(77), Role::Doctor);
    pioneer.family = "Morel".into();
    pioneer.doctor.pioneer = true;
    desk.frame.rota.people.0.insert(pioneer.id, pioneer);
    let (verdict, word) = said(saved(word(Verdict::Differs), "plutôt arrêter<tab><tab><tab><tab>Morel<enter>", &desk));
    assert_eq!((verdict, word.to), (Verdict::Differs, Addressee::Person(PersonId(77))));
    // Elsewhere nothing is addressed to who is not here.
    let offered = typed(word_dialog(Verdict::Completed), "plutôt<tab><tab><tab><tab>Morel<enter>", "to", &desk);
    assert_ne!(offered, "person/77");
}

fn word_dialog(verdict: Verdict) -> WordForm {
    super::word(verdict)
}
