//! Friday, writing: what one is reminded of, what is put right before signing, and what silence is worth.

use expect_test::expect;

use crate::harness::Desk;

/// Three points handed on to Dr Vidal, who sits down on Friday at 17:30; two visits of the week are made.
fn friday() -> Desk {
    let mut desk = Desk::ajain("S47 Morel, S48 Vidal, S49 Aubert");
    desk.later("2026-11-20T16:00").wrote(
        "Morel",
        "! 1243 M.D. 1948: INR à 4,8 sous AVK, sans saignement; si saignement, alors 15; pour 24/11
         ~ 0377 J.P. 1980: TSH attendue au laboratoire; si TSH < 0,1, alors avis endocrinologue; pour 27/11
         . 0901 A.B. 1955: Courrier du cardiologue à classer; pour 27/11",
    );
    desk.signed("Morel").sits_down("Vidal", "2026-11-27T17:30");
    desk
}

/// Books a home visit.
fn visit(desk: &mut Desk, day: &str, hour: &str, patient: &str) {
    desk.keys("1a").keys(patient).keys("<tab>v<tab>").clear().keys(day).keys("<tab>").clear().keys(hour).keys("<C-s>");
    desk.says("ajouté").keys("3");
}

#[test]
fn space_walks_over_what_remains_to_decide() {
    let mut desk = friday();
    desk.keys("3").says("Point n° 1").keys(" ").says("Point n° 2").keys(" ").says("Point n° 3");
    desk.keys(" ").says("Point n° 1").keys("i").says("Point n° 2").keys("i").says("Point n° 3");
    desk.keys(" ").says("C'est le seul point qui reste à décider.").keys("i").says("3 traités sur 3");
    desk.keys(" ").says("Il ne reste rien à décider.");
}

#[test]
fn a_visit_without_a_word_is_suggested_written_about_or_put_aside() {
    let mut desk = friday();
    visit(&mut desk, "24/11", "14:30", "0412 lr 1971");
    visit(&mut desk, "25/11", "11:00", "0555 bc 1939");
    visit(&mut desk, "26/11", "9:00", "1243 md 1948");
    // Beside the points, counted nowhere; of 1243 a point speaks already.
    desk.says("0 traité sur 3 · 3 à décider").keys("<end>");
    expect![[r#"
         S48 · Dr Vidal, du lun. 23 au ven. 27 nov. Brouillon, à signer ven. 27 nov.
         Aucun jour clos sur 5 : les patients vus ne sont pas comptés · aucun point
         Pas clos : lun. 23/11, mar. 24/11, mer. 25/11, jeu. 26/11
         Note de la semaine : rien d'écrit pour l'instant  o modifier
        ┌ 0 traité sur 3 · 3 à décider ───┐┌ Visite sans un mot ───────────────────────┐
        │   Note de la semaine            ││ Visite à domicile mer. 25 nov., 11:00 ·   │
        │   Mot pour la suite             ││ dossier 0555 · B.C. 1939 (87 ans) : rien  │
        │   Remarques sur le centre       ││ d'écrit.                                  │
        │   Passation orale               ││                                           │
        │ ▲ 1243 M.D.         □ à décider ││ Ce n'est qu'un rappel. Si tout va bien,   │
        │ ● 0377 J.P.         □ à décider ││ il n'y a rien à faire.                    │
        │ · 0901 A.B.         □ à décider ││   n écrire un point · x rien à écrire     │
        │ ⌂ 0412 L.R. mar.   rien d'écrit ││                                           │
        │▸⌂ 0555 B.C. mer.   rien d'écrit ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        └─────────────────────────────────┘└───────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.body());
    // Nothing to write: gone for this stay, and back by u.
    desk.keys("x").says("Dossier 0555 : rien à écrire cette semaine.").silent("0555 B.C.");
    desk.keys("u").says("0555 B.C.").keys("<end>x").silent("0555 B.C.");
    // Its patient is filled in.
    desk.keys("<end><enter>").says("Nouveau point").says("0412").says("1971");
    desk.keys("Plaie du pied, pansement par l'IDE<C-s>").says("ajouté.").silent("rien d'écrit ·");
    desk.says("1 traité sur 4").keys("<end>").silent("Visite sans un mot");
}

#[test]
fn each_finding_is_one_key_from_its_place_and_none_is_a_wall() {
    let mut desk = friday();
    desk.later("2026-11-27T17:35").keys("3n0412 lr 1971<tab>INR mardi prochain au labo, puis mardi prochain<C-s>");
    desk.says("ajouté.")
        .keys("n0555 bc 1939<tab>Chute, vit seule<tab><tab>à<tab>")
        .clear()
        .keys("<C-s>")
        .says("ajouté.");
    desk.later("2026-11-27T17:40").keys("s");
    expect![[r#"
         S48 · Dr Vidal, du lun. 23 au ven. 27 nov. Brouillon, à signer ven. 27 nov.
         ┌ Avant de signer ───────────────────────────────────────────────────────────┐
        ┌│ 1 point urgent attend votre réponse dans le Briefing :                     │┐
        ││ ▲ dossier 1243 · M.D. 1948 (78 ans)                                        ││
        ││ Signer maintenant remet tous vos points à la coordination.                 ││
        ││ t répondre d'abord, dans le Briefing.                                      ││
        ││ À regarder, si vous avez le temps. Rien de cela n'empêche de signer.       ││
        ││ ▸ ▲ dossier 1243 · M.D. 1948 (78 ans) : Urgent, et vous n'en avez encore   ││
        ││   rien dit. Où en est-on ?                                                 ││
        ││   dossier 0555 · B.C. 1939 (87 ans) : Sans date. Pour quand ?              ││
        ││   dossier 0555 · B.C. 1939 (87 ans) : À surveiller, sans « si … alors … ». ││
        ││   dossier 0412 · L.R. 1971 (55 ans) : « mardi prochain » voudra dire un    ││
        ││   autre jour à la lecture. Écrivez plutôt « mar. 1er déc. ».               ││
        ││   → Signer la transmission                                                 ││
        ││                                                                            ││
        ││ Entrée corriger · s signer · Échap revenir                                 ││
        │└────────────────────────────────────────────────────────────────────────────┘│
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        └─────────────────────────────────┘└───────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.body());
    // The urgent one: its form, the keys in the text; Esc comes back to the list.
    desk.keys("<enter>").says("Compléter").keys("<esc>").says("À regarder, si vous avez le temps");
    desk.keys("<enter>INR à 2,6, AVK repris<C-s>").says("complété").silent("Urgent, et vous n'en avez encore rien dit");
    // No date, no plan: the keys are where it is put right.
    desk.says("Sans date.").keys("<enter>").says("Corriger").keys("4/12/2026<C-s>").silent("Sans date.");
    desk.keys("<enter>si douleur, alors radio<C-s>").silent("sans « si");
    // The relative date: one key writes the date, in both places.
    desk.says("r écrire « mar. 1er déc. »").keys("r").silent("voudra dire un autre jour");
    desk.says("Plus aucun conseil sur vos points.");
    desk.keys("s").says("Votre nom").keys("vidal<C-s>").says("Transmission du Dr Vidal signée, S48.");
    desk.keys("<C-f>0412<enter><enter>").says("INR mar. 1er déc. au labo, puis mar. 1er déc.");
}

#[test]
fn each_relative_date_is_replaced_in_its_turn() {
    let mut desk = friday();
    let text = "INR mardi. Écho jeudi matin, revoir demain";
    // In the text: what the form advises, by the key it names, the nearest before the cursor first.
    desk.later("2026-11-27T17:35").keys(&format!("3n0412 lr 1971<tab>{text}"));
    desk.says("Ctrl-D écrit « mar. 1er déc. »").keys("<C-d>").says("revoir sam. 28 nov.").says("Écho jeudi matin");
    desk.keys("<C-d><C-d>").says("INR mar. 1er déc. Écho jeu. 3 déc. matin, revoir sam. 28 nov.");
    desk.silent("voudra dire un autre jour").keys("<C-z>").says("INR mardi. Écho jeu. 3 déc. matin");
    desk.keys("<C-z><C-z>").says(text).keys("<C-s>").says("ajouté.");
    // Before signing: each is a finding, and one key writes it.
    desk.later("2026-11-27T17:40").keys("s<end><up>").says("r écrire « sam. 28 nov. »").keys("r");
    // Faster than the disk: no second one is written over what the first has not changed yet.
    desk.busy(true).keys("<end><up>rr").busy(false).keys("<end><up>");
    desk.says("r écrire « mar. 1er déc. »").keys("r");
    desk.silent("voudra dire un autre jour");
    desk.keys("<esc><C-f>0412<enter><enter>").says("INR mar. 1er déc. Écho jeu. 3 déc. matin, revoir sam. 28 nov.");
}

#[test]
fn one_can_always_sign() {
    let mut desk = friday();
    desk.keys("3s").says("Urgent, et vous n'en avez encore rien dit").keys("s").says("3 points sans décision");
    desk.keys("<esc>s<end><enter>")
        .says("Votre nom")
        .keys("<esc>i")
        .keys("svidal<C-s>")
        .says("Transmission du Dr Vidal signée, S48.");
}

#[test]
fn silence_is_seen_as_silence() {
    let mut desk = friday();
    visit(&mut desk, "24/11", "14:30", "0412 lr 1971");
    desk.says("Aucun jour clos sur 5").says("Pas clos : lun. 23/11, mar. 24/11, mer. 25/11, jeu. 26/11");
    desk.keys("1").keys("c").says("lôtur").keys("<C-s>").keys("3");
    desk.resize(120, 40).says("1 jour clos sur 5").says("· aucun point · le reste : rien à signaler");
    desk.keys("is").says("1 jour clos sur 5").says("1 point · le reste : rien à signaler");
}

#[test]
fn what_is_added_after_the_signature_is_dated_and_shown_with_its_author() {
    let mut desk = friday();
    desk.keys("isvidal<C-s>").says("signée, S48.").later("2026-11-27T17:50");
    desk.keys("dLe 1243 a rappelé, tout va bien<C-s>").says("Ajouts après signature");
    desk.keys("<home><down><down><down><down>").says("Ajouté ven. 27 nov., 17:50 par Dr Vidal :");
    desk.resize(120, 40).sits_down("Aubert", "2026-11-30T08:00");
    desk.says("Ajouté ven. 27 nov., 17:50 par Dr Vidal : Le 1243 a rappelé");
}
