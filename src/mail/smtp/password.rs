//! The password of the mail server: from a file that is its owner's alone, or from a command that has a time limit.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};
use zeroize::Zeroizing;

use super::PasswordSource;
use crate::domain::fault::{Fault, FaultKind};
use crate::mail::MailError;

/// The most bytes that are read for a password.
const MOST_BYTES: u64 = 4_096;

/// Reads the password. `limit` is for the command.
///
/// # Errors
/// `Misconfigured` when there is none: no file, one that others can read, a command that fails or takes too long.
pub(super) fn read(source: &PasswordSource, limit: Duration) -> Result<Zeroizing<String>, MailError> {
    let bytes = match source {
        PasswordSource::File(path) => from_file(path)?,
        PasswordSource::Command(command) => from_command(command, limit)?,
    };
    let text = std::str::from_utf8(&bytes).ok().and_then(|text| text.lines().next());
    let line = text.filter(|line| !line.is_empty()).ok_or_else(|| wrong(FaultKind::PasswordText, ""))?;
    Ok(Zeroizing::new(line.to_owned()))
}

fn wrong(kind: FaultKind, detail: impl Into<String>) -> MailError {
    MailError::Misconfigured(Fault::new(kind, detail))
}

fn from_file(path: &Path) -> Result<Zeroizing<Vec<u8>>, MailError> {
    let unreadable = |error: io::Error| wrong(FaultKind::PasswordFile, format!("{}: {error}", path.display()));
    // A directory or a pipe in its place would be read for ever, or not at all.
    if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(unreadable(io::ErrorKind::InvalidInput.into()));
    }
    let file = File::open(path).map_err(unreadable)?;
    if file.metadata().map_err(unreadable)?.mode() & 0o077 != 0 {
        let word = super::super::clean::shell_word(&path.display().to_string());
        return Err(wrong(FaultKind::PasswordExposed, word));
    }
    let mut bytes = Zeroizing::new(Vec::new());
    file.take(MOST_BYTES).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

fn from_command(command: &str, limit: Duration) -> Result<Zeroizing<Vec<u8>>, MailError> {
    let failed = |error: io::Error| wrong(FaultKind::PasswordCommand, error.to_string());
    let mut child = Command::new("/bin/sh")
        .args(["-c", command])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        // A group of its own, so that what it starts ends with it.
        .process_group(0)
        .spawn()
        .map_err(failed)?;
    let Some(output) = child.stdout.take() else { return Err(wrong(FaultKind::PasswordCommand, "")) };
    let group = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    let (done, wait) = channel();
    let reader = std::thread::Builder::new().name("password".to_owned()).spawn(move || {
        let mut bytes = Zeroizing::new(Vec::new());
        let printed = output.take(MOST_BYTES).read_to_end(&mut bytes);
        // The output is closed by now, so that a command that prints for ever ends.
        let printed = printed.and_then(|_| child.wait()).map(|status| (bytes, status));
        // Nobody listens when it took too long.
        drop(done.send(printed));
    });
    reader.map_err(failed)?;
    match wait.recv_timeout(limit) {
        Ok(Ok((bytes, status))) if status.success() => Ok(bytes),
        Ok(Ok((_, status))) => Err(wrong(FaultKind::PasswordCommand, status.to_string())),
        Ok(Err(error)) => Err(failed(error)),
        Err(_) => {
            if let Some(group) = group {
                // It may have ended by itself at this very moment.
                let _ended = kill_process_group(group, Signal::KILL);
            }
            Err(wrong(FaultKind::PasswordTime, limit.as_secs_f64().to_string()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    const LIMIT: Duration = Duration::from_secs(20);

    fn by_command(command: &str) -> Result<Zeroizing<String>, MailError> {
        read(&PasswordSource::Command(command.to_owned()), LIMIT)
    }

    #[test]
    fn the_first_line_counts() {
        assert_eq!(*by_command("printf 'secreto ñ \\nmás\\n'").unwrap(), "secreto ñ ");
    }

    #[test]
    fn a_command_that_fails_gives_none() {
        for command in ["printf secreto; exit 3", "true", "printf '\\377'", "yes", "no-such-command-here"] {
            assert!(matches!(by_command(command), Err(MailError::Misconfigured(_))), "{command}");
        }
    }

    #[test]
    fn a_command_that_hangs_is_ended_with_its_children() {
        let source = PasswordSource::Command("sleep 600 | cat".to_owned());
        let Err(MailError::Misconfigured(why)) = read(&source, Duration::from_millis(50)) else { panic!() };
        assert!(why.to_string().contains("0.05 s"), "{why}");
    }

    #[test]
    fn a_file_that_others_can_read_is_refused_with_the_remedy() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("password");
        std::fs::write(&path, "secreto\n").unwrap();
        let source = PasswordSource::File(path.clone());
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        let Err(MailError::Misconfigured(why)) = read(&source, LIMIT) else { panic!() };
        assert!(why.to_string().contains(&format!("chmod 600 {}", path.display())), "{why}");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        assert_eq!(*read(&source, LIMIT).unwrap(), "secreto");
        assert!(read(&PasswordSource::File(directory.path().to_owned()), LIMIT).is_err());
    }
}
