//! Everything in which SQLite and PostgreSQL differ for us.
//!
//! Migrations are written once, in these words: `INTEGER`, `TEXT`, `BLOB`, `UUID`, `SERIAL_KEY` (a key
//! that grows with each insert), `WRITER_XID` (the writing transaction's number), `STRICT`, and `CLUSTERED` (strict, and its
//! rows lie in the order of its key, beside one another).

/// The text of a migration for SQLite.
pub fn sqlite(migration: &str) -> String {
    words(migration, |word| match word {
        "UUID" => Some("BLOB"),
        "SERIAL_KEY" => Some("INTEGER PRIMARY KEY"),
        // One writer: commit order is insert order, so the serial key alone orders the log.
        "WRITER_XID" => Some("INTEGER NOT NULL DEFAULT 0"),
        "CLUSTERED" => Some("STRICT, WITHOUT ROWID"),
        _ => None,
    })
}

/// The text of a migration for PostgreSQL. Text compares by bytes, as in SQLite: what is hashed or
/// paged over must not depend on a locale.
pub fn postgres(migration: &str) -> String {
    words(migration, |word| match word {
        "INTEGER" => Some("BIGINT"),
        "TEXT" => Some("TEXT COLLATE \"C\""),
        "BLOB" => Some("BYTEA"),
        "SERIAL_KEY" => Some("BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
        "WRITER_XID" => Some("BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text::bigint)"),
        "STRICT" | "CLUSTERED" => Some(""),
        _ => None,
    })
}

/// In PostgreSQL a transaction with a lower number may commit later: only below this number is the
/// log complete for a reader.
pub const POSTGRES_HORIZON: &str = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

/// What PostgreSQL answers to a write in a transaction that only reads.
pub const POSTGRES_READ_ONLY: &str = "25006";

/// Session settings of a SQLite connection.
pub const SQLITE_SESSION: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA busy_timeout = 10000;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -8192;
    PRAGMA wal_autocheckpoint = 4000;
";

/// Session settings of a PostgreSQL connection. No statement may take longer than 5 s. Whoever set up the
/// database may have chosen to answer commits before they are on disk; an acknowledgement of ours waits for it.
pub const POSTGRES_SESSION: &str = "
    SET client_min_messages = warning;
    SET statement_timeout = '5s';
    SET lock_timeout = '5s';
    SET idle_in_transaction_session_timeout = '10s';
    SET standard_conforming_strings = on;
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
";

fn words(text: &str, replace: impl Fn(&str) -> Option<&'static str>) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphabetic() || c == '_') {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        out.push_str(before);
        out.push_str(replace(word).unwrap_or(word));
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn whole_words_are_replaced() {
        let text = "CREATE TABLE t (id UUID PRIMARY KEY, TEXTURE TEXT, seq SERIAL_KEY, xid WRITER_XID) STRICT;";
        assert_eq!(
            super::sqlite(text),
            "CREATE TABLE t (id BLOB PRIMARY KEY, TEXTURE TEXT, seq INTEGER PRIMARY KEY, xid INTEGER NOT NULL DEFAULT 0) STRICT;"
        );
        assert!(super::postgres(text).contains("TEXTURE TEXT COLLATE \"C\""));
        assert!(super::postgres(text).ends_with(") ;"));
        assert_eq!(super::sqlite("(id UUID) CLUSTERED;"), "(id BLOB) STRICT, WITHOUT ROWID;");
        assert_eq!(super::postgres("(id UUID) CLUSTERED;"), "(id UUID) ;");
    }
}
