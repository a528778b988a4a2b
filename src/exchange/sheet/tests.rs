//! The sheets of one small centre, read line by line when they were accepted.

use std::collections::BTreeMap;

use expect_test::expect;

use super::*;
use crate::domain::briefing::{self as brief, Reader};
use crate::domain::transmission::transmission;
use crate::domain::{
    Addendum, Addressee, Answer, Calendar, Day, Detail, DoctorFacts, Exam, Gravity, Handover, IsoWeek, Item, ItemFacts,
    ItemId, Kind, Notes, Outcome, PatientRef, People, Person, PersonId, Post, PostId, Receipt, ReceiptId, Relay,
    RelayId, Rev, Role, Signature, Stamp, Stay, StayId, StayState, Step, StepId, StepKind, Thread, Verdict,
};
use crate::words::Lang;

mod json;
mod markdown;
mod page;

fn day(month: u32, day: u32) -> Day {
    Day::ymd(2026, month, day).unwrap()
}

fn at(month: u32, d: u32, hour: u16) -> Stamp {
    Stamp::at(day(month, d), hour * 60)
}

fn person(id: i64, given: &str, family: &str, role: Role) -> Person {
    Person {
        same_as: None,
        id: PersonId(id),
        given: given.into(),
        family: family.into(),
        role,
        phone: None,
        email: None,
        presence: [true, true, true, true, true, false, false],
        ended: None,
        doctor: DoctorFacts::default(),
    }
}

fn stay(id: i64, doctor: i64, from: Day) -> Stay {
    Stay {
        id: StayId(id),
        post: PostId(1),
        doctor: PersonId(doctor),
        from,
        to: from.plus(5),
        state: StayState::Confirmed,
        withdrawal: None,
        was_confirmed: false,
        held_until: None,
        said_on: None,
        note: String::new(),
    }
}

const GARNIER: PersonId = PersonId(1);
const VIDAL: PersonId = PersonId(2);
const AUBERT: PersonId = PersonId(3);
const ROCHE: PersonId = PersonId(4);

/// Dr Vidal in S48, Dr Aubert in S49, nobody in S50, Dr Roche in S51.
fn rota() -> Rota {
    let handover = Handover {
        rev: Rev(0),
        stay: StayId(2),
        notes: Notes {
            week: "Semaine calme.\nDeux visites à Lavaveix.".into(),
            next: "La clé du cabinet est chez Mme Ferrand.".into(),
            ..Notes::default()
        },
        signature: Some(Signature {
            author: AUBERT,
            entered_by: Some(GARNIER),
            name: "Aubert".into(),
            at: at(12, 5, 12),
            hash: "0123456789abcdef".repeat(4),
            previous: None,
            follows: None,
            figures: None,
            nothing_to_report: false,
            as_is: false,
            undecided: vec![ItemId(15)],
        }),
        reopenings: vec![],
        addenda: vec![Addendum {
            author: AUBERT,
            entered_by: None,
            at: at(12, 7, 9),
            text: "J'ai oublié le courrier du cardiologue.".into(),
            item: Some(ItemId(14)),
        }],
    };
    Rota {
        calendar: Calendar::default(),
        posts: vec![Post { id: PostId(1), name: "Médecin".into(), pattern: crate::domain::Pattern::Programmed }],
        stays: vec![stay(1, 2, day(11, 23)), stay(2, 3, day(11, 30)), stay(3, 4, day(12, 14))].into(),
        people: People::from_iter([
            person(1, "Claire", "Garnier", Role::Coordination),
            person(2, "Hélène", "Vidal", Role::Doctor),
            person(3, "Jean", "Aubert", Role::Doctor),
            person(4, "Paul", "Roche", Role::Doctor),
        ]),
        handovers: BTreeMap::from([(StayId(2), handover)]),
        result_days: 3,
        ..Rota::default()
    }
}

fn word(id: i64, item: i64, author: PersonId, stay: i64, at: Stamp, verdict: Verdict, text: &str) -> Relay {
    Relay {
        id: RelayId(id),
        rev: Rev(0),
        item: ItemId(item),
        author,
        entered_by: None,
        at,
        stay: Some(StayId(stay)),
        verdict,
        text: text.into(),
        plan: String::new(),
        gravity: Gravity::Routine,
        due: None,
        show_from: None,
        to: Addressee::Post(PostId(1), IsoWeek::of(day(12, 14))),
        outcome: None,
        detail: Detail::default(),
    }
}

fn thread(id: i64, kind: Kind, patient: Option<PatientRef>, relays: Vec<Relay>) -> Thread {
    Thread {
        item: Item {
            id: ItemId(id),
            rev: Rev(0),
            kind,
            patient,
            facts: ItemFacts::default(),
            elsewhere: crate::domain::Elsewhere::default(),
        },
        relays,
        receipts: Vec::new(),
        steps: vec![],
        weeks: std::collections::BTreeMap::new(),
    }
}

fn patient(file: &str, initials: &str, born: u16) -> PatientRef {
    PatientRef { file: file.into(), initials: Some(initials.into()), birth_year: Some(born) }
}

fn threads() -> Vec<Thread> {
    let urgent = |relay: Relay| Relay { gravity: Gravity::Urgent, due: Some(day(12, 15)), ..relay };
    let inr = vec![
        urgent(word(1, 12, VIDAL, 1, at(11, 27, 17), Verdict::Opened, "AVK, INR à contrôler.")),
        Relay {
            plan: "Si saignement → 15.\nSi INR ≥ 5 → protocole du centre.".into(),
            entered_by: Some(GARNIER),
            ..urgent(word(
                2,
                12,
                AUBERT,
                2,
                at(12, 4, 17),
                Verdict::Completed,
                "INR 4,8 le jeu. 3/12, sans saignement.",
            ))
        },
    ];
    let mut inr = thread(12, Kind::Care, Some(patient("1243", "M.D.", 1948)), inr);
    inr.receipts.push(Receipt {
        id: ReceiptId(1),
        item: ItemId(12),
        stay: Some(StayId(3)),
        author: ROCHE,
        entered_by: None,
        at: at(12, 14, 8),
        answer: Answer::Taken,
        words: "Je rappelle le labo à 9 h.".into(),
    });
    let result = Relay {
        gravity: Gravity::Watch,
        due: Some(day(12, 16)),
        ..word(3, 13, AUBERT, 2, at(12, 4, 18), Verdict::Opened, "TSH demandée le 3/12.")
    };
    let letter = word(4, 14, AUBERT, 2, at(12, 7, 9), Verdict::Opened, "Courrier du cardiologue à lire.");
    let heater = word(5, 15, VIDAL, 1, at(11, 27, 18), Verdict::Opened, "Chauffage de la salle 2 en panne.");
    let closed = Relay {
        outcome: Some(Outcome::Done),
        ..word(6, 11, AUBERT, 2, at(12, 4, 16), Verdict::Closed, "Vaccin fait mardi.")
    };
    vec![
        inr,
        thread(13, Kind::Result, Some(patient("0377", "J.L.", 1971)), vec![result]),
        thread(14, Kind::Letter, Some(patient("0809", "A.B.", 2025)), vec![letter]),
        thread(15, Kind::Centre, None, vec![heater]),
        thread(
            11,
            Kind::Care,
            Some(patient("0032", "P.P.", 1990)),
            vec![word(7, 11, VIDAL, 1, at(11, 26, 9), Verdict::Opened, "Vaccin à faire."), closed],
        ),
    ]
}

fn centre() -> Centre {
    Centre { name: "Ajain".into(), ..crate::domain::fixture::centre() }
}

/// Monday of S51, 8:30.
fn now() -> Now {
    Now::on(day(12, 14), 8, 30)
}

fn made<T>(lang: Lang, make: impl FnOnce(&SheetCx) -> T) -> T {
    let (words, rota, centre) = (Words::new(lang), rota(), centre());
    make(&SheetCx { words: &words, rota: &rota, centre: &centre, now: now(), author: "C. Garnier".into(), head: None })
}

#[test]
fn every_sheet_says_the_store_it_was_made_from() {
    let hash = "0123456789abcdef".repeat(4);
    let words = crate::domain::signature::spoken(&hash).unwrap();
    let known = Known { change: crate::domain::ChangeId(118), hash: Some(hash) };
    let sheets = |head: Option<Known>| {
        let (words, rota, centre) = (Words::new(Lang::En), rota(), centre());
        let (words, rota, centre) = (&words, &rota, &centre);
        let cx = SheetCx { words, rota, centre, now: now(), author: "C. Garnier".into(), head };
        let b = brief::briefing(Reader::Stay(StayId(3)), &threads(), cx.rota, cx.now);
        let t = transmission(StayId(2), &threads(), cx.rota, cx.now).unwrap();
        [read(briefing(&b, &cx, Format::Text)), read(handover(&t, &cx, Format::Html)), booklet(&[], &cx)]
    };
    for sheet in sheets(Some(known)) {
        let sheet = sheet.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(sheet.contains(&format!("Store at change no. 118: {words}.")), "{sheet}");
    }
    // The fictional centre's is nowhere to be compared with.
    assert!(sheets(None).iter().all(|sheet| !sheet.contains("Store at change")));
}

/// A document that is text.
fn read(made: Result<Vec<u8>, Msg>) -> String {
    String::from_utf8(made.unwrap()).unwrap()
}

fn a_briefing(lang: Lang, format: Format) -> String {
    made(lang, |cx| {
        let b = brief::briefing(Reader::Stay(StayId(3)), &threads(), cx.rota, cx.now);
        read(briefing(&b, cx, format))
    })
}

fn a_handover(lang: Lang, format: Format) -> String {
    made(lang, |cx| read(handover(&transmission(StayId(2), &threads(), cx.rota, cx.now).unwrap(), cx, format)))
}

#[test]
fn a_briefing_is_linear_text() {
    expect![[r#"
        Briefing S51, Dr Roche, Ajain
        Bonjour Dr Roche. S51, du lun. 14 au sam. 19 déc. Vous prenez la suite de l'équipe (S50 sans médecin) et du Dr Aubert (S49).
        Fait le lun. 14 déc. 2026 à 08:30 par C. Garnier.
        Ne plus utiliser après lun. 21/12, 12 h.
        4 points, dont 1 urgent. 3 attendent votre réponse. Lecture : environ 1 min.

        Urgent (1 point)

        Point n° 12, urgent
        Dossier 1243, M.D., 1948 (78 ans)
        Nature : suivi clinique
        Pour le : mar. 15/12
        Relais : Dr Aubert ← Dr Vidal
        Dr Vidal, S48, nouveau : AVK, INR à contrôler.
        Dicté par Dr Aubert, saisi par C. Garnier, S49, complété : INR 4,8 le jeu. 3/12, sans saignement.
        Conduite à tenir : Si saignement → 15.
          Si INR ≥ 5 → protocole du centre.
        Suivi par : Dr Roche
        Réponse, Dr Roche, lun. 14 déc., 08:00, pris : Je rappelle le labo à 9 h.

        Résultats (1 point)

        Point n° 13, à surveiller
        Dossier 0377, J.L., 1971 (55 ans)
        Nature : résultat attendu
        Pour le : mer. 16/12
        Relais : Dr Aubert
        Dr Aubert, S49, nouveau : TSH demandée le 3/12.
        Suivi par : coordination (pas encore pris par Dr Roche)
        Réponse attendue : lu, pris, question ou renvoyé à l'équipe.

        Plus tard (2 points)

        Point n° 14, courant
        Dossier 0809, A.B., 2025 (1 an)
        Nature : courrier, orientation
        Relais : Dr Aubert
        Dr Aubert, S49, nouveau : Courrier du cardiologue à lire.
        Suivi par : coordination (pas encore pris par Dr Roche)
        Réponse attendue : lu, pris, question ou renvoyé à l'équipe.

        Point n° 15, courant
        À propos du centre
        Nature : organisation
        Relais : Dr Vidal
        Dr Vidal, S48, nouveau : Chauffage de la salle 2 en panne.
        Suivi par : coordination (pas encore pris par Dr Roche)
        Reçu d'une transmission non signée.
        Réponse attendue : lu, pris, question ou renvoyé à l'équipe.

        Notes du Dr Aubert (S49)
        Note de la semaine : Semaine calme.
          Deux visites à Lavaveix.
        Mot pour la suite : La clé du cabinet est chez Mme Ferrand.
        Ajout, Dr Aubert, lun. 7 déc., 09:00 : J'ai oublié le courrier du cardiologue. Ajoute le point n° 14.

        Jours fermés : sam. 19 déc. (fermé).
        Centre fermé : 15 / 116 117.
        Où écrire : dans Relève, Briefing pour répondre, Transmission pour transmettre. Ce qui est noté à la main ici n'y entre pas seul.
        Transmission S49 signée : abreuver barrage espèce associer pointe végétal actif flatteur.
        Document de soin, confidentiel : à détruire quand il ne sert plus.
    "#]].assert_eq(&a_briefing(Lang::Fr, Format::Text));
}

#[test]
fn a_handover_is_linear_text() {
    expect![[r#"
        Transmission S49, Dr Aubert, Ajain
        S49, Médecin, du lun. 30 nov. au sam. 5 déc.
        Pour le Dr Roche (S51).
        Fait le lun. 14 déc. 2026 à 08:30 par C. Garnier.
        Ne plus utiliser après lun. 21/12, 12 h.
        5 points, dont 1 urgent. 1 reste à décider.

        Notes du Dr Aubert (S49)
        Note de la semaine : Semaine calme.
          Deux visites à Lavaveix.
        Mot pour la suite : La clé du cabinet est chez Mme Ferrand.
        Ajout, Dr Aubert, lun. 7 déc., 09:00 : J'ai oublié le courrier du cardiologue. Ajoute le point n° 14.

        Nouveau (2 points)

        Point n° 13, à surveiller
        Dossier 0377, J.L., 1971 (55 ans)
        Nature : résultat attendu
        Pour le : mer. 16/12
        Relais : Dr Aubert
        Dr Aubert, S49, nouveau : TSH demandée le 3/12.
        Suivi par : coordination (pas encore pris par Dr Roche)

        Point n° 14, courant
        Dossier 0809, A.B., 2025 (1 an)
        Nature : courrier, orientation
        Relais : Dr Aubert
        Dr Aubert, S49, nouveau : Courrier du cardiologue à lire.
        Suivi par : coordination (pas encore pris par Dr Roche)

        Transmis (1 point)

        Point n° 12, urgent
        Dossier 1243, M.D., 1948 (78 ans)
        Nature : suivi clinique
        Pour le : mar. 15/12
        Relais : Dr Aubert ← Dr Vidal
        Dr Vidal, S48, nouveau : AVK, INR à contrôler.
        Dicté par Dr Aubert, saisi par C. Garnier, S49, complété : INR 4,8 le jeu. 3/12, sans saignement.
        Conduite à tenir : Si saignement → 15.
          Si INR ≥ 5 → protocole du centre.
        Suivi par : Dr Roche

        À décider (1 point)

        Point n° 15, courant
        À propos du centre
        Nature : organisation
        Relais : Dr Vidal
        Dr Vidal, S48, nouveau : Chauffage de la salle 2 en panne.
        Suivi par : coordination (pas encore pris par Dr Roche)

        Fini (1 point)

        Point n° 11, courant
        Dossier 0032, P.P., 1990 (36 ans)
        Nature : suivi clinique
        Relais : Dr Aubert ← Dr Vidal
        Dr Vidal, S48, nouveau : Vaccin à faire.
        Dr Aubert, S49, fini : Vaccin fait mardi.
        Fini : fait

        Signature
        Signé « Aubert » (dicté par Dr Aubert, saisi par C. Garnier), sam. 5 déc., 12:00, empreinte 01234567.

        Jours fermés : sam. 5 déc. (fermé).
        Centre fermé : 15 / 116 117.
        Où écrire : dans Relève, Briefing pour répondre, Transmission pour transmettre. Ce qui est noté à la main ici n'y entre pas seul.
        Transmission S49 signée : abreuver barrage espèce associer pointe végétal actif flatteur.
        Document de soin, confidentiel : à détruire quand il ne sert plus.
    "#]]
    .assert_eq(&a_handover(Lang::Fr, Format::Text));
}

#[test]
fn the_team_has_its_own_sheet() {
    let text = made(Lang::Fr, |cx| {
        let b = brief::briefing(Reader::Team(GARNIER), &threads(), cx.rota, cx.now);
        read(briefing(&b, cx, Format::Text))
    });
    let head = text.lines().take(5).collect::<Vec<_>>().join("\n") + "\n";
    expect![[r#"
        Briefing S51, Claire, Ajain
        Bonjour Claire. Voici les points que vous suivez, vous ou votre rôle.
        Fait le lun. 14 déc. 2026 à 08:30 par C. Garnier.
        Ne plus utiliser après lun. 21/12, 12 h.
        3 points, aucun urgent. 3 attendent votre réponse. Lecture : environ 1 min.
    "#]]
    .assert_eq(&head);
}

#[test]
fn a_sheet_says_the_same_in_every_format() {
    for format in [Format::Text, Format::Md, Format::Html] {
        let sheet = a_briefing(Lang::Fr, format);
        for fact in
            ["1243", "M.D.", "78 ans", "INR 4,8", "protocole du centre", "labo à 9", "116\u{a0}117", "lun. 21/12, 12"]
        {
            assert!(sheet.contains(fact), "{format:?}: {fact}");
        }
    }
}

#[test]
fn what_a_kind_asks_for_and_what_happened_are_on_the_sheet() {
    let mut result = threads().remove(0);
    result.item.kind = Kind::Result;
    result.item.facts = ItemFacts { ald: true, see_record: true, source: "courrier du CH".into() };
    let asked = Detail { asked: Some(day(12, 10)), exam: Some(Exam::Laboratory), ..Detail::default() };
    result.relays.iter_mut().for_each(|relay| relay.detail = asked);
    result.steps.push(Step {
        id: StepId(1),
        item: result.item.id,
        round: 0,
        stay: None,
        author: GARNIER,
        entered_by: None,
        at: at(12, 12, 11),
        kind: StepKind::NoAnswer,
        next: Some(day(12, 14)),
        words: "répondeur".into(),
    });
    let text = made(Lang::Fr, |cx| {
        let b = brief::briefing(Reader::Stay(StayId(3)), std::slice::from_ref(&result), cx.rota, cx.now);
        read(briefing(&b, cx, Format::Text))
    });
    let point = text.split("Point n°").nth(1).unwrap();
    expect![[r#"
         12, urgent
        Dossier 1243, M.D., 1948 (78 ans), ALD
        Nature : résultat attendu
        Pour le : lun. 14/12
        voir dossier
        laboratoire
        demandé jeu. 10/12
        source : courrier du CH
        Relais : Dr Aubert ← Dr Vidal
        Dr Vidal, S48, nouveau : AVK, INR à contrôler.
        Dicté par Dr Aubert, saisi par C. Garnier, S49, complété : INR 4,8 le jeu. 3/12, sans saignement.
        Conduite à tenir : Si saignement → 15.
          Si INR ≥ 5 → protocole du centre.
        pas de réponse : « répondeur », nouvel essai lun. 14/12 · sam. 12/12, C. Garnier
        Suivi par : Dr Roche
        Réponse, Dr Roche, lun. 14 déc., 08:00, pris : Je rappelle le labo à 9 h."#]]
    .assert_eq(point.split("\n\n").next().unwrap());
    let json = made(Lang::Fr, |cx| {
        let b = brief::briefing(Reader::Stay(StayId(3)), &[result], cx.rota, cx.now);
        read(briefing(&b, cx, Format::Json))
    });
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let point = &json["sections"][0]["points"][0];
    assert_eq!((&point["exam"], &point["asked"]), (&"laboratory".into(), &"2026-12-10".into()));
    assert_eq!((&point["steps"][0]["step"], &point["steps"][0]["next"]), (&"no-answer".into(), &"2026-12-14".into()));
}

#[test]
fn a_sheet_of_a_past_stay_holds_until_the_monday_after_it_was_made() {
    // Printed in S51, a handover of S49 does not claim to have ended before it was made.
    assert!(a_handover(Lang::Fr, Format::Text).contains("lun. 21/12"));
}

#[test]
fn a_first_stay_over_christmas_says_so() {
    let mut rota = rota();
    rota.stays = vec![stay(3, 4, day(12, 21))].into();
    rota.handovers.clear();
    let (words, centre) = (Words::new(Lang::Fr), centre());
    let cx =
        SheetCx { words: &words, rota: &rota, centre: &centre, now: now(), author: "C. Garnier".into(), head: None };
    let text = read(briefing(&brief::briefing(Reader::Stay(StayId(3)), &[], &rota, now()), &cx, Format::Text));
    expect![[r#"
        Briefing S52, Dr Roche, Ajain
        Bonjour Dr Roche. S52, du lun. 21 au sam. 26 déc. C'est le premier séjour sur ce poste.
        Fait le lun. 14 déc. 2026 à 08:30 par C. Garnier.
        Ne plus utiliser après lun. 28/12, 12 h.
        Aucun point.

        Jours fermés : ven. 25 déc. (Noël), sam. 26 déc. (fermé).
        Centre fermé : 15 / 116 117.
        Où écrire : dans Relève, Briefing pour répondre, Transmission pour transmettre. Ce qui est noté à la main ici n'y entre pas seul.
        Feuille non signée.
        Document de soin, confidentiel : à détruire quand il ne sert plus.
    "#]]
    .assert_eq(&text);
}

#[test]
fn an_unsigned_handover_and_one_passed_on_as_it_is_say_so() {
    let with = |signature: Option<Signature>| {
        made(Lang::Fr, |cx| {
            let mut t = transmission(StayId(2), &threads(), cx.rota, cx.now).unwrap();
            t.handover.signature = signature;
            read(handover(&t, cx, Format::Text))
        })
    };
    assert!(with(None).contains("Pas encore signée"));
    let as_is = Signature {
        author: GARNIER,
        entered_by: None,
        as_is: true,
        nothing_to_report: true,
        ..rota().handovers[&StayId(2)].signature.clone().unwrap()
    };
    let text = with(Some(as_is));
    assert!(text.contains("Transmise en l'état par C. Garnier"), "{text}");
    assert!(text.contains("Rien à signaler."), "{text}");
}

#[test]
fn a_sheet_of_a_reopened_handover_says_which_one_is_out_of_date() {
    let old = crate::domain::signature::spoken(&"fedcba9876543210".repeat(4)).unwrap();
    for signed in [true, false] {
        let mut rota = rota();
        let handed = rota.handovers.get_mut(&StayId(2)).unwrap();
        handed.reopenings.push(crate::domain::Reopening {
            author: AUBERT,
            entered_by: Some(GARNIER),
            at: at(12, 4, 17),
            reason: "erreur de date".into(),
            signed_at: at(12, 4, 16),
            hash: "fedcba9876543210".repeat(4),
            stays: vec![],
            last_word: RelayId(1),
            last_answer: ReceiptId(1),
        });
        if !signed {
            handed.signature = None;
        }
        let (words, centre) = (Words::new(Lang::Fr), centre());
        let cx = SheetCx {
            words: &words,
            rota: &rota,
            centre: &centre,
            now: now(),
            author: "C. Garnier".into(),
            head: None,
        };
        let t = transmission(StayId(2), &threads(), &rota, now()).unwrap();
        let text = read(handover(&t, &cx, Format::Text)).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains("Rouverte ven. 4 déc., 17:00 (dicté par Dr Aubert, saisi par C. Garnier)"), "{text}");
        assert!(text.contains("erreur de date. Une feuille signée ven. 4 déc., 16:00"), "{text}");
        assert!(text.contains(&format!("(« {old} ») n'est plus à jour.")), "{text}");
        assert_eq!(text.contains("une feuille d'avant n'est plus à jour"), !signed, "{text}");
        let json: serde_json::Value = serde_json::from_str(&read(handover(&t, &cx, Format::Json))).unwrap();
        let found = json.pointer("/notes/reopenings/0").unwrap();
        assert_eq!((&found["reason"], &found["words"]), (&"erreur de date".into(), &old.as_str().into()));
        assert_eq!(json.pointer("/notes/signature").unwrap().is_null(), !signed);
    }
}

#[test]
fn a_handover_says_how_many_patients_were_seen_beside_its_points() {
    let seen = crate::domain::coverage::Coverage {
        seen: 97,
        closed: 4,
        days: 5,
        missing: vec![crate::domain::Day::ymd(2026, 12, 4).unwrap()],
        points: 14,
    };
    let with = |format| {
        made(Lang::Fr, |cx| {
            let mut t = transmission(StayId(2), &threads(), cx.rota, cx.now).unwrap();
            t.coverage = Some(seen.clone());
            read(handover(&t, cx, format))
        })
    };
    let said = "97 patients vus (4 jours clos sur 5) · 14 points · le reste : rien à signaler · Pas clos : ven. 04/12";
    let plain = |text: String| text.replace('\u{a0}', " ");
    assert!(plain(with(Format::Text)).contains(said), "{}", with(Format::Text));
    assert!(plain(with(Format::Html)).contains(said));
    assert!(with(Format::Json).contains("\"closed_days\": 4"));
}

#[test]
fn what_people_typed_stays_text_in_every_format() {
    let hostile = "</p><script>alert(1)</script> <b>gras</b> [x](javascript:1)\n# Titre\n\u{1b}[2J\u{202e}renversé\u{200b}\u{9b}31m\0";
    let mut threads = threads();
    for thread in &mut threads {
        for relay in &mut thread.relays {
            relay.text = hostile.into();
            relay.plan = hostile.into();
        }
        for receipt in &mut thread.receipts {
            receipt.words = hostile.into();
        }
        if let Some(patient) = &mut thread.item.patient {
            patient.file = hostile.into();
            patient.initials = Some(hostile.into());
        }
    }
    let mut rota = rota();
    for person in rota.people.0.values_mut() {
        person.family = hostile.into();
    }
    rota.posts[0].name = hostile.into();
    for handover in rota.handovers.values_mut() {
        handover.notes.week = hostile.into();
        handover.addenda[0].text = hostile.into();
        handover.signature.as_mut().unwrap().hash = hostile.into();
        handover.signature.as_mut().unwrap().name = hostile.into();
    }
    let centre = Centre { name: hostile.into(), ..centre() };
    let words = Words::new(Lang::Fr);
    let cx = SheetCx { words: &words, rota: &rota, centre: &centre, now: now(), author: hostile.into(), head: None };
    for format in Format::ALL {
        for sheet in [
            briefing(&brief::briefing(Reader::Stay(StayId(3)), &threads, &rota, now()), &cx, format),
            briefing(&brief::briefing(Reader::Team(GARNIER), &threads, &rota, now()), &cx, format),
            handover(&transmission(StayId(2), &threads, &rota, now()).unwrap(), &cx, format),
        ] {
            let sheet = match format {
                // Read back in `pdf/tests.rs`; here it only has to hold together.
                Format::Pdf => {
                    assert!(sheet.unwrap().starts_with(b"%PDF-1.7"));
                    continue;
                }
                _ => read(sheet),
            };
            let bad = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202e}' | '\u{200b}');
            assert!(!sheet.contains(bad), "{format:?}: {sheet:?}");
            assert!(sheet.contains("renversé"));
            match format {
                Format::Html => assert!(!sheet.contains("<script") && !sheet.contains("<b>"), "{sheet}"),
                Format::Md => {
                    assert!(!sheet.replace("\\<", "").contains('<'), "{sheet}");
                    assert!(!sheet.replace("\\[", "").contains('['), "{sheet}");
                    assert!(sheet.lines().all(|l| l.trim_start() != "# Titre"), "{sheet}");
                }
                Format::Json => {
                    serde_json::from_str::<serde_json::Value>(&sheet).unwrap();
                }
                // A line that somebody typed is never at the margin, where the sheet's own lines are.
                Format::Text => assert!(sheet.lines().all(|l| l != "# Titre"), "{sheet}"),
                Format::Pdf => {}
            }
        }
    }
}
