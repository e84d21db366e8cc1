//! The whole desk: places, attachments, read marks and numbers in their order, and a desk that is made anew with them.

use super::samples::{at, next_link, number, open, stage};
use super::{checks, read, refused, write};
use crate::domain::account::AccountId;
use crate::domain::code::CodeId;
use crate::domain::entry::{BlobHash, EntryId};
use crate::domain::ticket::TicketSeq;
use crate::domain::token::TokenId;
use crate::store::{KeyRecord, Places, Printed, Store};

checks!(
    places_are_passed_and_never_go_back,
    attachments_come_in_the_order_of_their_hashes,
    the_marks_of_a_ticket_come_together,
    numbers_of_tickets_that_are_gone_are_kept,
    a_link_without_a_payload_is_a_link,
    keys_come_one_after_the_other,
);

fn places_are_passed_and_never_go_back<S: Store>(store: &S) {
    assert_eq!(read(store, |desk| desk.places()), Places::default());
    let places = Places { accounts: 3, tokens: 4, codes: 5, topics: 6, tickets: 7, tasks: 8 };
    write(store, |tx| tx.pass_places(&places));
    write(store, |tx| tx.pass_places(&Places { tickets: 2, ..Places::default() }));
    assert_eq!(read(store, |desk| desk.places()), places);
    let next = read(store, |desk| Ok((desk.next_account()?, desk.next_token()?, desk.next_code()?, desk.next_ticket()?)));
    assert_eq!(next, (AccountId(4), TokenId(5), CodeId(6), TicketSeq(8)));
    assert_eq!(write(store, |tx| tx.next_topic()).0, 7);
}

fn attachments_come_in_the_order_of_their_hashes<S: Store>(store: &S) {
    let hashes = [[9; 32], [1; 32], [5; 32]].map(BlobHash);
    write(store, |tx| hashes.iter().try_for_each(|hash| stage(tx, *hash, at(1))));
    let from = |first: u8, limit| {
        let blobs = read(store, |desk| desk.blobs_from(&BlobHash([first; 32]), limit));
        blobs.into_iter().map(|(hash, blob)| (hash.0[0], blob.staged_at)).collect::<Vec<_>>()
    };
    assert_eq!(from(0, 2), [(1, at(1)), (5, at(1))]);
    assert_eq!(from(5, 9), [(5, at(1)), (9, at(1))], "from a hash on, itself included");
    assert!(from(10, 9).is_empty());
}

fn the_marks_of_a_ticket_come_together<S: Store>(store: &S) {
    write(store, |tx| {
        open(tx, 1, 1)?;
        open(tx, 256, 1)?;
        tx.put_read_mark(AccountId(300), TicketSeq(256), EntryId(2))?;
        tx.put_read_mark(AccountId(7), TicketSeq(256), EntryId(1))?;
        tx.put_read_mark(AccountId(7), TicketSeq(1), EntryId(9))
    });
    let marks = read(store, |desk| desk.read_marks(TicketSeq(256)));
    assert_eq!(marks, [(AccountId(7), EntryId(1)), (AccountId(300), EntryId(2))]);
    assert!(read(store, |desk| desk.read_marks(TicketSeq(2))).is_empty());
}

fn numbers_of_tickets_that_are_gone_are_kept<S: Store>(store: &S) {
    write(store, |tx| {
        open(tx, 1, 1)?;
        tx.put_purged_number(&number("200001"), TicketSeq(2))?;
        tx.put_purged_number(&number("HIST-9"), TicketSeq(4))
    });
    let after = |after: Option<&str>, limit| {
        let after = after.map(number);
        read(store, |desk| desk.purged_numbers(after.as_ref(), limit))
    };
    let (first, second) = ((number("200001"), TicketSeq(2)), (number("HIST-9"), TicketSeq(4)));
    assert_eq!(after(None, 9), [first.clone(), second.clone()]);
    assert_eq!(after(None, 1), [first]);
    assert_eq!(after(Some("200001"), 9), [second]);
    assert_eq!(read(store, |desk| Ok((desk.numbers_taken(6)?, desk.next_ticket()?))), (2, TicketSeq(5)));
    assert_eq!(read(store, |desk| desk.ticket_of_number(&number("200001"))), Some(TicketSeq(2)));
    assert_eq!(read(store, |desk| desk.tickets(&[number("200001")])), [None]);
    refused(store, |tx| tx.put_purged_number(&number("200001"), TicketSeq(9)));
    refused(store, |tx| tx.put_purged_number(&number("200009"), TicketSeq(1)));
}

fn keys_come_one_after_the_other<S: Store>(store: &S) {
    let record = |end: i64| KeyRecord {
        arguments: [end as u8; 32],
        printed: Printed { stdout: vec![end as u8; 9], ..Printed::default() },
        expires_at: at(end),
    };
    assert_eq!(read(store, |desk| desk.key_after(None)), None);
    let keys = [(0, "z"), (1, "a"), (1, "ab"), (1, "b"), (256, "a")];
    write(store, |tx| (1..).zip(keys).try_for_each(|(end, (account, key))| tx.put_key(AccountId(account), key, &record(end))));
    let mut found: Vec<(AccountId, String, KeyRecord)> = Vec::new();
    while let Some(next) = read(store, |desk| desk.key_after(found.last().map(|(account, key, _)| (*account, key.as_str())))) {
        found.push(next);
    }
    let expected = (1..).zip(keys).map(|(end, (account, key))| (AccountId(account), key.to_owned(), record(end)));
    assert_eq!(found, expected.collect::<Vec<_>>());
}

fn a_link_without_a_payload_is_a_link<S: Store>(store: &S) {
    let mut erased = None;
    write(store, |tx| {
        let (link, payload) = next_link(tx.as_read(), Some(1), "open")?;
        tx.append_audit(&link, &payload)?;
        let (link, _) = next_link(tx.as_read(), Some(2), "close")?;
        tx.append_bare_audit(&link)?;
        erased = Some(link);
        Ok(())
    });
    assert_eq!(read(store, |desk| Ok((desk.last_audit()?, desk.audit_payload(2)?))), (erased.clone(), None));
    let listed = read(store, |desk| desk.audit_list(&crate::domain::audit::AuditFilter::default(), None, 9));
    assert_eq!(listed.first(), erased.as_ref());
    refused(store, |tx| erased.as_ref().map_or(Ok(()), |link| tx.append_bare_audit(link)));
}
