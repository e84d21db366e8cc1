//! Keys: what stands for a place in a table, in bytes whose order is the order of what they stand for.

use crate::domain::account::{AccountId, Role};
use crate::domain::code::CodeKind;
use crate::domain::time::Timestamp;
use crate::store::{Result, StoreError};

/// A key that is being put together.
#[derive(Clone, Debug, Default)]
pub struct Key(Vec<u8>);

impl Key {
    /// An empty key.
    pub fn new() -> Self {
        Self(Vec::with_capacity(40))
    }
    /// With a byte.
    #[must_use]
    pub fn byte(mut self, byte: u8) -> Self {
        self.0.push(byte);
        self
    }
    /// With a number of four bytes.
    #[must_use]
    pub fn u32(mut self, number: u32) -> Self {
        self.0.extend_from_slice(&number.to_be_bytes());
        self
    }
    /// With a number of eight bytes.
    #[must_use]
    pub fn u64(mut self, number: u64) -> Self {
        self.0.extend_from_slice(&number.to_be_bytes());
        self
    }
    /// With a time; earlier ones first.
    #[must_use]
    pub fn time(self, time: Timestamp) -> Self {
        self.u64(time.as_millis().cast_unsigned() ^ (1 << 63))
    }
    /// With bytes of a known length, or at its end.
    #[must_use]
    pub fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(bytes);
        self
    }
    /// With text that something follows: no text may hold a NUL.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.0.extend(text.bytes().filter(|byte| *byte != 0));
        self.0.push(0);
        self
    }
    /// The bytes.
    pub fn done(self) -> Vec<u8> {
        self.0
    }
}

/// The key of an account.
pub fn account(id: AccountId) -> Vec<u8> {
    Key::new().u32(id.0).done()
}

/// What stands for a role.
pub fn role(role: Role) -> u8 {
    match role {
        Role::Client => 0,
        Role::Agent => 1,
        Role::Secretary => 2,
        Role::Care => 3,
        Role::Admin => 4,
    }
}

/// What stands for a kind of code.
pub fn code_kind(kind: CodeKind) -> u8 {
    match kind {
        CodeKind::Register => 0,
        CodeKind::Invite => 1,
        CodeKind::Reset => 2,
        CodeKind::Status => 3,
        CodeKind::NewAddress => 4,
    }
}

fn short() -> StoreError {
    StoreError::Corrupt("a key or an index entry is too short".to_owned())
}

/// The four bytes at a place, as a number.
///
/// # Errors
/// `Corrupt` where there are fewer.
pub fn u32_at(bytes: &[u8], at: usize) -> Result<u32> {
    let part = bytes.get(at..at + 4).and_then(|part| part.try_into().ok()).ok_or_else(short)?;
    Ok(u32::from_be_bytes(part))
}

/// The eight bytes at a place, as a number.
///
/// # Errors
/// `Corrupt` where there are fewer.
pub fn u64_at(bytes: &[u8], at: usize) -> Result<u64> {
    let part = bytes.get(at..at + 8).and_then(|part| part.try_into().ok()).ok_or_else(short)?;
    Ok(u64::from_be_bytes(part))
}

/// The eight bytes at a place, as a time.
///
/// # Errors
/// `Corrupt` where there are fewer.
pub fn time_at(bytes: &[u8], at: usize) -> Result<Timestamp> {
    Ok(Timestamp::from_millis((u64_at(bytes, at)? ^ (1 << 63)).cast_signed()))
}

/// The bytes at a place, as many as the array has.
///
/// # Errors
/// `Corrupt` where there are fewer.
pub fn array_at<const N: usize>(bytes: &[u8], at: usize) -> Result<[u8; N]> {
    bytes.get(at..at + N).and_then(|part| part.try_into().ok()).ok_or_else(short)
}
