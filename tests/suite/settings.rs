//! The settings: in files and in an editor, what makes no sense, and what makes none together.

use super::support::stage::{Data, Stage};
use super::support::{Desk, Person, folder};

fn value(admin: &Person<'_>, key: &str) -> String {
    admin.json(["config", "get", key])["value"].as_str().unwrap().to_owned()
}

#[test]
fn a_file_is_taken_as_it_stands_or_not_at_all() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    let import = |text: &str| {
        desk.file("ajustes.toml", text);
        admin.command(["config", "import", "ajustes.toml"]).json().run()
    };
    let before = admin.json(["config", "list"]);
    let large = format!("[desk]\nphone = \"900\"\n{}", "# relleno\n".repeat(110_000));
    import(&large).refused(6, "file-too-large");
    import("[[desk]]\nname = \"x\"\n").refused(2, "bad-shape");
    import("[desk]\nname = [\"a\", \"b\"]\n").refused(2, "bad-shape");
    let slip = import("[desk]\nphone = \"900\"\nname =\n").refused(2, "bad-toml").error();
    assert!(slip["message"].as_str().unwrap().contains("línea 3"), "{slip}");
    let from_stdin = admin.command(["config", "import", "-"]).json().stdin("[desk").run().refused(2, "bad-toml").error();
    assert!(from_stdin["message"].as_str().unwrap().contains("entrada estándar"), "{from_stdin}");
    assert_eq!(admin.json(["config", "list"]), before);
    let done = import("[rules]\ninsults = [\"tonto\", \"necio\"] # dos\nburst = 5 # al día\n").ok().json();
    assert_eq!(done.as_array().unwrap().len(), 2);
    assert_eq!((value(&admin, "rules.insults"), value(&admin, "rules.burst")), ("tonto,necio".into(), "5".into()));
    // However many a file holds, the answer is a list.
    assert_eq!(import("[rules]\nburst = 6\n").ok().json().as_array().unwrap().len(), 1);
    assert_eq!(import("").ok().json().as_array().unwrap().len(), 0);
    assert!(admin.json(["config", "set", "rules.burst", "7"]).is_object());
    admin.command(["config", "set", "desk.phone", "-"]).stdin("900 123 123\n").run().ok();
    assert_eq!(value(&admin, "desk.phone"), "900 123 123");
    let exported = admin.json(["config", "export"]);
    assert!(exported.as_array().unwrap().iter().any(|setting| setting["key"] == "desk.phone"), "{exported}");
}

#[test]
fn settings_have_to_go_together() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    let clash = |line: &[&str]| {
        let error = admin.refused(line, 2, "settings-clash");
        assert!(error["hint"].as_str().is_some(), "{error}");
    };
    admin.does(["config", "set", "mail.smtp.tls", "none"]);
    clash(&["config", "set", "mail.smtp.host", "mail.example.com"]);
    for host in ["localhost", "127.0.0.1", "::1"] {
        admin.does(["config", "set", "mail.smtp.host", host]);
    }
    admin.does(["config", "set", "mail.smtp.tls", "tls"]);
    admin.does(["config", "set", "mail.smtp.host", "mail.example.com"]);
    clash(&["config", "set", "mail.smtp.tls", "none"]);
    admin.does(["config", "set", "mail.smtp.password_file", "/etc/clave"]);
    clash(&["config", "set", "mail.smtp.password_command", "pass correo"]);
    clash(&["config", "set", "answer.warn", "48h"]);
    clash(&["config", "set", "answer.due", "24h"]);
    // All of a command counts at once.
    desk.file("plazos.toml", "[answer]\nwarn = \"48h\"\ndue = \"72h\"\n");
    admin.does(["config", "import", "plazos.toml"]);
    clash(&["config", "unset", "answer.due"]);
    admin.does(["config", "set", "desk.phone", "900"]);
}

#[test]
fn patterns_and_values_that_make_no_sense() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    for key in ["mail.notify.EVENT", "mail.template.EVENT.LANG"] {
        admin.refused(["config", "set", key, "off"], 2, "no-such-setting");
    }
    for (key, value) in [
        ("mail.smtp.host", "x:25"),
        ("mail.smtp.host", ":::"),
        ("mail.smtp.host", "_._"),
        ("desk.url", "https:///"),
        ("desk.url", "http://[bad"),
        ("mail.from", "A \"b\" <a@b.es>"),
    ] {
        admin.refused(["config", "set", key, value], 2, "bad-setting");
    }
    let from = admin.json(["config", "set", "mail.from", "Soporte\r\n <a@b.es>"]);
    assert_eq!(from["value"], "Soporte <a@b.es>");
    let misspelt = admin.refused(["config", "get", "desk.nme"], 2, "no-such-setting");
    assert!(misspelt["hint"].as_str().unwrap().contains("desk.name"), "{misspelt}");
}

/// Opens the settings in an editor that is this shell script; the text is `$1`.
fn edits(desk: &Desk, script: &str) -> Stage {
    let editor = desk.file("editor.sh", format!("{script}\n"));
    let admin = desk.admin();
    let run = admin.command(["--lang", "es", "config", "edit"]).env("TERM", "xterm").env("NO_COLOR", "1");
    let run = run.env("EDITOR", format!("sh {}", editor.display()));
    Stage::open(folder(), &run.build(), "", 150, Data::None)
}

#[test]
fn an_editor_changes_only_what_was_changed_in_it() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    admin.does(["config", "set", "desk.phone", "900"]);
    admin.does(["config", "set", "desk.phone_cost", "nada"]);
    // Somebody else is quicker meanwhile.
    let meanwhile = format!(
        "'{}' --mail queue config set desk.phone 901 >/dev/null 2>&1\n\
         sed -i 's/^phone_cost.*//' \"$1\"; printf '[rules]\\nburst = 9\\n' >> \"$1\"",
        env!("CARGO_BIN_EXE_taquilla")
    );
    let mut stage = edits(&desk, &meanwhile);
    let _over = stage.start();
    stage.wait("rules.burst = 9");
    assert_eq!(stage.end(), "0");
    assert!(!stage.seen.contains("ya estaba"), "{}", stage.seen);
    let seen = ["desk.phone", "desk.phone_cost", "rules.burst"].map(|key| value(&admin, key));
    assert_eq!(seen, ["901", "", "9"]);
}

#[test]
fn what_was_written_in_an_editor_is_not_lost() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    // The first time there is a slip, the second time a bad value, then it is right; each goes on from what there was.
    let script = "n=$(cat veces 2>/dev/null || echo 0); n=$((n+1)); echo $n > veces\n\
                  case $n in 1) printf '[rules]\\nburst = \\n' >> \"$1\";; 2) sed -i 's/^burst = $/burst = 0/' \"$1\";;\n\
                  *) sed -i 's/^burst = 0$/burst = 8/' \"$1\";; esac";
    let mut stage = edits(&desk, script);
    let _over = stage.start();
    stage.wait("error de escritura");
    stage.wait("volver al editor");
    stage.send("s\r");
    stage.wait("no sirve para rules.burst");
    stage.wait("volver al editor");
    stage.send("\r");
    stage.wait("rules.burst = 8");
    assert_eq!(stage.end(), "0");
    assert_eq!(value(&admin, "rules.burst"), "8");
    // Whoever gives up finds it again.
    let mut stage = edits(&desk, "echo 'burst = ' >> \"$1\"");
    let _over = stage.start();
    stage.wait("volver al editor");
    stage.send("n\r");
    stage.wait("config import");
    assert_eq!(stage.end(), "9");
    let kept = admin.state().join("taquilla").join("config.toml");
    assert!(std::fs::read_to_string(kept).unwrap().contains("burst = \"8\""), "all of the text is there");
}
