//! A waiting list for a médecin traitant, read from a spreadsheet without writing anything.
//!
//! Columns come in any order, in French or in English: the patient (file number, initials, year of birth, in one column
//! or in several), the day they asked, ALD, commune, telephone, a note. A name becomes initials and a telephone stays
//! out, unless the centre keeps names. All lines or none: each bad one is named.

use std::collections::BTreeMap;

use super::columns::Columns;
use crate::domain::care::WaitingPreview;
use crate::domain::draft::text::{self, key};
use crate::domain::draft::{patient, phone, when};
use crate::domain::record::{FollowedBy, Waiting};
use crate::domain::{Day, Msg, PatientRef};

/// Longest note or commune that is kept.
const LONGEST: usize = 200;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Patient,
    File,
    Initials,
    Family,
    Given,
    Born,
    Asked,
    Ald,
    Commune,
    Phone,
    Note,
}

impl Column {
    fn of(header: &str) -> Option<Self> {
        Some(match key(header).as_str() {
            "patient" | "usager" => Self::Patient,
            "dossier" | "n dossier" | "no dossier" | "numero de dossier" | "numero" | "file" | "file number" => {
                Self::File
            }
            "initiales" | "initials" => Self::Initials,
            "nom" | "nom de famille" | "name" | "family name" | "last name" => Self::Family,
            "prenom" | "given name" | "first name" => Self::Given,
            "ne e le" | "ne le" | "nee le" | "date de naissance" | "naissance" | "annee" | "annee de naissance"
            | "born" | "birth" | "birth year" | "date of birth" => Self::Born,
            "demande le" | "demande" | "date" | "date de demande" | "date de la demande" | "inscrit le"
            | "asked on" | "asked" | "requested on" => Self::Asked,
            "ald" => Self::Ald,
            "commune" | "ville" | "town" | "city" => Self::Commune,
            "telephone" | "tel" | "portable" | "phone" | "mobile" => Self::Phone,
            "note" | "remarque" | "commentaire" | "remark" | "comment" => Self::Note,
            _ => return None,
        })
    }
}

/// Reads a waiting list and says what its import would do.
#[must_use]
pub fn read(bytes: &[u8], known: &[Waiting], names_allowed: bool, today: Day) -> WaitingPreview {
    let mut preview = WaitingPreview::default();
    let complete = |at: &BTreeMap<Column, usize>| {
        let who = [Column::Patient, Column::File, Column::Initials, Column::Family];
        who.iter().any(|column| at.contains_key(column)) && at.contains_key(&Column::Asked)
    };
    let table = match Columns::read(bytes, Column::of, complete, "import-waiting-header") {
        Ok(table) => table,
        Err(bad) => {
            preview.bad.push(bad);
            return preview;
        }
    };
    for row in table.lines() {
        let read = row.and_then(|row| {
            line(|column| table.cell(row, column), names_allowed, today)
                .map_err(|(column, reason)| table.bad(row, column, reason))
        });
        match read {
            Ok(one) => {
                let is_it = |other: &Waiting| (&other.patient, other.asked_on) == (&one.patient, one.asked_on);
                if known.iter().any(is_it) || preview.new.iter().any(is_it) {
                    preview.same += 1;
                } else {
                    preview.new.push(one);
                }
            }
            Err(bad) => preview.bad.push(bad),
        }
    }
    preview.spread(today)
}

fn line<'a>(cell: impl Fn(Column) -> &'a str, names_allowed: bool, today: Day) -> Result<Waiting, (Column, Msg)> {
    let asked_on = when::past(cell(Column::Asked), today).map_err(|why| (Column::Asked, why))?;
    if asked_on > today {
        return Err((Column::Asked, Msg::new("store-noted-future")));
    }
    let ald = yes(cell(Column::Ald))
        .ok_or_else(|| (Column::Ald, Msg::new("import-waiting-ald").with("text", cell(Column::Ald))))?;
    let short = |column| text::checked(&text::line(cell(column)), LONGEST).map_err(|why| (column, why));
    // Where no name is kept, nobody is called by a number either.
    let phone = match cell(Column::Phone) {
        typed if names_allowed && !typed.is_empty() => phone::phone(typed).map_err(|why| (Column::Phone, why))?,
        _ => String::new(),
    };
    Ok(Waiting {
        patient: who(&cell, names_allowed, today)?,
        asked_on,
        ald,
        commune: short(Column::Commune)?,
        phone,
        call_on: Some(today),
        owner: FollowedBy::Assistant,
        seen_on: None,
        declared_on: None,
        given_up_on: None,
        given_up_why: None,
        note: short(Column::Note)?,
    })
}

/// The patient of a line: in one column, or number, initials or name, and year apart.
fn who<'a>(cell: &impl Fn(Column) -> &'a str, names_allowed: bool, today: Day) -> Result<PatientRef, (Column, Msg)> {
    let year = chrono::Datelike::year(&today.date());
    let whole = cell(Column::Patient);
    let (column, typed) = if whole.is_empty() {
        let name = [cell(Column::Family), cell(Column::Given)].join(" ");
        let name = match (cell(Column::Initials), names_allowed) {
            (initials, _) if !initials.is_empty() => initials.to_owned(),
            (_, true) => name,
            (_, false) => initials_of(&name),
        };
        let born = born(cell(Column::Born));
        let column =
            [Column::File, Column::Initials, Column::Family].into_iter().find(|column| !cell(*column).is_empty());
        (column.unwrap_or(Column::Patient), format!("{} {name} {born}", cell(Column::File)))
    } else {
        (Column::Patient, whole.to_owned())
    };
    match patient::one_line(&typed, names_allowed, year) {
        Ok(Some(patient)) => Ok(patient),
        Ok(None) => Err((column, Msg::new("draft-patient-line"))),
        Err(why) => Err((column, why)),
    }
}

/// The first letters of a name's words.
fn initials_of(name: &str) -> String {
    name.split([' ', '-', '\'']).filter_map(|word| word.chars().find(|c| c.is_alphabetic())).take(4).collect()
}

/// The year of a date of birth, or the year itself; anything else as it stands, to be refused.
fn born(text: &str) -> &str {
    let year = |part: &&str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    text.split(|c: char| !c.is_ascii_digit()).find(year).unwrap_or(text)
}

fn yes(text: &str) -> Option<bool> {
    Some(match key(text).as_str() {
        "" | "non" | "no" | "n" | "0" | "faux" | "false" => false,
        "oui" | "yes" | "o" | "y" | "x" | "1" | "ald" | "vrai" | "true" => true,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::care::CALLS_A_WEEK;

    fn today() -> Day {
        Day::ymd(2026, 12, 1).unwrap()
    }

    fn said(csv: &str, names: bool) -> (Vec<String>, Vec<String>) {
        let preview = read(csv.as_bytes(), &[], names, today());
        let new = preview.new.iter().map(|w| {
            format!(
                "{} {}{} {}{}",
                patient::to_line(&w.patient),
                w.asked_on.date(),
                if w.ald { " ALD" } else { "" },
                w.commune,
                w.phone
            )
        });
        let bad = preview.bad.iter().map(|b| format!("{} {} {} {}", b.line, b.column, b.value, b.reason.id));
        (new.collect(), bad.collect())
    }

    #[test]
    fn a_name_becomes_initials_and_ald_comes_first() {
        let csv = "Liste MT;;;;;\nNom;Prénom;Né(e) le;Demande le;ALD;Commune;Téléphone\n\
                   MARTIN;Anne-Lise;12/03/1948;02/11/2026;;Ajain;05 55 00 00 01\nDurand;Paul;1951;03/11/2026;oui;Glénic;\n;;;;;;\n";
        let (new, bad) = said(csv, false);
        assert_eq!(bad, [""; 0]);
        assert_eq!(new, ["D.P. 1951 2026-11-03 ALD Glénic", "M.A.L. 1948 2026-11-02 Ajain"]);
        let (new, _) = said(csv, true);
        assert_eq!(new[1], "MARTIN Anne-Lise 1948 2026-11-02 Ajain0555000001");
    }

    #[test]
    fn a_file_number_is_enough_and_one_column_holds_it_all() {
        let csv = "dossier,demandé le,ald\n1243,1/9/2026,x\n1244,2/9/2026,non\n";
        assert_eq!(said(csv, false).0, ["1243 2026-09-01 ALD ", "1244 2026-09-02 "]);
        let csv = "patient,date\n1243 MD 1948,1/9/2026\nMD 48,2/9/2026\n";
        assert_eq!(said(csv, false).0, ["1243 M.D. 1948 2026-09-01 ", "M.D. 1948 2026-09-02 "]);
    }

    #[test]
    fn each_bad_line_is_named_and_a_nir_is_never_shown() {
        let csv = "patient,demandé le,ald\nMarie Durand,1/9/2026,\n1243,un jour,\n1244,1/9/2026,bof\n,1/9/2026,\n2 55 08 14 168 025 38,1/9/2026,\n1245,1/9/2027,\n";
        assert_eq!(
            said(csv, false).1,
            [
                "2 patient Marie Durand draft-initials-name",
                "3 demandé le un jour draft-day",
                "4 ald bof import-waiting-ald",
                "5 patient  draft-patient-line",
                "6 patient  draft-nir",
                "7 demandé le 1/9/2027 store-noted-future",
            ]
        );
        assert_eq!(said("a;b\n1;2\n", false).1, ["1   import-waiting-header"]);
    }

    #[test]
    fn four_hundred_come_in_once_and_are_called_week_after_week() {
        let line = |n: i32| format!("{};{}/10/2026;{}\n", 2_000 + n, 1 + n % 28, if n % 4 == 0 { "oui" } else { "" });
        let csv = "dossier;demande le;ald\n".to_owned() + &(0..400).map(line).collect::<String>();
        let first = read(csv.as_bytes(), &[], false, today());
        assert_eq!((first.new.len(), first.same, first.bad.len()), (400, 0, 0));
        assert!(first.can_import() && first.new[..100].iter().all(|w| w.ald));
        let on = |day: Day| first.new.iter().filter(|w| w.call_on == Some(day)).count();
        assert_eq!((on(today()), on(today().plus(7))), (CALLS_A_WEEK, CALLS_A_WEEK));
        assert_eq!(first.new.last().unwrap().call_on, Some(today().plus(7 * 26)));
        let again = read(csv.as_bytes(), &first.new, false, today());
        assert_eq!((again.new.len(), again.same, again.can_import()), (0, 400, false));
    }
}
