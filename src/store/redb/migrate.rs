//! The schema's version, and the steps from an older one to this program's.

use super::desk::{damaged, put_raw, raw};
use super::source::{Source, Writer};
use super::tables::Kept;
use super::{answers, audit, clocks, closed, facets, outbox, people, purge, rebuild, sequence, threads, tickets, unconfirmed};
use crate::store::{Result, StoreError};

/// The schema that this program writes.
pub const SCHEMA: u32 = 6;

const KEY: &[u8] = b"schema";

/// What leads from one schema to the next.
pub type Step = fn(&Writer) -> Result<()>;

/// The step from schema 1 to 2 comes first, and so on.
///
/// 3: texts are found by an index. 4: it is known which tickets were not opened in the order of their seqs. 5: what scripts need at
/// the scale of a million tickets. 6: what the house rules and the clock need.
const STEPS: &[Step] = &[to_second, rebuild::rebuild_all, sequence::rebuild, to_fifth, to_sixth];

/// Sessions are found by their end, and entries are told apart by more than their text.
fn to_second(writer: &Writer) -> Result<()> {
    people::index_session_ends(writer)?;
    threads::outline_all(writer)
}

/// When staff answered each ticket first is known, every order tells the numbers of its tickets, the open tickets of each person are told
/// from the others, and what was done is found by ticket, person and time; the other new tables are empty in an older file.
fn to_fifth(writer: &Writer) -> Result<()> {
    answers::find_all(writer)?;
    tickets::number_orders(writer)?;
    facets::tell_open_apart(writer)?;
    audit::index_all(writer)
}

/// What falls due is found by what was told of it, and the time of suspended clients is at rest; what is closed is found in the order in
/// which it goes; it is known of which tickets each letter tells, who has begun a text about which, and since when which clients have not confirmed their account.
fn to_sixth(writer: &Writer) -> Result<()> {
    clocks::start_all(writer)?;
    closed::place_all(writer)?;
    outbox::index_all(writer)?;
    purge::index_drafts(writer)?;
    unconfirmed::count_all(writer)
}

/// How a file's schema stands to this program's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// The same.
    Current,
    /// Older: it must be brought up first.
    Older,
}

/// The version that a file has.
///
/// # Errors
/// Those of the store.
pub fn found(source: &dyn Source) -> Result<u32> {
    let bytes = raw(source, Kept::Meta, KEY)?.ok_or_else(|| damaged("the file has no schema"))?;
    bytes.try_into().map(u32::from_be_bytes).map_err(|_| damaged("the file's schema is of another length"))
}

/// Whether this program can work with a file.
///
/// # Errors
/// `TooNew`, and those of the store.
pub fn check(source: &dyn Source) -> Result<Age> {
    age(found(source)?, SCHEMA)
}

fn age(found: u32, known: u32) -> Result<Age> {
    match found {
        _ if found == known => Ok(Age::Current),
        0 => Err(damaged("the file's schema is 0")),
        _ if found < known => Ok(Age::Older),
        _ => Err(StoreError::TooNew { found, known }),
    }
}

/// Makes the tables of a new file, and notes its schema.
///
/// # Errors
/// Those of the store.
pub fn lay_out(writer: &Writer) -> Result<()> {
    writer.make_tables()?;
    set(writer, SCHEMA)
}

/// Notes the schema in a file.
///
/// # Errors
/// Those of the store.
pub fn set(writer: &Writer, schema: u32) -> Result<()> {
    put_raw(writer, Kept::Meta, KEY, &schema.to_be_bytes())
}

/// Brings a file up to this program's schema, in the transaction that needs it.
///
/// # Errors
/// `TooNew`, and those of the store.
pub fn upgrade(writer: &Writer) -> Result<()> {
    upgrade_by(writer, STEPS, SCHEMA)
}

fn upgrade_by(writer: &Writer, steps: &[Step], known: u32) -> Result<()> {
    let found = found(writer)?;
    if age(found, known)? == Age::Current {
        return Ok(());
    }
    // A new schema may have new tables.
    writer.make_tables()?;
    for (step, from) in steps.iter().zip(1..) {
        if from >= found {
            step(writer)?;
        }
    }
    set(writer, known)
}

#[cfg(test)]
mod tests {
    use super::super::tests::with_writer;
    use super::*;

    #[test]
    fn steps_are_taken_from_where_the_file_stands() {
        let steps: &[Step] =
            &[|writer| writer.insert(Kept::Settings, b"first", b""), |writer| writer.insert(Kept::Settings, b"second", b"")];
        with_writer(|writer| {
            set(writer, 2).unwrap();
            upgrade_by(writer, steps, 3).unwrap();
            assert_eq!(found(writer).unwrap(), 3);
            assert_eq!(writer.get(Kept::Settings, b"first").unwrap(), None);
            assert!(writer.get(Kept::Settings, b"second").unwrap().is_some());
            assert!(matches!(upgrade_by(writer, steps, 2), Err(StoreError::TooNew { found: 3, known: 2 })));
        });
    }
}
