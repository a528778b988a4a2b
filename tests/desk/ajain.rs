//! A small real centre for journeys: one post, C. Garnier at the desk, doctors week by week.
//!
//! Made through acts, as the desk makes them, in a folder that goes away with the test. Its notation:
//!
//! ```text
//! S48 Vidal, S49 Aubert, S51 Roche                                          the rota, Monday to Friday
//! ! 1243 M.D. 1948: INR à 4,8; si saignement, alors 15; pour 1/12; à S50    a point, the first is the text
//! ~ centre: le frigo à vaccins; dès S02                                     ! urgent  ~ à surveiller  . courant
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use releve::app::Event;
use releve::back::Backend;
use releve::back::{Fiction, Town};
use releve::domain::act::{
    Act, HandoverAct, ItemAct, NewCentre, NewItem, NewPerson, NewStay, NewWord, PeopleAct, StayAct, Together,
};
use releve::domain::centre::Opening;
use releve::domain::draft::{patient, when};
use releve::domain::journal::Seat;
use releve::domain::record::{MEDICAL_BACKUP, TASK_TEMPLATE};
use releve::domain::transmission::default_addressee;
use releve::domain::{
    AccountId, Addressee, Day, DoctorFacts, Gravity, IsoWeek, Kind, NoteKind, Now, Person, PersonId, PostId, Role,
    Rota, StayState, Who,
};
use releve::folder::Folder;
use releve::protocol::question::{self, Question};
use releve::protocol::{Reply, Request, SetUp, Write};
use releve::store::{By, Store};
use releve::vault::Vault;
use releve::words::Lang;
use secrecy::SecretString;

use crate::harness::{Desk, at};

/// Everyone's at this desk.
pub const PASSPHRASE: &str = "huit tortues violettes gravissent Belledonne";

/// The only post.
pub const POST: PostId = PostId(1);

/// A folder of one test.
pub struct Home(PathBuf);

impl Home {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("releve-desk-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        Self(std::env::temp_dir().join(name))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

/// What is in a folder, to be laid out in others: a centre is founded once for all the tests that begin with it.
struct Laid(Vec<(PathBuf, fs::Permissions, Option<Vec<u8>>)>);

impl Laid {
    fn of(folder: &Path) -> Self {
        let mut all = Vec::new();
        Self::gather(folder, Path::new(""), &mut all);
        Self(all)
    }

    fn gather(folder: &Path, within: &Path, all: &mut Vec<(PathBuf, fs::Permissions, Option<Vec<u8>>)>) {
        let at = folder.join(within);
        let meta = fs::symlink_metadata(&at).unwrap();
        let bytes = meta.is_file().then(|| fs::read(&at).unwrap());
        all.push((within.to_owned(), meta.permissions(), bytes));
        if meta.is_dir() {
            for entry in fs::read_dir(&at).unwrap() {
                Self::gather(folder, &within.join(entry.unwrap().file_name()), all);
            }
        }
    }

    fn lay_out(&self, folder: &Path) {
        for (within, permissions, bytes) in &self.0 {
            let at = folder.join(within);
            match bytes {
                None => fs::create_dir(&at).unwrap(),
                Some(bytes) => fs::write(&at, bytes).unwrap(),
            }
            fs::set_permissions(&at, permissions.clone()).unwrap();
        }
    }
}

/// When it was founded.
const FOUNDED: &str = "2026-11-02T09:00";

/// The folder of Ajain with a rota.
fn founded(rota: &str) -> Arc<Laid> {
    type Once = Arc<OnceLock<Arc<Laid>>>;
    static ALL: Mutex<BTreeMap<String, Once>> = Mutex::new(BTreeMap::new());
    let cell = ALL.lock().unwrap().entry(rota.to_owned()).or_default().clone();
    let found = || {
        let mut desk = Desk::found(rota);
        desk.backend.answer(Request::Lock(desk.now));
        Arc::new(Laid::of(desk.home.as_ref().unwrap().path()))
    };
    cell.get_or_init(found).clone()
}

/// What was written in a journey is proven in the end, whatever it was: nothing of it looks like an attack.
fn is_proven(home: &Path) {
    let folder = Folder::at(home);
    let keys = Vault::with_work_factor(folder.keys(), 2).open(1, &SecretString::from(PASSPHRASE));
    let Some(key) = keys.ok().and_then(|keys| keys.into_iter().next()) else { return };
    if let Ok(found) = Store::verify(&folder.store(), key.expose()) {
        assert!(found.is_clean() && found.unsure.is_empty() && found.signed.is_some(), "{:?}", found.msgs());
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            is_proven(&self.0);
        }
        // A folder that was never made, or is busy, is left to the system.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A week of 2026, or of 2027 when it is one of its first: `S48`.
fn week(text: &str) -> IsoWeek {
    let number: u32 = text.trim_start_matches('S').parse().unwrap();
    IsoWeek::new(if number < 20 { 2027 } else { 2026 }, number).unwrap()
}

fn someone(given: &str, family: &str, role: Role) -> NewPerson {
    NewPerson {
        given: given.into(),
        family: family.into(),
        role,
        // A number kept for fiction.
        phone: (role == Role::Doctor).then(|| "0639980000".into()),
        email: None,
        presence: [true, true, true, true, true, false, false],
        ended: None,
        doctor: DoctorFacts::default(),
    }
}

fn given(family: &str) -> &'static str {
    match family {
        "Vidal" => "Hélène",
        "Aubert" => "Jean",
        "Roche" => "Marie",
        "Morel" => "Paul",
        _ => "Camille",
    }
}

/// Reads a point in the notation of this module.
fn point(line: &str, default: Addressee, today: Day, rota: &Rota) -> (NewItem, NewWord) {
    let (head, rest) = line.split_once(": ").unwrap();
    let (mark, about) = head.split_once(' ').unwrap();
    let gravity = match mark {
        "!" => Gravity::Urgent,
        "~" => Gravity::Watch,
        "." => Gravity::Routine,
        other => panic!("{other}"),
    };
    let item = match about.split(' ').collect::<Vec<_>>()[..] {
        [file, initials, year] => {
            let patient = patient::patient(file, initials, year, false, 2026).unwrap();
            NewItem { kind: Kind::Care, patient: Some(patient), facts: releve::domain::ItemFacts::default() }
        }
        _ => NewItem { kind: Kind::Centre, patient: None, facts: releve::domain::ItemFacts::default() },
    };
    let mut parts = rest.split("; ");
    let text = parts.next().unwrap().to_owned();
    let mut word = NewWord {
        text,
        plan: String::new(),
        gravity,
        due: None,
        show_from: None,
        to: default,
        outcome: None,
        detail: releve::domain::Detail::default(),
    };
    for part in parts {
        match part.split_once(' ').unwrap() {
            ("si", _) => part.clone_into(&mut word.plan),
            ("pour", day) => word.due = Some(when::day(day, today).unwrap()),
            ("dès", from) => word.show_from = Some(week(from)),
            ("à", "l'équipe") => word.to = Addressee::Role(Role::Coordination),
            ("à", to) if to.starts_with('S') && to.len() == 3 => word.to = Addressee::Post(POST, week(to)),
            ("à", name) => word.to = Addressee::Person(find(rota, name).id),
            other => panic!("{other:?}"),
        }
    }
    (item, word)
}

/// The whole rota.
const WHOLE: question::FrameSince = question::FrameSince(Day(i32::MIN));

fn rota(store: &Store, now: Now) -> Rota {
    store.ask(WHOLE, Who::is(PersonId(1)), now).unwrap().rota
}

pub fn find<'a>(rota: &'a Rota, family: &str) -> &'a Person {
    rota.people.0.values().find(|p| p.family == family).unwrap_or_else(|| panic!("nobody is called {family}"))
}

impl Desk {
    /// Ajain with a rota such as `"S48 Vidal, S49 Aubert"`, and an account for each; nobody has signed in.
    pub fn ajain(rota: &str) -> Self {
        let home = Home::new();
        founded(rota).lay_out(home.path());
        let mut desk = Self::real(home.path(), FOUNDED);
        desk.home = Some(home);
        desk
    }

    /// The same made step by step.
    fn found(rota: &str) -> Self {
        let home = Home::new();
        let mut desk = Self::real(home.path(), FOUNDED);
        desk.home = Some(home);
        let centre = NewCentre {
            name: "Ajain".into(),
            commune: "Ajain".into(),
            department: "23".into(),
            opened: Day::ymd(2022, 10, 31).unwrap(),
            opening: Opening::default(),
            names_allowed: false,
            lang: "fr".into(),
            lock_minutes: 10,
            backup_folder: String::new(),
            slot_minutes: 20,
            result_days: 3,
            guide_months: 6,
            own_zone: None,
            words_for_all: true,
            around: releve::domain::account::Around::default(),
            journal_months: releve::domain::journal::USUAL_MONTHS,
        };
        let first = someone("Claire", "Garnier", Role::Coordination);
        let passphrase = SecretString::from(PASSPHRASE);
        let set_up = SetUp { centre, posts: vec!["Médecin".into()], first, passphrase: passphrase.into() };
        let made = desk.backend.answer(Request::SetUp(Box::new(set_up), desk.now));
        assert!(matches!(made, Reply::Created { .. }), "{made:?}");
        desk.backend.answer(Request::RecoveryNoted(desk.now));
        // Its weeks begin at once, and a list of what is late for each is another story.
        let templates = desk.ask(question::Records(&TASK_TEMPLATE));
        let gone = Together::of(templates.iter().map(|row| TASK_TEMPLATE.remove(row.id)));
        desk.acts("Garnier", |_, _| gone);
        for stay in rota.split(", ") {
            let (weeks, family) = stay.split_once(' ').unwrap();
            desk.comes(weeks, family);
        }
        // Somebody can be called on days without a doctor, until the beginning of January.
        let day = desk.now.day;
        desk.acts("Garnier", |rota, _| {
            let doctor = rota.stays.first().unwrap().doctor;
            let values = [("person", doctor.into()), ("from_day", day.into()), ("to_day", day.plus(62).into())];
            MEDICAL_BACKUP.put(values)
        });
        desk
    }

    /// The store itself, whoever sits at the desk.
    pub fn store(&self) -> Store {
        let folder = Folder::at(self.home.as_ref().unwrap().path());
        let keys = Vault::with_work_factor(folder.keys(), 2).open(1, &SecretString::from(PASSPHRASE)).unwrap();
        Store::open(&folder.store(), keys[0].expose()).unwrap()
    }

    /// The same where somebody writes, with what they sign with.
    pub fn store_of(&self, person: PersonId) -> Store {
        let mut store = self.store();
        let account = store.accounts().unwrap().into_iter().find(|a| a.person == person).unwrap();
        let vault = Vault::with_work_factor(Folder::at(self.home.as_ref().unwrap().path()).keys(), 2);
        let opened = vault.open_to_sign(account.id.0, &SecretString::from(PASSPHRASE)).unwrap();
        store.sign_with(opened.signer, opened.recipient, Some(account.id));
        store
    }

    /// Another desk at which C. Garnier sits.
    fn office(&self) -> Backend {
        let folder = Folder::at(self.home.as_ref().unwrap().path());
        let vault = Vault::with_work_factor(folder.keys(), 2);
        let fiction = Fiction { centre: Town::Ajain, seed: 1, now: self.now, who: None };
        let mut backend =
            Backend::new(folder, Lang::Fr, fiction).with_vault(vault).with_seat(Seat::new("bureau", false));
        let passphrase = SecretString::from(PASSPHRASE);
        let opened =
            backend.answer(Request::Unlock { account: AccountId(1), passphrase: passphrase.into(), now: self.now });
        assert!(matches!(opened, Reply::Opened { .. }), "{opened:?}");
        backend
    }

    /// The rota as the store has it.
    pub fn rota(&mut self) -> Rota {
        match &self.home {
            Some(_) => rota(&self.store(), self.now),
            // The fictional centre, which is nowhere but here.
            None => self.ask(WHOLE).rota,
        }
    }

    /// What the first person of the centre is answered.
    pub fn ask<Q: Question>(&mut self, question: Q) -> Q::Answer {
        self.backend.ask(question, Who::is(PersonId(1)), self.now).unwrap()
    }

    /// Somebody does something without the screen; what is on the screen is read again.
    pub fn act(&mut self, family: &str, act: Act) -> &mut Self {
        self.acts(family, |_, _| act)
    }

    /// The same, whose act follows from the rota as it is and from who they are in it. It opens the store once, which
    /// costs more than all that is done there.
    fn acts(&mut self, family: &str, act: impl FnOnce(&Rota, &Person) -> Act) -> &mut Self {
        let reply = if self.home.is_some() {
            let rota = rota(&self.store(), self.now);
            let person = find(&rota, family);
            let mut store = self.store_of(person.id);
            store.write(&Write::of(act(&rota, person)), Who::is(person.id), self.now)
        } else {
            let rota = self.rota();
            let person = find(&rota, family);
            let write = Box::new(Write::of(act(&rota, person)));
            self.backend.answer(Request::Write(write, Who::is(person.id), self.now))
        };
        assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
        self.event(Event::StoreChanged)
    }

    /// A doctor is confirmed from Monday to Friday of a week; somebody new also gets an account.
    pub fn comes(&mut self, weeks: &str, family: &str) -> &mut Self {
        self.comes_to(POST, weeks, 5, family)
    }

    /// The same on a post, for so many days from Monday.
    pub fn comes_to(&mut self, post: PostId, weeks: &str, days: i32, family: &str) -> &mut Self {
        if self.rota().people.0.values().all(|p| p.family != family) {
            self.joins(family, Role::Doctor);
        }
        let from = week(weeks).monday();
        self.acts("Garnier", |rota, _| {
            let doctor = find(rota, family).id;
            Act::Stay(StayAct::Add(NewStay {
                post,
                doctor,
                from,
                to: from.plus(days - 1),
                state: StayState::Confirmed,
                held_until: None,
                note: String::new(),
            }))
        })
    }

    /// Somebody new is known, and gets an account.
    pub fn joins(&mut self, family: &str, role: Role) -> &mut Self {
        self.act("Garnier", Act::People(PeopleAct::Add(someone(given(family), family, role))));
        let person = find(&self.rota(), family).id;
        let request = Request::AddAccount { person, passphrase: SecretString::from(PASSPHRASE).into(), now: self.now };
        let reply = self.office().answer(request);
        assert!(matches!(reply, Reply::AccountAdded(_)), "{reply:?}");
        // The sign-in list is read again.
        self.event(Event::StoreChanged)
    }

    /// C. Garnier has opened a doctor's account by hand, for some days.
    pub fn lets_in(&mut self, family: &str, now: &str) -> &mut Self {
        self.now = at(now);
        let (person, mut store) = (find(&self.rota(), family).id, self.store_of(PersonId(1)));
        let account = store.accounts().unwrap().into_iter().find(|a| a.person == person).unwrap();
        store.open_account(&account, By { person: PersonId(1), now: self.now }).unwrap();
        self
    }

    /// Somebody wrote points, one a line; a doctor's go to the next week, the team's to this one.
    pub fn wrote(&mut self, family: &str, points: &str) -> &mut Self {
        for line in points.lines().map(str::trim).filter(|l| !l.is_empty()) {
            let today = self.now.day;
            self.acts(family, |rota, person| {
                let stay = rota.stay_of(person.id, today).filter(|_| person.role == Role::Doctor);
                let default = stay.map_or(Addressee::Post(POST, today.week()), default_addressee);
                let (item, word) = point(line, default, today, rota);
                Act::Item(ItemAct::Open(item, word))
            });
        }
        self
    }

    /// A doctor wrote the note of the present week.
    pub fn noted(&mut self, family: &str, text: &str) -> &mut Self {
        let today = self.now.day;
        self.acts(family, |rota, person| {
            let stay = rota.stay_of(person.id, today).unwrap().id;
            Act::Handover(HandoverAct::Note(stay, NoteKind::Week, text.into()))
        })
    }

    /// A doctor signed the transmission of the present stay.
    pub fn signed(&mut self, family: &str) -> &mut Self {
        let today = self.now.day;
        self.acts(family, |rota, person| {
            let stay = rota.stay_of(person.id, today).unwrap().id;
            Act::Handover(HandoverAct::Sign { stay, name: family.into(), nothing_to_report: false, as_is: false })
        })
    }

    /// Signs in on the real screen; whoever sits there locks it first.
    #[track_caller]
    pub fn sign_in(&mut self, family: &str) -> &mut Self {
        if self.app.is_unlocked() {
            self.keys("<C-l>");
        }
        self.says("Qui êtes-vous ?");
        let names = self.backend.names().unwrap();
        let place = names.iter().position(|n| n.label.ends_with(family)).unwrap();
        for _ in &names {
            self.keys("<up>");
        }
        for _ in 0..place {
            self.keys("<down>");
        }
        self.keys(PASSPHRASE).keys("<enter>");
        assert!(self.app.is_unlocked(), "{family} could not sign in\n{}", self.screen());
        self
    }

    /// The clock, then somebody at the desk: `desk.sits_down("Vidal", "2026-11-27T17:30")`.
    #[track_caller]
    pub fn sits_down(&mut self, family: &str, now: &str) -> &mut Self {
        if self.app.is_unlocked() {
            self.keys("<C-l>");
        }
        self.now = at(now);
        self.sign_in(family)
    }
}
