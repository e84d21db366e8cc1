//! The conversation with a mail server, in a thread of its own: connects when there is a letter, says what it is about to do,
//! and goes on with the next letter on the same connection. Knows no deadline but lettre's for each read and write.

use std::net::{Ipv4Addr, SocketAddr, ToSocketAddrs};
use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Quit, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::{Response, Severity};

use super::failure::{Stage, ends_connection, meaning};
use super::{SmtpLimits, SmtpSettings, SmtpTls, password};
use crate::domain::account::EmailAddress;
use crate::mail::{Envelope, MailError};

/// How much of a message is written between two reports.
const CHUNK_BYTES: usize = 64 * 1024;
/// How many addresses of a server are tried.
const MOST_ADDRESSES: usize = 4;

/// What the conversation is about to do, each with a time limit of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// Reads the password.
    Password,
    /// Looks the name up, connects, is greeted.
    Connect,
    /// Says something and waits for the answer.
    Command,
    /// Writes a piece of the message.
    Upload,
    /// Writes the final dot and waits for the answer.
    Answer,
}

/// What the conversation tells whoever waits for it.
pub(super) enum Report {
    /// A phase begins.
    Begins(Phase),
    /// The letter has left, or not.
    Ended(Result<(), MailError>),
}

/// One letter to send.
pub(super) struct Request {
    from: Address,
    to: Address,
    /// Without its last line end, which lettre writes with the final dot.
    message: Vec<u8>,
}

impl Request {
    /// A letter as lettre takes it.
    ///
    /// # Errors
    /// `Permanent` for an address that lettre does not take, and for a message that is not 7-bit.
    pub(super) fn new(envelope: &Envelope, message: &[u8]) -> Result<Self, MailError> {
        let address = |address: &EmailAddress| {
            address.as_str().parse::<Address>().map_err(|error| MailError::Permanent(format!("{address}: {error}")))
        };
        if !message.is_ascii() {
            return Err(MailError::Permanent("the message is not 7-bit".to_owned()));
        }
        Ok(Self { from: address(&envelope.from)?, to: address(&envelope.to)?, message: with_crlf(message) })
    }
}

/// The message with CRLF at the end of every line but the last: a bare line feed before a dot would end it early for some
/// servers, and let it smuggle another one in.
fn with_crlf(message: &[u8]) -> Vec<u8> {
    let mut lines = Vec::with_capacity(message.len());
    let mut bytes = message.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\r' => {
                bytes.next_if_eq(&b'\n');
                lines.extend_from_slice(b"\r\n");
            }
            b'\n' => lines.extend_from_slice(b"\r\n"),
            _ => lines.push(byte),
        }
    }
    if lines.ends_with(b"\r\n") {
        lines.truncate(lines.len() - 2);
    }
    lines
}

/// The thread's side of it.
pub(super) struct Conversation {
    settings: SmtpSettings,
    limits: SmtpLimits,
    reports: Sender<Report>,
    connection: Option<SmtpConnection>,
    /// Whether the server remembers a letter that it did not take.
    needs_reset: bool,
}

impl Conversation {
    pub(super) fn new(settings: SmtpSettings, limits: SmtpLimits, reports: Sender<Report>) -> Self {
        Self { settings, limits, reports, connection: None, needs_reset: false }
    }

    /// Sends what is asked for until nobody asks any more, or nobody waits any more.
    pub(super) fn run(mut self, requests: &Receiver<Request>) {
        while let Ok(request) = requests.recv() {
            let result = self.send(&request);
            if self.reports.send(Report::Ended(result)).is_err() {
                return;
            }
        }
        if let Some(mut connection) = self.connection.take()
            && connection.set_timeout(Some(self.limits.quit)).is_ok()
        {
            // It is a courtesy; the letters have left.
            drop(connection.command(Quit));
        }
    }

    fn begin(&self, phase: Phase) {
        // Nobody waits for an abandoned conversation; the letter goes its way all the same.
        drop(self.reports.send(Report::Begins(phase)));
    }

    fn send(&mut self, request: &Request) -> Result<(), MailError> {
        let sender = Mail::new(Some(request.from.clone()), Vec::new());
        if self.connection.is_some() && self.begin_again(&sender).is_err() {
            // It broke while nobody was looking, as servers do after a few minutes.
            self.connection = None;
        }
        if self.connection.is_none() {
            self.connection = Some(self.connect()?);
            self.command(Stage::Sender, &sender)?;
        }
        self.command(Stage::Recipient, Rcpt::new(request.to.clone(), Vec::new()))?;
        let answer = self.command(Stage::Data, Data)?;
        if !answer.has_code(354) {
            self.connection = None;
            return Err(MailError::Unreachable("the server answers DATA as nothing that it could mean".to_owned()));
        }
        self.message(&request.message)
    }

    /// Begins a letter on the connection of the last one. An error says that another connection is needed.
    fn begin_again(&mut self, sender: &Mail) -> Result<(), MailError> {
        if self.needs_reset {
            self.command(Stage::Sender, "RSET\r\n")?;
            self.needs_reset = false;
        }
        self.command(Stage::Sender, sender).map(drop)
    }

    fn connect(&mut self) -> Result<SmtpConnection, MailError> {
        self.needs_reset = false;
        let credentials = self.credentials()?;
        let parameters = match self.settings.tls {
            SmtpTls::None => None,
            SmtpTls::Tls | SmtpTls::StartTls => {
                let parameters = TlsParameters::builder(self.settings.host.clone()).build();
                Some(parameters.map_err(|error| MailError::Misconfigured(format!("no TLS: {error}")))?)
            }
        };
        let hello = client_id(&self.settings.hello_name);
        let wrapped = parameters.as_ref().filter(|_| self.settings.tls == SmtpTls::Tls);
        let mut connection = self.greet(&hello, wrapped)?;
        set_timeout(&mut connection, self.limits.command)?;
        if let (SmtpTls::StartTls, Some(parameters)) = (self.settings.tls, &parameters) {
            self.begin(Phase::Command);
            connection.starttls(parameters, &hello).map_err(|error| meaning(Stage::StartTls, &error))?;
        }
        if let Some(credentials) = credentials {
            self.begin(Phase::Command);
            connection.auth(DEFAULT_MECHANISMS, &credentials).map_err(|error| meaning(Stage::Login, &error))?;
        }
        Ok(connection)
    }

    /// Connects to the first of the server's addresses that answers: behind a name stand often two, one of which leads nowhere.
    fn greet(&self, hello: &ClientId, tls: Option<&TlsParameters>) -> Result<SmtpConnection, MailError> {
        let mut failed = MailError::Unreachable("the server has no address".to_owned());
        self.begin(Phase::Connect);
        for address in addresses(&self.settings)?.into_iter().take(MOST_ADDRESSES) {
            self.begin(Phase::Connect);
            match SmtpConnection::connect(address, Some(self.limits.connect), hello, tls, None) {
                Ok(connection) => return Ok(connection),
                Err(error) => failed = meaning(Stage::Connect, &error),
            }
        }
        Err(failed)
    }

    fn credentials(&self) -> Result<Option<Credentials>, MailError> {
        let Some(user) = &self.settings.user else { return Ok(None) };
        let missing = || MailError::Misconfigured("there is a user for the mail server, but no password".to_owned());
        let source = self.settings.password.as_ref().ok_or_else(missing)?;
        self.begin(Phase::Password);
        let password = password::read(source, self.limits.password)?;
        Ok(Some(Credentials::new(user.clone(), password.as_str().to_owned())))
    }

    fn command(&mut self, stage: Stage, command: impl std::fmt::Display) -> Result<Response, MailError> {
        self.begin(Phase::Command);
        let limit = self.limits.command;
        let answer = self.on_connection(stage, |connection| connection.command(command), limit)?;
        if stage != Stage::Data && answer.code().severity != Severity::PositiveCompletion {
            self.connection = None;
            return Err(MailError::Unreachable("the server answers with a code that nothing asked for".to_owned()));
        }
        Ok(answer)
    }

    fn message(&mut self, message: &[u8]) -> Result<(), MailError> {
        let chunks = Chunks { rest: message, reports: self.reports.clone() };
        let limit = self.limits.answer;
        let answer = self.on_connection(Stage::Message, |connection| connection.message_iter(chunks), limit)?;
        if answer.code().severity == Severity::PositiveCompletion {
            return Ok(());
        }
        self.connection = None;
        Err(MailError::Temporary("the server wants more than the whole message".to_owned()))
    }

    /// Does something on the connection. After a failure the connection is dropped, or marked to be reset.
    fn on_connection(
        &mut self,
        stage: Stage,
        act: impl FnOnce(&mut SmtpConnection) -> Result<Response, Error>,
        limit: Duration,
    ) -> Result<Response, MailError> {
        let lost = || MailError::Unreachable("there is no connection".to_owned());
        let connection = self.connection.as_mut().ok_or_else(lost)?;
        set_timeout(connection, limit)?;
        act(connection).map_err(|error| {
            if ends_connection(&error) {
                // Dropped, not aborted: lettre would say goodbye first, and wait for the answer.
                self.connection = None;
            } else {
                self.needs_reset = true;
            }
            meaning(stage, &error)
        })
    }
}

/// A message in pieces, which says when each begins and when the last one is written.
struct Chunks<'a> {
    rest: &'a [u8],
    reports: Sender<Report>,
}

impl<'a> Iterator for Chunks<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let phase = if self.rest.is_empty() { Phase::Answer } else { Phase::Upload };
        drop(self.reports.send(Report::Begins(phase)));
        let (chunk, rest) = self.rest.split_at(self.rest.len().min(CHUNK_BYTES));
        self.rest = rest;
        // Even an abandoned conversation goes on to the end: half a message with a dot behind it would be delivered.
        (phase == Phase::Upload).then_some(chunk)
    }
}

fn set_timeout(connection: &mut SmtpConnection, limit: Duration) -> Result<(), MailError> {
    connection.set_timeout(Some(limit)).map_err(|error| MailError::Unreachable(error.to_string()))
}

/// The server's addresses; for clear text, none but this machine's own, and exactly those are connected to.
fn addresses(settings: &SmtpSettings) -> Result<Vec<SocketAddr>, MailError> {
    let port = settings.port.unwrap_or(match settings.tls {
        SmtpTls::Tls => 465,
        SmtpTls::StartTls => 587,
        SmtpTls::None => 25,
    });
    let host = settings.host.trim_start_matches('[').trim_end_matches(']');
    let found = (host, port).to_socket_addrs();
    let addresses: Vec<_> = found.map_err(|error| MailError::Unreachable(format!("{host}: {error}")))?.collect();
    if settings.tls == SmtpTls::None && !addresses.iter().all(|address| address.ip().to_canonical().is_loopback()) {
        let why = format!("{host} is another machine, and mail.smtp.tls is none: taquilla config set mail.smtp.tls starttls");
        return Err(MailError::Misconfigured(why));
    }
    Ok(addresses)
}

/// What we call ourselves; a name that would break the command is not said.
fn client_id(hello_name: &str) -> ClientId {
    let is_name = (1..=253).contains(&hello_name.len())
        && hello_name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.');
    if is_name { ClientId::Domain(hello_name.to_owned()) } else { ClientId::Ipv4(Ipv4Addr::LOCALHOST) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_ends_as_smtp_has_it() {
        assert_eq!(with_crlf(b"a\nb\rc\r\n.\n"), b"a\r\nb\r\nc\r\n.");
        assert_eq!(with_crlf(b""), b"");
    }

    #[test]
    fn a_name_that_is_none_is_not_said() {
        assert_eq!(client_id("mail.example.org"), ClientId::Domain("mail.example.org".to_owned()));
        assert_eq!(client_id("a\r\nMAIL FROM:<>"), ClientId::Ipv4(Ipv4Addr::LOCALHOST));
    }

    #[test]
    fn a_message_is_told_in_pieces_and_its_end_once() {
        let (reports, told) = std::sync::mpsc::channel();
        let message = vec![b'x'; CHUNK_BYTES + 1];
        let sizes: Vec<_> = Chunks { rest: &message, reports }.map(<[u8]>::len).collect();
        assert_eq!(sizes, [CHUNK_BYTES, 1]);
        let phases: Vec<_> = told.iter().map(|report| matches!(report, Report::Begins(Phase::Answer))).collect();
        assert_eq!(phases, [false, false, true]);
    }
}
