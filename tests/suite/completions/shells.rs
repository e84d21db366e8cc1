//! Completion in real shells on a terminal: the scripts, and what becomes of a line.

use std::process::Command;

use crate::support::stage::Data;
use crate::support::{Desk, Person, Stage, folder};

/// A shell on a terminal, with the program on its path and nobody's settings.
fn shell(desk: &Desk, person: &Person<'_>, name: &str, arguments: &[&str]) -> Option<Stage> {
    if Command::new(name).arg("--version").output().is_err() {
        assert!(std::env::var_os("CI").is_none(), "there is no {name} here");
        println!("skipped: there is no {name} here");
        return None;
    }
    let mut program = Command::new(name);
    program.args(arguments).current_dir(desk.home());
    for (key, value) in person.command(["whoami"]).build().get_envs() {
        program.env(key, value.unwrap_or_default());
    }
    let binary = std::path::Path::new(env!("CARGO_BIN_EXE_taquilla")).parent().unwrap();
    program.env("PATH", format!("{}:/usr/bin:/bin", binary.display())).env("TERM", "xterm").env("LC_ALL", "C.UTF-8");
    let stage = Stage::open(folder(), &program, "", 100, Data::Shown);
    Some(stage)
}

/// Types a number's beginning and the key that puts its end behind it, then a line with several ends, which are shown with their
/// subjects.
fn completes(name: &str, arguments: &[&str], prepare: &str, keys: &str) {
    let (desk, one) = loop {
        let desk = Desk::staffed();
        let ana = desk.person("ana");
        let (one, two) = (ana.opens("Una duda de Historia"), ana.opens("Otra de Derecho"));
        // A beginning that both have would be put on the line, and neither be shown yet.
        if one[..1] != two[..1] {
            break (desk, one);
        }
    };
    let sara = desk.person("sara");
    let Some(mut stage) = shell(&desk, &sara, name, arguments) else { return };
    let ending = stage.start();
    stage.send(&format!("{prepare}; echo rea''dy\r"));
    stage.wait("ready");
    // All but the last digit: only one ticket is left.
    stage.send(&format!("taquilla show {}\t", &one[..5]));
    stage.wait(&one[5..]);
    stage.send("--format ids\r");
    stage.wait(&format!("{one}\r\n"));
    stage.send(&format!("taquilla show {keys}"));
    stage.wait("Otra de Derecho");
    stage.wait("Una duda de Historia");
    stage.send("\u{15}");
    stage.send("exit\r");
    stage.wait("[done]");
    ending.wait();
}

#[test]
fn bash_shows_tickets() {
    completes("bash", &["--norc", "--noprofile", "-i"], "source <(taquilla completions bash)", "\t\t\t");
}

/// What a line becomes when TAB is pressed at its end: each typed line with the words that bash then runs.
#[test]
fn bash_completes_words_that_it_parts_or_that_stand_in_quotes() {
    let desk = Desk::staffed();
    for topic in ["Historia antigua", "Grado: Derecho", "L'any nou", "Cuotas \"ya\" $5"] {
        desk.admin().does(["topic", "add", topic]);
    }
    let number = desk.person("ana").opens("Una duda");
    let sara = desk.person("sara");
    let Some(mut stage) = shell(&desk, &sara, "bash", &["--norc", "--noprofile", "-i"]) else { return };
    let ending = stage.start();
    // Whatever is completed for the program is completed for a command that shows its words.
    stage.send("source <(taquilla completions bash); mostrar() { printf '<%s>' \"$@\"; echo '|'; }\r");
    stage.send("eval \"$(complete -p taquilla | sed 's/taquilla$/mostrar/')\"; set +H; echo rea''dy\r");
    stage.wait("ready");
    let most = &number[..5];
    let lines: [(&str, &str); 16] = [
        ("open --topic \"Hist\t", "<open><--topic><Historia antigua>"),
        ("open --topic \"Historia a\t", "<open><--topic><Historia antigua>"),
        ("open --topic 'hist\t", "<open><--topic><Historia antigua>"),
        ("open --topic Hist\t", "<open><--topic><Historia antigua>"),
        ("open --topic Historia\\ a\t", "<open><--topic><Historia antigua>"),
        ("open --topic=Hist\t", "<open><--topic=Historia antigua>"),
        ("open --topic=\"Hist\t", "<open><--topic=Historia antigua>"),
        ("open --topic Gra\t", "<open><--topic><Grado: Derecho>"),
        ("open --topic grado:\\ De\t", "<open><--topic><grado: Derecho>"),
        ("open --topic 'Grado: D\t", "<open><--topic><Grado: Derecho>"),
        ("open --topic L\t", "<open><--topic><L'any nou>"),
        ("open --topic 'Cuo\t", "<open><--topic><Cuotas \"ya\" $5>"),
        ("open --topic \"Cuo\t", "<open><--topic><Cuotas \"ya\" $5>"),
        ("assign 1 --to=mar\t", "<assign><1><--to=marta>"),
        ("assign 1 --to=mar\t--note=a:b", "<assign><1><--to=marta><--note=a:b>"),
        ("--desk=\"DESK\" list --from=bru\t", "<list><--from=bruno>"),
    ];
    for (typed, words) in lines {
        stage.send(&format!("mostrar {}\r", typed.replace("DESK", desk.path().to_str().unwrap())));
        stage.wait(&format!("{words}|"));
    }
    // In the midst of a line, and where only one of several signs was left to part words at.
    stage.send(&format!("mostrar show {most} --all\u{1b}b\u{1b}b\u{1b}f\t\r"));
    stage.wait(&format!("<show><{number}><--all>|"));
    stage.send("COMP_WORDBREAKS=${COMP_WORDBREAKS//[=:]/}; mostrar assign 1 --to=mar\t\r");
    stage.wait("<assign><1><--to=marta>|");
    stage.send("mostrar open --topic=\"Hist\t\r");
    stage.wait("<open><--topic=Historia antigua>|");
    stage.send("exit\r");
    stage.wait("[done]");
    ending.wait();
}

#[test]
fn zsh_shows_tickets() {
    let prepare = "autoload -Uz compinit; compinit -u -D; source <(taquilla completions zsh)";
    completes("zsh", &["-f", "-i"], prepare, "\t");
}

#[test]
fn fish_shows_tickets() {
    completes("fish", &["--no-config", "-i"], "taquilla completions fish | source", "\t");
}
