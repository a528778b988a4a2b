//! Doctors, team and stays, by forms and by a spreadsheet.

use std::path::{Path, PathBuf};

use crate::harness::{Desk, new_centre};

const FRIDAY: &str = "2026-11-27T09:00";

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/rota-excel-fr.csv")
}

fn import(desk: &mut Desk, file: &Path) {
    desk.keys("0importer<enter>").says("Quel fichier ?").paste(&file.display().to_string()).keys("<enter>");
}

#[test]
fn a_spreadsheet_becomes_the_rota_as_one_act() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = new_centre(dir.path(), FRIDAY);
    import(&mut desk, &sample());
    desk.says("6 séjours à ajouter.")
        .says("5 nouveaux médecins.")
        .says("S53 28 déc. – 2 janv. 2027 Éloïse Noël option");
    // Esc writes nothing.
    desk.keys("<esc>").says("Aucun séjour n'est encore inscrit");
    import(&mut desk, &sample());
    desk.keys("<enter>").says("6 séjours importés, dont 5 nouveaux médecins. u pour défaire.");
    desk.says("Dr Vidal · ").says("Dr Le Goff");
    import(&mut desk, &sample());
    desk.says("Aucun séjour à ajouter.")
        .says("6 séjours déjà connus, laissés tels quels.")
        .says("Aucun nouveau médecin.");
    // One act: one key takes it back, another does it again.
    desk.keys("<enter>u").says("Aucun séjour n'est encore inscrit").says("Ctrl-Y pour refaire.");
    desk.keys("0médecins<enter>")
        .says("Aucun médecin pour l'instant")
        .keys("<C-y>")
        .says("Vidal Hélène")
        .says("Le Goff François");
}

#[test]
fn a_refused_line_is_named_and_nothing_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = new_centre(dir.path(), FRIDAY);
    let file = dir.path().join("planning 2026.csv");
    let lines = "Semaine;Médecin;Poste\nS49;Hélène Vidal;Médecin\nS60;Paul Roche;Médecin\nS51;Luc Morel;Dentiste\n";
    std::fs::write(&file, lines).unwrap();
    import(&mut desk, &file);
    desk.says("2 lignes sont refusées : rien ne sera importé. Corrigez le fichier, puis recommencez.");
    desk.says("Ligne 3, Semaine « S60 »").says("Ligne 4, Poste « Dentiste » : Ce poste n'existe pas dans le centre.");
    desk.keys("<enter>").says("Aucun séjour n'est encore inscrit");
    desk.keys("0historique<enter>").says("Historique · 4").silent("import");
    std::fs::write(&file, lines.replace("S60", "S50").replace("Dentiste", "médecin")).unwrap();
    import(&mut desk, &file);
    desk.keys("<enter>").says("3 séjours importés");

    import(&mut desk, Path::new("/nulle/part.csv"));
    desk.says("Aucun fichier de ce nom : /nulle/part.csv.");
    std::fs::write(&file, b"PK\x03\x04 a workbook").unwrap();
    import(&mut desk, &file);
    desk.says("C'est un classeur, pas un texte. Dans le tableur : Enregistrer sous, puis CSV");
}

#[test]
fn a_doctor_is_added_and_edited_and_nothing_typed_is_lost() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = new_centre(dir.path(), FRIDAY);
    desk.keys("i<C-s>").says("Aucun médecin n'est encore connu. Ajoutez-le d'abord par le Menu (0)").keys("<esc>");
    desk.keys("0médecins<enter>aHélène<tab>Vidal<tab><tab>44<tab>1850<tab>123<tab>06<tab>x@<C-s>");
    desk.says("→ Loire-Atlantique").says("Quatre chiffres, comme 1974.").says("Un numéro RPPS a 11 chiffres.");
    desk.says("« 06 » n'est pas un numéro de téléphone.").says("Ce n'est pas une adresse de courriel.");
    // Closed by Esc, opened again: all is there, right or wrong.
    desk.keys("<esc>").says("Gardé en brouillon").says("Médecins · 0");
    desk.keys("a").says("Votre brouillon est revenu").says("1850").says("x@").keys("<tab><tab><tab><tab>").clear();
    desk.keys("1956<tab>").clear().keys("10003456789<tab>").clear().keys("0646525813<tab>").clear();
    desk.says("06 46 52 58 13")
        .keys("h.vidal@exemple.fr<C-s>")
        .says("Hélène Vidal : fiche ajoutée.")
        .says("Médecins · 1");
    desk.keys("e").says("1956").says("h.vidal@exemple.fr").silent("brouillon est revenu");
    desk.keys("<tab>")
        .clear()
        .keys("Vidal-Roux<C-s>")
        .says("Vidal-Roux Hélène")
        .says("fiche modifiée. u pour défaire.");
    desk.keys("u").silent("Vidal-Roux Hélène");
    // Somebody of that name is known already, accents aside.
    desk.keys("ahelene<tab>VIDAL").says("Hélène Vidal est déjà connu ici : la même personne ?");
}

#[test]
fn a_member_of_the_team_is_added_and_leaves_one_day() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = new_centre(dir.path(), FRIDAY);
    desk.keys("0équipe<enter>aJulie<tab>Petit<tab><right><tab>").clear().keys("lun à jeu, lundredi<tab>");
    desk.says("« lundredi » n'est pas un jour.").keys("<up>").clear().keys("lun à jeu").says("→ lun. mar. mer. jeu.");
    desk.keys("<C-s>").says("Petit").says("Équipe · 2").keys("<down>e");
    desk.keys("<tab><tab><tab><tab><tab><tab>30/02<tab>").says("« 30/02 » n'existe pas.");
    desk.keys("<s-tab>").clear().keys("26/11<C-s>").says("fin 26/11/2026");
}

#[test]
fn a_stay_is_refused_where_somebody_is_already() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = new_centre(dir.path(), FRIDAY);
    for name in ["Hélène<tab>Vidal", "Paul<tab>Roche"] {
        desk.keys("0médecins<enter>a").keys(name).keys("<C-s>");
    }
    desk.keys("1i")
        .says("lun. 23 nov. 2026")
        .keys("vidal<enter><C-s>")
        .says("Séjour du Dr Vidal inscrit, S48. u pour défaire.");
    desk.says("Dr Vidal ·");

    // Said beside the field while typing, before anything is saved.
    desk.keys("iroche<enter>").clear().keys("25/11<tab>");
    desk.says("Dr Vidal est déjà là, lun. 23 nov. – ven. 27 nov.");
    desk.keys("<C-s>").says("Inscrire un séjour").says("Dr Vidal est déjà là");
    // Wrong days get their sentence, and the rest of the form stays.
    desk.clear().keys("31/11<tab>").says("« 31/11 » n'existe pas. Vérifiez le jour et le mois.").says("Dr Paul Roche");
    desk.keys("<up>").clear().keys("mar 30/11<tab>").says("« mar 30/11 » : cette date est le");
    desk.keys("<up>")
        .clear()
        .keys("30/11<tab>")
        .clear()
        .keys("28/11<tab>")
        .says("Le dernier jour vient avant le premier.");
    desk.keys("<up>").clear().keys("4/12<C-s>").says("Séjour du Dr Roche inscrit, S49.");

    // An option beside a confirmed stay is only advised against; confirming it is refused.
    desk.keys("ividal<enter>").clear().keys("30/11<tab>").clear().keys("4/12<tab><left>");
    desk.says("Dr Roche est déjà là, lun. 30 nov. – ven. 4 déc.").keys("<C-s>").says("Option du Dr Vidal posée, S49.");
    desk.keys("0sejours<enter>e").says("Modifier le séjour");
}
