//! The keys that `--fields` takes at each verb.

use crate::app::absence::Away;
use crate::app::import::ImportedUser;
use crate::app::login::WhoAmI;
use crate::app::mail::LetterView;
use crate::app::people::UserView;
use crate::app::purge::PurgedView;
use crate::app::task::TaskView;
use crate::app::token::{MadeToken, TokenView};
use crate::app::topic::TopicView;
use crate::app::view::{AttachmentView, ChangedTicket, TicketView};
use crate::ui::audit::AuditPage;
use crate::ui::deed::{FindingPage, Flushed, LoggedOut, PasswordChanged, Verified};
use crate::ui::desk::{RulesPage, SettingPage};
use crate::ui::dumped::{DumpedPage, LoadedPage};
use crate::ui::letters::LetterPage;
use crate::ui::people::{NewDeskPage, SentPage};
use crate::ui::present::Present;
use crate::ui::stats::StatsRow;
use crate::ui::thread::ThreadPage;
use crate::ui::ticket::AssignedPage;

/// The keys at the verb of a path, in their order; none where there is nothing to pick from.
pub fn of(path: &str) -> &'static [&'static str] {
    match path {
        "list" | "open" | "reply" | "note" => TicketView::FIELDS,
        "show" | "status" => ThreadPage::FIELDS,
        "assign" => AssignedPage::<false>::FIELDS,
        "release" | "close" | "reopen" | "priority" | "edit" | "merge" => ChangedTicket::FIELDS,
        "attachment" => AttachmentView::FIELDS,
        "whoami" | "login" | "confirm" | "password reset" => WhoAmI::FIELDS,
        "logout" => LoggedOut::FIELDS,
        "password change" => PasswordChanged::FIELDS,
        "register" | "password forgot" | "mail test" => SentPage::FIELDS,
        "init" => NewDeskPage::FIELDS,
        "rules" => RulesPage::FIELDS,
        "user import" => ImportedUser::FIELDS,
        "user away" => Away::FIELDS,
        "mail flush" => Flushed::FIELDS,
        "mail show" => LetterPage::FIELDS,
        "token create" => MadeToken::FIELDS,
        "audit" => AuditPage::FIELDS,
        "purge" => PurgedView::FIELDS,
        "stats" => StatsRow::FIELDS,
        "dump" => DumpedPage::FIELDS,
        "load" => LoadedPage::FIELDS,
        "verify" => Verified::FIELDS,
        "doctor" => FindingPage::FIELDS,
        "config edit" => &[],
        _ => match path.split(' ').next() {
            Some("profile" | "user") => UserView::FIELDS,
            Some("topic") => TopicView::FIELDS,
            Some("mail") => LetterView::FIELDS,
            Some("config") => SettingPage::FIELDS,
            Some("request-call" | "task") => TaskView::FIELDS,
            Some("token") => TokenView::FIELDS,
            _ => &[],
        },
    }
}
