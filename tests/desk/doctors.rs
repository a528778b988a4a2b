//! The register of doctors: who is free, what leaves of them, and what is erased.

use releve::domain::act::{Act, NewPerson, PeopleAct, RecordAct};
use releve::domain::availability::Answer;
use releve::domain::record::{
    AVAILABILITY, Availability, SOLICITATION, Solicitation, SolicitationAnswer, VOLUNTEER, Volunteer,
};
use releve::domain::{Day, IsoWeek, PostId};

use crate::ajain::find;
use crate::harness::Desk;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// Ajain, where Dr Vidal could come in May, has an address, and refused once, long ago.
fn ajain() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    let vidal = find(&desk.rota(), "Vidal").clone();
    let reached = NewPerson { email: Some("h.vidal@exemple.fr".into()), ..NewPerson::of(&vidal) };
    desk.act("Garnier", Act::People(PeopleAct::Edit(vidal.id, reached)));
    let vidal = vidal.id;
    let (from, to) = (Day::ymd(2027, 5, 1).unwrap(), Day::ymd(2027, 5, 31).unwrap());
    let said = Availability { person: vidal, from, to, answer: Answer::Yes, note: String::new(), by: None };
    desk.act("Garnier", Act::Record(RecordAct::Put(&AVAILABILITY, None, said.values())));
    let wishes = Volunteer { wishes: "aux beaux jours".into(), ..Volunteer::default() };
    desk.act("Garnier", Act::Record(RecordAct::Put(&VOLUNTEER, None, wishes.values(vidal))));
    let week = IsoWeek::new(2025, 20).unwrap();
    let mut refused = Solicitation::to_ask(vidal, PostId(1), week);
    (refused.asked_on, refused.answer) = (Some(week.monday()), SolicitationAnswer::No);
    desk.act("Garnier", Act::Record(RecordAct::Put(&SOLICITATION, None, refused.values())));
    desk.restart();
    desk.sits_down("Garnier", "2026-11-30T08:00");
    desk
}

#[test]
fn who_is_free_in_a_month_is_found_and_written_to_at_once() {
    for (columns, rows) in SIZES {
        let mut desk = ajain();
        desk.resize(columns, rows).keys("0médecins<enter>").says("Filtrer (/)").says("Aubert").says("Vidal");
        desk.keys("/libre mai<enter>").says("Médecins · 1").says("▸ Vidal").silent("Aubert Paul").silent("Paul Aubert");
        desk.keys("<C-p>").says("Sortir 1 médecin").keys("adresses<enter>");
        let home = desk.home.as_ref().unwrap().path().join("sheets");
        let addresses = std::fs::read_to_string(home.join("medecins-adresses-2026-11-30.txt")).unwrap();
        assert_eq!(addresses, "h.vidal@exemple.fr\n");
        desk.keys("<C-p>classeur<enter>").says("medecins-2026-11-30.xlsx");
        assert!(std::fs::read(home.join("medecins-2026-11-30.xlsx")).unwrap().starts_with(b"PK"));
        desk.keys("0journal<enter>").says("liste des médecins écrite");
    }
}

#[test]
fn a_refusal_of_long_ago_is_erased_after_a_look_and_comes_back_with_undo() {
    for (columns, rows) in SIZES {
        let mut desk = ajain();
        desk.resize(columns, rows)
            .keys("0médecins<enter>")
            .says("n'a plus à être gardé")
            .keys("<C-p>")
            .says("Effacer 1 refus de plus d'un an");
        desk.keys("effacer<enter>").says("Effacer 1 refus noté il y a plus d'un an ?").keys("o");
        desk.says("1 refus ancien effacé.").keys("<C-p>").silent("refus").keys("<esc>");
        desk.keys("u<C-p>").says("Effacer 1 refus de plus d'un an");
    }
}

#[test]
fn a_doctor_reads_what_is_kept_of_them_and_has_it_erased() {
    for (columns, rows) in SIZES {
        let mut desk = ajain();
        desk.resize(columns, rows).keys("0médecins<enter>/vidal<enter><enter>").says("aux beaux jours");
        for key in ["d dispo", "p imprimer", "o oublier", "x ôter"] {
            desk.says(key);
        }
        desk.keys("p").says(".pdf");
        let vidal = find(&desk.rota(), "Vidal").id;
        let sheet = desk.home.as_ref().unwrap().path().join(format!("sheets/medecin-{vidal}.pdf"));
        assert!(std::fs::read(sheet).unwrap().starts_with(b"%PDF"));
        desk.keys("o").says("Effacer tout ce qui est gardé de").keys("o").says("effacées ; le nom et les séjours");
        desk.silent("aux beaux jours").silent("exemple.fr").says("S48");
        desk.keys("<esc>u<enter>").says("aux beaux jours").says("h.vidal@exemple.fr");
    }
}

#[test]
fn whoever_may_not_read_what_is_known_filters_and_takes_out_nothing() {
    let mut desk = ajain();
    desk.sits_down("Vidal", "2026-11-30T08:10").keys("0médecins<enter>").silent("Filtrer (/)");
    desk.keys("<C-p>").silent("Sortir");
    desk.keys("/libre mai<enter>").silent("Vidal Hélène");
}
