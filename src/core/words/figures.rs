//! Figures as each language writes them, the same on a screen, in a table and under a picture.

use super::{Lang, Words};
use crate::domain::indicators::{Figure, Indicator};
use crate::domain::{Msg, Period};

/// What French puts between thousands: narrow, and never broken.
const THIN: char = '\u{202f}';

/// A whole number with its thousands apart.
pub(super) fn whole(number: i64, lang: Lang) -> String {
    let separator = match lang {
        Lang::Fr => THIN,
        Lang::En => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut said = String::from(if number < 0 { "−" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            said.push(separator);
        }
        said.push(digit);
    }
    said
}

impl Words {
    /// A whole number with its thousands apart: `8 200`.
    #[must_use]
    pub fn whole(&self, number: i64) -> String {
        whole(number, self.lang)
    }

    /// A number with so many decimals: `18,9`.
    #[must_use]
    pub fn decimal(&self, number: f64, decimals: usize) -> String {
        let said = format!("{:.decimals$}", number.abs());
        let (whole, rest) = said.split_once('.').unwrap_or((&said, ""));
        let sign = if number < 0.0 && said.bytes().any(|b| b.is_ascii_digit() && b != b'0') { "−" } else { "" };
        let whole = self.whole(whole.parse().unwrap_or(i64::MAX));
        match (rest, self.lang) {
            ("", _) => format!("{sign}{whole}"),
            (_, Lang::Fr) => format!("{sign}{whole},{rest}"),
            (_, Lang::En) => format!("{sign}{whole}.{rest}"),
        }
    }

    /// A number as it is, with one decimal only where it has one.
    #[must_use]
    pub fn number(&self, number: f64) -> String {
        let decimals = usize::from((number - number.round()).abs() > 0.049);
        self.decimal(number, decimals)
    }

    /// The number of a figure without its unit: `8 200`, `18,9 %`, `9,5`, `—`.
    #[must_use]
    pub fn figure_number(&self, figure: Figure) -> String {
        match figure {
            Figure::Missing | Figure::Share(_, 0) | Figure::Ratio(_, 0) => "—".to_owned(),
            Figure::Count(count) => self.whole(i64::from(count)),
            Figure::Gap(gap) if gap > 0 => format!("+{}", self.whole(gap)),
            Figure::Gap(gap) => self.whole(gap),
            Figure::Share(part, whole) => self.percent(part, whole),
            Figure::Ratio(part, whole) => self.decimal(f64::from(part) / f64::from(whole), 1),
            Figure::Halves(halves) => self.decimal(f64::from(halves) / 2.0, usize::from(halves % 2 == 1)),
            Figure::Day(day) => self.day_year(day),
            Figure::Never => "∞".to_owned(),
            Figure::Withheld => "NS".to_owned(),
        }
    }

    /// The unit of a figure as its number takes it: `consultations`, `jour`; empty where the number says it all.
    #[must_use]
    pub fn figure_unit(&self, unit: Option<&'static str>, figure: Figure) -> String {
        let Some(unit) = unit else { return String::new() };
        let count = match figure {
            Figure::Missing | Figure::Withheld | Figure::Share(..) | Figure::Day(_) => return String::new(),
            // French has the plural from two, English for all but one.
            Figure::Ratio(..) | Figure::Halves(_) if self.lang == Lang::En && figure.number() != Some(1.0) => 2,
            Figure::Never => 2,
            #[expect(clippy::cast_possible_truncation, reason = "only whether it is below two matters")]
            other => other.number().unwrap_or(0.0).abs().floor() as i64,
        };
        self.say(&Msg::new(unit).with("count", count))
    }

    /// The figure with its unit, and what a share is of: `92,3 % (12 sur 13)`, `9 médecins`, `22,4 patients par jour`.
    #[must_use]
    pub fn figure(&self, unit: Option<&'static str>, figure: Figure) -> String {
        let number = self.figure_number(figure);
        match figure {
            Figure::Share(part, whole) if whole > 0 => {
                let msg = Msg::new("statistics-share").with("value", number);
                let (part, whole) = (self.whole(i64::from(part)), self.whole(i64::from(whole)));
                self.say(&msg.with("part", part).with("whole", whole))
            }
            _ => format!("{number} {}", self.figure_unit(unit, figure)).trim_end().to_owned(),
        }
    }

    /// The days a figure counts, and whether they are over: `1er–30 nov. 2026 · période en cours, incomplète`.
    #[must_use]
    pub fn window(&self, indicator: &Indicator) -> String {
        let said = self.period(indicator.window);
        if indicator.partial { format!("{said} · {}", self.t("statistics-partial")) } else { said }
    }

    /// A span of days, or the one day it is.
    #[must_use]
    pub fn period(&self, period: Period) -> String {
        if period.from == period.to { self.day_year(period.to) } else { self.span(period.from, period.to) }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(Figure::Count(8_200), "8\u{202f}200 consultations", "8,200 consultations")]
    #[case(Figure::Count(1), "1 consultation", "1 consultation")]
    #[case(Figure::Count(0), "0 consultation", "0 consultations")]
    #[case(Figure::Share(170, 900), "18,9 % (170 sur 900)", "18.9% (170 of 900)")]
    #[case(Figure::Ratio(45, 2), "22,5 consultations", "22.5 consultations")]
    // 1,9 is singular in French.
    #[case(Figure::Ratio(19, 10), "1,9 consultation", "1.9 consultations")]
    #[case(Figure::Halves(19), "9,5 consultations", "9.5 consultations")]
    #[case(Figure::Halves(18), "9 consultations", "9 consultations")]
    #[case(Figure::Gap(-1_234), "−1\u{202f}234 consultations", "−1,234 consultations")]
    #[case(Figure::Gap(8), "+8 consultations", "+8 consultations")]
    #[case(Figure::Missing, "—", "—")]
    #[case(Figure::Share(0, 0), "—", "—")]
    #[case(Figure::Never, "∞ consultations", "∞ consultations")]
    #[case(Figure::Withheld, "NS", "NS")]
    fn a_figure_is_said_in_its_language(#[case] figure: Figure, #[case] fr: &str, #[case] en: &str) {
        let unit = Some("indicators-unit-consultations");
        assert_eq!(Words::new(Lang::Fr).figure(unit, figure).replace('\u{a0}', " "), fr);
        assert_eq!(Words::new(Lang::En).figure(unit, figure), en);
    }

    #[rstest]
    #[case(-0.01, "0,0")]
    #[case(-12.34, "−12,3")]
    #[case(1_234_567.89, "1\u{202f}234\u{202f}567,9")]
    fn decimals_have_a_comma(#[case] number: f64, #[case] said: &str) {
        assert_eq!(Words::new(Lang::Fr).decimal(number, 1), said);
    }
}
