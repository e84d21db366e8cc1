//! What was measured, each with the bar beside it.

use std::time::Duration;

/// The figures, in the order in which they were taken.
#[derive(Default)]
pub struct Table {
    rows: Vec<[String; 4]>,
    notes: Vec<String>,
    missed: usize,
}

impl Table {
    /// A figure that must not be above its bar.
    pub fn at_most(&mut self, what: &str, figure: f64, bar: f64, unit: &str) {
        self.row(what, figure, bar, unit, "≤", figure <= bar);
    }

    /// A figure that must not be below its bar.
    pub fn at_least(&mut self, what: &str, figure: f64, bar: f64, unit: &str) {
        self.row(what, figure, bar, unit, "≥", figure >= bar);
    }

    fn row(&mut self, what: &str, figure: f64, bar: f64, unit: &str, sign: &str, holds: bool) {
        self.missed += usize::from(!holds);
        let verdict = if holds { "" } else { "missed" };
        self.rows.push([what.to_owned(), format!("{figure:.2} {unit}"), format!("{sign} {bar} {unit}"), verdict.to_owned()]);
    }

    /// A figure without a bar.
    pub fn shows(&mut self, what: &str, figure: &str) {
        self.rows.push([what.to_owned(), figure.to_owned(), String::new(), String::new()]);
    }

    /// A sentence under the table.
    pub fn note(&mut self, text: &str) {
        self.notes.push(text.to_owned());
    }

    /// Prints all of it, aligned.
    pub fn print(&self) {
        let widths: [usize; 4] =
            std::array::from_fn(|column| self.rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default());
        for row in &self.rows {
            let cells: Vec<_> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
            println!("{}", cells.join("  ").trim_end());
        }
        for note in &self.notes {
            println!("{note}");
        }
        println!("{} figures, {} bars missed", self.rows.len(), self.missed);
    }
}

/// One time in units of another.
pub fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

/// A time in milliseconds, for people.
pub fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}

/// What the figures were taken on, as far as the system tells.
pub fn machine() -> String {
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let model = std::fs::read_to_string("/proc/cpuinfo").ok();
    let model = model.as_deref().and_then(|text| text.lines().find_map(|line| line.strip_prefix("model name")));
    let model = model.map_or("an unknown processor", |line| line.trim_start_matches([' ', '\t', ':']));
    format!("{processors} processors ({model}), {}", std::env::consts::OS)
}
