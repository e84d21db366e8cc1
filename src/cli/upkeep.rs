//! `verify` and `doctor`: for whoever owns the desk's files.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::options;
use crate::app::Credentials;
use crate::app::upkeep::Finding;
use crate::store::Upkeep;
use crate::ui::error::Failure;
use crate::ui::letters::fault_words;
use crate::ui::safe;

/// The command line of `verify`.
pub fn verify_command() -> Command {
    Command::new("verify").arg(options::flag("reindex"))
}

/// Reads all that is kept, after the index of texts was made anew if that is asked.
///
/// # Errors
/// `store-damaged` with what is wrong.
pub fn verify(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let store = front.store()?;
    if options::is_set(matches, "reindex") {
        store.reindex()?;
    }
    let faults = store.verify()?;
    if faults.is_empty() {
        front.say(if options::is_set(matches, "reindex") { "done-reindex" } else { "done-verify" }, &[]);
        return Ok(());
    }
    // Machines get one object, which names the first of them.
    if !front.global.format.is_json() {
        for fault in faults.iter().take(50) {
            front.tell(&safe::line(fault));
        }
    }
    Err(Failure::Damaged(faults.into_iter().take(3).collect()))
}

/// The command line of `doctor`.
pub fn doctor_command() -> Command {
    Command::new("doctor")
}

/// Says what somebody should see to.
///
/// # Errors
/// Those of the store.
pub fn doctor(front: &Front<'_>, _matches: &ArgMatches) -> Result<(), Failure> {
    let store = front.store()?;
    let app = front.app_as(&store, Credentials::Owner)?;
    let findings = app.doctor()?;
    let zone = app.zone()?;
    let lines: Vec<_> = findings
        .iter()
        .map(|finding| match finding {
            Finding::NoMailServer => front.words.text("done-doctor-no-server"),
            Finding::NoMailFrom => front.words.text("done-doctor-no-from"),
            Finding::MailHeld => front.words.text("done-mail-held"),
            Finding::LettersWait { count, since, error } => front.words.format(
                "done-doctor-letters-wait",
                &[
                    ("count", (*count).into()),
                    ("since", front.dates(zone).relative(*since).into()),
                    ("error", error.as_ref().map_or("–".to_owned(), |error| fault_words(error, &front.words)).into()),
                ],
            ),
            Finding::LettersGivenUp { count } => front.words.format("done-doctor-given-up", &[("count", (*count).into())]),
            Finding::NoSecretary => front.words.text("done-doctor-no-secretary"),
            Finding::AuditBroken => front.words.text("done-doctor-audit"),
        })
        .collect();
    if lines.is_empty() {
        return front.print(format!("✓ {}\n", front.words.text("done-doctor-well")).as_bytes());
    }
    front.print(lines.iter().map(|line| format!("• {line}\n")).collect::<String>().as_bytes())
}
