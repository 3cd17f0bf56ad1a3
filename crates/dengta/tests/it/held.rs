//! What a desk holds, all of it: to look for what must not be there.

use std::path::Path;

use store::{Db, Error, Tx, params};

use crate::desk::Desk;

/// Everything that the desk holds: the files of its folder, and what a database outside of it says.
pub async fn everything(desk: &Desk) -> String {
    let mut all = String::from_utf8_lossy(&files(desk.folder.path())).into_owned();
    if desk.options.database.is_some() {
        all += &tables(&desk.app.db).await;
    }
    all
}

/// The bytes of all files of a folder, one after another.
pub fn files(folder: &Path) -> Vec<u8> {
    let mut all = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for found in std::fs::read_dir(folder).unwrap() {
            let path = found.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                // An index drops what it has merged, also while somebody reads it.
                false => all.extend(std::fs::read(path).unwrap_or_default()),
            }
        }
    }
    all
}

/// Every row of every table, as text.
pub async fn tables(db: &Db) -> String {
    match db.is_postgres() {
        true => db.read(rows_of_postgres).await.unwrap(),
        false => db.read(rows_of_sqlite).await.unwrap(),
    }
}

fn rows_of_postgres(tx: &mut Tx<'_>) -> Result<String, Error> {
    const TABLES: &str = "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()";
    let mut all = String::new();
    for table in tx.query(TABLES, &[], |row| row.get::<String>(0))? {
        all += &tx.query(&format!("SELECT t::text FROM {table} t"), &[], |row| row.get::<String>(0))?.join("\n");
    }
    Ok(all)
}

fn rows_of_sqlite(tx: &mut Tx<'_>) -> Result<String, Error> {
    const TABLES: &str = "SELECT name FROM sqlite_schema WHERE type = 'table'";
    const COLUMNS: &str = "SELECT name FROM pragma_table_info($1)";
    let mut all = String::new();
    for table in tx.query(TABLES, &[], |row| row.get::<String>(0))? {
        let columns = tx.query(COLUMNS, params![&table], |row| row.get::<String>(0))?;
        // As `quote` writes it: a blob in hexadecimal digits, no zero byte.
        let row: Vec<_> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
        let sql = format!("SELECT {} FROM \"{table}\"", row.join(" || ' ' || "));
        all += &tx.query(&sql, &[], |row| row.get::<String>(0))?.join("\n");
    }
    Ok(all)
}
