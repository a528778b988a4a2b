//! The état de la patientèle at a date: read from the medical software, noted with its source.

use super::parts::{self, get};
use super::{Form, Spec, draft_of};
use crate::domain::act::NotedAct;
use crate::domain::noted::{NewPanel, Noted, NotedId, PanelSnapshot, far_from};
use crate::domain::record::Moved;
use crate::domain::rights::Right;
use crate::domain::{Day, Msg};
use crate::protocol::{DraftKey, Kept, NotedPage, Page, Query, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, Hint, Reading};
use crate::ui::{Ask, Cx, Meaning};

/// The greatest number of patients the store keeps.
const MOST: u32 = 99_999;

/// The counts, each with its label; the first is needed.
const COUNTS: [(&str, &str); 6] = [
    ("patients", "panel-field-patients"),
    ("ald", "panel-field-ald"),
    ("active_file", "panel-field-active-file"),
    ("arrivals", "panel-field-arrivals"),
    ("departures", "panel-field-departures"),
    ("deaths", "panel-field-deaths"),
];

/// The état de la patientèle at a date, beside everything noted before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PanelForm {
    pub known: Option<Kept<PanelSnapshot>>,
    pub page: NotedPage,
}

/// What came and went, each with the movement it counts.
const FLOW: [(&str, Moved); 3] = [("arrivals", Moved::Declared), ("departures", Moved::Left), ("deaths", Moved::Died)];

impl PanelForm {
    /// The movements noted since the newest panel, up to a day; nothing where there is none.
    fn moved(&self, upto: Option<Day>) -> Option<[u32; 3]> {
        let noted: Vec<Moved> = self
            .page
            .movements
            .iter()
            .filter(|(day, _)| upto.is_none_or(|upto| *day <= upto))
            .map(|(_, moved)| *moved)
            .collect();
        let count = |of: Moved| u32::try_from(noted.iter().filter(|moved| **moved == of).count()).unwrap_or(u32::MAX);
        (!noted.is_empty()).then(|| FLOW.map(|(_, of)| count(of)))
    }

    /// Says what the movements come to, where something else is typed.
    fn beside_movements(&self, reading: &mut Reading, new: &NewPanel, cx: &Cx) {
        let Some(before) = self.page.panels.last().filter(|_| self.known.is_none()) else { return };
        let Some(counts) = self.moved(Some(new.day)) else { return };
        let typed = [new.arrivals, new.departures, new.deaths];
        for (((field, _), count), typed) in FLOW.iter().zip(counts).zip(typed) {
            if typed.is_some_and(|typed| typed != count) {
                let msg =
                    Msg::new("panel-from-movements").with("day", before.what.what.day).with("count", i64::from(count));
                reading.hints.push(Hint { field, meaning: Meaning::Watch, text: cx.words.say(&msg) });
            }
        }
    }

    /// Where the last panel came from: mostly the next one does too.
    fn last_source(&self) -> Option<String> {
        self.page.panels.last().map(|kept| kept.what.what.source.clone())
    }
}

impl Form for PanelForm {
    fn right(&self) -> Right {
        Right::Noted
    }

    fn spec(&self, cx: &Cx) -> Spec {
        let what = self.known.as_ref().map(|known| &known.what.what);
        let mut fields = vec![Field::short("day", "panel-field-day")];
        fields.extend(COUNTS.map(|(name, label)| Field::short(name, label)));
        fields.push(Field::line("source", "noted-field-source"));
        let count = |value: Option<u32>| value.map(|n| n.to_string()).unwrap_or_default();
        Spec {
            title: cx.t(if what.is_some() { "panel-edit" } else { "panel-new" }),
            intro: vec![parts::plain(cx.t("panel-intro"))],
            fields,
            raw: parts::raw([
                ("day", parts::typed_day(Some(what.map_or(cx.now.day, |w| w.day)), cx)),
                ("patients", count(what.map(|w| w.patients))),
                ("ald", count(what.and_then(|w| w.ald))),
                ("active_file", count(what.and_then(|w| w.active_file))),
                ("arrivals", count(what.and_then(|w| w.arrivals))),
                ("departures", count(what.and_then(|w| w.departures))),
                ("deaths", count(what.and_then(|w| w.deaths))),
                ("source", what.map(|w| w.source.clone()).or_else(|| self.last_source()).unwrap_or_default()),
            ]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let known = self.known.as_ref().map(|known| known.what.id);
        let mut reading = Reading::default();
        let day = parts::past_day(&mut reading, raw, "day", cx);
        if day.is_some_and(|day| day > cx.now.day) {
            reading.wrong("day", Msg::new("store-noted-future"));
        }
        let mut count = |name| parts::count(&mut reading, raw, name, MOST);
        let (patients, ald, active_file) = (count("patients"), count("ald"), count("active_file"));
        let (arrivals, departures, deaths) = (count("arrivals"), count("departures"), count("deaths"));
        if get(raw, "patients").trim().is_empty() {
            reading.wrong("patients", Msg::new("forms-missing"));
        }
        let source = parts::line(&mut reading, raw, "source");
        let new = (|| {
            Some(NewPanel {
                day: day?,
                patients: patients??,
                ald: ald?,
                active_file: active_file?,
                arrivals: arrivals?,
                departures: departures?,
                deaths: deaths?,
                source: source?,
            })
        })();
        let Some(new) = new else { return reading };
        if new.ald.is_some_and(|ald| ald > new.patients) {
            reading.wrong("ald", Msg::new("store-noted-ald"));
        }
        let others: Vec<&NewPanel> =
            self.page.panels.iter().map(|kept| &kept.what).filter(|p| known != Some(p.id)).map(|p| &p.what).collect();
        if let Some(same) = others.iter().find(|o| o.day == new.day) {
            reading.wrong("day", Msg::new("store-panel-taken").with("day", same.day));
        }
        weigh(&mut reading, &new, &others, cx);
        self.beside_movements(&mut reading, &new, cx);
        if reading.errors.is_empty() {
            let noted = Noted::Panel(new);
            let act = match known {
                Some(id) => NotedAct::Edit(NotedId::Panel(id), noted),
                None => NotedAct::Add(noted),
            };
            reading.ask = Some(Ask::over(self.known.as_ref(), act));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(draft_of("panel", self.known.as_ref().map(|known| known.what.id.0)))
    }

    fn topic(&self) -> Topic {
        Topic::Noted
    }

    /// What is usual here, and what is there already.
    fn query(&self) -> Option<Query> {
        Some(Query::Noted)
    }

    fn receive(&mut self, page: &Page) -> Raw {
        let Page::Noted(page) = page else { return Raw::new() };
        self.page.clone_from(page);
        if self.known.is_some() {
            return Raw::new();
        }
        let mut raw: Raw = self.last_source().map(|source| parts::raw([("source", source)])).unwrap_or_default();
        // What was noted as it came is there already.
        if let Some(counts) = self.moved(None) {
            raw.extend(FLOW.iter().zip(counts).map(|((name, _), count)| ((*name).to_owned(), count.to_string())));
        }
        raw
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
        page.panels.iter().find(|kept| kept.what.id == known.what.id).map(|kept| known.clone_from(kept)).is_some()
    }
}

/// What the numbers say beside those before: understood, or questioned, never refused.
fn weigh(reading: &mut Reading, new: &NewPanel, others: &[&NewPanel], cx: &Cx) {
    let mut doubt = |field, text| reading.hints.push(Hint { field, meaning: Meaning::Watch, text });
    let earlier: Vec<NewPanel> = others.iter().filter(|o| o.day < new.day).map(|o| (*o).clone()).collect();
    if let Some(usual) = new.unusual(&earlier) {
        let msg = Msg::new("panel-doubt-gain").with("usual", usual);
        doubt("patients", cx.words.say(&msg));
    }
    let per_mille = |p: &NewPanel| (p.patients > 0).then_some(()).and(p.ald).map(|ald| ald * 1_000 / p.patients);
    let shares: Vec<u32> = earlier.iter().filter_map(per_mille).collect();
    if let Some(usual) = per_mille(new).and_then(|share| far_from(share, &shares)) {
        let msg = Msg::new("panel-doubt-ald").with("usual", cx.words.percent(usual, 1_000));
        doubt("ald", cx.words.say(&msg));
    }
    let files: Vec<u32> = earlier.iter().filter_map(|p| p.active_file).collect();
    if let Some(usual) = new.active_file.and_then(|file| far_from(file, &files)) {
        let msg = Msg::new("noted-doubt").with("usual", cx.words.whole(i64::from(usual)));
        doubt("active_file", cx.words.say(&msg));
    }
    let Some(before) = earlier.last() else { return };
    if let Some(flow) = new.flow(before).filter(|flow| flow.gap != 0) {
        let gained = i64::from(new.patients) - i64::from(before.patients);
        let signed = |n: i64| cx.words.figure_number(crate::domain::indicators::Figure::Gap(n));
        let msg = Msg::new("panel-doubt-gap")
            .with("stock", signed(gained))
            .with("flow", signed(gained - flow.gap))
            .with("gap", signed(flow.gap));
        doubt("deaths", cx.words.say(&msg));
    }
    let msg = Msg::new("panel-before").with("day", cx.words.date(before.day)).with("count", i64::from(before.patients));
    reading.understood("patients", cx.words.say(&msg));
    if let Some(ald) = new.ald.filter(|ald| *ald <= new.patients && new.patients > 0) {
        reading.understood("ald", cx.words.percent(ald, new.patients));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{PanelId, Rev, Stamp};
    use crate::ui::testing::{Desk, GARNIER, day};

    /// A panel a month since January, thirty patients more each time, a fifth of them in ALD.
    fn page() -> NotedPage {
        let panel = |month: u32| {
            let patients = 2_000 + month * 30;
            let what = NewPanel {
                day: day(2026, month, 2),
                patients,
                ald: Some(patients / 5),
                active_file: Some(2_100),
                arrivals: None,
                departures: None,
                deaths: None,
                source: "Maiia".into(),
            };
            Kept::at(PanelSnapshot { id: PanelId(i64::from(month)), what, author: GARNIER, at: Stamp(0) }, Rev(1))
        };
        NotedPage { panels: (1..=10).map(panel).collect(), ..NotedPage::default() }
    }

    fn form() -> PanelForm {
        PanelForm { known: None, page: page() }
    }

    fn typed(fields: &[(&'static str, &str)]) -> Raw {
        let mut raw = form().spec(&Desk::of(GARNIER).cx()).raw;
        raw.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        raw
    }

    /// The questions asked of each field, and whether it may be saved all the same.
    fn asked(fields: &[(&'static str, &str)]) -> (Vec<&'static str>, bool) {
        let desk = Desk::of(GARNIER);
        let reading = form().read(&typed(fields), &desk.cx());
        let doubts = reading.hints.iter().filter(|h| h.meaning == Meaning::Watch).map(|h| h.field);
        (doubts.collect(), reading.ask.is_some())
    }

    #[test]
    fn what_is_far_from_the_usual_is_questioned_and_never_refused() {
        let ordinary = [("day", "2/11"), ("patients", "2 330"), ("ald", "466"), ("active_file", "2100")];
        assert_eq!(asked(&ordinary), (vec![], true));
        let unlike = [("day", "2/11"), ("patients", "3330"), ("ald", "33"), ("active_file", "210")];
        assert_eq!(asked(&unlike), (vec!["patients", "ald", "active_file"], true));
        // 30 more, and 40 − 4 − 1 explain 35 of them.
        let flow = [("day", "2/11"), ("patients", "2330"), ("arrivals", "40"), ("departures", "4"), ("deaths", "1")];
        assert_eq!(asked(&flow), (vec!["deaths"], true));
    }

    #[test]
    fn what_cannot_be_is_an_error_beside_its_field() {
        let desk = Desk::of(GARNIER);
        for (fields, wrong) in [
            (vec![("day", "demain"), ("patients", "2330")], "day"),
            (vec![("day", "2/10"), ("patients", "2330")], "day"),
            (vec![("day", "2/11"), ("patients", "")], "patients"),
            (vec![("day", "2/11"), ("patients", "deux mille")], "patients"),
            (vec![("day", "2/11"), ("patients", "2330"), ("ald", "2331")], "ald"),
        ] {
            let reading = form().read(&typed(&fields), &desk.cx());
            assert!(reading.ask.is_none() && reading.error(wrong).is_some(), "{fields:?}");
        }
    }
}
