//! What helps writing: sentences kept ready, and what the abbreviations of the centre mean.

use expect_test::expect;
use releve::back::As;

use crate::harness::{Desk, Setting};

#[test]
fn a_sentence_kept_ready_is_put_at_the_cursor() {
    let mut desk = Desk::fiction("2026-11-27T17:30", As::Doctor);
    desk.keys("3n1243 md 1948<tab>INR à 4,8.<C-t>");
    expect![[r#"
         S48 · Dr Passebois, du lun. 23 au ven. 27 nov.
         B┌ Textes types ────────────────────────────────────────────────────────────┐
         4│Chercher :                                                                │
         P│▸ absent  Ne s'est pas présenté. Rappelé une fois, message laissé.        │
         N│  avk     Sous AVK, INR cible 2 à 3. Contrôle au laboratoire, résultat a… │
        ┌ │  bmo     Ostéodensitométrie demandée. Résultat à lire avant de parler d… │─┐
        │ │  fievre  Si fièvre ou frissons, alors consultation le jour même ; le so… │ │
        │ │  inr5    Si INR ≥ 5, alors saut d'une prise et contrôle à 24 h ; si sai… │ │
        │ │  kine    Ordonnance de kinésithérapie remise. Revoir à la fin des séanc… │ │
        │ │  labo    Bilan sanguin prescrit à jeun. Le patient l'apporte, ou le lab… │ │
        │▸│  mdph    Dossier MDPH : le certificat médical est rempli, il manque la … │ │
        │ │  merci   Merci, et bonne route.                                          │ │
        │ │  rad     Retour à domicile organisé : IDE matin et soir, portage des re… │ │
        │ │  refus   Information donnée et comprise ; le patient préfère attendre. … │ │
        │ │  seul    Vit seul. Personne de confiance et numéro dans le dossier.      │ │
        │ │↑↓ choisir · Entrée ouvrir · Échap fermer                                 │ │
        │ └──────────────────────────────────────────────────────────────────────────┘ │
        │ │                                                                          │ │
        │ │ Tab suivant · Ctrl-S enregistrer · Ctrl-T textes types · Échap fermer    │ │
        │ └──────────────────────────────────────────────────────────────────────────┘ │
        └─────────────────────────────────┘└───────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.body());
    // Filtered as one types, by its code or by a word; Esc puts nothing.
    desk.keys("avk").says("Sous AVK, INR cible 2 à 3.").silent("Ordonnance de kiné").keys("<esc>").silent("Sous AVK");
    desk.keys("<C-t>avk<enter>").says("INR à 4,8. Sous AVK, INR cible 2 à 3.");
    desk.keys(" Vu.<C-s>").says("ajouté.");
    // Where no text of several lines is written, the key does nothing.
    desk.keys("n<C-t>").silent("Textes types").keys("<esc>");
}

#[test]
fn the_team_keeps_both_lists_in_place() {
    let mut desk = Desk::fiction("2026-11-25T10:00", As::Coordination);
    desk.keys("0textes types<enter>").says("Textes types").says("Ctrl-T en met un dans le texte");
    desk.keys("aavk<tab>x<C-s>").says("Le code « avk » sert déjà à un autre texte type.");
    desk.keys("<bs><bs><bs>vsl<tab><bs>Transport en VSL prescrit.<C-s>")
        .says("Texte type « vsl » ajouté.")
        .says("Transport en VSL");
    desk.keys("<C-f>vsl<enter>e<tab> Retour compris.<C-s>").says("Texte type « vsl » modifié.").says("Retour compris.");
    desk.keys("d").says("Retirer « vsl » de la liste").keys("o").says("Un texte type retiré.").silent("Retour compris");
    desk.keys("u").says("Retour compris.");
    desk.keys("<esc>0abréviations<enter><C-f>hdj<enter>").says("hôpital de jour").keys("<C-f><esc>");
    desk.keys("aESPIC<tab>établissement privé d'intérêt collectif<C-s>").says("Abréviation ESPIC ajoutée.");
    desk.keys("aHDJ<tab>autre chose<C-s>").says("« HDJ » est déjà dans la liste : modifiez sa ligne.");
}

#[test]
fn two_desks_do_not_overwrite_each_others_sentence() {
    let mut desk = Desk::ajain("S48 Vidal");
    desk.sits_down("Garnier", "2026-11-27T09:00").keys("0textes types<enter>").says("Aucun texte type pour l'instant.");
    desk.keys("aavk<tab>Sous AVK.<C-s>").says("Texte type « avk » ajouté.").keys("e<tab> INR cible 2 à 3.");
    let folder = desk.home.as_ref().unwrap().path().to_owned();
    let mut other = Desk::real(&folder, "2026-11-27T09:05");
    other.sits_down("Garnier", "2026-11-27T09:05");
    other.keys("0textes types<enter>e<tab> Dose du soir.<C-s>").says("Texte type « avk » modifié.");
    desk.keys("<C-s>").says("Deux versions").says("Dose du soir.").says("INR cible 2 à 3.").keys("<enter>");
    desk.says("modifié").says("Dose du soir.").says("INR cible 2 à 3.");
}

#[test]
fn f1_on_a_word_tells_what_it_means_before_the_usual_help() {
    let mut desk =
        Desk::fiction_with("2026-11-27T17:30", As::Doctor, Setting { size: (120, 40), ..Setting::default() });
    desk.keys("3n9999 md 1948<tab>INR à 4,8, vue par l'ide<f1>");
    desk.says("Abréviations de ce texte");
    expect![[r#"
         Relève  Centre de santé d'Ajain  1 Semaine  2 Briefing  3 Transmission  4 Statistiques  0 Menu    S48 ven. 27/11 17:30
         Dr Passebois (médecin, S48) · ! 1 alerte : journée du mer. 25 nov. à clôturer             centre fictif · Dr Passebois
         S48 · Dr Passeboi┌ Aide ────────────────────────────────────────────────────────────────────────────┐
         49 patients vus (│ Abréviations de ce texte                                                         │
         Note de la semain│ IDE  infirmière ou infirmier diplômé d'État                                      │
        ┌ 13 traités sur 1│ INR  mesure de l'effet des AVK                                                   │─────────────────┐
        │   Note de la sem│                                                                                  │                 │
        │   Mot pour la su│ Remplir un formulaire                                                            │epuis jeu. 26/11 │
        │   Remarques sur │                                                                                  │ièvre. Demande à │
        │   Passation oral│ - Tab ou ↓ : le champ suivant. Maj-Tab ou ↑ : le précédent.                      │                 │
        │▸· 1267 S.N.     │ - Ctrl-S : enregistrer. Entrée sur le dernier champ aussi.                       │                 │
        │ · 7962 L.A.     │ - Dans un texte de plusieurs lignes, Entrée va à la ligne.                       │                 │"#]].assert_eq(&desk.screen().lines().take(12).map(str::trim_end).collect::<Vec<_>>().join("\n"));
    // Help closed, one goes on writing.
    desk.keys("<esc> demain<C-s>").says("ajouté.");
    // On the selected point, before the page of the screen.
    desk.keys("<C-f>9999<enter><enter><f1>").says("Abréviations de ce texte").says("mesure de l'effet des AVK");
    desk.silent("infirmière ou infirmier");
}
