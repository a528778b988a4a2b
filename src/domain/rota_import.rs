//! What an import of a rota would do, line by line, before anything is written.

use super::Msg;
use super::act::RotaLine;

/// One refused line of an imported file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// Line of the file, the header being 1.
    pub line: usize,
    /// Header of the column, or empty when the line as a whole is refused.
    pub column: String,
    /// Empty when it must not be shown again (a NIR).
    pub value: String,
    pub reason: Msg,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RotaPreview {
    pub lines: Vec<RotaLine>,
    pub bad: Vec<BadLine>,
    /// Doctors who are not known yet, by full name.
    pub new_doctors: Vec<String>,
    /// Stays that are there already and are left alone.
    pub known: usize,
}
