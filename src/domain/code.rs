//! One-time codes: eight characters of Crockford's base 32 in two groups, `K7QF-2M9X`.

use super::account::{AccountId, EmailAddress, PersonName};
use super::language::Language;
use super::ticket::TicketSeq;
use super::time::{Span, Timestamp};

/// The place of a code in the store: dense, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CodeId(pub u64);

/// How often a code may be tried.
pub const MOST_TRIES: u8 = 5;
/// How many codes one address is sent in an hour.
pub const MOST_AN_HOUR: usize = 3;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What a code lets its holder do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodePurpose {
    /// Turns this attempt at registering into an account, and no other.
    Register {
        /// The name given.
        name: PersonName,
        /// The language given.
        language: Language,
        /// The password given, in PHC form.
        password_hash: String,
        /// The version of the rules that were accepted.
        rules_version: String,
    },
    /// Sets the first password of an account that staff made.
    Invite {
        /// Whose.
        account: AccountId,
    },
    /// Sets a new password.
    Reset {
        /// Whose.
        account: AccountId,
    },
    /// Shows one ticket without logging in.
    Status {
        /// Which.
        ticket: TicketSeq,
    },
    /// Makes this address the account's own.
    NewAddress {
        /// Whose.
        account: AccountId,
    },
}

/// The kinds of purpose, for looking codes up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CodeKind {
    /// See [`CodePurpose::Register`].
    Register,
    /// See [`CodePurpose::Invite`].
    Invite,
    /// See [`CodePurpose::Reset`].
    Reset,
    /// See [`CodePurpose::Status`].
    Status,
    /// See [`CodePurpose::NewAddress`].
    NewAddress,
}

impl CodePurpose {
    /// The kind of this purpose.
    pub fn kind(&self) -> CodeKind {
        match self {
            Self::Register { .. } => CodeKind::Register,
            Self::Invite { .. } => CodeKind::Invite,
            Self::Reset { .. } => CodeKind::Reset,
            Self::Status { .. } => CodeKind::Status,
            Self::NewAddress { .. } => CodeKind::NewAddress,
        }
    }

    /// The account that it is about, if there is one already.
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::Invite { account } | Self::Reset { account } | Self::NewAddress { account } => Some(*account),
            Self::Register { .. } | Self::Status { .. } => None,
        }
    }
}

impl CodeKind {
    /// The kinds of codes that are about an account; see [`CodePurpose::account`].
    pub const OF_ACCOUNTS: [Self; 3] = [Self::Invite, Self::Reset, Self::NewAddress];

    /// How long such a code lives; what staff or a registration begins lives longer than what anybody may ask for.
    pub fn lifetime(self, begun_by_staff: bool) -> Span {
        match self {
            Self::Invite => Span::days(7),
            Self::Register => Span::hours(24),
            Self::Reset | Self::Status | Self::NewAddress if begun_by_staff => Span::hours(24),
            Self::Reset | Self::Status | Self::NewAddress => Span::minutes(60),
        }
    }
}

/// A code as the desk keeps it: only its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The place in the store.
    pub id: CodeId,
    /// The address it was sent to.
    pub address: EmailAddress,
    /// What it lets its holder do.
    pub purpose: CodePurpose,
    /// The keyed hash of its characters.
    pub hash: [u8; 32],
    /// How often it may still be tried.
    pub tries_left: u8,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

impl Code {
    /// Whether it can still be used at `now`.
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.tries_left > 0 && now < self.expires_at
    }
}

/// The characters of a code, as they are shown: 40 random bits.
pub fn from_random(random: [u8; 8]) -> String {
    let mut text = String::with_capacity(9);
    for (index, byte) in random.into_iter().enumerate() {
        if index == 4 {
            text.push('-');
        }
        text.push(char::from(ALPHABET[usize::from(byte % 32)]));
    }
    text
}

/// The canonical form of what a person typed: capitals, no separators, `O` read as `0`, `I` and `L` as `1`.
///
/// `None` when it cannot be a code.
pub fn normalize(typed: &str) -> Option<String> {
    if typed.len() > 64 {
        return None;
    }
    let mut text = String::with_capacity(9);
    for character in typed.chars().filter(|character| !character.is_whitespace() && *character != '-') {
        let character = match character.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        if !character.is_ascii() || !ALPHABET.contains(&(character as u8)) {
            return None;
        }
        if text.len() == 4 {
            text.push('-');
        }
        text.push(character);
    }
    (text.len() == 9).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_shown_reads_back(random: [u8; 8]) {
            let shown = from_random(random);
            prop_assert_eq!(normalize(&shown.to_lowercase().replace('-', " ")), Some(shown.clone()));
            prop_assert_eq!(normalize(&shown.replace('0', "o").replace('1', "l")), Some(shown));
        }
    }

    #[test]
    fn other_things_are_not_codes() {
        for wrong in ["", "K7QF", "K7QF-2M9X-1", "K7QF-2M9U", "ÑÑÑÑ-ÑÑÑÑ"] {
            assert_eq!(normalize(wrong), None, "{wrong}");
        }
    }
}
