//! A composed letter as bytes that never change: what is kept while it waits, and what leaves.
//!
//! Everything but the attachments stands in it ready made; those are spliced in from the store by their hash, so that a letter
//! with 7 MiB of files takes a few kilobytes in the outbox. Knows nothing of words, and of lettre only what an attachment's
//! headers look like.

use data_encoding::BASE64;
use lettre::message::header::{ContentDisposition, ContentTransferEncoding, ContentType, Headers};

use super::facts::AttachmentFacts;
use super::{Envelope, MailError, headers};
use crate::domain::account::EmailAddress;
use crate::domain::entry::BlobHash;
use crate::domain::fault::{Fault, FaultKind};

/// The first bytes of every frozen letter; the last one counts the versions of this framing.
const MAGIC: &[u8; 4] = b"TQL\x02";
/// The same of the first version, which kept nothing to be shown.
const FIRST_MAGIC: &[u8; 4] = b"TQL\x01";
/// How many bytes of a file go on a line of base 64 with 76 characters.
const LINE_OF_FILE: usize = 57;

/// A letter that was composed and will never change: rendering it gives the same message to the byte each time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    envelope: Envelope,
    /// Subject and plain text, for whoever looks at the outbox; what leaves is the message.
    shown: Option<(String, String)>,
    /// The message up to its attachments.
    beginning: Vec<u8>,
    files: Vec<FrozenFile>,
    /// What follows the attachments.
    end: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct FrozenFile {
    /// The delimiter, the headers and the empty line.
    head: Vec<u8>,
    hash: BlobHash,
    size: u64,
}

impl Frozen {
    /// A letter without attachments.
    pub(super) fn whole(envelope: Envelope, message: Vec<u8>) -> Self {
        Self { envelope, shown: None, beginning: message, files: Vec::new(), end: Vec::new() }
    }

    /// The same letter with its subject and its plain text beside it.
    #[must_use]
    pub(super) fn with_shown(self, subject: &str, text: &str) -> Self {
        Self { shown: Some((subject.to_owned(), text.to_owned())), ..self }
    }

    /// Its subject and its plain text, with the code if it brings one; `None` for one that an earlier version composed.
    pub fn shown(&self) -> Option<(&str, &str)> {
        self.shown.as_ref().map(|(subject, text)| (subject.as_str(), text.as_str()))
    }

    /// A letter with attachments: `beginning` ends before the delimiter of the first one, made of `boundary`.
    pub(super) fn with_files(envelope: Envelope, beginning: Vec<u8>, boundary: &str, files: &[&AttachmentFacts]) -> Self {
        let files = files
            .iter()
            .map(|file| FrozenFile {
                head: format!("--{boundary}\r\n{}\r\n", file_headers(file)).into_bytes(),
                hash: file.file.hash,
                size: file.file.size,
            })
            .collect();
        Self { envelope, shown: None, beginning, files, end: format!("--{boundary}--\r\n").into_bytes() }
    }

    /// From whom to whom it travels.
    pub fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// What its attachments are kept under, in their order.
    pub fn attachments(&self) -> impl Iterator<Item = &BlobHash> {
        self.files.iter().map(|file| &file.hash)
    }

    /// The message as it leaves: RFC 5322, 7-bit, lines that end with CRLF. `fetch` gives the bytes of an attachment.
    ///
    /// # Errors
    /// Those of `fetch`, and `Permanent` when what it gives is not as long as what was attached.
    pub fn render(&self, fetch: &mut dyn FnMut(&BlobHash) -> Result<Vec<u8>, MailError>) -> Result<Vec<u8>, MailError> {
        let mut message = self.beginning.clone();
        for file in &self.files {
            let bytes = fetch(&file.hash)?;
            if bytes.len() as u64 != file.size {
                return Err(MailError::Permanent(FaultKind::Attachment.into()));
            }
            message.reserve(file.head.len() + bytes.len() / LINE_OF_FILE * 78 + 80);
            message.extend_from_slice(&file.head);
            for line in bytes.chunks(LINE_OF_FILE) {
                message.extend_from_slice(BASE64.encode(line).as_bytes());
                message.extend_from_slice(b"\r\n");
            }
        }
        message.extend_from_slice(&self.end);
        Ok(message)
    }

    /// The letter as the outbox keeps it. A letter with a code holds it in clear text: wipe these bytes with the row's secret.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = if self.shown.is_some() { MAGIC } else { FIRST_MAGIC }.to_vec();
        push(&mut bytes, self.envelope.from.as_str().as_bytes());
        push(&mut bytes, self.envelope.to.as_str().as_bytes());
        if let Some((subject, text)) = &self.shown {
            push(&mut bytes, subject.as_bytes());
            push(&mut bytes, text.as_bytes());
        }
        push(&mut bytes, &self.beginning);
        bytes.extend_from_slice(&(self.files.len() as u64).to_be_bytes());
        for file in &self.files {
            push(&mut bytes, &file.head);
            bytes.extend_from_slice(&file.hash.0);
            bytes.extend_from_slice(&file.size.to_be_bytes());
        }
        push(&mut bytes, &self.end);
        bytes
    }

    /// Reads what [`Frozen::to_bytes`] wrote.
    ///
    /// # Errors
    /// `Permanent` for anything else, also for what a newer version of this program wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, MailError> {
        let mut rest = Reader(bytes);
        let unreadable =
            || MailError::Permanent(Fault::new(FaultKind::Unmade, "it was kept in a way that this version cannot read"));
        rest.read().ok_or_else(unreadable)
    }
}

fn push(bytes: &mut Vec<u8>, field: &[u8]) {
    bytes.extend_from_slice(&(field.len() as u64).to_be_bytes());
    bytes.extend_from_slice(field);
}

/// Reads the framing; every read that goes beyond the end is `None`, so that a false length allocates nothing.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn read(&mut self) -> Option<Frozen> {
        let magic = self.take(MAGIC.len())?;
        (magic == MAGIC || magic == FIRST_MAGIC).then_some(())?;
        let from = EmailAddress::parse(std::str::from_utf8(self.field()?).ok()?)?;
        let to = EmailAddress::parse(std::str::from_utf8(self.field()?).ok()?)?;
        let mut text = || std::str::from_utf8(self.field()?).ok().map(str::to_owned);
        let shown = if magic == MAGIC { Some((text()?, text()?)) } else { None };
        let beginning = self.field()?.to_vec();
        let mut files = Vec::new();
        for _ in 0..self.number()? {
            let head = self.field()?.to_vec();
            let hash = BlobHash(self.take(32)?.try_into().ok()?);
            files.push(FrozenFile { head, hash, size: self.number()? });
        }
        let end = self.field()?.to_vec();
        self.0.is_empty().then_some(Frozen { envelope: Envelope { from, to }, shown, beginning, files, end })
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u64> {
        Some(u64::from_be_bytes(self.take(8)?.try_into().ok()?))
    }

    fn field(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        self.take(length)
    }
}

/// The headers of an attachment.
fn file_headers(file: &AttachmentFacts) -> Headers {
    let mut headers = Headers::new();
    headers.set(media_type(&file.file.media_type));
    let name = super::clean::one_line(&file.file.name, 200);
    if name.is_ascii() && name.contains("=?") {
        headers.insert_raw(headers::file_name(&name));
    } else {
        headers.set(ContentDisposition::attachment(&name));
    }
    headers.set(ContentTransferEncoding::Base64);
    headers
}

/// The media type of an attachment. Composite ones may not travel in base 64 (RFC 2046), so they travel as bytes.
fn media_type(text: &str) -> ContentType {
    const BYTES: &str = "application/octet-stream";
    let is_simple = text.len() <= 100
        && text.split_once('/').is_some_and(|(kind, subtype)| {
            let is_token =
                |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-+._".contains(&byte));
            is_token(kind) && is_token(subtype) && !matches!(kind, "message" | "multipart")
        });
    let bytes = || ContentType::parse(BYTES).unwrap_or(ContentType::TEXT_PLAIN);
    if is_simple { ContentType::parse(text).unwrap_or_else(|_| bytes()) } else { bytes() }
}
