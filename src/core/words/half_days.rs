//! Half-days of the week, as each language says them.

use super::Words;
use crate::domain::half_days::HalfDays;
use crate::domain::{Day, HalfDay};

/// A Monday.
const MONDAY: Day = Day(4);

impl Words {
    /// `mar. + jeu. matin`: a whole day by its name alone.
    #[must_use]
    pub fn half_days(&self, halves: HalfDays) -> String {
        let said = (0..7usize).zip(0i32..).filter_map(|(day, after)| {
            let name = self.weekday(MONDAY.plus(after));
            match (halves.has(day, HalfDay::Morning), halves.has(day, HalfDay::Afternoon)) {
                (true, true) => Some(name),
                (true, false) => Some(format!("{name} {}", self.t("half-days-morning"))),
                (false, true) => Some(format!("{name} {}", self.t("half-days-afternoon"))),
                (false, false) => None,
            }
        });
        said.collect::<Vec<_>>().join(" + ")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Lang;
    use super::*;
    use crate::domain::half_days;

    proptest! {
        /// What is said of half-days is read as the same.
        #[test]
        fn what_is_said_is_read_again(bits in 0..(1_u32 << 14)) {
            let halves = HalfDays::kept(bits);
            for lang in [Lang::Fr, Lang::En] {
                prop_assert_eq!(half_days::read(&Words::new(lang).half_days(halves)), Ok(halves));
            }
        }
    }
}
