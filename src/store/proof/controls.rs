//! The negative controls: each rule broken on purpose, and found out by that very rule.

use super::fault::Fault;
use super::history::history;
use super::{memory, play};

/// How many weeks a control may take to show.
const WEEKS: usize = 14;

/// The rule that the first history which goes wrong names, and what it says.
fn found_out(fault: Fault) -> (u8, String) {
    let wrong = (1..=12).find_map(|seed| play(&history(seed, WEEKS), memory(), fault, false).err());
    let found = wrong.unwrap_or_else(|| panic!("{fault:?} was never found out"));
    (found.broken.rule, found.broken.said)
}

#[rstest::rstest]
#[case::rule_1_without_a_holder(Fault::APointHasNoHolder, 1, "that somebody follows")]
#[case::rule_1_with_two(Fault::APointHasTwoHolders, 1, "that somebody follows")]
#[case::rule_2_an_open_point_vanishes(Fault::AnOpenPointVanishes, 2, "is open and nowhere")]
#[case::rule_2_a_vacant_week_swallows(Fault::AVacantWeekSwallows, 2, "is missing for Stay")]
#[case::rule_3_a_cancelled_stay_still_receives(Fault::ACancelledStayStillReceives, 3, "is missing for Stay")]
#[case::rule_3_an_empty_role_holds(Fault::AnEmptyRoleHolds, 3, "followed")]
#[case::rule_4_the_leaving_doctor_still_holds(Fault::TheLeavingDoctorStillHolds, 4, "followed")]
#[case::rule_5_signed_text_changes(Fault::SignedTextChanges, 5, "says «")]
#[case::rule_5_a_reopening_takes_from_others(Fault::AReopeningTakesFromOthers, 5, "")]
#[case::rule_5_a_reopened_doctor_holds_nothing(Fault::AReopenedDoctorHoldsNothing, 5, "followed")]
#[case::rule_6_an_unsigned_departure_is_forgotten(Fault::AnUnsignedDepartureIsForgotten, 6, "left unsigned")]
#[case::rule_6_unsigned_points_are_not_marked(Fault::UnsignedPointsAreNotMarked, 6, "unsigned: false")]
#[case::rule_7_reading_takes(Fault::ReadingTakes, 7, "")]
#[case::rule_7_an_urgent_point_is_taken_without_words(Fault::AnUrgentPointIsTakenWithoutWords, 7, "not refused")]
#[case::rule_8_who_typed_is_forgotten(Fault::WhoTypedIsForgotten, 8, "typed by None")]
#[case::rule_9_silence_is_nothing_to_report(Fault::SilenceIsNothingToReport, 9, "not refused")]
#[case::rule_10_a_plan_is_made_up(Fault::APlanIsMadeUp, 10, "not refused")]
#[case::rule_11_a_due_day_moves_with_today(Fault::ADueDayMovesWithToday, 11, "is due on")]
#[case::rule_12_unchanged_is_not_counted(Fault::UnchangedIsNotCounted, 12, "goes to Post")]
#[case::rule_13_a_point_shows_before_its_week(Fault::APointShowsBeforeItsWeek, 13, "is not for")]
#[case::rule_13_a_point_comes_after_its_week(Fault::APointComesAfterItsWeek, 13, "is missing for")]
#[case::rule_14_what_was_read_is_forgotten(Fault::WhatWasReadIsForgotten, 14, "written on what another had changed")]
#[case::rule_15_urgent_comes_last(Fault::UrgentComesLast, 15, "urgent points are not first")]
#[case::rule_15_vacant_weeks_are_not_said(Fault::VacantWeeksAreNotSaid, 15, "takes over")]
fn a_rule_broken_on_purpose_is_found_out(#[case] fault: Fault, #[case] rule: u8, #[case] why: &str) {
    let (found, said) = found_out(fault);
    assert!(found == rule && said.contains(why), "rule {found}, not {rule}: {said}");
}
