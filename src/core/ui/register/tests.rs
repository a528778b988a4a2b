use std::collections::BTreeMap;

use expect_test::expect;

use super::*;
use crate::domain::act::{Act, PlaceAct};
use crate::domain::collective::Collective;
use crate::domain::journal::{JournalEntry, Left, Seat, Trace, TraceKind};
use crate::domain::place::{Call, Contact, ContactKind, ContactPast, NewContact};
use crate::domain::record::CLOSURE;
use crate::domain::{ChangeId, ContactId, Day, ItemId, Now, PersonId, Stamp, StayId, TraceId, Who};
use crate::domain::{Gravity, Holder, Msg, Role, Thread};
use crate::protocol::{Kept, Page, Past, Query, Rev};
use crate::ui::form::centre::CentreForm;
use crate::ui::form::contact::ContactForm;
use crate::ui::form::doctor::DoctorForm;
use crate::ui::form::post::PostForm;
use crate::ui::form::record::RecordForm;
use crate::ui::form::stay::StayForm;
use crate::ui::tab::fixture_week::{Desk, day, page, week};
use crate::ui::testing::{confirmed, opened, written};
use crate::ui::{Ask, Goto};

fn contact(id: i64, name: &str, phone: &str, checked: Option<Day>) -> Kept<Contact> {
    let what = NewContact {
        kind: ContactKind::Specialist,
        name: name.into(),
        purpose: "avis cardio".into(),
        phone: phone.into(),
        note: "demander l'interne".into(),
        checked,
        ..NewContact::default()
    };
    Kept::at(Contact { id: ContactId(id), what, begun: Stamp(0), written: None, calls: Vec::new() }, Rev(7))
}

fn directory(desk: &Desk) -> Register {
    let contacts = vec![
        contact(1, "Cardiologie, CH de Guéret", "0555515253", Some(day(3, 2))),
        contact(2, "Laboratoire", "3624", None),
    ];
    let mut register = Register::open(RegisterId::Directory);
    register.pane_mut().receive(&Page::Directory { contacts, past: BTreeMap::new() }, &desk.cx());
    register
}

#[test]
fn the_directory_shows_emergency_numbers_and_when_each_was_checked() {
    let desk = Desk::new();
    expect![[r#"
        ┌ Annuaire · 2 ────────────────────────────────────────────────────────────────────────────────────────────────────────┐
        │15 SAMU · 17 gendarmerie · 18 pompiers · 112 Europe · 116 117 médecin de garde                                        │
        │Signe ! : à vérifier. Appelez : r a répondu, s sans réponse, v tout est juste.                                        │
        │  nom                          téléphone       ligne directe   rubrique      répond   à jour au     pour quoi         │
        │▸ Cardiologie, CH de Guéret    05 55 51 52 53                  spécialistes           02/03/2026    avis cardio       │
        │  Laboratoire                  3624                            spécialistes           jamais !      avis cardio       │
        │                                                                                                                      │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
    "#]].assert_eq(&desk.drawn(directory(&desk).pane(), 120, 8));
    expect![[r#"
        ┌ Annuaire · 2 ────────────────────────────────────────────────────────────────┐
        │15 SAMU · 17 gendarmerie · 18 pompiers · 112 Europe · 116 117 médecin de garde│
        │Signe ! : à vérifier. Appelez : r a répondu, s sans réponse, v tout est juste.│
        │  nom                      téléphone       rubrique      répond   à jour au   │
        │▸ Cardiologie, CH de Gué…  05 55 51 52 53  spécialistes           02/03/2026  │
        │  Laboratoire              3624            spécialistes           jamais !    │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(directory(&desk).pane(), 80, 8));
}

#[test]
fn a_contact_tells_who_called_why_it_is_to_be_checked_and_what_it_was() {
    let desk = Desk::new();
    let mut kept = contact(1, "Cardiologie", "0536490241", Some(day(3, 2)));
    let cardio = &mut kept.what;
    let before = ContactPast { what: cardio.what.clone(), author: PersonId(1), at: Stamp::at(day(1, 5), 540) };
    cardio.what.direct = "0536490242".into();
    cardio.what.hours = "9 h–17 h".into();
    let after = ContactPast { what: cardio.what.clone(), author: PersonId(1), at: Stamp::at(day(3, 2), 540) };
    let call = |n, answered| Call { person: PersonId(1), at: Stamp::at(day(11, n), 600), answered };
    cardio.calls = vec![call(3, true), call(9, false), call(10, false)];
    let mut register = Register::open(RegisterId::Directory);
    let past = BTreeMap::from([(ContactId(1), vec![before, after])]);
    register.pane_mut().receive(&Page::Directory { contacts: vec![kept], past }, &desk.cx());
    expect![[r#"
        ┌ Annuaire · 1 ────────────────────────────────────────────────────────────────┐
        │15 SAMU · 17 gendarmerie · 18 pompiers · 112 Europe · 116 117 médecin de garde│
        │Signe ! : à vérifier. Appelez : r a répondu, s sans réponse, v tout est juste.│
        │  nom                      téléphone       rubrique      répond   à jour au   │
        │▸ Cardiologie              05 36 49 02 41  spécialistes  1 sur 3  03/11/2026 !│
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │Cardiologie · avis cardio                                                     │
        │05 36 49 02 41 · ligne directe 05 36 49 02 42 · 9 h–17 h                      │
        │demander l'interne                                                            │
        │A répondu 1 fois sur 3, mar. 10/11, 10:00 (C. Garnier). Vérifié le 02/03/2026.│
        │! À vérifier : les deux derniers appels sont restés sans réponse.             │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(register.pane(), 80, 19));
    let asks = register.pane_mut().act(Action::Versions, &desk.cx());
    let [Ask::Read { text, .. }] = asks.as_slice() else { panic!("{asks:?}") };
    expect![[r#"
        02/03/2026, 09:00 · C. Garnier
          Ligne directe : — → 05 36 49 02 42
          Horaires : — → 9 h–17 h

        05/01/2026, 09:00 · C. Garnier
          Qui : Cardiologie
          Rubrique : spécialistes
          Pour quoi : avis cardio
          Téléphone : 05 36 49 02 41
          Note : demander l'interne
          Vérifié le : 02/03/2026"#]]
    .assert_eq(text);
    let asks = register.pane_mut().act(Action::Answered, &desk.cx());
    let write = written(&asks);
    assert_eq!(write.act, Act::Place(PlaceAct::Call { contact: ContactId(1), answered: true }));
    assert_eq!(write.seen, [], "two who call at once have both called");
}

#[test]
fn removing_a_contact_is_asked_and_depends_on_what_was_seen() {
    let desk = Desk::new();
    let asks = directory(&desk).pane_mut().act(Action::Delete, &desk.cx());
    let yes = confirmed(&asks);
    let write = written(yes);
    assert_eq!(write.act, Act::Place(PlaceAct::RemoveContact(ContactId(1))));
    assert_eq!(write.seen, [(crate::protocol::Table::CONTACT.row(1), Rev(7))]);
}

#[test]
fn the_rota_as_a_list_starts_on_this_week_and_shows_the_gaps() {
    let desk = Desk::new();
    let mut register = Register::open(RegisterId::Stays);
    expect![[r#"
        ┌ Séjours ─────────────────────────────────────────────────────────────────────┐
        │  semaine  dates                    médecin         état        transmission  │
        │  S42      12–18 oct. 2026          ○ VACANT                                  │
        │  S43      19–25 oct. 2026          ○ VACANT                                  │
        │  S44      26 oct. – 1er nov. 2026  ○ VACANT                                  │
        │  S45      2–7 nov. 2026            Dr Morel        terminé     non signée    │
        │▸ S46      9–14 nov. 2026           Dr Vidal        en cours                  │
        │  S47      16–21 nov. 2026          Dr Aubert       désisté                   │
        │  S47      16–22 nov. 2026          ○ VACANT                                  │
        │  S48      23–28 nov. 2026          Dr Aubert       confirmé                  │
        │  S49      30 nov. – 5 déc. 2026    Dr Morel        confirmé                  │
        │  S50      7–12 déc. 2026           Dr Vidal        option                    │
        │  S51      14–15 déc. 2026          Dr Aubert       confirmé                  │
        │  S52      21–27 déc. 2026          ○ VACANT                                  │
        │  S53      28 déc. – 3 janv. 2027   fermé                                     │
        │  S01      4–10 janv. 2027          ○ VACANT                                  │
        │  S02      11–17 janv. 2027         ○ VACANT                                  │
        │  S03      18–24 janv. 2027         ○ VACANT                                  │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(register.pane(), 80, 19));
    let pane = register.pane_mut();
    let edit = StayForm::of(desk.frame.kept_stay(StayId(2)).unwrap());
    assert_eq!(*opened::<StayForm>(&pane.act(Action::Edit, &desk.cx())), edit);
    // The stay called off comes first, then the week itself, still without a doctor.
    pane.act(Action::Down, &desk.cx());
    assert!(!pane.can(Action::CancelStay, &desk.cx()));
    pane.act(Action::Down, &desk.cx());
    assert!(!pane.can(Action::Edit, &desk.cx()));
    let asks = pane.act(Action::Add, &desk.cx());
    let new = opened::<StayForm>(&asks);
    assert_eq!((&new.known, new.week), (&None, Some(week(47))));
    assert!(matches!(pane.act(Action::Enter, &desk.cx())[..], [Ask::Goto(Goto::Week(w))] if w == week(47)));
    assert!(matches!(pane.act(Action::Import, &desk.cx())[..], [Ask::PickRota]));
}

#[test]
fn doctors_are_found_without_accents_and_small_screens_keep_the_names() {
    let desk = Desk::new();
    let mut register = Register::open(RegisterId::Doctors);
    let known = Collective { stays: desk.frame.rota.stays.clone(), ..Collective::default() };
    register.pane_mut().receive(&Page::Collective(Box::new(known)), &desk.cx());
    expect![[r#"
        ┌ Médecins · 3 ────────────────────────────────────────────────────────────────────────────────────────────────────────┐
        │Filtrer (/) : libre mai, souhait s20, venu, jamais venu, pas sollicité                                                │
        │  nom                      téléphone       statut            séjours  dernier séjour           prochain séjour        │
        │▸ Aubert Paul              —               jeune diplômé     2        —                        23–28 nov. 2026        │
        │  Morel Luc                —               remplaçant        2        2–7 nov. 2026            30 nov. – 5 déc. 2026  │
        │  Vidal Hélène             —               retraité actif    1        —                        9–14 nov. 2026         │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
    "#]].assert_eq(&desk.drawn(register.pane(), 120, 7));
    let pane = register.pane_mut();
    pane.set_filter("HELENE", &desk.cx());
    let doctor = DoctorForm { known: desk.frame.kept_person(PersonId(3)) };
    assert_eq!(*opened::<DoctorForm>(&pane.act(Action::Edit, &desk.cx())), doctor);
    assert_eq!(pane.act(Action::Enter, &desk.cx()), [Ask::Volunteer(PersonId(3))]);
    expect![[r#"
        ┌ Médecins · 1 · filtre « HELENE » ────────────────────────────────────────────┐
        │Filtrer (/) : libre mai, souhait s20, venu, jamais venu, pas sollicité        │
        │  nom                téléphone       statut            prochain séjour        │
        │▸ Vidal Hélène       —               retraité actif    9–14 nov. 2026         │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(pane, 80, 6));
    // What they may be asked for is more than text, and can be put together with it.
    for (filter, doctors) in [("jamais venu", 1), ("venu", 2), ("venu, rhône", 1), ("pionnier", 0), ("libre mai", 0)] {
        pane.set_filter(filter, &desk.cx());
        let Some(Ask::PickVolunteers(listed)) = pane.takes_out(&desk.cx()) else { panic!("{filter}") };
        assert_eq!(listed.0.len(), doctors, "{filter}");
    }
    pane.set_filter("zzz", &desk.cx());
    assert!(!pane.can(Action::Edit, &desk.cx()));
}

#[test]
fn points_are_searched_by_the_store_and_open_ones_come_first() {
    let desk = Desk::new();
    let mut register = Register::open(RegisterId::Items);
    let pane = register.pane_mut();
    let asks = pane.set_filter(" inr ", &desk.cx());
    // A number would be a patient's too: what is booked is asked for beside the points.
    let wanted = vec![Query::Search("inr".to_owned()), Query::Patient("inr".to_owned())];
    assert_eq!((asks, pane.queries(&desk.cx())), (vec![Ask::Look], wanted));
    let mut found: Vec<Thread> = page().due.into_iter().map(|(_, t)| t).collect();
    found[0].relays[0].outcome = Some(crate::domain::Outcome::Done);
    pane.receive(&Page::Search(found), &desk.cx());
    assert!(matches!(pane.act(Action::Enter, &desk.cx())[..], [Ask::OpenThread(id)] if id.0 == 119));
    expect![[r#"
        ┌ Dossiers suivis · 3 · filtre « inr » ────────────────────────────────────────┐
        │  n°      dossier                     derniers mots               échéance    │
        │▸ 119     organisation                Vaccins livrés : vérifier…  mar. 10 nov.│
        │  121     0377 · M.D. 1948 (78 ans)   TSH à relire, adapter la …  ven. 13 nov.│
        │  118     1243 · M.D. 1948 (78 ans)   INR 4,8 sous AVK, contrôl…  fini        │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(pane, 80, 7));
}

#[test]
fn urgent_points_come_first_and_are_marked_where_columns_are_left_out() {
    let desk = Desk::new();
    let mut register = Register::open(RegisterId::Items);
    let mut found: Vec<Thread> = page().due.into_iter().map(|(_, t)| t).collect();
    found.sort_by_key(|t| t.item.id.0);
    for (thread, gravity) in found.iter_mut().zip([Gravity::Routine, Gravity::Watch, Gravity::Urgent]) {
        thread.relays[0].gravity = gravity;
    }
    register.pane_mut().receive(&Page::Search(found), &desk.cx());
    let shown = desk.drawn(register.pane(), 80, 7);
    assert!(shown.lines().nth(2).is_some_and(|line| line.contains("▸ ▲ 121")), "{shown}");
}

#[test]
fn a_role_that_ended_holds_nothing() {
    let mut desk = Desk::new();
    // Read by a doctor: who has left reads no points.
    desk.session.who = Who::is(PersonId(3));
    desk.frame.followed.insert(Holder::Role(Role::Coordination), 4);
    let drawn = |desk: &Desk| desk.drawn(Register::open(RegisterId::Team).pane(), 80, 5);
    assert!(drawn(&desk).contains("—               4"), "{}", drawn(&desk));
    let ended = desk.cx().now.day.plus(-1);
    desk.frame.rota.people.0.values_mut().filter(|p| p.role == Role::Coordination).for_each(|p| p.ended = Some(ended));
    assert!(drawn(&desk).contains("—               0"), "{}", drawn(&desk));
}

#[test]
fn what_is_signed_or_undone_cannot_be_undone() {
    let desk = Desk::new();
    let mut register = Register::open(RegisterId::History);
    let pane = register.pane_mut();
    let past = |id, undone, fixed| Past {
        id: ChangeId(id),
        at: Now::on(day(11, 9), 10, id.try_into().unwrap()).at,
        author: PersonId(1),
        said: Msg::new("closed-day"),
        undone,
        fixed,
        right: crate::domain::rights::Right::Own,
    };
    pane.receive(&Page::History(vec![past(3, false, true), past(2, true, false), past(1, false, false)]), &desk.cx());
    expect![[r#"
        ┌ Historique · 3 ──────────────────────────────────────────────────────────────┐
        │  quand                 qui             quoi                         état     │
        │▸ lun. 9 nov., 10:03    C. Garnier      fermé                        définitif│
        │  lun. 9 nov., 10:02    C. Garnier      fermé                        défait   │
        │  lun. 9 nov., 10:01    C. Garnier      fermé                                 │
        │                                                                              │
        │fermé                                                                         │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(pane, 80, 9));
    for why in ["store-undo-signed", "register-undone-already"] {
        let asks = pane.act(Action::Enter, &desk.cx());
        assert!(
            matches!(&asks[..], [Ask::Say(notice)] if notice.tone == crate::ui::Tone::Wrong && notice.msg.id == why),
            "{asks:?}"
        );
        pane.act(Action::Down, &desk.cx());
    }
    pane.act(Action::Last, &desk.cx());
    let asks = pane.act(Action::Enter, &desk.cx());
    let yes = confirmed(&asks);
    assert!(matches!(yes[..], [Ask::Revert(ChangeId(1))]));
}

#[test]
fn the_journal_says_what_was_done_by_numbers_and_opens_a_point() {
    let desk = Desk::new();
    let mut register = Register::open(RegisterId::Journal);
    let pane = register.pane_mut();
    let entry = |id, minute, trace, remote| JournalEntry {
        id: TraceId(id),
        left: Left {
            at: Now::on(day(11, 9), 14, minute).at,
            trace,
            person: (id != 2).then_some(PersonId(1)),
            account: None,
            seat: Seat::new("accueil", remote),
        },
    };
    pane.receive(&Page::Journal(Vec::new()), &desk.cx());
    expect![[r#"
        ┌ Journal des accès ───────────────────────────────────────────────────────────┐
        │Sert à répondre à qui demande qui a vu quoi. Jamais à comparer ni à classer.  │
        │Par numéros, sans nom ni texte. Chacun voit les siens, la coordination tout.  │
        │Rien n'a encore été noté ici. Les connexions, les pages et les points         │
        │ouverts, les recherches, les impressions et les exports y laisseront leur     │
        │ligne.                                                                        │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(pane, 80, 9));
    let entries = vec![
        entry(3, 2, Trace::point(ItemId(118)), false),
        entry(2, 1, Trace::of(TraceKind::RecoveredIn), true),
        entry(1, 0, Trace::stay(TraceKind::PrintedTransmission, StayId(12)), false),
    ];
    pane.receive(&Page::Journal(entries), &desk.cx());
    expect![[r#"
        ┌ Journal des accès ───────────────────────────────────────────────────────────┐
        │Sert à répondre à qui demande qui a vu quoi. Jamais à comparer ni à classer.  │
        │Par numéros, sans nom ni texte. Chacun voit les siens, la coordination tout.  │
        │  quand                 qui             quoi                      poste       │
        │▸ lun. 9 nov., 14:02    C. Garnier      point 118 ouvert          accueil     │
        │  lun. 9 nov., 14:01    —               base ouverte avec la cl…  accueil · s…│
        │  lun. 9 nov., 14:00    C. Garnier      transmission n° 12 impr…  accueil     │
        │09/11/2026, 14:02 · C. Garnier · point 118 ouvert · accueil                   │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(pane, 80, 9));
    let asks = pane.act(Action::Enter, &desk.cx());
    assert!(matches!(asks[..], [Ask::OpenThread(ItemId(118))]), "{asks:?}");
    pane.act(Action::Last, &desk.cx());
    assert!(!pane.can(Action::Enter, &desk.cx()));
}

#[test]
fn every_other_register_draws_and_says_what_can_be_added() {
    let desk = Desk::new();
    expect![[r#"
        ┌ Centre ──────────────────────────────────────────────────────────────────────┐
        │e modifie la ligne. a ajoute une fermeture ou, sur un poste, un poste.        │
        │  quoi                    valeur                                              │
        │▸ nom                     Centre de santé d'Ajain                             │
        │  commune                 Ajain, Creuse (23), zone A                          │
        │  ouvert depuis           lundi 12 octobre 2026                               │
        │  matin                   08:30 – 12:30                                       │
        │  après-midi              13:30 – 18:00                                       │
        │  jours ouverts           lun., mar., mer., jeu. matin, ven.                  │
        │  patients                numéro de dossier et initiales seulement            │
        │  détail des points       lu par toute l'équipe                               │
        │  verrou                  après 10 minutes sans une touche                    │
        │  livret                  à vérifier après 6 mois                             │
        │  compte du médecin       ouvert 1 j avant le séjour et 3 j après             │
        │  journal des accès       gardé 12 mois                                       │
        │  ordre des volontaires   habituel                                            │
        │  poste                   Médecin                                             │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(Register::open(RegisterId::Centre).pane(), 80, 18));
    expect![[r#"
        ┌ Équipe · 1 ──────────────────────────────────────────────────────────────────┐
        │  nom              rôle                présence         téléphone       points│
        │▸ Garnier Claire   coordination        lun–ven          —               0     │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(Register::open(RegisterId::Team).pane(), 80, 5));
    expect![[r#"
        ┌ Comptes ─────────────────────────────────────────────────────────────────────┐
        │Lecture…                                                                      │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(Register::open(RegisterId::Accounts).pane(), 80, 4));
}

#[test]
fn rows_of_the_centre_open_the_form_they_belong_to() {
    let desk = Desk::new();
    let mut register = Register::open(RegisterId::Centre);
    let pane = register.pane_mut();
    let _: &CentreForm = opened(&pane.act(Action::Edit, &desk.cx()));
    assert_eq!(*opened::<RecordForm>(&pane.act(Action::Add, &desk.cx())), RecordForm::new(&CLOSURE, None));
    assert!(!pane.can(Action::Delete, &desk.cx()));
    pane.act(Action::Last, &desk.cx());
    assert!(!pane.can(Action::Edit, &desk.cx()) && pane.can(Action::Delete, &desk.cx()));
    pane.act(Action::Up, &desk.cx());
    assert_eq!(*opened::<PostForm>(&pane.act(Action::Add, &desk.cx())), PostForm::default());
}

#[test]
fn a_click_selects_the_row_under_it() {
    let desk = Desk::new();
    let mut register = directory(&desk);
    let area = ratatui::layout::Rect::new(0, 0, 80, 8);
    // Border, emergency numbers, what is to be checked, and header stand above the rows.
    register.pane_mut().click(5, 5, area, &desk.cx());
    let asks = register.pane_mut().act(Action::Edit, &desk.cx());
    let known = opened::<ContactForm>(&asks).known.as_ref().unwrap();
    assert_eq!((known.what, known.rev), (ContactId(2), Rev(7)));
}

#[test]
fn an_absence_stands_beside_the_person() {
    use crate::domain::record::Absence;
    let mut desk = Desk::new();
    let team = |desk: &Desk| desk.drawn(Register::open(RegisterId::Team).pane(), 120, 8);
    let person = desk.frame.rota.people.in_role(Role::Coordination, desk.now.day).next().unwrap().id;
    let away = |from: i32| Absence {
        person,
        from: desk.now.day.plus(from),
        to: desk.now.day.plus(from + 2),
        replaced_by: Some(person),
    };
    let (soon, later) = (away(3), away(60));
    desk.frame.rota.absences = vec![soon];
    assert!(team(&desk).contains("abs. 13–15 nov., C. Garnier remplace"), "{}", team(&desk));
    desk.frame.rota.absences = vec![later];
    assert!(!team(&desk).contains("abs."), "{}", team(&desk));
}
