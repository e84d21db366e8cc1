//! Lists and counts against the plain way: filter all, sort all.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::domain::entry::{Content, Entry, EntryId};
use crate::domain::search::Search;
use crate::domain::status::Status;
use crate::domain::ticket::Flags;
use crate::store::contract::lists::numbers;
use crate::store::contract::samples::put_in;

/// Places around the ends of blocks.
const SEQS: [u32; 14] = [1, 2, 3, 8_190, 8_191, 8_192, 8_193, 8_194, 16_383, 16_384, 16_385, 24_575, 24_576, 70_000];

/// A desk, and what is known of it.
struct Known {
    desk: Desk,
    tickets: BTreeMap<u32, Ticket>,
    threads: BTreeMap<u32, Vec<Entry>>,
    marks: BTreeMap<(u32, u32), u32>,
}

/// One thing that happens to a ticket: which, who, what, and a number to choose by.
type Deed = (usize, u32, u8, u8);

impl Known {
    fn new() -> Self {
        Self { desk: Desk::new(), tickets: BTreeMap::new(), threads: BTreeMap::new(), marks: BTreeMap::new() }
    }

    /// Lets things happen, in one transaction, and in it asks whether a list sees them.
    fn happen(&mut self, deeds: &[Deed], place: u128) {
        let (tickets, threads, marks) = (&mut self.tickets, &mut self.threads, &mut self.marks);
        let happened = self.desk.store.write(&command(place), |tx| {
            for &(which, who, what, choice) in deeds {
                let seq = SEQS[which % SEQS.len()];
                let kept = tickets.get(&seq).cloned();
                if what >= 7 {
                    let mark = marks.entry((seq, who)).or_insert(0);
                    *mark = (*mark).max(choice.into());
                    tx.put_read_mark(AccountId(who), TicketSeq(seq), EntryId(choice.into()))?;
                    continue;
                }
                let mut changed = kept.clone().unwrap_or_else(|| Ticket { client: AccountId(who), ..ticket(seq) });
                let said = change(&mut changed, who, what, choice);
                // A use case may keep the header before or after the thread.
                if choice % 2 == 0 {
                    tx.put_ticket(kept.as_ref(), &changed)?;
                }
                if let Some(entry) = said {
                    tx.append_entry(changed.seq, &entry)?;
                    threads.entry(seq).or_default().push(entry);
                }
                if choice % 2 == 1 {
                    tx.put_ticket(kept.as_ref(), &changed)?;
                }
                tickets.insert(seq, changed);
            }
            let everything = Filter::all(Visibility::All, AccountId(1));
            tx.count(&everything)
        });
        assert_eq!(happened.unwrap(), self.tickets.len() as u64);
    }

    fn is_unread(&self, ticket: &Ticket, filter: &Filter) -> bool {
        let mark = self.marks.get(&(ticket.seq.0, filter.reader.0)).copied().unwrap_or(0);
        self.threads.get(&ticket.seq.0).into_iter().flatten().any(|entry| {
            let is_for_reader = match entry.content {
                Content::Note(_) => filter.visible.is_staff(),
                _ => entry.content.text().is_some(),
            };
            is_for_reader && entry.id.0 > mark && entry.author != Some(filter.reader)
        })
    }

    /// The plain way.
    fn passing(&self, filter: &Filter) -> Vec<&Ticket> {
        let is_unread = |ticket: &Ticket| Ok::<_, ()>(self.is_unread(ticket, filter));
        let is_found = |ticket: &Ticket, search: &Search| {
            let thread = self.threads.get(&ticket.seq.0).map(Vec::as_slice).unwrap_or_default();
            Ok(search.is_in_ticket(ticket, thread, filter.visible.is_staff()))
        };
        let takes = |ticket: &&Ticket| filter.takes(ticket, is_unread, is_found).unwrap();
        self.tickets.values().filter(takes).collect()
    }

    fn listed(&self, filter: &Filter, page: &Page) -> Vec<u32> {
        let key = |ticket: &Ticket| page.order.key(ticket, &filter.visible);
        let mut passing = self.passing(filter);
        passing.sort_by_key(|ticket| key(ticket));
        if page.reverse {
            passing.reverse();
        }
        if let Some(after) = page.after {
            let Some(after) = self.tickets.get(&after.0).map(key) else { return Vec::new() };
            passing.retain(|ticket| if page.reverse { key(ticket) < after } else { key(ticket) > after });
        }
        passing.iter().take(page.limit).map(|ticket| ticket.seq.0).collect()
    }
}

/// Changes a ticket, and says what is said of it.
fn change(ticket: &mut Ticket, who: u32, what: u8, choice: u8) -> Option<Entry> {
    let author = Some(AccountId(who));
    let now = at(i64::from(choice) * 100);
    match what {
        0 => put_in(ticket, Status::ALL[usize::from(choice) % 4], now),
        1 => ticket.assignee = (!choice.is_multiple_of(4)).then_some(AccountId(choice.into())),
        2 => ticket.priority = Priority::ALL[usize::from(choice) % 4],
        3 => {
            ticket.topic = TopicId(u32::from(choice) % 3);
            ticket.flags = Flags { money: choice.is_multiple_of(3), held: choice.is_multiple_of(5), ..Flags::default() };
        }
        4 => {
            put_in(ticket, ticket.status, now);
            if choice.is_multiple_of(3) {
                ticket.rest(now);
            }
            // Many lie elsewhere in the order by creation than their seqs say.
            if choice.is_multiple_of(4) {
                ticket.created_at = now;
            }
        }
        5 => return Some(ticket.append(author, now, Content::Note("Nota".into()), Vec::new())),
        _ => return Some(ticket.append(author, now, Content::Message("Duda".into()), Vec::new())),
    }
    None
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    prop::collection::vec((0..SEQS.len(), 1..4_u32, 0..9_u8, 0..12_u8), 0..60)
}

fn filters() -> impl Strategy<Value = Filter> {
    let person = || (1..5_u32).prop_map(AccountId);
    let visible = prop_oneof![
        3 => Just(Visibility::All),
        1 => person().prop_map(Visibility::Client),
        1 => (prop::collection::vec(person(), 0..3), prop::collection::vec(person(), 0..3))
            .prop_map(|(all, open)| Visibility::Assignees { all, open }),
    ];
    let statuses = prop::option::weighted(0.4, prop::sample::subsequence(Status::ALL.to_vec(), 0..=4));
    let times = || prop::option::weighted(0.2, (0..12_i64).prop_map(|hundreds| at(hundreds * 100)));
    let some = |chance| prop::bool::weighted(chance);
    (
        (visible, statuses, some(0.3), prop::option::weighted(0.2, person()), some(0.1), prop::option::weighted(0.2, person())),
        (prop::option::weighted(0.2, prop::collection::vec((0..4_u32).prop_map(TopicId), 0..3)), some(0.3), some(0.2)),
        (prop::option::weighted(0.2, prop::sample::select(Priority::ALL.to_vec())), person(), times(), times(), searches()),
    )
        .prop_map(
            |((visible, statuses, or_closed_and_unread, assignee, unassigned, client), (topics, unread, flagged), rest)| {
                let (priority, reader, since, until, search) = rest;
                let all = Filter::all(visible, reader);
                Filter {
                    statuses,
                    or_closed_and_unread,
                    assignee,
                    unassigned,
                    client,
                    topics,
                    priority,
                    unread,
                    flagged,
                    since,
                    until,
                    search,
                    ..all
                }
            },
        )
}

fn searches() -> impl Strategy<Value = Option<Search>> {
    let query = prop::sample::select(vec!["duda", "nota", "dud* not*", "dudas 8192", "nada"]);
    prop::option::weighted(0.4, query.prop_map(|query| Search::parse(query).unwrap()))
}

fn pages() -> impl Strategy<Value = Page> {
    let after = prop::option::weighted(0.3, prop::sample::select(SEQS.to_vec()).prop_map(TicketSeq));
    let limit = prop_oneof![0..6_usize, Just(usize::MAX)];
    (prop::sample::select(Order::ALL.to_vec()), any::<bool>(), after, limit).prop_map(|(order, reverse, after, limit)| Page {
        order,
        reverse,
        after,
        limit,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_list_is_what_filtering_and_sorting_all_gives(
        first in deeds(),
        second in deeds(),
        questions in prop::collection::vec((filters(), pages()), 40),
    ) {
        let mut known = Known::new();
        known.happen(&first, 1);
        known.happen(&second, 2);
        known.desk.store.read(|desk| {
            for (filter, page) in &questions {
                let listed: Vec<_> = desk.list(filter, page)?.iter().map(|ticket| ticket.seq.0).collect();
                assert_eq!(listed, known.listed(filter, page), "{filter:?} {page:?}");
                assert_eq!(numbers(desk, filter, page)?.len(), listed.len(), "{filter:?} {page:?}");
                assert_eq!(desk.count(filter)?, known.passing(filter).len() as u64, "{filter:?}");
            }
            Ok::<_, StoreError>(())
        }).unwrap();
        assert_eq!(known.desk.store.verify().unwrap(), [""; 0]);
    }
}

#[test]
fn pages_put_together_are_the_whole_list() {
    let desk = Desk::new();
    let kept = desk.store.write(&command(1), |tx| (1..=300).try_for_each(|seq| tx.put_ticket(None, &ticket(seq))));
    kept.unwrap_or_else(|error: StoreError| panic!("{error}"));
    let all = Filter::all(Visibility::All, AccountId(1));
    let searched = Filter { search: Search::parse("duda").ok(), ..all.clone() };
    for (order, filter) in Order::ALL.into_iter().flat_map(|order| [(order, &all), (order, &searched)]) {
        let mut seqs = Vec::new();
        let mut page = Page { order, reverse: false, after: None, limit: 7 };
        loop {
            let listed = desk.store.read(|desk| desk.list(filter, &page)).unwrap();
            seqs.extend(listed.iter().map(|ticket| ticket.seq.0));
            let Some(last) = listed.last() else { break };
            page.after = Some(last.seq);
        }
        let whole = desk.store.read(|desk| desk.list(filter, &Page { after: None, limit: usize::MAX, ..page })).unwrap();
        assert_eq!(seqs, whole.iter().map(|ticket| ticket.seq.0).collect::<Vec<_>>(), "{order:?}");
        assert_eq!(seqs.len(), 300);
    }
}
