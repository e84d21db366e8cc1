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
}

#[test]
fn what_is_wrong_is_told_by_line_and_all_of_it() {
    let long = "x".repeat(LONGEST_ROW);
    let text = format!("email,name\n,A\na@b.es,A,more\n{long},B\nb@c.es,B,,\nc@d.es,\"C\nd@e.es,D\n");
    let sheet = parsed(text.as_bytes()).unwrap();
    assert_eq!(texts(&sheet), [(5, vec!["b@c.es", "B", ""])]);
    let faults: Vec<_> = sheet.faults.iter().map(|fault| (fault.line, &fault.refusal)).collect();
    assert_eq!(
        faults,
        [
            (2, &Refusal::Missing { option: "email".to_owned() }),
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
    assert!(matches!(parsed(b"email,Correo,name\n"), Err(Failure::DoubleColumn(_, column)) if column == "email"));
    assert!(matches!(parsed(b"name\nAna\n"), Err(Failure::MissingColumn(_, columns)) if columns == "email"));
    assert!(matches!(parsed(b"a@b.es,Ana\n"), Err(Failure::MissingColumn(_, columns)) if columns == "email, name"));
    let sheet = parsed(b"name,phone,email,\nA,600,a@b.es,\n").unwrap();
    assert_eq!((sheet.ignored.as_slice(), sheet.rows.len()), (["phone".to_owned()].as_slice(), 1));
    let bare = parse(Path::new("-"), b"a@b.es;A;x, y\n", &COLUMNS, Headings::Optional).unwrap();
    assert_eq!(texts(&bare), [(1, vec!["a@b.es", "A", "x, y"])]);
    let called_like_one = parse(Path::new("-"), b"a@b.es;name;x\n", &COLUMNS, Headings::Optional).unwrap();
    assert_eq!(texts(&called_like_one), [(1, vec!["a@b.es", "name", "x"])]);
    assert!(parsed(b"").unwrap().rows.is_empty());
}

#[test]
fn what_is_no_sheet_is_not_taken_for_one() {
    for bytes in [b"PK\x03\x04\0\0\0\0".as_slice(), b"email,name\na\x81,b\n", b"\xff\xfea\0\0", b"\xef\xbb\xbf\xff"] {
        assert!(matches!(parsed(bytes), Err(Failure::NotASheet(_))), "{bytes:?}");
    }
    let many = format!("email,name\n{}", "a@b.es,A\n".repeat(MOST_ROWS + 1));
    assert!(matches!(
        parsed(many.as_bytes()),
        Err(Failure::App(app::Error::Refused(Refusal::BadSheet(SheetFault::TooManyRows { .. }))))
    ));
}

proptest! {
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
