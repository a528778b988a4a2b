//! Stays as a calendar for another program (iCalendar, RFC 5545): who comes when, and nothing of patients.
//!
//! A stay is one event of whole days, with its arrival and its handover at the hours at which the centre opens and closes
//! on its first and its last working day. Each keeps its name from one file to the next, and the revision of the stay
//! is its sequence: a file that is read again changes what is there already. What was withdrawn stays in the file, called
//! off, so that calendars take it out; and so does, without a name, who was only spoken of.

use chrono::DateTime;
use icalendar::Property;

use super::digest;
use super::write::{FRANCE, HEAD, date, line, text};
use crate::domain::leaflet::CalendarOf;
use crate::domain::{Centre, Day, HalfDay, Msg, Now, Rota, Stay, StayId, StayState};
use crate::words::Words;

/// What a calendar of stays is written with.
pub struct StaysOf<'a> {
    pub words: &'a Words,
    pub rota: &'a Rota,
    pub centre: &'a Centre,
    pub now: Now,
    /// What the store is known by: with it an event has the same name in every file.
    pub identity: &'a str,
    /// How often a stay was changed.
    pub rev: &'a dyn Fn(StayId) -> i64,
}

impl StaysOf<'_> {
    /// Writes the stays of a doctor or of a post.
    #[must_use]
    pub fn write(&self, of: CalendarOf) -> String {
        let mut out = String::from(HEAD);
        line(&mut out, text("X-WR-CALNAME", &self.name(of)));
        out.push_str(FRANCE);
        for stay in &self.rota.stays {
            let is_wanted = match of {
                CalendarOf::Doctor(doctor) => stay.doctor == doctor,
                CalendarOf::Post(post) => stay.post == post,
                CalendarOf::Asset(_) => false,
            };
            if is_wanted {
                self.stay(&mut out, stay, of);
            }
        }
        out.push_str("END:VCALENDAR\r\n");
        out
    }

    fn name(&self, of: CalendarOf) -> String {
        let whose = match of {
            CalendarOf::Doctor(doctor) => self.rota.people.short(doctor),
            CalendarOf::Post(post) => self.rota.post_name(post).to_owned(),
            CalendarOf::Asset(_) => String::new(),
        };
        format!("{} · {whose}", self.centre.name)
    }

    fn stay(&self, out: &mut String, stay: &Stay, of: CalendarOf) {
        let whole = |out: &mut String| {
            line(out, Property::new("DTSTART", date(stay.from)).add_parameter("VALUE", "DATE").done());
            line(out, Property::new("DTEND", date(stay.to.plus(1))).add_parameter("VALUE", "DATE").done());
            // The team is not busy because a doctor is here.
            if matches!(of, CalendarOf::Post(_)) {
                line(out, Property::new("TRANSP", "TRANSPARENT"));
            }
        };
        self.event(out, stay, "", &self.what(stay, of), &whole);
        let calendar = &self.rota.calendar;
        let Some((first, last)) =
            calendar.first_working(stay.from, stay.to).zip(calendar.last_working(stay.from, stay.to))
        else {
            return;
        };
        let slot = self.centre.slot_minutes;
        let timed = [
            ("-arrival", "calendar-arrival", first, self.open(first).map(|(from, _)| from)),
            ("-handover", "calendar-handover", last, self.open(last).map(|(_, to)| to.saturating_sub(slot))),
        ];
        for (part, word, day, minute) in timed {
            let Some(minute) = minute else { continue };
            let hours = |out: &mut String| {
                let at = format!("{}T{:02}{:02}00", date(day), minute / 60, minute % 60);
                line(out, Property::new("DTSTART", at).add_parameter("TZID", "Europe/Paris").done());
                line(out, Property::new("DURATION", format!("PT{slot}M")));
            };
            let what = self.words.say(&Msg::new(word).with("what", self.what(stay, of)));
            self.event(out, stay, part, &what, &hours);
        }
    }

    /// When the centre opens and closes on a day.
    fn open(&self, day: Day) -> Option<(u16, u16)> {
        let opening = &self.rota.calendar.opening;
        let halves = [(HalfDay::Morning, opening.morning), (HalfDay::Afternoon, opening.afternoon)];
        let mut open = halves.into_iter().filter(|(half, _)| opening.opens_half(day, *half)).map(|(_, hours)| hours);
        let first = open.next()?;
        Some((first.0, open.next().unwrap_or(first).1))
    }

    /// A doctor's calendar says where, a post's says who.
    fn what(&self, stay: &Stay, of: CalendarOf) -> String {
        let post = (self.rota.posts.len() > 1).then(|| self.rota.post_name(stay.post).to_owned());
        let first = match of {
            CalendarOf::Doctor(_) | CalendarOf::Asset(_) => Some(self.centre.name.clone()),
            CalendarOf::Post(_) if stay.state == StayState::Considered => None,
            CalendarOf::Post(_) => Some(self.rota.people.short(stay.doctor)),
        };
        let parts: Vec<String> = first.into_iter().chain(post).collect();
        if parts.is_empty() { self.centre.name.clone() } else { parts.join(" · ") }
    }

    fn event(&self, out: &mut String, stay: &Stay, part: &str, what: &str, when: &dyn Fn(&mut String)) {
        let (status, word) = match stay.state {
            StayState::Confirmed => ("CONFIRMED", None),
            StayState::Option => ("TENTATIVE", Some("calendar-option")),
            StayState::Considered | StayState::Cancelled => ("CANCELLED", Some("calendar-cancelled")),
        };
        let summary = word.map_or_else(|| what.to_owned(), |word| self.words.say(&Msg::new(word).with("what", what)));
        let made = DateTime::from_timestamp_millis(self.now.at.0).unwrap_or_default();
        let centre = digest(&["stays", self.identity]);
        out.push_str("BEGIN:VEVENT\r\n");
        line(out, Property::new("UID", format!("stay-{}{part}@{centre}", stay.id)));
        line(out, Property::new("DTSTAMP", made.format("%Y%m%dT%H%M%SZ").to_string()));
        line(out, Property::new("SEQUENCE", (self.rev)(stay.id).to_string()));
        when(out);
        line(out, text("SUMMARY", &summary));
        line(out, text("LOCATION", &self.centre.commune));
        line(out, Property::new("STATUS", status));
        out.push_str("END:VEVENT\r\n");
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use expect_test::expect;

    use super::super::{Known, read};
    use super::*;
    use crate::domain::agenda::Entry;
    use crate::domain::agenda_import::KnownAgenda;
    use crate::domain::fixture::{cancelled, monday, rota, stay};
    use crate::domain::{EntryId, EntryKind, PersonId, PostId, Stamp};
    use crate::words::Lang;

    /// On post 2: a stay, an option, one that was withdrawn, and a doctor who was only spoken of; on post 1 another.
    fn with<T>(rev: i64, look: impl FnOnce(&StaysOf, &mut Rota) -> T) -> T {
        let mut option = stay(2, 2, 3, 50);
        option.state = StayState::Option;
        let mut spoken = stay(4, 2, 5, 52);
        spoken.state = StayState::Considered;
        let stays =
            vec![stay(1, 2, 3, 49), option, cancelled(stay(3, 2, 4, 51), monday(49)), spoken, stay(5, 1, 3, 53)];
        let mut rota = rota(2, stays);
        rota.posts[1].name = "Poste 2, Évaux; l'été \\ à Saint-Pardoux-les-Cards et alentours".into();
        let centre = Centre { name: "Centre d'essai".into(), ..crate::domain::fixture::centre() };
        let (words, kept) = (Words::new(Lang::Fr), rota.clone());
        let now = Now::from(Stamp::at(monday(49), 540));
        let of = StaysOf { words: &words, rota: &kept, centre: &centre, now, identity: "abc", rev: &|_| rev };
        look(&of, &mut rota)
    }

    const POST: CalendarOf = CalendarOf::Post(PostId(2));
    const DOCTOR: CalendarOf = CalendarOf::Doctor(PersonId(3));

    /// The lines that are not the same in every file.
    fn unfolded(file: &str) -> String {
        let text = file.replace("\r\n ", "").replace("\r\n", "\n").replace('\u{a0}', " ");
        let from = text.find("BEGIN:VEVENT").unwrap();
        text[from..].to_owned()
    }

    #[test]
    fn a_doctors_file_says_where_and_when() {
        with(2, |of, _| {
            expect![[r#"
            BEGIN:VEVENT
            UID:stay-1@r1-fbe8bab507b0ab938ae0514ecc700ca6
            DTSTAMP:20261130T080000Z
            SEQUENCE:2
            DTSTART;VALUE=DATE:20261130
            DTEND;VALUE=DATE:20261206
            SUMMARY:Centre d'essai · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            LOCATION:Ajain
            STATUS:CONFIRMED
            END:VEVENT
            BEGIN:VEVENT
            UID:stay-1-arrival@r1-fbe8bab507b0ab938ae0514ecc700ca6
            DTSTAMP:20261130T080000Z
            SEQUENCE:2
            DTSTART;TZID=Europe/Paris:20261130T083000
            DURATION:PT20M
            SUMMARY:Accueil · Centre d'essai · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            LOCATION:Ajain
            STATUS:CONFIRMED
            END:VEVENT
            BEGIN:VEVENT
            UID:stay-1-handover@r1-fbe8bab507b0ab938ae0514ecc700ca6
            DTSTAMP:20261130T080000Z
            SEQUENCE:2
            DTSTART;TZID=Europe/Paris:20261205T121000
            DURATION:PT20M
            SUMMARY:Passation · Centre d'essai · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            LOCATION:Ajain
            STATUS:CONFIRMED
            END:VEVENT
            BEGIN:VEVENT
            UID:stay-2@r1-fbe8bab507b0ab938ae0514ecc700ca6
            DTSTAMP:20261130T080000Z
            SEQUENCE:2
            DTSTART;VALUE=DATE:20261207
            DTEND;VALUE=DATE:20261213
            SUMMARY:Option : Centre d'essai · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            LOCATION:Ajain
            STATUS:TENTATIVE
            END:VEVENT
            BEGIN:VEVENT
            UID:stay-2-arrival@r1-fbe8bab507b0ab938ae0514ecc700ca6
            DTSTAMP:20261130T080000Z
            SEQUENCE:2
            DTSTART;TZID=Europe/Paris:20261207T083000
            DURATION:PT20M
            SUMMARY:Option : Accueil · Centre d'essai · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            LOCATION:Ajain
            STATUS:TENTATIVE
            END:VEVENT
            BEGIN:VEVENT
            UID:stay-2-handover@r1-fbe8bab507b0ab938ae0514ecc700ca6
            DTSTAMP:20261130T080000Z
            SEQUENCE:2
            DTSTART;TZID=Europe/Paris:20261212T121000
            DURATION:PT20M
            SUMMARY:Option : Passation · Centre d'essai · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            LOCATION:Ajain
            STATUS:TENTATIVE
            END:VEVENT
            BEGIN:VEVENT
            UID:stay-5@r1-fbe8bab507b0ab938ae0514ecc700ca6
            DTSTAMP:20261130T080000Z
            SEQUENCE:2
            DTSTART;VALUE=DATE:20261228
            DTEND;VALUE=DATE:20270103
            SUMMARY:Centre d'essai · Poste 1
            LOCATION:Ajain
            STATUS:CONFIRMED
            END:VEVENT
            BEGIN:VEVENT
            UID:stay-5-arrival@r1-fbe8bab507b0ab938ae0514ecc700ca6
            DTSTAMP:20261130T080000Z
            SEQUENCE:2
            DTSTART;TZID=Europe/Paris:20261228T083000
            DURATION:PT20M
            SUMMARY:Accueil · Centre d'essai · Poste 1
            LOCATION:Ajain
            STATUS:CONFIRMED
            END:VEVENT
            BEGIN:VEVENT
            UID:stay-5-handover@r1-fbe8bab507b0ab938ae0514ecc700ca6
            DTSTAMP:20261130T080000Z
            SEQUENCE:2
            DTSTART;TZID=Europe/Paris:20270102T121000
            DURATION:PT20M
            SUMMARY:Passation · Centre d'essai · Poste 1
            LOCATION:Ajain
            STATUS:CONFIRMED
            END:VEVENT
            END:VCALENDAR
        "#]].assert_eq(&unfolded(&of.write(DOCTOR)));
        });
    }

    #[test]
    fn a_posts_file_says_who_and_what_was_called_off_without_whom_was_spoken_of() {
        let text = with(0, |of, _| unfolded(&of.write(POST)));
        let told: Vec<&str> = text
            .lines()
            .filter(|l| ["UID:stay-", "SUMMARY", "STATUS", "TRANSP"].iter().any(|p| l.starts_with(p)))
            .collect();
        expect![[r#"
            UID:stay-1@r1-fbe8bab507b0ab938ae0514ecc700ca6
            TRANSP:TRANSPARENT
            SUMMARY:Dr P3 · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            STATUS:CONFIRMED
            UID:stay-1-arrival@r1-fbe8bab507b0ab938ae0514ecc700ca6
            SUMMARY:Accueil · Dr P3 · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            STATUS:CONFIRMED
            UID:stay-1-handover@r1-fbe8bab507b0ab938ae0514ecc700ca6
            SUMMARY:Passation · Dr P3 · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            STATUS:CONFIRMED
            UID:stay-2@r1-fbe8bab507b0ab938ae0514ecc700ca6
            TRANSP:TRANSPARENT
            SUMMARY:Option : Dr P3 · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            STATUS:TENTATIVE
            UID:stay-2-arrival@r1-fbe8bab507b0ab938ae0514ecc700ca6
            SUMMARY:Option : Accueil · Dr P3 · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            STATUS:TENTATIVE
            UID:stay-2-handover@r1-fbe8bab507b0ab938ae0514ecc700ca6
            SUMMARY:Option : Passation · Dr P3 · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            STATUS:TENTATIVE
            UID:stay-3@r1-fbe8bab507b0ab938ae0514ecc700ca6
            TRANSP:TRANSPARENT
            SUMMARY:Annulé : Dr P4 · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            STATUS:CANCELLED
            UID:stay-3-arrival@r1-fbe8bab507b0ab938ae0514ecc700ca6
            SUMMARY:Annulé : Accueil · Dr P4 · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            STATUS:CANCELLED
            UID:stay-3-handover@r1-fbe8bab507b0ab938ae0514ecc700ca6
            SUMMARY:Annulé : Passation · Dr P4 · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            STATUS:CANCELLED
            UID:stay-4@r1-fbe8bab507b0ab938ae0514ecc700ca6
            TRANSP:TRANSPARENT
            SUMMARY:Annulé : Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            STATUS:CANCELLED
            UID:stay-4-arrival@r1-fbe8bab507b0ab938ae0514ecc700ca6
            SUMMARY:Annulé : Accueil · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            STATUS:CANCELLED
            UID:stay-4-handover@r1-fbe8bab507b0ab938ae0514ecc700ca6
            SUMMARY:Annulé : Passation · Poste 2\, Évaux\; l'été \\ à Saint-Pardoux-les-Cards et alentours
            STATUS:CANCELLED"#]]
        .assert_eq(&told.join("\n"));
        assert!(!text.contains("P5"), "{text}");
    }

    #[test]
    fn lines_are_folded_at_75_octets_between_letters_and_end_as_they_must() {
        let file = with(0, |of, _| of.write(POST));
        assert!(file.ends_with("END:VCALENDAR\r\n") && file.matches('\n').count() == file.matches("\r\n").count());
        assert!(file.lines().all(|line| line.len() <= 75), "{file}");
        assert!(file.lines().any(|line| line.starts_with(' ')), "some are folded");
        assert!(unfolded(&file).contains(r"Poste 2\, Évaux\; l'été \\ à Saint-Pardoux"), "{file}");
        assert!(file.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"));
    }

    #[test]
    fn read_again_it_changes_nothing_and_what_is_called_off_goes() {
        with(0, |of, rota| {
            let first = of.write(POST);
            let mut agenda = KnownAgenda::default();
            let added = {
                let known = Known { rota, centre: of.centre, agenda: &agenda };
                read(first.as_bytes(), &known, monday(49))
            };
            assert!(added.bad.is_empty(), "{:?}", added.bad);
            // Two stays, each with its days, its arrival and its handover; six that were called off and never known.
            let diff = added.diff;
            assert_eq!((diff.added.len(), diff.never_known), (6, 6));
            let kinds: Vec<EntryKind> = diff.added.iter().filter_map(|l| Some(l.what.as_ref()?.kind)).collect();
            assert_eq!(kinds[..3], [EntryKind::Other, EntryKind::Welcome, EntryKind::Handover]);
            let whole = diff.added[0].what.clone().unwrap();
            assert_eq!((whole.day, whole.to, whole.start), (monday(49), monday(49).plus(5), None));
            let entries =
                (1..).zip(diff.added).map(|(id, l)| Entry { id: EntryId(id), what: l.what.unwrap(), uid: Some(l.uid) });
            agenda = KnownAgenda::of(entries, BTreeSet::new());
            let known = Known { rota, centre: of.centre, agenda: &agenda };
            let again = read(first.as_bytes(), &known, monday(49)).diff;
            assert_eq!((again.same, again.is_empty()), (6, true));
            // The option is withdrawn.
            rota.stays.edit(|stays| stays[1] = cancelled(stays[1].clone(), monday(49)));
            let gone = StaysOf { rota, rev: &|_| 1, ..*of }.write(POST);
            let known = Known { rota, centre: of.centre, agenda: &agenda };
            let after = read(gone.as_bytes(), &known, monday(49)).diff;
            assert_eq!((after.cancelled.len(), after.same, after.added.len()), (3, 3, 0));
        });
    }

    #[test]
    fn a_revision_is_the_sequence_and_the_name_stays() {
        let [before, after] = [3, 4].map(|rev| with(rev, |of, _| unfolded(&of.write(DOCTOR))));
        assert!(before.contains("SEQUENCE:3\n") && after.contains("SEQUENCE:4\n"), "{after}");
        assert_eq!(before, after.replace("SEQUENCE:4", "SEQUENCE:3"));
        let other = with(3, |of, _| StaysOf { identity: "another", ..*of }.write(DOCTOR));
        let name = |text: &str| text.lines().find(|l| l.starts_with("UID:")).unwrap().to_owned();
        assert_ne!(name(&before), name(&other));
    }

    #[test]
    fn a_stay_without_a_working_day_has_no_hours() {
        with(0, |of, rota| {
            rota.calendar.opening.open = [(false, false); 7];
            let file = StaysOf { rota, ..*of }.write(DOCTOR);
            assert!(!file.contains("-arrival@") && file.contains("UID:stay-1@"), "{file}");
        });
    }
}
