//! Long lists on their way out.

use super::*;
use crate::domain::language::Language;

struct Line(usize);

impl Present for Line {
    const FIELDS: &'static [&'static str] = &["number", "text"];

    fn id(&self) -> String {
        self.0.to_string()
    }

    fn object(&self) -> Map<String, Value> {
        named(Self::FIELDS, vec![self.0.into(), format!("Duda {}", self.0 % 10).into()])
    }

    fn columns(_: &Words) -> Vec<Column> {
        vec![Column::fixed("Número"), Column::text("Asunto"), Column::text("De")]
    }

    fn cells(&self, _: &Style<'_>) -> Vec<Cell> {
        vec![self.0.to_string().into(), format!("Duda {}", self.0 % 10).into(), "Ana".into()]
    }

    fn card(&self, _: &Style<'_>) -> String {
        String::new()
    }
}

#[test]
fn a_long_list_waits_for_its_end_only_on_a_terminal() {
    let words = Words::new(Language::Spanish);
    for format in [Format::Table, Format::Json, Format::Ndjson, Format::Csv, Format::Tsv, Format::Ids] {
        for fields in [None, Some(vec!["text".to_owned()])] {
            let now = Timestamp::from_millis(0);
            let mut style = Style { words: &words, format, fields, may_rehearse: false, width: usize::MAX, colour: false, now };
            let items: Vec<_> = (0..10 * ROWS_AT_ONCE + 7).map(Line).collect();
            let (mut stream, mut whole, mut most) = (Stream::new(&style), Vec::new(), 0);
            for item in &items {
                let mut out = Vec::new();
                stream.push(&style, item, Map::new(), &mut out);
                most = most.max(out.len());
                whole.extend(out);
            }
            let before = whole.len();
            stream.end::<Line>(&style, &mut whole);
            assert!(most < 100 * ROWS_AT_ONCE && (whole.len() - before) * 10 < whole.len(), "{format:?}");
            if format == Format::Table {
                style.width = 500;
                let at_once = style.many(&items, |_| Map::new());
                assert_eq!(String::from_utf8(whole).unwrap(), String::from_utf8(at_once).unwrap());
            }
        }
    }
}
