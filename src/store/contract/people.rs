//! People, and how they prove who they are: accounts, sessions, codes, throttles.

use super::samples::{account, at, code, email, full_account, handle};
use super::{checks, read, refused, write};
use crate::domain::account::{Absence, Account, AccountId, PersonName, Role, Standing};
use crate::domain::code::{Code, CodeId, CodeKind, CodePurpose};
use crate::domain::language::Language;
use crate::domain::session::{Session, SessionHash, THROTTLE_BUCKETS, Throttle};
use crate::domain::ticket::TicketSeq;
use crate::domain::time::Timestamp;
use crate::store::{PeoplePage, Store};

checks!(
    accounts_come_back_whole,
    people_are_found_by_handle_and_address,
    changing_a_handle_or_an_address_frees_the_old_one,
    a_handle_or_an_address_belongs_to_one,
    people_come_by_handle_in_pages,
    accounts_are_counted_from_one,
    sessions_end_one_by_one_or_all_of_a_person,
    sessions_that_ended_are_swept,
    codes_come_back_whole_oldest_first,
    codes_are_removed_when_used_or_expired,
    throttles_are_apart,
);

fn accounts_come_back_whole<S: Store>(store: &S) {
    let mut accounts = vec![full_account(1, "ana")];
    for (index, role) in Role::ALL.into_iter().enumerate() {
        let id = 2 + index as u32;
        accounts.push(Account { standing: Standing::Active, ..account(id, &format!("rol-{id}"), role) });
    }
    let away = Some(Absence { until: Timestamp::MAX, substitute: None });
    accounts.push(Account { absence: away, ..account(500, "lejos", Role::Agent) });
    write(store, |tx| accounts.iter().try_for_each(|account| tx.put_account(account)));
    for kept in &accounts {
        assert_eq!(read(store, |desk| desk.account(kept.id)).as_ref(), Some(kept));
    }
    assert_eq!(read(store, |desk| desk.account(AccountId(99))), None);
    let asked = [AccountId(500), AccountId(99), AccountId(1)];
    assert_eq!(read(store, |desk| desk.accounts(&asked)), [accounts[6].clone(), accounts[0].clone()]);
}

fn people_are_found_by_handle_and_address<S: Store>(store: &S) {
    let ana = Account { email: email("Ana.Lopez@example.com"), ..account(1, "ana", Role::Client) };
    write(store, |tx| {
        tx.put_account(&ana)?;
        tx.put_account(&account(2, "ana-2", Role::Client))
    });
    let by_email = |address: &str| read(store, |desk| desk.account_by_email(&email(address)));
    assert_eq!(read(store, |desk| desk.account_by_handle(&handle("ana"))), Some(ana.clone()));
    assert_eq!(by_email("ANA.lopez@EXAMPLE.com"), Some(ana));
    assert_eq!(by_email("ana@example.com"), None);
    assert_eq!(read(store, |desk| desk.account_by_handle(&handle("an"))), None);
}

fn changing_a_handle_or_an_address_frees_the_old_one<S: Store>(store: &S) {
    write(store, |tx| tx.put_account(&account(1, "ana", Role::Client)));
    write(store, |tx| {
        tx.put_account(&account(1, "anita", Role::Client))?;
        tx.put_account(&account(2, "ana", Role::Client))
    });
    let ids = |name: &str| {
        read(store, |desk| {
            let by_handle = desk.account_by_handle(&handle(name))?.map(|account| account.id.0);
            let by_email = desk.account_by_email(&email(&format!("{name}@example.com")))?.map(|account| account.id.0);
            Ok((by_handle, by_email))
        })
    };
    assert_eq!((ids("anita"), ids("ana")), ((Some(1), Some(1)), (Some(2), Some(2))));
    // Other capitals are the same address, and somebody's own may change its capitals.
    let shouting = Account { email: email("ANITA@example.com"), ..account(1, "anita", Role::Client) };
    write(store, |tx| tx.put_account(&shouting));
    assert_eq!(read(store, |desk| desk.account_by_email(&email("anita@example.com"))), Some(shouting));
    let people = read(store, |desk| desk.people(&PeoplePage { role: None, after: None, limit: 10 }));
    assert_eq!(people.iter().map(|account| account.handle.as_str()).collect::<Vec<_>>(), ["ana", "anita"]);
}

fn a_handle_or_an_address_belongs_to_one<S: Store>(store: &S) {
    write(store, |tx| tx.put_account(&account(1, "ana", Role::Client)));
    refused(store, |tx| tx.put_account(&Account { email: email("b@example.com"), ..account(2, "ana", Role::Client) }));
    refused(store, |tx| tx.put_account(&Account { email: email("ANA@example.com"), ..account(2, "bea", Role::Client) }));
    assert_eq!(read(store, |desk| desk.account(AccountId(2))), None);
    assert_eq!(read(store, |desk| desk.account_by_handle(&handle("ana"))).map(|account| account.id), Some(AccountId(1)));
}

fn people_come_by_handle_in_pages<S: Store>(store: &S) {
    let names = ["zoe", "ana", "ana-2", "an.a", "bea", "carla"];
    write(store, |tx| {
        names.iter().zip(1_u32..).try_for_each(|(name, id)| {
            let role = if id % 2 == 0 { Role::Agent } else { Role::Client };
            tx.put_account(&account(id, name, role))
        })
    });
    let page = |role: Option<Role>, after: Option<&str>, limit: usize| {
        let page = PeoplePage { role, after: after.map(handle), limit };
        let people = read(store, |desk| desk.people(&page));
        people.into_iter().map(|account| account.handle.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(page(None, None, usize::MAX), ["an.a", "ana", "ana-2", "bea", "carla", "zoe"]);
    assert_eq!(page(None, None, 2), ["an.a", "ana"]);
    assert_eq!(page(None, Some("ana"), 2), ["ana-2", "bea"]);
    assert_eq!(page(None, Some("ana-1"), 1), ["ana-2"]);
    assert_eq!(page(Some(Role::Agent), None, 10), ["an.a", "ana", "carla"]);
    assert_eq!(page(Some(Role::Agent), Some("an.a"), 1), ["ana"]);
    assert_eq!(page(Some(Role::Admin), None, 10), [""; 0]);
    assert_eq!(page(None, Some("zoe"), 10), [""; 0]);
    assert_eq!(page(None, None, 0), [""; 0]);
}

fn accounts_are_counted_from_one<S: Store>(store: &S) {
    let places = write(store, |tx| {
        let first = tx.next_account()?;
        tx.put_account(&account(first.0, "ana", Role::Client))?;
        Ok((first, tx.next_account()?))
    });
    assert_eq!(places, (AccountId(1), AccountId(2)));
    write(store, |tx| tx.put_account(&account(256, "bea", Role::Client)));
    assert_eq!(read(store, |desk| desk.next_account()), AccountId(257));
}

fn sessions_end_one_by_one_or_all_of_a_person<S: Store>(store: &S) {
    let session = |place: u8, account: u32| Session {
        hash: SessionHash([place; 32]),
        account: AccountId(account),
        created_at: at(0),
        used_at: at(place.into()),
    };
    let held = [(1, 1), (2, 1), (3, 2), (4, 256)].map(|(place, account)| session(place, account));
    let left = || {
        let kept = |place: &u8| read(store, |desk| desk.session(&SessionHash([*place; 32]))).is_some();
        (1..=4).filter(kept).collect::<Vec<u8>>()
    };
    write(store, |tx| held.iter().try_for_each(|session| tx.put_session(session)));
    let used = Session { used_at: at(77), ..held[0].clone() };
    write(store, |tx| tx.put_session(&used));
    assert_eq!(read(store, |desk| desk.session(&used.hash)), Some(used));
    write(store, |tx| tx.remove_session(&held[2].hash));
    write(store, |tx| tx.remove_session(&held[2].hash));
    assert_eq!(left(), [1, 2, 4]);
    write(store, |tx| tx.remove_sessions(AccountId(1)));
    assert_eq!(left(), [4]);
    write(store, |tx| {
        tx.put_session(&held[0])?;
        tx.remove_sessions(AccountId(256))
    });
    assert_eq!(left(), [1]);
}

fn sessions_that_ended_are_swept<S: Store>(store: &S) {
    let session = |place: u8, used: i64| Session {
        hash: SessionHash([place; 32]),
        account: AccountId(1),
        created_at: at(0),
        used_at: at(used),
    };
    let held: Vec<_> = (1..=4).map(|place| session(place, i64::from(place) * 10)).collect();
    write(store, |tx| held.iter().try_for_each(|session| tx.put_session(session)));
    let left = || {
        let kept = |place: &u8| read(store, |desk| desk.session(&SessionHash([*place; 32]))).is_some();
        (1..=4).filter(kept).collect::<Vec<u8>>()
    };
    let sweep = |before: Timestamp, limit: usize| write(store, |tx| tx.remove_ended_sessions(before, limit));
    // One that is used again ends later.
    write(store, |tx| tx.put_session(&session(1, 35)));
    assert_eq!(sweep(held[2].expires_at(), 10), 1);
    assert_eq!(left(), [1, 3, 4]);
    assert_eq!(sweep(held[3].expires_at(), 1), 1);
    assert_eq!(left().len(), 2);
    write(store, |tx| tx.remove_session(&SessionHash([4; 32])));
    assert_eq!(sweep(Timestamp::MAX, 10), 1);
    assert_eq!(left(), [0; 0]);
}

fn codes_come_back_whole_oldest_first<S: Store>(store: &S) {
    let register = CodePurpose::Register {
        name: PersonName::parse("Ana López").unwrap(),
        language: Language::English,
        password_hash: "$argon2id$".into(),
        rules_version: "a1".into(),
    };
    let owner = AccountId(4);
    let purposes = [
        register,
        CodePurpose::Invite { account: owner },
        CodePurpose::Reset { account: owner },
        CodePurpose::Status { ticket: TicketSeq(9) },
        CodePurpose::NewAddress { account: owner },
    ];
    let mut codes: Vec<_> = purposes.into_iter().zip(1..).map(|(purpose, id)| code(id, "ana@example.com", purpose)).collect();
    codes.push(Code { created_at: at(5), ..code(300, "ANA@example.com", CodePurpose::Reset { account: owner }) });
    codes.push(code(7, "ana@example.com", CodePurpose::Reset { account: owner }));
    codes.push(code(8, "ana@example.com.es", CodePurpose::Reset { account: owner }));
    write(store, |tx| codes.iter().try_for_each(|code| tx.put_code(code)));
    let tried = Code { tries_left: 0, ..codes[6].clone() };
    write(store, |tx| tx.put_code(&tried));
    let sent = |address: &str, kind: CodeKind| read(store, |desk| desk.codes(&email(address), kind));
    for (index, kind) in [(0, CodeKind::Register), (1, CodeKind::Invite), (3, CodeKind::Status), (4, CodeKind::NewAddress)] {
        assert_eq!(sent("Ana@example.com", kind), [codes[index].clone()]);
    }
    assert_eq!(sent("ana@example.com", CodeKind::Reset), [codes[2].clone(), tried, codes[5].clone()]);
    assert_eq!(sent("bea@example.com", CodeKind::Reset), []);
    assert_eq!(read(store, |desk| desk.next_code()), CodeId(301));
}

fn codes_are_removed_when_used_or_expired<S: Store>(store: &S) {
    let owner = AccountId(1);
    assert_eq!(read(store, |desk| desk.next_code()), CodeId(1));
    let codes: Vec<_> = (1..=5)
        .map(|id| Code { expires_at: at(id as i64 * 10), ..code(id, "ana@example.com", CodePurpose::Reset { account: owner }) })
        .collect();
    write(store, |tx| codes.iter().try_for_each(|code| tx.put_code(code)));
    let left = || {
        let codes = read(store, |desk| desk.codes(&email("ana@example.com"), CodeKind::Reset));
        codes.into_iter().map(|code| code.id.0).collect::<Vec<_>>()
    };
    assert_eq!(write(store, |tx| tx.remove_expired_codes(at(30), 1)), 1);
    assert_eq!(left().len(), 4);
    write(store, |tx| tx.remove_expired_codes(at(30), 10));
    assert_eq!(left(), [3, 4, 5]);
    write(store, |tx| tx.remove_code(&codes[4]));
    assert_eq!(left(), [3, 4]);
    // No place is given twice, or an old letter would speak of a new code.
    assert_eq!(read(store, |desk| desk.next_code()), CodeId(6));
    write(store, |tx| tx.remove_expired_codes(Timestamp::MAX, 10));
    assert_eq!((left().len(), read(store, |desk| desk.next_code())), (0, CodeId(6)));
}

fn throttles_are_apart<S: Store>(store: &S) {
    let failed = Throttle { failures: 3, counted_at: at(1) };
    let buckets = [0, 1, 255, 256, THROTTLE_BUCKETS - 1];
    write(store, |tx| {
        tx.put_throttle(1, &Throttle { failures: 9, counted_at: at(0) })?;
        tx.put_throttle(1, &failed)?;
        tx.put_throttle(256, &failed)
    });
    let kept = read(store, |desk| buckets.iter().map(|&bucket| desk.throttle(bucket)).collect::<Result<Vec<_>, _>>());
    assert_eq!(kept, [Throttle::default(), failed, Throttle::default(), failed, Throttle::default()]);
}
