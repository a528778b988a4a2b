//! The frame around every screen: Menu, palette, Aller à…, alerts, Esc, and what the tabs look like.

use expect_test::expect;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use releve::back::As;
use releve::ui::{Look, Theme};
use releve::words::Lang;

use crate::harness::{Desk, Setting, unpainted};

fn coordination(now: &str) -> Desk {
    Desk::fiction(now, As::Coordination)
}

fn monday() -> Desk {
    coordination("2026-11-30T08:00")
}

#[test]
fn the_menu_leads_to_every_register_and_esc_leads_back() {
    let mut desk = monday();
    let before = desk.keys("4").screen();
    for (typed, title) in [
        ("dossiers", "Dossiers suivis ·"),
        ("sejours", "Séjours"),
        ("medecins", "Médecins ·"),
        ("equipe", "Équipe ·"),
        ("annuaire", "Annuaire ·"),
        ("livret", "Livret"),
        ("centre, postes", "Centre"),
        ("historique", "Historique ·"),
    ] {
        desk.keys("à").keys(typed).keys("<enter>").says(title).says("Échap revenir");
        assert_eq!(desk.keys("<esc>").screen(), before, "{typed}");
    }
    assert_eq!(desk.keys("0<down><down><esc>").screen(), before);
}

#[test]
fn a_dialog_covers_the_screens_hints() {
    monday().keys("1").says("m déplacer").keys("0").silent("m déplacer").keys("<esc>").says("m déplacer");
}

#[test]
fn every_list_says_what_enter_does() {
    let mut desk = monday();
    for list in ["dossiers", "sejours", "medecins", "equipe", "annuaire", "centre, postes"] {
        desk.keys("<esc>0").keys(list).keys("<enter>").says("⏎ ouvrir");
    }
}

#[test]
fn the_register_of_points_lists_them_before_anything_is_typed() {
    let mut desk = monday();
    desk.keys("0dossiers<enter>").silent("Aucun point").says("7128 · E.C. 1957 (69 ans)").says("▸");
    desk.keys("<enter>").says("Point n°").keys("<esc>").says("Dossiers suivis");
}

#[test]
fn the_palette_finds_a_command_by_french_and_english_words() {
    let mut desk = monday();
    for (typed, found) in [
        ("verrouiller", "Verrouiller"),
        ("lock", "Verrouiller"),
        ("exit", "Quitter"),
        ("annuler retour", "Défaire"),
        ("undo", "Défaire"),
        ("telephone", "Annuaire"),
        ("print", "Imprimer"),
        ("excel", "Importer un planning"),
        ("history", "Historique"),
    ] {
        desk.keys(":").keys(typed).says(&format!("▸ {found}")).keys("<esc>");
    }
    desk.keys(":chiffres<enter>").says("Couverture");
    desk.keys(":zzz").says("Rien ne correspond");
}

#[test]
fn a_week_a_date_a_doctor_and_a_file_are_a_few_keys_away() {
    let mut desk = monday();
    desk.keys("gs48<enter>").says("S48 · 23–27 nov. 2026");
    desk.keys("g15/6").says("mardi 15 juin 2027 · S24").says("lundi 15 juin 2026 · S25");
    desk.keys("<down><enter>").says("S25 · ");
    desk.keys("ghenaff<enter>").says("30 nov. – 4 déc. 2026 · Dr Pauline Hénaff");
    desk.keys("g7128<enter>").says("filtre « 7128 »").says("E.C. 1957").keys("<esc>").silent("filtre");
    desk.keys("gzz").says("Rien de ce nom").keys("<enter>").says("Rien de ce nom").keys("<esc>").silent("Aller à…");
}

#[test]
fn ctrl_f_narrows_as_one_types_and_esc_widens_again() {
    let mut desk = monday();
    desk.keys("1<C-f>inr").says("Chercher : inr").says("filtre « inr »").keys("<bs><bs><bs>echo").says("écho-doppler");
    desk.keys("<esc>").silent("filtre").says("Recherche").keys("<esc>").says("S49 · ");
    desk.keys("0medecins<enter><C-f>henaff").says("Médecins · 1 ·").keys("<enter><enter>").says("Hénaff");
}

#[test]
fn the_exclamation_mark_goes_through_the_alerts_where_they_are_resolved() {
    let mut desk = monday();
    // A day of last week was not closed; at ten nobody has answered the urgent points yet.
    desk.says("! 1 alerte : journée du mer. 25 nov.");
    desk.later("2026-11-30T10:30").says("! 3 alertes");
    desk.keys("1!")
        .says("· Alerte 1 sur 3")
        .says("▲ URGENT")
        .keys("!")
        .says("Alerte 2 sur 3")
        .keys("!")
        .says("Alerte 3 sur 3")
        .keys("!")
        .says("· Alerte 1 sur 3");
}

#[test]
fn the_header_of_a_weekend_is_read_whole_at_eighty_columns() {
    coordination("2026-11-28T11:00").says("recours 06 39 98 00 03 · 15 / 116 117").says("! 1 alerte");
}

#[test]
fn another_person_sits_down_in_the_fictional_centre() {
    let mut desk = monday();
    desk.keys("0changer<enter>")
        .says("Qui est au bureau ?")
        .keys("marchand<enter>")
        .says("centre fictif · S. Marchand");
    desk.keys("0changer<enter>henaff<enter>").says("Bonjour Dr Hénaff");
}

#[test]
fn the_locked_fictional_centre_shows_nothing_and_opens_again() {
    let mut desk = monday();
    desk.keys("<C-l>").says("Centre fictif verrouillé").silent("Garnier").keys("1").silent("Garnier");
    desk.keys("<enter>").says("C. Garnier");
}

#[test]
fn ctrl_c_says_how_to_quit_and_ctrl_q_quits() {
    let mut desk = monday();
    desk.keys("<C-c>").says("Ctrl-Q quitte");
    assert!(!desk.quit);
    assert!(desk.keys("<C-q>").quit);
}

#[test]
fn a_window_below_eighty_by_twenty_four_waits() {
    let mut desk = monday();
    desk.keys("4").resize(79, 24).says("Fenêtre trop petite (80×24 au moins)").silent("Couverture");
    desk.resize(80, 23)
        .says("Fenêtre trop petite")
        .resize(200, 60)
        .says("Couverture")
        .resize(80, 24)
        .says("Couverture");
}

#[test]
fn english_leaves_no_french_word_of_the_program_on_the_screen() {
    let setting = Setting { lang: Lang::En, ..Setting::default() };
    let mut desk = Desk::fiction_with("2026-11-30T08:00", As::Coordination, setting);
    // Words of the program only: the fictional centre writes its own texts in French.
    let french = [
        "Semaine",
        "médecin,",
        "Espace",
        "PgSuiv",
        "Suppr",
        "Échap",
        "Entrée",
        "fermé",
        "ouvrir",
        "aide",
        "lun.",
        "Chercher",
        "suivi par",
        "centre fictif",
    ];
    let places = [
        "1<pgdn><pgdn>",
        "4",
        "d",
        "0",
        ":",
        "g",
        "0doctors<enter>",
        "0team<enter>",
        "0directory<enter>",
        "0centre,<enter>",
    ];
    for keys in places.into_iter().chain(["<f1>"]) {
        let screen = desk.keys("<esc><esc>").keys(keys).screen();
        // What such a line of the directory says is the centre's own.
        let program: String =
            screen.lines().filter(|l| !l.contains("Permanence des soins") && !l.contains("aides")).collect();
        for word in french {
            assert!(!program.contains(word), "« {word} » after {keys}\n{screen}");
        }
    }
}

#[test]
fn nothing_is_cut_or_crossed_on_any_size() {
    let mut desk = monday();
    for (columns, rows) in [(80, 24), (100, 30), (120, 40), (200, 60)] {
        desk.resize(columns, rows);
        for keys in
            ["1", "2", "3", "4", "0medecins<enter>", "0equipe<enter>", "0annuaire<enter>", "0centre, postes<enter>"]
        {
            let screen = desk.keys("<esc><esc>").keys(keys).screen();
            let lines: Vec<&str> = screen.lines().collect();
            assert!(lines[0].contains("S49"), "{columns} {keys}\n{screen}");
            assert!(lines[1].contains("centre fictif · C. Garnier"), "{columns} {keys}\n{screen}");
            let footer = lines.last().unwrap();
            assert!(footer.contains("F1 aide") && !footer.contains('…'), "{columns} {keys}\n{screen}");
        }
    }
}

#[test]
fn the_week_on_a_monday() {
    expect![[r#"
         1 Semaine 2 Briefing 3 Transmission 4 Statistiques 0 Menu S49 lun. 30/11 08:00
         Dr Hénaff · ! 1 alerte : journée du mer. 25 nov. …  centre fictif · C. Garnier
         S47          S48         ▸[S49]        S50          S51          S52
         Larrivière   Passebois    Dr Hénaff    Sauvignet    ○ VACANT     ░ fermé
         terminé      terminé      en cours     confirmé                  Noël
        ┌ S49 · 30 nov. – 4 déc. 2026 · Dr Pauline Hénaff · 58/112 créneaux ───────────┐
        │      ▸[lun. 30]   mar. 1er    mer. 2      jeu. 3      ven. 4      sa5  di6   │
        │jour               ▒ Nadia Be…                                     ░░░░ ░░░░  │
        │08:00→▸▒ relève, …                                                 ░░░░ ░░░░  │
        │matin  P accueil   P           P           P           NP          ░░░░ ░░░░  │
        │08:30  ▓ 2/3       ▓ 3/3       ▓ 3/3       ▓ 3/3                   ░░░░ ░░░░  │
        │09:30  ▓ 2/3       ▓ 2/3       ▓ 3/3       ▓7908 1/3               ░░░░ ░░░░  │
        │10:30  ▓ 3/3       ▓ 2/3       ▓6440 1/3   ▓ 2/3                   ░░░░ ░░░░  │
        │11:30  ▓ 3/3       ▓ 3/3       ▓ 2/3                               ░░░░ ░░░░  │
        │12:30              ▒ équipe e…                                     ░░░░ ░░░░  │
        │ap-m.  NP          P           P           fermé ░░░░░ P passation ░░░░ ░░░░  │
        │13:30              ▓ 2/3       ▓3833 1/3   ░░░░░░░░░░░ ▓6256 1/3   ░░░░ ░░░░  │
        │14:30              ▓ 3/3       ▓ 3/3       ░░░░░░░░░░░ ▓ 2/3       ░░░░ ░░░░ …│
        │dus    ▲2 ·2       ·1          ·2          ·1          ●1 ·1                  │
        │clos   ·           ·           ·           ·           ·                      │
        └──────────────────────────────────────────────────────────────────────────────┘
        accueil · relève, clés, voiture · 08:00–08:30
        4 points pour ce jour.
         ⏎ ouvrir · a ajouter · m déplacer · d supprimer · Tab suivant · F1 aide
    "#]]
    .assert_eq(&monday().keys("1").screen());
}

#[test]
fn a_vacant_week_and_a_closed_one_stand_out() {
    expect![[r#"
         1 Semaine 2 Briefing 3 Transmission 4 Statistiques 0 Menu S49 lun. 30/11 08:00
         Dr Hénaff · ! 1 alerte : journée du mer. 25 nov. …  centre fictif · C. Garnier
         [S49]        S50         ▸S51          S52          S53          S01
         Dr Hénaff    Sauvignet    ○ VACANT     ░ fermé      Etcheparre   Dr Castaing
         en cours     confirmé                  Noël         confirmé     confirmé
        ┌ S51 · 14–20 déc. 2026 · ○ VACANT ────────────────────────────────────────────┐
        │      ▸lun. 14     mar. 15     mer. 16     jeu. 17     ven. 18     sa19 di20  │
        │matin  P ○ VACANT  P ○ VACANT  P ○ VACANT  P ○ VACANT  P ○ VACANT  ░░░░ ░░░░  │
        │08:30 ▸                                                            ░░░░ ░░░░  │
        │09:30                                                              ░░░░ ░░░░  │
        │10:30                                                              ░░░░ ░░░░  │
        │11:30                                                              ░░░░ ░░░░  │
        │ap-m.  P ○ VACANT  P ○ VACANT  P ○ VACANT  fermé ░░░░░ P ○ VACANT  ░░░░ ░░░░  │
        │13:30                                      ░░░░░░░░░░░             ░░░░ ░░░░  │
        │14:30                                      ░░░░░░░░░░░             ░░░░ ░░░░  │
        │15:30                                      ░░░░░░░░░░░             ░░░░ ░░░░  │
        │16:30                                      ░░░░░░░░░░░             ░░░░ ░░░░  │
        │17:30                                      ░░░░░░░░░░░             ░░░░ ░░░░  │
        │dus                                                                           │
        │clos                                                                          │
        └──────────────────────────────────────────────────────────────────────────────┘
        lun. 14 déc. 2026 · matin 8h30–12h30 · après-midi 13h30–18h
        Pas encore de médecin ce jour. i inscrire. …
         i inscrire · a ajouter · p planning · PgSuiv semaine d'après · F1 aide
    "#]]
    .assert_eq(&monday().keys("1<pgdn><pgdn>").screen());
}

#[test]
fn the_briefing_of_the_coordination() {
    expect![[r#"
         1 Semaine 2 Briefing 3 Transmission 4 Statistiques 0 Menu S48 mer. 25/11 10:12
         Dr Passebois · ! 2 alertes : une tâche en retard …  centre fictif · C. Garnier
         Bonjour Claire. Vous suivez 4 points. Un a changé depuis mar. 24 nov. Dr
         Passebois est là jusqu'au ven. 27 nov. Dr Hénaff arrive lun. 30 nov.
        ┌ 0 réponse sur 4 ───┐┌ Aujourd'hui — lecture ≈ 2 min ─────────────────────────┐
        │▸▲ Urgent         0 ││▸ ● À SURVEILLER  dossier 3352 · A.M. 1987 (39 ans)     │
        │ ! À débloquer    0 ││    Larrivière ← Rabaté ← C. Garnier…   pour mer. 25/11 │
        │ ! En retard      3 ││    Ollivon S45 : Épisode dépressif, idées noires       │
        │ · Cette semaine  5 ││    sans projet le jeu. 05/11, entourage présent,       │
        │ □ À faire        3 ││    3114 remis. Rappel téléphonique convenu lun. 09/11  │
        │ ◷ Résultats      1 ││    à 9 h 30.                                           │
        │ ◇ Promesses      0 ││    C. Garnier sam. 07/11 : Appel à 10 h : chez sa sœur │
        │ · Plus tard      0 ││    pour le week-end, numéro noté au dossier. Attend    │
        │ → Suites à dire  1 ││    l'appel lun. 09/11.                                 │
        │ ✎ Livret !       1 ││    Rabaté S46 : Appel du lun. 09/11 : idées noires     │
        │ ☎ Annuaire !     1 ││    en retrait, pas de projet, sommeil meilleur.        │
        │                    ││    Consultation mer. 18/11 à 10 h.                     │
        │                    ││    Larrivière S47 · je confirme : Vu en consultation   │
        │                    ││    … la suite : Entrée                                 │
        │                    ││    Espace lu et pris · p je prends (avec mes mots)     │
        │                    ││    c compléter · b appel, résultat · f fini            │
        │                    ││    a adresser · w mauvais patient ?                    │
        └────────────────────┘└────────────────────────────────────────────────────────┘
         Espace lu et pris · ⏎ ouvrir · n ajouter · Tab autre volet · F1 aide
    "#]]
    .assert_eq(&coordination("2026-11-25T10:12").keys("2").screen());
}

#[test]
fn the_handover_read_by_the_coordination() {
    expect![[r#"
         1 Semaine 2 Briefing 3 Transmission 4 Statistiques 0 Menu S48 mer. 25/11 10:12
         Dr Passebois · ! 2 alertes : une tâche en retard …  centre fictif · C. Garnier
         S48 · Dr Passebois, du lun. 23 au ven. 27 nov.
         Brouillon, à signer ven. 27 nov.
         Lecture seule : m pour saisir sous la dictée du Dr Passebois.
         39 patients vus (2 jours clos sur 5) · 4 points · le reste : rien à signaler
        ┌ 4 traités sur 11 · 7 à décider ─┐┌ Point n° 1093 ────────────────────────────┐
        │   Note de la semaine            ││ ● À SURVEILLER  3352 · A.M. 1987 (39 ans) │
        │   Mot pour la suite             ││   Larrivière ← Rabaté …   pour mer. 25/11 │
        │   Remarques sur le centre       ││   Ollivon S45 : Épisode dépressif, idées  │
        │   Passation orale               ││   noires sans projet le jeu. 05/11,       │
        │▸● 3352 A.M.         □ à décider ││   entourage présent, 3114 remis. Rappel   │
        │ ● 5240 V.D.         □ à décider ││   téléphonique convenu lun. 09/11 à       │
        │ · 1267 S.N.         □ à décider ││   9 h 30.                                 │
        │ · 7962 L.A.         □ à décider ││   C. Garnier sam. 07/11 : Appel à 10 h :  │
        │ ● 2101 G.E.         □ à décider ││   chez sa sœur pour le week-end, numéro   │
        │ · 6074 E.H.         □ à décider ││   noté au dossier. Attend l'appel lun.    │
        │ · 7656 E.S.         □ à décider ││   09/11.                                  │
        │ · 0433 M.C.           ✓ nouveau ││   Rabaté S46 : Appel du lun. 09/11 :      │
        │ · 6294 J.D.           ✓ nouveau ││   idées noires en retrait, pas de projet, │
        │ ● 4406 E.G.          ✓ transmis ││   sommeil meilleur. Consultation mer.     │
        │ · 7545 R.E.              ✓ fini ││   … la suite : Entrée                     │
        └─────────────────────────────────┘└───────────────────────────────────────────┘
         ⏎ ouvrir · m dictée du médecin · ← celle d'avant · F1 aide
    "#]]
    .assert_eq(&coordination("2026-11-25T10:12").keys("3").screen());
}

#[test]
fn the_figures_of_a_month() {
    expect![[r#"
         1 Semaine 2 Briefing 3 Transmission 4 Statistiques 0 Menu S49 lun. 30/11 08:00
         Dr Hénaff · ! 1 alerte : journée du mer. 25 nov. …  centre fictif · C. Garnier
        ┌ Trimestre · 1er oct. – 31 déc. 2026 · période en cours, incomplète ──────────┐
        │▸Consultations  Au total       Patientèle MT  Couverture     Patients/jour    │
        │ 661            18 959         2 388 ↑        100,0 %        18,6             │
        │ Durée prévue   3e rdv libre   Transmissions  Médecins       Origine          │
        │ 21,6 minutes   6,5 jours      100,0 %        10 médecins    9 départements   │
        │ Asalée                                                                       │
        │ 77 contacts                                                                  │
        │                                                                              │
        │Consultations par semaine                                                     │
        │  100 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━obj. 85  │
        │      ┄┄┄┄▒▒▒┄▒▒▒┄▒▒▒┄▒▒▒┄▒▒▒┄┄┄┄┄▒▒▒┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄moy. 82  │
        │   50     ▒▒▒ ▒▒▒ ███ ███ ███ ▒▒▒ ███ ▒▒▒                                     │
        │          ███ ███ ███ ███ ███ ▒▒▒ ███ ▒▒▒                                     │
        │          ███ ███ ███ ███ ███ ███ ███ ███                                     │
        │      ███ ███ ███ ███ ███ ███ ███ ███ ███                                     │
        │    0 ─────────────────────────────────────▲──────────────────                │
        │       …                       ★       …   …   …   ○   ░   …                  │
        │      S40 S41 S42 S43 S44 S45 S46 S47 S48 S49 S50 S51 S52 S53                 │
        │S49 · 30 nov. – 6 déc. 2026 : rien de clôturé · incomplet                     │
        │█ prog. ▒ non prog. ▓ visites ▚ téléc. ★ férié ░ fermé ○ vacant … incomplet   │
        └──────────────────────────────────────────────────────────────────────────────┘
         → suivant · p période · t tableau · ⏎ semaine · l liste · F1 aide
    "#]]
    .assert_eq(&monday().keys("4").screen());
}

#[test]
fn the_last_day_of_the_year() {
    expect![[r#"
         1 Semaine 2 Briefing 3 Transmission 4 Statistiques 0 Menu S53 jeu. 31/12 09:00
         Dr Etcheparre · ! 1 alerte : journée du mar. 29 d…  centre fictif · C. Garnier
         S51          S52         ▸[S53]        S01          S02          S03
         Dr Jolivard  ░ fermé      Etcheparre   Dr Castaing  ○ VACANT     Dufresnoy
         terminé      Noël         en cours     confirmé                  confirmé
        ┌ S53 · 28–31 déc. 2026 · Dr Laurent Etcheparre (Martinique) · 68/87 créneaux ─┐
        │       lun. 28     mar. 29     mer. 30    ▸[jeu. 31]   ven. 1er    sa2  di3   │
        │jour               ▒ Nadia Be…                         ░░░░░░░░░░░ ░░░░ ░░░░  │
        │08:00  ▒ relève, …                                     ░░░░░░░░░░░ ░░░░ ░░░░  │
        │matin  P accueil   P           P           P passation Jour de l'… ░░░░ ░░░░  │
        │08:30→ ▓ 2/3       ▓ 2/3       ▓ 2/3      ▸▓ 2/3 ───── ░░░░░░░░░░░ ░░░░ ░░░░  │
        │09:30  ▓ 2/3       ▓ 2/3       ▓ 3/3       ▓ 3/3       ░░░░░░░░░░░ ░░░░ ░░░░  │
        │10:30  ▓ 3/3       ▓ 3/3       ▓ 3/3       ▓ 3/3       ░░░░░░░░░░░ ░░░░ ░░░░  │
        │11:30  ▓ 2/3       ▓ 2/3       ▓ 3/3       ▓ 1/3 ▒     ░░░░░░░░░░░ ░░░░ ░░░░  │
        │12:30              ▒ équipe e…                         ░░░░░░░░░░░ ░░░░ ░░░░  │
        │ap-m.  NP          P           P           fermé ░░░░░ ░░░░░░░░░░░ ░░░░ ░░░░  │
        │13:30  ▓ 2/3       ▓ 3/3       ▓ 2/3       ░░░░░░░░░░░ ░░░░░░░░░░░ ░░░░ ░░░░  │
        │14:30  ▓ 2/3       ▓ 2/3       ▓ 2/3       ░░░░░░░░░░░ ░░░░░░░░░░░ ░░░░ ░░░░ …│
        │dus                ·2          ●1          ●1 ·2                              │
        │clos   17          à clôturer  21          ·                                  │
        └──────────────────────────────────────────────────────────────────────────────┘
        consultation · dossier 6821 · E.N. 2010 (16 ans) · 08:30–08:50
        ▸08:30 ▓6821  09:10 ▓1413 …
         ⏎ ouvrir · a ajouter · m déplacer · d supprimer · Tab suivant · F1 aide
    "#]]
    .assert_eq(&coordination("2026-12-31T09:00").keys("1").screen());
}

/// One letter a meaning: colour and weight as they are, so that a change of either shows.
fn letter(cell: &Cell) -> char {
    let bold = cell.modifier.contains(Modifier::BOLD);
    if cell.modifier.contains(Modifier::REVERSED) {
        return 'S';
    }
    match (unpainted(cell.fg), bold) {
        _ if cell.symbol().trim().is_empty() => ' ',
        (Color::Red, true) => 'U',
        (Color::Red, false) => 'b',
        (Color::Yellow, _) => 'W',
        (Color::Green, _) => 'h',
        (Color::Cyan, true) => 'K',
        (Color::Cyan, false) => 'f',
        (Color::DarkGray | Color::Gray, _) => 'd',
        (_, true) => 'B',
        _ => '.',
    }
}

#[test]
fn colours_and_weight_carry_what_they_mean() {
    let look = Look { theme: Some(Theme::Dark), ascii: false, blocks: false };
    let mut desk = Desk::fiction_with("2026-11-30T08:00", As::Coordination, Setting { look, ..Setting::default() });
    let buffer = desk.keys("1").buffer();
    let rows = buffer.area.height;
    let row = |y| (0..buffer.area.width).map(|x| letter(&buffer[(x, y)])).collect::<String>().trim_end().to_owned();
    let styled = (0..rows).map(row).collect::<Vec<_>>().join("\n") + "\n";
    // S selected, U urgent, W to watch, K key or title, f focus, h hint, d dim, B strong, . plain.
    expect![[r#"
         SSSSSSSSS . ........ . ............ . ............ . .... ... .... ..... .....
         .. ...... . W W WWWWWW W WWWWWWW WW WWWW WW WWWW W  WWWWWW WWWWWW W WW WWWWWWW
         BBB          BBB         SSSSSSSSSSSS  BBB          BBB          BBB
         dddddddddd   ddddddddd    .. ......    .........    U UUUUUU     d ddddd
         ddddddd      ddddddd      .. .....     ........                  dddd
        f KKK K KK KKKK K K KKKK KKKK K KK KKKKKKK KKKKKK K KKKKKK KKKKKKKK ffffffffffff
        f      KKKKKK KKK   BBBB BBB    BBBB B      BBBB B      BBBB B      ddd  ddd   f
        fdddd               . ..... ...                                     dddd dddd  f
        fWWWWWWKSSSSSSSSSSS                                                 dddd dddd  f
        fddddd  h hhhhhhh   h           h           h           hh          dddd dddd  f
        fddddd  . ...       . ...       . ...       . ...                   dddd dddd  f
        fddddd  . ...       . ...       . ...       ..... ...               dddd dddd  f
        fddddd  . ...       . ...       ..... ...   . ...                   dddd dddd  f
        fddddd  . ...       . ...       . ...                               dddd dddd  f
        fddddd              . ...... ..                                     dddd dddd  f
        fddddd  hh          h           h           ddddd ddddd h hhhhhhhhh dddd dddd  f
        fddddd              . ...       ..... ...   ddddddddddd ..... ...   dddd dddd  f
        fddddd              . ...       . ...       ddddddddddd . ...       dddd dddd Kf
        fddd    UU UU       ..          ..          ..          WW WW                  f
        fdddd   d           d           d           d           d                      f
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        KKKKKKK K KKKKKKK KKKKK KKKKKKK K KKKKKKKKKKK
        B BBBBBB BBBB BB BBBBB
         K ...... d K ....... d K ........ d K ......... d KKK ....... d KK ....
    "#]]
    .assert_eq(&styled);
}
