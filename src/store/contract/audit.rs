//! The audit: links in their order, each after the one before.

use super::samples::next_link;
use super::{checks, read, refused, write};
use crate::domain::audit::{AuditEntry, Via};
use crate::store::{Read, Store};

checks!(links_come_back_whole_in_their_order, a_link_is_never_written_over);

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
                    let link = AuditEntry { via: vias[step as usize % 6], verb: format!("verbo {round}·{step}"), ..link };
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
