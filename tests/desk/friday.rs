//! Friday evening: the leaving doctor hands over and signs before the train.

use expect_test::expect;

use crate::harness::Desk;

/// Three points that Dr Morel handed on to the doctor of S48, who sits down on Friday at 17:30.
fn last_evening() -> Desk {
    let mut desk = Desk::ajain("S47 Morel, S48 Vidal, S49 Aubert, S51 Roche");
    desk.later("2026-11-20T16:00").wrote(
        "Morel",
        "! 1243 M.D. 1948: INR à 4,8 sous AVK, sans saignement; si saignement, alors 15; pour 1/12
         ~ 0377 J.P. 1980: TSH attendue au laboratoire; si TSH < 0,1, alors avis endocrinologue; pour 27/11
         . 0901 A.B. 1955: Courrier du cardiologue à classer; pour 27/11",
    );
    desk.signed("Morel").sits_down("Vidal", "2026-11-27T17:30");
    desk
}

#[test]
fn a_tired_doctor_hands_over_and_signs() {
    let mut desk = last_evening();
    desk.says("S48 · Dr Vidal, du lun. 23 au ven. 27 nov. Brouillon").says("0 traité sur 3 · 3 à décider");

    // What was carried in: unchanged, completed, done. The next point to decide on comes by itself.
    desk.keys("i").says("Point n° 1 : inchangé. u pour défaire.").says("1 traité sur 3 · 2 à décider");
    desk.later("2026-11-27T17:32").keys("cTSH à 0,3, traitement maintenu<C-s>");
    desk.says("Point n° 2 : complété.").says("2 traités sur 3 · 1 à décider");
    desk.later("2026-11-27T17:34").keys("f<C-s>").says("Point n° 3 fini.").says("3 traités sur 3 · 0 à décider");

    // A new point: patient, text, Ctrl-S is enough.
    desk.later("2026-11-27T17:35").keys("n0412<tab>lr<tab>1971<tab>Rappeler demain pour la kiné<C-s>");
    desk.says("Point n° 4 ajouté.");
    // An urgent one needs a date and what to do if it gets worse, and the form says so.
    desk.later("2026-11-27T17:37").keys("n0555<tab>bc<tab>1939<tab>Chute à domicile, vit seule<tab><tab>u<tab>");
    desk.keys(&"<bs>".repeat(10)).keys("<C-s>");
    desk.says("! Un point urgent a besoin d'un « si … alors … ».").says("! Un point urgent a besoin d'une date.");
    desk.keys("si elle ne répond pas, alors passer<tab><tab>lun").says("→ lun. 30 nov. 2026").keys("<C-s>");
    desk.says("Point n° 5 ajouté.").says("5 traités sur 5");

    // A form left by Esc is kept, and says what it is.
    desk.later("2026-11-27T17:39").keys("n0777<tab>zz<tab>1960<tab>Biopsie en attente<esc>");
    desk.says("Gardé en brouillon, pas encore transmis.").keys("<up><up><up>");
    expect![[r#"
         S48 · Dr Vidal, du lun. 23 au ven. 27 nov. Brouillon, à signer ven. 27 nov.
         Note de la semaine : rien d'écrit pour l'instant  o modifier
        ┌ 5 traités sur 5 · 0 à décider ──┐┌ Point n° 4 ───────────────────────────────┐
        │   Note de la semaine            ││ · COURANT  0412 · L.R. 1971 (55 ans)      │
        │   Mot pour la suite             ││                   Vidal   pour lun. 30/11 │
        │   Remarques sur le centre       ││   Rappeler demain pour la kiné            │
        │   Passation orale               ││   suivi par Dr Vidal                      │
        │ ▲ 0555 B.C.           ✓ nouveau ││   sera transmis à : médecin S49 (Dr       │
        │▸· 0412 L.R.           ✓ nouveau ││   Aubert)                                 │
        │ ▲ 1243 M.D.          ✓ transmis ││   c compléter · b appel, résultat         │
        │ ● 0377 J.P.          ✓ transmis ││   f fini · a adresser                     │
        │ · 0901 A.B.              ✓ fini ││   e corriger mon mot                      │
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        └─────────────────────────────────┘└───────────────────────────────────────────┘
         Gardé en brouillon, pas encore transmis : nouveau point (Biopsie en attente).
    "#]]
    .assert_eq(&desk.body());

    // Before the signature: the draft by name, advice, and nothing that blocks. The name must be one's own.
    desk.later("2026-11-27T17:41").keys("s");
    expect![[r#"
         S48 · Dr Vidal, du lun. 23 au ven. 27 nov. Brouillon, à signer ven. 27 nov.
         Note de la semaine : rien d'écrit pour l'instant  o modifier
        ┌ 5 traités sur 5 · 0 à décider ──┐┌ Point n° 4 ───────────────────────────────┐
        │┌ Avant de signer ───────────────────────────────────────────────────────────┐│
        ││ Gardé en brouillon, pas encore transmis :                                  ││
        ││ ▸ nouveau point (Biopsie en attente)                                       ││
        ││ À regarder, si vous avez le temps. Rien de cela n'empêche de signer.       ││
        ││   dossier 0412 · L.R. 1971 (55 ans) : « demain » voudra dire un autre jour ││
        ││   à la lecture. Écrivez plutôt « sam. 28 nov. ».                           ││
        ││   → Signer la transmission                                                 ││
        ││                                                                            ││
        ││ Entrée reprendre le brouillon · s signer · Échap revenir                   ││
        │└────────────────────────────────────────────────────────────────────────────┘│
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        │                                 ││                                           │
        └─────────────────────────────────┘└───────────────────────────────────────────┘
         Gardé en brouillon, pas encore transmis : nouveau point (Biopsie en attente).
    "#]]
    .assert_eq(&desk.body());
    desk.keys("s")
        .says("nouveau point (Biopsie en attente)")
        .keys("Aubert<C-s>")
        .says("! Ce nom n'est pas celui de qui signe : tapez Vidal ou Hélène Vidal.");
    desk.keys(&"<bs>".repeat(6)).keys("vidal<C-s>");
    desk.says("Transmission du Dr Vidal signée, S48.").silent("u pour défaire");
    desk.says("Signée ven. 27 nov., 17:41 par Dr Vidal").says("En attente de reprise, tenue par C. Garnier.");
}

#[test]
fn after_the_signature_there_are_only_dated_additions() {
    let mut desk = last_evening();
    desk.keys("i").later("2026-11-27T17:32").keys("svidal").says("2 points sans décision : ils continuent");
    desk.keys("<C-s>").says("Transmission du Dr Vidal signée, S48.");
    for key in ["i", "c", "=", "v", "f", "a", "e", "o", "n", "s"] {
        desk.keys(key).says("! Signé : d pour un ajout daté, r pour rouvrir.");
    }
    desk.keys("u").says("! C'est signé : cela ne se défait pas.");

    // A dated addition, and a point that comes with one: the phone rings when the train is near.
    desk.later("2026-11-27T17:50").keys("dLe 1243 a rappelé, tout va bien<C-s>");
    desk.says("Ajout daté écrit dans la transmission du Dr Vidal, S48.").says("Ajouts après signature");
    desk.later("2026-11-27T17:55")
        .keys("<C-n><tab>")
        .says("Votre transmission est signée : ce point s'y ajoute, daté.");
    desk.keys("0777<tab>zz<tab>1960<tab>Biopsie : le résultat arrive lundi<C-s>");
    desk.says("Point n° 4 ajouté à la transmission signée du Dr Vidal, S48.");

    // Dr Aubert finds both on Monday.
    desk.sits_down("Aubert", "2026-11-30T08:00").resize(120, 40);
    desk.says("Ajouté ven. 27 nov., 17:50 par Dr Vidal : Le 1243 a rappelé, tout va bien");
    desk.says("Ajouté ven. 27 nov., 17:55 par Dr Vidal : n° 4");
    desk.says("0 réponse sur 4").says("Biopsie : le résultat arrive lundi");
}

#[test]
fn a_point_sent_to_somebody_stays_with_them() {
    let mut desk = last_evening();
    desk.resize(120, 40).keys("agarnier<enter><C-s>").says("Point n° 1 adressé : C. Garnier.");
    desk.later("2026-11-27T17:32").keys("<end>").says("sera transmis à : C. Garnier");
    desk.keys("=").says("Point n° 1 : je confirme.").keys("<end>").says("sera transmis à : C. Garnier");
    desk.keys("svidal<C-s>").sits_down("Garnier", "2026-11-28T10:00").says("dossier 1243").says("suivi par C. Garnier");
}

#[test]
fn keystrokes_are_counted_for_the_tired() {
    let mut desk = last_evening();
    // Handed on unchanged: one key.
    desk.keys("i").says("1 traité sur 3");
    // A new point: n, the patient, Tab, the text, Ctrl-S.
    desk.keys("n")
        .keys("1243 md 1948")
        .says("→ 1243 · M.D. 1948 (78 ans)")
        .keys("<tab>")
        .keys("INR à 4,8")
        .keys("<C-s>");
    desk.says("✓ Point n° 4 ajouté.");
}

#[test]
fn a_whole_point_is_decided_on_where_it_is_read() {
    let mut desk = last_evening();
    desk.keys("<enter>").says("i inchangé · c compléter").says("Échap fermer");
    // Signing is no act on a point: it is not done from here, and the view stays.
    desk.keys("s").says("Échap fermer").silent("Signer la transmission");
    desk.keys("i").says("inchangé").says("1 traité sur 3").silent("Échap fermer");
}
