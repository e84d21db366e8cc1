//! A desk in a directory of its own, its clock and its letters.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicI64, Ordering};

use taquilla::domain::time::{Span, Timestamp};
use tempfile::TempDir;

use super::mailbox::{self, Mail};
use super::person::Person;
use super::{BEGINNING, PASSWORD, folder};

/// The name that a desk of the suite has.
pub const NAME: &str = "Tutorías Ágora";

/// A machine with nothing on it but one desk, or not even that yet. It goes when the value goes.
pub struct Desk {
    home: TempDir,
    now_ms: AtomicI64,
}

impl Desk {
    /// A machine without a desk; its clock stands at [`BEGINNING`].
    pub fn missing() -> Self {
        let now = Timestamp::parse_rfc3339(BEGINNING).unwrap();
        Self { home: folder(), now_ms: AtomicI64::new(now.as_millis()) }
    }

    /// The same desk on a machine of its own, where the same people are logged in.
    pub fn twin(&self) -> Self {
        let twin = Self { home: folder(), now_ms: AtomicI64::new(self.now().as_millis()) };
        for part in ["data", "state"] {
            copy(&self.home().join(part), &twin.home().join(part));
        }
        twin.take_over_sessions();
        twin
    }

    /// Sets the desk up as `alba`, who is logged in then.
    pub fn init(&self) -> Person<'_> {
        let admin = self.admin();
        let line = ["init", "--name", NAME, "--admin-email", admin.email(), "--admin-name", "Alba Admin", "--password-stdin"];
        admin.command(line).stdin(format!("{PASSWORD}\n")).run().ok();
        admin
    }

    /// Whoever set the desk up.
    pub fn admin(&self) -> Person<'_> {
        Person::new(self, "admin", "Alba Admin")
    }

    /// Somebody who has not done anything yet: no account, no session. The address is `NAME@example.com`.
    pub fn guest(&self, name: &str) -> Person<'_> {
        let mut letters = name.chars();
        let capital = letters.next().map(char::to_uppercase).into_iter().flatten();
        Person::new(self, name, &capital.chain(letters).collect::<String>())
    }

    /// Somebody of [`Desk::staffed`].
    pub fn person(&self, name: &str) -> Person<'_> {
        self.guest(name)
    }

    /// A client with a confirmed account, logged in.
    pub fn client(&self, name: &str) -> Person<'_> {
        let client = self.guest(name);
        let line = ["register", "--email", client.email(), "--name", client.name(), "--password-stdin", "--accept-rules"];
        client.command(line).stdin(format!("{PASSWORD}\n")).run().ok();
        let code = self.last_letter_to(client.email()).code();
        client.run(["confirm", "--email", client.email(), &code]).ok();
        client
    }

    /// Somebody of staff (`agent`, `secretary`, `care`, `admin`) whom the administrator invited, logged in.
    pub fn staff(&self, name: &str, role: &str) -> Person<'_> {
        let staff = self.guest(name);
        self.admin().run(["user", "create", "--email", staff.email(), "--name", staff.name(), "--role", role]).ok();
        let code = self.last_letter_to(staff.email()).code();
        let line = ["password", "reset", "--email", staff.email(), &code, "--password-stdin", "--accept-rules"];
        staff.command(line).stdin(format!("{PASSWORD}\n")).run().ok();
        staff
    }

    /// Whoever owns the desk's files, on no account: for `mail flush`, `verify`, `tick`.
    pub fn owner(&self) -> Person<'_> {
        Person::new(self, "owner", "Owner")
    }

    /// The home directory of everybody here, where commands are run.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The desk's directory.
    pub fn path(&self) -> PathBuf {
        self.home().join("data").join("taquilla")
    }

    /// Writes a file into the home directory.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.home().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// The time on this desk.
    pub fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.now_ms.load(Ordering::Relaxed))
    }

    /// Lets time pass.
    pub fn advance(&self, span: Span) {
        self.now_ms.fetch_add(span.as_millis(), Ordering::Relaxed);
    }

    /// Sets the clock, forward or back.
    ///
    /// # Panics
    /// If it is no RFC 3339 time.
    pub fn set_now(&self, time: &str) {
        let now = Timestamp::parse_rfc3339(time).unwrap_or_else(|| panic!("no time: {time}"));
        self.now_ms.store(now.as_millis(), Ordering::Relaxed);
    }

    /// The program in an emptied environment, with what everybody here shares.
    pub fn program(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_taquilla"));
        command.env_clear().current_dir(self.home());
        command.env("PATH", "/usr/bin:/bin").env("TZ", "UTC").env("LANG", "C.UTF-8");
        command.env("HOME", self.home());
        command.env("XDG_DATA_HOME", self.home().join("data")).env("XDG_CONFIG_HOME", self.home().join("config"));
        command.env("TAQUILLA_NOW", self.now().to_rfc3339());
        command
    }

    /// Every letter that left, in the order of their files, which is not that of time.
    pub fn letters(&self) -> Vec<Mail> {
        mailbox::read(&self.path().join("mail"))
    }

    /// The letters to an address that left.
    pub fn letters_to(&self, address: &str) -> Vec<Mail> {
        self.letters().into_iter().filter(|letter| letter.to() == address).collect()
    }

    /// The letter to an address that was the last to leave.
    ///
    /// # Panics
    /// If there is none, naming those there are.
    #[track_caller]
    pub fn last_letter_to(&self, address: &str) -> Mail {
        let letters = self.letters();
        let known: Vec<_> = letters.iter().map(|letter| (letter.to(), letter.subject())).collect();
        let last = letters.iter().filter(|letter| letter.to() == address).max_by_key(|letter| letter.left_at);
        last.unwrap_or_else(|| panic!("no letter to {address} among {known:?}")).clone()
    }

    /// Runs `f`, and returns the letters that left meanwhile with what it returned. Letters that waited before leave first.
    pub fn letters_of<T>(&self, f: impl FnOnce() -> T) -> (T, Vec<Mail>) {
        self.owner().run(["mail", "flush"]).ok();
        let before = self.letters();
        let answer = f();
        let letters = self.letters().into_iter().filter(|letter| before.iter().all(|other| other.path != letter.path));
        (answer, letters.collect())
    }
}

/// Copies a directory with all that is in it, its permissions too.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() { copy(&entry.path(), &target) } else { drop(std::fs::copy(entry.path(), target)) }
    }
    std::fs::set_permissions(to, std::fs::metadata(from).unwrap().permissions()).unwrap();
}
