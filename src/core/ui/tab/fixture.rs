//! A small centre for the tests of the tabs: three doctors in turn, a vacant week, a team of two.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::briefing::{Reader, briefing};
use crate::domain::prepared::Prepared;
use crate::domain::today::{Sources, today};
use crate::domain::transmission::transmission;
use crate::domain::{
    Addressee, Answer, Calendar, Day, DoctorFacts, Gravity, Handover, IsoWeek, Item, ItemId, Kind, Notes, Now, Outcome,
    PatientRef, Person, PersonId, Post, PostId, Receipt, ReceiptId, Relay, RelayId, Rev, Role, Rota, Signature, Stamp,
    Stay, StayId, StayState, Takeover, Thread, Verdict, Who,
};
use crate::protocol::{FramePage, Page};
use crate::ui::{Cx, Look, Pane, Session};
use crate::words::{Lang, Words};

pub(in crate::ui) const CLAIRE: PersonId = PersonId(1);
pub(in crate::ui) const NURSE: PersonId = PersonId(2);
pub(in crate::ui) const VIDAL: PersonId = PersonId(10);
pub(in crate::ui) const AUBERT: PersonId = PersonId(11);
pub(in crate::ui) const ROCHE: PersonId = PersonId(12);
pub(in crate::ui) const S48: StayId = StayId(1);
pub(in crate::ui) const S49: StayId = StayId(2);
pub(in crate::ui) const S51: StayId = StayId(3);
pub(in crate::ui) const POST: PostId = PostId(1);

pub(in crate::ui) fn day(month: u32, day: u32) -> Day {
    Day::ymd(2026, month, day).unwrap()
}

pub(in crate::ui) fn week(number: u32) -> IsoWeek {
    IsoWeek::new(2026, number).unwrap()
}

/// Everything a test may change before it looks.
pub(in crate::ui) struct Fixture {
    pub words: Words,
    pub look: Look,
    pub frame: FramePage,
    pub session: Session,
    pub now: Now,
    pub area: Rect,
    pub threads: Vec<Thread>,
    /// What is known of stays beside the rota.
    pub prepared: Prepared,
}

fn person(id: PersonId, given: &str, family: &str, role: Role) -> Person {
    Person {
        same_as: None,
        id,
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

fn stay(id: StayId, doctor: PersonId, from: Day, to: Day) -> Stay {
    Stay {
        id,
        post: POST,
        doctor,
        from,
        to,
        state: StayState::Confirmed,
        withdrawal: None,
        was_confirmed: false,
        held_until: None,
        said_on: None,
        note: String::new(),
    }
}

impl Fixture {
    pub(in crate::ui) fn new(who: PersonId, now: Now) -> Self {
        let people = [
            person(CLAIRE, "Claire", "Garnier", Role::Coordination),
            person(NURSE, "Nadia", "Morel", Role::Nurse),
            person(VIDAL, "Hélène", "Vidal", Role::Doctor),
            person(AUBERT, "Marc", "Aubert", Role::Doctor),
            person(ROCHE, "Anne", "Roche", Role::Doctor),
        ];
        let rota = Rota {
            calendar: Calendar::default(),
            posts: vec![Post { id: POST, name: "Médecin".into(), pattern: crate::domain::Pattern::Programmed }],
            stays: vec![
                stay(S48, VIDAL, day(11, 23), day(11, 28)),
                stay(S49, AUBERT, day(11, 30), day(12, 5)),
                stay(S51, ROCHE, day(12, 14), day(12, 19)),
            ]
            .into(),
            people: people.into_iter().collect(),
            result_days: 3,
            ..Rota::default()
        };
        let centre = crate::domain::fixture::centre();
        let frame = FramePage {
            centre,
            rota,
            half_days: Vec::new(),
            alerts: Vec::new(),
            undo: None,
            redo: None,
            revs: BTreeMap::new(),
            followed: BTreeMap::new(),
            open: Vec::new(),
            chronic: std::collections::BTreeSet::new(),
            desk: crate::protocol::DeskFacts::default(),
            shelf: crate::domain::writing::Shelf::default(),
        };
        Self {
            words: Words::new(Lang::Fr),
            look: Look { theme: None, ascii: false, blocks: false },
            frame,
            session: Session { who: Who::is(who), demo: false },
            now,
            threads: Vec::new(),
            prepared: Prepared::default(),
            area: Rect::new(0, 0, 80, 21),
        }
    }

    pub(in crate::ui) fn cx(&self) -> Cx<'_> {
        Cx {
            words: &self.words,
            look: &self.look,
            frame: &self.frame,
            session: &self.session,
            now: self.now,
            area: self.area,
        }
    }

    /// A new point; its first word stands in the stay that ran on that day, if its author is that doctor.
    pub(in crate::ui) fn point(
        &mut self,
        id: i64,
        kind: Kind,
        gravity: Gravity,
        due: Option<Day>,
        first: (PersonId, Day, &str),
    ) {
        let patient = (kind != Kind::Centre).then(|| PatientRef {
            file: format!("{:04}", 1200 + id),
            initials: Some("M.D.".into()),
            birth_year: Some(1948),
        });
        self.threads.push(Thread {
            item: Item {
                id: ItemId(id),
                rev: Rev(0),
                kind,
                patient,
                facts: crate::domain::ItemFacts::default(),
                elsewhere: crate::domain::Elsewhere::default(),
            },
            relays: vec![],
            receipts: vec![],
            steps: vec![],
            weeks: self.frame.rota.stays.iter().map(|s| (s.id, s.week())).collect(),
        });
        let (author, on, text) = first;
        let stay = self.stay_on(author, on);
        let to = Addressee::Post(POST, on.week().next());
        let at = Stamp::at(on, 10 * 60);
        self.last(id).relays.push(Relay {
            id: RelayId(id * 10),
            rev: Rev(0),
            item: ItemId(id),
            author,
            entered_by: None,
            at,
            stay,
            verdict: Verdict::Opened,
            text: text.into(),
            plan: String::new(),
            gravity,
            due,
            show_from: None,
            to,
            outcome: None,
            detail: crate::domain::Detail::default(),
        });
    }

    pub(in crate::ui) fn last(&mut self, id: i64) -> &mut Thread {
        self.threads.iter_mut().find(|t| t.item.id == ItemId(id)).unwrap()
    }

    pub(in crate::ui) fn head(&mut self, id: i64) -> &mut Relay {
        self.last(id).relays.last_mut().unwrap()
    }

    fn stay_on(&self, author: PersonId, on: Day) -> Option<StayId> {
        self.frame.rota.stays.iter().find(|s| s.doctor == author && s.covers(on)).map(|s| s.id)
    }

    /// A further word, handed to the week after.
    pub(in crate::ui) fn say(&mut self, id: i64, verdict: Verdict, said: (PersonId, Day, &str)) {
        let (author, on, text) = said;
        let stay = self.stay_on(author, on);
        let thread = self.last(id);
        let mut relay = thread.head().clone();
        relay.id = RelayId(relay.id.0 + 1);
        relay.author = author;
        relay.at = Stamp::at(on, 16 * 60);
        relay.stay = stay;
        relay.verdict = verdict;
        relay.text = text.into();
        relay.to = Addressee::Post(POST, on.week().next());
        relay.outcome = (verdict == Verdict::Closed).then_some(Outcome::Done);
        thread.relays.push(relay);
    }

    pub(in crate::ui) fn answer(
        &mut self,
        id: i64,
        stay: Option<StayId>,
        author: PersonId,
        answer: Answer,
        words: &str,
    ) {
        let at = self.now.at;
        let thread = self.last(id);
        thread.receipts.push(Receipt {
            id: ReceiptId(id * 10 + i64::try_from(thread.receipts.len()).unwrap()),
            item: ItemId(id),
            stay,
            author,
            entered_by: None,
            at,
            answer,
            words: words.into(),
        });
    }

    pub(in crate::ui) fn sign(&mut self, stay: StayId, on: Day, notes: Notes) {
        let author = self.frame.rota.stay(stay).unwrap().doctor;
        let signature = Signature {
            author,
            entered_by: None,
            name: "nom".into(),
            at: Stamp::at(on, 18 * 60 + 42),
            hash: "1a2b3c4d5e6f".into(),
            previous: None,
            follows: None,
            figures: None,
            nothing_to_report: false,
            as_is: false,
            undecided: vec![],
        };
        let handover = Handover { notes, signature: Some(signature), ..Handover::empty(stay) };
        self.frame.rota.handovers.insert(stay, handover);
    }

    pub(in crate::ui) fn take_over(&mut self, stay: StayId, at: Stamp) {
        let author = self.frame.rota.stay(stay).unwrap().doctor;
        let taken = Takeover { stay, author, entered_by: None, name: "nom".into(), at, unanswered: vec![] };
        self.frame.rota.takeovers.insert(stay, taken);
    }

    pub(in crate::ui) fn briefing(&self) -> Page {
        let reader = self.cx().reader();
        if let Reader::Team(person) = reader {
            return self.team_briefing(person);
        }
        Page::Briefing(Box::new(briefing(reader, &self.threads, &self.frame.rota, self.now)))
    }

    pub(in crate::ui) fn team_briefing(&self, person: PersonId) -> Page {
        let rota = &self.frame.rota;
        let mut page = briefing(Reader::Team(person), &self.threads, rota, self.now);
        page.due = today(
            person,
            Sources { known: &self.prepared, to_close: &[], to_call: &[], care: &crate::domain::care::Care::default() },
            rota,
            self.now,
        );
        Page::Briefing(Box::new(page))
    }

    pub(in crate::ui) fn transmission(&self, stay: StayId) -> Page {
        Page::Transmission(transmission(stay, &self.threads, &self.frame.rota, self.now).map(Box::new))
    }

    pub(in crate::ui) fn draw(&self, pane: &impl Pane, columns: u16, rows: u16) -> String {
        let area = Rect::new(0, 0, columns, rows);
        let mut buf = Buffer::empty(area);
        pane.draw(area, &mut buf, &self.cx());
        shown(&buf)
    }
}

/// What a buffer shows, without the blanks at the ends of lines.
pub(in crate::ui) fn shown(buf: &Buffer) -> String {
    let rows = buf.content.chunks(usize::from(buf.area.width));
    rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().trim_end().to_owned() + "\n")
        .collect()
}

/// Monday 14 December, 8:40: Dr Roche arrives after a week without a doctor.
pub(in crate::ui) fn monday() -> Fixture {
    let mut f = Fixture::new(ROCHE, Now::on(day(12, 14), 8, 40));
    f.sign(S48, day(11, 27), Notes::default());
    let week = "Semaine calme, deux visites à domicile à Lavaveix. La voiture 1 est au garage jusqu'au 15.";
    f.sign(S49, day(12, 4), Notes { week: week.into(), ..Notes::default() });
    f.point(
        1,
        Kind::Care,
        Gravity::Urgent,
        Some(day(12, 15)),
        (VIDAL, day(11, 26), "INR 4,8 sous AVK, sans saignement ; une prise sautée."),
    );
    f.head(1).plan = "Si saignement, 15. Si INR ≥ 5, protocole du centre, avis du cardiologue.".into();
    f.say(
        1,
        Verdict::Completed,
        (AUBERT, day(12, 4), "Contrôle au labo sam. 12/12, résultat attendu au centre lundi."),
    );
    f.point(
        2,
        Kind::Result,
        Gravity::Urgent,
        Some(day(12, 11)),
        (AUBERT, day(12, 3), "TSH contrôlée, à lire dès réception."),
    );
    f.head(2).plan = "Si TSH < 0,1, appeler l'endocrinologue.".into();
    f.point(
        3,
        Kind::Care,
        Gravity::Watch,
        None,
        (AUBERT, day(12, 2), "Plaie du pied, pansement trois fois par semaine par l'IDE."),
    );
    f.point(
        4,
        Kind::Result,
        Gravity::Routine,
        Some(day(12, 18)),
        (AUBERT, day(12, 2), "Scanner thoracique, compte rendu attendu de Guéret."),
    );
    f.point(5, Kind::Result, Gravity::Routine, None, (VIDAL, day(11, 25), "Frottis."));
    f.say(5, Verdict::Unchanged, (AUBERT, day(12, 4), ""));
    f.point(
        6,
        Kind::Promise,
        Gravity::Routine,
        Some(day(12, 22)),
        (AUBERT, day(12, 1), "Promis un courrier pour la MDPH."),
    );
    f
}

/// Friday 27 November, 16:00: Dr Vidal hands over three points carried in, two new ones, one closed.
pub(in crate::ui) fn friday() -> Fixture {
    let mut f = Fixture::new(VIDAL, Now::on(day(11, 27), 16, 0));
    for (id, text) in
        [(1, "Tension à recontrôler avec l'automesure."), (2, "Bilan rénal à lire."), (3, "Rappeler la fille.")]
    {
        f.point(id, Kind::Care, Gravity::Routine, None, (CLAIRE, day(11, 18), text));
    }
    f.head(2).gravity = Gravity::Watch;
    f.point(
        4,
        Kind::Care,
        Gravity::Urgent,
        Some(day(12, 1)),
        (VIDAL, day(11, 26), "INR 4,8 sous AVK, sans saignement."),
    );
    f.head(4).plan = "Si saignement, 15.".into();
    f.point(5, Kind::Centre, Gravity::Routine, None, (VIDAL, day(11, 25), "Commander des bandelettes urinaires."));
    f.point(6, Kind::Recall, Gravity::Routine, None, (CLAIRE, day(11, 17), "Vaccin à prévoir."));
    f.say(6, Verdict::Closed, (VIDAL, day(11, 24), "Fait mardi."));
    f
}
