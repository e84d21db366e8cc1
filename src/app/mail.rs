//! `mail`: the outbox as staff see it.

use super::change::{Call, Done, Outcome, Receipt};
use super::directory::Addressee;
use super::outbox::PlannedLetter;
use super::{App, Error, desk, letter_facts};
use crate::domain::account::EmailAddress;
use crate::domain::fault::Fault;
use crate::domain::letter::{Letter, LetterId, LetterState, Matter};
use crate::domain::notice::Notice;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::time::Timestamp;
use crate::mail::Frozen;
use crate::store::{Read, Store, StoreError};

/// A letter as staff see it; never its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterView {
    /// What it is kept under, in hexadecimal; its beginning will do.
    pub id: String,
    /// The same as the store takes it.
    pub key: LetterId,
    /// Where it goes.
    pub to: String,
    /// What it is about.
    pub notice: Notice,
    /// The tickets that it tells of.
    pub tickets: Vec<String>,
    /// Where it stands: `pending`, `leased`, `retry`, `sent`, `dead`, `dropped`, `cancelled`.
    pub state: &'static str,
    /// When it was queued.
    pub created_at: Timestamp,
    /// Before when it is not tried.
    pub next_attempt_at: Option<Timestamp>,
    /// How often it was tried.
    pub attempts: u32,
    /// What the last attempt ended with.
    pub last_error: Option<Fault>,
    /// Whether this command changed it.
    pub changed: bool,
}

/// What stands for a code where it is shown.
const MASK: &str = "****-****";

/// What a letter says, without its code.
pub enum Shown {
    /// It was composed, and leaves as it is.
    Composed {
        /// Its subject.
        subject: String,
        /// Its plain text.
        text: String,
    },
    /// It would be composed from this row now.
    Anew(Box<Letter>),
}

fn view(read: &dyn Read, letter: &Letter) -> Result<LetterView, StoreError> {
    let mut tickets = Vec::new();
    for seq in letter.tickets() {
        tickets.extend(read.ticket(seq)?.map(|ticket| ticket.number.as_str().to_owned()));
    }
    Ok(LetterView {
        id: id_text(&letter.id),
        key: letter.id,
        to: letter.to.as_str().to_owned(),
        notice: letter.notice,
        tickets,
        state: letter.state.detail(),
        created_at: letter.created_at,
        next_attempt_at: letter.state.is_waiting().then_some(letter.not_before),
        attempts: letter.attempts,
        last_error: letter.last_error.clone(),
        changed: false,
    })
}

/// An id as people see it.
pub fn id_text(id: &LetterId) -> String {
    data_encoding::HEXLOWER.encode(&id.0)
}

/// The first id that may begin so; none where none does.
pub fn first_id(beginning: &str) -> Option<LetterId> {
    let whole = format!("{:0<32}", beginning.to_ascii_lowercase());
    let bytes = data_encoding::HEXLOWER.decode(whole.as_bytes()).ok()?;
    bytes.try_into().ok().map(LetterId)
}

/// The letter that an id or its beginning stands for.
///
/// # Errors
/// `LetterNotFound`, also where the beginning fits several.
pub fn find(read: &dyn Read, id: &str) -> Result<Letter, Error> {
    let not_found = || Refusal::LetterNotFound { id: id.chars().take(40).collect() };
    let wanted = id.to_ascii_lowercase();
    let first = first_id(&wanted).filter(|_| wanted.len() >= 4).ok_or_else(not_found)?;
    let letters = read.letters_from(&first, 2)?;
    let mut fitting = letters.into_iter().filter(|letter| id_text(&letter.id).starts_with(&wanted));
    match (fitting.next(), fitting.next()) {
        (Some(letter), None) => Ok(letter),
        _ => Err(not_found().into()),
    }
}

impl<S: Store> App<'_, S> {
    /// The letters that wait or were given up, next attempt first: so many of them at most, and whether there are more.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn mail_queue(&self, limit: Option<usize>) -> Result<(Vec<LetterView>, bool), Error> {
        self.store.read(|read| {
            self.actor(read)?.demand(Action::ReadMail)?;
            let most = limit.unwrap_or(usize::MAX);
            let mut letters = read.unsent_letters(most.saturating_add(1))?;
            let more = letters.len() > most;
            letters.truncate(most);
            Ok((letters.iter().map(|letter| view(read, letter)).collect::<Result<_, StoreError>>()?, more))
        })
    }

    /// One letter, with what its reader will find in it: as it was composed, or the row that it would be composed from.
    ///
    /// # Errors
    /// `LetterNotFound`; those of the gate and of the store.
    pub fn mail_show(&self, id: &str) -> Result<(LetterView, Shown), Error> {
        self.store.read(|read| {
            self.actor(read)?.demand(Action::ReadMail)?;
            let mut letter = find(read, id)?;
            let view = view(read, &letter)?;
            let frozen = read.frozen(&letter.id)?.and_then(|bytes| Frozen::from_bytes(&bytes).ok());
            let shown = frozen.as_ref().and_then(Frozen::shown).map(|(subject, text)| match &letter.matter {
                Matter::Code { code: Some(code), .. } => (subject.replace(code, MASK), text.replace(code, MASK)),
                _ => (subject.to_owned(), text.to_owned()),
            });
            if let Matter::Code { code, .. } = &mut letter.matter {
                *code = Some(MASK.to_owned());
            }
            Ok((view, shown.map_or_else(|| Shown::Anew(Box::new(letter)), |(subject, text)| Shown::Composed { subject, text })))
        })
    }

    /// What has become of letters; those that are not kept are left out.
    ///
    /// # Errors
    /// Those of the store.
    pub fn letters(&self, ids: &[LetterId]) -> Result<Vec<Letter>, Error> {
        self.store.read(|read| {
            let letters: Result<_, StoreError> = ids.iter().filter_map(|id| read.letter(id).transpose()).collect();
            Ok(letters?)
        })
    }

    /// How the letters of a list stand now; those that are not kept any more stay as they were.
    ///
    /// # Errors
    /// Those of the store.
    pub fn letters_anew(&self, views: Vec<LetterView>) -> Result<Vec<LetterView>, Error> {
        self.store.read(|read| {
            let anew = |before: LetterView| match read.letter(&before.key)? {
                Some(letter) => Ok(LetterView { changed: before.changed, ..view(read, &letter)? }),
                None => Ok(before),
            };
            Ok(views.into_iter().map(anew).collect::<Result<_, StoreError>>()?)
        })
    }

    /// Whether whoever is logged in may look into the outbox.
    ///
    /// # Errors
    /// Those of the store.
    pub fn may_read_mail(&self) -> Result<bool, Error> {
        self.store.read(|read| Ok(self.actor(read).is_ok_and(|actor| actor.may(Action::ReadMail))))
    }

    /// Whether the desk holds all letters back.
    ///
    /// # Errors
    /// Those of the store.
    pub fn is_mail_held(&self) -> Result<bool, Error> {
        self.store.read(|read| Ok(desk::value(read, "mail.hold")? == "on"))
    }

    /// Tries letters again at once, also given up ones.
    ///
    /// # Errors
    /// `LetterNotFound`, `LetterNotWaiting`, `LetterLeaving`, `LetterWithoutCode`; those of the gate and of the store.
    pub fn mail_retry(
        &self,
        call: &Call,
        ids: &[String],
        receipt: Receipt<'_, Vec<LetterView>>,
    ) -> Result<Outcome<Vec<LetterView>>, Error> {
        let mut planned = Vec::new();
        let outcome = self.change("mail retry", call, receipt, |change, actor| {
            actor.demand(Action::RetryMail)?;
            planned.clear();
            let mut views = Vec::new();
            for id in ids {
                let mut letter = find(change.read(), id)?;
                match letter.state {
                    LetterState::Leased { until, .. } if change.now < until => return Err(Refusal::LetterLeaving.into()),
                    // A code that was wiped cannot be sent any more.
                    LetterState::Dead if letter.has_secret() => return Err(Refusal::LetterWithoutCode.into()),
                    LetterState::Pending | LetterState::Retry | LetterState::Leased { .. } | LetterState::Dead => {}
                    _ => return Err(Refusal::LetterNotWaiting.into()),
                }
                // The address may be what kept it from arriving.
                let before = letter.to.clone();
                letter_facts::address_anew(change.read(), &mut letter)?;
                if letter.to != before {
                    change.write().put_frozen(&letter.id, None)?;
                }
                letter.state = if call.lease { LetterState::handed_to(change.command, change.now) } else { LetterState::Pending };
                letter.not_before = change.now;
                // Giving up is counted from the time somebody asked again.
                letter.settled_at = change.now;
                change.write().put_letter(&letter)?;
                planned.push(PlannedLetter::of(change.read(), &letter)?);
                views.push(LetterView { changed: true, ..view(change.read(), &letter)? });
            }
            change.outbox.is_urgent = true;
            views.iter().for_each(|view| change.note(serde_json::json!({ "letter": view.id })));
            change.note(serde_json::json!({ "letters": ids.len() }));
            Ok(views)
        })?;
        Ok(match outcome {
            // They were queued long ago; a rehearsal says all the same that they would leave.
            Outcome::Done(done) if call.dry_run => Outcome::Done(Done { mail: planned, ..done }),
            outcome => outcome,
        })
    }

    /// Drops letters that wait; what is dropped already is already so.
    ///
    /// # Errors
    /// `LetterNotFound`, `LetterNotWaiting` for one that was sent; those of the gate and of the store.
    pub fn mail_drop(
        &self,
        call: &Call,
        ids: &[String],
        receipt: Receipt<'_, Vec<LetterView>>,
    ) -> Result<Outcome<Vec<LetterView>>, Error> {
        self.change("mail drop", call, receipt, |change, actor| {
            actor.demand(Action::ManageMail)?;
            let mut views = Vec::new();
            for id in ids {
                let mut letter = find(change.read(), id)?;
                let changed = match letter.state {
                    LetterState::Sent => return Err(Refusal::LetterNotWaiting.into()),
                    LetterState::Dropped | LetterState::Cancelled => false,
                    _ => true,
                };
                if changed {
                    letter.settle(LetterState::Dropped, change.now);
                    change.write().put_letter(&letter)?;
                    change.write().put_frozen(&letter.id, None)?;
                }
                views.push(LetterView { changed, ..view(change.read(), &letter)? });
            }
            for view in views.iter().filter(|view| view.changed) {
                change.note(serde_json::json!({ "letter": view.id }));
            }
            change.note(serde_json::json!({ "letters": ids.len() }));
            Ok(views)
        })
    }

    /// Queues a letter that tries the mail out.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn mail_test(&self, call: &Call, to: &EmailAddress, receipt: Receipt<'_, ()>) -> Result<Outcome<()>, Error> {
        self.change("mail test", call, receipt, |change, actor| {
            actor.demand(Action::ManageMail)?;
            // An account's address belongs to it alone, and is gone when that is erased.
            change.note(match change.read().account_by_email(to)? {
                Some(account) => serde_json::json!({ "account": account.handle.as_str() }),
                None => serde_json::json!({ "email": to.as_str() }),
            });
            let addressee = Addressee::stranger(to, actor.account.language);
            change.outbox.direct(Notice::Test, Matter::Test, addressee, None);
            change.outbox.is_urgent = true;
            Ok(())
        })
    }

    /// How many letters wait or were given up, at most `limit`; for anybody who owns the desk or just queued one.
    ///
    /// # Errors
    /// Those of the store.
    pub fn unsent(&self, limit: usize) -> Result<Vec<Letter>, Error> {
        self.store.read(|read| Ok(read.unsent_letters(limit)?))
    }
}
