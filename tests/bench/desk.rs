//! Makes a desk of a size: people, tickets over twenty years with three texts each, most of them closed.
//!
//! Everything follows from the place of a ticket, so that every desk of a size is the same.

use std::path::{Path, PathBuf};
use std::time::Duration;

use taquilla::auth::{self, SessionSecret};
use taquilla::domain::account::{Account, AccountId, EmailAddress, Handle, PersonName, Role, Standing};
use taquilla::domain::audit::{AuditEntry, AuditPayload, Via};
use taquilla::domain::entry::{Content, TicketEvent};
use taquilla::domain::language::Language;
use taquilla::domain::letter::CommandId;
use taquilla::domain::session::Session;
use taquilla::domain::status::Priority;
use taquilla::domain::ticket::{Moment, NewTicket, Side, Ticket, TicketNumber, TicketSeq};
use taquilla::domain::time::{Span, Timestamp};
use taquilla::domain::topic::{Topic, TopicId};
use taquilla::domain::waiting::Told;
use taquilla::paths::{self, SavedSession};
use taquilla::store::redb::RedbStore;
use taquilla::store::{Store, StoreError, Write};

use crate::texts::text;

/// The time on every desk of the bench.
pub const NOW: &str = "2026-11-23T09:00:00Z";
/// Over how long the tickets were opened.
const AGE: Span = Span::days(20 * 365);
/// Tickets in one transaction.
const BATCH: u32 = 5_000;
/// How many agents there are; they follow the administrator and the secretary.
pub const AGENTS: u32 = 20;
const ADMIN: u32 = 1;
const SECRETARY: u32 = 2;
const FIRST_AGENT: u32 = 3;
/// The first client; the others follow.
pub const FIRST_CLIENT: u32 = FIRST_AGENT + AGENTS;
/// Of how many tickets one is still open.
pub const OPEN_EVERY: u32 = 20;

/// A desk that is there.
pub struct Desk {
    /// How many tickets it was made with.
    pub size: u32,
    folder: PathBuf,
}

impl Desk {
    /// The desk of a size, made if it is not there yet.
    pub fn of(folder: &Path, size: u32) -> Self {
        let desk = Self { size, folder: folder.join(size.to_string()) };
        let made = desk.folder.join("made");
        // A change of what is kept, or of this file, makes other desks.
        let version = blake(
            concat!(include_str!("desk.rs"), include_str!("texts.rs")),
            &format!("{:?}", std::fs::read("src/store/redb/tables.rs").unwrap_or_default()),
        );
        if std::fs::read_to_string(&made).ok().as_deref() != Some(version.as_str()) {
            drop(std::fs::remove_dir_all(&desk.folder));
            std::fs::create_dir_all(&desk.folder).unwrap();
            eprintln!("making a desk of {size} tickets");
            desk.make();
            std::fs::write(made, version).unwrap();
        }
        desk.log_in();
        desk
    }

    /// Says that it is about to be changed: the next run makes it anew, for letters that wait and a file that has grown would be
    /// measured with it.
    pub fn wear(&self) {
        drop(std::fs::remove_file(self.folder.join("made")));
    }

    /// The directory of the desk itself.
    pub fn path(&self) -> PathBuf {
        self.folder.join("desk")
    }

    /// A file beside the desk, for the minimal program.
    pub fn minimal(&self) -> PathBuf {
        self.folder.join("minimal.redb")
    }

    /// The state directory of somebody: `admin`, `secretary`, `client`.
    pub fn state(&self, who: &str) -> PathBuf {
        self.folder.join("state").join(who)
    }

    /// The size of the store's file.
    pub fn mebibytes(&self) -> u64 {
        std::fs::metadata(self.path().join("desk.redb")).map_or(0, |file| file.len() >> 20)
    }

    /// The store, for counting.
    pub fn store(&self) -> RedbStore {
        RedbStore::open(&self.path(), Duration::from_secs(60)).unwrap()
    }

    /// The number of a ticket in the middle of the desk that is open.
    pub fn number(&self) -> String {
        number(self.size / 2 / OPEN_EVERY * OPEN_EVERY + OPEN_EVERY)
    }

    fn make(&self) {
        let id = |place: u32| CommandId(auth::derive_bytes(&[1; 32], "bench", place.into()));
        let founded: Result<_, StoreError> =
            RedbStore::create_with(&self.path(), Duration::from_secs(60), &id(0), |tx| furnish(tx, self.size));
        let (store, ()) = founded.unwrap();
        let mut first = 1;
        while first <= self.size {
            let last = (first + BATCH - 1).min(self.size);
            let written: Result<(), StoreError> = store.write(&id(first), |tx| {
                (first..=last).try_for_each(|place| put(tx, place, self.size)).and_then(|()| tx.merge_search(usize::MAX))
            });
            written.unwrap();
            first = last + 1;
        }
        paths::set_language_of_desk(&self.path(), Language::English).unwrap();
    }

    fn log_in(&self) {
        let now = now();
        let people = [("admin", ADMIN), ("secretary", SECRETARY), ("client", FIRST_CLIENT)];
        let store = self.store();
        for (who, place) in people {
            let secret = SessionSecret::new([place as u8; 32]);
            let session = Session { hash: secret.hash(), account: AccountId(place), created_at: now, used_at: now };
            let id = CommandId(auth::derive_bytes(&[2; 32], who, 0));
            let kept: Result<(), StoreError> = store.write(&id, |tx| tx.put_session(&session));
            kept.unwrap();
            let desk = paths::canonical_desk(&self.path());
            let path = paths::session_path(&self.state(who).join("taquilla"), &desk);
            paths::make_private_directory(path.parent().unwrap()).unwrap();
            let saved = SavedSession { secret, handle: account(place).handle, language: Language::English, desk };
            paths::write_session(&path, &saved).unwrap();
        }
    }
}

/// The time on every desk.
fn now() -> Timestamp {
    Timestamp::parse_rfc3339(NOW).unwrap()
}

/// What tells one version of the generator from another.
fn blake(generator: &str, tables: &str) -> String {
    let hash = auth::keyed_hash(&[0; 32], "bench", &[generator.as_bytes(), tables.as_bytes()]);
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn account(place: u32) -> Account {
    let (name, role) = match place {
        ADMIN => ("alba".to_owned(), Role::Admin),
        SECRETARY => ("sara".to_owned(), Role::Secretary),
        place if place < FIRST_CLIENT => (format!("agent-{}", place - FIRST_AGENT + 1), Role::Agent),
        place => (format!("client-{}", place - FIRST_CLIENT + 1), Role::Client),
    };
    Account {
        id: AccountId(place),
        handle: Handle::parse(&name).unwrap(),
        name: PersonName::parse(&name).unwrap(),
        email: EmailAddress::parse(&format!("{name}@example.org")).unwrap(),
        role,
        language: Language::English,
        standing: Standing::Active,
        password_hash: Some("x".to_owned()),
        phone: None,
        agent: None,
        absence: None,
        acceptance: None,
        created_at: now().minus(AGE),
        unconfirmed_since: None,
    }
}

fn clients(size: u32) -> u32 {
    (size / 50).max(10)
}

fn furnish(tx: &mut dyn Write, size: u32) -> Result<(), StoreError> {
    tx.set_secret(&[7; 32])?;
    tx.put_setting("desk.name", Some("Agora"))?;
    tx.put_setting("desk.lang", Some("en"))?;
    for (id, name) in [(1, "Reportar consulta"), (2, "Historia"), (3, "Derecho")] {
        let topic = Topic {
            id: TopicId(id),
            parent: None,
            name_es: name.to_owned(),
            name_en: None,
            retired: false,
            agents: None,
            auto_assign: None,
        };
        tx.put_topic(&topic)?;
    }
    (1..FIRST_CLIENT + clients(size)).try_for_each(|place| tx.put_account(&account(place)))?;
    let payload = AuditPayload { salt: [1; 16], body: "[]".to_owned() };
    let entry = AuditEntry {
        sequence: 1,
        at: now().minus(AGE),
        actor: Some(AccountId(ADMIN)),
        token: None,
        via: Via::Owner,
        verb: "init".to_owned(),
        payload_hash: payload.hash(),
        previous: [0; 32],
    };
    tx.append_audit(&entry, &payload)
}

/// The number of a place: the six digits first, then seven, as the desk itself would give them.
fn number(place: u32) -> String {
    let (index, first, count) =
        if place <= 450_000 { (place, 100_000, 900_000_u64) } else { (place - 450_000, 1_000_000, 9_000_000) };
    (first + u64::from(index) * 7_919 % count).to_string()
}

/// What was told of somebody's waiting on a desk in use: it is Monday, and of the last three or four days two are a weekend.
fn told(from: Timestamp) -> Told {
    match now().since(from) {
        waited if waited >= Span::days(4) => Told::Overdue,
        waited if waited >= Span::days(3) => Told::Warned,
        _ => Told::Nothing,
    }
}

fn put(tx: &mut dyn Write, place: u32, size: u32) -> Result<(), StoreError> {
    let step = AGE.as_millis() / i64::from(size);
    let opened = now().minus(AGE).plus(Span::millis(step * i64::from(place - 1)));
    let client = FIRST_CLIENT + place % clients(size);
    let agent = FIRST_AGENT + place % AGENTS;
    let new = NewTicket {
        seq: TicketSeq(place),
        number: TicketNumber::parse(&number(place)).unwrap(),
        external_id: None,
        subject: text(place, 3).chars().take(60).collect(),
        topic: TopicId(1 + place % 3),
        priority: if place.is_multiple_of(50) { Priority::High } else { Priority::Normal },
        client: AccountId(client),
    };
    let moment = |actor: u32, side: Side, hours: i64| Moment {
        actor: AccountId(actor),
        side,
        now: opened.plus(Span::hours(hours)).min(now()),
        assignee_is_able: true,
        reopen_window: Span::days(14),
    };
    let mut ticket = Ticket::open(new, opened);
    let mut entries = vec![ticket.append(Some(AccountId(client)), opened, Content::Message(text(place, 0)), Vec::new())];
    // The last of every hundred open ones is nobody's yet; small desks have some too.
    let is_open = place.is_multiple_of(OPEN_EVERY);
    if !(is_open && place.is_multiple_of(3)) {
        let at = moment(SECRETARY, Side::Staff, 1).now;
        if let Ok(Some(event)) = ticket.assign(AccountId(agent)) {
            entries.push(ticket.append(Some(AccountId(SECRETARY)), at, Content::Event(event), Vec::new()));
        }
        let answer = moment(agent, Side::Staff, 20);
        ticket.staff_reply(false, &answer).unwrap();
        entries.push(ticket.append(Some(answer.actor), answer.now, Content::Reply(text(place, 1)), Vec::new()));
        let again = moment(client, Side::Client, 30);
        ticket.client_message(&again).unwrap();
        entries.push(ticket.append(Some(again.actor), again.now, Content::Message(text(place, 2)), Vec::new()));
    }
    if !is_open {
        let end = moment(agent, Side::Staff, 50);
        if let Some(event @ TicketEvent::Closed) = ticket.close(&end) {
            entries.push(ticket.append(Some(end.actor), end.now, Content::Event(event), Vec::new()));
        }
    }
    if let (Some(from), Some(waiting)) = (ticket.runs_from(), &mut ticket.waiting) {
        waiting.told = told(from);
    }
    tx.put_ticket(None, &ticket)?;
    entries.iter().try_for_each(|entry| tx.append_entry(ticket.seq, entry))
}
