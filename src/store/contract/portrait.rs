//! Everything that a desk can be asked, and a transaction that changes everything that can be changed.

use super::samples::{account, at, attachment, change, code, email, full_account, handle, letter, message, next_link, open};
use super::samples::{next_link_with, note, number, reply, say, stage, task, token, topic};
use crate::domain::account::{AccountId, Role};
use crate::domain::audit::AuditFilter;
use crate::domain::code::{CodeKind, CodePurpose};
use crate::domain::entry::{BlobHash, EntryId};
use crate::domain::filter::{Filter, Order, Page, Visibility};
use crate::domain::letter::{CommandId, LetterId, LetterState, Matter};
use crate::domain::search::Search;
use crate::domain::session::{Session, SessionHash, Throttle};
use crate::domain::status::{Priority, Status};
use crate::domain::task::{Doing, Task, TaskFilter, TaskId};
use crate::domain::ticket::TicketSeq;
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::waiting::{Told, Waiting};
use crate::store::{Draft, KeyRecord, PeoplePage, Printed, Read, Result, Write};

const FIRST: AccountId = AccountId(1);
const SECOND: AccountId = AccountId(2);

/// The answers to every question, about everything that [`change_everything`] touches.
pub fn portrait(desk: &dyn Read) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    let mut add = |what: &str, answer: &dyn std::fmt::Debug| lines.push(format!("{what}: {answer:?}"));
    add("secret", &desk.secret().ok());
    add("settings", &(desk.setting("desk.name")?, desk.setting("desk.url")?, desk.settings()?));
    add("commands", &(desk.was_committed(&CommandId([1; 16]))?, desk.was_committed(&CommandId([2; 16]))?));
    add("accounts", &desk.accounts(&[FIRST, SECOND, AccountId(3)])?);
    for name in ["ana", "anita", "bea"] {
        add(name, &(desk.account_by_handle(&handle(name))?, desk.account_by_email(&email(&format!("{name}@example.com")))?));
    }
    add("people", &desk.people(&PeoplePage { role: None, after: None, limit: 10 })?);
    add("clients", &desk.people(&PeoplePage { role: Some(Role::Client), after: None, limit: 10 })?);
    add("sessions", &(desk.session(&SessionHash([1; 32]))?, desk.session(&SessionHash([2; 32]))?));
    let (kept, gone) = (token(1, 1), token(2, 2));
    add("tokens", &(desk.token(kept.id)?, desk.token_by_hash(&kept.hash)?, desk.tokens(Some(FIRST))?, desk.tokens(None)?));
    add("token of the second", &(desk.token(gone.id)?, desk.token_by_hash(&gone.hash)?, desk.next_token()?));
    add("codes", &desk.codes(&email("ana@example.com"), CodeKind::Reset)?);
    add("throttle", &desk.throttle(3)?);
    add("topics", &desk.topics()?);
    add("places", &(desk.next_account()?, desk.next_code()?, desk.next_ticket()?));
    for seq in [TicketSeq(1), TicketSeq(2)] {
        add("ticket", &desk.ticket(seq)?);
        add("thread", &(desk.thread(seq)?, desk.outline(seq)?, desk.entry(seq, EntryId(1))?));
        add("marks", &(desk.read_mark(FIRST, seq)?, desk.read_mark(SECOND, seq)?));
        for entry in 1..4 {
            add("letters of an entry", &desk.letters_of_entry(seq, EntryId(entry))?);
        }
        if let Some(ticket) = desk.ticket(seq)? {
            add("unread", &(desk.unread(&ticket, FIRST, false)?, desk.unread(&ticket, SECOND, true)?));
        }
    }
    add("numbers", &(desk.tickets(&[number("100001"), number("100002")])?, desk.numbers_taken(6)?));
    add("external ids", &(desk.ticket_of_external_id("X-1")?, desk.ticket_of_external_id("X-2")?));
    for filter in filters() {
        for order in Order::ALL {
            let page = Page { order, reverse: false, after: None, limit: 10 };
            let seqs: Vec<_> = desk.list(&filter, &page)?.into_iter().map(|ticket| ticket.seq).collect();
            add("list", &(seqs, desk.count(&filter)?));
        }
    }
    for told in Told::ALL {
        add("clocks", &desk.clocks(told, None, at(1_000), 10)?.into_iter().map(|ticket| ticket.seq).collect::<Vec<_>>());
    }
    for blob in [BlobHash([1; 32]), BlobHash([2; 32])] {
        add("blob", &(desk.blob(&blob)?, desk.blob_chunk(&blob, 0)?));
    }
    add("drafts", &(desk.draft(FIRST, "open")?, desk.draft(SECOND, "open")?));
    for id in [LetterId([1; 16]), LetterId([2; 16])] {
        add("letter", &(desk.letter(&id)?, desk.frozen(&id)?));
    }
    add("letters", &(desk.unsent_letters(10)?, desk.due_letters(at(500), 10)?, desk.leased_letters(&CommandId([5; 16]), 10)?));
    add("rest", &desk.mail_rests_until()?);
    add("audit", &(desk.last_audit()?, desk.audit(0, 10)?, desk.audit_payload(1)?));
    let touched = [None, Some(TicketSeq(1)), Some(TicketSeq(2))];
    for (ticket, actor) in touched.into_iter().flat_map(|ticket| [(ticket, None), (ticket, Some(FIRST))]) {
        let listed = desk.audit_list(&AuditFilter { ticket, actor, since: Some(at(10)) }, None, 10)?;
        add("audit list", &listed.into_iter().map(|link| link.sequence).collect::<Vec<_>>());
    }
    add("tasks", &(desk.tasks(&TaskFilter::default(), None, 10)?, desk.task(TaskId(1))?));
    for (ticket, asked_by) in [(None, None), (Some(TicketSeq(1)), None), (None, Some(SECOND))] {
        add("waiting tasks", &desk.tasks(&TaskFilter { open: true, ticket, asked_by }, None, 10)?);
    }
    add("keys", &(desk.key(FIRST, "k1")?, desk.key(FIRST, "k2")?));
    Ok(lines)
}

/// A filter of each kind that an engine may have an index for.
fn filters() -> Vec<Filter> {
    let all = Filter::all(Visibility::All, SECOND);
    vec![
        all.clone(),
        Filter::all(Visibility::Client(FIRST), FIRST),
        Filter::all(Visibility::Assignees { all: vec![SECOND], open: Vec::new() }, SECOND),
        Filter::all(Visibility::Assignees { all: vec![FIRST], open: vec![SECOND] }, SECOND),
        Filter::open_of(SECOND),
        Filter { statuses: Some(vec![Status::New]), ..all.clone() },
        Filter { statuses: Some(vec![Status::New]), or_closed_and_unread: true, ..all.clone() },
        Filter { assignee: Some(SECOND), ..all.clone() },
        Filter { unassigned: true, ..all.clone() },
        Filter { client: Some(FIRST), ..all.clone() },
        Filter { topics: Some(vec![crate::domain::topic::TopicId(2)]), ..all.clone() },
        Filter { priority: Some(Priority::Emergency), ..all.clone() },
        Filter { unread: true, ..all.clone() },
        Filter { flagged: true, ..all.clone() },
        Filter { since: Some(at(1_000)), ..all.clone() },
        Filter { until: Some(at(1_000)), ..all.clone() },
        Filter { waits_since: Some(at(1_000)), ..all.clone() },
        Filter { search: Search::parse("cuándo").ok(), ..all.clone() },
        Filter { search: Search::parse("paciencia").ok(), ..all.clone() },
        Filter { search: Search::parse("duda bien").ok(), ..all.clone() },
        Filter { external_id: Some("X-2".into()), ..all },
    ]
}

/// Makes something of every kind.
pub fn make_everything(tx: &mut dyn Write) -> Result<()> {
    tx.set_secret(&[7; 32])?;
    tx.put_setting("desk.name", Some("Tutorías Ágora"))?;
    tx.remember_command(&CommandId([1; 16]), at(1))?;
    tx.put_account(&full_account(1, "ana"))?;
    tx.put_account(&account(2, "bea", Role::Agent))?;
    tx.put_session(&Session { hash: SessionHash([1; 32]), account: FIRST, created_at: at(0), used_at: at(0) })?;
    tx.put_token(&token(1, 1))?;
    tx.put_token(&token(2, 2))?;
    tx.put_code(&code(1, "ana@example.com", CodePurpose::Reset { account: FIRST }))?;
    tx.put_throttle(3, &Throttle { failures: 4, counted_at: at(9) })?;
    tx.put_topic(&topic(1, "Historia"))?;
    open(tx, 1, 1)?;
    open(tx, 2, 1)?;
    change(tx, 1, |ticket| {
        ticket.external_id = Some("X-1".into());
        ticket.rest(at(5));
    })?;
    change(tx, 2, |ticket| ticket.rest(at(5)))?;
    stage(tx, BlobHash([1; 32]), at(1))?;
    stage(tx, BlobHash([2; 32]), at(1))?;
    say(tx, 1, Some(1), message("¿Cuándo?"), vec![attachment(BlobHash([1; 32]))])?;
    say(tx, 2, Some(2), reply("Mañana."), Vec::new())?;
    tx.put_read_mark(SECOND, TicketSeq(2), EntryId(1))?;
    tx.put_draft(FIRST, "open", Some(&Draft { text: "Buenos días".into(), at: at(3) }))?;
    let carried = Matter::Ticket { ticket: TicketSeq(1), entries: vec![EntryId(1)], file: None };
    tx.put_letter(&crate::domain::letter::Letter { matter: carried, ..letter(1, at(4)) })?;
    tx.put_letter(&letter(2, at(5)))?;
    tx.put_frozen(&LetterId([1; 16]), Some(b"Subject: =?utf-8?q?=C3=91?="))?;
    tx.rest_mail_until(at(60))?;
    let (link, payload) = next_link_with(tx.as_read(), Some(1), "open", "[{\"ticket\":\"100001\"},{\"ticket\":\"999999\"}]")?;
    tx.append_audit(&link, &payload)?;
    tx.put_task(&task(1, 1, 2))?;
    tx.put_task(&task(2, 2, 2))?;
    tx.put_key(FIRST, "k1", &KeyRecord { arguments: [1; 32], printed: b"100001\n".to_vec().into(), expires_at: at(8) })
}

/// Changes or removes something of every kind that [`make_everything`] made.
pub fn change_everything(tx: &mut dyn Write) -> Result<()> {
    tx.put_setting("desk.name", None)?;
    tx.put_task(&Task { done: Some(Doing { by: FIRST, at: at(7) }), ..task(1, 1, 2) })?;
    tx.put_setting("desk.url", Some("https://example.com"))?;
    tx.forget_commands(at(2), 10)?;
    tx.remember_command(&CommandId([2; 16]), at(2))?;
    tx.put_account(&account(1, "anita", Role::Client))?;
    tx.put_session(&Session { hash: SessionHash([2; 32]), account: SECOND, created_at: at(0), used_at: at(0) })?;
    tx.remove_sessions(FIRST)?;
    tx.put_token(&Token { used_at: Some(at(3)), revoked_at: Some(at(4)), ..token(1, 1) })?;
    tx.put_token(&Token { expires_at: at(1), ..token(2, 2) })?;
    tx.remove_ended_tokens(at(2), 10)?;
    tx.remove_expired_codes(Timestamp::MAX, 10)?;
    tx.put_throttle(3, &Throttle { failures: 5, counted_at: at(10) })?;
    tx.put_topic(&topic(2, "Derecho"))?;
    change(tx, 1, |ticket| {
        ticket.external_id = Some("X-2".into());
        ticket.topic = crate::domain::topic::TopicId(2);
        ticket.priority = Priority::Emergency;
        ticket.assignee = Some(SECOND);
        ticket.status = Status::Closed;
        ticket.closed_at = Some(at(70));
        ticket.waiting = None;
        ticket.flags.money = true;
    })?;
    change(tx, 2, |ticket| {
        ticket.client = AccountId(3);
        ticket.waiting = Some(Waiting { counts_from: at(75), ..Waiting::begin(at(2)) });
    })?;
    say(tx, 1, Some(1), message("¿Y bien?"), Vec::new())?;
    say(tx, 1, Some(3), note("Paciencia."), Vec::new())?;
    tx.put_read_mark(FIRST, TicketSeq(1), EntryId(2))?;
    tx.put_read_mark(SECOND, TicketSeq(1), EntryId(1))?;
    tx.remove_orphans(at(2), 10)?;
    tx.put_draft(FIRST, "open", None)?;
    tx.put_draft(SECOND, "open", Some(&Draft { text: "Estimada Ana".into(), at: at(4) }))?;
    let leased = LetterState::Leased { by: CommandId([5; 16]), until: at(400) };
    let carried = Matter::Ticket { ticket: TicketSeq(1), entries: vec![EntryId(2), EntryId(3)], file: None };
    tx.put_letter(&crate::domain::letter::Letter { matter: carried, state: leased, ..letter(1, at(4)) })?;
    tx.put_letter(&crate::domain::letter::Letter { state: LetterState::Sent, ..letter(2, at(5)) })?;
    tx.put_frozen(&LetterId([1; 16]), None)?;
    tx.rest_mail_until(at(90))?;
    let (link, payload) = next_link(tx.as_read(), None, "status")?;
    tx.append_audit(&link, &payload)?;
    tx.forget_keys(at(9), 10)?;
    tx.put_key(
        FIRST,
        "k2",
        &KeyRecord {
            arguments: [2; 32],
            printed: Printed { stdout: Vec::new(), stderr: b"no".to_vec(), exit: 8 },
            expires_at: at(20),
        },
    )
}
