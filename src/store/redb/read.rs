//! The questions of the seam, each handed to the room that knows. Nothing is decided here.

use super::desk::{Counter, next_place, next_short_place};
use super::source::Source;
use super::{answers, audit, clocks, desk, list, outbox, people, texts, threads, tickets, tokens};
use crate::domain::account::{Account, AccountId, EmailAddress, Handle};
use crate::domain::audit::{AuditEntry, AuditFilter, AuditPayload};
use crate::domain::code::{Code, CodeId, CodeKind};
use crate::domain::entry::{BlobHash, Entry, EntryId, Outline};
use crate::domain::filter::{Filter, Page};
use crate::domain::letter::{CommandId, Letter, LetterId};
use crate::domain::session::{Session, SessionHash, Throttle};
use crate::domain::stats::Milestone;
use crate::domain::ticket::{Ticket, TicketNumber, TicketSeq};
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenHash, TokenId};
use crate::domain::topic::{TopicId, TopicTree};
use crate::domain::waiting::Told;
use crate::store::{Blob, Draft, GiveNumber, KeyRecord, PeoplePage, Read, Result, list_numbers_by_tickets};

impl<S: Source> Read for S {
    fn secret(&self) -> Result<[u8; 32]> {
        desk::secret(self)
    }
    fn setting(&self, key: &str) -> Result<Option<String>> {
        desk::setting(self, key)
    }
    fn settings(&self) -> Result<Vec<(String, String)>> {
        desk::settings(self)
    }
    fn was_committed(&self, id: &CommandId) -> Result<bool> {
        desk::was_committed(self, id)
    }

    fn account(&self, id: AccountId) -> Result<Option<Account>> {
        people::account(self, id)
    }
    fn account_by_handle(&self, handle: &Handle) -> Result<Option<Account>> {
        people::account_by_handle(self, handle)
    }
    fn account_by_email(&self, email: &EmailAddress) -> Result<Option<Account>> {
        people::account_by_email(self, email)
    }
    fn people(&self, page: &PeoplePage) -> Result<Vec<Account>> {
        people::people(self, page)
    }
    fn next_account(&self) -> Result<AccountId> {
        next_short_place(self, Counter::Accounts).map(AccountId)
    }

    fn session(&self, hash: &SessionHash) -> Result<Option<Session>> {
        people::session(self, hash)
    }
    fn token_by_hash(&self, hash: &TokenHash) -> Result<Option<Token>> {
        tokens::token_by_hash(self, hash)
    }
    fn token(&self, id: TokenId) -> Result<Option<Token>> {
        tokens::token(self, id)
    }
    fn tokens(&self, owner: Option<AccountId>) -> Result<Vec<Token>> {
        tokens::tokens(self, owner)
    }
    fn next_token(&self) -> Result<TokenId> {
        next_short_place(self, Counter::Tokens).map(TokenId)
    }
    fn codes(&self, address: &EmailAddress, kind: CodeKind) -> Result<Vec<Code>> {
        people::codes(self, address, kind)
    }
    fn next_code(&self) -> Result<CodeId> {
        next_place(self, Counter::Codes).map(CodeId)
    }
    fn throttle(&self, bucket: u32) -> Result<Throttle> {
        people::throttle(self, bucket)
    }

    fn topics(&self) -> Result<TopicTree> {
        desk::topics(self)
    }
    fn next_topic(&self) -> Result<TopicId> {
        next_short_place(self, Counter::Topics).map(TopicId)
    }

    fn ticket(&self, seq: TicketSeq) -> Result<Option<Ticket>> {
        tickets::ticket(self, seq)
    }
    fn ticket_of_number(&self, number: &TicketNumber) -> Result<Option<TicketSeq>> {
        tickets::ticket_of_number(self, number)
    }
    fn tickets(&self, numbers: &[TicketNumber]) -> Result<Vec<Option<Ticket>>> {
        tickets::tickets(self, numbers)
    }
    fn tickets_numbered(&self, beginning: &str, limit: usize) -> Result<Vec<Ticket>> {
        tickets::tickets_numbered(self, beginning, limit)
    }
    fn ticket_of_external_id(&self, id: &str) -> Result<Option<TicketSeq>> {
        tickets::ticket_of_external_id(self, id)
    }
    fn next_ticket(&self) -> Result<TicketSeq> {
        next_short_place(self, Counter::Tickets).map(TicketSeq)
    }
    fn numbers_taken(&self, width: u32) -> Result<u64> {
        tickets::numbers_taken(self, width)
    }
    fn list(&self, filter: &Filter, page: &Page) -> Result<Vec<Ticket>> {
        list::list(self, filter, page)
    }
    fn list_numbers(&self, filter: &Filter, page: &Page, give: GiveNumber) -> Result<()> {
        if list::list_numbers(self, filter, page, give)? { Ok(()) } else { list_numbers_by_tickets(self, filter, page, give) }
    }
    fn reached(
        &self,
        milestone: Milestone,
        times: (Timestamp, Timestamp),
        after: Option<(Timestamp, TicketSeq)>,
        limit: usize,
    ) -> Result<Vec<Ticket>> {
        answers::reached(self, milestone, times, after, limit)
    }
    fn clocks(&self, told: Told, after: Option<Timestamp>, until: Timestamp, limit: usize) -> Result<Vec<Ticket>> {
        clocks::clocks(self, told, after, until, limit)
    }

    fn rested(&self) -> Result<Vec<Ticket>> {
        clocks::rested(self)
    }
    fn count_up_to(&self, filter: &Filter, most: u64) -> Result<u64> {
        list::count_up_to(self, filter, most)
    }
    fn assigned_of_client(&self, client: AccountId, limit: usize) -> Result<Vec<Ticket>> {
        tickets::assigned_of_client(self, client, limit)
    }
    fn search_waiting(&self) -> Result<u64> {
        texts::search_waiting(self)
    }
    fn unread(&self, ticket: &Ticket, reader: AccountId, staff: bool) -> Result<u32> {
        threads::unread(self, ticket, reader, staff)
    }

    fn thread(&self, seq: TicketSeq) -> Result<Vec<Entry>> {
        threads::thread(self, seq)
    }
    fn outline(&self, seq: TicketSeq) -> Result<Vec<Outline>> {
        threads::outline(self, seq)
    }
    fn entry(&self, seq: TicketSeq, id: EntryId) -> Result<Option<Entry>> {
        threads::entry(self, seq, id)
    }
    fn read_mark(&self, reader: AccountId, seq: TicketSeq) -> Result<EntryId> {
        threads::read_mark(self, reader, seq)
    }
    fn blob(&self, hash: &BlobHash) -> Result<Option<Blob>> {
        threads::blob(self, hash)
    }
    fn blob_chunk(&self, hash: &BlobHash, index: u32) -> Result<Option<Vec<u8>>> {
        threads::blob_chunk(self, hash, index)
    }
    fn draft(&self, writer: AccountId, slot: &str) -> Result<Option<Draft>> {
        threads::draft(self, writer, slot)
    }

    fn letter(&self, id: &LetterId) -> Result<Option<Letter>> {
        outbox::letter(self, id)
    }
    fn letters_from(&self, first: &LetterId, limit: usize) -> Result<Vec<Letter>> {
        outbox::letters_from(self, first, limit)
    }
    fn letters_of_entry(&self, seq: TicketSeq, id: EntryId) -> Result<Vec<Letter>> {
        outbox::letters_of_entry(self, seq, id)
    }

    fn letters_of_ticket(&self, seq: TicketSeq) -> Result<Vec<LetterId>> {
        outbox::letters_of_ticket(self, seq)
    }
    fn unsent_letters(&self, limit: usize) -> Result<Vec<Letter>> {
        outbox::unsent_letters(self, limit)
    }
    fn due_letters(&self, now: Timestamp, limit: usize) -> Result<Vec<Letter>> {
        outbox::due_letters(self, now, limit)
    }
    fn letters_ahead(&self, after: Timestamp, limit: usize) -> Result<Vec<Letter>> {
        outbox::letters_ahead(self, after, limit)
    }

    fn leased_letters(&self, by: &CommandId, limit: usize) -> Result<Vec<Letter>> {
        outbox::leased_letters(self, by, limit)
    }
    fn frozen(&self, id: &LetterId) -> Result<Option<Vec<u8>>> {
        outbox::frozen(self, id)
    }
    fn mail_rests_until(&self) -> Result<Timestamp> {
        desk::mail_rests_until(self)
    }

    fn last_audit(&self) -> Result<Option<AuditEntry>> {
        audit::last_audit(self)
    }
    fn audit(&self, after: u64, limit: usize) -> Result<Vec<(AuditEntry, Option<AuditPayload>)>> {
        audit::audit(self, after, limit)
    }
    fn audit_list(&self, filter: &AuditFilter, after: Option<u64>, limit: usize) -> Result<Vec<AuditEntry>> {
        audit::audit_list(self, filter, after, limit)
    }
    fn audit_payload(&self, sequence: u64) -> Result<Option<AuditPayload>> {
        audit::audit_payload(self, sequence)
    }
    fn key(&self, account: AccountId, key: &str) -> Result<Option<KeyRecord>> {
        outbox::key(self, account, key)
    }
}
