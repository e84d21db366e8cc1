//! What older programs wrote is brought up.

use super::*;
use crate::domain::entry::EntryId;
use crate::domain::status::Status;
use crate::store::contract::portrait::{make_everything, portrait};
use crate::store::redb::facets::{Facet, store_block};
use crate::store::redb::record::{ClassV1, EntryV1};
use crate::store::redb::source::{keys, load_indexed};
use crate::store::redb::tables::Kept;

/// A file of schema 1 with everything in it is brought up once it is asked something.
#[test]
fn the_first_schema_is_brought_up() {
    let desk = Desk::new();
    let place = &desk.store.place;
    let asked = || desk.store.read(|read| portrait(read)).unwrap();
    desk.store.write(&command(1), make_everything).unwrap();
    let before = asked();
    let lock = place.lock(Deadline::after(LONG)).unwrap();
    let made_old: Result<()> = transaction::write(place, Deadline::after(LONG), &command(2), migrate::upgrade, &mut |writer| {
        for key in keys(writer, Kept::SessionEnds, &[], usize::MAX)? {
            writer.remove(Kept::SessionEnds, &key)?;
        }
        for key in keys(writer, Kept::Entries, &[], usize::MAX)? {
            let entry = load_indexed::<EntryV1>(writer, Kept::Entries, &key)?.into_entry(EntryId(1))?;
            writer.store(Kept::Classes, &key, &ClassV1::sample(&entry))?;
        }
        migrate::set(writer, 1)
    });
    made_old.unwrap();
    drop(lock);
    assert_eq!(asked(), before);
    assert_eq!(desk.store.verify().unwrap(), Vec::<String>::new());
}

/// A file of schema 3, which did not know what is displaced, is brought up: a search comes in the right order.
#[test]
fn tickets_that_were_not_opened_in_the_order_of_their_seqs_are_told_apart() {
    let desk = Desk::new();
    let place = &desk.store.place;
    let filled: Result<()> = desk.store.write(&command(1), |tx| {
        for (seq, minute) in [(1, 10), (2, 99), (3, 11), (4, 1), (8_300, 12), (8_301, 13), (8_302, 14), (16_400, 15), (16_401, 2)]
        {
            tx.put_ticket(None, &Ticket { created_at: at(minute), ..ticket(seq) })?;
        }
        Ok(())
    });
    filled.unwrap();
    let newest = || {
        let search = Some(crate::domain::search::Search::parse("duda").unwrap());
        let filter = Filter { search, ..Filter::all(Visibility::All, AccountId(1)) };
        let page = Page { order: Order::Created, reverse: false, after: None, limit: 20 };
        let listed = desk.store.read(|desk| desk.list(&filter, &page)).unwrap();
        listed.into_iter().map(|ticket| ticket.seq.0).collect::<Vec<_>>()
    };
    let sorted = [2, 16_400, 8_302, 8_301, 8_300, 3, 1, 16_401, 4];
    assert_eq!(newest(), sorted);
    let lock = place.lock(Deadline::after(LONG)).unwrap();
    let displaced = |writer: &Writer| crate::store::redb::facets::sizes(writer, Facet::Displaced);
    let made_old: Result<()> = transaction::write(place, Deadline::after(LONG), &command(2), migrate::upgrade, &mut |writer| {
        assert_eq!(displaced(writer)?, [(0, 2), (2, 1)], "the clock that was ahead, and what was older than all");
        for block in [0, 2] {
            store_block(writer, Facet::Displaced, block, roaring::RoaringBitmap::new())?;
        }
        Ok(())
    });
    made_old.unwrap();
    drop(lock);
    assert_ne!(desk.store.verify().unwrap(), Vec::<String>::new());
    let lock = place.lock(Deadline::after(LONG)).unwrap();
    transaction::write(place, Deadline::after(LONG), &command(3), migrate::upgrade, &mut |writer| migrate::set(writer, 3))
        .unwrap();
    drop(lock);
    assert_eq!(newest(), sorted);
    assert_eq!(desk.store.verify().unwrap(), Vec::<String>::new());
}

/// A file of schema 4, which did not know whose tickets are open, is brought up.
#[test]
fn whose_tickets_are_open_is_told_apart() {
    let desk = Desk::new();
    let place = &desk.store.place;
    let filled: Result<()> = desk.store.write(&command(1), |tx| {
        for seq in [1, 2, 3, 8_300, 20_000] {
            let mut ticket = ticket(seq);
            drop(ticket.assign(AccountId(5 + seq % 2)));
            tx.put_ticket(None, &ticket)?;
        }
        let before = tx.ticket(TicketSeq(2))?.unwrap();
        let closed = Ticket { status: Status::Closed, closed_at: Some(at(9)), ..before.clone() };
        tx.put_ticket(Some(&before), &closed)
    });
    filled.unwrap();
    let open = |person: u32| desk.store.read(|desk| desk.count(&Filter::open_of(AccountId(person)))).unwrap();
    assert_eq!((open(5), open(6), open(7)), (2, 2, 0));
    let old = |writer: &Writer, schema: u32| {
        for person in [5, 6] {
            for (block, _) in crate::store::redb::facets::sizes(writer, Facet::Open(AccountId(person)))? {
                store_block(writer, Facet::Open(AccountId(person)), block, roaring::RoaringBitmap::new())?;
            }
        }
        migrate::set(writer, schema)
    };
    let make_old = |id: u128, schema: u32| {
        let lock = place.lock(Deadline::after(LONG)).unwrap();
        let made: Result<()> =
            transaction::write(place, Deadline::after(LONG), &command(id), migrate::upgrade, &mut |writer| old(writer, schema));
        made.unwrap();
        drop(lock);
    };
    make_old(2, migrate::SCHEMA);
    assert_ne!(desk.store.verify().unwrap(), Vec::<String>::new(), "what is missing is seen");
    make_old(3, 4);
    assert_eq!((open(5), open(6), open(7)), (2, 2, 0));
    assert_eq!(desk.store.verify().unwrap(), Vec::<String>::new());
}
