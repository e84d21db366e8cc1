//! What somebody acts through: a session or a token. It knows nothing of what they may do.

use crate::domain::account::AccountId;
use crate::domain::audit::Via;
use crate::domain::session::Session;
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::store::{StoreError, Write};

/// What somebody acts through.
#[derive(Clone, Debug)]
pub enum Through {
    /// A session: they are there in person.
    Session(Session),
    /// A token, which lets them do less.
    Token(Token),
}

impl Through {
    /// Whether it lets anybody in at `now`.
    pub fn is_live(&self, now: Timestamp) -> bool {
        match self {
            Self::Session(session) => session.is_live(now),
            Self::Token(token) => token.is_live(now),
        }
    }

    /// Whose it is.
    pub fn owner(&self) -> AccountId {
        match self {
            Self::Session(session) => session.account,
            Self::Token(token) => token.account,
        }
    }

    /// What the audit calls it.
    pub fn via(&self) -> Via {
        match self {
            Self::Session(_) => Via::Session,
            Self::Token(_) => Via::Token,
        }
    }

    /// The token, where it is one.
    pub fn token(&self) -> Option<&Token> {
        match self {
            Self::Session(_) => None,
            Self::Token(token) => Some(token),
        }
    }

    /// Whether its last use should be written down again.
    pub fn wants_touch(&self, now: Timestamp) -> bool {
        match self {
            Self::Session(session) => session.wants_touch(now),
            Self::Token(token) => token.wants_touch(now),
        }
    }

    /// Writes down that it is used.
    ///
    /// # Errors
    /// Those of the store.
    pub fn touch(&self, tx: &mut dyn Write, now: Timestamp) -> Result<(), StoreError> {
        match self {
            Self::Session(session) => tx.put_session(&Session { used_at: now, ..session.clone() }),
            Self::Token(token) => tx.put_token(&Token { used_at: Some(now), ..token.clone() }),
        }
    }

    /// Until when it lets its owner in, if nothing is done through it.
    pub fn expires_at(&self) -> Timestamp {
        match self {
            Self::Session(session) => session.expires_at(),
            Self::Token(token) => token.expires_at,
        }
    }
}
