//! Letters in the outbox and what becomes of them.

use super::account::{AccountId, EmailAddress};
use super::code::CodeKind;
use super::entry::EntryId;
use super::fault::Fault;
use super::language::Language;
use super::notice::Notice;
use super::ticket::TicketSeq;
use super::time::{Span, Timestamp};

/// What a letter is kept under: derived from the command, the recipient and the ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LetterId(pub [u8; 16]);

/// One command: 128 random bits. A commit in doubt is settled by looking it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CommandId(pub [u8; 16]);

/// What a letter tells, by reference: it is composed from the desk when it is first leased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// What happened to one ticket.
    Ticket {
        /// Which.
        ticket: TicketSeq,
        /// The texts that the letter carries, in the thread's order.
        entries: Vec<EntryId>,
        /// The place of the one file of theirs that the letter brings, where somebody asked for it alone.
        file: Option<u32>,
    },
    /// The same thing happened to several tickets of one person.
    Summary {
        /// Which, in the command's order, each with what a letter of its own would carry.
        tickets: Vec<(TicketSeq, Vec<EntryId>)>,
    },
    /// A code to type in.
    Code {
        /// What for.
        kind: CodeKind,
        /// Its characters; wiped once the letter is sent or expired.
        code: Option<String>,
        /// The ticket that a status code shows.
        ticket: Option<TicketSeq>,
        /// Whether staff began what it is for, and not who reads the letter.
        by_staff: bool,
    },
    /// Somebody tried to register with an address that has an account.
    AddressTaken,
    /// Somebody tried to register with an address that staff do not know.
    AddressUnknown,
    /// The account's address was changed: told to the old one.
    AddressChanged {
        /// The new one.
        to: EmailAddress,
    },
    /// The account is confirmed.
    Welcome,
    /// The account was suspended or reinstated.
    Standing {
        /// Why.
        reason: Option<String>,
    },
    /// An administrator tries the mail out.
    Test,
    /// Another letter was given up.
    Bounced {
        /// Which.
        letter: LetterId,
    },
}

/// Where a letter stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterState {
    /// It waits for its first attempt.
    Pending,
    /// A relay has it until then.
    Leased {
        /// The relay's lease: the id of the command that started it.
        by: CommandId,
        /// When others may take it.
        until: Timestamp,
    },
    /// A failed attempt is behind it, the next one ahead.
    Retry,
    /// It left.
    Sent,
    /// The desk gave up.
    Dead,
    /// An administrator dropped it.
    Dropped,
    /// It became pointless before it left, as an expired code.
    Cancelled,
}

impl LetterState {
    /// The name that machines read.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Pending | Self::Leased { .. } | Self::Retry => "queued",
            Self::Sent => "sent",
            Self::Dead | Self::Dropped | Self::Cancelled => "failed",
        }
    }

    /// The finer name that `mail queue` shows.
    pub fn detail(&self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Leased { .. } => "leased",
            Self::Retry => "retry",
            Self::Sent => "sent",
            Self::Dead => "dead",
            Self::Dropped => "dropped",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state of a letter of a command that starts a relay at `now`, which is to have it for itself at first.
    pub fn handed_to(by: CommandId, now: Timestamp) -> Self {
        Self::Leased { by, until: now.plus(HANDING_OVER) }
    }

    /// Whether it waits, and no relay has it.
    pub fn is_free(&self) -> bool {
        matches!(self, Self::Pending | Self::Retry)
    }

    /// Whether it may still leave.
    pub fn is_waiting(&self) -> bool {
        matches!(self, Self::Pending | Self::Leased { .. } | Self::Retry)
    }
}

/// A row of the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it is kept under.
    pub id: LetterId,
    /// What it is about.
    pub notice: Notice,
    /// What it tells.
    pub matter: Matter,
    /// Where it goes.
    pub to: EmailAddress,
    /// Whose address that is; nobody's for a shared mailbox or a stranger.
    pub recipient: Option<AccountId>,
    /// For whom they get it, where they stand in for somebody.
    pub instead_of: Option<AccountId>,
    /// The language it is written in.
    pub language: Language,
    /// Where it stands.
    pub state: LetterState,
    /// When it was queued.
    pub created_at: Timestamp,
    /// Before when it is not tried.
    pub not_before: Timestamp,
    /// When it becomes pointless.
    pub expires_at: Option<Timestamp>,
    /// How often it was tried.
    pub attempts: u32,
    /// What the last attempt ended with.
    pub last_error: Option<Fault>,
    /// When it reached its present state.
    pub settled_at: Timestamp,
}

/// How long a relay has a letter to itself.
pub const LEASE: Span = Span::minutes(15);
/// How long a command's letters wait for the relay that it starts; then any relay may take them.
pub const HANDING_OVER: Span = Span::seconds(60);
/// After how long the desk gives up.
pub const GIVE_UP_AFTER: Span = Span::days(5);
/// How long no relay tries after a failed connection.
pub const REST_AFTER_FAILED_CONNECTION: Span = Span::seconds(60);
/// Nothing puts a letter off so far: what is to be tried later still comes from a clock that was wrong.
pub const FURTHEST_AHEAD: Span = Span::hours(2);
/// Of how many tickets of one person a command tells one by one; more are told in a summary.
pub const MOST_SINGLE_LETTERS: usize = 5;

impl Letter {
    /// The tickets that it tells of.
    pub fn tickets(&self) -> Vec<TicketSeq> {
        match &self.matter {
            Matter::Ticket { ticket, .. } => vec![*ticket],
            Matter::Summary { tickets } => tickets.iter().map(|(ticket, _)| *ticket).collect(),
            Matter::Code { ticket, .. } => ticket.iter().copied().collect(),
            _ => Vec::new(),
        }
    }

    /// Whether it holds a secret that must not outlive it.
    pub fn has_secret(&self) -> bool {
        matches!(self.matter, Matter::Code { .. })
    }

    /// Takes the secret out.
    pub fn wipe_secret(&mut self) {
        if let Matter::Code { code, .. } = &mut self.matter {
            *code = None;
        }
    }

    /// Whether a relay may take it at `now`.
    pub fn is_due(&self, now: Timestamp) -> bool {
        match self.state {
            LetterState::Pending | LetterState::Retry => self.not_before <= now,
            LetterState::Leased { until, .. } => until <= now,
            _ => false,
        }
    }

    /// Lets it be tried at `now`, whoever has it and whenever it was to be.
    pub fn put_forward(&mut self, now: Timestamp) {
        self.state = if self.attempts == 0 { LetterState::Pending } else { LetterState::Retry };
        self.not_before = now;
    }

    /// It left.
    pub fn sent(&mut self, now: Timestamp) {
        self.attempts += 1;
        self.settle(LetterState::Sent, now);
        self.last_error = None;
    }

    /// Since when it is tried: since it was queued, or since somebody asked for it again.
    fn waits_since(&self) -> Timestamp {
        self.created_at.max(self.settled_at)
    }

    /// An attempt failed. A permanent failure, or too long a wait, ends it.
    pub fn failed(&mut self, permanent: bool, error: &Fault, now: Timestamp) {
        self.attempts += 1;
        self.last_error = Some(error.clone());
        let next = now.plus(self.back_off());
        if self.expires_at.is_some_and(|expires_at| next >= expires_at) {
            self.settle(LetterState::Cancelled, now);
        } else if permanent || next >= self.waits_since().plus(GIVE_UP_AFTER) {
            self.settle(LetterState::Dead, now);
        } else {
            self.state = LetterState::Retry;
            self.not_before = next;
        }
    }

    /// Ends it without sending it.
    pub fn settle(&mut self, state: LetterState, now: Timestamp) {
        self.state = state;
        self.settled_at = now;
        self.wipe_secret();
    }

    /// How long to wait after the attempts so far.
    fn back_off(&self) -> Span {
        if self.expires_at.is_some() {
            return match self.attempts {
                0 | 1 => Span::minutes(1),
                2 => Span::minutes(2),
                3 => Span::minutes(4),
                _ => Span::minutes(15),
            };
        }
        let doublings = self.attempts.saturating_sub(1).min(8);
        Span::minutes((5_i64 << doublings).min(60))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(expires_at: Option<Timestamp>) -> Letter {
        let now = Timestamp::from_millis(0);
        Letter {
            id: LetterId([0; 16]),
            notice: Notice::Code,
            matter: Matter::Code { kind: CodeKind::Reset, code: Some("K7QF-2M9X".into()), ticket: None, by_staff: false },
            to: EmailAddress::parse("ana@example.com").unwrap(),
            recipient: None,
            instead_of: None,
            language: Language::Spanish,
            state: LetterState::Pending,
            created_at: now,
            not_before: now,
            expires_at,
            attempts: 0,
            last_error: None,
            settled_at: now,
        }
    }

    /// The minutes after queueing at which a letter is tried, and how it ends.
    fn life(expires_at: Option<Timestamp>) -> (Vec<i64>, LetterState) {
        let mut letter = letter(expires_at);
        let mut tries = Vec::new();
        while letter.state.is_waiting() {
            let now = letter.not_before;
            tries.push(now.as_millis() / 60_000);
            letter.failed(false, &"451 try later".into(), now);
        }
        (tries, letter.state)
    }

    #[test]
    fn a_letter_is_tried_for_five_days() {
        let (tries, end) = life(None);
        assert_eq!(tries[..7], [0, 5, 15, 35, 75, 135, 195]);
        assert!((7_100..7_200).contains(tries.last().unwrap()));
        assert_eq!(end, LetterState::Dead);
    }

    #[test]
    fn who_asks_again_gives_a_letter_five_days_more() {
        let asked = Timestamp::from_millis(0).plus(Span::days(30));
        let mut again = letter(None);
        again.settled_at = asked;
        again.failed(false, &"451 try later".into(), asked);
        assert_eq!((again.state, again.created_at), (LetterState::Retry, Timestamp::from_millis(0)));
    }

    #[test]
    fn a_code_is_tried_soon_and_never_after_its_end() {
        let (tries, end) = life(Some(Timestamp::from_millis(0).plus(Span::minutes(60))));
        assert_eq!(tries, [0, 1, 3, 7, 22, 37, 52]);
        assert_eq!(end, LetterState::Cancelled);
    }

    #[test]
    fn a_settled_letter_keeps_no_secret() {
        for state in [LetterState::Sent, LetterState::Dropped, LetterState::Cancelled, LetterState::Dead] {
            let mut letter = letter(None);
            letter.settle(state, Timestamp::from_millis(1));
            assert!(matches!(letter.matter, Matter::Code { code: None, .. }));
        }
    }
}
