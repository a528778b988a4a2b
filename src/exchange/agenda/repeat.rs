//! The days a repetition falls on, within two years of today and never too many.
//!
//! A rule is followed on the clock it was written on: nine o'clock stays nine o'clock when the clocks
//! change. What an agenda never says — every second, every hour of each day — is refused before
//! anything is counted.

use std::collections::HashSet;

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, TimeZone, Utc};
use rrule::{RRule, RRuleSet, Tz, Unvalidated};

use super::ics::{Event, When};
use crate::domain::{Day, Msg};

/// Days on each side of today within which a repetition is imported: two years.
pub const REACH: i32 = 731;
/// Occurrences of one series that are imported: one a day, four years long.
const MAX_OCCURRENCES: usize = 1_600;
/// Series of one file.
pub const MAX_SERIES: usize = 300;
/// Rules that lead nowhere: counting them takes longest.
const MAX_EMPTY: usize = 2;
/// Steps from the first day of a rule to the last day imported, in all the series of a file.
const MAX_STEPS: usize = 400_000;
/// Longest rule, in bytes.
const MAX_RULE: usize = 300;
/// Exceptions and further days of one series.
const MAX_DAYS: usize = 2_000;

/// Why a repetition is not followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unrepeated {
    /// This one is not understood, or no agenda has it.
    Rule(Msg),
    /// The file asks for more than any agenda holds: none of it is read.
    Bomb,
}

impl From<Msg> for Unrepeated {
    fn from(why: Msg) -> Self {
        Self::Rule(why)
    }
}

/// Follows the rules of one file, and gives up on a file that has too many.
#[derive(Debug)]
pub struct Repeats {
    from: NaiveDateTime,
    to: NaiveDateTime,
    series: usize,
    empty: usize,
    steps: usize,
}

impl Repeats {
    pub fn around(today: Day) -> Self {
        let midnight = |day: Day| day.date().and_time(chrono::NaiveTime::MIN);
        Self { from: midnight(today.plus(-REACH)), to: midnight(today.plus(REACH + 1)), series: 0, empty: 0, steps: 0 }
    }

    /// Whether the file asks for more than any agenda holds.
    pub fn is_bomb(&self) -> bool {
        self.series > MAX_SERIES || self.empty > MAX_EMPTY || self.steps >= MAX_STEPS
    }

    /// When a repeated event begins, on its own clock, in order; exceptions are left out.
    ///
    /// # Errors
    /// A rule that is not understood, or that no agenda has.
    pub fn of(&mut self, event: &Event, start: When) -> Result<Vec<NaiveDateTime>, Unrepeated> {
        self.series += 1;
        if self.is_bomb() || event.except.len() > MAX_DAYS || event.also.len() > MAX_DAYS {
            return Err(Unrepeated::Bomb);
        }
        let (first, zone) = start.own();
        // A day, or an hour of another zone, in this event's own time.
        let here = |when: &When| match (*when, zone) {
            (When::Time(time, of), Some(zone)) if of != zone => back(of.in_france(time), zone),
            (when, None) => when.own().0.date().and_time(chrono::NaiveTime::MIN),
            (when, _) => when.own().0,
        };
        let mut found = vec![first];
        if let Some(rule) = &event.rule {
            found.extend(self.follow(rule, first, zone.is_none(), |utc| zone.map_or(utc, |z| z.of_utc(utc)))?);
        }
        found.extend(event.also.iter().map(here));
        found.retain(|at| self.from <= *at && *at < self.to);
        let (mut days, mut times) = (HashSet::new(), HashSet::new());
        for except in &event.except {
            match except {
                When::Date(day) => {
                    days.insert(*day);
                }
                When::Time(..) => {
                    times.insert(here(except));
                }
            }
        }
        found.retain(|at| !days.contains(&at.date()) && !times.contains(at));
        found.sort_unstable();
        found.dedup();
        if found.len() > MAX_OCCURRENCES {
            return Err(Msg::new("import-agenda-often").with("max", MAX_OCCURRENCES).into());
        }
        Ok(found)
    }

    /// The days of a rule, each as if its clock were UTC's: no change of clock shifts them.
    fn follow(
        &mut self,
        rule: &str,
        first: NaiveDateTime,
        whole_day: bool,
        own: impl Fn(NaiveDateTime) -> NaiveDateTime,
    ) -> Result<Vec<NaiveDateTime>, Msg> {
        let unknown = || Msg::new("import-agenda-repeat");
        if rule.len() > MAX_RULE || !rule.is_ascii() {
            return Err(unknown());
        }
        let mut until = None;
        let mut kept = Vec::new();
        for part in rule.split(';').filter(|p| !p.is_empty()) {
            match part.split_once('=').ok_or_else(unknown)? {
                ("FREQ", "SECONDLY" | "MINUTELY" | "HOURLY") => return Err(Msg::new("import-agenda-too-often")),
                ("BYSECOND" | "BYMINUTE" | "BYHOUR", several) if several.contains(',') => {
                    return Err(Msg::new("import-agenda-too-often"));
                }
                // The crate asks for UTC here; agendas write what they like.
                ("UNTIL", value) => until = Some(read_until(value, whole_day, &own).ok_or_else(unknown)?),
                _ => kept.push(part),
            }
        }
        if !(1900..=2100).contains(&first.year()) {
            return Err(Msg::new("import-agenda-year"));
        }
        let start: DateTime<Tz> = Tz::UTC.from_utc_datetime(&first);
        let rule: RRule<Unvalidated> = kept.join(";").parse().map_err(|_| unknown())?;
        let rule = rule.validate(start).map_err(|_| unknown())?;
        let set = RRuleSet::new(start).rrule(rule).limit();
        let last = until.map_or(self.to, |until: NaiveDateTime| until.min(self.to));
        let mut found = Vec::new();
        let mut more = false;
        for at in set.into_iter().take(MAX_STEPS - self.steps) {
            self.steps += 1;
            let at = at.with_timezone(&Utc).naive_utc();
            more = at > last;
            if more {
                break;
            }
            if at >= self.from {
                found.push(at);
                if found.len() > MAX_OCCURRENCES {
                    break;
                }
            }
        }
        // A rule that ends of itself, without an end written, was followed to the end of its patience.
        let endless = until.is_none() && !kept.iter().any(|p| p.starts_with("COUNT="));
        self.empty += usize::from(found.is_empty() && !more && endless);
        Ok(found)
    }
}

/// A French civil time on the clock of another zone.
fn back(france: NaiveDateTime, zone: super::zone::Zone) -> NaiveDateTime {
    use chrono_tz::Europe::Paris;
    let instant = Paris.from_local_datetime(&france).earliest();
    let instant = instant.or_else(|| Paris.from_local_datetime(&(france + TimeDelta::hours(1))).earliest());
    instant.map_or(france, |i| zone.of_utc(i.naive_utc()))
}

/// The last moment of a rule on its own clock; a day means its end.
fn read_until(value: &str, whole_day: bool, own: impl Fn(NaiveDateTime) -> NaiveDateTime) -> Option<NaiveDateTime> {
    let day = |text: &str| chrono::NaiveDate::parse_from_str(text, "%Y%m%d").ok()?.and_hms_opt(23, 59, 59);
    if value.len() == 8 || whole_day {
        return day(value.get(..8)?);
    }
    let (digits, utc) = value.strip_suffix('Z').map_or((value, false), |digits| (digits, true));
    let time = NaiveDateTime::parse_from_str(digits, "%Y%m%dT%H%M%S").ok()?;
    Some(if utc { own(time) } else { time })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::zone::Zone;
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn today() -> Day {
        Day::ymd(2026, 11, 27).unwrap()
    }

    /// The occurrences of a rule that begins on Monday 23 November 2026 at nine.
    fn followed(rule: &str) -> Result<Vec<String>, Unrepeated> {
        let start = When::Time(at("2026-11-23T09:00:00"), Zone::FRANCE);
        let event = Event { rule: Some(rule.into()), ..Event::default() };
        let found = Repeats::around(today()).of(&event, start)?;
        Ok(found.iter().map(|t| t.format("%m-%dT%H").to_string()).collect())
    }

    #[rstest]
    #[case("FREQ=WEEKLY;COUNT=3", &["11-23T09", "11-30T09", "12-07T09"])]
    #[case("FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261203", &["11-23T09", "11-26T09", "11-30T09", "12-03T09"])]
    #[case("FREQ=DAILY;UNTIL=20261124T080000Z", &["11-23T09", "11-24T09"])]
    #[case("FREQ=DAILY;UNTIL=20261124T075959Z", &["11-23T09"])]
    #[case("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", &["11-23T09", "11-27T09", "12-25T09"])]
    #[case("FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=2;", &["11-23T09", "12-07T09"])]
    fn a_rule_is_followed(#[case] rule: &str, #[case] expected: &[&str]) {
        assert_eq!(followed(rule).unwrap(), expected);
    }

    #[rstest]
    #[case("FREQ=SECONDLY", "import-agenda-too-often")]
    #[case("FREQ=DAILY;BYHOUR=0,1,2", "import-agenda-too-often")]
    #[case("FREQ=FORTNIGHTLY", "import-agenda-repeat")]
    #[case("FREQ=DAILY;UNTIL=demain", "import-agenda-repeat")]
    #[case("INTERVAL=1", "import-agenda-repeat")]
    #[case("FREQ=DAILY;INTERVAL=99999999999", "import-agenda-repeat")]
    #[case("", "import-agenda-repeat")]
    fn another_is_refused_with_a_sentence(#[case] rule: &str, #[case] id: &'static str) {
        assert_eq!(followed(rule), Err(Unrepeated::Rule(Msg::new(id))));
    }

    #[test]
    fn a_series_without_an_end_stops_two_years_from_today() {
        let found = followed("FREQ=DAILY").unwrap();
        assert_eq!(found.len(), usize::try_from(REACH).unwrap() + 5);
        let old = When::Time(at("2001-01-01T09:00:00"), Zone::FRANCE);
        let event = Event { rule: Some("FREQ=DAILY".into()), ..Event::default() };
        let found = Repeats::around(today()).of(&event, old).unwrap();
        assert_eq!(found.len(), 2 * usize::try_from(REACH).unwrap() + 1);
        assert_eq!(found[0], at("2024-11-26T09:00:00"));
    }

    #[test]
    fn nine_o_clock_stays_nine_o_clock_when_the_clocks_change() {
        let utc = When::Time(at("2026-10-19T07:00:00"), Zone::Named(chrono_tz::UTC));
        let event = Event { rule: Some("FREQ=WEEKLY;COUNT=2".into()), ..Event::default() };
        let found = Repeats::around(today()).of(&event, utc).unwrap();
        // Written in UTC, it moves in France; written in French time, it does not.
        let zone = Zone::Named(chrono_tz::UTC);
        assert_eq!(
            found.iter().map(|t| zone.in_france(*t)).collect::<Vec<_>>(),
            [at("2026-10-19T09:00:00"), at("2026-10-26T08:00:00")]
        );
        let own = When::Time(at("2026-10-19T09:00:00"), Zone::FRANCE);
        assert_eq!(Repeats::around(today()).of(&event, own).unwrap()[1], at("2026-10-26T09:00:00"));
    }

    #[test]
    fn exceptions_go_and_further_days_come_whatever_clock_they_are_written_on() {
        let zone = Zone::FRANCE;
        let utc = |text| When::Time(at(text), Zone::Named(chrono_tz::UTC));
        let event = Event {
            rule: Some("FREQ=DAILY;COUNT=4".into()),
            except: vec![utc("2026-11-24T08:00:00"), When::Date(at("2026-11-25T00:00:00").date())],
            also: vec![utc("2026-12-01T10:00:00")],
            ..Event::default()
        };
        let found = Repeats::around(today()).of(&event, When::Time(at("2026-11-23T09:00:00"), zone)).unwrap();
        assert_eq!(found, [at("2026-11-23T09:00:00"), at("2026-11-26T09:00:00"), at("2026-12-01T11:00:00")]);
    }

    #[test]
    fn many_exceptions_are_each_read_once() {
        let first = at("2026-11-23T09:00:00");
        let odd = |n: i64| When::Time(first + TimeDelta::minutes(n), Zone::Named(chrono_tz::UTC));
        let except = (1..).map(odd).take(MAX_DAYS).collect();
        let event = Event { rule: Some("FREQ=DAILY".into()), except, ..Event::default() };
        let began = std::time::Instant::now();
        // Two thousand minutes are a day and some: of the second morning one is an hour of the series.
        let found = Repeats::around(today()).of(&event, When::Time(first, Zone::FRANCE)).unwrap();
        assert_eq!(found.len(), usize::try_from(REACH).unwrap() + 4);
        assert!(began.elapsed() < std::time::Duration::from_secs(1), "{:?}", began.elapsed());
    }

    #[test]
    fn rules_that_lead_nowhere_end_the_patience() {
        let mut repeats = Repeats::around(today());
        let start = When::Time(at("2026-11-23T09:00:00"), Zone::FRANCE);
        // The 31st of a month that has thirty days; a Monday that is a Tuesday.
        let event = |rule: &str| Event { rule: Some(rule.into()), ..Event::default() };
        let never = event("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30");
        for _ in 0..=MAX_EMPTY {
            assert!(!repeats.is_bomb());
            assert_eq!(repeats.of(&never, start).map(|f| f.len()), Ok(1), "the first day is always one");
        }
        assert!(repeats.is_bomb());
        assert_eq!(repeats.of(&event("FREQ=DAILY"), start), Err(Unrepeated::Bomb));
    }
}
