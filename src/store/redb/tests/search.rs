//! The index of texts: what is in it and what waits, what it is made from anew, and how fast it tells.

use super::*;
use crate::domain::entry::Content;
use crate::domain::search::Search;
use crate::store::redb::facets::Facet;
use crate::store::redb::postings::{self, Class, Kind};
use crate::store::redb::rebuild;
use crate::store::redb::source::{self, Source};
use crate::store::redb::tables::Kept;

fn found(store: &RedbStore, query: &str) -> Vec<u32> {
    let filter = Filter { search: Some(Search::parse(query).unwrap()), ..Filter::all(Visibility::All, AccountId(9)) };
    let page = Page { order: Order::Created, reverse: true, after: None, limit: usize::MAX };
    let listed = store.read(|desk| Ok::<_, StoreError>((desk.list(&filter, &page)?, desk.count(&filter)?)));
    let (listed, count) = listed.unwrap();
    assert_eq!(listed.len() as u64, count);
    listed.into_iter().map(|ticket| ticket.seq.0).collect()
}

fn waiting(store: &RedbStore) -> u64 {
    store.read(|desk| desk.search_waiting()).unwrap()
}

/// Tickets around the ends of blocks, each with a message of its own.
fn furnish(store: &RedbStore) {
    let filled: Result<()> = store.write(&command(1), |tx| {
        for seq in [1, 2, 8_191, 8_192, 8_193, 20_000] {
            let mut ticket = ticket(seq);
            let words = format!("Exámenes del grupo {}", seq % 2);
            let entry = ticket.append(Some(AccountId(1)), at(100), Content::Message(words), Vec::new());
            tx.put_ticket(None, &ticket)?;
            tx.append_entry(ticket.seq, &entry)?;
        }
        Ok(())
    });
    filled.unwrap();
}

/// Changes rows behind the engine's back.
fn tamper(desk: &Desk, change: impl Fn(&Writer) -> Result<()>) {
    let _lock = desk.store.place.lock(Deadline::after(LONG)).unwrap();
    let tampered: Result<()> =
        transaction::write(&desk.store.place, Deadline::after(LONG), &command(2), migrate::upgrade, &mut |writer| change(writer));
    tampered.unwrap();
}

fn empty(writer: &Writer, table: Kept) -> Result<()> {
    source::keys(writer, table, &[], usize::MAX)?.iter().try_for_each(|key| writer.remove(table, key))
}

#[test]
fn texts_are_merged_a_few_at_a_time() {
    let desk = Desk::new();
    furnish(&desk.store);
    assert_eq!(waiting(&desk.store), 12, "a subject and a message of each");
    let mut left = 12;
    while left > 0 {
        assert_eq!(found(&desk.store, "examen grupo 1"), [1, 8_191, 8_193], "{left} wait");
        desk.store.write(&command(3), |tx| tx.merge_search(9)).unwrap();
        let now = waiting(&desk.store);
        assert!(now < left && (now == 0 || left - now <= 3), "{left} {now}");
        left = now;
        assert_eq!(desk.store.verify().unwrap(), [""; 0]);
    }
    assert_eq!(found(&desk.store, "examen grupo 1"), [1, 8_191, 8_193]);
    assert_eq!(found(&desk.store, "exam* duda 20000"), [20_000]);
}

#[test]
fn a_damaged_index_is_made_anew() {
    let lies: [fn(&Writer) -> Result<()>; 5] = [
        |writer| {
            writer.set_bit(Facet::Displaced, 5, true)?;
            writer.flush()
        },
        |writer| empty(writer, Kept::SearchPostings),
        |writer| empty(writer, Kept::SearchPending),
        |writer| {
            let key = source::keys(writer, Kept::SearchPostings, &[], 1)?.remove(0);
            writer.insert(Kept::SearchPostings, &key, b"no record")
        },
        |writer| {
            let key = postings::key(2, Kind::Stem, "grup", Class::Public);
            postings::store(writer, &key, [7].into_iter().collect())
        },
    ];
    for lie in lies {
        let desk = Desk::new();
        furnish(&desk.store);
        desk.store.write(&command(3), |tx| tx.merge_search(9)).unwrap();
        tamper(&desk, lie);
        assert_ne!(desk.store.verify().unwrap(), [""; 0]);
        desk.store.reindex().unwrap();
        assert_eq!(desk.store.verify().unwrap(), [""; 0]);
        assert_eq!((found(&desk.store, "grupos 0"), waiting(&desk.store)), (vec![2, 8_192, 20_000], 0));
    }
}

#[test]
fn many_texts_are_taken_in_as_they_come() {
    let desk = Desk::new();
    furnish(&desk.store);
    let filled: Result<()> = desk.store.write(&command(3), |tx| {
        tx.expect_many_texts();
        for seq in [8_190, 30_000, 3] {
            let mut ticket = ticket(seq);
            let entry = ticket.append(Some(AccountId(1)), at(100), Content::Note("Exámenes de grupo".into()), Vec::new());
            tx.put_ticket(None, &ticket)?;
            tx.append_entry(ticket.seq, &entry)?;
        }
        Ok(())
    });
    filled.unwrap();
    assert_eq!(waiting(&desk.store), 12, "what came before waits still");
    assert_eq!(desk.store.verify().unwrap(), [""; 0]);
    assert_eq!(found(&desk.store, "examen duda 30000"), [30_000]);
    assert_eq!(found(&desk.store, "grupo").len(), 9);
    open_next(&desk.store, command(4)).unwrap();
    assert_eq!(waiting(&desk.store), 13, "one text waits");
}

#[test]
fn more_bits_than_are_held_back_are_kept() {
    with_writer(|writer| {
        for pass in [true, false] {
            for client in 1..=4_100 {
                writer.set_bit(Facet::Client(AccountId(client)), 7, pass).unwrap();
                writer.set_bit(Facet::Unassigned, client, pass).unwrap();
            }
            if pass {
                assert!(writer.rows(Kept::Facets).unwrap() > 1_000, "not all is held back");
                writer.flush().unwrap();
                assert_eq!(writer.rows(Kept::Facets).unwrap(), 4_101);
            }
        }
        writer.flush().unwrap();
        assert_eq!(writer.rows(Kept::Facets).unwrap(), 0);
    });
}

/// A desk of schema 1 has neither table.
#[test]
fn texts_of_an_older_desk_are_found() {
    let desk = Desk::new();
    furnish(&desk.store);
    tamper(&desk, |writer| {
        empty(writer, Kept::SearchPending)?;
        empty(writer, Kept::SearchPostings)?;
        migrate::set(writer, 1)
    });
    assert_eq!(found(&desk.store, "exámenes grupo 1"), [1, 8_191, 8_193]);
    assert_eq!(desk.store.verify().unwrap(), [""; 0]);
}

/// What a desk looks like that nobody wrote a word on.
#[test]
fn an_empty_desk_has_no_blocks() {
    with_writer(|writer| {
        assert_eq!(rebuild::blocks(writer).unwrap(), 0);
        assert_eq!(writer.rows(Kept::SearchPostings).unwrap(), 0);
    });
}
