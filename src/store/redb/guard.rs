//! Damage makes redb panic now and then: here a panic becomes an error.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::store::{Result, StoreError};

/// Runs something of redb's; a panic is damage.
///
/// # Errors
/// Those of `f`, and `Corrupt`.
pub fn guarded<T>(f: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(f)).unwrap_or_else(|_| Err(damaged()))
}

fn damaged() -> StoreError {
    StoreError::Corrupt("a damaged page".into())
}

/// Remembers whether redb panicked in a transaction: its locks are poisoned then, and whatever of it is dropped panics again.
#[derive(Debug, Default)]
pub struct Guard {
    broken: Cell<bool>,
}

impl Guard {
    /// Runs something of redb's, unless it panicked before.
    ///
    /// # Errors
    /// Those of `f`, and `Corrupt`.
    pub fn run<T>(&self, f: impl FnOnce() -> Result<T>) -> Result<T> {
        if self.broken.get() {
            return Err(damaged());
        }
        catch_unwind(AssertUnwindSafe(f)).unwrap_or_else(|_| {
            self.broken.set(true);
            Err(damaged())
        })
    }

    /// Drops something of redb's, or leaks it where dropping would panic.
    pub fn let_go<T>(&self, value: T) {
        if self.broken.get() {
            std::mem::forget(value);
        } else {
            // A panic here is no answer's: what was asked has been answered.
            drop(self.run(|| {
                drop(value);
                Ok(())
            }));
        }
    }

    /// Whether redb panicked.
    pub fn is_broken(&self) -> bool {
        self.broken.get()
    }
}
