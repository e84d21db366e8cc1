//! Records as bytes: `version · CRC-32C of key and payload · payload`. The only file that says bincode.
//!
//! The checksum is checked before a byte is decoded, decoding is bounded, and nothing may be left over. The key is part of the
//! checksum, so that a record cannot be taken for another's.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::store::{Result, StoreError};

/// The most bytes that decoding one record may claim.
const LONGEST_RECORD: usize = 16 * 1024 * 1024;
const HEADER: usize = 5;

fn configuration() -> impl bincode::config::Config {
    bincode::config::standard().with_limit::<LONGEST_RECORD>()
}

fn checksum(version: u8, key: &[u8], payload: &[u8]) -> u32 {
    let start = crc32c::crc32c(&[version]);
    crc32c::crc32c_append(crc32c::crc32c_append(start, key), payload)
}

/// The bytes of a record of the first version under a key.
///
/// # Errors
/// `Corrupt` for a record beyond any limit.
pub fn encode<T: Serialize>(key: &[u8], record: &T) -> Result<Vec<u8>> {
    let payload = bincode::serde::encode_to_vec(record, configuration());
    let payload = payload.map_err(|error| StoreError::Corrupt(format!("a record cannot be written: {error}")))?;
    Ok(seal(key, &payload))
}

/// The same for bytes that need no encoding.
pub fn seal(key: &[u8], payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEADER + payload.len());
    bytes.push(1);
    bytes.extend_from_slice(&checksum(1, key, payload).to_le_bytes());
    bytes.extend_from_slice(payload);
    bytes
}

/// The record that lies under a key.
///
/// # Errors
/// `Corrupt` for anything but what [`encode`] wrote under this key.
pub fn decode<T: DeserializeOwned>(key: &[u8], bytes: &[u8]) -> Result<T> {
    let payload = unseal(key, bytes)?;
    let fault = |error: &dyn std::fmt::Display| StoreError::Corrupt(format!("a record cannot be read: {error}"));
    let (record, used) = bincode::serde::decode_from_slice(payload, configuration()).map_err(|error| fault(&error))?;
    if used == payload.len() { Ok(record) } else { Err(fault(&"bytes are left over")) }
}

/// The same for bytes that were not encoded.
///
/// # Errors
/// `Corrupt` for anything but what [`seal`] wrote under this key.
pub fn unseal<'b>(key: &[u8], bytes: &'b [u8]) -> Result<&'b [u8]> {
    let fault = |what: &str| StoreError::Corrupt(what.to_owned());
    let [version, c0, c1, c2, c3, payload @ ..] = bytes else { return Err(fault("a record is too short")) };
    if u32::from_le_bytes([*c0, *c1, *c2, *c3]) != checksum(*version, key, payload) {
        return Err(fault("a record's checksum is wrong"));
    }
    if *version == 1 { Ok(payload) } else { Err(fault("a record has an unknown version")) }
}
