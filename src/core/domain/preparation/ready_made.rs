//! Ready-made templates and papers, which a new centre begins with and any centre may take. Their words are said in the
//! language of the centre.
//!
//! Sources: the declaration of an activity to the departmental council of the Ordre two months before, at the latest
//! (art. R. 4127-85 of the Code de la santé publique); the préalable à l'embauche declared from eight days before the
//! start to the eve (art. R. 1221-4 and R. 1221-5 of the Code du travail). The others are what centres do.

use super::super::act::{Act, CentreAct, RecordAct};
use super::super::record::{
    Anchor, Belongs, CARE_PROTOCOL, CareProtocol, Length, PAPER_KIND, PaperKind, PaperWeight, TASK_TEMPLATE,
    TaskTemplate,
};
use super::super::{DoctorStatus, Role};

use DoctorStatus::{Hospital, Locum, NewGraduate, Retired, Salaried, SelfEmployed};

/// Who practises elsewhere as well, and declares it.
const PRACTISING: &[DoctorStatus] = &[SelfEmployed, Salaried, Hospital];

/// A ready-made task: its words, anchor, days, owner, whether before the arrival, for whom, after what.
type Ready = (&'static str, Anchor, i32, Role, bool, &'static [DoctorStatus], &'static str);

const TASKS: &[Ready] = &[
    ("ready-declaration-sent", Anchor::Arrival, -90, Role::Coordination, true, PRACTISING, ""),
    (
        "ready-declaration-received",
        Anchor::Arrival,
        -65,
        Role::Coordination,
        true,
        PRACTISING,
        "ready-declaration-sent",
    ),
    (
        "ready-contract",
        Anchor::Arrival,
        -60,
        Role::Coordination,
        true,
        &[NewGraduate, SelfEmployed, Salaried, Hospital, Retired],
        "",
    ),
    ("ready-locum-contract", Anchor::Arrival, -60, Role::Coordination, true, &[Locum], ""),
    ("ready-cps", Anchor::Arrival, -45, Role::Coordination, true, PRACTISING, ""),
    ("ready-booklet", Anchor::Arrival, -21, Role::Assistant, false, &[], ""),
    ("ready-travel", Anchor::Arrival, -14, Role::Assistant, false, &[], ""),
    ("ready-house", Anchor::Arrival, -14, Role::Coordination, true, &[], ""),
    ("ready-accounts", Anchor::Arrival, -7, Role::Assistant, true, &[], ""),
    (
        "ready-dpae",
        Anchor::Arrival,
        -1,
        Role::Coordination,
        true,
        &[NewGraduate, SelfEmployed, Salaried, Hospital, Retired],
        "ready-contract",
    ),
    ("ready-car", Anchor::Arrival, -1, Role::Assistant, false, &[], ""),
    ("ready-welcome", Anchor::Arrival, 0, Role::Coordination, false, &[], ""),
    ("ready-keys", Anchor::Departure, 0, Role::Assistant, false, &[], ""),
    ("ready-thanks", Anchor::Departure, 2, Role::Coordination, false, &[], ""),
    ("ready-refund", Anchor::Departure, 7, Role::Coordination, false, &[], ""),
];

/// What a short mission needs no more than: no list of its own but these.
const NOT_SHORT: &[&str] = &["ready-booklet", "ready-thanks"];

/// The ready-made templates, in the words of a language.
#[must_use]
pub fn ready_tasks(words: impl Fn(&str) -> String) -> Vec<TaskTemplate> {
    let said = |id: &str| if id.is_empty() { String::new() } else { words(id) };
    TASKS
        .iter()
        .map(|(what, anchor, days, owner, before_arrival, statuses, after)| TaskTemplate {
            what: said(what),
            anchor: *anchor,
            days: *days,
            owner: *owner,
            person: None,
            before_arrival: *before_arrival,
            after: said(after),
            length: NOT_SHORT.contains(what).then_some(Length::Week),
            statuses: statuses.to_vec(),
        })
        .collect()
}

/// A ready-made paper.
struct ReadyPaper {
    name: &'static str,
    belongs: Belongs,
    weight: PaperWeight,
    /// None is all.
    statuses: &'static [DoctorStatus],
    months: Option<u32>,
    ask_days: Option<u32>,
    days_before: Option<u32>,
    remind_days: Option<u32>,
    /// The task that is done with it.
    settles: &'static str,
    source: &'static str,
}

/// One that is needed, of everybody, and holds for ever.
const fn needed(name: &'static str, belongs: Belongs) -> ReadyPaper {
    ReadyPaper {
        name,
        belongs,
        weight: PaperWeight::Needed,
        statuses: &[],
        months: None,
        ask_days: None,
        days_before: None,
        remind_days: None,
        settles: "",
        source: "",
    }
}

/// Who is employed by the association for the stay.
const EMPLOYED: &[DoctorStatus] = &[NewGraduate, SelfEmployed, Salaried, Hospital, Retired];

const PAPERS: &[ReadyPaper] = &[
    needed("paper-order", Belongs::Doctor),
    needed("paper-diploma", Belongs::Doctor),
    ReadyPaper { remind_days: Some(60), ..needed("paper-identity", Belongs::Doctor) },
    ReadyPaper { months: Some(12), remind_days: Some(30), ..needed("paper-rcp", Belongs::Doctor) },
    needed("paper-rib", Belongs::Doctor),
    ReadyPaper { weight: PaperWeight::ToCheck, remind_days: Some(60), ..needed("paper-licence", Belongs::Doctor) },
    ReadyPaper {
        statuses: PRACTISING,
        days_before: Some(60),
        settles: "ready-declaration-received",
        source: "R. 4127-85 CSP",
        ..needed("paper-declaration", Belongs::Centre)
    },
    ReadyPaper { statuses: PRACTISING, ask_days: Some(60), ..needed("paper-cps", Belongs::Centre) },
    ReadyPaper { ask_days: Some(14), settles: "ready-accounts", ..needed("paper-account", Belongs::Centre) },
    ReadyPaper {
        statuses: EMPLOYED,
        ask_days: Some(90),
        settles: "ready-contract",
        ..needed("paper-contract", Belongs::Stay)
    },
    ReadyPaper {
        statuses: &[Locum],
        ask_days: Some(90),
        settles: "ready-locum-contract",
        ..needed("paper-locum-contract", Belongs::Stay)
    },
    ReadyPaper {
        statuses: EMPLOYED,
        ask_days: Some(8),
        days_before: Some(1),
        settles: "ready-dpae",
        source: "R. 1221-4 CT",
        ..needed("paper-dpae", Belongs::Stay)
    },
    ReadyPaper {
        weight: PaperWeight::ToCheck,
        statuses: &[SelfEmployed],
        ask_days: Some(90),
        source: "R. 4127-65 CSP",
        ..needed("paper-derogation", Belongs::Stay)
    },
    ReadyPaper {
        weight: PaperWeight::Association,
        statuses: &[Retired],
        months: Some(60),
        source: "Médecins Solidaires",
        ..needed("paper-retired-since", Belongs::Doctor)
    },
    ReadyPaper {
        weight: PaperWeight::ToCheck,
        statuses: &[Retired],
        source: "CARMF",
        ..needed("paper-cumul", Belongs::Doctor)
    },
];

/// The ready-made papers, in the words of a language.
#[must_use]
pub fn ready_papers(words: impl Fn(&str) -> String) -> Vec<PaperKind> {
    PAPERS
        .iter()
        .map(|ready| PaperKind {
            id: 0,
            name: words(ready.name),
            belongs: ready.belongs,
            weight: ready.weight,
            statuses: ready.statuses.to_vec(),
            months: ready.months,
            ask_days: ready.ask_days,
            days_before: ready.days_before,
            remind_days: ready.remind_days,
            settles: if ready.settles.is_empty() { String::new() } else { words(ready.settles) },
            from_day: None,
            to_day: None,
            source: ready.source.to_owned(),
        })
        .collect()
}

/// The act that takes all of them, in the words of a language.
#[must_use]
pub fn ready_made(words: impl Fn(&str) -> String) -> Act {
    let tasks = ready_tasks(&words).into_iter().map(|t| RecordAct::Put(&TASK_TEMPLATE, None, t.values()));
    let papers = ready_papers(&words).into_iter().map(|p| RecordAct::Put(&PAPER_KIND, None, p.values()));
    let protocols = ready_protocols(&words).into_iter().map(|p| RecordAct::Put(&CARE_PROTOCOL, None, p.values()));
    CentreAct::ReadyMade(tasks.chain(papers).chain(protocols).collect()).into()
}

/// The protocols of the infirmière Asalée, each with the months from one contact to the next.
///
/// Those of the cooperation protocol Asalée (order of 1 March 2021); the intervals are a start, and the centre's to set.
const PROTOCOLS: [(&str, u32); 4] =
    [("ready-diabetes", 3), ("ready-cardiovascular", 6), ("ready-copd", 6), ("ready-cognitive", 12)];

/// The ready-made protocols, in the words of a language.
pub fn ready_protocols(words: impl Fn(&str) -> String) -> Vec<CareProtocol> {
    PROTOCOLS
        .iter()
        .map(|(name, months)| CareProtocol { name: words(name), months: *months, retired_on: None })
        .collect()
}
