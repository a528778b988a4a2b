//! What is longer than the screen: one never runs past its end, so that one step back is seen at once.

use std::fmt::Write as _;
use std::path::Path;

use releve::back::As;

use crate::harness::{Desk, new_centre};

const FRIDAY: &str = "2026-11-27T09:00";

/// Reads to the end and further, then one step back, and the same by pages.
#[track_caller]
fn reads(desk: &mut Desk) {
    let top = desk.body();
    for (on, back) in [("<down>", "<up>"), ("<pgdn>", "<pgup>")] {
        desk.keys(&on.repeat(150));
        let end = desk.body();
        assert_ne!(end, top, "it is longer than the screen\n{top}");
        assert_eq!(desk.keys(on).body(), end);
        assert_ne!(desk.keys(back).body(), end, "one {back} moves at once\n{end}");
        assert_eq!(desk.keys(&back.repeat(150)).body(), top);
    }
}

fn import(desk: &mut Desk, what: &str, file: &Path) {
    desk.keys(&format!("0{what}<enter>")).says("Quel fichier ?").paste(&file.display().to_string()).keys("<enter>");
}

#[test]
fn help_at_the_desk_and_before_it_goes_no_further_than_its_end() {
    let mut desk = Desk::fiction("2026-11-27T16:42", As::Coordination);
    desk.resize(80, 24);
    reads(desk.keys("<f1>"));
    // A window that grew meanwhile is filled, and a step back counts from what is seen.
    desk.keys(&"<down>".repeat(150)).resize(80, 30);
    let end = desk.body();
    assert_ne!(desk.keys("<up>").body(), end);
    let dir = tempfile::tempdir().unwrap();
    reads(Desk::real(dir.path(), FRIDAY).resize(80, 24).keys("<f1>"));
}

#[test]
fn previews_of_imports_go_no_further_than_their_end() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = new_centre(dir.path(), FRIDAY);
    desk.resize(80, 24);
    let mut rota = "Semaine;Médecin\n".to_owned();
    let mut agenda = "BEGIN:VCALENDAR\n".to_owned();
    for n in 1..=40 {
        writeln!(rota, "S{n};Paul Roche").unwrap();
        let at = format!("202612{:02}T{:02}0000", 1 + n % 4, 8 + n / 4);
        write!(agenda, "BEGIN:VEVENT\nUID:{n}\nDTSTART:{at}\nSUMMARY:Consultation ({n})\nEND:VEVENT\n").unwrap();
    }
    agenda.push_str("END:VCALENDAR\n");
    let (file, calendar) = (dir.path().join("planning 2027.csv"), dir.path().join("agenda.ics"));
    std::fs::write(&file, rota).unwrap();
    std::fs::write(&calendar, agenda).unwrap();
    import(&mut desk, "importer", &file);
    reads(&mut desk);
    desk.keys("<esc>");
    import(&mut desk, "importer l'agenda", &calendar);
    reads(&mut desk);
}

#[test]
fn a_page_of_the_booklet_goes_no_further_than_its_end() {
    let mut desk = Desk::fiction("2026-11-27T16:42", As::Coordination);
    desk.resize(80, 24).keys("0livret<enter>").keys("<enter>");
    desk.keys("e<tab><tab>").paste(&"une ligne de plus\n".repeat(40)).keys("<C-s>");
    reads(&mut desk);
}
