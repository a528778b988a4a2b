use rstest::rstest;

use super::super::fixture::{monday, stay};
use super::super::preparation::ready_papers;
use super::super::record::{PAPER, PAPER_KIND, Record, Values, Written};
use super::super::{PersonId, Rev, StayId};
use super::*;

fn row(record: &Record, id: i64, values: Values) -> Written {
    let _ = record;
    Written { id, rev: Rev(1), values, by: None }
}

/// The ready-made papers, numbered in their order.
fn kinds() -> Vec<Listed<PaperKind>> {
    let numbered = (1..).zip(ready_papers(str::to_owned));
    numbered
        .map(|(id, kind)| {
            let row = row(&PAPER_KIND, id, kind.values());
            Listed { what: PaperKind::of(&row).unwrap(), row }
        })
        .collect()
}

fn id_of(name: &str) -> i64 {
    kinds().iter().find(|kind| kind.what.name == name).unwrap().what.id
}

/// A paper that was received and checked long ago.
fn there(name: &str) -> Paper {
    let day = Some(monday(30));
    Paper {
        kind: id_of(name),
        person: PersonId(1),
        stay: Some(StayId(1)),
        asked_on: day,
        received_on: day,
        dated: None,
        valid_until: None,
        checked_on: day,
        checked_by: None,
        refused: false,
        note: String::new(),
    }
}

fn listed(papers: Vec<Paper>) -> Vec<Listed<Paper>> {
    (1..)
        .zip(papers)
        .map(|(id, paper)| {
            let row = row(&PAPER, id, paper.values());
            Listed { what: Paper::of(&row).unwrap(), row }
        })
        .collect()
}

/// Everything that a status needs, checked; nothing of what the next cases change.
fn all_of(status: DoctorStatus) -> Vec<Paper> {
    let stay = stay(1, 1, 1, 48);
    let is_for = |kind: &Listed<PaperKind>| kind.what.is_for(&stay, Some(status), stay.from.plus(-3));
    kinds().iter().filter(|kind| is_for(kind)).map(|kind| there(&kind.what.name)).collect()
}

fn of(status: DoctorStatus, papers: Vec<Paper>) -> (Option<Light>, Vec<String>) {
    let (stay, kinds, papers) = (stay(1, 1, 1, 48), kinds(), listed(papers));
    let today = stay.from.plus(-3);
    let wrong = needed(&stay, Some(status), &kinds, &papers, today);
    let wrong = wrong.iter().filter(|n| n.light() != Light::Complete);
    let wrong = wrong.map(|n| format!("{} {:?}", n.kind.what.name, n.light())).collect();
    (light(&stay, Some(status), &kinds, &papers, today), wrong)
}

#[rstest]
#[case(DoctorStatus::NewGraduate)]
#[case(DoctorStatus::Locum)]
#[case(DoctorStatus::SelfEmployed)]
#[case(DoctorStatus::Salaried)]
#[case(DoctorStatus::Hospital)]
#[case(DoctorStatus::Retired)]
fn with_every_paper_of_their_status_a_file_is_complete_and_without_one_it_is_not(#[case] status: DoctorStatus) {
    let all = all_of(status);
    assert_eq!(of(status, all.clone()), (Some(Light::Complete), vec![]));
    for at in 0..all.len() {
        let mut without = all.clone();
        let gone = without.remove(at);
        let kind = kinds().into_iter().find(|kind| kind.what.id == gone.kind).unwrap().what;
        let expected = if kind.weight == PaperWeight::Needed { Light::Incomplete } else { Light::ToComplete };
        assert_eq!(of(status, without), (Some(expected), vec![format!("{} {expected:?}", kind.name)]));
    }
}

#[rstest]
// The law knows who practises elsewhere; a locum has a contract of their own, and their own card.
#[case(DoctorStatus::SelfEmployed, &["paper-declaration", "paper-cps", "paper-contract", "paper-dpae", "paper-derogation"], &["paper-locum-contract", "paper-cumul"])]
#[case(DoctorStatus::Locum, &["paper-locum-contract"], &["paper-declaration", "paper-cps", "paper-contract", "paper-dpae"])]
#[case(DoctorStatus::Retired, &["paper-retired-since", "paper-cumul", "paper-contract"], &["paper-declaration", "paper-derogation"])]
#[case(DoctorStatus::NewGraduate, &["paper-contract", "paper-dpae"], &["paper-declaration", "paper-locum-contract"])]
fn each_status_needs_its_own(#[case] status: DoctorStatus, #[case] needs: &[&str], #[case] not: &[&str]) {
    let all: Vec<i64> = all_of(status).iter().map(|paper| paper.kind).collect();
    assert!(needs.iter().all(|name| all.contains(&id_of(name))), "{status:?}");
    assert!(not.iter().all(|name| !all.contains(&id_of(name))), "{status:?}");
}

/// The last day of the stay is Saturday 28 November 2026.
#[rstest]
#[case(Paper { valid_until: Some(monday(48).plus(5)), ..there("paper-rcp") }, Light::Complete)]
#[case(Paper { valid_until: Some(monday(48).plus(4)), ..there("paper-rcp") }, Light::Incomplete)]
// Dated a year before, it holds for twelve months.
#[case(Paper { dated: Day::ymd(2025, 11, 28), ..there("paper-rcp") }, Light::Complete)]
#[case(Paper { dated: Day::ymd(2025, 11, 27), ..there("paper-rcp") }, Light::Incomplete)]
#[case(Paper { checked_on: None, ..there("paper-rcp") }, Light::ToComplete)]
#[case(Paper { checked_on: None, received_on: None, ..there("paper-rcp") }, Light::ToComplete)]
#[case(Paper { refused: true, ..there("paper-rcp") }, Light::Incomplete)]
// The declaration: received two months before, at the latest.
#[case(Paper { received_on: Some(monday(48).plus(-60)), ..there("paper-declaration") }, Light::Complete)]
#[case(Paper { received_on: Some(monday(48).plus(-59)), ..there("paper-declaration") }, Light::ToComplete)]
fn a_paper_is_judged_for_the_last_day(#[case] paper: Paper, #[case] expected: Light) {
    let mut all = all_of(DoctorStatus::Salaried);
    all.retain(|other| other.kind != paper.kind);
    all.push(paper);
    assert_eq!(of(DoctorStatus::Salaried, all).0, Some(expected));
}

#[rstest]
#[case(Day::ymd(2021, 11, 28), Light::Complete)]
#[case(Day::ymd(2021, 11, 27), Light::ToComplete)]
fn a_condition_of_the_association_is_never_red_and_said_as_theirs(
    #[case] retired: Option<Day>,
    #[case] expected: Light,
) {
    let mut all = all_of(DoctorStatus::Retired);
    let id = id_of("paper-retired-since");
    all.iter_mut().filter(|paper| paper.kind == id).for_each(|paper| paper.dated = retired);
    assert_eq!(of(DoctorStatus::Retired, all.clone()).0, Some(expected));
    let (stay, kinds, papers) = (stay(1, 1, 1, 48), kinds(), listed(all));
    let found = needed(&stay, Some(DoctorStatus::Retired), &kinds, &papers, stay.from);
    let said = found.iter().find(|n| n.kind.what.id == id).unwrap().msg();
    assert_eq!(said.id == "paper-of-association", expected != Light::Complete);
}

#[test]
fn a_paper_of_another_stay_or_another_doctor_does_not_count_and_a_renewal_does() {
    let mut all = all_of(DoctorStatus::Salaried);
    let contract = id_of("paper-contract");
    all.iter_mut().filter(|p| p.kind == contract).for_each(|p| p.stay = Some(StayId(2)));
    assert_eq!(of(DoctorStatus::Salaried, all.clone()).0, Some(Light::Incomplete));
    all.push(there("paper-contract"));
    assert_eq!(of(DoctorStatus::Salaried, all.clone()).0, Some(Light::Complete));
    let rcp = id_of("paper-rcp");
    all.iter_mut().filter(|p| p.kind == rcp).for_each(|p| p.valid_until = Some(monday(40)));
    assert_eq!(of(DoctorStatus::Salaried, all.clone()).0, Some(Light::Incomplete));
    all.push(Paper { valid_until: Some(monday(90)), ..there("paper-rcp") });
    assert_eq!(of(DoctorStatus::Salaried, all.clone()).0, Some(Light::Complete));
    for paper in &mut all {
        paper.person = PersonId(2);
    }
    assert_eq!(of(DoctorStatus::Salaried, all).0, Some(Light::Incomplete));
}

#[test]
fn what_cannot_be_there_yet_is_not_asked_for_and_an_unknown_status_is_never_complete() {
    let (stay, kinds) = (stay(1, 1, 1, 48), kinds());
    let asks = |days: i32| {
        let found = needed(&stay, Some(DoctorStatus::Salaried), &kinds, &[], stay.from.plus(-days));
        found.iter().any(|n| n.kind.what.name == "paper-dpae")
    };
    assert!(!asks(9) && asks(8));
    let papers = listed(all_of(DoctorStatus::NewGraduate));
    assert_eq!(light(&stay, None, &kinds, &papers, stay.from.plus(-20)), Some(Light::ToComplete));
    assert_eq!(light(&stay, None, &[], &papers, stay.from), None);
    assert_eq!(light(&stay, None, &kinds, &papers, stay.to.plus(1)), None);
}

#[test]
fn one_is_reminded_before_the_end_unless_it_was_renewed() {
    let kinds = kinds();
    let ends = |until| Paper { valid_until: Some(until), ..there("paper-rcp") };
    let reminded = |papers: &[Listed<Paper>], today| reminders(&kinds, papers, today).count();
    let one = listed(vec![ends(monday(48))]);
    assert_eq!((reminded(&one, monday(48).plus(-31)), reminded(&one, monday(48).plus(-30))), (0, 1));
    let renewed = listed(vec![ends(monday(48)), ends(monday(99))]);
    assert_eq!(reminded(&renewed, monday(48)), 0);
}
