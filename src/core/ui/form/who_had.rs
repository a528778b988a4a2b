//! Qui l'avait le …: a fine names a vehicle, a day and perhaps an hour; whoever had it then is said as one types.

use super::parts;
use super::{Form, Spec};
use crate::domain::draft::when;
use crate::domain::lent::had;
use crate::domain::prepared::AssetFile;
use crate::domain::rights::Right;
use crate::domain::{Day, Msg};
use crate::protocol::{DraftKey, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Ask, Cx};
use crate::words::StayWords;
use crate::words::lent::LentWords;

/// The question, about one thing that is lent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhoHadForm {
    pub file: AssetFile,
}

impl WhoHadForm {
    fn answer(&self, day: Day, minute: Option<u16>, cx: &Cx) -> String {
        let rota = &cx.frame.rota;
        let whose = LentWords { words: cx.words, rota, tenants: &self.file.tenants, stays: &self.file.stays };
        let times = StayWords { words: cx.words, rota, today: cx.now.day };
        let found = had(&self.file.bookings, day, minute);
        let said = found.iter().map(|b| format!("{} · {}", whose.whose(&b.what), times.times(b.what.times)));
        let said: Vec<String> = said.collect();
        if said.is_empty() { cx.t("who-had-nobody") } else { said.join("\n") }
    }
}

impl Form for WhoHadForm {
    fn spec(&self, cx: &Cx) -> Spec {
        Spec {
            title: format!("{} · {}", cx.t("who-had"), self.file.asset.what.name),
            fields: vec![Field::short("day", "who-had-day"), Field::short("hour", "who-had-hour")],
            ..Spec::default()
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let day = parts::read_day(&mut reading, raw, "day", when::past, cx).flatten();
        let minute = parts::maybe(&mut reading, raw, "hour", when::minute_or_midnight);
        if day.is_none() && reading.error("day").is_none() {
            reading.wrong("day", Msg::new("forms-missing-day"));
        }
        if let (Some(day), Some(minute)) = (day, minute) {
            let text = self.answer(day, minute, cx);
            for line in text.lines() {
                reading.understood("hour", line.to_owned());
            }
            let title = format!("{} · {}", self.file.asset.what.name, cx.words.date(day));
            reading.ask = Some(Ask::Read { title, text });
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }

    fn right(&self) -> Right {
        Right::Prepare
    }

    fn topic(&self) -> Topic {
        Topic::Stay
    }
}
