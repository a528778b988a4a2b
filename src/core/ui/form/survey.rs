//! The relevé of a week: the third free appointment, unplanned requests, meetings, Asalée contacts.

use super::parts::{self, get};
use super::{Form, Spec, draft_of};
use crate::domain::act::NotedAct;
use crate::domain::draft::{text::fold, when};
use crate::domain::noted::{NewSurvey, Noted, NotedId, Third, WeekSurvey, far_from};
use crate::domain::rights::Right;
use crate::domain::{Day, Msg};
use crate::protocol::{DraftKey, Kept, NotedPage, Page, Query, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, Hint, Reading};
use crate::ui::{Ask, Cx, Meaning};

/// A count, its label, the greatest the store keeps, and where it stands in a survey.
type Count = (&'static str, &'static str, u32, fn(&NewSurvey) -> Option<u16>);

const COUNTS: [Count; 6] = [
    ("same_day", "survey-field-same-day", 999, |s| s.same_day),
    ("next_day", "survey-field-next-day", 999, |s| s.next_day),
    ("refused", "survey-field-refused", 999, |s| s.refused),
    ("meetings", "survey-field-meetings", 999, |s| s.meetings),
    ("minutes", "survey-field-minutes", 9_999, |s| s.meeting_minutes),
    ("asalee", "survey-field-asalee", 999, |s| s.asalee),
];

/// What says that no doctor had a free appointment, in both languages.
const NEVER: [&str; 6] = ["aucun", "jamais", "rien", "none", "never", "∞"];

/// The relevé of a week, beside everything noted before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SurveyForm {
    pub known: Option<Kept<WeekSurvey>>,
    pub page: NotedPage,
}

impl Form for SurveyForm {
    fn right(&self) -> Right {
        Right::Noted
    }

    fn spec(&self, cx: &Cx) -> Spec {
        let what = self.known.as_ref().map(|known| &known.what.what);
        let mut fields = vec![Field::short("day", "survey-field-day"), Field::short("third", "survey-field-third")];
        fields.extend(COUNTS.map(|(name, label, ..)| Field::short(name, label)));
        let third = match what.map(|w| w.third) {
            Some(Third::On(day)) => cx.words.date(day),
            Some(Third::Never) => cx.t("survey-never"),
            Some(Third::Unknown) | None => String::new(),
        };
        let mut raw =
            parts::raw([("day", parts::typed_day(Some(what.map_or(cx.now.day, |w| w.day)), cx)), ("third", third)]);
        for (name, _, _, count) in COUNTS {
            let value = what.and_then(count).map(|n| n.to_string()).unwrap_or_default();
            raw.insert(name.to_owned(), value);
        }
        Spec {
            title: cx.t(if what.is_some() { "survey-edit" } else { "survey-new" }),
            intro: vec![parts::plain(cx.t("survey-intro"))],
            fields,
            raw,
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let known = self.known.as_ref().map(|known| known.what.id);
        let mut reading = Reading::default();
        let day = parts::past_day(&mut reading, raw, "day", cx);
        let Some(day) = day else { return reading };
        if day > cx.now.day {
            reading.wrong("day", Msg::new("store-noted-future"));
        }
        let others: Vec<&NewSurvey> =
            self.page.surveys.iter().map(|kept| &kept.what).filter(|s| known != Some(s.id)).map(|s| &s.what).collect();
        if let Some(same) = others.iter().find(|o| o.week == day.week()) {
            reading.wrong("day", Msg::new("store-survey-taken").with("week", same.week));
        }
        // Another weekday than the last times: the delay would not compare.
        let usual = others.last().filter(|last| others.len() > 1 && last.day.weekday_index() != day.weekday_index());
        if let Some(last) = usual {
            let msg = Msg::new("survey-weekday").with("weekday", cx.words.weekday(last.day));
            reading.advise("day", cx.words.say(&msg));
        }
        let third = reading.take("third", third(get(raw, "third"), day));
        let counts: Vec<Option<Option<u32>>> =
            COUNTS.iter().map(|(name, _, most, _)| parts::count(&mut reading, raw, name, *most)).collect();
        let mut counts = counts.into_iter().map(|count| count.map(|n| n.and_then(|n| u16::try_from(n).ok())));
        let mut next = || counts.next().flatten();
        let new = (|| {
            Some(NewSurvey {
                week: day.week(),
                day,
                third: third?,
                same_day: next()?,
                next_day: next()?,
                refused: next()?,
                meetings: next()?,
                meeting_minutes: next()?,
                asalee: next()?,
            })
        })();
        let Some(new) = new else { return reading };
        weigh(&mut reading, &new, &others, &self.page, cx);
        noted_as_it_came(&mut reading, &new, &self.page, cx);
        if new.is_empty() {
            reading.wrong("third", Msg::new("store-survey-empty"));
        }
        if reading.errors.is_empty() {
            let noted = Noted::Survey(new);
            let act = match known {
                Some(id) => NotedAct::Edit(NotedId::Survey(id), noted),
                None => NotedAct::Add(noted),
            };
            reading.ask = Some(Ask::over(self.known.as_ref(), act));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(draft_of("survey", self.known.as_ref().map(|known| known.what.id.0)))
    }

    fn topic(&self) -> Topic {
        Topic::Noted
    }

    /// What is usual here, and what is there already.
    fn query(&self) -> Option<Query> {
        Some(Query::Noted)
    }

    fn receive(&mut self, page: &Page) -> Raw {
        if let Page::Noted(page) = page {
            self.page.clone_from(page);
        }
        Raw::new()
    }

    fn asks_twice(&self) -> bool {
        true
    }

    fn theirs(&self) -> Option<Query> {
        self.known.as_ref().map(|_| Query::Noted)
    }

    fn renew(&mut self, page: &Page, _cx: &Cx) -> bool {
        let (Some(known), Page::Noted(page)) = (&mut self.known, page) else { return false };
        self.page.clone_from(page);
        page.surveys.iter().find(|kept| kept.what.id == known.what.id).map(|kept| known.clone_from(kept)).is_some()
    }
}

/// The third free appointment as typed: a day from the survey on, in how many days, a word for none, or nothing.
fn third(typed: &str, day: Day) -> Result<Third, Msg> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(Third::Unknown);
    }
    if NEVER.contains(&fold(typed).as_str()) || typed == "∞" {
        return Ok(Third::Never);
    }
    // The figure is told in days: so may it be typed.
    let number = fold(typed);
    let number = ["jours", "jour", "days", "day", "j", "d"].iter().find_map(|unit| number.strip_suffix(unit));
    let number = number.unwrap_or(typed).trim();
    if number.len() <= 2
        && let Ok(days) = number.parse::<u8>()
    {
        return Ok(Third::On(day.plus(i32::from(days))));
    }
    let found = when::day(typed, day)?;
    if found < day { Err(Msg::new("survey-third-before")) } else { Ok(Third::On(found)) }
}

/// What the numbers say beside those of other weeks: understood, or questioned, never refused.
fn weigh(reading: &mut Reading, new: &NewSurvey, others: &[&NewSurvey], page: &NotedPage, cx: &Cx) {
    if let Some(days) = new.days() {
        reading.understood("third", cx.words.say(&Msg::new("survey-in-days").with("count", i64::from(days))));
        let usual: Vec<u32> = others.iter().filter_map(|o| o.days()).collect();
        if let Some(usual) = far_from(days, &usual) {
            doubt(reading, "third", usual, cx);
        }
    }
    if new.third == Third::Never {
        reading.understood("third", cx.t("chart-never"));
    }
    for (name, _, _, count) in COUNTS {
        let usual: Vec<u32> = others.iter().filter_map(|o| count(o)).map(u32::from).collect();
        if let Some(usual) = count(new).and_then(|n| far_from(u32::from(n), &usual)) {
            doubt(reading, name, usual, cx);
        }
    }
    // Left empty, what the agenda has counts.
    if let Some((count, minutes)) = page.meetings.get(&new.week).filter(|_| new.meetings.is_none()) {
        let msg = Msg::new("survey-from-agenda").with("count", i64::from(*count)).with("minutes", i64::from(*minutes));
        reading.advise("meetings", cx.words.say(&msg));
    }
}

/// Left empty, what was noted as it came counts.
fn noted_as_it_came(reading: &mut Reading, new: &NewSurvey, page: &NotedPage, cx: &Cx) {
    let empty = new.same_day.or(new.next_day).or(new.refused).is_none();
    if let Some(count) = page.requests.get(&new.week).filter(|_| empty) {
        let msg = Msg::new("survey-from-requests").with("count", i64::from(*count));
        reading.advise("same_day", cx.words.say(&msg));
    }
    if let Some(count) = page.contacts.get(&new.week).filter(|_| new.asalee.is_none()) {
        let msg = Msg::new("survey-from-contacts").with("count", i64::from(*count));
        reading.advise("asalee", cx.words.say(&msg));
    }
}

fn doubt(reading: &mut Reading, field: &'static str, usual: u32, cx: &Cx) {
    let text = cx.words.say(&Msg::new("noted-doubt").with("usual", cx.words.whole(i64::from(usual))));
    reading.hints.push(Hint { field, meaning: Meaning::Watch, text });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::act::Act;
    use crate::domain::{IsoWeek, Rev, Stamp, SurveyId};
    use crate::protocol::Write;
    use crate::ui::testing::{Desk, GARNIER, day};

    /// Six weeks surveyed on Tuesdays, seven days to the third appointment; two meetings in the agenda of S48.
    fn page() -> NotedPage {
        let survey = |week: u32| {
            let week = IsoWeek::new(2026, week).unwrap();
            let tuesday = week.monday().plus(1);
            let what = NewSurvey {
                week,
                day: tuesday,
                third: Third::On(tuesday.plus(7)),
                same_day: Some(20),
                next_day: Some(3),
                refused: Some(0),
                meetings: Some(1),
                meeting_minutes: Some(45),
                asalee: None,
            };
            Kept::at(WeekSurvey { id: SurveyId(i64::from(week.number())), what, author: GARNIER, at: Stamp(0) }, Rev(1))
        };
        let meetings = [(IsoWeek::new(2026, 48).unwrap(), (2, 75))].into_iter().collect();
        NotedPage { surveys: (42..=47).map(survey).collect(), meetings, ..NotedPage::default() }
    }

    fn reading(fields: &[(&'static str, &str)]) -> Reading {
        let desk = Desk::of(GARNIER);
        let form = SurveyForm { known: None, page: page() };
        let mut raw = form.spec(&desk.cx()).raw;
        raw.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        form.read(&raw, &desk.cx())
    }

    fn noted(fields: &[(&'static str, &str)]) -> NewSurvey {
        match reading(fields).ask {
            Some(Ask::Save(Write { act: Act::Noted(NotedAct::Add(Noted::Survey(survey))), .. })) => survey,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_left_empty_is_not_none_and_the_agenda_is_named() {
        let survey = noted(&[("day", "24/11"), ("third", "+6")]);
        assert_eq!(
            (survey.day, survey.third, survey.days()),
            (day(2026, 11, 24), Third::On(day(2026, 11, 30)), Some(6))
        );
        for days in ["6", "6 jours", "6j", "6 days"] {
            assert_eq!(
                noted(&[("day", "24/11"), ("third", days)]).third,
                survey.third,
                "in days, as the figure is told"
            );
        }
        assert_eq!((survey.same_day, survey.meetings, survey.meeting_minutes), (None, None, None));
        let said = reading(&[("day", "24/11"), ("third", "+6")]);
        let agenda = said.hints.iter().find(|h| h.field == "meetings").map(|h| h.text.as_str());
        assert_eq!(agenda, Some("vide\u{a0}: l'agenda en compte 2, 75 min"));
    }

    #[test]
    fn nobody_free_is_a_word_of_either_language() {
        for typed in ["aucun", "Jamais", "none", "∞"] {
            assert_eq!(noted(&[("day", "24/11"), ("third", typed)]).third, Third::Never, "{typed}");
        }
    }

    #[test]
    fn far_from_the_usual_is_questioned_and_another_weekday_is_named() {
        let said = reading(&[("day", "25/11"), ("third", "+21"), ("same_day", "4")]);
        let doubts: Vec<_> = said.hints.iter().filter(|h| h.meaning == Meaning::Watch).map(|h| h.field).collect();
        assert_eq!(doubts, ["third", "same_day"]);
        assert!(said.hints.iter().any(|h| h.field == "day" && h.text.contains("mar.")));
        assert!(said.ask.is_some(), "never refused");
    }

    #[test]
    fn what_cannot_be_is_an_error_beside_its_field() {
        for (fields, wrong) in [
            (vec![("day", "24/11")], "third"),
            (vec![("day", "24/11"), ("third", "23/11/2026")], "third"),
            (vec![("day", "17/11"), ("third", "+6")], "day"),
            (vec![("day", "demain"), ("third", "+6")], "day"),
            (vec![("day", "24/11"), ("asalee", "-1")], "asalee"),
        ] {
            let said = reading(&fields);
            assert!(said.ask.is_none() && said.error(wrong).is_some(), "{fields:?}: {:?}", said.errors);
        }
    }
}
