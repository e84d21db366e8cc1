//! What may stand at each argument, and where it is looked for: in the desk, as the person who is logged in.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::time::Duration;

use super::fields;
use crate::app::App;
use crate::app::complete::{Letters, People, Proposal, Tickets};
use crate::cli::env::{self, Engine, Environment};
use crate::cli::{config, front, root};
use crate::domain::language::Language;
use crate::domain::policy::Action;
use crate::domain::settings;
use crate::domain::status::{Priority, Status};
use crate::domain::ticket::TicketNumber;
use crate::i18n::Words;
use crate::ui::error::Failure;

/// For how long a busy desk is waited for: somebody has pressed a key.
const PATIENCE: Duration = Duration::from_millis(50);

/// The most tasks that are proposed.
const MOST_TASKS: usize = 100;

/// What may stand somewhere on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A ticket in one of the open states.
    OpenTicket,
    /// A closed ticket.
    ClosedTicket,
    /// A ticket that Secretaría should look at.
    FlaggedTicket,
    /// Any ticket.
    Ticket,
    /// What the tickets that stand before it can become parts of.
    Target,
    /// An open ticket or, behind one, how urgent it is.
    TicketOrLevel,
    /// Somebody.
    Person(People),
    /// A topic that new tickets may have.
    Topic,
    /// A setting, for those who may do this to it.
    Setting(Action),
    /// A value of the setting that stands before it.
    SettingValue,
    /// A letter of the outbox.
    Letter(Letters),
    /// A state of tickets, or several of them with commas between.
    State,
    /// A token that is live.
    Token,
    /// A task that waits to be done.
    Task,
    /// Keys of what a verb prints, with commas between.
    Fields(&'static [&'static str]),
}

/// What may stand at an argument of a verb.
pub fn kind(path: &str, argument: &str) -> Option<Kind> {
    let verb = path.split(' ').next().unwrap_or(path);
    Some(match (verb, argument) {
        (_, "fields") => Kind::Fields(fields::of(path)),
        ("status", _) => return None,
        ("reopen", "number") => Kind::ClosedTicket,
        ("unflag", "number") => Kind::FlaggedTicket,
        ("priority", "number") => Kind::TicketOrLevel,
        ("merge", "into") => Kind::Target,
        ("assign" | "release" | "close" | "merge", "number") => Kind::OpenTicket,
        (_, "number" | "into" | "follow-up" | "after" | "ticket") => Kind::Ticket,
        ("assign" | "list" | "user", "to") | (_, "agent" | "agents" | "substitute") => Kind::Person(People::Staff),
        ("list", "from") => Kind::Person(People::ClientsSeen),
        (_, "client" | "for") => Kind::Person(People::Clients),
        (_, "user") => Kind::Person(People::Everybody),
        (_, "topic" | "parent") => Kind::Topic,
        (_, "setting") if path == "config get" => Kind::Setting(Action::ReadSettings),
        (_, "setting") => Kind::Setting(Action::Configure),
        ("config", "value") => Kind::SettingValue,
        ("mail", "id") if path == "mail show" => Kind::Letter(Letters::All),
        ("mail", "id") => Kind::Letter(Letters::Unsent),
        ("list", "status") => Kind::State,
        ("token", "id") => Kind::Token,
        ("task", "id") => Kind::Task,
        _ => return None,
    })
}

/// Whoever asks, about which desk.
pub struct Asking {
    /// What the environment says.
    pub environment: Environment,
    /// Where the desk lies.
    pub desk: Option<PathBuf>,
    /// The words between the program and the one that is completed.
    pub before: Vec<String>,
    /// What they read.
    pub language: Language,
}

impl Asking {
    /// What may stand there of those that begin so.
    ///
    /// # Errors
    /// Those of the desk; nobody is told.
    pub fn proposals(&self, kind: Kind, beginning: &str) -> Result<Vec<Proposal>, Failure> {
        match kind {
            Kind::OpenTicket => self.tickets(beginning, Tickets { statuses: Some(open()), ..Tickets::default() }),
            Kind::ClosedTicket => self.tickets(beginning, Tickets { statuses: Some(vec![Status::Closed]), ..Tickets::default() }),
            Kind::FlaggedTicket => self.tickets(beginning, Tickets { flagged: true, ..Tickets::default() }),
            Kind::Ticket => self.tickets(beginning, Tickets::default()),
            Kind::Target => {
                self.tickets(beginning, Tickets { statuses: Some(open()), beside: self.numbers(), ..Tickets::default() })
            }
            Kind::TicketOrLevel => {
                let levels = Priority::ALL.map(Priority::id).into_iter().filter(|level| level.starts_with(beginning));
                let levels: Vec<_> = levels.map(plain).collect();
                let is_level = !levels.is_empty() && !self.numbers().is_empty();
                if is_level { Ok(levels) } else { self.proposals(Kind::OpenTicket, beginning) }
            }
            Kind::Person(which) => self.with(|app| Ok(app.propose_people(beginning, which)?)),
            Kind::Topic => self.with(|app| {
                let topics = app.topics()?.into_iter().filter(|topic| !topic.retired);
                Ok(topics.map(|topic| plain(&topic.name)).collect())
            }),
            Kind::Setting(action) => self.with(|app| {
                app.demand(action)?;
                Ok(self.settings())
            }),
            Kind::SettingValue => {
                let known = self.before.iter().find_map(|word| Some((word, settings::find(word)?)));
                let values = known.map(|(key, setting)| setting.kind_of(key).choices()).unwrap_or_default();
                Ok(values.into_iter().map(plain).collect())
            }
            Kind::Fields(keys) => Ok(listed(beginning, keys.iter().copied())),
            Kind::State => Ok(listed(beginning, Status::ALL.map(Status::id).into_iter().chain(["open", "all"]))),
            Kind::Token => self.with(|app| {
                let tokens = app.tokens()?.into_iter().filter(|token| token.state == "live");
                Ok(tokens.map(|token| Proposal { value: token.id.0.to_string(), meaning: token.name }).collect())
            }),
            Kind::Task => self.with(|app| {
                let mut found = Vec::new();
                app.tasks::<Failure>(false, Some(MOST_TASKS), |task| {
                    found.push(Proposal { value: task.id.to_string(), meaning: task.reason });
                    Ok(())
                })?;
                Ok(found)
            }),
            Kind::Letter(which) => self.with(|app| Ok(app.propose_letters(beginning, which)?)),
        }
    }

    fn tickets(&self, beginning: &str, which: Tickets) -> Result<Vec<Proposal>, Failure> {
        self.with(|app| Ok(app.propose_tickets(beginning, which)?))
    }

    /// The numbers that stand on the line before the word that is completed, as far as they can be told from other words.
    fn numbers(&self) -> Vec<TicketNumber> {
        self.before.iter().filter(|word| !word.starts_with('-')).filter_map(|word| TicketNumber::parse(word)).collect()
    }

    fn settings(&self) -> Vec<Proposal> {
        let words = Words::new(self.language);
        let known = settings::keys().into_iter();
        known.map(|key| Proposal { meaning: config::meaning(&words, &key), value: key }).collect()
    }

    /// Reads something, as the person who is logged in; what a command would write on its way is left.
    fn with<T>(&self, f: impl FnOnce(&App<'_, Engine>) -> Result<T, Failure>) -> Result<T, Failure> {
        let desk = self.desk.as_deref().ok_or(Failure::ClosedPipe)?;
        let line = [OsStr::new("taquilla"), OsStr::new("--desk"), desk.as_os_str()];
        let matches = root().try_get_matches_from(line).map_err(|_| Failure::ClosedPipe)?;
        let front = front(&matches, &self.environment, Words::new(self.language), None).map_err(|(failure, _)| failure)?;
        let store = env::look_at_store(&front.global.desk, PATIENCE)?;
        f(&front.app(&store)?)
    }
}

fn open() -> Vec<Status> {
    Status::ALL.into_iter().filter(|status| status.is_open()).collect()
}

/// A proposal that says itself what it is.
fn plain(value: &str) -> Proposal {
    Proposal { value: value.to_owned(), meaning: String::new() }
}

/// One more of several words with commas between: what stands before the last comma is there already.
fn listed<'w>(beginning: &str, words: impl Iterator<Item = &'w str>) -> Vec<Proposal> {
    let before = beginning.rfind(',').map_or("", |comma| &beginning[..=comma]);
    let is_left = |word: &&str| !before.split(',').any(|there| there == *word);
    words.filter(is_left).map(|word| plain(&format!("{before}{word}"))).collect()
}
