//! Files that come with a text: read, named safely, told what they are, staged.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::front::Front;
use super::{options, read};
use crate::domain::entry::Attachment;
use crate::domain::refusal::Refusal;
use crate::ui::error::Failure;
use crate::ui::safe;

/// Reads and stages the files of `--attach`.
///
/// # Errors
/// `File`, `AttachmentTooLarge`, `TooManyAttachments`; those of the store.
pub fn stage(front: &Front<'_>, matches: &ArgMatches) -> Result<Vec<Attachment>, Failure> {
    stage_all(front, &options::paths(matches, "attach"), options::is_set(matches, "dry-run"))
}

/// Reads and stages files.
///
/// # Errors
/// `File`, `AttachmentTooLarge`, `TooManyAttachments`; those of the store.
pub fn stage_all(front: &Front<'_>, paths: &[PathBuf], dry_run: bool) -> Result<Vec<Attachment>, Failure> {
    if paths.is_empty() {
        return Ok(Vec::new());
    }
    let most = crate::app::handling::MOST_ATTACHMENTS;
    if paths.len() > most {
        return Err(Refusal::TooManyAttachments { most: most as u64 }.into());
    }
    front.with(|app| {
        let largest = app.largest_attachment()?;
        // Every file is read before any is kept, so that a wrong name leaves nothing behind.
        for path in paths {
            let fault = |error| Failure::File(path.clone(), error);
            let metadata = std::fs::metadata(path).map_err(fault)?;
            if metadata.is_dir() {
                return Err(fault(std::io::ErrorKind::IsADirectory.into()));
            }
            if metadata.len() > largest {
                return Err(Refusal::AttachmentTooLarge { name: name(front, path), most: largest }.into());
            }
        }
        let mut staged = Vec::with_capacity(paths.len());
        for path in paths {
            let bytes = read::bytes(path, largest)?;
            staged.push(app.stage(name(front, path), media_type(&bytes), &bytes, dry_run)?);
        }
        Ok(staged)
    })
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
