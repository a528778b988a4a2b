//! Dates, hours and numbers as they are said on screen.

use chrono::Datelike;

use super::{Lang, Words};
use crate::domain::{Day, IsoWeek, Stamp};

/// In days: the number of a week so far away is also that of a nearer one.
const HALF_A_YEAR: i32 = 183;

/// The names of days and months, as the language file lists them: Monday and January first.
#[derive(Default)]
pub(super) struct Names {
    weekdays: Vec<String>,
    weekdays_short: Vec<String>,
    months: Vec<String>,
    months_short: Vec<String>,
}

impl Names {
    /// The names, of what says a message.
    pub(super) fn of(say: impl Fn(&str) -> String) -> Self {
        let list = |id| say(id).split(' ').map(str::to_owned).collect();
        Self {
            weekdays: list("date-weekdays"),
            weekdays_short: list("date-weekdays-short"),
            months: list("date-months"),
            months_short: list("date-months-short"),
        }
    }
}

/// The name of that number; a list that is too short, which a test excludes, has none.
fn nth(names: &[String], index: u32) -> &str {
    usize::try_from(index).ok().and_then(|index| names.get(index)).map_or("", String::as_str)
}

impl Words {
    /// The day of the month, the first as French says it.
    fn ordinal(&self, day: Day) -> String {
        match (self.lang, day.date().day()) {
            (Lang::Fr, 1) => "1er".to_owned(),
            (_, n) => n.to_string(),
        }
    }

    /// Whether a day must say its year: it is another than the reader's.
    fn of_another_year(&self, day: Day) -> bool {
        self.today.is_some_and(|today| today.date().year() != day.date().year())
    }

    /// `ven. 27 nov.`, and of another year than the reader's `jeu. 10 nov. 2022`
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        if self.of_another_year(day) {
            return self.day_year(day);
        }
        format!("{} {}", self.day_in_week(day), self.month(day))
    }

    /// `ven. 27`, where the month stands already.
    #[must_use]
    pub fn day_in_week(&self, day: Day) -> String {
        format!("{} {}", self.weekday(day), self.ordinal(day))
    }

    /// `ven. 27 nov. 2026`
    #[must_use]
    pub fn day_year(&self, day: Day) -> String {
        format!("{} {}", self.day_in_week(day), self.month_year(day))
    }

    /// `vendredi 27 novembre 2026`
    #[must_use]
    pub fn day_long(&self, day: Day) -> String {
        let date = day.date();
        let weekday = nth(&self.names.weekdays, date.weekday().num_days_from_monday());
        let month = nth(&self.names.months, date.month0());
        format!("{weekday} {} {month} {}", self.ordinal(day), date.year())
    }

    /// `ven. 27/11`, and of another year than the reader's `jeu. 10/11/2022`
    #[must_use]
    pub fn day_short(&self, day: Day) -> String {
        let format = if self.of_another_year(day) { "%d/%m/%Y" } else { "%d/%m" };
        format!("{} {}", self.weekday(day), day.date().format(format))
    }

    /// `27/11/2026`
    #[must_use]
    pub fn date(&self, day: Day) -> String {
        day.date().format("%d/%m/%Y").to_string()
    }

    /// `nov.`
    #[must_use]
    pub fn month(&self, day: Day) -> String {
        nth(&self.names.months_short, day.date().month0()).to_owned()
    }

    /// `nov. 2026`
    #[must_use]
    pub fn month_year(&self, day: Day) -> String {
        format!("{} {}", self.month(day), day.date().year())
    }

    /// `8 h`
    #[must_use]
    pub fn hour(&self, hour: u8) -> String {
        match self.lang {
            Lang::Fr => format!("{hour}\u{a0}h"),
            Lang::En => format!("{hour:02}:00"),
        }
    }

    /// `ven.`
    #[must_use]
    pub fn weekday(&self, day: Day) -> String {
        nth(&self.names.weekdays_short, day.date().weekday().num_days_from_monday()).to_owned()
    }

    /// `S48`
    #[must_use]
    pub fn week(&self, week: IsoWeek) -> String {
        match self.lang {
            Lang::Fr => format!("S{:02}", week.number()),
            Lang::En => format!("W{:02}", week.number()),
        }
    }

    /// `S48`, and `S48 2022` where the number alone could be of another year
    #[must_use]
    pub fn week_told(&self, week: IsoWeek) -> String {
        let is_far = self.today.is_some_and(|today| (week.monday().0 - today.0).abs() > HALF_A_YEAR);
        let said = self.week(week);
        if is_far { format!("{said} {}", week.year()) } else { said }
    }

    /// `16:42`
    #[must_use]
    pub fn time(&self, minute: u16) -> String {
        format!("{:02}:{:02}", minute / 60, minute % 60)
    }

    /// `ven. 27 nov., 16:42`
    #[must_use]
    pub fn stamp(&self, stamp: Stamp) -> String {
        format!("{}, {}", self.day(stamp.day()), self.time(stamp.minute()))
    }

    /// `27/11/2026, 16:42`
    #[must_use]
    pub fn moment(&self, stamp: Stamp) -> String {
        format!("{}, {}", self.date(stamp.day()), self.time(stamp.minute()))
    }

    /// `ven. 27/11`, and of several on one day `ven. 27/11, 16:42`
    #[must_use]
    pub fn day_of(&self, stamp: Stamp, all: impl Iterator<Item = Stamp>) -> String {
        let day = self.day_short(stamp.day());
        if all.filter(|other| other.day() == stamp.day()).count() > 1 {
            return format!("{day}, {}", self.time(stamp.minute()));
        }
        day
    }

    /// A span of days: `du lun. 14 au sam. 19 déc.`, without the words around.
    #[must_use]
    pub fn span(&self, from: Day, to: Day) -> String {
        let (a, b) = (from.date(), to.date());
        if (a.year(), a.month()) == (b.year(), b.month()) {
            format!("{}–{} {}", self.ordinal(from), self.ordinal(to), self.month_year(to))
        } else {
            // The year of the first day too, save for a week or two around New Year.
            let is_long = to.0 - from.0 > 31 && a.year() != b.year();
            let first = if is_long { self.month_year(from) } else { self.month(from) };
            let last = self.month_year(to);
            format!("{} {first} – {} {last}", self.ordinal(from), self.ordinal(to))
        }
    }

    /// A span of days where the year stands already: `14–19 déc.`, `28 déc. – 3 janv.`
    #[must_use]
    pub fn span_brief(&self, from: Day, to: Day) -> String {
        let [first, last] = [from, to].map(|day| (self.ordinal(day), self.month(day)));
        if first.1 == last.1 {
            return format!("{}–{} {}", first.0, last.0, last.1);
        }
        format!("{} {} – {} {}", first.0, first.1, last.0, last.1)
    }

    /// Part of a whole in per cent with one decimal: `18,9 %`.
    #[must_use]
    pub fn percent(&self, part: u32, whole: u32) -> String {
        let value = format!("{:.1}", f64::from(part) * 100.0 / f64::from(whole.max(1)));
        match self.lang {
            Lang::Fr => format!("{} %", value.replace('.', ",")),
            Lang::En => format!("{value}%"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Msg;
    use crate::domain::fixture::{cancelled, monday, rota, stay};

    /// A year of days, each name in turn, compared with what people write.
    #[test]
    fn every_day_and_month_has_its_name_in_both_languages() {
        let said = |lang| {
            let words = Words::new(lang);
            let monday = Day::ymd(2026, 1, 5).unwrap();
            let week: Vec<String> = (0..7).map(|n| words.weekday(monday.plus(n))).collect();
            let long: Vec<String> = (0..7).map(|n| words.day_long(monday.plus(n))).collect();
            let months: Vec<String> = (1..=12).map(|m| words.month(Day::ymd(2026, m, 1).unwrap())).collect();
            let last = words.day_long(Day::ymd(2026, 12, 31).unwrap());
            (week.join(" "), long[2].clone(), months.join(" "), last)
        };
        let (week, wednesday, months, last) = said(Lang::Fr);
        assert_eq!(week, "lun. mar. mer. jeu. ven. sam. dim.");
        assert_eq!(months, "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.");
        assert_eq!((wednesday.as_str(), last.as_str()), ("mercredi 7 janvier 2026", "jeudi 31 décembre 2026"));
        let (week, wednesday, months, last) = said(Lang::En);
        assert_eq!(week, "Mon Tue Wed Thu Fri Sat Sun");
        assert_eq!(months, "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
        assert_eq!((wednesday.as_str(), last.as_str()), ("Wednesday 7 January 2026", "Thursday 31 December 2026"));
    }

    #[test]
    fn a_day_of_another_year_than_the_readers_says_its_year() {
        let today = Day::ymd(2026, 11, 27).unwrap();
        let words = Words::new(Lang::Fr).on(today);
        let (then, next) = (Day::ymd(2022, 11, 10).unwrap(), Day::ymd(2027, 1, 4).unwrap());
        assert_eq!((words.day(then).as_str(), words.day(next).as_str()), ("jeu. 10 nov. 2022", "lun. 4 janv. 2027"));
        assert_eq!(
            (words.day_short(then).as_str(), words.day_short(today).as_str()),
            ("jeu. 10/11/2022", "ven. 27/11")
        );
        assert_eq!(words.stamp(Stamp::at(then, 600)), "jeu. 10 nov. 2022, 10:00");
        let said = |week| words.say(&Msg::new("thread-show-from").with("week", week));
        assert!(said(then.week()).contains("S45 2022"), "{}", said(then.week()));
        // So near, the number says which it is.
        assert!(!said(next.week()).contains("2027"), "{}", said(next.week()));
    }

    #[test]
    fn a_full_stop_is_never_doubled_nor_left_alone() {
        let words = Words::new(Lang::Fr);
        let cancelled = |reason: &str| {
            let mut rota = rota(1, vec![cancelled(stay(1, 1, 1, 48), monday(42))]);
            rota.stays.edit(|stays| stays[0].withdrawal.as_mut().unwrap().reason = reason.to_owned());
            words.withdrawn(&rota.stays[0], &rota).replace('\u{a0}', " ")
        };
        assert!(cancelled("").ends_with(", 42 jours avant."), "{}", cancelled(""));
        assert!(cancelled("santé").ends_with("avant : santé."), "{}", cancelled("santé"));
        assert!(cancelled("santé.").ends_with("avant : santé."), "{}", cancelled("santé."));
        // Said already when it comes into the sentence.
        let days = words.day(Day::ymd(2026, 11, 25).unwrap());
        let said = words.say(&Msg::new("register-page-read-by-you").with("day", days));
        assert!(said.ends_with("nov.") && !said.contains(".."), "{said}");
    }

    #[test]
    fn several_on_one_day_say_their_hour() {
        let words = Words::new(Lang::Fr);
        let day = Day::ymd(2026, 11, 27).unwrap();
        let (one, two, other) = (Stamp::at(day, 600), Stamp::at(day, 660), Stamp::at(day.plus(1), 600));
        assert_eq!(words.day_of(one, [one, two, other].into_iter()), "ven. 27/11, 10:00");
        assert_eq!(words.day_of(other, [one, two, other].into_iter()), "sam. 28/11");
    }

    #[test]
    fn dates_are_said_as_in_french() {
        let words = Words::new(Lang::Fr);
        let day = Day::ymd(2026, 11, 27).unwrap();
        assert_eq!(words.day(day), "ven. 27 nov.");
        assert_eq!(words.day_long(Day::ymd(2026, 5, 1).unwrap()), "vendredi 1er mai 2026");
        assert_eq!(words.day_short(day), "ven. 27/11");
        assert_eq!(words.week(day.week()), "S48");
        assert_eq!(words.span(Day::ymd(2026, 11, 23).unwrap(), Day::ymd(2026, 11, 28).unwrap()), "23–28 nov. 2026");
        assert_eq!(
            words.span_brief(Day::ymd(2026, 12, 28).unwrap(), Day::ymd(2027, 1, 3).unwrap()),
            "28 déc. – 3 janv."
        );
        assert_eq!(words.span_brief(Day::ymd(2026, 6, 1).unwrap(), Day::ymd(2026, 6, 7).unwrap()), "1er–7 juin");
        let (opened, today) = (Day::ymd(2022, 10, 31).unwrap(), day);
        assert_eq!(words.span(opened, today), "31 oct. 2022 – 27 nov. 2026");
        assert_eq!(words.percent(170, 900), "18,9 %");
    }
}
