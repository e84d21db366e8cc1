//! A text written in an editor of one's own, in a file that nobody else can read.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::fd::AsFd as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use signal_hook::consts::SIGINT;

use super::terminal::Guard;
use super::{PromptError, Unfinished};

/// The most bytes that are read back; what is longer than a message is refused later, with words.
const MOST: u64 = 16 * 1024 * 1024;
/// What is started where no editor is named.
const USUAL: &str = "if command -v nano >/dev/null 2>&1; then exec nano \"$@\"; else exec vi \"$@\"; fi";

/// An editor to be started.
#[derive(Clone, Copy, Debug)]
pub struct Editor<'a> {
    /// The command, as a shell takes it; none or an empty one means the usual one.
    pub command: Option<&'a str>,
    /// The folder for the file, which only its owner may enter.
    pub folder: &'a Path,
    /// How the file's name ends, with its dot, so that editors know what is in it.
    pub ending: &'a str,
}

/// How an editor was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edited {
    /// The text was changed and saved.
    Saved(String),
    /// The text is the same as before.
    Unchanged,
    /// Nothing but white space is left.
    Emptied,
    /// The editor could not be started, or it reported a failure; what was saved, if it had changed.
    Failed {
        /// Its exit status; 127 where there is no such command.
        status: Option<i32>,
        /// What was saved nevertheless.
        text: Option<String>,
    },
    /// What was saved is no text, or far too long.
    NotText,
}

impl Editor<'_> {
    /// Lets edit a text; waits until the editor is left.
    ///
    /// # Errors
    /// `Unfinished` with what was saved, when the person or the line gave up meanwhile, or when the file could not be written.
    pub fn edit(&self, text: &str) -> Result<Edited, Unfinished> {
        let file = Draft::create(self.folder, self.ending, text).map_err(PromptError::from)?;
        let guard = Guard::new()?;
        let status = self.command(&file.path).status().map_err(PromptError::from)?;
        let news = guard.news();
        drop(guard);
        let edited = file.read().map_err(PromptError::from)?;
        let changed = edited.clone().filter(|edited| edited != text && !edited.trim().is_empty());
        // A shell in between reports the signal as a status.
        let ended_by_it = status.signal() == Some(SIGINT) || status.code() == Some(128 + SIGINT);
        match news {
            Err(PromptError::HungUp) => return Err(Unfinished { error: PromptError::HungUp, partial: changed }),
            // An editor may use Ctrl-C for itself; only where it ended by it does it mean us.
            _ if ended_by_it => return Err(Unfinished { error: PromptError::Interrupted, partial: changed }),
            _ => {}
        }
        if !status.success() {
            return Ok(Edited::Failed { status: status.code(), text: changed });
        }
        Ok(match edited {
            None => Edited::NotText,
            Some(edited) if edited == text => Edited::Unchanged,
            Some(edited) if edited.trim().is_empty() => Edited::Emptied,
            Some(edited) => Edited::Saved(edited),
        })
    }

    fn command(&self, path: &Path) -> Command {
        let script = match self.command.map(str::trim) {
            None | Some("") => USUAL.to_owned(),
            Some(command) => format!("{command} \"$@\""),
        };
        let mut shell = Command::new("/bin/sh");
        shell.arg("-c").arg(script).arg("editor").arg(path);
        // Standard output is for data; an editor draws where the questions are.
        shell.stdout(screen());
        shell
    }
}

/// The terminal of the questions, as another process's standard output.
fn screen() -> Stdio {
    io::stderr().as_fd().try_clone_to_owned().map_or_else(|_| Stdio::inherit(), Stdio::from)
}

/// The file that is edited; it goes when this goes.
struct Draft {
    path: PathBuf,
}

impl Draft {
    fn create(folder: &Path, ending: &str, text: &str) -> io::Result<Self> {
        let mut number = 0;
        loop {
            let path = folder.join(format!("taquilla-{}-{number}{ending}", std::process::id()));
            match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path) {
                Ok(mut file) => {
                    let draft = Self { path };
                    file.write_all(text.as_bytes())?;
                    return Ok(draft);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 1_000 => number += 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// What is in it now; `None` if that is no text.
    fn read(&self) -> io::Result<Option<String>> {
        let mut bytes = Vec::new();
        match File::open(&self.path) {
            // One byte more shows that there is more.
            Ok(file) => file.take(MOST + 1).read_to_end(&mut bytes)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Some(String::new())),
            Err(error) => return Err(error),
        };
        if bytes.len() as u64 > MOST {
            return Ok(None);
        }
        Ok(String::from_utf8(bytes).ok().filter(|text| !text.contains('\0')))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}
