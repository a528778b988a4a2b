use expect_test::expect;
use ratatui::layout::Rect;

use super::*;
use crate::domain::act::Act;
use crate::domain::place::{Chapter, Check, Seen};
use crate::domain::{Day, PersonId, Stamp};
use crate::protocol::{Rev, Table, Write};
use crate::ui::testing::{AUBERT, Desk, GARNIER, VIDAL, confirmed, day, shown};

fn written(id: i64, chapter: Chapter, title: &str, text: &str, on: Day) -> Kept<GuidePage> {
    let at = Stamp::at(on, 540);
    let head = Version {
        id: VersionId(id * 10),
        what: NewPage { chapter, title: title.into(), text: text.into() },
        author: GARNIER,
        at,
    };
    let page =
        GuidePage { id: PageId(id), head, begun: at, versions: 1, check: None, read: Vec::new(), removed: false };
    Kept::at(page, Rev(id))
}

fn pages() -> Vec<Kept<GuidePage>> {
    let mut codes =
        written(1, Chapter::Access, "Codes", "# Porte\n- **Entrée** : ((4821))\n- Alarme : ((77#))", day(2026, 11, 9));
    codes.what.versions = 2;
    codes.what.read = vec![Seen { person: VIDAL, at: Stamp(0) }];
    let printer = written(2, Chapter::Computing, "Imprimante", "Éteindre, rallumer.", day(2026, 3, 2));
    let mut car = written(3, Chapter::Life, "Voiture", "Boîte à clés : ((0417))", day(2026, 2, 2));
    car.what.check = Some(Check { person: PersonId(2), day: day(2026, 10, 5) });
    let mut fax = written(4, Chapter::Computing, "Fax", "Sous la table.", day(2024, 2, 2));
    fax.what.removed = true;
    vec![codes, printer, car, fax]
}

fn booklet(desk: &Desk) -> Booklet {
    let mut booklet = Booklet::default();
    booklet.receive(&Page::Booklet(pages()), &desk.cx());
    booklet
}

fn drawn(booklet: &Booklet, desk: &Desk, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    booklet.draw(area, &mut buf, &desk.cx());
    shown(&buf)
}

fn press(booklet: &mut Booklet, desk: &Desk, actions: &[Action]) -> Vec<Ask> {
    actions.iter().flat_map(|action| booklet.act(*action, &desk.cx())).collect()
}

fn saved(asks: &[Ask]) -> (&PlaceAct, &[(crate::protocol::Row, Rev)]) {
    match asks {
        [Ask::Save(Write { act: Act::Place(act), seen, .. })] => (act, seen),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_team_sees_who_has_read_a_page_and_which_are_to_be_checked() {
    let desk = Desk::of(GARNIER);
    let mut booklet = booklet(&desk);
    expect![[r#"
        ┌ Livret · 3 ────────────────┐┌ Codes ─────────────────────────────────────────┐
        │Accès et codes              ││ Modifiée par C. Garnier le 09/11/2026.         │
        │▸   Codes                   ││ Vérifiée le 09/11/2026 par C. Garnier.         │
        │Informatique                ││ Lue par 1 médecin sur 3, pas encore Dr Aubert, │
        │  ! Imprimante              ││ Dr Roche.                                      │
        │Sur place                   ││                                                │
        │    Voiture                 ││ Porte                                          │
        │Pages retirées              ││ - Entrée : ••••                                │
        │    Fax                     ││ - Alarme : ••••                                │
        │                            ││                                                │
        │                            ││ Codes masqués. m les montre sur cette page.    │
        │                            ││                                                │
        │                            ││                                                │
        └────────────────────────────┘└────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&drawn(&booklet, &desk, 80, 14));
    press(&mut booklet, &desk, &[Action::Down]);
    expect![[r#"
        ┌ Livret · 3 ──────────────────────┐┌ Imprimante ────────────────────────────────────────────────────────────┐
        │Accès et codes                    ││ Écrite par C. Garnier le 02/03/2026.                                   │
        │    Codes                         ││ ! Vérifiée le 02/03/2026 par C. Garnier. À vérifier : plus de 6 mois   │
        │Informatique                      ││ ont passé.                                                             │
        │▸ ! Imprimante                    ││ Lue par 0 médecin sur 3, pas encore Dr Vidal, Dr Aubert, Dr Roche.     │
        │Sur place                         ││                                                                        │
        │    Voiture                       ││ Éteindre, rallumer.                                                    │
        │Pages retirées                    ││                                                                        │
        │    Fax                           ││                                                                        │
        │                                  ││                                                                        │
        │                                  ││                                                                        │
        └──────────────────────────────────┘└────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&drawn(&booklet, &desk, 110, 12));
}

#[test]
fn a_doctor_reads_page_after_page() {
    let desk = Desk::of(AUBERT);
    let mut booklet = booklet(&desk);
    let screen = drawn(&booklet, &desk, 80, 14);
    assert!(screen.contains("▸●  Codes") && screen.contains(" ●! Imprimante"), "{screen}");
    press(&mut booklet, &desk, &[Action::Enter]);
    assert!(!drawn(&booklet, &desk, 80, 14).contains("Imprimante"), "the page has the whole width");
    let asks = press(&mut booklet, &desk, &[Action::Acknowledge]);
    assert_eq!(saved(&asks), (&PlaceAct::Read(VersionId(10)), &[(Table::PAGE.row(1), Rev(1))][..]));
    // The next one that is not read, from its beginning; what is taken out is nobody's to read.
    assert!(drawn(&booklet, &desk, 80, 14).contains("Éteindre, rallumer."));
    press(&mut booklet, &desk, &[Action::Acknowledge]);
    assert!(drawn(&booklet, &desk, 80, 14).contains("Boîte à clés"));
    assert!(!booklet.can(Action::Edit, &desk.cx()) && !booklet.can(Action::Verify, &desk.cx()));
    // The text, then the list, then out.
    assert!(booklet.is_inside());
    press(&mut booklet, &desk, &[Action::Back]);
    assert!(!booklet.is_inside() && !booklet.can(Action::Back, &desk.cx()));
}

#[test]
fn a_code_is_seen_on_one_page_only_and_masked_again_on_leaving() {
    let desk = Desk::of(VIDAL);
    let mut booklet = booklet(&desk);
    let codes = |booklet: &Booklet| drawn(booklet, &desk, 80, 14).contains("4821");
    assert!(!codes(&booklet));
    // That they were shown leaves a trace, by the page's number; masking them leaves none.
    let shown = press(&mut booklet, &desk, &[Action::Reveal]);
    let trace =
        |ask: &Ask| matches!(ask, Ask::Request(Request::Trace(trace, ..)) if *trace == Trace::unmasked(PageId(1)));
    assert!(shown.len() == 1 && trace(&shown[0]), "{shown:?}");
    assert!(codes(&booklet));
    assert!(drawn(&booklet, &desk, 80, 14).contains("77#"));
    // The same key masks them; so does another page, and the way out of the text.
    assert!(press(&mut booklet, &desk, &[Action::Reveal]).is_empty());
    assert!(!codes(&booklet));
    press(&mut booklet, &desk, &[Action::Reveal, Action::Down, Action::Down]);
    assert!(!drawn(&booklet, &desk, 80, 14).contains("0417"));
    press(&mut booklet, &desk, &[Action::Up, Action::Up]);
    assert!(!codes(&booklet));
    press(&mut booklet, &desk, &[Action::Enter, Action::Reveal, Action::Back]);
    assert!(!codes(&booklet));
    // A version written meanwhile was not asked to be shown.
    press(&mut booklet, &desk, &[Action::Reveal]);
    let mut anew = pages();
    anew[0].what.head.id = VersionId(99);
    booklet.receive(&Page::Booklet(anew), &desk.cx());
    assert!(!codes(&booklet));
    // Without a code there is nothing to show, and none is found by searching for it.
    press(&mut booklet, &desk, &[Action::Down]);
    assert!(!booklet.can(Action::Reveal, &desk.cx()));
    booklet.set_filter("4821", &desk.cx());
    assert!(drawn(&booklet, &desk, 80, 14).contains("Rien ne correspond"));
    booklet.set_filter("entree", &desk.cx());
    assert!(drawn(&booklet, &desk, 80, 14).contains("Codes"));
}

#[test]
fn an_older_version_is_read_and_put_back() {
    let desk = Desk::of(GARNIER);
    let mut booklet = booklet(&desk);
    let asks = press(&mut booklet, &desk, &[Action::Versions]);
    assert_eq!(asks, [Ask::Look]);
    assert!(booklet.queries(&desk.cx()).contains(&Query::Versions(PageId(1))));
    let head = pages()[0].what.head.clone();
    let what = NewPage { text: "Porte : ((1234))".into(), ..head.what.clone() };
    let old = Version { id: VersionId(3), what, author: PersonId(2), at: Stamp::at(day(2025, 5, 5), 600) };
    booklet.receive(&Page::Versions(PageId(1), vec![head, old]), &desk.cx());
    assert!(!booklet.can(Action::PutBack, &desk.cx()));
    press(&mut booklet, &desk, &[Action::Down]);
    expect![[r#"
        ┌ Versions ──────────────────┐┌ Codes ─────────────────────────────────────────┐
        │  09/11/2026 C. Garnier     ││ Version du 05/05/2025, 10:00, par N. Benali.   │
        │▸ 05/05/2025 N. Benali      ││ Version ancienne. r la remet en place.         │
        │                            ││                                                │
        │                            ││ Porte : ••••                                   │
        │                            ││                                                │
        │                            ││ Codes masqués. m les montre sur cette page.    │
        └────────────────────────────┘└────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&drawn(&booklet, &desk, 80, 8));
    let asks = press(&mut booklet, &desk, &[Action::PutBack]);
    let yes = confirmed(&asks);
    assert_eq!(saved(yes), (&PlaceAct::PutBack(VersionId(3)), &[(Table::PAGE.row(1), Rev(1))][..]));
    // A doctor reads them too, and puts none back.
    let doctor = Desk::of(VIDAL);
    assert!(!booklet.can(Action::PutBack, &doctor.cx()));
}

#[test]
fn a_long_page_is_scrolled_to_its_end_and_no_further() {
    let mut desk = Desk::of(GARNIER);
    desk.area = Rect::new(0, 0, 80, 12);
    let text: Vec<String> = (0..40).map(|n| format!("ligne {n}")).collect();
    let mut booklet = Booklet::default();
    let page = written(1, Chapter::Life, "Longue", &text.join("\n"), day(2026, 11, 2));
    booklet.receive(&Page::Booklet(vec![page]), &desk.cx());
    assert!(drawn(&booklet, &desk, 80, 12).contains("la suite"));
    press(&mut booklet, &desk, &[Action::Enter]);
    drawn(&booklet, &desk, 80, 12);
    for _ in 0..9 {
        press(&mut booklet, &desk, &[Action::PageDown]);
    }
    let screen = drawn(&booklet, &desk, 80, 12);
    assert!(screen.contains("ligne 39") && screen.contains("ligne 30") && !screen.contains("la suite"), "{screen}");
    press(&mut booklet, &desk, &[Action::Up]);
    assert!(!drawn(&booklet, &desk, 80, 12).contains("ligne 39"));
}

#[test]
fn an_empty_booklet_teaches_how_it_begins() {
    let mut empty = Booklet::default();
    let (team, doctor) = (Desk::of(GARNIER), Desk::of(VIDAL));
    empty.receive(&Page::Booklet(Vec::new()), &team.cx());
    assert!(drawn(&empty, &team, 80, 10).contains("Le livret est vide."));
    assert!(empty.can(Action::Add, &team.cx()) && !empty.can(Action::Add, &doctor.cx()));
    assert!(drawn(&empty, &doctor, 80, 10).contains("Le livret est encore vide."));
}

#[test]
fn a_click_chooses_a_page_and_not_its_chapter() {
    let desk = Desk::of(GARNIER);
    let mut booklet = booklet(&desk);
    let area = Rect::new(0, 0, 80, 14);
    // Access, Codes, Computing, Imprimante.
    booklet.click(3, 4, area, &desk.cx());
    assert_eq!(booklet.selected, Some(PageId(2)));
    booklet.click(3, 3, area, &desk.cx());
    assert_eq!(booklet.selected, Some(PageId(2)));
}
