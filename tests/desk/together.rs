//! Several people at one store: each sees the others' work, and nobody's text is overwritten unseen.

use expect_test::expect;
use releve::domain::Role;

use crate::harness::Desk;

/// Claire Garnier at one desk and Dr Vidal at another, on Friday of S48.
fn two() -> (Desk, Desk) {
    let mut claire = Desk::ajain("S48 Vidal, S49 Aubert");
    let vidal = beside(&claire, "Vidal");
    claire.sits_down("Garnier", "2026-11-27T09:00");
    (claire, vidal)
}

/// Claire Garnier at one desk and the nurse at another: both write in the directory.
fn two_who_write() -> (Desk, Desk) {
    let mut claire = Desk::ajain("S48 Vidal, S49 Aubert");
    claire.joins("Benali", Role::Nurse);
    let nurse = beside(&claire, "Benali");
    claire.sits_down("Garnier", "2026-11-27T09:00");
    (claire, nurse)
}

/// Claire Garnier at two desks: what is hers alone to change.
fn two_of_hers() -> (Desk, Desk) {
    let mut claire = Desk::ajain("S48 Vidal, S49 Aubert");
    let other = beside(&claire, "Garnier");
    claire.sits_down("Garnier", "2026-11-27T09:00");
    (claire, other)
}

/// A further terminal on the store of a desk.
pub fn beside(desk: &Desk, family: &str) -> Desk {
    let folder = desk.home.as_ref().unwrap().path().to_owned();
    let mut other = Desk::real(&folder, "2026-11-27T09:00");
    other.sits_down(family, "2026-11-27T09:00");
    other
}

fn contact(desk: &mut Desk, name: &str, note: &str) {
    desk.keys("0annuaire<enter>a")
        .keys(name)
        .keys("<tab><tab><tab><tab><tab><tab>")
        .keys(note)
        .keys("<C-s>")
        .says(name);
}

#[test]
fn the_other_desk_shows_what_was_done_at_its_next_look_and_keeps_its_selection() {
    let (mut claire, mut vidal) = two();
    contact(&mut claire, "Pharmacie", "");
    contact(&mut claire, "Zoologie", "");
    vidal.keys("0annuaire<enter><down>").says("▸ Zoologie");
    // A new entry comes before the selected one.
    contact(&mut claire, "Ambulances", "");
    vidal.silent("Ambulances").poll().says("Ambulances").says("▸ Zoologie").says("Annuaire · 3");
    // A point for this week's doctor shows in the open tab, and the header follows too.
    vidal.keys("<esc>2");
    claire.wrote("Garnier", ". 1243 M.D. 1948: ordonnance à renouveler");
    vidal.silent("1243").poll().says("1243");
    claire.keys("0sejours<enter>").says("Aubert").comes("S51", "Roche");
    vidal.keys("0sejours<enter>").poll().says("Roche");
}

#[test]
fn an_open_point_follows_what_is_said_at_another_desk() {
    let (mut claire, mut vidal) = two();
    vidal.keys("<C-n>1243 md 1948 INR à 4,8<enter>").says("Point n° 1");
    claire.poll().keys("0dossiers<enter><enter>").says("Point n° 1").says("INR à 4,8");
    vidal.keys("3<end>c").says("Compléter").keys("contrôle fait, INR 3,1<C-s>");
    claire.silent("INR 3,1").poll().says("INR 3,1").says("Point n° 1");
}

#[test]
fn an_open_form_is_never_touched() {
    let (mut claire, mut nurse) = two_who_write();
    contact(&mut claire, "Pharmacie", "ouverte le lundi");
    nurse.keys("0annuaire<enter>e<tab><tab><tab>05 55 00 00 00");
    // The list behind it follows, the form does not.
    let form = |desk: &Desk| desk.body().lines().filter(|l| l.starts_with("│ │")).collect::<Vec<_>>().join("\n");
    let before = form(&nurse);
    assert!(before.contains("05 55 00 00 00") && before.contains("ouverte le lundi"), "{before}");
    claire.keys("e<end> du Bourg<C-s>").says("Pharmacie du Bourg");
    assert_eq!(form(nurse.poll()), before);
    assert_eq!(form(nurse.later("2026-11-27T09:01")), before);
    nurse.resize(120, 40).says("Pharmacie du Bourg");
}

/// Claire has corrected the entry that the nurse is about to save.
fn second() -> (Desk, Desk) {
    let (mut claire, mut nurse) = two_who_write();
    contact(&mut claire, "Pharmacie", "ouverte le lundi");
    nurse.keys("0annuaire<enter>e<tab><tab><tab><tab><tab><tab><end>, demander Mme Roux");
    claire.keys("e<tab><tab><tab><tab><tab><tab><end> et le mardi<C-s>").says("Pharmacie modifié");
    nurse.keys("<C-s>").says("Deux versions");
    (claire, nurse)
}

#[test]
fn the_second_to_save_sees_both_versions() {
    let (_claire, mut nurse) = second();
    expect![[r#"
         1 Semaine 2 Briefing 3 Transmission 4 Statistiques 0 Menu S48 ven. 27/11 09:00
         Dr Vidal (médecin, S48)                                 C. Benali · infirmière
        ┌ Annuaire · 1 ────────────────────────────────────────────────────────────────┐
        ┌ Deux versions ───────────────────────────────────────────────────────────────┐
        │ C. Garnier a enregistré avant vous (ven. 27 nov., 09:00) : Annuaire :        │
        │ Pharmacie modifié. Rien n'est encore écrit de votre côté : choisissez ce qui │
        │ doit rester.                                                                 │
        │                                                                              │
        │ Note                                                                         │
        │ ✓ C. Garnier  ouverte le lundi et le mardi                                   │
        │ ✓ vous, ici   ouverte le lundi, demander Mme Roux                            │
        │                                                                              │
        │ ▸ Garder les deux                                                            │
        │   Garder la mienne                                                           │
        │   Garder la sienne                                                           │
        │   Revenir au formulaire, sans rien écrire                                    │
        │                                                                              │
        │ ↑ ↓ choisir · ⏎ faire ainsi · Échap revenir au formulaire                    │
        └──────────────────────────────────────────────────────────────────────────────┘
        │V└──────────────────────────────────────────────────────────────────────────┘ │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
         F1 aide
    "#]]
    .assert_eq(&nurse.screen());
    nurse.resize(120, 40);
    expect![[r#"
         Relève  Ajain   1 Semaine   2 Briefing   3 Transmission   4 Statistiques   0 Menu          S48 ven. 27 nov. 2026 09:00
         Dr Vidal (médecin, S48)                                                                         C. Benali · infirmière
        ┌ Annuaire · 1 ────────────────────────────────────────────────────────────────────────────────────────────────────────┐
        │15 SAMU · 17 gendarmerie · 18 pompiers · 112 Europe · 116 117 médecin de garde                                        │
        │  nom                          téléphone       ligne directe   rubrique      répond   à jour au     pour quoi         │
        │▸ Pharmacie                                                    autre                  27/11/2026                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │ ┌ Deux versions ───────────────────────────────────────────────────────────────────────────────────────────────────┐ │
        │ │ C. Garnier a enregistré avant vous (ven. 27 nov., 09:00) : Annuaire : Pharmacie modifié. Rien n'est encore écrit │ │
        │ │ de votre côté : choisissez ce qui doit rester.                                                                   │ │
        │ │                                                                                                                  │ │
        │ │   C. Garnier                                              vous, ici                                              │ │
        │ │ Note                                                                                                             │ │
        │ │ ✓ ouverte le lundi et le mardi                          ✓ ouverte le lundi, demander Mme Roux                    │ │
        │ │                                                                                                                  │ │
        │ │ ▸ Garder les deux                                                                                                │ │
        │ │   Garder la mienne                                                                                               │ │
        │ │   Garder la sienne                                                                                               │ │
        │ │   Revenir au formulaire, sans rien écrire                                                                        │ │
        │ │                                                                                                                  │ │
        │ │ ↑ ↓ choisir · ⏎ faire ainsi · Échap revenir au formulaire                                                        │ │
        │ └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘ │
        │                     │   Vérifié aujourd'hui  [ ]                                               │                     │
        │                     │                                                                          │                     │
        │                     │ Tab suivant · Ctrl-S enregistrer · Échap brouillon · Ctrl-X jeter        │                     │
        │                     └──────────────────────────────────────────────────────────────────────────┘                     │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │Pharmacie                                                                                                             │
        │                                                                                                                      │
        │ouverte le lundi et le mardi                                                                                          │
        │Vérifié le 27/11/2026.                                                                                                │
        │                                                                                                                      │
        │                                                                                                                      │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
         F1 aide
    "#]].assert_eq(&nurse.screen());
}

#[test]
fn both_texts_stay_one_after_the_other() {
    let (mut claire, mut nurse) = second();
    nurse.keys("<enter>").silent("Deux versions").says("Pharmacie modifié");
    claire.poll().keys("e").says("ouverte le lundi et le mardi").says("ouverte le lundi, demander Mme Roux");
}

#[test]
fn mine_stays_over_theirs_when_i_say_so() {
    let (mut claire, mut nurse) = second();
    nurse.keys("<down><enter>").silent("Deux versions").says("Pharmacie modifié");
    claire.poll().keys("e").says("ouverte le lundi, demander Mme Roux").silent("le mardi");
}

#[test]
fn theirs_stays_and_mine_goes_with_its_draft_when_i_say_so() {
    let (_claire, mut nurse) = second();
    nurse.keys("<down><down><enter>").silent("Deux versions").says("La version de l'autre poste reste");
    nurse.keys("e").says("ouverte le lundi et le mardi").silent("Mme Roux");
}

#[test]
fn esc_comes_back_to_the_form_with_nothing_lost_and_nothing_written() {
    let (mut claire, mut nurse) = second();
    nurse.keys("<esc>").silent("Deux versions").says("ouverte le lundi, demander Mme Roux");
    claire.poll().keys("e").says("le mardi").silent("Mme Roux").keys("<esc>");
    // It is asked again, as often as need be.
    nurse.keys("<C-s>").says("Deux versions").keys("<down><down><down><enter>").silent("Deux versions");
    nurse.says("demander Mme Roux");
    // Locked, the draft is kept; what comes back still knows what it was typed over.
    nurse.keys("<C-s>").says("Deux versions").keys("<C-l>").says("Qui êtes-vous").silent("Roux");
    nurse.sign_in("Benali").keys("0annuaire<enter>e").says("demander Mme Roux").keys("<C-s>").says("Deux versions");
    nurse.keys("<enter>").says("Pharmacie modifié");
    claire.poll().keys("e").says("le mardi").says("Mme Roux");
}

#[test]
fn a_draft_kept_over_an_older_version_does_not_overwrite_the_newer_one() {
    let (mut claire, mut nurse) = two_who_write();
    contact(&mut claire, "Pharmacie", "ouverte le lundi");
    nurse.keys("0annuaire<enter>e<tab><tab><tab><tab><tab><tab><end>, demander Mme Roux<esc>").says("brouillon");
    claire
        .keys("e<end> du Bourg<tab><tab><tab><tab><tab><tab><end> et le mardi<C-s>")
        .says("Pharmacie du Bourg modifié");
    // What the nurse had not touched is as it is now; what both wrote is shown before it is saved.
    nurse.poll().keys("e").says("Pharmacie du Bourg").says("demander Mme Roux").keys("<C-s>").says("Deux versions");
    nurse.says("et le mardi").silent("Nom").keys("<enter>").says("Pharmacie du Bourg modifié");
    claire.poll().keys("e").says("et le mardi").says("Mme Roux");
}

#[test]
fn two_who_changed_different_fields_keep_both() {
    let (mut claire, mut nurse) = two_who_write();
    contact(&mut claire, "Pharmacie", "");
    nurse.keys("0annuaire<enter>e<tab><tab>médicaments");
    claire.keys("e<tab><tab><tab>05 55 80 00 00<C-s>").says("Pharmacie modifié");
    nurse.keys("<C-s>").says("Deux versions").says("Garder les deux").silent("Garder la mienne").keys("<enter>");
    nurse.says("médicaments").says("05 55 80 00 00");
}

#[test]
fn a_stay_a_person_a_post_and_the_centre_show_both_versions_by_the_names_of_things() {
    let (mut claire, mut other) = two_of_hers();
    // The stay of S49: its last day at one desk, its state at the other.
    other.keys("0sejours<enter>").says("Aubert");
    claire.keys("0sejours<enter>");
    for desk in [&mut claire, &mut other] {
        desk.keys("<down>").says("▸ S49").keys("e").says("30/11/2026");
    }
    claire.keys("<tab><tab>").clear().keys("3/12/2026<C-s>").says("modifié");
    other.keys("<tab><tab>").clear().keys("2/12/2026<tab><right><C-s>");
    other.says("Deux versions").says("C. Garnier").says("Garder la mienne");
    other.keys("<esc><esc><esc><esc>");
    claire.keys("<esc>");
    // A doctor, a post and the centre.
    for (register, keys) in [("medecins", ""), ("centre, postes", "")] {
        for desk in [&mut claire, &mut other] {
            desk.poll().keys("0").keys(register).keys("<enter>").keys(keys).keys("e");
        }
        claire.keys("<end> Un<C-s>").says("modifi");
        other.keys("<end> Deux<C-s>").says("Deux versions").says("Un").says("Deux");
        other.keys("<esc>").silent("Deux versions").keys("<esc><esc><esc>");
        claire.keys("<esc>");
    }
}

#[test]
fn a_page_of_the_booklet_keeps_the_lines_of_both() {
    let (mut claire, _) = two();
    claire.joins("Marchand", Role::Nurse);
    let mut sylvie = beside(&claire, "Marchand");
    claire.keys("0livret<enter>a<tab>Maison<tab>").paste("Clés au secrétariat.\nVoiture blanche.").keys("<C-s>");
    sylvie.poll().keys("0livret<enter>").says("Clés au secrétariat.").keys("e<tab><tab>").paste("Wifi : demander.\n");
    claire.keys("e<tab><tab>").paste("Badge : tiroir.\n").keys("<C-s>");
    sylvie.keys("<C-s>").says("Deux versions").keys("<enter>").says("Badge : tiroir.").says("Wifi : demander.");
    let body = sylvie.body();
    assert_eq!(body.matches("Clés au secrétariat").count(), 1, "{body}");
}

#[test]
fn a_note_of_the_week_written_at_two_desks_keeps_both() {
    let (mut claire, mut vidal) = two();
    let mut other = beside(&claire, "Vidal");
    for desk in [&mut vidal, &mut other] {
        desk.keys("3<home>o").says("Ctrl-S");
    }
    other.keys("semaine calme<C-s>").silent("Ctrl-S");
    vidal
        .keys("deux arrivées tardives<C-s>")
        .says("Deux versions")
        .says("Vous avez enregistré autre chose sur un autre écran")
        .keys("<enter>");
    claire.poll();
    vidal.says("semaine calme").keys("o").says("deux arrivées tardives").says("semaine calme");
}

#[test]
fn ones_own_last_word_corrected_at_two_desks_is_not_corrected_twice_unseen() {
    let (mut claire, mut vidal) = two();
    vidal.keys("<C-n>1243 md 1948 INR à 4,8<enter>").says("Point n° 1");
    let mut other = beside(&claire, "Vidal");
    for desk in [&mut vidal, &mut other] {
        desk.keys("3<end>e").says("INR à 4,8").says("Ctrl-S");
    }
    other.keys("<end>, labo prévenu<C-s>").says("u pour défaire");
    vidal.keys("<end>, sans saignement<C-s>").says("Deux versions").says("labo prévenu").keys("<enter>");
    claire.poll().keys("0dossiers<enter><enter>").says("INR à 4,8, labo prévenu").says("INR à 4,8, sans saignement");
}

#[test]
fn a_member_of_the_team_is_edited_at_two_desks() {
    let (mut claire, mut other) = two_of_hers();
    for desk in [&mut claire, &mut other] {
        desk.keys("0equipe<enter>e").says("Garnier");
    }
    claire.keys("<end>-Marie<C-s>").says("Claire-Marie Garnier");
    other.keys("<end>-Anne<C-s>").says("Claire-Marie").says("Claire-Anne").keys("<up><up><enter>");
    other.silent("Deux versions").says("Claire-Anne Garnier : fiche modifiée.");
    claire.poll().keys("e").says("Claire-Anne");
}

#[test]
fn an_entry_of_the_agenda_is_moved_at_one_desk_and_edited_at_the_other() {
    let (mut claire, mut vidal) = two();
    claire.keys("1a1243 md 1948<enter>").says("ajouté");
    vidal.keys("1").poll().keys("e").says("Modifier");
    claire.keys("e<tab><tab><tab>").clear().keys("11:40<C-s>").says("modifié");
    vidal.keys("<tab><tab><tab><tab><tab>chez sa fille<C-s>").says("Deux versions").says("11:40").says("chez sa fille");
    vidal.keys("<enter>").silent("Deux versions");
    claire.poll().keys("<down><down><down>e").says("11:40").says("chez sa fille");
}

#[test]
fn a_word_is_added_after_what_was_said_meanwhile_and_undoes_none_of_it() {
    let (mut claire, mut vidal) = two();
    vidal.keys("<C-n>1243 md 1948 INR à 4,8<enter>").says("Point n° 1");
    vidal.keys("3<end>c").says("Compléter").keys("appeler la fille");
    claire.poll().keys("0dossiers<enter>").says("1243");
    // The coordination makes it due on another day meanwhile.
    let (item, due) = (releve::domain::ItemId(1), releve::domain::Day::ymd(2026, 12, 9));
    let word = releve::domain::act::NewWord {
        text: "le labo rappelle mercredi 9".into(),
        plan: String::new(),
        gravity: releve::domain::Gravity::Watch,
        due,
        show_from: None,
        to: releve::domain::Addressee::Role(releve::domain::Role::Coordination),
        outcome: None,
        detail: releve::domain::Detail::default(),
    };
    let say = releve::domain::act::ItemAct::Say(item, releve::domain::Verdict::Completed, word);
    claire.act("Garnier", releve::domain::act::Act::Item(say));
    vidal.keys("<C-s>").says("Deux versions").says("le labo rappelle mercredi 9").says("Ajouter la mienne à la suite");
    // Nothing is under the hand that would go either way by itself.
    vidal.keys("<enter>").silent("Deux versions").says("appeler la fille").keys("<C-s><up><up><enter>");
    vidal.silent("Deux versions").keys("0dossiers<enter><enter>");
    vidal.says("le labo rappelle mercredi 9").says("appeler la fille").says("À SURVEILLER").says("pour mer. 09/12");
}

/// Claire asks about the first point.
fn ask(claire: &mut Desk, question: &str) {
    let (item, question) = (releve::domain::ItemId(1), question.to_owned());
    let asks = releve::domain::act::ItemAct::Answer(item, releve::domain::Answer::Question, question);
    claire.act("Garnier", releve::domain::act::Act::Item(asks));
}

#[test]
fn an_act_of_one_key_on_an_older_state_says_who_was_first_and_shows_it() {
    let (mut claire, mut vidal) = two();
    claire.wrote("Garnier", ". 1243 M.D. 1948: ordonnance à renouveler");
    vidal.poll().keys("2").says("1243");
    ask(&mut claire, "Laquelle des deux ?");
    vidal.keys("<home> ").says("Rien n'a été écrit").says("C. Garnier").says("Laquelle des deux ?").says("Point n° 1");
    vidal.keys("<esc>").says("1243");
    // Read again, the same key does it.
    vidal.keys(" ").silent("Rien n'a été écrit").says("u pour défaire");
}

/// The header is newer than the tab for a moment: a key pressed then counts for what the tab shows.
#[test]
fn a_key_pressed_while_the_screen_is_read_again_counts_for_what_it_still_shows() {
    let (mut claire, mut vidal) = two();
    claire.wrote("Garnier", ". 1243 M.D. 1948: ordonnance à renouveler");
    vidal.poll().keys("2<home>").says("1243");
    ask(&mut claire, "Laquelle des deux ?");
    vidal.busy(true).poll().answers_one().says("question sans réponse").silent("Laquelle").keys(" ").busy(false);
    vidal.says("Rien n'a été écrit").says("Laquelle des deux ?");
}

#[test]
fn an_entry_that_is_gone_says_so_and_keeps_what_was_typed() {
    let (mut claire, mut nurse) = two_who_write();
    contact(&mut claire, "Pharmacie", "");
    nurse.keys("0annuaire<enter>e<end> du Bourg");
    claire.keys("d").says("?").keys("o").says("Annuaire · 0");
    nurse
        .keys("<C-s>")
        .silent("Deux versions")
        .says("Un autre poste a enregistré avant vous")
        .says("Pharmacie du Bourg");
    nurse.keys("<esc>").says("Annuaire · 0");
}
