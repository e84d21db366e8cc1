//! The process as the program finds it: its environment, its streams, its terminal, the engine it keeps its desk in.
//!
//! The only home of the environment, and the only place where engines are named.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::auth::{self, Secret};
use crate::domain::letter::CommandId;
use crate::mail::{MailError, MaildirMailer, Mailer, PasswordSource, SmtpLimits, SmtpMailer, SmtpSettings, SmtpTls};
use crate::paths::Surroundings;
use crate::store::memory::MemoryStore;
use crate::store::redb::RedbStore;
use crate::store::{Read, Store, StoreError, Write};

/// The engine that desks are kept in.
pub type Engine = RedbStore;

/// Opens the store of a desk.
///
/// # Errors
/// Those of the engine.
pub fn open_store(desk: &Path, wait: Duration) -> Result<Engine, StoreError> {
    RedbStore::open(desk, wait)
}

/// Opens the store of a desk only to look at it: nothing in it is mended or brought up to date.
///
/// # Errors
/// Those of the engine.
pub fn look_at_store(desk: &Path, wait: Duration) -> Result<Engine, StoreError> {
    RedbStore::look_at(desk, wait)
}

/// What a making of a desk left behind that was broken off, if nobody is at it now.
///
/// # Errors
/// Those of the engine.
pub fn unfinished_store(desk: &Path) -> Result<Option<PathBuf>, StoreError> {
    RedbStore::unfinished(desk)
}

/// A desk that is being made: its first transaction makes the store, so that there is a whole desk or none.
pub struct Founding<'d> {
    desk: &'d Path,
    wait: Duration,
}

impl<'d> Founding<'d> {
    /// A desk to be made in a directory.
    pub fn of(desk: &'d Path, wait: Duration) -> Self {
        Self { desk, wait }
    }
}

impl Store for Founding<'_> {
    fn read<T, E: From<StoreError>>(&self, _: impl FnOnce(&dyn Read) -> Result<T, E>) -> Result<T, E> {
        Err(StoreError::Missing(self.desk.to_owned()).into())
    }

    fn write<T, E: From<StoreError>>(&self, id: &CommandId, f: impl FnMut(&mut dyn Write) -> Result<T, E>) -> Result<T, E> {
        RedbStore::create_with(self.desk, self.wait, id, f).map(|(_, value)| value)
    }
}

/// A store that nothing is kept in, for the rehearsal of a desk that does not exist yet.
pub fn passing_store() -> impl Store {
    MemoryStore::default()
}

/// The settings that decide how letters leave.
pub const MAIL_SETTINGS: [&str; 6] = [
    "mail.smtp.host",
    "mail.smtp.port",
    "mail.smtp.tls",
    "mail.smtp.user",
    "mail.smtp.password_file",
    "mail.smtp.password_command",
];

/// The way that letters leave by: the SMTP server of the settings or, without one, the desk's Maildir.
///
/// # Errors
/// `Misconfigured` for settings that cannot work.
pub fn open_mailer(desk: &Path, values: &[Option<String>]) -> Result<Box<dyn Mailer>, MailError> {
    let value = |index: usize| values.get(index).cloned().flatten();
    match value(0) {
        None => Ok(Box::new(MaildirMailer::new(desk.join("mail")))),
        Some(host) => {
            let tls = match value(2).as_deref() {
                Some("none") => SmtpTls::None,
                Some("starttls") => SmtpTls::StartTls,
                _ => SmtpTls::Tls,
            };
            let password = match (value(4), value(5)) {
                (Some(file), _) => Some(PasswordSource::File(file.into())),
                (None, Some(command)) => Some(PasswordSource::Command(command)),
                (None, None) => None,
            };
            let port = value(1).and_then(|port| port.parse().ok());
            let settings = SmtpSettings { host, port, tls, user: value(3), password, hello_name: host_name() };
            Ok(Box::new(SmtpMailer::new(settings, SmtpLimits::default())))
        }
    }
}

/// What this machine calls itself towards mail servers.
fn host_name() -> String {
    let name = rustix::system::uname().nodename().to_string_lossy().into_owned();
    let fits = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
    if fits { name } else { "localhost".to_owned() }
}

/// What a shell that wants a completion says itself by, with its name as the value.
pub const COMPLETE: &str = "TAQUILLA_COMPLETE";

/// A completion that a shell asks for, as its script says it.
#[derive(Clone, Debug)]
pub struct Completing {
    /// The shell's name.
    pub shell: String,
    /// Which word of the line is to be completed.
    pub place: usize,
    /// What bash wants between what is proposed.
    pub separator: String,
    /// What bash wants it for, as `COMP_TYPE` has it.
    pub kind: usize,
    /// The end of the word before the cursor that bash replaces; its script says it.
    pub replaced: Option<String>,
}

/// What the environment says.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// `TAQUILLA_DESK`.
    pub desk: Option<PathBuf>,
    /// `TAQUILLA_LANG`.
    pub language: Option<String>,
    /// `TAQUILLA_TOKEN`, whatever it is; empty counts as none.
    pub token: Option<Secret>,
    /// `TAQUILLA_NOW`.
    pub now: Option<String>,
    /// `TAQUILLA_EDITOR`, `VISUAL`, `EDITOR`: the first that is not empty.
    pub editor: Option<String>,
    /// `TAQUILLA_PAGER`, `PAGER`: the first that is set.
    pub pager: Option<String>,
    /// `LC_ALL`, `LC_MESSAGES`, `LANG`: the first that is not empty.
    pub locale: Option<String>,
    /// Whether `NO_COLOR` is set to anything.
    pub no_colour: bool,
    /// Whether `CLICOLOR_FORCE` is set to anything but `0`.
    pub force_colour: bool,
    /// Whether `TERM` says that the terminal can do nothing.
    pub is_dumb: bool,
    /// What a shell wants completed.
    pub completing: Option<Completing>,
    /// Where directories are looked for.
    pub surroundings: Surroundings,
    /// Whether standard input is a terminal.
    pub stdin_is_terminal: bool,
    /// Whether standard output is a terminal.
    pub stdout_is_terminal: bool,
    /// Whether standard error is a terminal.
    pub stderr_is_terminal: bool,
    /// The columns of the terminal; 80 where there is none.
    pub width: usize,
    /// The rows of the terminal; 24 where there is none.
    pub height: usize,
}

impl Environment {
    /// The columns that sentences have on standard error (`usize::MAX`: no limit, where it is no terminal).
    pub fn talk_width(&self) -> usize {
        if self.stderr_is_terminal { self.width } else { usize::MAX }
    }

    /// Whether the locale's characters are those of Unicode.
    pub fn has_unicode(&self) -> bool {
        self.locale.as_ref().is_some_and(|locale| locale.to_ascii_lowercase().replace('-', "").contains("utf8"))
    }

    /// The environment of this process.
    #[expect(clippy::disallowed_methods, reason = "the home of the environment")]
    pub fn of_process() -> Self {
        let text = |name: &str| std::env::var(name).ok();
        let filled = |name: &str| text(name).filter(|value| !value.is_empty());
        let path = |name: &str| std::env::var_os(name).filter(|value: &OsString| !value.is_empty());
        let number = |name: &str| text(name).and_then(|value| value.parse().ok()).unwrap_or_default();
        let (width, height) = terminal_size();
        Self {
            desk: path("TAQUILLA_DESK").map(PathBuf::from),
            language: filled("TAQUILLA_LANG"),
            token: std::env::var_os("TAQUILLA_TOKEN").filter(|value| !value.is_empty()).map(|value| {
                // What is no text is no token either, and is refused like one that there is not.
                Secret::new(value.to_string_lossy().into_owned())
            }),
            now: filled("TAQUILLA_NOW"),
            editor: filled("TAQUILLA_EDITOR").or_else(|| filled("VISUAL")).or_else(|| filled("EDITOR")),
            pager: text("TAQUILLA_PAGER").or_else(|| text("PAGER")),
            locale: filled("LC_ALL").or_else(|| filled("LC_MESSAGES")).or_else(|| filled("LANG")),
            no_colour: filled("NO_COLOR").is_some(),
            force_colour: filled("CLICOLOR_FORCE").is_some_and(|value| value != "0"),
            is_dumb: text("TERM").as_deref() == Some("dumb"),
            completing: filled(COMPLETE).map(|shell| Completing {
                shell,
                place: number("_CLAP_COMPLETE_INDEX"),
                separator: text("_CLAP_IFS").unwrap_or_else(|| "\n".to_owned()),
                kind: number("_CLAP_COMPLETE_COMP_TYPE"),
                replaced: text("TAQUILLA_COMPLETE_REPLACED"),
            }),
            surroundings: Surroundings {
                xdg_data_home: path("XDG_DATA_HOME"),
                xdg_state_home: path("XDG_STATE_HOME"),
                xdg_config_home: path("XDG_CONFIG_HOME"),
                home: path("HOME"),
            },
            stdin_is_terminal: std::io::stdin().is_terminal(),
            stdout_is_terminal: std::io::stdout().is_terminal(),
            stderr_is_terminal: std::io::stderr().is_terminal(),
            width,
            height,
        }
    }
}

/// The columns and rows of the terminal, of whichever stream is one.
fn terminal_size() -> (usize, usize) {
    let size = rustix::termios::tcgetwinsize(std::io::stdout()).or_else(|_| rustix::termios::tcgetwinsize(std::io::stderr()));
    let usual = (80, 24);
    size.map_or(usual, |size| if size.ws_col == 0 { usual } else { (size.ws_col.into(), size.ws_row.into()) })
}

/// Where somebody comes from, for the throttle: the user of the system.
pub fn source() -> String {
    format!("uid {}", rustix::process::getuid().as_raw())
}

/// The program itself, to start its relay.
///
/// # Errors
/// When the system does not know.
pub fn program() -> std::io::Result<PathBuf> {
    std::env::current_exe()
}

/// Where paths that are typed begin.
pub fn current_directory() -> Option<PathBuf> {
    std::env::current_dir().ok()
}

/// Where files go that nobody keeps.
#[expect(clippy::disallowed_methods, reason = "the home of the environment")]
pub fn temporary_directory() -> PathBuf {
    std::env::temp_dir()
}

/// 32 random bytes for one command.
///
/// # Errors
/// When the system has none.
pub fn seed() -> Result<[u8; 32], auth::AuthError> {
    auth::random_seed()
}
