//! What the rota and the relay tell of a period, each figure with its window and its definition.
//!
//! An indicator that needs the panel is not here: that fact is not kept yet. A missing denominator is [`Figure::Missing`], never 0 (rule 20).

use std::collections::{BTreeMap, BTreeSet};

use chrono::Months;
use serde::{Deserialize, Serialize};

use super::alert::{UNCHANGED_LIMIT, URGENT_BY};
use super::briefing::{falls_to, taken_from};
use super::day_close::seen;
use super::{Answer, Day, DayClose, Gravity, IsoWeek, Now, PersonId, PostId, Rota, Stamp, Stay, Thread};

/// A figure with its window and its definition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Indicator {
    /// Code of the definitions: `coverage`, `doctors`, `handover_signed`…
    pub code: &'static str,
    /// Identifier of its name in the language files.
    pub label: &'static str,
    /// Identifier of its definition in the language files.
    pub definition: &'static str,
    /// Identifier of its unit, which takes `count`; none where the figure says it all.
    pub unit: Option<&'static str>,
    pub value: Figure,
    /// The first and last day it was computed over.
    pub from: Day,
    pub to: Day,
    /// Whether the period is not over, so that the figure will still change.
    pub partial: bool,
}

/// The value of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Figure {
    /// A missing denominator: shown as "—" (rule 20).
    Missing,
    Count(u32),
    /// Part of a whole: numerator and denominator, shown in per cent.
    Share(u32, u32),
    /// So many for each: numerator and denominator, shown with one decimal.
    Ratio(u32, u32),
    Day(Day),
    /// Whole hours.
    Hours(u32),
}

impl Figure {
    fn share(part: usize, whole: usize) -> Self {
        if whole == 0 { Self::Missing } else { Self::Share(small(part), small(whole)) }
    }

    fn ratio(part: usize, whole: usize) -> Self {
        if whole == 0 { Self::Missing } else { Self::Ratio(small(part), small(whole)) }
    }

    fn count(count: usize) -> Self {
        Self::Count(small(count))
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Weeks ahead in which vacant posts are counted.
pub const WEEKS_AHEAD: i32 = 12;

/// Weeks beyond which nobody plans.
const FAR: i32 = 3 * 53;

/// Every indicator of the period, both days included; what has not happened by `now` does not count.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one entry an indicator, its identifiers written out")]
pub fn indicators(
    rota: &Rota,
    threads: &[Thread],
    closings: &[DayClose],
    (from, to): (Day, Day),
    now: Now,
) -> Vec<Indicator> {
    let view = View { rota, threads, from, until: to, to: to.min(now.day), now };
    let period = |code, label, definition, unit, value| Indicator {
        code,
        label,
        definition,
        unit,
        value,
        from,
        to,
        partial: now.day <= to,
    };
    // Figures of the moment have their own window, and are never partial.
    let moment = |from, to, indicator: Indicator| Indicator { from, to, partial: false, ..indicator };
    let ahead = (now.day.week().next(), now.day.week().plus(WEEKS_AHEAD));
    let doctors = view.doctors();
    let (seen, closed) = seen(closings, view.from, view.to);
    vec![
        period(
            "consultations",
            "indicators-consultations",
            "indicators-consultations-definition",
            Some("indicators-unit-patients"),
            if closed == 0 { Figure::Missing } else { Figure::count(seen) },
        ),
        period(
            "patients_per_day",
            "indicators-patients-per-day",
            "indicators-patients-per-day-definition",
            Some("indicators-unit-patients"),
            Figure::ratio(seen, closed),
        ),
        period(
            "coverage",
            "indicators-coverage",
            "indicators-coverage-definition",
            Some("indicators-unit-weeks"),
            view.coverage(),
        ),
        moment(
            now.day,
            now.day,
            period("horizon", "indicators-horizon", "indicators-horizon-definition", None, view.horizon()),
        ),
        moment(
            ahead.0.monday(),
            ahead.1.sunday(),
            period(
                "holes",
                "indicators-holes",
                "indicators-holes-definition",
                Some("indicators-unit-weeks"),
                view.holes(),
            ),
        ),
        period(
            "doctors",
            "indicators-doctors",
            "indicators-doctors-definition",
            Some("indicators-unit-doctors"),
            Figure::count(doctors.len()),
        ),
        period(
            "stays_per_doctor",
            "indicators-stays-per-doctor",
            "indicators-stays-per-doctor-definition",
            Some("indicators-unit-stays"),
            Figure::ratio(doctors.values().sum(), doctors.len()),
        ),
        period(
            "return_rate",
            "indicators-return-rate",
            "indicators-return-rate-definition",
            Some("indicators-unit-doctors"),
            view.return_rate(),
        ),
        period(
            "withdrawals",
            "indicators-withdrawals",
            "indicators-withdrawals-definition",
            Some("indicators-unit-stays"),
            view.withdrawals(),
        ),
        period(
            "handover_signed",
            "indicators-handover-signed",
            "indicators-handover-signed-definition",
            Some("indicators-unit-stays"),
            view.signed_in_time(),
        ),
        period(
            "urgent_answered",
            "indicators-urgent-answered",
            "indicators-urgent-answered-definition",
            Some("indicators-unit-items"),
            view.urgent_answered(),
        ),
        period(
            "hours_to_takeover",
            "indicators-hours-to-takeover",
            "indicators-hours-to-takeover-definition",
            Some("indicators-unit-hours"),
            view.hours_to_takeover(),
        ),
        period(
            "items_per_stay",
            "indicators-items-per-stay",
            "indicators-items-per-stay-definition",
            Some("indicators-unit-items"),
            view.items_per_stay(),
        ),
        moment(
            now.day,
            now.day,
            period(
                "unchanged",
                "indicators-unchanged",
                "indicators-unchanged-definition",
                Some("indicators-unit-items"),
                view.unchanged(),
            ),
        ),
    ]
}

/// What the figures are computed from.
struct View<'a> {
    rota: &'a Rota,
    threads: &'a [Thread],
    from: Day,
    /// The last day of the period.
    until: Day,
    /// The last day that counts: of the period, or today.
    to: Day,
    now: Now,
}

impl View<'_> {
    fn contains(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// Posts and weeks in which the centre is to be open.
    fn planned(&self, from: IsoWeek, to: IsoWeek) -> impl Iterator<Item = (PostId, IsoWeek)> {
        let weeks = std::iter::successors(Some(from), |w| Some(w.next())).take_while(move |w| *w <= to);
        let open = weeks.filter(|w| w.days().any(|d| self.rota.calendar.is_working(d)));
        open.flat_map(|w| self.rota.posts.iter().map(move |p| (p.id, w)))
    }

    /// Whether a confirmed stay works on that post on some day of the week.
    fn is_held(&self, post: PostId, week: IsoWeek) -> bool {
        self.rota.in_week(post, week).any(|s| {
            let (from, to) = (s.from.max(week.monday()), s.to.min(week.sunday()));
            self.rota.calendar.first_working(from, to).is_some()
        })
    }

    /// Doctor-weeks held of posts planned. A week counts where its Thursday lies, as ISO 8601 has it for years.
    fn coverage(&self) -> Figure {
        let Some(first) = self.rota.confirmed().next() else { return Figure::Missing };
        let from = self.from.max(first.week().monday()).week();
        let counts = |w: IsoWeek| (self.from..=self.until).contains(&w.monday().plus(3));
        let planned = || self.planned(from, self.to.week()).filter(|(_, week)| counts(*week));
        Figure::share(planned().filter(|(post, week)| self.is_held(*post, *week)).count(), planned().count())
    }

    /// The last working day of the last week up to which every post is confirmed.
    fn horizon(&self) -> Figure {
        let this = self.now.day.week();
        let vacant = self.planned(this, this.plus(FAR)).find(|(post, week)| !self.is_held(*post, *week));
        let last_week = vacant.map_or(this.plus(FAR), |(_, week)| week.plus(-1));
        let last = self.rota.calendar.last_working(this.monday(), last_week.sunday());
        last.filter(|_| !self.rota.posts.is_empty()).map_or(Figure::Missing, Figure::Day)
    }

    fn holes(&self) -> Figure {
        let this = self.now.day.week();
        let ahead = self.planned(this.next(), this.plus(WEEKS_AHEAD));
        Figure::count(ahead.filter(|(post, week)| !self.is_held(*post, *week)).count())
    }

    /// Doctors with a held day in the period, and in how many stays.
    fn doctors(&self) -> BTreeMap<PersonId, usize> {
        let mut doctors = BTreeMap::new();
        for stay in self.rota.confirmed() {
            let (from, to) = (stay.from.max(self.from), stay.to.min(self.to));
            if self.rota.calendar.first_working(from, to).is_some() {
                *doctors.entry(stay.doctor).or_default() += 1;
            }
        }
        doctors
    }

    /// Doctors who came back, of those whose first stay ended a year ago or more: the others are not lost.
    fn return_rate(&self) -> Figure {
        let a_year_ago = self.to.date().checked_sub_months(Months::new(12)).map_or(self.to, Day::from);
        let mut stays: BTreeMap<PersonId, Vec<&Stay>> = BTreeMap::new();
        for stay in self.rota.confirmed().filter(|s| s.from <= self.to) {
            stays.entry(stay.doctor).or_default().push(stay);
        }
        let known: Vec<_> = stays.values().filter(|s| s.first().is_some_and(|s| s.to <= a_year_ago)).collect();
        Figure::share(known.iter().filter(|s| s.len() > 1).count(), known.len())
    }

    fn withdrawals(&self) -> Figure {
        let withdrawn = self.rota.stays.iter().filter_map(|s| s.withdrawal.as_ref());
        Figure::count(withdrawn.filter(|w| self.contains(w.on)).count())
    }

    /// Stays that ended in the period.
    fn ended(&self) -> impl Iterator<Item = &Stay> {
        self.rota.confirmed().filter(|s| self.contains(s.to) && s.to < self.now.day)
    }

    /// Handovers their doctor signed by the last working day (rule 18), of stays that ended.
    fn signed_in_time(&self) -> Figure {
        let in_time = |stay: &&Stay| {
            let signature = self.rota.handovers.get(&stay.id).and_then(|h| h.signature.as_ref());
            signature.is_some_and(|s| !s.as_is && s.at.day() <= self.rota.due_day(stay))
        };
        Figure::share(self.ended().filter(in_time).count(), self.ended().count())
    }

    /// Urgent points answered by 10 h on the first working day, of those received that morning.
    fn urgent_answered(&self) -> Figure {
        let mut received = 0;
        let mut answered = 0;
        let due = |s: &Stay| Stamp::at(self.rota.first_day(s), URGENT_BY);
        let arrived = self.rota.confirmed().filter(|s| self.contains(self.rota.first_day(s)) && due(s) <= self.now.at);
        for stay in arrived {
            let morning = Stamp::at(self.rota.first_day(stay), 0);
            let then = as_of(self.rota, morning);
            for thread in self.threads {
                let Some(before) = urgent_at(thread, morning) else { continue };
                if !falls_to(&before, stay, &then, morning.into()) {
                    continue;
                }
                received += 1;
                let replied = thread
                    .receipts
                    .iter()
                    .any(|r| r.stay == Some(stay.id) && r.answer != Answer::Read && r.at <= due(stay));
                let said = thread.relays.iter().any(|r| r.stay == Some(stay.id) && r.at <= due(stay));
                answered += usize::from(replied || said);
            }
        }
        Figure::share(answered, received)
    }

    /// Median hours from a signature to the take-over that follows it on the post.
    fn hours_to_takeover(&self) -> Figure {
        let mut waits: Vec<i64> = self
            .rota
            .confirmed()
            .filter_map(|stay| {
                let taken = self.rota.takeovers.get(&stay.id).filter(|t| self.contains(t.at.day()))?;
                let from = taken_from(stay, self.rota).stay?;
                let signed = self.rota.handovers.get(&from.id)?.signature.as_ref()?;
                let wait = taken.at.0 - signed.at.0;
                // Signed as it is after somebody had begun: nobody waited.
                (wait >= 0).then_some(wait)
            })
            .collect();
        waits.sort_unstable();
        let middle = waits.len() / 2;
        let median = match waits.len() {
            0 => return Figure::Missing,
            n if n % 2 == 1 => waits[middle],
            _ => i64::midpoint(waits[middle - 1], waits[middle]),
        };
        Figure::Hours(u32::try_from((median + 1_800_000) / 3_600_000).unwrap_or(u32::MAX))
    }

    /// Points on which a stay said a word, for each stay that ended.
    fn items_per_stay(&self) -> Figure {
        let ended: BTreeSet<_> = self.ended().map(|s| s.id).collect();
        let items = self.threads.iter().map(|t| {
            let stays: BTreeSet<_> = t.relays.iter().filter_map(|r| r.stay).filter(|s| ended.contains(s)).collect();
            stays.len()
        });
        Figure::ratio(items.sum(), ended.len())
    }

    fn unchanged(&self) -> Figure {
        let stuck = self.threads.iter().filter(|t| t.is_open() && t.unchanged_streak() >= UNCHANGED_LIMIT);
        Figure::count(stuck.count())
    }
}

/// The point as it stood at that instant, if it was open and urgent then.
fn urgent_at(thread: &Thread, at: Stamp) -> Option<Thread> {
    let head = thread.relays.iter().rfind(|r| r.at < at)?;
    (head.gravity == Gravity::Urgent && head.outcome.is_none()).then(|| Thread {
        item: thread.item.clone(),
        relays: thread.relays.iter().filter(|r| r.at < at).cloned().collect(),
        receipts: thread.receipts.iter().filter(|r| r.at < at).cloned().collect(),
    })
}

/// The rota without the signatures that came later.
fn as_of(rota: &Rota, at: Stamp) -> Rota {
    let mut then = rota.clone();
    then.handovers.retain(|_, h| h.signature.as_ref().is_some_and(|s| s.at < at));
    then
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::centre::Closure;
    use super::super::fixture::*;
    use super::super::{Addressee, ClosureId, StayId, Verdict};
    use super::*;

    fn figure(code: &str, rota: &Rota, threads: &[Thread], from: Day, to: Day, now: Now) -> Figure {
        indicators(rota, threads, &[], (from, to), now).into_iter().find(|i| i.code == code).unwrap().value
    }

    /// Weeks 40 to 44 of 2026, asked on the Monday after.
    fn weeks_40_to_44(code: &str, rota: &Rota, threads: &[Thread]) -> Figure {
        figure(code, rota, threads, monday(40), monday(45).plus(-1), Now::on(monday(45), 9, 0))
    }

    #[rstest]
    #[case("coverage")]
    #[case("horizon")]
    #[case("stays_per_doctor")]
    #[case("return_rate")]
    #[case("handover_signed")]
    #[case("urgent_answered")]
    #[case("hours_to_takeover")]
    #[case("items_per_stay")]
    fn a_missing_denominator_is_said(#[case] code: &str) {
        assert_eq!(weeks_40_to_44(code, &rota(0, vec![]), &[]), Figure::Missing);
    }

    #[test]
    fn coverage_counts_posts_in_open_weeks() {
        // Two posts, five weeks, one of them closed: 8 planned. Post 1 has S40, S41, S44; post 2 has S40; S42 is cancelled.
        let stays = vec![
            stay(1, 1, 1, 40),
            stay(2, 1, 2, 41),
            cancelled(stay(3, 1, 3, 42), monday(41)),
            stay(4, 1, 4, 44),
            stay(5, 2, 5, 40),
        ];
        let mut rota = rota(2, stays);
        let closed = Closure { id: ClosureId(1), from: monday(43), to: monday(44).plus(-1), reason: "travaux".into() };
        rota.calendar.closures.push(closed);
        assert_eq!(weeks_40_to_44("coverage", &rota, &[]), Figure::Share(4, 8));
        assert_eq!(weeks_40_to_44("withdrawals", &rota, &[]), Figure::Count(1));
        assert_eq!(weeks_40_to_44("doctors", &rota, &[]), Figure::Count(4));
    }

    #[test]
    fn coverage_of_2026_has_53_weeks_of_which_the_last_belongs_to_it() {
        let rota = rota(1, (1..=53).map(|n| stay(i64::from(n), 1, 1, n)).collect());
        let (from, to) = (Day::ymd(2026, 1, 1).unwrap(), Day::ymd(2026, 12, 31).unwrap());
        assert_eq!(figure("coverage", &rota, &[], from, to, Now::on(to.plus(30), 9, 0)), Figure::Share(53, 53));
        let next = (Day::ymd(2027, 1, 1).unwrap(), Day::ymd(2027, 1, 31).unwrap());
        // 2027: S01 to S04, nobody came.
        assert_eq!(figure("coverage", &rota, &[], next.0, next.1, Now::on(next.1.plus(1), 9, 0)), Figure::Share(0, 4));
    }

    #[test]
    fn the_future_does_not_count_and_the_period_says_that_it_is_partial() {
        let rota = rota(1, (40..=44).map(|n| stay(i64::from(n), 1, 1, n)).collect());
        let all = indicators(&rota, &[], &[], (monday(40), monday(45).plus(-1)), Now::on(monday(42), 9, 0));
        let coverage = all.iter().find(|i| i.code == "coverage").unwrap();
        assert_eq!((coverage.value, coverage.partial), (Figure::Share(3, 3), true));
        let horizon = all.iter().find(|i| i.code == "horizon").unwrap();
        assert_eq!((horizon.value, horizon.partial), (Figure::Day(monday(44).plus(5)), false));
        // Weeks 45 to 54 of the twelve after 42 are vacant.
        assert_eq!(all.iter().find(|i| i.code == "holes").unwrap().value, Figure::Count(10));
    }

    #[test]
    fn the_horizon_is_that_of_the_post_with_the_first_hole() {
        let two = rota(2, vec![stay(1, 1, 1, 45), stay(2, 2, 2, 45), stay(3, 1, 1, 46)]);
        assert_eq!(weeks_40_to_44("horizon", &two, &[]), Figure::Day(monday(45).plus(5)));
        let none_now = rota(1, vec![stay(1, 1, 1, 46)]);
        assert_eq!(weeks_40_to_44("horizon", &none_now, &[]), Figure::Missing);
    }

    #[test]
    fn who_has_come_for_less_than_a_year_is_not_lost() {
        // At the end of S96 (November 2027): doctor 1 came twice, 2 once long ago, 3 once last month.
        let rota = rota(1, vec![stay(1, 1, 1, 40), stay(2, 1, 2, 41), stay(3, 1, 1, 60), stay(4, 1, 3, 92)]);
        let now = Now::on(monday(97), 9, 0);
        assert_eq!(figure("return_rate", &rota, &[], monday(44), monday(97).plus(-1), now), Figure::Share(1, 2));
        // Asked in 2026 nobody has been gone for a year.
        assert_eq!(weeks_40_to_44("return_rate", &rota, &[]), Figure::Missing);
        assert_eq!(figure("stays_per_doctor", &rota, &[], monday(40), monday(97), now), Figure::Ratio(4, 3));
    }

    /// Post 1: S40 signed on Friday and taken on Monday, S41 signed on Sunday, S42 vacant, S43 takes on its Tuesday.
    fn relayed() -> Rota {
        let mut rota = rota(1, vec![stay(40, 1, 1, 40), stay(41, 1, 2, 41), stay(43, 1, 3, 43)]);
        sign(&mut rota, 40, Stamp::at(monday(40).plus(4), 17 * 60));
        sign(&mut rota, 41, Stamp::at(monday(42).plus(-1), 9 * 60));
        take_over(&mut rota, 41, Stamp::at(monday(41), 9 * 60));
        take_over(&mut rota, 43, Stamp::at(monday(43).plus(1), 9 * 60));
        rota
    }

    #[test]
    fn a_handover_is_in_time_on_the_last_working_day() {
        // S40 in time, S41 a day late (its Saturday is worked), S43 not at all.
        assert_eq!(weeks_40_to_44("handover_signed", &relayed(), &[]), Figure::Share(1, 3));
    }

    #[test]
    fn the_wait_is_a_median() {
        // Friday 17 h to Monday 9 h: 64 h. Sunday S41 9 h to Tuesday S43 9 h: 9 days, 216 h. Median of two: 140 h.
        assert_eq!(weeks_40_to_44("hours_to_takeover", &relayed(), &[]), Figure::Hours(140));
    }

    #[test]
    fn urgent_points_are_counted_where_they_fell_and_answered_by_ten() {
        let urgent = |item, at| {
            let to = Addressee::Post(POST, week(41));
            let mut word = word(item, Some(40), PersonId(1), at, Verdict::Opened, to);
            word.gravity = Gravity::Urgent;
            thread(item, vec![word])
        };
        let friday = Stamp::at(monday(40).plus(4), 16 * 60);
        let mut in_time = urgent(1, friday);
        in_time.receipts.push(receipt(1, Some(41), PersonId(2), Stamp::at(monday(41), 9 * 60), Answer::Taken));
        let mut late = urgent(2, friday);
        late.receipts.push(receipt(2, Some(41), PersonId(2), Stamp::at(monday(41), 11 * 60), Answer::Taken));
        let mut only_read = urgent(3, friday);
        only_read.receipts.push(receipt(3, Some(41), PersonId(2), Stamp::at(monday(41), 9 * 60), Answer::Read));
        let mut closed_before = urgent(4, friday);
        let mut end =
            word(4, None, CLAIRE, Stamp::at(monday(40).plus(5), 600), Verdict::Closed, closed_before.head().to);
        end.outcome = Some(super::super::Outcome::Done);
        closed_before.relays.push(end);
        // S43 receives what S41 left open: 2 and 3 were taken or read by a doctor who has gone, 1 too.
        let threads = [in_time, late, only_read, closed_before];
        let rota = relayed();
        let s41 = figure("urgent_answered", &rota, &threads, monday(41), monday(42), Now::on(monday(45), 9, 0));
        assert_eq!(s41, Figure::Share(1, 3));
        let s43 = figure("urgent_answered", &rota, &threads, monday(43), monday(44), Now::on(monday(45), 9, 0));
        assert_eq!(s43, Figure::Share(0, 3));
        let before_ten = figure("urgent_answered", &rota, &threads, monday(41), monday(42), Now::on(monday(41), 9, 59));
        assert_eq!(before_ten, Figure::Missing);
    }

    #[test]
    fn points_are_counted_once_a_stay() {
        let to = Addressee::Post(POST, week(41));
        let said =
            |item, stay, day: Day, verdict| word(item, Some(stay), PersonId(1), Stamp::at(day, 600), verdict, to);
        let threads = [
            thread(
                1,
                vec![
                    said(1, 40, monday(40), Verdict::Opened),
                    said(1, 40, monday(40).plus(1), Verdict::Completed),
                    said(1, 41, monday(41), Verdict::Unchanged),
                    said(1, 43, monday(43), Verdict::Unchanged),
                ],
            ),
            thread(2, vec![said(2, 40, monday(40), Verdict::Opened)]),
        ];
        // Four words of a stay on a point, three stays ended.
        assert_eq!(weeks_40_to_44("items_per_stay", &relayed(), &threads), Figure::Ratio(4, 3));
        assert_eq!(weeks_40_to_44("unchanged", &relayed(), &threads), Figure::Count(0));
        let mut stuck = threads[0].clone();
        stuck.relays.push(said(1, 44, monday(44), Verdict::Unchanged));
        assert_eq!(weeks_40_to_44("unchanged", &relayed(), &[stuck]), Figure::Count(1));
        assert!(relayed().stay(StayId(44)).is_none());
    }

    #[test]
    fn consultations_are_those_of_the_closed_days_by_their_newest_closing() {
        use super::super::{DayCloseId, DayCounts, StayId};
        let rota = rota(1, vec![stay(1, 1, 1, 48)]);
        let close = |id: i64, day: Day, programmed, unplanned| DayClose {
            id: DayCloseId(id),
            stay: StayId(1),
            day,
            counts: DayCounts { programmed, unplanned, visits: 1, remote: 1, absent: 3, ..DayCounts::default() },
            author: CLAIRE,
            at: Stamp(id),
        };
        let closings = [
            close(1, monday(48), 16, 2),
            close(2, monday(48), 15, 2),
            close(3, monday(48).plus(1), 10, 0),
            // Outside the period.
            close(4, monday(47), 90, 0),
        ];
        let figures = |closings: &[DayClose]| {
            let all = indicators(&rota, &[], closings, (monday(48), monday(48).plus(6)), Now::on(monday(49), 9, 0));
            ["consultations", "patients_per_day"].map(|code| all.iter().find(|i| i.code == code).unwrap().value)
        };
        assert_eq!(figures(&closings), [Figure::Count(31), Figure::Ratio(31, 2)]);
        // Without a closed day nothing is known: not 0.
        assert_eq!(figures(&closings[3..]), [Figure::Missing, Figure::Missing]);
    }
}
