//! The tables of the file and the keys in them.
//!
//! Every table maps bytes to bytes: redb's own types changed their identity between releases, bytes cannot. Keys are built so
//! that their bytes sort as their meaning does. This file knows nothing of what the values hold.

use redb::TableDefinition;

use crate::domain::time::Timestamp;

/// A definition that all tables share.
pub type Definition = TableDefinition<'static, &'static [u8], &'static [u8]>;

/// Names the tables once, and counts them.
macro_rules! tables {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// A table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Kept { $($(#[$doc])* $variant,)* }

        impl Kept {
            /// Every table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();

            /// Its name in the file.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

tables! {
    /// Single values of the desk, by name.
    Meta = "meta",
    /// The last place given, by what it was given to.
    Counters = "counters",
    /// Key to value.
    Settings = "settings",
    /// Command to the time it was committed.
    Commands = "commands",
    /// (time, command): which to forget first.
    CommandTimes = "command_times",
    /// Account.
    Accounts = "accounts",
    /// Handle to account.
    Handles = "handles",
    /// Address key to account.
    Addresses = "addresses",
    /// (role, handle) to account.
    Roles = "roles",
    /// Hash to session.
    Sessions = "sessions",
    /// (account, hash).
    SessionOwners = "session_owners",
    /// (end, hash).
    SessionEnds = "session_ends",
    /// Token.
    Tokens = "tokens",
    /// Hash to token.
    TokenHashes = "token_hashes",
    /// (account, token).
    TokenOwners = "token_owners",
    /// (end, token).
    TokenEnds = "token_ends",
    /// Code.
    Codes = "codes",
    /// (address key, kind, code).
    CodeAddresses = "code_addresses",
    /// (end, code).
    CodeEnds = "code_ends",
    /// Bucket to failures.
    Throttles = "throttles",
    /// Topic.
    Topics = "topics",
    /// Seq to header.
    Tickets = "tickets",
    /// The ledger: number to seq. Outlives its tickets.
    Numbers = "numbers",
    /// Width to the count of numbers taken.
    Widths = "widths",
    /// Number in another system to seq.
    ExternalIds = "external_ids",
    /// (order, place, seq) to the ticket's number.
    Orders = "orders",
    /// (facet, value, block) to a bitmap of seqs.
    Facets = "facets",
    /// (seq, entry) to its text.
    Entries = "entries",
    /// (seq, entry) to what it is, without its text.
    Classes = "classes",
    /// (seq, reader) to the last entry shown.
    Marks = "marks",
    /// Hash to size and time.
    Blobs = "blobs",
    /// (hash, index) to bytes.
    Chunks = "chunks",
    /// (hash, seq, entry).
    BlobRefs = "blob_refs",
    /// (time staged, hash) of what no entry took up.
    Orphans = "orphans",
    /// (account, slot) to text.
    Drafts = "drafts",
    /// Letter.
    Letters = "letters",
    /// (not before, letter) of those that wait or were given up.
    LettersUnsent = "letters_unsent",
    /// (due since, letter) of those that wait.
    LettersDue = "letters_due",
    /// (seq, entry, letter).
    LetterEntries = "letter_entries",
    /// (command, not before, letter).
    LetterLeases = "letter_leases",
    /// Letter to its bytes.
    Frozen = "frozen",
    /// Place to link.
    Audit = "audit",
    /// Place to payload.
    AuditPayloads = "audit_payloads",
    /// (what links have in common, value, time, place).
    AuditPlaces = "audit_places",
    /// (account, key) to what was printed.
    Keys = "keys",
    /// (end, account, key).
    KeyEnds = "key_ends",
    /// (seq, entry) to what a text is found by that is not in the index yet.
    SearchPending = "search_pending",
    /// (block, term, class) to a bitmap of seqs.
    SearchPostings = "search_postings",
    /// Task.
    Tasks = "tasks",
    /// (what tasks have in common, value, task).
    TaskPlaces = "task_places",
    /// (slot, account) of each draft.
    DraftPlaces = "draft_places",
    /// (what was told, from when it counts, seq) of the tickets whose time runs.
    Clocks = "clocks",
    /// (since, account) to account, of those that wait to be confirmed.
    Unconfirmed = "unconfirmed",
    /// (account, letter) of the letters to somebody that tell of no ticket.
    LetterReaders = "letter_readers",
}

impl Kept {
    /// What redb knows the table by.
    pub fn definition(self) -> Definition {
        TableDefinition::new(self.name())
    }

    /// Whether its rows are keys alone, with nothing behind them.
    pub fn is_bare(self) -> bool {
        matches!(
            self,
            Self::CommandTimes
                | Self::SessionOwners
                | Self::SessionEnds
                | Self::TokenOwners
                | Self::TokenEnds
                | Self::CodeAddresses
                | Self::CodeEnds
                | Self::BlobRefs
                | Self::Orphans
                | Self::LettersUnsent
                | Self::LettersDue
                | Self::LetterEntries
                | Self::LetterLeases
                | Self::AuditPlaces
                | Self::KeyEnds
                | Self::TaskPlaces
                | Self::DraftPlaces
                | Self::Clocks
                | Self::LetterReaders
        )
    }
}

/// The sign bit, turned round so that negative times sort before positive ones.
const SIGN: u64 = 1 << 63;

/// A key under construction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(pub Vec<u8>);

impl Key {
    /// An empty key.
    pub fn new() -> Self {
        Self(Vec::with_capacity(40))
    }
    /// With a byte behind it.
    #[must_use]
    pub fn byte(mut self, byte: u8) -> Self {
        self.0.push(byte);
        self
    }
    /// With a number behind it, smallest first.
    #[must_use]
    pub fn number(mut self, number: u32) -> Self {
        self.0.extend(number.to_be_bytes());
        self
    }
    /// With a number behind it, largest first.
    #[must_use]
    pub fn number_down(self, number: u32) -> Self {
        self.number(!number)
    }
    /// With a long number behind it, smallest first.
    #[must_use]
    pub fn long(mut self, number: u64) -> Self {
        self.0.extend(number.to_be_bytes());
        self
    }
    /// With a time behind it, earliest first.
    #[must_use]
    pub fn time(self, time: Timestamp) -> Self {
        self.long(time.as_millis().cast_unsigned() ^ SIGN)
    }
    /// With a time behind it, latest first.
    #[must_use]
    pub fn time_down(self, time: Timestamp) -> Self {
        self.long(!(time.as_millis().cast_unsigned() ^ SIGN))
    }
    /// With bytes behind it; they must be its last part or of a fixed length.
    #[must_use]
    pub fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.extend(bytes);
        self
    }
    /// With a text behind it that others may follow: it ends with a zero, which no handle and no address holds.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.0.extend(text.bytes().filter(|&byte| byte != 0));
        self.0.push(0);
        self
    }
    /// The first key after all that begin with this one; empty when there is none.
    #[must_use]
    pub fn end(mut self) -> Self {
        while let Some(last) = self.0.pop() {
            if let Some(next) = last.checked_add(1) {
                self.0.push(next);
                return self;
            }
        }
        self
    }
}

impl std::borrow::Borrow<[u8]> for Key {
    fn borrow(&self) -> &[u8] {
        &self.0
    }
}

impl std::ops::Deref for Key {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

/// Takes a key apart, part by part; `None` when it is too short.
#[derive(Debug)]
pub struct Parts<'a>(pub &'a [u8]);

impl<'a> Parts<'a> {
    /// The next `N` bytes.
    pub fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (part, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*part)
    }
    /// The next byte.
    pub fn byte(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| byte)
    }
    /// The next number.
    pub fn number(&mut self) -> Option<u32> {
        self.array().map(u32::from_be_bytes)
    }
    /// The next long number.
    pub fn long(&mut self) -> Option<u64> {
        self.array().map(u64::from_be_bytes)
    }
    /// The next time.
    pub fn time(&mut self) -> Option<Timestamp> {
        self.long().map(|bits| Timestamp::from_millis((bits ^ SIGN).cast_signed()))
    }
    /// What is left.
    pub fn rest(self) -> &'a [u8] {
        self.0
    }
}
