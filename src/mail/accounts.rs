//! What the letters about accounts and codes say.

use super::MailError;
use super::clean;
use super::facts::Composition;
use super::sheet::Block;
use super::writer::{Writer, line, missing};
use crate::domain::code::CodeKind;
use crate::domain::letter::Matter;
use crate::domain::notice::Notice;

/// The most bytes of the house rules in a letter: the most that the setting takes.
const MOST_RULES_BYTES: usize = 64 * 1024;

/// The subject of the letter.
///
/// # Errors
/// `Permanent` when the facts are missing.
pub(super) fn subject(composition: &Composition<'_>) -> Result<String, MailError> {
    let id = match &composition.letter.matter {
        Matter::Code { kind, .. } => match kind {
            CodeKind::Register => "letter-register-subject",
            CodeKind::Invite => "letter-invited-subject",
            CodeKind::Reset => "letter-reset-subject",
            CodeKind::NewAddress => "letter-new-address-subject",
            CodeKind::Status => {
                let ticket = composition.tickets.first().ok_or_else(|| missing("no ticket"))?;
                return Ok(composition.words.format("letter-status-subject", &[("number", ticket.number.as_str().into())]));
            }
        },
        Matter::AddressTaken => "letter-taken-subject",
        Matter::AddressUnknown => "letter-unknown-subject",
        Matter::AddressChanged { .. } => "letter-changed-subject",
        Matter::Welcome => "letter-welcome-subject",
        Matter::Standing { .. } if composition.letter.notice == Notice::Reinstated => "letter-reinstated-subject",
        Matter::Standing { .. } => "letter-suspended-subject",
        Matter::Bounced { .. } => "letter-bounced-subject",
        Matter::Test | Matter::Ticket { .. } | Matter::Summary { .. } => "letter-test-subject",
    };
    // Fluent ignores the name where the sentence does without.
    Ok(composition.words.format(id, &[("desk", line(&composition.desk.name).into())]))
}

/// The letter.
///
/// # Errors
/// `Permanent` when the facts are missing, as those of a code that was wiped.
pub(super) fn write(composition: &Composition<'_>) -> Result<Vec<Block>, MailError> {
    let mut letter = AccountLetter { writer: Writer::new(composition), address: composition.letter.to.as_str() };
    match &composition.letter.matter {
        Matter::Code { kind, code, by_staff, .. } => {
            let code = code.as_deref().ok_or_else(|| missing("its code is gone"))?;
            letter.code(*kind, code, *by_staff)?;
        }
        Matter::AddressTaken => letter.address_taken(),
        Matter::AddressUnknown => letter.address_unknown(),
        Matter::AddressChanged { to } => letter.address_changed(to.as_str()),
        Matter::Welcome => letter.welcome()?,
        Matter::Standing { reason } => letter.standing(reason.as_deref()),
        Matter::Test => letter.test(),
        Matter::Bounced { .. } => letter.bounced()?,
        Matter::Ticket { .. } | Matter::Summary { .. } => return Err(missing("it is about a ticket")),
    }
    Ok(letter.writer.finish(false))
}

struct AccountLetter<'a> {
    writer: Writer<'a>,
    /// Where the letter goes.
    address: &'a str,
}

impl AccountLetter<'_> {
    fn say_of_desk(&mut self, id: &str) {
        let desk = self.writer.desk();
        self.writer.say(id, &[("desk", desk.into())]);
    }

    fn code(&mut self, kind: CodeKind, code: &str, by_staff: bool) -> Result<(), MailError> {
        let code = line(code);
        match kind {
            CodeKind::Register => {
                // Several people may have asked for an account with one address, each with a password of their own.
                if let Some(name) = &self.writer.composition.registrant {
                    let name = line(name);
                    self.writer.say("letter-register-name", &[("name", name.into())]);
                }
                self.say_of_desk("letter-register");
            }
            CodeKind::Reset if by_staff => self.say_of_desk("letter-reset-by-staff"),
            CodeKind::Reset => self.writer.say("letter-reset", &[]),
            CodeKind::NewAddress => self.say_of_desk("letter-new-address"),
            CodeKind::Invite => {
                self.say_of_desk("letter-invited");
                self.handle();
                self.writer.say("letter-invited-code", &[]);
            }
            CodeKind::Status => {
                let number = self.number()?;
                self.writer.say("letter-status", &[("number", number.into())]);
            }
        }
        self.writer.blocks.push(Block::Code(code.clone()));
        self.writer.say("letter-code-next", &[]);
        match kind {
            CodeKind::Register | CodeKind::NewAddress => {
                self.writer.command("letter-verb-confirm", &["--email", self.address, &code]);
            }
            CodeKind::Invite | CodeKind::Reset => {
                self.writer.command("letter-verb-reset", &["--email", self.address, &code]);
            }
            CodeKind::Status => {
                let number = self.number()?;
                self.writer.command("letter-verb-status", &[&number, "--email", self.address, "--code", &code]);
            }
        }
        match self.writer.composition.letter.expires_at {
            Some(expires_at) => {
                let when = self.writer.when(expires_at);
                self.writer.say("letter-code-until", &[("when", when.into())]);
            }
            None => self.writer.say("letter-code-once", &[]),
        }
        let last = match kind {
            CodeKind::Register => "letter-register-ignore",
            CodeKind::Reset if by_staff => "letter-reset-by-staff-then",
            CodeKind::Reset => "letter-reset-ignore",
            CodeKind::NewAddress => "letter-new-address-ignore",
            CodeKind::Status => "letter-status-ignore",
            CodeKind::Invite => "letter-invited-then",
        };
        self.writer.say(last, &[]);
        Ok(())
    }

    fn number(&self) -> Result<String, MailError> {
        let ticket = self.writer.composition.tickets.first().ok_or_else(|| missing("no ticket"))?;
        Ok(ticket.number.as_str().to_owned())
    }

    fn handle(&mut self) {
        if let Some(handle) = self.writer.composition.recipient_handle.as_deref() {
            let name = self.writer.words("letter-field-handle", &[]);
            self.writer.blocks.push(Block::Fields(vec![(name, line(handle))]));
        }
    }

    fn address_taken(&mut self) {
        self.say_of_desk("letter-taken");
        self.writer.command("letter-verb-login", &["--email", self.address]);
        self.writer.next("letter-taken-forgotten", "letter-verb-forgotten", &["--email", self.address]);
        self.writer.say("letter-taken-ignore", &[]);
    }

    fn address_unknown(&mut self) {
        self.say_of_desk("letter-unknown");
        let placeholder = self.writer.words("letter-placeholder-address", &[]);
        self.writer.command("letter-verb-register", &["--email", &placeholder]);
        self.writer.say("letter-unknown-ignore", &[]);
    }

    fn address_changed(&mut self, to: &str) {
        let desk = self.writer.desk();
        self.writer.say("letter-changed", &[("desk", desk.into()), ("address", to.into())]);
        self.writer.say("letter-changed-alarm", &[]);
        self.writer.next("letter-changed-next", "letter-verb-profile", &[]);
    }

    fn welcome(&mut self) -> Result<(), MailError> {
        let handle = self.writer.composition.recipient_handle.as_deref().ok_or_else(|| missing("no handle"))?;
        self.writer.say("letter-welcome", &[]);
        self.writer.blocks.push(Block::Code(line(handle)));
        self.writer.next("letter-next-open", "letter-verb-open", &[]);
        let (rules, _) = clean::start(&self.writer.composition.rules_text, MOST_RULES_BYTES);
        if !rules.trim().is_empty() {
            let heading = self.writer.words("letter-welcome-rules", &[]);
            self.writer.blocks.push(Block::Heading(heading));
            self.writer.blocks.push(Block::Markdown(clean::body(rules.trim())));
            if let Some(phone) = self.writer.phone() {
                self.writer.say("letter-welcome-phone", &[("phone", phone.into())]);
            }
        }
        Ok(())
    }

    fn standing(&mut self, reason: Option<&str>) {
        let is_reinstated = self.writer.composition.letter.notice == Notice::Reinstated;
        self.say_of_desk(if is_reinstated { "letter-reinstated" } else { "letter-suspended" });
        if let Some(reason) = reason {
            let name = self.writer.words("letter-field-reason", &[]);
            self.writer.blocks.push(Block::Fields(vec![(name, clean::one_line(reason, 1_000))]));
        }
        if !is_reinstated {
            self.writer.say("letter-suspended-meaning", &[]);
        }
        if let Some(phone) = self.writer.phone() {
            let id = if is_reinstated { "letter-reinstated-phone" } else { "letter-suspended-phone" };
            self.writer.say(id, &[("phone", phone.into())]);
        }
        self.writer.next("letter-next-read", "letter-verb-list", &[]);
    }

    fn bounced(&mut self) -> Result<(), MailError> {
        let bounced = self.writer.composition.bounced.as_ref().ok_or_else(|| missing("no letter"))?;
        self.writer.say("letter-bounced", &[("address", bounced.to.as_str().into())]);
        let mut fields = Vec::new();
        if let Some(fault) = &bounced.fault {
            let reason = clean::one_line(&self.writer.composition.words.fault(fault), 1_000);
            fields.push((self.writer.words("letter-field-reason", &[]), reason));
        }
        if !bounced.tickets.is_empty() {
            let numbers: Vec<_> = bounced.tickets.iter().map(|number| format!("#{number}")).collect();
            fields.push((self.writer.words("letter-field-ticket", &[]), line(&numbers.join(", "))));
        }
        if !fields.is_empty() {
            self.writer.blocks.push(Block::Fields(fields));
        }
        let id = bounced.id.get(..8).unwrap_or(&bounced.id);
        self.writer.next("letter-bounced-next", "letter-verb-mail", &["show", id]);
        Ok(())
    }

    fn test(&mut self) {
        let (desk, when) = (self.writer.desk(), self.writer.when(self.writer.composition.now));
        self.writer.say("letter-test", &[("desk", desk.into()), ("when", when.into())]);
        self.writer.next("letter-test-next", "letter-verb-mail", &["queue"]);
    }
}
