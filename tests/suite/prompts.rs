//! Every kind of question on a real terminal: its answer, Ctrl-C, Ctrl-D, a dropped line; and the terminal afterwards.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::folder;
use crate::support::stage::{Data, Stage, kill};

const UP: &str = "\u{1b}[A";
const DOWN: &str = "\u{1b}[B";
const LEFT: &str = "\u{1b}[D";

/// The program in `examples/prompts.rs`, which `cargo test` builds beside this one.
fn program() -> PathBuf {
    let test = std::env::current_exe().expect("the test has a path");
    let program = test.parent().and_then(Path::parent).expect("a target folder").join("examples/prompts");
    assert!(program.exists(), "build it first: cargo build --example prompts");
    program
}

fn open(arguments: &[&str]) -> Stage {
    open_with("", arguments)
}

/// With something for the shell to do first.
fn open_with(first: &str, arguments: &[&str]) -> Stage {
    let mut command = Command::new(program());
    command.args(arguments);
    Stage::open(folder(), &command, first, 40, Data::None)
}

/// The exit code and the result that a question ends with.
fn end(stage: &mut Stage) -> (String, String) {
    (stage.end(), stage.file("result"))
}

/// Plays one question: what is shown first, what is typed, and the code and the result it ends with.
fn play(arguments: &[&str], shown: &str, typed: &str) -> (String, String) {
    let mut stage = open(&[&["es", "result"], arguments].concat());
    let _over = stage.start();
    stage.wait(shown);
    stage.send(typed);
    end(&mut stage)
}

fn answer(arguments: &[&str], shown: &str, typed: &str) -> String {
    let (code, result) = play(arguments, shown, typed);
    assert_eq!(code, "0", "{result}");
    result.strip_prefix("answer=").expect("an answer").to_owned()
}

/// Plays something with every kind of question, all at once, since most of the time is waiting.
fn with_every_kind(play: impl Fn(&[&str], &str) + Sync) {
    std::thread::scope(|scope| {
        for (kind, shown) in KINDS {
            scope.spawn(|| play(kind, shown));
        }
    });
}

/// Every kind of question and what it shows last before it waits.
const KINDS: &[(&[&str], &str)] = &[
    (&["line"], "Asunto"),
    (&["secret"], "Clave"),
    (&["confirm"], "[s/n]"),
    (&["choose", "uno", "dos"], "elegir"),
    (&["text"], "un punto."),
    (&["line", "plain"], "Asunto"),
];

#[test]
fn a_line_is_typed_and_mended() {
    assert_eq!(answer(&["line"], "Asunto", " Duda sobre el índice \r"), "Duda sobre el índice");
    assert_eq!(answer(&["line"], "Asunto", &format!("añb{LEFT}\u{7f}x\r")), "axb");
    assert_eq!(answer(&["line"], "Asunto", "mal\u{15}bien\n"), "bien");
    assert_eq!(answer(&["line", "Reportar consulta"], "Reportar consulta", "\r"), "Reportar consulta");
    assert_eq!(answer(&["line", "uno"], "uno", "dos\r"), "dos");
}

#[test]
fn a_long_line_that_takes_several_rows_is_mended_in_its_middle() {
    let text = "palabra ".repeat(20);
    assert_eq!(
        answer(&["line"], "Asunto", &format!("{text}{}X\r", LEFT.repeat(8))),
        format!("{}Xpalabra", "palabra ".repeat(19))
    );
}

#[test]
fn an_answer_that_is_no_text_or_too_long_is_asked_for_again() {
    let mut stage = open(&["es", "result", "line"]);
    let _over = stage.start();
    stage.wait("Asunto");
    stage.send_bytes(b"a\xff\xfe\r");
    stage.wait("UTF-8");
    stage.wait("Asunto");
    stage.send(&format!("{}\r", "x".repeat(1_025)));
    stage.wait("1024");
    stage.wait("Asunto");
    stage.send("bien\r");
    assert_eq!(end(&mut stage), ("0".to_owned(), "answer=bien".to_owned()));
}

#[test]
fn a_paste_into_a_line_answers_only_that_line() {
    let mut stage = open(&["es", "result", "two"]);
    let _over = stage.start();
    stage.wait("Uno");
    stage.send("\u{1b}[200~a\r\nb\r\n\u{1b}[201~\r");
    stage.wait("Dos");
    stage.send("c\r");
    assert_eq!(end(&mut stage).1, "answer=a b|c");
}

#[test]
fn what_is_typed_ahead_waits_for_the_next_question() {
    assert_eq!(answer(&["two"], "Uno", "a\rb\r"), "a|b");
}

#[test]
fn a_secret_is_never_shown() {
    let mut stage = open(&["es", "result", "secret"]);
    let _over = stage.start();
    stage.wait("Clave");
    stage.send(" contraseña larga \u{7f}\r");
    let (_, result) = end(&mut stage);
    assert_eq!(result, "answer= contraseña larga");
    assert!(!stage.seen.contains("larga") && !stage.seen.contains('*'), "{:?}", stage.seen);
}

#[test]
fn yes_and_no_are_said_in_the_language() {
    assert_eq!(answer(&["confirm"], "[s/n]", "s\r"), "true");
    assert_eq!(answer(&["confirm"], "[s/n]", "SÍ\r"), "true");
    assert_eq!(answer(&["confirm", "no"], "[s/N]", "\r"), "false");
    assert_eq!(answer(&["confirm", "yes"], "[S/n]", "\r"), "true");
    let mut stage = open(&["en", "result", "confirm"]);
    let _over = stage.start();
    stage.wait("[y/n]");
    stage.send("s\r");
    stage.wait("Answer y");
    stage.wait("[y/n]");
    stage.send("\r");
    stage.wait("Answer y");
    stage.send("no\r");
    assert_eq!(end(&mut stage).1, "answer=false");
}

#[test]
fn a_menu_is_moved_through_with_the_arrows() {
    let items = ["choose", "uno", "dos", "tres"];
    assert_eq!(answer(&items, "elegir", "\r"), "0");
    assert_eq!(answer(&items, "elegir", &format!("{DOWN}{DOWN}\r")), "2");
    assert_eq!(answer(&items, "elegir", &format!("{UP}\r")), "2");
    assert_eq!(answer(&items, "elegir", &format!("3{DOWN}\r")), "0");
    // A digit beyond the last, and Esc where there is no way back, choose nothing.
    assert_eq!(answer(&items, "elegir", &format!("{DOWN}9\r")), "1");
    assert_eq!(answer(&items, "elegir", &format!("{DOWN}\u{1b}\u{1b}[B\r")), "2");
    assert_eq!(answer(&["many"], "1/60", &format!("\u{1b}[F{UP}\r")), "58");
    assert_eq!(answer(&["choose", "a\u{1b}[2Jb", "plain"], "2. plain", "1\r"), "0");
}

#[test]
fn esc_goes_back_and_only_things_are_counted() {
    assert_eq!(answer(&["back"], "1/60", "\u{1b}"), "61");
    let mut stage = open(&["es", "result", "back"]);
    let _over = stage.start();
    stage.wait("1/60");
    stage.send("\u{1b}[F");
    stage.wait("60/60");
    stage.send("\u{1b}");
    assert_eq!(end(&mut stage).1, "answer=61");
}

#[test]
fn a_text_ends_with_a_single_dot() {
    assert_eq!(answer(&["text"], "un punto.", "Hola:\r\r  dos.\r.x\r.\r"), "Hola:\n\n  dos.\n.x\n");
    assert_eq!(answer(&["text", "borrador"], "borrador", "más\r.\r"), "borrador\nmás\n");
    assert_eq!(answer(&["text"], "un punto.", ".\r"), "");
}

#[test]
fn a_pasted_text_is_kept_whole() {
    let paragraph = "Un párrafo sin ningún salto de línea. ".repeat(500);
    let pasted = format!("\u{1b}[200~{paragraph}\r\n.\r\nfin\u{1b}[201~\r.\r");
    assert_eq!(answer(&["text"], "un punto.", &pasted), format!("{paragraph}\n.\nfin\n"));
}

#[test]
fn a_text_stops_at_its_most_and_says_so() {
    let mut stage = open(&["es", "result", "text"]);
    let _over = stage.start();
    stage.wait("un punto.");
    let line = format!("{}\n", "x".repeat(1_023));
    stage.send(&format!("\u{1b}[200~{}\u{1b}[201~", line.repeat(260)));
    stage.wait("256 KiB");
    stage.send("\r.\r");
    let (code, result) = end(&mut stage);
    assert_eq!((code.as_str(), result.len()), ("0", "answer=".len() + 256 * 1_024));
}

#[test]
fn ctrl_c_and_ctrl_d_end_every_question_and_leave_the_terminal_as_it_was() {
    with_every_kind(|kind, shown| {
        let (code, result) = play(kind, shown, "\u{3}");
        assert_eq!((code.as_str(), result.as_str()), ("130", "interrupted partial=None"), "{kind:?}");
        let (code, result) = play(kind, shown, "\u{4}");
        assert_eq!((code.as_str(), result.as_str()), ("9", "end partial=None"), "{kind:?}");
    });
}

#[test]
fn an_unfinished_text_is_handed_over() {
    let (code, result) = play(&["text"], "un punto.", "uno\rdos\u{3}");
    assert_eq!((code.as_str(), result.as_str()), ("130", "interrupted partial=Some(\"uno\\ndos\")"));
    let (code, result) = play(&["text", "borrador"], "borrador", "x\u{4}");
    assert_eq!((code.as_str(), result.as_str()), ("9", "end partial=Some(\"borrador\\nx\")"));
}

#[test]
fn signals_end_every_question_and_leave_the_terminal_as_it_was() {
    with_every_kind(|kind, shown| {
        for (signal, expected) in [("TERM", "129"), ("HUP", "129"), ("INT", "130")] {
            // The shell lives on and looks at the terminal, so only the program gets the signal.
            let first = format!("set -- sh -c 'echo $$ > pid; exec \"$@\"' sh \"$@\"; trap '' {signal}; trap - {signal}");
            let mut stage = open_with(&first, &[&["es", "result"], kind].concat());
            let _over = stage.start();
            stage.wait(shown);
            kill(signal, &stage.file("pid"));
            assert_eq!(stage.end(), expected, "{kind:?} {signal}");
        }
    });
}

#[test]
fn a_dropped_line_ends_every_question_and_keeps_the_text() {
    with_every_kind(|kind, shown| {
        let mut stage = open(&[&["es", "result"], kind].concat());
        let over = stage.start();
        stage.wait(shown);
        if kind[0] == "text" {
            stage.send("uno\rdos");
            stage.wait("dos");
        }
        stage.hang_up();
        over.wait();
        let partial = if kind[0] == "text" { "Some(\"uno\\ndos\")" } else { "None" };
        assert_eq!(stage.file("result"), format!("hung-up partial={partial}"), "{kind:?}");
    });
}

#[test]
fn between_questions_ctrl_c_does_what_it_always_does() {
    let mut stage = open_with("trap : INT", &["es", "result", "then-wait"]);
    let _over = stage.start();
    stage.wait("Uno");
    stage.send("a\r");
    stage.wait("waiting");
    stage.send("\u{3}");
    assert_eq!(end(&mut stage), ("130".to_owned(), String::new()));
}

/// Runs an editor that is a command of the shell.
fn edit(first: &str, command: &str) -> (String, String) {
    let mut stage = open_with(first, &["es", "result", "editor", command, "."]);
    let _over = stage.start();
    let end = end(&mut stage);
    let left: Vec<_> = fs::read_dir(stage.folder.path())
        .expect("the folder")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with("taquilla-"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    end
}

#[test]
fn what_an_editor_saved_and_nobody_can_read_is_left_where_it_is_told() {
    let mut stage = open_with("printf 'a\\361o' > bytes", &["es", "result", "editor", "cp bytes", "."]);
    let _over = stage.start();
    let (code, result) = end(&mut stage);
    let path = result.strip_prefix("answer=NotText(\"").and_then(|rest| rest.strip_suffix("\")")).expect(&result);
    assert_eq!(code, "0");
    assert_eq!(fs::read(stage.folder.path().join(path)).unwrap(), b"a\xf1o");
}

#[test]
fn what_an_editor_leaves_beside_its_file_goes_with_it() {
    let swap = "sh -c 'cp new \"$1\"; cp new \"$1.swp\"' sh";
    assert_eq!(edit("printf 'después\\n' > new", swap).1, "answer=Saved(\"después\\n\")");
}

#[test]
fn what_is_typed_ahead_waits_for_whoever_asks_next() {
    assert_eq!(answer(&["two-askers"], "Uno", "a\rb\r"), "a|b");
}

#[test]
fn every_way_to_leave_an_editor_is_told_apart() {
    let new = "printf 'después\\n' > new; printf 'a\\377' > bytes; printf ' \\n' > blank";
    let fake = "mkdir bin; printf '#!/bin/sh\\ncp new \"$1\"\\n' > bin/nano; chmod +x bin/nano; PATH=$PWD/bin:$PATH";
    let interrupted = "sh -c 'cp new \"$1\"; kill -INT $$' sh";
    for (first, command, code, expected) in [
        (new, "cp new", "0", "answer=Saved(\"después\\n\")"),
        (new, "true", "0", "answer=Unchanged"),
        (new, "cp blank", "0", "answer=Emptied"),
        (new, "rm", "0", "answer=Emptied"),
        (new, "false", "0", "answer=Failed { status: Some(1), text: None }"),
        (new, "sh -c 'cp new \"$1\"; exit 3' sh", "0", "answer=Failed { status: Some(3), text: Some(\"después\\n\") }"),
        (new, "no-such-editor", "0", "answer=Failed { status: Some(127), text: None }"),
        (new, interrupted, "130", "interrupted partial=Some(\"después\\n\")"),
        (&format!("{new}; {fake}"), "", "0", "answer=Saved(\"después\\n\")"),
        (&format!("{new}; {fake}"), "  ", "0", "answer=Saved(\"después\\n\")"),
        (
            new,
            "sh -c 'stty -echo raw; ls -l \"$1\" | cut -c1-10 > \"$1.mode\"; cp \"$1.mode\" \"$1\"; rm \"$1.mode\"' sh",
            "0",
            "answer=Saved(\"-rw-------\\n\")",
        ),
    ] {
        assert_eq!(edit(first, command), (code.to_owned(), expected.to_owned()), "{command}");
    }
}
