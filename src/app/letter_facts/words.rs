//! What somebody wrote in a thread, as a letter carries it.

use super::Scribe;
use crate::app::view::{self, Places};
use crate::domain::account::Role;
use crate::domain::entry::{Content, Entry};
use crate::domain::letter::Matter;
use crate::mail::{AttachmentFacts, TextFacts, TextKind};
use crate::store::StoreError;

impl Scribe<'_> {
    pub(super) fn text(&self, places: &Places, entry: &Entry) -> Result<Option<TextFacts>, StoreError> {
        let (kind, body) = match &entry.content {
            Content::Message(body) => (TextKind::Message, body),
            Content::Reply(body) => (TextKind::Reply, body),
            Content::Note(body) => (TextKind::Note, body),
            Content::Event(_) => return Ok(None),
        };
        let place = places.place(entry.id).unwrap_or_default();
        let wanted = match self.letter.matter {
            Matter::Ticket { file, .. } => file.map(|file| file as usize),
            _ => None,
        };
        let attachments = entry.attachments.iter().enumerate();
        let attachments = attachments.filter(|(index, _)| wanted.is_none_or(|wanted| wanted == *index));
        let attachments =
            attachments.map(|(index, file)| AttachmentFacts { id: view::attachment_id(place, index), file: file.clone() });
        Ok(Some(TextFacts { attachments: attachments.collect(), ..self.writing(kind, body, entry)? }))
    }

    /// Somebody's words, without files.
    pub(super) fn writing(&self, kind: TextKind, body: &str, entry: &Entry) -> Result<TextFacts, StoreError> {
        let author = entry.author.map_or(Ok(None), |author| self.read.account(author))?;
        Ok(TextFacts {
            kind,
            author_name: author.as_ref().map_or_else(String::new, |author| author.name.as_str().to_owned()),
            author_role: author.map_or(Role::Client, |author| author.role),
            at: entry.at,
            body: body.to_owned(),
            attachments: Vec::new(),
        })
    }
}
