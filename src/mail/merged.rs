//! What the letters about tickets say that became one.

use super::tickets::TicketLetter;
use super::writer::line;
use crate::i18n::Value;

impl TicketLetter<'_> {
    /// A paragraph about the tickets: which became parts of which, and whose they are.
    fn tell_of_merged(&mut self, id: &str) {
        let ticket = self.ticket;
        let actor = ticket.actor_name.as_deref().map_or_else(|| self.writer.desk(), line);
        let merged = match ticket.merged.split_last() {
            Some((last, before)) if !before.is_empty() => {
                let before = before.join(", ");
                self.writer.words("letter-and", &[("before", before.into()), ("last", last.as_str().into())])
            }
            _ => ticket.merged.concat(),
        };
        // Each of these is in some of the sentences; Fluent ignores the others.
        let values: [(&str, Value<'_>); 6] = [
            ("actor", actor.into()),
            ("count", ticket.merged.len().into()),
            ("merged", merged.into()),
            ("number", ticket.number.as_str().into()),
            ("client", line(&ticket.client_name).into()),
            ("handle", line(&ticket.client_handle).into()),
        ];
        self.writer.say(id, &values);
    }

    /// The client is told which tickets became one, and which number goes on.
    pub(super) fn merged_for_client(&mut self) {
        self.tell_of_merged("letter-merged-client");
        self.tell_of_merged("letter-merged-client-then");
        self.fields(&["number", "status", "topic", "subject"]);
        self.due();
    }

    /// Staff are told where it goes on, and whoever sees that what was said before.
    pub(super) fn merged_for_staff(&mut self) {
        if self.ticket.goes_on_unseen {
            self.tell_of_merged("letter-merged-away");
            return;
        }
        self.tell_of_merged(if self.ticket.is_readers { "letter-merged-assigned" } else { "letter-merged-others" });
        self.fields(&["status", "priority", "topic", "subject", "assignee", "due"]);
        self.earlier("letter-merged-texts");
    }
}
