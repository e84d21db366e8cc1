//! Seeing to letters: the relay as a detached child of this program, and as the hidden verb that the child runs.

use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use clap::ArgMatches;

use super::env::{self, Engine};
use super::front::Front;
use super::global::MailMode;
use super::{options, rules};
use crate::app::letter_facts::LetterFacts;
use crate::app::relay::{Relay, Relayed};
use crate::app::{App, Credentials};
use crate::domain::letter::CommandId;
use crate::i18n::Words;
use crate::mail::{self, Composition, Envelope, Frozen, MailError, Mailer};
use crate::ui::error::Failure;

/// How long a command waits for its letters to leave.
const PATIENCE: Duration = Duration::from_secs(5);

/// The exit code of a relay that left nothing behind.
const ALL_LEFT: i32 = 0;
/// The exit code of a relay whose letters wait.
const SOME_WAIT: i32 = 1;
/// The exit code of a relay that gave letters up, as a mail server's word told it to.
const SOME_GIVEN_UP: i32 = 2;

/// Starts the relay of a command that queued letters, and waits for it if the desk or the person says so.
///
/// A relay that cannot be started changes nothing: the letters wait for the next one.
///
/// # Errors
/// Those of the store, when it is asked whether to wait.
pub fn send(front: &Front<'_>, app: &App<'_, Engine>) -> Result<(), Failure> {
    let mode = match front.global.mail {
        Some(mode) => mode,
        None => match app.mail_settings(&["mail.delivery"])?.first().and_then(Option::as_deref) {
            Some("detach") => MailMode::Detach,
            _ => MailMode::Wait,
        },
    };
    if mode == MailMode::Queue {
        return Ok(());
    }
    let Ok(mut relay) = start(front, app) else {
        front.say("done-letters-wait", &[]);
        return Ok(());
    };
    if mode == MailMode::Wait {
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || sender.send(relay.wait()));
        match receiver.recv_timeout(PATIENCE).ok().and_then(Result::ok).and_then(|status| status.code()) {
            Some(ALL_LEFT) => {}
            Some(SOME_GIVEN_UP) => front.say("done-letters-given-up", &[]),
            _ => front.say("done-letters-wait", &[]),
        }
    }
    Ok(())
}

/// Starts a relay for letters of others that became due, which nobody waits for here.
pub fn send_for_others(front: &Front<'_>, app: &App<'_, Engine>) {
    if front.global.mail != Some(MailMode::Queue) {
        // Whoever comes by next tries again.
        drop(start(front, app));
    }
}

/// Starts the relay of a verb that must not tell whether there was a letter: in any case, and never waiting for a mail server.
///
/// Letters that only go into the desk's own Maildir are waited for as usual.
///
/// # Errors
/// Those of the store.
pub fn send_unseen(front: &Front<'_>, app: &App<'_, Engine>) -> Result<(), Failure> {
    let has_server = app.mail_settings(&["mail.smtp.host"])?.iter().any(Option::is_some);
    match (front.global.mail, has_server) {
        (Some(MailMode::Queue), _) => {}
        (_, false) => send(front, app)?,
        (_, true) => drop(start(front, app)),
    }
    Ok(())
}

fn start(front: &Front<'_>, app: &App<'_, Engine>) -> std::io::Result<Child> {
    let lease = data_encoding::HEXLOWER.encode(&app.command().0);
    let desk = std::path::absolute(&front.global.desk)?;
    let mut relay = Command::new(env::program()?);
    // What it sent it must be able to write down, or it is sent again: it is more patient with a busy desk than people are.
    relay.arg("relay").args(["--wait", "120"]).arg("--desk").arg(desk).arg("--lease").arg(lease);
    relay.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).current_dir("/").spawn()
}

/// The hidden verb `relay`: sends the letters of one lease and those that are due; the exit code tells the command that
/// started it what became of them.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> u8 {
    // A session of its own, so that a terminal that closes does not take the relay with it.
    let _ = rustix::process::setsid();
    let lease = options::text(matches, "lease").and_then(|lease| data_encoding::HEXLOWER.decode(lease.as_bytes()).ok());
    let lease = lease.and_then(|bytes| <[u8; 16]>::try_from(bytes).ok()).map(CommandId);
    let code = match relay(front, lease, false) {
        Ok(Relayed { given_up: 1.., .. }) => SOME_GIVEN_UP,
        Ok(Relayed { waiting: 0, .. }) => ALL_LEFT,
        _ => SOME_WAIT,
    };
    u8::try_from(code).unwrap_or(u8::MAX)
}

/// Sends the letters of a lease and those that are due; with `force` also those that wait for another attempt.
///
/// # Errors
/// Those of the store.
pub fn relay(front: &Front<'_>, lease: Option<CommandId>, force: bool) -> Result<Relayed, Failure> {
    let store = front.store()?;
    let app = front.app_as(&store, Credentials::Owner)?;
    let mut mailer = LazyMailer { front, values: app.mail_settings(&env::MAIL_SETTINGS)?, opened: None };
    let compose = |facts: &LetterFacts| compose(facts);
    let clock = || front.clock.now();
    let lease = lease.unwrap_or_else(|| app.command());
    let mut relay = Relay { compose: &compose, mailer: &mut mailer, clock: &clock, force };
    Ok(app.relay(&lease, &mut relay)?)
}

/// Composes a letter in its own language.
///
/// # Errors
/// Those of composing.
pub fn compose(facts: &LetterFacts) -> Result<Frozen, MailError> {
    let words = Words::new(facts.letter.language);
    mail::compose(&composition(facts, &words))
}

/// What a letter is composed from, with the words of its language.
pub fn composition<'f>(facts: &'f LetterFacts, words: &'f Words) -> Composition<'f> {
    let recipient = facts.recipient.as_ref();
    Composition {
        letter: &facts.letter,
        desk: &facts.desk,
        recipient_name: recipient.map(|account| account.name.as_str().to_owned()),
        recipient_handle: recipient.map(|account| account.handle.as_str().to_owned()),
        recipient_is_staff: recipient.is_none_or(|account| account.role.is_staff()),
        recipient_sees_all: recipient.is_none_or(|account| account.role.sees_every_ticket()),
        tickets: facts.tickets.clone(),
        registrant: facts.registrant.clone(),
        rules_text: facts.rules.clone().unwrap_or_else(|| rules::default_text(words)),
        now: facts.now,
        words,
    }
}

/// A way out that is opened with the first letter.
struct LazyMailer<'f> {
    front: &'f Front<'f>,
    values: Vec<Option<String>>,
    opened: Option<Box<dyn Mailer>>,
}

impl Mailer for LazyMailer<'_> {
    fn send(&mut self, envelope: &Envelope, message: &[u8]) -> Result<(), MailError> {
        let mailer = match &mut self.opened {
            Some(mailer) => mailer,
            None => self.opened.insert(env::open_mailer(&self.front.global.desk, &self.values)?),
        };
        mailer.send(envelope, message)
    }
}
