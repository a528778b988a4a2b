//! A stay prepared: its list, its papers, its house and its car, from the option to the thanks; and called off.

use crate::harness::Desk;

/// Claire Garnier at a centre with the ready-made templates and papers, a house, a car and a key.
pub(crate) fn claire() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal");
    desk.comes("S30", "Aubert").sits_down("Garnier", "2026-11-23T09:00");
    desk.keys("0modèles et pièces<enter>").says("toutes prêtes").keys("o").says("Modèles tout prêts ajoutés : 15");
    for (name, kind, fields) in [
        ("Maison du bourg", "", "<tab>4 rue de l'Église<tab>2<tab><tab> <C-s>"),
        ("Voiture 1", "<right>", "<tab>GH-412-KL<tab>300<tab><tab><tab> <C-s>"),
        ("Clé de la maison", "<right><right><right>", "<C-s>"),
    ] {
        desk.keys("0logements<enter>a").keys(name).keys("<tab>").keys(kind).keys(fields).says(name);
    }
    desk
}

#[test]
fn from_the_option_to_the_confirmed_stay_each_part_is_one_key_away() {
    let mut desk = claire();
    // An option two weeks ahead: it has its list, of which much is to be caught up, and no house yet.
    desk.keys("1pniaubert<enter><tab><tab><left><C-s>").says("option ?");
    desk.keys("<enter>").says("Dr Jean Aubert · S49").says("Préparation 0/").says("rattrapage");
    desk.keys("<end>").says("Maison du bourg · libre").keys("<home>");
    desk.keys("l").says("Nouvelle réservation · Dr Aubert, S49").keys("<esc>");
    // Confirmed, it has both.
    desk.keys("<esc>e<tab><tab><tab><right><C-s>").keys("<enter><end>");
    desk.says("Maison du bourg").says("Voiture 1").says("17:00").says("12:00");
    // A task is done by one key, and to do again by another.
    // What is done is counted in a line, which Enter unfolds.
    desk.keys("r ").says("1 tâche réglée").silent("fait · lun. 23 nov.").keys("u").silent("tâche réglée");
    desk.keys("ro").says("sans objet").keys("<C-s>").says("Dites pourquoi").keys("déjà fait chez nous<C-s>");
    desk.says("1 tâche réglée").keys("r<down><down><down><down><down><down><down><down> ");
    desk.says("sans objet · lun. 23 nov. · C. Garnier · déjà fait chez nous");
    // The planning shows the count and the light beside the stay.
    desk.keys("<esc>").says("Préparation 0/8").says("dossier incomplet").keys("<enter>");
    // A paper goes one step on with each key: asked for, received, checked.
    desk.keys("d").says("incomplet").keys(" ").says("demandée le lun. 23 nov.");
    // The voyage takes the house along.
    desk.keys("t<tab>29/11<tab>19h30<C-s>").says("Voyage noté").keys("<end>").says("dim. 29 nov., 19:30");
    // A key is handed out, and comes back.
    desk.keys("c<C-s>").keys("<end>").says("Clé de la maison").says("remise");
    desk.keys("p").says("sejour-2026-S49");
}

#[test]
fn a_withdrawal_frees_house_car_and_tasks_and_undo_brings_them_back() {
    let mut desk = claire();
    desk.keys("1pniaubert<enter><C-s>").says("S49");
    desk.keys("<enter><end>").says("Maison du bourg").keys("<esc>");
    desk.keys("xs<C-s><esc>");
    // Called off, its page says so and nothing is lent.
    desk.keys("0séjours<enter>").keys("<end>");
    let stay = "<C-f>aubert<enter><enter>";
    desk.keys(stay)
        .says("désisté")
        .says("9 tâches réglées")
        .keys("r ")
        .says("séjour annulé")
        .keys("<end>")
        .silent("Maison du bourg · ");
    desk.keys("u<end>").says("Maison du bourg").silent("séjour annulé");
}

#[test]
fn a_doctor_finds_on_their_page_where_they_live_and_not_what_is_prepared() {
    let mut desk = claire();
    desk.keys("1p<up>").keys("<down>").keys("<enter>").keys("t<tab>22/11<C-s>").keys("<esc><esc>");
    desk.sits_down("Vidal", "2026-11-24T09:00").keys("0planning de<enter><enter>");
    desk.says("Dr Hélène Vidal · S48").silent("Préparation").silent("Dossier").says("Sur place");
}
