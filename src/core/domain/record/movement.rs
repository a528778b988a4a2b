//! Mouvements de la patientèle: who declared the centre as their médecin traitant, who left, who died.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, PatientRef};
use super::choice::choice;
use super::typed::typed;
use super::{Field, Heading, Holds, ListWords, Record, Words, no_advice, no_rule, none_hidden};

choice! {
    /// What happened.
    Moved {
        /// Declared the centre as their médecin traitant.
        Declared => "moved-declared",
        Left => "moved-left",
        Died => "moved-died",
    }
}

pub static MOVEMENT: Record = Record {
    table: Table("movement"),
    fields: &[
        Field::new("on_day", "movement-on", Holds::PastDay).needed().column("movement-on", 12, 0),
        Field::new("what", "movement-what", Holds::Choice(Moved::WORDS)).needed().column("movement-what", 14, 0),
        Field::new("patient", "care-patient", Holds::Patient).how("care-patient-how").column("care-patient", 24, 2),
        Field::new("ald", "waiting-ald", Holds::Flag).column("waiting-ald", 5, 0),
        Field::new("note", "care-note", Holds::Line).column("care-note", 20, 3),
        Field::new("waiting", "waiting-new", Holds::Link),
    ],
    right: Right::Noted,
    order: &["on_day"],
    signed: true,
    words: Words {
        new: "movement-new",
        edit: "movement-edit",
        intro: None,
        added: "store-said-movement",
        edited: "store-said-movement",
        removed: "store-said-movement-removed",
        named: &[("what", "what"), ("day", "on_day")],
    },
    list: Some(ListWords {
        title: "movement-list",
        heading: Heading::Figures,
        how: Some("movement-how"),
        empty: "movement-empty",
        remove: "movement-remove",
        also: "déclaration départ décès patientèle flux médecin traitant declared left died",
    }),
    guide: "care",
    rule: no_rule,
    advice: no_advice,
    hidden: none_hidden,
};

typed! {
    /// One patient who came, left or died.
    Movement {
        on_day: Day,
        what: Moved,
        patient: Option<PatientRef>,
        ald: bool,
        note: String,
        /// The request of the waiting list that it fulfils.
        waiting: Option<i64>,
    }
}
