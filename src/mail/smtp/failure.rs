//! What a failure of lettre's, or none at all in time, means for a letter. Knows no connection.

use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::response::{Code, Severity};

use super::super::clean::one_line;
use super::conversation::Phase;
use crate::mail::MailError;

/// How far a conversation had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Connection, TLS, greeting, `EHLO`.
    Connect,
    /// `STARTTLS` and the second `EHLO`.
    StartTls,
    /// `AUTH`.
    Login,
    /// `MAIL FROM`.
    Sender,
    /// `RCPT TO`.
    Recipient,
    /// `DATA`.
    Data,
    /// The message and its final dot.
    Message,
}

/// Whether the server has spoken its last word on this connection, so that the next letter needs another.
pub(super) fn ends_connection(error: &Error) -> bool {
    // 421 is the server's way to say that it is closing.
    error.status().is_none_or(|code| u16::from(code) == 421)
}

/// What a failure at a stage means.
pub(super) fn meaning(stage: Stage, error: &Error) -> MailError {
    let words = one_line(&error.to_string(), 400);
    let Some(code) = error.status() else { return silence(stage, error, words) };
    match stage {
        Stage::Connect | Stage::StartTls => MailError::Unreachable(words),
        _ if wants_login(code) => MailError::Misconfigured(words),
        // Another sender or another password would do: the letter must not be lost for it.
        Stage::Login | Stage::Sender if is_permanent(code) => MailError::Misconfigured(words),
        // It concerns every letter alike.
        Stage::Login => MailError::Unreachable(words),
        _ if is_permanent(code) => MailError::Permanent(words),
        _ => MailError::Temporary(words),
    }
}

/// The server said nothing that can be understood, or lettre did not like what it said.
fn silence(stage: Stage, error: &Error, words: String) -> MailError {
    match stage {
        // STARTTLS is not offered; no way to log in is offered that we know.
        Stage::StartTls | Stage::Login if error.is_client() => MailError::Misconfigured(words),
        Stage::Message => MailError::Temporary(words),
        _ => MailError::Unreachable(words),
    }
}

/// What it means that a phase did not end in time, or that its thread is gone.
pub(super) fn abandoned(phase: Phase, limit: Duration) -> MailError {
    let seconds = limit.as_secs_f64();
    match phase {
        Phase::Password => MailError::Misconfigured(format!("no password within {seconds} s")),
        Phase::Connect => MailError::Unreachable(format!("no connection within {seconds} s")),
        Phase::Command => MailError::Unreachable(format!("no answer within {seconds} s")),
        Phase::Upload => MailError::Temporary(format!("the message was not taken within {seconds} s")),
        Phase::Answer => MailError::Temporary(format!("no answer to the message within {seconds} s")),
    }
}

/// 530, 534, 535 and 538 say that the login is missing or wrong, at whatever stage (RFC 4954).
fn wants_login(code: Code) -> bool {
    matches!(u16::from(code), 530 | 534 | 535 | 538)
}

fn is_permanent(code: Code) -> bool {
    code.severity == Severity::PermanentNegativeCompletion
}
