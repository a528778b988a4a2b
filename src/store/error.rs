//! What can go wrong between the desk and the disk, and what to say of it.

use rusqlite::ErrorCode;

use crate::domain::{Msg, Trouble, TroubleKind};

/// A store that could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("there is no store here")]
    Missing,
    #[error("a store is already here")]
    Exists,
    /// `SQLite`'s write-ahead log corrupts on a file system shared by several machines.
    #[error("the folder is on a network file system ({0})")]
    Network(&'static str),
    /// Neither a store nor the beginning of one: what was in it is gone, or in the log beside it.
    #[error("the file of the store is empty")]
    Empty,
    /// A change of the file was cut off, and only who may write can take it back.
    #[error("a change of the file was cut off in its midst")]
    Unfinished,
    #[error("a store in a file needs a key")]
    NoKey,
    #[error("the file is a database that is not encrypted")]
    Plain,
    /// The key does not open the file, whose shape is that of a store: its first page is damaged, or it
    /// belongs to another centre. Which of the two cannot be told.
    #[error("the key does not open this store")]
    WrongKey,
    #[error("the store is damaged")]
    Damaged,
    #[error("the store was written by a newer program (schema {found}, ours is {known})")]
    Newer { found: i64, known: i64 },
    /// The linked `SQLite` does not do what was asked of it.
    #[error("the database engine refused the setting {0}")]
    Setting(&'static str),
    #[error("the disk is full")]
    Full,
    #[error("the folder or the file cannot be written")]
    ReadOnly,
    /// Changes are signed here, and nobody is signed in who could.
    #[error("nobody is signed in who could sign")]
    Unsigned,
    #[error("another program holds the store")]
    Busy,
    /// A rule, a text that may not be kept, or the table of rights: a sentence for whoever asked.
    #[error("refused ({})", .0.id)]
    Refused(Msg),
    /// A page that answers another question than was asked.
    #[error("another question was answered")]
    OtherPage,
    #[error("a row is not what the program writes: {0}")]
    Unreadable(String),
    #[error(transparent)]
    Io(#[from] std::io::Error),
    #[error(transparent)]
    Sql(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            // A file-size limit shows as a failed write (778), not as a full disk.
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::SystemIoFailure) if extended(&error) == rusqlite::ffi::SQLITE_IOERR_WRITE => Self::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::NotADatabase) => Self::WrongKey,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged,
            _ => match error {
                rusqlite::Error::FromSqlConversionFailure(..) => Self::Unreadable(error.to_string()),
                error => Self::Sql(error),
            },
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}

/// `SQLite`'s extended result code, or zero.
pub(super) fn extended(error: &rusqlite::Error) -> i32 {
    error.sqlite_error().map_or(0, |e| e.extended_code)
}

impl StoreError {
    /// Whether it is a matter of who may write where: the store itself may be whole.
    #[must_use]
    pub fn is_of_rights(&self) -> bool {
        use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
        match self {
            Self::ReadOnly | Self::Unfinished => true,
            Self::Io(error) => matches!(error.kind(), PermissionDenied | ReadOnlyFilesystem),
            _ => false,
        }
    }

    /// The sentence for the person at the desk, with what to do next.
    #[must_use]
    pub fn msg(&self) -> Msg {
        match self {
            Self::Refused(msg) => msg.clone(),
            Self::Missing => Msg::new("store-missing"),
            Self::Exists => Msg::new("store-exists"),
            Self::Network(kind) => Msg::new("store-network").with("kind", *kind),
            Self::Empty => Msg::new("store-empty"),
            Self::Plain => Msg::new("store-plain"),
            Self::WrongKey | Self::NoKey => Msg::new("store-wrong-key"),
            Self::Damaged | Self::Unreadable(_) => Msg::new("store-damaged"),
            Self::Newer { .. } => Msg::new("store-newer"),
            Self::Full => Msg::new("store-full"),
            Self::ReadOnly | Self::Unfinished => Msg::new("store-read-only"),
            Self::Busy => Msg::new("store-busy"),
            Self::Unsigned => Msg::new("store-unsigned"),
            Self::Io(error) if error.kind() == std::io::ErrorKind::StorageFull => Msg::new("store-full"),
            Self::Io(_) if self.is_of_rights() => Msg::new("store-read-only"),
            Self::Setting(_) | Self::OtherPage | Self::Io(_) | Self::Sql(_) => {
                Msg::new("store-failed").with("error", self.to_string())
            }
        }
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        let kind = match error {
            StoreError::Refused(_) => TroubleKind::Forbidden,
            StoreError::WrongKey | StoreError::NoKey | StoreError::Damaged | StoreError::Unreadable(_) => {
                TroubleKind::Unreadable
            }
            StoreError::Empty => TroubleKind::Lost,
            StoreError::Missing
            | StoreError::Exists
            | StoreError::Network(_)
            | StoreError::Unfinished
            | StoreError::Plain
            | StoreError::Newer { .. }
            | StoreError::Setting(_)
            | StoreError::Full
            | StoreError::ReadOnly
            | StoreError::Busy
            | StoreError::Unsigned
            | StoreError::OtherPage
            | StoreError::Io(_)
            | StoreError::Sql(_) => TroubleKind::Other,
        };
        kind.with(error.msg())
    }
}
