//! The Briefing in depth: what the weekend brought, another day, replies, a last stay, two doctors, short stays.

use releve::domain::act::{Act, CentreAct};
use releve::domain::record::close;
use releve::domain::{Day, Pattern, PostId};

use crate::harness::Desk;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// Dr Vidal signed on Friday with an urgent point and two ordinary ones.
fn handed_over() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert, S51 Roche");
    desk.later("2026-11-27T17:00").wrote(
        "Vidal",
        "! 1243 M.D. 1948: INR à 4,8 sous AVK; si saignement, alors 15; pour 30/11
         ~ 0377 J.P. 1980: TSH attendue; si TSH < 0,1, alors avis; pour 1/12
         . 0901 A.B. 1955: Courrier du cardiologue à classer; pour 2/12",
    );
    desk.signed("Vidal");
    desk
}

#[test]
fn what_the_weekend_brought_is_read_first_and_what_is_urgent_before_it() {
    for (columns, rows) in SIZES {
        let mut desk = handed_over();
        desk.sits_down("Garnier", "2026-11-28T11:00").resize(columns, rows).says("15 / 116 117");
        // On Saturday a word on an ordinary point, and a new one.
        desk.keys("2<down><down><down>")
            .says("▸ · COURANT dossier 0901")
            .keys("cLe cardiologue a rappelé<C-s>")
            .says("Point n° 3 : complété.");
        desk.later("2026-11-28T11:05").wrote("Garnier", ". 0666 A.A. 1990: Rappeler avant midi; pour 30/11; à S49");
        // Dr Aubert reads ahead on Sunday: the centre is closed for him too.
        desk.sits_down("Aubert", "2026-11-29T10:00").says("15 / 116 117").says("Lecture d'avance");

        desk.sits_down("Aubert", "2026-11-30T08:00").says("+ Nouveau 2").silent("116 117");
        desk.says("▸ ▲ URGENT dossier 1243").keys("<down>").says("▸ · COURANT dossier 0666");
        desk.says("+ Nouveau depuis ven. 27 nov. : écrit par C. Garnier sam. 28 nov., 11:05.");
        desk.keys("<down>").says("▸ · COURANT dossier 0901");
        desk.says("+ Nouveau depuis ven. 27 nov. : C. Garnier a ajouté").says("un mot sam. 28 nov., 11:00.");
        // What was there on Friday comes after, though it is watched.
        desk.keys("<down>").says("▸ ● À SURVEILLER dossier 0377");
        // Once answered and taken over, nothing is new any more.
        desk.keys("<up><up>  ").later("2026-11-30T08:30").keys("taubert<C-s>").silent("+ Nouveau");
    }
}

#[test]
fn on_every_closed_day_the_screen_says_whom_to_call() {
    let mut desk = handed_over();
    let closed = |day: u32| Day::ymd(2026, 12, day).unwrap();
    desk.act("Garnier", close(closed(28), closed(31), "congés"));
    for day in ["2026-11-29T10:00", "2026-12-25T10:00", "2026-12-29T10:00", "2027-01-01T10:00"] {
        for who in ["Garnier", "Roche"] {
            desk.lets_in("Roche", day);
            for (columns, rows) in SIZES {
                desk.sits_down(who, day).resize(columns, rows).keys("2").says("15 / 116 117");
            }
        }
    }
    desk.sits_down("Garnier", "2026-12-24T10:00").keys("2").silent("116 117");
}

#[test]
fn an_ordinary_point_is_read_another_day_stays_counted_and_comes_back_on_top() {
    for (columns, rows) in SIZES {
        let mut desk = handed_over();
        desk.resize(columns, rows).sits_down("Aubert", "2026-11-30T08:00").says("0 réponse sur 3");
        // Never what is urgent.
        desk.keys("l").says("! Un point urgent ne se remet pas à un autre jour : p le prend");
        // The rest of the stay is offered, today and what lies beyond it are not.
        desk.keys("<down><down>").says("▸ · COURANT dossier 0901").keys("l").says("Lire un autre jour · dossier 0901");
        desk.says("mar. 1er déc. mer. 2 déc. jeu. 3 déc. ven. 4 déc.")
            .silent("sam. 5 déc.")
            .keys("<right><right>")
            .says("À faire pour mer. 2 déc. : vous le liriez après.")
            .keys("<enter>");
        desk.says("Point n° 3 reporté au jeu. 3 déc. u pour défaire.").says("↷ Reportés 1");
        desk.says("0 réponse sur 3");
        desk.keys("<end>").says("↷ Reporté au jeu. 3 déc. Compté jusqu'à ce que vous l'ayez lu.");
        desk.keys("u").says("Défait : Point n° 3 reporté").silent("Reportés");
        desk.keys("<end>l<right><right><enter>").says("↷ Reportés 1");

        // The take-over names it with its day; it stays with the coordination.
        desk.keys("t").says("dossier 0901 · A.B. 1955 (71 ans) · reporté au jeu. 3 déc.").keys("aubert<C-s>");
        desk.says("3 points sans réponse restent à la coordination.");
        desk.sits_down("Aubert", "2026-12-02T08:00").keys("2").says("↷ Reportés 1");
        // On its day it is on top, right after what is urgent.
        desk.sits_down("Aubert", "2026-12-03T08:00").keys("2").says("↷ Pour ce jour 1").silent("Reportés");
        desk.keys("<down>").says("▸ · COURANT dossier 0901").says("↷ Vous l'aviez reporté au jeu. 3 déc.");
        desk.says("0 réponse sur 3")
            .keys(" ")
            .says("Point n° 3 : pris.")
            .says("1 réponse sur 3")
            .silent("Pour ce jour");
    }
}

#[test]
fn a_reply_comes_first_to_who_asked_and_a_returned_point_waits_with_its_reason() {
    for (columns, rows) in SIZES {
        let mut desk = handed_over();
        desk.resize(columns, rows).sits_down("Aubert", "2026-11-30T08:00");
        desk.keys("pINR ce matin<C-s><down><down>qQuel cardiologue ?<C-s>").says("Point n° 3 : question.");
        desk.later("2026-11-30T08:02").keys("<up>r<C-s>").says("! Dites pourquoi");
        desk.keys("Déjà suivie ailleurs<C-s>").says("Point n° 2 : renvoyé à l'équipe.");

        desk.sits_down("Garnier", "2026-11-30T08:20").says("! 2 alertes").says("! À débloquer 2");
        desk.keys("!!").says("renvoyé à l'équipe par Dr Aubert : « Déjà suivie");
        desk.keys("2<home><down>").keys("!").keys("cLe Dr Blanc<C-s>").says("Point n° 3 : réponse.");
        // Read, it still waits; a day later too, until somebody says what becomes of it.
        desk.sits_down("Garnier", "2026-12-01T09:00").says("! 1 alerte").says("! À débloquer 1");

        desk.sits_down("Aubert", "2026-12-01T09:10").keys("2").says("+ Nouveau 1").keys("<home><down>");
        desk.says("▸ · COURANT dossier 0901").says("+ C. Garnier a répondu à votre question lun. 30");
        desk.keys(" ").says("Point n° 3 : pris.").silent("+ Nouveau");

        desk.sits_down("Garnier", "2026-12-01T09:20").keys("!").keys("f<tab>Suivi au CH<C-s>").says("Point n° 2 fini.");
        desk.silent("À débloquer 1").silent("1 alerte");
    }
}

#[test]
fn a_returning_doctor_finds_what_became_of_their_points() {
    for (columns, rows) in SIZES {
        let mut desk = Desk::ajain("S46 Roche, S47 Vidal, S49 Aubert, S50 Vidal");
        desk.later("2026-11-20T16:00").wrote(
            "Vidal",
            ". 0901 A.B. 1955: Courrier du cardiologue; pour 2/12; à l'équipe
             . 0377 J.P. 1980: TSH à refaire; pour 16/12; à S50
             . 0412 L.R. 1971: Kiné à renouveler; pour 3/12; à S49",
        );
        desk.signed("Vidal");
        desk.sits_down("Garnier", "2026-11-24T09:00").keys("2<home>");
        while !desk.text().contains("▸ · COURANT dossier 0901") {
            desk.keys("<down>");
        }
        desk.keys("f<tab>Reçu et classé<C-s>").says("Point n° 1 fini.");
        desk.sits_down("Aubert", "2026-11-30T08:00").says("Kiné à renouveler").silent("↺ Depuis");
        desk.keys(" ").later("2026-11-30T09:00").keys("cOrdonnance prête<C-s>").says("Point n° 3 : complété.");

        desk.resize(columns, rows).sits_down("Vidal", "2026-12-07T08:00").says("↺ Depuis S47 3");
        // The point that waits comes first; the row on the left leads to the rest.
        desk.says("▸ · COURANT dossier 0412").keys("<tab>");
        for _ in 0..9 {
            if desk.screen().contains("▸ Depuis votre dernier passage") {
                break;
            }
            desk.keys("<down>");
        }
        desk.says("Depuis votre dernier passage : S47, du lun. 16 nov. au ven. 20 nov. 2026.");
        desk.says("De vos points, un est fini ; 2 sont encore ouverts.");
        desk.keys("<tab><end>").says("▸ ✓ n° 1 · dossier 0901").says("Fini mar. 24 nov. par C. Garnier : fait.");
        desk.says("Reçu et classé").keys("<enter>").says("Courrier du cardiologue").keys("<esc>");
        desk.keys("<up>").says("▸ ○ n° 3 · dossier 0412").says("Dr Aubert lun. 30 nov. : Ordonnance prête");
        desk.says("Encore ouvert, suivi par");
    }
}

#[test]
fn who_leaves_asks_for_the_end_of_their_own_point_before_and_after_signing() {
    for (columns, rows) in SIZES {
        let mut desk = handed_over();
        desk.resize(columns, rows).sits_down("Vidal", "2026-11-27T18:00").keys("3<home>");
        while !desk.text().contains("INR à 4,8") {
            desk.keys("<down>");
        }
        desk.keys("h").says("Vous connaîtrez la suite du point n°").keys("h").says("est déjà demandée");
        desk.keys("u").sits_down("Garnier", "2026-11-27T18:10").keys("0suites<enter>");
        desk.says("Aucun médecin n'a demandé la suite d'un point.");
    }
}

#[test]
fn a_departed_doctor_is_told_how_a_point_ended_by_its_number_only() {
    for (columns, rows) in SIZES {
        let mut desk = handed_over();
        desk.resize(columns, rows).sits_down("Aubert", "2026-11-30T08:00").keys("pINR ce matin<C-s>");
        desk.later("2026-11-30T08:05").keys("h").says("Vous connaîtrez la suite du point n° 1, par son numéro.");
        desk.says("→ Vous connaîtrez la suite (h pour y renoncer).").keys("h").says("n'est plus demandée");
        desk.silent("pour y renoncer").keys("h").says("pour y renoncer");
        desk.later("2026-12-04T17:00").wrote("Aubert", ". 0555 B.C. 1939: Certificat; pour 16/12").signed("Aubert");

        // Nothing to tell before the end.
        desk.sits_down("Garnier", "2026-12-05T10:00").keys("0suites<enter>").says("pas encore fini");
        desk.keys("<enter>").silent("À dire ou à recopier").keys("2<home>");
        while !desk.text().contains("▸ ▲ URGENT dossier 1243") {
            desk.keys("<down>");
        }
        desk.keys("f<tab>INR à 2,4<C-s>").says("Point n° 1 fini.").says("→ Suites à dire 1");

        desk.keys("0suites<enter>").says("Dr Aubert").says("à donner").silent("1243").silent("M.D.");
        desk.keys("<enter>").says("À dire ou à recopier pour le Dr Aubert :").says("Point n° 1 : clos,").silent("1243");
        desk.keys("<esc><C-p>");
        let sheets = desk.home.as_ref().unwrap().path().join("sheets/suites-2026-12-05.txt");
        let said = std::fs::read_to_string(sheets).unwrap();
        assert!(said.starts_with("Pour le Dr Aubert"), "{said}");
        assert!(said.contains("clos,") && !said.contains("1243") && !said.contains("M.D."), "{said}");
        desk.keys("<enter>o")
            .says("Suite du point n° 1 donnée au Dr Aubert.")
            .says("05/12 C. Garnier")
            .silent("pas encore");
        desk.keys("<esc>2").silent("Suites à dire");
    }
}

/// Two posts in S48: Dr Vidal on the first, Dr Roche on the second.
fn two_posts() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.act("Garnier", Act::Centre(CentreAct::AddPost("Poste 2".into(), Pattern::Programmed)));
    desk.comes_to(PostId(2), "S48", 5, "Roche");
    desk.restart();
    desk
}

#[test]
fn two_doctors_of_a_week_hand_on_to_each_other_and_read_the_centres_points_together() {
    for (columns, rows) in SIZES {
        let mut desk = two_posts();
        desk.later("2026-11-23T09:00").wrote("Garnier", ". centre: Le frigo à vaccins sonne; pour 25/11; à S48");
        desk.resize(columns, rows).sits_down("Roche", "2026-11-23T09:10").keys("2");
        desk.says("Le frigo à vaccins sonne").says("Point du centre, pour lecture").says("Dr Vidal (Médecin).");
        desk.says("0 réponse sur 0").keys("p").says("! Point du centre, pour lecture : celui qui le suit y répond.");
        desk.sits_down("Vidal", "2026-11-23T09:20")
            .keys("2")
            .says("0 réponse sur 1")
            .keys(" ")
            .says("Point n° 1 : pris.");
        desk.sits_down("Roche", "2026-11-23T09:30").keys("2").says("suivi par Dr Vidal");

        // On Wednesday Dr Vidal hands a point on to the other post: there at once, theirs once taken.
        desk.sits_down("Vidal", "2026-11-25T12:00").keys("<C-n>0412<tab>lr<tab>1971<tab>Infiltration à faire");
        while !desk.text().contains("▸ Adressé à") {
            desk.keys("<tab>");
        }
        desk.keys("roche, poste")
            .says("Dr Roche, Poste 2, cette semaine")
            .keys("<enter><C-s>")
            .says("Point n° 2 ajouté.");
        desk.sits_down("Roche", "2026-11-25T12:10").keys("2").says("Infiltration à faire").says("0 réponse sur 1");
        desk.says("suivi par Dr Vidal").keys("<home>q").keys("Quelle épaule ?<C-s>").says("Point n° 2 : question.");
        // The colleague who wrote it answers; it stays with who will do it.
        desk.sits_down("Vidal", "2026-11-25T12:20").keys("2").says("! À débloquer 1").keys("<home> ");
        desk.says("Répondre").keys("La gauche<C-s>").says("Point n° 2 : réponse.").silent("À débloquer 1");
        desk.sits_down("Roche", "2026-11-25T12:30").keys("2").says("Dr Vidal a répondu à votre question");
        desk.keys("<home> ").says("Point n° 2 : pris.").says("suivi par Dr Roche");
    }
}

/// A short stay at 80×24.
fn one_screen() -> expect_test::Expect {
    expect_test::expect![[r#"
         Bonjour Dr Roche. S49, du lun. 30 nov. au mar. 1er déc. Vous prenez la suite
         du Dr Vidal (S48).
         Quand vous avez répondu : t pour prendre la relève.
        ┌ 0 réponse sur 6 ───┐┌ 1 · Avant le premier patient — lecture ≈ 1 min ────────┐
        │▸▲ Urgent         1 ││▸ ▲ URGENT  dossier 1243 · M.D. 1948 (78 ans)           │
        │ □ À faire        2 ││                                Vidal   pour lun. 30/11 │
        │ ◷ Résultats      0 ││    INR à 4,8 sous AVK                                  │
        │ ◇ Promesses      0 ││    → si saignement, alors 15                           │
        │ · Plus tard      3 ││    suivi par la coordination (pas encore pris par      │
        │ ✎ Livret           ││    Dr Roche)                                           │
        │ ☎ Annuaire         ││    p je prends (avec mes mots) · q question            │
        │                    ││    r renvoyer à l'équipe · b appel, résultat           │
        │                    ││  ● À SURVEILLER  dossier 0377 · J.P. 1980 (46 ans)     │
        │                    ││                                Vidal   pour mar. 01/12 │
        │                    ││    TSH attendue …                                      │
        │                    ││  · COURANT  dossier 0901 · A.B. 1955 (71 ans)          │
        │                    ││                                Vidal   pour mar. 01/12 │
        │                    ││    Courrier à classer                                  │
        │                    ││  et 3 autres, tenus par l'équipe jusqu'au lun. 14 déc. │
        │                    ││  (Dr Aubert).                                          │
        └────────────────────┘└────────────────────────────────────────────────────────┘
    "#]]
}

#[test]
fn a_stay_of_two_days_is_one_screen_and_nothing_of_it_is_lost() {
    for (columns, rows) in SIZES {
        let mut desk = Desk::ajain("S48 Vidal, S51 Aubert");
        desk.comes_to(PostId(1), "S49", 2, "Roche").restart();
        desk.later("2026-11-27T17:00").wrote(
            "Vidal",
            "! 1243 M.D. 1948: INR à 4,8 sous AVK; si saignement, alors 15; pour 30/11
             ~ 0377 J.P. 1980: TSH attendue; si TSH < 0,1, alors avis; pour 1/12
             . 0901 A.B. 1955: Courrier à classer; pour 1/12
             . 0412 L.R. 1971: Kiné à renouveler; pour 16/12
             . 0555 B.C. 1939: Certificat; pour 17/12
             . 0666 A.A. 1990: Vaccin; pour 18/12",
        );
        desk.signed("Vidal").resize(columns, rows).sits_down("Roche", "2026-11-30T08:00");
        desk.says("du lun. 30 nov. au mar. 1er déc.").says("0 réponse sur 6");
        desk.says("dossier 1243").says("dossier 0377").says("dossier 0901").silent("dossier 0412");
        desk.says("et 3 autres, tenus par l'équipe").says("lun. 14").says("(Dr Aubert).");
        if columns == 80 {
            one_screen().assert_eq(&desk.body());
        }
        // Taking over folded names them all: they stay with the coordination.
        desk.keys("t").says("dossier 0412").says("dossier 0666").keys("<esc>");
        desk.keys("<end><enter>").says("▸ · COURANT dossier 0412").silent("et 3 autres");
        desk.keys(" ").says("Point n° 4 : pris.").says("1 réponse sur 6");
    }
}
