//! What the register of doctors can be taken out as, and what of it need not be kept any longer.

use std::collections::BTreeSet;

use super::choose::{Choice, ChooseLayer};
use crate::domain::collective::Collective;
use crate::domain::{Msg, PersonId, erasing};
use crate::protocol::{Document, VolunteersFormat};
use crate::ui::{Ask, Cx, RegisterId};

/// What may be done with the volunteers that are listed, and with those of whom too much is kept.
#[must_use]
pub fn choices(listed: &BTreeSet<PersonId>, known: &Collective, cx: &Cx) -> ChooseLayer {
    let choice =
        |label, aside: &str, ask| Choice { label, aside: aside.to_owned(), synonyms: String::new(), asks: vec![ask] };
    let file = |id, aside, format| {
        choice(cx.t(id), aside, Ask::Print(Document::Volunteers { only: Some(listed.clone()), format }))
    };
    let mut choices = vec![
        file("volunteers-xlsx", ".xlsx", VolunteersFormat::Xlsx),
        file("volunteers-csv", ".csv", VolunteersFormat::Csv),
        file("volunteers-emails", ".txt", VolunteersFormat::Emails),
    ];
    let today = cx.now.day;
    let refusals = erasing::old_refusals(known, today).count();
    if let Some(act) = erasing::forget_refusals(known, today) {
        let count = |id| Msg::new(id).with("count", refusals);
        let question = count("volunteers-forget-refusals-ask");
        let ask = Ask::Confirm { question, yes: vec![Ask::act(act)], danger: true };
        choices.push(choice(cx.words.say(&count("volunteers-forget-refusals")), "", ask));
    }
    if let Some(act) = erasing::forget_travels(known) {
        let count = |id| Msg::new(id).with("count", known.old_travels.len());
        let ask =
            Ask::Confirm { question: count("volunteers-forget-travels-ask"), yes: vec![Ask::act(act)], danger: true };
        choices.push(choice(cx.words.say(&count("volunteers-forget-travels")), "", ask));
    }
    let silent = cx.frame.rota.people.doctors().filter(|doctor| erasing::is_silent(doctor, known, today)).count();
    if silent > 0 {
        let said = cx.words.say(&Msg::new("volunteers-silent").with("count", silent));
        choices.push(choice(said, "", Ask::Find(RegisterId::Doctors, cx.t("volunteers-filter-erase"))));
    }
    let title = cx.words.say(&Msg::new("volunteers-choose").with("count", listed.len()));
    ChooseLayer::new(title, cx.t("choose-none"), choices)
}
