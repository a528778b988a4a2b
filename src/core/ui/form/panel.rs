//! The état de la patientèle at a date: read from the medical software, noted with its source.

use super::Spec;
use super::parts::{self, get};
use crate::domain::act::{Act, NotedAct};
use crate::domain::noted::{NewPanel, Noted, NotedId, far_from};
use crate::domain::{Msg, PanelId};
use crate::protocol::{NotedPage, Raw, Rev, Table, Write};
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

pub fn spec(known: Option<PanelId>, page: &NotedPage, cx: &Cx) -> Spec {
    let what = known.and_then(|id| page.panels.iter().find(|(p, _)| p.id == id)).map(|(p, _)| &p.what);
    let mut fields = vec![Field::short("day", "panel-field-day")];
    fields.extend(COUNTS.map(|(name, label)| Field::short(name, label)));
    fields.push(Field::line("source", "noted-field-source"));
    let count = |value: Option<u32>| value.map(|n| n.to_string()).unwrap_or_default();
    Spec {
        title: cx.t(if known.is_some() { "panel-edit" } else { "panel-new" }),
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
            ("source", what.map(|w| w.source.clone()).or_else(|| last_source(page)).unwrap_or_default()),
        ]),
    }
}

/// Where the last panel came from: mostly the next one does too.
pub fn last_source(page: &NotedPage) -> Option<String> {
    page.panels.last().map(|(p, _)| p.what.source.clone())
}

pub fn read(known: Option<(PanelId, Rev)>, page: &NotedPage, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
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
        page.panels.iter().filter(|(p, _)| known.is_none_or(|(id, _)| p.id != id)).map(|(p, _)| &p.what).collect();
    if let Some(same) = others.iter().find(|o| o.day == new.day) {
        reading.wrong("day", Msg::new("store-panel-taken").with("day", same.day));
    }
    weigh(&mut reading, &new, &others, cx);
    if reading.errors.is_empty() {
        let noted = Noted::Panel(new);
        let (act, seen) = match known {
            Some((id, rev)) => (NotedAct::Edit(NotedId::Panel(id), noted), vec![(Table::PANEL.row(id.0), rev)]),
            None => (NotedAct::Add(noted), Vec::new()),
        };
        reading.ask = Some(Ask::Save(Write { act: Act::Noted(act), seen, draft }));
    }
    reading
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
    use crate::domain::Stamp;
    use crate::domain::noted::PanelSnapshot;
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
            (PanelSnapshot { id: PanelId(i64::from(month)), what, author: GARNIER, at: Stamp(0) }, Rev(1))
        };
        NotedPage { panels: (1..=10).map(panel).collect(), ..NotedPage::default() }
    }

    fn typed(fields: &[(&'static str, &str)]) -> Raw {
        let mut raw = spec(None, &page(), &Desk::of(GARNIER).cx()).raw;
        raw.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        raw
    }

    /// The questions asked of each field, and whether it may be saved all the same.
    fn asked(fields: &[(&'static str, &str)]) -> (Vec<&'static str>, bool) {
        let desk = Desk::of(GARNIER);
        let reading = read(None, &page(), &typed(fields), None, &desk.cx());
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
            let reading = read(None, &page(), &typed(&fields), None, &desk.cx());
            assert!(reading.ask.is_none() && reading.error(wrong).is_some(), "{fields:?}");
        }
    }
}
