//! A terminal of its own for one question, inside a shell that looks at the terminal before and after.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;

use rexpect::session::{PtySession, spawn_command};
use tempfile::TempDir;

/// How long a test waits for what has to come, in milliseconds; it is no measure of anything.
pub(super) const PATIENCE_MS: u64 = 30_000;

/// The program in `examples/prompts.rs`, which `cargo test` builds beside this one.
fn program() -> PathBuf {
    let test = std::env::current_exe().expect("the test has a path");
    let program = test.parent().and_then(Path::parent).expect("a target folder").join("examples/prompts");
    assert!(program.exists(), "build it first: cargo build --example prompts");
    program
}

/// A question on a terminal of its own, inside a shell that looks at the terminal before and after.
pub(super) struct Stage {
    pub(super) folder: TempDir,
    session: PtySession,
    pub(super) seen: String,
}

impl Stage {
    pub(super) fn open(arguments: &[&str]) -> Self {
        Self::open_with("", arguments)
    }

    /// With something for the shell to do first.
    pub(super) fn open_with(first: &str, arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let script = format!(
            "{first}\necho $$ > leader; stty sane rows 24 cols 40; stty -a > before; exec 9> alive; \"$@\" > out; echo $? > code; stty -a > after; echo [done]"
        );
        let alive = Command::new("mkfifo").arg(folder.path().join("alive")).status().expect("mkfifo");
        assert!(alive.success());
        let mut command = Command::new("/bin/sh");
        command.current_dir(folder.path()).arg("-c").arg(script).arg("sh").arg(program()).args(arguments);
        let session = spawn_command(command, Some(PATIENCE_MS)).expect("a terminal");
        Self { folder, session, seen: String::new() }
    }

    /// Waits until this is shown.
    pub(super) fn wait(&mut self, text: &str) {
        let before = self.session.exp_string(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        self.seen.push_str(&before);
        self.seen.push_str(text);
    }

    /// Types this.
    pub(super) fn send(&mut self, text: &str) {
        self.send_bytes(text.as_bytes());
    }

    pub(super) fn send_bytes(&mut self, bytes: &[u8]) {
        use std::io::Write as _;

        let mut terminal = self.session.process().get_file_handle().expect("the terminal");
        terminal.write_all(bytes).expect("typed");
    }

    pub(super) fn file(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap_or_default()
    }

    /// Lets the shell start: it waits for somebody who wants to know when it is over.
    pub(super) fn start(&self) -> mpsc::Receiver<()> {
        let alive = self.folder.path().join("alive");
        let (over, is_over) = mpsc::channel();
        std::thread::spawn(move || {
            let _ = fs::read(alive);
            let _ = over.send(());
        });
        is_over
    }

    /// Waits for the end, looks whether the terminal is as it was, and gives the exit code and the result.
    pub(super) fn end(&mut self) -> (String, String) {
        self.wait("[done]");
        assert_eq!(self.file("before"), self.file("after"), "the terminal has changed");
        assert!(self.file("before").contains(" echo ") && self.file("before").contains(" icanon "));
        let shown = self.seen.rfind("\u{1b}[?25h");
        assert!(shown >= self.seen.rfind("\u{1b}[?25l"), "the cursor is hidden: {:?}", self.seen);
        assert!(self.seen.rfind("\u{1b}[?2004l") >= self.seen.rfind("\u{1b}[?2004h"), "{:?}", self.seen);
        assert_eq!(self.file("out"), "", "standard output is for data");
        (self.file("code").trim().to_owned(), self.file("result"))
    }
}

/// Sends a signal to the process of this number.
pub(super) fn kill(signal: &str, process: &str) {
    let status = Command::new("kill").arg(format!("-{signal}")).arg(process.trim()).status().expect("kill");
    assert!(status.success(), "kill -{signal} {process}");
}
