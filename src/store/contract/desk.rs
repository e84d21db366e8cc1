//! The desk itself: its secret, its settings, its topics, the commands it remembers, the keys of idempotent ones.

use super::samples::{at, topic};
use super::{checks, read, write};
use crate::domain::account::AccountId;
use crate::domain::letter::CommandId;
use crate::domain::topic::{Topic, TopicId, TopicTree};
use crate::store::{KeyRecord, Printed, Store};

checks!(the_secret_comes_back, settings_are_set_and_unset, topics_keep_their_order, commands_are_forgotten, keys_are_forgotten);

fn the_secret_comes_back<S: Store>(store: &S) {
    let secret: [u8; 32] = std::array::from_fn(|index| index as u8 * 7);
    write(store, |tx| tx.set_secret(&secret));
    assert_eq!(read(store, |desk| desk.secret()), secret);
}

fn settings_are_set_and_unset<S: Store>(store: &S) {
    write(store, |tx| {
        tx.put_setting("desk.name", Some("Ágora"))?;
        tx.put_setting("desk.contact", Some("a\nb"))?;
        tx.put_setting("desk.name", Some("Tutorías"))?;
        tx.put_setting("registration", Some("open"))?;
        tx.put_setting("registration", None)?;
        tx.put_setting("never.set", None)
    });
    let (name, gone, all) = read(store, |desk| Ok((desk.setting("desk.name")?, desk.setting("registration")?, desk.settings()?)));
    assert_eq!((name.as_deref(), gone), (Some("Tutorías"), None));
    assert_eq!(all, [("desk.contact".into(), "a\nb".into()), ("desk.name".to_owned(), "Tutorías".to_owned())]);
}

fn topics_keep_their_order<S: Store>(store: &S) {
    let full = Topic {
        parent: Some(TopicId(1)),
        name_en: Some("Law".into()),
        retired: true,
        agents: Some(vec![AccountId(9), AccountId(2)]),
        auto_assign: Some(false),
        ..topic(300, "Derecho")
    };
    let first = write(store, |tx| {
        let first = tx.next_topic()?;
        tx.put_topic(&full)?;
        tx.put_topic(&topic(2, "Dudas"))?;
        tx.put_topic(&topic(1, "Historia"))?;
        tx.put_topic(&topic(1, "Historia Moderna"))?;
        Ok(first)
    });
    assert_eq!(first, TopicId(1));
    assert_eq!(read(store, |desk| desk.topics()), TopicTree(vec![topic(1, "Historia Moderna"), topic(2, "Dudas"), full]));
    assert_eq!(write(store, |tx| tx.next_topic()), TopicId(301));
}

fn commands_are_forgotten<S: Store>(store: &S) {
    let commands: Vec<_> = (1..=4).map(|place| (CommandId([place; 16]), at(place.into()))).collect();
    let remembered = || read(store, |desk| commands.iter().map(|(id, _)| desk.was_committed(id)).collect::<Result<Vec<_>, _>>());
    let how_many = || remembered().into_iter().filter(|&is| is).count();
    assert_eq!(how_many(), 0);
    write(store, |tx| commands.iter().try_for_each(|(id, at)| tx.remember_command(id, *at)));
    assert_eq!(how_many(), 4);
    assert_eq!(write(store, |tx| tx.forget_commands(at(3), 1)), 1);
    assert_eq!(how_many(), 3);
    assert_eq!(write(store, |tx| tx.forget_commands(at(3), 10)), 1);
    assert_eq!(remembered(), [false, false, true, true]);
}

fn keys_are_forgotten<S: Store>(store: &S) {
    let record = |end: i64| KeyRecord {
        arguments: [end as u8; 32],
        printed: Printed { stdout: vec![0, 255, b'\n', end as u8], stderr: vec![b'x'; 3], exit: end as u8 },
        expires_at: at(end),
    };
    write(store, |tx| {
        tx.put_key(AccountId(1), "k", &record(1))?;
        tx.put_key(AccountId(2), "k", &record(2))?;
        tx.put_key(AccountId(1), "kk", &record(3))?;
        tx.put_key(AccountId(1), "kk", &record(4))
    });
    let keys = || {
        read(store, |desk| Ok([desk.key(AccountId(1), "k")?, desk.key(AccountId(2), "k")?, desk.key(AccountId(1), "kk")?]))
            .map(|key| key.map(|record| record.expires_at))
    };
    assert_eq!(read(store, |desk| desk.key(AccountId(1), "kk")), Some(record(4)));
    assert_eq!(read(store, |desk| desk.key(AccountId(2), "kk")), None);
    assert_eq!(write(store, |tx| tx.forget_keys(at(3), 1)), 1);
    assert_eq!(keys().iter().flatten().count(), 2);
    assert_eq!(write(store, |tx| tx.forget_keys(at(4), 10)), 1);
    assert_eq!(keys(), [None, None, Some(at(4))]);
}
