//! The desk of the year: tickets are put into its file by the rules of the domain, people are moved by real commands, and time is
//! told by `tick` in one process, in four threads or in four processes.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Place;
use std::process::Stdio;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde_json::Value;
use taquilla::app::change::Call;
use taquilla::app::{App, Credentials};
use taquilla::domain::account::{Account, AccountId, EmailAddress, Handle};
use taquilla::domain::entry::{Content, Entry};
use taquilla::domain::language::Language;
use taquilla::domain::letter::{CommandId, LetterId};
use taquilla::domain::status::Priority;
use taquilla::domain::ticket::{Moment, NewTicket, Side, Ticket, TicketNumber, TicketSeq};
use taquilla::domain::time::{Span, Timestamp};
use taquilla::domain::topic::TopicId;
use taquilla::domain::waiting::Told as Stage;
use taquilla::store::redb::RedbStore;
use taquilla::store::{Store, StoreError, Write};

use super::model::{Command, Counts, Deed, Letter, Name, Told};
use crate::support::Desk;

/// How many clients write.
pub const CLIENTS: usize = 24;
/// How many transactions a tick takes at most here: there is never much to be done, and then nothing.
const MOST_TRANSACTIONS: usize = 8;
/// How many tick at once.
const AT_ONCE: usize = 4;

/// A desk on which a year passes.
pub struct Keeper {
    pub desk: Desk,
    store: RedbStore,
    token: String,
    clients: Vec<AccountId>,
    staff: BTreeMap<Name, AccountId>,
    commands: AtomicU64,
}

fn at(millis: i64) -> Timestamp {
    Timestamp::from_millis(millis)
}

fn client(place: usize) -> String {
    format!("cliente{place}")
}

/// A ticket that something happens to, and what comes into its thread.
struct Changed {
    before: Option<Ticket>,
    ticket: Ticket,
    entries: Vec<Entry>,
}

impl Keeper {
    pub fn new() -> Self {
        let desk = Desk::staffed();
        let made = desk.admin().json(["token", "create", "--name", "Reloj", "--scope", "admin", "--expires", "366d"]);
        let token = made["token"].as_str().unwrap().to_owned();
        let store = open(&desk);
        let mut keeper = Self { desk, store, token, clients: Vec::new(), staff: BTreeMap::new(), commands: AtomicU64::new(0) };
        keeper.furnish();
        keeper
    }

    /// More clients than the suite's desks have; and no letter leaves, so that `tick` need not count those that would.
    fn furnish(&mut self) {
        let put = |tx: &mut dyn Write| -> Result<_, StoreError> {
            let ana = tx.account_by_handle(&Handle::parse("ana").unwrap())?.unwrap();
            let mut clients = Vec::new();
            for place in 0..CLIENTS {
                let (id, name) = (tx.next_account()?, client(place));
                let email = EmailAddress::parse(&format!("{name}@example.com")).unwrap();
                tx.put_account(&Account { id, handle: Handle::parse(&name).unwrap(), email, ..ana.clone() })?;
                clients.push(id);
            }
            let mut staff = BTreeMap::new();
            for name in ["marta", "mateo", "sara", "carmen"] {
                staff.insert(name, tx.account_by_handle(&Handle::parse(name).unwrap())?.unwrap().id);
            }
            tx.put_setting("mail.hold", Some("on"))?;
            Ok((clients, staff))
        };
        (self.clients, self.staff) = self.store.write(&CommandId(self.seed()[..16].try_into().unwrap()), put).unwrap();
    }

    /// Another one for each command.
    fn seed(&self) -> [u8; 32] {
        let command = self.commands.fetch_add(1, Ordering::Relaxed);
        std::array::from_fn(|place| if place < 8 { command.to_be_bytes()[place] } else { 0xa5 })
    }

    /// Lets all of this happen, in one transaction; each deed with its time and its ticket.
    pub fn put(&self, deeds: &[(i64, usize, Deed)]) {
        let seed = self.seed();
        let put = |tx: &mut dyn Write| -> Result<(), StoreError> {
            let mut changed: BTreeMap<TicketSeq, Changed> = BTreeMap::new();
            for (time, place, deed) in deeds {
                let seq = TicketSeq(*place as u32);
                let known = match changed.entry(seq) {
                    Place::Occupied(known) => known.into_mut(),
                    Place::Vacant(new) => {
                        let before = tx.ticket(seq)?;
                        let ticket = before.clone().unwrap_or_else(|| self.opened(seq, *deed, *time));
                        new.insert(Changed { before, ticket, entries: Vec::new() })
                    }
                };
                self.happen(known, *deed, *time);
            }
            for (seq, Changed { before, ticket, entries }) in &changed {
                tx.put_ticket(before.as_ref(), ticket)?;
                entries.iter().try_for_each(|entry| tx.append_entry(*seq, entry))?;
            }
            Ok(())
        };
        self.store.write(&CommandId(seed[..16].try_into().unwrap()), put).unwrap();
    }

    fn opened(&self, seq: TicketSeq, deed: Deed, time: i64) -> Ticket {
        let Deed::Open(client, _) = deed else { panic!("{deed:?} without a ticket") };
        let new = NewTicket {
            seq,
            number: TicketNumber::from_random(seq.0.into(), 6),
            external_id: None,
            subject: "?".to_owned(),
            topic: TopicId(1),
            priority: Priority::Normal,
            client: self.clients[client],
        };
        Ticket::open(new, at(time))
    }

    fn happen(&self, changed: &mut Changed, deed: Deed, time: i64) {
        let ticket = &mut changed.ticket;
        let moment = Moment {
            actor: self.staff["sara"],
            side: Side::Staff,
            now: at(time),
            assignee_is_able: ticket.assignee.is_some(),
            reopen_window: Span::days(14),
        };
        let text = || "?".to_owned();
        let (by_client, staff) = (Some(ticket.client), Some(moment.actor));
        let said = match deed {
            Deed::Open(_, assignee) => {
                if let Some(name) = assignee {
                    ticket.assign(self.staff[name]).unwrap();
                }
                Some((by_client, Content::Message(text())))
            }
            Deed::Assign(name) => {
                ticket.assign(self.staff[name]).unwrap();
                None
            }
            Deed::Release => {
                ticket.release(None).unwrap();
                None
            }
            Deed::Answer | Deed::Delay => {
                ticket.staff_reply(deed == Deed::Delay, &moment).unwrap();
                Some((staff, Content::Reply(text())))
            }
            Deed::Note => Some((staff, Content::Note(text()))),
            Deed::Write => {
                ticket.client_message(&Moment { actor: ticket.client, side: Side::Client, ..moment }).unwrap();
                Some((by_client, Content::Message(text())))
            }
            Deed::Close => {
                ticket.close(&moment).unwrap();
                None
            }
            Deed::Reopen => {
                ticket.reopen(&moment).unwrap();
                None
            }
        };
        let entry = said.map(|(author, content)| ticket.append(author, at(time), content, Vec::new()));
        changed.entries.extend(entry);
    }

    /// Runs a command line of an administrator.
    fn run(&self, words: &[&str]) {
        self.desk.owner().command(words).mail("queue").env("TAQUILLA_TOKEN", &self.token).run().ok();
    }

    /// Does with the real program what is to be done, at a moment.
    pub fn command(&self, command: &Command, now: i64) {
        self.desk.set_now(&at(now).to_rfc3339());
        match command {
            Command::Suspend(place) => self.run(&["user", "suspend", &client(*place), "--reason", "Insultos"]),
            Command::Reinstate(place) => self.run(&["user", "reinstate", &client(*place)]),
            Command::Dismiss(name) => self.run(&["user", "suspend", name, "--reason", "Baja"]),
            Command::Recall(name) => self.run(&["user", "reinstate", name]),
            Command::Away(name, until, substitute) => {
                let substitute = substitute.unwrap_or_default();
                self.run(&["user", "away", name, "--until", &at(*until).to_rfc3339(), "--substitute", substitute]);
            }
            Command::Back(name) => self.run(&["user", "back", name]),
            Command::Calendar(key, value, _) => self.run(&["config", "set", key, value]),
        }
    }

    /// Ticks at a moment, in this thread.
    pub fn tick(&self, now: i64) -> Counts {
        self.tick_in(&self.store, now)
    }

    fn tick_in(&self, store: &RedbStore, now: i64) -> Counts {
        let mut counts = Counts::default();
        for _ in 0..MOST_TRANSACTIONS {
            let app = App::new(store, at(now), self.seed(), Credentials::Owner, Language::Spanish);
            let done = app.tick(&Call::default()).unwrap().value;
            let (warned, overdue) = (done.count("warned"), done.count("overdue"));
            counts = counts.plus(Counts { warned, overdue, letters: done.letters });
            if !done.may_go_on() {
                return counts;
            }
        }
        panic!("the same is done again and again: {counts:?}");
    }

    /// Ticks at a moment in four threads at once, each of which opens the desk for itself; what they did together.
    pub fn tick_in_threads(&self, now: i64) -> Counts {
        let barrier = std::sync::Barrier::new(AT_ONCE);
        std::thread::scope(|scope| {
            let tick = || {
                let store = open(&self.desk);
                barrier.wait();
                self.tick_in(&store, now)
            };
            let threads: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(tick)).collect();
            threads.into_iter().fold(Counts::default(), |counts, thread| counts.plus(thread.join().unwrap()))
        })
    }

    /// Ticks at a moment in four processes at once; what they did together.
    pub fn tick_in_processes(&self, now: i64) -> Counts {
        self.desk.set_now(&at(now).to_rfc3339());
        let owner = self.desk.owner();
        let spawn = |_| {
            let mut command = owner.command(["tick", "--json"]).mail("queue").build();
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        };
        let children: Vec<_> = (0..AT_ONCE).map(spawn).collect();
        children.into_iter().fold(Counts::default(), |counts, child| {
            let output = child.wait_with_output().unwrap();
            assert!(output.status.success(), "{output:?}");
            let said: Value = serde_json::from_slice(&output.stdout).unwrap();
            let count = |name: &str| said[name].as_u64().unwrap() as usize;
            counts.plus(Counts { warned: count("warned"), overdue: count("overdue"), letters: count("letters") })
        })
    }

    /// Every letter that warns of an answer or says that it is overdue.
    pub fn letters(&self) -> Vec<Letter> {
        let letters = self.store.read(|read| read.letters_from(&LetterId([0; 16]), usize::MAX)).unwrap();
        let told = letters.into_iter().filter(|letter| matches!(letter.notice.id(), "warning" | "overdue"));
        told.map(|letter| {
            let mut tickets: Vec<_> = letter.tickets().into_iter().map(|ticket| ticket.0).collect();
            tickets.sort_unstable();
            (letter.created_at.as_millis(), letter.to.as_str().to_owned(), letter.notice.id(), tickets)
        })
        .collect()
    }

    /// How far people were told of what waits in each ticket; none where nobody waits.
    pub fn told(&self, tickets: usize) -> Vec<(u32, Option<Told>)> {
        let told = |ticket: Ticket| {
            let stage = ticket.waiting.map(|waiting| match waiting.told {
                Stage::Nothing => Told::Nothing,
                Stage::Warned => Told::Warned,
                Stage::Overdue => Told::Overdue,
            });
            (ticket.seq.0, stage)
        };
        let read = self.store.read(|read| {
            (1..=tickets as u32).map(|seq| read.ticket(TicketSeq(seq)).map(|ticket| told(ticket.unwrap()))).collect()
        });
        let read: Result<_, StoreError> = read;
        read.unwrap()
    }
}

fn open(desk: &Desk) -> RedbStore {
    RedbStore::open(&desk.path(), Duration::from_secs(60)).unwrap()
}
