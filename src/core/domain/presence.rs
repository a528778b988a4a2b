//! Who of the team is there on a day: their days, their absences, whom they replace, and who opens (rules 3 and 41).
//!
//! Who replaces somebody is there on the days of whom they replace, and what is asked of that role is theirs then.

use super::record::Absence;
use super::{Day, IsoWeek, Person, PersonId, Role, Rota};

impl Rota {
    /// The absences of a day.
    fn absences_on(&self, day: Day) -> impl Iterator<Item = &Absence> {
        self.absences.iter().filter(move |absence| absence.covers(day))
    }

    /// Whether somebody has said that they are not there that day.
    #[must_use]
    pub fn is_absent(&self, person: PersonId, day: Day) -> bool {
        self.absences_on(day).any(|absence| absence.person == person)
    }

    /// The absence that somebody is in on a day, else their next one.
    #[must_use]
    pub fn absence_of(&self, person: PersonId, day: Day) -> Option<&Absence> {
        self.absences.iter().filter(|a| a.person == person && a.to >= day).min_by_key(|a| (a.from, a.to))
    }

    /// Whom somebody replaces on a day.
    fn replaces(&self, person: PersonId, day: Day) -> impl Iterator<Item = &Person> {
        let theirs = self.absences_on(day).filter(move |absence| absence.replaced_by == Some(person));
        theirs.filter_map(|absence| self.people.get(absence.person))
    }

    /// Whether what is asked of a role is somebody's on a day: it is theirs, or of whom they replace.
    #[must_use]
    pub fn stands_for(&self, person: &Person, role: Role, day: Day) -> bool {
        person.role == role || person.in_team(day) && self.replaces(person.id, day).any(|other| other.role == role)
    }

    /// Whether somebody of the team is there on a day, and not elsewhere or absent.
    #[must_use]
    pub fn is_there(&self, person: &Person, day: Day) -> bool {
        let at = day.weekday_index();
        self.calendar.is_working(day)
            && person.in_team(day)
            && !self.is_absent(person.id, day)
            && (person.presence[at] || self.replaces(person.id, day).any(|other| other.presence[at]))
    }

    /// The team of a day, in the order of the roles.
    pub fn team_of(&self, day: Day) -> impl Iterator<Item = &Person> {
        let team = Role::TEAM.into_iter().flat_map(move |role| self.people.in_role(role, day));
        team.filter(move |person| self.is_there(person, day))
    }

    /// Who of the team would be there on a day and is absent, each with who replaces them.
    pub fn missing_on(&self, day: Day) -> impl Iterator<Item = (&Person, Option<&Person>)> {
        let team = Role::TEAM.into_iter().flat_map(move |role| self.people.in_role(role, day));
        let missing = team.filter(move |person| {
            self.calendar.is_working(day) && person.presence[day.weekday_index()] && self.is_absent(person.id, day)
        });
        missing.map(move |person| (person, self.replacement_of(person.id, day)))
    }

    /// Who replaces somebody on a day, and is there themselves.
    #[must_use]
    pub fn replacement_of(&self, person: PersonId, day: Day) -> Option<&Person> {
        let named = self.absences_on(day).filter(|absence| absence.person == person).find_map(|a| a.replaced_by)?;
        self.people.get(named).filter(|other| other.in_team(day) && !self.is_absent(named, day))
    }

    /// Whether someone of the team fills the role on some working day from today to `due` (rules 3 and 41).
    ///
    /// Without a due day, or when it is past, within a week: a weekend is not an empty role.
    #[must_use]
    pub fn is_filled(&self, role: Role, today: Day, due: Option<Day>) -> bool {
        let last = due.filter(|due| *due >= today).unwrap_or(today.plus(6));
        // Who replaces nobody fills their own role alone.
        let able = |person: &&Person| {
            person.role == role || self.absences.iter().any(|absence| absence.replaced_by == Some(person.id))
        };
        self.people
            .0
            .values()
            .filter(able)
            .any(|person| today.to(last).any(|day| self.is_there(person, day) && self.stands_for(person, role, day)))
    }

    /// The first working day of a week, and who opens the centre on it: who is noted for it, unless they are absent,
    /// else the first of the team who is there.
    #[must_use]
    pub fn opens(&self, week: IsoWeek) -> Option<(Day, &Person)> {
        let day = self.calendar.first_working(week.monday(), week.sunday())?;
        let noted = self.opens.iter().rev().filter(|opens| opens.week == week).find_map(|o| self.people.get(o.person));
        let noted = noted.filter(|person| person.is_staff(day) && !self.is_absent(person.id, day));
        Some((day, noted.or_else(|| self.team_of(day).next())?))
    }

    /// Who holds for the coordination on a day, by name: whoever is not absent, else who replaces them (rule 4).
    #[must_use]
    pub fn coordinator(&self, day: Day) -> Option<&Person> {
        let team = || self.people.in_role(Role::Coordination, day);
        let here = team().find(|person| !self.is_absent(person.id, day));
        here.or_else(|| team().find_map(|person| self.replacement_of(person.id, day))).or_else(|| team().next())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fixture::{CLAIRE, NADIA, monday, person, rota, thread, week, word};
    use super::super::record::Opens;
    use super::super::{Addressee, Holder, Now, Stamp, Verdict, holder};
    use super::*;

    const LUC: PersonId = PersonId(92);

    fn absent(person: PersonId, from: Day, to: Day, replaced_by: Option<PersonId>) -> Absence {
        Absence { person, from, to, replaced_by }
    }

    /// Claire coordinates, Nadia is the nurse, Luc at the reception on Mondays; Nadia is absent from Monday of S49 to
    /// Wednesday.
    fn nurse_away(replaced_by: Option<PersonId>) -> Rota {
        let mut rota = rota(1, Vec::new());
        let mut luc = person(LUC, Role::Assistant);
        luc.presence = [true, false, false, false, false, false, false];
        rota.people.0.insert(LUC, luc);
        rota.absences = vec![absent(NADIA, monday(49), monday(49).plus(2), replaced_by)];
        rota
    }

    /// Asked of the nurse, due that day.
    fn asked(due: Day) -> super::super::Thread {
        let to = Addressee::Role(Role::Nurse);
        let mut asked = thread(7, vec![word(7, None, CLAIRE, Stamp::at(monday(48), 600), Verdict::Opened, to)]);
        asked.relays[0].due = Some(due);
        asked
    }

    fn names(rota: &Rota, day: Day) -> Vec<PersonId> {
        rota.team_of(day).map(|person| person.id).collect()
    }

    #[test]
    fn a_role_absent_until_the_due_day_leaves_the_point_to_the_coordination() {
        let rota = nurse_away(None);
        let now = Now::on(monday(49), 9, 0);
        assert_eq!(holder(&asked(monday(49).plus(2)), &rota, now), Holder::COORDINATION);
        // She is back on Thursday.
        assert_eq!(holder(&asked(monday(49).plus(3)), &rota, now), Holder::Role(Role::Nurse));
        // Before she goes, she is there.
        let before = Now::on(monday(48).plus(4), 9, 0);
        assert_eq!(holder(&asked(monday(49).plus(2)), &rota, before), Holder::Role(Role::Nurse));
    }

    #[test]
    fn who_replaces_fills_the_role_on_the_days_of_whom_they_replace() {
        let rota = nurse_away(Some(LUC));
        let luc = rota.people.get(LUC).unwrap();
        let tuesday = monday(49).plus(1);
        assert_eq!(holder(&asked(tuesday), &rota, Now::on(tuesday, 9, 0)), Holder::Role(Role::Nurse));
        assert!(rota.is_there(luc, tuesday) && rota.stands_for(luc, Role::Nurse, tuesday));
        let thursday = monday(49).plus(3);
        assert!(!rota.is_there(luc, thursday) && !rota.stands_for(luc, Role::Nurse, thursday));
        assert_eq!(names(&rota, tuesday), [CLAIRE, LUC]);
        assert_eq!(names(&rota, thursday), [CLAIRE, NADIA]);
        let missing: Vec<_> = rota.missing_on(tuesday).map(|(who, by)| (who.id, by.map(|p| p.id))).collect();
        assert_eq!(missing, [(NADIA, Some(LUC))]);
    }

    #[test]
    fn who_replaces_and_is_absent_too_fills_nothing() {
        let mut rota = nurse_away(Some(LUC));
        rota.absences.push(absent(LUC, monday(49), monday(49).plus(4), None));
        let monday = monday(49);
        assert!(!rota.is_filled(Role::Nurse, monday, Some(monday.plus(2))));
        assert_eq!(rota.replacement_of(NADIA, monday), None);
        // The head office replaces nobody with the patients.
        let office = person(PersonId(93), Role::HeadOffice);
        rota.people.0.insert(office.id, office);
        rota.absences[0].replaced_by = Some(PersonId(93));
        assert!(!rota.is_filled(Role::Nurse, monday, Some(monday.plus(2))));
    }

    #[test]
    fn the_first_who_is_there_opens_unless_another_is_noted() {
        let mut rota = nurse_away(None);
        let opens = |rota: &Rota| rota.opens(week(49)).map(|(day, person)| (day, person.id));
        assert_eq!(opens(&rota), Some((monday(49), CLAIRE)));
        rota.absences.push(absent(CLAIRE, monday(49), monday(49), None));
        assert_eq!(opens(&rota), Some((monday(49), LUC)));
        rota.opens = vec![Opens { week: week(48), person: NADIA }, Opens { week: week(49), person: NADIA }];
        assert_eq!(opens(&rota), Some((monday(49), LUC)), "the nurse is absent");
        rota.absences.remove(0);
        assert_eq!(opens(&rota), Some((monday(49), NADIA)));
        // On Easter Monday nobody opens; on Tuesday it is not for Luc.
        rota.absences = vec![absent(CLAIRE, monday(15).plus(1), monday(15).plus(1), None)];
        assert_eq!(opens_in(&rota, 15), Some((monday(15).plus(1), NADIA)));
    }

    fn opens_in(rota: &Rota, number: i32) -> Option<(Day, PersonId)> {
        rota.opens(week(number)).map(|(day, person)| (day, person.id))
    }

    #[test]
    fn the_coordination_bears_the_name_of_who_is_there() {
        let mut rota = nurse_away(None);
        let name = |rota: &Rota| rota.coordinator(monday(49)).map(|person| person.id);
        assert_eq!(name(&rota), Some(CLAIRE));
        rota.absences = vec![absent(CLAIRE, monday(49), monday(49), Some(NADIA))];
        assert_eq!(name(&rota), Some(NADIA));
        rota.absences[0].replaced_by = None;
        assert_eq!(name(&rota), Some(CLAIRE));
    }

    proptest! {
        /// More absences never fill a role; and a role is filled exactly where somebody who stands for it is there.
        #[test]
        fn an_absence_never_fills_a_role(
            away in proptest::collection::vec((90i64..93, 0i32..14, 0i32..7, proptest::option::of(90i64..93)), 0..5),
            today in 0i32..14,
            due in 0i32..7,
        ) {
            let day = |n: i32| monday(49).plus(n);
            let mut rota = nurse_away(None);
            rota.absences = away.iter().map(|(who, from, days, by)| {
                absent(PersonId(*who), day(*from), day(from + days), by.filter(|by| by != who).map(PersonId))
            }).collect();
            for role in Role::TEAM {
                let filled = rota.is_filled(role, day(today), Some(day(today + due)));
                let there = |n| rota.team_of(day(n)).any(|person| rota.stands_for(person, role, day(n)));
                prop_assert_eq!(filled, (today..=today + due).any(there));
                let mut fewer = rota.clone();
                for absence in &mut fewer.absences {
                    absence.replaced_by = None;
                }
                prop_assert!(!fewer.is_filled(role, day(today), Some(day(today + due))) || filled);
                fewer.absences.clear();
                prop_assert!(fewer.is_filled(role, day(today), Some(day(today + due))) || !filled
                    || away.iter().any(|(.., by)| by.is_some()));
            }
        }
    }
}
