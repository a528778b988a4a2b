//! Monday morning: the arriving doctor reads, answers, and takes over.

use crate::harness::Desk;

/// Dr Vidal has signed; Dr Aubert sits down at 8 h.
fn first_morning() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert, S51 Roche");
    desk.later("2026-11-27T17:00").wrote(
        "Vidal",
        ". 0901 A.B. 1955: Courrier du cardiologue à classer; pour 2/12
         ~ 0377 J.P. 1980: TSH attendue au laboratoire; si TSH < 0,1, alors avis; pour 1/12
         ! 1243 M.D. 1948: INR à 4,8 sous AVK, sans saignement; si saignement, alors 15; pour 30/11
         . 0412 L.R. 1971: Ordonnance de kiné à renouveler; pour 3/12
         . 0555 B.C. 1939: Certificat promis à la fille; pour 4/12",
    );
    desk.signed("Vidal").sits_down("Aubert", "2026-11-30T08:00");
    desk
}

#[test]
fn the_sheet_to_carry_is_a_pdf_and_the_desk_says_where() {
    let mut desk = first_morning();
    desk.keys("<C-p>").says("Fiche à imprimer").says("briefing-2026-S49.pdf");
    let sheets = desk.backend.folder().exports();
    let file = std::fs::read(sheets.join("briefing-2026-S49.pdf")).unwrap();
    assert!(file.starts_with(b"%PDF-"));
    // A second one takes a name of its own.
    desk.keys("<C-p>").says("briefing-2026-S49 (2).pdf");
}

#[test]
fn the_arriving_doctor_answers_and_takes_over() {
    let mut desk = first_morning();
    desk.says("Bonjour Dr Aubert. S49, du lun. 30 nov. au ven. 4 déc. Vous prenez la suite du Dr Vidal (S48).");
    desk.says("0 réponse sur 5");
    // Urgent first, and only with one's own words.
    desk.says("▸ ▲ URGENT dossier 1243").keys(" ").says("Avec mes mots").keys("<C-s>");
    desk.says("! Un point urgent se prend avec une ligne de vos mots.");
    desk.keys("INR ce matin, AVK en pause<C-s>").says("Point n° 3 : pris.").says("1 réponse sur 5");
    // Until the take-over, an answer is undone like anything else.
    desk.keys("u").says("Défait : Point n° 3 : pris.").says("0 réponse sur 5");
    desk.later("2026-11-30T08:02").keys(" INR ce matin, AVK en pause<C-s>").says("1 réponse sur 5");
    desk.says("✓ pris : « INR ce matin, AVK en pause »").says("suivi par Dr Aubert");

    // A question, a point sent back with its reason, and ordinary ones read and taken by one key.
    desk.later("2026-11-30T08:04").keys("<down>qQuel laboratoire ?<C-s>").says("Point n° 2 : question.");
    desk.later("2026-11-30T08:05").keys("<down>r<C-s>").says("! Dites pourquoi, pour que l'équipe sache quoi faire.");
    desk.keys("Je ne trouve pas ce courrier<C-s>").says("Point n° 1 : renvoyé à l'équipe.");
    desk.later("2026-11-30T08:06").keys("<down> ").says("Point n° 4 : pris.").says("4 réponses sur 5");
    desk.says("▸ · COURANT dossier 0555");

    // Claire finds both at once, and replies.
    desk.sits_down("Garnier", "2026-11-30T08:20");
    desk.says("Bonjour Claire.").says("! À débloquer 2");
    desk.says("Dr Aubert demande : « Quel laboratoire ? »").says("renvoyé à l'équipe par Dr Aubert : « Je ne trouve");
    desk.keys("c").says("Répondre").keys("Celui de Guéret<C-s>").says("Point n° 2 : réponse.").says("! À débloquer 1");

    // Dr Aubert reads the reply: the point waits for him again, and one key takes it.
    desk.sits_down("Aubert", "2026-11-30T08:40").says("3 réponses sur 5").keys("<down>");
    desk.says("C. Garnier lun. 30/11 · réponse : Celui de Guéret").keys(" ").says("Point n° 2 : pris.");
    desk.says("4 réponses sur 5");

    // Taking over names what has no answer, and is signed with one's own name.
    desk.later("2026-11-30T08:45").keys("t").says("Sans réponse, ces points restent suivis par la coordination :");
    desk.says("· dossier 0555 · B.C. 1939").keys("<C-s>").says("! À remplir.").keys("Jean Aubert<C-s>");
    desk.says("Dr Aubert prend la relève (S49). 1 point sans réponse reste à la coordination.");
    desk.silent("u pour défaire")
        .keys("<up>")
        .says("Relève prise lun. 30 nov., 08:45.")
        .silent("pour prendre la relève");
    desk.keys("t").says("! La relève est déjà prise.");
    desk.keys("u").says("! C'est signé : cela ne se défait pas.").says("4 réponses sur 5");
    desk.keys("3<left>").says("Reprise lun. 30 nov., 08:45 par Dr Aubert.").silent("En attente de reprise");
    desk.sits_down("Garnier", "2026-11-30T09:00").silent("en attente de reprise");
}

#[test]
fn an_answer_after_the_take_over_is_not_under_the_signature() {
    let mut desk = first_morning();
    desk.keys("taubert<C-s>").says("5 points sans réponse restent");
    desk.later("2026-11-30T11:00").keys("<down> ").says("Point n° 2 : pris. u pour défaire.").says("1 réponse sur 5");
    desk.keys("u").says("Défait : Point n° 2 : pris.").says("0 réponse sur 5");
}

#[test]
fn what_another_desk_writes_is_there_at_once() {
    let mut desk = first_morning();
    let mut reception = Desk::real(desk.home.as_ref().unwrap().path(), "2026-11-30T09:00");
    reception
        .sign_in("Garnier")
        .keys("<C-n>0666<tab>aa<tab>1990<tab>Rappeler avant midi<C-s>")
        .says("Point n° 6 ajouté.");
    desk.resize(120, 40).keys("<end>").later("2026-11-30T09:01").poll().says("0 réponse sur 6");
    // What was selected stays selected; the new point stands where its date puts it.
    desk.says("Rappeler avant midi").says("▸ · COURANT dossier 0555");
}

#[test]
fn a_doctor_who_does_not_type_dictates_and_both_names_are_kept() {
    let mut desk = first_morning();
    desk.sits_down("Garnier", "2026-11-30T08:10").resize(120, 40).keys("2m");
    desk.says("Vous saisissez maintenant sous la dictée du Dr Aubert. m pour reprendre votre nom.");
    desk.says("dicté par Dr Aubert, saisi par C. Garnier").says("Bonjour Dr Aubert.").says("0 réponse sur 5");
    desk.keys(" ").keys("Il a compris, INR ce matin<C-s>").says("Point n° 3 : pris.");
    desk.keys("<enter>");
    desk.says("lun. 30 nov., 08:10 · dicté par Dr Aubert, saisi par C. Garnier");
    desk.keys("<esc>m").says("Vous écrivez de nouveau en votre nom.").says("Bonjour Claire.");
    desk.silent("dicté par");
    // The doctor finds it as his own answer.
    desk.sits_down("Aubert", "2026-11-30T08:30")
        .says("1 réponse sur 5")
        .says("✓ pris : « Il a compris, INR ce matin »");
}

#[test]
fn the_third_unchanged_relay_asks_for_a_decision() {
    let mut desk = Desk::ajain("S47 Morel, S48 Vidal, S49 Aubert, S50 Roche, S51 Morel");
    desk.later("2026-11-20T16:00")
        .wrote("Morel", ". 0901 A.B. 1955: Rappeler le cardiologue; pour 27/11")
        .signed("Morel");
    desk.resize(120, 40)
        .sits_down("Vidal", "2026-11-27T17:00")
        .keys("i")
        .says("inchangé")
        .keys("svidal<C-s>")
        .says("signée, S48.");
    desk.sits_down("Aubert", "2026-12-04T17:00").keys("i").says("inchangé").keys("s");
    desk.says("Transmis inchangé deux fois.").keys("saubert<C-s>").says("signée, S49.");

    desk.sits_down("Roche", "2026-12-11T17:00").keys("i");
    desk.says("Ce point a été transmis trois fois sans changement. Que décidez-vous ?");
    desk.keys("ne pas<enter>").says("Le point va tel quel à la coordination, qui décidera.").keys("<C-s>");
    desk.says("Point n° 1 inchangé pour la troisième fois : la coordination décidera.");
    desk.says("! 1 alerte : point n° 1 à décider, inchangé trois fois").says("sera transmis à : coordination");

    // The coordination finds it at once, and sends it to somebody: the alert is gone.
    desk.keys("ssroche<C-s>").sits_down("Garnier", "2026-12-12T10:00").says("Vous suivez un point.");
    desk.keys("!").says("Alerte 1 sur 1 : point n° 1 à décider, inchangé trois fois.").keys("a").says("Adresser");
    desk.keys("morel<enter><tab><tab><tab>18/12<C-s>").says("Point n° 1 adressé : médecin S51.").silent("! 1 alerte");
}

#[test]
fn a_point_to_come_back_is_hidden_until_its_week() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert, S02 Roche");
    desk.later("2026-11-27T17:00").wrote(
        "Vidal",
        ". 0901 A.B. 1955: Vaccin, rappel; pour 15/01/2027; dès S02; à S02
         . centre: Commander les vaccins; dès S50; à l'équipe",
    );
    desk.signed("Vidal").resize(120, 40);
    desk.sits_down("Aubert", "2026-11-30T08:00").says("Aucun point ne vous attend.").silent("Vaccin");
    desk.sits_down("Garnier", "2026-12-03T09:00").keys("2").silent("Commander les vaccins").silent("Vaccin, rappel");
    desk.sits_down("Garnier", "2026-12-07T09:00").says("Commander les vaccins").silent("Vaccin, rappel");
    desk.sits_down("Roche", "2027-01-11T08:00").says("0 réponse sur 1").says("Vaccin, rappel");
}
