//! What older programs wrote is brought up.

use super::*;
use crate::domain::account::{Account, Role, Standing};
use crate::domain::audit::AuditFilter;
use crate::domain::entry::{Content, EntryId, TicketEvent};
use crate::domain::letter::{Letter, LetterId, Matter};
use crate::domain::status::Status;
use crate::domain::ticket::BeforeClosing;
use crate::domain::waiting::{Told, Waiting};
use crate::store::Draft;
use crate::store::contract::portrait::{make_everything, portrait};
use crate::store::contract::samples::{account, letter, put_in};
use crate::store::redb::facets::{Facet, store_block};
use crate::store::redb::record::{AccountV1, AccountV2, AuditV1, AuditV2, ClassV1, EntryV1, TicketV1, TicketV2, TicketV3};
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
        for key in keys(writer, Kept::AuditPlaces, &[], usize::MAX)? {
            writer.remove(Kept::AuditPlaces, &key)?;
        }
        migrate::set(writer, 1)
    });
    made_old.unwrap();
    drop(lock);
    assert_eq!(asked(), before);
    assert_eq!(desk.store.verify().unwrap(), Vec::<String>::new());
}

/// A file of schema 4, which did not know when staff answered first, is brought up: the answer is found in the thread.
#[test]
fn the_first_answers_are_found_in_the_threads() {
    let desk = Desk::new();
    let place = &desk.store.place;
    let (message, reply) = (|text: &str| Content::Message(text.into()), |text: &str| Content::Reply(text.into()));
    let note = Content::Note("Ojo.".into());
    let texts = [
        (1, vec![(reply("Sí."), 10), (reply("Claro."), 20)], None),
        (2, vec![(message("¿Y?"), 10), (note, 11)], Some(2)),
        (3, vec![(reply("Lo miramos."), 10), (reply("Sí."), 20), (message("¿Y?"), 30)], Some(30)),
        (4, vec![(reply("Lo miramos."), 10)], Some(4)),
    ];
    let filled: Result<()> = desk.store.write(&command(1), |tx| {
        for (seq, said, waiting_since) in &texts {
            let status = if waiting_since.is_some() { Status::New } else { Status::Answered };
            let mut ticket = Ticket { status, waiting: waiting_since.map(|since| Waiting::begin(at(since))), ..ticket(*seq) };
            let said: Vec<_> =
                said.iter().map(|(text, when)| ticket.append(Some(AccountId(2)), at(*when), text.clone(), Vec::new())).collect();
            tx.put_ticket(None, &ticket)?;
            said.iter().try_for_each(|entry| tx.append_entry(ticket.seq, entry))?;
        }
        Ok(())
    });
    filled.unwrap();
    let lock = place.lock(Deadline::after(LONG)).unwrap();
    let made_old: Result<()> = transaction::write(place, Deadline::after(LONG), &command(2), migrate::upgrade, &mut |writer| {
        for key in keys(writer, Kept::Tickets, &[], usize::MAX)? {
            let ticket = load_indexed::<TicketV3>(writer, Kept::Tickets, &key)?.into_ticket(TicketSeq(1))?;
            writer.store(Kept::Tickets, &key, &TicketV1::from(&ticket))?;
        }
        for key in keys(writer, Kept::Orders, &[], usize::MAX)? {
            writer.insert(Kept::Orders, &key, &[])?;
        }
        migrate::set(writer, 4)
    });
    made_old.unwrap();
    drop(lock);
    let answers: Vec<_> = tickets(&desk.store).unwrap().into_iter().map(|ticket| ticket.first_answered_at).collect();
    // Of the third the first reply is taken: whether it kept the client waiting, only the clock of that time knew.
    assert_eq!(answers, [Some(at(10)), None, Some(at(10)), None]);
    assert_eq!(desk.store.verify().unwrap(), Vec::<String>::new());
}

/// A file of schema 4, in which nothing is found in the audit and no link knows of tokens, is brought up; its chain still holds.
#[test]
fn what_was_done_is_found_in_older_files() {
    let desk = Desk::new();
    let place = &desk.store.place;
    desk.store.write(&command(1), make_everything).unwrap();
    let found = || {
        let filter = AuditFilter { ticket: Some(TicketSeq(1)), actor: Some(AccountId(1)), since: None };
        desk.store.read(|desk| desk.audit_list(&filter, None, 10)).unwrap()
    };
    let before = found();
    assert_eq!(before.len(), 1);
    let lock = place.lock(Deadline::after(LONG)).unwrap();
    let made_old: Result<()> = transaction::write(place, Deadline::after(LONG), &command(2), migrate::upgrade, &mut |writer| {
        for key in keys(writer, Kept::AuditPlaces, &[], usize::MAX)? {
            writer.remove(Kept::AuditPlaces, &key)?;
        }
        for key in keys(writer, Kept::Audit, &[], usize::MAX)? {
            let link = load_indexed::<AuditV2>(writer, Kept::Audit, &key)?.into_entry(1)?;
            writer.store(Kept::Audit, &key, &AuditV1::sample(&link))?;
        }
        migrate::set(writer, 4)
    });
    made_old.unwrap();
    drop(lock);
    assert_eq!(found(), before);
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
        let mut closed = before.clone();
        put_in(&mut closed, Status::Closed, at(9));
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

/// A file of schema 5, which knew of no rest and not what was told of a waiting, is brought up: what waits is found by it, and the time
/// of suspended clients is at rest since then.
#[test]
fn the_time_of_suspended_clients_comes_to_rest() {
    let desk = Desk::new();
    let place = &desk.store.place;
    let filled: Result<()> = desk.store.write(&command(1), |tx| {
        tx.put_account(&account(1, "ana", Role::Client))?;
        let standing = Standing::Suspended { reason: "Insultos".into(), at: at(50) };
        tx.put_account(&Account { standing, ..account(2, "bea", Role::Client) })?;
        for (seq, client) in [(1, 1), (2, 2), (3, 2), (8_300, 2), (60, 2)] {
            tx.put_ticket(None, &Ticket { client: AccountId(client), ..ticket(seq) })?;
        }
        let before = tx.ticket(TicketSeq(3))?.unwrap();
        let mut closed = before.clone();
        closed.before_closing = Some(BeforeClosing { status: Status::New, waiting: closed.waiting });
        put_in(&mut closed, Status::Closed, at(9));
        tx.put_ticket(Some(&before), &closed)
    });
    filled.unwrap();
    let lock = place.lock(Deadline::after(LONG)).unwrap();
    let made_old: Result<()> = transaction::write(place, Deadline::after(LONG), &command(2), migrate::upgrade, &mut |writer| {
        for key in keys(writer, Kept::Tickets, &[], usize::MAX)? {
            let ticket = load_indexed::<TicketV3>(writer, Kept::Tickets, &key)?.into_ticket(TicketSeq(1))?;
            writer.store(Kept::Tickets, &key, &TicketV2::from(&ticket))?;
        }
        for key in keys(writer, Kept::Clocks, &[], usize::MAX)? {
            writer.remove(Kept::Clocks, &key)?;
        }
        for key in keys(writer, Kept::Orders, &[8], usize::MAX)? {
            writer.remove(Kept::Orders, &key)?;
        }
        migrate::set(writer, 5)
    });
    made_old.unwrap();
    drop(lock);
    let rests: Vec<_> = tickets(&desk.store).unwrap().iter().map(|ticket| (ticket.seq.0, ticket.waiting)).collect();
    let rested = |since: i64, rests: i64| Some(Waiting { rests_since: Some(at(rests)), ..Waiting::begin(at(since)) });
    let running = Some(Waiting::begin(at(1)));
    // What began to wait after the suspension has all its time before it.
    assert_eq!(rests, [(1, running), (2, rested(2, 50)), (3, None), (60, rested(60, 60)), (8_300, rested(8_300, 8_300))]);
    let closed = desk.store.read(|desk| desk.ticket(TicketSeq(3))).unwrap().unwrap();
    assert_eq!(closed.before_closing.unwrap().waiting, rested(3, 50), "if staff reopens it");
    let told = |told| desk.store.read(|desk| desk.clocks(told, None, at(9_999), 9)).unwrap().len();
    assert_eq!(Told::ALL.map(told), [1, 0, 0]);
    let going = desk.store.read(|desk| desk.closed_before(at(10), None, 9)).unwrap();
    assert_eq!(going.iter().map(|ticket| ticket.seq.0).collect::<Vec<_>>(), [3], "what is closed is found where it goes");
    assert_eq!(desk.store.verify().unwrap(), Vec::<String>::new());
}

/// A file of schema 5, which knew neither of which tickets a summary tells nor who has begun a text about which, is brought up: what is
/// purged takes all of it along.
#[test]
fn drafts_and_summaries_are_found_by_what_they_are_about() {
    let desk = Desk::new();
    let place = &desk.store.place;
    let both = Matter::Summary { tickets: vec![(TicketSeq(1), Vec::new()), (TicketSeq(2), Vec::new())] };
    let alone = Matter::Summary { tickets: vec![(TicketSeq(1), Vec::new())] };
    let bare = Matter::Ticket { ticket: TicketSeq(1), entries: Vec::new(), file: None };
    let carrying = Matter::Ticket { ticket: TicketSeq(1), entries: vec![EntryId(1)], file: None };
    let slots =
        [(1, "reply 100"), (2, "reply 100"), (2, "reply 1001"), (1, "note 100"), (3, "open after 100 for ana"), (3, "open")];
    let filled: Result<()> = desk.store.write(&command(1), |tx| {
        tx.put_ticket(None, &ticket(1))?;
        tx.put_ticket(None, &ticket(2))?;
        for (id, matter) in [(1, &both), (2, &alone), (3, &bare), (4, &carrying)] {
            tx.put_letter(&Letter { matter: matter.clone(), ..letter(id, at(4)) })?;
            tx.put_frozen(&LetterId([id; 16]), Some(b"Subject: Duda"))?;
        }
        let begun = Draft { text: "Hola".into(), at: at(1) };
        slots.iter().try_for_each(|(writer, slot)| tx.put_draft(AccountId(*writer), slot, Some(&begun)))
    });
    filled.unwrap();
    let lock = place.lock(Deadline::after(LONG)).unwrap();
    let made_old: Result<()> = transaction::write(place, Deadline::after(LONG), &command(2), migrate::upgrade, &mut |writer| {
        for key in keys(writer, Kept::DraftPlaces, &[], usize::MAX)? {
            writer.remove(Kept::DraftPlaces, &key)?;
        }
        // Of what is told of a whole ticket nothing was written down.
        for key in keys(writer, Kept::LetterEntries, &[], usize::MAX)? {
            if key[4..8] == [0; 4] {
                writer.remove(Kept::LetterEntries, &key)?;
            }
        }
        migrate::set(writer, 5)
    });
    made_old.unwrap();
    drop(lock);
    let under = |slot: &str| desk.store.read(|desk| desk.drafts_under(slot)).unwrap();
    let found = [(AccountId(1), "reply 100".to_owned()), (AccountId(2), "reply 100".to_owned())];
    assert_eq!((under("reply 100"), under("open after 100").len()), (found.to_vec(), 1));
    assert_eq!(desk.store.verify().unwrap(), Vec::<String>::new());
    let purged: Result<()> = desk.store.write(&command(3), |tx| tx.purge_ticket(TicketSeq(1)));
    purged.unwrap();
    let left = desk.store.read(|desk| desk.letters_from(&LetterId([0; 16]), 9)).unwrap();
    let rest = Matter::Summary { tickets: vec![(TicketSeq(2), Vec::new())] };
    assert_eq!(left.into_iter().map(|letter| (letter.id.0[0], letter.matter)).collect::<Vec<_>>(), [(1, rest)]);
    assert_eq!(desk.store.verify().unwrap(), Vec::<String>::new());
}

/// What is missing from the index of what falls due, or at a wrong place in it, is seen.
#[test]
fn a_clock_that_is_lost_is_missed() {
    let desk = Desk::new();
    let place = &desk.store.place;
    desk.store.write(&command(1), |tx| tx.put_ticket(None, &ticket(1))).unwrap_or_else(|error: StoreError| panic!("{error}"));
    let spoil = |id: u128, spoil: &dyn Fn(&Writer) -> Result<()>| {
        let lock = place.lock(Deadline::after(LONG)).unwrap();
        transaction::write(place, Deadline::after(LONG), &command(id), migrate::upgrade, &mut |writer| spoil(writer)).unwrap();
        drop(lock);
        desk.store.verify().unwrap()
    };
    let key = crate::store::redb::clocks::key(&ticket(1)).unwrap();
    assert_eq!(spoil(2, &|writer| writer.insert(Kept::Clocks, b"other", &[])), ["clocks: an entry leads to nothing"]);
    assert_eq!(spoil(3, &|writer| writer.remove(Kept::Clocks, &key)), ["clocks: an entry is missing"]);
}

/// A file of schema 5, which did not know since when clients wait to be confirmed nor what letters they got, is brought up: whoever is
/// named in a ticket stays.
#[test]
fn clients_who_never_confirmed_are_found_unless_a_ticket_names_them() {
    let desk = Desk::new();
    let place = &desk.store.place;
    let client = |id: u32| Account { created_at: at(id.into()), ..account(id, &format!("c{id}"), Role::Client) };
    let welcome = Letter { matter: Matter::Welcome, recipient: Some(AccountId(1)), ..letter(1, at(4)) };
    let filled: Result<()> = desk.store.write(&command(1), |tx| {
        (1..=6).try_for_each(|id| tx.put_account(&client(id)))?;
        tx.put_account(&Account { role: Role::Agent, ..client(7) })?;
        tx.put_account(&Account { standing: Standing::Active, ..client(8) })?;
        let mut ticket = Ticket { client: AccountId(2), ..ticket(1) };
        let moved = TicketEvent::ClientChanged { from: AccountId(4), to: AccountId(2) };
        let said = ticket.append(Some(AccountId(3)), at(5), Content::Message("Hola".into()), Vec::new());
        let moved = ticket.append(Some(AccountId(7)), at(6), Content::Event(moved), Vec::new());
        tx.put_ticket(None, &ticket)?;
        tx.append_entry(ticket.seq, &said)?;
        tx.append_entry(ticket.seq, &moved)?;
        tx.put_letter(&welcome)
    });
    filled.unwrap();
    let lock = place.lock(Deadline::after(LONG)).unwrap();
    let made_old: Result<()> = transaction::write(place, Deadline::after(LONG), &command(2), migrate::upgrade, &mut |writer| {
        for key in keys(writer, Kept::Accounts, &[], usize::MAX)? {
            let account = load_indexed::<AccountV2>(writer, Kept::Accounts, &key)?.into_account(AccountId(1))?;
            writer.store(Kept::Accounts, &key, &AccountV1::from(&account))?;
        }
        for key in keys(writer, Kept::LetterReaders, &[], usize::MAX)? {
            writer.remove(Kept::LetterReaders, &key)?;
        }
        migrate::set(writer, 5)
    });
    made_old.unwrap();
    drop(lock);
    let found = desk.store.read(|desk| desk.unconfirmed(at(99), 9)).unwrap();
    assert_eq!(found.iter().map(|account| (account.id.0, account.unconfirmed_since)).collect::<Vec<_>>(), {
        [1, 5, 6].map(|id| (id, Some(at(id.into()))))
    });
    assert_eq!(desk.store.verify().unwrap(), Vec::<String>::new());
    let gone: Result<()> = desk.store.write(&command(3), |tx| tx.remove_account(AccountId(1)));
    gone.unwrap();
    assert_eq!(desk.store.read(|desk| desk.letter(&welcome.id)).unwrap(), None);
    assert_eq!(desk.store.verify().unwrap(), Vec::<String>::new());
}

/// What is missing from the index of who waits to be confirmed, or of whose letters are whose, is seen.
#[test]
fn a_client_or_a_letter_that_is_lost_is_missed() {
    let desk = Desk::new();
    let place = &desk.store.place;
    let waiting = Account { unconfirmed_since: Some(at(3)), ..account(1, "ana", Role::Client) };
    let welcome = Letter { matter: Matter::Welcome, recipient: Some(waiting.id), ..letter(1, at(4)) };
    let filled: Result<()> = desk.store.write(&command(1), |tx| {
        tx.put_account(&waiting)?;
        tx.put_letter(&welcome)
    });
    filled.unwrap();
    for (id, table, name) in [(2, Kept::Unconfirmed, "unconfirmed"), (3, Kept::LetterReaders, "letter_readers")] {
        let lock = place.lock(Deadline::after(LONG)).unwrap();
        let spoilt: Result<()> =
            transaction::write(place, Deadline::after(LONG), &command(id), migrate::upgrade, &mut |writer| {
                keys(writer, table, &[], usize::MAX)?.iter().try_for_each(|key| writer.remove(table, key))
            });
        spoilt.unwrap();
        drop(lock);
        let faults = desk.store.verify().unwrap();
        assert!(faults.contains(&format!("{name}: an entry is missing")), "{faults:?}");
    }
}
