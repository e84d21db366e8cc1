//! One run of a program: what goes in, what comes out, and an end to it in any case.

use std::io::Write;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

/// How long a run may take before it counts as hanging.
pub const LIMIT: Duration = Duration::from_secs(60);

/// What a run came to.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The command line, for what a failed test says.
    pub command: String,
    /// The exit code; none when a signal ended it.
    pub code: Option<i32>,
    /// What it wrote on stdout.
    pub stdout: Vec<u8>,
    /// What it wrote on stderr.
    pub stderr: Vec<u8>,
}

impl Outcome {
    /// It, if its exit code is this one.
    ///
    /// # Panics
    /// With everything it printed, if it is another.
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self}");
        self
    }

    /// It, if it did what it was asked to.
    #[track_caller]
    pub fn ok(self) -> Self {
        self.exits(0)
    }

    /// What it wrote on stdout, which must be text.
    #[track_caller]
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.stdout).unwrap_or_else(|_| panic!("stdout is not text: {self}"))
    }

    /// What it wrote on stderr, which must be text.
    #[track_caller]
    pub fn talk(&self) -> &str {
        std::str::from_utf8(&self.stderr).unwrap_or_else(|_| panic!("stderr is not text: {self}"))
    }

    /// What it wrote on stdout, which must be one JSON value.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.stdout).unwrap_or_else(|error| panic!("stdout is not JSON ({error}): {self}"))
    }

    /// What stands under `error` in the one JSON object on stderr; stdout must be empty.
    #[track_caller]
    pub fn error(&self) -> Value {
        assert!(self.stdout.is_empty(), "a failure has no data: {self}");
        let mut object: Value =
            serde_json::from_slice(&self.stderr).unwrap_or_else(|error| panic!("stderr is not JSON ({error}): {self}"));
        object["error"].take()
    }

    /// It, if it was refused with this exit code and, under `--json`, this error code.
    #[track_caller]
    pub fn refused(self, exit: i32, code: &str) -> Self {
        let outcome = self.exits(exit);
        assert_eq!(outcome.error()["code"], code, "{outcome}");
        outcome
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (stdout, stderr) = (String::from_utf8_lossy(&self.stdout), String::from_utf8_lossy(&self.stderr));
        write!(formatter, "\n$ {}\nexit code: {:?}\nstdout: {stdout}\nstderr: {stderr}", self.command, self.code)
    }
}

/// Runs a program to its end. Without `input` there is nothing to read, and it is not a terminal.
///
/// # Panics
/// If it is not at its end after `limit`, naming the command; it is killed then.
#[track_caller]
pub fn run(mut command: Command, input: Option<&[u8]>, limit: Duration) -> Outcome {
    let line = command_line(&command);
    command.stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() });
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn().unwrap_or_else(|error| panic!("cannot start {line}: {error}"));
    let process = Pid::from_child(&child);
    let Some(output) = wait(child, input.map(<[u8]>::to_vec), limit) else {
        // It may have ended just now; then there is nobody to kill.
        let _ = kill_process(process, Signal::KILL);
        panic!("still running after {limit:?}, or something it left behind holds its output: {line}");
    };
    Outcome { command: line, code: output.status.code(), stdout: output.stdout, stderr: output.stderr }
}

/// Waits until something outside of this process has happened, and looks again and again; there is nothing to be woken by.
///
/// # Panics
/// If it has not happened after a minute, naming it.
#[track_caller]
pub fn wait_until(what: &str, mut has_happened: impl FnMut() -> bool) {
    for _ in 0..12_000 {
        if has_happened() {
            return;
        }
        thread::park_timeout(Duration::from_millis(5));
    }
    panic!("not after a minute: {what}");
}

/// Feeds a process and waits for its end and that of its output; `None` when the time is over before.
fn wait(mut child: Child, input: Option<Vec<u8>>, limit: Duration) -> Option<Output> {
    if let (Some(mut stdin), Some(input)) = (child.stdin.take(), input) {
        // A program may end without reading all it is given: that is its own affair.
        thread::spawn(move || drop(stdin.write_all(&input)));
    }
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || drop(sender.send(child.wait_with_output())));
    let output = receiver.recv_timeout(limit).ok()?;
    Some(output.unwrap())
}

/// The command as one would type it, without its environment.
fn command_line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let quoted = words.map(|word| {
        let word = word.to_string_lossy().into_owned();
        let is_plain =
            !word.is_empty() && word.chars().all(|character| character.is_alphanumeric() || "-_./:@=,".contains(character));
        if is_plain { word } else { format!("'{}'", word.replace('\'', "'\\''")) }
    });
    quoted.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_run_is_told_whole() {
        let outcome = run(shell("cat; echo oh >&2; exit 3"), Some(b"one\ntwo"), LIMIT);
        assert_eq!((outcome.code, outcome.text(), outcome.talk()), (Some(3), "one\ntwo", "oh\n"));
        assert_eq!(outcome.command, "/bin/sh -c 'cat; echo oh >&2; exit 3'");
    }

    #[test]
    fn more_than_a_pipe_holds_goes_through_and_may_be_left_unread() {
        let input = vec![b'a'; 1 << 20];
        assert_eq!(run(shell("cat"), Some(&input), LIMIT).ok().stdout.len(), input.len());
        assert_eq!(run(shell("exit 0"), Some(&input), LIMIT).ok().stdout.len(), 0);
    }

    #[test]
    #[should_panic(
        expected = "still running after 100ms, or something it left behind holds its output: /bin/sh -c 'kill -STOP $$'"
    )]
    fn what_hangs_is_named_and_killed() {
        run(shell("kill -STOP $$"), None, Duration::from_millis(100));
    }

    #[test]
    #[should_panic(expected = "stdout is not JSON")]
    fn what_is_not_json_is_shown() {
        run(shell("echo no"), None, LIMIT).json();
    }
}
