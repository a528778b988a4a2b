//! What is told to doctors who have left: for each, the numbers of their points and how they ended.
//!
//! A text file, to be read out or typed; it holds no patient.

use crate::domain::draft::text as clean;
use crate::domain::sequel::{Sequel, line};
use crate::domain::{Msg, People, PersonId, Thread};
use crate::words::Words;

/// The lines that are still to be told, by doctor in the order of their names.
#[must_use]
pub fn to_tell(all: &[(Sequel, Thread)], people: &People, words: &Words) -> String {
    let waits = || all.iter().filter(|(s, thread)| s.is_to_tell(thread));
    let mut doctors: Vec<PersonId> = waits().map(|(s, _)| s.doctor).collect();
    doctors.sort_by_key(|id| (people.short(*id), *id));
    doctors.dedup();
    if doctors.is_empty() {
        return format!("{}\n", words.t("sequel-none"));
    }
    let mut out = String::new();
    for doctor in doctors {
        let name = clean::line(&people.short(doctor));
        out += &words.say(&Msg::new("sequel-for").with("doctor", name));
        out.push('\n');
        let mut lines: Vec<_> = waits().filter(|(s, _)| s.doctor == doctor).collect();
        lines.sort_by_key(|(_, thread)| thread.item.id);
        for said in lines.into_iter().filter_map(|(_, thread)| line(thread)) {
            out += &words.say(&said);
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::{CLAIRE, monday, person, thread, word};
    use crate::domain::{Addressee, ItemId, Outcome, PatientRef, Role, SequelId, Stamp, Verdict};
    use crate::words::Lang;

    #[test]
    fn each_doctor_has_their_numbers_and_nothing_of_a_patient() {
        let people: People = [1, 2, 3].map(|n| person(PersonId(n), Role::Doctor)).into_iter().collect();
        let all: Vec<(Sequel, Thread)> = [(118, 2, true), (4, 2, true), (7, 1, true), (9, 3, false)]
            .into_iter()
            .map(|(item, doctor, closed)| {
                let to = Addressee::Role(Role::Coordination);
                let mut last = word(item, None, CLAIRE, Stamp::at(monday(48), 600), Verdict::Closed, to);
                last.outcome = closed.then_some(Outcome::Improved);
                last.text = "INR à 2,4".into();
                let mut thread = thread(item, vec![last]);
                thread.item.patient =
                    Some(PatientRef { file: "1243".into(), initials: Some("M.D.".into()), birth_year: Some(1948) });
                let (id, doctor, at) = (SequelId(item), PersonId(doctor), Stamp::at(monday(47), 600));
                (Sequel { id, item: ItemId(item), doctor, at, told: None }, thread)
            })
            .collect();
        let said = to_tell(&all, &people, &Words::new(Lang::Fr)).replace(['\u{a0}', '\u{202f}'], " ");
        expect_test::expect![[r"
            Pour le Dr P1 :
            Point n° 7 : clos, évolution favorable.

            Pour le Dr P2 :
            Point n° 4 : clos, évolution favorable.
            Point n° 118 : clos, évolution favorable.

        "]]
        .assert_eq(&said);
        assert!(to_tell(&all[3..], &people, &Words::new(Lang::Fr)).starts_with("Aucune suite"));
    }
}
