//! What goes for ever: nothing of it is found by any question, and nothing of what stays is lost.

use super::samples::{at, attachment, change, letter, message, next_link_with, note, open, say, stage, task};
use super::{checks, read, write};
use crate::domain::account::AccountId;
use crate::domain::audit::AuditFilter;
use crate::domain::entry::{BlobHash, EntryId};
use crate::domain::filter::{Filter, Order, Page, Visibility};
use crate::domain::letter::{Letter, LetterId, Matter};
use crate::domain::search::Search;
use crate::domain::stats::Milestone;
use crate::domain::task::{TaskFilter, TaskId};
use crate::domain::ticket::TicketSeq;
use crate::domain::time::Timestamp;
use crate::store::{Draft, Read, Result, Store, Write};

checks!(
    nothing_of_a_purged_ticket_is_found,
    what_others_have_stays,
    drafts_are_found_by_what_they_are_for,
    what_links_tell_is_erased_and_the_links_stay,
);

const SHARED: BlobHash = BlobHash([1; 32]);
const OWN: BlobHash = BlobHash([2; 32]);
const READER: AccountId = AccountId(2);

fn told(seqs: &[u32]) -> Matter {
    Matter::Summary { tickets: seqs.iter().map(|seq| (TicketSeq(*seq), vec![EntryId(1)])).collect() }
}

/// Two tickets with everything that tickets have.
fn two(tx: &mut dyn Write) -> Result<()> {
    for seq in [1, 2] {
        open(tx, seq, 1)?;
        change(tx, seq, |ticket| {
            ticket.external_id = Some(format!("X-{seq}"));
            ticket.first_answered_at = Some(at(5));
        })?;
    }
    stage(tx, SHARED, at(1))?;
    stage(tx, OWN, at(1))?;
    say(tx, 1, Some(1), message("Guardamos zapatos"), vec![attachment(SHARED), attachment(OWN)])?;
    say(tx, 1, Some(2), note("Reservado"), Vec::new())?;
    say(tx, 2, Some(1), message("Guardamos libros"), vec![attachment(SHARED)])?;
    for seq in [1, 2] {
        tx.put_read_mark(READER, TicketSeq(seq), EntryId(1))?;
        tx.put_task(&task(seq, seq, 2))?;
    }
    let one = Matter::Ticket { ticket: TicketSeq(1), entries: vec![EntryId(1)], file: None };
    let bare = Matter::Ticket { ticket: TicketSeq(1), entries: Vec::new(), file: None };
    for (id, matter) in [(1, one), (2, bare), (3, told(&[1])), (4, told(&[2, 1])), (5, told(&[2]))] {
        tx.put_letter(&Letter { matter, ..letter(id, at(4)) })?;
        tx.put_frozen(&LetterId([id; 16]), Some(b"Subject: Zapatos"))?;
    }
    Ok(())
}

fn listed(desk: &dyn Read, filter: &Filter, order: Order) -> Result<Vec<u32>> {
    let page = Page { order, reverse: false, after: None, limit: usize::MAX };
    Ok(desk.list(filter, &page)?.into_iter().map(|ticket| ticket.seq.0).collect())
}

fn nothing_of_a_purged_ticket_is_found<S: Store>(store: &S) {
    write(store, two);
    let number = read(store, |desk| desk.ticket(TicketSeq(1))).unwrap().number;
    let taken = read(store, |desk| desk.numbers_taken(6));
    for merges in [true, false] {
        // What waits for the index goes as what is in it does.
        write(store, |tx| if merges { tx.merge_search(usize::MAX) } else { Ok(()) });
        write(store, |tx| tx.purge_ticket(TicketSeq(1)));
    }
    read(store, |desk| {
        let seq = TicketSeq(1);
        assert_eq!(desk.ticket(seq)?, None);
        assert_eq!(desk.tickets(std::slice::from_ref(&number))?, [None]);
        assert_eq!(desk.ticket_of_number(&number)?, Some(seq), "its number is taken for ever");
        assert_eq!((desk.numbers_taken(6)?, desk.next_ticket()?), (taken, TicketSeq(3)));
        assert_eq!(desk.purged_numbers(None, 9)?, [(number.clone(), seq)]);
        assert_eq!(desk.ticket_of_external_id("X-1")?, None);
        assert_eq!((desk.thread(seq)?, desk.outline(seq)?, desk.entry(seq, EntryId(1))?), (Vec::new(), Vec::new(), None));
        assert_eq!((desk.read_mark(READER, seq)?, desk.read_marks(seq)?), (EntryId(0), Vec::new()));
        assert_eq!((desk.task(TaskId(1))?, desk.tasks(&TaskFilter::default(), None, 9)?.len()), (None, 1));
        for id in [1, 2, 3] {
            assert_eq!((desk.letter(&LetterId([id; 16]))?, desk.frozen(&LetterId([id; 16]))?), (None, None), "{id}");
        }
        let left = desk.letter(&LetterId([4; 16]))?.unwrap();
        assert_eq!((left.matter, desk.frozen(&left.id)?), (told(&[2]), None), "a letter tells of the others alone");
        assert_eq!(desk.letters_of_entry(seq, EntryId(1))?, []);
        let unsent = desk.unsent_letters(9)?;
        assert_eq!(unsent.iter().map(|letter| letter.id.0[0]).collect::<Vec<_>>(), [4, 5]);
        let all = Filter::all(Visibility::All, READER);
        for order in Order::ALL {
            assert_eq!(listed(desk, &all, order)?, [2], "{order:?}");
        }
        for words in ["zapatos", "reservado", "guardamos"] {
            let filter = Filter { search: Search::parse(words).ok(), ..all.clone() };
            let expected: &[u32] = if words == "guardamos" { &[2] } else { &[] };
            assert_eq!(listed(desk, &filter, Order::Updated)?, expected, "{words}");
        }
        let reached = desk.reached(Milestone::Answered, (Timestamp::MIN, Timestamp::MAX), None, 9)?;
        assert_eq!(reached.len(), 1);
        Ok(())
    });
    // What is gone may be taken away again.
    write(store, |tx| tx.purge_ticket(TicketSeq(1)));
}

fn what_others_have_stays<S: Store>(store: &S) {
    write(store, two);
    write(store, |tx| {
        tx.purge_ticket(TicketSeq(1))?;
        tx.remove_orphans(at(9), 9)
    });
    read(store, |desk| {
        assert!(desk.blob(&SHARED)?.is_some() && desk.blob_chunk(&SHARED, 0)?.is_some(), "another ticket has it");
        assert!(desk.blob(&OWN)?.is_none() && desk.blob_chunk(&OWN, 0)?.is_none());
        assert_eq!(desk.frozen(&LetterId([5; 16]))?.as_deref(), Some(&b"Subject: Zapatos"[..]));
        assert_eq!(desk.thread(TicketSeq(2))?.len(), 1);
        assert_eq!(desk.read_mark(READER, TicketSeq(2))?, EntryId(1));
        Ok(())
    });
    write(store, |tx| {
        tx.purge_ticket(TicketSeq(2))?;
        tx.remove_orphans(at(9), 9)
    });
    assert_eq!(read(store, |desk| desk.blob(&SHARED)), None);
    assert_eq!(read(store, |desk| desk.unsent_letters(9)), []);
}

fn drafts_are_found_by_what_they_are_for<S: Store>(store: &S) {
    let text = Draft { text: "Hola".into(), at: at(1) };
    let kept = [(1, "reply 100"), (300, "reply 100"), (2, "reply 1001"), (2, "open after 100"), (2, "open after 100 for ana")];
    write(store, |tx| kept.iter().try_for_each(|(who, slot)| tx.put_draft(AccountId(*who), slot, Some(&text))));
    let under = |slot: &str| {
        let found = read(store, |desk| desk.drafts_under(slot));
        found.into_iter().map(|(who, slot)| (who.0, slot)).collect::<Vec<_>>()
    };
    assert_eq!(under("reply 100"), [(1, "reply 100".to_owned()), (300, "reply 100".to_owned())]);
    assert_eq!(under("open after 100").len(), 2);
    assert_eq!(under("reply 10"), []);
    write(store, |tx| {
        tx.put_draft(AccountId(1), "reply 100", None)?;
        tx.put_draft(AccountId(9), "reply 100", None)
    });
    assert_eq!(under("reply 100"), [(300, "reply 100".to_owned())]);
}

fn what_links_tell_is_erased_and_the_links_stay<S: Store>(store: &S) {
    write(store, |tx| open(tx, 1, 1));
    for place in 0..4 {
        write(store, |tx| {
            let (mut link, payload) = next_link_with(tx.as_read(), Some(1), "open", "[{\"ticket\":\"100001\"}]")?;
            link.at = at(place);
            tx.append_audit(&link, &payload)
        });
    }
    let links = read(store, |desk| desk.audit(0, 9));
    write(store, |tx| tx.erase_audit_payload(2));
    let before = |limit| read(store, |desk| desk.audit_told_before(links[3].0.at, limit));
    assert_eq!(before(2), [1, 3], "of those that tell anything");
    write(store, |tx| [1, 3].into_iter().try_for_each(|link| tx.erase_audit_payload(link)));
    let tell = |links: &[(crate::domain::audit::AuditEntry, Option<_>)]| {
        links.iter().map(|(_, payload)| payload.is_some()).collect::<Vec<_>>()
    };
    let after = read(store, |desk| desk.audit(0, 9));
    assert_eq!(tell(&after), [false, false, false, true]);
    assert!(after.iter().zip(&links).all(|(after, before)| after.0 == before.0));
    assert_eq!(before(9), [0; 0]);
    let of = |filter: &AuditFilter| read(store, |desk| desk.audit_list(filter, None, 9)).len();
    assert_eq!(of(&AuditFilter { ticket: Some(TicketSeq(1)), ..AuditFilter::default() }), 4, "found by what it touched");
}
