//! `attachment`: lists the files of a ticket, fetches one, or has it mailed.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::front::Front;
use super::{options, read, write};
use crate::app::change::{Call, Done, Errand, Outcome};
use crate::app::view::AttachmentView;
use crate::domain::entry::Attachment;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::Failure;
use crate::ui::letters::{FetchedFilePage, MailedFilePage};
use crate::ui::receipt;
use crate::ui::safe;

/// The command line of the verb.
pub fn command() -> Command {
    let output = Arg::new("output").long("output").short('o').value_parser(value_parser!(PathBuf));
    let command = Command::new("attachment")
        .visible_alias("adjunto")
        .arg(options::number().required(true))
        // There is no letter with all the files of a ticket: it would be too large too often.
        .arg(options::positional("id").required_if_eq("mail", "me"))
        .arg(output.requires("id"))
        .arg(
            // Bare, it is this verb's own; with a value, the option that every verb takes.
            Arg::new("mail")
                .long("mail")
                .num_args(0..=1)
                .default_missing_value("me")
                .value_parser(["me", "wait", "detach", "queue"]),
        );
    options::changing(command)
}

/// Lists files, writes one to a file or to standard output, or has it mailed to oneself.
///
/// # Errors
/// `ticket-not-found`, `attachment-not-found`, `file-exists`; those of the store and of the file.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let number = read::number(options::text(matches, "number").unwrap_or_default())?;
    let style = front.style();
    let is_mailed = options::text(matches, "mail") == Some("me");
    let output = options::path(matches, "output").map(PathBuf::as_path);
    if is_mailed && output.is_some() {
        return Err(Failure::Conflict("--mail".to_owned(), "--output".to_owned()));
    }
    match options::text(matches, "id") {
        None => style.check_fields::<AttachmentView>()?,
        Some(_) if is_mailed => style.check_fields::<MailedFilePage<'_>>()?,
        Some(_) => style.check_fields::<FetchedFilePage>()?,
    }
    let Some(id) = options::text(matches, "id") else {
        return front.with(|app| {
            let files = app.attachments(&number)?;
            front.print(&style.many(&files, |_| serde_json::Map::new()))?;
            if files.is_empty() && front.is_for_people() {
                front.say("done-no-attachments", &[]);
            }
            Ok(())
        });
    };
    if is_mailed {
        let call = front.call("attachment", matches, &(&number, id));
        return mail(front, &call, &number, id);
    }
    fetch(front, &number, id, output, options::is_set(matches, "dry-run"))
}

/// Has a file mailed to oneself.
///
/// # Errors
/// `ticket-not-found`, `attachment-not-found`; those of the store.
pub fn mail(front: &Front<'_>, call: &Call, number: &TicketNumber, id: &str) -> Result<(), Failure> {
    let style = front.style();
    front.with(|app| {
        let page = MailedFilePage { number: number.as_str(), id };
        let receipt = |done: &Done<Attachment>| receipt::one(&style, done, &page);
        let outcome = app.mail_attachment(call, number, id, &receipt)?;
        if let Some(done) = front.finish(app, outcome, &receipt)? {
            front.say("done-attachment-mailed", &[("file", safe::line(&done.value.name).into_owned().into())]);
        }
        Ok(())
    })
}

/// Writes a file to a new file or, for `-`, to standard output, and says where it is now.
///
/// # Errors
/// `attachment-not-found`, `file-exists`; those of the store and of the file.
pub fn fetch(front: &Front<'_>, number: &TicketNumber, id: &str, output: Option<&Path>, dry_run: bool) -> Result<(), Failure> {
    if dry_run {
        let file = front.with(|app| app.attachment(number, id, |_, _| Ok::<_, Failure>(())))?;
        let path = target_path(front, output, &file.name);
        if path.exists() {
            return Err(Failure::File(path, std::io::ErrorKind::AlreadyExists.into()));
        }
        return tell_fetched(front, number, id, &file, &path, true);
    }
    if output.is_some_and(|path| path.as_os_str() == "-") {
        return front.with(|app| {
            app.attachment(number, id, |_, bytes| front.print(bytes))?;
            Ok(())
        });
    }
    let (file, path) = write_out(front, number, id, output)?;
    tell_fetched(front, number, id, &file, &path, false)
}

/// Tells machines of a file that was fetched what is known of it, and people where it is.
fn tell_fetched(
    front: &Front<'_>,
    number: &TicketNumber,
    id: &str,
    file: &Attachment,
    path: &Path,
    dry_run: bool,
) -> Result<(), Failure> {
    // The whole path, since the folder that one is in is easily forgotten.
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let path = path.to_string_lossy().into_owned();
    let shown = safe::line(&path).into_owned();
    let page = FetchedFilePage { number: number.as_str().to_owned(), id: id.to_owned(), path, file: file.clone() };
    let style = front.style();
    let receipt = |done: &Done<()>| receipt::one(&style, done, &page);
    let outcome = Outcome::Done(Done { value: (), mail: Vec::new(), dry_run, errand: Errand::None });
    if front.finish_with(outcome, &receipt, |_| Ok(()))?.is_some() {
        front.say("done-attachment", &[("path", shown.into())]);
    }
    Ok(())
}

/// Writes a file to a new file; both.
fn write_out(
    front: &Front<'_>,
    number: &TicketNumber,
    id: &str,
    output: Option<&Path>,
) -> Result<(Attachment, PathBuf), Failure> {
    let mut target: Option<(PathBuf, std::fs::File)> = None;
    let result = front.with(|app| {
        app.attachment(number, id, |file, bytes| -> Result<(), Failure> {
            if target.is_none() {
                target = Some(create(front, output, &file.name)?);
            }
            match &mut target {
                Some((path, target)) => target.write_all(bytes).map_err(|error| Failure::File(path.clone(), error)),
                None => Ok(()),
            }
        })
    });
    match (result, target) {
        (Ok(file), Some((path, _))) => Ok((file, path)),
        // An empty one came in no pieces.
        (Ok(file), None) => create(front, output, &file.name).map(|(path, _)| (file, path)),
        (Err(failure), Some((path, _))) => {
            // Half a file would be taken for the whole.
            let _ = std::fs::remove_file(path);
            Err(failure)
        }
        (Err(failure), None) => Err(failure),
    }
}

/// A new file, never one that is there already, for the person alone.
fn create(front: &Front<'_>, output: Option<&Path>, name: &str) -> Result<(PathBuf, std::fs::File), Failure> {
    let path = target_path(front, output, name);
    let file = write::create(&path)?;
    Ok((path, file))
}

/// Where a file goes: as it was said, else under its own name.
fn target_path(front: &Front<'_>, output: Option<&Path>, name: &str) -> PathBuf {
    let fallback = front.words.text("ui-attachment-name");
    output.map_or_else(|| PathBuf::from(safe::attachment_name(name, &fallback).as_ref()), Path::to_path_buf)
}
