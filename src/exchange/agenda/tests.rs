#![expect(clippy::format_push_string, reason = "a test may build a text the short way")]

use std::collections::BTreeSet;
use std::time::Instant;

use expect_test::{Expect, expect};
use proptest::prelude::*;
use rstest::rstest;

use super::calendar::occurrence;
use super::ics::When;
use super::*;
use crate::domain::agenda::Entry;
use crate::domain::fixture;
use crate::domain::{EntryId, Now, Pattern, Post};
use crate::words::{Lang, Words};

fn today() -> Day {
    Day::ymd(2026, 11, 27).unwrap()
}

/// A centre with these posts, of which nothing is known but the doctor of S49 on the last.
fn centre(posts: &[&str], names_allowed: bool) -> (Rota, Centre) {
    let last = i64::try_from(posts.len()).unwrap();
    let mut rota = fixture::rota(last, vec![fixture::stay(1, last, 3, 49)]);
    rota.posts = (1..)
        .zip(posts)
        .map(|(id, name)| Post { id: PostId(id), name: (*name).into(), pattern: Pattern::Programmed })
        .collect();
    let centre = Centre { name: "Centre, d'essai; \\ n°1".into(), names_allowed, ..crate::domain::fixture::centre() };
    (rota, centre)
}

fn preview_of(posts: &[&str], names: bool, agenda: &KnownAgenda, bytes: &[u8]) -> AgendaPreview {
    let (rota, centre) = centre(posts, names);
    read(bytes, &Known { rota: &rota, centre: &centre, agenda }, today())
}

fn preview(bytes: &[u8]) -> AgendaPreview {
    preview_of(&["Médecin"], false, &KnownAgenda::default(), bytes)
}

fn said(entry: &NewEntry) -> String {
    let hour = entry.start.map_or_else(String::new, |s| format!(" {:02}:{:02}+{}", s / 60, s % 60, entry.minutes));
    let to = if entry.to == entry.day { String::new() } else { format!("–{}", entry.to.date()) };
    let patient = entry.patient.as_ref().map_or_else(String::new, |p| {
        let born = p.birth_year.map_or_else(String::new, |y| format!(" {y}"));
        format!(" {} {}{born}", p.file, p.initials.as_deref().unwrap_or("-"))
    });
    let post = entry.post.map_or_else(String::new, |p| format!(" @{}", p.0));
    let rest =
        [&entry.title, &entry.place].into_iter().filter(|t| !t.is_empty()).fold(String::new(), |a, t| a + " | " + t);
    format!("{}{to}{hour} {:?}{post}{patient}{rest}", entry.day.date(), entry.kind)
}

fn told(preview: &AgendaPreview) -> String {
    let words = Words::new(Lang::Fr);
    let mut out = String::new();
    for line in &preview.lines {
        out += &line.what.as_ref().map_or_else(|| "cancelled".into(), said);
        out.push('\n');
    }
    for b in &preview.bad {
        out += &format!("ligne {} [{}] « {} » : {}\n", b.line, b.column, b.value, words.say(&b.reason));
    }
    for note in &preview.notes {
        out += &format!("{}\n", words.say(note));
    }
    out
}

fn check(bytes: &[u8], expected: &Expect) {
    expected.assert_eq(&told(&preview(bytes)));
}

macro_rules! sample {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/data/agenda/", $name))
    };
}

#[test]
fn outlook_with_folded_lines_quoted_zones_and_a_moved_occurrence() {
    check(
        sample!("outlook.ics"),
        &expect![[r#"
        2026-11-30 09:00+20 Consultation @1 1243 M.E. 1948
        2026-11-30 14:30+40 Visit @1 0877 J.E. | Lavaveix-les-Mines
        2026-12-24–2027-01-01 Other @1 | Congés
        2026-12-03 13:00+60 Meeting @1 | Réunion d'équipe
        2026-12-17 17:00+60 Meeting @1 | Réunion d'équipe
        Les descriptions des rendez-vous ne sont jamais importées.
    "#]],
    );
}

#[test]
fn google_with_utc_a_cancelled_event_and_further_days() {
    check(
        sample!("google.ics"),
        &expect![[r#"
        cancelled
        2026-11-30 09:00+20 Consultation @1 0412 P.E.
        2026-12-01 12:00+30 Asalee | Asalée
        2026-12-02 12:00+30 Asalee | Asalée
        2026-12-04 12:00+30 Asalee | Asalée
        2026-12-01 Welcome | Accueil du médecin
        Les descriptions des rendez-vous ne sont jamais importées.
    "#]],
    );
}

#[test]
fn thunderbird_with_a_zone_of_its_own_a_length_no_length_and_a_night() {
    check(
        sample!("thunderbird.ics"),
        &expect![[r#"
        2026-12-02 08:30+30 Remote @1 0512 -
        2026-12-04 17:30+20 Handover | Passation
        2026-12-04 20:00+240 Other | Inventaire
        2026-12-05 00:00+90 Other | Inventaire
    "#]],
    );
}

#[test]
fn a_spreadsheet_of_appointments_in_windows_1252() {
    let bytes = sample!("maiia.csv");
    assert!(String::from_utf8(bytes.to_vec()).is_err(), "the sample must stay in Windows-1252");
    check(
        bytes,
        &expect![[r#"
        2026-11-30 09:00+20 Consultation @1 1243 M.E.
        2026-11-30 09:20+20 Unplanned @1 0412 P.E.
        2026-11-30 14:30+40 Visit @1 0877 J.M. | Lavaveix-les-Mines
        cancelled
        2026-12-01 Other | | Congés
    "#]],
    );
}

#[test]
fn a_spreadsheet_with_lengths_numbers_and_a_byte_order_mark() {
    check(
        sample!("doctolib.csv"),
        &expect![[r#"
        2026-12-01 08:30+20 Remote @1
        2026-12-01 09:00+40 Consultation @1 0412 P.E.
        Un rendez-vous n'a pas de numéro de dossier : il vient sans patient.
    "#]],
    );
}

/// One event in a calendar; the lines of the event are given.
fn ics(event: &str) -> Vec<u8> {
    format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n{event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").into_bytes()
}

#[rstest]
#[case::no_start("SUMMARY:x", "DTSTART", "import-agenda-no-start")]
#[case::no_date("DTSTART:20260230T090000", "DTSTART", "import-agenda-when")]
#[case::ends_first("DTSTART:20261130T090000\nDTEND:20261130T080000", "DTEND", "import-agenda-ends-first")]
#[case::zone("DTSTART;TZID=Mars/Olympus:20261130T090000", "DTSTART", "import-agenda-zone")]
#[case::length("DTSTART:20261130T090000\nDURATION:20", "DURATION", "import-agenda-length")]
#[case::rule("DTSTART:20261130T090000\nRRULE:FREQ=SECONDLY", "RRULE", "import-agenda-too-often")]
#[case::two_rules("DTSTART:20261130T090000\nRRULE:FREQ=DAILY\nRRULE:FREQ=DAILY", "RRULE", "import-agenda-repeat")]
#[case::range(
    "DTSTART:20261130T090000\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261130T090000",
    "RECURRENCE-ID",
    "import-agenda-range"
)]
#[case::year("DTSTART:19261130T090000", "", "import-agenda-year")]
#[case::midnight("DTSTART:20261130T233000\nDURATION:PT1H\nSUMMARY:Consultation", "", "import-agenda-midnight")]
#[case::weeks("DTSTART:20261130T233000\nDURATION:P9W\nSUMMARY:Stage", "", "import-agenda-too-long")]
fn an_event_that_cannot_be_kept_has_its_sentence(#[case] event: &str, #[case] column: &str, #[case] id: &str) {
    let read = preview(&ics(event));
    let bad: Vec<_> = read.bad.iter().map(|b| (b.column.as_str(), b.reason.id.as_ref())).collect();
    assert_eq!((bad, read.lines), (vec![(column, id)], vec![]));
}

#[rstest]
#[case::empty(b"", "import-agenda-no-header")]
#[case::binary(b"BEGIN:VCALENDAR\0", "import-not-text")]
#[case::workbook(b"PK\x03\x04\x14\0", "import-workbook")]
#[case::text(b"Bonjour\n", "import-agenda-no-header")]
#[case::cut_event(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n", "import-agenda-truncated")]
#[case::cut_file(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261130\nEND:VEVENT\n", "import-agenda-truncated")]
fn what_is_no_agenda_is_refused_as_a_whole(#[case] bytes: &[u8], #[case] id: &str) {
    let read = preview(bytes);
    assert_eq!(read.bad.iter().map(|b| (b.line, b.reason.id.as_ref())).collect::<Vec<_>>(), [(1, id)]);
    assert_eq!(read.lines, []);
}

#[test]
fn each_cell_that_cannot_be_read_is_named_and_a_name_is_never_shown_again() {
    let table = "Date;Heure;Fin;Durée;Patient;N° dossier\n\
        30/02/2026;9:00;;;ESSAI Marie;1243\n30/11/2026;25h;;;ESSAI Marie;1243\n30/11/2026;9h;8h;;ESSAI Marie;1243\n\
        30/11/2026;9h;;une heure;ESSAI Marie;1243\nESSAI Marie;9h;;;;1243\n30/11/2026;ESSAI;;;Marie;1243\n";
    check(
        table.as_bytes(),
        &expect![[r#"
        ligne 2 [Date] «  » : « 30/02/2026 » n'existe pas. Vérifiez le jour et le mois.
        ligne 3 [Heure] «  » : « 25h » n'est pas une heure. Par exemple : 14h30.
        ligne 4 [Fin] «  » : La fin vient avant le début. Vérifiez les heures.
        ligne 5 [Durée] «  » : Cette cellule est illisible. Vérifiez que les colonnes ne sont pas décalées.
        ligne 6 [Date] «  » : Cette cellule est illisible. Vérifiez que les colonnes ne sont pas décalées.
        ligne 7 [Heure] «  » : Cette cellule est illisible. Vérifiez que les colonnes ne sont pas décalées.
    "#]],
    );
}

#[test]
fn with_several_posts_a_name_tells_which_or_it_is_asked() {
    let posts = ["Poste 1", "Poste 1 bis"];
    let organiser =
        |cn: &str| format!("DTSTART:20261130T090000\nSUMMARY:RDV (1243)\nORGANIZER;CN={cn}:mailto:a@exemple.fr");
    let post = |event: &str| {
        let read = preview_of(&posts, false, &KnownAgenda::default(), &ics(event));
        read.lines
            .first()
            .map_or_else(|| Err(read.bad[0].reason.id.to_string()), |l| Ok(l.what.as_ref().unwrap().post.map(|p| p.0)))
    };
    assert_eq!(post(&organiser("Poste 1")), Ok(Some(1)));
    assert_eq!(post(&organiser("\"Cabinet, poste 1 BIS\"")), Ok(Some(2)));
    // P3 holds the second post in S49, and nobody's the week after.
    assert_eq!(post(&organiser("Dr Anne P3")), Ok(Some(2)));
    assert_eq!(post(&organiser("Dr Anne P3").replace("20261130", "20261207")), Err("import-agenda-post".into()));
    assert_eq!(post(&organiser("Dr Personne")), Err("import-agenda-post".into()));
    // A meeting is everybody's.
    assert_eq!(post("DTSTART:20261130T090000\nSUMMARY:Réunion"), Ok(None));
    let named = b"BEGIN:VCALENDAR\nX-WR-CALNAME:Agenda Poste 1\nBEGIN:VEVENT\nDTSTART:20261130T090000\nSUMMARY:RDV\nEND:VEVENT\nEND:VCALENDAR\n";
    let read = preview_of(&posts, false, &KnownAgenda::default(), named);
    assert_eq!(read.lines[0].what.as_ref().unwrap().post, Some(PostId(1)));
}

#[test]
fn a_number_that_may_not_be_kept_is_dropped_and_never_said_again() {
    let event = "DTSTART:20261130T090000\nSUMMARY:Consultation ESSAI Marie (1243) 2 55 08 14 168 025 38\nDESCRIPTION:06 46 52 58 13";
    let read = preview(&ics(event));
    assert_eq!(read.bad, []);
    assert_eq!(
        read.notes.iter().map(|n| n.id.as_ref()).collect::<Vec<_>>(),
        ["import-agenda-no-file", "import-agenda-nir", "import-agenda-described"]
    );
    let all = format!("{:?}{}", read, told(&read));
    for secret in ["025", "ESSAI", "Marie", "52 58"] {
        assert!(!all.contains(secret), "{secret} in {all}");
    }
    let cells = "Date;Heure;Patient;N° dossier;Note\n30/11/2026;9h;ESSAI Marie;1243;2 55 08 14 168 025 38\n";
    let read = preview(cells.as_bytes());
    assert_eq!(read.notes[0].id, "import-agenda-nir");
    assert!(!told(&read).contains("025"));
}

#[test]
fn where_names_are_allowed_they_are_kept() {
    let event = "DTSTART:20261130T090000\nSUMMARY:ESSAI Marie (1243)";
    let read = preview_of(&["Médecin"], true, &KnownAgenda::default(), &ics(event));
    assert_eq!(said(read.lines[0].what.as_ref().unwrap()), "2026-11-30 09:00+20 Consultation @1 1243 ESSAI Marie");
}

/// The agenda as it is once a preview has been accepted.
fn imported(preview: &AgendaPreview) -> KnownAgenda {
    let entries = (1..)
        .zip(&preview.lines)
        .filter_map(|(id, l)| Some(Entry { id: EntryId(id), what: l.what.clone()?, uid: Some(l.uid.clone()) }));
    KnownAgenda::of(entries, BTreeSet::new())
}

#[rstest]
#[case(sample!("outlook.ics"))]
#[case(sample!("google.ics"))]
#[case(sample!("thunderbird.ics"))]
#[case(sample!("maiia.csv"))]
#[case(sample!("doctolib.csv"))]
fn importing_twice_is_importing_once(#[case] bytes: &[u8]) {
    let first = preview(bytes);
    assert!(!first.diff.added.is_empty() && first.bad.is_empty(), "{}", told(&first));
    let again = preview_of(&["Médecin"], false, &imported(&first), bytes);
    assert!(again.diff.is_empty() && again.missing.is_empty(), "{:?}", again.diff);
    assert_eq!(again.diff.same, first.diff.added.len());
}

#[test]
fn an_occurrence_left_out_since_is_cancelled_and_a_moved_one_changed() {
    let series =
        |more: &str| ics(&format!("DTSTART:20261130T130000\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Réunion\n{more}"));
    let known = imported(&preview(&series("")));
    let read = preview_of(&["Médecin"], false, &known, &series("EXDATE:20261207T130000"));
    assert_eq!(
        read.diff.cancelled.iter().map(|e| said(&e.what)).collect::<Vec<_>>(),
        ["2026-12-07 13:00+20 Meeting | Réunion"]
    );
    assert_eq!((read.diff.same, read.diff.added.len()), (2, 0));
    let moved =
        "END:VEVENT\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261207T130000\nDTSTART:20261208T090000\nSUMMARY:Réunion";
    let read = preview_of(&["Médecin"], false, &known, &series(moved));
    let changed: Vec<_> = read.diff.changed.iter().map(|c| (said(&c.before), said(&c.after))).collect();
    assert_eq!(
        changed,
        [("2026-12-07 13:00+20 Meeting | Réunion".into(), "2026-12-08 09:00+20 Meeting | Réunion".into())]
    );
    // The whole series is called off.
    let read = preview_of(&["Médecin"], false, &known, &series("STATUS:CANCELLED"));
    assert_eq!((read.diff.cancelled.len(), read.diff.same), (3, 0));
    // One event in its place.
    let read = preview_of(&["Médecin"], false, &known, &ics("DTSTART:20261130T130000\nSUMMARY:Réunion"));
    assert_eq!((read.diff.cancelled.len(), read.diff.added.len()), (3, 1));
}

#[test]
fn two_events_of_one_name_are_both_kept_and_of_two_versions_the_newer() {
    let event = |start: &str, sequence: u8| {
        format!(
            "BEGIN:VEVENT\nUID:a\nSEQUENCE:{sequence}\nDTSTART:20261130T{start}00\nSUMMARY:RDV (1243)\nEND:VEVENT\n"
        )
    };
    let file = |events: &[String]| format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", events.concat());
    let hours = |events: &[String]| {
        let read = preview(file(events).as_bytes());
        read.lines.iter().map(|l| l.what.as_ref().unwrap().start.unwrap() / 60).collect::<Vec<_>>()
    };
    assert_eq!(hours(&[event("0900", 0), event("1000", 0), event("0900", 0)]), [9, 10]);
    assert_eq!(hours(&[event("0900", 0), event("0900", 1)]), [9]);
}

/// Some programs give every event the same name: each is then told by its hour.
#[test]
fn events_of_one_name_cost_what_each_costs() {
    let took = |count: usize| {
        let day = Day::ymd(2026, 11, 30).unwrap();
        let event = |n: usize| {
            let (day, hour, minute) = (day.plus(i32::try_from(n / 600).unwrap()), 8 + n % 600 / 60, n % 60);
            let day = day.date().format("%Y%m%d");
            format!("BEGIN:VEVENT\nUID:a\nDTSTART:{day}T{hour:02}{minute:02}00\nSUMMARY:dossier 1\nEND:VEVENT\n")
        };
        let text = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", (0..count).map(event).collect::<String>());
        let start = Instant::now();
        assert_eq!(preview(text.as_bytes()).lines.len(), count);
        start.elapsed()
    };
    let (few, many) = (took(3_000), took(15_000));
    assert!(many < few * 8 + std::time::Duration::from_millis(300), "{few:?}, then {many:?}");
}

#[test]
fn hostile_files_are_refused_at_once() {
    let start = Instant::now();
    let id = |bytes: &[u8]| {
        let read = preview(bytes);
        (read.lines.len(), read.bad.first().map(|b| b.reason.id.to_string()).unwrap_or_default())
    };
    let refused = |id: &str| (0, id.to_owned());
    assert_eq!(id(&vec![b'a'; MAX_BYTES + 1]), refused("import-agenda-too-large"));
    let many = |event: &str, times: usize| {
        let event = format!("BEGIN:VEVENT\n{event}\nEND:VEVENT\n");
        format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", event.repeat(times)).into_bytes()
    };
    assert_eq!(id(&many("DTSTART:20261130", MAX_EVENTS + 1)), refused("import-agenda-too-many"));
    assert_eq!(id(&many("DTSTART:20011130\nRRULE:FREQ=DAILY", 50_000)), refused("import-agenda-bomb"));
    let never = "DTSTART:20261130\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";
    assert_eq!(id(&many(never, 1_000)), refused("import-agenda-bomb"));
    let wide = "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=1,2,3,4,5,-1";
    assert_eq!(id(&many(&format!("DTSTART:20011130T080000\nRRULE:{wide}"), 10_000)), refused("import-agenda-bomb"));
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(100_000));
    assert_eq!(id(deep.as_bytes()), refused("import-agenda-nested"));
    // A line without an end, folded or not, and a file of nothing but folds.
    for line in [format!("SUMMARY:{}", "a".repeat(9_000_000)), format!("SUMMARY:{}", "a\n ".repeat(3_000_000))] {
        let read = preview(&ics(&format!("DTSTART:20261130T090000\n{line}")));
        assert_eq!(read.bad.iter().map(|b| b.reason.id.as_ref()).collect::<Vec<_>>(), ["import-agenda-line"]);
    }
    let described = ics(&format!("DTSTART:20261130T090000\nDESCRIPTION:{}", "a\n ".repeat(3_000_000)));
    assert_eq!(preview(&described).lines.len(), 1);
    assert!(start.elapsed().as_secs() < 60, "ten files, each within a second once optimised: {:?}", start.elapsed());
}

/// An entry as the desk may hold one; names where the centre keeps them.
fn any_entry() -> impl Strategy<Value = NewEntry> {
    let patient = ("[0-9A-Z]{1,12}", proptest::option::of("[A-Z]\\.[A-ZÉ]\\."), proptest::option::of(1900_u16..=2026));
    let patient = patient.prop_map(|(file, initials, birth_year)| PatientRef { file, initials, birth_year });
    let parts =
        (0..9_usize, 0..3_i64, 0..1_500_i32, 0..40_i32, 0..1440_u16, 1..=1440_u16, proptest::option::of(patient));
    (parts, any::<bool>()).prop_map(|((kind, post, day, days, start, minutes, patient), whole)| {
        let kind = EntryKind::ALL[kind];
        let whole = whole && !kind.is_appointment();
        let day = today().plus(day - 700);
        let post = if kind.is_appointment() { Some(PostId(1 + post % 2)) } else { (post > 0).then_some(PostId(post)) };
        NewEntry {
            kind,
            post,
            day,
            to: if whole { day.plus(days) } else { day },
            start: (!whole).then_some(start),
            minutes: if whole { 0 } else { minutes.min(1440 - start) },
            patient,
            title: String::new(),
            place: String::new(),
            item: None,
        }
    })
}

proptest! {
    /// Whatever entries leave, they come back as they were: into another store whole, into the same one without a trace.
    #[test]
    fn import_after_export_keeps_the_agenda(
        entries in proptest::collection::vec((any_entry(), any::<bool>()), 0..12), hostile in "[\\PC]{0,20}",
    ) {
        let (rota, centre) = centre(&["Poste, 1; \\n", "Poste 2"], false);
        let words = Words::new(Lang::Fr);
        let cx = Leaving { words: &words, rota: &rota, centre: &centre, now: Now::on(today(), 9, 0) };
        let entries: Vec<Entry> = (1..).zip(entries).map(|(id, (what, imported))| Entry {
            id: EntryId(id),
            what,
            uid: imported.then(|| occurrence(&digest(&[&id.to_string()]), When::Date(today().date()))),
        }).collect();
        let written = write(&entries, &cx);
        prop_assert!(written.lines().all(|l| l.len() <= 76) && written.split('\n').all(|l| l.is_empty() || l.ends_with('\r')));
        let empty = KnownAgenda::default();
        let read_by = |agenda: &KnownAgenda, bytes: &str| read(bytes.as_bytes(), &Known { rota: &rota, centre: &centre, agenda }, today());
        let elsewhere = read_by(&empty, &written);
        prop_assert_eq!(&elsewhere.bad, &[]);
        // From midnight to midnight is a whole day, whichever way it was typed.
        let whole = |e: &NewEntry| e.start.is_none() || (e.start == Some(0) && e.minutes == 1440);
        let plain = |e: &NewEntry| (e.kind, e.post, e.day, e.to, e.patient.clone(), whole(e), e.start.filter(|_| !whole(e)), e.minutes % 1440);
        let kept: Vec<_> = elsewhere.lines.iter().map(|l| plain(l.what.as_ref().unwrap())).collect();
        let had: Vec<_> = entries.iter().filter(|e| !(whole(&e.what) && e.what.kind.is_appointment())).map(|e| plain(&e.what)).collect();
        if had.len() == entries.len() {
            prop_assert_eq!(kept, had);
        }
        // At home titles, places and links stay, too.
        let home = entries.iter().cloned().map(|mut e| {
            e.what.title.clone_from(&hostile);
            e.what.place.clone_from(&hostile);
            e
        }).filter(|e| !(whole(&e.what) && e.what.start.is_some()));
        let known = KnownAgenda::of(home.collect::<Vec<_>>(), BTreeSet::new());
        let count = known.imported.len() + known.typed.len();
        if count == entries.len() {
            let again = read_by(&known, &written);
            prop_assert!(again.diff.is_empty() && again.missing.is_empty(), "{:?}", again.diff);
        }
    }

    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        preview(&bytes);
        preview(&ics(&String::from_utf8_lossy(&bytes)));
        preview(&[b"Date;Heure;Fin;Patient\n".as_slice(), &bytes].concat());
    }

    #[test]
    fn any_values_of_the_properties_that_are_read_are_answered(
        lines in proptest::collection::vec((0..18_usize, "[ -~é\u{e000}]{0,40}|[0-9TZ]{6,16}|FREQ=[A-Z]{5,7};[A-Z]{2,10}=[-0-9,A-Z]{1,9}"), 0..12),
    ) {
        const NAMES: [&str; 18] = [
            "DTSTART:", "DTEND:", "DTSTART;VALUE=DATE:", "DTSTART;TZID=", "DURATION:", "RRULE:", "EXDATE:", "RDATE:", "SUMMARY:",
            "RECURRENCE-ID:", "LOCATION:", "CATEGORIES:", "ORGANIZER;CN=", "UID:", "STATUS:", "X-RELEVE-PATIENT:", "BEGIN:", "END:",
        ];
        let text: Vec<String> = lines.iter().map(|(name, value)| format!("{}{value}", NAMES[*name])).collect();
        let read = preview(&ics(&format!("DTSTART:20261130T090000\n{}", text.join("\n"))));
        for entry in read.lines.iter().filter_map(|l| l.what.as_ref()) {
            prop_assert!(entry.start.is_none_or(|s| s < 1440 && entry.minutes > 0 && s + entry.minutes <= 1440));
            prop_assert!(entry.day <= entry.to);
        }
    }

    /// Whatever a title says, nothing of it but a number, initials and a year is kept.
    #[test]
    fn no_word_of_a_title_is_kept(
        given in "[A-Z][a-zé]{3,9}", family in "[A-Z]{4,9}", file in 2_100..99_999_u32, form in 0..5_usize,
    ) {
        let title = match form {
            0 => format!("{family} {given} ({file})"),
            1 => format!("Consultation {given} {family} n° {file} 12/03/1948"),
            2 => format!("Mme {given} {family} née {family} - dossier {file}"),
            3 => format!("{file} {family}, {given}"),
            _ => format!("Réunion avec {given} {family}"),
        };
        let read = preview(&ics(&format!("DTSTART:20261130T090000\nSUMMARY:{title}\nLOCATION:chez {family}\nUID:{family}@x\nCATEGORIES:{given}")));
        let kept = serde_json::to_string(&read.lines).unwrap();
        prop_assert!(!kept.contains(&family) && !kept.contains(&given), "{}", kept);
        prop_assert_eq!(form == 4 || kept.contains(&format!("\"{file}\"")), true);
    }
}
