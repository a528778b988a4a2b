//! Around the relay: the nurse's morning, the telephone hour at half past eight, a waiting list of four hundred.

use releve::domain::Role;

use crate::harness::Desk;

/// A centre with its nurse and its assistant, on the Monday of S49, before Dr Aubert's first patient.
fn centre() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.joins("Benali", Role::Nurse).joins("Petit", Role::Assistant);
    desk
}

#[test]
fn the_nurse_finds_whom_to_see_notes_it_and_asks_the_weeks_doctor() {
    let mut desk = centre();
    desk.sits_down("Benali", "2026-11-30T08:10").keys("0suivis as<enter>").says("Personne n'est suivi");
    desk.keys("a1243 md 48<tab><tab>août 2026<tab>bilan<C-s>").says("Suivi Asalée : 1243");
    desk.keys("a0877 je 1951<tab><right><tab>nov 2026<C-s>").says("0877 · J.E. 1951");
    desk.keys("a1243").says("Déjà sur la liste").keys("<esc><C-x>");
    desk.keys("a0901<tab><tab>bientôt<C-s>").says("Un mois s'écrit").keys("<esc>");
    // Two months beyond August: an alert, and the first line of the list.
    desk.says("Un patient n'a pas été vu ni joint").says("2 alertes").keys("<home>").says("▸ 1243 · M.D. 1948");
    // What she follows stands in her greeting and in her day.
    desk.keys("<esc>gj<enter>").says("2 patients en suivi Asalée").says("2 patients à relancer").keys("<home><enter>");
    // Not reached: the day of the next call is asked for. Seen: the month lies on by the interval of the protocol.
    desk.keys("<home>b<right><right><C-s>").says("Quel jour ?").keys("+7<C-s>").says("Appel noté");
    desk.keys("<home>").says("un appel").says("pas de réponse").keys("b<C-s>").says("mai 2027");
    desk.silent("ni joint").says("1 alerte ").keys("u").says("ni joint").keys("b<C-s>").silent("ni joint");
    // A question to the week's doctor, from the line.
    desk.keys("q<tab>On espace les bilans ?<C-s>").says("À discuter : ");
    desk.sits_down("Aubert", "2026-11-30T08:30").keys("2").says("À discuter").says("On espace les bilans ?");
    desk.says("posée par C. Benali")
        .says("l semaine suivante")
        .keys("<home><enter>")
        .says("On espace les bilans ?")
        .says("Décision")
        .keys("<C-s>")
        .says("Qu'avez-vous décidé ?");
    desk.keys("Oui, tous les six mois.<C-s>").silent("On espace les bilans ?");
    // She finds the answer where she asked.
    desk.sits_down("Benali", "2026-11-30T12:00")
        .keys("0discuter<enter>")
        .says("Oui, tous les six mois.")
        .says("Aubert");
}

#[test]
fn the_telephone_hour_takes_one_key_a_call_and_fills_the_closing_and_the_survey() {
    let mut desk = centre();
    desk.sits_down("Petit", "2026-11-30T08:30").keys("0demandes<enter>").says("Aucune demande notée");
    desk.keys("tttml").says("Aujourd'hui 5 : jour même 3, lendemain 1, plus tard 1, orientées 0, refusées 0");
    desk.keys("o").says("orientées 1");
    // A refusal asks why; nothing is counted before.
    desk.keys("r<C-s>").says("Pourquoi avoir refusé ?").says("refusées 0").keys("complet<C-s>").says("refusées 1");
    desk.keys("a1243 md 48<C-s>").says("1243 · M.D. 1948").says("jour même 4").keys("u").says("jour même 3");
    // The survey left empty and the day that is closed know of them.
    desk.sits_down("Garnier", "2026-11-30T18:30")
        .keys("0relevés<enter>as<enter>")
        .says("Demandes notées cette semaine : 7");
    desk.keys("<esc><esc>1tc").says("vus sans rendez-vous (NP)  3");
}

#[test]
fn a_waiting_list_of_four_hundred_comes_in_and_is_worked() {
    let mut desk = centre();
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("attente.csv");
    let ald = |n: u32| if n.is_multiple_of(4) { "oui" } else { "" };
    let lines = (0..400).map(|n| format!("{};{}/10/2026;{};Ajain\n", 2_000 + n, 1 + n % 28, ald(n)));
    std::fs::write(&file, "dossier;demandé le;ald;commune\n".to_owned() + &lines.collect::<String>()).unwrap();
    desk.sits_down("Petit", "2026-11-30T08:10").keys("0attente<enter>").says("Personne n'attend");
    desk.keys("i").says("Quel fichier").paste(file.to_str().unwrap()).keys("<enter>");
    desk.says("400 personnes à ajouter").says("15 par semaine").keys("<enter>").says("médecin traitant · 400");
    // ALD first, then the oldest.
    desk.keys("<home>").says("▸ 2000").says("01/10/2026").keys("b<right><C-s>").says("Appel noté");
    desk.keys("f<C-s>").says("déclaré").says("Liste d'attente : 2000");
    desk.keys("<esc>0mouvements<enter>").says("déclaration").says("2000").keys("<esc>");
    // Once more it changes nothing; undone it is as it was.
    desk.keys("0attente<enter>i")
        .paste(file.to_str().unwrap())
        .keys("<enter>")
        .says("400 lignes sont déjà là")
        .keys("<esc>");
    desk.keys("uuu").says("Personne n'attend").keys("<C-y>").says("médecin traitant · 400");
    // Who it was that is looked for is on a list.
    desk.keys("<esc>g2004<enter>").says("▸ ·       Liste d'attente").keys("<enter>").says("médecin traitant · 400");
}
