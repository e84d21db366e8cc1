//! What can be wrong with a sheet of people or tickets that somebody hands over, and with a row of it.

use super::account::Role;

/// What is wrong with a sheet, or a row of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetFault {
    /// There are more rows than are read of one sheet.
    TooManyRows {
        /// The most.
        most: u64,
    },
    /// A row is longer than any is.
    RowTooLong {
        /// The most bytes.
        most: u64,
    },
    /// A row has something under no heading.
    RowTooWide {
        /// The cells that it has.
        found: u64,
        /// The columns that the sheet has.
        expected: u64,
    },
    /// A quote begins in a row and ends nowhere.
    OpenQuote,
    /// A cell that a spreadsheet would take for a formula.
    Formula {
        /// The column.
        column: String,
    },
    /// A cell that holds none of the few words that its column knows.
    NotAmong {
        /// The column.
        column: &'static str,
        /// What it holds.
        value: String,
        /// The words that machines write.
        known: Vec<&'static str>,
    },
    /// A row that is written in another encoding than the rest of the file.
    OtherEncoding,
    /// A row that is written in an encoding that is not known here, as then all of the file is.
    UnknownEncoding,
    /// A row says the same as one before it, where each must say something of its own.
    Twice {
        /// The column.
        column: String,
        /// What both say.
        value: String,
        /// The line of the one before.
        line: u64,
    },
    /// What the rows about one ticket tell staff is longer together than a note may be.
    NotesTooLong {
        /// The most bytes.
        most: u64,
    },
    /// A row is about somebody who is something else here.
    OtherRole {
        /// What one calls them by.
        who: String,
        /// What they are.
        role: Role,
    },
}
