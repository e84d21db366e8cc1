//! Asks one question and says what came of it, so that the tests can put every kind of question on a real terminal.
//!
//! `prompts LANGUAGE RESULT-FILE KIND [ARGUMENT]…`; the file gets the answer, or why there is none and what there was.

use std::path::Path;
use std::process::ExitCode;

use taquilla::domain::language::Language;
use taquilla::i18n::Words;
use taquilla::ui::prompt::{Editor, Item, Leads, PromptError, Prompter, Unfinished};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let [language, result, kind, rest @ ..] = arguments.as_slice() else { return ExitCode::from(2) };
    let words = Words::new(Language::from_code(language).unwrap_or(Language::Spanish));
    let mut prompter = Prompter::new(&words, false).plain(rest.iter().any(|argument| argument == "plain"));
    let (text, code) = match ask(&mut prompter, kind, rest) {
        Ok(answer) => (format!("answer={answer}"), 0),
        Err(Unfinished { error, partial, .. }) => {
            let (name, code) = match error {
                PromptError::Interrupted => ("interrupted".to_owned(), 130),
                PromptError::EndOfInput => ("end".to_owned(), 9),
                PromptError::HungUp => ("hung-up".to_owned(), 129),
                PromptError::Failed(error) => (error.to_string(), 1),
            };
            (format!("{name} partial={partial:?}"), code)
        }
    };
    if std::fs::write(result, text).is_err() {
        return ExitCode::FAILURE;
    }
    ExitCode::from(code)
}

fn ask(prompter: &mut Prompter<'_>, kind: &str, rest: &[String]) -> Result<String, Unfinished> {
    let first = rest.first().map(String::as_str);
    Ok(match kind {
        "line" => prompter.line("Asunto", first.filter(|default| *default != "plain"))?,
        "secret" => prompter.secret("Clave")?.to_string(),
        "confirm" => prompter.confirm("Seguro", first.map(|default| default == "yes"))?.to_string(),
        "choose" => prompter.choose("Menú", &rest.iter().map(Item::from).collect::<Vec<_>>(), 0)?.to_string(),
        "many" => {
            let items: Vec<Item> = (1..=60).map(|number| Item::from(format!("{number} {}", "largo ".repeat(40)))).collect();
            prompter.choose("Menú", &items, 0)?.to_string()
        }
        "back" => {
            let mut items: Vec<Item> = (1..=60).map(|number| Item::from(number.to_string())).collect();
            items.push(Item { leads: Leads::On, ..Item::from("más") });
            items.push(Item { leads: Leads::Back, ..Item::from("volver") });
            prompter.choose("Menú", &items, 0)?.to_string()
        }
        "text" => prompter.text("Consulta", first.unwrap_or_default())?,
        "two" => format!("{}|{}", prompter.line("Uno", None)?, prompter.line("Dos", None)?),
        "two-askers" => {
            let words = Words::new(Language::Spanish);
            format!("{}|{}", prompter.line("Uno", None)?, Prompter::new(&words, false).line("Dos", None)?)
        }
        "then-wait" => {
            prompter.line("Uno", None)?;
            let _ = std::io::Write::write_all(&mut std::io::stderr(), b"waiting");
            let mut line = String::new();
            let _ = std::io::stdin().read_line(&mut line);
            line
        }
        "editor" => {
            let folder = Path::new(rest.get(1).map_or(".", String::as_str));
            format!("{:?}", Editor { command: first, folder, ending: ".md" }.edit("antes\n")?)
        }
        _ => String::new(),
    })
}
