//! What can be wrong with a sheet of people or tickets that somebody hands over, and with a row of it.

use super::account::Role;

/// A column of a sheet, as whoever wrote the sheet knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnName {
    /// What the verb calls it.
    pub id: &'static str,
    /// What its heading says, if it has one.
    pub heading: Option<String>,
}

/// The few words that a column knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What somebody is here.
    Roles,
    /// The languages that people are spoken to in.
    Languages,
}

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
        column: ColumnName,
    },
    /// A row has nothing in a column that every row needs.
    EmptyCell {
        /// The column.
        column: ColumnName,
    },
    /// A cell that holds none of the few words that its column knows.
    NotAmong {
        /// The column.
        column: ColumnName,
        /// What it holds.
        value: String,
        /// Those that it knows.
        known: Choice,
    },
    /// A row that is written in another encoding than the rest of the file.
    OtherEncoding,
    /// A row that is written in an encoding that is not known here, as then all of the file is.
    UnknownEncoding,
    /// A row says the same as one before it, where each must say something of its own.
    Twice {
        /// What both say.
        value: String,
        /// The line of the one before.
        line: u64,
    },
    /// A row gives to somebody what one before it gives to somebody else.
    ForAnother {
        /// What both give.
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
