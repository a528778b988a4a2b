//! The agenda of the medical software: read, looked at, accepted, taken back.

use std::path::{Path, PathBuf};

use crate::harness::{Desk, new_centre};

const FRIDAY: &str = "2026-11-27T09:00";

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/agenda").join(name)
}

fn import<'a>(desk: &'a mut Desk, file: &Path) -> &'a mut Desk {
    desk.keys("0importer l'agenda<enter>").says("Quel fichier ?").paste(&file.display().to_string()).keys("<enter>")
}

/// A calendar in a folder of its own, with these events.
fn calendar(dir: &Path, events: &[&str]) -> PathBuf {
    let events: Vec<_> = events.iter().map(|e| ["BEGIN:VEVENT\n", e, "\nEND:VEVENT\n"].concat()).collect();
    let events = events.concat();
    let file = dir.join("agenda.ics");
    std::fs::write(&file, format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n")).unwrap();
    file
}

#[test]
fn the_agenda_comes_in_as_one_act_and_no_name_comes_with_it() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = new_centre(dir.path(), FRIDAY);
    import(&mut desk, &sample("outlook.ics"))
        .says("5 rendez-vous ou événements à ajouter.")
        .says("Les descriptions des rendez-vous ne sont jamais importées.")
        .says("09:00–09:20 consultation 1243 · M.E. 1948 (78 ans)")
        .says("14:30–15:10 visite à domicile 0877 · J.E. Lavaveix")
        .silent("ESSAI")
        .silent("EXEMPLE")
        .silent("rue des Lilas");
    desk.keys("<f1>").says("Ce qui est gardé").keys("<esc>");
    // Esc writes nothing: the centre that was made, its first account, and the first signature.
    desk.keys("<esc>0historique<enter>").says("Historique · 4").keys("<esc>");
    import(&mut desk, &sample("outlook.ics"));
    desk.keys("<enter>").says("Agenda importé : 5 ajoutés, rien de changé, rien de retiré. u pour défaire.");
    import(&mut desk, &sample("outlook.ics"))
        .says("Aucun rendez-vous ni événement à ajouter.")
        .says("5 déjà là, laissés tels quels.")
        .says("Rien à importer");
    desk.keys("<enter>").keys("u").says("Défait");
    import(&mut desk, &sample("outlook.ics")).says("5 rendez-vous ou événements à ajouter.");
}

#[test]
fn what_changed_in_the_software_is_shown_before_and_after_and_first() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = new_centre(dir.path(), FRIDAY);
    let event = |uid: &str, start: &str, more: &str| {
        format!("UID:{uid}\nDTSTART:20261130T{start}00\nSUMMARY:Consultation (12{uid})\n{more}")
    };
    let all = |a: &str, b: &str| {
        let events = [event("41", a, ""), event("42", "1000", b), event("43", "1100", "")];
        calendar(dir.path(), &events.each_ref().map(String::as_str))
    };
    let file = all("0900", "");
    import(&mut desk, &file).keys("<enter>").says("3 ajoutés");
    let file = all("0920", "STATUS:CANCELLED");
    import(&mut desk, &file)
        .says("1 à changer.")
        .says("1 à retirer : annulé dans le logiciel.")
        .says("Ce qui change lun. 30 nov., 09:00–09:20 consultation 1241 → lun. 30 nov., 09:20–09:40")
        .says("Ce qui est retiré lun. 30 nov., 10:00–10:20 consultation 1242");
    desk.keys("<enter>").says("rien d'ajouté, 1 changé, 1 retiré. u pour défaire.");
    // What the file no longer says stays, and is named.
    let file = calendar(dir.path(), &[&event("41", "0920", "")]);
    import(&mut desk, &file)
        .says("1 importé auparavant n'est plus dans le fichier : il reste.")
        .says("11:00–11:20 consultation 1243")
        .says("Rien à importer");
}

#[test]
fn a_refused_line_is_named_without_its_text_and_nothing_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = new_centre(dir.path(), FRIDAY);
    let file = dir.path().join("agenda.csv");
    let lines =
        "Date;Heure;Patient;N° dossier\n30/11/2026;9h;ESSAI Marie;1243\n30/11/2026;ESSAI;Marie;1244\n32/11/2026;9h;;\n";
    std::fs::write(&file, lines).unwrap();
    import(&mut desk, &file)
        .says("2 lignes sont refusées : rien ne sera importé.")
        .says("Ligne 3, Heure : Cette cellule est illisible.")
        .says("Ligne 4, Date : « 32/11/2026 »")
        .silent("ESSAI");
    desk.keys("<enter>0historique<enter>").says("Historique · 4").keys("<esc>");
    std::fs::write(&file, lines.replace("ESSAI;Marie", "10h;Marie").replace("32/11", "1/12")).unwrap();
    import(&mut desk, &file).keys("<enter>").says("3 ajoutés");
}
