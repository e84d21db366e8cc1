//! What trouble on the wire, or no word at all in time, means for a letter. Knows no connection.

use std::time::Duration;

use lettre::transport::smtp::response::{Response, Severity};

use super::super::clean::one_line;
use super::conversation::Phase;
use super::wire::Trouble;
use crate::domain::fault::{Fault, FaultKind};
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
pub(super) fn ends_connection(trouble: &Trouble) -> bool {
    // 421 is the server's way to say that it is closing.
    !matches!(trouble, Trouble::Refused(reply) if !reply.has_code(421))
}

/// What trouble at a stage means.
pub(super) fn meaning(stage: Stage, trouble: &Trouble) -> MailError {
    let fault = match trouble {
        Trouble::Refused(reply) => return refusal(stage, reply),
        Trouble::Lost(error) => Fault::new(FaultKind::Connection, one_line(&error.to_string(), 200)),
        Trouble::Nonsense(said) => Fault::new(FaultKind::Nonsense, said),
        Trouble::Injected => FaultKind::Injected.into(),
        Trouble::Encryption(why) => Fault::new(FaultKind::Encryption, one_line(why, 200)),
    };
    match stage {
        Stage::Message => MailError::Temporary(fault),
        _ => MailError::Unreachable(fault),
    }
}

/// What it means that the server said no at a stage.
fn refusal(stage: Stage, reply: &Response) -> MailError {
    let words: Vec<_> = std::iter::once(reply.code().to_string()).chain(reply.message().map(str::to_owned)).collect();
    let fault = Fault::from(one_line(&words.join(" "), 400).as_str());
    let is_permanent = reply.code().severity == Severity::PermanentNegativeCompletion;
    match stage {
        Stage::Connect | Stage::StartTls => MailError::Unreachable(fault),
        _ if wants_login(reply) => MailError::Misconfigured(fault),
        // Another sender or another password would do: the letter must not be lost for it.
        Stage::Login | Stage::Sender if is_permanent => MailError::Misconfigured(fault),
        // It concerns every letter alike.
        Stage::Login => MailError::Unreachable(fault),
        Stage::Recipient if is_permanent => match blame(reply) {
            Blame::Recipient => MailError::Permanent(fault),
            Blame::FullMailbox => MailError::Temporary(fault),
            Blame::Settings => MailError::Misconfigured(fault),
        },
        _ if is_permanent => MailError::Permanent(fault),
        _ => MailError::Temporary(fault),
    }
}

/// What a server means that refuses a recipient for good.
enum Blame {
    /// There is no such mailbox, or nothing gets there.
    Recipient,
    /// The mailbox is full, which passes (RFC 5321, 4.5.3.1.10).
    FullMailbox,
    /// We are not allowed to, are not known, or did not say what it wants to hear: the letter must not be lost for it.
    Settings,
}

fn blame(reply: &Response) -> Blame {
    match enhanced(reply) {
        Some((1, 1 | 2 | 3 | 6 | 10) | (2 | 4, _)) => Blame::Recipient,
        Some(_) => Blame::Settings,
        None if reply.has_code(552) => Blame::FullMailbox,
        None if [550, 551, 553].iter().any(|code| reply.has_code(*code)) => Blame::Recipient,
        None => Blame::Settings,
    }
}

/// Subject and detail of the enhanced status code (RFC 3463) that a permanent refusal begins with, if it has one.
fn enhanced(reply: &Response) -> Option<(u16, u16)> {
    let mut parts = reply.first_word()?.split('.');
    let (class, subject, detail, None) = (parts.next()?, parts.next()?, parts.next()?, parts.next()) else { return None };
    (class == "5").then_some((subject.parse().ok()?, detail.parse().ok()?))
}

/// What it means that a phase did not end in time, or that its thread is gone.
pub(super) fn abandoned(phase: Phase, limit: Duration) -> MailError {
    let within = |kind| Fault::new(kind, limit.as_secs_f64().to_string());
    match phase {
        Phase::Password => MailError::Misconfigured(within(FaultKind::PasswordTime)),
        Phase::Connect => MailError::Unreachable(within(FaultKind::ConnectionTime)),
        Phase::Command => MailError::Unreachable(within(FaultKind::AnswerTime)),
        Phase::Upload => MailError::Temporary(within(FaultKind::UploadTime)),
        Phase::Answer => MailError::Temporary(within(FaultKind::AnswerTime)),
    }
}

/// 530, 534, 535 and 538 say that the login is missing or wrong, at whatever stage (RFC 4954).
fn wants_login(reply: &Response) -> bool {
    [530, 534, 535, 538].iter().any(|code| reply.has_code(*code))
}
