//! Idempotency keys, with what was printed under them.

use serde::{Deserialize, Serialize};

use super::{Bytes, Hex, Time};
use crate::domain::account::AccountId;
use crate::store::{KeyRecord, LONGEST_KEY, Printed};

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyLine {
    /// Whose it is; `null` where nobody was logged in.
    account: Option<u32>,
    key: String,
    arguments_sha256: Hex<32>,
    exit: u8,
    expires_at: Time,
}

/// A piece of what was printed under the key before it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedLine {
    pub index: u32,
    /// Whether it went to standard error.
    pub is_error: bool,
    pub data: Bytes,
}

impl KeyLine {
    /// The line of a key, without what was printed.
    pub fn of(account: AccountId, key: &str, record: &KeyRecord) -> Self {
        Self {
            account: Some(account.0).filter(|account| *account > 0),
            key: key.to_owned(),
            arguments_sha256: Hex(record.arguments),
            exit: record.printed.exit,
            expires_at: Time(record.expires_at),
        }
    }

    /// The key and what it stands for, under which nothing was printed yet; `None` if it cannot be one.
    pub fn key(self) -> Option<(AccountId, String, KeyRecord)> {
        let is_account = self.account.is_none_or(|account| account > 0);
        let is_key = (1..=LONGEST_KEY).contains(&self.key.len());
        let printed = Printed { exit: self.exit, ..Printed::default() };
        let record = KeyRecord { arguments: self.arguments_sha256.0, printed, expires_at: self.expires_at.0 };
        (is_account && is_key).then_some((AccountId(self.account.unwrap_or_default()), self.key, record))
    }
}
