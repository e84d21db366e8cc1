//! Searches: who finds what by which words, in whichever order texts came and were merged. `random.rs` combines them.

use super::samples::{change, message, note, open, reply, say};
use super::{checks, read, write};
use crate::domain::account::AccountId;
use crate::domain::filter::{Filter, Order, Page, Visibility};
use crate::domain::search::Search;
use crate::domain::status::Status;
use crate::store::{Read, Result, Store};

checks!(
    subjects_and_texts_are_found_whatever_the_accents_and_endings,
    notes_are_found_by_staff_alone,
    words_of_a_subject_go_with_it_unless_they_are_said_elsewhere,
    merging_changes_no_answer_and_comes_to_an_end,
    a_transaction_finds_what_it_wrote,
);

fn search(query: &str, visible: Visibility) -> Filter {
    Filter { search: Some(Search::parse(query).unwrap()), ..Filter::all(visible, AccountId(5)) }
}

/// The places of the tickets that are found, newest first; their count must be the same.
fn found(desk: &dyn Read, filter: &Filter) -> Result<Vec<u32>> {
    let page = Page { order: Order::Created, reverse: false, after: None, limit: 100 };
    let seqs: Vec<_> = desk.list(filter, &page)?.iter().map(|ticket| ticket.seq.0).collect();
    assert_eq!(desk.count(filter)?, seqs.len() as u64, "{filter:?}");
    Ok(seqs)
}

/// Asks as often as it takes until nothing waits.
fn merging<S: Store>(store: &S, check: impl Fn(&dyn Read)) {
    for _ in 0..1_000 {
        let left = read(store, |desk| {
            check(desk);
            desk.search_waiting()
        });
        if left == 0 {
            return;
        }
        write(store, |tx| tx.merge_search(1));
    }
    panic!("texts are merged and merged, and never fewer wait");
}

fn subjects_and_texts_are_found_whatever_the_accents_and_endings<S: Store>(store: &S) {
    write(store, |tx| {
        open(tx, 1, 1)?;
        say(tx, 1, Some(1), message("¿Y los exámenes?"), Vec::new())?;
        open(tx, 2, 1)?;
        say(tx, 2, Some(1), message("Sobre la matriculación"), Vec::new())?;
        say(tx, 2, Some(6), reply("The pages were answered"), Vec::new()).map(drop)
    });
    let expected: [(&str, &[u32]); 9] = [
        ("DUDAS", &[2, 1]),
        ("duda 1", &[1]),
        ("examen", &[1]),
        ("page matriculaciones", &[2]),
        ("answers duda", &[2]),
        ("dud* exa*", &[1]),
        ("matriculacion exámenes", &[]),
        ("nada", &[]),
        ("duda nada", &[]),
    ];
    merging(store, |desk| {
        for (query, seqs) in expected {
            assert_eq!(found(desk, &search(query, Visibility::All)).unwrap(), seqs, "{query}");
        }
        let closed = Filter { statuses: Some(vec![Status::Closed]), ..search("duda", Visibility::All) };
        assert_eq!(found(desk, &closed).unwrap(), [0; 0]);
    });
}

fn notes_are_found_by_staff_alone<S: Store>(store: &S) {
    write(store, |tx| {
        open(tx, 1, 1)?;
        say(tx, 1, Some(6), note("Ojo con los impagos"), Vec::new())?;
        open(tx, 2, 2)?;
        say(tx, 2, Some(2), message("Impago de la beca"), Vec::new())?;
        change(tx, 2, |ticket| ticket.assignee = Some(AccountId(6))).map(drop)
    });
    merging(store, |desk| {
        let seen = |query: &str, visible: Visibility| found(desk, &search(query, visible)).unwrap();
        assert_eq!(seen("impago", Visibility::All), [2, 1]);
        assert_eq!(seen("impago", Visibility::Assignees { all: vec![AccountId(6)], open: Vec::new() }), [2]);
        assert_eq!(seen("impago", Visibility::Client(AccountId(2))), [2]);
        assert_eq!(seen("impa*", Visibility::Client(AccountId(1))), [0; 0]);
        assert_eq!(seen("duda ojo", Visibility::Client(AccountId(1))), [0; 0]);
        assert_eq!(seen("duda ojo", Visibility::All), [1]);
    });
}

fn words_of_a_subject_go_with_it_unless_they_are_said_elsewhere<S: Store>(store: &S) {
    for merges in [false, true] {
        let seq = if merges { 2 } else { 1 };
        write(store, |tx| {
            open(tx, seq, 1)?;
            change(tx, seq, |ticket| ticket.subject = "Historia y arte".into())?;
            say(tx, seq, Some(1), message("Lo de historias"), Vec::new())?;
            say(tx, seq, Some(6), note("Arte"), Vec::new())?;
            if merges { tx.merge_search(usize::MAX) } else { Ok(()) }
        });
        write(store, |tx| change(tx, seq, |ticket| ticket.subject = "Derecho".into()));
        merging(store, |desk| {
            let seen = |query: &str, visible: Visibility| found(desk, &search(query, visible)).unwrap().contains(&seq);
            assert!(seen("derecho historia arte", Visibility::All));
            assert!(seen("derecho historia", Visibility::Client(AccountId(1))));
            assert!(!seen("arte", Visibility::Client(AccountId(1))));
            assert!(!seen("duda", Visibility::All));
        });
    }
}

fn merging_changes_no_answer_and_comes_to_an_end<S: Store>(store: &S) {
    write(store, |tx| {
        for seq in 1..=20 {
            open(tx, seq, seq % 3)?;
            say(tx, seq, Some(1), message(&format!("Grupo {} del curso", seq % 4)), Vec::new())?;
        }
        Ok(())
    });
    merging(store, |desk| {
        assert_eq!(found(desk, &search("grupos 3", Visibility::All)).unwrap(), [19, 15, 11, 7, 3]);
        assert_eq!(found(desk, &search("cursos", Visibility::Client(AccountId(2)))).unwrap(), [20, 17, 14, 11, 8, 5, 2]);
    });
    write(store, |tx| tx.merge_search(0));
}

fn a_transaction_finds_what_it_wrote<S: Store>(store: &S) {
    for (seq, comes_many, word) in [(1, false, "trabajos"), (2, true, "exámenes")] {
        write(store, |tx| {
            if comes_many {
                tx.expect_many_texts();
            }
            open(tx, seq, 1)?;
            say(tx, seq, Some(1), message(&format!("{word} finales")), Vec::new())?;
            let query = format!("{word} duda");
            assert_eq!(found(tx.as_read(), &search(&query, Visibility::All))?, [seq]);
            tx.merge_search(usize::MAX)?;
            assert_eq!(found(tx.as_read(), &search(&query, Visibility::All))?, [seq]);
            change(tx, seq, |ticket| ticket.subject = "Entrega".into())?;
            assert_eq!(found(tx.as_read(), &search("duda", Visibility::All))?, [0; 0]);
            assert_eq!(found(tx.as_read(), &search(&format!("{word} entregas"), Visibility::All))?, [seq]);
            Ok(())
        });
    }
}
