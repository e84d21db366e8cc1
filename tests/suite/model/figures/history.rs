//! Random histories of a desk, with what was seen of each ticket on the way.

use std::collections::BTreeMap;

use proptest::prelude::*;
use taquilla::app::assign::{Assign, Whom};
use taquilla::app::change::{Call, Outcome, Printed};
use taquilla::app::close::Word;
use taquilla::app::edit::Edit;
use taquilla::app::list::{Detail, Query as Wanted, Row};
use taquilla::app::many::{Batch, Numbers};
use taquilla::app::merge::Merge;
use taquilla::app::open::Open;
use taquilla::app::reply::Words;
use taquilla::app::view::TicketView;
use taquilla::app::{App, Credentials, Error};
use taquilla::domain::account::AccountId;
use taquilla::domain::language::Language;
use taquilla::domain::letter::CommandId;
use taquilla::domain::session::Session;
use taquilla::domain::status::Status;
use taquilla::domain::ticket::TicketNumber;
use taquilla::domain::time::{Span, Timestamp};
use taquilla::domain::topic::{Topic, TopicId};
use taquilla::store::memory::MemoryStore;
use taquilla::store::{Store, StoreError};

use super::super::PEOPLE;
use super::super::engine::{at, furnish, session};
use super::{MARTA, SARA, TOPICS};

const ADMIN: usize = 0;
const CLIENTS: [usize; 2] = [1, 2];

#[derive(Clone, Debug)]
enum Deed {
    Open(usize, usize),
    Message,
    Assign(usize),
    Release,
    Answer { pending: bool, close: bool },
    Close { word: bool },
    Reopen,
    Move(usize),
    Merge(usize),
    Suspend,
    Reinstate,
}

/// What is done so many hours after what was done before; a ticket is meant by any number, taken modulo the tickets there are.
#[derive(Clone, Debug)]
pub struct Step {
    hours: i64,
    which: usize,
    deed: Deed,
}

/// Anything that may be done.
pub fn step() -> impl Strategy<Value = Step> {
    let deed = prop_oneof![
        4 => (0..CLIENTS.len(), 0..TOPICS.len()).prop_map(|(client, topic)| Deed::Open(client, topic)),
        2 => Just(Deed::Message),
        4 => (MARTA..=SARA).prop_map(Deed::Assign),
        1 => Just(Deed::Release),
        5 => any::<(bool, bool)>().prop_map(|(pending, close)| Deed::Answer { pending, close: close && !pending }),
        2 => any::<bool>().prop_map(|word| Deed::Close { word }),
        2 => Just(Deed::Reopen),
        1 => (0..TOPICS.len()).prop_map(Deed::Move),
        2 => (0_usize..20).prop_map(Deed::Merge),
        1 => Just(Deed::Suspend),
        2 => Just(Deed::Reinstate),
    ];
    (0_i64..40, 0_usize..20, deed).prop_map(|(hours, which, deed)| Step { hours, which, deed })
}

/// A ticket as it was seen.
pub struct Seen {
    number: TicketNumber,
    /// Whose it is.
    pub client: usize,
    /// The hour of its opening.
    pub opened: i64,
    /// The hour of its first answer.
    pub first_answer: Option<i64>,
    /// The hour since which it is closed.
    pub closed: Option<i64>,
    /// Whether it became a part of another.
    pub is_part: bool,
}

/// A desk whose history is written down beside it; the hours are counted from its first morning.
pub struct History {
    store: MemoryStore,
    commands: u64,
    /// The hour that it is.
    pub hour: i64,
    /// Every ticket, in the order of their opening.
    pub tickets: Vec<Seen>,
    /// The clients who are suspended, and since which hour.
    pub suspended: BTreeMap<usize, i64>,
    /// Who was suspended, from which hour until which.
    pub rests: Vec<(usize, i64, i64)>,
}

/// The moment of an hour.
pub fn moment(hour: i64) -> Timestamp {
    at(0).plus(Span::hours(hour))
}

fn printed<T>(_: &T) -> Printed {
    Printed::default()
}

/// What was done and changed something; nothing for what was refused.
fn done<T>(outcome: Result<Outcome<T>, Error>, changed: impl FnOnce(&T) -> bool) -> Option<T> {
    match outcome {
        Ok(Outcome::Done(done)) => Some(done.value).filter(changed),
        Ok(Outcome::Replayed(_)) => panic!("nothing has a key here"),
        Err(Error::Refused(_)) => None,
        Err(error) => panic!("{error:?}"),
    }
}

impl History {
    /// A desk on which nothing was done.
    pub fn new() -> Self {
        let store = MemoryStore::new();
        let made: Result<(), StoreError> = store.write(&CommandId([1; 16]), |tx| {
            furnish(tx)?;
            let topic = |id, parent: Option<u32>, name: &str| Topic {
                id: TopicId(id),
                parent: parent.map(TopicId),
                name_es: name.to_owned(),
                name_en: None,
                retired: false,
                agents: None,
                auto_assign: None,
            };
            tx.put_topic(&topic(2, None, "Historia"))?;
            tx.put_topic(&topic(3, Some(2), "Roma"))
        });
        made.unwrap();
        Self { store, commands: 0, hour: 0, tickets: Vec::new(), suspended: BTreeMap::new(), rests: Vec::new() }
    }

    /// Lets somebody of the desk do something now.
    pub fn with<T>(&mut self, who: usize, act: impl FnOnce(&App<'_, MemoryStore>) -> T) -> T {
        self.commands += 1;
        let seed: [u8; 32] = std::array::from_fn(|index| self.commands.to_be_bytes()[index % 8] ^ index as u8);
        let (now, hash) = (moment(self.hour), session(who));
        let begun: Result<(), StoreError> = self.store.write(&CommandId(seed[..16].try_into().unwrap()), |tx| {
            tx.put_session(&Session { hash, account: AccountId(who as u32 + 1), created_at: now, used_at: now })
        });
        begun.unwrap();
        act(&App::new(&self.store, now, seed, Credentials::Session(hash), Language::Spanish))
    }

    /// Takes a step.
    pub fn take(&mut self, step: &Step) {
        self.hour += step.hours;
        match step.deed {
            Deed::Open(client, topic) => self.open(CLIENTS[client], TOPICS[topic].0),
            Deed::Suspend => {
                let who = CLIENTS[step.which % CLIENTS.len()];
                let suspend = |app: &App<'_, _>| app.suspend(&Call::default(), PEOPLE[who].0, "Ruido", None, &printed);
                if done(self.with(ADMIN, suspend), |user| user.changed).is_some() {
                    self.suspended.insert(who, self.hour);
                }
            }
            Deed::Reinstate => {
                let who = CLIENTS[step.which % CLIENTS.len()];
                if done(self.with(ADMIN, |app| app.reinstate(&Call::default(), PEOPLE[who].0, &printed)), |user| user.changed)
                    .is_some()
                {
                    let since = self.suspended.remove(&who).expect("somebody who was suspended");
                    self.rests.push((who, since, self.hour));
                }
            }
            _ if self.tickets.is_empty() => {}
            _ => self.handle(step.which % self.tickets.len(), &step.deed),
        }
        self.look();
    }

    /// Sets what no command would set together.
    pub fn set(&mut self, settings: &[(&str, &str)]) {
        let set: Result<(), StoreError> = self
            .store
            .write(&CommandId([2; 16]), |tx| settings.iter().try_for_each(|(key, value)| tx.put_setting(key, Some(value))));
        set.unwrap();
    }

    /// Opens a ticket of a client's.
    pub fn open(&mut self, client: usize, topic: &str) {
        let request = Open {
            subject: Some("Duda".into()),
            message: "¿Cuándo?".into(),
            topic: Some(topic.to_owned()),
            attachments: Vec::new(),
            priority: None,
            client: None,
            external_id: None,
            follow_up: None,
        };
        if let Some(ticket) = done(self.with(client, |app| app.open(&Call::default(), &request, &printed)), |_| true) {
            let number = ticket.number;
            self.tickets.push(Seen { number, client, opened: self.hour, first_answer: None, closed: None, is_part: false });
        }
    }

    /// Does something with one ticket, and notes whether that was its first answer or its end as a ticket of its own.
    fn handle(&mut self, which: usize, deed: &Deed) {
        let (hour, client) = (self.hour, self.tickets[which].client);
        let number = self.tickets[which].number.clone();
        let call = Call::default();
        let numbers = Numbers { numbers: vec![number.clone()], ..Numbers::default() };
        let changed = |batch: &Batch| batch.tickets[0].changed;
        let words =
            |pending, close| Words { number: number.clone(), message: "Hola".into(), attachments: Vec::new(), close, pending };
        let mut is_answer = false;
        match deed {
            Deed::Message => drop(done(self.with(client, |app| app.reply(&call, &words(false, false), &printed)), |_| true)),
            Deed::Assign(to) => {
                let whom = Whom::Person(PEOPLE[*to].0.to_owned());
                let request = Assign { numbers, whom, note: None, if_unassigned: false };
                drop(done(self.with(SARA, |app| app.assign(&call, &request, &printed)), changed));
            }
            Deed::Release => drop(done(self.with(SARA, |app| app.release(&call, &numbers, Some("Otro"), &printed)), changed)),
            Deed::Answer { pending, close } => {
                let answered = done(self.with(SARA, |app| app.reply(&call, &words(*pending, *close), &printed)), |_| true);
                is_answer = answered.is_some() && !pending;
            }
            Deed::Close { word } => {
                let word = word.then(|| Word::Public("Listo".into()));
                let closed = done(self.with(SARA, |app| app.close(&call, &numbers, word.as_ref(), &printed)), changed);
                is_answer = closed.is_some() && word.is_some();
            }
            Deed::Reopen => drop(done(self.with(SARA, |app| app.reopen(&call, &numbers, None, &printed)), changed)),
            Deed::Move(topic) => {
                let edit = Edit { topic: Some(TOPICS[*topic].0.to_owned()), ..Edit::default() };
                drop(done(self.with(SARA, |app| app.edit(&call, &numbers, &edit, &printed)), changed));
            }
            Deed::Merge(into) => {
                let into = into % self.tickets.len();
                let request = Merge { numbers, into: self.tickets[into].number.clone() };
                if done(self.with(SARA, |app| app.merge(&call, &request, &printed)), changed).is_some() {
                    self.tickets[which].is_part = true;
                    let there = self.tickets[which].first_answer;
                    let target = &mut self.tickets[into];
                    target.first_answer = target.first_answer.or(there.map(|there| there.max(target.opened)));
                }
            }
            Deed::Open(..) | Deed::Suspend | Deed::Reinstate => unreachable!("{deed:?} is not about a ticket"),
        }
        if is_answer {
            self.tickets[which].first_answer.get_or_insert(hour);
        }
    }

    /// All tickets as the administrator sees them, in the order of their opening.
    pub fn views(&mut self) -> Vec<TicketView> {
        let mut views = Vec::new();
        let query = Wanted { statuses: Some(Status::ALL.to_vec()), ..Wanted::default() };
        let listed: Result<bool, Error> = self.with(ADMIN, |app| {
            app.list(&query, Detail::Full, |row| {
                if let Row::Ticket(ticket) = row {
                    views.push(*ticket);
                }
                Ok(())
            })
        });
        listed.unwrap();
        let place = |view: &TicketView| self.tickets.iter().position(|seen| seen.number == view.number);
        views.sort_by_key(place);
        views
    }

    /// Sees which tickets have become closed or open.
    fn look(&mut self) {
        let (views, hour) = (self.views(), self.hour);
        assert_eq!(views.len(), self.tickets.len());
        for (view, seen) in views.iter().zip(&mut self.tickets) {
            if view.status == Status::Closed {
                seen.closed.get_or_insert(hour);
            } else {
                seen.closed = None;
            }
        }
    }
}
