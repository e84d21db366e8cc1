//! A mail server for tests, on a loopback port of its own, in threads of the test's process. It accepts everything until it is told
//! to refuse, to fall silent, to drip or to hang up, at any stage and for any recipient; it keeps what was said and what was sent.
//!
//! Knows nothing of Taquilla. Nothing in it waits for a clock but the drip.

use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

#[path = "smtp_client.rs"]
mod client;

use client::Client;

/// What the client has just said, or done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It has connected.
    Greeting,
    Hello,
    StartTls,
    Login,
    Sender,
    Recipient,
    Data,
    /// It has sent the message and its final dot.
    Message,
    Reset,
    Quit,
}

/// What the server does instead of accepting.
#[derive(Clone, Debug)]
pub enum Deed {
    /// Says these lines; each needs its code, none its line end.
    Say(String),
    /// Sends these bytes as they are.
    Send(Vec<u8>),
    /// Answers as usual and sends these bytes behind it, as somebody on the way would.
    Inject(Vec<u8>),
    /// Never answers.
    Stall,
    /// Answers a byte at a time and comes to no end.
    Drip,
    /// Closes the connection.
    HangUp,
    /// Accepts, and closes the connection.
    AcceptAndHangUp,
    /// Takes the message, and closes the connection without a word.
    TakeAndHangUp,
    /// Takes the message, and never answers.
    TakeAndStall,
}

/// A message that the server has taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    pub from: String,
    pub to: Vec<String>,
    /// As it was before it travelled: without the doubled dots.
    pub message: Vec<u8>,
}

/// How a connection is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encryption {
    None,
    /// Offered after `EHLO`.
    StartTls,
    /// From the first byte.
    Tls,
}

#[derive(Default)]
struct Inside {
    rules: Vec<(Stage, String, Deed, usize)>,
    conversations: Vec<Vec<String>>,
    received: Vec<Received>,
    streams: Vec<TcpStream>,
}

/// The server; it ends when it is dropped.
pub struct SmtpServer {
    port: u16,
    shared: Arc<Shared>,
    listener: Option<JoinHandle<()>>,
    certificate: String,
}

struct Shared {
    inside: Mutex<Inside>,
    ending: AtomicBool,
    encryption: Encryption,
    login: Option<(String, String)>,
    tls: Arc<ServerConfig>,
}

impl Shared {
    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SmtpServer {
    /// One that accepts everything, in clear text.
    pub fn start() -> Self {
        Self::with(Encryption::None, None)
    }

    /// One with this encryption, which wants this user and password if any.
    pub fn with(encryption: Encryption, login: Option<(&str, &str)>) -> Self {
        let (tls, certificate) = tls_config();
        let login = login.map(|(user, password)| (user.to_owned(), password.to_owned()));
        let shared = Shared { inside: Mutex::default(), ending: AtomicBool::new(false), encryption, login, tls };
        let shared = Arc::new(shared);
        let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = socket.local_addr().unwrap().port();
        let of_thread = Arc::clone(&shared);
        let listener = std::thread::spawn(move || listen(&socket, &of_thread));
        Self { port, shared, listener: Some(listener), certificate }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// The certificate of its authority, for `localhost`, in PEM.
    pub fn certificate(&self) -> &str {
        &self.certificate
    }

    /// Does something else than accepting when a client comes to a stage with a line that holds `text`, the next `times` times.
    pub fn when(&self, stage: Stage, text: &str, times: usize, deed: Deed) {
        self.shared.inside().rules.push((stage, text.to_owned(), deed, times));
    }

    /// Answers every such stage with these words.
    pub fn refuse(&self, stage: Stage, words: &str) {
        self.when(stage, "", usize::MAX, Deed::Say(words.to_owned()));
    }

    /// Accepts everything again.
    pub fn relent(&self) {
        self.shared.inside().rules.clear();
    }

    /// The messages it has taken, in order.
    pub fn received(&self) -> Vec<Received> {
        self.shared.inside().received.clone()
    }

    /// What the clients said, a list of lines for each connection; a message is one line, its bytes left out.
    pub fn conversations(&self) -> Vec<Vec<String>> {
        self.shared.inside().conversations.clone()
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        self.shared.ending.store(true, Ordering::SeqCst);
        for stream in self.shared.inside().streams.drain(..) {
            let _closed = stream.shutdown(Shutdown::Both);
        }
        // The listener waits for one more client, and then looks whether it shall end.
        let _woken = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        if let Some(listener) = self.listener.take() {
            let _ended = listener.join();
        }
    }
}

fn tls_config() -> (Arc<ServerConfig>, String) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    (Arc::new(config), made.cert.pem())
}

fn listen(socket: &TcpListener, shared: &Arc<Shared>) {
    let mut clients: Vec<JoinHandle<std::io::Result<()>>> = Vec::new();
    for stream in socket.incoming() {
        let Ok(stream) = stream else { break };
        {
            let mut inside = shared.inside();
            // Looked at under the lock that the end takes too, so that no stream is left open.
            if shared.ending.load(Ordering::SeqCst) {
                break;
            }
            inside.streams.extend(stream.try_clone());
            inside.conversations.push(Vec::new());
        }
        let index = shared.inside().conversations.len() - 1;
        let shared = Arc::clone(shared);
        clients.push(std::thread::spawn(move || {
            // A client that goes away ends its conversation, whatever the server was about to say.
            let _ended = Client::new(stream.try_clone()?, shared, index).serve();
            stream.shutdown(Shutdown::Both)
        }));
    }
    for client in clients {
        let _ended = client.join();
    }
}
