//! `verify` and `doctor`: for whoever owns the desk's files.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{env, options};
use crate::app::Credentials;
use crate::app::change::{Done, Errand, Outcome};
use crate::app::upkeep::Finding;
use crate::store::{StoreError, Upkeep};
use crate::ui::deed::{FindingPage, Verified};
use crate::ui::error::Failure;
use crate::ui::letters::fault_words;
use crate::ui::{receipt, safe};

/// The command line of `verify`.
pub fn verify_command() -> Command {
    // Without the index nothing is changed that could be rehearsed.
    let needs_reindex = |arg: clap::Arg| arg.requires("reindex");
    let command = options::changing(Command::new("verify").arg(options::flag("reindex")));
    command.mut_arg("dry-run", needs_reindex).mut_arg("key", needs_reindex)
}

/// Reads all that is kept, after the index of texts was made anew if that is asked.
///
/// # Errors
/// `store-damaged` with what is wrong.
pub fn verify(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<Verified>()?;
    let store = front.store()?;
    let app = front.app_as(&store, Credentials::Owner)?;
    let reindexes = options::is_set(matches, "reindex");
    let call = front.call("verify", matches, &reindexes);
    if call.key.is_some()
        && let Some(printed) = app.made_before_as_guest(&call)?
    {
        return front.replay(printed);
    }
    if reindexes && !call.dry_run {
        let _line = front.waiting("ui-progress-reindex");
        store.reindex()?;
    }
    let line = front.waiting("ui-progress-verify");
    let faults = store.verify()?;
    drop(line);
    if faults.is_empty() {
        let done = Done { value: Verified, mail: Vec::new(), dry_run: call.dry_run, errand: Errand::None };
        let receipt = |done: &Done<Verified>| receipt::one(&style, done, &done.value);
        app.remember_made("verify", &call, &receipt(&done))?;
        if front.finish_with(Outcome::Done(done), &receipt, |_| Ok(()))?.is_some() {
            front.say(if reindexes { "done-reindex" } else { "done-verify" }, &[]);
        }
        return Ok(());
    }
    // Machines get one object, which names the first of them.
    if !front.global.format.is_json() {
        front.tell(&front.words.format("done-verify-faults", &[("count", faults.len().into())]));
        for fault in faults.iter().take(50) {
            front.tell(&format!("  · {}", safe::line(fault)));
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
    let style = front.style();
    style.check_fields::<FindingPage>()?;
    let unfinished = env::unfinished_store(&front.global.desk)?;
    let mut pages = match findings(front) {
        // Where nothing but that lies, it is what should be seen to.
        Err(Failure::App(crate::app::Error::Store(StoreError::Missing(_)))) if unfinished.is_some() => Vec::new(),
        pages => pages?,
    };
    pages.extend(unfinished.map(|path| {
        let path = safe::line(&path.to_string_lossy()).into_owned();
        let message = front.words.format("done-doctor-unfinished", &[("path", path.into())]);
        FindingPage { code: "unfinished-desk", message, count: None, since: None, error: None }
    }));
    if !front.is_for_people() || front.global.fields.is_some() {
        return front.print(&style.many(&pages, |_| serde_json::Map::new()));
    }
    if pages.is_empty() {
        return front.print(format!("✓ {}\n", front.words.text("done-doctor-well")).as_bytes());
    }
    front.print(pages.iter().map(|page| format!("• {}\n", page.message)).collect::<String>().as_bytes())
}

fn findings(front: &Front<'_>) -> Result<Vec<FindingPage>, Failure> {
    let store = front.store()?;
    let app = front.app_as(&store, Credentials::Owner)?;
    let zone = app.zone()?;
    Ok(app.doctor()?.iter().map(|finding| page(front, zone, finding)).collect())
}

/// A finding in words, with its values for machines.
fn page(front: &Front<'_>, zone: chrono_tz::Tz, finding: &Finding) -> FindingPage {
    let words = &front.words;
    let plain = |code, id| FindingPage { code, message: words.text(id), count: None, since: None, error: None };
    let of_year = |code, id, year: i32| {
        let message = words.format(id, &[("year", year.to_string().into())]);
        FindingPage { code, message, count: None, since: None, error: None }
    };
    match finding {
        Finding::NoMailServer => plain("no-mail-server", "done-doctor-no-server"),
        Finding::NoMailFrom => plain("no-mail-from", "done-doctor-no-from"),
        Finding::MailHeld => plain("mail-held", "done-mail-held"),
        Finding::LettersWait { count, since, error } => {
            let error = error.as_ref().map(|error| fault_words(error, words));
            let values = [
                ("count", (*count).into()),
                ("since", front.dates(zone).relative(*since).into()),
                ("error", error.clone().unwrap_or_else(|| "–".to_owned()).into()),
            ];
            let message = words.format("done-doctor-letters-wait", &values);
            let since = Some(since.to_rfc3339());
            FindingPage { code: "letters-wait", message, count: Some(*count), since, error }
        }
        Finding::LettersGivenUp { count } => {
            let message = words.format("done-doctor-given-up", &[("count", (*count).into())]);
            FindingPage { code: "letters-given-up", message, count: Some(*count), since: None, error: None }
        }
        Finding::NoOwnHolidays { year } => of_year("no-own-holidays", "done-doctor-no-holidays", *year),
        Finding::NoWorkingDay { year } => of_year("no-working-day", "done-doctor-no-working-day", *year),
        Finding::HolidaysPast { count } => {
            let message = words.format("done-doctor-holidays-past", &[("count", (*count).into())]);
            FindingPage { code: "holidays-past", message, count: Some(*count), since: None, error: None }
        }
        Finding::NeverDue => plain("never-due", "done-doctor-never-due"),
        Finding::NoSecretary => plain("no-secretary", "done-doctor-no-secretary"),
        Finding::NoPhone => plain("no-phone", "done-doctor-no-phone"),
        Finding::AuditBroken => plain("audit-broken", "done-doctor-audit"),
    }
}
