//! What each format makes of figures of every kind.

use calamine::{Data, DataType as _, Reader as _, Xlsx};
use expect_test::expect;

use super::testing::{NAME, with};
use super::{csv, json, table, xlsx};
use crate::words::Lang;

/// Spaces as a reader sees them.
fn seen(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn the_table_is_one_figure_a_line_then_what_they_mean() {
    let text = with(Lang::Fr, table);
    assert!(!text.contains('\u{1b}') && !text.contains('│'));
    expect![[r#"
        Chiffres · =cmd|'/C calc'!A1 <b>&"Ajain"
        2–29 nov. 2026 · période en cours, incomplète
        Comparés à : 5 oct. – 1er nov. 2026
        Établis le ven. 27 nov. 2026

        Consultations         1 234 consultations     avant : 1 100 · objectif : 1 500 · 2 jours ne sont pas clôturés
        Patients par jour     22,4 patients par jour
        Part non programmée   18,9 % (170 sur 900)
        Remplissage           —
        3e rendez-vous libre  ∞ jours
        Patientèle MT         900 patients            avant : NS · ven. 27 nov. 2026
        Écart de patientèle   −3 patients
        dont ALD              NS
        Horizon               dim. 31 janv. 2027
        Âge médian            59,5 ans

        Définitions
        Consultations : Actes des jours clôturés : programmés, non programmés, visites à domicile, téléconsultations. Les absents n'y sont pas. Un jour qui n'est pas clôturé n'y est pas.
        Patients par jour : Consultations ÷ journées de médecin des jours clôturés. Deux demi-journées ouvertes font une journée.
        Part non programmée : Consultations non programmées ÷ consultations.
        Remplissage : Rendez-vous réservés ÷ créneaux offerts, les jours clôturés.
        3e rendez-vous libre : Médiane, sur les relevés de la période, des jours entre le relevé et le troisième rendez-vous ordinaire libre. ∞ : aucun médecin confirmé n'en avait.
        Patientèle MT : Patients dont le centre est le médecin traitant, au dernier état noté jusqu'à la fin de la période.
        Écart de patientèle : Variation du stock que les arrivées, les départs et les décès n'expliquent pas. 0 : tout est expliqué.
        dont ALD : Patients MT en affection de longue durée, au même état.
        Horizon : Dernier jour jusqu'auquel chaque poste a un séjour confirmé, à partir de cette semaine.
        Âge médian : Médiane des âges des médecins, à l'année de leur premier séjour de la période.

        NS : de 1 à 4 patients, ou un nombre qui les ferait deviner ; non communiqué.
    "#]].assert_eq(&seen(&text));
}

#[test]
fn json_says_numbers_as_numbers_and_days_as_iso_has_them() {
    let data: serde_json::Value = serde_json::from_str(&with(Lang::Fr, json)).unwrap();
    let keys: Vec<_> = data.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["centre", "from", "generated_on", "indicators", "to"]);
    assert_eq!((&data["centre"], &data["from"]), (&NAME.into(), &"2026-11-02".into()));
    assert_eq!(data["generated_on"], "2026-11-27");
    let of = |code: &str| {
        let rows = data["indicators"].as_array().unwrap();
        rows.iter().find(|row| row["code"] == code).unwrap().clone()
    };
    for (code, value, unit) in [
        ("consultations", serde_json::json!(1234), "consultations"),
        ("per_day", serde_json::json!(22.4), "patients par jour"),
        ("np_share", serde_json::json!(18.9), "%"),
        ("tna", serde_json::json!("∞"), "jours"),
        ("panel.gap", serde_json::json!(-3), "patients"),
        ("profile", serde_json::json!(59.5), "ans"),
    ] {
        assert_eq!((&of(code)["value"], &of(code)["unit"]), (&value, &unit.into()), "{code}");
    }
    assert!(of("fill")["value"].is_null() && of("fill")["unit"].is_null());
    assert_eq!(of("ald")["value"], "NS");
    assert_eq!(of("horizon")["value"], "2027-01-31");
    assert_eq!((&of("np_share")["part"], &of("np_share")["whole"]), (&170.into(), &900.into()));
    assert_eq!((&of("panel")["from"], &of("panel")["partial"]), (&"2026-11-27".into(), &false.into()));
    let consultations = of("consultations");
    assert_eq!((&consultations["previous"], &consultations["target"]), (&1100.into(), &1500.into()));
    assert_eq!(of("panel")["previous"], "NS", "the period beside leaves too");
    assert!(consultations["definition"].as_str().unwrap().starts_with("Actes des jours"));
    assert!(consultations["caveat"].is_string() && of("tna").get("previous").is_none());
}

#[test]
fn csv_opens_right_in_a_french_excel() {
    let bytes = with(Lang::Fr, csv);
    let text = String::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
    let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let head = reader.headers().unwrap().clone();
    assert_eq!(
        seen(&head.iter().collect::<Vec<_>>().join("|")),
        "Code|Chiffre|Valeur|Unité|Du|Au|Incomplet|Objectif|Période comparée|Définition|Remarque"
    );
    let rows: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let values: Vec<(&str, &str, &str)> = rows.iter().map(|r| (&r[0], &r[2], &r[3])).collect();
    assert_eq!(
        values,
        [
            ("consultations", "1234", "consultations"),
            ("per_day", "22,4", "patients par jour"),
            ("np_share", "18,9", "%"),
            ("fill", "", ""),
            ("tna", "∞", "jours"),
            ("panel", "900", "patients"),
            ("panel.gap", "-3", "patients"),
            ("ald", "NS", ""),
            ("horizon", "2027-01-31", ""),
            ("profile", "59,5", "ans"),
        ]
    );
    assert_eq!((&rows[0][4], &rows[0][5], &rows[0][6], &rows[0][7]), ("2026-11-02", "2026-11-29", "oui", "1500"));
    assert_eq!((&rows[0][8], &rows[5][8]), ("1100", "NS"));
}

#[test]
fn csv_in_english_has_commas_and_points() {
    let text = String::from_utf8(with(Lang::En, csv)).unwrap();
    assert!(text.starts_with("\u{feff}Code,Figure,Value,"), "{text}");
    assert!(text.contains("per_day,Patients a day,22.4,"), "{text}");
}

#[test]
fn the_workbook_has_numbers_days_and_a_chart_of_its_own() {
    let bytes = with(Lang::Fr, xlsx).unwrap();
    // The names of the parts of the archive stand in it uncompressed.
    let has = |name: &str| bytes.windows(name.len()).any(|w| w == name.as_bytes());
    assert!(has("xl/charts/chart1.xml"));
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(
        book.sheet_names().iter().map(|n| seen(n)).collect::<Vec<_>>(),
        ["Chiffres", "Semaines", "Patientèle", "3e rendez-vous", "Couverture", "Médecins", "Origine", "Définitions"]
    );
    let sheet = book.worksheet_range("Chiffres").unwrap();
    assert_eq!(sheet.get_value((0, 0)).unwrap().as_string().unwrap(), format!("Chiffres · {NAME}"), "text as text");
    let cell = |row: u32, column: u32| sheet.get_value((row, column)).cloned().unwrap_or(Data::Empty);
    let values: Vec<Data> = (5..15).map(|row| cell(row, 1)).collect();
    let number = |value: &Data| value.as_f64().unwrap();
    assert!(values[0].is_float() && (number(&values[0]) - 1_234.0).abs() < 1e-9);
    assert!((number(&values[1]) - 22.4).abs() < 1e-9);
    assert!((number(&values[2]) - 170.0 / 900.0).abs() < 1e-9, "a share is a part of one, shown in per cent");
    assert_eq!(values[3], Data::Empty);
    assert_eq!((&values[4], &values[7]), (&Data::String("∞".into()), &Data::String("NS".into())));
    // Days as a spreadsheet counts them, 1 January 1900 being 1.
    let Data::DateTime(day) = values[8] else { panic!("{:?}", values[8]) };
    assert!((day.as_f64() - 46_418.0).abs() < 1e-9, "{day:?}");
    assert!(matches!(cell(5, 4), Data::DateTime(_)) && matches!(cell(5, 5), Data::DateTime(_)));
    assert!((number(&cell(5, 9)) - 1_100.0).abs() < 1e-9);
    assert_eq!(cell(10, 9), Data::String("NS".into()));

    let weeks = book.worksheet_range("Semaines").unwrap();
    let row = |n: u32| (0..14).map(|c| weeks.get_value((n, c)).cloned().unwrap_or(Data::Empty)).collect::<Vec<_>>();
    assert!(matches!(row(5)[0], Data::DateTime(_)) && (number(&row(5)[2]) - 86.0).abs() < 1e-9);
    assert_eq!(row(6)[2], Data::Empty, "nothing was closed: not known, which is not 0");
    assert_eq!(row(7)[13], Data::String("sans médecin".into()));
    assert!(book.worksheet_formula("Chiffres").unwrap().is_empty());

    let panel = book.worksheet_range("Patientèle").unwrap();
    let texts: Vec<String> = panel.rows().flatten().map(ToString::to_string).collect();
    assert!(texts.contains(&"170".to_owned()) && !texts.contains(&"3".to_owned()), "{texts:?}");
}

#[test]
fn names_of_sheets_are_short_enough_in_both_languages() {
    for lang in [Lang::Fr, Lang::En] {
        let words = crate::words::Words::new(lang);
        let sheets =
            lang.source().lines().filter_map(|l| Some(l.split_once(" =")?.0)).filter(|id| id.starts_with("xlsx-"));
        for id in sheets.filter(|id| !matches!(*id, "xlsx-alt" | "xlsx-failed")) {
            let name = words.t(id);
            assert!(name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\']), "{name}");
        }
        assert!(with(lang, xlsx).is_ok());
    }
}
