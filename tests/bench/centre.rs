//! A centre with years behind it, made once a run through the program's own acts.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use releve::back::Backend;
use releve::back::Fiction;
use releve::domain::act::{
    Act, AgendaAct, CentreAct, HandoverAct, ItemAct, NewCentre, NewItem, NewPerson, NewWord, NotedAct, RecordAct,
    RotaImport, RotaLine, Together,
};
use releve::domain::agenda::{EntryKind, NewEntry};
use releve::domain::agenda_import::AgendaLine;
use releve::domain::centre::Opening;
use releve::domain::noted::{NewPanel, NewSurvey, Noted, Third};
use releve::domain::record::{
    ALD_PROTOCOL, ASSET, ATTEMPT, Anchor, AssetKind, AttemptOutcome, BOOKING, CONCERTATION, FOLLOW_UP, FollowedBy,
    Offered, REGULAR_VISIT, REQUEST, RegularVisit, TASK, TRAVEL, TaskState, Value, WAITING,
};
use releve::domain::{
    Addressee, Day, DayCounts, DoctorFacts, Gravity, ItemId, Kind, Now, Outcome, PatientRef, PersonId, PostId, Role,
    StayId, StayState, Verdict, Who,
};
use releve::folder::Folder;
use releve::protocol::{Reply, Request, SetUp, Write};
use releve::vault::Vault;
use releve::words::Lang;
use secrecy::SecretString;

use crate::bare::connect;

pub const PASSPHRASE: &str = "huit tortues violettes gravissent Belledonne";

/// C. Garnier, who coordinates.
pub const GARNIER: PersonId = PersonId(1);

/// Wednesday 25 November 2026, 10:00.
pub static NOW: LazyLock<Now> = LazyLock::new(|| Now::on(Day::ymd(2026, 11, 25).expect("a date"), 10, 0));

/// Weeks of the history that end with the running one.
const WEEKS: i32 = 10 * 52;

pub struct Centre {
    dir: tempfile::TempDir,
    pub key: [u8; 32],
    /// How many appointments it has.
    pub entries: usize,
}

impl Centre {
    /// A centre with a rota of ten years, that many appointments spread over it, and 200 points a year; without any,
    /// a rota alone.
    pub fn with(entries: usize) -> Self {
        // A folder in memory takes the many small writes of the making; the measures come from the disk.
        let memory = Path::new("/dev/shm");
        let making = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        let making = making.expect("a folder");
        let mut backend = open(making.path().to_path_buf());
        set_up(&mut backend);
        write(&mut backend, Act::ImportRota(RotaImport { lines: rota(), promised: None }));
        if entries > 0 {
            write(&mut backend, Act::ImportAgenda(agenda(entries)));
            points(&mut backend);
            figures(&mut backend);
            prepared(&mut backend);
            visits(&mut backend);
            around(&mut backend);
        }
        assert_eq!(backend.answer(Request::Close(*NOW)), Reply::Closed);
        let dir = tempfile::tempdir().expect("a folder");
        copy(making.path(), dir.path());
        let key = Vault::with_work_factor(Folder::at(dir.path()).keys(), 2)
            .open(1, &SecretString::from(PASSPHRASE))
            .expect("the key");
        let key = *key.first().expect("one key").expose();
        let centre = Self { dir, key, entries };
        if entries > 0 {
            texts(&centre);
        }
        centre
    }

    /// A backend with nothing open yet. Its keys are derived with little work: the passphrase is not measured.
    pub fn backend(&self) -> Backend {
        open(self.dir.path().to_path_buf())
    }

    /// A backend in which C. Garnier has signed in.
    pub fn unlocked(&self) -> Backend {
        let mut backend = self.backend();
        let account = backend.names().expect("the list of accounts")[0].id;
        let opened =
            backend.answer(Request::Unlock { account, passphrase: SecretString::from(PASSPHRASE).into(), now: *NOW });
        assert!(matches!(opened, Reply::Opened { .. }), "{opened:?}");
        backend
    }

    pub fn store(&self) -> PathBuf {
        Folder::at(self.dir.path()).store()
    }
}

fn open(root: PathBuf) -> Backend {
    let folder = Folder::at(root);
    let vault = Vault::with_work_factor(folder.keys(), 2);
    Backend::new(folder, Lang::Fr, Fiction { centre: releve::demo::Town::Ajain, seed: 1, now: *NOW, who: None })
        .with_vault(vault)
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("its type").is_dir() {
            fs::create_dir_all(&target).expect("a folder");
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).expect("a copy");
        }
    }
}

/// Ten years of the lists around the relay: 4,000 requests for a médecin traitant of which 400 wait, 300 follow-ups with
/// 6,000 contacts, 500 questions, 300 protocols, 20,000 unplanned requests.
fn around(backend: &mut Backend) {
    let today = NOW.day;
    let patient = |n: i64| ("patient", format!("{} M.D. 19{:02}", 10_000 + n, n % 90).into());
    let nurse = ("owner", FollowedBy::Nurse.value());
    let long_ago = |n: i64| today.plus(-i32::try_from(n % 3_600).unwrap_or(0));
    let many = |backend: &mut Backend, acts: Vec<Act>| write(backend, Together::of(acts));
    // A new centre has its protocols.
    let waits = |n: i64| {
        let common = [patient(n), ("asked_on", long_ago(n).into()), ("ald", (n % 4 == 0).into()), nurse.clone()];
        let end = if n % 10 == 0 { ("call_on", today.into()) } else { ("declared_on", long_ago(n).into()) };
        Act::Record(RecordAct::Put(&WAITING, None, common.into_iter().chain([end]).collect()))
    };
    many(backend, (0..4_000).map(waits).collect());
    let follow = |n: i64| {
        let month = today.plus(-30 * i32::try_from(n % 5).unwrap_or(0)).month_start();
        FOLLOW_UP.put([patient(n), ("protocol", Value::Number(1 + n % 2)), ("next_month", month.into()), nurse.clone()])
    };
    many(backend, (0..300).map(follow).collect());
    let contact = |n: i64| {
        ATTEMPT.put([
            ("follow_up", Value::Number(1 + n % 300)),
            ("outcome", AttemptOutcome::Seen.value()),
            ("on_day", long_ago(n).into()),
        ])
    };
    many(backend, (0..6_000).map(contact).collect());
    let question = |n: i64| {
        let common = [
            patient(n),
            ("question", "On espace les bilans ?".into()),
            ("week", long_ago(n).week().into()),
            ("asked_by", GARNIER.into()),
            ("asked_on", long_ago(n).into()),
        ];
        let ended = (n % 20 != 0).then(|| [("discussed_on", long_ago(n).into()), ("decision", "oui".into())]);
        Act::Record(RecordAct::Put(
            &CONCERTATION,
            None,
            common.into_iter().chain(ended.into_iter().flatten()).collect(),
        ))
    };
    many(backend, (0..500).map(question).collect());
    let protocol = |n: i64| ALD_PROTOCOL.put([patient(n), ("renew", today.month_start().into()), nurse.clone()]);
    many(backend, (0..300).map(protocol).collect());
    let request = |n: i64| {
        REQUEST.put([
            ("on_day", long_ago(n).into()),
            ("minute", 510.into()),
            patient(n),
            ("offered", Offered::Today.value()),
        ])
    };
    many(backend, (0..20_000).map(request).collect());
}

/// Does an act in C. Garnier's name.
pub fn write(backend: &mut Backend, act: Act) {
    let reply = backend.answer(Request::Write(Box::new(Write::of(act)), Who::is(GARNIER), *NOW));
    assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
}

fn person(given: &str, family: &str, role: Role) -> NewPerson {
    NewPerson {
        given: given.to_owned(),
        family: family.to_owned(),
        role,
        phone: None,
        email: None,
        presence: [true, true, true, true, true, false, false],
        ended: None,
        doctor: DoctorFacts::default(),
    }
}

fn new_centre() -> NewCentre {
    NewCentre {
        name: "Ajain".to_owned(),
        commune: "Ajain".to_owned(),
        department: "23".to_owned(),
        opened: first_monday(),
        opening: Opening::default(),
        names_allowed: false,
        lang: "fr".to_owned(),
        lock_minutes: 10,
        backup_folder: String::new(),
        slot_minutes: 20,
        result_days: 3,
        guide_months: 6,
        own_zone: None,
        words_for_all: true,
        around: releve::domain::account::Around::default(),
        journal_months: releve::domain::journal::USUAL_MONTHS,
    }
}

/// The act that makes the centre.
pub fn created() -> Act {
    let first = Box::new(person("Claire", "Garnier", Role::Coordination));
    CentreAct::Create { centre: new_centre(), posts: vec!["Médecin".to_owned()], first }.into()
}

/// A point for the coordination.
pub fn point() -> (NewItem, NewWord) {
    let word = NewWord {
        text: "INR à contrôler, résultat attendu au centre, prévenir la patiente.".to_owned(),
        plan: "si pas de nouvelles, alors appeler le laboratoire".to_owned(),
        gravity: Gravity::Routine,
        due: Some(NOW.day.plus(2)),
        show_from: None,
        to: Addressee::Role(Role::Coordination),
        outcome: None,
        detail: releve::domain::Detail::default(),
    };
    let patient = PatientRef { file: "1243".to_owned(), initials: None, birth_year: None };
    (NewItem { kind: Kind::Care, patient: Some(patient), facts: releve::domain::ItemFacts::default() }, word)
}

fn set_up(backend: &mut Backend) {
    let first = person("Claire", "Garnier", Role::Coordination);
    let passphrase = SecretString::from(PASSPHRASE);
    let set_up =
        SetUp { centre: new_centre(), posts: vec!["Médecin".to_owned()], first, passphrase: passphrase.into() };
    let made = backend.answer(Request::SetUp(Box::new(set_up), *NOW));
    assert!(matches!(made, Reply::Created { .. }), "{made:?}");
    backend.answer(Request::RecoveryNoted(*NOW));
}

fn first_monday() -> Day {
    NOW.day.week().monday().plus(-7 * (WEEKS - 1))
}

/// A doctor each week, 120 of them who come back, and ten weeks ahead.
fn rota() -> Vec<RotaLine> {
    let line = |week: i32| {
        let from = first_monday().plus(7 * week);
        RotaLine {
            line: usize::try_from(week).unwrap_or(0),
            unwritten: Vec::new(),
            post: String::new(),
            doctor: person("Camille", &format!("Médecin{}", name(week % 120)), Role::Doctor),
            from,
            to: from.plus(4),
            state: StayState::Confirmed,
        }
    };
    (0..WEEKS + 10).map(line).collect()
}

/// A number in letters: names hold no digits.
fn name(number: i32) -> String {
    number.to_string().bytes().map(|digit| char::from(b'a' + digit - b'0')).collect()
}

/// Patients who are visited every few weeks since the first of them, and of whom nobody has noted anything since.
fn visits(backend: &mut Backend) {
    let visit = |n: u32| RegularVisit {
        patient: Some(PatientRef {
            file: format!("{:04}", n * 7),
            initials: Some("M.D.".to_owned()),
            birth_year: Some(1948),
        }),
        place: String::new(),
        commune: "Ladapeyre".to_owned(),
        weeks: 4 + n % 5,
        // As a sign-in leaves them: what was made more than two months ago stands in the row.
        next: Some(NOW.day.week().plus(-8)),
        minutes: 40,
        owner: FollowedBy::Nurse,
        last_on: None,
        point: None,
        missed: None,
        ended_on: None,
        note: String::new(),
    };
    let put = |n| Act::Record(RecordAct::Put(&REGULAR_VISIT, None, visit(n).values()));
    write(backend, Together::of((0..60).map(put)));
}

/// Appointments of twenty minutes, evenly over the history.
pub fn agenda(entries: usize) -> Vec<AgendaLine> {
    let days: Vec<Day> =
        (0..WEEKS).flat_map(|week| (0..5).map(move |day| first_monday().plus(7 * week + day))).collect();
    let slot = |n: usize| -> NewEntry {
        let of = |n: usize| n * days.len() / entries;
        let day = days[of(n)];
        let before = (0..n).rev().take_while(|earlier| of(*earlier) == of(n)).count();
        let at = u16::try_from(before).expect("a place in the day");
        NewEntry {
            kind: if at % 9 == 8 { EntryKind::Visit } else { EntryKind::Consultation },
            post: Some(PostId(1)),
            day,
            to: day,
            start: Some(8 * 60 + 30 + at * 20),
            minutes: 20,
            patient: Some(PatientRef {
                file: format!("{:04}", (n * 7) % 1_800),
                initials: Some("M.D.".to_owned()),
                birth_year: Some(1948),
            }),
            title: String::new(),
            place: String::new(),
            item: None,
        }
    };
    (0..entries).map(|n| AgendaLine { uid: format!("rdv-{n}@agenda"), what: Some(slot(n)) }).collect()
}

/// Every day closed and every stay signed, a panel a month and a survey a week.
fn figures(backend: &mut Backend) {
    for week in 0..WEEKS {
        let stay = StayId(i64::from(week) + 1);
        let monday = first_monday().plus(7 * week);
        for day in (0..5).map(|d| monday.plus(d)).filter(|d| *d < NOW.day) {
            let counts =
                DayCounts { offered: 24, booked: 20, programmed: 15, unplanned: 4, visits: 1, ..DayCounts::default() };
            let close = AgendaAct::Close { stay, day, counts, marks: Vec::new(), corrects: None };
            write(backend, Act::Agenda(close));
        }
        if monday.plus(6) < NOW.day {
            let sign = HandoverAct::Sign { stay, name: "Garnier".into(), nothing_to_report: false, as_is: true };
            write(backend, Act::Handover(sign));
        }
        let survey = NewSurvey {
            week: monday.week(),
            day: monday,
            third: Third::On(monday.plus(3 + week % 9)),
            same_day: Some(7),
            next_day: Some(3),
            refused: Some(0),
            meetings: Some(1),
            meeting_minutes: Some(45),
            asalee: Some(6),
        };
        write(backend, Act::Noted(NotedAct::Add(Noted::Survey(survey))));
        if week % 4 == 0 {
            let panel = NewPanel {
                day: monday,
                patients: 600 + u32::try_from(week).expect("a count") * 3,
                ald: Some(100),
                active_file: None,
                arrivals: Some(20),
                departures: Some(6),
                deaths: Some(2),
                source: "Maiia".into(),
            };
            write(backend, Act::Noted(NotedAct::Add(Noted::Panel(panel))));
        }
    }
}

/// What was done for each stay of the ten years: thirteen tasks, a house, a voyage.
fn prepared(backend: &mut Backend) {
    let house = [
        ("name", "Maison".into()),
        ("kind", AssetKind::House.value()),
        ("places", 2.into()),
        ("by_default", true.into()),
    ];
    write(backend, ASSET.put(house));
    let stay = |week: i32| ("stay", Value::Number(i64::from(week) + 1));
    for week in 0..WEEKS {
        let monday = first_monday().plus(7 * week);
        let task = |days: i32| {
            TASK.put([
                stay(week),
                ("doctor", PersonId(2 + i64::from(week % 120)).into()),
                ("what", format!("Tâche {days}").as_str().into()),
                ("anchor", Anchor::Arrival.value()),
                ("days", Value::Number(i64::from(days))),
                ("owner", Value::choice("Coordination")),
                ("state", TaskState::Done.value()),
                ("settled_on", monday.plus(days).min(NOW.day).into()),
                ("settled_by", GARNIER.into()),
                ("made_on", monday.plus(-98).into()),
            ])
        };
        let lent = BOOKING.put([
            ("asset", Value::Number(1)),
            stay(week),
            ("from_day", monday.plus(-1).into()),
            ("from_minute", 1_020.into()),
            ("to_day", monday.plus(5).into()),
            ("to_minute", 720.into()),
            ("places", 1.into()),
            ("follows", true.into()),
        ]);
        let comes = TRAVEL.put([stay(week), ("comes_on", monday.plus(-1).into())]);
        let all = (0..13).map(|n| task(-7 * n)).chain([lent, comes]);
        write(backend, Together::of(all));
    }
}

/// Fifty thousand texts more to search in, put straight into the index: written one by one they would take minutes.
fn texts(centre: &Centre) {
    let conn = connect(&centre.store(), &centre.key);
    conn.execute_batch(
        "BEGIN;
         WITH RECURSIVE n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < 49999)
         INSERT INTO find_doc(kind, row, centre, item, author, at, text, about)
           SELECT 'Word', 1000000 + n, 1, 1 + n % 2000, 1, 0,
             iif(n % 8 = 0, 'INR', 'TSH') || ' à contrôler, résultat n° ' || n || ' attendu, prévenir la patiente.', ''
           FROM n;
         COMMIT;",
    )
    .expect("the texts");
}

/// Two thousand points, all but twenty of them closed, one in ten urgent.
fn points(backend: &mut Backend) {
    const POINTS: i64 = 2_000;
    let words = ["INR", "TSH", "scanner", "ordonnance", "cardiologue", "pansement", "rappel vaccin", "œdème"];
    for id in 1..=POINTS {
        let topic = words[usize::try_from(id).expect("a count") % words.len()];
        let (item, word) = point();
        let word = NewWord {
            text: format!("{topic} à contrôler, résultat attendu au centre, prévenir la patiente."),
            gravity: if id % 10 == 0 { Gravity::Urgent } else { Gravity::Routine },
            ..word
        };
        let patient = PatientRef { file: format!("{:04}", id % 1_800), initials: None, birth_year: None };
        let item = NewItem { patient: Some(patient), ..item };
        write(backend, Act::Item(ItemAct::Open(item, word.clone())));
        if id <= POINTS - 20 {
            let closed = NewWord { text: "Vu, normal.".to_owned(), outcome: Some(Outcome::Done), ..word };
            write(backend, Act::Item(ItemAct::Say(ItemId(id), Verdict::Closed, closed)));
        }
    }
}
