//! The story: a ticket's whole life, with everybody who has a part in it.

use serde_json::Value as Json;

use super::letter::Letter;
use super::post::Expected;
use super::stage::{Person, Stage};
use crate::domain::language::Language;
use crate::ui::error::Failure;

/// The file that the client attaches.
const OUTLINE: &str = "outline.txt";

/// Everybody in the story.
struct Cast {
    alba: Person,
    nora: Person,
    marta: Person,
    carlos: Person,
    ana: Person,
    guest: Person,
}

impl Cast {
    /// All read the language that the story is told in, but the secretary: her letters show that each has their own.
    fn new(language: Language) -> Self {
        let other = if language == Language::Spanish { Language::English } else { Language::Spanish };
        let person = |key, name, handle, email, role| Person { key, name, handle, email, role, language };
        Self {
            alba: person("alba", "Alba Ruiz", "alba-ruiz", "alba@example.org", "admin"),
            nora: Person { language: other, ..person("nora", "Nora Blake", "nora", "nora@example.org", "secretary") },
            marta: person("marta", "Marta Gil", "marta", "marta@example.org", "agent"),
            carlos: person("carlos", "Carlos Vega", "carlos", "carlos@example.org", "care"),
            ana: person("ana", "Ana López", "ana-lopez", "ana@example.org", "client"),
            guest: person("guest", "", "", "", "client"),
        }
    }
}

/// Plays it all, and says the numbers of the tickets.
///
/// # Errors
/// `Demo` where anything is other than it should be.
pub fn play(stage: &mut Stage<'_>) -> Result<Vec<String>, Failure> {
    let cast = Cast::new(stage.language());
    stage.tell("demo-begin", &[])?;
    desk(stage, &cast)?;
    staff(stage, &cast)?;
    client(stage, &cast)?;
    let number = opened(stage, &cast)?;
    assigned(stage, &cast, &number)?;
    answered(stage, &cast, &number)?;
    closed_and_reopened(stage, &cast, &number)?;
    looked_at(stage, &cast, &number)?;
    let next = followed_up(stage, &cast, &number)?;
    mail_server_down(stage, &cast, &next)?;
    upkeep(stage, &cast)?;
    Ok(vec![number, next])
}

fn desk(stage: &mut Stage<'_>, cast: &Cast) -> Result<(), Failure> {
    stage.scene("demo-scene-desk")?;
    stage.tell("demo-desk", &[])?;
    let alba = cast.alba;
    stage.enter(alba);
    let language = stage.language().code();
    let name = stage.words("demo-desk-name");
    let mut line = vec!["init", "--name", &name, "--lang", language];
    line.extend(["--admin-email", alba.email, "--admin-name", alba.name, "--password-stdin"]);
    stage.run(alba, &line)?;
    stage.letters(&[])?;
    is_logged_in(stage, alba)
}

fn is_logged_in(stage: &Stage<'_>, who: Person) -> Result<(), Failure> {
    let told = stage.ask(who, &["whoami"])?;
    stage.check("ui-user", field(&told, "handle"), who.handle, who.handle)?;
    stage.check("ui-role", field(&told, "role"), who.role, &stage.words(&format!("ui-role-{}", who.role)))
}

fn staff(stage: &mut Stage<'_>, cast: &Cast) -> Result<(), Failure> {
    stage.scene("demo-scene-staff")?;
    stage.tell("demo-staff", &[])?;
    for person in [cast.nora, cast.marta, cast.carlos] {
        stage.enter(person);
        let mut line = vec!["user", "create", "--email", person.email, "--name", person.name];
        line.extend(["--role", person.role, "--handle", person.handle, "--lang", person.language.code()]);
        stage.run(cast.alba, &line)?;
        let letters = stage.letters(&[Expected { to: person, says: person.handle }])?;
        let code = code(stage, &letters)?;
        let line = ["password", "reset", "--email", person.email, &code, "--password-stdin", "--accept-rules"];
        stage.run(person, &line)?;
        is_logged_in(stage, person)?;
    }
    stage.letters(&[]).map(drop)
}

fn client(stage: &mut Stage<'_>, cast: &Cast) -> Result<(), Failure> {
    let ana = cast.ana;
    stage.scene("demo-scene-client")?;
    stage.tell("demo-register", &[])?;
    stage.enter(ana);
    stage.run(ana, &["register", "--email", ana.email, "--name", ana.name, "--password-stdin", "--accept-rules"])?;
    let letters = stage.letters(&[Expected { to: ana, says: "taquilla" }])?;
    let code = code(stage, &letters)?;
    stage.tell("demo-confirm", &[])?;
    stage.run(ana, &["confirm", "--email", ana.email, &code])?;
    stage.letters(&[Expected { to: ana, says: ana.handle }])?;
    is_logged_in(stage, ana)
}

fn opened(stage: &mut Stage<'_>, cast: &Cast) -> Result<String, Failure> {
    stage.scene("demo-scene-open")?;
    stage.tell("demo-open", &[])?;
    let (subject, question) = (stage.words("demo-text-subject"), stage.words("demo-text-question"));
    stage.file(OUTLINE, &(stage.words("demo-text-outline") + "\n"))?;
    stage.run(cast.ana, &["open", "--subject", &subject, "-m", &question, "--attach", OUTLINE])?;
    let number = newest(stage, cast)?;
    stage.letters(&[Expected { to: cast.ana, says: &number }, Expected { to: cast.nora, says: &question }])?;
    is(stage, cast, &number, "new", None)?;
    Ok(number)
}

fn assigned(stage: &mut Stage<'_>, cast: &Cast, number: &str) -> Result<(), Failure> {
    stage.scene("demo-scene-assign")?;
    stage.tell("demo-assign", &[])?;
    let listed = stage.run(cast.nora, &["list", "--unassigned"])?;
    stage.has(&listed, number, true)?;
    let note = stage.words("demo-text-note");
    stage.run(cast.nora, &["assign", number, "--to", cast.marta.handle, "--note", &note])?;
    stage.letters(&[Expected { to: cast.marta, says: &note }])?;
    is(stage, cast, number, "pending", Some(cast.marta))
}

fn answered(stage: &mut Stage<'_>, cast: &Cast, number: &str) -> Result<(), Failure> {
    stage.scene("demo-scene-answer")?;
    stage.tell("demo-read", &[])?;
    let question = stage.words("demo-text-question");
    let shown = stage.run(cast.marta, &["show", number])?;
    stage.has(&shown, &question, true)?;
    stage.has(&shown, cast.ana.email, false)?;
    let outline = stage.run(cast.marta, &["attachment", number, "1.1", "-o", "-"])?;
    stage.has(&outline, &stage.words("demo-text-outline"), true)?;
    stage.tell("demo-reply-pending", &[])?;
    let wait = stage.words("demo-text-wait");
    stage.run(cast.marta, &["reply", number, "--pending", "-m", &wait])?;
    stage.letters(&[Expected { to: cast.ana, says: &wait }])?;
    is(stage, cast, number, "pending", Some(cast.marta))?;
    stage.tell("demo-reply", &[])?;
    let answer = stage.words("demo-text-answer");
    stage.run(cast.marta, &["reply", number, "-m", &answer])?;
    stage.letters(&[Expected { to: cast.ana, says: &answer }])?;
    is(stage, cast, number, "answered", Some(cast.marta))?;
    stage.tell("demo-client-reads", &[])?;
    let listed = stage.run(cast.ana, &["list"])?;
    stage.has(&listed, "●", true)?;
    let shown = stage.run(cast.ana, &["show", number])?;
    stage.has(&shown, &answer, true)?;
    stage.has(&shown, &stage.words("demo-text-note"), false)?;
    let thanks = stage.words("demo-text-thanks");
    stage.run(cast.ana, &["reply", number, "-m", &thanks])?;
    stage.letters(&[Expected { to: cast.marta, says: &thanks }])?;
    is(stage, cast, number, "pending", Some(cast.marta))
}

fn closed_and_reopened(stage: &mut Stage<'_>, cast: &Cast, number: &str) -> Result<(), Failure> {
    stage.scene("demo-scene-close")?;
    stage.tell("demo-close", &[])?;
    let farewell = stage.words("demo-text-farewell");
    stage.run(cast.marta, &["close", number, "-m", &farewell])?;
    stage.letters(&[Expected { to: cast.ana, says: &farewell }])?;
    is(stage, cast, number, "closed", Some(cast.marta))?;
    stage.tell("demo-reopen", &[])?;
    let again = stage.words("demo-text-again");
    stage.run(cast.ana, &["reopen", number, "-m", &again])?;
    stage.letters(&[Expected { to: cast.marta, says: &again }, Expected { to: cast.nora, says: number }])?;
    is(stage, cast, number, "pending", Some(cast.marta))?;
    stage.tell("demo-reply-close", &[])?;
    let last = stage.words("demo-text-last");
    stage.run(cast.marta, &["reply", number, "--close", "-m", &last])?;
    stage.letters(&[Expected { to: cast.ana, says: &last }])?;
    is(stage, cast, number, "closed", Some(cast.marta))
}

fn looked_at(stage: &mut Stage<'_>, cast: &Cast, number: &str) -> Result<(), Failure> {
    stage.scene("demo-scene-look")?;
    stage.tell("demo-care", &[])?;
    let shown = stage.run(cast.carlos, &["show", number, "--all"])?;
    stage.has(&shown, &stage.words("demo-text-note"), true)?;
    stage.tell("demo-status", &[])?;
    let ana = cast.ana;
    let printed = stage.run(cast.guest, &["status", number, "--email", ana.email])?;
    stage.has(&printed, number, false)?;
    let letters = stage.letters(&[Expected { to: ana, says: number }])?;
    let code = code(stage, &letters)?;
    let shown = stage.run(cast.guest, &["status", number, "--email", ana.email, "--code", &code])?;
    stage.has(&shown, &stage.words("demo-text-last"), true)?;
    stage.has(&shown, &stage.words("demo-text-note"), false)?;
    stage.letters(&[]).map(drop)
}

fn followed_up(stage: &mut Stage<'_>, cast: &Cast, number: &str) -> Result<String, Failure> {
    stage.scene("demo-scene-follow-up")?;
    stage.tell("demo-follow-up", &[])?;
    let (subject, text) = (stage.words("demo-text-next-subject"), stage.words("demo-text-next"));
    stage.run(cast.ana, &["open", "--follow-up", number, "--subject", &subject, "-m", &text])?;
    let next = newest(stage, cast)?;
    stage.letters(&[Expected { to: cast.ana, says: &next }, Expected { to: cast.nora, says: &text }])?;
    stage.run(cast.nora, &["assign", &next, "--to", cast.marta.handle])?;
    stage.letters(&[Expected { to: cast.marta, says: &text }])?;
    is(stage, cast, &next, "pending", Some(cast.marta))?;
    Ok(next)
}

fn mail_server_down(stage: &mut Stage<'_>, cast: &Cast, number: &str) -> Result<(), Failure> {
    stage.scene("demo-scene-mail")?;
    stage.tell("demo-mail-down", &[])?;
    for (key, value) in [("mail.smtp.host", "127.0.0.1"), ("mail.smtp.port", "1"), ("mail.smtp.tls", "none")] {
        stage.run(cast.alba, &["config", "set", key, value])?;
    }
    let answer = stage.words("demo-text-next-answer");
    stage.run(cast.marta, &["reply", number, "-m", &answer])?;
    stage.letters(&[])?;
    is(stage, cast, number, "answered", Some(cast.marta))?;
    stage.tell("demo-mail-waits", &[])?;
    stage.run(cast.alba, &["mail", "queue"])?;
    waiting(stage, cast, 1)?;
    stage.tell("demo-mail-up", &[])?;
    for key in ["mail.smtp.host", "mail.smtp.port", "mail.smtp.tls"] {
        stage.run(cast.alba, &["config", "unset", key])?;
    }
    stage.run(cast.alba, &["mail", "flush"])?;
    stage.letters(&[Expected { to: cast.ana, says: &answer }]).map(drop)
}

fn upkeep(stage: &mut Stage<'_>, cast: &Cast) -> Result<(), Failure> {
    stage.scene("demo-scene-upkeep")?;
    stage.tell("demo-upkeep", &[])?;
    stage.run(cast.alba, &["mail", "queue"])?;
    waiting(stage, cast, 0)?;
    stage.run(cast.alba, &["doctor"])?;
    stage.run(cast.alba, &["verify"])?;
    stage.letters(&[]).map(drop)
}

/// Sees that so many letters wait.
fn waiting(stage: &Stage<'_>, cast: &Cast, count: usize) -> Result<(), Failure> {
    let queue = stage.ask(cast.alba, &["mail", "queue"])?;
    let found = queue.as_array().map_or(0, Vec::len);
    stage.check("demo-letters-waiting", &Json::from(found), &count.to_string(), &count.to_string())
}

/// The number of the client's newest ticket.
fn newest(stage: &Stage<'_>, cast: &Cast) -> Result<String, Failure> {
    let tickets = stage.ask(cast.ana, &["list", "--status", "all", "--sort", "created"])?;
    let number = tickets.get(0).and_then(|ticket| ticket.get("number")).and_then(Json::as_str);
    number.map(str::to_owned).ok_or_else(|| stage.differs("demo-no-ticket", &[]))
}

/// The code in the one letter that came.
fn code(stage: &Stage<'_>, letters: &[Letter]) -> Result<String, Failure> {
    let code = letters.first().and_then(Letter::code);
    code.map(str::to_owned).ok_or_else(|| stage.differs("demo-no-code", &[]))
}

/// Sees that a ticket has this status and this assignee.
fn is(stage: &Stage<'_>, cast: &Cast, number: &str, status: &str, assignee: Option<Person>) -> Result<(), Failure> {
    let ticket = stage.ask(cast.alba, &["show", number, "--no-mark"])?;
    stage.check("ui-status", field(&ticket, "status"), status, &stage.words(&format!("ui-status-{status}")))?;
    let found = ticket.get("assignee").and_then(|assignee| assignee.get("handle")).unwrap_or(&Json::Null);
    let nobody = stage.words("demo-nobody");
    let (handle, name) = assignee.map_or(("null", nobody.as_str()), |person| (person.handle, person.name));
    stage.check("ui-assignee", found, handle, name)
}

fn field<'a>(object: &'a Json, key: &str) -> &'a Json {
    object.get(key).unwrap_or(&Json::Null)
}
