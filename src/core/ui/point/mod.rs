//! A point on the screen, wherever it stands: how it is said, drawn and acted on.

mod acts;
pub mod addressee;
mod said;
pub mod thread;

pub(in crate::ui) use acts::{
    act, act_lines, addendum, as_said, base, doctors_to_speak, draw_lines, fit, handed_to, marked, may_settle,
    next_after, next_voice, para, reopened, sentence, settle, settle_word, span_start, step, title, wrong_patient,
};
pub use said::{about, chain, due, followed_by, reference, subject, subject_short};
