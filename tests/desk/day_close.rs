//! The closing of a day: few keys when all is as booked, both values when it is corrected.
use expect_test::expect;
use releve::domain::act::{Act, AgendaAct};
use releve::domain::agenda::{NewEntry, OnClash};
use releve::domain::{Day, DayCounts, EntryKind, PatientRef};

use crate::ajain::POST;
use crate::harness::Desk;

const WEDNESDAY: &str = "2026-11-25T18:10";

/// A day of November 2026.
fn november(day: u32) -> Day {
    Day::ymd(2026, 11, day).unwrap()
}

/// Books consultations of 20 minutes from 8 h 30 on, for files 0101, 0102…
fn booked(desk: &mut Desk, day: Day, count: u16) {
    for n in 0..count {
        // Twelve in the morning, the others from 13 h 30 on.
        let start = if n < 12 { 510 + 20 * n } else { 810 + 20 * (n - 12) };
        let patient =
            PatientRef { file: format!("{:04}", 101 + n), initials: Some("M.D.".into()), birth_year: Some(1948) };
        let entry = NewEntry {
            kind: EntryKind::Consultation,
            post: Some(POST),
            day,
            to: day,
            start: Some(start),
            minutes: 20,
            patient: Some(patient),
            title: String::new(),
            place: String::new(),
            item: None,
        };
        desk.act("Garnier", Act::Agenda(AgendaAct::Add(entry, OnClash::Ask)));
    }
}

/// Ajain on the evening of Wednesday of S48, twenty booked that day, Claire Garnier at the desk.
fn wednesday() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Garnier", "2026-11-25T08:00");
    booked(&mut desk, november(25), 20);
    desk.keys("1").later(WEDNESDAY);
    desk.poll();
    desk
}

/// How many keys a line of them is: `<C-s>` is one.
fn keystrokes(typed: &str) -> usize {
    let mut rest = typed;
    let mut count = 0;
    while !rest.is_empty() {
        let named = rest.strip_prefix('<').and_then(|r| r.find('>'));
        let length = named.map_or_else(|| rest.chars().next().unwrap().len_utf8(), |end| end + 2);
        rest = &rest[length..];
        count += 1;
    }
    count
}

#[test]
fn a_day_that_went_as_booked_is_closed_in_two_keys() {
    let mut desk = wednesday();
    let keys = "c<C-s>";
    assert!(keystrokes(keys) <= 20);
    desk.keys(keys).says("Journée du mer. 25 nov. clôturée : 20 patients vus. u pour défaire.");
    desk.says("Clôturé : 20 vus, aucun absent (C. Garnier, 18:10)");
}

#[test]
fn one_absent_and_one_patient_to_see_again_are_less_than_twenty_keys() {
    let mut desk = wednesday();
    // One less seen, one absent, the first patient of the day to be seen again.
    let keys = "c<tab><tab><bs><bs>19<tab><tab><tab><tab><bs>1<tab> <C-s>";
    assert!(keystrokes(keys) <= 20, "{}", keystrokes(keys));
    desk.keys(keys).says("clôturée : 19 patients vus").says("Clôturé : 19 vus, 1 absent");
    // The marked patient waits for the doctor's decision, and says where it comes from.
    desk.sits_down("Vidal", "2026-11-27T09:00");
    desk.keys("3").says("à décider").says("0101").says("À revoir, vu par le Dr Vidal le");
    desk.says("C. Garnier : marqué à la clôture du mer. 25 nov.");
}

#[test]
fn a_day_that_is_not_over_or_had_nobody_is_asked_about() {
    let mut desk = wednesday();
    desk.says("c clôturer").keys("c").silent("pas finie").keys("<esc>");
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Garnier", "2026-11-25T10:04");
    desk.keys("1c").says("La journée n'est pas finie").says("Personne réservé, vu ni absent");
    // Asked, not refused; and what is typed takes the place of the zero.
    desk.keys("<tab>14<tab>14<C-s>").says("clôturée : 14 patients vus");
    desk.keys("c<tab><tab>13<tab><tab><tab><tab>1<C-s>").says("Journée du mer. 25 nov. corrigée : 13 patients vus");
}

#[test]
fn the_dialog_at_80_columns() {
    let mut desk = wednesday();
    desk.keys("c<tab><tab><bs><bs>18");
    expect![[r#"
         S┌ Clôture du mer. 25 nov. · Dr Vidal ──────────────────────────────────────┐
         ○│ Chiffres repris de l'agenda. Si tout s'est passé comme prévu : Ctrl-S.   │
          │   places offertes            25                                          │
        ┌ │   réservés                   20                                          │─┐
        │ │ ▸ vus sur rendez-vous (P)    18                                          │ │
        │m│   vus sans rendez-vous (NP)  0                                           │ │
        │0│   visites                    0                                           │ │
        │0│   téléconsultations          0                                           │ │
        │1│   absents                    0                 → 18 vus sur 20           │ │
        │1│                              · 18 vus sur rendez-vous et 0 absent, pour  │ │
        │a│                                20 réservés : est-ce juste ?              │ │
        │1│   à revoir (Espace)          [ ] 0101 · M.D. 1948 (78 ans)               │ │
        │1│                              [ ] 0102 · M.D. 1948 (78 ans)               │ │
        │1│                              [ ] 0103 · M.D. 1948 (78 ans)               │ │
        │1│                              [ ] 0104 · M.D. 1948 (78 ans)               │ │
        │1│                              [ ] 0105 · M.D. 1948 (78 ans)        sur 20 │ │
        │d│   autre dossier à revoir                                                 │ │
        │c│                                                                          │ │
        └─│ Tab suivant · Ctrl-S enregistrer · Échap brouillon · Ctrl-X jeter        │─┘
        me└──────────────────────────────────────────────────────────────────────────┘
        Dr Hélène Vidal · en cours · 23–27 nov. 2026
    "#]]
    .assert_eq(&desk.body());
}

#[test]
fn totals_live_beside_and_what_cannot_be_right_is_asked_not_refused() {
    let mut desk = wednesday();
    desk.keys("c").says("→ 20 vus sur 20").silent("est-ce juste");
    desk.keys("<tab><tab><bs><bs>18").says("→ 18 vus sur 20");
    desk.says("18 vus sur rendez-vous et 0 absent").says("20 réservés : est-ce juste ?");
    desk.keys("<tab><tab><tab><tab><bs>2").silent("est-ce juste");
    // A word is no number, and its error stands beside its field; nothing else is lost.
    desk.keys("<s-tab><bs>deux<tab>").says("« deux » n'est pas un nombre de 0 à 999.");
    desk.keys("<C-s>").says("Clôture du mer. 25 nov. · Dr Vidal").keys("<bs><bs><bs><bs><tab>");
    desk.says("Un nombre est attendu ici : 0 s'il").keys("<s-tab>0<C-s>");
    desk.says("clôturée : 18 patients vus");
}

#[test]
fn a_correction_shows_both_values_and_keeps_them() {
    let mut desk = wednesday();
    desk.keys("c<tab><tab><bs><bs>19<tab><tab><tab><tab><bs>1<C-s>").says("Clôturé : 19 vus, 1 absent");
    desk.later("2026-11-25T18:41");
    desk.keys("c").says("Clôturé : 19 vus, 1 absent (C. Garnier, 18:10)").says("→ 19 vus sur 20");
    // Nothing changed is nothing to save.
    desk.keys("<C-s>").says("il n'y a rien à corriger");
    desk.keys("<tab><tab><bs><bs>18<tab><tab><tab><tab><bs>2").says("corrigé : 19 → 18, absents 1 → 2");
    desk.keys("<C-s>").says("corrigé : 19 → 18, absents 1 → 2, C. Garnier, 18:41");
    desk.resize(120, 40).says("Clôturé : 19 vus, 1 absent").says("(C. Garnier, 18:10)");
    // One act, undone as one.
    desk.keys("u").silent("corrigé :").says("Clôturé : 19 vus");
}

#[test]
fn a_past_day_is_one_key_away_after_the_alert() {
    let mut desk = wednesday();
    desk.later("2026-11-26T09:00").poll();
    desk.keys("3").says("! 1 alerte").keys("!").says("Alerte 1 sur 1 : journée du mer. 25 nov. à clôturer");
    desk.keys("c").says("Clôture du mer. 25 nov. · Dr Vidal").keys("<C-s>").says("20 patients vus");
    desk.silent("alerte");
    // A day to come cannot be closed.
    desk.keys("<right><right>c").says("n'est pas encore venu : on clôture une journée faite.");
}

#[test]
fn a_patient_is_also_marked_by_file_number_with_a_word() {
    let mut desk = wednesday();
    desk.keys("c");
    for _ in 0..8 {
        desk.keys("<tab>");
    }
    desk.keys("377 LB 1990<tab>Bilan à lire avec elle.").says("→ 377 · L.B. 1990 (36 ans)").keys("<C-s>");
    desk.sits_down("Vidal", "2026-11-26T08:00");
    desk.keys("3").says("377").says("Bilan à lire avec elle.");
}

#[test]
fn what_was_typed_comes_back_as_a_draft() {
    let mut desk = wednesday();
    desk.keys("c<tab><tab><bs><bs>17<esc>").says("Gardé en brouillon");
    desk.keys("c").says("Votre brouillon est revenu").says("→ 17 vus sur 20");
}

#[test]
fn a_day_closed_at_another_desk_meanwhile_is_not_closed_twice() {
    let mut desk = wednesday();
    desk.keys("c");
    let stay = desk.rota().stays[0].id;
    let counts = DayCounts { offered: 25, booked: 20, programmed: 20, ..DayCounts::default() };
    desk.act("Vidal", Act::Agenda(AgendaAct::Close { stay, day: november(25), counts, marks: vec![], corrects: None }));
    // What was typed stays; opened again, it is a correction.
    desk.keys("<tab><bs>9<C-s>").says("Vidal a clôturé").says("Clôture du mer. 25 nov.");
    desk.keys("<esc>c").says("Clôturé").says("20 vus").keys("<C-s>").says("corrigé");
}

#[test]
fn closed_days_give_the_first_figures() {
    let mut desk = wednesday();
    desk.resize(120, 40);
    desk.keys("c<C-s>").says("Cette semaine : 20 vus, un").says("jour clôturé.");
    desk.keys("4").says("20 consultations").says("Patients/jour").says("20,0");
    // A quarter without a closed day has no figure, which is not 0.
    desk.keys("<pgup>").says("Rien dans cette période").keys("l").says("Consultations — —").says("Patients par jour —");
}

#[test]
fn far_from_the_usual_is_asked_once_enough_days_are_known() {
    let mut desk = Desk::ajain("S47 Vidal, S48 Vidal");
    desk.sits_down("Garnier", "2026-11-24T18:10");
    let stay = desk.rota().stays[0].id;
    let counts = DayCounts { offered: 25, booked: 20, programmed: 20, ..DayCounts::default() };
    for day in 16..=20 {
        let close = AgendaAct::Close { stay, day: november(day), counts, marks: Vec::new(), corrects: None };
        desk.act("Garnier", Act::Agenda(close));
    }
    desk.keys("1").keys("c<tab><bs>9<tab><bs>9").says("9 vus, quand un jour habituel").says("20 : est-ce juste ?");
    desk.keys("<C-s>").says("9 patients vus");
}
