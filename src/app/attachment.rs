//! `attachment`: files of a thread, and staging them before they belong to one.

use sha2::{Digest, Sha256};

use super::change::{Call, Outcome, Receipt};
use super::directory::Addressee;
use super::view::{AttachmentView, Places, parse_attachment_id};
use super::viewer::Viewer;
use super::{App, Error, desk, gate};
use crate::auth;
use crate::domain::entry::{Attachment, BlobHash, EntryId};
use crate::domain::letter::{CommandId, Matter};
use crate::domain::notice::Notice;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::settings;
use crate::domain::ticket::TicketNumber;
use crate::store::{BLOB_CHUNK, Blob, Read, Store, StoreError};

/// The most bytes that one file may have.
///
/// # Errors
/// Those of the store.
pub fn largest(read: &dyn Read) -> Result<u64, StoreError> {
    let text = desk::value(read, "attachment.max")?;
    settings::parse_size(&text).ok_or_else(|| StoreError::Corrupt(format!("attachment.max: {text}")))
}

impl<S: Store> App<'_, S> {
    /// The most bytes that one file may have.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn largest_attachment(&self) -> Result<u64, Error> {
        self.store.read(|read| {
            self.actor(read)?;
            Ok(largest(read)?)
        })
    }

    /// Keeps a file's bytes until an entry takes them up. What is kept already is not kept again.
    ///
    /// # Errors
    /// `AttachmentTooLarge`; those of the gate and of the store.
    pub fn stage(&self, name: String, media_type: String, bytes: &[u8], dry_run: bool) -> Result<Attachment, Error> {
        let hash = BlobHash(Sha256::digest(bytes).into());
        let size = bytes.len() as u64;
        let known = self.store.read(|read| -> Result<bool, Error> {
            self.actor(read)?;
            let most = largest(read)?;
            if size > most {
                return Err(Refusal::AttachmentTooLarge { name: name.clone(), most }.into());
            }
            // One that was staged long ago and never taken up may be swept before this command commits.
            Ok(read.blob(&hash)?.is_some_and(|blob| self.now < blob.staged_at.plus(crate::domain::time::Span::hours(1))))
        })?;
        let attachment = Attachment { name, media_type, size, hash };
        if known || dry_run {
            return Ok(attachment);
        }
        let label = data_encoding::HEXLOWER.encode(&hash.0);
        let id = CommandId(auth::derive_bytes(&self.seed, &label, 0));
        self.store.write(&id, |tx| -> Result<(), Error> {
            for (index, chunk) in bytes.chunks(BLOB_CHUNK).enumerate() {
                tx.put_blob_chunk(&hash, u32::try_from(index).unwrap_or(u32::MAX), chunk)?;
            }
            tx.put_blob(&hash, Blob { size, staged_at: self.now })?;
            Ok(tx.remember_command(&id, self.now)?)
        })?;
        Ok(attachment)
    }

    /// The files of a ticket that somebody may see.
    ///
    /// # Errors
    /// `TicketNotFound`; those of the gate and of the store.
    pub fn attachments(&self, number: &TicketNumber) -> Result<Vec<AttachmentView>, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            let ticket = actor.ticket(read, number, Action::Read)?;
            Ok(Viewer::new(read, &actor, self.language, self.now).files(ticket.seq)?)
        })
    }

    /// One file of a ticket; its bytes are given piece by piece.
    ///
    /// # Errors
    /// `TicketNotFound`, `AttachmentNotFound`; those of the gate, of the store and of `give`.
    pub fn attachment<E: From<Error> + From<StoreError>>(
        &self,
        number: &TicketNumber,
        id: &str,
        mut give: impl FnMut(&Attachment, &[u8]) -> Result<(), E>,
    ) -> Result<Attachment, E> {
        self.store.read(|read| {
            let (_, _, attachment) = self.find_attachment(read, number, id)?;
            let mut index = 0;
            let mut given = 0;
            let mut hash = Sha256::new();
            while given < attachment.size {
                let chunk = read.blob_chunk(&attachment.hash, index)?;
                let chunk = chunk.ok_or_else(|| StoreError::Corrupt(format!("attachment {id} of {number} is incomplete")))?;
                hash.update(&chunk);
                give(&attachment, &chunk)?;
                given += chunk.len() as u64;
                index += 1;
            }
            if given != attachment.size || hash.finalize().as_slice() != attachment.hash.0 {
                return Err(StoreError::Corrupt(format!("attachment {id} of {number} is damaged")).into());
            }
            Ok(attachment)
        })
    }

    fn find_attachment(
        &self,
        read: &dyn Read,
        number: &TicketNumber,
        id: &str,
    ) -> Result<(gate::Actor, EntryId, Attachment), Error> {
        let actor = self.actor(read)?;
        let ticket = actor.ticket(read, number, Action::Read)?;
        let (place, index) = parse_attachment_id(id)?;
        let not_found = || Refusal::AttachmentNotFound { id: id.to_owned() };
        let places = Places::of(&read.outline(ticket.seq)?, actor.visibility().is_staff());
        let entry_id = places.entry(place).ok_or_else(not_found)?;
        let entry = read.entry(ticket.seq, entry_id)?.ok_or_else(not_found)?;
        let attachment = entry.attachments.get(index).cloned().ok_or_else(not_found)?;
        Ok((actor, entry_id, attachment))
    }

    /// Mails one file, and no other of its text, to one's own address.
    ///
    /// # Errors
    /// `TicketNotFound`, `AttachmentNotFound`; those of the gate and of the store.
    pub fn mail_attachment(
        &self,
        call: &Call,
        number: &TicketNumber,
        id: &str,
        receipt: Receipt<'_, Attachment>,
    ) -> Result<Outcome<Attachment>, Error> {
        self.change("attachment", call, receipt, |change, actor| {
            let ticket = actor.ticket(change.read(), number, Action::Read)?;
            let (_, entry, file) = self.find_attachment(change.read(), number, id)?;
            let (_, index) = parse_attachment_id(id)?;
            let place = u32::try_from(index).ok();
            let matter = Matter::Ticket { ticket: ticket.seq, entries: vec![entry], file: place };
            change.outbox.direct(Notice::Copy, matter, Addressee::account(&actor.account), None);
            change.note(serde_json::json!({ "ticket": number.as_str(), "attachment": id, "file": file.name, "what": "mailed" }));
            Ok(file)
        })
    }
}
