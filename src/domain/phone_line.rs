//! The desk's telephone: what goes there instead of into a ticket is said with when somebody answers and what it costs.

/// The telephone of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneLine {
    /// The number.
    pub number: String,
    /// When somebody answers it.
    pub hours: Option<String>,
    /// What a call costs.
    pub cost: Option<String>,
}

impl std::fmt::Display for PhoneLine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.number)?;
        let more: Vec<_> = [&self.hours, &self.cost].into_iter().flatten().map(String::as_str).collect();
        if more.is_empty() { Ok(()) } else { write!(formatter, " ({})", more.join("; ")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_told_with_its_hours_and_its_cost() {
        let line = |hours: Option<&str>, cost: Option<&str>| {
            let (hours, cost) = (hours.map(str::to_owned), cost.map(str::to_owned));
            PhoneLine { number: "807 455 110".into(), hours, cost }.to_string()
        };
        assert_eq!(line(None, None), "807 455 110");
        assert_eq!(line(Some("9-14 h"), None), "807 455 110 (9-14 h)");
        assert_eq!(line(Some("9-14 h"), Some("1,21 €/min")), "807 455 110 (9-14 h; 1,21 €/min)");
    }
}
