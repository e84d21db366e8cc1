//! Every question of the menus, reached by what is typed before it, and three ways to end it: Ctrl-C, Ctrl-D, a dropped line.

use std::sync::atomic::{AtomicUsize, Ordering};

use taquilla::domain::language::Language;

use super::sitting::Sitting;
use crate::support::{Desk, PASSWORD};

/// Sittings at the same time: most of each is waiting.
const AT_ONCE: usize = 24;

/// Questions on one way through the menus, each with what is typed at it; every one of them is ended once in each way.
type Way = &'static [(&'static str, &'static str)];

/// Who sits there, and the ways that they go.
const WAYS: &[(Who, Way)] = &[
    (
        Who::Guest,
        &[
            ("guide-guest", "1\r"),
            ("ask-email", "eva@example.com\r"),
            ("ask-name", "Eva\r"),
            ("ask-new-password", "PASSWORD\r"),
            ("ask-new-password-again", "PASSWORD\r"),
            ("ask-accept-rules", "YES\r"),
            ("guide-code", "\r"),
            ("guide-code-what", ""),
        ],
    ),
    (Who::Guest, &[("guide-guest", "2\r"), ("ask-login", "ana\r"), ("ask-password", "nada\r"), ("guide-log-in", "")]),
    (
        Who::Guest,
        &[
            ("guide-guest", "3\r"),
            ("guide-code-of", "2\r"),
            ("ask-email", "ana@example.com\r"),
            ("guide-code", "AAAA-AAAA\r"),
            ("ask-new-password", ""),
        ],
    ),
    (Who::Guest, &[("guide-guest", "4\r"), ("ask-number", "NUMBER\r"), ("ask-email", "ana@example.com\r"), ("guide-code", "")]),
    (Who::Guest, &[("guide-guest", "5\r"), ("guide-language-which", "")]),
    (
        Who::Client,
        &[
            ("guide-user", "1\r"),
            ("guide-topics", "1\r"),
            ("ui-subject", "Asunto\r"),
            ("ask-message", "1\r"),
            ("prompt-text-hint", "uno\rdos\r.\r"),
            ("guide-attach-path", "FILE\r"),
            ("guide-attach-more", "\r"),
            ("guide-open", "2\r"),
            ("guide-change-what", "5\r"),
            ("guide-open", "5\r"),
            ("guide-discard", ""),
        ],
    ),
    (
        Who::Client,
        &[
            ("guide-user", "2\r"),
            ("guide-tickets", "1\r"),
            ("guide-list-open", "1\r"),
            ("ui-status-new", "1\r"),
            ("ask-reply", "1\r"),
            ("prompt-text-hint", "uno\rdos\r.\r"),
            ("guide-attach-path", "\r"),
            ("ask-reply", "2\r"),
            ("ask-reply", ""),
        ],
    ),
    (
        Who::Client,
        &[
            ("guide-user", "2\r"),
            ("guide-tickets", "1\r"),
            ("guide-list-open", "1\r"),
            ("ui-status-new", "3\r"),
            ("guide-download-which", "1\r"),
            ("guide-download-how", "1\r"),
            ("guide-save-as", ""),
        ],
    ),
    (
        Who::Client,
        &[
            ("guide-user", "2\r"),
            ("guide-tickets", "1\r"),
            ("guide-list-open", "1\r"),
            ("ui-status-new", "2\r"),
            ("guide-close-sure", ""),
        ],
    ),
    (
        Who::Client,
        &[
            ("guide-user", "3\r"),
            ("guide-change-what", "1\r"),
            ("ask-name", "Ana\r"),
            ("guide-change-what", "2\r"),
            ("ui-user", "ana\r"),
            ("guide-change-what", "4\r"),
            ("ask-email", "otra@example.com\r"),
            ("guide-code", ""),
        ],
    ),
    (Who::Client, &[("guide-user", "3\r"), ("guide-change-what", "3\r"), ("guide-language-which", "")]),
    (
        Who::Client,
        &[("guide-user", "3\r"), ("guide-change-what", "5\r"), ("ask-old-password", "PASSWORD\r"), ("ask-new-password", "")],
    ),
    (
        Who::Secretary,
        &[
            ("guide-user", "1\r"),
            ("guide-unassigned", "1\r"),
            ("ui-status-new", "3\r"),
            ("guide-assign-whom", "1\r"),
            ("guide-assign-note", "\r"),
            ("ui-status-pending", "4\r"),
            ("guide-release-reason", ""),
        ],
    ),
    (
        Who::Secretary,
        &[
            ("guide-user", "5\r"),
            ("ask-number", "NUMBER\r"),
            ("ui-status-new", "2\r"),
            ("ask-note", "1\r"),
            ("prompt-text-hint", "uno\rdos\r.\r"),
            ("guide-attach-path", "\r"),
            ("ask-note", ""),
        ],
    ),
    (Who::Secretary, &[("guide-user", "5\r"), ("ask-number", "NUMBER\r"), ("ui-status-new", "5\r"), ("ui-priority", "")]),
    (Who::Secretary, &[("guide-user", "7\r"), ("guide-open-for-whom", "")]),
    (Who::Secretary, &[("guide-user", "6\r"), ("guide-search-words", "tema\r"), ("guide-search-found", "")]),
    (Who::Secretary, &[("guide-user", "8\r"), ("ui-stats-title", "")]),
    (
        Who::Secretary,
        &[
            ("guide-user", "5\r"),
            ("ask-number", "NUMBER\r"),
            ("ui-status-new", "6\r"),
            ("guide-merge-into", "1\r"),
            ("guide-merge-sure", ""),
        ],
    ),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Guest,
    Client,
    Secretary,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    Interrupt,
    EndOfInput,
    HangUp,
}

/// One question, and how it is ended.
struct Walk {
    who: Who,
    way: Way,
    ending: Ending,
    language: Language,
}

impl Walk {
    /// All of them, in the two languages by turns.
    fn all() -> Vec<Self> {
        let mut walks = Vec::new();
        for (who, way) in WAYS {
            for length in 1..=way.len() {
                for ending in [Ending::Interrupt, Ending::EndOfInput, Ending::HangUp] {
                    let language = Language::ALL[walks.len() % 2];
                    walks.push(Self { who: *who, way: &way[..length], ending, language });
                }
            }
        }
        // A way that begins as another does is not gone twice.
        walks.sort_by_key(|walk| (walk.way, walk.who as usize, walk.ending as usize));
        walks.dedup_by_key(|walk| (walk.places(), walk.who as usize, walk.ending as usize));
        walks
    }

    /// What tells one question from another: the way to it, without what is typed at it.
    fn places(&self) -> (Way, &'static str) {
        let last = self.way.len() - 1;
        (&self.way[..last], self.way[last].0)
    }

    /// Whether something is changed on the way, so that nobody else may go there.
    fn leaves_a_trace(&self) -> bool {
        let changes = ["prompt-text-hint", "guide-assign-note", "ask-name", "ui-user", "ask-email", "ask-new-password"];
        self.who == Who::Guest || self.way.iter().any(|(question, _)| changes.contains(question))
    }

    fn go(&self, template: &Desk, shared: &Desk, number: &str) {
        if self.leaves_a_trace() {
            let desk = template.twin();
            self.go_on(&desk, number);
        } else {
            self.go_on(shared, number);
        }
    }

    fn go_on(&self, desk: &Desk, number: &str) {
        let person = match self.who {
            Who::Guest => desk.guest("eva"),
            Who::Client => desk.guest("ana"),
            Who::Secretary => desk.guest("sara"),
        };
        let mut sitting = Sitting::at(&person, self.language);
        let (last, before) = self.way.split_last().expect("a question");
        for (question, typed) in before {
            sitting.ask(question);
            let yes = sitting.words.text("prompt-yes");
            let typed = typed.replace("PASSWORD", PASSWORD).replace("NUMBER", number).replace("YES", &yes);
            sitting.send(&typed.replace("FILE", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")));
        }
        sitting.ask(last.0);
        let is_text = last.0 == "prompt-text-hint";
        if is_text {
            sitting.send("uno\rdos");
            sitting.stage.wait("dos");
        }
        match self.ending {
            Ending::Interrupt => {
                sitting.send("\u{3}");
                assert_eq!(sitting.stage.end(), "130");
            }
            Ending::EndOfInput => {
                sitting.send("\u{4}");
                assert_eq!(sitting.stage.end(), "9");
            }
            Ending::HangUp => {
                sitting.stage.hang_up();
                sitting.over.wait();
            }
        }
        if is_text || before.iter().any(|(question, _)| *question == "prompt-text-hint") {
            self.find_draft(desk);
        }
    }

    /// What was written is offered in the same place.
    fn find_draft(&self, desk: &Desk) {
        let person = desk.guest(if self.who == Who::Client { "ana" } else { "sara" });
        let mut sitting = Sitting::at(&person, self.language);
        for (question, typed) in
            self.way.iter().take_while(|(question, _)| !matches!(*question, "guide-topics" | "ask-reply" | "ask-note"))
        {
            sitting.answer(question, &typed.replace("NUMBER", &self.number(desk)));
        }
        sitting.see("ask-draft-found");
        sitting.stage.wait("uno\r\ndos");
        sitting.ask("ask-draft-keep");
        sitting.send("\u{3}");
        assert_eq!(sitting.stage.end(), "130");
    }

    fn number(&self, desk: &Desk) -> String {
        super::number(&desk.guest(if self.who == Who::Client { "ana" } else { "sara" }))
    }
}

#[test]
fn every_question_ends_well() {
    let desk = Desk::new();
    let ana = desk.client("ana");
    desk.staff("marta", "agent");
    desk.staff("sara", "secretary");
    desk.admin().run(["topic", "add", "Historia"]).ok();
    let file = desk.file("tema.txt", "Tema 3");
    ana.run(["open", "--subject", "Otro", "-m", "Hola"]).ok();
    ana.run(["open", "--subject", "Tema 1", "-m", "Hola", "--attach", file.to_str().unwrap()]).ok();
    let number = super::number(&ana);
    let shared = desk.twin();
    let walks = Walk::all();
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(walk) = walks.get(next.fetch_add(1, Ordering::Relaxed)) {
                    // A test that fails in a thread should say where it was.
                    let result = std::panic::catch_unwind(|| walk.go(&desk, &shared, &number));
                    assert!(result.is_ok(), "{:?} {:?} {:?} {:?}", walk.who, walk.way, walk.ending, walk.language);
                }
            });
        }
    });
}
