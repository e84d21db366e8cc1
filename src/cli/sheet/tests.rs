//! What spreadsheets write, and what nobody should.

use super::*;
use proptest::prelude::*;

const COLUMNS: [Column; 3] = [
    Column { name: "email", also: &["correo electrónico", "correo"], is_needed: true },
    Column { name: "name", also: &["nombre"], is_needed: true },
    Column { name: "note", also: &[], is_needed: false },
];

fn parsed(bytes: &[u8]) -> Result<Sheet, Failure> {
    parse(Path::new("gente.csv"), bytes, &COLUMNS, Headings::Needed)
}

fn ids(columns: &[ColumnName]) -> Vec<&'static str> {
    columns.iter().map(|column| column.id).collect()
}

fn texts(sheet: &Sheet) -> Vec<(u64, Vec<&str>)> {
    sheet.rows.iter().map(|row| (row.line, row.cells.iter().map(|cell| cell.text.as_str()).collect())).collect()
}

#[test]
fn whatever_a_spreadsheet_writes_is_read() {
    let expected = vec![(2, vec!["ana@example.com", "Ana Núñez", ""])];
    let utf16 = |text: &str| [vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
    for bytes in [
        "email,name\nana@example.com,Ana Núñez\n".as_bytes(),
        "\u{feff}Email;Nombre\r\nana@example.com;\"Ana Núñez\"\r\n".as_bytes(),
        "Nombre\tCorreo Electrónico\nAna Núñez\tana@example.com".as_bytes(),
        b"CORREO;NOMBRE;;\r\nana@example.com;Ana N\xfa\xf1ez;;\r\n;;;\r\n",
        &utf16("nombre\tcorreo\r\nAna Núñez\tana@example.com\r\n"),
    ] {
        assert_eq!(texts(&parsed(bytes).unwrap()), expected, "{}", String::from_utf8_lossy(bytes));
    }
    let named = parsed(b"sep=;\r\nemail;name;note\r\na@b.es;A, B;x\r\n").unwrap();
    assert_eq!(texts(&named), [(3, vec!["a@b.es", "A, B", "x"])]);
    let euro = parsed(b"email,name,note\na@b.es,A,\x80\n").unwrap();
    assert_eq!(euro.rows[0].cells[2].text, "€");
}

#[test]
fn each_row_has_the_line_that_it_begins_on() {
    let sheet = parsed(b"\r\n\r\nemail,name,note\r\n\r\na@b.es,A,\"one\r\ntwo\"\r\n\r\n\r\nc@d.es,C,\r\nd@e.es,D").unwrap();
    assert_eq!(sheet.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [5, 9, 10]);
    assert_eq!(sheet.rows[0].cells[2].text, "one\r\ntwo");
    let old = parsed(b"sep=;\r\remail;name;note\ra@b.es;A;\"one\rtwo\"\r\rc@d.es;C\r").unwrap();
    assert_eq!(old.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [4, 7]);
    let both = parsed(b"email,name\r\n\ra@b.es,A\n\rb@b.es,B\n").unwrap();
    assert_eq!(both.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [3, 5]);
}

#[test]
fn what_is_wrong_is_told_by_line_and_all_of_it() {
    let long = "x".repeat(LONGEST_ROW);
    let text = format!("email,name\n,A\na@b.es,A,more\n{long},B\nb@c.es,B,,\nc@d.es,\"C\nd@e.es,D\n");
    let sheet = parsed(text.as_bytes()).unwrap();
    assert_eq!(texts(&sheet), [(5, vec!["b@c.es", "B", ""])]);
    let faults: Vec<_> = sheet.faults.iter().map(|fault| (fault.line, &fault.refusal)).collect();
    let column = ColumnName { id: "email", heading: Some("email".to_owned()) };
    assert_eq!(
        faults,
        [
            (2, &Refusal::BadSheet(SheetFault::EmptyCell { column })),
            (3, &Refusal::BadSheet(SheetFault::RowTooWide { found: 3, expected: 2 })),
            (4, &Refusal::BadSheet(SheetFault::RowTooLong { most: LONGEST_ROW as u64 })),
            (6, &Refusal::BadSheet(SheetFault::OpenQuote)),
        ]
    );
    let inches = parsed(b"email,name\na@b.es,A 5\" wide").unwrap();
    assert_eq!(texts(&inches), [(2, vec!["a@b.es", "A 5\" wide", ""])], "a quote within a cell is none");
}

#[test]
fn formulas_are_told_from_what_our_own_export_keeps_from_being_one() {
    let sheet = parsed(b"email,name\n=1+1,'=1+1\n'@ana,'Tis\n").unwrap();
    let cells: Vec<_> =
        sheet.rows.iter().flat_map(|row| &row.cells[..2]).map(|cell| (cell.text.as_str(), cell.is_formula)).collect();
    assert_eq!(cells, [("=1+1", true), ("=1+1", false), ("@ana", false), ("'Tis", false)]);
}

#[test]
fn headings_may_stand_in_any_order_but_each_once_and_all_that_are_needed() {
    assert!(matches!(parsed(b"email,Correo,name\n"), Err(Failure::DoubleColumn(_, both)) if both == ["email", "Correo"]));
    assert!(matches!(parsed(b"name\nAna\n"), Err(Failure::MissingColumn { columns, .. }) if ids(&columns) == ["email"]));
    assert!(matches!(parsed(b"a@b.es,Ana\n"), Err(Failure::MissingColumn { columns, .. }) if ids(&columns) == ["email", "name"]));
    let sheet = parsed(b"name,phone,email,\nA,600,a@b.es,\n").unwrap();
    assert_eq!((sheet.ignored.as_slice(), sheet.rows.len()), (["phone".to_owned()].as_slice(), 1));
    let optional = Headings::Unless(|first| first.contains('@'));
    let bare = parse(Path::new("-"), b"a@b.es;A;x, y\n", &COLUMNS, optional).unwrap();
    assert_eq!(texts(&bare), [(1, vec!["a@b.es", "A", "x, y"])]);
    let called_like_one = parse(Path::new("-"), b"a@b.es;name;x\n", &COLUMNS, optional).unwrap();
    assert_eq!(texts(&called_like_one), [(1, vec!["a@b.es", "name", "x"])]);
    let wrong = parse(Path::new("-"), b"email;phone\n", &COLUMNS, optional);
    assert!(matches!(wrong, Err(Failure::MissingColumn { columns, .. }) if ids(&columns) == ["name"]));
    let none = parse(Path::new("-"), b"Nadie;A\na@b.es;A\n", &COLUMNS, optional).unwrap();
    assert_eq!(texts(&none), [(1, vec!["Nadie", "A", ""]), (2, vec!["a@b.es", "A", ""])]);
    let pasted = parsed("\u{200b}email\u{200b},na\u{ad}me,\u{feff}\na@b.es\u{200b}, \u{2060} A,\u{200b}\n".as_bytes()).unwrap();
    assert_eq!(texts(&pasted), [(2, vec!["a@b.es", "A", ""])]);
    assert!(parsed(b"").unwrap().rows.is_empty());
}

#[test]
fn what_is_no_sheet_is_not_taken_for_one() {
    for bytes in [b"PK\x03\x04\0\0\0\0".as_slice(), b"email,name\na\x81,b\n", b"\xff\xfea\0\0", b"\xef\xbb\xbf\xff\0"] {
        assert!(matches!(parsed(bytes), Err(Failure::NotASheet(_))), "{bytes:?}");
    }
    let many = format!("email,name\n{}", "a@b.es,A\n".repeat(MOST_ROWS + 1));
    assert!(matches!(
        parsed(many.as_bytes()),
        Err(Failure::App(app::Error::Refused(Refusal::BadSheet(SheetFault::TooManyRows { .. }))))
    ));
}

#[test]
fn what_is_written_in_two_encodings_is_told_by_line_and_never_guessed_at() {
    let mixed = |bytes: &[u8]| match decode::text(bytes) {
        Ok(text) => Err(text.into_owned()),
        Err(Undecodable::Mixed(lines)) => Ok(lines),
        Err(other) => panic!("{other:?}: {bytes:?}"),
    };
    // The fewer of them are told.
    assert_eq!(mixed(b"a\nNu\xc3\xb1ez\nNu\xf1ez\n\xc3\x81lvarez\n"), Ok(vec![3]));
    assert_eq!(mixed(b"Nu\xf1ez\nNu\xc3\xb1ez\nG\xf3mez\r\n"), Ok(vec![2]));
    assert_eq!(mixed(b"\xef\xbb\xbfa\nNu\xf1ez\n"), Ok(vec![2]), "a mark says UTF-8");
    assert_eq!(mixed(b"Nu\xf1ez\r\nG\xf3mez\rNu\xc3\xb1ez\r"), Ok(vec![3]), "a CR ends a line");
    assert_eq!(mixed(b"Nu\xf1ez;Nu\xc3\xb1ez\nG\xf3mez"), Ok(vec![1]), "both in one line");
    assert_eq!(mixed(b"\xf1\n\xce\x95\xce\xbb \xf1\n\xe2\x82\xac \xf1"), Ok(vec![2, 3]));
    // All of these are Windows-1252: a capital before a quotation mark is no letter of UTF-8.
    for (bytes, text) in [
        (b"Nu\xf1ez\nG\xf3mez".as_slice(), "Nuñez\nGómez"),
        (b"\xabS\xcd\xbb", "«SÍ»"),
        (b"\x93\xabCaf\xe9\x94\xbb, S\xcd\x94 Nu\xf1ez", "“«Café”», SÍ” Nuñez"),
        (b"5 \x80", "5 €"),
    ] {
        assert_eq!(mixed(bytes), Err(text.to_owned()));
    }
    // MS-DOS and Macintosh.
    for bytes in [b"a\nNu\xa4ez\nL\xa2pez".as_slice(), b"a\nG\x87lvez\nG\xa2mez"] {
        assert_eq!(decode::text(bytes), Err(Undecodable::Unknown(vec![2, 3])));
    }
}

proptest! {
    /// Text of one encoding is read as what it is; with a line of another it is refused, and that line is told.
    #[test]
    fn one_line_of_another_encoding_is_found(names in proptest::collection::vec("[a-záéíóúñü]{1,8}", 2..9), place in any::<prop::sample::Index>()) {
        let latin = |name: &str| name.chars().map(|letter| letter as u8).collect::<Vec<_>>();
        let all: Vec<_> = names.iter().map(|name| latin(name)).collect();
        let whole = all.join(&b'\n');
        prop_assert_eq!(decode::text(&whole).unwrap(), names.join("\n"));
        let place = place.index(names.len());
        let mut lines: Vec<_> = names.iter().map(|name| name.as_bytes().to_vec()).collect();
        lines[place] = b"Nu\xf1ez".to_vec();
        let others = names.iter().enumerate().any(|(index, name)| index != place && !name.is_ascii());
        match decode::text(&lines.join(&b'\n')) {
            Ok(_) => prop_assert!(!others),
            Err(fault) => prop_assert_eq!(fault, Undecodable::Mixed(vec![place as u64 + 1])),
        }
    }


    #[test]
    fn nothing_makes_it_fall_over(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        drop(parsed(&bytes));
        drop(parsed(&[b"email,name\n", bytes.as_slice()].concat()));
    }

    #[test]
    fn what_our_own_writer_writes_is_read_back(rows in proptest::collection::vec(["[a-z=+@'-]{1,9}", "\\PC{1,30}", "[ -~\n\"]{0,20}"], 0..9)) {
        let kept = |text: &str| !text.trim().is_empty();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["email", "name", "note"]).unwrap();
        let rows: Vec<_> = rows.iter().filter(|row| kept(&row[0]) && kept(&row[1])).collect();
        for row in &rows {
            writer.write_record(row.iter().map(|cell| safe::csv_cell(cell).into_owned())).unwrap();
        }
        let sheet = parsed(&writer.into_inner().unwrap()).unwrap();
        prop_assert!(sheet.faults.is_empty(), "{:?}", sheet.faults);
        prop_assert_eq!(sheet.rows.len(), rows.len());
        for (row, read) in rows.iter().zip(&sheet.rows) {
            for (cell, read) in row.iter().zip(&read.cells) {
                // The one text that looks as if the export had kept it: nothing can tell them apart.
                if !cell.starts_with('\'') {
                    prop_assert_eq!(&read.text, cell.trim());
                    prop_assert!(!read.is_formula || cell.starts_with(char::is_whitespace));
                }
            }
        }
    }
}
