//! Seeing to letters: the relay as a detached child of this program, and as the hidden verb that the child runs.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use clap::{ArgMatches, Command as Line};

use super::env::{self, Engine};
use super::front::Front;
use super::global::MailMode;
use super::{options, rules};
use crate::app::letter_facts::LetterFacts;
use crate::app::outbox::PlannedLetter;
use crate::app::relay::{Hurry, Relay, Relayed};
use crate::app::{App, Credentials};
use crate::domain::account::Account;
use crate::domain::letter::{CommandId, LetterId, LetterState};
use crate::i18n::Words;
use crate::mail::{self, Composition, Envelope, Frozen, MailError, Mailer};
use crate::ui::error::Failure;
use crate::ui::letters::{self, Told};

/// How long a command waits for its letters to leave.
const PATIENCE: Duration = Duration::from_secs(5);
/// A verb that must not tell whether there was a letter ends a whole number of these after it began to wait: longer than a letter
/// takes into the desk's Maildir, too short for people to mind.
const STEP: Duration = Duration::from_millis(150);

/// Starts the relay of a command that queued letters, and waits for them if the desk or the person says so.
///
/// A relay that cannot be started changes nothing: the letters wait for the next one.
///
/// # Errors
/// Those of the store, when it is asked whether to wait, and what became of the letters.
pub fn send(front: &Front<'_>, app: &App<'_, Engine>, letters: &[LetterId]) -> Result<(), Failure> {
    if !start_and_wait(front, app, false)? {
        return Ok(());
    }
    let letters = app.letters(letters)?;
    if letters.iter().any(|letter| letter.state == LetterState::Dead) {
        // Who may not look into the outbox is not sent there.
        let id = if app.may_read_mail()? { "done-letters-given-up" } else { "done-letters-given-up-reader" };
        front.say(id, &[]);
    } else if letters.iter().any(|letter| letter.state.is_waiting()) {
        front.say("done-letters-wait", &[]);
    }
    Ok(())
}

/// Starts the relay for letters that somebody asked for by themselves, and waits for them; what became of them is for the verb to
/// tell.
///
/// # Errors
/// Those of the store.
pub fn send_urgently(front: &Front<'_>, app: &App<'_, Engine>) -> Result<(), Failure> {
    start_and_wait(front, app, true).map(drop)
}

/// Starts a relay for letters of others that became due, which nobody waits for here.
pub fn send_for_others(front: &Front<'_>, app: &App<'_, Engine>) {
    drop(begin_for_others(front, app));
}

/// The same for whoever lives on, and must not leave ended children behind; none where it was not to be started, or could not be.
pub fn begin_for_others(front: &Front<'_>, app: &App<'_, Engine>) -> Option<Child> {
    // Where it fails, whoever comes by next tries again.
    let wanted = front.global.mail != Some(MailMode::Queue);
    wanted.then(|| start(front, app, false, Stdio::null()).ok()).flatten()
}

/// Starts the relay of a verb that must not tell whether there was a letter, neither by a word nor by the time it takes: in any
/// case, and never waiting for a mail server.
///
/// Letters that only go into the desk's own Maildir are waited for, and so are those that there are not.
///
/// # Errors
/// Those of the store.
pub fn send_unseen(front: &Front<'_>, app: &App<'_, Engine>) -> Result<(), Failure> {
    let began = Instant::now();
    if has_server(app)? {
        if front.global.mail != Some(MailMode::Queue) {
            drop(start(front, app, false, Stdio::null()));
        }
    } else if start_and_wait(front, app, false)? {
        let steps = began.elapsed().as_nanos() / STEP.as_nanos() + 1;
        let whole = STEP.saturating_mul(u32::try_from(steps).unwrap_or(u32::MAX));
        std::thread::sleep(whole.saturating_sub(began.elapsed()));
    }
    Ok(())
}

/// Says of a rehearsal whom it would have written to; machines read that in what it prints.
pub fn say_planned(front: &Front<'_>, mail: &[PlannedLetter]) {
    if front.global.format.is_json() {
        return;
    }
    match letters::told(mail, &front.words) {
        Told::Nobody => {}
        Told::These(people) => front.say("done-dry-run-mail", &[("people", people.into())]),
        Told::Many(count) => front.say("done-dry-run-many", &[("count", count.into())]),
    }
}

fn has_server(app: &App<'_, Engine>) -> Result<bool, Failure> {
    Ok(app.mail_settings(&["mail.smtp.host"])?.iter().any(Option::is_some))
}

fn mode(front: &Front<'_>, app: &App<'_, Engine>) -> Result<MailMode, Failure> {
    Ok(match front.global.mail {
        Some(mode) => mode,
        None => match app.mail_settings(&["mail.delivery"])?.first().and_then(Option::as_deref) {
            Some("detach") => MailMode::Detach,
            _ => MailMode::Wait,
        },
    })
}

/// Starts the relay of this command, and waits until it has seen to the command's letters, for a while. `false`: nobody was to wait.
fn start_and_wait(front: &Front<'_>, app: &App<'_, Engine>, urgently: bool) -> Result<bool, Failure> {
    let mode = mode(front, app)?;
    if mode == MailMode::Queue {
        return Ok(false);
    }
    if mode == MailMode::Detach {
        drop(start(front, app, urgently, Stdio::null()));
        return Ok(false);
    }
    let has_server = has_server(app)?;
    if let Ok(mut relay) = start(front, app, urgently, Stdio::piped()) {
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || {
            // It says one byte when the command's letters are seen to, and goes on with those of others, for which a server may take
            // its time; the desk's own Maildir takes none.
            let said = relay.stdout.take().filter(|_| has_server).map(|mut stdout| stdout.read(&mut [0]));
            if !matches!(said, Some(Ok(1))) {
                let _ended = relay.wait();
            }
            // Nobody waits any more, if it took too long.
            drop(sender.send(said));
            relay.wait()
        });
        drop(receiver.recv_timeout(PATIENCE));
    }
    Ok(true)
}

fn start(front: &Front<'_>, app: &App<'_, Engine>, urgently: bool, stdout: Stdio) -> std::io::Result<Child> {
    let lease = data_encoding::HEXLOWER.encode(&app.command().0);
    let desk = std::path::absolute(&front.global.desk)?;
    let mut relay = Command::new(env::program()?);
    // It acts for whoever owns the files, and outlives the command: the token is none of its business.
    relay.env_remove("TAQUILLA_TOKEN");
    // What it sent it must be able to write down, or it is sent again: it is more patient with a busy desk than people are.
    relay.arg("relay").args(["--wait", "120"]).arg("--desk").arg(desk).arg("--lease").arg(lease);
    if urgently {
        relay.arg("--now");
    }
    relay.stdin(Stdio::null()).stdout(stdout).stderr(Stdio::null()).current_dir("/").spawn()
}

/// The command line of the hidden verb `relay`, which the child runs; not for people.
pub fn command() -> Line {
    Line::new("relay").hide(true).arg(options::value("lease")).arg(options::flag("now"))
}

/// The hidden verb `relay`: sends the letters of one lease and those that are due; a byte on standard output tells the command that
/// started it that its own are seen to.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> u8 {
    // A session of its own, so that a terminal that closes does not take the relay with it.
    let _ = rustix::process::setsid();
    let lease = options::text(matches, "lease").and_then(|lease| data_encoding::HEXLOWER.decode(lease.as_bytes()).ok());
    let lease = lease.and_then(|bytes| <[u8; 16]>::try_from(bytes).ok()).map(CommandId);
    let hurry = if options::is_set(matches, "now") { Hurry::Own } else { Hurry::None };
    let mut own_settled = || {
        // Whoever started it may have gone.
        drop(front.print(b"."));
    };
    u8::from(relay(front, lease, hurry, &mut own_settled).is_err())
}

/// Sends the letters of a lease and those that are due; `hurry` says which others, and `own_settled` is called when those of the
/// lease are seen to.
///
/// # Errors
/// Those of the store.
pub fn relay(
    front: &Front<'_>,
    lease: Option<CommandId>,
    hurry: Hurry,
    own_settled: &mut dyn FnMut(),
) -> Result<Relayed, Failure> {
    let store = front.store()?;
    let app = front.app_as(&store, Credentials::Owner)?;
    let mut mailer = LazyMailer { front, values: app.mail_settings(&env::MAIL_SETTINGS)?, opened: None };
    let compose = |facts: &LetterFacts| compose(facts);
    let clock = || front.clock.now();
    let lease = lease.unwrap_or_else(|| app.command());
    let mut relay = Relay { compose: &compose, mailer: &mut mailer, clock: &clock, hurry, own_settled };
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
        recipient_is_suspended: recipient.is_some_and(Account::is_suspended),
        recipient_sees_all: recipient.is_none_or(|account| account.role.sees_every_ticket()),
        stands_in: facts.stands_in.clone(),
        tickets: facts.tickets.clone(),
        bounced: facts.bounced.clone(),
        registrant: facts.registrant.clone(),
        rules_text: facts.rules.clone().unwrap_or_else(|| rules::default_text(words, &facts.clauses)),
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
