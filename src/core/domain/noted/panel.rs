//! The état de la patientèle: how many patients have the centre as their médecin traitant, at a date.

use serde::{Deserialize, Serialize};

use super::super::{Day, PanelId, PersonId, Stamp};
use super::far_from;

/// The panel at a date, as somebody read it from the medical software or from the CPAM.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPanel {
    pub day: Day,
    /// Patients who declared the centre as their médecin traitant (MT).
    pub patients: u32,
    /// Of whom with a long-term illness (ALD).
    pub ald: Option<u32>,
    /// Distinct patients with a contact in the twelve months before.
    pub active_file: Option<u32>,
    /// MT patients gained, who left and who died since the snapshot before.
    pub arrivals: Option<u32>,
    pub departures: Option<u32>,
    pub deaths: Option<u32>,
    /// Where the figures come from: `Maiia`, `amelipro`…
    pub source: String,
}

/// A dated panel, with who noted it and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelSnapshot {
    pub id: PanelId,
    pub what: NewPanel,
    pub author: PersonId,
    pub at: Stamp,
}

/// What came and went between two snapshots, beside the difference of their stocks (rule 21).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    pub arrivals: u32,
    pub departures: u32,
    pub deaths: u32,
    /// The difference of the stocks less what the flow explains: 0 when they reconcile.
    pub gap: i64,
}

impl NewPanel {
    /// The flow since the snapshot before; nothing where the arrivals or the departures are not known.
    ///
    /// Deaths that were not noted count as none: the gap shows them.
    #[must_use]
    pub fn flow(&self, before: &Self) -> Option<Flow> {
        let (arrivals, departures, deaths) = (self.arrivals?, self.departures?, self.deaths.unwrap_or(0));
        let moved = i64::from(arrivals) - i64::from(departures) - i64::from(deaths);
        let gap = i64::from(self.patients) - i64::from(before.patients) - moved;
        Some(Flow { arrivals, departures, deaths, gap })
    }

    /// The gain in patients that is unlike the gains of the snapshots before, each for the same number of days; says
    /// what would be usual. `others` are the centre's other snapshots, oldest first.
    #[must_use]
    pub fn unusual(&self, others: &[Self]) -> Option<i64> {
        let gain = |from: &Self, to: &Self| {
            let days = i64::from((to.day.0 - from.day.0).max(1));
            (days, i64::from(to.patients) - i64::from(from.patients))
        };
        let earlier: Vec<&Self> = others.iter().filter(|o| o.day < self.day).collect();
        let (days, gained) = gain(earlier.last()?, self);
        // In patients for a hundred days, so that months of different lengths compare.
        let rate = |(days, gained): (i64, i64)| u32::try_from(gained.unsigned_abs() * 100 / days.unsigned_abs()).ok();
        let others: Vec<u32> = earlier.windows(2).filter_map(|pair| rate(gain(pair[0], pair[1]))).collect();
        let usual = far_from(rate((days, gained))?, &others)?;
        Some(i64::from(usual) * days / 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel(day: i32, patients: u32) -> NewPanel {
        NewPanel {
            day: Day(day),
            patients,
            ald: None,
            active_file: None,
            arrivals: None,
            departures: None,
            deaths: None,
            source: String::new(),
        }
    }

    #[test]
    fn stock_and_flow_reconcile_or_the_gap_is_known() {
        let before = panel(0, 900);
        let mut now = NewPanel { arrivals: Some(40), departures: Some(6), deaths: Some(2), ..panel(30, 932) };
        // 900 + 40 − 6 − 2 = 932.
        assert_eq!(now.flow(&before).unwrap().gap, 0);
        now.patients = 940;
        assert_eq!(now.flow(&before).unwrap().gap, 8);
        now.deaths = None;
        assert_eq!(now.flow(&before).unwrap().gap, 6);
        now.departures = None;
        assert_eq!(now.flow(&before), None);
    }

    #[test]
    fn a_gain_unlike_the_others_is_questioned() {
        let others: Vec<NewPanel> = (0..6).map(|n| panel(n * 30, 600 + u32::try_from(n).unwrap() * 30)).collect();
        // Thirty a month are usual: thirty-five more is nothing, a typed 8 for a 7 is.
        assert_eq!(panel(180, 785).unusual(&others), None);
        assert_eq!(panel(180, 885).unusual(&others), Some(30));
        assert_eq!(panel(180, 78).unusual(&others), Some(30));
        assert_eq!(panel(180, 885).unusual(&others[..4]), None, "three gains are too few");
    }
}
