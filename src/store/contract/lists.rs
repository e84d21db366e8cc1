//! Lists: each filter and each order once, by hand. `random.rs` combines them.

use std::ops::ControlFlow;

use super::samples::{at, change, message, open, put_in, reply, say};
use super::{checks, read, write};
use crate::domain::account::AccountId;
use crate::domain::filter::{Filter, Order, Page, Visibility};
use crate::domain::stats::Milestone;
use crate::domain::status::{Priority, Status};
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::domain::time::Timestamp;
use crate::domain::topic::TopicId;
use crate::domain::waiting::{Told, Waiting};
use crate::store::{Read, Result, Store, Write};

checks!(
    what_came_to_a_milestone_in_a_time_is_told_in_its_order,
    each_filter_takes_its_own,
    each_order_and_its_reverse,
    a_client_s_last_change_is_the_one_they_see,
    pages_go_on_after_a_ticket_wherever_it_stands,
    indexes_follow_a_ticket,
    the_last_that_somebody_answers_of_a_client,
    what_rests_has_no_deadline,
    who_is_late_is_listed_whether_told_of_or_not,
    what_falls_due_is_told_by_what_was_told_of_it,
);

const READER: AccountId = AccountId(5);

fn assignees(all: &[u32], open: &[u32]) -> Visibility {
    let ids = |ids: &[u32]| ids.iter().copied().map(AccountId).collect();
    Visibility::Assignees { all: ids(all), open: ids(open) }
}

/// The places of the tickets that pass, in the order of creation.
fn passing<S: Store>(store: &S, filter: &Filter) -> Vec<u32> {
    let page = Page { order: Order::Created, reverse: true, after: None, limit: usize::MAX };
    let tickets = read(store, |desk| desk.list(filter, &page));
    let seqs: Vec<_> = tickets.iter().map(|ticket| ticket.seq.0).collect();
    assert_eq!(
        read(store, |desk| numbers(desk, filter, &page)),
        tickets.iter().map(|ticket| ticket.number.to_string()).collect::<Vec<_>>()
    );
    let count = seqs.len() as u64;
    assert_eq!(read(store, |desk| desk.count(filter)), count, "{filter:?}");
    for most in [0, 1, 2, count, count + 1] {
        assert_eq!(read(store, |desk| desk.count_up_to(filter, most)), count.min(most), "{filter:?} {most}");
    }
    seqs
}

/// The numbers of a page, by the way that gives nothing else.
pub fn numbers(desk: &dyn Read, filter: &Filter, page: &Page) -> Result<Vec<String>> {
    let mut numbers = Vec::new();
    desk.list_numbers(filter, page, &mut |number| {
        numbers.push(number.to_owned());
        ControlFlow::Continue(())
    })?;
    Ok(numbers)
}

/// Six tickets that differ in everything that a list asks for.
///
/// | | status | client | assignee | topic | priority | changed | waits since | closed | |
/// |-|-|-|-|-|-|-|-|-|-|
/// | 1 | new | 1 | | 1 | normal | 60 | 1 | | |
/// | 2 | pending | 1 | 5 | 2 | low | 50 | 40 | | unread |
/// | 3 | answered | 2 | 5 | 2 | emergency | 50 | | | flagged |
/// | 4 | closed | 2 | 6 | 3 | high | 80 | | 80 | unread |
/// | 5 | closed | 3 | 5 | 1 | high | 90 | | 70 | read |
/// | 6 | pending | 3 | 6 | 1 | normal | 10 | 5 | | X-6 |
fn six(tx: &mut dyn Write) -> Result<()> {
    for (seq, client) in [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 3)] {
        open(tx, seq, client)?;
    }
    say(tx, 2, Some(1), message("Sin leer"), Vec::new())?;
    say(tx, 4, Some(6), reply("Sin leer"), Vec::new())?;
    let read = say(tx, 5, Some(6), reply("Leído"), Vec::new())?;
    tx.put_read_mark(READER, TicketSeq(5), read)?;
    let rows = [
        (1, Status::New, None, 1, Priority::Normal, 60, Some(1), None),
        (2, Status::Pending, Some(5), 2, Priority::Low, 50, Some(40), None),
        (3, Status::Answered, Some(5), 2, Priority::Emergency, 50, None, None),
        (4, Status::Closed, Some(6), 3, Priority::High, 80, None, Some(80)),
        (5, Status::Closed, Some(5), 1, Priority::High, 90, None, Some(70)),
        (6, Status::Pending, Some(6), 1, Priority::Normal, 10, Some(5), None),
    ];
    for (seq, status, assignee, topic, priority, updated, waiting, closed) in rows {
        change(tx, seq, |ticket| {
            *ticket = Ticket {
                status,
                assignee: assignee.map(AccountId),
                topic: TopicId(topic),
                priority,
                updated_at: at(updated),
                public_updated_at: at(updated),
                waiting: waiting.map(|since| Waiting::begin(at(since))),
                closed_at: closed.map(at),
                ..ticket.clone()
            };
            ticket.flags.insult = seq == 3;
            ticket.external_id = (seq == 6).then(|| "X-6".to_owned());
        })?;
    }
    Ok(())
}

fn each_filter_takes_its_own<S: Store>(store: &S) {
    write(store, six);
    let all = Filter::all(Visibility::All, READER);
    let open = vec![Status::New, Status::Pending, Status::Answered];
    let expected: [(Filter, &[u32]); 30] = [
        (all.clone(), &[1, 2, 3, 4, 5, 6]),
        (Filter { visible: Visibility::Client(AccountId(2)), ..all.clone() }, &[3, 4]),
        (Filter { visible: Visibility::Client(AccountId(9)), ..all.clone() }, &[]),
        (Filter { visible: assignees(&[5], &[]), ..all.clone() }, &[2, 3, 5]),
        (Filter { visible: assignees(&[6, 5], &[]), ..all.clone() }, &[2, 3, 4, 5, 6]),
        (Filter { visible: assignees(&[], &[]), ..all.clone() }, &[]),
        (Filter { visible: assignees(&[], &[5, 6]), ..all.clone() }, &[2, 3, 6]),
        (Filter { visible: assignees(&[6], &[5]), ..all.clone() }, &[2, 3, 4, 6]),
        (Filter::open_of(AccountId(5)), &[2, 3]),
        (Filter { or_closed_and_unread: true, ..Filter::open_of(AccountId(6)) }, &[6]),
        (Filter { statuses: Some(open.clone()), ..all.clone() }, &[1, 2, 3, 6]),
        (Filter { statuses: Some(open.clone()), or_closed_and_unread: true, ..all.clone() }, &[1, 2, 3, 4, 6]),
        (Filter { statuses: Some(vec![Status::Closed]), ..all.clone() }, &[4, 5]),
        (Filter { statuses: Some(Vec::new()), ..all.clone() }, &[]),
        (Filter { assignee: Some(AccountId(6)), ..all.clone() }, &[4, 6]),
        (Filter { unassigned: true, ..all.clone() }, &[1]),
        (Filter { unassigned: true, assignee: Some(AccountId(6)), ..all.clone() }, &[]),
        (Filter { client: Some(AccountId(3)), ..all.clone() }, &[5, 6]),
        (Filter { topics: Some(vec![TopicId(3), TopicId(2)]), ..all.clone() }, &[2, 3, 4]),
        (Filter { topics: Some(Vec::new()), ..all.clone() }, &[]),
        (Filter { priority: Some(Priority::High), ..all.clone() }, &[4, 5]),
        (Filter { unread: true, ..all.clone() }, &[2, 4]),
        (Filter { unread: true, reader: AccountId(6), ..all.clone() }, &[2]),
        (Filter { flagged: true, ..all.clone() }, &[3]),
        (Filter { since: Some(at(60)), ..all.clone() }, &[1, 4, 5]),
        (Filter { until: Some(at(60)), ..all.clone() }, &[2, 3, 6]),
        (Filter { waits_since: Some(at(5)), ..all.clone() }, &[1, 6]),
        (Filter { waits_since: Some(at(40)), since: Some(at(50)), ..all.clone() }, &[1, 2]),
        (Filter { external_id: Some("X-6".into()), ..all.clone() }, &[6]),
        (Filter { external_id: Some("X-6".into()), client: Some(AccountId(1)), ..all }, &[]),
    ];
    for (filter, seqs) in expected {
        assert_eq!(passing(store, &filter), seqs, "{filter:?}");
    }
}

fn each_order_and_its_reverse<S: Store>(store: &S) {
    write(store, six);
    let filter = Filter::all(Visibility::All, READER);
    let expected = [
        (Order::Updated, [5, 4, 1, 3, 2, 6]),
        (Order::Created, [6, 5, 4, 3, 2, 1]),
        (Order::Closed, [4, 5, 6, 3, 2, 1]),
        (Order::Due, [1, 6, 2, 5, 4, 3]),
        (Order::Priority, [3, 5, 4, 1, 6, 2]),
    ];
    for (order, mut seqs) in expected {
        for reverse in [false, true] {
            let page = |after: Option<u32>, limit: usize| {
                let page = Page { order, reverse, after: after.map(TicketSeq), limit };
                read(store, |desk| desk.list(&filter, &page)).iter().map(|ticket| ticket.seq.0).collect::<Vec<_>>()
            };
            assert_eq!(page(None, 100), seqs, "{order:?}, reverse {reverse}");
            assert_eq!(page(None, 2), seqs[..2], "{order:?}, reverse {reverse}");
            assert_eq!(page(Some(seqs[1]), 3), seqs[2..5], "{order:?}, reverse {reverse}");
            assert_eq!(page(Some(seqs[5]), 3), [0; 0], "{order:?}, reverse {reverse}");
            assert_eq!(page(None, 0), [0; 0]);
            seqs.reverse();
        }
    }
}

fn a_client_s_last_change_is_the_one_they_see<S: Store>(store: &S) {
    write(store, |tx| {
        for (seq, updated, public) in [(1, 90, 10), (2, 80, 20)] {
            open(tx, seq, 1)?;
            change(tx, seq, |ticket| (ticket.updated_at, ticket.public_updated_at) = (at(updated), at(public)))?;
        }
        Ok(())
    });
    let listed = |visible: Visibility, order: Order, since: Option<i64>| {
        let filter = Filter { since: since.map(at), ..Filter::all(visible, READER) };
        let page = Page { order, reverse: false, after: None, limit: 10 };
        read(store, |desk| desk.list(&filter, &page)).iter().map(|ticket| ticket.seq.0).collect::<Vec<_>>()
    };
    let client = Visibility::Client(AccountId(1));
    for order in [Order::Updated, Order::Priority] {
        assert_eq!(listed(Visibility::All, order, None), [1, 2]);
        assert_eq!(listed(client.clone(), order, None), [2, 1]);
    }
    assert_eq!(listed(Visibility::All, Order::Updated, Some(80)), [1, 2]);
    assert_eq!(listed(client, Order::Updated, Some(20)), [2]);
}

/// The ticket that a page ended with may since have left the list; another page still goes on from where it stands.
fn pages_go_on_after_a_ticket_wherever_it_stands<S: Store>(store: &S) {
    write(store, six);
    let open = vec![Status::New, Status::Pending, Status::Answered];
    let filter = Filter { statuses: Some(open), ..Filter::all(Visibility::All, READER) };
    let after = |seq: u32, reverse: bool| {
        let page = Page { order: Order::Created, reverse, after: Some(TicketSeq(seq)), limit: 10 };
        read(store, |desk| desk.list(&filter, &page)).iter().map(|ticket| ticket.seq.0).collect::<Vec<_>>()
    };
    assert_eq!(after(4, false), [3, 2, 1]);
    assert_eq!(after(4, true), [6]);
    assert_eq!(after(99, false), [0; 0]);
}

fn indexes_follow_a_ticket<S: Store>(store: &S) {
    write(store, six);
    let all = Filter::all(Visibility::All, READER);
    let filters = [
        Filter { statuses: Some(vec![Status::New]), ..all.clone() },
        Filter { statuses: Some(vec![Status::Closed]), ..all.clone() },
        Filter { unassigned: true, ..all.clone() },
        Filter { assignee: Some(AccountId(6)), ..all.clone() },
        Filter { client: Some(AccountId(1)), ..all.clone() },
        Filter { topics: Some(vec![TopicId(9)]), ..all.clone() },
        Filter { priority: Some(Priority::Low), ..all.clone() },
        Filter { flagged: true, ..all.clone() },
        Filter { external_id: Some("X-6".into()), ..all },
    ];
    let expected: [&[u32]; 9] = [&[], &[1, 4, 5], &[2], &[1, 4, 6], &[2], &[1], &[1, 2], &[1, 3], &[1]];
    write(store, |tx| {
        change(tx, 6, |ticket| ticket.external_id = None)?;
        change(tx, 1, |ticket| {
            put_in(ticket, Status::Closed, at(9));
            ticket.assignee = Some(AccountId(6));
            ticket.client = AccountId(4);
            ticket.topic = TopicId(9);
            ticket.priority = Priority::Low;
            ticket.flags.held = true;
            ticket.external_id = Some("X-6".into());
        })?;
        change(tx, 2, |ticket| ticket.assignee = None)?;
        for (filter, seqs) in filters.iter().zip(expected) {
            assert_eq!(tx.count(filter)?, seqs.len() as u64, "inside: {filter:?}");
        }
        Ok(())
    });
    for (filter, seqs) in filters.iter().zip(expected) {
        assert_eq!(passing(store, filter), seqs, "{filter:?}");
    }
}

fn the_last_that_somebody_answers_of_a_client<S: Store>(store: &S) {
    write(store, six);
    let asked = |client: u32, limit: usize| {
        let found = read(store, |desk| desk.assigned_of_client(AccountId(client), limit));
        found.iter().map(|ticket| ticket.seq.0).collect::<Vec<_>>()
    };
    assert_eq!(
        (asked(1, 9), asked(2, 9), asked(2, 1), asked(3, 2), asked(9, 2)),
        (vec![2], vec![4, 3], vec![4], vec![6, 5], vec![])
    );
    assert_eq!(asked(2, 0), [0; 0]);
    // Across what is far away, and as a transaction sees its own changes.
    write(store, |tx| {
        open(tx, 9_000, 2)?;
        open(tx, 20_000, 2)?;
        change(tx, 20_000, |ticket| drop(ticket.assign(AccountId(6))))?;
        change(tx, 4, |ticket| ticket.assignee = None)?;
        let found = tx.assigned_of_client(AccountId(2), 3)?;
        assert_eq!(found.iter().map(|ticket| ticket.seq.0).collect::<Vec<_>>(), [20_000, 3]);
        Ok(())
    });
    assert_eq!(asked(2, 3), [20_000, 3]);
}

fn what_came_to_a_milestone_in_a_time_is_told_in_its_order<S: Store>(store: &S) {
    write(store, |tx| {
        for seq in 1..=9 {
            open(tx, seq, 1)?;
            change(tx, seq, |ticket| {
                let hour = i64::from(seq * 7 % 5);
                ticket.first_answered_at = (seq % 3 > 0).then(|| at(hour));
                if seq % 2 > 0 {
                    put_in(ticket, Status::Closed, at(-hour));
                }
            })?;
        }
        change(tx, 4, |ticket| ticket.first_answered_at = Some(at(-9)))
    });
    let all = read(store, |desk| (1..=9).map(|seq| Ok(desk.ticket(TicketSeq(seq))?.unwrap())).collect::<Result<Vec<_>>>());
    for milestone in Milestone::ALL {
        for (since, until) in [(-100, 100), (0, 3), (-3, 1), (2, 2), (3, 2)] {
            let times = (at(since), at(until));
            let mut expected: Vec<_> = all.clone();
            expected.retain(|ticket| milestone.of(ticket).is_some_and(|at| at >= times.0 && at < times.1));
            expected.sort_by_key(|ticket| (milestone.of(ticket), ticket.seq));
            let mut found: Vec<Ticket> = Vec::new();
            loop {
                let after = found.last().map(|ticket| (milestone.of(ticket).unwrap(), ticket.seq));
                let page = read(store, |desk| desk.reached(milestone, times, after, 2));
                found.extend(page.iter().cloned());
                if page.len() < 2 {
                    break;
                }
            }
            assert_eq!(found, expected, "{milestone:?} from {since} to {until}");
        }
    }
}

/// Those six and a seventh, which is pending; its time and that of the sixth are at rest.
fn some_rest(tx: &mut dyn Write) -> Result<()> {
    six(tx)?;
    open(tx, 7, 1)?;
    change(tx, 6, |ticket| ticket.rest(at(90)))?;
    change(tx, 7, |ticket| {
        ticket.rest(at(80));
        ticket.assignee = Some(AccountId(5));
        ticket.status = Status::Pending;
    })?;
    Ok(())
}

fn what_rests_has_no_deadline<S: Store>(store: &S) {
    write(store, some_rest);
    let all = Filter::all(Visibility::All, READER);
    let open = Filter { statuses: Some(vec![Status::New, Status::Pending, Status::Answered]), ..all.clone() };
    let waiting = Filter { statuses: Some(vec![Status::New, Status::Pending]), ..all.clone() };
    let mine = Filter::open_of(AccountId(5));
    let expected: [(Filter, &[u32]); 6] = [
        (all.clone(), &[1, 2, 7, 6, 5, 4, 3]),
        (open, &[1, 2, 7, 6, 3]),
        (waiting.clone(), &[1, 2, 7, 6]),
        (Filter { or_closed_and_unread: true, ..waiting }, &[1, 2, 7, 6, 4]),
        (mine, &[2, 7, 3]),
        (Filter { statuses: Some(vec![Status::Pending]), unassigned: false, ..all.clone() }, &[2, 7, 6]),
    ];
    for (filter, seqs) in expected {
        let mut seqs = seqs.to_vec();
        for reverse in [false, true] {
            let page = |after: Option<u32>, limit: usize| {
                let page = Page { order: Order::Due, reverse, after: after.map(TicketSeq), limit };
                let listed = read(store, |desk| desk.list(&filter, &page));
                let given = read(store, |desk| numbers(desk, &filter, &page));
                assert_eq!(listed.iter().map(|ticket| ticket.number.to_string()).collect::<Vec<_>>(), given);
                listed.iter().map(|ticket| ticket.seq.0).collect::<Vec<_>>()
            };
            assert_eq!(page(None, 100), seqs, "{filter:?}");
            for (place, seq) in seqs.iter().enumerate() {
                assert_eq!(page(Some(*seq), 2), seqs[place + 1..][..2.min(seqs.len() - place - 1)], "{filter:?} after {seq}");
            }
            seqs.reverse();
        }
    }
    for (latest, seqs) in [(0, vec![]), (1, vec![1]), (99, vec![1, 2])] {
        assert_eq!(passing(store, &Filter { waits_since: Some(at(latest)), ..all.clone() }), seqs);
    }
    write(store, |tx| change(tx, 7, |ticket| ticket.waiting = Some(Waiting { counts_from: at(20), ..Waiting::begin(at(7)) })));
    assert_eq!(passing(store, &Filter { waits_since: Some(at(20)), ..all.clone() }), [1, 7], "it goes on");
}

fn who_is_late_is_listed_whether_told_of_or_not<S: Store>(store: &S) {
    let told_of = [Told::Overdue, Told::Overdue, Told::Overdue, Told::Warned, Told::Nothing, Told::Overdue, Told::Nothing];
    write(store, |tx| {
        for (seq, told) in (1..).zip(told_of) {
            open(tx, seq, 1)?;
            // The sixth had its deadline put off, the seventh is in time.
            let counts_from = if seq < 6 { at(5) } else { at(50) };
            change(tx, seq, |ticket| ticket.waiting = Some(Waiting { told, counts_from, ..Waiting::begin(at(5)) }))?;
        }
        Ok(())
    });
    let late = Filter { waits_since: Some(at(20)), ..Filter::all(Visibility::All, READER) };
    for (order, limit) in [Order::Created, Order::Updated, Order::Priority].map(|order| [(order, 5), (order, 50)]).concat() {
        let tickets = read(store, |desk| desk.list(&late, &Page { order, reverse: false, after: None, limit }));
        let mut found: Vec<_> = tickets.iter().map(|ticket| ticket.seq.0).collect();
        found.sort_unstable();
        assert_eq!(found, [1, 2, 3, 4, 5], "{order:?}");
    }
    assert_eq!(passing(store, &late), [1, 2, 3, 4, 5]);
}

fn what_falls_due_is_told_by_what_was_told_of_it<S: Store>(store: &S) {
    write(store, |tx| {
        some_rest(tx)?;
        open(tx, 8, 1)?;
        change(tx, 8, |ticket| ticket.waiting = Some(Waiting { counts_from: at(1), ..Waiting::begin(at(0)) }))?;
        open(tx, 9, 1)?;
        change(tx, 9, |ticket| ticket.waiting = Some(Waiting { told: Told::Warned, ..Waiting::begin(at(3)) }))
    });
    let clocks = |told, until, limit| {
        let found = read(store, |desk| desk.clocks(told, None, at(until), limit));
        found.iter().map(|ticket| ticket.seq.0).collect::<Vec<_>>()
    };
    assert_eq!(clocks(Told::Nothing, 100, 9), [1, 8, 2], "the longest first, then by place; what rests is not there");
    assert_eq!(clocks(Told::Nothing, 100, 2), [1, 8]);
    assert_eq!((clocks(Told::Nothing, 0, 9), clocks(Told::Nothing, 1, 9)), (vec![], vec![1, 8]), "the time itself is in");
    assert_eq!((clocks(Told::Warned, 3, 9), clocks(Told::Overdue, 3, 9)), (vec![9], vec![]));
    let after = |after, until| {
        let found = read(store, |desk| desk.clocks(Told::Nothing, Some(at(after)), at(until), 9));
        found.iter().map(|ticket| ticket.seq.0).collect::<Vec<_>>()
    };
    assert_eq!((after(0, 1), after(1, 100)), (vec![1, 8], vec![2]), "the time after which is asked is not in");
    assert_eq!((after(1, 1), after(100, 1)), (vec![], vec![]), "nothing lies between a time and itself, or the wrong way round");
    write(store, |tx| {
        for (seq, told) in [(1, Told::Warned), (9, Told::Overdue)] {
            change(tx, seq, |ticket| ticket.waiting.iter_mut().for_each(|waiting| waiting.told = told))?;
        }
        change(tx, 8, |ticket| put_in(ticket, Status::Closed, at(99)))?;
        let found = tx.clocks(Told::Warned, None, Timestamp::MAX, 9)?;
        assert_eq!(found.len(), 1, "a transaction sees what it changed");
        Ok(())
    });
    assert_eq!(clocks(Told::Nothing, 100, 9), [2]);
    assert_eq!((clocks(Told::Warned, 100, 9), clocks(Told::Overdue, 100, 9)), (vec![1], vec![9]));
}
