//! The audit: links in their order, each after the one before.

use super::samples::{at, next_link, next_link_with, open};
use super::{checks, read, refused, write};
use crate::domain::account::AccountId;
use crate::domain::audit::{AuditEntry, AuditFilter, AuditPayload, Via};
use crate::domain::ticket::TicketSeq;
use crate::domain::token::TokenId;
use crate::store::{Read, Store};

checks!(
    links_come_back_whole_in_their_order,
    a_link_is_never_written_over,
    links_are_found_by_ticket_person_and_time_newest_first,
    pages_of_links_are_the_whole_list,
);

fn links_come_back_whole_in_their_order<S: Store>(store: &S) {
    assert_eq!(read(store, |desk| Ok((desk.last_audit()?, desk.audit(0, 10)?))), (None, Vec::new()));
    let vias = [Via::Session, Via::Token, Via::Gate, Via::Code, Via::Owner, Via::Guest];
    let mut kept = Vec::new();
    // More than 256 of them, so that their order is not that of single bytes.
    for round in 0..3 {
        kept.extend(write(store, |tx| {
            (0..100)
                .map(|step| {
                    let (link, payload) = next_link(tx.as_read(), (step > 0).then_some(step), "reply")?;
                    let token = (step % 6 == 1).then_some(TokenId(step));
                    let link = AuditEntry { via: vias[step as usize % 6], token, verb: format!("verbo {round}·{step}"), ..link };
                    tx.append_audit(&link, &payload)?;
                    Ok((link, Some(payload)))
                })
                .collect::<Result<Vec<_>, _>>()
        }));
    }
    let (last, all) = read(store, |desk| Ok((desk.last_audit()?, desk.audit(0, usize::MAX)?)));
    assert_eq!(last, kept.last().map(|(link, _)| link.clone()));
    assert_eq!(all.len(), 300);
    assert!(all == kept, "a link differs");
    let places = |after: u64, limit: usize| {
        let links = read(store, |desk: &dyn Read| desk.audit(after, limit));
        links.into_iter().map(|(link, _)| link.sequence).collect::<Vec<_>>()
    };
    assert_eq!(places(254, 4), [255, 256, 257, 258]);
    assert_eq!(places(298, 4), [299, 300]);
    assert_eq!([places(300, 4), places(1_000, 4), places(0, 0)], [const { Vec::<u64>::new() }; 3]);
}

fn a_link_is_never_written_over<S: Store>(store: &S) {
    let (first, payload) = write(store, |tx| {
        let (link, payload) = next_link(tx.as_read(), Some(1), "open")?;
        tx.append_audit(&link, &payload)?;
        Ok((link, payload))
    });
    let forged = AuditEntry { verb: "close".into(), ..first.clone() };
    refused(store, |tx| tx.append_audit(&forged, &payload));
    assert_eq!(read(store, |desk| desk.audit(0, 10)), [(first, Some(payload))]);
}

/// Appends a link at a time: who did it, and what is told of it.
fn append<S: Store>(store: &S, seconds: i64, actor: Option<u32>, body: &str) -> (AuditEntry, AuditPayload) {
    write(store, |tx| {
        let (link, payload) = next_link_with(tx.as_read(), actor, "reply", body)?;
        let link = AuditEntry { at: at(seconds), ..link };
        tx.append_audit(&link, &payload)?;
        Ok((link, payload))
    })
}

fn touching(numbers: &[u32]) -> String {
    let notes: Vec<_> = numbers.iter().map(|number| format!("{{\"ticket\":\"{number}\",\"status\":\"new\"}}")).collect();
    format!("[{}]", notes.join(","))
}

fn links_are_found_by_ticket_person_and_time_newest_first<S: Store>(store: &S) {
    for seq in [1, 2, 300] {
        write(store, |tx| open(tx, seq, 1));
    }
    let (kept, payload) = append(store, 10, Some(1), &touching(&[100_001]));
    append(store, 20, Some(2), &touching(&[100_002, 100_001, 100_002]));
    // A clock that went back, and one that was far ahead.
    append(store, 5, Some(1), &touching(&[100_300]));
    append(store, 9_000, None, "[]");
    append(store, 20, Some(256), &touching(&[999_999, 100_002]));
    append(store, 30, Some(1), "no JSON at all");
    let found = |ticket: Option<u32>, actor: Option<u32>, since: Option<i64>| {
        let filter = AuditFilter { ticket: ticket.map(TicketSeq), actor: actor.map(AccountId), since: since.map(at) };
        let links = read(store, |desk| desk.audit_list(&filter, None, usize::MAX));
        links.into_iter().map(|link| link.sequence).collect::<Vec<_>>()
    };
    assert_eq!(found(None, None, None), [4, 6, 5, 2, 1, 3]);
    assert_eq!(found(None, None, Some(20)), [4, 6, 5, 2]);
    assert_eq!(found(None, None, Some(9_001)), [0; 0]);
    assert_eq!(found(Some(1), None, None), [2, 1]);
    assert_eq!(found(Some(2), None, None), [5, 2]);
    assert_eq!(found(Some(300), None, None), [3]);
    assert_eq!(found(Some(3), None, None), [0; 0]);
    assert_eq!(found(None, Some(1), None), [6, 1, 3]);
    assert_eq!(found(None, Some(1), Some(10)), [6, 1]);
    assert_eq!(found(None, Some(3), None), [0; 0]);
    assert_eq!(found(Some(1), Some(1), None), [1]);
    assert_eq!(found(Some(2), Some(256), Some(20)), [5]);
    assert_eq!(found(Some(2), Some(2), Some(21)), [0; 0]);
    let first = read(store, |desk| Ok((desk.audit_list(&AuditFilter::default(), Some(2), 1)?, desk.audit_payload(1)?)));
    assert_eq!(first, (vec![kept], Some(payload)));
    assert_eq!(read(store, |desk| desk.audit_payload(7)), None);
}

fn pages_of_links_are_the_whole_list<S: Store>(store: &S) {
    write(store, |tx| open(tx, 1, 1));
    for place in 0..40_i64 {
        append(store, place / 3 % 5, Some((place % 2) as u32 + 1), &touching(&[100_001]));
    }
    for (ticket, actor) in [(None, None), (Some(1), None), (None, Some(2)), (Some(1), Some(2))] {
        let filter = AuditFilter { ticket: ticket.map(TicketSeq), actor: actor.map(AccountId), since: None };
        let page = |after: Option<u64>, limit: usize| {
            let links = read(store, |desk| desk.audit_list(&filter, after, limit));
            links.into_iter().map(|link| link.sequence).collect::<Vec<_>>()
        };
        let whole = page(None, usize::MAX);
        assert_eq!(whole.len(), if actor.is_some() { 20 } else { 40 });
        let mut pages = Vec::new();
        loop {
            let part = page(pages.last().copied(), 7);
            if part.is_empty() {
                break;
            }
            pages.extend(part);
            assert!(pages.len() <= 40, "pages that never end: {pages:?}");
        }
        assert_eq!(pages, whole, "{filter:?}");
        assert_eq!(page(Some(99), 7), [0; 0], "after one that is not kept comes nothing");
    }
}
