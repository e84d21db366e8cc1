//! The numbers that the file has for what the domain has names for. A number is never given twice.

use crate::domain::account::Role;
use crate::domain::audit::Via;
use crate::domain::code::CodeKind;
use crate::domain::fault::FaultKind;
use crate::domain::language::Language;
use crate::domain::notice::Notice;
use crate::domain::status::{Priority, Status};
use crate::domain::task::TaskKind;
use crate::domain::token::Scope;
use crate::domain::waiting::Told;
use crate::store::Result;

/// Both ways between names and numbers.
macro_rules! codes {
    ($to:ident, $from:ident: $type:ident { $($variant:ident = $code:literal),* $(,)? }) => {
        /// The number of a name.
        pub fn $to(value: $type) -> u8 {
            match value { $($type::$variant => $code,)* }
        }

        /// The name of a number.
        ///
        /// # Errors
        /// `Corrupt` for a number that stands for none.
        pub fn $from(code: u8) -> Result<$type> {
            match code {
                $($code => Ok($type::$variant),)*
                _ => Err(super::nonsense(stringify!($type))),
            }
        }
    };
}

codes!(status, status_of: Status { New = 0, Pending = 1, Answered = 2, Closed = 3 });
codes!(priority, priority_of: Priority { Low = 0, Normal = 1, High = 2, Emergency = 3 });
codes!(role, role_of: Role { Client = 0, Agent = 1, Secretary = 2, Care = 3, Admin = 4 });
codes!(language, language_of: Language { Spanish = 0, English = 1 });
codes!(via, via_of: Via { Session = 0, Token = 1, Gate = 2, Code = 3, Owner = 4, Guest = 5, Password = 6 });
codes!(scope, scope_of: Scope { Read = 0, Assign = 1, Write = 2, Admin = 3 });
codes!(task, task_of: TaskKind { Call = 0 });
codes!(kind, kind_of: CodeKind { Register = 0, Invite = 1, Reset = 2, Status = 3, NewAddress = 4 });
codes!(told, told_of: Told { Nothing = 0, Warned = 1, Overdue = 2 });
codes!(notice, notice_of: Notice {
    Code = 0,
    Invited = 1,
    Welcome = 2,
    Opened = 3,
    Assigned = 4,
    Message = 5,
    Reply = 6,
    Note = 7,
    Closed = 8,
    Reopened = 9,
    Released = 10,
    Warning = 11,
    Overdue = 12,
    Reminded = 13,
    Task = 14,
    Held = 15,
    Bounced = 16,
    Suspended = 17,
    Reinstated = 18,
    Redacted = 19,
    Merged = 20,
    Test = 21,
    Copy = 22,
});
codes!(fault, fault_of: FaultKind {
    Said = 0,
    Connection = 1,
    HostUnknown = 2,
    ConnectionTime = 3,
    AnswerTime = 4,
    UploadTime = 5,
    Nonsense = 6,
    Injected = 7,
    Encryption = 8,
    NoStartTls = 9,
    NoLoginWay = 10,
    ClearText = 11,
    NoPassword = 12,
    PasswordFile = 13,
    PasswordExposed = 14,
    PasswordText = 15,
    PasswordCommand = 16,
    PasswordTime = 17,
    Maildir = 18,
    Attachment = 19,
    Unmade = 20,
    System = 21,
});
