//! `dump` and `load`: a whole desk as lines, and a desk made anew from them.

use super::change::{Call, Change, Outcome, Printed, Receipt};
use super::{App, Error, LineRefusal};
use crate::domain::dump::DumpFault;
use crate::domain::language::Language;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::dump::{self, Beside, Broken, LONGEST_LINE, Loader, Pieces, Stop};
use crate::store::{Store, StoreError};

pub use crate::dump::{Counts, Progress};

/// A desk that was made anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadedDesk {
    /// What it is called.
    pub name: String,
    /// Its language.
    pub language: Language,
    /// How much of it there is.
    pub counts: Counts,
    /// How many letters are held back, as they may have left the desk that they come from.
    pub held: u64,
    /// How many people were invited and have no code any more to come in with: codes are in no dump.
    pub invited: u64,
}

/// Where a desk is written down to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A file.
    File,
    /// Whatever reads standard output.
    Stream,
}

/// Gives the next line with its end into a buffer, of which there is nothing more when it stays empty; at most one byte more than a
/// line may have.
pub type Lines<'l> = &'l mut dyn FnMut(&mut Vec<u8>) -> Result<(), StoreError>;

/// Where a load comes from.
pub struct Source<'s> {
    /// The lines.
    pub lines: Lines<'s>,
    /// The pieces of attachments that lie beside them.
    pub beside: Option<Pieces<'s>>,
    /// Is told now and then how far it is.
    pub progress: &'s mut dyn FnMut(Progress),
}

/// A desk that was written down.
pub struct Dumped {
    /// What is in it.
    pub counts: Counts,
    /// Whether the audit tells of it.
    pub has_link: bool,
}

impl<S: Store> App<'_, S> {
    /// Writes the whole desk down, with a link of the audit that tells of it: whoever has it has every secret of the desk.
    ///
    /// # Errors
    /// Those of the gate, of the store and of `sink`.
    pub fn dump<E: Broken + From<Error>>(
        &self,
        to: Destination,
        sink: &mut dyn FnMut(&[u8]) -> Result<(), E>,
        beside: Option<&mut dyn Beside<E>>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Dumped, E> {
        let has_link = match self.leave_link(to, beside.is_some()) {
            // A full or failing disk, a file that takes no writing: that is when a desk must be saved, if it can still be read. One that
            // is busy for longer than one waits can be read too, as by every verb that changes nothing of it.
            Err(Error::Store(
                StoreError::Unavailable(_) | StoreError::InDoubt(_) | StoreError::Corrupt(_) | StoreError::Busy,
            )) => false,
            left => {
                left?;
                true
            }
        };
        self.store.read(|read| {
            self.actor(read)?.demand(Action::TakeAway).map_err(Error::from)?;
            let name = super::desk::value(read, "desk.name")?;
            Ok(Dumped { counts: dump::write(read, &name, self.now, sink, beside, progress)?, has_link })
        })
    }

    fn leave_link(&self, to: Destination, beside: bool) -> Result<(), Error> {
        let to = match to {
            Destination::File => "file",
            Destination::Stream => "stdout",
        };
        self.change("dump", &Call::default(), &|_| Printed::default(), |change, actor| {
            actor.demand(Action::TakeAway)?;
            change.note(serde_json::json!({ "to_where": to, "attachments": beside }));
            change.write();
            Ok(())
        })?;
        Ok(())
    }

    /// Fills a new store with what was written down.
    ///
    /// # Errors
    /// `Lines` with what is wrong, at its line; `DeskExists` for a store that is not empty; those of the store.
    pub fn load(&self, call: &Call, source: Source<'_>, receipt: Receipt<'_, LoadedDesk>) -> Result<Outcome<LoadedDesk>, Error> {
        let mut source = Some(source);
        self.change_as_guest("load", call, receipt, |change| {
            if change.read().next_account()?.0 != 1 {
                return Err(Refusal::DeskExists.into());
            }
            // What was read once cannot be read again, should the engine ask for it.
            let source = source.take().ok_or(StoreError::Conflict)?;
            Ok((load(change, source)?, None))
        })
    }
}

fn load(change: &mut Change<'_>, source: Source<'_>) -> Result<LoadedDesk, Error> {
    let Source { lines, mut beside, progress } = source;
    let mut loader = Loader::default();
    let mut line = Vec::new();
    let mut place = 0;
    loop {
        line.clear();
        lines(&mut line)?;
        place += 1;
        if line.is_empty() {
            break;
        }
        let taken = if line.len() > LONGEST_LINE {
            Err(Stop::Fault(DumpFault::TooLong(LONGEST_LINE as u64)))
        } else {
            match &mut beside {
                Some(beside) => loader.take(change.write(), &line, Some(&mut **beside)),
                None => loader.take(change.write(), &line, None),
            }
        };
        taken.map_err(|stop| stopped(place, stop))?;
        progress(loader.progress());
    }
    let loaded = loader.finish().map_err(|fault| stopped(place, Stop::Fault(fault)))?;
    if loaded.waiting > 0 {
        // They may have left the other desk meanwhile, or leave it yet: somebody has to say which desk is the one now.
        change.write().put_setting("mail.hold", Some("on"))?;
    }
    change.note(serde_json::json!({ "tickets": loaded.counts.tickets, "accounts": loaded.counts.accounts }));
    let language = super::desk::desk_language(change.read())?;
    let name = super::desk::value(change.read(), "desk.name")?;
    Ok(LoadedDesk { name, language, counts: loaded.counts, held: loaded.waiting, invited: loaded.invited })
}

fn stopped(line: u64, stop: Stop) -> Error {
    match stop {
        Stop::Store(error) => error.into(),
        Stop::Fault(fault) => Error::Lines(vec![LineRefusal { line, refusal: Refusal::BadDump(fault) }]),
    }
}
