//! The leaflets of one small centre, read line by line when they were accepted.

use expect_test::expect;

use super::*;
use crate::domain::centre::{Closure, Post};
use crate::domain::fixture::{CLAIRE, centre, monday, rota, stay, week};
use crate::domain::place::{Chapter, ContactKind, NewContact, NewPage, Version};
use crate::domain::{
    Centre, ClosureId, ContactId, HalfDay, HalfDayKind, Now, PageId, Pattern, PostId, Rota, Stamp, StayState, VersionId,
};
use crate::words::{Lang, Words};

/// Of S52 2026: a doctor until Wednesday on the first post, none on the second, Christmas on Friday.
fn small() -> (Rota, Centre) {
    let mut three = stay(1, 1, 3, 52);
    three.to = monday(52).plus(2);
    let mut option = stay(2, 2, 4, 52);
    option.state = StayState::Option;
    let mut spoken = stay(3, 1, 5, 53);
    spoken.state = StayState::Considered;
    let mut rota = rota(2, vec![three, option, spoken, stay(4, 2, 6, 53)]);
    rota.posts[1] = Post { id: PostId(2), name: "poste des Remparts".into(), pattern: Pattern::Programmed };
    let (from, to) = (monday(54), monday(54).plus(6));
    rota.calendar.closures = vec![Closure { id: ClosureId(1), from, to, reason: "congé de Sylvie".into() }];
    (rota, Centre { department: "44".into(), ..centre() })
}

fn listed(kind: ContactKind, name: &str, phone: &str) -> Contact {
    let what = NewContact {
        kind,
        name: name.into(),
        phone: phone.into(),
        direct: "05 36 49 99 99".into(),
        hours: "9 h–12 h ((4821))".into(),
        note: "Code ((4821)), Mme Ferrand.".into(),
        ..NewContact::default()
    };
    Contact { id: ContactId(1), what, begun: Stamp(0), written: None, calls: Vec::new() }
}

fn directory() -> Vec<Contact> {
    vec![
        listed(ContactKind::Emergency, "SAMU", "15"),
        listed(ContactKind::Emergency, "Pharmacie de garde", "32 37"),
        listed(ContactKind::Emergency, "Dr Noiret, d'astreinte", "06 39 98 14 20"),
        listed(ContactKind::Pharmacy, "Pharmacie de la Place", "05 36 49 01 12"),
        listed(ContactKind::Care, "Infirmière", "06 39 98 14 21"),
    ]
}

fn told(of: Of) -> String {
    let (rota, centre) = small();
    let now = Now::on(monday(52), 9, 0);
    let words = Words::new(Lang::Fr).on(now.day);
    let cx = SheetCx { words: &words, rota: &rota, centre: &centre, now, author: "C. Garnier".into(), head: None };
    let text = |format| String::from_utf8_lossy(&leaflet(of, &cx, format).unwrap()).into_owned();
    // A text has the same words in every format; the PDF is tested by its layout.
    let (plain, page, md) = (text(LeafletFormat::Text), text(LeafletFormat::Html), text(LeafletFormat::Md));
    for word in plain.split(|c: char| !c.is_alphanumeric()) {
        assert!(page.contains(word) && md.contains(word), "{word}");
    }
    assert!(leaflet(of, &cx, LeafletFormat::Pdf).unwrap().starts_with(b"%PDF"));
    plain.replace('\u{a0}', " ")
}

#[test]
fn the_poster_says_who_is_here_when_it_is_open_and_whom_to_call() {
    let directory = directory();
    expect![[r#"
        Centre de santé d'Ajain
        Semaine S52, 21–27 déc. 2026
        Fait le lun. 21 déc. 2026 à 09:00 par C. Garnier.
        Valable jusqu'au dimanche 27 décembre 2026.

        Médecins
        Poste 1 : Dr Anne P3, lun. 21, mar. 22, mer. 23
        Poste 1 : pas de médecin jeu. 24, sam. 26
        Poste des Remparts : pas de médecin cette semaine

        Équipe
        Anne (coordination) : lun. 21, mar. 22, mer. 23, jeu. 24
        Anne (infirmière) : lun. 21, mar. 22, mer. 23, jeu. 24

        Horaires
        Lun., mar., mer., ven. : 08:30–12:30, 13:30–18:00
        Jeu., sam. : 08:30–12:30
        Dim. : fermé

        Quand le centre est fermé
        Urgence vitale : 15 ou 112
        Médecin de garde, soir et week-end : 116 117
        Pharmacie de garde : 32 37, 9 h–12 h ••••
        Pharmacie de la Place : 05 36 49 01 12, 9 h–12 h ••••

        Fermetures à venir
        Ven. 25 déc. : fermé (Noël)
        Ven. 1er janv. 2027 : fermé (Jour de l'an)
        Du lun. 4 janv. 2027 au dim. 10 janv. 2027 : fermé
    "#]]
    .assert_eq(&told(Of::Poster { week: week(52), directory: &directory }));
}

#[test]
fn a_closed_week_and_a_week_without_a_doctor_say_so() {
    let closed = told(Of::Poster { week: week(54), directory: &[] });
    assert!(closed.contains("Poste 1 : le centre est fermé cette semaine\n"), "{closed}");
    assert!(!closed.contains("Équipe"), "{closed}");
    let vacant = told(Of::Poster { week: week(55), directory: &[] });
    assert!(vacant.contains("Poste 1 : pas de médecin cette semaine\n"), "{vacant}");
}

#[test]
fn the_sheet_of_the_week_goes_day_by_day() {
    let (post, day) = (PostId(1), monday(52));
    let half_days = [DecidedHalfDay { post, day, half: HalfDay::Afternoon, kind: HalfDayKind::Visits }];
    expect![[r#"
        Feuille de semaine · Centre de santé d'Ajain
        Fait le lun. 21 déc. 2026 à 09:00 par C. Garnier.
        Valable jusqu'au dimanche 27 décembre 2026.

        Semaine S52, 21–27 déc. 2026
        Jour : lun. 21 · Horaires : 08:30–12:30, 13:30–18:00 · Poste 1 : Dr Anne P3, matin : sur rendez-vous, après-midi : visites à domicile · Poste des Remparts : pas de médecin · Équipe : Anne (coordination), Anne (infirmière)
        Jour : mar. 22 · Horaires : 08:30–12:30, 13:30–18:00 · Poste 1 : Dr Anne P3, matin : sur rendez-vous, après-midi : sur rendez-vous · Poste des Remparts : pas de médecin · Équipe : Anne (coordination), Anne (infirmière)
        Jour : mer. 23 · Horaires : 08:30–12:30, 13:30–18:00 · Poste 1 : Dr Anne P3, matin : sur rendez-vous, après-midi : sur rendez-vous · Poste des Remparts : pas de médecin · Équipe : Anne (coordination), Anne (infirmière)
        Jour : jeu. 24 · Horaires : 08:30–12:30 · Poste 1 : pas de médecin · Poste des Remparts : pas de médecin · Équipe : Anne (coordination), Anne (infirmière)
        Jour : ven. 25 · Horaires : fermé (Noël)
        Jour : sam. 26 · Horaires : 08:30–12:30 · Poste 1 : pas de médecin · Poste des Remparts : pas de médecin

        Quand le centre est fermé
        Urgence vitale : 15 ou 112
        Médecin de garde, soir et week-end : 116 117

        Fermetures à venir
        Ven. 25 déc. : fermé (Noël)
        Ven. 1er janv. 2027 : fermé (Jour de l'an)
        Du lun. 4 janv. 2027 au dim. 10 janv. 2027 : fermé
    "#]].assert_eq(&told(Of::Week { week: week(52), half_days: &half_days, directory: &[] }));
}

#[test]
fn the_planning_says_in_words_how_each_week_stands() {
    let planning = |year, paper| told(Of::Planning { year, paper });
    let a4 = planning(2026, Paper::A4);
    let last: Vec<&str> =
        a4.lines().filter(|l| ["S44", "S52", "S53", "à pourvoir", "zone"].iter().any(|w| l.contains(w))).collect();
    expect![[r#"
        2 semaines à pourvoir.
        Semaine : S44 · Dates : 26 oct. – 1er nov. · Poste 1 : ○ VACANTE · Poste des Remparts : ○ VACANTE · À savoir : vacances : Toussaint
        Semaine : S52 · Dates : 21–27 déc. · Poste 1 : Dr P3, confirmé, pas de médecin jeu. 24, sam. 26 · Poste des Remparts : Dr P4, option · À savoir : ven. 25 Noël, vacances : Noël
        Semaine : S53 · Dates : 28 déc. – 3 janv. · Poste 1 : ○ VACANTE · Poste des Remparts : Dr P6, confirmé · À savoir : ven. 1er Jour de l'an, vacances : Noël
        ○ VACANTE : semaine à pourvoir. Option : le médecin n'a pas encore confirmé, la semaine compte comme vacante.
        Vacances scolaires de la zone B."#]].assert_eq(&last.join("\n"));
    let next = planning(2027, Paper::A3);
    assert!(next.contains("Année 2027\n") && next.contains("S01 · Dates : 4–10 janv. · Poste 1 : fermé"), "{next}");
    // The table of the schools ends before 2029: it is said, not guessed.
    assert!(planning(2029, Paper::A4).contains("31 août 2028"));
}

#[test]
fn the_welcome_pack_has_the_week_the_numbers_and_the_pages_without_codes() {
    let text = "Porte : ((A4821)), clé chez Sylvie.";
    let at = Stamp::at(monday(40), 540);
    let what = NewPage { chapter: Chapter::Access, title: "Codes ((0417))".into(), text: text.into() };
    let access = GuidePage {
        id: PageId(1),
        head: Version { id: VersionId(1), what, author: CLAIRE, at },
        begun: at,
        versions: 1,
        check: None,
        read: Vec::new(),
        removed: false,
    };
    let pages = [access];
    let directory = directory();
    let said = told(Of::Welcome { week: week(52), pages: &pages, directory: &directory });
    for there in
        ["Dr Anne P3", "Pharmacie de la Place", "05 36 49 01 12", "06 39 98 14 21", "Porte : ••••, clé", "Codes ••••"]
    {
        assert!(said.contains(there), "{there} in\n{said}");
    }
    for never in ["4821", "0417", "99 99", "Ferrand"] {
        assert!(!said.contains(never), "{never} in\n{said}");
    }
}

#[test]
fn nothing_of_the_teams_is_on_what_hangs_outside() {
    let directory = directory();
    let (poster, sheet) = (
        Of::Poster { week: week(52), directory: &directory },
        Of::Week { week: week(52), half_days: &[], directory: &directory },
    );
    for of in [poster, sheet, Of::Planning { year: 2026, paper: Paper::A4 }] {
        let said = told(of);
        for never in ["congé de Sylvie", "Dr P5", "Anne P5", "4821", "99 99", "06 39", "Ferrand", "Noiret"] {
            assert!(!said.contains(never), "{never} in\n{said}");
        }
    }
}

#[test]
fn the_collective_learns_how_differences_ended_and_of_nobody() {
    use crate::domain::difference::{Differences, Ended};
    use crate::domain::{Gravity, Kind};
    let ended = |day, weeks, settled: Option<&str>| Ended {
        on: monday(48).plus(day),
        kind: Kind::Care,
        gravity: Gravity::Urgent,
        weeks,
        settled: settled.map(ToOwned::to_owned),
    };
    let all = vec![ended(0, 0, Some("Arrêt de l'AVK, avis du cardiologue")), ended(9, 3, None)];
    let found = Differences { ended: all, closed: 2, open: 1 };
    expect![[r#"
        Regards croisés 2026 — Centre de santé d'Ajain
        2 regards croisés tranchés ou retirés dans l'année. Encore ouverts : 1. Finis avec leur point : 2.
        Fait le lun. 21 déc. 2026 à 09:00 par C. Garnier.

        Comment chacun a fini
        Mois : nov. 2026 · Nature : Suivi clinique · Gravité : urgent · Resté ouvert : moins d'une semaine · Issue : tranché · Ce qui a été retenu : Arrêt de l'AVK, avis du cardiologue
        Mois : déc. 2026 · Nature : Suivi clinique · Gravité : urgent · Resté ouvert : 3 semaines · Issue : retiré
    "#]].assert_eq(&told(Of::Differences { year: 2026, found: &found }));
    expect![[r#"
        Regards croisés 2027 — Centre de santé d'Ajain
        Aucun regard croisé tranché ni retiré dans l'année. Encore ouverts : 0. Finis avec leur point : 0.
        Fait le lun. 21 déc. 2026 à 09:00 par C. Garnier.
    "#]]
    .assert_eq(&told(Of::Differences { year: 2027, found: &Differences::default() }));
}
