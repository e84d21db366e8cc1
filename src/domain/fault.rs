//! Why a letter did not leave: in the other side's own words, or as this program found it, for people in their language.

/// What kind of reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FaultKind {
    /// The mail server said so; the detail is what it said.
    Said,
    /// There is no connection, or it broke; the detail is what the system says.
    Connection,
    /// The server's name stands for no address; the detail is the name.
    HostUnknown,
    /// No connection in so many seconds.
    ConnectionTime,
    /// No answer in so many seconds.
    AnswerTime,
    /// The message was not taken in so many seconds.
    UploadTime,
    /// The server answered what nobody could mean; the detail is what it said.
    Nonsense,
    /// Somebody on the way spoke for the server before the encryption began.
    Injected,
    /// The encryption failed; the detail is why.
    Encryption,
    /// Encryption was to begin after the greeting, and the server does not offer it.
    NoStartTls,
    /// The server offers no way to log in that this program knows.
    NoLoginWay,
    /// Clear text would leave this machine; the detail is the server's name.
    ClearText,
    /// There is a user for the mail server, but no password.
    NoPassword,
    /// The password file cannot be read; the detail is its name and why.
    PasswordFile,
    /// Others can read the password file; the detail is its name, as a shell takes it.
    PasswordExposed,
    /// The password is empty or no text.
    PasswordText,
    /// The command that prints the password failed; the detail is how.
    PasswordCommand,
    /// No password in so many seconds.
    PasswordTime,
    /// The letter cannot be written into the Maildir; the detail is where and why.
    Maildir,
    /// The bytes of an attachment are not there.
    Attachment,
    /// The letter cannot be made; the detail is what it lacks.
    Unmade,
    /// The system failed; the detail is what it says.
    System,
}

impl FaultKind {
    /// Every kind.
    pub const ALL: [Self; 22] = [
        Self::Said,
        Self::Connection,
        Self::HostUnknown,
        Self::ConnectionTime,
        Self::AnswerTime,
        Self::UploadTime,
        Self::Nonsense,
        Self::Injected,
        Self::Encryption,
        Self::NoStartTls,
        Self::NoLoginWay,
        Self::ClearText,
        Self::NoPassword,
        Self::PasswordFile,
        Self::PasswordExposed,
        Self::PasswordText,
        Self::PasswordCommand,
        Self::PasswordTime,
        Self::Maildir,
        Self::Attachment,
        Self::Unmade,
        Self::System,
    ];

    /// The name that catalogues know it by, and what machines read of it before the detail and after.
    fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Said => ("said", "", ""),
            Self::Connection => ("connection", "no connection: ", ""),
            Self::HostUnknown => ("host-unknown", "there is no mail server ", ""),
            Self::ConnectionTime => ("connection-time", "no connection within ", " s"),
            Self::AnswerTime => ("answer-time", "no answer within ", " s"),
            Self::UploadTime => ("upload-time", "the message was not taken within ", " s"),
            Self::Nonsense => ("nonsense", "an answer that makes no sense: ", ""),
            Self::Injected => ("injected", "somebody spoke for the mail server before the encryption", ""),
            Self::Encryption => ("encryption", "no encryption: ", ""),
            Self::NoStartTls => ("no-starttls", "the mail server does not offer STARTTLS", ""),
            Self::NoLoginWay => ("no-login-way", "the mail server offers no known way to log in", ""),
            Self::ClearText => {
                ("clear-text", "", " is another machine, and mail.smtp.tls is none: taquilla config set mail.smtp.tls starttls")
            }
            Self::NoPassword => ("no-password", "there is a user for the mail server, but no password", ""),
            Self::PasswordFile => ("password-file", "the password file cannot be read: ", ""),
            Self::PasswordExposed => ("password-exposed", "others can read the password file: chmod 600 ", ""),
            Self::PasswordText => ("password-text", "the password is empty or not UTF-8", ""),
            Self::PasswordCommand => ("password-command", "the password command failed: ", ""),
            Self::PasswordTime => ("password-time", "no password within ", " s"),
            Self::Maildir => ("maildir", "the letter cannot be written: ", ""),
            Self::Attachment => ("attachment", "an attachment is not kept", ""),
            Self::Unmade => ("unmade", "the letter cannot be composed: ", ""),
            Self::System => ("system", "", ""),
        }
    }

    /// The name that catalogues know it by.
    pub fn id(self) -> &'static str {
        self.names().0
    }
}

/// Why a letter did not leave.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fault {
    /// What kind of reason.
    pub kind: FaultKind,
    /// What goes with it: the other side's words, a name, seconds. Empty where nothing does.
    pub detail: String,
}

/// The most characters of a detail that are kept.
const LONGEST_DETAIL: usize = 500;

impl Fault {
    /// A reason of this kind.
    pub fn new(kind: FaultKind, detail: impl Into<String>) -> Self {
        let detail: String = detail.into();
        // Nearly every one is short, and is not copied.
        let detail = if detail.len() > LONGEST_DETAIL { detail.chars().take(LONGEST_DETAIL).collect() } else { detail };
        Self { kind, detail }
    }
}

/// What machines and programmers read, in no language but theirs.
impl std::fmt::Display for Fault {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (_, before, after) = self.kind.names();
        write!(formatter, "{before}{}{after}", self.detail)
    }
}

impl From<FaultKind> for Fault {
    fn from(kind: FaultKind) -> Self {
        Self::new(kind, "")
    }
}

impl From<&str> for Fault {
    fn from(said: &str) -> Self {
        Self::new(FaultKind::Said, said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_a_name_of_its_own() {
        let mut ids: Vec<_> = FaultKind::ALL.iter().map(|kind| kind.id()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), FaultKind::ALL.len());
    }

    #[test]
    fn machines_read_one_line() {
        assert_eq!(Fault::new(FaultKind::AnswerTime, "60").to_string(), "no answer within 60 s");
        assert_eq!(Fault::from("451 4.3.0 Later").to_string(), "451 4.3.0 Later");
    }
}
