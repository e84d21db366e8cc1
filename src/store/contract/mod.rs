//! The suite that every engine passes: the promise in `store/mod.rs`, check by check.
//!
//! `all` runs every check on a store of its own and names each one that fails. The checks know only the traits: what an engine
//! does inside is its own affair, and tested in its own room.

mod audit;
mod desk;
pub mod lists;
mod model;
mod outbox;
mod people;
pub mod portrait;
mod purge;
mod random;
pub(in crate::store) mod samples;
mod search;
mod tasks;
mod threads;
mod tickets;
mod tokens;
mod transactions;
mod whole;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Read, Result, Store, StoreError, Upkeep, Write};
use crate::domain::letter::CommandId;

/// A named part of the promise, tried out on an empty store.
pub type Check<S> = (&'static str, fn(&S));

/// Names the functions of a room as its checks.
macro_rules! checks {
    ($($name:ident),* $(,)?) => {
        pub(super) fn checks<S: $crate::store::Store>() -> Vec<super::Check<S>> {
            vec![$((concat!(module_path!(), "::", stringify!($name)), $name::<S> as fn(&S))),*]
        }
    };
}
use checks;

/// Holds an engine to the promise. `make` gives an empty store each time.
///
/// # Panics
/// With the name and the words of every check that failed.
pub fn all<S: Store + Upkeep>(make: &dyn Fn() -> S) {
    let rooms = [
        transactions::checks(),
        desk::checks(),
        people::checks(),
        tokens::checks(),
        tickets::checks(),
        threads::checks(),
        lists::checks(),
        search::checks(),
        outbox::checks(),
        audit::checks(),
        tasks::checks(),
        purge::checks(),
        whole::checks(),
    ];
    let mut broken = Vec::new();
    for (name, check) in rooms.into_iter().flatten() {
        attempt(&mut broken, name, || {
            let store = make();
            check(&store);
            assert_eq!(store.verify().unwrap(), Vec::<String>::new(), "the store is not sound afterwards");
        });
    }
    attempt(&mut broken, "random::desks_answer_as_the_model_does", || random::desks_answer_as_the_model_does(make));
    assert!(broken.is_empty(), "{} promises are broken:\n{}", broken.len(), broken.join("\n"));
}

/// Runs a check; when it panics, its name and its words are kept, so that the others run too.
fn attempt(broken: &mut Vec<String>, name: &str, check: impl FnOnce()) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(check)) {
        let words = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
        broken.push(format!("{name}: {}", words.unwrap_or("no words")));
    }
}

/// A command of its own for each transaction.
fn new_command() -> CommandId {
    static LAST: AtomicU64 = AtomicU64::new(0);
    let place = LAST.fetch_add(1, Ordering::Relaxed);
    CommandId((u128::from(place) << 64 | 0x7461_7175).to_be_bytes())
}

/// Changes the desk in one transaction that must succeed.
fn write<S: Store, T>(store: &S, f: impl FnMut(&mut dyn Write) -> Result<T>) -> T {
    store.write(&new_command(), f).unwrap()
}

/// Reads in one snapshot that must succeed.
fn read<S: Store, T>(store: &S, f: impl FnOnce(&dyn Read) -> Result<T>) -> T {
    store.read(f).unwrap()
}

/// The error of a transaction that must be refused as a fault of the caller.
fn refused<S: Store, T: std::fmt::Debug>(store: &S, f: impl FnMut(&mut dyn Write) -> Result<T>) {
    let answer: Result<T> = store.write(&new_command(), f);
    assert!(matches!(answer, Err(StoreError::Corrupt(_))), "{answer:?}");
}
