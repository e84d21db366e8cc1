//! Threads, what has been read of them, what is attached to them, and drafts.

use super::samples::{at, attachment, change, message, note, number, open, put_in, reply, say, stage};
use super::{checks, read, refused, write};
use crate::domain::account::AccountId;
use crate::domain::entry::{BlobHash, Content, Entry, EntryId, Outline, TicketEvent};
use crate::domain::filter::{Filter, Order, Page, Visibility};
use crate::domain::status::{Priority, Status};
use crate::domain::task::{TaskId, TaskKind};
use crate::domain::ticket::{Flags, TicketSeq, TicketSeqPair};
use crate::domain::topic::TopicId;
use crate::store::{BLOB_CHUNK, Blob, Draft, Store};

checks!(
    threads_come_back_whole_oldest_first,
    an_entry_is_never_written_over,
    read_marks_never_go_back,
    ones_own_words_are_never_unread_and_notes_are_for_staff,
    what_is_unread_is_listed_at_once,
    nothing_is_unread_in_what_became_a_part_of_another,
    attachments_come_back_in_pieces,
    staged_attachments_are_swept_unless_taken_up,
    drafts_are_kept_by_person_and_slot,
);

const FIRST: TicketSeq = TicketSeq(1);

/// Every content that an entry can have.
fn contents() -> Vec<Content> {
    let (one, two) = (AccountId(1), AccountId(2));
    let follows = TicketSeqPair { seq: TicketSeq(2), number: number("100002") };
    let events = [
        TicketEvent::Assigned { from: None, to: two },
        TicketEvent::Assigned { from: Some(one), to: two },
        TicketEvent::Released { from: two, reason: None },
        TicketEvent::Released { from: two, reason: Some("Baja".into()) },
        TicketEvent::MergedInto(follows.clone()),
        TicketEvent::MergedFrom { ticket: follows.clone(), texts: 3 },
        TicketEvent::Closed,
        TicketEvent::Reopened,
        TicketEvent::PriorityChanged { from: Priority::Low, to: Priority::High },
        TicketEvent::TopicChanged { from: TopicId(1), to: TopicId(300) },
        TicketEvent::SubjectChanged { from: "Duda".into(), to: "¿Duda?".into() },
        TicketEvent::ClientChanged { from: one, to: two },
        TicketEvent::ExternalIdChanged { from: None, to: Some("X-1".into()) },
        TicketEvent::ExternalIdChanged { from: Some("X-1".into()), to: None },
        TicketEvent::FollowsUp(follows),
        TicketEvent::Reminded { text: None },
        TicketEvent::TaskAsked { task: TaskId(300), kind: TaskKind::Call, reason: "Baja".into() },
        TicketEvent::TaskDone { task: TaskId(300), kind: TaskKind::Call },
        TicketEvent::Reminded { text: Some("¿Y la respuesta?\n\nGracias".into()) },
        TicketEvent::Unflagged(Flags { money: true, ..Flags::default() }),
    ];
    let texts = [message("Hola\n\u{1b}[31m你好"), reply(""), note(&"ñ".repeat(130_000))];
    texts.into_iter().chain(events.map(Content::Event)).collect()
}

fn threads_come_back_whole_oldest_first<S: Store>(store: &S) {
    let blobs = [BlobHash([3; 32]), BlobHash([4; 32])];
    // Places beyond one byte, so that their order is not that of texts; the clock may jump, the order stays.
    let entries: Vec<_> = contents()
        .into_iter()
        .zip([
            1, 2, 3, 9, 10, 11, 99, 100, 101, 254, 255, 256, 257, 65_535, 65_536, 70_000, 70_001, 70_002, 70_003, 70_004, 70_005,
            70_006, 70_007,
        ])
        .map(|(content, id)| Entry {
            id: EntryId(id),
            author: (id % 2 == 0).then_some(AccountId(id)),
            at: at(-i64::from(id)),
            content,
            attachments: if id == 10 { blobs.map(attachment).to_vec() } else { Vec::new() },
        })
        .collect();
    assert_eq!(entries.len(), contents().len());
    let other = Entry { author: None, ..entries[0].clone() };
    write(store, |tx| {
        open(tx, 1, 1)?;
        open(tx, 256, 1)?;
        tx.append_entry(TicketSeq(256), &other)?;
        entries.iter().try_for_each(|entry| tx.append_entry(FIRST, entry))
    });
    assert_eq!(read(store, |desk| desk.thread(FIRST)), entries);
    let outlines: Vec<_> = entries.iter().map(Outline::from).collect();
    assert_eq!(read(store, |desk| desk.outline(FIRST)), outlines);
    assert_eq!(read(store, |desk| desk.outline(TicketSeq(2))), []);
    assert_eq!(read(store, |desk| desk.entry(FIRST, EntryId(256))), Some(entries[11].clone()));
    assert_eq!(read(store, |desk| Ok([desk.entry(FIRST, EntryId(4))?, desk.entry(TicketSeq(256), EntryId(2))?])), [None, None]);
    assert_eq!(read(store, |desk| Ok([desk.thread(TicketSeq(256))?, desk.thread(TicketSeq(2))?])), [vec![other], Vec::new()]);
}

fn an_entry_is_never_written_over<S: Store>(store: &S) {
    write(store, |tx| {
        open(tx, 1, 1)?;
        say(tx, 1, Some(1), message("Hola"), Vec::new())
    });
    let kept = read(store, |desk| desk.thread(FIRST));
    let other = Entry { content: note("Otra"), ..kept[0].clone() };
    refused(store, |tx| tx.append_entry(FIRST, &other));
    assert_eq!(read(store, |desk| desk.thread(FIRST)), kept);
}

fn read_marks_never_go_back<S: Store>(store: &S) {
    let (ana, bea) = (AccountId(1), AccountId(2));
    write(store, |tx| {
        tx.put_read_mark(ana, FIRST, EntryId(300))?;
        tx.put_read_mark(ana, FIRST, EntryId(7))?;
        tx.put_read_mark(bea, TicketSeq(2), EntryId(4))
    });
    write(store, |tx| tx.put_read_mark(ana, FIRST, EntryId(299)));
    let marks =
        read(store, |desk| Ok([desk.read_mark(ana, FIRST)?, desk.read_mark(ana, TicketSeq(2))?, desk.read_mark(bea, FIRST)?]));
    assert_eq!(marks, [EntryId(300), EntryId(0), EntryId(0)]);
    write(store, |tx| tx.put_read_mark(ana, FIRST, EntryId(301)));
    assert_eq!(read(store, |desk| desk.read_mark(ana, FIRST)), EntryId(301));
}

fn ones_own_words_are_never_unread_and_notes_are_for_staff<S: Store>(store: &S) {
    write(store, |tx| {
        open(tx, 1, 1)?;
        say(tx, 1, Some(1), message("Mía"), Vec::new())?;
        say(tx, 1, Some(5), note("Entre nosotros"), Vec::new())?;
        say(tx, 1, Some(6), reply("Suya"), Vec::new())?;
        say(tx, 1, Some(6), Content::Event(TicketEvent::Closed), Vec::new())?;
        say(tx, 1, None, reply("De nadie"), Vec::new())
    });
    let unread = |reader: u32, staff: bool| {
        read(store, |desk| {
            let ticket = desk.ticket(FIRST)?.unwrap();
            desk.unread(&ticket, AccountId(reader), staff)
        })
    };
    assert_eq!([unread(1, false), unread(2, false), unread(5, true), unread(6, true), unread(7, true)], [2, 3, 3, 3, 4]);
    write(store, |tx| tx.put_read_mark(AccountId(7), FIRST, EntryId(2)));
    assert_eq!([unread(7, true), unread(6, true)], [2, 3]);
    write(store, |tx| tx.put_read_mark(AccountId(7), FIRST, EntryId(5)));
    assert_eq!(unread(7, true), 0);
    write(store, |tx| {
        say(tx, 1, Some(5), note("Otra nota"), Vec::new())?;
        tx.put_read_mark(AccountId(2), FIRST, EntryId(5))
    });
    assert_eq!([unread(7, true), unread(7, false), unread(2, false)], [1, 0, 0]);
}

/// A use case may keep the ticket before or after its entry; what is unread follows either way, inside and after.
fn what_is_unread_is_listed_at_once<S: Store>(store: &S) {
    let filter = Filter { unread: true, ..Filter::all(Visibility::All, AccountId(5)) };
    let inside = write(store, |tx| {
        let mut counts = vec![tx.count(&filter)?];
        for seq in [1, 2] {
            let before = open(tx, seq, 1)?;
            let mut ticket = before.clone();
            let entry = ticket.append(Some(AccountId(1)), at(1), message("Hola"), Vec::new());
            if seq == 1 {
                tx.append_entry(ticket.seq, &entry)?;
                tx.put_ticket(Some(&before), &ticket)?;
            } else {
                tx.put_ticket(Some(&before), &ticket)?;
                tx.append_entry(ticket.seq, &entry)?;
            }
            counts.push(tx.count(&filter)?);
        }
        tx.put_read_mark(AccountId(5), FIRST, EntryId(1))?;
        counts.push(tx.count(&filter)?);
        Ok(counts)
    });
    assert_eq!(inside, [0, 1, 2, 1]);
    assert_eq!(read(store, |desk| desk.count(&filter)), 1);
    let mine = Filter { reader: AccountId(1), ..filter };
    assert_eq!(read(store, |desk| desk.count(&mine)), 0);
}

fn nothing_is_unread_in_what_became_a_part_of_another<S: Store>(store: &S) {
    write(store, |tx| {
        open(tx, 1, 1)?;
        open(tx, 2, 1)?;
        for seq in [1, 2] {
            say(tx, seq, Some(2), reply("Sí."), Vec::new())?;
        }
        change(tx, 1, |ticket| {
            put_in(ticket, Status::Closed, at(9));
            ticket.merged_into = Some(TicketSeqPair { seq: TicketSeq(2), number: number("100002") });
        })
    });
    let filter = Filter { unread: true, ..Filter::all(Visibility::Client(AccountId(1)), AccountId(1)) };
    let page = Page { order: Order::Created, reverse: true, after: None, limit: 9 };
    let listed = read(store, |desk| Ok((desk.list(&filter, &page)?, desk.count(&filter)?)));
    assert_eq!((listed.0.iter().map(|ticket| ticket.seq.0).collect::<Vec<_>>(), listed.1), (vec![2], 1));
}

fn attachments_come_back_in_pieces<S: Store>(store: &S) {
    let (hash, other) = (BlobHash([1; 32]), BlobHash([2; 32]));
    let blob = Blob { size: BLOB_CHUNK as u64 + 2, staged_at: at(1) };
    let whole: Vec<u8> = (0..BLOB_CHUNK).map(|index| (index % 251) as u8).collect();
    assert_eq!(read(store, |desk| Ok((desk.blob(&hash)?, desk.blob_chunk(&hash, 0)?))), (None, None));
    write(store, |tx| {
        tx.put_blob_chunk(&hash, 0, &whole)?;
        tx.put_blob_chunk(&hash, 1, &[0, 255])?;
        tx.put_blob(&hash, blob)?;
        tx.put_blob(&other, Blob { size: 0, staged_at: at(2) })
    });
    assert_eq!(read(store, |desk| desk.blob(&hash)), Some(blob));
    let pieces = read(store, |desk| Ok([desk.blob_chunk(&hash, 0)?, desk.blob_chunk(&hash, 1)?, desk.blob_chunk(&hash, 2)?]));
    assert!(pieces == [Some(whole), Some(vec![0, 255]), None], "a piece differs");
    let empty = read(store, |desk| Ok((desk.blob(&other)?.map(|blob| blob.size), desk.blob_chunk(&other, 0)?)));
    assert_eq!(empty, (Some(0), None));
}

fn staged_attachments_are_swept_unless_taken_up<S: Store>(store: &S) {
    let blobs: [BlobHash; 7] = std::array::from_fn(|index| BlobHash([index as u8; 32]));
    let [taken_up, taken_up_twice, old, older, fresh, staged_again, at_once] = blobs;
    let left = || {
        read(store, |desk| {
            let mut left = Vec::new();
            for hash in blobs {
                let kept = desk.blob(&hash)?.is_some();
                assert_eq!(kept, desk.blob_chunk(&hash, 0)?.is_some(), "pieces go with their attachment");
                left.extend(kept.then_some(hash));
            }
            Ok(left)
        })
    };
    write(store, |tx| {
        open(tx, 1, 1)?;
        open(tx, 2, 1)?;
        for (hash, seconds) in [(taken_up, 1), (taken_up_twice, 1), (old, 20), (older, 19), (fresh, 30), (staged_again, 20)] {
            stage(tx, hash, at(seconds))?;
        }
        say(tx, 1, Some(1), message("Uno"), vec![attachment(taken_up), attachment(taken_up_twice)])?;
        say(tx, 2, Some(1), message("Dos"), vec![attachment(taken_up_twice)])
    });
    write(store, |tx| {
        stage(tx, staged_again, at(40))?;
        stage(tx, at_once, at(5))?;
        say(tx, 2, Some(1), message("Tres"), vec![attachment(at_once)])?;
        tx.remove_orphans(at(19), 10)
    });
    assert_eq!(left(), blobs);
    assert_eq!(write(store, |tx| tx.remove_orphans(at(30), 1)), 1);
    assert_eq!(left().len(), 6);
    assert_eq!(write(store, |tx| tx.remove_orphans(at(30), 10)), 1);
    assert_eq!(left(), [taken_up, taken_up_twice, fresh, staged_again, at_once]);
    assert_eq!(write(store, |tx| tx.remove_orphans(at(1_000), 10)), 2);
    assert_eq!(left(), [taken_up, taken_up_twice, at_once]);
}

fn drafts_are_kept_by_person_and_slot<S: Store>(store: &S) {
    let (ana, bea) = (AccountId(1), AccountId(2));
    let draft = |text: &str| Draft { text: text.into(), at: at(1) };
    write(store, |tx| {
        tx.put_draft(ana, "open", Some(&draft("Primero")))?;
        tx.put_draft(ana, "open", Some(&draft("Segundo\n")))?;
        tx.put_draft(ana, "reply 100001", Some(&draft("Gracias")))?;
        tx.put_draft(bea, "open", Some(&draft("")))?;
        tx.put_draft(bea, "note", None)
    });
    let kept = |who: AccountId, slot: &str| read(store, |desk| desk.draft(who, slot));
    assert_eq!(kept(ana, "open"), Some(draft("Segundo\n")));
    write(store, |tx| tx.put_draft(ana, "open", None));
    assert_eq!([kept(ana, "open"), kept(ana, "reply 10000"), kept(bea, "note")], [None, None, None]);
    assert_eq!([kept(ana, "reply 100001"), kept(bea, "open")], [Some(draft("Gracias")), Some(draft(""))]);
}
