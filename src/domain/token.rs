//! Access tokens: what a script shows in place of a session, and how much of its owner's rights it has.

use super::account::AccountId;
use super::session::TOUCH_INTERVAL;
use super::text;
use super::time::{Span, Timestamp};

/// How long a token lives where nobody says otherwise.
pub const USUAL_LIFE: Span = Span::days(90);
/// The longest that a token may live: whoever needs it longer makes another, and the old one is not found years later.
pub const LONGEST_LIFE: Span = Span::days(366);
/// For how long it is known that there was a token which ended.
pub const KEPT_AFTER_END: Span = Span::days(30);
/// The most tokens that one person may have at once.
pub const MOST_TOKENS: usize = 100;
/// The most characters of a token's name.
const LONGEST_NAME: usize = 60;

/// What people call a token by besides its name: counted from 1, never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TokenId(pub u32);

impl TokenId {
    /// Reads an id as it is shown; `None` when it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| fits).map(Self)
    }
}

impl std::fmt::Display for TokenId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

/// The SHA-256 of a token: what the desk keeps of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TokenHash(pub [u8; 32]);

/// How much of its owner's rights a token has, each with those before it; which action needs which stands in `policy.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// To look at what they may look at.
    Read,
    /// To hand tickets out.
    Assign,
    /// To write in tickets, to open and to close them.
    Write,
    /// All that they may do.
    Admin,
}

impl Scope {
    /// Every scope, the least first.
    pub const ALL: [Self; 4] = [Self::Read, Self::Assign, Self::Write, Self::Admin];

    /// The name that machines read.
    pub fn id(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Assign => "assign",
            Self::Write => "write",
            Self::Admin => "admin",
        }
    }

    /// The scope of a name that machines read.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.id() == id)
    }
}

/// A token as the desk keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What people call it by.
    pub id: TokenId,
    /// The hash of it.
    pub hash: TokenHash,
    /// Whose it is.
    pub account: AccountId,
    /// What its owner calls it.
    pub name: String,
    /// How much of its owner's rights it has.
    pub scope: Scope,
    /// Since when.
    pub created_at: Timestamp,
    /// The last use that was written down.
    pub used_at: Option<Timestamp>,
    /// Until when.
    pub expires_at: Timestamp,
    /// When it was ended before its time.
    pub revoked_at: Option<Timestamp>,
}

impl Token {
    /// When it ends, or ended.
    pub fn ends_at(&self) -> Timestamp {
        self.revoked_at.map_or(self.expires_at, |revoked_at| revoked_at.min(self.expires_at))
    }

    /// Whether it can be used at `now`.
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }

    /// Where it stands at `now`, in the words of machines.
    pub fn state(&self, now: Timestamp) -> &'static str {
        match self.revoked_at {
            Some(_) => "revoked",
            None if now < self.expires_at => "live",
            None => "expired",
        }
    }

    /// Whether its last use should be written down again.
    pub fn wants_touch(&self, now: Timestamp) -> bool {
        self.used_at.is_none_or(|used_at| now >= used_at.plus(TOUCH_INTERVAL))
    }
}

/// Reads a name for a token: one line of at most 60 characters. `None` when it cannot be one.
pub fn parse_name(given: &str) -> Option<String> {
    text::line(given, LONGEST_NAME)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_millis(0).plus(Span::minutes(minutes))
    }

    #[test]
    fn a_token_ends_at_its_time_or_before_it() {
        let token = Token {
            id: TokenId(1),
            hash: TokenHash([0; 32]),
            account: AccountId(1),
            name: "Lista".into(),
            scope: Scope::Read,
            created_at: at(0),
            used_at: None,
            expires_at: at(60),
            revoked_at: None,
        };
        assert_eq!([0, 59, 60].map(|minute| token.state(at(minute))), ["live", "live", "expired"]);
        assert!(token.is_live(at(59)) && !token.is_live(at(60)));
        let revoked = Token { revoked_at: Some(at(10)), ..token.clone() };
        assert_eq!((revoked.ends_at(), revoked.state(at(0)), revoked.is_live(at(0))), (at(10), "revoked", false));
        assert!(token.wants_touch(at(0)), "a use that was never written down");
        let used = Token { used_at: Some(at(5)), ..token };
        assert!(!used.wants_touch(at(34)) && used.wants_touch(at(35)));
    }

    #[test]
    fn an_id_is_digits() {
        assert_eq!(TokenId::parse("12"), Some(TokenId(12)));
        for wrong in ["", "+1", "-1", "1a", "99999999999", "١"] {
            assert_eq!(TokenId::parse(wrong), None, "{wrong}");
        }
    }
}
