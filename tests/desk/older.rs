//! A centre as an older version left it opens by its own keys, and goes on.

use std::path::Path;

use crate::harness::Desk;

/// Claire's, of `tests/data/schema-8`.
const CLAIRE: &str = "abaisser abandon abdiquer abeille abolir aborder aboutir";

/// Puts a folder elsewhere, with the folders in it.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            std::fs::copy(path, to).unwrap();
        }
    }
}

/// Everybody's, of `tests/data/schema-17`.
const ALL: &str = "huit tortues violettes gravissent Belledonne";

/// From the last program that did not sign: the doctor is first at the desk on Monday, and writes as before; the
/// coordination's sign-in takes everything over, and his next change brings his key, which she confirms.
#[test]
fn a_centre_that_signed_nothing_goes_on_and_is_signed_from_the_coordinations_first_sign_in_on() {
    let dir = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/schema-17"), dir.path());
    let names = ["Garnier", "Morel", "Roche", "Petit"];
    let place = |name: &str| names.iter().position(|n| *n == name).unwrap();
    let note = |desk: &mut Desk, text: &str| {
        desk.keys(&format!("n0377<tab><tab><tab>{text}<C-s>")).says("ajouté");
    };
    let sits = |name: &str, now: &str| {
        let mut desk = Desk::real(dir.path(), now);
        desk.unlock(place(name), ALL);
        desk
    };
    note(&mut sits("Roche", "2026-11-30T08:10"), "rappeler");
    let mut claire = sits("Garnier", "2026-11-30T09:00");
    claire.keys("0historique<enter>").says("Repris le lun. 30 nov.");
    drop(claire);
    // His key comes with his next sign-in, before he writes anything.
    drop(sits("Roche", "2026-11-30T09:30"));
    let mut claire = sits("Garnier", "2026-11-30T09:40");
    claire.keys("0historique<enter>").says("Clé de signature de Marie");
    // In the history once, and in the header as something to be confirmed.
    let screen = claire.screen();
    let told: Vec<_> = screen.lines().filter(|line| line.contains("Clé de signature de Marie …")).collect();
    assert!(told.len() == 1 && told[0].contains("compte"), "{told:#?}");
    claire.keys("!<esc>!").says("première signature de Marie Roche").says("Alerte 2 sur 2");
    drop(claire);
    note(&mut sits("Roche", "2026-11-30T10:00"), "rappeler encore");
    let mut claire = sits("Garnier", "2026-11-30T11:00");
    claire
        .says("3 alertes")
        .keys("!!<esc>!")
        .says("première signature de Marie Roche, à confirmer par v après le lui avoir");
    claire.says("▸ Marie Roche").says("signature à confirmer").keys("v").says("Vu par la coordination");
}

#[test]
fn a_centre_of_schema_8_signs_in_reads_and_writes() {
    let dir = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/schema-8"), dir.path());
    let mut desk = Desk::real(dir.path(), "2026-12-01T10:00");
    // Whose account has ended is not in the list.
    desk.says("Claire Garnier").silent("Julie").unlock(0, CLAIRE).says("C. Garnier");
    // What Claire was typing is still there.
    desk.keys("<C-n>")
        .says("Rappeler le labo")
        .keys("<tab><tab><tab><tab> : volet cassé.<C-s>")
        .says("ajouté")
        .keys("<C-f>frigo")
        .says("Frigo à 9 °C");
    drop(desk);
    let mut desk = Desk::real(dir.path(), "2026-12-01T11:00");
    desk.unlock(0, CLAIRE).keys("<C-f>volet").says("volet cassé");
}
