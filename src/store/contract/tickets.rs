//! Tickets by their places, numbers and external ids.

use super::samples::{at, change, number, open, ticket};
use super::{checks, new_command, read, refused, write};
use crate::domain::account::AccountId;
use crate::domain::filter::{Filter, Order, Page, Visibility};
use crate::domain::status::{Priority, Status};
use crate::domain::ticket::{BeforeClosing, Flags, Tally, Ticket, TicketSeq, TicketSeqPair};
use crate::domain::time::Timestamp;
use crate::domain::topic::TopicId;
use crate::domain::waiting::{Rest, Told, Waiting};
use crate::store::{Result, Store, StoreError};

checks!(
    tickets_come_back_whole,
    tickets_are_found_by_number_in_the_order_asked,
    tickets_are_found_by_how_their_numbers_begin,
    a_number_belongs_to_one_for_ever,
    external_ids_are_found_and_freed,
    an_external_id_belongs_to_one,
    numbers_are_counted_by_their_width,
    tickets_are_counted_from_one,
    a_ticket_has_the_times_of_its_state,
);

fn tickets_come_back_whole<S: Store>(store: &S) {
    let rests = Waiting::rests_of([(-9, -8), (-8, 2)].map(|(from, until)| Rest { from: at(from), until: at(until) })).unwrap();
    let begun = Waiting { counts_from: at(4), told: Told::Overdue, reminded_at: Some(at(9)), ..Waiting::begin(at(3)) };
    let warned = Waiting { told: Told::Warned, rests_since: Some(at(-5)), begun: at(-7), rests, ..begun };
    let full = Ticket {
        number: number("HIST-2019/17"),
        external_id: Some("JIRA «4»".into()),
        subject: "¿Cuándo «sale» la nota? 你好".into(),
        topic: TopicId(400),
        status: Status::Closed,
        priority: Priority::Emergency,
        client: AccountId(300),
        assignee: Some(AccountId(1_000)),
        updated_at: Timestamp::from_millis(1),
        public_updated_at: Timestamp::from_millis(-1),
        waiting: None,
        unanswered: 300,
        closed_at: Some(at(5)),
        closed_by: Some(AccountId(301)),
        before_closing: Some(BeforeClosing { status: Status::Pending, waiting: Some(warned) }),
        tally: Tally {
            public_texts: 1,
            notes: 2,
            public_attachments: 3,
            note_attachments: 4,
            last_public_text: 5,
            last_text: 6,
            last_entry: 7,
        },
        first_answered_at: Some(at(8)),
        merged_into: Some(TicketSeqPair { seq: TicketSeq(2), number: number("100002") }),
        flags: Flags { money: true, insult: true, phone: true, email: true, held: true },
        ..ticket(1, 1)
    };
    let answered = BeforeClosing { status: Status::Answered, waiting: None };
    let tickets = [full, Ticket { before_closing: Some(answered), waiting: Some(begun), ..ticket(2, 2) }, ticket(70_000, 3)];
    write(store, |tx| tickets.iter().try_for_each(|ticket| tx.put_ticket(None, ticket)));
    for kept in &tickets {
        assert_eq!(read(store, |desk| desk.ticket(kept.seq)).as_ref(), Some(kept));
    }
    let all = Filter::all(Visibility::All, AccountId(1));
    let page = Page { order: Order::Created, reverse: true, after: None, limit: 10 };
    assert_eq!(read(store, |desk| desk.list(&all, &page)), tickets);
    assert_eq!(read(store, |desk| desk.ticket(TicketSeq(3))), None);
}

fn tickets_are_found_by_number_in_the_order_asked<S: Store>(store: &S) {
    let (one, two) = write(store, |tx| Ok((open(tx, 1, 1)?, open(tx, 2, 1)?)));
    let asked = ["100002", "100003", "100001", "100002"].map(number);
    let found = read(store, |desk| desk.tickets(&asked));
    assert_eq!(found, [Some(two.clone()), None, Some(one), Some(two)]);
    // Imported numbers keep their capitals: they are others'.
    write(store, |tx| tx.put_ticket(None, &Ticket { number: number("Hist-1"), ..ticket(3, 1) }));
    let seqs = read(store, |desk| Ok([desk.ticket_of_number(&number("Hist-1"))?, desk.ticket_of_number(&number("HIST-1"))?]));
    assert_eq!(seqs, [Some(TicketSeq(3)), None]);
}

fn tickets_are_found_by_how_their_numbers_begin<S: Store>(store: &S) {
    write(store, |tx| {
        [30, 1, 205].into_iter().try_for_each(|seq| open(tx, seq, 1).map(drop))?;
        tx.put_ticket(None, &Ticket { number: number("1000301"), ..ticket(3, 1) })?;
        tx.put_ticket(None, &Ticket { number: number("Hist-1"), ..ticket(4, 1) })?;
        tx.put_purged_number(&number("100031"), TicketSeq(9))
    });
    let numbered = |beginning: &str, limit| {
        let found = read(store, |desk| desk.tickets_numbered(beginning, limit));
        found.into_iter().map(|ticket| ticket.number.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(numbered("", 9), ["100001", "100030", "1000301", "100205", "Hist-1"]);
    assert_eq!(numbered("1000", 9), ["100001", "100030", "1000301"]);
    assert_eq!(numbered("1000", 2), ["100001", "100030"]);
    assert_eq!(numbered("100031", 9), [""; 0], "one that was purged");
    assert_eq!(numbered("Hist", 9), ["Hist-1"]);
    for none in ["hist", "1000301x", "2", "ñ", "\u{10ffff}"] {
        assert_eq!(numbered(none, 9), [""; 0], "{none}");
    }
    assert_eq!(numbered("1", 0), [""; 0]);
}

fn a_number_belongs_to_one_for_ever<S: Store>(store: &S) {
    let kept = write(store, |tx| open(tx, 1, 1));
    refused(store, |tx| tx.put_ticket(None, &Ticket { number: kept.number.clone(), ..ticket(2, 2) }));
    assert_eq!(read(store, |desk| desk.ticket(TicketSeq(2))), None);
    assert_eq!(read(store, |desk| desk.ticket_of_number(&kept.number)), Some(TicketSeq(1)));
}

fn external_ids_are_found_and_freed<S: Store>(store: &S) {
    let found = |id: &str| read(store, |desk| desk.ticket_of_external_id(id)).map(|seq| seq.0);
    write(store, |tx| {
        open(tx, 1, 1)?;
        open(tx, 2, 1)?;
        change(tx, 1, |ticket| ticket.external_id = Some("X-1".into()))
    });
    assert_eq!([found("X-1"), found("X-"), found("x-1"), found("")], [Some(1), None, None, None]);
    write(store, |tx| {
        change(tx, 1, |ticket| ticket.external_id = Some("X-2".into()))?;
        change(tx, 2, |ticket| ticket.external_id = Some("X-1".into()))
    });
    assert_eq!([found("X-1"), found("X-2")], [Some(2), Some(1)]);
    write(store, |tx| change(tx, 1, |ticket| ticket.external_id = None));
    assert_eq!([found("X-1"), found("X-2")], [Some(2), None]);
}

fn an_external_id_belongs_to_one<S: Store>(store: &S) {
    write(store, |tx| {
        open(tx, 1, 1)?;
        open(tx, 2, 1)?;
        change(tx, 1, |ticket| ticket.external_id = Some("X-1".into()))
    });
    refused(store, |tx| change(tx, 2, |ticket| ticket.external_id = Some("X-1".into())));
    assert_eq!(read(store, |desk| desk.ticket(TicketSeq(2))).unwrap().external_id, None);
    assert_eq!(read(store, |desk| desk.ticket_of_external_id("X-1")), Some(TicketSeq(1)));
}

fn numbers_are_counted_by_their_width<S: Store>(store: &S) {
    let numbers = ["100001", "999999", "1000000", "012345", "HIST-2019/17", "12345", "123456789012345678"];
    write(store, |tx| {
        numbers.iter().zip(1..).try_for_each(|(text, seq)| {
            let opened = Ticket { number: number(text), ..ticket(seq, 1) };
            tx.put_ticket(None, &opened)?;
            // Keeping it once more takes no second number.
            tx.put_ticket(Some(&opened), &opened)
        })
    });
    let refusal: Result<()> = store.write(&new_command(), |tx| {
        tx.put_ticket(None, &ticket(50, 1))?;
        assert_eq!(tx.numbers_taken(6)?, 3);
        Err(StoreError::Busy)
    });
    assert!(refusal.is_err());
    let taken =
        read(store, |desk| [5, 6, 7, 8, 18].map(|width| desk.numbers_taken(width)).into_iter().collect::<Result<Vec<_>>>());
    assert_eq!(taken, [0, 2, 1, 0, 1]);
}

fn tickets_are_counted_from_one<S: Store>(store: &S) {
    let places = write(store, |tx| {
        let first = tx.next_ticket()?;
        open(tx, first.0, 1)?;
        Ok((first, tx.next_ticket()?))
    });
    assert_eq!(places, (TicketSeq(1), TicketSeq(2)));
    write(store, |tx| open(tx, 256, 1));
    assert_eq!(read(store, |desk| desk.next_ticket()), TicketSeq(257));
}

fn a_ticket_has_the_times_of_its_state<S: Store>(store: &S) {
    write(store, |tx| open(tx, 1, 1));
    refused(store, |tx| change(tx, 1, |ticket| ticket.waiting = None));
    refused(store, |tx| change(tx, 1, |ticket| ticket.closed_at = Some(at(9))));
    refused(store, |tx| change(tx, 1, |ticket| ticket.status = Status::Closed));
    refused(store, |tx| change(tx, 1, |ticket| ticket.status = Status::Answered));
}
