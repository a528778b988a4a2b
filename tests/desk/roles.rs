//! Each role at the desk: what is there, what is refused and by whom it can be done, what a search finds.

use releve::domain::briefing::Reader;
use releve::domain::rights::Right;
use releve::domain::{Role, StayId, Who};

use crate::harness::Desk;

/// Ajain on Wednesday of S48 with somebody of each role, a point, an appointment and an entry of the directory.
fn centre() -> Desk {
    let mut desk = Desk::ajain("S47 Roche, S48 Vidal, S49 Aubert");
    for (family, role) in [
        ("Petit", Role::Assistant),
        ("Benali", Role::Nurse),
        ("Delmas", Role::HeadOffice),
        ("Chazal", Role::FiguresOnly),
    ] {
        desk.joins(family, role);
    }
    desk.wrote("Garnier", "! 1243 M.D. 1948: INR à 4,8; si saignement, alors 15; pour 26/11");
    desk.sits_down("Garnier", "2026-11-25T09:00");
    desk.keys("1a0377 tb 1950<enter>").says("ajouté").keys("0annuaire<enter>aLaboratoire<C-s>").says("Laboratoire");
    desk.keys("<esc>");
    desk
}

fn tabs(desk: &Desk) -> String {
    let text = desk.text();
    ["1 Semaine", "2 Briefing", "3 Transmission", "4 Statistiques"]
        .map(|tab| if text.contains(tab) { 'x' } else { '.' })
        .into_iter()
        .collect()
}

/// Whether a line of the Menu is offered.
#[track_caller]
fn offers(desk: &mut Desk, line: &str) -> bool {
    let nothing = desk.keys("0").keys(line).text().contains("Rien ne correspond.");
    desk.keys("<esc>");
    !nothing
}

#[test]
fn each_role_finds_the_tabs_it_has_something_in_and_opens_on_the_first() {
    let mut desk = centre();
    for (who, expected) in [
        ("Garnier", "xxxx"),
        ("Petit", "xxxx"),
        ("Benali", "xxxx"),
        ("Vidal", "xxxx"),
        ("Delmas", "xx.x"),
        ("Chazal", "...x"),
    ] {
        desk.sits_down(who, "2026-11-25T10:00");
        assert_eq!(tabs(&desk), expected, "{who}\n{}", desk.screen());
    }
    desk.says("Consultations par semaine");
}

#[test]
fn each_role_is_offered_in_the_menu_what_is_its_own() {
    let mut desk = centre();
    // Coordination, accueil, infirmière, médecin, siège, chiffres.
    for (line, expected) in [
        ("dossiers suivis", "xxxx.."),
        ("annuaire", "xxxx.."),
        ("livret", "xxxx.."),
        ("planning de l'année", "xxxxx."),
        ("médecins", "xxxxx."),
        ("importer un planning", "x...x."),
        ("importer l'agenda", "xxxx.."),
        ("exporter les statistiques", "xxx.xx"),
        ("relevés", "xxxx.."),
        ("comptes", "xxx..."),
        ("copie", "x....."),
        ("historique", "xxxxx."),
        ("équipe", "xxxxx."),
        ("textes types", "xxxx.."),
        ("ma phrase", "xxxxxx"),
        ("couleurs", "xxxxxx"),
    ] {
        let found: String = ["Garnier", "Petit", "Benali", "Vidal", "Delmas", "Chazal"]
            .into_iter()
            .map(|who| {
                desk.sits_down(who, "2026-11-25T10:00");
                if offers(&mut desk, line) { 'x' } else { '.' }
            })
            .collect();
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn the_assistant_does_the_day_and_leaves_booklet_and_directory_to_others() {
    let mut desk = centre();
    desk.sits_down("Petit", "2026-11-25T10:00");
    desk.keys("1<down>a7128 ch 1970<enter>").says("ajouté").keys("c").says("Clôture").keys("<esc>");
    desk.keys("<C-n>0377 tb 1950 ordonnance à renouveler<enter>").says("Point n° 2");
    desk.keys("<C-f>4,8").says("INR à 4,8").keys("<esc><esc>");
    desk.keys("0annuaire<enter>").says("Laboratoire").silent("a ajouter").silent("e modifier").keys("e");
    desk.says("Cela revient à la coordination et à l'infirmière : C. Garnier, C. Benali peuvent le faire.");
    // Who was called, and that the number is right, anybody notes.
    desk.keys("r").says("a répondu");
    desk.sits_down("Petit", "2026-11-26T09:00").keys("0annuaire<enter>v").says("vérifié aujourd'hui");
    desk.keys("<esc>0livret<enter>").says("Le livret est encore vide.").silent("ajouter").keys("a").says("C. Benali");
    desk.sits_down("Benali", "2026-11-25T10:10")
        .keys("0annuaire<enter>e<end> de Guéret<C-s>")
        .says("Laboratoire de Guéret");
}

#[test]
fn what_is_said_of_a_patient_may_be_kept_from_the_front_desk() {
    let mut desk = centre();
    desk.sits_down("Petit", "2026-11-25T09:30").keys("<C-f>inr").says("INR à 4,8").keys("<esc><esc>");
    desk.sits_down("Garnier", "2026-11-25T09:40")
        .keys("0centre, postes<enter>")
        .says("lu par toute l'équipe")
        .keys("e");
    for _ in 0..20 {
        if !desk.screen().contains("▸ L'accueil lit") {
            desk.keys("<tab>");
        }
    }
    desk.keys(" <C-s>").says("gardé pour ceux qui soignent");
    desk.sits_down("Petit", "2026-11-25T10:00");
    desk.keys("0dossiers<enter><enter>").says("1243 · M.D. 1948").says("saignement").says("26/11").silent("INR");
    // Looked for by what was said nothing is found; by the file it is.
    desk.keys("<esc><esc><C-f>inr").silent("1243").silent("4,8").keys("<esc>");
    desk.keys("<esc><C-f>1243").says("1243").says("saignement").silent("INR").keys("<esc><esc>");
    for (who, place) in [("Benali", "0dossiers<enter><enter>"), ("Vidal", "0dossiers<enter><enter>")] {
        desk.sits_down(who, "2026-11-25T10:10").keys(place).says("INR à 4,8").keys("<esc><esc>");
    }
}

#[test]
fn a_doctor_reads_every_point_and_takes_out_their_own_sheets() {
    let mut desk = centre();
    desk.sits_down("Vidal", "2026-11-25T10:00");
    desk.keys("0dossiers<enter>").says("1243").keys("<esc>3<C-p>").says("transmission-2026-S48.pdf");
    // Somebody else's, the booklet and the figures stay.
    desk.keys("3<left><C-p>").says("Un médecin imprime son briefing et sa transmission.").says("C. Garnier");
    desk.keys("4")
        .silent("x exporter")
        .keys("x")
        .says("Cela revient à l'équipe")
        .keys("a")
        .says("Cela revient à l'équipe");
    desk.keys("0séjours<enter>").silent("a ajouter").keys("<esc>1i").says("C. Garnier peut le faire.");
}

#[test]
fn the_head_office_keeps_the_rota_and_meets_no_patient() {
    let mut desk = centre();
    desk.sits_down("Delmas", "2026-11-25T10:00");
    desk.says("Dr Vidal").silent("1243").silent("0377").silent("dus").silent("alerte");
    // What is to be done for the stays is theirs too, without a point.
    desk.keys("2").says("Bonjour Camille.").silent("1243").silent("Urgent").keys("1");
    desk.keys("3").says("Cela revient à l'équipe").says("C. Garnier").keys("<C-n>").says("Cela revient à l'équipe");
    desk.keys("a").says("Cela revient à l'équipe").keys("c").says("Cela revient à l'équipe");
    desk.keys("<C-f>").says("Cela revient à l'équipe").keys("<C-p>").says("Cela revient à l'équipe");
    desk.keys("g1243").silent("Dossiers suivis").keys("<esc>");
    // The collective and who comes when are theirs.
    desk.keys("0médecins<enter>").says("a ajouter").keys("<esc><pgdn><pgdn>i").says("Inscrire un séjour").keys("<esc>");
    desk.keys("0équipe<enter>").silent("a ajouter").keys("<esc>0historique<enter>").says("Séjour du Dr Aubert");
    desk.silent("Point n°").silent("Agenda").keys("<esc>");
    // A stay is called off with what hangs on it untold.
    desk.keys("1<home>tx").says("chose y tient encore, que l'équipe lit et suivra").silent("1243").silent("0377");
    // What was begun of it is there again.
    desk.keys("<tab>p<esc>").says("brouillon").keys("x").says("Ne compte pas comme un désistement");
    desk.keys("<C-x>o").keys("xs<C-s>").says("enregistré").keys("<esc>u").says("Défait");
}

#[test]
fn who_reads_the_figures_has_nothing_else() {
    let mut desk = centre();
    desk.sits_down("Chazal", "2026-11-25T10:00");
    desk.says("Consultations par semaine").says("chiffres seulement").silent("Vidal").silent("alerte").silent("1243");
    for key in ["1", "2", "3", "<C-n>", "<C-f>", "g", "!", "r", "a"] {
        desk.keys(key).says("Cela revient à l'équipe").says("C. Garnier");
    }
    desk.keys("t").says("S48").silent("⏎ ").keys("t");
    desk.keys("x").says("Excel").keys("<enter>").says(".xlsx");
    // Help lists the keys that are theirs.
    desk.keys("<f1><end><pgup>")
        .silent("Ctrl-N")
        .says("Ctrl-P")
        .keys("<esc>:")
        .says("Exporter")
        .silent("Semaine")
        .keys("<esc>");
    // The control: they are the others'.
    desk.sits_down("Garnier", "2026-11-25T10:10").keys("4<f1><end><pgup>").says("Ctrl-N");
}

#[test]
fn a_role_is_chosen_in_the_team_and_taken_at_once() {
    let mut desk = centre();
    desk.keys("0équipe<enter>").says("siège").says("chiffres se");
    desk.keys("aAnne<tab>Moreau<tab><right><right><right>")
        .says("siège")
        .keys("<C-s>")
        .says("Anne Moreau : fiche ajoutée");
    desk.says("Moreau Anne");
}

#[test]
fn sheets_files_and_commands_are_asked_by_the_same_table() {
    let mut desk = centre();
    // Own sheet, another's, the agenda and the booklet; figures, copies, both imports: what each command asks for.
    for (who, expected) in [
        ("Garnier", "xxxxxxx"),
        ("Petit", "xxxx..x"),
        ("Benali", "xxxx..x"),
        ("Vidal", "x.....x"),
        ("Delmas", "...x.x."),
        ("Chazal", "...x..."),
    ] {
        desk.sits_down(who, "2026-11-25T10:00");
        let person = Who::is(crate::ajain::find(&desk.rota(), who).id);
        let (backend, now) = (&desk.backend, desk.now);
        let sheet = |of| backend.may_take(Right::Print, of, person, now);
        let right = |right| backend.may(right, person, now);
        let asked = [
            sheet(Some(Reader::Stay(StayId(2)))),
            sheet(Some(Reader::Stay(StayId(1)))),
            sheet(None),
            backend.may_take(Right::ExportFigures, None, person, now),
            right(Right::Copies),
            right(Right::Rota),
            right(Right::Agenda),
        ];
        let found: String = asked.iter().map(|asked| if asked.is_ok() { 'x' } else { '.' }).collect();
        assert_eq!(found, expected, "{who}: {asked:?}");
        let names = |why: &releve::domain::Trouble| format!("{why:?}").contains("C. Garnier");
        assert!(asked.iter().filter_map(|asked| asked.as_ref().err()).all(names), "{asked:?}");
    }
}
