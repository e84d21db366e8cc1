//! Sets of seqs as bitmaps, one for each block of 8,192 seqs, and their bytes.
//!
//! It knows nothing of what the tickets of a set have in common.

use roaring::RoaringBitmap;

use super::codec::{seal, unseal};
use crate::store::{Result, StoreError};

/// How many seqs a block covers, as a power of two.
pub const BLOCK_BITS: u32 = 13;
/// The bytes of a block as plain bits.
const PLAIN: usize = 1 << (BLOCK_BITS - 3);
/// The version of stored blocks: length, form, bits.
const VERSION: u8 = 1;
/// A block in the shortest of these forms: plain bits, as roaring writes it, or each place as two bytes.
const FORM_PLAIN: u8 = 0;
const FORM_ROARING: u8 = 1;
const FORM_PLACES: u8 = 2;

/// The block of a seq, and its place in it.
pub fn split(seq: u32) -> (u32, u32) {
    (seq >> BLOCK_BITS, seq & ((1 << BLOCK_BITS) - 1))
}

/// The seq at a place of a block.
pub fn join(block: u32, place: u32) -> u32 {
    (block << BLOCK_BITS) | place
}

/// The stored bytes of a block for its key.
///
/// # Errors
/// `Corrupt` for what is no block.
pub fn seal_block(key: &[u8], mut bits: RoaringBitmap) -> Result<Vec<u8>> {
    bits.optimize();
    let length = u16::try_from(bits.len()).map_err(|_| StoreError::Corrupt("a block has too many bits".into()))?;
    let (places, roaring) = (usize::from(length) * 2, bits.serialized_size());
    let mut payload = length.to_le_bytes().to_vec();
    if places <= roaring.min(PLAIN) {
        payload.push(FORM_PLACES);
        payload.extend(bits.iter().flat_map(|place| (place as u16).to_le_bytes()));
    } else if roaring <= PLAIN {
        payload.push(FORM_ROARING);
        bits.serialize_into(&mut payload).map_err(StoreError::Unavailable)?;
    } else {
        payload.push(FORM_PLAIN);
        payload.extend(plain(&bits));
    }
    Ok(seal(VERSION, key, &payload))
}

/// The bits of a stored block.
///
/// # Errors
/// `Corrupt`.
pub fn unseal_block(key: &[u8], bytes: &[u8]) -> Result<RoaringBitmap> {
    let damaged = || StoreError::Corrupt("a block of bits cannot be read".into());
    let (length, form, payload) = payload_of(key, bytes)?;
    let bits = match form {
        FORM_PLAIN if payload.len() == PLAIN => RoaringBitmap::from_lsb0_bytes(0, payload),
        FORM_ROARING => RoaringBitmap::deserialize_from(payload).map_err(|_| damaged())?,
        FORM_PLACES => {
            let (places, rest) = payload.as_chunks::<2>();
            let sorted = RoaringBitmap::from_sorted_iter(places.iter().map(|place| u16::from_le_bytes(*place).into()));
            sorted.ok().filter(|_| rest.is_empty()).ok_or_else(damaged)?
        }
        _ => return Err(damaged()),
    };
    let fits = bits.len() == u64::from(length) && bits.max().is_none_or(|last| last < 1 << BLOCK_BITS);
    if fits { Ok(bits) } else { Err(damaged()) }
}

/// How many bits a stored block has.
///
/// # Errors
/// `Corrupt`.
pub fn length_of(key: &[u8], bytes: &[u8]) -> Result<u32> {
    payload_of(key, bytes).map(|(length, _, _)| length)
}

/// The count of bits, the form and the bits of a stored block.
fn payload_of<'a>(key: &[u8], bytes: &'a [u8]) -> Result<(u32, u8, &'a [u8])> {
    match unseal(VERSION, key, bytes)? {
        [low, high, form, payload @ ..] => Ok((u32::from(u16::from_le_bytes([*low, *high])), *form, payload)),
        _ => Err(StoreError::Corrupt("a block of bits is cut short".into())),
    }
}

fn plain(bits: &RoaringBitmap) -> Vec<u8> {
    let mut bytes = vec![0; PLAIN];
    for bit in bits {
        bytes[bit as usize / 8] |= 1 << (bit % 8);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bytes are those of every desk: they never change.
    #[test]
    fn each_form_keeps_its_bytes() {
        let every = |step: usize| (0..8_192).step_by(step).collect::<RoaringBitmap>();
        let blocks = [
            (RoaringBitmap::from_iter([3, 8_191]), FORM_PLACES, "01e13b19a60200020300ff1f"),
            ((5..900).collect(), FORM_ROARING, "019b493e687f03013b3000000100007e03010005007e03"),
            (every(3), FORM_PLAIN, ""),
        ];
        for (bits, form, hex) in blocks {
            let bytes = seal_block(b"key", bits.clone()).unwrap();
            assert_eq!(unseal_block(b"key", &bytes).unwrap(), bits);
            assert_eq!((u64::from(length_of(b"key", &bytes).unwrap()), bytes[7]), (bits.len(), form));
            let found: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            assert!(hex.is_empty() || found == hex, "{found}");
        }
    }

    #[test]
    fn a_block_that_is_none_is_damage() {
        for payload in
            [&[2, 0, FORM_PLACES, 1, 0][..], &[1, 0, FORM_PLACES, 0, 0x20], &[2, 0, FORM_PLACES, 2, 0, 1, 0], &[1, 0, 9]]
        {
            assert!(unseal_block(b"key", &seal(VERSION, b"key", payload)).is_err(), "{payload:?}");
        }
    }
}
