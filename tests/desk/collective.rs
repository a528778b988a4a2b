//! The collective: a withdrawal repaired, volunteers known, asked and entered, weeks swapped.

use releve::domain::act::{Act, AgendaAct};
use releve::domain::agenda::{NewEntry, OnClash};
use releve::domain::{Day, EntryKind, PatientRef};

use crate::ajain::POST;
use crate::harness::Desk;
use crate::keys::keys;

/// An appointment of a patient at nine on a day.
fn booked(file: &str, day: Day) -> Act {
    let patient = PatientRef { file: file.into(), initials: None, birth_year: None };
    let what = NewEntry {
        kind: EntryKind::Consultation,
        post: Some(POST),
        day,
        to: day,
        start: Some(9 * 60),
        minutes: 20,
        patient: Some(patient),
        title: String::new(),
        place: String::new(),
        item: None,
    };
    Act::Agenda(AgendaAct::Add(what, OnClash::Keep))
}

/// Friday, five in the afternoon: the doctor of Monday calls and does not come. What hangs on it, who could come instead,
/// the one who says yes, and the patients of the week: one screen after the other.
#[test]
fn a_withdrawal_on_friday_evening_is_repaired_in_under_forty_keys() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.comes("S30", "Roche").sits_down("Garnier", "2026-11-27T17:00");
    let monday = Day::ymd(2026, 11, 30).unwrap();
    desk.act("Garnier", booked("1243", monday)).act("Garnier", booked("377", monday.plus(1)));
    let mut pressed = 0;
    let mut press = |desk: &mut Desk, typed: &str| {
        pressed += keys(typed).len();
        desk.keys(typed);
    };
    press(&mut desk, "1p<down>x");
    desk.says("Désistement").says("2 rendez-vous");
    press(&mut desk, "<tab><tab>s<C-s>");
    desk.says("Volontaires possibles, S49").says("p : 2 patients à prévenir");
    // Dr Aubert, who has just said no, is not among them.
    desk.says("▸ Dr Roche").silent("Jean Aubert");
    press(&mut desk, "p");
    desk.says("Patients à prévenir · 2").says("377");
    press(&mut desk, "pi");
    desk.says("Patients à prévenir · 1").says("injoignable").says("prévenu");
    press(&mut desk, "<esc>");
    desk.says("Dr Roche");
    press(&mut desk, "i<C-s>");
    desk.says("Séjour du Dr Roche inscrit, S49.");
    assert!(pressed < 40, "{pressed} keys");
    // Somebody comes: the appointments hold again, and nobody is to be told any more.
    desk.keys("p").silent("Patients à prévenir").keys("<esc><esc>").says("S49");
}
