//! Files that come with a text: read, named safely, told what they are, staged.

use std::fs::File;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::front::Front;
use super::{options, read};
use crate::domain::entry::Attachment;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::Failure;
use crate::ui::safe;

/// What files are staged for.
#[derive(Clone, Copy, Debug)]
pub struct Purpose<'n> {
    /// What is about to be done with them.
    pub action: Action,
    /// The ticket that it is about, if there is one already.
    pub number: Option<&'n TicketNumber>,
    /// The words that they come with.
    pub message: &'n str,
    /// Whether it may have been done before, under a key.
    pub may_be_made: bool,
    /// Whether nothing is to be kept.
    pub dry_run: bool,
    /// Whether the house rules are accepted with it.
    pub accepts_rules: bool,
}

impl<'n> Purpose<'n> {
    /// What a command line wants with its files.
    pub fn of(matches: &ArgMatches, action: Action, number: Option<&'n TicketNumber>, message: &'n str) -> Self {
        let (dry_run, may_be_made) = (options::is_set(matches, "dry-run"), options::text(matches, "key").is_some());
        let accepts_rules = options::is_set(matches, "accept-rules");
        Self { action, number, message, may_be_made, dry_run, accepts_rules }
    }

    /// The same of the menus.
    pub fn guided(action: Action, number: Option<&'n TicketNumber>, message: &'n str) -> Self {
        Self { action, number, message, may_be_made: false, dry_run: false, accepts_rules: false }
    }
}

/// Reads and stages the files of `--attach`.
///
/// # Errors
/// Those of [`stage_all`].
pub fn stage(front: &Front<'_>, matches: &ArgMatches, purpose: Purpose<'_>) -> Result<Vec<Attachment>, Failure> {
    stage_all(front, &options::paths(matches, "attach"), purpose)
}

/// Looks whether files may be staged for something that is still to be written, and whether it may be done at all.
///
/// # Errors
/// Those of [`stage_all`].
pub fn look(front: &Front<'_>, matches: &ArgMatches, purpose: Purpose<'_>) -> Result<(), Failure> {
    ready(front, &options::paths(matches, "attach"), purpose).map(drop)
}

/// Reads and stages files, for those who may do what they are for.
///
/// # Errors
/// `File`, `NotRegular`, `AttachmentTooLarge`, `TooManyAttachments`; those of the gate and of the store.
pub fn stage_all(front: &Front<'_>, paths: &[PathBuf], purpose: Purpose<'_>) -> Result<Vec<Attachment>, Failure> {
    if paths.is_empty() {
        return Ok(Vec::new());
    }
    // Words that will be refused must not leave files behind.
    text::message(purpose.message)?;
    let Ready { files, largest, is_kept } = ready(front, paths, purpose)?;
    let mut staged = Vec::with_capacity(paths.len());
    for (path, file) in paths.iter().zip(files) {
        // Not while the store is open: a slow disk would keep everybody waiting.
        let bytes = read::rest(path, file, largest)?;
        let (name, media_type) = (name(front, path), media_type(&bytes));
        staged.push(front.with(|app| Ok(app.stage(name, media_type, &bytes, !is_kept)?))?);
    }
    Ok(staged)
}

/// Files that can be staged.
struct Ready {
    files: Vec<File>,
    /// The most bytes of each.
    largest: u64,
    /// Whether they are to be kept.
    is_kept: bool,
}

fn ready(front: &Front<'_>, paths: &[PathBuf], purpose: Purpose<'_>) -> Result<Ready, Failure> {
    let most = crate::app::handling::MOST_ATTACHMENTS;
    if paths.len() > most {
        return Err(Refusal::TooManyAttachments { most: most as u64 }.into());
    }
    // Every file is looked at before any is kept, so that a wrong name leaves nothing behind.
    let files = paths.iter().map(|path| read::open(path)).collect::<Result<Vec<_>, _>>()?;
    let (largest, is_kept) = front.with(|app| {
        // Whoever will be refused fills nothing. Under a key it may have been done before: then that is said, or the refusal.
        let is_kept = match app.demand_on(purpose.action, purpose.number, purpose.accepts_rules || purpose.dry_run) {
            Ok(()) => !purpose.dry_run,
            Err(crate::app::Error::Refused(_)) if purpose.may_be_made => false,
            Err(error) => return Err(error.into()),
        };
        Ok((app.largest_attachment()?, is_kept))
    })?;
    for (path, file) in paths.iter().zip(&files) {
        let metadata = file.metadata().map_err(|error| Failure::File(path.clone(), error))?;
        if metadata.len() > largest {
            return Err(Refusal::AttachmentTooLarge { name: name(front, path), most: largest }.into());
        }
    }
    Ok(Ready { files, largest, is_kept })
}

fn name(front: &Front<'_>, path: &Path) -> String {
    let fallback = front.words.text("ui-attachment-name");
    safe::attachment_name(&path.to_string_lossy(), &fallback).into_owned()
}

/// What a file is, told from its bytes.
fn media_type(bytes: &[u8]) -> String {
    if let Some(kind) = infer::get(bytes) {
        return kind.mime_type().to_owned();
    }
    let is_text = std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0'));
    if is_text { "text/plain".to_owned() } else { "application/octet-stream".to_owned() }
}
