//! What goes for ever: nothing of it is found by any question, and nothing of what stays is lost.

use super::samples::{
    account, at, attachment, change, code, handle, letter, message, next_link_with, note, number, open, put_in,
};
use super::samples::{say, stage, task, token};
use super::{checks, read, write};
use crate::domain::account::{Account, AccountId, PersonName, Role, Standing};
use crate::domain::audit::AuditFilter;
use crate::domain::code::{CodeKind, CodePurpose};
use crate::domain::entry::{BlobHash, EntryId};
use crate::domain::filter::{Filter, Order, Page, Visibility};
use crate::domain::language::Language;
use crate::domain::letter::{Letter, LetterId, LetterState, Matter};
use crate::domain::search::Search;
use crate::domain::session::{Session, SessionHash};
use crate::domain::stats::Milestone;
use crate::domain::status::Status;
use crate::domain::task::{TaskFilter, TaskId};
use crate::domain::ticket::{TicketSeq, TicketSeqPair};
use crate::domain::time::Timestamp;
use crate::store::{Draft, KeyRecord, PeoplePage, Printed, Read, Result, Store, Write};

checks!(
    what_goes_comes_first_closed_first_without_the_parts_of_others,
    nothing_of_a_purged_ticket_is_found,
    what_others_have_stays,
    drafts_are_found_by_what_they_are_for,
    what_links_tell_is_erased_and_the_links_stay,
    clients_are_found_by_since_when_they_wait_to_be_confirmed,
    nothing_of_a_removed_account_is_found,
    what_others_have_stays_when_an_account_goes,
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

fn what_goes_comes_first_closed_first_without_the_parts_of_others<S: Store>(store: &S) {
    let closed = [(1, 30), (2, 10), (300, 10), (4, 20), (5, 15), (6, 40)];
    write(store, |tx| {
        open(tx, 7, 1)?;
        for (seq, at_second) in closed {
            open(tx, seq, 1)?;
            change(tx, seq, |ticket| put_in(ticket, Status::Closed, at(at_second)))?;
        }
        change(tx, 5, |part| part.merged_into = Some(TicketSeqPair { seq: TicketSeq(7), number: number("100007") })).map(drop)
    });
    let going = |before, after: Option<(i64, u32)>, limit| {
        let after = after.map(|(second, seq)| (at(second), TicketSeq(seq)));
        let found = read(store, |desk| desk.closed_before(at(before), after, limit));
        found.into_iter().map(|ticket| ticket.seq.0).collect::<Vec<_>>()
    };
    assert_eq!(going(99, None, 9), [2, 300, 4, 1, 6]);
    assert_eq!((going(40, None, 9), going(99, None, 2)), (vec![2, 300, 4, 1], vec![2, 300]));
    assert_eq!((going(99, Some((10, 2)), 2), going(99, Some((40, 6)), 9)), (vec![300, 4], Vec::new()));
    // After one that is gone comes the next.
    write(store, |tx| {
        tx.purge_ticket(TicketSeq(300))?;
        change(tx, 4, |ticket| put_in(ticket, Status::New, at(50))).map(drop)
    });
    assert_eq!((going(99, Some((10, 300)), 9), going(10, None, 9)), (vec![1, 6], Vec::new()));
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

/// A client who was invited then.
fn invited(id: u32, since: i64) -> Account {
    Account { unconfirmed_since: Some(at(since)), ..account(id, &format!("cliente-{id}"), Role::Client) }
}

fn clients_are_found_by_since_when_they_wait_to_be_confirmed<S: Store>(store: &S) {
    let waiting = |before, limit| {
        let found = read(store, |desk| desk.unconfirmed(at(before), limit));
        found.into_iter().map(|account| account.id.0).collect::<Vec<_>>()
    };
    assert_eq!(waiting(99, 9), [0; 0]);
    let mut kept = vec![invited(1, 30), invited(2, 10), invited(300, 10), invited(4, 20), account(5, "se-queda", Role::Client)];
    kept.push(Account { role: Role::Agent, ..invited(6, 1) });
    kept.push(Account { standing: Standing::Active, ..invited(7, 1) });
    write(store, |tx| kept.iter().try_for_each(|account| tx.put_account(account)));
    assert_eq!(waiting(99, 9), [2, 300, 4, 1]);
    assert_eq!((waiting(20, 9), waiting(99, 3), waiting(10, 9)), (vec![2, 300], vec![2, 300, 4], Vec::new()));
    assert_eq!(read(store, |desk| desk.unconfirmed(at(11), 1)), [kept[1].clone()], "whole");
    write(store, |tx| {
        tx.put_account(&Account { handle: handle("otro"), ..invited(2, 40) })?;
        tx.put_account(&Account { unconfirmed_since: None, ..invited(300, 10) })?;
        tx.put_account(&Account { standing: Standing::Suspended { reason: "x".into(), at: at(1) }, ..invited(4, 20) })?;
        tx.put_account(&Account { standing: Standing::Invited, ..kept[6].clone() })
    });
    assert_eq!(waiting(99, 9), [7, 1, 2]);
    write(store, |tx| [7, 4].into_iter().try_for_each(|id| tx.remove_account(AccountId(id))));
    assert_eq!(waiting(99, 9), [1, 2]);
}

/// A client with all that accounts have, and another with the same.
fn two_clients(tx: &mut dyn Write) -> Result<()> {
    let kinds = |account| [CodePurpose::Invite { account }, CodePurpose::Reset { account }, CodePurpose::NewAddress { account }];
    for id in [1_u32, 2] {
        let (account, byte) = (invited(id, 1), id as u8);
        tx.put_account(&account)?;
        tx.put_session(&Session { hash: SessionHash([byte; 32]), account: account.id, created_at: at(0), used_at: at(0) })?;
        tx.put_token(&token(id, id))?;
        for (place, purpose) in kinds(account.id).into_iter().enumerate() {
            tx.put_code(&code(u64::from(id) * 10 + place as u64, account.email.as_str(), purpose))?;
        }
        let ticket = Matter::Ticket { ticket: TicketSeq(1), entries: vec![EntryId(1)], file: None };
        for (place, matter) in [Matter::Welcome, Matter::Test, ticket].into_iter().enumerate() {
            let state = if place == 0 { LetterState::Sent } else { LetterState::Pending };
            let letter = letter(byte * 10 + place as u8, at(4));
            tx.put_frozen(&letter.id, Some(b"Subject: Hola"))?;
            tx.put_letter(&Letter { matter, state, recipient: Some(account.id), ..letter })?;
        }
        for slot in ["open", "reply 100001"] {
            tx.put_draft(account.id, slot, Some(&Draft { text: "Hola".into(), at: at(1) }))?;
        }
        for key in ["a", "b"] {
            tx.put_key(account.id, key, &KeyRecord { arguments: [1; 32], printed: Printed::default(), expires_at: at(9) })?;
        }
    }
    // Somebody else's attempt at registering, and another's letter, to the same address.
    let attempt = CodePurpose::Register {
        name: PersonName::parse("Ana").unwrap(),
        language: Language::Spanish,
        password_hash: "$argon2id$".into(),
        rules_version: "a1".into(),
    };
    let to = invited(1, 1).email;
    tx.put_code(&code(40, to.as_str(), attempt))?;
    tx.put_code(&code(41, to.as_str(), CodePurpose::NewAddress { account: AccountId(2) }))?;
    tx.put_letter(&Letter { to, ..letter(40, at(4)) })?;
    open(tx, 1, 3).map(drop)
}

fn nothing_of_a_removed_account_is_found<S: Store>(store: &S) {
    write(store, two_clients);
    write(store, |tx| tx.remove_account(AccountId(1)));
    read(store, |desk| {
        let gone = invited(1, 1);
        assert_eq!(
            (desk.account(gone.id)?, desk.account_by_handle(&gone.handle)?, desk.account_by_email(&gone.email)?),
            (None, None, None)
        );
        for role in [None, Some(Role::Client)] {
            assert_eq!(desk.people(&PeoplePage { role, after: None, limit: 9 })?, [invited(2, 1)]);
        }
        assert_eq!(desk.unconfirmed(at(99), 9)?, [invited(2, 1)]);
        assert_eq!(desk.next_account()?, AccountId(3));
        assert_eq!((desk.session(&SessionHash([1; 32]))?, desk.tokens(Some(gone.id))?), (None, Vec::new()));
        assert_eq!((desk.token(token(1, 1).id)?, desk.token_by_hash(&token(1, 1).hash)?), (None, None));
        assert_eq!(
            (desk.codes(&gone.email, CodeKind::Invite)?, desk.codes(&gone.email, CodeKind::Reset)?),
            (Vec::new(), Vec::new())
        );
        for id in [10, 11] {
            assert_eq!((desk.letter(&LetterId([id; 16]))?, desk.frozen(&LetterId([id; 16]))?), (None, None), "{id}");
        }
        assert_eq!((desk.draft(gone.id, "open")?, desk.drafts_under("reply 100001")?.len()), (None, 1));
        assert_eq!((desk.key(gone.id, "a")?, desk.key_after(None)?.map(|(account, ..)| account)), (None, Some(AccountId(2))));
        Ok(())
    });
    // What is gone may be taken away again, and the place of the last is not given again.
    write(store, |tx| [1, 2].into_iter().try_for_each(|id| tx.remove_account(AccountId(id))));
    assert_eq!(read(store, |desk| Ok((desk.next_account()?, desk.places()?.accounts))), (AccountId(3), 2));
    // All of it is free for somebody new.
    write(store, |tx| tx.put_account(&Account { id: AccountId(3), ..invited(1, 5) }));
}

fn what_others_have_stays_when_an_account_goes<S: Store>(store: &S) {
    write(store, two_clients);
    write(store, |tx| tx.remove_account(AccountId(1)));
    read(store, |desk| {
        let (gone, other) = (invited(1, 1), invited(2, 1));
        assert_eq!(desk.codes(&gone.email, CodeKind::Register)?.len(), 1);
        assert_eq!(desk.codes(&gone.email, CodeKind::NewAddress)?.iter().map(|code| code.id.0).collect::<Vec<_>>(), [41]);
        // What tells of a ticket goes with that.
        let unsent = desk.unsent_letters(9)?;
        assert_eq!(unsent.iter().map(|letter| letter.id.0[0]).collect::<Vec<_>>(), [12, 21, 22, 40]);
        assert_eq!(desk.letters_of_entry(TicketSeq(1), EntryId(1))?.len(), 2);
        for id in [12, 20, 21, 22] {
            assert!(desk.letter(&LetterId([id; 16]))?.is_some() && desk.frozen(&LetterId([id; 16]))?.is_some(), "{id}");
        }
        assert!(desk.session(&SessionHash([2; 32]))?.is_some());
        assert_eq!(desk.tokens(None)?, [token(2, 2)]);
        assert_eq!(CodeKind::OF_ACCOUNTS.map(|kind| desk.codes(&other.email, kind).unwrap().len()), [1, 1, 1]);
        assert!(desk.draft(other.id, "open")?.is_some() && desk.key(other.id, "b")?.is_some());
        assert!(desk.ticket(TicketSeq(1))?.is_some());
        Ok(())
    });
    assert_eq!(write(store, |tx| tx.forget_keys(Timestamp::MAX, 9)), 2);
}
