//! One client of the test's mail server: listens to it line by line, and answers as the rules say.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use rustls::{ServerConnection, StreamOwned};

use super::{Deed, Encryption, Received, Shared, Stage};

enum Stream {
    Plain(TcpStream),
    Tls(Box<StreamOwned<ServerConnection, TcpStream>>),
}

/// The server's side of a conversation.
pub(super) struct Client {
    stream: Stream,
    buffer: Vec<u8>,
    shared: Arc<Shared>,
    index: usize,
}

/// Ends a conversation.
fn over<T>() -> io::Result<T> {
    Err(io::ErrorKind::ConnectionAborted.into())
}

impl Client {
    pub(super) fn new(stream: TcpStream, shared: Arc<Shared>, index: usize) -> Self {
        Self { stream: Stream::Plain(stream), buffer: Vec::new(), shared, index }
    }

    /// Goes on until one of the two has enough.
    pub(super) fn serve(&mut self) -> io::Result<()> {
        if self.shared.encryption == Encryption::Tls {
            self.encrypt()?;
        }
        self.answer(Stage::Greeting, "", "220 localhost ESMTP")?;
        let (mut from, mut to) = (String::new(), Vec::new());
        let mut logged_in = self.shared.login.is_none();
        loop {
            let line = self.line()?;
            self.note(&line);
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            match verb.as_str() {
                "EHLO" | "HELO" => drop(self.answer(Stage::Hello, &line, &self.offers())?),
                "STARTTLS" => {
                    if self.answer(Stage::StartTls, &line, "220 go ahead")? {
                        self.encrypt()?;
                    }
                }
                "AUTH" => logged_in = self.login(&line)?,
                "MAIL" if !logged_in => self.say("530 5.7.0 Authentication required")?,
                "MAIL" => {
                    from = address(&line);
                    to.clear();
                    self.answer(Stage::Sender, &line, "250 2.1.0 Ok")?;
                }
                "RCPT" => {
                    if self.answer(Stage::Recipient, &line, "250 2.1.5 Ok")? {
                        to.push(address(&line));
                    }
                }
                "DATA" => {
                    if self.answer(Stage::Data, &line, "354 End data with <CR><LF>.<CR><LF>")? {
                        self.message(&from, &to)?;
                    }
                }
                "RSET" => drop(self.answer(Stage::Reset, &line, "250 2.0.0 Ok")?),
                "QUIT" => {
                    self.answer(Stage::Quit, &line, "221 2.0.0 Bye")?;
                    return Ok(());
                }
                _ => self.say("502 5.5.2 Command not recognized")?,
            }
        }
    }

    fn offers(&self) -> String {
        let may_encrypt = self.shared.encryption == Encryption::StartTls && matches!(self.stream, Stream::Plain(_));
        let mut offers = vec!["250-localhost", "250-8BITMIME"];
        if may_encrypt {
            offers.push("250-STARTTLS");
        } else if self.shared.login.is_some() {
            offers.push("250-AUTH PLAIN LOGIN");
        }
        offers.push("250 SIZE 10240000");
        offers.join("\r\n")
    }

    fn login(&mut self, line: &str) -> io::Result<bool> {
        let expected = self.shared.login.clone().map(|(user, password)| format!("\0{user}\0{password}"));
        let given = line.rsplit(' ').next().and_then(|word| data_encoding::BASE64.decode(word.as_bytes()).ok());
        if expected.map(String::into_bytes) == given {
            self.answer(Stage::Login, line, "235 2.7.0 Authentication successful")
        } else {
            self.say("535 5.7.8 Error: authentication failed").map(|()| false)
        }
    }

    fn message(&mut self, from: &str, to: &[String]) -> io::Result<()> {
        let mut message = Vec::new();
        loop {
            let line = self.bytes_of_line()?;
            match line.as_slice() {
                b".\r\n" => break,
                [b'.', rest @ ..] => message.extend_from_slice(rest),
                line => message.extend_from_slice(line),
            }
        }
        self.note("(message)");
        let taken = Received { from: from.to_owned(), to: to.to_vec(), message };
        // Kept before it is acknowledged: whoever reads the answer finds it.
        let rule = self.rule(Stage::Message, &String::from_utf8_lossy(&taken.message));
        if matches!(rule, None | Some(Deed::AcceptAndHangUp | Deed::TakeAndHangUp | Deed::TakeAndStall)) {
            self.shared.inside().received.push(taken);
        }
        self.act(rule, "250 2.0.0 Ok: queued").map(drop)
    }

    /// Answers as the rules say, else as given. Whether the client was told what it wants to hear.
    fn answer(&mut self, stage: Stage, line: &str, usual: &str) -> io::Result<bool> {
        let rule = self.rule(stage, line);
        self.act(rule, usual)
    }

    fn rule(&self, stage: Stage, text: &str) -> Option<Deed> {
        let mut inside = self.shared.inside();
        let fits = |rule: &&mut (Stage, String, Deed, usize)| rule.0 == stage && text.contains(&rule.1) && rule.3 > 0;
        let rule = inside.rules.iter_mut().find(fits)?;
        rule.3 = rule.3.saturating_sub(1);
        Some(rule.2.clone())
    }

    fn act(&mut self, deed: Option<Deed>, usual: &str) -> io::Result<bool> {
        match deed {
            None => self.say(usual).map(|()| true),
            Some(Deed::Say(words)) => self.say(&words).map(|()| false),
            Some(Deed::Send(bytes)) => self.write(&bytes).map(|()| false),
            Some(Deed::Inject(bytes)) => self.write(&[usual.as_bytes(), b"\r\n", &bytes].concat()).map(|()| true),
            Some(Deed::HangUp | Deed::TakeAndHangUp) => over(),
            Some(Deed::AcceptAndHangUp) => self.say(usual).and_then(|()| over()),
            Some(Deed::Stall | Deed::TakeAndStall) => loop {
                self.bytes_of_line()?;
            },
            Some(Deed::Drip) => self.drip(),
        }
    }

    fn drip(&mut self) -> io::Result<bool> {
        self.write(b"250-")?;
        loop {
            self.write(b".")?;
            std::thread::park_timeout(Duration::from_millis(5));
        }
    }

    fn encrypt(&mut self) -> io::Result<()> {
        let Stream::Plain(stream) = &self.stream else { return over() };
        let connection = ServerConnection::new(Arc::clone(&self.shared.tls)).map_err(io::Error::other)?;
        self.stream = Stream::Tls(Box::new(StreamOwned::new(connection, stream.try_clone()?)));
        Ok(())
    }

    fn note(&self, line: &str) {
        if let Some(conversation) = self.shared.inside().conversations.get_mut(self.index) {
            conversation.push(line.to_owned());
        }
    }

    fn say(&mut self, words: &str) -> io::Result<()> {
        self.write(format!("{words}\r\n").as_bytes())
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.stream {
            Stream::Plain(stream) => stream.write_all(bytes),
            Stream::Tls(stream) => stream.write_all(bytes).and_then(|()| stream.flush()),
        }
    }

    fn line(&mut self) -> io::Result<String> {
        let line = self.bytes_of_line()?;
        Ok(String::from_utf8_lossy(&line).trim_end().to_owned())
    }

    fn bytes_of_line(&mut self) -> io::Result<Vec<u8>> {
        loop {
            if let Some(end) = self.buffer.iter().position(|byte| *byte == b'\n') {
                return Ok(self.buffer.drain(..=end).collect());
            }
            let mut bytes = [0; 16 * 1024];
            let count = match &mut self.stream {
                Stream::Plain(stream) => stream.read(&mut bytes)?,
                Stream::Tls(stream) => stream.read(&mut bytes)?,
            };
            if count == 0 {
                return over();
            }
            self.buffer.extend_from_slice(&bytes[..count]);
        }
    }
}

fn address(line: &str) -> String {
    line.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(address, _)| address.to_owned()).unwrap_or_default()
}
