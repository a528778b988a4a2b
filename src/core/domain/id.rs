//! Row identifiers, one type each, so that a stay cannot be taken for a doctor.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A health centre.
    CentreId,
    /// A doctor's place in a week.
    PostId,
    /// A doctor or a member of the team.
    PersonId,
    /// A doctor on a post from a day to a day; also names that stay's handover and take-over.
    StayId,
    /// A point to follow; its number on screen.
    ItemId,
    /// One person's word on a point.
    RelayId,
    /// One answer of a receiver.
    ReceiptId,
    /// An appointment, a visit or an event of the agenda.
    EntryId,
    /// One closing of a day of a stay.
    DayCloseId,
    /// A period in which the centre is closed.
    ClosureId,
    /// One thing that happened to a point on its way.
    StepId,
    /// An entry of the directory.
    ContactId,
    /// A page of the booklet.
    PageId,
    /// A page of the booklet as it was saved once.
    VersionId,
    /// An account at this desk.
    AccountId,
    /// One thing that happened to an account.
    AccountEventId,
    /// One recorded change of the store.
    ChangeId,
    /// One état de la patientèle.
    PanelId,
    /// One relevé de la semaine.
    SurveyId,
    /// One doctor's wish to know how a point ends.
    SequelId,
    /// An entry of the journal of accesses, by its place in the chain: each has the number after the one before.
    TraceId,
    /// A draft kept as typed.
    DraftId,
    /// How a draft ended.
    DraftEndId,
}
