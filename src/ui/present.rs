//! How data goes out: as a table for people, or as JSON, NDJSON, CSV, TSV and bare ids for machines.
//!
//! What machines read is never translated. A thing tells its fields once ([`Present`]); all formats follow from that.

use serde_json::{Map, Value};

use super::safe;
use super::table::{Cell, Column, Table};
use crate::domain::time::Timestamp;
use crate::i18n::Words;

/// The forms of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Table,
    /// One array, or one object for a single thing.
    Json,
    /// An object a line.
    Ndjson,
    /// With a line of headings; RFC 4180.
    Csv,
    /// With a line of headings; tabs and line ends become spaces.
    Tsv,
    /// What the things are called by, one a line.
    Ids,
}

impl Format {
    /// The form of a name, as `--format` takes it.
    pub fn from_id(id: &str) -> Option<Self> {
        Some(match id {
            "table" => Self::Table,
            "json" => Self::Json,
            "ndjson" => Self::Ndjson,
            "csv" => Self::Csv,
            "tsv" => Self::Tsv,
            "ids" => Self::Ids,
            _ => return None,
        })
    }

    /// Whether errors are told as JSON too.
    pub fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::Ndjson)
    }
}

/// How things are shown to whoever runs the command.
#[derive(Clone)]
pub struct Style<'w> {
    /// The words of their language.
    pub words: &'w Words,
    /// The form of output.
    pub format: Format,
    /// The fields that they asked for.
    pub fields: Option<Vec<String>>,
    /// Whether there may be the fields of a rehearsal.
    pub may_rehearse: bool,
    /// The columns of their terminal; no limit where it is none.
    pub width: usize,
    /// Whether colour is shown.
    pub colour: bool,
    /// The moment of the command, for what is told in relation to it.
    pub now: Timestamp,
}

/// The fields that a rehearsal adds.
pub const REHEARSAL: [&str; 2] = ["dry_run", "mail"];

/// A field that a thing does not have, and those that it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadField {
    /// What was asked for.
    pub field: String,
    /// What there is, with commas between.
    pub known: String,
}

/// Something that can be shown.
pub trait Present {
    /// The keys of its object, in their order.
    const FIELDS: &'static [&'static str];

    /// The keys that are columns of CSV and TSV: those whose value is one.
    const COLUMNS: &'static [&'static str] = Self::FIELDS;
    /// The keys inside of those that are objects, by key.
    const INNER: &'static [(&'static str, &'static [&'static str])] = &[];

    /// What it is called by, for `--format ids`; empty for nothing.
    fn id(&self) -> String;

    /// All of it, for machines.
    fn object(&self) -> Map<String, Value>;

    /// The columns of its table.
    fn columns(words: &Words) -> Vec<Column>;

    /// Its row of the table.
    fn cells(&self, style: &Style<'_>) -> Vec<Cell>;

    /// The text for people when it is shown alone.
    fn card(&self, style: &Style<'_>) -> String;
}

impl Style<'_> {
    /// Sees that every field that was asked for is one.
    ///
    /// # Errors
    /// The first that is none.
    pub fn check_fields<T: Present>(&self) -> Result<(), BadField> {
        let inner = |key: &str| T::INNER.iter().find(|(outer, _)| *outer == key).map(|(_, keys)| *keys);
        let fault = |field: &str| match field.split_once('.') {
            None if T::FIELDS.contains(&field) || (self.may_rehearse && REHEARSAL.contains(&field)) => None,
            Some((key, rest)) if inner(key).is_some_and(|keys| keys.contains(&rest)) => None,
            Some((key, _)) => match inner(key) {
                Some(keys) => Some(keys.iter().map(|inner| format!("{key}.{inner}")).collect::<Vec<_>>().join(", ")),
                None => Some(T::FIELDS.join(", ")),
            },
            None => Some(T::FIELDS.join(", ")),
        };
        let Some(fields) = &self.fields else { return Ok(()) };
        let none = String::new();
        let asked = if fields.is_empty() { std::slice::from_ref(&none) } else { fields.as_slice() };
        match asked.iter().find_map(|field| Some((field, fault(field)?))) {
            Some((field, known)) => Err(BadField { field: field.clone(), known }),
            None => Ok(()),
        }
    }

    /// Whether a field is among what is shown of one thing.
    pub fn shows<T: Present>(&self, field: &str) -> bool {
        match (&self.fields, self.format) {
            (_, Format::Ids) => false,
            (Some(fields), _) => fields.iter().any(|other| other == field),
            (None, Format::Csv | Format::Tsv) => T::COLUMNS.contains(&field),
            (None, Format::Table | Format::Json | Format::Ndjson) => true,
        }
    }

    /// One thing alone, with keys that only this command adds.
    pub fn one<T: Present>(&self, item: &T, extra: Map<String, Value>) -> Vec<u8> {
        let mut out = Vec::new();
        match self.format {
            Format::Table if self.fields.is_none() => out.extend_from_slice(item.card(self).as_bytes()),
            Format::Json | Format::Ndjson => push_json(&mut out, Value::Object(self.object(item, extra))),
            _ => return self.many::<T>(std::slice::from_ref(item), |_| extra.clone()),
        }
        out
    }

    /// Many things, with keys that only this command adds to each.
    pub fn many<T: Present>(&self, items: &[T], extra: impl Fn(&T) -> Map<String, Value>) -> Vec<u8> {
        let mut out = Vec::new();
        let mut stream = Stream::new(self);
        for item in items {
            stream.push(self, item, extra(item), &mut out);
        }
        stream.end::<T>(self, &mut out);
        out
    }

    fn object<T: Present>(&self, item: &T, extra: Map<String, Value>) -> Map<String, Value> {
        let mut object = whole(item, &extra);
        if let Some(fields) = &self.fields {
            object = fields.iter().map(|field| (field.clone(), reach(&object, field))).collect();
        }
        object.extend(extra);
        object
    }

    /// The fields of a row: those asked for, or those that every row of the thing has.
    fn row_fields<T: Present>(&self) -> Vec<String> {
        self.fields.clone().unwrap_or_else(|| T::COLUMNS.iter().map(|field| (*field).to_owned()).collect())
    }
}

/// Rows of a table that nothing bounds which are aligned together, and out of memory before the next come.
const ROWS_AT_ONCE: usize = 1_000;

/// A list on its way out, item by item, in constant memory; only a table for a terminal waits for its last row.
pub struct Stream {
    format: Format,
    count: usize,
    table: Option<Table>,
}

impl Stream {
    /// Before the first item.
    pub fn new(style: &Style<'_>) -> Self {
        Self { format: style.format, count: 0, table: None }
    }

    /// How many items went out.
    pub fn count(&self) -> usize {
        self.count
    }

    /// One more item.
    pub fn push<T: Present>(&mut self, style: &Style<'_>, item: &T, extra: Map<String, Value>, out: &mut Vec<u8>) {
        let is_first = self.count == 0;
        self.count += 1;
        match self.format {
            Format::Json => {
                out.extend_from_slice(if is_first { b"[\n" } else { b",\n" });
                out.extend_from_slice(json_text(&Value::Object(style.object(item, extra))).as_bytes());
            }
            Format::Ndjson => push_json(out, Value::Object(style.object(item, extra))),
            Format::Ids => {
                let id = item.id();
                if !id.is_empty() {
                    self.push_id(&id, out);
                }
            }
            Format::Csv | Format::Tsv => {
                let fields = style.row_fields::<T>();
                if is_first {
                    self.push_cells(&fields, out);
                }
                let object = whole(item, &extra);
                let cells: Vec<_> = fields.iter().map(|field| plain(&reach(&object, field))).collect();
                self.push_cells(&cells, out);
            }
            Format::Table => {
                let cells = match &style.fields {
                    None => item.cells(style),
                    Some(fields) => {
                        let object = whole(item, &extra);
                        fields.iter().map(|field| Cell::new(plain(&reach(&object, field)))).collect()
                    }
                };
                let columns = || match &style.fields {
                    None => T::columns(style.words),
                    Some(fields) => fields.iter().map(|field| Column::text(field.clone())).collect(),
                };
                let table = self.table.get_or_insert_with(|| Table::new(columns()));
                table.row(cells);
                if style.width == usize::MAX && table.len() >= ROWS_AT_ONCE {
                    out.extend_from_slice(table.take(style.colour).as_bytes());
                }
            }
        }
    }

    /// One more item of which only its name is known.
    pub fn push_id(&mut self, id: &str, out: &mut Vec<u8>) {
        out.extend_from_slice(id.as_bytes());
        out.push(b'\n');
    }

    /// After the last item.
    pub fn end<T: Present>(&mut self, style: &Style<'_>, out: &mut Vec<u8>) {
        match self.format {
            Format::Json if self.count == 0 => out.extend_from_slice(b"[]\n"),
            Format::Json => out.extend_from_slice(b"\n]\n"),
            Format::Csv | Format::Tsv if self.count == 0 => self.push_cells(&style.row_fields::<T>(), out),
            Format::Table => {
                if let Some(table) = self.table.take() {
                    out.extend_from_slice(table.render(style.width, style.colour).as_bytes());
                }
            }
            _ => {}
        }
    }

    fn push_cells(&self, cells: &[String], out: &mut Vec<u8>) {
        if self.format == Format::Tsv {
            let cells: Vec<_> =
                cells.iter().map(|cell| safe::csv_cell(&cell.replace(['\t', '\n', '\r'], " ")).into_owned()).collect();
            out.extend_from_slice(cells.join("\t").as_bytes());
            out.push(b'\n');
            return;
        }
        let mut writer = csv::Writer::from_writer(out);
        // Writing into memory cannot fail, and every row has as many cells as the headings.
        let _ = writer.write_record(cells.iter().map(|cell| safe::csv_cell(cell).into_owned()));
        let _ = writer.flush();
    }
}

/// A thing with the keys that only this command adds.
fn whole<T: Present>(item: &T, extra: &Map<String, Value>) -> Map<String, Value> {
    let mut object = item.object();
    object.extend(extra.clone());
    object
}

fn push_json(out: &mut Vec<u8>, value: Value) {
    out.extend_from_slice(json_text(&value).as_bytes());
    out.push(b'\n');
}

/// A value as machines read it, which does no harm to a terminal that it is shown on either.
pub fn json_text(value: &Value) -> String {
    // Outside of texts there are no such characters, and inside of them each may be written by its number.
    safe::by_number(&value.to_string())
}

/// The value of a field; dots reach inside.
fn reach(object: &Map<String, Value>, field: &str) -> Value {
    let mut parts = field.split('.');
    let first = parts.next().and_then(|key| object.get(key));
    first.and_then(|first| parts.try_fold(first, |value, key| value.get(key))).cloned().unwrap_or(Value::Null)
}

/// A value as a cell of CSV: objects by their handle, or else by all that is in them, arrays with `;` between.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(";"),
        Value::Object(object) => match object.get("handle").or_else(|| object.get("name")) {
            Some(name) => plain(name),
            None => object.values().map(plain).filter(|value| !value.is_empty()).collect::<Vec<_>>().join(" "),
        },
        other => other.to_string(),
    }
}

/// An object of these keys and values, in their order.
pub fn named(fields: &[&str], values: Vec<Value>) -> Map<String, Value> {
    fields.iter().map(|field| (*field).to_owned()).zip(values).collect()
}

#[cfg(test)]
mod tests;
