use expect_test::expect;

use super::*;
use crate::domain::act::{Act, ItemAct};
use crate::domain::{Now, Verdict, Who};
use crate::ui::form::Form as _;
use crate::ui::form::take::TakeForm;
use crate::ui::form::take_over::TakeOverForm;
use crate::ui::form::word::WordForm;
use crate::ui::tab::fixture::{CLAIRE, Fixture, ROCHE, S51, day, friday, monday};
use crate::ui::testing::{opened, written};

fn tab(f: &Fixture) -> BriefingTab {
    let mut tab = BriefingTab::new();
    tab.receive(&f.briefing(), &f.cx());
    tab
}

fn item(tab: &BriefingTab) -> Option<i64> {
    tab.entry().map(|e| e.thread.item.id.0)
}

#[test]
fn an_urgent_point_is_never_taken_by_the_space_bar() {
    let f = monday();
    let mut tab = tab(&f);
    assert_eq!(item(&tab), Some(2), "the urgent point due first");
    let asks = tab.act(Action::ReadNext, &f.cx());
    let take = opened::<TakeForm>(&asks);
    assert_eq!((take.on.what, take.urgent), (ItemId(2), true));
    assert_eq!(item(&tab), Some(2));
}

#[test]
fn the_space_bar_takes_an_ordinary_point_and_goes_to_the_next_that_waits() {
    let mut f = monday();
    f.answer(4, Some(S51), ROCHE, Answer::Taken, "");
    let mut tab = tab(&f);
    assert!(tab.select_item(ItemId(3)));
    let asks = tab.act(Action::ReadNext, &f.cx());
    let write = written(&asks);
    assert_eq!(write.act, Act::Item(ItemAct::Answer(ItemId(3), Answer::Taken, String::new())));
    assert_eq!(item(&tab), Some(5), "4 is answered");
}

#[test]
fn the_selection_stays_on_its_point_when_the_page_comes_again() {
    let mut f = monday();
    let mut tab = tab(&f);
    assert!(tab.select_item(ItemId(3)));
    f.threads.retain(|t| t.item.id != ItemId(1));
    tab.receive(&f.briefing(), &f.cx());
    assert_eq!(item(&tab), Some(3));
    f.threads.retain(|t| t.item.id != ItemId(3));
    tab.receive(&f.briefing(), &f.cx());
    assert_eq!(item(&tab), Some(4), "the one that stands where it stood");
}

#[test]
fn a_click_goes_to_a_section_or_selects_a_point_and_a_second_one_opens_it() {
    let f = monday();
    let mut tab = tab(&f);
    let area = Rect::new(0, 2, 120, 37);
    let rows = f.draw(&tab, 120, 37);
    let row_of = |said: &str| 2 + u16::try_from(rows.lines().position(|l| l.contains(said)).unwrap()).unwrap();
    assert!(tab.click(40, row_of("Plaie du pied"), area, &f.cx()).is_empty());
    assert_eq!(item(&tab), Some(3));
    assert!(matches!(tab.click(5, row_of("◇ Promesses"), area, &f.cx()).as_slice(), []));
    assert_eq!(item(&tab), Some(6), "the first promise");
    let asks = tab.click(5, row_of("✎ Livret"), area, &f.cx());
    assert!(matches!(asks.as_slice(), [Ask::Goto(Goto::Register(RegisterId::Booklet))]));
    tab.select_item(ItemId(2));
    let asks = tab.click(40, row_of("TSH contrôlée"), area, &f.cx());
    assert!(matches!(asks.as_slice(), [Ask::OpenThread(ItemId(2))]), "{asks:?}");
}

#[test]
fn nothing_is_offered_twice_nor_out_of_time() {
    let mut f = monday();
    f.answer(1, Some(S51), ROCHE, Answer::Taken, "Je revois le patient à 11 h.");
    let mut t = tab(&f);
    t.select_item(ItemId(1));
    assert!(!t.can(Action::Take, &f.cx()));
    assert!(t.can(Action::Complete, &f.cx()));
    t.select_item(ItemId(2));
    assert!(t.can(Action::Take, &f.cx()));
    assert!(!t.can(Action::Complete, &f.cx()), "a word comes after an answer");
    assert!(t.can(Action::TakeOver, &f.cx()));

    // The Friday before: one may read, not answer.
    f.now = Now::on(day(12, 11), 9, 0);
    let ahead = tab(&f);
    for action in [Action::ReadNext, Action::Take, Action::Question, Action::Return, Action::TakeOver, Action::Add] {
        assert!(!ahead.can(action, &f.cx()), "{action:?}");
    }
    assert!(f.draw(&ahead, 80, 24).contains("Lecture d'avance\u{a0}: vous répondrez à partir de lun. 14 déc."));
}

#[test]
fn taking_over_names_what_was_not_answered() {
    let mut f = monday();
    f.answer(1, Some(S51), ROCHE, Answer::Taken, "Vu.");
    let mut t = tab(&f);
    let asks = t.act(Action::TakeOver, &f.cx());
    let form = opened::<TakeOverForm>(&asks);
    assert_eq!((form.stay, form.unanswered.len()), (S51, 5));
    // What cannot wait comes first and is marked.
    let urgent: Vec<bool> = form.unanswered.iter().map(|(gravity, _)| *gravity == Gravity::Urgent).collect();
    assert!(urgent[0] && urgent.is_sorted_by(|a, b| a >= b), "{urgent:?}");
    let shown: Vec<String> = form.spec(&f.cx()).intro.into_iter().map(|(_, said)| said).collect();
    assert!(shown[1].starts_with('▲') && shown.iter().filter(|said| said.starts_with('▲')).count() == 1, "{shown:?}");
    f.take_over(S51, crate::domain::Stamp::at(day(12, 14), 9 * 60 + 12));
    let done = tab(&f);
    assert!(!done.can(Action::TakeOver, &f.cx()));
    assert!(f.draw(&done, 80, 24).contains("Relève prise lun. 14 déc., 09:12."));
}

#[test]
fn a_section_leads_to_its_first_point() {
    let f = monday();
    let mut tab = tab(&f);
    tab.act(Action::OtherPane, &f.cx());
    tab.act(Action::Down, &f.cx());
    tab.act(Action::Down, &f.cx());
    assert_eq!(item(&tab), Some(4), "the first result");
    tab.act(Action::Last, &f.cx());
    let asks = tab.act(Action::Enter, &f.cx());
    assert!(matches!(asks.as_slice(), [Ask::Goto(Goto::Register(RegisterId::Directory))]), "{asks:?}");
}

#[test]
fn the_team_answers_a_question_and_leaves_the_point_with_its_doctor() {
    let mut f = monday();
    f.answer(3, Some(S51), ROCHE, Answer::Taken, "");
    f.answer(3, Some(S51), ROCHE, Answer::Question, "Quelle IDE passe ?");
    f.session.who = Who::is(CLAIRE);
    let mut tab = tab(&f);
    assert!(tab.select_item(ItemId(3)));
    assert!(!tab.can(Action::Take, &f.cx()));
    let drawn = f.draw(&tab, 120, 30);
    assert!(drawn.contains("c répondre") && !drawn.contains("c compléter"), "{drawn}");
    let asks = tab.act(Action::ReadNext, &f.cx());
    let word = opened::<WordForm>(&asks);
    assert_eq!(word.verdict, Verdict::Answered);
    assert_eq!(word.base.to, f.threads[2].head().to);
    assert!(matches!(tab.act(Action::Voice, &f.cx()).as_slice(), [Ask::Voice(Some(ROCHE))]));
    f.session.who.dictated_by = Some(ROCHE);
    assert!(matches!(tab.act(Action::Voice, &f.cx()).as_slice(), [Ask::Voice(None)]));
}

#[test]
fn a_page_made_for_another_reader_is_not_taken() {
    let f = monday();
    let mut tab = BriefingTab::new();
    tab.receive(&f.team_briefing(CLAIRE), &f.cx());
    assert!(tab.page.is_none());
}

#[test]
fn the_arriving_doctor_sees_everything_at_120_columns() {
    let mut f = monday();
    f.answer(2, Some(S51), ROCHE, Answer::Taken, "J'appelle le labo à 9 h.");
    let mut tab = tab(&f);
    tab.select_item(ItemId(1));
    expect![[r#"
         Bonjour Dr Roche. S51, du lun. 14 au sam. 19 déc. Vous prenez la suite de l'équipe (S50 sans médecin) et du Dr Aubert
         (S49).
         Quand vous avez répondu : t pour prendre la relève.
        ┌ 1 réponse sur 6 ──────┐┌ 1 · Avant le premier patient — lecture ≈ 1 min ─────────────────────────────────────────────┐
        │▸▲ Urgent            2 ││  Mot du Dr Aubert                                                                           │
        │ □ À faire           1 ││    Semaine calme, deux visites à domicile à Lavaveix. La voiture 1 est au garage jusqu'au   │
        │ ◷ Résultats         2 ││    15.                                                                                      │
        │ ◇ Promesses         1 ││                                                                                             │
        │ · Plus tard         0 ││  ▲ URGENT  dossier 1202 · M.D. 1948 (78 ans) · résultat attendu                             │
        │   Mot du Dr Aubert    ││                                                        Aubert   en retard depuis ven. 11/12 │
        │ ✎ Livret              ││    TSH contrôlée, à lire dès réception.                                                     │
        │ ☎ Annuaire            ││    → Si TSH < 0,1, appeler l'endocrinologue.                                                │
        │                       ││    ✓ pris : « J'appelle le labo à 9 h. »                                                    │
        │                       ││                                                                                             │
        │                       ││▸ ▲ URGENT  dossier 1201 · M.D. 1948 (78 ans)               Aubert ← Vidal   pour mar. 15/12 │
        │                       ││    Vidal S48 : INR 4,8 sous AVK, sans saignement ; une prise sautée.                        │
        │                       ││    Aubert S49 : Contrôle au labo sam. 12/12, résultat attendu au centre lundi.              │
        │                       ││    → Si saignement, 15. Si INR ≥ 5, protocole du centre, avis du cardiologue.               │
        │                       ││    suivi par la coordination (pas encore pris par Dr Roche)                                 │
        │                       ││    p je prends (avec mes mots) · q question · r renvoyer à l'équipe · b appel, résultat     │
        │                       ││                                                                                             │
        │                       ││  ● À SURVEILLER  dossier 1203 · M.D. 1948 (78 ans)                                   Aubert │
        │                       ││    Plaie du pied, pansement trois fois par semaine par l'IDE.                               │
        │                       ││                                                                                             │
        │                       ││  · COURANT  dossier 1204 · M.D. 1948 (78 ans) · résultat attendu   Aubert   pour ven. 18/12 │
        │                       ││    Scanner thoracique, compte rendu attendu de Guéret.                                      │
        │                       ││                                                                                             │
        │                       ││  · COURANT  dossier 1205 · M.D. 1948 (78 ans) · résultat attendu             Aubert ← Vidal │
        │                       ││    Vidal S48 : Frottis.                                                                     │
        │                       ││    Aubert S49 · inchangé.                                                                   │
        │                       ││                                                                                             │
        │                       ││  · COURANT  dossier 1206 · M.D. 1948 (78 ans) · promesse           Aubert   pour mar. 22/12 │
        │                       ││    Promis un courrier pour la MDPH.                                                         │
        │                       ││                                                                                             │
        │                       ││                                                                                             │
        │                       ││                                                                                             │
        │                       ││                                                                                             │
        │                       ││                                                                                             │
        │                       ││                                                                                             │
        └───────────────────────┘└─────────────────────────────────────────────────────────────────────────────────────────────┘
    "#]].assert_eq(&f.draw(&tab, 120, 40));
}

#[test]
fn the_arriving_doctor_sees_everything_at_80_columns() {
    let f = monday();
    expect![[r#"
         Bonjour Dr Roche. S51, du lun. 14 au sam. 19 déc. Vous prenez la suite de
         l'équipe (S50 sans médecin) et du Dr Aubert (S49).
         Quand vous avez répondu : t pour prendre la relève.
        ┌ 0 réponse sur 6 ───┐┌ 1 · Avant le premier patient — lecture ≈ 1 min ────────┐
        │▸▲ Urgent         2 ││  Mot du Dr Aubert                                      │
        │ □ À faire        1 ││    Semaine calme, deux visites à domicile à Lavaveix.  │
        │ ◷ Résultats      2 ││    La voiture 1 est au garage jusqu'au 15.             │
        │ ◇ Promesses      1 ││                                                        │
        │ · Plus tard      0 ││▸ ▲ URGENT  dossier 1202 · M.D. 1948 (78 ans)           │
        │   Mot du Dr Aubert ││    résultat atte… Aubert   en retard depuis ven. 11/12 │
        │ ✎ Livret           ││    TSH contrôlée, à lire dès réception.                │
        │ ☎ Annuaire         ││    → Si TSH < 0,1, appeler l'endocrinologue.           │
        │                    ││    suivi par la coordination (pas encore pris par      │
        │                    ││    Dr Roche)                                           │
        │                    ││    p je prends (avec mes mots) · q question            │
        │                    ││    r renvoyer à l'équipe · b appel, résultat           │
        │                    ││                                                        │
        │                    ││  ▲ URGENT  dossier 1201 · M.D. 1948 (78 ans)           │
        │                    ││                       Aubert ← Vidal   pour mar. 15/12 │
        └────────────────────┘└────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&f.draw(&tab(&f), 80, 20));
}

#[test]
fn the_greeting_of_the_team_never_takes_more_than_two_rows() {
    let mut f = friday();
    f.session.who = Who::is(CLAIRE);
    f.threads.clear();
    let first = |f: &Fixture, columns: u16| {
        let said = f.draw(&tab(f), columns, 14);
        said.lines().take_while(|line| !line.contains('┌')).map(str::to_owned).collect::<Vec<_>>()
    };
    // Too narrow for all of it: the points stay, who is there already goes.
    let narrow = first(&f, 45);
    assert!(narrow.len() <= 2, "{narrow:?}");
    let narrow = narrow.join(" ");
    assert!(narrow.contains("Vous ne suivez aucun point.") && narrow.contains("arrive"), "{narrow}");
    assert!(!narrow.contains("est là"), "{narrow}");
    // On the last day one leaves tonight.
    f.now.day = f.now.day.plus(1);
    assert!(first(&f, 90).join(" ").contains("Dr Vidal part ce soir."));
}

#[test]
fn the_team_is_greeted_with_what_it_follows() {
    let mut f = friday();
    f.session.who = Who::is(CLAIRE);
    f.threads.clear();
    expect![[r#"
         Bonjour Claire. Vous ne suivez aucun point. Dr Vidal est là jusqu'au sam. 28 nov. Dr
         Aubert arrive lun. 30 nov. C. Garnier ouvre lun. 30 nov.
        ┌ 0 réponse sur 0 ──────┐┌ Aujourd'hui ──────────────────────────────────────────────────┐
        │▸▲ Urgent            0 ││▸ ⌂ Dr Vidal repart                                            │
        │ ! À débloquer       0 ││    sam. 28 nov.                                               │
        │ · Cette semaine     2 ││    ⏎ ouvrir                                                   │
        │ □ À faire           0 ││                                                               │
        │ ◷ Résultats         0 ││  ⌂ Dr Aubert arrive                                           │
        │ ◇ Promesses         0 ││    lun. 30 nov.                                               │
        │ · Plus tard         0 ││                                                               │
        │ ✎ Livret              ││                                                               │
        │ ☎ Annuaire            ││                                                               │
        │                       ││                                                               │
        └───────────────────────┘└───────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&f.draw(&tab(&f), 90, 14));
}

#[test]
fn the_team_is_told_who_is_absent_and_who_opens() {
    use crate::domain::record::{Absence, Opens};
    use crate::ui::tab::fixture::NURSE;
    let mut f = friday();
    f.session.who = Who::is(CLAIRE);
    f.threads.clear();
    let today = f.now.day;
    let away = Absence { person: NURSE, from: today, to: today.plus(3), replaced_by: Some(CLAIRE) };
    f.frame.rota.absences = vec![away];
    f.frame.rota.opens = vec![Opens { week: today.week().next(), person: CLAIRE }];
    let drawn = |f: &Fixture| f.draw(&tab(f), 120, 14).split_whitespace().collect::<Vec<_>>().join(" ");
    let said = drawn(&f);
    assert!(said.contains("N. Morel n'est pas là jusqu'au lun. 30 nov., C. Garnier remplace."), "{said}");
    assert!(said.contains("C. Garnier ouvre lun. 30 nov."), "{said}");
    // On the Monday it is today, whoever was to come.
    f.now.day = today.plus(3);
    f.frame.rota.opens.clear();
    assert!(drawn(&f).contains("C. Garnier ouvre."));
    f.now.day = today.plus(4);
    let said = drawn(&f);
    assert!(!said.contains("ouvre") && !said.contains("n'est pas là"), "{said}");
}

/// The Monday of S51, at the coordination's desk: a contract that is late, the doctor who comes today.
fn with_a_late_contract() -> Fixture {
    use crate::domain::collective::Listed;
    use crate::domain::record::{Task, Written};
    let mut f = monday();
    f.session.who = Who::is(CLAIRE);
    let template = crate::domain::record::TaskTemplate {
        what: "Contrat signé".into(),
        anchor: crate::domain::record::Anchor::Arrival,
        days: -10,
        owner: crate::domain::Role::Coordination,
        person: None,
        before_arrival: true,
        after: String::new(),
        length: None,
        statuses: Vec::new(),
    };
    let stay = f.frame.rota.stay(S51).unwrap().clone();
    let task: Task = template.task(&stay, f.now.day.plus(-40));
    let row = Written { id: 7, rev: crate::protocol::Rev(3), values: task.values(), by: None };
    f.prepared.tasks = vec![Listed { what: task, row }];
    f
}

#[test]
fn what_is_to_be_done_stands_after_what_presses_most() {
    let f = with_a_late_contract();
    let tab = tab(&f);
    expect![[r#"
         Bonjour Claire. Vous suivez 6 points. S49 (Dr Aubert) signée, en attente de
         reprise, tenue par C. Garnier. S52 : pas encore de médecin. C. Garnier ouvre.
        ┌ 0 réponse sur 6 ───┐┌ Aujourd'hui — lecture ≈ 1 min ─────────────────────────┐
        │▸▲ Urgent         2 ││▸ ▲ URGENT  dossier 1202 · M.D. 1948 (78 ans)           │
        │ ! À débloquer    0 ││    résultat atte… Aubert   en retard depuis ven. 11/12 │
        │ ! En retard      1 ││    TSH contrôlée, à lire dès réception.                │
        │ → Aujourd'hui    1 ││    → Si TSH < 0,1, appeler l'endocrinologue.           │
        │ □ À faire        1 ││    suivi par la coordination (pas encore pris par      │
        │ ◷ Résultats      2 ││    Dr Roche)                                           │
        │ ◇ Promesses      1 ││    p je prends (avec mes mots) · c compléter           │
        │ · Plus tard      0 ││    b appel, résultat · f fini · a adresser             │
        │ ✎ Livret           ││                                                        │
        │ ☎ Annuaire         ││  ▲ URGENT  dossier 1201 · M.D. 1948 (78 ans)           │
        │                    ││                       Aubert ← Vidal   pour mar. 15/12 │
        │                    ││    Vidal S48 : INR 4,8 sous AVK, sans saignement ; une │
        │                    ││    prise sautée.                                       │
        │                    ││    Aubert S49 : Contrôle au labo sam. 12/12, résultat  │
        │                    ││    attendu au centre lundi.                            │
        │                    ││    → Si saignement, 15. Si INR ≥ 5, protocole du       │
        │                    ││    centre, avis du cardiologue.                        │
        │                    ││    suivi par la coordination (pas encore pris par      │
        │                    ││    Dr Roche)                                           │
        │                    ││                                                        │
        └────────────────────┘└────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&f.draw(&tab, 80, 24));
    expect![[r#"
         Bonjour Claire. Vous suivez 6 points. Dr Roche est là jusqu'au sam. 19 déc. S49 (Dr Aubert) signée, en attente de
         reprise, tenue par C. Garnier. S52 : pas encore de médecin. C. Garnier ouvre.
        ┌ 0 réponse sur 6 ──────┐┌ Aujourd'hui — lecture ≈ 1 min ──────────────────────────────────────────────────────────────┐
        │▸▲ Urgent            2 ││▸ ▲ URGENT  dossier 1202 · M.D. 1948 (78 ans) · résultat attendu                             │
        │ ! À débloquer       0 ││                                                        Aubert   en retard depuis ven. 11/12 │
        │ ! En retard         1 ││    TSH contrôlée, à lire dès réception.                                                     │
        │ → Aujourd'hui       1 ││    → Si TSH < 0,1, appeler l'endocrinologue.                                                │
        │ □ À faire           1 ││    suivi par la coordination (pas encore pris par Dr Roche)                                 │
        │ ◷ Résultats         2 ││    p je prends (avec mes mots) · c compléter · b appel, résultat · f fini · a adresser      │
        │ ◇ Promesses         1 ││                                                                                             │
        │ · Plus tard         0 ││  ▲ URGENT  dossier 1201 · M.D. 1948 (78 ans)               Aubert ← Vidal   pour mar. 15/12 │
        │ ✎ Livret              ││    Vidal S48 : INR 4,8 sous AVK, sans saignement ; une prise sautée.                        │
        │ ☎ Annuaire            ││    Aubert S49 : Contrôle au labo sam. 12/12, résultat attendu au centre lundi.              │
        │                       ││    → Si saignement, 15. Si INR ≥ 5, protocole du centre, avis du cardiologue.               │
        │                       ││    suivi par la coordination (pas encore pris par Dr Roche)                                 │
        │                       ││                                                                                             │
        │                       ││  ! Contrat signé : Dr Roche, S51                                                            │
        │                       ││    depuis ven. 4 déc. · coordination · avant l'arrivée                                      │
        │                       ││                                                                                             │
        │                       ││  ⌂ Dr Roche arrive                                                                          │
        │                       ││                                                                                             │
        │                       ││  ● À SURVEILLER  dossier 1203 · M.D. 1948 (78 ans)                                   Aubert │
        │                       ││    Plaie du pied, pansement trois fois par semaine par l'IDE.                               │
        └───────────────────────┘└─────────────────────────────────────────────────────────────────────────────────────────────┘
    "#]].assert_eq(&f.draw(&tab, 120, 24));
}

#[test]
fn enter_opens_what_is_to_be_done_and_one_key_settles_it() {
    use crate::domain::act::RecordAct;
    use crate::domain::record::TASK;
    let f = with_a_late_contract();
    let mut tab = tab(&f);
    let task = tab.cards().into_iter().find(|card| matches!(card, Card::Due(_))).unwrap();
    tab.go(task);
    let shown = f.draw(&tab, 120, 24);
    assert!(shown.contains("Contrat signé : Dr Roche, S51") && shown.contains("Espace fait"), "{shown}");
    assert!(matches!(tab.act(Action::Enter, &f.cx()).as_slice(), [Ask::Stay(S51)]));
    let asks = tab.act(Action::ReadNext, &f.cx());
    let write = written(&asks);
    let Act::Record(RecordAct::Put(record, Some(7), values)) = &write.act else { panic!("{:?}", write.act) };
    assert_eq!((record.table, values.day("settled_on")), (TASK.table, Some(f.now.day)));
    assert_eq!(values.choice("state"), Some("Done"));
    // What takes more than a key says so, and what is of points alone does nothing.
    let arrives = tab
        .page
        .as_ref()
        .unwrap()
        .due
        .iter()
        .find(|due| due.stay() == Some(S51) && due.settled(CLAIRE, f.now).is_none());
    let arrives = Card::Due(arrives.unwrap().id());
    tab.go(arrives);
    assert!(!tab.can(Action::ReadNext, &f.cx()) && !tab.can(Action::Take, &f.cx()));
    assert_eq!(tab.why_not(Action::ReadNext, &f.cx()).unwrap().id, "why-open-to-settle");
}

#[test]
fn the_head_office_finds_what_is_to_be_done_and_no_point() {
    let mut f = with_a_late_contract();
    f.frame.rota.people.0.get_mut(&CLAIRE).unwrap().role = crate::domain::Role::HeadOffice;
    f.prepared.tasks[0].what.owner = crate::domain::Role::HeadOffice;
    f.prepared.tasks[0].what.person = Some(CLAIRE);
    let mut tab = tab(&f);
    let shown = f.draw(&tab, 120, 16);
    assert!(shown.contains("Contrat signé") && !shown.contains("Urgent") && !shown.contains("Livret"), "{shown}");
    assert!(!tab.can(Action::Add, &f.cx()) && !tab.can(Action::Booklet, &f.cx()));
    tab.page.as_mut().unwrap().due.clear();
    assert!(f.draw(&tab, 120, 16).contains("Rien ne vous attend aujourd'hui."));
}
