//! From a failure to its words: one sentence, one hint, one stable code, one exit code.
//!
//! The only place that decides exit codes. Every match is complete, so that a new failure cannot be forgotten.

use std::path::Path;

use crate::app::many::Things;
use crate::app::people::last_moment;
use crate::app::{self, change::Printed};
use crate::auth::AuthError;
use crate::clock::WrongTime;
use crate::domain::absence::SubstituteFault;
use crate::domain::account::Role;
use crate::domain::calendar::ics::IcsFault;
use crate::domain::calendar::{CalendarFault, near_zones};
use crate::domain::dump::DumpFault;
use crate::domain::house_rules::{Breach, Matter, Spots};
use crate::domain::language::Language;
use crate::domain::merge::MergeFault;
use crate::domain::password::PasswordFault;
use crate::domain::phone_line::PhoneLine;
use crate::domain::refusal::{Refusal, Refusal as R, Turn};
use crate::domain::reminder::ReminderFault;
use crate::domain::settings::Clash;
use crate::domain::sheet::{Choice, ColumnName, SheetFault};
use crate::domain::ticket::TicketNumber;
use crate::domain::time::Timestamp;
use crate::i18n::clap::UsageError;
use crate::i18n::{Value, Words, dates};
use crate::mail::MailError;
use crate::paths::PathsError;
use crate::store::StoreError;
use crate::ui::prompt::PromptError;
use crate::ui::safe;
use crate::ui::talk::wrapped;

/// Everything that can end a command before it is done.
#[derive(Debug)]
pub enum Failure {
    /// The command line does not make sense.
    Usage(UsageError),
    /// A note without anything in it.
    EmptyNote,
    /// Neither tickets were named nor a list of them.
    NoTickets,
    /// A value is missing and nobody can be asked: the option that gives it.
    Missing(String),
    /// Standard input was to give so many passwords, and gave fewer.
    EmptyInput(usize),
    /// A file was to give so many passwords, and gave fewer.
    EmptyPasswordFile(usize),
    /// A change of which nothing was said: the options that say what.
    NothingToChange(&'static str),
    /// A client's words that are no note: the command that would answer with them.
    ReplyInstead(String),
    /// A value cannot be what its option asks for: the option and the value.
    BadValue(String, String),
    /// A time that cannot be what its option asks for, which lies ahead: the option and the value.
    BadTimeAhead(String, String),
    /// A field that the output does not have, and those that it has.
    BadField(String, String),
    /// Something that cannot be undone wants `--yes`.
    WantsYes,
    /// A use case was refused or failed.
    App(app::Error),
    /// Some of many things were refused; the others are done and printed, or would be: what they are, and whether it was a rehearsal.
    PartlyDone(Things, Vec<app::NumberRefusal>, bool),
    /// A command of several transactions was ended after some of them; what they did is printed.
    CutShort(Box<Failure>),
    /// The command was done in part before, under the same key: what it told then is told again.
    Replayed(Printed),
    /// Somebody was asked and answered with Ctrl-C or Ctrl-D, or went away.
    Prompt(PromptError),
    /// Somebody stopped with Ctrl-C what would never have ended by itself.
    Stopped,
    /// Any of the others, in words already: the menus may speak another language than the command began with.
    Told(Box<Told>),
    /// A directory or a session file.
    Paths(PathsError),
    /// `TAQUILLA_NOW` is no time.
    Time(WrongTime),
    /// A file of the person cannot be read or written.
    File(std::path::PathBuf, std::io::Error),
    /// Standard input cannot be read.
    Stdin(std::io::Error),
    /// The folder that a file of the person was to go into is not there.
    NoFolder(std::path::PathBuf),
    /// A file of the person is a pipe, a socket or a device.
    NotRegular(std::path::PathBuf),
    /// A file of the person is not text.
    NotText(std::path::PathBuf),
    /// A file that was to be a sheet is no text.
    NotASheet(std::path::PathBuf),
    /// A sheet has no column of a heading that is needed.
    MissingColumn {
        /// The sheet.
        path: std::path::PathBuf,
        /// Which are missing.
        columns: Vec<ColumnName>,
        /// The headings that are read.
        known: String,
    },
    /// A sheet has columns of headings that nobody knows.
    UnknownColumn {
        /// The sheet.
        path: std::path::PathBuf,
        /// Which.
        columns: String,
        /// The headings that are read.
        known: String,
    },
    /// A sheet has two columns of one meaning: what both are called there.
    DoubleColumn(std::path::PathBuf, [String; 2]),
    /// The whole desk was to be shown on a terminal.
    DumpToTerminal,
    /// A file of the person is larger than the bytes that are read of one.
    TooLarge(std::path::PathBuf, u64),
    /// A file of settings is not written as it should be: the line.
    BadToml(std::path::PathBuf, usize),
    /// A setting stands in a file in a form that is no value: what it is called there.
    BadShape(std::path::PathBuf, String),
    /// Something is to be edited, but there is no terminal, and no editor is named.
    NoEditor,
    /// A token would be made that nobody is shown.
    TokenUnshown,
    /// Two options exclude each other.
    Conflict(String, String),
    /// Two options want to read standard input.
    OneStdin(String, String),
    /// The desk was made, but its administrator could not be logged in.
    MadeUnentered(PathsError),
    /// What one was writing to has closed; there is nobody to tell.
    ClosedPipe,
    /// Standard output cannot be written.
    Output(std::io::Error),
    /// The change was made, but standard output cannot be written.
    DoneUnprinted(Unprinted, std::io::Error),
    /// The verification of the store found something.
    Damaged(Vec<String>),
    /// The demonstration saw something else than it should: what.
    Demo(String),
    /// The program itself is at fault.
    Internal,
    /// A program that the person asked for did not do its work: its name.
    Program(String, std::io::Error),
}

/// What was done that nobody can read of.
#[derive(Debug)]
pub enum Unprinted {
    /// A change, which may have a key.
    Change,
    /// A session was begun or ended.
    Session,
    /// A token was made: what it is called by.
    Token(String),
}

impl From<app::Error> for Failure {
    fn from(error: app::Error) -> Self {
        Self::App(error)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::App(refusal.into())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::App(error.into())
    }
}

impl From<AuthError> for Failure {
    fn from(error: AuthError) -> Self {
        Self::App(error.into())
    }
}

impl From<super::present::BadField> for Failure {
    fn from(fault: super::present::BadField) -> Self {
        Self::BadField(fault.field, fault.known)
    }
}

/// A failure in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The stable code.
    pub code: &'static str,
    /// The sentence.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
    /// The exit code.
    pub exit: u8,
    /// The refusals of single tickets, or of single lines of a file.
    pub refusals: Vec<ToldRefusal>,
    /// The places in what was given that are refused.
    pub spots: Spots,
}

impl Told {
    /// One sentence, and nothing beside it.
    fn new(code: &'static str, message: String, exit: u8) -> Self {
        Self { code, message, hint: None, exit, refusals: Vec::new(), spots: Spots::default() }
    }
}

/// What is refused of many things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A ticket: the number, as it was given.
    Ticket(String),
    /// A ticket that stands on a line of a file; without a number where the line has none.
    TicketOnLine(String, u64),
    /// A line of a file.
    Line(u64),
}

/// The refusal of one thing of many in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldRefusal {
    /// What is refused.
    pub of: Refused,
    /// The stable code.
    pub code: &'static str,
    /// The sentence.
    pub message: String,
    /// The exit code that it would have alone.
    pub exit: u8,
}

/// Stable code, exit code, the words and values for them, and a hint other than that of the words.
struct Case<'a> {
    code: &'static str,
    exit: u8,
    /// The id of the words; most have that of the code.
    id: String,
    values: Vec<(&'static str, Value<'a>)>,
    hint: Option<String>,
}

fn case(code: &'static str, exit: u8) -> Case<'static> {
    Case { code, exit, id: format!("error-{code}"), values: Vec::new(), hint: None }
}

impl<'a> Case<'a> {
    fn with(mut self, name: &'static str, value: impl Into<Value<'a>>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// The same case in other words.
    fn in_words(self, id: &str) -> Self {
        Self { id: id.to_owned(), ..self }
    }

    fn tell(self, words: &Words) -> Told {
        let told = Told::new(self.code, words.format(&self.id, &self.values), self.exit);
        Told { hint: self.hint.or_else(|| words.hint(&self.id, &self.values)), ..told }
    }
}

/// A failure in a person's words. Times are told as `time` writes them.
pub fn tell(failure: &Failure, words: &Words, time: &dyn Fn(Timestamp) -> String) -> Told {
    match failure {
        Failure::Usage(usage) => Told { hint: usage.hint.clone(), ..Told::new(usage.code, usage.message.clone(), 2) },
        Failure::Missing(option) => case("missing-value", 2).with("option", option).tell(words),
        Failure::EmptyNote => case("empty-message", 2).in_words("error-empty-note").tell(words),
        Failure::NoTickets => case("missing-value", 2).in_words("error-no-tickets").tell(words),
        Failure::NothingToChange(options) => {
            case("missing-value", 2).with("options", *options).in_words("error-nothing-to-change").tell(words)
        }
        Failure::ReplyInstead(command) => {
            case("not-allowed", 5).with("command", command).in_words("error-reply-instead").tell(words)
        }
        Failure::EmptyInput(wanted) => case("empty-stdin", 2).with("wanted", *wanted).tell(words),
        Failure::EmptyPasswordFile(wanted) => case("empty-password-file", 2).with("wanted", *wanted).tell(words),
        Failure::BadValue(option, value) => bad_value(option, value, words).tell(words),
        Failure::BadTimeAhead(option, value) => bad_time_ahead(option, value, words).tell(words),
        Failure::BadField(field, known) => case("bad-field", 2).with("field", safe_line(field)).with("known", known).tell(words),
        Failure::WantsYes => case("wants-yes", 2).tell(words),
        Failure::App(error) => tell_app(error, words, time),
        Failure::PartlyDone(of, refusals, rehearsed) => {
            let id = match (of, rehearsed) {
                (Things::Tickets, false) => "error-partly-done",
                (Things::Tickets, true) => "error-partly-rehearsed",
                (Things::Tasks, false) => "error-partly-done-tasks",
                (Things::Tasks, true) => "error-partly-rehearsed-tasks",
            };
            let case = case("partly-done", 8).with("count", refusals.len()).in_words(id);
            Told { refusals: tell_refusals(refusals, words, time), ..case.tell(words) }
        }
        Failure::CutShort(cause) => cut_short(tell(cause, words, time), words),
        Failure::Replayed(printed) => {
            Told::new("partly-done", String::from_utf8_lossy(&printed.stderr).into_owned(), printed.exit)
        }
        Failure::Prompt(error) => tell_prompt(error, words),
        Failure::Stopped => case("interrupted", 130).in_words("error-stopped").tell(words),
        Failure::Told(told) => told.as_ref().clone(),
        Failure::Paths(error) => tell_paths(error, words),
        Failure::Time(error) => case("bad-time", 2).with("value", safe_line(&error.text)).tell(words),
        Failure::File(path, error) => tell_file(path, error, words),
        // For scripts it is what it always was: a file that cannot be made there.
        Failure::NoFolder(path) => {
            case("file-not-found", 2).with("path", safe_path(path)).in_words("error-folder-not-found").tell(words)
        }
        Failure::Stdin(error) => case("stdin-failed", 1).with("reason", cause(error, words)).tell(words),
        Failure::NotRegular(path) => case("file-not-regular", 2).with("path", safe_path(path)).tell(words),
        Failure::NotText(path) if is_stdin(path) => case("not-text", 2).in_words("error-stdin-not-text").tell(words),
        Failure::NotText(path) => case("not-text", 2).with("path", safe_path(path)).tell(words),
        Failure::DumpToTerminal => case("dump-to-terminal", 2).tell(words),
        Failure::NotASheet(path) => {
            case("not-text", 2).with("path", of_file(path, words)).in_words("error-not-a-sheet").tell(words)
        }
        Failure::MissingColumn { path, columns, known } => missing_columns(path, columns, known, words),
        Failure::UnknownColumn { path, columns, known } => of_columns(case("unknown-column", 2), path, columns, known, words),
        Failure::DoubleColumn(path, both) => double_column(path, both, words),
        Failure::TooLarge(path, most) => {
            let case = case("file-too-large", 6).with("path", of_file(path, words));
            case.with("most", dates::size(words.language(), *most)).tell(words)
        }
        Failure::BadToml(path, line) => case("bad-toml", 2).with("path", of_file(path, words)).with("line", *line).tell(words),
        Failure::BadShape(path, key) => {
            case("bad-shape", 2).with("path", of_file(path, words)).with("key", safe_line(key)).tell(words)
        }
        Failure::NoEditor => case("missing-value", 2).in_words("error-no-editor").tell(words),
        Failure::TokenUnshown => case("token-unshown", 2).tell(words),
        Failure::Conflict(name, other) => case("conflict", 2).with("name", name).with("other", other).tell(words),
        Failure::OneStdin(name, other) => {
            case("conflict", 2).with("name", name).with("other", other).in_words("error-one-stdin").tell(words)
        }
        Failure::MadeUnentered(error) => case("made-unentered", 1).with("reason", tell_paths(error, words).message).tell(words),
        Failure::ClosedPipe => case("closed-pipe", 0).tell(words),
        Failure::DoneUnprinted(what, error) => unprinted(what, cause(error, words)).tell(words),
        Failure::Output(error) => case("output-failed", 1).with("reason", cause(error, words)).tell(words),
        Failure::Damaged(faults) => case("store-damaged", 10).with("reason", safe_line(&faults.join("; "))).tell(words),
        Failure::Demo(what) => case("demo-differs", 1).with("what", what).tell(words),
        Failure::Internal => case("internal", 1).tell(words),
        Failure::Program(name, error) => {
            case("program-failed", 1).with("name", safe_line(name)).with("reason", cause(error, words)).tell(words)
        }
    }
}

/// What ended a command of which a part was done.
fn cut_short(cause: Told, words: &Words) -> Told {
    case("partly-done", 8).with("reason", cause.message).in_words("error-cut-short").tell(words)
}

/// What was done and cannot be shown, with what is to be done about that.
fn unprinted(what: &Unprinted, reason: String) -> Case<'_> {
    let case = case("done-unprinted", 1).with("reason", reason);
    match what {
        Unprinted::Change => case,
        Unprinted::Session => case.in_words("error-session-unprinted"),
        Unprinted::Token(id) => case.with("id", id).in_words("error-token-unprinted"),
    }
}

fn missing_columns(path: &Path, columns: &[ColumnName], known: &str, words: &Words) -> Told {
    let names: Vec<_> = columns.iter().map(|column| column_words(column, words)).collect();
    of_columns(case("missing-column", 2).with("count", names.len()), path, &names.join(", "), known, words)
}

fn double_column(path: &Path, [one, other]: &[String; 2], words: &Words) -> Told {
    let case = case("double-column", 2).with("path", of_file(path, words));
    case.with("column", safe_line(one)).with("other", safe_line(other)).tell(words)
}

/// What is wrong with the columns of a sheet, and which are known.
fn of_columns(case: Case<'_>, path: &Path, columns: &str, known: &str, words: &Words) -> Told {
    case.with("path", of_file(path, words)).with("columns", safe_line(columns)).with("known", known.to_owned()).tell(words)
}

/// A value that will not do: an argument is named in words, and where its forms are few they are the hint.
fn bad_value<'a>(option: &str, value: &str, words: &Words) -> Case<'a> {
    let name = match option {
        "NUMBER" => words.text("error-value-number"),
        "NAME" => words.text("error-value-name"),
        "TIME" => words.text("error-value-time"),
        option => option.to_owned(),
    };
    let hint = match option {
        "NUMBER" => Some(words.text("error-form-number")),
        "--status" => Some(words.text("error-form-status")),
        "--since" | "--until" | "--closed-before" | "TIME" => Some(words.text("error-form-time")),
        "--year" => Some(words.text("error-form-year")),
        "--expires" => Some(words.text("error-form-expires")),
        "--timezone" => Some(zone_hint(value, words)),
        "--mail-from" => Some(words.format("error-form-expected", &[("expected", words.text("error-expects-mailbox").into())])),
        "--search" => Some(words.text("error-form-search")),
        "--email" => Some(words.text("error-form-address")),
        "--phone" => Some(words.text("error-form-phone")),
        "--handle" => Some(words.text("ask-not-a-handle")),
        "--name" => Some(words.text("ask-not-a-name")),
        _ => None,
    };
    let case = case("bad-value", 2).with("value", safe_line(value));
    // What stands in a cell of a sheet was given with no option.
    match option {
        "email" => case.in_words("error-no-address"),
        "name" => case.in_words("error-no-name"),
        "handle" => case.in_words("error-no-handle"),
        _ => Case { hint, ..case.with("option", name) },
    }
}

/// Which zones there are of a name like one that is none; where there are none, what a zone looks like.
fn zone_hint(name: &str, words: &Words) -> String {
    let near = near_zones(name).join(", ");
    if near.is_empty() {
        return words.format("error-form-expected", &[("expected", words.text("error-expects-zone").into())]);
    }
    words.format("error-form-nearest", &[("nearest", near.into())])
}

/// The same for a time to come: what is said of one that is over would be no hint.
fn bad_time_ahead<'a>(option: &str, value: &str, words: &Words) -> Case<'a> {
    let hint = if option == "--expires" { "error-form-expires" } else { "error-form-time-ahead" };
    Case { hint: Some(words.text(hint)), ..bad_value(option, value, words) }
}

/// Why the system could not, in words where they are known.
fn cause(error: &std::io::Error, words: &Words) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => words.text("error-cause-full"),
        ErrorKind::FileTooLarge => words.text("error-cause-too-large"),
        ErrorKind::ReadOnlyFilesystem => words.text("error-cause-read-only"),
        ErrorKind::InvalidFilename => words.text("error-cause-too-long"),
        ErrorKind::NotADirectory => words.text("error-cause-not-folder"),
        ErrorKind::NotFound => words.text("error-cause-not-there"),
        ErrorKind::PermissionDenied => words.text("error-cause-forbidden"),
        ErrorKind::IsADirectory => words.text("error-cause-folder"),
        ErrorKind::TimedOut => words.text("error-cause-too-slow"),
        ErrorKind::OutOfMemory => words.text("error-cause-memory"),
        _ => match error.raw_os_error() {
            // What the system itself says is in the language of its programmers; its number can be looked up.
            Some(number) => words.format("error-cause-system", &[("number", number.to_string().into())]),
            None => error.to_string(),
        },
    }
}

fn safe_line(text: &str) -> String {
    safe::line(text).into_owned()
}

fn safe_path(path: &Path) -> String {
    safe_line(&path.to_string_lossy())
}

/// Whether a path stands for standard input.
fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A file in the middle of a sentence.
fn of_file(path: &Path, words: &Words) -> String {
    if is_stdin(path) {
        words.text("error-the-stdin")
    } else {
        words.format("error-the-file", &[("path", safe_path(path).into())])
    }
}

fn tell_prompt(error: &PromptError, words: &Words) -> Told {
    match error {
        PromptError::Interrupted => case("interrupted", 130).tell(words),
        PromptError::EndOfInput => case("cancelled", 9).tell(words),
        PromptError::HungUp => case("hung-up", 129).tell(words),
        PromptError::Failed(error) => case("terminal-failed", 1).with("reason", cause(error, words)).tell(words),
    }
}

fn tell_paths(error: &PathsError, words: &Words) -> Told {
    match error {
        PathsError::NoHome => case("no-home", 1).tell(words),
        PathsError::Exposed { path } => case("session-exposed", 5).with("path", safe_path(path)).tell(words),
        PathsError::Damaged { path } => case("session-damaged", 4).with("path", safe_path(path)).tell(words),
        PathsError::Io { path, source } => tell_file(path, source, words),
    }
}

fn tell_file(path: &Path, error: &std::io::Error, words: &Words) -> Told {
    use std::io::ErrorKind;
    let path = safe_path(path);
    let code = match error.kind() {
        ErrorKind::NotFound => "file-not-found",
        ErrorKind::PermissionDenied => "file-forbidden",
        ErrorKind::AlreadyExists => "file-exists",
        ErrorKind::IsADirectory => "file-is-directory",
        _ => "file-failed",
    };
    let exit = if code == "file-failed" { 1 } else { 2 };
    case(code, exit).with("path", path).with("reason", cause(error, words)).tell(words)
}

fn tell_app(error: &app::Error, words: &Words, time: &dyn Fn(Timestamp) -> String) -> Told {
    match error {
        app::Error::Refused(Refusal::HouseRules(breach)) => {
            Told { spots: breach.spots.clone(), ..house_rules_case(breach, words).tell(words) }
        }
        app::Error::Refused(refusal) => refusal_case(refusal, words, time).tell(words),
        app::Error::Several { of, refusals, leaves_others } => {
            let told = tell_refusals(refusals, words, time);
            let id = match (of, leaves_others) {
                (Things::Tickets, true) => "error-several-refused",
                (Things::Tickets, false) => "error-all-refused",
                (Things::Tasks, true) => "error-several-refused-tasks",
                (Things::Tasks, false) => "error-all-refused-tasks",
            };
            let case = case("several-refused", common_exit(&told)).with("count", refusals.len()).in_words(id);
            Told { refusals: told, ..case.tell(words) }
        }
        app::Error::Lines(refusals) => {
            if let [app::LineRefusal { line, refusal: Refusal::BadDump(fault) }] = &refusals[..] {
                return tell_dump(*fault, *line, words);
            }
            let tell = |refused: &app::LineRefusal| told_refusal(Refused::Line(refused.line), &refused.refusal, words, time);
            let told: Vec<_> = refusals.iter().map(tell).collect();
            let summary = case("bad-lines", common_exit(&told)).with("count", refusals.len()).tell(words);
            // Where all have one cause, what helps against that helps best.
            let hint = match refusals.first().map(|first| &first.refusal) {
                Some(Refusal::BadSheet(SheetFault::OtherEncoding)) => words.hint("error-mixed-encoding", &[]),
                Some(Refusal::BadSheet(SheetFault::UnknownEncoding)) => words.hint("error-unknown-encoding", &[]),
                _ => summary.hint.clone(),
            };
            Told { refusals: told, hint, ..summary }
        }
        app::Error::Store(error) => tell_store(error, words),
        app::Error::Mail(error) => tell_mail(error, words),
        app::Error::Auth(error) => tell_auth(error, words),
    }
}

fn tell_refusals(refusals: &[app::NumberRefusal], words: &Words, time: &dyn Fn(Timestamp) -> String) -> Vec<ToldRefusal> {
    let tell = |refused: &app::NumberRefusal| {
        let number = refused.number.clone();
        match &refused.refusal {
            Refusal::OnLine { line, .. } => told_refusal(Refused::TicketOnLine(number, *line), &refused.refusal, words, time),
            _ => told_refusal(Refused::Ticket(number), &refused.refusal, words, time),
        }
    };
    refusals.iter().map(tell).collect()
}

fn told_refusal(of: Refused, refusal: &Refusal, words: &Words, time: &dyn Fn(Timestamp) -> String) -> ToldRefusal {
    let told = refusal_case(refusal, words, time).tell(words);
    ToldRefusal { of, code: told.code, message: told.message, exit: told.exit }
}

/// The exit code of many refusals: theirs if all agree.
fn common_exit(told: &[ToldRefusal]) -> u8 {
    match told.first() {
        Some(first) if told.iter().all(|other| other.exit == first.exit) => first.exit,
        _ => 6,
    }
}

fn tell_auth(error: &AuthError, words: &Words) -> Told {
    case("system-failed", 1).with("reason", error.to_string()).tell(words)
}

fn tell_mail(error: &MailError, words: &Words) -> Told {
    let code = match error {
        MailError::Unreachable(_) => "mail-unreachable",
        MailError::Temporary(_) => "mail-put-off",
        MailError::Permanent(_) => "mail-refused",
        MailError::Misconfigured(_) => "mail-misconfigured",
    };
    case(code, 1).with("reason", super::letters::fault_words(error.fault(), words)).tell(words)
}

fn tell_store(error: &StoreError, words: &Words) -> Told {
    match error {
        StoreError::Busy => case("desk-busy", 7).tell(words),
        StoreError::Conflict => case("desk-conflict", 7).tell(words),
        StoreError::InDoubt(_) => case("commit-in-doubt", 1).tell(words),
        StoreError::Corrupt(reason) => case("store-damaged", 10).with("reason", safe_line(reason)).tell(words),
        StoreError::TooNew { found, known } => case("store-too-new", 10).with("found", *found).with("known", *known).tell(words),
        StoreError::Forbidden(path) => case("desk-forbidden", 5).with("path", safe_path(path)).tell(words),
        StoreError::Missing(path) => case("no-desk", 3).with("path", safe_path(path)).tell(words),
        StoreError::Exists(path) => case("desk-exists", 6).with("path", safe_path(path)).tell(words),
        StoreError::NotADirectory(path) => case("desk-not-directory", 2).with("path", safe_path(path)).tell(words),
        StoreError::Exposed { path, mode } => case("desk-exposed", 5)
            .with("path", safe_path(path))
            .with("command", format!("chmod {mode:o} '{}'", safe_path(path).replace('\'', r"'\''")))
            .tell(words),
        StoreError::Unavailable(error) => match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => case("disk-full", 1).tell(words),
            std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => {
                case("desk-read-only", 1).tell(words)
            }
            _ => case("store-unavailable", 1).with("reason", cause(error, words)).tell(words),
        },
    }
}

fn merged_case(into: Option<&TicketNumber>) -> Case<'_> {
    match into {
        Some(into) => case("ticket-merged", 6).with("into", into.as_str()),
        None => case("ticket-merged", 6).in_words("error-ticket-merged-away"),
    }
}

fn merge_case(fault: &MergeFault) -> Case<'_> {
    match fault {
        MergeFault::Itself => case("merge-into-itself", 6),
        MergeFault::IntoPart { target, into } => {
            let case = case("ticket-merged", 6).with("target", target.as_str()).with("into", into.as_str());
            case.in_words("error-merge-into-merged")
        }
        MergeFault::IntoClosed { target } => {
            case("ticket-closed", 6).with("target", target.as_str()).in_words("error-merge-into-closed")
        }
        MergeFault::OtherClient { target } => case("other-client", 6).with("target", target.as_str()),
    }
}

/// The part of a refusal that is about what was given or asked for; the rest is in [`state_case`].
fn refusal_case<'a>(refusal: &'a Refusal, words: &Words, time: &dyn Fn(Timestamp) -> String) -> Case<'a> {
    match refusal {
        R::EmptyMessage => case("empty-message", 2),
        R::MessageTooLong { most } => case("message-too-long", 6).with("most", most / 1024),
        R::MessageIsBinary => case("message-not-text", 2),
        R::BadSubject { most } => case("bad-subject", 2).with("most", *most),
        R::BadReason { most } => case("bad-reason", 2).with("most", *most),
        R::BadTokenName => case("bad-value", 2).in_words("error-bad-token-name"),
        R::BadValue { option, value } => bad_value(option, value, words),
        R::BadPeriod { since, until: Some(until) } => case("bad-period", 2).with("since", since).with("until", until),
        R::BadPeriod { since, until: None } => case("bad-period", 2).with("since", since).in_words("error-period-to-come"),
        R::Missing { option } => case("missing-value", 2).with("option", option),
        R::NoSuchSetting { key, nearest } => {
            let meant = |nearest: &String| words.format("error-form-nearest", &[("nearest", nearest.into())]);
            Case { hint: nearest.as_ref().map(meant), ..case("no-such-setting", 2).with("key", safe_line(key)) }
        }
        R::BadSetting { key, value } if value.trim().is_empty() => {
            case("bad-setting", 2).with("key", key).in_words("error-empty-setting")
        }
        R::BadSetting { key, value } if key == "calendar.timezone" => {
            let case = case("bad-setting", 2).with("key", key).with("value", safe_line(value));
            Case { hint: Some(zone_hint(value, words)), ..case.with("expected", setting_expects(key, words)) }
        }
        R::BadSetting { key, value } => {
            case("bad-setting", 2).with("key", key).with("value", safe_line(value)).with("expected", setting_expects(key, words))
        }
        R::SettingsClash { clash, key, value, other, with } => {
            let case = case("settings-clash", 2).with("key", *key).with("value", safe_line(value));
            Case { hint: Some(clash_hint(*clash, words)), ..case.with("other", *other).with("with", safe_line(with)) }
        }
        R::BadSheet(fault) => sheet_case(fault, words),
        R::BadCalendar(fault) => calendar_case(fault),
        R::BadDump(fault) => dump_case(*fault, words),
        R::BadPassword(PasswordFault::TooShort) => case("password-too-short", 2),
        R::BadPassword(PasswordFault::TooLong) => case("password-too-long", 2),
        R::BadPassword(PasswordFault::TooCommon) => case("password-too-common", 2),
        R::HouseRules(breach) => house_rules_case(breach, words),
        R::RulesNotAccepted => case("rules-not-accepted", 6),
        R::RulesChanged => case("rules-changed", 2),
        R::TicketNotFound => case("ticket-not-found", 3),
        R::PersonNotFound { who } => case("person-not-found", 3).with("who", safe_line(who)),
        R::TopicNotFound { name } => case("topic-not-found", 3).with("name", safe_line(name)),
        R::TopicAmbiguous { name, topics } => {
            let quoted = |topic: &String| words.format("usage-quoted", &[("name", safe_line(topic).into())]);
            let topics: Vec<_> = topics.iter().map(quoted).collect();
            case("topic-ambiguous", 3).with("name", safe_line(name)).with("topics", topics.join(", "))
        }
        R::AttachmentNotFound { id } => case("attachment-not-found", 3).with("id", safe_line(id)),
        R::LetterNotFound { id } => case("letter-not-found", 3).with("id", safe_line(id)),
        R::TaskNotFound { id } => case("task-not-found", 3).with("id", safe_line(id)),
        R::TokenNotFound { id } => case("token-not-found", 3).with("id", safe_line(id)),
        R::NotLoggedIn => case("not-logged-in", 4),
        R::SessionEnded => case("session-ended", 4),
        R::TokenInvalid => case("token-invalid", 4),
        R::WrongLogin => case("wrong-login", 4),
        R::TooManyAttempts { until } => case("too-many-attempts", 4).with("until", time(*until)),
        R::WrongCode => case("wrong-code", 4),
        R::CodeOfInvitation => case("code-of-invitation", 6),
        R::NotAllowed => case("not-allowed", 5),
        R::OutsideScope { needed } => case("outside-scope", 5).with("scope", needed.id()),
        R::NotWithToken => case("not-with-token", 5),
        R::NotTheirTurn(turn) => turn_case(turn, words, time),
        R::TimePassed => case("time-passed", 2),
        R::TimeTooFar => case("time-too-far", 2),
        R::BadSubstitute { who, fault } => substitute_case(*fault, time).with("who", who),
        R::CannotRemind(fault) => reminder_case(fault, time),
        R::OnLine { line, refusal } => {
            let inner = refusal_case(refusal, words, time);
            let (code, exit, told) = (inner.code, inner.exit, inner.tell(words));
            let outer = case(code, exit).in_words("error-on-line").with("line", *line).with("message", told.message);
            Case { hint: told.hint, ..outer }
        }
        other => state_case(other, words),
    }
}

/// The part of a refusal that is about the state of the desk.
fn state_case<'a>(refusal: &'a Refusal, words: &Words) -> Case<'a> {
    match refusal {
        R::Suspended { reason } => case("suspended", 6).with("reason", safe_line(reason)),
        R::RegistrationClosed { contact } => registration_case(contact.as_deref(), words),
        R::TicketClosed { number } => case("ticket-closed", 6).with("number", number.as_str()),
        R::TicketMerged { into } => merged_case(into.as_ref()),
        R::CannotMerge(fault) => merge_case(fault),
        R::ReopenWindowOver => case("reopen-window-over", 6),
        R::AlreadyAssigned { to } => case("already-assigned", 6).with("to", to),
        R::NobodyAvailable { number } => case("nobody-available", 6).with("number", number.as_str()),
        R::CannotBeAssigned { who } => case("cannot-be-assigned", 6).with("who", who),
        R::NotStaff { who } => case("not-staff", 6).with("who", who),
        R::NeverAway { who } => case("not-staff", 6).with("who", who).in_words("error-never-away"),
        R::PersonSuspended { who } => case("person-suspended", 6).with("who", who),
        R::NotAClient { who } => case("not-a-client", 6).with("who", who),
        R::HandleTaken { handle } => case("handle-taken", 6).with("handle", handle),
        R::AddressTaken => case("address-taken", 6),
        R::ExternalIdTaken { id } => case("external-id-taken", 6).with("id", safe_line(id)),
        R::TopicRetired { name } => case("topic-retired", 6).with("name", safe_line(name)),
        R::TopicTaken { name } => case("topic-taken", 6).with("name", safe_line(name)),
        R::TopicMisplaced => case("topic-misplaced", 6),
        R::LastTopic => case("last-topic", 6),
        R::LastAdmin => case("last-admin", 6),
        R::HasTickets => case("has-tickets", 6),
        R::AttachmentTooLarge { name, most } => too_large_case(name, *most, words),
        R::TooManyAttachments { most } => case("too-many-attachments", 6).with("most", *most),
        R::TokenNameTaken { name } => case("token-name-taken", 6).with("name", safe_line(name)),
        R::TooManyTokens { most } => case("too-many-tokens", 6).with("most", *most),
        R::KeyReused => case("key-reused", 6),
        R::LetterNotWaiting | R::LetterLeaving | R::LetterWithoutCode => letter_case(refusal),
        R::FollowUpOfOpen { number } => case("follow-up-of-open", 6).with("number", number.as_str()),
        R::TooManyTickets { most } => case("too-many-tickets", 6).with("most", *most),
        R::DeskExists => case("desk-exists", 6).with("path", String::new()),
        R::NoNumberLeft => case("no-number-left", 1),
        // The other half, which `refusal_case` has told already.
        R::EmptyMessage
        | R::MessageTooLong { .. }
        | R::MessageIsBinary
        | R::BadSubject { .. }
        | R::BadReason { .. }
        | R::BadTokenName
        | R::BadValue { .. }
        | R::BadPeriod { .. }
        | R::Missing { .. }
        | R::NoSuchSetting { .. }
        | R::BadSetting { .. }
        | R::SettingsClash { .. }
        | R::BadPassword(_)
        | R::BadSheet(_)
        | R::BadCalendar(_)
        | R::BadDump(_)
        | R::HouseRules(_)
        | R::RulesNotAccepted
        | R::RulesChanged
        | R::TicketNotFound
        | R::PersonNotFound { .. }
        | R::TopicNotFound { .. }
        | R::TopicAmbiguous { .. }
        | R::AttachmentNotFound { .. }
        | R::LetterNotFound { .. }
        | R::TaskNotFound { .. }
        | R::TokenNotFound { .. }
        | R::NotLoggedIn
        | R::SessionEnded
        | R::TokenInvalid
        | R::WrongLogin
        | R::TooManyAttempts { .. }
        | R::WrongCode
        | R::CodeOfInvitation
        | R::NotAllowed
        | R::OutsideScope { .. }
        | R::NotWithToken
        | R::NotTheirTurn(_)
        | R::TimePassed
        | R::TimeTooFar
        | R::BadSubstitute { .. }
        | R::CannotRemind(_)
        | R::OnLine { .. } => case("system-failed", 1).with("reason", String::new()),
    }
}

/// What the house rules do not let through, in the words in which people were told of them.
fn house_rules_case<'a>(breach: &'a Breach, words: &Words) -> Case<'a> {
    let has = |matter| breach.spots.shown.iter().any(|spot| spot.matter == matter);
    let topics = [
        (Matter::Money, "error-house-rules-money"),
        (Matter::Phone, "error-house-rules-phone"),
        (Matter::Email, "error-house-rules-email"),
    ];
    let mut topics: Vec<_> = topics.into_iter().filter(|(matter, _)| has(*matter)).map(|(_, id)| words.text(id)).collect();
    let last = topics.pop().unwrap_or_default();
    let what =
        if topics.is_empty() { last } else { format!("{} {} {last}", topics.join(", "), words.text("error-house-rules-nor")) };
    let case = case("house-rules", 6).with("what", what.clone());
    let case = match (has(Matter::Insult), what.is_empty()) {
        (true, true) => case.in_words("error-house-rules-respect"),
        (true, false) => case.in_words("error-house-rules-both"),
        (false, _) => case,
    };
    let hint = match &breach.phone {
        Some(phone) => words.format("error-house-rules-hint-phone", &[("phone", safe_line(phone).into())]),
        None => words.text("error-house-rules-hint"),
    };
    Case { hint: Some(hint), ..case }
}

/// That a client has written enough in a row, and what they may do until they are answered.
fn turn_case<'a>(turn: &Turn, words: &Words, time: &dyn Fn(Timestamp) -> String) -> Case<'a> {
    let number = ("number", Value::from(turn.number.as_str()));
    let hint = match (turn.due_at.map(time), turn.asks_again_at.map(time)) {
        _ if turn.is_closed => words.format("error-turn-closed", &[number]),
        (Some(_), Some(again)) if turn.is_overdue => words.format("error-turn-reminded", &[("again", again.into())]),
        (Some(due), _) if turn.is_overdue => words.format("error-turn-remind", &[("due", due.into()), number]),
        (Some(due), _) => words.format("error-turn-wait", &[("due", due.into())]),
        (None, _) => words.text("error-turn-unknown"),
    };
    let hint = [Some(hint), urgent_hint(turn.phone.as_ref(), words)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Case { hint: Some(hint), ..case("too-many-in-a-row", 6).with("count", turn.most) }
}

/// Whom to call about what is urgent, if there is a telephone.
fn urgent_hint(phone: Option<&PhoneLine>, words: &Words) -> Option<String> {
    phone.map(|phone| words.format("error-turn-phone", &[("phone", safe_line(&phone.to_string()).into())]))
}

/// What somebody may do until they may ask for an answer; `turn` is there if they may not write either.
pub fn reminder_hint(fault: &ReminderFault, turn: Option<&Turn>, phone: Option<&PhoneLine>, words: &Words) -> Option<String> {
    let wait = match (fault, turn) {
        (ReminderFault::Answered { .. }, _) => return None,
        (ReminderFault::NotDue { .. }, Some(_)) => Some(words.text("error-remind-wait")),
        (ReminderFault::NeverDue { .. }, Some(_)) => Some(words.text("error-turn-unknown")),
        (ReminderFault::NotDue { number, .. } | ReminderFault::NeverDue { number }, None) => {
            Some(words.format("error-remind-write", &[("number", number.as_str().into())]))
        }
        (ReminderFault::Again { .. }, _) => None,
    };
    match (wait, urgent_hint(phone, words)) {
        (Some(wait), Some(urgent)) => Some(format!("{}. {urgent}", wait.trim_end_matches('.'))),
        (wait, urgent) => wait.or(urgent),
    }
}

/// That an attachment is larger than any may be.
fn too_large_case<'a>(name: &str, most: u64, words: &Words) -> Case<'a> {
    case("attachment-too-large", 6).with("name", safe_line(name)).with("most", dates::size(words.language(), most))
}

/// Whether what a failure says of times is about days on which somebody is away, and not about a moment.
pub fn names_a_day(failure: &Failure) -> bool {
    matches!(failure, Failure::App(app::Error::Refused(Refusal::BadSubstitute { .. })))
}

/// Why a letter cannot be tried again or dropped.
fn letter_case(refusal: &Refusal) -> Case<'_> {
    match refusal {
        Refusal::LetterLeaving => case("letter-leaving", 6),
        Refusal::LetterWithoutCode => case("letter-without-code", 6),
        _ => case("letter-not-waiting", 6),
    }
}

/// Why a client cannot ask for an answer.
fn reminder_case<'a>(fault: &'a ReminderFault, time: &dyn Fn(Timestamp) -> String) -> Case<'a> {
    match fault {
        ReminderFault::Answered { number } => case("already-answered", 6).with("number", number.as_str()),
        ReminderFault::NotDue { number, due_at } => {
            case("not-due-yet", 6).with("number", number.as_str()).with("due", time(*due_at))
        }
        ReminderFault::NeverDue { number } => case("never-due", 6).in_words("error-remind-never").with("number", number.as_str()),
        ReminderFault::Again { at } => case("already-reminded", 6).with("again", time(*at)),
    }
}

/// Whether what it says of times is about when an answer is due, which is told in full.
pub fn names_a_deadline(failure: &Failure) -> bool {
    matches!(failure, Failure::App(app::Error::Refused(Refusal::NotTheirTurn(_) | Refusal::CannotRemind(_))))
}

/// Why somebody cannot be a substitute.
fn substitute_case<'a>(fault: SubstituteFault, time: &dyn Fn(Timestamp) -> String) -> Case<'a> {
    match fault {
        SubstituteFault::IsSelf => case("substitute-self", 6),
        SubstituteFault::CannotAnswer => case("cannot-be-assigned", 6).in_words("error-cannot-stand-in"),
        SubstituteFault::Away { until } => case("substitute-away", 6).with("until", time(last_moment(until))),
    }
}

/// That nobody may register, and where one may ask.
fn registration_case<'a>(contact: Option<&str>, words: &Words) -> Case<'a> {
    Case {
        values: contact.iter().map(|contact| ("contact", safe_line(contact).into())).collect(),
        hint: contact.is_none().then(|| words.text("error-contact-unknown")),
        ..case("registration-closed", 6)
    }
}

/// What is wrong with a sheet, or a row of it.
fn sheet_case<'a>(fault: &'a SheetFault, words: &Words) -> Case<'a> {
    match fault {
        SheetFault::TooManyRows { most } => case("too-many-lines", 6).with("most", *most),
        SheetFault::RowTooLong { most } => case("line-too-long", 6).with("most", dates::size(words.language(), *most)),
        SheetFault::RowTooWide { found, expected } => case("row-too-wide", 2).with("found", *found).with("expected", *expected),
        SheetFault::OpenQuote => case("open-quote", 2),
        SheetFault::Formula { column } => case("formula", 2).with("column", column_words(column, words)),
        SheetFault::EmptyCell { column } => {
            case("missing-value", 2).in_words("error-empty-cell").with("column", column_words(column, words))
        }
        SheetFault::NotAmong { column, value, known } => {
            let case = case("bad-value", 2).in_words("error-not-among").with("column", column_words(column, words));
            case.with("value", safe_line(value)).with("known", choice_words(*known, words))
        }
        SheetFault::OtherEncoding => case("mixed-encoding", 2),
        SheetFault::UnknownEncoding => case("unknown-encoding", 2),
        SheetFault::Twice { value, line } => case("twice-in-file", 2).with("value", safe_line(value)).with("line", *line),
        SheetFault::ForAnother { value, line } => {
            let case = case("twice-in-file", 2).in_words("error-given-twice");
            case.with("value", safe_line(value)).with("line", *line)
        }
        SheetFault::NotesTooLong { most } => {
            case("message-too-long", 6).in_words("error-notes-too-long").with("most", most / 1024)
        }
        SheetFault::OtherRole { who, role } => {
            case("other-role", 6).with("who", who).with("role", super::people::role_word(*role, words))
        }
    }
}

/// A column as whoever wrote the sheet calls it; where it has no heading, as people and then as the verb calls it.
fn column_words(column: &ColumnName, words: &Words) -> String {
    if let Some(heading) = &column.heading {
        return safe_line(heading);
    }
    let word = match column.id {
        "email" => words.text("ui-email"),
        "name" => words.text("ui-name"),
        "number" => words.text("ui-number"),
        "staff" => words.text("ui-agent"),
        id => id.to_owned(),
    };
    if word.to_lowercase() == column.id { column.id.to_owned() } else { format!("{word} ({})", column.id) }
}

/// The words that a column knows, as people write them.
fn choice_words(known: Choice, words: &Words) -> String {
    let all: Vec<_> = match known {
        Choice::Roles => Role::ALL.iter().map(|role| super::people::role_word(*role, words)).collect(),
        Choice::Languages => {
            Language::ALL.iter().map(|language| words.text(&format!("ui-language-{}", language.code()))).collect()
        }
    };
    all.join(", ").to_lowercase()
}

/// What is wrong with a calendar, or with what is to be added to it.
fn calendar_case(fault: &CalendarFault) -> Case<'_> {
    match fault {
        CalendarFault::Ics(fault) => ics_case(fault),
        CalendarFault::Unanswerable => case("unanswerable", 2),
        CalendarFault::NeverDue => case("never-due", 6),
        CalendarFault::TooManyHolidays { most } => case("too-many-holidays", 6).with("most", *most),
    }
}

/// What is wrong with a calendar file, or a line of it.
fn ics_case(fault: &IcsFault) -> Case<'_> {
    match fault {
        IcsFault::NotACalendar => case("not-a-calendar", 2),
        IcsFault::Cut => case("calendar-cut", 2),
        IcsFault::Unreadable => case("calendar-line", 2),
        IcsFault::TooManyEvents { most } => case("too-many-events", 6).with("most", *most),
        IcsFault::NoStart => case("event-without-date", 2),
        IcsFault::BadDate { value } => case("bad-date", 2).with("value", safe_line(value)),
        IcsFault::NotWholeDays => case("not-whole-days", 2),
        IcsFault::EndsBefore => case("ends-before", 2),
        IcsFault::TooLong { most } => case("event-too-long", 2).with("most", *most),
        IcsFault::Repeats => case("event-repeats", 2),
    }
}

/// What is wrong with a dump: nobody mends that line by line, so it is told for itself.
fn tell_dump(fault: DumpFault, line: u64, words: &Words) -> Told {
    let told = dump_case(fault, words).tell(words);
    let refusals = vec![ToldRefusal { of: Refused::Line(line), code: told.code, message: told.message.clone(), exit: told.exit }];
    let message = match fault {
        // Those are about all of it.
        DumpFault::NotADump | DumpFault::TooNew(_) | DumpFault::Cut | DumpFault::Altered | DumpFault::NoAdmin => told.message,
        DumpFault::TooLong(_)
        | DumpFault::Unreadable
        | DumpFault::Misplaced
        | DumpFault::Clash
        | DumpFault::WrongBytes
        | DumpFault::NoBytes => words.format("error-on-line", &[("line", line.into()), ("message", told.message.into())]),
    };
    let another = || words.text("error-another-dump");
    let hint = match fault {
        DumpFault::NotADump | DumpFault::TooNew(_) | DumpFault::NoBytes => told.hint,
        _ => told.hint.or_else(|| Some(another())),
    };
    Told { hint, refusals, ..Told::new("bad-lines", message, told.exit) }
}

/// What is wrong with a dump.
fn dump_case<'a>(fault: DumpFault, words: &Words) -> Case<'a> {
    match fault {
        DumpFault::NotADump => case("not-a-dump", 2),
        DumpFault::TooNew(found) => case("dump-too-new", 10).with("found", found),
        DumpFault::Cut => case("dump-cut", 6),
        DumpFault::Altered => case("dump-altered", 6),
        DumpFault::TooLong(most) => case("line-too-long", 6).with("most", dates::size(words.language(), most)),
        DumpFault::Unreadable => case("dump-unreadable", 6),
        DumpFault::Misplaced => case("dump-misplaced", 6),
        DumpFault::Clash => case("dump-clash", 6),
        DumpFault::NoAdmin => case("dump-no-admin", 6),
        DumpFault::WrongBytes => case("dump-wrong-bytes", 6),
        DumpFault::NoBytes => case("dump-no-bytes", 2),
    }
}

/// What would do instead of settings that do not go together.
fn clash_hint(clash: Clash, words: &Words) -> String {
    words.text(match clash {
        Clash::BareMail => "error-form-tls",
        Clash::TwoPasswords => "error-form-one-password",
        Clash::LateWarning => "error-form-warning",
        Clash::GoneWhileReopenable => "error-form-retention",
    })
}

/// What values a setting takes, in words.
pub fn setting_expects(key: &str, words: &Words) -> String {
    use crate::domain::settings::{Kind, find};
    let Some(setting) = find(key) else { return String::new() };
    let id = match setting.kind_of(key) {
        Kind::Line(most) => return words.format("error-expects-line", &[("most", most.into())]),
        Kind::Choice(choices) => return choices.join(", "),
        Kind::Number(least, most) => {
            return words.format("error-expects-number", &[("least", least.into()), ("most", most.into())]);
        }
        Kind::Span(least, most) => {
            let [least, most] = [least, most].map(|span| Value::from(span.written()));
            return words.format("error-expects-span", &[("least", least), ("most", most)]);
        }
        Kind::Size(most) => return words.format("error-expects-size", &[("most", (most / 1024 / 1024).into())]),
        Kind::Text => "error-expects-text",
        Kind::Language => "error-expects-language",
        Kind::Switch => "error-expects-switch",
        Kind::Mailbox => "error-expects-mailbox",
        Kind::Url => "error-expects-url",
        Kind::Colour => "error-expects-colour",
        Kind::Host => "error-expects-host",
        Kind::Path => "error-expects-path",
        Kind::Zone => "error-expects-zone",
        Kind::Week => "error-expects-week",
        Kind::Holidays => "error-expects-holidays",
        Kind::Words => "error-expects-words",
    };
    words.text(id)
}

/// How a failure is written.
#[derive(Clone, Copy)]
pub struct Shape<'w> {
    /// As the one object that machines read.
    pub is_json: bool,
    /// In colour.
    pub colour: bool,
    /// The columns of the terminal (`usize::MAX`: none).
    pub width: usize,
    /// The words of whoever reads it.
    pub words: &'w Words,
}

/// A failure as it stands on standard error: one object for machines, lines for people.
pub fn written(told: &Told, shape: Shape<'_>) -> String {
    if shape.is_json {
        return format!("{}\n", json(told));
    }
    plain_lines(told, shape).iter().map(|line| format!("{line}\n")).collect()
}

/// A failure as the lines that a person reads: the sentence, what was refused, the hint.
pub fn plain_lines(told: &Told, shape: Shape<'_>) -> Vec<String> {
    use super::paint::{Tone, dim, paint, width};
    let Shape { colour, width: columns, words, .. } = shape;
    // Painted behind the wrapping, which would count the colours.
    let sentence = |text: String, margin| wrapped(&text, columns, margin);
    let message = sentence(format!("✗ {}", told.message), 2);
    let message = message.strip_prefix('✗').unwrap_or(&message);
    let mut lines = vec![format!("{}{message}", paint("✗", Tone::Alarming, true, colour))];
    let of = |refusal: &ToldRefusal| match &refusal.of {
        Refused::Ticket(number) | Refused::TicketOnLine(number, _) => safe_line(number),
        Refused::Line(line) => line.to_string(),
    };
    // What the sentence says already is not said again.
    let new = told.refusals.iter().filter(|refusal| !told.message.contains(&refusal.message));
    let shown: Vec<_> = new.take(20).map(|refusal| (of(refusal), &refusal.message)).collect();
    let column = shown.iter().map(|(of, _)| width(of)).max().unwrap_or_default();
    for (of, message) in shown {
        lines.push(sentence(format!("  {}{of}  {message}", " ".repeat(column - width(&of))), column + 2));
    }
    if told.refusals.len() > 20 {
        lines.push(format!("  … (+{})", told.refusals.len() - 20));
    }
    lines.extend(super::places::lines(&told.spots, words, columns, colour));
    lines.extend(told.hint.as_ref().map(|hint| dim(&sentence(format!("→ {hint}"), 2), colour)));
    lines
}

/// A failure as the one object that machines read.
pub fn json(told: &Told) -> String {
    let refusals: Vec<_> = told
        .refusals
        .iter()
        .map(|refusal| {
            let mut told = serde_json::Map::new();
            if let Refused::Ticket(number) | Refused::TicketOnLine(number, _) = &refusal.of
                && !(number.is_empty() && matches!(refusal.of, Refused::TicketOnLine(..)))
            {
                told.insert("number".to_owned(), number.as_str().into());
            }
            if let Refused::Line(line) | Refused::TicketOnLine(_, line) = &refusal.of {
                told.insert("line".to_owned(), (*line).into());
            }
            told.insert("code".to_owned(), refusal.code.into());
            told.insert("message".to_owned(), refusal.message.as_str().into());
            told.insert("exit".to_owned(), refusal.exit.into());
            told
        })
        .collect();
    let mut error = serde_json::json!({ "code": told.code, "message": told.message, "hint": told.hint, "exit": told.exit });
    if let (Some(object), false) = (error.as_object_mut(), refusals.is_empty()) {
        object.insert("refusals".to_owned(), refusals.into());
    }
    if let (Some(object), false) = (error.as_object_mut(), told.spots.shown.is_empty()) {
        object.insert("spans".to_owned(), super::places::object(&told.spots));
        object.insert("more_spans".to_owned(), told.spots.more.into());
    }
    super::present::json_text(&serde_json::json!({ "error": error }))
}
