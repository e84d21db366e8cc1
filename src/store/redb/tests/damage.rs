//! Flipped bits: what is read is right, or an error; and what has only vanished, `verify` finds.

use std::fs;

use super::*;
use crate::domain::account::{Account, EmailAddress, Handle, PersonName, Role, Standing};
use crate::domain::entry::{Content, EntryId};
use crate::domain::language::Language;
use crate::domain::letter::{Letter, LetterId, LetterState, Matter};
use crate::domain::notice::Notice;
use crate::domain::search::Search;
use crate::store::redb::record::{NumberV1, PlaceV1};
use crate::store::{PeoplePage, Places};

/// How many bits are flipped, one at a time.
const FLIPS: usize = 400;

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
            if seq == 20 {
                tx.merge_search(usize::MAX)?;
            }
        }
        tx.put_account(&account(1, "ana"))?;
        tx.put_account(&account(2, "bea"))?;
        tx.remember_command(&command(1), at(0))
    });
    filled.unwrap_or_else(|error: StoreError| panic!("{error}"));
}

fn account(id: u32, handle: &str) -> Account {
    Account {
        id: AccountId(id),
        handle: Handle::parse(handle).unwrap(),
        name: PersonName::parse(handle).unwrap(),
        email: EmailAddress::parse(&format!("{handle}@example.com")).unwrap(),
        role: Role::Agent,
        language: Language::Spanish,
        standing: Standing::Active,
        password_hash: None,
        phone: None,
        agent: None,
        absence: None,
        acceptance: None,
        created_at: at(0),
        unconfirmed_since: None,
    }
}

fn letter(seq: u32) -> Letter {
    Letter {
        id: LetterId([seq as u8; 16]),
        notice: Notice::Message,
        matter: Matter::Ticket { ticket: TicketSeq(seq), entries: vec![EntryId(1)], file: None },
        to: EmailAddress::parse("ana@example.com").unwrap(),
        recipient: None,
        instead_of: None,
        language: Language::Spanish,
        state: LetterState::Pending,
        created_at: at(0),
        not_before: at(seq.into()),
        expires_at: None,
        attempts: 0,
        last_error: None,
        settled_at: at(0),
    }
}

/// What a question is answered with: rows, of which none may be another than it was, or a number, which may not have grown.
#[derive(Debug, PartialEq)]
enum Answer {
    Rows(Vec<String>),
    Count(u64),
}

impl Answer {
    fn rows<T: std::fmt::Debug>(rows: impl IntoIterator<Item = T>) -> Self {
        Self::Rows(rows.into_iter().map(|row| format!("{row:?}")).collect())
    }

    /// Whether nothing is in it that is not in the right one: rows may have vanished, but none is wrong.
    fn is_part_of(&self, right: &Self) -> bool {
        match (self, right) {
            (Self::Rows(rows), Self::Rows(right)) => rows.iter().all(|row| right.contains(row)),
            (Self::Count(count), Self::Count(right)) => count <= right,
            _ => false,
        }
    }
}

/// The answers to many questions, each for itself.
fn answers(store: &RedbStore) -> Vec<Result<Answer>> {
    let all = Filter::all(Visibility::All, AccountId(9));
    let unread = Filter { unread: true, ..all.clone() };
    let found = |query: &str| Filter { search: Search::parse(query).ok(), ..all.clone() };
    let searches = [found("respuestas"), found("pala* gracias"), found("39")];
    let mut answers = vec![
        store.read(|desk| Ok(Answer::rows([desk.secret()?]))),
        store.read(|desk| Ok(Answer::rows(desk.settings()?))),
        store.read(|desk| Ok(Answer::rows(desk.people(&PeoplePage { role: None, after: None, limit: 9 })?))),
        store.read(|desk| Ok(Answer::rows(desk.account_by_email(&account(2, "bea").email)?))),
        store.read(|desk| Ok(Answer::Count(desk.count(&all)?))),
        store.read(|desk| Ok(Answer::Count(desk.count(&unread)?))),
        store.read(|desk| Ok(Answer::rows(desk.due_letters(at(1_000), 100)?))),
        store.read(|desk| Ok(Answer::Count(desk.was_committed(&command(1))?.into()))),
    ];
    for order in Order::ALL {
        let page = Page { order, reverse: false, after: None, limit: 40 };
        answers.push(store.read(|desk| Ok(Answer::rows(desk.list(&all, &page)?))));
    }
    for search in &searches {
        let page = Page { order: Order::Created, reverse: false, after: None, limit: 40 };
        answers.push(store.read(|desk| Ok(Answer::rows(desk.list(search, &page)?))));
    }
    for seq in [1, 20, 40] {
        answers.push(store.read(|desk| Ok(Answer::rows(desk.thread(TicketSeq(seq))?))));
        answers.push(store.read(|desk| Ok(Answer::rows(desk.tickets(&[ticket(seq).number])?.into_iter().flatten()))));
        answers.push(store.read(|desk| {
            let ticket = desk.ticket(TicketSeq(seq))?;
            let unread = ticket.map_or(Ok(0), |ticket| desk.unread(&ticket, AccountId(9), true))?;
            Ok(Answer::Count(unread.into()))
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
                Ok(answer) => {
                    assert!(answer.is_part_of(right), "byte {byte}: wrong data: {answer:?}");
                    has_wrong |= answer != *right;
                }
                Err(StoreError::Corrupt(_)) => errors += 1,
                Err(error) => panic!("byte {byte}: {error:?}"),
            }
        }
        match open_next(&store, command(3)) {
            Ok(_) | Err(StoreError::Corrupt(_) | StoreError::InDoubt(_)) => {}
            Err(error) => panic!("byte {byte}: {error:?}"),
        }
        fs::write(desk.file(), &flipped).unwrap();
        if has_wrong {
            vanished += 1;
            let found = store.verify();
            assert!(!matches!(&found, Ok(faults) if faults.is_empty()), "byte {byte}: wrong, and nobody knows");
        }
    }
    (errors, vanished)
}

/// The keys of an index have no sum: what they lead to must say the same.
#[test]
fn an_index_that_lies_is_damage() {
    use crate::store::redb::tables::{Kept, Key};
    let everything = Page { order: Order::Updated, reverse: false, after: None, limit: 1 };
    let all = Filter::all(Visibility::All, AccountId(9));
    let closed = Filter { statuses: Some(vec![crate::domain::status::Status::Closed]), ..all.clone() };
    let asks_in_vain = |lie: fn(&Writer) -> Result<()>, ask: &dyn Fn(&dyn crate::store::Read) -> Result<usize>| {
        let desk = Desk::new();
        furnish(&desk.store);
        assert!(desk.store.read(|desk| ask(desk)).is_ok());
        tamper(&desk, lie);
        let answer = desk.store.read(|desk| ask(desk));
        assert!(matches!(answer, Err(StoreError::Corrupt(_))), "{answer:?}");
        assert_ne!(desk.store.verify().unwrap(), [""; 0]);
    };
    let list = |filter: &Filter, desk: &dyn crate::store::Read| Ok(desk.list(filter, &everything)?.len());
    // A place too early in an order, a bit too many, a letter due too soon, a number that leads elsewhere.
    let order = |writer: &Writer| writer.insert(Kept::Orders, &Key::new().byte(1).time_down(at(9_999)).number_down(1), &[]);
    asks_in_vain(order, &|desk| list(&all, desk));
    // And a number beside a place that is not the one that was put there.
    let beside = |writer: &Writer| {
        let first = crate::store::redb::source::keys(writer, Kept::Orders, &[1], 1)?.remove(0);
        let second = crate::store::redb::source::keys(writer, Kept::Orders, &[1], 2)?.remove(1);
        let number = crate::store::redb::source::Source::get(writer, Kept::Orders, &second)?.unwrap();
        writer.insert(Kept::Orders, &first, &number)
    };
    asks_in_vain(beside, &|desk| Ok(crate::store::contract::lists::numbers(desk, &all, &everything)?.len()));
    let bit = |writer: &Writer| {
        writer.set_bit(crate::store::redb::facets::Facet::Status(crate::domain::status::Status::Closed), 1, true)?;
        crate::store::redb::source::Source::flush(writer)
    };
    asks_in_vain(bit, &|desk| list(&closed, desk));
    let due = |writer: &Writer| writer.insert(Kept::LettersDue, &Key::new().time(at(-1)).bytes(&[1; 16]), &[]);
    asks_in_vain(due, &|desk| Ok(desk.due_letters(at(0), 9)?.len()));
    let number = |writer: &Writer| {
        let entry = NumberV1 { seq: 2, is_purged: false };
        writer.store(Kept::Numbers, ticket(1).number.as_str().as_bytes(), &entry)
    };
    asks_in_vain(number, &|desk| Ok(desk.tickets(&[ticket(1).number])?.len()));
    // A handle that is another's, and a thread without its end.
    let handle = |writer: &Writer| writer.store(Kept::Handles, b"ana", &PlaceV1 { place: 2 });
    asks_in_vain(handle, &|desk| Ok(desk.account_by_handle(&account(1, "ana").handle)?.iter().count()));
    let thread = |writer: &Writer| writer.remove(Kept::Entries, &Key::new().number(1).number(3));
    asks_in_vain(thread, &|desk| Ok(desk.thread(TicketSeq(1))?.len()));
}

/// Changes rows behind the engine's back.
fn tamper(desk: &Desk, change: impl Fn(&Writer) -> Result<()>) {
    let _lock = desk.store.place.lock(Deadline::after(LONG)).unwrap();
    let tampered: Result<()> =
        transaction::write(&desk.store.place, Deadline::after(LONG), &command(2), migrate::upgrade, &mut |writer| change(writer));
    tampered.unwrap();
}

/// Rows that vanish without any page being damaged: only the rows that lead to them tell.
#[test]
fn verify_misses_no_row_that_others_need() {
    use crate::store::redb::tables::Kept;
    use Kept::{Classes, CommandTimes, Counters, Facets, LetterEntries, Letters, LettersDue, Numbers, Orders, Tickets, Widths};
    use Kept::{SearchPending, SearchPostings};
    let others = [SearchPending, SearchPostings, CommandTimes, Counters];
    let tables = [Orders, Facets, Numbers, Widths, Classes, Tickets, Letters, LettersDue, LetterEntries];
    for table in tables.into_iter().chain(others) {
        let desk = Desk::new();
        furnish(&desk.store);
        assert_eq!(desk.store.verify().unwrap(), [""; 0]);
        tamper(&desk, |writer| {
            let keys = crate::store::redb::source::keys(writer, table, &[], usize::MAX)?;
            writer.remove(table, &keys[keys.len() / 2])
        });
        assert_ne!(desk.store.verify().unwrap(), [""; 0], "{table:?}");
    }
}

/// A desk with two links of the audit and two tokens.
fn recorded() -> Desk {
    use crate::store::contract::portrait::{change_everything, make_everything};
    let desk = Desk::new();
    desk.store.write(&command(1), make_everything).unwrap();
    desk.store.write(&command(2), |tx| tx.put_token(&crate::store::contract::samples::token(5, 2))).unwrap();
    desk.store.write(&command(3), change_everything).unwrap();
    assert_eq!(desk.store.verify().unwrap(), [""; 0]);
    desk
}

/// A link that was changed, taken out or cut off is found, and the place is named.
#[test]
fn verify_names_the_place_of_a_break() {
    use crate::domain::audit::AuditEntry;
    use crate::store::redb::record::AuditV2;
    use crate::store::redb::source::load_indexed;
    use crate::store::redb::tables::{Kept, Key};
    let first = Key::new().long(1);
    let desk = recorded();
    tamper(&desk, |writer| {
        let link = load_indexed::<AuditV2>(writer, Kept::Audit, &first)?.into_entry(1)?;
        writer.store(Kept::Audit, &first, &AuditV2::from(&AuditEntry { verb: "close".into(), ..link }))
    });
    assert_eq!(desk.store.verify().unwrap(), ["audit 2: does not follow the link before"]);
    let desk = recorded();
    tamper(&desk, |writer| writer.remove(Kept::Audit, &first));
    assert!(desk.store.verify().unwrap().contains(&"audit 2: does not follow the link before".to_owned()));
    for table in [Kept::AuditPlaces, Kept::Tokens, Kept::TokenHashes, Kept::TokenOwners, Kept::TokenEnds] {
        let desk = recorded();
        tamper(&desk, |writer| {
            let keys = crate::store::redb::source::keys(writer, table, &[], usize::MAX)?;
            writer.remove(table, &keys[keys.len() / 2])
        });
        assert_ne!(desk.store.verify().unwrap(), [""; 0], "{table:?}");
    }
    // The last link cut off leaves where it was found behind.
    let desk = recorded();
    tamper(&desk, |writer| {
        writer.remove(Kept::AuditPayloads, &Key::new().long(2))?;
        writer.remove(Kept::Audit, &Key::new().long(2))
    });
    assert_eq!(desk.store.verify().unwrap(), ["audit_places: an entry leads to nothing"]);
}

/// Erasing takes payloads away and leaves the chain whole; the tickets that were touched are found all the same.
#[test]
fn a_payload_that_was_erased_is_no_damage() {
    use crate::domain::audit::AuditFilter;
    use crate::store::redb::tables::{Kept, Key};
    let desk = recorded();
    tamper(&desk, |writer| writer.remove(Kept::AuditPayloads, &Key::new().long(1)));
    assert_eq!(desk.store.verify().unwrap(), [""; 0]);
    let filter = AuditFilter { ticket: Some(TicketSeq(1)), ..AuditFilter::default() };
    let found = desk.store.read(|desk| Ok((desk.audit_list(&filter, None, 9)?.len(), desk.audit_payload(1)?)));
    assert_eq!(found.unwrap_or_else(|error: StoreError| panic!("{error}")), (1, None));
}

#[test]
fn a_counter_at_its_end_is_found_and_keeps_nobody_from_reading_it() {
    let last = Places { accounts: 9, tokens: u32::MAX, codes: u64::MAX, topics: 7, tickets: u32::MAX, tasks: 3 };
    let desk = Desk::new();
    desk.store.write(&command(1), |tx| tx.pass_places(&Places { tickets: u32::MAX - 1, ..Places::default() })).unwrap();
    assert_eq!(desk.store.verify().unwrap(), [""; 0]);
    desk.store.write(&command(2), |tx| tx.pass_places(&last)).unwrap();
    let found = desk.store.verify().unwrap();
    let left = ["codes", "tokens", "tickets"].map(|counter| format!("counters: no place is left for {counter}"));
    assert_eq!(found, left);
    assert_eq!(desk.store.read(|read| read.places()).unwrap(), last);
}
