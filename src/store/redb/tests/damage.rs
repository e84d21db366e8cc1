//! Flipped bits: what is read is right, or an error; and what has only vanished, `verify` finds.

use std::fs;

use super::*;
use crate::domain::account::EmailAddress;
use crate::domain::entry::{Content, EntryId};
use crate::domain::letter::{Letter, LetterId, LetterState, Matter};
use crate::domain::notice::Notice;

/// How many bits are flipped, one at a time.
const FLIPS: usize = 600;

/// A desk with something in every part that people look at.
fn furnish(store: &RedbStore) {
    let filled = store.write(&command(1), |tx| {
        tx.set_secret(&[7; 32])?;
        tx.put_setting("desk.name", Some("Ágora"))?;
        for seq in 1..=40 {
            let mut ticket = ticket(seq);
            for text in ["Duda", "Respuesta", "Gracias"] {
                let words = format!("{text} {seq} {}", "palabra ".repeat(20));
                let entry = ticket.append(Some(AccountId(seq % 3 + 1)), at(100), Content::Message(words), Vec::new());
                tx.append_entry(ticket.seq, &entry)?;
            }
            tx.put_ticket(None, &ticket)?;
            tx.put_read_mark(AccountId(9), ticket.seq, EntryId(seq % 4))?;
            tx.put_letter(&letter(seq))?;
        }
        tx.remember_command(&command(1), at(0))
    });
    filled.unwrap_or_else(|error: StoreError| panic!("{error}"));
}

fn letter(seq: u32) -> Letter {
    Letter {
        id: LetterId([seq as u8; 16]),
        notice: Notice::Message,
        matter: Matter::Ticket { ticket: TicketSeq(seq), entries: vec![EntryId(1)] },
        to: EmailAddress::parse("ana@example.com").unwrap(),
        recipient: None,
        language: crate::domain::language::Language::Spanish,
        state: LetterState::Pending,
        created_at: at(0),
        not_before: at(seq.into()),
        expires_at: None,
        attempts: 0,
        last_error: None,
        settled_at: at(0),
    }
}

/// The answers to many questions, each for itself.
fn answers(store: &RedbStore) -> Vec<Result<String>> {
    let all = Filter::all(Visibility::All, AccountId(9));
    let unread = Filter { unread: true, ..all.clone() };
    let mut answers = vec![
        store.read(|desk| Ok(format!("{:?}", desk.secret()?))),
        store.read(|desk| Ok(format!("{:?}", desk.settings()?))),
        store.read(|desk| Ok(format!("{:?}", desk.count(&all)?))),
        store.read(|desk| Ok(format!("{:?}", desk.count(&unread)?))),
        store.read(|desk| Ok(format!("{:?}", desk.due_letters(at(1_000), 100)?))),
        store.read(|desk| Ok(format!("{:?}", desk.was_committed(&command(1))?))),
    ];
    for order in Order::ALL {
        let page = Page { order, reverse: false, after: None, limit: 15 };
        answers.push(store.read(|desk| Ok(format!("{:?}", desk.list(&all, &page)?))));
    }
    for seq in [1, 20, 40] {
        answers.push(store.read(|desk| Ok(format!("{:?}", desk.thread(TicketSeq(seq))?))));
        answers.push(store.read(|desk| Ok(format!("{:?}", desk.tickets(&[ticket(seq).number])?))));
        answers.push(store.read(|desk| {
            let ticket = desk.ticket(TicketSeq(seq))?;
            ticket.map_or(Ok(String::new()), |ticket| Ok(format!("{:?}", desk.unread(&ticket, AccountId(9), true)?)))
        }));
    }
    answers
}

/// The same numbers on every run.
fn scatter(place: usize, below: usize) -> usize {
    let mixed = (place as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 20) as usize % below
}

#[test]
fn a_flipped_bit_never_gives_wrong_data_unnoticed() {
    let (errors, vanished) = flip_bits();
    assert!(errors > FLIPS / 20, "{errors} errors, {vanished} vanished");
}

fn flip_bits() -> (usize, usize) {
    let desk = Desk::new();
    furnish(&desk.store);
    let whole = fs::read(desk.file()).unwrap();
    let right: Vec<_> = answers(&desk.store).into_iter().map(Result::unwrap).collect();
    // What is not used holds no data: flips go where there is any.
    let used: Vec<_> = (0..whole.len() / 64).filter(|&line| whole[line * 64..][..64].iter().any(|&byte| byte != 0)).collect();
    let (mut errors, mut vanished) = (0, 0);
    for place in 0..FLIPS {
        let byte = used[scatter(place, used.len())] * 64 + scatter(place + FLIPS, 64);
        let mut flipped = whole.clone();
        flipped[byte] ^= 1 << scatter(place + 2 * FLIPS, 8);
        fs::write(desk.file(), &flipped).unwrap();
        let store = desk.waiting(Duration::ZERO);
        let mut has_wrong = false;
        for (right, answer) in right.iter().zip(answers(&store)) {
            match answer {
                Ok(answer) => has_wrong |= answer != *right,
                Err(StoreError::Corrupt(_)) => errors += 1,
                Err(error) => panic!("byte {byte}: {error:?}"),
            }
        }
        if has_wrong {
            vanished += 1;
            let found = store.verify();
            assert!(!matches!(&found, Ok(faults) if faults.is_empty()), "byte {byte}: wrong, and nobody knows");
        }
    }
    (errors, vanished)
}

/// Rows that vanish without any page being damaged: only the rows that lead to them tell.
#[test]
fn verify_misses_no_row_that_others_need() {
    use crate::store::redb::tables::Kept;
    use Kept::{Classes, CommandTimes, Counters, Facets, LetterEntries, Letters, LettersDue, Numbers, Orders, Tickets, Widths};
    for table in [Orders, Facets, Numbers, Widths, Classes, Tickets, Letters, LettersDue, LetterEntries, CommandTimes, Counters] {
        let desk = Desk::new();
        furnish(&desk.store);
        assert_eq!(desk.store.verify().unwrap(), [""; 0]);
        let lock = desk.store.place.lock(Deadline::after(LONG)).unwrap();
        let removed: Result<()> =
            transaction::write(&desk.store.place, Deadline::after(LONG), &command(2), migrate::upgrade, &mut |writer| {
                let keys = crate::store::redb::source::keys(writer, table, &[], usize::MAX)?;
                writer.remove(table, &keys[keys.len() / 2])
            });
        removed.unwrap();
        drop(lock);
        assert_ne!(desk.store.verify().unwrap(), [""; 0], "{table:?}");
    }
}
