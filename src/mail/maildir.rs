//! Letters into a Maildir: where they lie while the desk has no mail server, for any mail program to open.
//!
//! As a mail server's own delivery does it: written into `tmp`, made durable, moved into `new`; line ends of the machine,
//! `Return-Path` and `Delivered-To` at the head. The name of a file follows from what is in it, so that a letter that is sent
//! twice lies there once, also when somebody has read it meanwhile.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use chrono::DateTime;
use sha2::{Digest, Sha256};

use super::thread_id::small_base32;
use super::{Envelope, MailError, Mailer};
use crate::domain::fault::{Fault, FaultKind};

/// Delivers into one Maildir, whoever the letters are for.
#[derive(Clone, Debug)]
pub struct MaildirMailer {
    directory: PathBuf,
}

impl MaildirMailer {
    /// A way into this Maildir; it is made, for its owner alone, when the first letter comes.
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self { directory: directory.into() }
    }

    fn deliver(&self, envelope: &Envelope, message: &[u8]) -> io::Result<()> {
        for part in ["tmp", "new", "cur"] {
            DirBuilder::new().recursive(true).mode(0o700).create(self.directory.join(part))?;
        }
        let name = name_of(envelope, message);
        if self.has(&name)? {
            return Ok(());
        }
        // The process stands in the name because another relay may take the letter over while this one hangs.
        let written = self.directory.join("tmp").join(format!("{name}.{}", std::process::id()));
        let result = write(&written, &delivered(envelope, message))
            .and_then(|()| fs::rename(&written, self.directory.join("new").join(&name)))
            .and_then(|()| File::open(self.directory.join("new"))?.sync_all());
        if result.is_err() {
            // What is left in `tmp` is no letter; every reader of Maildirs clears it away in time.
            drop(fs::remove_file(&written));
        }
        result
    }

    /// Whether the letter lies here already: unread under its name, or read, with flags behind it.
    fn has(&self, name: &str) -> io::Result<bool> {
        if self.directory.join("new").join(name).exists() {
            return Ok(true);
        }
        for entry in fs::read_dir(self.directory.join("cur"))? {
            let file_name = entry?.file_name();
            let rest = file_name.to_str().and_then(|file_name| file_name.strip_prefix(name));
            if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':')) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

impl Mailer for MaildirMailer {
    /// # Errors
    /// `Misconfigured` where nobody may write, `Temporary` for a full disk and everything else.
    fn send(&mut self, envelope: &Envelope, message: &[u8]) -> Result<(), MailError> {
        self.deliver(envelope, message).map_err(|error| {
            let fault = Fault::new(FaultKind::Maildir, format!("{}: {error}", self.directory.display()));
            match error.kind() {
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::NotADirectory => {
                    MailError::Misconfigured(fault)
                }
                _ => MailError::Temporary(fault),
            }
        })
    }
}

/// When the letter was written, so that a listing is in order, and what tells it from every other.
fn name_of(envelope: &Envelope, message: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(envelope.to.as_str());
    hash.update([0]);
    hash.update(message);
    let short: Vec<u8> = hash.finalize().into_iter().take(16).collect();
    format!("{:010}.{}.taquilla", written_at(message), small_base32(&short))
}

/// The seconds of the message's date since 1970; 0 where it has none.
fn written_at(message: &[u8]) -> i64 {
    let head = message.get(..message.len().min(4_096)).unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let date = head.lines().take_while(|line| !line.is_empty()).find_map(|line| line.strip_prefix("Date: "));
    date.and_then(|date| DateTime::parse_from_rfc2822(date.trim()).ok()).map_or(0, |date| date.timestamp().max(0))
}

/// The message as it lies in a mailbox.
fn delivered(envelope: &Envelope, message: &[u8]) -> Vec<u8> {
    let mut file = format!("Return-Path: <{}>\nDelivered-To: {}\n", envelope.from, envelope.to).into_bytes();
    file.reserve(message.len());
    for (index, byte) in message.iter().enumerate() {
        if *byte != b'\r' || message.get(index + 1) != Some(&b'\n') {
            file.push(*byte);
        }
    }
    file
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::EmailAddress;
    use std::os::unix::fs::PermissionsExt;

    const MESSAGE: &[u8] = b"Date: Mon, 23 Nov 2026 09:00:00 +0000\r\nSubject: Hola\r\n\r\nHola\r\n.\r\n";

    fn envelope(to: &str) -> Envelope {
        Envelope { from: EmailAddress::parse("desk@example.org").unwrap(), to: EmailAddress::parse(to).unwrap() }
    }

    fn names(directory: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_letter_lies_there_once_for_its_owner_alone() {
        let directory = tempfile::tempdir().unwrap();
        let place = directory.path().join("desk/mail");
        let mut mailer = MaildirMailer::new(&place);
        mailer.send(&envelope("ana@example.com"), MESSAGE).unwrap();
        mailer.send(&envelope("ana@example.com"), MESSAGE).unwrap();
        mailer.send(&envelope("eva@example.com"), MESSAGE).unwrap();
        let delivered = names(&place.join("new"));
        assert_eq!(delivered.len(), 2);
        assert!(delivered.iter().all(|name| name.starts_with("1795424400.") && !name.contains(':')), "{delivered:?}");
        assert_eq!(names(&place.join("tmp")), Vec::<String>::new());
        for (path, mode) in [("new", 0o700), ("tmp", 0o700), ("cur", 0o700), (&format!("new/{}", delivered[0]), 0o600)] {
            assert_eq!(fs::metadata(place.join(path)).unwrap().permissions().mode() & 0o777, mode, "{path}");
        }
    }

    #[test]
    fn a_letter_that_was_read_does_not_come_back() {
        let directory = tempfile::tempdir().unwrap();
        let mut mailer = MaildirMailer::new(directory.path());
        mailer.send(&envelope("ana@example.com"), MESSAGE).unwrap();
        let name = names(&directory.path().join("new")).remove(0);
        fs::rename(directory.path().join("new").join(&name), directory.path().join("cur").join(format!("{name}:2,S"))).unwrap();
        mailer.send(&envelope("ana@example.com"), MESSAGE).unwrap();
        assert_eq!(names(&directory.path().join("new")), Vec::<String>::new());
    }

    #[test]
    fn a_mailbox_has_the_line_ends_of_the_machine_and_says_whose_it_is() {
        let directory = tempfile::tempdir().unwrap();
        MaildirMailer::new(directory.path()).send(&envelope("ana@example.com"), MESSAGE).unwrap();
        let name = names(&directory.path().join("new")).remove(0);
        let file = fs::read_to_string(directory.path().join("new").join(name)).unwrap();
        let expected = "Return-Path: <desk@example.org>\nDelivered-To: ana@example.com\n\
                        Date: Mon, 23 Nov 2026 09:00:00 +0000\nSubject: Hola\n\nHola\n.\n";
        assert_eq!(file, expected);
    }

    #[test]
    fn a_place_that_is_none_is_a_matter_of_settings() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("file");
        fs::write(&file, "").unwrap();
        let failed = MaildirMailer::new(file).send(&envelope("ana@example.com"), MESSAGE);
        assert!(matches!(failed, Err(MailError::Misconfigured(_))), "{failed:?}");
    }
}
