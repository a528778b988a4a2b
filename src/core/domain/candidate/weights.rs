//! How much each thing counts: the usual weights, and the centre's own where it has set them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

macro_rules! factors {
    ($($(#[$doc:meta])* $name:ident($usual:literal) = $word:literal;)*) => {
        /// Something that counts for or against a volunteer.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Factor {
            $($(#[$doc])* $name,)*
        }

        impl Factor {
            /// Everything that counts, in the order of the settings: for, then against.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// How much it counts where the centre has not said otherwise; negative is against.
            #[must_use]
            pub const fn usual(self) -> i32 {
                match self {
                    $(Self::$name => $usual,)*
                }
            }

            /// Identifier of its sentence in the language files.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }
    };
}

factors! {
    /// Spoken of, or with an option, for this very week.
    Hoped(60) = "factor-hoped";
    /// Said that they could come; perhaps, or in a part of the week, counts half.
    Available(50) = "factor-available";
    /// Wants to come back, or to settle here.
    ComesBack(25) = "factor-comes-back";
    /// Came before; each further time, up to three, counts half more.
    CameBefore(20) = "factor-came-before";
    /// The week is one they would like.
    Wishes(20) = "factor-wishes";
    Pioneer(15) = "factor-pioneer";
    /// Declared for this centre at the Ordre.
    Declared(10) = "factor-declared";
    Near(10) = "factor-near";
    /// Every paper that outlasts a stay is there and holds on its last day.
    Papers(10) = "factor-papers";
    /// Neither came nor was asked for a year.
    LongAgo(5) = "factor-long-ago";
    /// Said that they could not come.
    Unavailable(-100) = "factor-unavailable";
    /// Confirmed elsewhere in this week.
    Elsewhere(-100) = "factor-elsewhere";
    /// Said that they never come then.
    Never(-60) = "factor-never";
    /// Said that they do not come back.
    NotBack(-40) = "factor-not-back";
    /// Was asked lately; without an answer yet, or for another week.
    Asked(-40) = "factor-asked";
    /// As often as they wished, this year.
    AsWished(-30) = "factor-as-wished";
    /// A stay ends or begins a few weeks from this one: the nearer, the more.
    JustHere(-30) = "factor-just-here";
    /// Two stays or more in this year already; one counts a quarter.
    ThisYear(-20) = "factor-this-year";
    /// Gave a week of August or Christmas already, and this one is one.
    HolidayWeek(-20) = "factor-holiday-week";
    /// Not declared at the Ordre, and less than two months are left.
    Undeclared(-15) = "factor-undeclared";
    /// Some of their papers are missing, or end before.
    PapersMissing(-10) = "factor-papers-missing";
    /// Never came: needs a welcome.
    NeverCame(-5) = "factor-never-came";
}

/// The weights of a centre; what it has not set is the usual.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weights(BTreeMap<Factor, i32>);

/// The most that something may count.
pub const MOST: u32 = 200;

impl Weights {
    /// How much something counts; negative is against.
    #[must_use]
    pub fn of(&self, factor: Factor) -> i32 {
        self.0.get(&factor).copied().unwrap_or_else(|| factor.usual())
    }

    /// The same with one that counts so much, on its own side.
    #[must_use]
    pub fn with(mut self, factor: Factor, much: u32) -> Self {
        let much = i32::try_from(much.min(MOST)).unwrap_or(0);
        let signed = if factor.usual() < 0 { -much } else { much };
        if signed == factor.usual() {
            self.0.remove(&factor);
        } else {
            self.0.insert(factor, signed);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_set_is_usual_and_each_keeps_its_side() {
        let weights = Weights::default().with(Factor::Near, 40).with(Factor::Asked, 500).with(Factor::Pioneer, 15);
        assert_eq!((weights.of(Factor::Near), weights.of(Factor::Asked), weights.of(Factor::Pioneer)), (40, -200, 15));
        let kept = serde_json::to_string(&weights).unwrap();
        assert_eq!(kept, r#"{"Near":40,"Asked":-200}"#);
        assert_eq!(serde_json::from_str::<Weights>(&kept).unwrap(), weights);
        assert_eq!(serde_json::from_str::<Weights>("{}").unwrap(), Weights::default());
        // For stands before against, as in the settings.
        let signs: Vec<bool> = Factor::ALL.iter().map(|factor| factor.usual() > 0).collect();
        assert!(signs.is_sorted_by(|a, b| a >= b));
    }
}
