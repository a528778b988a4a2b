//! Semaine: a morning of the coordination, phone in one hand.
use expect_test::expect;
use releve::domain::Now;
use releve::domain::act::{Act, AgendaAct};
use releve::domain::agenda::{NewEntry, OnClash};
use releve::domain::{Entry, Who};
use releve::protocol::{Reply, Request, WeekPage, Write, question};

use crate::harness::Desk;

/// Ajain, Dr Vidal in S48 and Dr Aubert in S49; C. Garnier at the desk on Wednesday of S48.
fn wednesday() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Garnier", "2026-11-25T10:00").keys("1").says("S48 · 23–27 nov. 2026");
    desk
}

fn page(desk: &mut Desk, now: Now) -> WeekPage {
    desk.ask(question::Week(now.day.week()))
}

fn entries(desk: &mut Desk) -> Vec<Entry> {
    let now = desk.now;
    page(desk, now).entries.into_iter().map(|kept| kept.what).collect()
}

/// What the week holds, one a line: `mer. 25 10:30 20 1243`.
fn agenda(desk: &mut Desk) -> Vec<String> {
    let said = |e: &Entry| {
        let who = e.what.patient.as_ref().map_or(e.what.title.clone(), |p| p.file.clone());
        let hour = e.what.start.map_or("jour".to_owned(), |s| format!("{:02}:{:02}", s / 60, s % 60));
        format!("{} {hour} {} {:?} {who}", e.what.day.date().format("%d"), e.what.minutes, e.what.kind)
    };
    entries(desk).iter().map(said).collect()
}

#[test]
fn on_a_free_cell_a_patient_and_enter_is_enough() {
    let mut desk = wednesday();
    // Six keys: the cell is Wednesday at ten already.
    desk.keys("a1243<enter>").says("Agenda : consultation, mer. 25 nov., 09:30, ajouté. u pour défaire");
    assert_eq!(agenda(&mut desk), ["25 09:30 20 Consultation 1243"]);
    desk.says("▓1243 1/3").says("dossier 1243");
    desk.keys("a0377 MD 1948<enter>").says("▓ 2/3");
    assert_eq!(agenda(&mut desk)[1], "25 09:50 20 Consultation 0377");
    desk.keys("u").says("▓1243 1/3").keys("u");
    assert_eq!(agenda(&mut desk), Vec::<String>::new());
}

#[test]
fn the_form_says_what_it_understood() {
    let mut desk = wednesday();
    desk.keys("a1243 MD 1948");
    expect![[r#"
         S46          S47         ▸[S48]        S49          S50          S51
         ○ VACANT     ○ VACANT     Dr Vidal     Dr Aubert    ○ VACANT     ○ VACANT
                                   en cours     confirmé
        ┌ ┌ Ajouter à l'agenda ──────────────────────────────────────────────────────┐─┐
        │ │ Un numéro de dossier (1243, ou 1243 MD 1948) : un rendez-vous. Un texte  │ │
        │m│ sans numéro (réunion, accueil…) : un événement.                          │ │
        │0│ ▸ Patient ou titre  1243 MD 1948                                         │ │
        │0│                     → dossier 1243 · M.D. 1948 (78 ans)                  │ │
        │1│   Nature            ← consultation →                                     │ │
        │1│   Jour              25/11/2026        → mer. 25 nov. 2026                │ │
        │a│   Heure             09:30                                                │ │
        │1│   Durée                               → 09:30–09:50 (20 min)             │ │
        │1│   Précision                                                              │ │
        │1│   Point lié n°                                                           │ │
        │1│                                                                          │ │
        │1│ Entrée enregistrer · Tab suivant · Échap brouillon · Ctrl-X jeter        │ │
        │d└──────────────────────────────────────────────────────────────────────────┘ │
        │clos   ·           ·           ·           ·           ·                      │
        └──────────────────────────────────────────────────────────────────────────────┘
        mer. 25 nov. 2026 · aujourd'hui · matin 8h30–12h30 · après-midi 13h30–18h
        Dr Hélène Vidal · en cours · 23–27 nov. 2026
    "#]]
    .assert_eq(&desk.body());
    desk.keys("<esc>").says("brouillon").keys("a").says("Votre brouillon est revenu").says("1243 MD 1948");
    desk.clear().keys("réunion d'équipe").says("c'est un événement : réunion").keys("<enter>");
    assert_eq!(agenda(&mut desk), ["25 09:30 60 Meeting réunion d'équipe"]);
}

#[test]
fn a_visit_takes_forty_minutes_and_goes_somewhere() {
    let mut desk = wednesday();
    desk.keys("hv<enter>").says("Une demi-journée : visites").says("V");
    desk.keys("a1243<tab><tab><tab>").clear().keys("11h").says("11:00–11:40 (40 min)");
    desk.keys("<tab><tab>Lavaveix<enter>").says("visite à domicile").says("⌂1243");
    assert_eq!(agenda(&mut desk), ["25 11:00 40 Visit 1243"]);
}

#[test]
fn what_is_wrong_is_said_beside_its_field_and_nothing_is_lost() {
    let mut desk = wednesday();
    desk.keys("a<enter>").says("Un dossier, ou le titre d'un événement.");
    desk.keys("1243<tab><tab><tab>").clear().keys("25h<enter>").says("25h").says("1243");
    desk.clear().keys("9h30<tab><tab><tab>").keys("99<enter>").says("Il n'y a pas de point n° 99.");
    assert_eq!(agenda(&mut desk), Vec::<String>::new());
}

#[test]
fn a_clash_is_named_before_anything_is_saved_and_giving_up_loses_nothing() {
    let mut desk = wednesday();
    desk.keys("a1243 MD 1948<enter>").keys("a0377<tab><tab><tab>").clear().keys("9h40<enter>");
    expect![[r#"
         S46          S47         ▸[S48]        S49          S50          S51
         ○ VACANT     ○ VACANT     Dr Vidal     Dr Aubert    ○ VACANT     ○ VACANT
                                   en cours     confirmé
        ┌ S48 · 23–27 nov. 2026 · Dr Hélène Vidal · 1/112 créneaux ────────────────────┐
        │ ┌ A┌ À vérifier avant d'enregistrer ────────────────────────────────────┐──┐ │
        │m│ U│ ! Dr Vidal a déjà à cette heure : consultation, dossier 1243 ·     │  │ │
        │0│ s│   M.D. 1948 (78 ans), 09:30–09:50.                                 │  │ │
        │0│  │                                                                    │  │ │
        │1│  │ a  ajouter quand même                                              │  │ │
        │1│  │ r  remplacer : supprime consultation, dossier 1243 · M.D. 1948 (78 │  │ │
        │a│ ▸│ ans), 09:30–09:50                                                  │  │ │
        │1│  │ Échap  renoncer : rien n'est enregistré, rien n'est perdu          │  │ │
        │1│  └────────────────────────────────────────────────────────────────────┘  │ │
        │1│   Point lié n°                                                           │ │
        │1│                                                                          │ │
        │1│ Entrée enregistrer · Tab suivant · Échap brouillon · Ctrl-X jeter        │ │
        │d└──────────────────────────────────────────────────────────────────────────┘ │
        │clos   ·           ·           ·           ·           ·                      │
        └──────────────────────────────────────────────────────────────────────────────┘
        consultation · dossier 1243 · M.D. 1948 (78 ans) · 09:30–09:50

    "#]]
    .assert_eq(&desk.body());
    desk.keys("<enter>").says("Ajouter à l'agenda").says("0377");
    assert_eq!(agenda(&mut desk).len(), 1);
    // Added all the same: both stand there, and the week says so.
    desk.keys("<enter>").says("À vérifier").keys("a").says("ajouté").silent("Ajouter à l'agenda").says("▓ 2/3 !");
    assert_eq!(agenda(&mut desk).len(), 2);
    // Replaced: one act, undone as a whole.
    desk.keys("a0612<tab><tab><tab>").clear().keys("9h35<enter>").says("remplacer : supprime").keys("r");
    assert_eq!(agenda(&mut desk), ["25 09:35 20 Consultation 0612"]);
    desk.keys("u");
    assert_eq!(agenda(&mut desk).len(), 2);
}

#[test]
fn what_another_desk_moved_under_the_dialog_is_shown_before_it_is_replaced() {
    let mut desk = wednesday();
    desk.keys("a1243<enter>a0612<tab><tab><tab>").clear().keys("9h35<enter>").says("remplacer : supprime");
    let entry = entries(&mut desk)[0].clone();
    let moved = NewEntry { start: Some(580), ..entry.what };
    desk.act("Vidal", Act::Agenda(AgendaAct::Edit(entry.id, moved, OnClash::Keep)));
    desk.keys("r").says("À vérifier").says("09:40").keys("r").silent("À vérifier");
    assert_eq!(agenda(&mut desk), ["25 09:35 20 Consultation 0612"]);
}

#[test]
fn each_clash_has_its_sentence() {
    let mut desk = wednesday();
    let mut add = |day: &str, hour: &str, wanted: &str| {
        desk.keys("a")
            .clear()
            .keys("1243<tab><tab>")
            .clear()
            .keys(day)
            .keys("<tab>")
            .clear()
            .keys(hour)
            .keys("<enter>");
        desk.says("À vérifier avant d'enregistrer").says(wanted).silent("remplacer :").keys("<esc><esc>");
    };
    add("26/11", "14h", "Le jeu. 26 nov., après-midi : fermé.");
    add("25/11", "12h20", "en dehors des heures d'ouverture : 08:30–12:30 et");
    add("29/11", "10h", "Le centre n'ouvre pas le dim. 29 nov.");
    add("25/12", "10h", "Le centre est fermé le ven. 25 déc. (Noël).");
    add("7/12", "10h", "Aucun médecin n'est inscrit le lun. 7 déc.");
}

#[test]
fn an_entry_is_moved_lengthened_and_deleted_without_a_form() {
    let mut desk = wednesday();
    desk.keys("a1243<enter>m<down><right>==").says("Déplacer").says("jeu. 26 nov., 09:50–10:20 (30 min)");
    desk.keys("<enter>").says("modifié. u pour défaire");
    assert_eq!(agenda(&mut desk), ["26 09:50 30 Consultation 1243"]);
    desk.keys("m<right><esc>");
    assert_eq!(agenda(&mut desk), ["26 09:50 30 Consultation 1243"]);
    desk.keys("d").says("supprimé. u pour défaire").keys("u");
    assert_eq!(agenda(&mut desk), ["26 09:50 30 Consultation 1243"]);
    // Put down where something is: asked, as from the form.
    desk.keys("<left>a0377<enter>m<down><right><enter>").says("À vérifier avant d'enregistrer");
    desk.says("d  déplacer quand même").silent("ajouter quand même").keys("<enter>");
    // Given up: the cursor is where the entry is still.
    desk.says("consultation · dossier 0377 · 09:30–09:50");
    assert_eq!(agenda(&mut desk)[0], "25 09:30 20 Consultation 0377");
}

#[test]
fn in_a_move_nothing_else_is_done() {
    let mut desk = wednesday();
    desk.keys("a1243<enter>").says("u pour défaire").keys("m<right>").silent("u défaire");
    desk.keys("u").says("Finissez d'abord ce qui est en cours, ou renoncez : Échap.").says("Déplacer");
    desk.keys("<C-n>").silent("Nouveau point").keys("<esc>").silent("Déplacer").says("u défaire");
    assert_eq!(agenda(&mut desk), ["25 09:30 20 Consultation 1243"]);
    desk.keys("su").says("Finissez d'abord").keys("<esc>u");
    assert_eq!(agenda(&mut desk), Vec::<String>::new());
}

#[test]
fn a_meeting_takes_an_hour_and_says_its_name_once() {
    let mut desk = wednesday();
    desk.keys("aréunion").says("60 min").keys("<enter>").says("réunion · 09:30–10:30").silent("réunion · réunion");
    desk.keys("<down><down><down>a12<esc>").says("Gardé en brouillon, pas encore enregistré.");
}

#[test]
fn half_days_get_their_type_by_range() {
    let mut desk = wednesday();
    desk.keys("<left><left>s<right><right><right><right>").says("5 demi-journées sélectionnées");
    desk.keys("h").says("5 demi-journées, 23–27 nov. 2026").keys("n<enter>").says("5 demi-journées : non programmé");
    let now = desk.now;
    assert_eq!(page(&mut desk, now).half_days.len(), 5);
    desk.keys("a1243<enter>").says("consultation non programmée, ven. 27 nov.");
}

#[test]
fn what_another_desk_changed_meanwhile_is_not_overwritten() {
    let mut desk = wednesday();
    desk.keys("a1243<enter>e");
    let entry = entries(&mut desk)[0].clone();
    let mut moved = entry.what.clone();
    moved.start = Some(660);
    let edit = Act::Agenda(AgendaAct::Edit(entry.id, moved, OnClash::Ask));
    let reply =
        desk.backend.answer(Request::Write(Box::new(Write::of(edit)), Who::is(releve::domain::PersonId(1)), desk.now));
    assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
    desk.keys(" MD<enter>").says("Deux versions").says("1243 MD");
    assert_eq!(agenda(&mut desk), ["25 11:00 20 Consultation 1243"]);
}

#[test]
fn a_stay_is_entered_on_the_week_shown() {
    let mut desk = wednesday();
    desk.keys("<pgdn><pgdn>").says("VACANT").keys("i").says("07/12/2026").keys("<esc>t").says("S48 · 23–27 nov. 2026");
}

#[test]
fn a_week_a_date_a_doctor_and_a_file_are_five_keys_away() {
    let mut desk = wednesday();
    desk.keys("gs49<enter>").says("▸S49").keys("g26/11<enter>").says("jeu. 26 nov. 2026 ·");
    desk.keys("gaube<enter>").says("▸S49").keys("g1243<enter>").says("filtre « 1243 »");
}
