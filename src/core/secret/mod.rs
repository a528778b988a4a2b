//! What people hold to open the store: a passphrase they type, a recovery key on paper. What these open, the vault knows.

pub mod passphrase;
pub mod recovery;
