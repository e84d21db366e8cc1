//! A terminal of its own for one run of a program, inside a shell that looks at the terminal before and after.

use std::fs;
use std::io::Write as _;
use std::process::Command;
use std::sync::mpsc;
use std::time::Duration;

use rexpect::session::{PtySession, spawn_command};
use tempfile::TempDir;

/// How long a test waits for what has to come, in milliseconds; it is no measure of anything.
pub const PATIENCE_MS: u64 = 30_000;

/// Where the program's standard output goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Data {
    /// Into a file, where there has to be none of it in the end.
    None,
    /// To the terminal, among the talk.
    Shown,
}

/// A program on a terminal of its own.
pub struct Stage {
    /// Where the shell keeps what it saw.
    pub folder: TempDir,
    session: PtySession,
    /// All that was shown so far.
    pub seen: String,
    data: Data,
}

impl Stage {
    /// Opens a terminal of 24 rows and so many columns; the shell does `first`, then waits for [`Stage::start`] to run it.
    pub fn open(folder: TempDir, program: &Command, first: &str, columns: usize, data: Data) -> Self {
        let out = if data == Data::None { "> \"$STAGE/out\"" } else { "" };
        let script = format!(
            "{first}\necho $$ > \"$STAGE/leader\"; stty sane rows 24 cols {columns}; stty -a > \"$STAGE/before\"; \
             exec 9> \"$STAGE/alive\"; \"$@\" {out}; echo $? > \"$STAGE/code\"; stty -a > \"$STAGE/after\"; echo [done]"
        );
        let alive = Command::new("mkfifo").arg(folder.path().join("alive")).status().expect("mkfifo");
        assert!(alive.success());
        let mut command = Command::new("/bin/sh");
        command.env("STAGE", folder.path()).current_dir(program.get_current_dir().unwrap_or(folder.path()));
        if program.get_envs().any(|(name, _)| name == "HOME") {
            // A program with a home of its own brings its whole environment.
            command.env_clear().env("STAGE", folder.path());
        }
        for (name, value) in program.get_envs() {
            if let Some(value) = value {
                command.env(name, value);
            }
        }
        command.arg("-c").arg(script).arg("sh").arg(program.get_program()).args(program.get_args());
        let session = spawn_command(command, Some(PATIENCE_MS)).expect("a terminal");
        Self { folder, session, seen: String::new(), data }
    }

    /// Waits until this is shown.
    #[track_caller]
    pub fn wait(&mut self, text: &str) {
        let place = std::panic::Location::caller();
        // rexpect takes each byte for a character.
        let bytes: String = text.bytes().map(char::from).collect();
        let before = self.session.exp_string(&bytes);
        let before = before.unwrap_or_else(|error| panic!("{place}: {text}: {error}\nafter: {}", self.seen));
        let before: Vec<u8> = before.chars().map(|byte| byte as u8).collect();
        self.seen.push_str(&String::from_utf8_lossy(&before));
        self.seen.push_str(text);
    }

    /// Types this.
    pub fn send(&mut self, text: &str) {
        self.send_bytes(text.as_bytes());
    }

    /// Types these bytes.
    pub fn send_bytes(&mut self, bytes: &[u8]) {
        let mut terminal = self.session.process().get_file_handle().expect("the terminal");
        terminal.write_all(bytes).expect("typed");
    }

    /// What the shell keeps under a name.
    pub fn file(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap_or_default()
    }

    /// Lets the shell start: it waits for somebody who wants to know when it is over.
    pub fn start(&self) -> Ending {
        let alive = self.folder.path().join("alive");
        let (over, is_over) = mpsc::channel();
        std::thread::spawn(move || {
            let _ = fs::read(alive);
            let _ = over.send(());
        });
        Ending(is_over)
    }

    /// Drops the line: with its session's leader gone, a terminal hangs up on whoever still uses it.
    pub fn hang_up(&self) {
        kill("KILL", &self.file("leader"));
    }

    /// Waits for the end, looks whether the terminal is as it was, and gives the exit code.
    #[track_caller]
    pub fn end(&mut self) -> String {
        self.wait("[done]");
        assert_eq!(self.file("before"), self.file("after"), "the terminal has changed");
        assert!(self.file("before").contains(" echo ") && self.file("before").contains(" icanon "));
        let shown = self.seen.rfind("\u{1b}[?25h");
        assert!(shown >= self.seen.rfind("\u{1b}[?25l"), "the cursor is hidden: {:?}", self.seen);
        assert!(self.seen.rfind("\u{1b}[?2004l") >= self.seen.rfind("\u{1b}[?2004h"), "{:?}", self.seen);
        if self.data == Data::None {
            assert_eq!(self.file("out"), "", "standard output is for data");
        }
        self.file("code").trim().to_owned()
    }
}

/// Tells when a program and all that it started are over.
pub struct Ending(mpsc::Receiver<()>);

impl Ending {
    /// Waits for it.
    #[track_caller]
    pub fn wait(&self) {
        self.0.recv_timeout(Duration::from_millis(PATIENCE_MS)).expect("the program ends, too");
    }
}

/// Sends a signal to the process of this number.
pub fn kill(signal: &str, process: &str) {
    let status = Command::new("kill").arg(format!("-{signal}")).arg(process.trim()).status().expect("kill");
    assert!(status.success(), "kill -{signal} {process}");
}
