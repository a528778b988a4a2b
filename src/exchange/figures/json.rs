//! The figures as JSON, for a script: stable English keys and codes, dates as ISO 8601 has them.

use serde::Serialize;
use serde_json::{Value, json as value};

use super::{Leaving, Plain, iso};
use crate::domain::indicators::{Figure, Indicator};

#[derive(Debug, Serialize)]
struct Document<'a> {
    centre: &'a str,
    /// Only where the figures are those of one post among several.
    #[serde(skip_serializing_if = "Option::is_none")]
    post: Option<&'a str>,
    from: String,
    to: String,
    generated_on: String,
    indicators: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    code: &'static str,
    /// A number, the text of a day, `null` where nothing is known, `"NS"` where it is withheld, `"∞"`.
    value: Value,
    unit: Option<String>,
    label: String,
    definition: String,
    from: String,
    to: String,
    partial: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    whole: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous_to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    caveat: Option<String>,
}

/// The figures as JSON.
#[must_use]
pub fn json(leaving: &Leaving<'_>) -> String {
    let period = leaving.period();
    let document = Document {
        centre: &leaving.centre.name,
        post: leaving.post,
        from: iso(period.from),
        to: iso(period.to),
        generated_on: iso(leaving.today()),
        indicators: leaving.indicators().iter().map(|i| row(leaving, i)).collect(),
    };
    // Strings and numbers always serialise.
    serde_json::to_string_pretty(&document).map(|text| text + "\n").unwrap_or_default()
}

fn row(leaving: &Leaving<'_>, indicator: &Indicator) -> Row {
    let words = leaving.words();
    let (part, whole) = match indicator.value {
        Figure::Share(part, whole) => (Some(part), Some(whole)),
        _ => (None, None),
    };
    let previous = leaving.before(indicator.code);
    Row {
        code: indicator.code,
        value: plain(indicator.value),
        unit: Some(leaving.unit(indicator)).filter(|unit| !unit.is_empty()),
        label: words.t(indicator.label),
        definition: words.t(indicator.definition),
        from: iso(indicator.window.from),
        to: iso(indicator.window.to),
        partial: indicator.partial,
        part,
        whole,
        target: indicator.target.map(plain),
        previous: previous.map(|p| plain(p.value)),
        previous_from: previous.map(|p| iso(p.window.from)),
        previous_to: previous.map(|p| iso(p.window.to)),
        caveat: indicator.caveat.map(|caveat| words.say(&caveat.msg())),
    }
}

fn plain(figure: Figure) -> Value {
    match Plain::of(figure) {
        Plain::Missing => Value::Null,
        Plain::Whole(whole) => value!(whole),
        Plain::Decimal(number) => value!(number),
        Plain::Day(day) => value!(iso(day)),
        Plain::Never => value!("∞"),
        Plain::Withheld => value!("NS"),
    }
}
