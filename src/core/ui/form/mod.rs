//! The forms: one file each, on one engine.
//!
//! A form's file holds a small struct of what it is about, and says with [`Form`] what it asks, what an answer means
//! and where it differs from the usual. Typing, errors, drafts and drawing are the engine's. A form knows no store: it
//! ends with what is to be asked of the application.
//!
//! A new form is a file, a `mod` and a line in the list below.

pub mod account;
pub mod addendum;
pub mod availability;
pub mod booking;
pub mod cancel_stay;
pub mod centre;
pub mod close_day;
pub mod contact;
pub mod copies;
pub mod cut_stay;
pub mod decide;
pub mod doctor;
mod engine;
pub mod entry;
pub mod finish;
pub mod half_days;
pub mod item;
pub mod keep_accounts;
mod known;
pub mod merge;
pub mod message;
pub mod note;
mod on_stay;
pub mod option;
pub mod page;
pub mod panel;
pub(in crate::ui) mod parts;
pub mod period;
pub mod post;
pub mod put_off;
pub mod question;
pub mod quick;
pub mod record;
pub mod reopen;
pub mod return_item;
pub mod rhythm;
mod saed;
pub mod set_aside;
pub mod set_up_centre;
pub mod set_up_passphrase;
pub mod set_up_person;
pub mod settle;
pub mod several_stays;
pub mod sign;
pub mod solicitation;
pub mod staff;
pub mod stay;
pub mod step;
pub mod survey;
pub mod swap;
pub mod swap_halves;
pub mod take;
pub mod take_over;
pub mod targets;
pub mod tenant;
pub(in crate::ui) mod theirs;
pub mod weights;
pub mod who_had;
pub mod word;
pub mod wrong_patient;

pub use close_day::said as closings_said;
pub use engine::FormLayer;
pub use word::field as word_field;

use crossterm::event::KeyEvent;

use super::layer::help::Topic;
use super::widget::form::{Field, Reading};
use super::{Ask, Cx, Meaning};
use crate::domain::PatientRef;
use crate::domain::rights::Right;
use crate::protocol::{Draft, DraftKey, Page, Query, Raw};

/// What a form asks.
#[derive(Debug, Clone, Default)]
pub struct Spec {
    pub title: String,
    /// What one has to know before filling it in.
    pub intro: Vec<(Meaning, String)>,
    pub fields: Vec<Field>,
    /// What the fields hold at first.
    pub raw: Raw,
}

/// What Enter does, beside what a field makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enter {
    /// Goes to the next field; from the last it saves.
    GoesOn,
    /// Saves from any field.
    Saves,
    /// Goes to the next field, and never saves.
    Waits,
}

/// A form: what it asks, what an answer means, and where it differs from the usual.
///
/// What a form edits it holds as it was read when the form was opened ([`Kept`](crate::protocol::Kept)): what other
/// desks change while one types must not be overwritten in silence, even when the screen behind has followed (rule 14).
pub trait Form {
    /// What it asks, and what its fields hold at first.
    fn spec(&self, cx: &Cx) -> Spec;

    /// What the text of its fields means.
    fn read(&self, raw: &Raw, cx: &Cx) -> Reading;

    /// The field in which a file number stands alone, and that number: who it is known to be is offered.
    fn unnamed(&self, _raw: &Raw, _cx: &Cx) -> Option<(&'static str, String)> {
        None
    }

    /// What the fields hold with that patient in the place of the number.
    fn named(&self, _raw: &Raw, _who: &PatientRef) -> Raw {
        Raw::new()
    }

    /// What some fields hold by themselves, with what stands in the others: each as long as nobody changed it.
    fn follows(&self, _raw: &Raw, _cx: &Cx) -> Raw {
        Raw::new()
    }

    /// The draft it keeps; signatures and passphrases are never kept.
    fn draft(&self) -> Option<DraftKey>;

    /// What its fields hold as if it had been typed here: a kept draft does not take its place.
    fn typed(&self) -> Raw {
        Raw::new()
    }

    /// The right it asks for: that to write points, unless it says another.
    fn right(&self) -> Right {
        Right::Points
    }

    /// The page of the guide on it: its own, where filling it in asks for more than knowing how forms work.
    fn topic(&self) -> Topic {
        Topic::Forms
    }

    /// Whether what is typed is to be handed on to somebody: a point, a word, a note.
    fn hands_on(&self) -> bool {
        false
    }

    /// What it has to know beside the frame, asked for when it opens and after each change.
    fn query(&self) -> Option<Query> {
        None
    }

    /// Takes the answer; says what fields hold by it as long as nothing was typed.
    fn receive(&mut self, _page: &Page) -> Raw {
        Raw::new()
    }

    /// Takes every draft that is kept.
    fn drafts(&mut self, _kept: Vec<Draft>) {}

    /// Where it has no draft of its own: what was begun of the same thing in another form, with the draft it was kept
    /// as and what it makes the fields hold.
    fn adopts(&self, _kept: &[Draft], _cx: &Cx) -> Option<(DraftKey, Raw)> {
        None
    }

    /// Whether its draft, put back, is gone on with where something is still wanting.
    fn resumes(&self) -> bool {
        false
    }

    /// What is said under its fields.
    fn notice(&self, _cx: &Cx) -> Option<String> {
        None
    }

    /// A key that ends it in another way than by saving.
    fn key(&self, _key: &KeyEvent, _raw: &Raw, _cx: &Cx) -> Option<Ask> {
        None
    }

    /// What Enter does.
    fn enter(&self) -> Enter {
        Enter::GoesOn
    }

    /// Whether something doubtful is to be looked at once more before it is saved.
    fn asks_twice(&self) -> bool {
        false
    }

    /// Its keys, where they are not those of every form; `held` when it holds something that can be thrown away.
    fn footer(&self, _held: bool) -> Option<&'static str> {
        None
    }

    /// Where what it edits is read anew after a conflict; nothing for what only adds.
    fn theirs(&self) -> Option<Query> {
        None
    }

    /// Takes what it edits as it is now; whether it is still there.
    fn renew(&mut self, _page: &Page, _cx: &Cx) -> bool {
        false
    }

    /// Whether what is typed adds to a point, where every word stays, instead of replacing something.
    fn adds(&self) -> bool {
        false
    }
}

/// The closed set of forms, each by what it is about.
macro_rules! dialogs {
    ($($name:ident($form:path)),* $(,)?) => {
        /// A form, by what it is about.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Dialog {
            $($name(Box<$form>),)*
        }

        impl Dialog {
            /// The form, whichever it is.
            #[must_use]
            pub fn form(&self) -> &dyn Form {
                match self {
                    $(Self::$name(form) => &**form,)*
                }
            }

            pub(in crate::ui) fn form_mut(&mut self) -> &mut dyn Form {
                match self {
                    $(Self::$name(form) => &mut **form,)*
                }
            }
        }

        $(#[cfg(test)]
        impl<'a> TryFrom<&'a Dialog> for &'a $form {
            type Error = &'a Dialog;

            fn try_from(dialog: &'a Dialog) -> Result<Self, Self::Error> {
                if let Dialog::$name(form) = dialog { Ok(form) } else { Err(dialog) }
            }
        })*

        $(impl From<$form> for Dialog {
            fn from(form: $form) -> Self {
                Self::$name(Box::new(form))
            }
        })*
    };
}

dialogs! {
    Quick(quick::QuickForm),
    Item(item::ItemForm),
    Step(step::StepForm),
    Word(word::WordForm),
    Settle(settle::SettleForm),
    Amend(word::AmendForm),
    Finish(finish::FinishForm),
    Decide(decide::DecideForm),
    Take(take::TakeForm),
    Question(question::QuestionForm),
    Return(return_item::ReturnForm),
    PutOff(put_off::PutOffForm),
    Option(option::OptionForm),
    WrongPatient(wrong_patient::WrongPatientForm),
    Note(note::NoteForm),
    Sign(sign::SignForm),
    Reopen(reopen::ReopenForm),
    TakeOver(take_over::TakeOverForm),
    Addendum(addendum::AddendumForm),
    Stay(stay::StayForm),
    CancelStay(cancel_stay::CancelStayForm),
    Doctor(doctor::DoctorForm),
    Staff(staff::StaffForm),
    Contact(contact::ContactForm),
    Page(page::PageForm),
    Centre(centre::CentreForm),
    Post(post::PostForm),
    CloseDay(close_day::CloseDayForm),
    Account(account::AccountForm),
    AccountName(account::AccountNameForm),
    Passphrase(account::PassphraseForm),
    KeepAccounts(keep_accounts::KeepAccountsForm),
    Copies(copies::CopiesForm),
    SetUpCentre(set_up_centre::SetUpCentreForm),
    SetUpPerson(set_up_person::SetUpPersonForm),
    SetUpPassphrase(set_up_passphrase::SetUpPassphraseForm),
    Entry(entry::EntryForm),
    Period(period::PeriodForm),
    Panel(panel::PanelForm),
    Survey(survey::SurveyForm),
    Targets(targets::TargetsForm),
    Record(record::RecordForm),
    Tenant(tenant::TenantForm),
    Booking(booking::BookingForm),
    WhoHad(who_had::WhoHadForm),
    Availability(availability::AvailabilityForm),
    Solicitation(solicitation::SolicitationForm),
    Merge(merge::MergeForm),
    Weights(weights::WeightsForm),
    Swap(swap::SwapForm),
    Message(message::MessageForm),
    CutStay(cut_stay::CutStayForm),
    SeveralStays(several_stays::SeveralStaysForm),
    Rhythm(rhythm::RhythmForm),
    SetAside(set_aside::SetAsideForm),
    HalfDays(half_days::HalfDaysForm),
    SwapHalves(swap_halves::SwapHalvesForm),
}

/// The draft of a thing that is there already, or of a new one.
fn draft_of(form: &str, id: Option<i64>) -> DraftKey {
    format!("{form}/{}", id.map_or_else(|| "new".to_owned(), |id| id.to_string()))
}

#[cfg(test)]
mod tests;
