//! What a desk holds, all of it: to look for what must not be there.

use crate::desk::Desk;

/// Everything that the desk holds: the files of its folder, and what a database outside of it says.
pub async fn everything(desk: &Desk) -> String {
    let mut all = String::new();
    let mut folders = vec![desk.folder.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for found in std::fs::read_dir(folder).unwrap() {
            let path = found.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => all += &String::from_utf8_lossy(&std::fs::read(path).unwrap()),
            }
        }
    }
    if desk.options.database.is_some() {
        const TABLES: &str = "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()";
        let read = |tx: &mut store::Tx<'_>| {
            let mut all = String::new();
            for table in tx.query(TABLES, &[], |row| row.get::<String>(0))? {
                let rows = tx.query(&format!("SELECT t::text FROM {table} t"), &[], |row| row.get::<String>(0))?;
                all += &rows.join("\n");
            }
            Ok::<_, store::Error>(all)
        };
        all += &desk.app.db.read(read).await.unwrap();
    }
    all
}
