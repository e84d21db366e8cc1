//! Tables as a terminal shows them: how many rows, and what gives way on a narrow one.

use taquilla::domain::time::Span;

use super::support::stage::{Data, Stage};
use super::support::{Desk, Person, folder};

/// All that a command shows on a terminal of so many columns.
fn shown(person: &Person<'_>, line: &[&str], columns: usize) -> String {
    let run = person.command(["--no-pager"].iter().chain(line)).env("TERM", "xterm").env("NO_COLOR", "1");
    let mut stage = Stage::open(folder(), &run.build(), "", columns, Data::Shown);
    let over = stage.start();
    assert_eq!(stage.end(), "0", "{}", stage.seen);
    over.wait();
    stage.seen.clone()
}

#[test]
fn a_terminal_is_told_of_more_only_where_there_is_more() {
    let desk = Desk::staffed();
    let (ana, bruno, sara) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"));
    bruno.opens("Última de todas");
    for index in 0..25 {
        ana.opens(&format!("Ticket {index}"));
    }
    desk.advance(Span::days(4));
    sara.log_in().ok();
    let told = || {
        let shown = shown(&sara, &["list", "--overdue"], 120);
        assert_eq!(shown.matches("Ticket ").count(), 25, "{shown}");
        shown.contains("Se muestran los primeros 25")
    };
    assert!(told());
    // Whose client is suspended does not fall due.
    sara.does(["user", "suspend", "bruno", "--reason", "Datos"]);
    assert!(!told());
}

#[test]
fn on_a_narrow_terminal_names_and_dates_give_way_to_subjects() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    ana.does(["profile", "--name", "Ana María López de la Fuente"]);
    for index in [17, 18] {
        ana.opens(&format!("Consulta {index} sobre plazos"));
    }
    let languages = [("es", "Cambio", "Última actualización", "ahora"), ("en", "Updated", "Last update", "now")];
    for (language, narrow, wide, now) in languages {
        let lines = |columns| shown(&sara, &["--lang", language, "list"], columns);
        let table = lines(80);
        assert!(
            table.contains(narrow) && table.contains(now) && table.contains("  Ana Mar") && !table.contains("Fuente"),
            "{table}"
        );
        assert!(!table.contains(wide) && table.lines().all(|line| line.chars().count() <= 80), "{table}");
        let full = lines(130);
        assert!(full.contains(wide) && full.contains("10:00") && full.contains("Ana María López de la Fuente"), "{full}");
        for subject in ["Consulta 17 sobre plazos", "Consulta 18 sobre plazos"] {
            assert!(table.contains(subject) && full.contains(subject), "{table}{full}");
        }
    }
}

#[test]
fn reasons_and_absences_fit_a_usual_terminal() {
    let desk = Desk::staffed();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    let number = ana.opens("Una consulta sobre la bibliografía del segundo tema");
    let line = ["assign", &number, "--auto", "--explain", "-n"];
    for (language, why) in [("es", "Menos tickets abiertos"), ("en", "Fewest open tickets")] {
        let table = shown(&sara, &[&["--lang", language], &line[..]].concat(), 80);
        let row = table.lines().find(|line| line.contains(&number)).unwrap();
        assert!(row.contains("Una consulta sobre la bib") && row.trim_end().ends_with(why), "{table}");
    }
    desk.person("marta").does(["user", "away", "me", "--until", "2026-12-04", "--substitute", "mateo"]);
    for (language, away) in [("es", "Fuera hasta 04/12/26 (mateo)"), ("en", "Away until 2026-12-04 (mateo)")] {
        let table = shown(&admin, &["--lang", language, "user", "list"], 80);
        let row = table.lines().find(|line| line.contains(away)).unwrap_or_else(|| panic!("{table}"));
        assert!(row.starts_with("marta "), "{table}");
    }
}
