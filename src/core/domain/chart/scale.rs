//! Axes people can read: they begin at 0, so that heights can be compared, and have few and round numbers.

/// A scale from 0 to a round number, in round steps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    pub top: f64,
    pub step: f64,
}

/// Round steps, as parts of a power of ten.
const ROUND: [f64; 4] = [1.0, 2.0, 5.0, 10.0];

impl Scale {
    /// The scale that holds a value with at most so many steps; counts have no halves.
    #[must_use]
    pub fn to(most: f64, steps: u16) -> Self {
        let wanted = (most.max(1.0) / f64::from(steps.max(1))).max(1.0);
        let power = 10f64.powf(wanted.log10().floor());
        let step = ROUND.iter().map(|r| r * power).find(|s| *s >= wanted - 1e-9).unwrap_or(power * 10.0);
        Self { top: (most.max(1.0) / step).ceil() * step, step }
    }

    /// The values that are written beside it, from below.
    pub fn ticks(self) -> impl Iterator<Item = f64> {
        std::iter::successors(Some(0.0), move |v| Some(v + self.step))
            .take_while(move |v| *v <= self.top + self.step / 2.0)
    }

    /// The row of a value where the scale is that many rows high, 0 being the lowest.
    #[must_use]
    pub fn row(self, value: f64, rows: u16) -> u16 {
        let at = value / self.top * f64::from(rows);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a row of a chart")]
        let row = at.floor().max(0.0) as u16;
        row.min(rows.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(97.0, 4, 100.0, 50.0)]
    #[case(97.0, 5, 100.0, 20.0)]
    #[case(1_834.0, 4, 2_000.0, 500.0)]
    #[case(3.0, 4, 3.0, 1.0)]
    #[case(0.0, 4, 1.0, 1.0)]
    #[case(8_201.0, 5, 10_000.0, 2_000.0)]
    #[case(1.0, 5, 1.0, 1.0)]
    #[case(93.0, 5, 100.0, 20.0)]
    #[case(100.0, 5, 100.0, 20.0)]
    #[case(101.0, 5, 150.0, 50.0)]
    #[case(13_400.0, 5, 15_000.0, 5_000.0)]
    fn a_scale_is_round_and_holds_its_value(
        #[case] most: f64,
        #[case] steps: u16,
        #[case] top: f64,
        #[case] step: f64,
    ) {
        let scale = Scale::to(most, steps);
        assert_eq!((scale.top, scale.step), (top, step));
        // The value stands in the upper half of the scale, and in one of its rows.
        assert!((most < 1.0 || scale.row(most, 10) >= 4) && scale.row(most, 10) < 10);
        assert!(scale.ticks().count() <= usize::from(steps) + 1);
    }
}
