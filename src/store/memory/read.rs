//! The questions, answered by looking at everything.

use super::{State, due_since, refused};
use crate::domain::account::{Account, AccountId, EmailAddress, Handle};
use crate::domain::audit::{AuditEntry, AuditFilter, AuditPayload};
use crate::domain::code::{Code, CodeId, CodeKind};
use crate::domain::entry::{BlobHash, Content, Entry, EntryId, Outline};
use crate::domain::filter::{Filter, Page};
use crate::domain::letter::{CommandId, Letter, LetterId, LetterState, Matter};
use crate::domain::session::{Session, SessionHash, Throttle};
use crate::domain::stats::Milestone;
use crate::domain::ticket::{Ticket, TicketNumber, TicketSeq};
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenHash, TokenId};
use crate::domain::topic::{TopicId, TopicTree};
use crate::domain::waiting::Told;
use crate::store::{Blob, Draft, GiveNumber, KeyRecord, PeoplePage, Read, Result, list_numbers_by_tickets};

impl Read for State {
    fn secret(&self) -> Result<[u8; 32]> {
        self.secret.ok_or_else(|| refused("the desk has no secret"))
    }

    fn setting(&self, key: &str) -> Result<Option<String>> {
        Ok(self.settings.get(key).cloned())
    }

    fn settings(&self) -> Result<Vec<(String, String)>> {
        Ok(self.settings.clone().into_iter().collect())
    }

    fn was_committed(&self, id: &CommandId) -> Result<bool> {
        Ok(self.commands.contains_key(id))
    }

    fn account(&self, id: AccountId) -> Result<Option<Account>> {
        Ok(self.accounts.get(&id).cloned())
    }

    fn account_by_handle(&self, handle: &Handle) -> Result<Option<Account>> {
        Ok(self.accounts.values().find(|account| account.handle == *handle).cloned())
    }

    fn account_by_email(&self, email: &EmailAddress) -> Result<Option<Account>> {
        Ok(self.accounts.values().find(|account| account.email.key() == email.key()).cloned())
    }

    fn people(&self, page: &PeoplePage) -> Result<Vec<Account>> {
        let mut people: Vec<_> = self.accounts.values().cloned().collect();
        people.retain(|account| page.role.is_none_or(|role| account.role == role));
        people.retain(|account| page.after.as_ref().is_none_or(|after| account.handle > *after));
        people.sort_by(|one, other| one.handle.cmp(&other.handle));
        people.truncate(page.limit);
        Ok(people)
    }

    fn next_account(&self) -> Result<AccountId> {
        let last = self.accounts.keys().next_back().map_or(0, |last| last.0);
        Ok(AccountId(last.max(self.passed.accounts) + 1))
    }

    fn session(&self, hash: &SessionHash) -> Result<Option<Session>> {
        Ok(self.sessions.get(hash).cloned())
    }

    fn token_by_hash(&self, hash: &TokenHash) -> Result<Option<Token>> {
        Ok(self.tokens.values().find(|token| token.hash == *hash).cloned())
    }

    fn token(&self, id: TokenId) -> Result<Option<Token>> {
        Ok(self.tokens.get(&id).cloned())
    }

    fn tokens(&self, owner: Option<AccountId>) -> Result<Vec<Token>> {
        Ok(self.tokens.values().filter(|token| owner.is_none_or(|owner| owner == token.account)).cloned().collect())
    }

    fn next_token(&self) -> Result<TokenId> {
        Ok(TokenId(self.last_token + 1))
    }

    fn codes(&self, address: &EmailAddress, kind: CodeKind) -> Result<Vec<Code>> {
        let fits = |code: &&Code| code.address.key() == address.key() && code.purpose.kind() == kind;
        Ok(self.codes.values().filter(fits).cloned().collect())
    }

    fn next_code(&self) -> Result<CodeId> {
        Ok(CodeId(self.last_code + 1))
    }

    fn throttle(&self, bucket: u32) -> Result<Throttle> {
        Ok(self.throttles.get(&bucket).copied().unwrap_or_default())
    }

    fn topics(&self) -> Result<TopicTree> {
        Ok(TopicTree(self.topics.values().cloned().collect()))
    }

    fn next_topic(&self) -> Result<TopicId> {
        let last = self.topics.keys().next_back().map_or(0, |last| last.0);
        Ok(TopicId(last.max(self.passed.topics) + 1))
    }

    fn ticket(&self, seq: TicketSeq) -> Result<Option<Ticket>> {
        Ok(self.tickets.get(&seq).cloned())
    }

    fn ticket_of_number(&self, number: &TicketNumber) -> Result<Option<TicketSeq>> {
        Ok(self.numbers.get(number).copied())
    }

    fn tickets_numbered(&self, beginning: &str, limit: usize) -> Result<Vec<Ticket>> {
        let numbers = self.numbers.iter().filter(|(number, _)| number.as_str().starts_with(beginning)).take(limit);
        Ok(numbers.filter_map(|(_, seq)| self.tickets.get(seq).cloned()).collect())
    }

    fn ticket_of_external_id(&self, id: &str) -> Result<Option<TicketSeq>> {
        Ok(self.tickets.values().find(|ticket| ticket.external_id.as_deref() == Some(id)).map(|ticket| ticket.seq))
    }

    fn next_ticket(&self) -> Result<TicketSeq> {
        let last = self.numbers.values().max().map_or(0, |last| last.0);
        Ok(TicketSeq(last.max(self.passed.tickets) + 1))
    }

    fn numbers_taken(&self, width: u32) -> Result<u64> {
        Ok(self.numbers.keys().filter(|number| number.own_width() == Some(width)).count() as u64)
    }

    fn list_numbers(&self, filter: &Filter, page: &Page, give: GiveNumber) -> Result<()> {
        list_numbers_by_tickets(self, filter, page, give)
    }

    fn list(&self, filter: &Filter, page: &Page) -> Result<Vec<Ticket>> {
        let key = |ticket: &Ticket| page.order.key(ticket, &filter.visible);
        let mut passing = self.passing(filter)?;
        passing.sort_by_key(|ticket| key(ticket));
        if page.reverse {
            passing.reverse();
        }
        if let Some(after) = page.after {
            let Some(after) = self.tickets.get(&after) else { return Ok(Vec::new()) };
            let place = key(after);
            passing.retain(|ticket| if page.reverse { key(ticket) < place } else { key(ticket) > place });
        }
        passing.truncate(page.limit);
        Ok(passing.into_iter().cloned().collect())
    }

    fn reached(
        &self,
        milestone: Milestone,
        times: (Timestamp, Timestamp),
        after: Option<(Timestamp, TicketSeq)>,
        limit: usize,
    ) -> Result<Vec<Ticket>> {
        let fits = |(at, seq)| at >= times.0 && at < times.1 && after.is_none_or(|after| (at, seq) > after);
        Ok(self.by_time(limit, |ticket| milestone.of(ticket).filter(|at| fits((*at, ticket.seq)))))
    }

    fn clocks(&self, told: Told, after: Option<Timestamp>, until: Timestamp, limit: usize) -> Result<Vec<Ticket>> {
        let is_told = |ticket: &Ticket| ticket.waiting.is_some_and(|waiting| waiting.told == told);
        let lies_there = |from: &Timestamp| after.is_none_or(|after| *from > after) && *from <= until;
        Ok(self.by_time(limit, |ticket| ticket.runs_from().filter(|from| is_told(ticket) && lies_there(from))))
    }

    fn rested(&self) -> Result<Vec<Ticket>> {
        let has_rested = |ticket: &&Ticket| ticket.waiting.is_some_and(|waiting| waiting.has_rested());
        Ok(self.tickets.values().filter(has_rested).cloned().collect())
    }

    fn count_up_to(&self, filter: &Filter, most: u64) -> Result<u64> {
        Ok((self.passing(filter)?.len() as u64).min(most))
    }

    fn assigned_of_client(&self, client: AccountId, limit: usize) -> Result<Vec<Ticket>> {
        let assigned = self.tickets.values().rev().filter(|ticket| ticket.client == client && ticket.assignee.is_some());
        Ok(assigned.take(limit).cloned().collect())
    }

    fn search_waiting(&self) -> Result<u64> {
        // A look at every text needs no index.
        Ok(0)
    }

    fn unread(&self, ticket: &Ticket, reader: AccountId, staff: bool) -> Result<u32> {
        if ticket.merged_into.is_some() {
            return Ok(0);
        }
        let mark = self.read_mark(reader, ticket.seq)?;
        let is_unread = |entry: &&Entry| {
            let is_for_reader = match entry.content {
                Content::Message(_) | Content::Reply(_) => true,
                Content::Note(_) => staff,
                Content::Event(_) => false,
            };
            is_for_reader && entry.id > mark && entry.author != Some(reader)
        };
        let count = self.thread(ticket.seq)?.iter().filter(is_unread).count();
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }

    fn thread(&self, seq: TicketSeq) -> Result<Vec<Entry>> {
        Ok(self.entries.range((seq, EntryId(0))..=(seq, EntryId(u32::MAX))).map(|(_, entry)| entry.clone()).collect())
    }

    fn outline(&self, seq: TicketSeq) -> Result<Vec<Outline>> {
        Ok(self.thread(seq)?.iter().map(Outline::from).collect())
    }

    fn entry(&self, seq: TicketSeq, id: EntryId) -> Result<Option<Entry>> {
        Ok(self.entries.get(&(seq, id)).cloned())
    }

    fn read_mark(&self, reader: AccountId, seq: TicketSeq) -> Result<EntryId> {
        Ok(self.read_marks.get(&(reader, seq)).copied().unwrap_or(EntryId(0)))
    }

    fn blob(&self, hash: &BlobHash) -> Result<Option<Blob>> {
        Ok(self.blobs.get(hash).copied())
    }

    fn blob_chunk(&self, hash: &BlobHash, index: u32) -> Result<Option<Vec<u8>>> {
        Ok(self.blob_chunks.get(&(*hash, index)).cloned())
    }

    fn draft(&self, writer: AccountId, slot: &str) -> Result<Option<Draft>> {
        Ok(self.drafts.get(&(writer, slot.to_owned())).cloned())
    }

    fn letter(&self, id: &LetterId) -> Result<Option<Letter>> {
        Ok(self.letters.get(id).cloned())
    }

    fn letters_from(&self, first: &LetterId, limit: usize) -> Result<Vec<Letter>> {
        Ok(self.letters.range(first..).take(limit).map(|(_, letter)| letter.clone()).collect())
    }

    fn letters_of_entry(&self, seq: TicketSeq, id: EntryId) -> Result<Vec<Letter>> {
        let carries = |letter: &&Letter| match &letter.matter {
            Matter::Ticket { ticket, entries, .. } => *ticket == seq && entries.contains(&id),
            _ => false,
        };
        Ok(self.letters.values().filter(carries).cloned().collect())
    }

    fn letters_of_ticket(&self, seq: TicketSeq) -> Result<Vec<LetterId>> {
        Ok(self.letters.values().filter(|letter| letter.tickets().contains(&seq)).map(|letter| letter.id).collect())
    }

    fn unsent_letters(&self, limit: usize) -> Result<Vec<Letter>> {
        let mut letters = self.letters_by_attempt(|letter| letter.state.is_waiting() || letter.state == LetterState::Dead);
        letters.truncate(limit);
        Ok(letters)
    }

    fn due_letters(&self, now: Timestamp, limit: usize) -> Result<Vec<Letter>> {
        let mut letters = self.letters_by_attempt(|letter| letter.is_due(now));
        letters.sort_by_key(|letter| (due_since(letter), letter.id));
        letters.truncate(limit);
        Ok(letters)
    }

    fn letters_ahead(&self, after: Timestamp, limit: usize) -> Result<Vec<Letter>> {
        let mut letters = self.letters_by_attempt(|letter| letter.state.is_waiting() && due_since(letter) > after);
        letters.sort_by_key(|letter| (due_since(letter), letter.id));
        letters.truncate(limit);
        Ok(letters)
    }

    fn leased_letters(&self, by: &CommandId, limit: usize) -> Result<Vec<Letter>> {
        let is_held = |letter: &Letter| matches!(&letter.state, LetterState::Leased { by: holder, .. } if holder == by);
        Ok(self.letters_by_attempt(is_held).into_iter().take(limit).collect())
    }

    fn frozen(&self, id: &LetterId) -> Result<Option<Vec<u8>>> {
        Ok(self.frozen.get(id).cloned())
    }

    fn mail_rests_until(&self) -> Result<Timestamp> {
        Ok(self.mail_rests_until)
    }

    fn last_audit(&self) -> Result<Option<AuditEntry>> {
        Ok(self.audit.values().next_back().map(|(entry, _)| entry.clone()))
    }

    fn audit(&self, after: u64, limit: usize) -> Result<Vec<(AuditEntry, Option<AuditPayload>)>> {
        Ok(self.audit.values().filter(|(entry, _)| entry.sequence > after).take(limit).cloned().collect())
    }

    fn audit_list(&self, filter: &AuditFilter, after: Option<u64>, limit: usize) -> Result<Vec<AuditEntry>> {
        let passes = |(entry, _): &&(AuditEntry, Option<AuditPayload>)| {
            filter.ticket.is_none_or(|seq| self.touched.contains(&(seq, entry.sequence)))
                && filter.actor.is_none_or(|actor| entry.actor == Some(actor))
                && filter.since.is_none_or(|since| entry.at >= since)
        };
        let mut links: Vec<_> = self.audit.values().filter(passes).map(|(entry, _)| entry.clone()).collect();
        links.sort_by_key(|entry| std::cmp::Reverse((entry.at, entry.sequence)));
        if let Some(after) = after {
            let Some((after, _)) = self.audit.get(&after) else { return Ok(Vec::new()) };
            links.retain(|entry| (entry.at, entry.sequence) < (after.at, after.sequence));
        }
        links.truncate(limit);
        Ok(links)
    }

    fn audit_payload(&self, sequence: u64) -> Result<Option<AuditPayload>> {
        Ok(self.audit.get(&sequence).and_then(|(_, payload)| payload.clone()))
    }

    fn key(&self, account: AccountId, key: &str) -> Result<Option<KeyRecord>> {
        Ok(self.keys.get(&(account, key.to_owned())).cloned())
    }
}
