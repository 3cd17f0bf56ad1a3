//! How a store's schema stands to the program's, on both databases.

#![expect(clippy::unwrap_used, reason = "a test says what it expects by failing")]

#[path = "../../dengta/tests/it/postgres.rs"]
#[expect(dead_code, reason = "shared with the desk's stories, which kill and boot it, too")]
mod postgres;

use store::{Db, Location, Migration, SchemaState, params};

const FIRST: Migration =
    Migration { number: 1, name: "first", sql: "CREATE TABLE thing (id UUID PRIMARY KEY, name TEXT) STRICT;" };
const OLD: &[Migration] = &[FIRST];
const NEW: &[Migration] =
    &[FIRST, Migration { number: 2, name: "second", sql: "ALTER TABLE thing ADD COLUMN size INTEGER;" }];
const BROKEN: &[Migration] = &[
    FIRST,
    Migration {
        number: 2,
        name: "broken",
        sql: "CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE thing (id INTEGER) STRICT;",
    },
];

async fn steps(db: Db) {
    assert_eq!(db.schema(NEW).await.unwrap(), SchemaState::Empty);
    assert_eq!(db.migrate(OLD, 1).await.unwrap(), ["first"]);
    assert_eq!(db.schema(OLD).await.unwrap(), SchemaState::Current);
    assert_eq!(db.schema(NEW).await.unwrap(), SchemaState::Behind);
    // A migration that fails leaves nothing of itself.
    assert!(db.migrate(BROKEN, 2).await.is_err());
    assert_eq!(db.schema(NEW).await.unwrap(), SchemaState::Behind);
    assert!(db.read(|tx| tx.first("SELECT count(*) FROM half", &[], |row| row.get::<i64>(0))).await.is_err());
    // Two nodes at once: each step is applied once.
    let (one, other) = tokio::join!(db.migrate(NEW, 3), db.migrate(NEW, 3));
    assert_eq!(one.unwrap().len() + other.unwrap().len(), 1);
    assert_eq!(db.schema(OLD).await.unwrap(), SchemaState::Ahead);
    let write =
        db.write(|tx| tx.execute("INSERT INTO thing (id, size) VALUES ($1, $2)", params![uuid::Uuid::max(), 7]));
    assert_eq!(write.await.unwrap(), 1);
}

#[tokio::test]
async fn steps_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    steps(Db::open(&Location::Sqlite(folder.path().join("store.sqlite"))).unwrap()).await;
}

#[tokio::test]
async fn steps_on_postgres() {
    steps(Db::open(&Location::Postgres(postgres::database())).unwrap()).await;
}
