//! What is noted beside the agenda: patient panel, weekly surveys, published figures, the newest first.

use super::NOTHING;
use super::key;
use super::listing::List;
use super::records::remove;
use crate::domain::act::NotedAct;
use crate::domain::indicators::Figure;
use crate::domain::noted::{NewPanel, NewSurvey, NotedId, PanelSnapshot, Third, WeekSurvey};
use crate::domain::record::{PUBLISHED, Written};
use crate::domain::{Day, Msg, PanelId, SurveyId};
use crate::protocol::{Beside, Kept, NotedPage, Page, Query};
use crate::ui::form::panel::PanelForm;
use crate::ui::form::record::RecordForm;
use crate::ui::form::survey::SurveyForm;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Glyph, Meaning};

/// The register "Relevés".
#[derive(Debug, Clone, Default)]
pub struct NotedList {
    page: NotedPage,
}

/// A row: one thing noted, or a published figure by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Id {
    Noted(NotedId),
    Published(i64),
}

impl NotedList {
    fn panel(&self, id: PanelId) -> Option<&Kept<PanelSnapshot>> {
        self.page.panels.iter().find(|kept| kept.what.id == id)
    }

    fn survey(&self, id: SurveyId) -> Option<&Kept<WeekSurvey>> {
        self.page.surveys.iter().find(|kept| kept.what.id == id)
    }

    fn published(&self, id: i64) -> Option<&Written> {
        self.page.published.iter().map(|beside| &beside.row).find(|row| row.id == id)
    }

    fn edit(&self, id: Id) -> Option<Ask> {
        let page = self.page.clone();
        Some(match id {
            Id::Noted(NotedId::Panel(id)) => Ask::open(PanelForm { known: Some(self.panel(id)?.clone()), page }),
            Id::Noted(NotedId::Survey(id)) => Ask::open(SurveyForm { known: Some(self.survey(id)?.clone()), page }),
            Id::Published(id) => Ask::open(RecordForm::new(&PUBLISHED, Some(self.published(id)?.clone()))),
        })
    }

    fn remove(&self, id: Id) -> Option<Ask> {
        Some(match id {
            Id::Noted(noted @ NotedId::Panel(id)) => Ask::on(self.panel(id)?, NotedAct::Remove(noted)),
            Id::Noted(noted @ NotedId::Survey(id)) => Ask::on(self.survey(id)?, NotedAct::Remove(noted)),
            Id::Published(id) => remove(&PUBLISHED, self.published(id)?),
        })
    }
}

impl List for NotedList {
    type Id = Id;
    const HINTS: &'static [Action] = &[Action::Enter, Action::Add, Action::Delete];

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::Noted]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Noted(page) = page {
            self.page.clone_from(page);
        }
    }

    fn title(&self, cx: &Cx) -> String {
        cx.t("register-noted")
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("chart-day"), 10, 0),
            Column::new(cx.t("register-what"), 10, 0),
            Column::new(cx.t("register-value"), 50, 4),
            Column::new(cx.t("chart-source"), 14, 2).rank(1),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(Id, Row)> {
        let page = &self.page;
        let mut rows: Vec<(Day, Id, Row)> = Vec::new();
        let mut before: Option<&NewPanel> = None;
        for panel in page.panels.iter().map(|kept| &kept.what) {
            rows.push((panel.what.day, Id::Noted(NotedId::Panel(panel.id)), panel_row(&panel.what, before, cx)));
            before = Some(&panel.what);
        }
        let survey = |s: &WeekSurvey| (s.what.day, Id::Noted(NotedId::Survey(s.id)), survey_row(&s.what, cx));
        rows.extend(page.surveys.iter().map(|kept| survey(&kept.what)));
        let published = page.published.iter().map(|b| (b.noted.day, Id::Published(b.row.id), published_row(b, cx)));
        rows.extend(published);
        rows.sort_by_key(|(day, ..)| std::cmp::Reverse(*day));
        rows.into_iter().map(|(_, id, row)| (id, row)).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.words.say(&Msg::new("register-noted-empty").with("key", key(Action::Add, cx)))
    }

    fn act(&self, action: Action, on: Option<Id>, _cx: &Cx) -> Option<Ask> {
        match action {
            Action::Add => Some(Ask::PickNoted),
            Action::Edit | Action::Enter => self.edit(on?),
            Action::Delete => {
                let question = Msg::new("register-noted-remove");
                Some(Ask::Confirm { question, yes: vec![self.remove(on?)?], danger: false })
            }
            _ => None,
        }
    }
}

fn joined(parts: impl IntoIterator<Item = Option<String>>, cx: &Cx) -> String {
    let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
    parts.into_iter().flatten().collect::<Vec<_>>().join(&separator)
}

/// `900 MT · 170 ALD (18,9 %) · +40 −6 −2`; a gap between stock and flow stands out.
fn panel_row(panel: &NewPanel, before: Option<&NewPanel>, cx: &Cx) -> Row {
    let whole = |n: u32| cx.words.whole(i64::from(n));
    let flow = before.and_then(|before| panel.flow(before));
    let gap = flow.filter(|f| f.gap != 0);
    let said = joined(
        [
            Some(format!("{} MT", whole(panel.patients))),
            panel.ald.map(|ald| format!("{} ALD ({})", whole(ald), cx.words.percent(ald, panel.patients))),
            flow.map(|f| format!("+{} −{} −{}", whole(f.arrivals), whole(f.departures), whole(f.deaths))),
            gap.map(|f| cx.words.say(&Msg::new("noted-gap").with("gap", cx.words.figure_number(Figure::Gap(f.gap))))),
            panel.active_file.map(|n| cx.words.say(&Msg::new("noted-active-file").with("count", whole(n)))),
        ],
        cx,
    );
    let row = Row::new(vec![cx.words.date(panel.day), cx.t("noted-panel"), said, panel.source.clone()]);
    row.meaning(if gap.is_some() { Meaning::Watch } else { Meaning::Plain })
}

/// `3e rdv 9 j · demandes 7/2/0 · 1 réunion · Asalée 6`
fn survey_row(survey: &NewSurvey, cx: &Cx) -> Row {
    let third = match survey.third {
        Third::Never => Some(cx.t("chart-never")),
        Third::Unknown => None,
        Third::On(_) => survey.days().map(|n| cx.words.say(&Msg::new("noted-third").with("count", i64::from(n)))),
    };
    let count = |n: Option<u16>| n.map_or_else(|| NOTHING.to_owned(), |n| n.to_string());
    let asked = [survey.same_day, survey.next_day, survey.refused];
    let requests = asked.iter().any(Option::is_some).then(|| {
        let [same, next, refused] = asked.map(count);
        let msg = Msg::new("noted-requests").with("same", same).with("next", next).with("refused", refused);
        cx.words.say(&msg)
    });
    let meetings = survey.meetings.map(|n| cx.words.say(&Msg::new("noted-meetings").with("count", i64::from(n))));
    let asalee = survey.asalee.map(|n| format!("Asalée {n}"));
    let said = joined([third, requests, meetings, asalee], cx);
    let what = format!("{} {}", cx.t("noted-survey"), cx.words.week_told(survey.week));
    Row::new(vec![cx.words.date(survey.day), what, said, String::new()])
}

/// `900 patients MT · calculé 900`; another computed value stands out.
fn published_row(beside: &Beside, cx: &Cx) -> Row {
    let what = &beside.noted;
    let whole = |n: u32| cx.words.whole(i64::from(n));
    let computed = beside.computed.map(|n| cx.words.say(&Msg::new("noted-computed").with("value", whole(n))));
    let said = joined([Some(format!("{} {}", whole(what.value), cx.t(what.figure.word()))), computed], cx);
    let differs = beside.computed.is_some_and(|n| n != what.value);
    let row = Row::new(vec![cx.words.date(what.day), cx.t("noted-published"), said, what.source.clone()]);
    row.meaning(if differs { Meaning::Watch } else { Meaning::Plain })
}
