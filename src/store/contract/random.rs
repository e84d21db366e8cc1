//! Random desks under random changes: every list and every count must be the model's.

use proptest::prelude::*;
use proptest::sample::subsequence;
use proptest::test_runner::{Config, TestRunner};

use super::lists::numbers;
use super::model::Model;
use super::samples::{put_in, ticket};
use super::{new_command, read};
use crate::domain::account::AccountId;
use crate::domain::entry::{Content, EntryId};
use crate::domain::filter::{Filter, Order, Page, Visibility};
use crate::domain::search::Search;
use crate::domain::status::{Priority, Status};
use crate::domain::ticket::{Flags, Ticket, TicketSeq};
use crate::domain::time::Timestamp;
use crate::domain::topic::TopicId;
use crate::domain::waiting::{Told, Waiting};
use crate::store::{Read, Result, Store, StoreError, Upkeep, Write};

/// The most tickets of a random desk.
const MOST_TICKETS: u32 = 40;
/// People: 1 to 4 are clients, 5 to 8 staff.
const CLIENTS: std::ops::RangeInclusive<u32> = 1..=4;
const STAFF: std::ops::RangeInclusive<u32> = 5..=8;
const ANYBODY: std::ops::RangeInclusive<u32> = 1..=8;

/// What is said, and what tickets are called.
const TEXTS: [&str; 9] = [
    "Hola",
    "Duda sobre la matriculación",
    "Los índices, y un examen",
    "The pages were answered",
    "Trabajo final",
    "TRABAJOS y tutorías",
    "Page 3 del año",
    "Exámenes: hola, hola",
    "¿?",
];
/// What is looked for.
const QUERIES: [&str; 11] = [
    "hola",
    "matriculaciones",
    "indice examen",
    "page",
    "answer pages",
    "trabajo",
    "tutoria trabajos",
    "matric*",
    "ano 3",
    "tra* fin*",
    "nada",
];

/// One change. A ticket is meant by any number, taken modulo the tickets there are.
#[derive(Clone, Debug)]
enum Step {
    Open {
        client: u32,
    },
    Change {
        which: u32,
        fields: Fields,
    },
    Say {
        which: u32,
        author: Option<u32>,
        kind: u8,
        text: &'static str,
    },
    Merge {
        most: usize,
    },
    /// Many texts come in what is left of the transaction.
    Many,
    Show {
        which: u32,
        reader: u32,
        last: u32,
    },
    /// A ticket goes for ever.
    Purge {
        which: u32,
    },
    Commit,
    Refuse,
}

/// New values for a part of a ticket.
#[derive(Clone, Debug)]
enum Fields {
    Life { status: Status, assignee: Option<u32>, since: Timestamp },
    Clock { told: Told, counts_from: Timestamp, rests: bool },
    Times { updated_at: Timestamp, public_updated_at: Timestamp },
    Subject { topic: u32, priority: Priority, client: u32 },
    External(Option<u8>),
    Name(&'static str),
    Flags(bool, bool),
}

/// What is asked after each transaction, and inside it.
#[derive(Clone, Debug)]
struct Question {
    filter: Filter,
    page: Page,
}

/// Few times, so that many are equal; some before the epoch, some far ahead.
fn time() -> impl Strategy<Value = Timestamp> {
    prop_oneof![8 => 0_i64..6, 1 => -3_i64..0, 1 => 4_000_000_000_000_i64..4_000_000_000_003].prop_map(Timestamp::from_millis)
}

fn fields() -> impl Strategy<Value = Fields> {
    let status = proptest::sample::select(&Status::ALL[..]);
    let priority = proptest::sample::select(&Priority::ALL[..]);
    prop_oneof![
        3 => (status, proptest::option::of(STAFF), time()).prop_map(|(status, assignee, since)| Fields::Life { status, assignee, since }),
        3 => (proptest::sample::select(&Told::ALL[..]), time(), any::<bool>())
            .prop_map(|(told, counts_from, rests)| Fields::Clock { told, counts_from, rests }),
        3 => (time(), time()).prop_map(|(updated_at, public_updated_at)| Fields::Times { updated_at, public_updated_at }),
        2 => (1_u32..=4, priority, CLIENTS).prop_map(|(topic, priority, client)| Fields::Subject { topic, priority, client }),
        1 => proptest::option::of(0_u8..4).prop_map(Fields::External),
        2 => proptest::sample::select(&TEXTS[..]).prop_map(Fields::Name),
        1 => any::<(bool, bool)>().prop_map(|(money, held)| Fields::Flags(money, held)),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let which = || 0..MOST_TICKETS;
    prop_oneof![
        8 => CLIENTS.prop_map(|client| Step::Open { client }),
        8 => (which(), fields()).prop_map(|(which, fields)| Step::Change { which, fields }),
        6 => (which(), proptest::option::of(ANYBODY), 0_u8..4, proptest::sample::select(&TEXTS[..]))
            .prop_map(|(which, author, kind, text)| Step::Say { which, author, kind, text }),
        2 => prop_oneof![0_usize..12, Just(usize::MAX)].prop_map(|most| Step::Merge { most }),
        1 => Just(Step::Many),
        3 => (which(), ANYBODY, 0_u32..5).prop_map(|(which, reader, last)| Step::Show { which, reader, last }),
        1 => which().prop_map(|which| Step::Purge { which }),
        2 => Just(Step::Commit),
        1 => Just(Step::Refuse),
    ]
}

fn filter() -> impl Strategy<Value = Filter> {
    let staff: Vec<_> = STAFF.map(AccountId).collect();
    let topics: Vec<_> = (1..=5).map(TopicId).collect();
    let visible = prop_oneof![
        3 => Just(Visibility::All),
        2 => CLIENTS.prop_map(|client| Visibility::Client(AccountId(client))),
        2 => (subsequence(staff.clone(), 0..=4), subsequence(staff, 0..=4))
            .prop_map(|(all, open)| Visibility::Assignees { all, open }),
    ];
    // Each condition is there seldom enough that something passes often enough.
    fn seldom<T: Clone + std::fmt::Debug + 'static>(value: impl Strategy<Value = T> + 'static) -> BoxedStrategy<Option<T>> {
        proptest::option::weighted(0.2, value).boxed()
    }
    let flag = || proptest::bool::weighted(0.2);
    let states = (proptest::option::of(subsequence(Status::ALL.to_vec(), 0..=4)), any::<bool>());
    let people = (seldom(STAFF.prop_map(AccountId)), flag(), seldom(CLIENTS.prop_map(AccountId)), ANYBODY.prop_map(AccountId));
    let matters = (seldom(subsequence(topics, 0..=5)), seldom(proptest::sample::select(&Priority::ALL[..])), flag(), flag());
    let search = proptest::sample::select(&QUERIES[..]).prop_map(|query| Search::parse(query).unwrap());
    let rest = (seldom(time()), seldom(time()), seldom((0_u8..4).prop_map(external_id)), seldom(search), seldom(time()));
    (visible, states, people, matters, rest).prop_map(
        |(visible, (statuses, or_closed_and_unread), (assignee, unassigned, client, reader), matters, rest)| {
            let (topics, priority, unread, flagged) = matters;
            let (since, until, external_id, search, waits_since) = rest;
            Filter {
                visible,
                statuses,
                or_closed_and_unread,
                assignee,
                unassigned,
                client,
                topics,
                priority,
                unread,
                flagged,
                reader,
                since,
                until,
                waits_since,
                external_id,
                search,
            }
        },
    )
}

fn question() -> impl Strategy<Value = Question> {
    let after = proptest::option::of((1..MOST_TICKETS + 2).prop_map(TicketSeq));
    let limit = prop_oneof![2 => Just(usize::MAX), 3 => 0_usize..8];
    (filter(), proptest::sample::select(&Order::ALL[..]), any::<bool>(), after, limit)
        .prop_map(|(filter, order, reverse, after, limit)| Question { filter, page: Page { order, reverse, after, limit } })
}

fn external_id(place: u8) -> String {
    format!("X-{place}")
}

/// The ticket that a step means, if there is any.
fn meant(model: &Model, which: u32) -> Option<Ticket> {
    let count = u32::try_from(model.tickets.len()).unwrap();
    model.tickets.values().nth(which.checked_rem(count)? as usize).cloned()
}

/// Keeps a ticket in the desk and in the model.
fn keep(tx: &mut dyn Write, model: &mut Model, before: Option<&Ticket>, ticket: Ticket) -> Result<()> {
    tx.put_ticket(before, &ticket)?;
    model.tickets.insert(ticket.seq.0, ticket);
    Ok(())
}

fn take(tx: &mut dyn Write, model: &mut Model, step: &Step) -> Result<()> {
    match step {
        Step::Open { client } => {
            let seq = model.last + 1;
            assert_eq!(tx.next_ticket()?, TicketSeq(seq));
            if seq <= MOST_TICKETS {
                model.last = seq;
                keep(tx, model, None, Ticket { created_at: Timestamp::from_millis((seq % 5).into()), ..ticket(seq, *client) })?;
            }
        }
        Step::Change { which, fields } => {
            let Some(before) = meant(model, *which) else { return Ok(()) };
            let ticket = changed(model, &before, fields);
            keep(tx, model, Some(&before), ticket)?;
        }
        Step::Say { which, author, kind, text } => {
            let Some(before) = meant(model, *which) else { return Ok(()) };
            let content = match kind {
                0 => Content::Message((*text).into()),
                1 => Content::Reply((*text).into()),
                2 => Content::Note((*text).into()),
                _ => Content::Event(crate::domain::entry::TicketEvent::Closed),
            };
            let mut ticket = before.clone();
            let entry = ticket.append(author.map(AccountId), ticket.updated_at, content, Vec::new());
            tx.append_entry(ticket.seq, &entry)?;
            model.threads.entry(ticket.seq.0).or_default().push(entry);
            keep(tx, model, Some(&before), ticket)?;
        }
        Step::Show { which, reader, last } => {
            let Some(ticket) = meant(model, *which) else { return Ok(()) };
            tx.put_read_mark(AccountId(*reader), ticket.seq, EntryId(*last))?;
            let mark = model.marks.entry((*reader, ticket.seq.0)).or_default();
            *mark = (*last).max(*mark);
        }
        Step::Purge { which } => {
            let Some(ticket) = meant(model, *which) else { return Ok(()) };
            tx.purge_ticket(ticket.seq)?;
            let seq = ticket.seq.0;
            model.tickets.remove(&seq);
            model.threads.remove(&seq);
            model.marks.retain(|(_, of), _| *of != seq);
        }
        Step::Merge { most } => tx.merge_search(*most)?,
        Step::Many => tx.expect_many_texts(),
        Step::Commit | Step::Refuse => {}
    }
    Ok(())
}

fn changed(model: &Model, before: &Ticket, fields: &Fields) -> Ticket {
    let mut ticket = before.clone();
    match fields {
        Fields::Life { status, assignee, since } => {
            ticket.assignee = assignee.map(AccountId);
            put_in(&mut ticket, *status, *since);
        }
        Fields::Clock { told, counts_from, rests } => {
            if let Some(waiting) = &mut ticket.waiting {
                let rests_since = rests.then_some(*counts_from);
                *waiting = Waiting { told: *told, counts_from: *counts_from, rests_since, ..*waiting };
            }
        }
        Fields::Times { updated_at, public_updated_at } => {
            (ticket.updated_at, ticket.public_updated_at) = (*updated_at, *public_updated_at);
        }
        Fields::Subject { topic, priority, client } => {
            (ticket.topic, ticket.priority, ticket.client) = (TopicId(*topic), *priority, AccountId(*client));
        }
        Fields::External(place) => {
            let wanted = place.map(external_id);
            let is_free = !model.tickets.values().any(|other| other.seq != ticket.seq && other.external_id == wanted);
            if wanted.is_none() || is_free {
                ticket.external_id = wanted;
            }
        }
        Fields::Name(subject) => ticket.subject = (*subject).to_owned(),
        Fields::Flags(money, held) => ticket.flags = Flags { money: *money, held: *held, ..Flags::default() },
    }
    ticket
}

/// Asks the desk and the model the same.
fn compare(desk: &dyn Read, model: &Model, questions: &[Question]) -> Result<()> {
    for Question { filter, page } in questions {
        let listed = desk.list(filter, page)?;
        let seqs: Vec<_> = listed.iter().map(|ticket| ticket.seq.0).collect();
        assert_eq!(seqs, model.list(filter, page), "{filter:?} {page:?}");
        assert_eq!(numbers(desk, filter, page)?, listed.iter().map(|ticket| ticket.number.to_string()).collect::<Vec<_>>());
        for ticket in &listed {
            assert_eq!(Some(ticket), model.tickets.get(&ticket.seq.0), "a list shows a ticket as it is kept");
        }
        assert_eq!(desk.count(filter)?, model.passing(filter).len() as u64, "the count of {filter:?}");
        walk(desk, model, filter, page)?;
        for ticket in model.tickets.values() {
            let (reader, staff) = (filter.reader, filter.visible.is_staff());
            assert_eq!(desk.unread(ticket, reader, staff)?, model.unread(ticket.seq.0, reader.0, staff), "unread {reader:?}");
        }
    }
    let stretches = [(None, 3, 2), (None, 0, usize::MAX), (Some(0), 3, usize::MAX)];
    for (told, (after, until, limit)) in Told::ALL.into_iter().flat_map(|told| stretches.map(|stretch| (told, stretch))) {
        let (after, until) = (after.map(Timestamp::from_millis), Timestamp::from_millis(until));
        let found: Vec<_> = desk.clocks(told, after, until, limit)?.iter().map(|ticket| ticket.seq.0).collect();
        assert_eq!(found, model.clocks(told, after, until, limit), "{told:?} after {after:?} until {until:?}");
    }
    for place in 0..4 {
        let id = external_id(place);
        let holder = model.tickets.values().find(|ticket| ticket.external_id.as_ref() == Some(&id)).map(|ticket| ticket.seq);
        assert_eq!(desk.ticket_of_external_id(&id)?, holder);
    }
    Ok(())
}

/// Pages put together are the whole list: nothing twice, nothing left out.
fn walk(desk: &dyn Read, model: &Model, filter: &Filter, page: &Page) -> Result<()> {
    let whole = Page { after: None, limit: usize::MAX, ..*page };
    let (mut seqs, mut after) = (Vec::new(), None);
    loop {
        let part = desk.list(filter, &Page { after, limit: 7, ..whole })?;
        let Some(last) = part.last() else { break };
        after = Some(last.seq);
        seqs.extend(part.iter().map(|ticket| ticket.seq.0));
        assert!(seqs.len() <= model.tickets.len(), "pages that never end: {seqs:?}");
    }
    assert_eq!(seqs, model.list(filter, &whole), "pages of {filter:?} {page:?}");
    Ok(())
}

/// Takes steps in transactions, some of them refused, and compares after each, inside and outside.
fn play<S: Store>(store: &S, steps: &[Step], questions: &[Question]) {
    let mut model = Model::default();
    for part in steps.split_inclusive(|step| matches!(step, Step::Commit | Step::Refuse)) {
        let refuses = matches!(part.last(), Some(Step::Refuse));
        let answer = store.write(&new_command(), |tx| {
            let mut next = model.clone();
            part.iter().try_for_each(|step| take(tx, &mut next, step))?;
            compare(tx.as_read(), &next, questions)?;
            if refuses { Err(StoreError::Busy) } else { Ok(next) }
        });
        match answer {
            Ok(next) => model = next,
            Err(StoreError::Busy) if refuses => {}
            Err(error) => panic!("{error}"),
        }
        read(store, |desk| compare(desk, &model, questions));
    }
}

pub fn desks_answer_as_the_model_does<S: Store + Upkeep>(make: &dyn Fn() -> S) {
    let config = Config { cases: 48, max_shrink_iters: 400, failure_persistence: None, ..Config::default() };
    let desks = (proptest::collection::vec(step(), 1..160), proptest::collection::vec(question(), 1..8));
    let outcome = TestRunner::new(config).run(&desks, |(steps, questions)| {
        let store = make();
        play(&store, &steps, &questions);
        prop_assert_eq!(store.verify().unwrap(), Vec::<String>::new());
        Ok(())
    });
    if let Err(fault) = outcome {
        panic!("{fault}");
    }
}
