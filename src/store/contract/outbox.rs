//! The outbox: letters, leases, frozen letters, rest.

use super::samples::{at, email, letter};
use super::{checks, read, write};
use crate::domain::account::AccountId;
use crate::domain::code::CodeKind;
use crate::domain::entry::EntryId;
use crate::domain::language::Language;
use crate::domain::letter::{CommandId, Letter, LetterId, LetterState, Matter};
use crate::domain::notice::Notice;
use crate::domain::ticket::TicketSeq;
use crate::domain::time::Timestamp;
use crate::store::Store;

checks!(
    letters_come_back_whole,
    due_letters_come_longest_due_first,
    unsent_letters_come_next_attempt_first,
    leased_letters_are_found_by_their_relay,
    letters_are_found_from_an_id_on,
    letters_are_found_by_the_entries_they_carry,
    frozen_letters_come_and_go,
    relays_rest,
);

fn ids(letters: &[Letter]) -> Vec<u8> {
    letters.iter().map(|letter| letter.id.0[0]).collect()
}

fn leased(by: u8, until: Timestamp) -> LetterState {
    LetterState::Leased { by: CommandId([by; 16]), until }
}

fn carrying(id: u8, ticket: u32, entries: &[u32]) -> Letter {
    let entries = entries.iter().copied().map(EntryId).collect();
    Letter { matter: Matter::Ticket { ticket: TicketSeq(ticket), entries, file: None }, ..letter(id, at(0)) }
}

fn letters_come_back_whole<S: Store>(store: &S) {
    let code = Some("K7QF-2M9X".to_owned());
    let matters = [
        Matter::Ticket { ticket: TicketSeq(300), entries: vec![EntryId(1), EntryId(300)], file: None },
        Matter::Ticket { ticket: TicketSeq(1), entries: Vec::new(), file: None },
        Matter::Ticket { ticket: TicketSeq(1), entries: vec![EntryId(2)], file: Some(300) },
        Matter::Summary { tickets: vec![(TicketSeq(9), vec![EntryId(4), EntryId(300)]), (TicketSeq(2), Vec::new())] },
        Matter::Code { kind: CodeKind::Status, code: code.clone(), ticket: Some(TicketSeq(4)), by_staff: false },
        Matter::Code { kind: CodeKind::Register, code: None, ticket: None, by_staff: false },
        Matter::Code { kind: CodeKind::Reset, code: code.clone(), ticket: None, by_staff: true },
        Matter::Code { kind: CodeKind::Invite, code: code.clone(), ticket: None, by_staff: false },
        Matter::Code { kind: CodeKind::Reset, code: code.clone(), ticket: None, by_staff: false },
        Matter::Code { kind: CodeKind::NewAddress, code, ticket: None, by_staff: false },
        Matter::AddressTaken,
        Matter::AddressUnknown,
        Matter::AddressChanged { to: email("nueva@example.com") },
        Matter::Welcome,
        Matter::Standing { reason: None },
        Matter::Standing { reason: Some("Ruido".into()) },
        Matter::Test,
        Matter::Bounced { letter: LetterId([7; 16]) },
    ];
    let states = [
        LetterState::Pending,
        leased(3, at(900)),
        LetterState::Retry,
        LetterState::Sent,
        LetterState::Dead,
        LetterState::Dropped,
        LetterState::Cancelled,
    ];
    let full = Letter {
        recipient: Some(AccountId(300)),
        instead_of: Some(AccountId(301)),
        language: Language::English,
        created_at: at(1),
        expires_at: Some(at(2)),
        attempts: 300,
        last_error: Some("451 4.7.1 «greylisted»".into()),
        settled_at: at(3),
        ..letter(1, at(4))
    };
    let notices = Notice::ALL.into_iter().chain([Notice::Test]);
    let letters: Vec<_> = notices
        .zip(1..)
        .map(|(notice, id)| Letter {
            id: LetterId([id; 16]),
            notice,
            matter: matters[usize::from(id) % matters.len()].clone(),
            state: states[usize::from(id) % states.len()].clone(),
            ..if id % 2 == 0 { full.clone() } else { letter(id, Timestamp::MIN) }
        })
        .collect();
    assert!(letters.len() >= matters.len().max(states.len()));
    write(store, |tx| letters.iter().try_for_each(|letter| tx.put_letter(letter)));
    for kept in &letters {
        assert_eq!(read(store, |desk| desk.letter(&kept.id)).as_ref(), Some(kept));
    }
    assert_eq!(read(store, |desk| desk.letter(&LetterId([99; 16]))), None);
}

fn due_letters_come_longest_due_first<S: Store>(store: &S) {
    let letters = [
        letter(1, at(30)),
        Letter { state: LetterState::Retry, ..letter(2, at(20)) },
        Letter { state: leased(9, at(25)), ..letter(3, at(5)) },
        Letter { state: leased(9, at(101)), ..letter(4, at(6)) },
        letter(5, at(100)),
        letter(6, at(101)),
        Letter { state: LetterState::Sent, ..letter(7, at(1)) },
        Letter { state: LetterState::Dead, ..letter(8, at(1)) },
        Letter { state: LetterState::Dropped, ..letter(9, at(1)) },
        Letter { state: LetterState::Cancelled, ..letter(10, at(1)) },
        letter(11, at(20)),
        letter(12, Timestamp::MIN),
    ];
    write(store, |tx| letters.iter().rev().try_for_each(|letter| tx.put_letter(letter)));
    let due = |now: i64, limit: usize| ids(&read(store, |desk| desk.due_letters(at(now), limit)));
    assert_eq!(due(100, usize::MAX), [12, 2, 11, 3, 1, 5]);
    assert_eq!(due(100, 3), [12, 2, 11]);
    assert_eq!(due(20, 10), [12, 2, 11]);
    assert_eq!(due(19, 10), [12]);
    assert_eq!(due(100, 0), [0; 0]);
    // Taken, sent, put off: each leaves its old place, inside the transaction too.
    let inside = write(store, |tx| {
        tx.put_letter(&Letter { state: leased(4, at(500)), ..letters[11].clone() })?;
        tx.put_letter(&Letter { state: LetterState::Sent, ..letters[1].clone() })?;
        tx.put_letter(&Letter { state: LetterState::Retry, not_before: at(26), ..letters[0].clone() })?;
        tx.due_letters(at(100), 10)
    });
    assert_eq!(ids(&inside), [11, 3, 1, 5]);
    assert_eq!(due(100, 10), [11, 3, 1, 5]);
    let ahead = |after: i64, limit: usize| ids(&read(store, |desk| desk.letters_ahead(at(after), limit)));
    assert_eq!((ahead(100, 10), ahead(101, 10), ahead(30, 2)), (vec![4, 6, 12], vec![12], vec![5, 4]));
}

fn unsent_letters_come_next_attempt_first<S: Store>(store: &S) {
    let letters = [
        letter(1, at(30)),
        Letter { state: LetterState::Retry, ..letter(2, at(10)) },
        Letter { state: leased(9, at(900)), ..letter(3, at(20)) },
        Letter { state: LetterState::Dead, ..letter(4, at(5)) },
        letter(5, at(10)),
        Letter { state: LetterState::Sent, ..letter(6, at(1)) },
        Letter { state: LetterState::Dropped, ..letter(7, at(1)) },
        Letter { state: LetterState::Cancelled, ..letter(8, at(1)) },
    ];
    write(store, |tx| letters.iter().rev().try_for_each(|letter| tx.put_letter(letter)));
    let unsent = |limit: usize| ids(&read(store, |desk| desk.unsent_letters(limit)));
    assert_eq!(unsent(usize::MAX), [4, 2, 5, 3, 1]);
    assert_eq!(unsent(2), [4, 2]);
    write(store, |tx| {
        tx.put_letter(&Letter { state: LetterState::Dropped, ..letters[3].clone() })?;
        tx.put_letter(&Letter { not_before: at(40), ..letters[1].clone() })
    });
    assert_eq!(unsent(10), [5, 3, 1, 2]);
}

fn leased_letters_are_found_by_their_relay<S: Store>(store: &S) {
    let letters = [
        Letter { state: leased(1, at(900)), ..letter(1, at(30)) },
        Letter { state: leased(1, at(1)), ..letter(2, at(20)) },
        Letter { state: leased(2, at(900)), ..letter(3, at(10)) },
        letter(4, at(5)),
    ];
    write(store, |tx| letters.iter().try_for_each(|letter| tx.put_letter(letter)));
    let held = |by: u8| read(store, |desk| desk.leased_letters(&CommandId([by; 16]), 10));
    assert_eq!(held(1), [letters[1].clone(), letters[0].clone()]);
    assert_eq!([ids(&held(2)), ids(&held(3))], [vec![3], Vec::new()]);
    assert_eq!(ids(&read(store, |desk| desk.leased_letters(&CommandId([1; 16]), 1))), [2]);
    write(store, |tx| {
        tx.put_letter(&Letter { state: LetterState::Sent, ..letters[1].clone() })?;
        tx.put_letter(&Letter { state: leased(2, at(950)), ..letters[0].clone() })
    });
    assert_eq!([ids(&held(1)), ids(&held(2))], [vec![], vec![3, 1]]);
}

fn letters_are_found_from_an_id_on<S: Store>(store: &S) {
    let letters = [
        letter(3, at(30)),
        Letter { state: LetterState::Sent, ..letter(1, at(40)) },
        Letter { state: LetterState::Dropped, ..letter(200, at(1)) },
    ];
    write(store, |tx| letters.iter().try_for_each(|letter| tx.put_letter(letter)));
    let from = |first: [u8; 16], limit: usize| ids(&read(store, |desk| desk.letters_from(&LetterId(first), limit)));
    assert_eq!(from([0; 16], 10), [1, 3, 200]);
    assert_eq!(from(letters[0].id.0, 10), [3, 200], "the id itself is among them");
    assert_eq!(from([4; 16], 10), [200]);
    assert_eq!([from([0; 16], 2), from([255; 16], 10), from([0; 16], 0)], [vec![1, 3], vec![], vec![]]);
}

fn letters_are_found_by_the_entries_they_carry<S: Store>(store: &S) {
    let letters = [
        carrying(2, 1, &[1, 2]),
        Letter { state: LetterState::Sent, ..carrying(1, 1, &[2]) },
        carrying(3, 2, &[2]),
        Letter { matter: Matter::Summary { tickets: vec![(TicketSeq(1), vec![EntryId(2)])] }, ..letter(4, at(0)) },
        carrying(5, 1, &[258]),
    ];
    write(store, |tx| letters.iter().try_for_each(|letter| tx.put_letter(letter)));
    let carriers = |seq: u32, entry: u32| ids(&read(store, |desk| desk.letters_of_entry(TicketSeq(seq), EntryId(entry))));
    assert_eq!([carriers(1, 1), carriers(1, 2), carriers(2, 2), carriers(1, 3)], [vec![2], vec![1, 2], vec![3], vec![]]);
    let of_ticket =
        |seq: u32| read(store, |desk| desk.letters_of_ticket(TicketSeq(seq))).iter().map(|id| id.0[0]).collect::<Vec<_>>();
    assert_eq!([of_ticket(1), of_ticket(2), of_ticket(3)], [vec![1, 2, 4, 5], vec![3], vec![]], "also what tells of others too");
    // Its state changes and it is found once; its entries change and it is found by the new ones.
    write(store, |tx| {
        tx.put_letter(&Letter { state: LetterState::Sent, ..letters[0].clone() })?;
        tx.put_letter(&carrying(3, 2, &[7]))
    });
    assert_eq!([carriers(1, 2), carriers(2, 2), carriers(2, 7)], [vec![1, 2], vec![], vec![3]]);
}

fn frozen_letters_come_and_go<S: Store>(store: &S) {
    let (one, two) = (LetterId([1; 16]), LetterId([2; 16]));
    let bytes: Vec<u8> = (0..200_000_u32).map(|index| index as u8).collect();
    write(store, |tx| {
        tx.put_frozen(&one, Some(b"first"))?;
        tx.put_frozen(&one, Some(&bytes))?;
        tx.put_frozen(&two, None)
    });
    assert!(read(store, |desk| desk.frozen(&one)) == Some(bytes), "the frozen letter differs");
    assert_eq!(read(store, |desk| desk.frozen(&two)), None);
    write(store, |tx| tx.put_frozen(&one, None));
    assert_eq!(read(store, |desk| desk.frozen(&one)), None);
}

fn relays_rest<S: Store>(store: &S) {
    assert_eq!(read(store, |desk| desk.mail_rests_until()), Timestamp::default());
    write(store, |tx| tx.rest_mail_until(at(60)));
    assert_eq!(read(store, |desk| desk.mail_rests_until()), at(60));
    write(store, |tx| tx.rest_mail_until(at(30)));
    assert_eq!(read(store, |desk| desk.mail_rests_until()), at(30));
}
