//! The lists of care around the relay, each in the file of its name; here is what they share.

mod ald;
mod concertations;
mod follow_ups;
mod requests;
#[cfg(test)]
mod tests;
mod visits;
mod waiting;

pub use ald::AldProtocols;
pub use concertations::Concertations;
pub use follow_ups::FollowUps;
pub use requests::Requests;
pub use visits::Visits;
pub use waiting::WaitingList;

pub use concertations::{discuss, put_off};

use ratatui::text::Line;

use super::lines_of;
use crate::domain::act::{Act, RecordAct};
use crate::domain::care::CareList;
use crate::domain::collective::Listed;
use crate::domain::record::{Attempt, FollowedBy, Record, Value, Values, Written};
use crate::domain::{Day, Msg, PatientRef, Role};
use crate::protocol::Kept;
use crate::ui::form::record::RecordForm;
use crate::ui::widget::table::Row;
use crate::ui::{Action, Ask, Cx, Glyph, Meaning, Scope};

/// A row of a list: what has ended stands dim, what is late stands out.
fn row(cells: Vec<String>, open: bool, late: bool) -> Row {
    Row::new(cells).meaning(match (open, late) {
        (false, _) => Meaning::Dim,
        (true, true) => Meaning::Watch,
        (true, false) => Meaning::Plain,
    })
}

/// A patient in a column: the number comes first, the age gives way.
fn patient(who: &PatientRef) -> String {
    let known = who.birth_year.map(|year| year.to_string());
    let who_it_is = [who.initials.clone(), known].into_iter().flatten().collect::<Vec<_>>().join(" ");
    [who.file.clone(), who_it_is].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn date(day: Option<Day>, cx: &Cx) -> String {
    day.map_or_else(String::new, |day| cx.words.date(day))
}

fn month(day: Option<Day>, cx: &Cx) -> String {
    day.map_or_else(String::new, |day| cx.words.month_year(day))
}

/// Whose a new follow-up is: of whoever writes it, where that is somebody of the team.
fn own_role(else_of: FollowedBy, cx: &Cx) -> Value {
    let role = match cx.author().map(|person| person.role) {
        Some(Role::Coordination) => FollowedBy::Coordination,
        Some(Role::Assistant) => FollowedBy::Assistant,
        Some(Role::Nurse) => FollowedBy::Nurse,
        _ => else_of,
    };
    role.value()
}

/// The row that a list is on.
fn on<T>(rows: &[Listed<T>], id: Option<i64>) -> Option<&Listed<T>> {
    rows.iter().find(|listed| Some(listed.row.id) == id)
}

/// Writes a row anew, over what was seen.
fn write(record: &'static Record, row: &Written, values: Values) -> Ask {
    Ask::over(Some(&Kept::record(record, row)), Act::Record(RecordAct::Put(record, Some(row.id), values)))
}

/// Asks before one is removed.
fn remove(record: &'static Record, row: &Written, question: &'static str, name: String) -> Ask {
    let question = Msg::new(question).with("name", name);
    Ask::Confirm { question, yes: vec![super::remove(record, row)], danger: false }
}

/// The form of a call or a contact.
fn call(of: &'static str, row: &Written, about: String, cx: &Cx) -> Ask {
    let preset = [(of, Value::Number(row.id)), ("on_day", cx.now.day.into())];
    let form = RecordForm::new(&crate::domain::record::ATTEMPT, None);
    Ask::open(form.on(preset.into_iter().collect(), &["waiting", "follow_up"]).about(about))
}

/// What the calls say: the newest of all, and how many in vain since somebody was last reached.
fn calls(all: &[&Attempt], in_vain: usize, cx: &Cx) -> Option<String> {
    let last = all.last()?;
    let said = Msg::new("care-last-call").with("day", last.on_day).with("outcome", Msg::new(last.outcome.word()));
    let vain = (in_vain > 1).then(|| cx.words.say(&Msg::new("care-calls").with("count", in_vain)));
    let words = Some(last.words.clone()).filter(|words| !words.is_empty());
    let parts = [Some(cx.words.say(&said)), vain, words];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(&separator(cx)))
}

/// A title with how many go on; what has ended is on the list and not counted.
fn titled(list: CareList, open: usize, cx: &Cx) -> String {
    format!("{}{}{open}", cx.t(list.title()), separator(cx))
}

/// What is late bears a sign, whatever the colours.
fn signed(cell: String, late: bool) -> String {
    if late { format!("{cell} !") } else { cell }
}

fn separator(cx: &Cx) -> String {
    format!(" {} ", cx.look.glyph(Glyph::Separator))
}

/// That something ended so long ago that who it was is to go, and by which key.
fn old(is_there: bool, scope: Scope, cx: &Cx) -> Option<(String, Meaning)> {
    let key = super::key_in(Action::Forget, scope, cx);
    is_there.then(|| (cx.words.say(&Msg::new("care-old").with("key", key)), Meaning::Hint))
}

/// Asks whether who it was is to go.
fn forget(list: CareList, is_there: bool, cx: &Cx) -> Option<Ask> {
    let yes = vec![Ask::act(list.forget(cx.now.day))];
    is_there.then_some(Ask::Confirm { question: Msg::new("care-forget"), yes, danger: true })
}

/// What is said under the list of the selected row.
fn detail(parts: impl IntoIterator<Item = Option<String>>, cx: &Cx) -> Vec<Line<'static>> {
    let said: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    lines_of(&said.join(&separator(cx)), u16::MAX, Meaning::Dim, cx)
}
