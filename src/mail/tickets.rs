//! What the letters about one ticket say.
//!
//! A client's letter holds no note, no reason of a release, no mail address; what is only for staff is never written to a client.

use super::facts::{AttachmentFacts, Composition, TextFacts, TextKind, TicketFacts};
use super::sheet::Block;
use super::writer::{Writer, line, missing};
use super::{MailError, clean};
use crate::domain::letter::Matter;
use crate::domain::notice::Notice;
use crate::domain::status::{Priority, Status};
use crate::domain::time::Timestamp;
use crate::i18n::Value;

/// The most bytes of the texts that a letter carries: two of the longest that can be written.
pub(super) const MOST_CARRIED_BYTES: usize = 512 * 1024;
/// The most bytes of the thread before them.
const MOST_EARLIER_BYTES: usize = 64 * 1024;
/// The most texts of the thread before them.
const MOST_EARLIER: usize = 40;

/// The files that a letter would carry if all of them fitted, the most important ones first.
pub(super) fn files<'a>(composition: &'a Composition<'a>) -> Vec<&'a AttachmentFacts> {
    let Some(ticket) = composition.tickets.first() else { return Vec::new() };
    let is_receipt = composition.letter.notice == Notice::Opened && !composition.recipient_is_staff;
    let is_about_time = matches!(composition.letter.notice, Notice::Warning | Notice::Overdue);
    if is_receipt || is_about_time {
        // Whoever sent a file has it, and so has whoever was told of the message; its name is enough.
        return Vec::new();
    }
    let carried = readable(&ticket.texts, composition);
    let earlier = readable(&ticket.earlier, composition).rev().filter(|_| composition.letter.notice == Notice::Assigned);
    carried.chain(earlier).flat_map(|text| &text.attachments).collect()
}

/// The texts that the recipient may read.
pub(super) fn readable<'a>(
    texts: &'a [TextFacts],
    composition: &'a Composition<'a>,
) -> impl DoubleEndedIterator<Item = &'a TextFacts> + use<'a> {
    texts.iter().filter(|text| composition.recipient_is_staff || text.kind != TextKind::Note)
}

/// The letter about one ticket; `left` are the files that it does not carry.
///
/// # Errors
/// `Permanent` when the facts are missing, and for what a client is never told.
pub(super) fn write(composition: &Composition<'_>, left: &[&AttachmentFacts]) -> Result<Vec<Block>, MailError> {
    let ticket = composition.tickets.first().ok_or_else(|| missing("no ticket"))?;
    let mut letter = TicketLetter { writer: Writer::new(composition), ticket };
    if composition.recipient_is_staff {
        letter.tell_staff();
    } else {
        letter.tell_client()?;
    }
    letter.writer.files_left(&ticket.number, left);
    letter.next_step();
    Ok(letter.writer.finish(true))
}

/// A letter about one ticket while it is written.
pub(super) struct TicketLetter<'a> {
    pub(super) writer: Writer<'a>,
    pub(super) ticket: &'a TicketFacts,
}

impl TicketLetter<'_> {
    fn notice(&self) -> Notice {
        self.writer.composition.letter.notice
    }

    /// A paragraph about the ticket: who did it, whose it is, its number.
    fn tell(&mut self, id: &str) {
        let actor = self.ticket.actor_name.as_deref().map_or_else(|| self.writer.desk(), line);
        // Each of these is in some of the sentences; Fluent ignores the others.
        let assignee = self.ticket.assignee_name.as_deref().map(line).unwrap_or_default();
        let values: [(&str, Value<'_>); 5] = [
            ("actor", actor.into()),
            ("assignee", assignee.into()),
            ("number", self.ticket.number.as_str().into()),
            ("client", line(&self.ticket.client_name).into()),
            ("handle", line(&self.ticket.client_handle).into()),
        ];
        self.writer.say(id, &values);
    }

    fn tell_client(&mut self) -> Result<(), MailError> {
        match self.notice() {
            Notice::Note | Notice::Released | Notice::Assigned | Notice::Task | Notice::Warning | Notice::Overdue => {
                return Err(missing("a client is not told of it"));
            }
            Notice::Opened => {
                self.tell(if self.opened_by_staff() { "letter-opened-for-client" } else { "letter-opened-client" });
                self.fields(&["number", "status", "topic", "subject", "follows"]);
                self.due();
                self.own_words();
            }
            Notice::Reopened => {
                self.tell("letter-reopened-client");
                self.texts();
                self.due();
            }
            Notice::Copy => self.copy(),
            Notice::Merged => self.merged_for_client(),
            other => {
                self.tell(match other {
                    Notice::Reply => "letter-reply",
                    Notice::Closed => "letter-closed-client",
                    _ => "letter-news",
                });
                self.texts();
            }
        }
        Ok(())
    }

    fn tell_staff(&mut self) {
        let whose = self.ticket.assignee_name.as_ref().map(|_| self.ticket.is_readers);
        match self.notice() {
            Notice::Opened => {
                self.tell(match (self.opened_by_staff(), whose) {
                    (false, Some(true)) => "letter-opened-assigned",
                    (false, Some(false)) => "letter-opened-others",
                    (false, None) => "letter-opened-unassigned",
                    (true, Some(true)) => "letter-opened-for-assigned",
                    (true, Some(false)) => "letter-opened-for-others",
                    (true, None) => "letter-opened-for-unassigned",
                });
                self.fields(&["number", "status", "priority", "topic", "subject", "follows", "due"]);
            }
            Notice::Assigned => {
                self.tell("letter-assigned");
                self.fields(&["number", "status", "priority", "topic", "subject", "follows", "due"]);
            }
            Notice::Message => {
                self.tell("letter-message");
                self.fields(&["subject", "assignee", "due"]);
            }
            Notice::Reminded => {
                self.tell(if whose.is_some() { "letter-reminded" } else { "letter-reminded-unassigned" });
                self.fields(&["subject", "assignee", "due"]);
            }
            Notice::Note => {
                self.tell("letter-note");
                self.fields(&["subject", "assignee"]);
            }
            Notice::Closed => {
                self.tell(if self.ticket.by_client { "letter-closed-by-client" } else { "letter-closed-staff" });
                self.fields(&["subject", "assignee"]);
            }
            Notice::Reopened => {
                self.tell(if self.ticket.by_client { "letter-reopened-by-client" } else { "letter-reopened-staff" });
                self.fields(&["status", "subject", "assignee", "due"]);
            }
            Notice::Released => {
                let is_theirs = !self.writer.composition.recipient_sees_all;
                self.tell(if is_theirs { "letter-released-agent" } else { "letter-released" });
                self.fields(&["subject", "reason", "due"]);
            }
            Notice::Task => {
                self.tell("letter-task");
                self.fields(&["reason", "subject", "assignee"]);
                // A mail goes through many hands; the telephone is read at the desk.
                if self.ticket.client_has_phone {
                    self.writer.say("letter-task-phone", &[]);
                } else {
                    let (client, number) = (line(&self.ticket.client_handle), self.writer.words("letter-placeholder-phone", &[]));
                    self.writer.next("letter-task-no-phone", "letter-verb-user-edit", &[&client, "--phone", &number]);
                }
            }
            Notice::Warning | Notice::Overdue => self.tell_of_waiting(),
            Notice::Copy => {
                self.copy();
                return;
            }
            Notice::Merged => {
                self.merged_for_staff();
                return;
            }
            _ => {
                self.tell("letter-news");
                self.fields(&["status", "subject", "assignee", "due"]);
            }
        }
        self.texts();
        if self.notice() == Notice::Assigned {
            self.earlier("letter-earlier");
        }
    }

    /// That somebody waits for an answer, since when, and by when it is or was due.
    fn tell_of_waiting(&mut self) {
        self.tell(match self.ticket.assignee_name.as_ref().map(|_| self.ticket.is_readers) {
            Some(true) => "letter-waiting-assigned",
            Some(false) => "letter-waiting-others",
            None => "letter-waiting-unassigned",
        });
        if let Some((due_at, is_over)) = self.deadline() {
            let when = self.writer.deadline(due_at);
            self.writer.say(if is_over { "letter-waiting-overdue" } else { "letter-waiting-due" }, &[("when", when.into())]);
        }
        self.fields(&["subject", "topic", "priority", "since"]);
    }

    /// What the reader asked for: a file alone, or a text with its files.
    fn copy(&mut self) {
        let is_file = matches!(self.writer.composition.letter.matter, Matter::Ticket { file: Some(_), .. });
        let asked = readable(&self.ticket.texts, self.writer.composition).flat_map(|text| &text.attachments).next();
        if let Some(file) = asked.filter(|_| is_file) {
            let (number, name) = (self.ticket.number.as_str(), line(&file.file.name));
            self.writer.say("letter-copy-file", &[("number", number.into()), ("file", name.into())]);
        } else {
            self.tell("letter-copy");
            self.texts();
        }
    }

    /// When the answer is due, and whether that is over: a letter may be composed long after what it tells.
    fn deadline(&self) -> Option<(Timestamp, bool)> {
        self.ticket.due_at.map(|due_at| (due_at, due_at <= self.writer.composition.now))
    }

    /// Whether somebody else than its client opened the ticket.
    fn opened_by_staff(&self) -> bool {
        self.ticket.actor_name.is_some() && !self.ticket.by_client
    }

    /// The fields of these names that have a value.
    pub(super) fn fields(&mut self, names: &[&str]) {
        let mut fields = Vec::new();
        for name in names {
            let (id, value) = match *name {
                "number" => ("letter-field-number", Some(self.ticket.number.to_string())),
                "status" => ("letter-field-status", Some(self.status())),
                "priority" => ("letter-field-priority", Some(self.priority())),
                "topic" => ("letter-field-topic", Some(line(&self.ticket.topic))),
                "subject" => ("letter-field-subject", Some(line(&self.ticket.subject))),
                "assignee" => ("letter-field-assignee", self.ticket.assignee_name.as_deref().map(line)),
                "since" => ("letter-field-since", self.ticket.waiting_since.map(|since| self.writer.date(since))),
                "follows" => ("letter-field-follows", self.ticket.follows.as_deref().map(line)),
                "reason" => ("letter-field-reason", self.ticket.reason.as_deref().map(|reason| clean::one_line(reason, 1_000))),
                _ => match self.deadline() {
                    Some((due_at, true)) => ("letter-field-overdue", Some(self.writer.deadline_date(due_at))),
                    due => ("letter-field-due", due.map(|(due_at, _)| self.writer.deadline_date(due_at))),
                },
            };
            if let Some(value) = value {
                fields.push((self.writer.words(id, &[]), value));
            }
        }
        self.writer.blocks.push(Block::Fields(fields));
    }

    fn status(&self) -> String {
        let id = match self.ticket.status {
            Status::New => "letter-status-new",
            Status::Pending => "letter-status-pending",
            Status::Answered => "letter-status-answered",
            Status::Closed => "letter-status-closed",
        };
        self.writer.words(id, &[])
    }

    fn priority(&self) -> String {
        let id = match self.ticket.priority {
            Priority::Low => "letter-priority-low",
            Priority::Normal => "letter-priority-normal",
            Priority::High => "letter-priority-high",
            Priority::Emergency => "letter-priority-emergency",
        };
        self.writer.words(id, &[])
    }

    pub(super) fn due(&mut self) {
        match self.deadline() {
            Some((_, true)) => self.writer.say("letter-opened-overdue", &[]),
            Some((due_at, false)) => {
                let when = self.writer.deadline(due_at);
                self.writer.say("letter-opened-due", &[("when", when.into())]);
            }
            None => {}
        }
    }

    /// The texts that the letter carries.
    fn texts(&mut self) {
        let mut room = MOST_CARRIED_BYTES;
        for text in readable(&self.ticket.texts, self.writer.composition) {
            let head = self.writer.head_of(text);
            self.writer.writing(head, text, room);
            room = room.saturating_sub(text.body.len());
        }
    }

    /// The client's own words in the receipt.
    fn own_words(&mut self) {
        let is_own = !self.opened_by_staff();
        for text in readable(&self.ticket.texts, self.writer.composition) {
            let head = if is_own { self.writer.words("letter-opened-text", &[]) } else { self.writer.head_of(text) };
            self.writer.writing(head, text, MOST_CARRIED_BYTES);
        }
    }

    /// What was said before the texts that the letter carries: the last ones, oldest first.
    pub(super) fn earlier(&mut self, heading: &str) {
        let texts: Vec<_> = readable(&self.ticket.earlier, self.writer.composition).collect();
        let mut room = MOST_EARLIER_BYTES;
        let fits = |text: &&&TextFacts| {
            let is_room = room > 0;
            room = room.saturating_sub(text.body.len());
            is_room
        };
        let shown = texts.iter().rev().take(MOST_EARLIER).take_while(fits).count();
        let left_out = texts.len() - shown;
        if shown == 0 {
            return;
        }
        let heading = self.writer.words(heading, &[]);
        self.writer.blocks.push(Block::Heading(heading));
        if left_out > 0 {
            self.writer.say("letter-earlier-left-out", &[("count", left_out.into())]);
        }
        for text in texts.iter().skip(left_out) {
            let head = self.writer.head_of(text);
            self.writer.writing(head, text, MOST_EARLIER_BYTES);
        }
    }
}
