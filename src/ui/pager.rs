//! Long output read page by page in a program of one's own, as git does it.
//!
//! Whether there is a terminal and which pager is wanted is decided elsewhere. It knows nothing of what is shown.

use std::io::{self, ErrorKind, Write as _};
use std::process::{Command, ExitStatus, Stdio};

use super::signals::Hold;

/// What is used where no pager is named.
const USUAL: &str = "if command -v less >/dev/null 2>&1; then exec less; else exec cat; fi";
/// What pagers are told where nobody has told them otherwise: colours as they are, no page for what fits on the screen.
/// The usual one's own words are English, and its letters those of the system's language, which may be none: it is told both.
const SETTINGS: &str = ": \"${LESS=FRXPs$PAGER_HINT\\$}\" \"${LV=-c}\" \"${LESSCHARSET=utf-8}\"; export LESS LV LESSCHARSET; ";

/// Whether a text was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paged {
    /// It was shown, as much of it as was wanted.
    Shown,
    /// There is no pager, so it has to be written otherwise.
    NoPager,
}

/// Shows text in a pager and waits until it is left; `None` is the usual one, `""` and `cat` are none. `hint` says how to move and
/// to leave.
///
/// # Errors
/// When a pager could not be started or fed for another reason than that it is missing or was left early.
pub fn page(command: Option<&str>, text: &str, hint: &str) -> io::Result<Paged> {
    let command = match command.map(str::trim) {
        None => USUAL,
        Some("" | "cat") => return Ok(Paged::NoPager),
        Some(command) => command,
    };
    // Ctrl-C is the pager's as long as it runs: ended by it, we would leave it alone with the terminal.
    let _hold = Hold::new()?;
    let mut shell = Command::new("/bin/sh");
    shell.arg("-c").arg(format!("{SETTINGS}{command}")).env("PAGER_HINT", escaped(hint)).stdin(Stdio::piped());
    let mut child = shell.spawn()?;
    let fed = match child.stdin.take() {
        Some(mut pipe) => pipe.write_all(text.as_bytes()),
        None => Ok(()),
    };
    let status = child.wait()?;
    match fed {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ if is_missing(status) => Ok(Paged::NoPager),
        _ => Ok(Paged::Shown),
    }
}

/// A sentence as less takes it in a prompt, where some signs have a meaning.
fn escaped(hint: &str) -> String {
    let is_sign = |character| matches!(character, '?' | ':' | '.' | '%' | '\\' | '$');
    hint.chars().flat_map(|character| is_sign(character).then_some('\\').into_iter().chain([character])).collect()
}

/// What a shell answers when there is no such command, or none that it may run.
fn is_missing(status: ExitStatus) -> bool {
    matches!(status.code(), Some(126 | 127))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pager_gets_all_of_it_and_its_settings() {
        let folder = tempfile::tempdir().unwrap();
        let (file, settings) = (folder.path().join("text"), folder.path().join("settings"));
        let command = format!("echo \"$LESS $LESSCHARSET\" > '{}'; cat > '{}'", settings.display(), file.display());
        let text = "línea\n".repeat(50_000);
        assert_eq!(page(Some(&command), &text, "q: salir").unwrap(), Paged::Shown);
        assert_eq!(std::fs::read_to_string(file).unwrap(), text);
        assert_eq!(std::fs::read_to_string(settings).unwrap(), "FRXPsq\\: salir$ utf-8\n");
    }

    #[test]
    fn a_pager_that_is_left_early_is_no_failure() {
        assert_eq!(page(Some("true"), &"x\n".repeat(1_000_000), "").unwrap(), Paged::Shown);
    }

    #[test]
    fn no_pager_is_told() {
        for none in ["", " ", "cat", "exit 127", "exit 126"] {
            assert_eq!(page(Some(none), "x", "").unwrap(), Paged::NoPager, "{none}");
        }
    }
}
