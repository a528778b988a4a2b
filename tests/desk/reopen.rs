//! A signature that came too soon: asked for in words, and taken back as long as the stay lasts.

use releve::back::As;

use crate::harness::Desk;

#[test]
fn a_week_is_not_signed_on_monday_by_two_keys_and_a_name() {
    let mut desk = Desk::fiction("2026-11-30T08:00", As::Doctor);
    let waiting = desk.keys("2").text().split("réponse sur ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
    desk.keys("3s").says("Avant de signer").says("Votre séjour se termine").says("t prendre la relève");
    desk.says("points urgents attendent votre réponse dans le Briefing");
    // One key goes where the other signature is.
    desk.keys("t").silent("Avant de signer").says(&format!("sur {waiting}"));
    desk.keys("3ss").says("Signer la transmission").says("Tapez « partir »");
    desk.keys(" <tab>Aubert<C-s>")
        .says("! Pour signer dès maintenant, écrivez : partir. Rien n'est signé sans ce mot.");
    // From the form, too; and Enter signs nothing, not even with the word.
    desk.keys("<f2>").silent("Signer la transmission").says(&format!("sur {waiting}"));
    desk.keys("3ss <tab>Hénaff<tab>partir<enter>").says("Signer la transmission").silent("signée, S49");

    // Leaving is never blocked: who writes the word has signed.
    desk.keys("<C-s>").says("Transmission du Dr Hénaff signée, S49.");
    desk.says("Signée trop tôt ? r la rouvre, jusqu'à ven. 4 déc. minuit.");

    // It was too soon after all: everything nobody has touched comes back, and the relay is taken over.
    desk.keys("r").says("Rouvrir la transmission").says("points reviennent à vous").says("Aucun ne reste à quelqu'un");
    desk.says("Les feuilles imprimées depuis la signature ne sont plus à jour").keys("<C-s>");
    desk.says("quelques mots, ils restent écrits").says("Rouvrir la transmission");
    desk.keys("signé au lieu de prendre la relève<C-s>").says("Transmission du Dr Hénaff rouverte, S49");
    desk.says("Rouverte lun. 30 nov., 08:00 par Dr Hénaff : signé au lieu de prendre la relève");
    desk.keys("u").silent("Défait :");
    desk.keys("2").says(&format!("sur {waiting}")).keys("t").says("Prendre la relève");
    desk.keys("Hénaff<C-s>").says("Dr Hénaff prend la relève");
}

/// Dr Vidal has signed three points on Friday at four; Claire has called about one of them, and the train is late.
fn signed_at_four() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.later("2026-11-27T15:30").wrote(
        "Vidal",
        "~ 1243 M.D. 1948: INR à refaire; si saignement, alors 15; pour 1/12
         . 0377 J.P. 1980: TSH attendue; pour 2/12
         . 0901 A.B. 1955: Courrier à classer; pour 3/12",
    );
    desk.later("2026-11-27T16:00").signed("Vidal");
    desk.sits_down("Garnier", "2026-11-27T16:30").keys("2").says("dossier 0377");
    desk.act("Garnier", said(2));
    desk
}

/// Claire completes a point.
fn said(item: i64) -> releve::domain::act::Act {
    use releve::domain::act::{Act, ItemAct, NewWord};
    use releve::domain::{Addressee, Gravity, ItemId, Verdict};
    let word = NewWord {
        text: "Le laboratoire a rappelé.".into(),
        plan: String::new(),
        gravity: Gravity::Routine,
        due: None,
        show_from: None,
        to: Addressee::Post(crate::ajain::POST, releve::domain::IsoWeek::new(2026, 49).unwrap()),
        outcome: None,
        detail: releve::domain::Detail::default(),
    };
    Act::Item(ItemAct::Say(ItemId(item), Verdict::Completed, word))
}

#[test]
fn reopened_on_friday_corrected_and_signed_again() {
    let mut desk = signed_at_four();
    desk.sits_down("Vidal", "2026-11-27T17:00").keys("3").says("Signée ven. 27 nov., 16:00 par Dr Vidal");
    desk.keys("r");
    let screen = desk.text();
    let (back, stays) = screen.split_once("Celui-ci reste à qui le suit").expect("both lists are shown");
    let back = back.split_once("Ces 2 points reviennent à vous").unwrap().1;
    assert!(back.contains("1243") && back.contains("0901") && !back.contains("0377"), "{back}");
    assert!(stays.contains("0377") && !stays.contains("1243"), "{stays}");
    desk.keys("<esc>").says("Signée ven. 27 nov., 16:00").keys("rerreur de date<enter>");
    desk.says("Transmission du Dr Vidal rouverte, S48 : erreur de date");
    desk.says("2 points reviennent, 1 reste à qui le suit.").says("Brouillon, à signer ven. 27 nov.");

    // What was signed is corrected by a new word; what Claire has in hand, by an addition.
    desk.later("2026-11-27T17:05").resize(120, 40);
    while !desk.text().contains("Point n° 1") {
        desk.keys("<down>");
    }
    desk.keys("e")
        .says("Ce mot n'est plus à corriger : c le complète.")
        .keys("cINR à refaire lundi<C-s>")
        .says("Point n° 1 : complété.");
    while !desk.text().contains("Point n° 2") {
        desk.keys("<down>");
    }
    desk.says("Resté à qui le suit depuis votre signature : d pour un ajout daté.").says("suivi par la coordination");
    desk.keys("c").says("Ce point est resté à qui le suit : d pour un ajout daté.");
    desk.keys("d0377 : prévenir aussi la fille<C-s>").says("Ajout daté écrit dans la transmission du Dr Vidal, S48.");

    desk.later("2026-11-27T17:20").keys("s");
    if desk.text().contains("Avant de signer") {
        desk.keys("s");
    }
    desk.keys("vidal<C-s>").says("Transmission du Dr Vidal signée à nouveau, S48.");
    desk.says("Remplace la signature (ven. 27 nov., 16:00), rouverte : erreur de date.");
    // Dr Aubert is told, and everything is there.
    desk.sits_down("Aubert", "2026-11-30T08:00").says("0 réponse sur 3").says("INR à refaire lundi");
    desk.says("Rouverte ven. 27 nov., 17:00 par Dr Vidal : erreur de date");
}

#[test]
fn after_midnight_of_the_last_day_and_for_anybody_else_it_stays_signed() {
    let mut desk = signed_at_four();
    // Claire reads it and dictation opens it; by herself she cannot.
    desk.keys("3")
        .says("Signée ven. 27 nov., 16:00")
        .silent("r la rouvre")
        .keys("r")
        .says("Rouvrir cette transmission revient à qui l'a signée : Dr Vidal");
    desk.sits_down("Vidal", "2026-11-27T23:55").keys("3").says("r la rouvre");
    // Asked for before midnight and sent after it: refused, with what is left to do.
    desk.keys("rtrop tard").later("2026-11-28T00:01").keys("<C-s>");
    desk.says("la transmission ne se rouvre plus. Écrivez un ajout daté.").keys("<esc>").silent("r la rouvre");
}
