//! The accounts of this desk: who may open the store, kept inside it. Their keys are the vault's.

use rusqlite::{OptionalExtension, params};

use super::{Store, StoreError, act, centre_id};
use crate::domain::{AccountId, CentreId, PersonId, Role};
use crate::protocol::Account;

impl Store {
    /// Adds an account, under the number it brings.
    ///
    /// # Errors
    /// When the number is taken or the store cannot be written.
    pub fn add_account(&mut self, account: &Account) -> Result<(), StoreError> {
        act::check(&account.label).map_err(StoreError::Refused)?;
        let centre = centre_id(&self.conn)?.unwrap_or(CentreId(1));
        self.conn.execute(
            "INSERT INTO account(id, centre, label, person, recipient) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![account.id, centre, account.label, account.person, account.recipient],
        )?;
        Ok(())
    }

    /// Gives an account another name in the sign-in list.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn rename_account(&mut self, account: AccountId, label: &str) -> Result<(), StoreError> {
        act::check(label).map_err(StoreError::Refused)?;
        self.conn.execute("UPDATE account SET label = ?2 WHERE id = ?1", params![account, label])?;
        Ok(())
    }

    /// Takes an account away.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn remove_account(&mut self, account: AccountId) -> Result<(), StoreError> {
        self.conn.execute("DELETE FROM account WHERE id = ?1", [account])?;
        Ok(())
    }

    /// Puts an account with a new key and number in the place of another, in one step.
    ///
    /// # Errors
    /// When the number is taken or the store cannot be written.
    pub fn replace_account(&mut self, old: AccountId, new: &Account) -> Result<(), StoreError> {
        act::check(&new.label).map_err(StoreError::Refused)?;
        self.conn.execute(
            "UPDATE account SET id = ?2, label = ?3, recipient = ?4 WHERE id = ?1",
            params![old, new.id, new.label, new.recipient],
        )?;
        Ok(())
    }

    /// Keeps the public half of the recovery key.
    ///
    /// # Errors
    /// When there is one already or the store cannot be written.
    pub fn set_recovery(&mut self, recipient: &str) -> Result<(), StoreError> {
        self.conn.execute("INSERT INTO recovery(one, recipient) VALUES (1, ?1)", [recipient])?;
        Ok(())
    }

    /// Puts the public half of another recovery key in the place of the one of before.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn replace_recovery(&mut self, recipient: &str) -> Result<(), StoreError> {
        self.conn.execute(
            "INSERT INTO recovery(one, recipient) VALUES (1, ?1) ON CONFLICT(one) DO UPDATE SET recipient = ?1",
            [recipient],
        )?;
        Ok(())
    }

    /// Notes where a recovery page was written.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn add_recovery_file(&mut self, path: &str) -> Result<(), StoreError> {
        let centre = centre_id(&self.conn)?.unwrap_or(CentreId(1));
        self.conn.execute("INSERT INTO recovery_file(centre, path) VALUES (?1, ?2)", params![centre, path])?;
        Ok(())
    }

    /// A recovery page is gone.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn forget_recovery_file(&mut self, path: &str) -> Result<(), StoreError> {
        self.conn.execute("DELETE FROM recovery_file WHERE path = ?1", [path])?;
        Ok(())
    }

    /// Where recovery pages were written that nobody has said to be gone.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn recovery_files(&self) -> Result<Vec<String>, StoreError> {
        let mut sql = self.conn.prepare_cached("SELECT path FROM recovery_file ORDER BY id")?;
        let rows = sql.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The accounts of everybody in a role, by number.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn accounts_of(&self, role: Role) -> Result<Vec<Account>, StoreError> {
        let mut sql = self.conn.prepare_cached("SELECT id FROM person WHERE role = ?1")?;
        let people: Vec<PersonId> = sql.query_map([role], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(self.accounts()?.into_iter().filter(|a| people.contains(&a.person)).collect())
    }

    /// The public half of the recovery key.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn recovery(&self) -> Result<Option<String>, StoreError> {
        Ok(self.conn.query_row("SELECT recipient FROM recovery", [], |row| row.get(0)).optional()?)
    }

    /// What copies and the recovery page know this centre by; it never changes.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn identity(&self) -> Result<String, StoreError> {
        Ok(self.conn.query_row("SELECT id FROM identity", [], |row| row.get(0))?)
    }

    /// What a centre of before is known by since: the public half of its first recovery key gave it its identity.
    #[must_use]
    pub fn identity_by(recovery: &str) -> String {
        recovery.bytes().skip(5).take(16).fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
    }

    /// A person's given and family name.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn person_name(&self, person: PersonId) -> Result<Option<String>, StoreError> {
        let mut sql = self.conn.prepare_cached("SELECT trim(given || ' ' || family) FROM person WHERE id = ?1")?;
        Ok(sql.query_row([person], |row| row.get(0)).optional()?)
    }

    /// Every account, by number.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let mut sql = self.conn.prepare_cached("SELECT id, label, person, recipient FROM account ORDER BY id")?;
        let rows = sql.query_map([], |row| {
            Ok(Account { id: row.get(0)?, label: row.get(1)?, person: row.get(2)?, recipient: row.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The person an account belongs to.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn account_person(&self, account: AccountId) -> Result<Option<PersonId>, StoreError> {
        let mut sql = self.conn.prepare_cached("SELECT person FROM account WHERE id = ?1")?;
        Ok(sql.query_row([account], |row| row.get(0)).optional()?)
    }
}
