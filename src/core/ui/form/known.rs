//! What is already open on a patient, said while a file number is typed.

use crate::domain::draft::text::letters;
use crate::domain::{Msg, PatientRef};
use crate::protocol::OpenPoint;
use crate::ui::point;
use crate::ui::widget::form::{Hint, Reading};
use crate::ui::widget::text;
use crate::ui::{Cx, Glyph, Meaning};

/// Points that are named; more are counted.
const SHOWN: usize = 3;
/// Characters of a point's words that tell it apart.
const WORDS: usize = 44;

/// Whether two references may be the same patient: a number alone could be mistyped, so a second element
/// speaks for it, or against it. Of several points the last of these is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    /// The number, and the initials or the year of birth.
    Two,
    NumberOnly,
    /// The number, with other initials or another year.
    Contradicted,
}

fn matching(typed: &PatientRef, known: &PatientRef) -> Match {
    let initials = |p: &PatientRef| p.initials.as_deref().map(letters);
    let initials = initials(typed).zip(initials(known)).map(|(a, b)| a == b);
    let year = typed.birth_year.zip(known.birth_year).map(|(a, b)| a == b);
    match (initials, year) {
        (Some(false), _) | (_, Some(false)) => Match::Contradicted,
        (Some(true), _) | (_, Some(true)) => Match::Two,
        (None, None) => Match::NumberOnly,
    }
}

/// Says under a field what is open on that patient, and whether it is the same one.
pub fn say(reading: &mut Reading, field: &'static str, patient: &PatientRef, cx: &Cx) {
    let open: Vec<&OpenPoint> = cx.frame.open.iter().filter(|p| p.patient.file == patient.file).collect();
    let Some(first) = open.first() else { return };
    let matched = open.iter().map(|p| matching(patient, &p.patient)).max().unwrap_or(Match::Two);
    let mut push = |meaning, text| reading.hints.push(Hint { field, meaning, text });
    match matched {
        Match::Contradicted => {
            let other = open.iter().find(|p| matching(patient, &p.patient) == matched).unwrap_or(first);
            let msg = Msg::new("known-other").with("patient", point::about(&other.patient, cx));
            push(Meaning::Watch, cx.words.say(&msg));
        }
        Match::NumberOnly => {
            let msg = Msg::new("known-number").with("patient", point::about(&first.patient, cx));
            push(Meaning::Hint, cx.words.say(&msg));
        }
        Match::Two => push(Meaning::Hint, cx.t("known-same")),
    }
    for point in open.iter().take(SHOWN) {
        let msg = Msg::new("known-open")
            .with("item", point.item.0)
            .with("gravity", Msg::new(point.gravity.word()))
            .with("words", text::cut(&point.words, WORDS, cx.look.glyph(Glyph::Ellipsis)));
        push(Meaning::Dim, cx.words.say(&msg));
    }
    if open.len() > SHOWN {
        push(Meaning::Dim, cx.words.say(&Msg::new("forms-and-more").with("count", open.len() - SHOWN)));
    }
}
