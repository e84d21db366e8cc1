//! What the client of a ticket said last: shown to whoever looks after late answers, and carried by the letters about them.

use crate::domain::entry::{Content, EntryId};
use crate::domain::ticket::Ticket;
use crate::domain::time::Timestamp;
use crate::store::{Read, StoreError};

/// So many entries before the last public text are looked at, so that no long thread is read for it.
const LOOKED_BACK: u32 = 64;

/// A client's words.
pub(super) struct LastMessage {
    /// Where in the thread.
    pub id: EntryId,
    /// When they were said.
    pub at: Timestamp,
    /// What they are.
    pub words: String,
}

/// What the client said last, whoever wrote it down for them and whoever was the client then. It nearly always is the last public
/// text: behind it are only answers that leave a ticket waiting.
///
/// # Errors
/// Those of the store.
pub(super) fn last_message(read: &dyn Read, ticket: &Ticket) -> Result<Option<LastMessage>, StoreError> {
    let last = ticket.tally.last_public_text;
    for place in (last.saturating_sub(LOOKED_BACK)..last).rev() {
        if let Some(entry) = read.entry(ticket.seq, EntryId(place + 1))?
            && let Content::Message(words) = entry.content
        {
            return Ok(Some(LastMessage { id: entry.id, at: entry.at, words }));
        }
    }
    Ok(None)
}
