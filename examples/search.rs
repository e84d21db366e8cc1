//! Fills a desk with tickets, and says how long searches of them take.
//!
//! `search DIRECTORY COUNT` makes the tickets up to COUNT, three messages each, in a desk that is there already or is made now; then it
//! asks for 25 rows by words that are common, rare, and never together.

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use taquilla::domain::account::AccountId;
use taquilla::domain::entry::Content;
use taquilla::domain::filter::{Filter, Order, Page, Visibility};
use taquilla::domain::letter::CommandId;
use taquilla::domain::search::Search;
use taquilla::domain::status::{Priority, Status};
use taquilla::domain::ticket::{NewTicket, Ticket, TicketNumber, TicketSeq};
use taquilla::domain::time::Timestamp;
use taquilla::domain::topic::TopicId;
use taquilla::store::redb::RedbStore;
use taquilla::store::{Store, StoreError};

/// Tickets in one transaction.
const BATCH: u32 = 8_192;
/// Words in a message.
const WORDS: u32 = 16;
/// Words there are.
const VOCABULARY: f64 = 30_000.0;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let [directory, count] = arguments.as_slice() else { return ExitCode::from(2) };
    let Ok(count) = count.parse() else { return ExitCode::from(2) };
    match run(Path::new(directory), count) {
        Ok(lines) => {
            let _ = std::io::Write::write_all(&mut std::io::stdout(), lines.as_bytes());
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = std::io::Write::write_all(&mut std::io::stderr(), format!("{error}\n").as_bytes());
            ExitCode::FAILURE
        }
    }
}

fn run(directory: &Path, count: u32) -> Result<String, StoreError> {
    let wait = Duration::from_secs(60);
    let store = match RedbStore::create(directory, wait) {
        Err(StoreError::Exists(_)) => RedbStore::open(directory, wait)?,
        made => made?,
    };
    let begun = Instant::now();
    let first = store.read(|desk| desk.next_ticket())?.0;
    for from in (first..=count).step_by(BATCH as usize) {
        fill(&store, from..=count.min(from + BATCH - 1), count)?;
    }
    let mut lines = format!("{} tickets more, in {:?}\n", (count + 1).saturating_sub(first), begun.elapsed());
    let queries = [
        "matriculaciones examen", // each in every fourth
        "matriculaciones unico7", // in every fourth, and in twenty
        "izquierda derecha",      // each in every tenth, never together
        "antigua matricula",      // in one of fifty of the oldest half
        "decena examen",          // in one of a thousand
        "matric* exa*",
    ];
    for query in queries {
        for open in [false, true] {
            lines += &ask(&store, query, open)?;
        }
    }
    Ok(lines)
}

/// The median of a few times, each with a store that was just opened.
fn ask(store: &RedbStore, query: &str, open: bool) -> Result<String, StoreError> {
    let statuses = open.then(|| vec![Status::New, Status::Pending, Status::Answered]);
    let search = Search::parse(query).ok();
    let filter = Filter { statuses, search, ..Filter::all(Visibility::All, AccountId(1)) };
    let page = Page { order: Order::Created, reverse: false, after: None, limit: 26 };
    let mut times = Vec::new();
    let mut rows = 0;
    for _ in 0..9 {
        let begun = Instant::now();
        rows = store.read(|desk| Ok::<_, StoreError>(desk.list(&filter, &page)?.len()))?;
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    let counted = store.read(|desk| desk.count(&filter))?;
    Ok(format!("{query:28} open {open:5}: {rows:3} rows of {counted:7}, {:?}\n", times[times.len() / 2]))
}

fn fill(store: &RedbStore, seqs: std::ops::RangeInclusive<u32>, count: u32) -> Result<(), StoreError> {
    let id = CommandId((u128::from(*seqs.start()) << 64 | 0x7365_6172).to_be_bytes());
    store.write(&id, |tx| {
        for seq in seqs.clone() {
            let mut random = Random(u64::from(seq).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
            let at = Timestamp::from_millis(1_100_000_000_000 + i64::from(seq) * 500_000);
            let new = NewTicket {
                seq: TicketSeq(seq),
                number: TicketNumber::from_random(u64::from(seq), 8),
                external_id: None,
                subject: format!("{} {}", random.word(), random.word()),
                topic: TopicId(seq % 20 + 1),
                priority: Priority::Normal,
                client: AccountId(100 + random.below(50_000)),
            };
            let mut ticket = Ticket::open(new, at);
            ticket.assignee = Some(AccountId(2 + seq % 20));
            ticket.status = if seq > count / 100 * 97 { Status::Pending } else { Status::Closed };
            ticket.closed_at = (ticket.status == Status::Closed).then_some(at);
            for message in 0..3 {
                let text = text(seq, message, count, &mut random);
                let content = match message {
                    0 => Content::Message(text),
                    1 => Content::Reply(text),
                    _ if seq.is_multiple_of(5) => Content::Note(text),
                    _ => Content::Message(text),
                };
                let entry = ticket.append(Some(ticket.client), at, content, Vec::new());
                tx.append_entry(ticket.seq, &entry)?;
            }
            tx.put_ticket(None, &ticket)?;
        }
        tx.merge_search(usize::MAX)
    })
}

fn text(seq: u32, message: u32, count: u32, random: &mut Random) -> String {
    let mut words: Vec<String> = (0..WORDS).map(|_| random.word()).collect();
    let mut say = |word: &str, is_said: bool| words.extend(is_said.then(|| word.to_owned()));
    say("matrícula", message == 0 && random.below(4) == 0);
    say("exámenes", message == 1 && random.below(4) == 0);
    say("unico7", message == 0 && seq % (count / 20).max(1) == 7);
    say(if seq.is_multiple_of(2) { "izquierda" } else { "derecha" }, message == 0 && random.below(5) == 0);
    say("antiguo", message == 0 && seq < count / 2 && random.below(25) == 0);
    say("decena", message == 0 && random.below(250) == 0);
    words.join(" ")
}

/// The same numbers on every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: u32) -> u32 {
        u32::try_from((self.next() >> 16) % u64::from(end)).unwrap_or(0)
    }

    /// A word, the first ones more often than the others, as people do.
    fn word(&mut self) -> String {
        let part = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        let mut rank = VOCABULARY.powf(part) as usize;
        let mut word = String::new();
        loop {
            word.push_str(
                ["ca", "to", "re", "mi", "sol", "pan", "lu", "fe", "da", "gri", "no", "ves", "ti", "bo", "sa", "ne"][rank % 16],
            );
            rank /= 16;
            if rank == 0 {
                return word + ["s", "ción", "ado"][(self.0 >> 40) as usize % 3];
            }
        }
    }
}
