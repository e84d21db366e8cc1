//! The conversation with a mail server, in a thread of its own: connects when there is a letter, says what it is about to do,
//! and goes on with the next letter on the same connection. Knows no deadline but that of the wire for each read and write.

use std::net::{Ipv4Addr, SocketAddr, ToSocketAddrs};
use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;

use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::commands::{Auth, Data, Ehlo, Mail, Quit, Rcpt, Starttls};
use lettre::transport::smtp::extension::{ClientId, Extension, ServerInfo};
use lettre::transport::smtp::response::{Response, Severity};

use super::super::clean::one_line;
use super::failure::{Stage, ends_connection, meaning};
use super::request::Request;
use super::wire::{Encryption, Trouble, Wire};
use super::{SmtpLimits, SmtpSettings, SmtpTls, password};
use crate::domain::fault::{Fault, FaultKind};
use crate::mail::MailError;

/// How much of a message is written between two reports.
const CHUNK_BYTES: usize = 64 * 1024;
/// How many addresses of a server are tried.
const MOST_ADDRESSES: usize = 4;
/// How often a server may ask something back while one logs in.
const MOST_CHALLENGES: usize = 4;

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

/// The thread's side of it.
pub(super) struct Conversation {
    settings: SmtpSettings,
    limits: SmtpLimits,
    reports: Sender<Report>,
    wire: Option<Wire>,
    /// Whether the server remembers a letter that it did not take.
    needs_reset: bool,
}

impl Conversation {
    pub(super) fn new(settings: SmtpSettings, limits: SmtpLimits, reports: Sender<Report>) -> Self {
        Self { settings, limits, reports, wire: None, needs_reset: false }
    }

    /// Sends what is asked for until nobody asks any more, or nobody waits any more.
    pub(super) fn run(mut self, requests: &Receiver<Request>) {
        while let Ok(request) = requests.recv() {
            let result = self.send(&request);
            if self.reports.send(Report::Ended(result)).is_err() {
                return;
            }
        }
        if let Some(mut wire) = self.wire.take()
            && wire.set_limit(self.limits.quit).is_ok()
        {
            // It is a courtesy; the letters have left.
            drop(wire.command(Quit));
        }
    }

    fn begin(&self, phase: Phase) {
        // Nobody waits for an abandoned conversation; the letter goes its way all the same.
        drop(self.reports.send(Report::Begins(phase)));
    }

    fn send(&mut self, request: &Request) -> Result<(), MailError> {
        let sender = Mail::new(Some(request.from.clone()), Vec::new());
        if self.wire.is_some() && self.begin_again(&sender).is_err() {
            // It broke while nobody was looking, as servers do after a few minutes.
            self.wire = None;
        }
        if self.wire.is_none() {
            self.wire = Some(self.connect()?);
            self.command(Stage::Sender, &sender)?;
        }
        self.command(Stage::Recipient, Rcpt::new(request.to.clone(), Vec::new()))?;
        let answer = self.command(Stage::Data, Data)?;
        if !answer.has_code(354) {
            self.wire = None;
            return Err(meaning(Stage::Data, &strange(&answer)));
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

    fn connect(&mut self) -> Result<Wire, MailError> {
        self.needs_reset = false;
        let credentials = self.credentials()?;
        let encryption = match self.settings.tls {
            SmtpTls::None => None,
            SmtpTls::Tls | SmtpTls::StartTls => {
                let none = |why| MailError::Misconfigured(Fault::new(FaultKind::Encryption, why));
                Some(Encryption::towards(host_of(&self.settings)).map_err(none)?)
            }
        };
        let hello = Ehlo::new(client_id(&self.settings.hello_name));
        let from_the_start = encryption.as_ref().filter(|_| self.settings.tls == SmtpTls::Tls);
        let (mut wire, mut server) = self.greet(&hello, from_the_start)?;
        wire.set_limit(self.limits.command).map_err(|trouble| meaning(Stage::Connect, &trouble))?;
        if let (SmtpTls::StartTls, Some(encryption)) = (self.settings.tls, &encryption) {
            if !server.supports_feature(Extension::StartTls) {
                return Err(MailError::Misconfigured(FaultKind::NoStartTls.into()));
            }
            self.begin(Phase::Command);
            let encrypted = wire.command(Starttls).and_then(|_| wire.encrypt(encryption));
            wire = encrypted.map_err(|trouble| meaning(Stage::StartTls, &trouble))?;
            self.begin(Phase::Command);
            // What the server offered before the encryption may have been said by somebody else.
            server = say_hello(&mut wire, &hello).map_err(|trouble| meaning(Stage::StartTls, &trouble))?;
        }
        if let Some(credentials) = credentials {
            self.log_in(&mut wire, &server, &credentials)?;
        }
        Ok(wire)
    }

    /// Connects to the first of the server's addresses that answers: behind a name stand often two, one of which leads nowhere.
    fn greet(&self, hello: &Ehlo, encryption: Option<&Encryption>) -> Result<(Wire, ServerInfo), MailError> {
        let mut failed = MailError::Unreachable(Fault::new(FaultKind::HostUnknown, &self.settings.host));
        self.begin(Phase::Connect);
        for address in addresses(&self.settings)?.into_iter().take(MOST_ADDRESSES) {
            self.begin(Phase::Connect);
            match greeted_by(address, self.limits.connect, hello, encryption) {
                Ok(greeted) => return Ok(greeted),
                Err(trouble) => failed = meaning(Stage::Connect, &trouble),
            }
        }
        Err(failed)
    }

    fn log_in(&self, wire: &mut Wire, server: &ServerInfo, credentials: &Credentials) -> Result<(), MailError> {
        let no_way = || MailError::Misconfigured(FaultKind::NoLoginWay.into());
        let mechanism = server.get_auth_mechanism(DEFAULT_MECHANISMS).ok_or_else(no_way)?;
        let mut command = Auth::new(mechanism, credentials.clone(), None).map_err(|_| no_way())?;
        for _ in 0..MOST_CHALLENGES {
            self.begin(Phase::Command);
            let answer = wire.command(command).map_err(|trouble| meaning(Stage::Login, &trouble))?;
            if !answer.has_code(334) {
                return Ok(());
            }
            let next = Auth::new_from_response(mechanism, credentials.clone(), &answer);
            command = next.map_err(|_| meaning(Stage::Login, &strange(&answer)))?;
        }
        Err(no_way())
    }

    fn credentials(&self) -> Result<Option<Credentials>, MailError> {
        let Some(user) = &self.settings.user else { return Ok(None) };
        let missing = || MailError::Misconfigured(FaultKind::NoPassword.into());
        let source = self.settings.password.as_ref().ok_or_else(missing)?;
        self.begin(Phase::Password);
        let password = password::read(source, self.limits.password)?;
        Ok(Some(Credentials::new(user.clone(), password.as_str().to_owned())))
    }

    fn command(&mut self, stage: Stage, command: impl std::fmt::Display) -> Result<Response, MailError> {
        self.begin(Phase::Command);
        let limit = self.limits.command;
        let answer = self.on_wire(stage, |wire| wire.command(command), limit)?;
        if stage != Stage::Data && answer.code().severity != Severity::PositiveCompletion {
            self.wire = None;
            return Err(meaning(stage, &strange(&answer)));
        }
        Ok(answer)
    }

    fn message(&mut self, message: &[u8]) -> Result<(), MailError> {
        let reports = self.reports.clone();
        // Even an abandoned conversation goes on to the end: half a message with a dot behind it would be delivered.
        let begins = |phase| drop(reports.send(Report::Begins(phase)));
        let limit = self.limits.answer;
        let act = |wire: &mut Wire| {
            for piece in message.chunks(CHUNK_BYTES) {
                begins(Phase::Upload);
                wire.write(piece)?;
            }
            begins(Phase::Answer);
            wire.command(".\r\n")
        };
        let answer = self.on_wire(Stage::Message, act, limit)?;
        if answer.code().severity == Severity::PositiveCompletion {
            return Ok(());
        }
        self.wire = None;
        Err(meaning(Stage::Message, &strange(&answer)))
    }

    /// Does something on the connection. After a failure the connection is dropped, or marked to be reset.
    fn on_wire(
        &mut self,
        stage: Stage,
        act: impl FnOnce(&mut Wire) -> Result<Response, Trouble>,
        limit: Duration,
    ) -> Result<Response, MailError> {
        let lost = || MailError::Unreachable(Fault::new(FaultKind::Connection, ""));
        let wire = self.wire.as_mut().ok_or_else(lost)?;
        wire.set_limit(limit).and_then(|()| act(wire)).map_err(|trouble| {
            if ends_connection(&trouble) {
                self.wire = None;
            } else {
                self.needs_reset = true;
            }
            meaning(stage, &trouble)
        })
    }
}

/// Connects to an address, is greeted, and says who we are.
fn greeted_by(
    address: SocketAddr,
    limit: Duration,
    hello: &Ehlo,
    encryption: Option<&Encryption>,
) -> Result<(Wire, ServerInfo), Trouble> {
    let mut wire = Wire::connect(address, limit)?;
    if let Some(encryption) = encryption {
        wire = wire.encrypt(encryption)?;
    }
    wire.reply()?;
    let server = say_hello(&mut wire, hello)?;
    Ok((wire, server))
}

/// Says who we are; the server says what it offers.
fn say_hello(wire: &mut Wire, hello: &Ehlo) -> Result<ServerInfo, Trouble> {
    let answer = wire.command(hello)?;
    ServerInfo::from_response(&answer).map_err(|_| strange(&answer))
}

/// An answer that nothing asked for.
fn strange(answer: &Response) -> Trouble {
    let words: Vec<_> = std::iter::once(answer.code().to_string()).chain(answer.message().map(str::to_owned)).collect();
    Trouble::Nonsense(one_line(&words.join(" "), 100))
}

/// The server's addresses; for clear text, none but this machine's own, and exactly those are connected to.
fn addresses(settings: &SmtpSettings) -> Result<Vec<SocketAddr>, MailError> {
    let port = settings.port.unwrap_or(match settings.tls {
        SmtpTls::Tls => 465,
        SmtpTls::StartTls => 587,
        SmtpTls::None => 25,
    });
    let host = host_of(settings);
    let unknown = |_| MailError::Unreachable(Fault::new(FaultKind::HostUnknown, host));
    let addresses: Vec<_> = (host, port).to_socket_addrs().map_err(unknown)?.collect();
    if settings.tls == SmtpTls::None && !addresses.iter().all(|address| address.ip().to_canonical().is_loopback()) {
        return Err(MailError::Misconfigured(Fault::new(FaultKind::ClearText, host)));
    }
    Ok(addresses)
}

/// The server's name or address, without the brackets that an address may stand in.
fn host_of(settings: &SmtpSettings) -> &str {
    settings.host.trim_start_matches('[').trim_end_matches(']')
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
    fn a_name_that_is_none_is_not_said() {
        assert_eq!(client_id("mail.example.org"), ClientId::Domain("mail.example.org".to_owned()));
        assert_eq!(client_id("a\r\nMAIL FROM:<>"), ClientId::Ipv4(Ipv4Addr::LOCALHOST));
    }
}
