//! A transaction is there whole or not at all, sees itself, and is not seen before it is there.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::portrait::{change_everything, make_everything, portrait};
use super::{checks, new_command, read, write};
use crate::store::{Result, Store, StoreError, Write};

checks!(
    a_refused_transaction_leaves_nothing,
    a_panic_leaves_nothing,
    a_transaction_sees_its_own_changes,
    a_snapshot_stays_as_it_is,
    answers_and_refusals_are_handed_through,
    what_one_transaction_kept_the_next_one_finds,
);

/// What both halves of a desk's life do, for checks that go through it step by step.
const STEPS: [fn(&mut dyn Write) -> Result<()>; 2] = [make_everything, change_everything];

/// A refusal of the caller's own.
#[derive(Debug, PartialEq)]
enum Refused {
    ByRule(u8),
    ByStore(String),
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::ByStore(error.to_string())
    }
}

fn a_refused_transaction_leaves_nothing<S: Store>(store: &S) {
    for step in STEPS {
        let before = read(store, portrait);
        let answer: Result<(), Refused> = store.write(&new_command(), |tx| {
            step(tx)?;
            Err(Refused::ByRule(1))
        });
        assert_eq!(answer, Err(Refused::ByRule(1)));
        assert_eq!(read(store, portrait), before);
        write(store, step);
        assert_ne!(read(store, portrait), before);
    }
}

fn a_panic_leaves_nothing<S: Store>(store: &S) {
    let before = read(store, portrait);
    let outcome = catch_unwind(AssertUnwindSafe(|| -> Result<()> {
        store.write(&new_command(), |tx| {
            make_everything(tx)?;
            panic!("a fault in a use case, raised by a check")
        })
    }));
    // An engine may also catch it and call the store damaged; it may not go on as if nothing had happened.
    assert!(!matches!(outcome, Ok(Ok(()))), "the panic was swallowed");
    assert_eq!(read(store, portrait), before);
    write(store, make_everything);
}

fn a_transaction_sees_its_own_changes<S: Store>(store: &S) {
    for step in STEPS {
        let (inside, through_reader) = write(store, |tx| {
            step(tx)?;
            Ok((portrait(tx.as_read())?, portrait_of_writer(tx)?))
        });
        assert_eq!(inside, through_reader);
        assert_eq!(inside, read(store, portrait));
    }
}

/// The same questions put to the writer itself, which an engine may answer elsewhere than its reader.
fn portrait_of_writer(tx: &mut dyn Write) -> Result<Vec<String>> {
    let reader: &dyn crate::store::Read = tx;
    portrait(reader)
}

fn a_snapshot_stays_as_it_is<S: Store>(store: &S) {
    for step in STEPS {
        let before = read(store, portrait);
        let during = read(store, |desk| {
            portrait(desk)?;
            write(store, step);
            portrait(desk)
        });
        assert_eq!(during, before);
        assert_ne!(read(store, portrait), before);
    }
}

fn answers_and_refusals_are_handed_through<S: Store>(store: &S) {
    let answer: Result<&str, Refused> = store.write(&new_command(), |_| Ok("done"));
    assert_eq!(answer, Ok("done"));
    let answer: Result<(), Refused> = store.read(|_| Err(Refused::ByRule(2)));
    assert_eq!(answer, Err(Refused::ByRule(2)));
    let answer: Result<(), Refused> = store.write(&new_command(), |_| Err(StoreError::Busy.into()));
    assert_eq!(answer, Err(Refused::ByStore("the store is busy".into())));
}

fn what_one_transaction_kept_the_next_one_finds<S: Store>(store: &S) {
    write(store, make_everything);
    let kept = read(store, portrait);
    let found = write(store, |tx| portrait(tx.as_read()));
    assert_eq!(found, kept);
}
