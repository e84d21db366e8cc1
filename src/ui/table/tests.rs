//! Tables as people see them: aligned, cut, told one by one, never wider than the terminal.

use proptest::prelude::*;

use super::*;

fn tickets() -> Table {
    let mut table = Table::new(vec![
        Column::fixed("Número"),
        Column::fixed("Última actualización"),
        Column::text("Asunto"),
        Column::text("De"),
        Column::count("Adjuntos"),
    ]);
    let unread = |text: &str| Cell::new(text).bold(true);
    table.row(vec![
        unread("856444"),
        unread("18/07/17 15:12"),
        unread("Duda sobre el índice y la bibliografía del capítulo"),
        unread("Ana López"),
        unread("2"),
    ]);
    table.row(vec!["310277".into(), "17/07/17 09:00".into(), "日本語".into(), "Íñigo".into(), "10".into()]);
    table
}

#[test]
fn columns_are_aligned_by_what_is_seen() {
    let text = tickets().render(usize::MAX, false);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        "Número  Última actualización  Asunto                                               De         Adjuntos"
    );
    assert_eq!(
        lines[1],
        "856444  18/07/17 15:12        Duda sobre el índice y la bibliografía del capítulo  Ana López         2"
    );
    assert_eq!(
        lines[2],
        "310277  17/07/17 09:00        日本語                                               Íñigo            10"
    );
}

#[test]
fn only_texts_are_cut() {
    let text = tickets().render(72, false);
    assert!(text.contains("856444  18/07/17 15:12  Duda sobre el índice y la…  Ana López"), "{text}");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "        Última");
    assert!(lines[1].starts_with("Número  actualización   Asunto"), "headings fold before texts are cut: {text}");
    assert!(text.lines().all(|line| line.width() <= 72), "{text}");
}

#[test]
fn names_are_cut_before_a_text_is_hard_to_tell_from_others() {
    let mut table = Table::new(vec![
        Column::fixed("Última actualización").brief("Cambio"),
        Column::text("Asunto"),
        Column::name("De"),
        Column::name("Asignado a"),
    ]);
    let subject = "Duda sobre el índice y la bibliografía del capítulo";
    table.row(vec!["hoy".into(), subject.into(), "Ana María López".into(), "Marta Vega Ruiz".into()]);
    let lines = |width| table.render(width, false).lines().map(str::to_owned).collect::<Vec<_>>();
    let row = |width| lines(width).pop().unwrap();
    assert!(row(90).ends_with("…  Ana María López  Marta Vega Ruiz"), "{}", row(90));
    assert_eq!(row(67), "hoy     Duda sobre el índice y la bibliografía…  Ana Mar…  Marta V…");
    assert!(row(48).ends_with("  Ana Mar…  Marta V…") && row(48).width() <= 48, "{}", row(48));
    assert!(lines(48)[1].starts_with("Cambio  Asunto "), "{}", lines(48)[1]);
}

#[test]
fn a_very_narrow_terminal_gets_records() {
    let text = tickets().render(40, false);
    assert!(text.contains("Número:") && text.contains("856444") && text.contains("\n\n"), "{text}");
    assert!(text.contains("bibliografía"), "{text}");
    assert!(text.lines().all(|line| line.width() <= 40), "{text}");
}

#[test]
fn colour_changes_nothing_but_colour() {
    let plain = tickets().render(80, false);
    let coloured = tickets().render(80, true);
    assert!(coloured.contains("\u{1b}[1m856444\u{1b}[0m"), "{coloured}");
    assert_eq!(console::strip_ansi_codes(&coloured), plain);
    assert!(!plain.contains('\u{1b}'));
}

#[test]
fn hostile_cells_are_shown_and_stay_in_their_line() {
    let mut table = Table::new(vec![Column::text("Asunto")]);
    table.row(vec!["a\u{1b}[31m\nb\u{202e}".into()]);
    assert_eq!(table.render(80, true).lines().count(), 2);
    assert!(table.render(80, false).contains("a␛[31m b\\u{202e}"));
}

#[test]
fn rows_that_are_taken_out_stand_as_if_all_were_known() {
    let rows = |table: &mut Table, range: std::ops::Range<usize>| {
        for index in range {
            table.row(vec![
                format!("{index}").into(),
                "Duda".into(),
                "日本語".into(),
                "".into(),
                format!("{}", index % 7).into(),
            ]);
        }
    };
    let mut whole = tickets();
    rows(&mut whole, 0..30);
    let mut flowing = tickets();
    let mut text = flowing.take(false);
    for start in [0, 10, 20] {
        rows(&mut flowing, start..start + 10);
        text.push_str(&flowing.take(false));
        assert!(flowing.is_empty());
    }
    text.push_str(&flowing.render(usize::MAX, false));
    assert_eq!(text, whole.render(usize::MAX, false));
    // What is wider than all before it is not cut.
    let long = "una pregunta muy larga ".repeat(5);
    flowing.row(vec!["1".into(), "".into(), long.clone().into(), "Ana".into()]);
    assert_eq!(flowing.take(true), format!("1       {:22}{}  Ana\n", "", long.trim()));
}

#[test]
fn an_empty_table_is_nothing() {
    assert_eq!(Table::new(vec![Column::text("Asunto")]).render(80, true), "");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_wider_than_the_terminal(
        cells in proptest::collection::vec(proptest::collection::vec("[ -~áñ日❤\u{301}\u{fe0f}\u{200d}👩🎓]{0,60}", 3), 1..6),
        width in 24usize..140,
    ) {
        let mut table = Table::new(vec![Column::text("Asunto"), Column::text("Usuario"), Column::text("Tema")]);
        for row in cells {
            table.row(row.into_iter().map(Cell::from).collect());
        }
        for line in table.render(width, false).lines() {
            prop_assert!(line.width() <= width, "{} > {width}: {line}", line.width());
        }
        let coloured = table.render(width, true);
        prop_assert_eq!(console::strip_ansi_codes(&coloured).into_owned(), table.render(width, false));
    }
}

#[test]
fn a_text_that_is_read_whole_goes_on_below_its_beginning() {
    let mut table =
        Table::new(vec![Column::fixed("Tarea"), Column::prose("Motivo"), Column::prose("Nota"), Column::fixed("Desde")]);
    table.row(vec![
        "12".into(),
        Cell::new("Pide hablar de los plazos del curso").bold(true),
        "una nota larga".into(),
        "ayer".into(),
    ]);
    table.row(vec!["13".into(), "Corto".into(), "".into(), "hoy".into()]);
    let text = table.render(36, false);
    assert!(text.lines().all(|line| line.width() <= 36), "{text}");
    for word in ["Pide", "hablar", "plazos", "curso", "larga", "Corto"] {
        assert!(text.contains(word), "{text}");
    }
    assert!(!text.contains('…'), "{text}");
    assert_eq!(console::strip_ansi_codes(&table.render(36, true)), text);
    let whole = table.render(usize::MAX, false);
    assert_eq!(whole.lines().count(), 3, "{whole}");
}
