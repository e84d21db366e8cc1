//! The wire to a mail server: bytes in clear text or under TLS, and the replies that come over it.
//!
//! lettre's own connection keeps what it read in clear text when the encryption begins, so that somebody on the way could answer
//! for the server; it reads a line to its end however long it is; and it takes nothing that is not UTF-8. So the wire is ours,
//! while the commands, the logins and the meaning of a reply are lettre's. Knows no order in which things are said.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use lettre::transport::smtp::response::Response;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use super::super::clean::one_line;

/// The most bytes of a line of a reply; RFC 5321 allows 512.
const MOST_BYTES_OF_LINE: usize = 2 * 1024;
/// The most lines of a reply.
const MOST_LINES: usize = 100;
/// How many bytes are read at a time.
const PIECE: usize = 1024;

/// What went wrong on the wire.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The server says no.
    Refused(Response),
    /// There is no connection (any more).
    Lost(io::Error),
    /// What came is no reply: what it began with.
    Nonsense(String),
    /// There was something to read before the encryption began that nobody had asked for.
    Injected,
    /// The encryption failed: why.
    Encryption(String),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Lost(error)
    }
}

enum Stream {
    Clear(TcpStream),
    Encrypted(Box<StreamOwned<ClientConnection, TcpStream>>),
}

/// How a connection is encrypted, and towards whom.
pub(super) struct Encryption {
    config: Arc<ClientConfig>,
    server: ServerName<'static>,
}

impl Encryption {
    /// Encryption towards a server of this name, whose certificate this machine trusts.
    ///
    /// # Errors
    /// Why there can be none, in the words of whoever made TLS.
    pub(super) fn towards(host: &str) -> Result<Self, String> {
        let server = ServerName::try_from(host.to_owned()).map_err(|error| error.to_string())?;
        let mut roots = RootCertStore::empty();
        let found = rustls_native_certs::load_native_certs();
        roots.add_parsable_certificates(found.certs);
        let config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| error.to_string())?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { config: Arc::new(config), server })
    }
}

/// A connection.
pub(super) struct Wire {
    stream: Stream,
    /// What was read and not understood yet.
    unread: Vec<u8>,
}

impl Wire {
    /// Connects, in clear text.
    ///
    /// # Errors
    /// `Lost`.
    pub(super) fn connect(address: SocketAddr, limit: Duration) -> Result<Self, Trouble> {
        let stream = TcpStream::connect_timeout(&address, limit)?;
        // A command is one small packet, and its answer is waited for.
        stream.set_nodelay(true)?;
        let wire = Self { stream: Stream::Clear(stream), unread: Vec::new() };
        wire.set_limit(limit)?;
        Ok(wire)
    }

    /// How long each reading and each writing may take.
    ///
    /// # Errors
    /// `Lost`.
    pub(super) fn set_limit(&self, limit: Duration) -> Result<(), Trouble> {
        let stream = match &self.stream {
            Stream::Clear(stream) => stream,
            Stream::Encrypted(stream) => &stream.sock,
        };
        stream.set_read_timeout(Some(limit))?;
        Ok(stream.set_write_timeout(Some(limit))?)
    }

    /// Begins the encryption. What was said before has been read, or somebody else than the server may have said it.
    ///
    /// # Errors
    /// `Injected`, `Encryption`, `Lost`.
    pub(super) fn encrypt(self, encryption: &Encryption) -> Result<Self, Trouble> {
        if !self.unread.is_empty() {
            return Err(Trouble::Injected);
        }
        let Stream::Clear(mut stream) = self.stream else { return Err(Trouble::Encryption("it is encrypted".to_owned())) };
        let mut connection = ClientConnection::new(Arc::clone(&encryption.config), encryption.server.clone())
            .map_err(|error| Trouble::Encryption(error.to_string()))?;
        while connection.is_handshaking() {
            connection.complete_io(&mut stream).map_err(|error| match error.kind() {
                io::ErrorKind::InvalidData => Trouble::Encryption(error.to_string()),
                _ => Trouble::Lost(error),
            })?;
        }
        let stream = Stream::Encrypted(Box::new(StreamOwned::new(connection, stream)));
        Ok(Self { stream, unread: Vec::new() })
    }

    /// Writes bytes.
    ///
    /// # Errors
    /// `Lost`.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        match &mut self.stream {
            Stream::Clear(stream) => stream.write_all(bytes)?,
            Stream::Encrypted(stream) => {
                stream.write_all(bytes)?;
                stream.flush()?;
            }
        }
        Ok(())
    }

    /// Says a command and reads the reply.
    ///
    /// # Errors
    /// As [`Wire::reply`].
    pub(super) fn command(&mut self, command: impl std::fmt::Display) -> Result<Response, Trouble> {
        self.write(command.to_string().as_bytes())?;
        self.reply()
    }

    /// Reads a reply; whatever is not UTF-8 in its words is replaced, since only its numbers decide anything.
    ///
    /// # Errors
    /// `Refused` for a negative one, `Nonsense`, `Lost`.
    pub(super) fn reply(&mut self) -> Result<Response, Trouble> {
        let mut text = String::new();
        for _ in 0..MOST_LINES {
            let line = self.line()?;
            let line = String::from_utf8_lossy(&line);
            let words = line.trim_end_matches(['\r', '\n']).replace(['\r', '\n'], " ");
            text.push_str(&words);
            // RFC 5321 allows a reply without words.
            if words.len() == 3 {
                text.push(' ');
            }
            text.push_str("\r\n");
            if words.as_bytes().get(3) != Some(&b'-') {
                let reply: Response = text.parse().map_err(|_| nonsense(&text))?;
                return if reply.is_positive() { Ok(reply) } else { Err(Trouble::Refused(reply)) };
            }
        }
        Err(nonsense(&text))
    }

    fn line(&mut self) -> Result<Vec<u8>, Trouble> {
        loop {
            if let Some(end) = self.unread.iter().position(|byte| *byte == b'\n') {
                return Ok(self.unread.drain(..=end).collect());
            }
            if self.unread.len() > MOST_BYTES_OF_LINE {
                return Err(nonsense(&String::from_utf8_lossy(&self.unread)));
            }
            let mut piece = [0; PIECE];
            let count = match &mut self.stream {
                Stream::Clear(stream) => stream.read(&mut piece)?,
                Stream::Encrypted(stream) => stream.read(&mut piece)?,
            };
            if count == 0 {
                return Err(Trouble::Lost(io::ErrorKind::UnexpectedEof.into()));
            }
            self.unread.extend(piece.iter().take(count));
        }
    }
}

fn nonsense(said: &str) -> Trouble {
    Trouble::Nonsense(one_line(said, 100))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    /// What is made of what a server says.
    fn told(bytes: &[u8]) -> Result<Response, Trouble> {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let bytes = bytes.to_vec();
        let server = std::thread::spawn(move || {
            // The other side may have heard enough before it has heard all.
            let _all = listener.accept().unwrap().0.write_all(&bytes);
        });
        let result = Wire::connect(address, Duration::from_secs(20)).and_then(|mut wire| wire.reply());
        server.join().unwrap();
        result
    }

    #[test]
    fn only_the_numbers_of_a_reply_have_to_be_legible() {
        assert!(told(b"250 2.0.0 Aceptado, se\xf1or\r\n").unwrap().has_code(250));
        assert!(told(b"250\r\n").unwrap().has_code(250));
        assert!(told(b"250-a\n250 b\n").unwrap().has_code(250));
        assert!(matches!(told(b"550 5.1.1 No\r\n"), Err(Trouble::Refused(_))));
    }

    #[test]
    fn a_line_and_a_reply_have_an_end_that_the_server_does_not_set() {
        assert!(matches!(told(&vec![b'2'; 1024 * 1024]), Err(Trouble::Nonsense(_) | Trouble::Lost(_))));
        assert!(matches!(told(&b"250-x\r\n".repeat(200)), Err(Trouble::Nonsense(_))));
        assert!(matches!(told(b"250 half"), Err(Trouble::Lost(_))));
        assert!(matches!(told(b"hello\r\n"), Err(Trouble::Nonsense(_))));
    }
}
