//! What owners of the desk's files look after: `doctor`.

use super::outbox::PlannedLetter;
use super::{App, Error, calendar, desk};
use crate::domain::account::Role;
use crate::domain::fault::Fault;
use crate::domain::letter::LetterState;
use crate::domain::time::{Span, Timestamp};
use crate::store::{PeoplePage, Store};

/// How many letters are looked at.
const MOST_LETTERS: usize = 10_000;

/// Something that somebody should see to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// No mail server is set: letters lie in the desk's own Maildir.
    NoMailServer,
    /// A mail server is set, but not whom letters come from.
    NoMailFrom,
    /// The desk holds all letters back.
    MailHeld,
    /// Letters have waited for more than an hour.
    LettersWait {
        /// How many.
        count: usize,
        /// Since when the oldest does.
        since: Timestamp,
        /// What its last attempt ended with.
        error: Option<Fault>,
    },
    /// Letters were given up.
    LettersGivenUp {
        /// How many.
        count: usize,
    },
    /// Nobody is Secretaría; administrators get their letters.
    NoSecretary,
    /// There is no telephone, which the house rules send people to, and which is all that whoever is suspended has.
    NoPhone,
    /// It is autumn, and the desk has no holidays of its own for the next year yet.
    NoOwnHolidays {
        /// The year.
        year: i32,
    },
    /// All holidays of single days are past.
    HolidaysPast {
        /// How many there are.
        count: usize,
    },
    /// A year of the calendar has no day on which anybody works.
    NoWorkingDay {
        /// The year.
        year: i32,
    },
    /// By the calendar no answer ever falls due.
    NeverDue,
    /// The audit's last link does not follow from the one before.
    AuditBroken,
}

impl<S: Store> App<'_, S> {
    /// The letters that wait to leave.
    ///
    /// # Errors
    /// Those of the store.
    pub fn waiting(&self) -> Result<Vec<PlannedLetter>, Error> {
        self.store.read(|read| {
            let letters = read.unsent_letters(usize::MAX)?;
            let mut planned = Vec::new();
            for letter in letters.iter().filter(|letter| letter.state.is_waiting()) {
                planned.push(PlannedLetter::of(read, letter)?);
            }
            Ok(planned)
        })
    }

    /// What somebody should see to.
    ///
    /// # Errors
    /// Those of the store.
    pub fn doctor(&self) -> Result<Vec<Finding>, Error> {
        self.store.read(|read| {
            let mut findings = Vec::new();
            match (desk::optional(read, "mail.smtp.host")?, desk::optional(read, "mail.from")?) {
                (None, _) => findings.push(Finding::NoMailServer),
                (Some(_), None) => findings.push(Finding::NoMailFrom),
                _ => {}
            }
            if desk::value(read, "mail.hold")? == "on" {
                findings.push(Finding::MailHeld);
            }
            let letters = read.unsent_letters(MOST_LETTERS)?;
            let given_up = letters.iter().filter(|letter| letter.state == LetterState::Dead).count();
            if given_up > 0 {
                findings.push(Finding::LettersGivenUp { count: given_up });
            }
            let hour_ago = self.now.minus(Span::hours(1));
            let late: Vec<_> =
                letters.iter().filter(|letter| letter.state.is_waiting() && letter.created_at < hour_ago).collect();
            if let Some(oldest) = late.iter().min_by_key(|letter| letter.created_at) {
                let (since, error) = (oldest.created_at, oldest.last_error.clone());
                findings.push(Finding::LettersWait { count: late.len(), since, error });
            }
            let secretaries = read.people(&PeoplePage { role: Some(Role::Secretary), after: None, limit: 1 })?;
            if secretaries.is_empty() && desk::optional(read, "mail.role.secretary")?.is_none() {
                findings.push(Finding::NoSecretary);
            }
            if desk::optional(read, "desk.phone")?.is_none() {
                findings.push(Finding::NoPhone);
            }
            findings.extend(calendar::findings(read, self.now)?);
            let last = read.last_audit()?;
            let before = last.as_ref().map_or(0, |last| last.sequence.saturating_sub(2));
            let links = read.audit(before, 2)?;
            if let [(one, _), (other, _)] = links.as_slice()
                && one.hash() != other.previous
            {
                findings.push(Finding::AuditBroken);
            }
            Ok(findings)
        })
    }
}
