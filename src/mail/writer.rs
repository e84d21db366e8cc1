//! Writes a letter block by block: what `tickets.rs`, `summary.rs` and `accounts.rs` have in common.

use super::MailError;
use super::clean;
use super::facts::{AttachmentFacts, Composition, TextFacts, TextKind};
use super::files::{MOST_ATTACHED_BYTES, size_in_words};
use super::sheet::Block;
use crate::domain::account::Role;
use crate::domain::fault::{Fault, FaultKind};
use crate::domain::language::Language;
use crate::domain::letter::Matter;
use crate::domain::notice::Notice;
use crate::domain::text::path_word;
use crate::domain::ticket::TicketNumber;
use crate::domain::time::Timestamp;
use crate::i18n::{Value, letter_dates};

/// The most characters of a name, a handle, a topic in a letter.
const LONGEST_LINE: usize = 200;
/// How many files a letter names that it does not carry.
const MOST_NAMED_FILES: usize = 30;

/// A letter while it is written.
pub(super) struct Writer<'a> {
    /// What it may say.
    pub composition: &'a Composition<'a>,
    /// What it says so far.
    pub blocks: Vec<Block>,
}

impl<'a> Writer<'a> {
    /// A letter that greets its recipient.
    pub fn new(composition: &'a Composition<'a>) -> Self {
        let mut writer = Self { composition, blocks: Vec::new() };
        let greeting = match composition.recipient_name.as_deref().map(line).filter(|name| !name.is_empty()) {
            Some(name) => composition.words.format("letter-greeting", &[("name", name.into())]),
            None => composition.words.text("letter-greeting-nobody"),
        };
        writer.blocks.push(Block::Paragraph(greeting));
        if let Some(absent) = &composition.stands_in {
            let (name, when) = (line(&absent.name), writer.when(absent.until));
            writer.say("letter-stands-in", &[("name", name.into()), ("when", when.into())]);
        }
        writer
    }

    /// The words of an id with values put in.
    pub fn words(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        self.composition.words.format(id, values)
    }

    /// A paragraph with the words of an id.
    pub fn say(&mut self, id: &str, values: &[(&str, Value<'_>)]) {
        let words = self.words(id, values);
        self.blocks.push(Block::Paragraph(words));
    }

    /// The name of the desk.
    pub fn desk(&self) -> String {
        line(&self.composition.desk.name)
    }

    /// The language of the letter.
    pub fn language(&self) -> Language {
        self.composition.words.language()
    }

    /// A date for the middle of a sentence.
    pub fn when(&self, at: Timestamp) -> String {
        letter_dates::in_sentence(self.language(), self.composition.desk.zone, at, self.composition.now)
    }

    /// A time by which something is due, for the middle of a sentence.
    pub fn deadline(&self, at: Timestamp) -> String {
        letter_dates::deadline_in_sentence(self.language(), self.composition.desk.zone, at, self.composition.now)
    }

    /// The same where it stands by itself.
    pub fn deadline_date(&self, at: Timestamp) -> String {
        letter_dates::deadline_by_itself(self.language(), self.composition.desk.zone, at, self.composition.now)
    }

    /// A date that stands by itself.
    pub fn date(&self, at: Timestamp) -> String {
        letter_dates::by_itself(self.language(), self.composition.desk.zone, at, self.composition.now)
    }

    /// The desk's telephone with its hours and its cost, if it has one.
    pub fn phone(&self) -> Option<String> {
        let desk = self.composition.desk;
        let phone = desk.phone.as_deref().map(line).filter(|phone| !phone.is_empty())?;
        let more: Vec<_> = [&desk.phone_hours, &desk.phone_cost].into_iter().flatten().map(|more| line(more)).collect();
        Some(if more.is_empty() { phone } else { format!("{phone} ({})", more.join("; ")) })
    }

    /// A command line: `verb` is the id of the verb's word, the rest is quoted where a shell needs it.
    pub fn command(&mut self, verb: &str, arguments: &[&str]) {
        let command = self.command_line(verb, arguments);
        self.blocks.push(Block::Command(command));
    }

    /// The next step: what for, and its command line.
    pub fn next(&mut self, purpose: &str, verb: &str, arguments: &[&str]) {
        self.say(purpose, &[]);
        self.command(verb, arguments);
    }

    fn command_line(&self, verb: &str, arguments: &[&str]) -> String {
        let mut command = format!("taquilla {}", self.words(verb, &[]));
        for argument in arguments {
            command.push(' ');
            command.push_str(&clean::shell_word(&line(argument)));
        }
        command
    }

    /// Somebody's words, at most `most_bytes` of them.
    pub fn writing(&mut self, head: String, text: &TextFacts, most_bytes: usize) {
        let (start, is_cut) = clean::start(&text.body, most_bytes);
        let body = clean::body(start);
        let mut foot = Vec::new();
        if is_cut {
            foot.push(self.words("letter-text-cut", &[]));
        }
        if !text.attachments.is_empty() {
            let names: Vec<_> = text.attachments.iter().take(MOST_NAMED_FILES).map(|file| self.file(file)).collect();
            foot.push(self.words("letter-files-here", &[("files", names.join(", ").into())]));
        }
        self.blocks.push(Block::Writing { head, body, foot });
    }

    /// The line above somebody's words: who wrote them and when.
    pub fn head_of(&self, text: &TextFacts) -> String {
        let role = match text.author_role {
            Role::Client => "letter-role-client",
            Role::Agent => "letter-role-agent",
            Role::Secretary => "letter-role-secretary",
            Role::Care => "letter-role-care",
            Role::Admin => "letter-role-admin",
        };
        let (id, when) = match text.kind {
            TextKind::Message => ("letter-text-message", self.when(text.at)),
            TextKind::Reply => ("letter-text-reply", self.when(text.at)),
            TextKind::Note => ("letter-text-note", self.date(text.at)),
        };
        // The sentence about a client's words does without the role.
        let role = self.words(role, &[]);
        self.words(id, &[("author", line(&text.author_name).into()), ("role", role.into()), ("when", when.into())])
    }

    /// The files that the letter does not carry, with the commands that bring them.
    pub fn files_left(&mut self, number: &TicketNumber, left: &[&AttachmentFacts]) {
        if left.is_empty() {
            return;
        }
        self.say("letter-files-left-out", &[("count", left.len().into())]);
        for file in left.iter().take(MOST_NAMED_FILES) {
            let name = self.file(file);
            self.blocks.push(Block::Paragraph(name));
            // What no letter can carry is fetched into a file.
            if file.file.size > MOST_ATTACHED_BYTES {
                let name = &file.file.name;
                let path = path_word(name);
                self.command("letter-verb-attachment", &[number.as_str(), &file.id, "-o", &path]);
            } else {
                self.command("letter-verb-attachment", &[number.as_str(), &file.id, "--mail"]);
            }
        }
        if left.len() > MOST_NAMED_FILES {
            self.say("letter-files-more", &[("count", (left.len() - MOST_NAMED_FILES).into())]);
        }
    }

    /// Whether the foot of the letter names the telephone: where a ticket is opened, and where something may be wrong.
    fn may_call(&self) -> bool {
        let letter = self.composition.letter;
        let is_in_doubt = matches!(letter.matter, Matter::AddressChanged { .. } | Matter::AddressUnknown);
        !self.composition.recipient_is_staff && (is_in_doubt || letter.notice == Notice::Opened)
    }

    fn file(&self, file: &AttachmentFacts) -> String {
        format!("{} ({})", line(&file.file.name), size_in_words(self.language(), file.file.size))
    }

    /// The end of the letter: the desk's name and page, and how to answer. `is_ticket`: answers by mail reach it.
    pub fn finish(mut self, is_ticket: bool) -> Vec<Block> {
        let desk = self.composition.desk;
        let closing = self.words("letter-closing", &[]);
        let url = desk.url.as_deref().map(line);
        self.blocks.push(Block::Signature { closing, name: self.desk(), url });
        let mut small = Vec::new();
        match (&desk.reply_to, &desk.contact) {
            (Some(_), _) if is_ticket && !self.composition.recipient_is_suspended => {
                small.push(self.words("letter-small-reply", &[]))
            }
            (_, Some(contact)) if !self.composition.recipient_is_staff => {
                small.push(self.words("letter-small-contact", &[("contact", contact.as_str().into())]));
            }
            (_, None) => small.push(self.words("letter-small-automatic", &[])),
            _ => {}
        }
        if let Some(phone) = self.phone().filter(|_| self.may_call()) {
            small.push(self.words("letter-small-phone", &[("phone", phone.into())]));
        }
        if !small.is_empty() {
            self.blocks.push(Block::Small(small.join("\n")));
        }
        self.blocks
    }
}

/// Somebody's short text as one clean line.
pub(super) fn line(text: &str) -> String {
    clean::one_line(text, LONGEST_LINE)
}

/// A letter whose facts are missing can never be composed.
pub(super) fn missing(what: &str) -> MailError {
    MailError::Permanent(Fault::new(FaultKind::Unmade, what))
}
