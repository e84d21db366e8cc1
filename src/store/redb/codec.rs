//! Records as bytes: `version · CRC-32C · payload`.
//!
//! The only file that says bincode. The sum covers version, key and payload, and is checked before anything is decoded, for a
//! wrong length inside a payload could take all memory. It knows nothing of what the records mean.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::store::{Result, StoreError};

/// The most bytes that a decoded payload may claim.
const LONGEST_PAYLOAD: usize = 256 * 1024 * 1024;
/// What is summed in one go.
const SHORT: usize = 64;
/// Version and sum.
const FRAME: usize = 1 + 4;

const CONFIGURATION: bincode::config::Configuration<
    bincode::config::LittleEndian,
    bincode::config::Varint,
    bincode::config::Limit<LONGEST_PAYLOAD>,
> = bincode::config::standard().with_limit::<LONGEST_PAYLOAD>();

/// Something that is kept as a record. Its shape never changes: a new shape is a new type with the next version.
pub trait Stored: Serialize + DeserializeOwned {
    /// What its records begin with.
    const VERSION: u8;

    /// A record of an earlier version as one of this; `None` for a version that never was.
    ///
    /// # Errors
    /// `Corrupt` for one that cannot be read.
    fn from_earlier(version: u8, payload: &[u8]) -> Result<Option<Self>> {
        let _ = (version, payload);
        Ok(None)
    }
}

/// A stored record for its key.
///
/// # Errors
/// `Unavailable` for one that is too long to be kept.
pub fn pack<S: Stored>(key: &[u8], record: &S) -> Result<Vec<u8>> {
    let payload = bincode::serde::encode_to_vec(record, CONFIGURATION)
        .map_err(|error| StoreError::Unavailable(std::io::Error::new(std::io::ErrorKind::InvalidInput, error)))?;
    Ok(seal(S::VERSION, key, &payload))
}

/// The record that was stored under a key.
///
/// # Errors
/// `Corrupt` when it is not the one that was stored there, or of a version that this program does not know.
pub fn unpack<S: Stored>(key: &[u8], bytes: &[u8]) -> Result<S> {
    let (version, payload) = check(key, bytes)?;
    if version == S::VERSION {
        return decode(payload);
    }
    S::from_earlier(version, payload)?.ok_or_else(|| strange_version(version, S::VERSION))
}

/// A record's payload, whose sum is known to be right.
///
/// # Errors
/// `Corrupt` when it is not of that shape.
pub fn decode<S: Stored>(payload: &[u8]) -> Result<S> {
    let (record, used) = bincode::serde::decode_from_slice(payload, CONFIGURATION)
        .map_err(|error| StoreError::Corrupt(format!("a record cannot be read: {error}")))?;
    // bincode itself takes what it needs and says nothing of the rest.
    if used == payload.len() { Ok(record) } else { Err(StoreError::Corrupt("a record has bytes behind it".into())) }
}

/// Raw bytes for their key.
pub fn seal(version: u8, key: &[u8], payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(FRAME + payload.len());
    bytes.push(version);
    bytes.extend(sum(version, key, payload).to_le_bytes());
    bytes.extend(payload);
    bytes
}

/// The raw bytes that were stored under a key.
///
/// # Errors
/// `Corrupt` when they are not those that were stored there.
pub fn unseal<'a>(version: u8, key: &[u8], bytes: &'a [u8]) -> Result<&'a [u8]> {
    let (found, payload) = check(key, bytes)?;
    if found == version { Ok(payload) } else { Err(strange_version(found, version)) }
}

fn strange_version(found: u8, known: u8) -> StoreError {
    StoreError::Corrupt(format!("a record has version {found}, not {known}"))
}

/// Whether a record is as it was stored, whatever it holds: its version and its payload.
///
/// # Errors
/// `Corrupt` when it is not.
pub fn check<'a>(key: &[u8], bytes: &'a [u8]) -> Result<(u8, &'a [u8])> {
    let short = || StoreError::Corrupt("a record is cut short".into());
    let (&version, rest) = bytes.split_first().ok_or_else(short)?;
    let (stored, payload) = rest.split_first_chunk::<4>().ok_or_else(short)?;
    if u32::from_le_bytes(*stored) == sum(version, key, payload) {
        Ok((version, payload))
    } else {
        Err(StoreError::Corrupt("the sum of a record is wrong".into()))
    }
}

fn sum(version: u8, key: &[u8], payload: &[u8]) -> u32 {
    // Most of the time of a short sum goes into its calls.
    let mut short = [0; SHORT];
    let (middle, end) = (1 + key.len(), 1 + key.len() + payload.len());
    if end <= SHORT {
        short[0] = version;
        short[1..middle].copy_from_slice(key);
        short[middle..end].copy_from_slice(payload);
        return crc32c::crc32c(&short[..end]);
    }
    crc32c::crc32c_append(crc32c::crc32c_append(crc32c::crc32c(&[version]), key), payload)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    struct Sample(u64, String);
    impl Stored for Sample {
        const VERSION: u8 = 7;
    }

    #[test]
    fn a_record_reads_back_under_its_own_key_only() {
        let bytes = pack(b"key", &Sample(300, "ñ".into())).unwrap();
        assert_eq!(unpack::<Sample>(b"key", &bytes).unwrap(), Sample(300, "ñ".into()));
        assert!(matches!(unpack::<Sample>(b"kez", &bytes), Err(StoreError::Corrupt(_))));
    }

    #[test]
    fn every_flipped_bit_and_every_cut_is_seen() {
        let bytes = pack(b"key", &Sample(300, "words".into())).unwrap();
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(unpack::<Sample>(b"key", &flipped).is_err(), "bit {bit}");
        }
        for length in 0..bytes.len() {
            assert!(unpack::<Sample>(b"key", &bytes[..length]).is_err(), "length {length}");
        }
    }

    #[test]
    fn short_and_long_records_are_summed_alike() {
        for length in 0..200 {
            let payload = vec![7; length];
            let parts = crc32c::crc32c_append(crc32c::crc32c_append(crc32c::crc32c(&[3]), b"key"), &payload);
            assert_eq!(sum(3, b"key", &payload), parts, "{length}");
        }
    }

    #[test]
    fn trailing_bytes_and_impossible_lengths_are_refused() {
        let packed = pack(b"k", &Sample(1, "a".into())).unwrap();
        let payload = [unseal(7, b"k", &packed).unwrap(), &[0]].concat();
        assert!(unpack::<Sample>(b"k", &seal(7, b"k", &payload)).is_err());
        // A text of 2^64-1 bytes.
        let huge = [1, 253, 255, 255, 255, 255, 255, 255, 255, 255];
        assert!(unpack::<Sample>(b"k", &seal(7, b"k", &huge)).is_err());
        assert!(unpack::<Sample>(b"k", &seal(8, b"k", &[1, 0])).is_err(), "another version");
    }
}
