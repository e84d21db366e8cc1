//! The desks of the model: who is on them, and one engine that plays a step and tells what came of it.

use std::fmt::Debug;

use super::{Deed, PEOPLE, Step};
use taquilla::app::assign::{Assign, Whom};
use taquilla::app::change::{Call, Outcome, Printed};
use taquilla::app::close::Word;
use taquilla::app::list::{Detail, Query, Row};
use taquilla::app::many::{Batch, Numbers};
use taquilla::app::open::Open;
use taquilla::app::reply::Words;
use taquilla::app::{App, Credentials, Error};
use taquilla::domain::account::{Account, AccountId, EmailAddress, Handle, PersonName, Role, Standing};
use taquilla::domain::language::Language;
use taquilla::domain::letter::CommandId;
use taquilla::domain::session::{Session, SessionHash};
use taquilla::domain::status::Status;
use taquilla::domain::ticket::TicketNumber;
use taquilla::domain::time::{Span, Timestamp};
use taquilla::domain::topic::{Topic, TopicId};
use taquilla::store::{Store, StoreError, Write};

fn account(place: usize) -> Account {
    let (name, role) = PEOPLE[place];
    Account {
        id: AccountId(place as u32 + 1),
        handle: Handle::parse(name).unwrap(),
        name: PersonName::parse(name).unwrap(),
        email: EmailAddress::parse(&format!("{name}@example.com")).unwrap(),
        role,
        language: if place.is_multiple_of(2) { Language::Spanish } else { Language::English },
        standing: Standing::Active,
        password_hash: Some("x".to_owned()),
        phone: None,
        agent: None,
        absence: None,
        acceptance: None,
        created_at: at(0),
        unconfirmed_since: None,
    }
}

/// The morning of so many days after the first.
pub fn at(day: i64) -> Timestamp {
    Timestamp::parse_rfc3339("2026-11-23T09:00:00Z").unwrap().plus(Span::days(day))
}

/// Fills an empty desk, past the passwords and codes that have tests of their own.
pub fn furnish(tx: &mut dyn Write) -> Result<(), StoreError> {
    tx.set_secret(&[7; 32])?;
    tx.put_setting("desk.name", Some("Ágora"))?;
    let topic = Topic {
        id: TopicId(1),
        parent: None,
        name_es: "Reportar consulta".to_owned(),
        name_en: None,
        retired: false,
        agents: None,
        auto_assign: None,
    };
    tx.put_topic(&topic)?;
    (0..PEOPLE.len()).try_for_each(|place| tx.put_account(&account(place)))
}

/// The session of somebody.
pub fn session(place: usize) -> SessionHash {
    SessionHash([place as u8 + 1; 32])
}

/// One engine with its desk.
pub struct Played<S> {
    /// Where its desk is kept.
    pub store: S,
    commands: u64,
}

impl<S: Store> Played<S> {
    /// An engine that has done nothing yet.
    pub fn new(store: S) -> Self {
        Self { store, commands: 0 }
    }

    /// Does one thing as somebody, at a time; what came of it, as text.
    pub fn play(&mut self, step: &Step, day: i64, number: Option<&TicketNumber>) -> (Ended, String) {
        self.commands += 1;
        let seed = std::array::from_fn(|index| self.commands.to_be_bytes()[index % 8] ^ index as u8);
        let now = at(day);
        // A session of the day for everybody who may have one.
        let id = CommandId(std::array::from_fn(|index| self.commands.to_be_bytes()[index % 8] | 0x80));
        let hash = session(step.who);
        let renewed: Result<(), StoreError> = self.store.write(&id, |tx| {
            let account = AccountId(step.who as u32 + 1);
            tx.put_session(&Session { hash, account, created_at: now, used_at: now })
        });
        renewed.unwrap();
        let app = App::new(&self.store, now, seed, Credentials::Session(hash), Language::Spanish);
        let (ended, told) = deed(&app, step, number);
        let seen = if self.commands.is_multiple_of(8) { portrait(&self.store, now, seed) } else { String::new() };
        (ended, format!("{told}\n{seen}"))
    }
}

/// How a command ended.
#[derive(Debug)]
pub enum Ended {
    /// It was done.
    Done {
        /// Whether anything changed.
        changed: bool,
        /// The number of a new ticket.
        number: Option<TicketNumber>,
    },
    /// It was refused, and why.
    Refused(String),
}

fn ended<T: Debug>(outcome: Result<Outcome<T>, Error>, read: impl FnOnce(&T) -> (bool, Option<TicketNumber>)) -> (Ended, String) {
    let told = format!("{outcome:?}");
    let ended = match outcome {
        Ok(Outcome::Done(done)) => {
            let (changed, number) = read(&done.value);
            Ended::Done { changed, number }
        }
        Ok(Outcome::Replayed(_)) => panic!("nothing has a key here"),
        Err(Error::Refused(refusal)) => Ended::Refused(format!("{refusal:?}")),
        Err(error) => panic!("{error:?}"),
    };
    (ended, told)
}

fn deed<S: Store>(app: &App<'_, S>, step: &Step, number: Option<&TicketNumber>) -> (Ended, String) {
    let call = Call::default();
    let batch = |batch: &Batch| (batch.tickets[0].changed, None);
    let printed = |_: &_| Printed::default();
    let number = || number.cloned().unwrap();
    let numbers = || Numbers { numbers: vec![number()], ..Numbers::default() };
    let words = |pending| Words { number: number(), message: "Hola".into(), attachments: Vec::new(), close: false, pending };
    match &step.deed {
        Deed::Open => {
            let is_client = PEOPLE[step.who].1 == Role::Client;
            let request = Open {
                subject: Some("Duda".into()),
                message: "¿Cuándo?".into(),
                topic: None,
                attachments: Vec::new(),
                priority: None,
                client: (!is_client).then(|| "ana".to_owned()),
                external_id: None,
                follow_up: None,
            };
            ended(app.open(&call, &request, &printed_of), |ticket| (true, Some(ticket.number.clone())))
        }
        Deed::Assign(to) => {
            let request =
                Assign { numbers: numbers(), whom: Whom::Person(PEOPLE[*to].0.to_owned()), note: None, if_unassigned: false };
            ended(app.assign(&call, &request, &printed), batch)
        }
        Deed::Release => ended(app.release(&call, &numbers(), Some("No es mi materia"), &printed), batch),
        Deed::Reply { pending } => ended(app.reply(&call, &words(*pending), &printed_of), |_| (true, None)),
        Deed::Note => ended(app.note(&call, &words(false), &printed_of), |_| (true, None)),
        Deed::Close => ended(app.close(&call, &numbers(), Some(&Word::Public("Listo".into())), &printed), batch),
        Deed::Reopen => ended(app.reopen(&call, &numbers(), None, &printed), batch),
        Deed::Suspend => ended(app.suspend(&call, "marta", "Baja", None, &printed_of), |user| (user.changed, None)),
        Deed::Reinstate => ended(app.reinstate(&call, "marta", &printed_of), |user| (user.changed, None)),
        Deed::Wait(_) => (Ended::Done { changed: false, number: None }, String::new()),
    }
}

fn printed_of<T>(_: &T) -> Printed {
    Printed::default()
}

/// All that the administrator sees, and every letter.
fn portrait<S: Store>(store: &S, now: Timestamp, seed: [u8; 32]) -> String {
    let renewed: Result<(), StoreError> = store.write(&CommandId(seed[..16].try_into().unwrap()), |tx| {
        tx.put_session(&Session { hash: session(0), account: AccountId(1), created_at: now, used_at: now })
    });
    renewed.unwrap();
    let app = App::new(store, now, seed, Credentials::Session(session(0)), Language::Spanish);
    let mut seen = Vec::new();
    let query = Query { statuses: Some(Status::ALL.to_vec()), ..Query::default() };
    let listed: Result<bool, Error> = app.list(&query, Detail::Full, |row| {
        if let Row::Ticket(ticket) = row {
            let shown = app.show(&ticket.number)?;
            seen.push(format!("{ticket:?} {:?}", shown.thread));
        }
        Ok(())
    });
    listed.unwrap();
    format!("{seen:#?}\n{:#?}\n{:?}", app.unsent(usize::MAX).unwrap(), app.counts().unwrap())
}
