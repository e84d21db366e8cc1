//! Passwords, secrets, and what is derived from them.
//!
//! The only home of argon2 and of the system's random numbers. It knows the domain and nothing else of ours: no store, no clock,
//! no files. What is secret is wiped when it is dropped and never shown by `Debug`.

use argon2::password_hash::phc::{Output, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::domain::password::LONGEST_PASSWORD;
use crate::domain::session::{SessionHash, THROTTLE_BUCKETS};
use crate::domain::token::TokenHash;

/// What new passwords are hashed with, OWASP's minimum for Argon2id: memory in KiB, passes, lanes.
const WORK: Work = Work { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
/// The most that a stored hash may ask for, so that a planted one cannot exhaust the machine.
const MOST_WORK: Work = Work { memory_kib: 256 * 1024, passes: 10, lanes: 4 };
/// Longer stored hashes are not looked at: ours have 97 characters.
const LONGEST_STORED: usize = 512;
/// Shorter hash values could be met by chance.
const SHORTEST_OUTPUT: usize = 16;
/// What stands before a session's secret, so that people and scanners for leaked secrets recognise it.
const SECRET_PREFIX: &str = "tq_";
/// What stands before a token, for the same.
const TOKEN_PREFIX: &str = "tqt_";

/// Why a password was not hashed, or no random numbers came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AuthError {
    /// The password has more bytes than any password may have.
    #[error("the password is too long")]
    PasswordTooLong,
    /// The work could not be done: not enough memory.
    #[error("the password could not be hashed")]
    Hashing,
    /// The system gave no random numbers.
    #[error("the system gave no random numbers")]
    NoRandomness,
}

/// How much work a hash is.
struct Work {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// The stored form of a password: a PHC string, Argon2id, `$argon2id$v=19$m=19456,t=2,p=1$…`.
///
/// Every salt belongs to one password only: derive it from a fresh seed. Takes about 20 ms.
///
/// # Errors
/// `PasswordTooLong` beyond 1,024 bytes, `Hashing` without memory. Whether it is a good password is `account::check_password`'s.
pub fn hash_password(password: &str, salt: [u8; 16]) -> Result<String, AuthError> {
    if password.len() > LONGEST_PASSWORD {
        return Err(AuthError::PasswordTooLong);
    }
    let params = Params::new(WORK.memory_kib, WORK.passes, WORK.lanes, None).map_err(|_| AuthError::Hashing)?;
    let hash: PasswordHash = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_with_salt(canonical(password).as_bytes(), &salt)
        .map_err(|_| AuthError::Hashing)?;
    Ok(hash.to_string())
}

/// Whether a password belongs to a stored hash; `None` is an account that has none, or that does not exist.
///
/// Without a stored hash, or with one that cannot be one, the same work is done for nothing, so that the time it takes does not
/// tell which accounts there are. A hash that asks for more than 256 MiB, 10 passes or 4 lanes never matches.
pub fn verify_password(password: &str, stored: Option<&str>) -> bool {
    let fits = password.len() <= LONGEST_PASSWORD;
    let password = canonical(if fits { password } else { "" });
    let stored = stored.and_then(StoredHash::parse);
    let counts = fits && stored.is_some();
    let matches = stored.or_else(StoredHash::of_nobody).is_some_and(|stored| stored.matches(&password));
    matches && counts
}

/// The same characters give the same bytes, whichever keyboard composed them (RFC 8265, OpaqueString: NFC).
fn canonical(password: &str) -> Zeroizing<String> {
    // Room for the worst case at once: growing would leave copies behind.
    let mut text = Zeroizing::new(String::with_capacity(password.len() * 3));
    text.extend(password.nfc());
    text
}

/// A stored hash within bounds.
struct StoredHash {
    params: Params,
    salt: Salt,
    output: Output,
}

impl StoredHash {
    fn parse(stored: &str) -> Option<Self> {
        if stored.len() > LONGEST_STORED {
            return None;
        }
        let hash = PasswordHash::new(stored).ok()?;
        let params = Params::try_from(&hash).ok()?;
        let known = hash.algorithm.as_str() == Algorithm::Argon2id.as_str() && hash.version == Some(Version::V0x13.into());
        let bounded = params.m_cost() <= MOST_WORK.memory_kib
            && params.t_cost() <= MOST_WORK.passes
            && params.p_cost() <= MOST_WORK.lanes
            && params.keyid().is_empty()
            && params.data().is_empty();
        let output = hash.hash.filter(|output| output.len() >= SHORTEST_OUTPUT)?;
        (known && bounded).then_some(Self { params, salt: hash.salt?, output })
    }

    /// What is worked on when there is no hash: the work of a new one.
    fn of_nobody() -> Option<Self> {
        let output = Output::new(&[0; 32]).ok()?;
        let params = Params::new(WORK.memory_kib, WORK.passes, WORK.lanes, Some(output.len())).ok()?;
        Some(Self { params, salt: Salt::new(b"nobody's account").ok()?, output })
    }

    fn matches(&self, password: &str) -> bool {
        let mut computed = vec![0; self.output.len()];
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params.clone());
        let done = argon2.hash_password_into(password.as_bytes(), &self.salt, &mut computed);
        done.is_ok() && same(&computed, self.output.as_bytes())
    }
}

/// A text that nobody may see: a password, a code, a token. Wiped when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Secret(String);

impl Secret {
    /// Takes the text over.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself; do not copy it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

/// The secret of a session: 256 bits. Whoever has it is logged in; the desk keeps only its hash.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct SessionSecret([u8; 32]);

impl SessionSecret {
    /// The secret of these random bytes.
    pub fn new(random: [u8; 32]) -> Self {
        Self(random)
    }

    /// Reads `tq_` and 52 characters of base 32 in small letters; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let characters = text.strip_prefix(SECRET_PREFIX)?;
        if characters.len() != 52 || characters.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return None;
        }
        let capitals = Zeroizing::new(characters.to_ascii_uppercase());
        let bytes = Zeroizing::new(BASE32_NOPAD.decode(capitals.as_bytes()).ok()?);
        Some(Self(<[u8; 32]>::try_from(bytes.as_slice()).ok()?))
    }

    /// The text that [`SessionSecret::parse`] reads.
    pub fn to_text(&self) -> Secret {
        written(SECRET_PREFIX, &self.0)
    }

    /// What the desk keeps of it.
    pub fn hash(&self) -> SessionHash {
        SessionHash(Sha256::digest(self.0).into())
    }
}

impl std::fmt::Debug for SessionSecret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SessionSecret(…)")
    }
}

/// A secret of 256 bits as people hand it on: a prefix and 52 characters of base 32 in small letters.
fn written(prefix: &str, secret: &[u8; 32]) -> Secret {
    let mut text = BASE32_NOPAD.encode(secret);
    text.make_ascii_lowercase();
    let text = Zeroizing::new(text);
    Secret::new(format!("{prefix}{}", text.as_str()))
}

/// A new token of these random bytes: `tqt_` and 52 characters.
pub fn new_token(random: [u8; 32]) -> Secret {
    written(TOKEN_PREFIX, &random)
}

/// What the desk keeps of a token. Any text has a hash, so that one that cannot be a token is like one that there is not.
pub fn token_hash(token: &Secret) -> TokenHash {
    TokenHash(Sha256::digest(token.expose().trim_ascii()).into())
}

/// 256 random bits from the system: the seed of everything random that one command needs.
///
/// # Errors
/// `NoRandomness`, which no healthy system gives.
pub fn random_seed() -> Result<[u8; 32], AuthError> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|_| AuthError::NoRandomness)?;
    Ok(seed)
}

/// Random bytes that follow from a seed: the same for the same label and counter, unrelated for any other.
///
/// So a transaction that runs again draws the same numbers.
pub fn derive(seed: &[u8; 32], label: &str, counter: u64) -> [u8; 32] {
    keyed_hash(seed, "derive", &[label.as_bytes(), &counter.to_be_bytes()])
}

/// The first `N` of the bytes of [`derive`], at most 32.
pub fn derive_bytes<const N: usize>(seed: &[u8; 32], label: &str, counter: u64) -> [u8; N] {
    first_bytes(derive(seed, label, counter))
}

/// The first `N` of 32 bytes.
pub fn first_bytes<const N: usize>(bytes: [u8; 32]) -> [u8; N] {
    const { assert!(N <= 32, "there are 32 bytes") };
    std::array::from_fn(|index| bytes[index])
}

/// A random number that follows from a seed.
pub fn derive_number(seed: &[u8; 32], label: &str, counter: u64) -> u64 {
    u64::from_be_bytes(derive_bytes(seed, label, counter))
}

/// HMAC-SHA256 under a secret, of a label and parts; no two lists of parts run into each other.
///
/// The label says what the hash is for, so that one made for something else never fits.
pub fn keyed_hash(secret: &[u8; 32], label: &str, parts: &[&[u8]]) -> [u8; 32] {
    // HMAC fills a key up to its block with zeros; done here, no key can have a wrong length.
    let mut key = hmac::digest::Key::<Hmac<Sha256>>::default();
    key[..32].copy_from_slice(secret);
    let mut hash = Hmac::<Sha256>::new(&key);
    key.zeroize();
    for part in std::iter::once(&label.as_bytes()).chain(parts) {
        hash.update(&(part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into_bytes().into()
}

/// What the desk keeps of a one-time code: keyed, and bound to the address that it was sent to.
///
/// `address_key` is `EmailAddress::key`, `code` the canonical form of `domain::code::normalize`.
pub fn code_hash(desk_secret: &[u8; 32], address_key: &str, code: &str) -> [u8; 32] {
    keyed_hash(desk_secret, "code", &[address_key.as_bytes(), code.as_bytes()])
}

/// The bucket in which failed attempts on an account from a source are counted: below [`THROTTLE_BUCKETS`].
///
/// `account_key` is what was typed, made canonical, whether or not there is such an account; `source` is the uid or the gate's
/// handle. Without the desk's secret nobody can find another account in the same bucket.
pub fn throttle_bucket(desk_secret: &[u8; 32], account_key: &str, source: &str) -> u32 {
    let [first, second, third, fourth, ..] = keyed_hash(desk_secret, "throttle", &[account_key.as_bytes(), source.as_bytes()]);
    u32::from_be_bytes([first, second, third, fourth]) % THROTTLE_BUCKETS
}

/// Whether two secrets are the same, in a time that tells nothing but their lengths.
pub fn same(left: &[u8], right: &[u8]) -> bool {
    left.ct_eq(right).into()
}

#[cfg(test)]
mod tests;
