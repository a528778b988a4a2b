//! Regards croisés: a colleague sees a point otherwise, until somebody settles it.
//!
//! A *je vois autrement* ends in words, never in silence: settled by the coordination or by a doctor who is not its
//! author, taken back by its author, or with the point. A word beside it, whosever, leaves it open.

use std::collections::BTreeSet;

use super::draft::text::fold;
use super::{Gravity, Kind, PatientRef, Person, Relay, Role, Thread, Verdict};

/// One *je vois autrement*, and the word that ended it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference<'a> {
    pub word: &'a Relay,
    /// What settled it, what took it back, or what closed the point.
    pub end: Option<&'a Relay>,
}

/// What of a difference leaves the centre: no patient, no doctor, no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    pub on: super::Day,
    pub kind: Kind,
    /// As the point stood when it was seen otherwise.
    pub gravity: Gravity,
    /// Whole weeks that it stayed open.
    pub weeks: i32,
    /// The words that settled it; nothing where its author took it back.
    pub settled: Option<String>,
}

/// The differences of a year, for the collective.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Differences {
    /// Those that ended in words, in the order in which they did.
    pub ended: Vec<Ended>,
    /// How many of those that began in the year ended with their point, or are still open.
    pub closed: usize,
    pub open: usize,
}

impl Thread {
    /// Every *je vois autrement* of the point, oldest first. One's author takes back all of their own; to settle ends all.
    pub fn differences(&self) -> impl Iterator<Item = Difference<'_>> {
        self.relays.iter().enumerate().filter(|(_, word)| word.verdict == Verdict::Differs).map(|(at, word)| {
            let ends = |after: &&Relay| match after.verdict {
                Verdict::Settled | Verdict::Closed => true,
                Verdict::TakenBack => after.author == word.author,
                _ => false,
            };
            Difference { word, end: self.relays[at + 1..].iter().find(ends) }
        })
    }

    /// The newest *je vois autrement* that nobody has settled and its author has not taken back.
    #[must_use]
    pub fn open_difference(&self) -> Option<&Relay> {
        self.differences().filter(|d| d.end.is_none()).last().map(|d| d.word).filter(|_| self.is_open())
    }

    /// Whether somebody has a difference of their own that is open.
    #[must_use]
    pub fn may_take_back(&self, person: &Person) -> bool {
        self.is_open() && self.differences().any(|d| d.end.is_none() && d.word.author == person.id)
    }

    /// Whether a difference is open that is somebody's to settle: the coordination's or a doctor's, who does not judge
    /// their own.
    #[must_use]
    pub fn may_settle(&self, person: &Person) -> bool {
        matches!(person.role, Role::Coordination | Role::Doctor)
            && self.open_difference().is_some()
            && !self.may_take_back(person)
    }
}

impl Differences {
    /// What points say of a year.
    #[must_use]
    pub fn of(threads: &[Thread], year: i32) -> Self {
        use chrono::Datelike as _;
        let is_of = |word: &Relay| word.at.day().date().year() == year;
        let mut found = Self::default();
        for (thread, difference) in threads.iter().flat_map(|t| t.differences().map(move |d| (t, d))) {
            match difference.end {
                Some(end) if end.verdict == Verdict::Closed => found.closed += usize::from(is_of(difference.word)),
                Some(end) if is_of(end) => found.ended.push(ended(thread, difference.word, end)),
                Some(_) => {}
                None => found.open += usize::from(is_of(difference.word)),
            }
        }
        found.ended.sort_by_key(|ended| ended.on);
        found
    }
}

fn ended(thread: &Thread, word: &Relay, end: &Relay) -> Ended {
    // Asked once more before it leaves: a file may have been corrected since.
    let named = thread.item.patient.as_ref().is_some_and(|patient| names(&end.text, patient));
    let words = if named { String::new() } else { end.text.clone() };
    Ended {
        on: end.at.day(),
        kind: thread.item.kind,
        gravity: word.gravity,
        weeks: (end.at.day().0 - word.at.day().0) / 7,
        settled: (end.verdict == Verdict::Settled).then_some(words),
    }
}

/// Whether a text names a patient: by the number of the file, the year of birth, the initials, or, where the centre
/// keeps names, a part of the name.
#[must_use]
pub fn names(text: &str, patient: &PatientRef) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let year = patient.birth_year.map(|year| year.to_string());
    if words.iter().any(|word| word.eq_ignore_ascii_case(&patient.file) || year.as_deref() == Some(*word)) {
        return true;
    }
    let Some(called) = &patient.initials else { return false };
    let parts: Vec<&str> = called.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    if parts.iter().any(|part| part.chars().count() > 2) {
        let parts: BTreeSet<String> = parts.iter().filter(|part| part.chars().count() > 2).map(|p| fold(p)).collect();
        return words.iter().any(|word| parts.contains(&fold(word)));
    }
    // `M.D.`, `MD`, `M D`; in small letters they are a word like any other.
    let letters = parts.concat();
    letters.chars().count() > 1 && spelt(&words).any(|run| run == letters)
}

/// Words of one text in capitals, and letters that stand one behind the other, as one word each.
fn spelt<'a>(words: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    let capital = |word: &&&str| !word.chars().any(char::is_lowercase);
    let runs = words.chunk_by(|a, b| a.chars().count() == 1 && b.chars().count() == 1).map(<[&str]>::concat);
    words.iter().filter(capital).map(|word| (*word).to_owned()).chain(runs)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::fixture::{CLAIRE, monday, person, thread, word};
    use super::super::{Addressee, Day, PersonId, Stamp};
    use super::*;

    const VIDAL: PersonId = PersonId(11);
    const AUBERT: PersonId = PersonId(12);

    fn said(author: PersonId, day: Day, verdict: Verdict, text: &str) -> Relay {
        let to = Addressee::Role(Role::Coordination);
        Relay { text: text.into(), ..word(1, None, author, Stamp::at(day, 600), verdict, to) }
    }

    /// A point of Dr Vidal's that Dr Aubert sees otherwise on a Monday, and what was said on the days after.
    fn differs(after: &[(PersonId, Verdict)]) -> Thread {
        let mut relays = vec![
            said(VIDAL, monday(48), Verdict::Opened, "INR"),
            said(AUBERT, monday(49), Verdict::Differs, "plutôt arrêter"),
        ];
        let days = (1..).map(|n| monday(49).plus(n));
        relays.extend(after.iter().zip(days).map(|((who, verdict), day)| {
            let outcome = (*verdict == Verdict::Closed).then_some(super::super::Outcome::Done);
            Relay { outcome, ..said(*who, day, *verdict, "dit") }
        }));
        thread(1, relays)
    }

    #[rstest]
    #[case(&[], true)]
    // Whoever says whatever: it stays open.
    #[case(&[(VIDAL, Verdict::Confirmed)], true)]
    #[case(&[(VIDAL, Verdict::Answered), (CLAIRE, Verdict::Completed), (CLAIRE, Verdict::Addressed)], true)]
    #[case(&[(CLAIRE, Verdict::Settled)], false)]
    #[case(&[(AUBERT, Verdict::TakenBack)], false)]
    // Nobody takes back for somebody else.
    #[case(&[(VIDAL, Verdict::TakenBack)], true)]
    // And again, after it was settled.
    #[case(&[(CLAIRE, Verdict::Settled), (AUBERT, Verdict::Differs)], true)]
    #[case(&[(VIDAL, Verdict::Differs), (AUBERT, Verdict::TakenBack)], true)]
    #[case(&[(VIDAL, Verdict::Differs), (CLAIRE, Verdict::Settled)], false)]
    #[case(&[(VIDAL, Verdict::Closed)], false)]
    #[case(&[(VIDAL, Verdict::Closed), (VIDAL, Verdict::Reopened)], false)]
    fn only_words_of_its_own_end_a_difference(#[case] after: &[(PersonId, Verdict)], #[case] open: bool) {
        assert_eq!(differs(after).open_difference().is_some(), open);
    }

    #[test]
    fn its_author_takes_it_back_and_the_coordination_or_another_doctor_settles_it() {
        let may = |id: PersonId, role: Role| {
            let person = person(id, role);
            (differs(&[]).may_settle(&person), differs(&[]).may_take_back(&person))
        };
        assert_eq!(may(AUBERT, Role::Doctor), (false, true));
        assert_eq!(may(VIDAL, Role::Doctor), (true, false));
        assert_eq!(may(CLAIRE, Role::Coordination), (true, false));
        assert_eq!([may(PersonId(2), Role::Assistant), may(PersonId(3), Role::Nurse)], [(false, false); 2]);
        let vidal = person(VIDAL, Role::Doctor);
        assert!(!differs(&[(CLAIRE, Verdict::Settled)]).may_settle(&vidal));
    }

    #[test]
    fn a_year_says_how_each_ended_and_nothing_of_whom() {
        let settled = differs(&[(VIDAL, Verdict::Confirmed), (CLAIRE, Verdict::Settled)]);
        let back = differs(&[(AUBERT, Verdict::TakenBack)]);
        let closed = differs(&[(VIDAL, Verdict::Closed)]);
        let threads = [settled, back, closed, differs(&[])];
        let found = Differences::of(&threads, 2026);
        let on = monday(49).plus(1);
        let ended = Ended { on, kind: Kind::Care, gravity: Gravity::Routine, weeks: 0, settled: None };
        assert_eq!(found.ended, [ended.clone(), Ended { on: on.plus(1), settled: Some("dit".into()), ..ended }]);
        assert_eq!((found.closed, found.open), (1, 1));
        assert_eq!(Differences::of(&threads, 2027), Differences::default());
        // What names the patient stays here, whoever let it in.
        let mut named = threads[0].clone();
        named.item.patient =
            Some(PatientRef { file: "1243".into(), initials: Some("M.D.".into()), birth_year: Some(1948) });
        named.relays[3].text = "arrêt pour le 1243".into();
        assert_eq!(Differences::of(&[named], 2026).ended[0].settled.as_deref(), Some(""));
    }

    #[rstest]
    #[case("arrêt de l'AVK chez le 1243", true)]
    #[case("né en 1948", true)]
    #[case("M.D. arrête", true)]
    #[case("chez MD, arrêt", true)]
    #[case("chez M. D., arrêt", true)]
    #[case("Mme D. arrête", false)]
    #[case("m d'un côté", false)]
    #[case("on arrête le 12/04/2026 : INR à 4,8", false)]
    #[case("", false)]
    fn the_words_that_leave_name_nobody(#[case] text: &str, #[case] named: bool) {
        let patient = PatientRef { file: "1243".into(), initials: Some("M.D.".into()), birth_year: Some(1948) };
        assert_eq!(names(text, &patient), named, "{text}");
    }

    #[rstest]
    #[case("Mme DUPRÉ arrête", true)]
    #[case("madame dupre", true)]
    #[case("Du pré", false)]
    fn where_names_are_kept_none_leaves(#[case] text: &str, #[case] named: bool) {
        let patient = PatientRef { file: "1243".into(), initials: Some("Dupré Le".into()), birth_year: None };
        assert_eq!(names(text, &patient), named, "{text}");
    }
}
