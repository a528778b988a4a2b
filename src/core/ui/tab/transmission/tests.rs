use crossterm::event::KeyCode;
use expect_test::expect;

use super::*;
use crate::domain::act::Act;
use crate::domain::{Answer, Notes, Now, Stamp, Who};
use crate::protocol::Raw;
use crate::ui::Outcome;
use crate::ui::form::sign::SignForm;
use crate::ui::layer::review::ReviewLayer;
use crate::ui::tab::fixture::{CLAIRE, Fixture, POST, ROCHE, S48, S49, S51, VIDAL, day, friday, week};
use crate::ui::testing::{opened, written};

fn tab(f: &Fixture) -> TransmissionTab {
    let mut tab = TransmissionTab::new();
    tab.receive(&f.transmission(tab.stay(&f.cx()).unwrap().id), &f.cx());
    tab
}

fn item(tab: &TransmissionTab) -> Option<i64> {
    tab.line().map(|l| l.thread.item.id.0)
}

#[test]
fn unchanged_is_one_key_and_goes_to_the_next_to_decide() {
    let f = friday();
    let mut tab = tab(&f);
    assert_eq!(item(&tab), Some(2), "the watched one first");
    let asks = tab.act(Action::Unchanged, &f.cx());
    let write = written(&asks);
    let Act::Item(ItemAct::Say(ItemId(2), Verdict::Unchanged, word)) = &write.act else { panic!("{write:?}") };
    assert_eq!(word.to, crate::domain::Addressee::Post(POST, week(49)));
    assert_eq!(word.text, "");
    assert_eq!(item(&tab), Some(1));
}

#[test]
fn one_key_says_a_word_once() {
    let mut f = friday();
    f.threads.retain(|t| t.item.id == ItemId(1));
    let mut tab = tab(&f);
    assert_eq!(tab.act(Action::Unchanged, &f.cx()).len(), 1);
    assert_eq!(tab.act(Action::Unchanged, &f.cx()).len(), 0, "the answer is not there yet");
}

#[test]
fn the_third_unchanged_asks_for_a_decision() {
    let mut f = friday();
    f.say(2, Verdict::Unchanged, (CLAIRE, day(11, 19), ""));
    f.say(2, Verdict::Unchanged, (CLAIRE, day(11, 20), ""));
    f.head(2).to = crate::domain::Addressee::Post(POST, week(48));
    let mut tab = tab(&f);
    let asks = tab.act(Action::Unchanged, &f.cx());
    assert_eq!(opened::<DecideForm>(&asks).on.what, ItemId(2));
    assert_eq!(item(&tab), Some(2));
}

#[test]
fn nothing_can_be_said_once_it_is_signed() {
    let mut f = friday();
    f.sign(S48, day(11, 27), Notes::default());
    let tab = tab(&f);
    for action in [
        Action::Unchanged,
        Action::Complete,
        Action::Confirm,
        Action::Differ,
        Action::Finish,
        Action::Address,
        Action::Edit,
        Action::Notes,
        Action::Sign,
        Action::Add,
    ] {
        for row in tab.rows() {
            let mut tab = super::TransmissionTab { selected: Some(row), page: tab.page.clone(), ..Default::default() };
            assert!(!tab.can(action, &f.cx()), "{action:?}");
            assert!(tab.act(action, &f.cx()).is_empty());
        }
    }
    assert!(tab.can(Action::Addendum, &f.cx()));
}

#[test]
fn ones_own_word_is_corrected_until_somebody_answers_it() {
    let mut f = friday();
    let mut t = tab(&f);
    assert!(t.select_item(ItemId(4)));
    let asks = t.act(Action::Edit, &f.cx());
    assert_eq!(opened::<AmendForm>(&asks).base.text, "INR 4,8 sous AVK, sans saignement.");
    assert!(!t.can(Action::Confirm, &f.cx()), "one does not confirm one's own new point");
    t.select_item(ItemId(1));
    assert!(!t.can(Action::Edit, &f.cx()), "Claire's word");
    f.answer(4, None, CLAIRE, Answer::Read, "");
    t.receive(&f.transmission(S48), &f.cx());
    t.select_item(ItemId(4));
    assert!(!t.can(Action::Edit, &f.cx()));
}

#[test]
fn once_signed_nothing_is_left_to_decide() {
    let mut f = friday();
    f.sign(S48, day(11, 27), Notes::default());
    let signature = f.frame.rota.handovers.get_mut(&S48).and_then(|h| h.signature.as_mut()).unwrap();
    signature.undecided = vec![ItemId(1), ItemId(2), ItemId(3)];
    let shown = f.draw(&tab(&f), 80, 20);
    assert!(shown.contains("3 traités sur 6 · 3 tels quels") && shown.contains("· tel quel"), "{shown}");
    assert!(!shown.contains("à décider"));
}

#[test]
fn a_draft_is_named_by_its_text_or_by_its_file() {
    let f = friday();
    let mut t = tab(&f);
    let mut named = |fields: &[(&str, &str)]| {
        let raw = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        t.receive(&Page::Drafts(vec![Draft { key: "item/new".into(), raw, at: f.now.at }]), &f.cx());
        f.draw(&t, 120, 30)
    };
    let to = ("to", "post/1/2026-S49");
    assert!(named(&[("file", "1243"), ("text", "INR à 4,8"), to]).contains("nouveau point (INR à 4,8)."));
    assert!(named(&[("file", "1243"), ("text", ""), to]).contains("nouveau point (1243)."));
}

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let f = friday();
    let mut t = tab(&f);
    let area = Rect::new(0, 2, 80, 20);
    // Two lines above, the border, four notes, then the points.
    let on = |row: u16| 2 + 2 + 1 + 4 + row;
    assert!(t.click(5, on(2), area, &f.cx()).is_empty());
    assert_eq!(item(&t), Some(3));
    assert!(matches!(t.click(5, on(2), area, &f.cx()).as_slice(), [Ask::OpenThread(ItemId(3))]));
    assert!(matches!(t.click(60, 10, area, &f.cx()).as_slice(), [Ask::OpenThread(ItemId(3))]), "told on the right");
    assert!(t.click(5, on(12), area, &f.cx()).is_empty());
    assert!(t.click(5, 3, area, &f.cx()).is_empty());
    assert_eq!(item(&t), Some(3));
}

#[test]
fn the_team_reads_and_types_only_under_dictation() {
    let mut f = friday();
    f.session.who = Who::is(CLAIRE);
    let mut t = tab(&f);
    assert!(!t.can(Action::Unchanged, &f.cx()));
    assert!(!t.can(Action::Sign, &f.cx()));
    assert!(f.draw(&t, 80, 20).contains("Lecture seule\u{a0}: m pour saisir sous la dictée du Dr Vidal."));
    assert!(matches!(t.act(Action::Voice, &f.cx()).as_slice(), [Ask::Voice(Some(VIDAL))]));
    f.session.who.dictated_by = Some(VIDAL);
    assert!(t.can(Action::Unchanged, &f.cx()));
}

#[test]
fn what_a_doctor_left_unsigned_the_coordination_hands_on_as_it_is() {
    let mut f = friday();
    f.session.who = Who::is(CLAIRE);
    f.now = Now::on(day(12, 7), 9, 0);
    let mut t = tab(&f);
    assert_eq!(t.page.as_ref().map(|p| p.stay.id), Some(S48), "the oldest first");
    let asks = t.act(Action::Sign, &f.cx());
    let sign = opened::<SignForm>(&asks);
    assert_eq!((sign.stay, sign.as_is), (S48, true));
    let loads = t.act(Action::Right, &f.cx());
    assert_eq!(loads, [Ask::Look]);
    assert_eq!(t.queries(&f.cx()).first(), Some(&Query::Transmission(S49)));
    assert!(!t.can(Action::Right, &f.cx()), "S51 has not begun");
}

#[test]
fn a_silent_week_is_signed_as_such_and_drafts_are_named() {
    let mut f = friday();
    f.threads.retain(|t| t.item.id == ItemId(1));
    let mut t = tab(&f);
    let raw = [("text".to_owned(), "Appeler le labo".to_owned())].into_iter().collect();
    let draft = Draft { key: "word/1".into(), raw, at: f.now.at };
    t.receive(&Page::Drafts(vec![draft]), &f.cx());
    // What was begun is looked at first, and is one key from its form.
    assert_eq!(t.act(Action::Sign, &f.cx()), [Ask::Review]);
    let review = t.review(&f.cx()).unwrap();
    let sign = &review.sign;
    assert_eq!((sign.silent, sign.as_is, sign.undecided), (true, false, 1));
    assert_eq!(sign.drafts, ["dossier 1201 · M.D. 1948 (78 ans) (Appeler le labo)"]);
    let Outcome::Asks(asks) = ReviewLayer::new(review).key(&KeyCode::Enter.into()) else { panic!() };
    let word = opened::<WordForm>(&asks);
    assert_eq!((word.on.what, word.verdict), (ItemId(1), Verdict::Completed));
    t.receive(&Page::Drafts(Vec::new()), &f.cx());
    assert!(opened::<SignForm>(&t.act(Action::Sign, &f.cx())).drafts.is_empty());
}

#[test]
fn every_draft_of_the_handover_opens_in_the_form_it_was_begun_in() {
    let f = friday();
    let mut t = tab(&f);
    let mut begun = |key: &str| {
        t.receive(&Page::Drafts(vec![Draft { key: key.into(), raw: Raw::new(), at: f.now.at }]), &f.cx());
        let review = t.review(&f.cx()).unwrap();
        review.drafts.into_iter().next().map(|begun| begun.open)
    };
    for key in [
        "item/quick",
        "item/new",
        "item/new/1243",
        "item/new/",
        "word/1",
        "word/1/address",
        "word/1/differs",
        "finish/1",
        "decide/1",
        "step/1",
        "note/1/note-week",
    ] {
        let Some(Ask::Open(dialog)) = begun(key) else { panic!("{key}: {:?}", begun(key)) };
        assert_eq!(dialog.form().draft().as_deref(), Some(key), "the draft comes back in it");
    }
    // What belongs to another stay, or to the briefing, is no draft of this handover.
    for key in ["note/2/note-week", "addendum/2", "take/1", "stay/new"] {
        assert_eq!(begun(key), None, "{key}");
    }
}

#[test]
fn the_next_doctors_take_over_is_said() {
    let mut f = friday();
    f.sign(S48, day(11, 27), Notes::default());
    let text = f.draw(&tab(&f), 120, 20);
    assert!(
        text.contains(
            "Signée ven. 27 nov., 18:42 par Dr Vidal (1a2b3c4d). En attente de reprise, tenue par C. Garnier."
        )
    );
    f.take_over(S49, Stamp::at(day(11, 30), 8 * 60 + 31));
    let text = f.draw(&tab(&f), 120, 20);
    assert!(text.contains("Reprise lun. 30 nov., 08:31 par Dr Aubert."), "{text}");
}

#[test]
fn a_stay_to_come_says_when_it_begins() {
    let mut f = friday();
    f.session.who = Who::is(ROCHE);
    let t = TransmissionTab::new();
    assert_eq!(t.stay(&f.cx()).map(|s| s.id), Some(S51));
    assert!(f.draw(&t, 80, 5).contains("Le séjour commence lun. 14 déc."));
}

#[test]
fn friday_at_120_columns() {
    let f = friday();
    let mut t = tab(&f);
    t.select_item(ItemId(4));
    expect![[r#"
         S48 · Dr Vidal, du lun. 23 au sam. 28 nov. Brouillon, à signer ven. 27 nov.
         Note de la semaine : rien d'écrit pour l'instant  o modifier
        ┌ 3 traités sur 6 · 3 à décider ───────┐┌ Point n° 4 ──────────────────────────────────────────────────────────────────┐
        │   Note de la semaine                 ││ ▲ URGENT  dossier 1204 · M.D. 1948 (78 ans)          Vidal   pour mar. 01/12 │
        │   Mot pour la suite                  ││   INR 4,8 sous AVK, sans saignement.                                         │
        │   Remarques sur le centre            ││   → Si saignement, 15.                                                       │
        │   Passation orale (quand, comment)   ││   suivi par Dr Vidal                                                         │
        │ ● 1202 M.D.              □ à décider ││   sera transmis à : médecin S49 (Dr Aubert)                                  │
        │ · 1201 M.D.              □ à décider ││   c compléter · b appel, résultat · f fini · a adresser · e corriger mon mot │
        │ · 1203 M.D.              □ à décider ││                                                                              │
        │▸▲ 1204 M.D.                ✓ nouveau ││                                                                              │
        │ · Commander des bandelett… ✓ nouveau ││                                                                              │
        │ · 1206 M.D.                   ✓ fini ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        │                                      ││                                                                              │
        └──────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────┘
    "#]].assert_eq(&f.draw(&t, 120, 40));
}

#[test]
fn friday_at_80_columns() {
    let f = friday();
    let mut t = tab(&f);
    let draft = Draft { key: "item/new".into(), raw: crate::protocol::Raw::new(), at: f.now.at };
    t.receive(&Page::Drafts(vec![draft]), &f.cx());
    expect![[r#"
         S48 · Dr Vidal, du lun. 23 au sam. 28 nov. Brouillon, à signer ven. 27 nov.
         Note de la semaine : rien d'écrit pour l'instant  o modifier
        ┌ 3 traités sur 6 · 3 à décider ──┐┌ Point n° 2 ───────────────────────────────┐
        │   Note de la semaine            ││ ● À SURVEILLER  1202 · M.D. 1948 (78 ans) │
        │   Mot pour la suite             ││                                C. Garnier │
        │   Remarques sur le centre       ││   Bilan rénal à lire.                     │
        │   Passation orale               ││   suivi par la coordination (pas encore   │
        │▸● 1202 M.D.         □ à décider ││   pris par Dr Vidal)                      │
        │ · 1201 M.D.         □ à décider ││   sera transmis à : médecin S49 (Dr       │
        │ · 1203 M.D.         □ à décider ││   Aubert)                                 │
        │ ▲ 1204 M.D.           ✓ nouveau ││   i inchangé · c compléter                │
        │ · Commander des band… ✓ nouveau ││   = je confirme · v je vois autrement     │
        │ · 1206 M.D.              ✓ fini ││   b appel, résultat · f fini · a adresser │
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        └─────────────────────────────────┘└───────────────────────────────────────────┘
         Gardé en brouillon, pas encore transmis : nouveau point.
    "#]]
    .assert_eq(&f.draw(&t, 80, 20));
}
