//! The year planning: what is vacant, and what hangs on a stay that is called off.
use expect_test::expect;
use releve::back::{As, Town};
use releve::domain::act::{Act, AgendaAct};
use releve::domain::agenda::{NewEntry, OnClash};
use releve::domain::record::close;
use releve::domain::{Day, EntryKind, PatientRef};

use crate::ajain::POST;
use crate::harness::{Desk, Setting};

const MONDAY: &str = "2026-11-23T09:00";

/// Ajain on Monday of S48; S50 has nobody, and the week of Christmas (S52) is closed.
fn claire() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert, S51 Roche");
    let (from, to) = (Day::ymd(2026, 12, 21).unwrap(), Day::ymd(2026, 12, 27).unwrap());
    desk.act("Garnier", close(from, to, "Noël"));
    desk.sits_down("Garnier", MONDAY);
    desk
}

#[test]
fn the_gaps_of_the_year_are_seen_filled_and_counted_anew() {
    let mut desk = claire();
    desk.keys("1p").says("2 semaines vacantes, prochaine S50").says("complet jusqu'à S49");
    desk.keys("n").says("S50 · 7–13 déc. 2026 · ○ VACANT · i inscrire");
    // Entered there, the doctor alone has to be chosen: post and days are those of the gap.
    desk.keys("ividal<enter><C-s>").says("Séjour du Dr Vidal inscrit, S50. u pour défaire.");
    desk.says("1 semaine vacante, prochaine S53").says("complet jusqu'à S51").says("S50 · ✓ Dr Hélène Vidal");
    // S52 is closed and no vacancy: S53 is the next.
    desk.keys("n").says("S53 · 28 déc. – 3 janv. 2027");
    desk.keys("<up>").says("S52 · 21–27 déc. 2026 · centre fermé : 15 / 116 117").says("Noël");
    desk.keys("u").says("2 semaines vacantes");
    // Out again, where one was.
    desk.keys("<esc>").says("lun. 23");
}

#[test]
fn an_option_is_no_cover_until_it_is_confirmed() {
    let mut desk = claire();
    desk.keys("1pniaubert<enter><tab><tab><left><C-s>").says("2 semaines vacantes").says("□ Aubert ?");
    desk.says("S50 · □ Dr Jean Aubert · option ?").says("pas encore confirmé : la semaine compte comme vacante");
    // Enter opens the stay there is, and e changes it.
    desk.keys("<enter>").says("7–11 déc. 2026 · option").keys("<esc>");
    desk.keys("e").says("Modifier le séjour").keys("<tab><tab><tab><right><C-s>").says("1 semaine vacante");
}

#[test]
fn it_is_reached_from_the_menu_and_by_its_words() {
    let mut desk = claire();
    desk.keys("0planning de<enter>")
        .says("S48 · ✓ Dr Hélène Vidal")
        .keys("s")
        .says("S48 · 29 nov. – 5 déc. 2027")
        .keys("p")
        .says("S48 · ✓ Dr Hélène Vidal");
    desk.keys("<esc>:trous<enter>").says("semaines vacantes");
    desk.keys("<f1>").says("Planning de l'année").says("la semaine vacante suivante");
}

#[test]
fn the_planning_of_a_real_year_at_80_columns() {
    let mut desk = claire();
    desk.keys("1pn");
    expect![[r#"
         1 Semaine 2 Briefing 3 Transmission 4 Statistiques 0 Menu S48 lun. 23/11 09:00
         Dr Vidal (médecin, S48)                              C. Garnier · coordination
        ┌ Planning 2026 · 2 semaines vacantes, prochaine S50 · complet jusqu'à S49 ────┐
        │ janv.              avril              juil.              oct.                │
        │  S01• ○ VACANT      S14  ○ VACANT      S27  ○ VACANT      S40  ○ VACANT      │
        │  S02  ○ VACANT      S15• ○ VACANT      S28• ○ VACANT      S41  ○ VACANT      │
        │  S03  ○ VACANT      S16• ○ VACANT      S29• ○ VACANT      S42  ○ VACANT      │
        │  S04  ○ VACANT      S17  ○ VACANT      S30• ○ VACANT      S43• ○ VACANT      │
        │  S05  ○ VACANT      S18  ○ VACANT      S31• ○ VACANT      S44• ○ VACANT      │
        │ févr.              mai                août               nov.                │
        │  S06  ○ VACANT      S19  ○ VACANT      S32• ○ VACANT      S45  ○ VACANT      │
        │  S07• ○ VACANT      S20  ○ VACANT      S33• ○ VACANT      S46  ○ VACANT      │
        │  S08• ○ VACANT      S21  ○ VACANT      S34• ○ VACANT      S47  ○ VACANT      │
        │  S09  ○ VACANT      S22  ○ VACANT      S35• ○ VACANT     [S48] ✓ Dr Vidal !  │
        │ mars               juin               sept.              déc.                │
        │  S10  ○ VACANT      S23  ○ VACANT      S36° ○ VACANT      S49  ✓ Dr Aubert   │
        │  S11  ○ VACANT      S24  ○ VACANT      S37  ○ VACANT    ▸ S50  ○ VACANT      │
        │  S12  ○ VACANT      S25  ○ VACANT      S38  ○ VACANT      S51  ✓ Dr Roche !  │
        │  S13  ○ VACANT      S26  ○ VACANT      S39  ○ VACANT      S52• ░ Noël        │
        │                                                           S53• ○ VACANT      │
        │ S50 · 7–13 déc. 2026 · ○ VACANT · i inscrire                                 │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
         i inscrire · v volontaires possibles · r proposition · F1 aide
    "#]]
    .assert_eq(&desk.screen());
}

#[test]
fn it_opens_where_one_was_and_shows_one_state_or_the_list() {
    let mut desk = claire();
    // The week of Christmas lies in the holidays of all three zones.
    desk.keys("1p<down><down><down><down>").says("• vacances de Noël, zone A");
    desk.keys("f")
        .says("(vacantes seules)")
        .keys("<esc>2")
        .keys("1p")
        .says("(vacantes seules)")
        .says("S52 · 21–27 déc. 2026");
    // As a list: the two that are vacant, and one can be filled there.
    desk.keys("l").says("S50 7–13 déc. 2026").says("S53•").silent("Dr Hélène");
    desk.keys("<pgup><enter>")
        .says("Inscrire un séjour")
        .keys("vidal<enter><C-s>")
        .says("Séjour du Dr Vidal inscrit, S50.");
    desk.says("1 vacante").silent("S50 7–13");
    desk.keys("fff").says("(désistés)").says("Rien de tel cette année");
    // Another year says which; locked and opened again, one begins with this week.
    desk.keys("fls").says("Planning 2027").says("S48 · 29 nov. – 5 déc. 2027");
    desk.sits_down("Garnier", MONDAY).keys("1p").says("Planning 2026").says("S48 · ✓ Dr Hélène Vidal");
}

#[test]
fn calling_a_stay_off_says_what_hangs_on_it_and_who_follows_instead() {
    let mut desk = claire();
    desk.wrote(
        "Garnier",
        "! 1243 MD 1948: INR à 4,8 sous AVK.; si saignement, le 15; pour 1/12; à S49
         . 0377 LB 1990: Bilan à lire.; à S49
         . 0500 AB 1960: Rendez-vous promis.; à Aubert
         . 0600 CD 1970: Rien à voir avec ce séjour.; à S51",
    );
    let tuesday = Day::ymd(2026, 12, 1).unwrap();
    let patient = PatientRef { file: "1243".into(), initials: None, birth_year: None };
    let entry = NewEntry {
        kind: EntryKind::Visit,
        post: Some(POST),
        day: tuesday,
        to: tuesday,
        start: Some(9 * 60),
        minutes: 40,
        patient: Some(patient),
        title: String::new(),
        place: String::new(),
        item: None,
    };
    desk.act("Garnier", Act::Agenda(AgendaAct::Add(entry, OnClash::Ask)));
    desk.keys("1p<down>x");
    expect![[r#"
        ┌ Planning 2026 · 2 semaines vacantes, prochaine S50 · complet jusqu'à S49 ────┐
        │ janv.              avril              juil.              oct.                │
        │ ┌ Désistement ─────────────────────────────────────────────────────────────┐ │
        │ │ Séjour du Dr Aubert, du lun. 30 nov. au ven. 4 déc.                      │ │
        │ │ · 2 points iront au Dr Roche (S51) : ▲ 1243, 0377                        │ │
        │ │ · 1 point ira à la coordination, jusqu'au prochain médecin inscrit :     │ │
        │ │ 0500                                                                     │ │
        │ │ · Tant que la semaine reste vacante, la coordination les suit.           │ │
        │ │ · 1 rendez-vous est à l'agenda de ces jours, le mar. 1er déc., 09:00 :   │ │
        │ │ prévenez le patient, ou déplacez-le.                                     │ │
        │ │                                                                          │ │
        │ │ ▸ Raison      ← à choisir →                                              │ │
        │ │   Désisté     ▸ par le médecin    par le centre                          │ │
        │ │   Annoncé le  23/11/2026        → lun. 23 nov. 2026                      │ │
        │ │               · 7 jours avant le séjour                                  │ │
        │ │                                                                          │ │
        │ │ Tab suivant · Ctrl-S enregistrer · Échap fermer (brouillon gardé)        │ │
        │ └──────────────────────────────────────────────────────────────────────────┘ │
        │ S49 · ✓ Dr Jean Aubert · confirmé · 30 nov. – 4 déc. 2026                    │
        │ Dossier incomplet                                                            │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.body());
    desk.keys("s<C-s>").says("Désistement du Dr Aubert enregistré, S49.");
    // The week is vacant now, and keeps what happened.
    desk.says("Volontaires possibles, S49").says("p : un patient à prévenir").keys("<esc>");
    desk.says("3 semaines vacantes, prochaine S49");
    desk.says("Dr Aubert s'est désisté le lun. 23 nov., 7 jours avant : santé.");
    // Its points follow by themselves: the next doctor's briefing has them.
    desk.sits_down("Roche", "2026-12-14T08:00").keys("2").says("1243").says("377");
    // A doctor reads that somebody does not come, and not why.
    desk.keys("1p<up><up>").says("Dr Aubert s'est désisté le lun. 23 nov.").silent("santé");
}

#[test]
fn a_stay_on_which_nothing_hangs_says_so() {
    let mut desk = claire();
    desk.keys("1p<down><down><down>x").says("Séjour du Dr Roche").says("Rien n'en dépend encore");
    desk.says("21 jours avant le séjour").keys("<esc>").says("S51 · ✓ Dr Marie Roche");
}

#[test]
fn a_handover_begun_speaks_for_shortening_the_stay() {
    let mut desk = claire();
    desk.sits_down("Vidal", "2026-11-24T09:00").keys("3oSemaine calme.<C-s>");
    desk.sits_down("Garnier", "2026-11-24T10:00");
    desk.keys("1px").says("La transmission du Dr Vidal est commencée et n'est pas signée.");
}

#[test]
fn on_a_saturday_the_planning_and_the_briefing_look_at_what_is_still_to_work() {
    let saturday = "2026-12-19T10:00";
    let mut desk = Desk::fiction(saturday, As::Coordination);
    // S52 is closed, S53 is vacant, and this week is over.
    desk.keys("1p").says("Planning 2026 · 1 semaine vacante, prochaine S53 · incomplet dès S53");
    desk.keys("s").says("┌ 2027 · ").silent("cette semaine");
    desk.keys("<esc>2").says("S53 : pas encore de médecin.").silent("S52 : pas encore");
    let mut desk = Desk::fiction_in(Town::Bellegarde, saturday, As::Coordination, Setting::default());
    desk.keys("2").silent("S52 : pas encore").silent("S52, Poste");
    desk.keys("1p").says("2026 · ").says("(Poste ").silent("cette semaine");
}

#[test]
fn two_options_of_one_week_are_both_reached() {
    let mut desk = claire();
    desk.keys("1pniaubert<enter><tab><tab><left><C-s>").says("□ Aubert ?");
    desk.keys("iroche<enter><tab><tab><left><C-s>").says("S50  □ 2 options").says("▸ Dr Jean Aubert");
    desk.keys("<tab>").says("▸ Dr Marie Roche").keys("e").says("Roche").keys("<esc><tab>").says("▸ Dr Jean Aubert");
}

/// A hole of the rota, and who could come: why, how to reach them, and in what order.
#[test]
fn a_vacant_week_says_who_could_come_and_why() {
    let mut desk = Desk::ajain("S48 Vidal, S46 Aubert");
    desk.comes("S30", "Aubert").sits_down("Garnier", "2026-11-25T09:00");
    desk.keys("0planning<enter>n").says("S49").says("v volontaires possibles").keys("v");
    desk.says("Volontaires possibles, S49")
        .says("+ venu 2 fois, la dernière il y a une semaine")
        .says("06 39 98 00 00")
        .says("- ici à 2 semaines de là");
    desk.keys("!").says("avant").says("Relève ne sollicite ni n'inscrit personne.").keys("<esc>");
    // Noted once, it is there on every desk; a yes becomes the stay in the same act.
    desk.keys("s").says("Dr Aubert, S49 : à solliciter").says("à solliciter").keys("u");
    desk.keys("t").says("Dr Aubert, sollicité pour S49").keys("<C-s>").says("sollicité le mer. 25 nov., sans réponse");
    desk.keys("<enter>").says("Sollicitations (1)").says("Séjours (2)").keys("<esc>");
    desk.keys("i").says("confirmer le séjour").keys("<C-s>").says("Séjour du Dr Aubert inscrit");
    desk.keys("<esc>v").says("Cette semaine n'est pas à pourvoir");
    // A doctor is offered none of it.
    desk.sits_down("Vidal", "2026-11-25T10:00").keys("0planning<enter>n").silent("volontaires possibles");
    desk.keys("v").silent("Volontaires possibles");
}

#[test]
fn an_option_whose_last_day_is_a_saturday_is_to_be_settled_on_monday() {
    let mut desk = claire();
    // Option on S50 until Saturday of this week.
    desk.keys("1pniaubert<enter><tab><tab><left><tab>28/11<C-s>").says("Option du Dr Aubert posée, S50.");
    desk.says("S50 · □ Dr Jean Aubert · option jusqu'au sam. 28 nov.").silent("alerte");
    // Three working days before it is announced.
    desk.sits_down("Garnier", "2026-11-26T09:00").says("! 1 alerte : option du Dr Aubert (S50) jusqu'au sam.");
    // On Monday it is over, beside a handover that was not signed; the week is still held: only somebody's act frees it.
    desk.sits_down("Garnier", "2026-11-30T09:00").says("! 2 alertes").keys("1pn").says("option échue");
    desk.keys("!!").says("Option à trancher").says("reste retenue jusqu'à ce que vous tranchiez");
    // Who asks again says when they are called back: it holds until then.
    desk.keys("<tab>2/12<C-s>").keys("1p").says("S50 · □ Dr Jean Aubert · option jusqu'au mer. 2 déc.");
    desk.sits_down("Garnier", "2026-12-03T09:00").keys("!!").says("Option à trancher").keys("l<C-s>");
    desk.says("Option du Dr Aubert libérée, S50.").silent("échue").keys("1pn").says("S50 · 7–13 déc. 2026 · ○ VACANT");
    desk.keys("u").says("option échue");
}

#[test]
fn a_weekend_without_a_doctor_to_call_is_an_alert_until_one_is_named() {
    let mut desk = claire();
    desk.keys("0recours médical<enter>").says("Dr Vidal").keys("d").keys("o").says("retiré").silent("alerte");
    desk.sits_down("Garnier", "2026-11-26T09:00").says("aucun recours médical du sam. 28 nov. au");
    // The key of the alert leads to where one is named, the days already there.
    desk.keys("!").says("Nouveau recours médical").says("28/11/2026").keys("<tab><tab>vidal<enter><C-s>");
    desk.says("Recours médical du sam. 28 nov. au dim. 29 nov. : Dr Vidal.")
        .silent("sam. 28 nov. au dim. 29 nov. Nommez");
    // On the day itself the header says whom to call, and each urgent point too.
    desk.wrote("Garnier", "! 1243 MD 1948: INR à 4,8 sous AVK; si saignement, alors 15; pour 30/11; à l'équipe");
    desk.sits_down("Garnier", "2026-11-28T11:00").says("recours 06 39 98 00 00 · 15 / 116 117");
    desk.keys("2").says("Recours médical aujourd'hui : Dr Vidal,").says("06 39 98 00 00.");
}
