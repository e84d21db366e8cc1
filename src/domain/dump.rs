//! What can be wrong with a dump that is to become a desk.

/// What is wrong with a dump, at the line that tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DumpFault {
    /// It does not begin as one.
    NotADump,
    /// A newer program wrote it: its version.
    TooNew(u64),
    /// It ends before its end.
    Cut,
    /// It does not add up: what came before its end is not what was written.
    Altered,
    /// A line is longer than any is: the most bytes.
    TooLong(u64),
    /// A line is not one that a dump has.
    Unreadable,
    /// A line stands where none of its kind can.
    Misplaced,
    /// A line takes what another has, or is about what no line before it has told of.
    Clash,
    /// Nobody in it could set the desk up.
    NoAdmin,
    /// The bytes of an attachment are not those that it had.
    WrongBytes,
    /// The attachments lie in a folder that was not named, or this one does not.
    NoBytes,
}
