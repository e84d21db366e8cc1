//! Retention: what would be taken away for ever if a setting of it were made shorter, so that a slip costs nobody years of tickets.

use super::{App, Error, purge};
use crate::domain::policy::Action;
use crate::domain::settings;
use crate::domain::time::{Span, Timestamp};
use crate::store::{Read, Store, StoreError};

/// So many things are counted; of more it is only said that they are more.
pub const MOST_COUNTED: usize = 1_000;

/// What a setting of retention takes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Tickets that are closed.
    Tickets,
    /// What links of the audit tell.
    Links,
    /// Accounts of clients that nobody has confirmed.
    Accounts,
}

impl Kept {
    const ALL: [Self; 3] = [Self::Tickets, Self::Links, Self::Accounts];

    fn key(self) -> &'static str {
        match self {
            Self::Tickets => "retention.closed",
            Self::Links => "retention.audit",
            Self::Accounts => "retention.pending",
        }
    }

    /// How much of it is older, counted as far as one more than [`MOST_COUNTED`].
    fn count(self, read: &dyn Read, before: Timestamp) -> Result<usize, StoreError> {
        match self {
            Self::Tickets => purge::count_closed(read, before, MOST_COUNTED + 1),
            Self::Links => Ok(read.audit_told_before(before, MOST_COUNTED + 1)?.len()),
            Self::Accounts => Ok(read.unconfirmed(before, MOST_COUNTED + 1)?.len()),
        }
    }
}

/// What a change of a setting would take away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What.
    pub of: Kept,
    /// How much of it.
    pub count: usize,
}

impl<S: Store> App<'_, S> {
    /// What settings would take away that are kept for a shorter time by them, or for the first time not for ever.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn losses(&self, wanted: &[(String, Option<String>)]) -> Result<Vec<Loss>, Error> {
        let of = |key: &str| Kept::ALL.into_iter().find(|kept| kept.key() == key);
        self.store.read(|read| {
            self.actor(read)?.demand(Action::Configure)?;
            let mut losses = Vec::new();
            for (key, value) in wanted {
                let Some(of) = of(key) else { continue };
                let value = value.as_ref().and_then(|value| settings::check(key, value).ok());
                let Some(span) = value.and_then(|value| Span::parse(&value)) else { continue };
                let before = read.setting(key)?.and_then(|before| Span::parse(&before));
                if before.is_none_or(|before| span < before) {
                    losses.push(Loss { of, count: of.count(read, self.now.minus(span))? });
                }
            }
            losses.retain(|loss| loss.count > 0);
            Ok(losses)
        })
    }
}
