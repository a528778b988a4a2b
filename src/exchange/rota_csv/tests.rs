#![expect(clippy::format_push_string, clippy::format_collect, reason = "a test may build a text the short way")]

use expect_test::{Expect, expect};
use rstest::rstest;

use super::*;
use crate::domain::rota_import::{PersonStep, Planned, StayStep};
use crate::domain::{DoctorFacts, DoctorStatus, People, Person, PersonId, Post, PostId, Role, Stay, StayId, StayState};
use crate::words::{Lang, Words};

fn day(text: &str) -> Day {
    Day::from(text.parse::<chrono::NaiveDate>().unwrap())
}

fn today() -> Day {
    day("2026-11-27")
}

fn doctor(id: i64, given: &str, family: &str) -> Person {
    Person {
        same_as: None,
        id: PersonId(id),
        given: given.into(),
        family: family.into(),
        role: Role::Doctor,
        phone: None,
        email: None,
        presence: [false; 7],
        ended: None,
        doctor: DoctorFacts { status: Some(DoctorStatus::Retired), ..DoctorFacts::default() },
    }
}

/// A centre with these posts that knows Dr Vidal, confirmed on the first post in S48.
fn preview(posts: &[&str], bytes: &[u8]) -> RotaPreview {
    let posts: Vec<_> = (1..)
        .zip(posts)
        .map(|(id, name)| Post {
            id: PostId(id),
            name: (*name).to_owned(),
            pattern: crate::domain::Pattern::Programmed,
        })
        .collect();
    let people: People = [doctor(1, "Hélène", "Vidal"), doctor(2, "Paul", "Roche")].into_iter().collect();
    let stays = [Stay {
        id: StayId(1),
        post: PostId(1),
        doctor: PersonId(1),
        from: day("2026-11-23"),
        to: day("2026-11-28"),
        state: StayState::Confirmed,
        withdrawal: None,
        was_confirmed: false,
        held_until: None,
        said_on: None,
        note: String::new(),
    }];
    let rota = Rota { posts, people, stays: stays.into_iter().collect(), ..Rota::default() };
    read(bytes, &rota, today())
}

/// What a person would be told: one line a stay that comes or changes, one a refusal.
fn told(preview: &RotaPreview) -> String {
    let words = Words::new(Lang::Fr);
    let mut out = String::new();
    for d in &preview.decided {
        let said =
            |p: &Planned| format!("{} {} poste {} {}", p.from.date(), p.to.date(), p.post, words.t(p.state.word()));
        out += &match &d.stay {
            StayStep::Same(_) => "connu".to_owned(),
            StayStep::Added(after) => said(after),
            StayStep::Changed(_, before, after) => format!("{} → {}", said(before), said(after)),
        };
        out += &format!(" | {}", d.name);
        if let PersonStep::Added(after) | PersonStep::Changed(_, after) = &d.person {
            let facts = &after.doctor;
            let extra = [
                facts.status.map(|s| words.t(s.word())),
                facts.department.clone(),
                facts.rpps.clone(),
                after.phone.clone(),
                after.email.clone(),
            ];
            out += if matches!(d.person, PersonStep::Added(_)) { " | nouveau" } else { " | fiche" };
            for fact in extra.into_iter().flatten() {
                out += &format!(" | {fact}");
            }
        }
        out.push('\n');
    }
    for b in &preview.bad {
        out += &format!("ligne {} [{}] « {} » : {}\n", b.line, b.column, b.value, words.say(&b.reason));
    }
    out += &format!("nouveaux : {} ; connus : {}\n", preview.new_doctors().join(", "), preview.count().same);
    out
}

fn check(posts: &[&str], text: &str, expected: &Expect) {
    expected.assert_eq(&told(&preview(posts, text.as_bytes())));
}

#[test]
fn a_french_file_saved_by_a_spreadsheet() {
    let bytes = include_bytes!("../../../tests/data/rota-excel-fr.csv");
    assert!(String::from_utf8(bytes.to_vec()).is_err(), "the sample must stay in Windows-1252");
    expect![[r#"
        2026-11-16 2026-11-21 poste 1 confirmé | Élise Morel | nouveau | remplaçant | 87 | 0646525813 | elise.morel@exemple.fr
        connu | Hélène Vidal | fiche | retraité actif | 44
        2026-11-30 2026-12-05 poste 1 confirmé | François Le Goff | nouveau | installé libéral | 29
        2026-12-14 2026-12-19 poste 1 pressenti | Paul Roche | fiche | salarié
        2026-12-28 2027-01-02 poste 1 option | Éloïse Noël | nouveau | jeune diplômé | 2A
        2027-01-04 2027-01-09 poste 1 confirmé | François Le Goff
        nouveaux : Élise Morel, François Le Goff, Éloïse Noël ; connus : 1
    "#]]
    .assert_eq(&told(&preview(&["Médecin"], bytes)));
}

#[test]
fn an_english_file_with_tabs_and_a_byte_order_mark() {
    expect![[r#"
        connu | Hélène Vidal | fiche | retraité actif | 44 | 10001234567
        2026-11-30 2026-12-05 poste 1 option | James O’Brien | nouveau | remplaçant | 99
        nouveaux : James O’Brien ; connus : 1
    "#]]
    .assert_eq(&told(&preview(&["Médecin"], include_bytes!("../../../tests/data/rota-en.tsv"))));
}

#[test]
fn every_cell_that_cannot_be_read_is_named() {
    check(
        &["Poste 1", "Poste 2"],
        "Semaine;Du;Au;Poste;Médecin;Statut;Département;Mail;Tél;RPPS;État\n\
         S60;;;Poste 1;Aubert;;;;;;\n\
         S50;12/12/2026;10/12/2026;Poste 1;Aubert;;;;;;\n\
         S50;21/12/2026;;Poste 1;Aubert;;;;;;\n\
         ;;;Poste 1;Aubert;;;;;;\n\
         S50;;;Poste 3;Aubert;gourou;20;aubert;12;123;peut-être\n\
         ;30/02/2026;;Poste 1;Aubert;;;;;;\n\
         ;01/12/2026;01/12/2027;Poste 2;Aubert;;;;;;\n\
         S50;;;Poste 1;;;;qui@exemple.fr;;;\n",
        &expect![[r#"
            ligne 2 [Semaine] « S60 » : « S60 » : l'année n'a pas cette semaine. Vérifiez le numéro.
            ligne 3 [Au] « 10/12/2026 » : Le séjour finit avant de commencer. Vérifiez les deux dates.
            ligne 4 [Du] « 21/12/2026 » : La semaine et les jours ne vont pas ensemble : S50 est écrit, mais lun. 21 déc. est en S52.
            ligne 5 [Du] «  » : Il manque la semaine ou le premier jour. Complétez la cellule.
            ligne 6 [Poste] « Poste 3 » : Ce poste n'existe pas dans le centre. Postes connus : Poste 1, Poste 2.
            ligne 6 [Statut] « gourou » : Statut inconnu. Écrivez jeune diplômé, remplaçant, installé, salarié, hospitalier ou retraité.
            ligne 6 [État] « peut-être » : État inconnu. Écrivez confirmé, option, pressenti ou désisté.
            ligne 6 [Tél] « 12 » : « 12 » n'est pas un numéro de téléphone. Par exemple : 06 46 52 58 13, ou +32 2 234 56 78.
            ligne 6 [Mail] « aubert » : Ce n'est pas une adresse de courriel. Par exemple : prenom.nom@exemple.fr.
            ligne 6 [Département] « 20 » : « 20 » n'est pas un département. Donnez son numéro (23, 2A) ou son nom.
            ligne 6 [RPPS] « 123 » : Un numéro RPPS a 11 chiffres. Vérifiez-le, ou laissez vide.
            ligne 7 [Du] « 30/02/2026 » : « 30/02/2026 » n'existe pas. Vérifiez le jour et le mois.
            ligne 8 [Au] « 01/12/2027 » : Ce séjour durerait 366 jours. Vérifiez l'année.
            ligne 9 [Médecin] «  » : Il manque le nom du médecin. Complétez la cellule.
            nouveaux :  ; connus : 0
        "#]],
    );
}

#[test]
fn two_confirmed_stays_never_share_a_post() {
    check(
        &["Poste 1", "Poste 2"],
        "Du;Au;Poste;Médecin;État\n\
         28/11/2026;02/12/2026;Poste 1;Anne Aubert;confirmé\n\
         28/11/2026;02/12/2026;Poste 2;Anne Aubert;confirmé\n\
         02/12/2026;05/12/2026;Poste 2;Paul Roche;confirmé\n\
         02/12/2026;05/12/2026;Poste 2;Paul Roche;option\n\
         28/11/2026;02/12/2026;poste 2;AUBERT Anne;confirmé\n",
        &expect![[r#"
            2026-11-28 2026-12-02 poste 2 confirmé | Anne Aubert
            ligne 2 [] «  » : Le poste est déjà pris par le Dr Vidal, du lun. 23 nov. au sam. 28 nov. : corrigez l'un des deux séjours.
            ligne 4 [] «  » : Le poste est déjà pris par Anne Aubert, ligne 3. Corrigez l'une des deux lignes.
            ligne 5 [] «  » : Cette ligne répète la ligne 4. Supprimez l'une des deux.
            ligne 6 [] «  » : Cette ligne répète la ligne 3. Supprimez l'une des deux.
            nouveaux :  ; connus : 0
        "#]],
    );
}

#[test]
fn known_doctors_and_stays_are_not_doubled() {
    check(
        &["Médecin"],
        "Semaine;Médecin;État\nS48;helene VIDAL;confirmé\nS49;Dr Vidal;\nS50;Roche Paul;confirmé\n\
         S51;Zoé Petit;option\nS52;petit, ZOE;option\n",
        &expect![[r#"
            connu | Hélène Vidal
            2026-11-30 2026-12-05 poste 1 option | Hélène Vidal
            2026-12-07 2026-12-12 poste 1 confirmé | Paul Roche
            2026-12-14 2026-12-19 poste 1 option | Zoé Petit | nouveau
            2026-12-21 2026-12-26 poste 1 option | Zoé Petit
            nouveaux : Zoé Petit ; connus : 1
        "#]],
    );
}

#[test]
fn names_are_read_however_their_columns_are_cut() {
    let names = |text: &str| {
        let read = preview(&["Médecin"], text.as_bytes());
        assert_eq!(read.bad, []);
        read.lines.iter().map(|l| format!("{}|{}", l.doctor.given, l.doctor.family)).collect::<Vec<_>>()
    };
    assert_eq!(
        names("Semaine;Nom;Prénom\nS50;d'ARC;Jeanne\nS51;O'BRIEN;JEAN-LUC\n"),
        ["Jeanne|d'ARC", "Jean-Luc|O'Brien"]
    );
    assert_eq!(names("Semaine;Médecin;Prénom\nS50;Petit;Zoé\n"), ["Zoé|Petit"]);
    assert_eq!(names("Semaine;Nom\nS50;Dr Zoé Petit\nS51;Petit\nS52;vacant\n"), ["Zoé|Petit", "|Petit"]);
    let read = preview(&["Médecin"], "Semaine;Nom\nS51;Petit\nS50;Dr Zoé Petit\n".as_bytes());
    assert_eq!(read.decided.iter().map(|d| d.name.as_str()).collect::<Vec<_>>(), ["Zoé Petit"; 2]);
    assert_eq!(names("Week,Full name\nW50,\"Petit, Zoé\"\n"), ["Zoé|Petit"]);
}

#[test]
fn a_family_name_alone_never_picks_one_of_two_doctors() {
    let read = preview(
        &["Médecin"],
        "Semaine;Médecin\nS01;Zoé Petit\nS02;Max Petit\nS03;Petit\nS04;Dr Max PETIT\n".as_bytes(),
    );
    assert_eq!(read.new_doctors(), ["Zoé Petit", "Max Petit"]);
    assert_eq!(read.decided.len(), 3);
    assert_eq!(
        read.bad.iter().map(|b| (b.line, b.reason.id.as_ref())).collect::<Vec<_>>(),
        [(4, "import-which-doctor")]
    );
}

#[test]
fn a_week_without_a_year_is_near_the_line_before() {
    let lines: String = (40..=53).chain(1..=45).map(|n| format!("S{n};Dr Petit;option\n")).collect();
    let read = preview(&["Médecin"], format!("Semaine;Médecin;État\n{lines}").as_bytes());
    assert_eq!(read.bad, []);
    let weeks: Vec<_> = read.lines.iter().map(|l| l.from.week()).collect();
    assert_eq!(weeks[0].to_string(), "2026-S40");
    assert!(weeks.windows(2).all(|w| w[0].next() == w[1]), "{weeks:?}");
    assert_eq!(weeks[58].to_string(), "2027-S45");
}

#[test]
fn a_nir_is_refused_and_never_shown_again() {
    let read = preview(&["Médecin"], b"Semaine;Nom;Note\nS50;Aubert;2 55 08 14 168 025 38\nS51;Aubert;\n");
    assert_eq!(read.lines.len(), 1);
    assert_eq!((read.bad[0].line, read.bad[0].column.as_str(), read.bad[0].value.as_str()), (2, "Note", ""));
    assert_eq!(read.bad[0].reason, nir::refusal());
    assert!(!format!("{read:?}").contains("025"));
}

#[rstest]
#[case::empty(b"", "import-no-header")]
#[case::no_header(b"S48;Vidal\n", "import-no-header")]
#[case::no_day(b"Poste;M\xe9decin\nP;Vidal\n", "import-no-header")]
#[case::no_doctor(b"Semaine;Poste\nS48;P\n", "import-no-header")]
#[case::workbook(b"PK\x03\x04\x14\0", "import-workbook")]
#[case::binary(b"\x7fELF\0\0\0", "import-not-text")]
fn what_is_no_rota_is_refused_as_a_whole(#[case] bytes: &[u8], #[case] id: &str) {
    let read = preview(&["Médecin"], bytes);
    assert_eq!(read.bad.iter().map(|b| (b.line, b.reason.id.as_ref())).collect::<Vec<_>>(), [(1, id)]);
    assert_eq!((read.lines, read.decided), (vec![], vec![]));
}

#[test]
fn hostile_text_leaves_nothing_hostile_behind() {
    let read =
        preview(&["Médecin"], "Semaine;Médecin\nS50;\u{1b}[31mEve\u{202e} Noir\nS51;\u{7}\u{1b}]0;x\n".as_bytes());
    let shown = told(&read);
    assert!(shown.chars().all(|c| c == '\n' || (!c.is_control() && c != '\u{202e}')), "{shown:?}");
    let long = format!("Semaine;Médecin\nS50;{}\n", "é ".repeat(5_000));
    let read = preview(&["Médecin"], long.as_bytes());
    assert_eq!(read.bad[0].reason.id, "import-name-too-long");
    assert!(read.bad[0].value.chars().count() <= SHOWN);
}
