//! The journal of accesses as it leaves: one entry a line, to be read or for a spreadsheet.
//!
//! It says who, which the journal keeps by number alone; what was done stays by number.

use super::figures::no_formula;
use crate::domain::People;
use crate::domain::draft::text as clean;
use crate::domain::journal::JournalEntry;
use crate::words::{Lang, Words};

/// Identifiers of the names of the columns.
const COLUMNS: [&str; 7] = [
    "journal-column-entry",
    "register-when",
    "register-who",
    "journal-column-account",
    "register-what",
    "register-desk",
    "journal-column-remote",
];

/// Who did it; nobody is named where nobody had signed in.
fn who(entry: &JournalEntry, people: &People) -> String {
    entry.left.person.map(|person| clean::line(&people.short(person))).unwrap_or_default()
}

/// One entry a line, with the day, the hour and the words of the screen.
#[must_use]
pub fn text(entries: &[JournalEntry], people: &People, words: &Words) -> String {
    if entries.is_empty() {
        return format!("{}\n", words.t("journal-none"));
    }
    let line = |entry: &JournalEntry| {
        let left = &entry.left;
        let remote = if left.seat.remote { "ssh" } else { "" };
        let parts = [
            words.moment(left.at),
            who(entry, people),
            words.say(&left.trace.msg()),
            left.seat.host.clone(),
            remote.to_owned(),
        ];
        let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}\n", said.join(" · "))
    };
    entries.iter().map(line).collect()
}

/// The same for a spreadsheet, as the figures are.
#[must_use]
pub fn csv(entries: &[JournalEntry], people: &People, words: &Words) -> Vec<u8> {
    let delimiter = if words.lang() == Lang::Fr { b';' } else { b',' };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Nothing is refused on the way into memory.
    let _ = writer.write_record(COLUMNS.map(|id| words.t(id)));
    for entry in entries {
        let left = &entry.left;
        let _ = writer.write_record([
            entry.id.to_string(),
            format!("{} {}", left.at.day().date(), words.time(left.at.minute())),
            no_formula(who(entry, people)),
            left.account.map(|account| account.to_string()).unwrap_or_default(),
            no_formula(words.say(&left.trace.msg())),
            no_formula(left.seat.host.clone()),
            if left.seat.remote { "ssh".to_owned() } else { String::new() },
        ]);
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::person;
    use crate::domain::journal::{Left, Seat, Trace, TraceKind};
    use crate::domain::{AccountId, Day, ItemId, PersonId, Role, Stamp, TraceId};

    fn entries() -> Vec<JournalEntry> {
        let at = |minute| Stamp::at(Day::ymd(2026, 11, 27).unwrap(), minute);
        let left = |minute, trace, person, remote| Left {
            at: at(minute),
            trace,
            person,
            account: Some(AccountId(3)),
            seat: Seat::new("accueil", remote),
        };
        vec![
            JournalEntry { id: TraceId(7), left: left(842, Trace::point(ItemId(118)), Some(PersonId(1)), true) },
            JournalEntry { id: TraceId(8), left: left(843, Trace::on(TraceKind::Failed, 3), None, false) },
        ]
    }

    fn people() -> People {
        let mut who = person(PersonId(1), Role::Coordination);
        (who.given, who.family) = ("Claire".into(), "Garnier".into());
        [who].into_iter().collect()
    }

    #[test]
    fn each_entry_is_a_line_with_who_and_from_where() {
        let said = text(&entries(), &people(), &Words::new(Lang::Fr));
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines[0], "27/11/2026, 14:02 · C. Garnier · point 118 ouvert · accueil · ssh");
        assert!(lines[1].starts_with("27/11/2026, 14:03 · phrase de passe refusée") && lines.len() == 2, "{said}");
        assert!(text(&[], &people(), &Words::new(Lang::Fr)).starts_with("Rien"));
    }

    #[test]
    fn a_spreadsheet_has_the_same_and_no_formula() {
        let mut people = people();
        people.0.values_mut().for_each(|who| who.family = "=1+1".into());
        people.0.values_mut().for_each(|who| who.given = String::new());
        let said = String::from_utf8(csv(&entries(), &people, &Words::new(Lang::Fr))).unwrap();
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines[1], "7;2026-11-27 14:02;'=1+1;3;point 118 ouvert;accueil;ssh");
        assert!(lines[2].starts_with("8;2026-11-27 14:03;;3;"), "{said}");
    }
}
