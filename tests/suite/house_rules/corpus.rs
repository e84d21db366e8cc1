//! Reads the corpus: `--- who` begins a message, `[phone:…]` marks what is to be found in it.

use std::ops::Range;

/// What a mark says is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A telephone number.
    Phone,
    /// A mail address.
    Mail,
    /// An amount of money.
    Money,
    /// A word of the desk's list of insults.
    Insult,
}

impl Kind {
    /// Every kind, with the name that marks have for it.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Phone, "phone"), (Self::Mail, "mail"), (Self::Money, "money"), (Self::Insult, "insult")];
}

/// One place in a message, in bytes of its text without marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What is there.
    pub kind: Kind,
    /// Where.
    pub place: Range<usize>,
}

/// One message.
#[derive(Debug)]
pub struct Message {
    /// The line of the file on which it begins.
    pub line: usize,
    /// What was written, without the marks.
    pub text: String,
    /// What is to be found in it, in order.
    pub marks: Vec<Mark>,
}

/// The messages of a language.
#[derive(Debug)]
pub struct Corpus {
    /// The desk's list of insults, as it would be set.
    pub insults: String,
    /// The messages.
    pub messages: Vec<Message>,
}

impl Corpus {
    /// Reads the text of a corpus; the error names the line.
    pub fn parse(source: &str) -> Result<Self, String> {
        let mut insults = None;
        let mut bodies: Vec<(usize, Vec<&str>)> = Vec::new();
        for (number, line) in (1..).zip(source.lines()) {
            if line.starts_with("--- ") {
                bodies.push((number, Vec::new()));
            } else if let Some((_, body)) = bodies.last_mut() {
                body.push(line);
            } else if let Some(list) = line.strip_prefix("insults:") {
                insults = Some(list.trim().to_owned());
            } else if !line.starts_with('#') {
                return Err(format!("line {number}: neither a remark nor a message"));
            }
        }
        let messages =
            bodies.into_iter().map(|(line, body)| message(line, body.join("\n").trim_end())).collect::<Result<_, _>>()?;
        Ok(Self { insults: insults.ok_or("no list of insults")?, messages })
    }
}

/// A message from its text with marks.
fn message(line: usize, source: &str) -> Result<Message, String> {
    let mut read = Message { line, text: String::new(), marks: Vec::new() };
    let mut rest = source;
    while let Some(bracket) = rest.find('[') {
        let (before, from) = rest.split_at(bracket);
        read.text.push_str(before);
        let opened =
            Kind::ALL.into_iter().find_map(|(kind, name)| Some((kind, from[1..].strip_prefix(name)?.strip_prefix(':')?)));
        if let Some((kind, inside)) = opened {
            let end = closing(inside).ok_or_else(|| format!("line {line}: a mark does not end"))?;
            let start = read.text.len();
            read.text.push_str(&inside[..end]);
            read.marks.push(Mark { kind, place: start..read.text.len() });
            rest = &inside[end + 1..];
        } else {
            read.text.push('[');
            rest = &from[1..];
        }
    }
    read.text.push_str(rest);
    if read.text.is_empty() || read.marks.iter().any(|mark| mark.place.is_empty()) {
        return Err(format!("line {line}: an empty message or mark"));
    }
    Ok(read)
}

/// Where the bracket is that belongs to the one before `inside`: marks may hold brackets, as in `ana [at] correo.es`.
fn closing(inside: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, letter) in inside.char_indices() {
        match letter {
            '[' => depth += 1,
            ']' if depth == 0 => return Some(at),
            ']' => depth -= 1,
            _ => {}
        }
    }
    None
}
