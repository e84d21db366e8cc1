//! What goes for ever.

use super::State;
use crate::domain::account::{Account, AccountId};
use crate::domain::letter::Matter;
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::domain::time::Timestamp;
use crate::store::{ReadPurge, Result, WritePurge};

impl ReadPurge for State {
    fn closed_before(&self, before: Timestamp, after: Option<(Timestamp, TicketSeq)>, limit: usize) -> Result<Vec<Ticket>> {
        let wholes =
            self.by_time(usize::MAX, |ticket| ticket.closed_at.filter(|at| *at < before && ticket.merged_into.is_none()));
        let is_asked = |ticket: &Ticket| after.is_none_or(|after| ticket.closed_at.is_some_and(|at| (at, ticket.seq) > after));
        Ok(wholes.into_iter().filter(is_asked).take(limit).collect())
    }

    fn drafts_under(&self, slot: &str) -> Result<Vec<(AccountId, String)>> {
        let is_under = |other: &str| other.strip_prefix(slot).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let mut found: Vec<_> = self.drafts.keys().filter(|(_, other)| is_under(other)).cloned().collect();
        found.sort_by(|one, other| (&one.1, one.0).cmp(&(&other.1, other.0)));
        Ok(found)
    }

    fn audit_told_before(&self, before: Timestamp, limit: usize) -> Result<Vec<u64>> {
        let telling = self.audit.values().filter(|(_, payload)| payload.is_some()).take(limit);
        Ok(telling.filter(|(entry, _)| entry.at < before).map(|(entry, _)| entry.sequence).collect())
    }

    fn unconfirmed(&self, before: Timestamp, limit: usize) -> Result<Vec<Account>> {
        let since = |account: &&Account| account.waits_for_confirmation_since().filter(|since| *since < before);
        let mut found: Vec<_> = self.accounts.values().filter_map(|account| Some((since(&account)?, account))).collect();
        found.sort_by_key(|(since, account)| (*since, account.id));
        Ok(found.into_iter().take(limit).map(|(_, account)| account.clone()).collect())
    }
}

impl WritePurge for State {
    fn purge_ticket(&mut self, seq: TicketSeq) -> Result<()> {
        if self.tickets.remove(&seq).is_none() {
            return Ok(());
        }
        self.entries.retain(|(of, _), _| *of != seq);
        self.read_marks.retain(|(_, of), _| *of != seq);
        self.tasks.retain(|_, task| task.ticket != seq);
        let told: Vec<_> = self.letters.values().filter(|letter| letter.tickets().contains(&seq)).cloned().collect();
        for mut letter in told {
            self.frozen.remove(&letter.id);
            self.letters.remove(&letter.id);
            if let Matter::Summary { tickets } = &mut letter.matter {
                tickets.retain(|(of, _)| *of != seq);
                if !tickets.is_empty() {
                    self.letters.insert(letter.id, letter);
                }
            }
        }
        Ok(())
    }

    fn remove_account(&mut self, id: AccountId) -> Result<()> {
        let Some(account) = self.accounts.remove(&id) else { return Ok(()) };
        self.passed.accounts = self.passed.accounts.max(id.0);
        self.sessions.retain(|_, session| session.account != id);
        self.tokens.retain(|_, token| token.account != id);
        self.codes.retain(|_, code| code.address.key() != account.email.key() || code.purpose.account() != Some(id));
        let told: Vec<_> = self.letters.values().filter(|letter| letter.recipient == Some(id)).cloned().collect();
        for letter in told.iter().filter(|letter| letter.tickets().is_empty()) {
            self.frozen.remove(&letter.id);
            self.letters.remove(&letter.id);
        }
        self.drafts.retain(|(writer, _), _| *writer != id);
        self.keys.retain(|(of, _), _| *of != id);
        Ok(())
    }

    fn erase_audit_payload(&mut self, sequence: u64) -> Result<()> {
        if let Some((_, payload)) = self.audit.get_mut(&sequence) {
            *payload = None;
        }
        Ok(())
    }
}
