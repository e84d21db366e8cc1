//! Settings that each make sense, and do not together.

use super::values::is_loopback;
use crate::domain::time::Span;

/// Two settings that do not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// Mail would leave the machine without encryption.
    BareMail,
    /// The password of the mail server is said in two ways.
    TwoPasswords,
    /// The warning would come when the answer is due already, or later.
    LateWarning,
    /// Tickets would go for ever while their clients may still reopen them, as the letter of the closing promised.
    GoneWhileReopenable,
}

impl Clash {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::BareMail, Self::TwoPasswords, Self::LateWarning, Self::GoneWhileReopenable];

    /// The two settings: the one that is complained of, and the one that it does not go with.
    pub fn keys(self) -> [&'static str; 2] {
        match self {
            Self::BareMail => ["mail.smtp.tls", "mail.smtp.host"],
            Self::TwoPasswords => ["mail.smtp.password_command", "mail.smtp.password_file"],
            Self::LateWarning => ["answer.warn", "answer.due"],
            Self::GoneWhileReopenable => ["retention.closed", "reopen.window"],
        }
    }

    /// Whether two values do not go together; empty is none.
    pub fn is_between(self, one: &str, other: &str) -> bool {
        match self {
            Self::BareMail => one == "none" && !other.is_empty() && !is_loopback(other),
            Self::TwoPasswords => !one.is_empty() && !other.is_empty(),
            Self::LateWarning => match (Span::parse(one), Span::parse(other)) {
                (Some(warn), Some(due)) => warn >= due,
                _ => false,
            },
            Self::GoneWhileReopenable => match (Span::parse(one), Span::parse(other)) {
                (Some(kept), Some(window)) => kept < window,
                _ => false,
            },
        }
    }
}
