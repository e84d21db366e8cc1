//! A text written in an editor of one's own, in a file that nobody else can read.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::fd::AsFd as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use signal_hook::consts::SIGINT;

use super::terminal::Guard;
use super::{PromptError, Unfinished};

/// The most bytes that are read back; what is longer than a message is refused later, with words.
const MOST: u64 = 16 * 1024 * 1024;
/// What is started where no editor is named.
const USUAL: [&str; 2] = ["nano", "vi"];

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
    /// What was saved is no text, or far too long: the file that it was left in.
    NotText(PathBuf),
}

impl Editor<'_> {
    /// Lets edit a text; waits until the editor is left.
    ///
    /// # Errors
    /// `Unfinished` with what was saved, when the person or the line gave up meanwhile, or when the file could not be written.
    pub fn edit(&self, text: &str) -> Result<Edited, Unfinished> {
        let file = Draft::create(self.folder, self.ending, text).map_err(PromptError::from)?;
        let guard = Guard::of_any()?;
        let status = self.command(&file.path).status().map_err(PromptError::from)?;
        // An editor may have seen that the line is lost before anybody told us.
        let news = if guard.is_gone() { Err(PromptError::HungUp) } else { guard.news() };
        let edited = file.read().map_err(PromptError::from)?;
        let changed = edited.clone().filter(|edited| edited != text && !edited.trim().is_empty());
        // A shell in between reports the signal as a status.
        let ended_by_it = status.signal() == Some(SIGINT) || status.code() == Some(128 + SIGINT);
        match news {
            Err(PromptError::HungUp) => return Err(Unfinished::new(PromptError::HungUp, changed)),
            // An editor may use Ctrl-C for itself; only where it ended by it does it mean us.
            _ if ended_by_it => return Err(Unfinished::new(PromptError::Interrupted, changed)),
            _ => {}
        }
        if !status.success() {
            return Ok(Edited::Failed { status: status.code(), text: changed });
        }
        Ok(match edited {
            None => Edited::NotText(file.leave()?),
            Some(edited) if edited == text => Edited::Unchanged,
            Some(edited) if edited.trim().is_empty() => Edited::Emptied,
            Some(edited) => Edited::Saved(edited),
        })
    }

    /// The name of the program that will be started.
    pub fn program(&self) -> &str {
        let named = self.command.and_then(|command| command.split_whitespace().next());
        let usual = || if is_installed(USUAL[0]) { USUAL[0] } else { USUAL[1] };
        named.map_or_else(usual, |named| named.rsplit('/').next().unwrap_or(named))
    }

    fn command(&self, path: &Path) -> Command {
        let script = match self.command.map(str::trim) {
            None | Some("") => format!("exec {} \"$@\"", self.program()),
            Some(command) => format!("{command} \"$@\""),
        };
        let mut shell = Command::new("/bin/sh");
        shell.arg("-c").arg(script).arg("editor").arg(path);
        // Standard output is for data; an editor draws where the questions are.
        shell.stdout(screen());
        shell
    }
}

fn is_installed(program: &str) -> bool {
    let look = format!("command -v {program} >/dev/null 2>&1");
    Command::new("/bin/sh").arg("-c").arg(look).status().is_ok_and(|status| status.success())
}

/// The terminal of the questions, as another process's standard output.
fn screen() -> Stdio {
    io::stderr().as_fd().try_clone_to_owned().map_or_else(|_| Stdio::inherit(), Stdio::from)
}

/// The file that is edited, in a folder of its own, where editors leave what they need beside it; all of it goes when this goes.
struct Draft {
    folder: PathBuf,
    path: PathBuf,
    /// Where the file is left if it cannot be read.
    last_place: PathBuf,
}

impl Draft {
    fn create(folder: &Path, ending: &str, text: &str) -> io::Result<Self> {
        let mut number = 0;
        loop {
            let name = format!("taquilla-{}-{number}", std::process::id());
            let own = folder.join(&name);
            let last_place = folder.join(format!("{name}{ending}"));
            let is_free = if last_place.exists() { Err(io::ErrorKind::AlreadyExists.into()) } else { Ok(()) };
            match is_free.and_then(|()| DirBuilder::new().mode(0o700).create(&own)) {
                Ok(()) => {
                    let draft = Self { path: own.join(format!("{name}{ending}")), folder: own, last_place };
                    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft.path)?;
                    file.write_all(text.as_bytes())?;
                    return Ok(draft);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 1_000 => number += 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// Leaves the file to the person, beside the folder that goes.
    fn leave(&self) -> Result<PathBuf, PromptError> {
        fs::rename(&self.path, &self.last_place)?;
        Ok(self.last_place.clone())
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
        let _ = fs::remove_dir_all(&self.folder);
    }
}
