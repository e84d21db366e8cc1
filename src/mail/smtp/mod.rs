//! Letters to a mail server by SMTP: one connection for many letters, one recipient a letter, and an end to every wait.
//!
//! **Deadlines.** A socket knows only a time limit for each read, and a server that sends a byte now and then never exceeds it.
//! So the conversation runs in a thread of its own (`conversation.rs`, on the connection of `wire.rs`), which says what it is
//! about to do; this file waits for that, and abandons a thread that takes too long: it then holds nothing but a socket, and
//! goes as soon as the server says anything or the relay, which lives minutes, ends. What an abandoned thread may still bring
//! about is that a letter leaves twice, and that is preferred to one that does not leave.
//!
//! A letter is given up, and tried again later, before its lease of 15 minutes ends. All that comes before the final dot has
//! [`SmtpLimits::total`] less [`SmtpLimits::answer`], so that nothing cuts the 10 minutes short that a server may take over a
//! letter that it has (RFC 5321, 4.5.3.2.6). **Whoever calls `send` must have the lease for at least `total`.**

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use super::{Envelope, MailError, Mailer};
use crate::domain::fault::{Fault, FaultKind};

mod conversation;
mod failure;
mod password;
mod request;
mod wire;

use conversation::{Conversation, Phase, Report};
use request::Request;

/// How a connection is kept from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpTls {
    /// TLS from the first byte; port 465.
    Tls,
    /// Begun in clear text, nothing said before TLS stands; port 587.
    StartTls,
    /// Clear text, to this machine only; port 25.
    None,
}

/// Where the password of the mail server comes from. It is read anew for each connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasswordSource {
    /// The first line of a file that nobody but its owner may read.
    File(PathBuf),
    /// The first line that a command prints, run by `/bin/sh -c`.
    Command(String),
}

/// The way to a mail server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmtpSettings {
    /// The name or the address of the server.
    pub host: String,
    /// Its port; none for the usual one.
    pub port: Option<u16>,
    /// How the connection is kept from others.
    pub tls: SmtpTls,
    /// Whom we log in as; none to send without.
    pub user: Option<String>,
    /// The password that goes with the user.
    pub password: Option<PasswordSource>,
    /// What we call ourselves in `EHLO`.
    pub hello_name: String,
}

/// How long we wait for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SmtpLimits {
    /// For the command that prints the password.
    pub password: Duration,
    /// For name, connection, TLS, greeting and `EHLO` together.
    pub connect: Duration,
    /// For the answer to each command, and for each 64 KiB of the message.
    pub command: Duration,
    /// For the answer to the final dot.
    pub answer: Duration,
    /// For one letter with everything; shorter than its lease.
    pub total: Duration,
    /// For the answer to `QUIT`, which nobody needs.
    pub quit: Duration,
}

impl Default for SmtpLimits {
    fn default() -> Self {
        Self {
            password: Duration::from_secs(30),
            connect: Duration::from_secs(30),
            command: Duration::from_secs(60),
            answer: Duration::from_secs(600),
            total: Duration::from_secs(870),
            quit: Duration::from_secs(5),
        }
    }
}

/// Sends through one mail server.
pub struct SmtpMailer {
    settings: SmtpSettings,
    limits: SmtpLimits,
    thread: Option<Thread>,
}

/// The two ends by which we hold a conversation.
struct Thread {
    requests: Sender<Request>,
    reports: Receiver<Report>,
}

impl SmtpMailer {
    /// A way to this server; nothing is connected before the first letter.
    pub fn new(settings: SmtpSettings, limits: SmtpLimits) -> Self {
        Self { settings, limits, thread: None }
    }

    /// Gives a letter to the conversation that goes on, or to a new one.
    fn hand_over(&mut self, mut request: Request) -> Result<Thread, MailError> {
        if let Some(thread) = self.thread.take() {
            match thread.requests.send(request) {
                Ok(()) => return Ok(thread),
                Err(returned) => request = returned.0,
            }
        }
        let (requests, requests_of_thread) = channel();
        let (reports_of_thread, reports) = channel();
        let conversation = Conversation::new(self.settings.clone(), self.limits, reports_of_thread);
        let failed = |error: std::io::Error| MailError::Temporary(Fault::new(FaultKind::System, error.to_string()));
        std::thread::Builder::new()
            .name("smtp".to_owned())
            .spawn(move || conversation.run(&requests_of_thread))
            .map_err(failed)?;
        let gone = || MailError::Temporary(Fault::new(FaultKind::System, "the conversation did not begin"));
        requests.send(request).map_err(|_| gone())?;
        Ok(Thread { requests, reports })
    }

    /// Waits for the end of a letter, phase by phase. `None`: the thread is to be abandoned.
    fn wait(&self, thread: &Thread) -> Result<Result<(), MailError>, Phase> {
        let start = Instant::now();
        let mut phase = Phase::Password;
        let mut until = start + self.limit(phase);
        loop {
            let last =
                if phase == Phase::Answer { self.limits.total } else { self.limits.total.saturating_sub(self.limits.answer) };
            let wait = until.min(start + last).saturating_duration_since(Instant::now());
            match thread.reports.recv_timeout(wait) {
                Ok(Report::Ended(result)) => return Ok(result),
                Ok(Report::Begins(next)) => {
                    phase = next;
                    until = Instant::now() + self.limit(phase);
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return Err(phase),
            }
        }
    }

    fn limit(&self, phase: Phase) -> Duration {
        match phase {
            // The command has its own limit, and is ended by it; this one is for a file that hangs.
            Phase::Password => self.limits.password + self.limits.connect,
            Phase::Connect => self.limits.connect,
            Phase::Command | Phase::Upload => self.limits.command,
            Phase::Answer => self.limits.answer,
        }
    }
}

impl Mailer for SmtpMailer {
    /// Takes at most [`SmtpLimits::total`].
    ///
    /// # Errors
    /// `Misconfigured` for settings, passwords and senders that the server will never take; `Unreachable` when there is no
    /// connection or it broke before the message; `Temporary` and `Permanent` for what the server says of this letter, and
    /// `Temporary` when nobody knows whether it took it.
    fn send(&mut self, envelope: &Envelope, message: &[u8]) -> Result<(), MailError> {
        let request = Request::new(envelope, message)?;
        let thread = self.hand_over(request)?;
        match self.wait(&thread) {
            Ok(result) => {
                self.thread = Some(thread);
                result
            }
            Err(phase) => Err(failure::abandoned(phase, self.limit(phase))),
        }
    }
}

impl Drop for SmtpMailer {
    /// Lets the conversation say goodbye, if that does not take long.
    fn drop(&mut self) {
        if let Some(Thread { requests, reports }) = self.thread.take() {
            drop(requests);
            // It reports nothing any more: the wait ends when the thread does.
            drop(reports.recv_timeout(self.limits.quit));
        }
    }
}
