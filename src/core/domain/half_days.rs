//! Half-days of the week: `mar. + jeu. matin`.

use serde::{Deserialize, Serialize};

use super::draft::text::fold;
use super::{Day, HalfDay, Msg};

/// Some half-days of the week, a bit each from Monday morning to Sunday afternoon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct HalfDays(u16);

/// The bits that there are.
const ALL: u16 = (1 << 14) - 1;

impl HalfDays {
    /// Those that a number stands for.
    #[must_use]
    pub fn kept(bits: u32) -> Self {
        Self(u16::try_from(bits).unwrap_or(0) & ALL)
    }

    /// The number that stands for them.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0 as u32
    }

    /// The same and one more.
    #[must_use]
    pub const fn and(self, weekday: usize, half: HalfDay) -> Self {
        Self(self.0 | Self::bit(weekday, half))
    }

    const fn bit(weekday: usize, half: HalfDay) -> u16 {
        1 << (weekday % 7 * 2 + matches!(half, HalfDay::Afternoon) as usize)
    }

    /// Whether one is among them, Monday being 0.
    #[must_use]
    pub const fn has(self, weekday: usize, half: HalfDay) -> bool {
        self.0 & Self::bit(weekday, half) != 0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many there are.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Those of some days, both included, in order.
    pub fn of(self, from: Day, to: Day) -> impl Iterator<Item = (Day, HalfDay)> {
        let halves = |day: Day| [HalfDay::Morning, HalfDay::Afternoon].map(move |half| (day, half));
        from.to(to).flat_map(halves).filter(move |(day, half)| self.has(day.weekday_index(), *half))
    }
}

/// The days of the week as they are typed, in French and in English.
const DAYS: [[&str; 2]; 7] = [
    ["lundi", "monday"],
    ["mardi", "tuesday"],
    ["mercredi", "wednesday"],
    ["jeudi", "thursday"],
    ["vendredi", "friday"],
    ["samedi", "saturday"],
    ["dimanche", "sunday"],
];

/// What one word of the text says.
enum Word {
    Days(Vec<usize>),
    Half(HalfDay),
}

/// Reads `mardi`, `lun-ven matin`, `mar. après-midi, jeu` or `tue am`: a half is of the days before it, and without one
/// it is the whole day; what stands on either side of a `+` is said apart.
///
/// # Errors
/// With the word that is neither a day nor a half-day.
pub fn read(text: &str) -> Result<HalfDays, Msg> {
    let folded = fold(text).replace("apres-midi", "apm").replace("apres midi", "apm");
    let mut found = HalfDays::default();
    let mut days: Vec<usize> = Vec::new();
    let mut halves: Vec<HalfDay> = Vec::new();
    let mut close = |days: &mut Vec<usize>, halves: &mut Vec<HalfDay>| {
        let both = [HalfDay::Morning, HalfDay::Afternoon];
        let which: &[HalfDay] = if halves.is_empty() { &both } else { halves };
        for day in days.drain(..) {
            found = which.iter().fold(found, |found, half| found.and(day, *half));
        }
        halves.clear();
    };
    let folded = folded.replace(['+', ';'], " + ");
    for typed in folded.split([' ', ',', '/', '\u{a0}']).filter(|word| !word.is_empty()) {
        match word(typed) {
            _ if typed == "+" => close(&mut days, &mut halves),
            Some(Word::Days(more)) => {
                // A day after a half begins anew.
                if !halves.is_empty() {
                    close(&mut days, &mut halves);
                }
                days.extend(more);
            }
            Some(Word::Half(half)) if !days.is_empty() => halves.push(half),
            _ if matches!(typed, "et" | "and" | "le" | "les" | "&") => {}
            _ => return Err(Msg::new("half-days-unread").with("word", typed)),
        }
    }
    close(&mut days, &mut halves);
    Ok(found)
}

fn word(typed: &str) -> Option<Word> {
    match typed.trim_end_matches('.') {
        "matin" | "matins" | "am" | "m" | "morning" | "mornings" => return Some(Word::Half(HalfDay::Morning)),
        "apm" | "ap" | "pm" | "am2" | "aprem" | "afternoon" | "afternoons" => {
            return Some(Word::Half(HalfDay::Afternoon));
        }
        _ => {}
    }
    if let Some((first, last)) = typed.split_once('-') {
        let (first, last) = (day(first)?, day(last)?);
        return (first <= last).then(|| Word::Days((first..=last).collect()));
    }
    day(typed).map(|day| Word::Days(vec![day]))
}

/// A day of the week by its name, its plural, or at least its three first letters.
fn day(typed: &str) -> Option<usize> {
    let typed = typed.trim_end_matches('.');
    let typed = if typed.len() > 4 { typed.trim_end_matches('s') } else { typed };
    let is = |name: &str| typed.len() >= 3 && name.trim_end_matches('s').starts_with(typed);
    DAYS.iter().position(|names| names.iter().any(|name| is(name)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::super::fixture::monday;
    use super::*;

    fn typed(text: &str) -> Vec<(usize, &'static str)> {
        let halves = read(text).unwrap();
        let all = (0..7).flat_map(|day| [(day, HalfDay::Morning, "m"), (day, HalfDay::Afternoon, "a")]);
        all.filter(|(day, half, _)| halves.has(*day, *half)).map(|(day, _, half)| (day, half)).collect()
    }

    #[rstest]
    #[case("mardi", &[(1, "m"), (1, "a")])]
    #[case("mardis", &[(1, "m"), (1, "a")])]
    #[case("mar. matin", &[(1, "m")])]
    #[case("Mar Après-midi, jeu", &[(1, "a"), (3, "m"), (3, "a")])]
    #[case("lun-mer matin", &[(0, "m"), (1, "m"), (2, "m")])]
    #[case("lun, mer et ven après-midi", &[(0, "a"), (2, "a"), (4, "a")])]
    #[case("tue am, thu pm", &[(1, "m"), (3, "a")])]
    #[case("lun. + mar. matin", &[(0, "m"), (0, "a"), (1, "m")])]
    #[case("mar matin ap", &[(1, "m"), (1, "a")])]
    #[case("", &[])]
    fn half_days_are_read_as_they_are_said(#[case] text: &str, #[case] expected: &[(usize, &str)]) {
        assert_eq!(typed(text), expected);
    }

    #[rstest]
    #[case("matin")]
    #[case("mardi soir")]
    #[case("ven-lun")]
    #[case("m 12")]
    fn what_is_no_half_day_is_said(#[case] text: &str) {
        assert_eq!(read(text).unwrap_err().id, "half-days-unread");
    }

    proptest! {
        /// What is kept comes back, and the half-days of a week are those.
        #[test]
        fn the_half_days_of_a_week_are_those(bits in 0..(1_u32 << 14)) {
            let halves = HalfDays::kept(bits);
            prop_assert_eq!(halves.bits(), bits);
            let found: Vec<_> = halves.of(monday(48), monday(48).plus(6)).collect();
            prop_assert_eq!(found.len(), usize::try_from(halves.len()).unwrap());
            prop_assert!(found.iter().all(|(day, half)| halves.has(day.weekday_index(), *half)));
        }
    }
}
