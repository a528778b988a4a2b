//! What somebody with the key of the centre changes with another program is named at the command line.

use rusqlite::Connection;

use crate::older::{Centre, ends};

/// The data key of `tests/data/schema-8`, which any public tool takes.
const KEY: &str = "6cb129b2f8ae4416bb221b12784a36dabdef7e76a54fc961a43e072d6c2f48dd";

fn attack(centre: &Centre, sql: &str) {
    let conn = Connection::open(centre.store()).unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"x'{KEY}'\"; PRAGMA foreign_keys = OFF")).unwrap();
    let triggers: Vec<String> = {
        let mut sql = conn.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid").unwrap();
        sql.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    for trigger in &triggers {
        let name = trigger.split_whitespace().nth(2).unwrap();
        conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    conn.execute_batch(sql).unwrap();
    // Whoever is careful leaves the seals as they were.
    conn.execute_batch(&(triggers.join(";\n") + ";")).unwrap();
}

#[test]
fn what_is_changed_past_the_program_is_named_and_ends_with_5() {
    let centre = Centre::new();
    // The coordination signs in: what was written by the older program is under her signature.
    ends(&centre.run(&["briefing", "--week", "2026-S49"]), 0, "INR");
    let said = ends(&centre.run(&["check"]), 0, "Un changement signé, le n° 29.");
    assert!(said.contains("Changement n° 29, à comparer avec une feuille imprimée : "), "{said}");
    let whole = std::fs::read(centre.store()).unwrap();
    for (sql, says) in [
        (
            "UPDATE item SET file = '9999' WHERE file = '1243'",
            "Changé hors de Relève, après le changement n° 29 : point n° 1.",
        ),
        ("DELETE FROM takeover", "Enlevé hors de Relève, après le changement n° "),
        ("UPDATE change SET at = at + 1 WHERE id = 20", "La chaîne des changements est rompue"),
        ("UPDATE change SET signature = NULL WHERE signature IS NOT NULL", "n'est signé par personne"),
        (
            "INSERT INTO recovery_key(centre, recipient) VALUES (1, 'age1mine')",
            "Ajouté hors de Relève, par aucun changement : clé de secours n° 2.",
        ),
        (
            "DELETE FROM adoption; DELETE FROM signing_key; DELETE FROM recovery_key;
             DELETE FROM change_row WHERE change = 29; DELETE FROM change WHERE id = 29",
            "la fin de l'historique a été enlevée",
        ),
    ] {
        std::fs::write(centre.store(), &whole).unwrap();
        attack(&centre, sql);
        ends(&centre.run(&["check"]), 5, says);
    }
}

#[test]
fn a_printed_sheet_says_the_words_of_the_store_it_was_made_from() {
    let centre = Centre::new();
    let said = ends(&centre.run(&["briefing", "--week", "2026-S49"]), 0, "Base au changement n° 29 : ");
    let words = said.split("Base au changement n° 29 : ").nth(1).unwrap().split('.').next().unwrap();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(words.split(' ').count(), 8, "{words}");
    std::fs::write(centre.dir.path().join("rota.csv"), "Du;Au;Médecin;État\n7/12/2026;11/12/2026;Paul Roche;option\n")
        .unwrap();
    ends(&centre.run(&["import", "rota", "rota.csv"]), 0, "");
    // Of a later store it is still change 29 that the sheet names.
    ends(
        &centre.run(&["check", "--change", "29"]),
        0,
        &format!("Changement n° 29, à comparer avec une feuille imprimée : {words}."),
    );
    ends(&centre.run(&["check", "--change", "99"]), 3, "Le changement n° 99 n'est pas dans cette base.");
}
