//! Importing and exporting the help center: files in, files out, beside a running desk. Stories by what comes or goes.

mod exports;
mod folders;
mod rows;
mod whole;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use dengta::help::body::draw;
use dengta::help::export;
use dengta::help::import::folder::Folder;
use dengta::help::import::lines::Lines;
use dengta::help::import::{self, Options, Source, Summary, Told};
use dengta::help::read::{self, Reading};
use dengta::help::sections::Tree;
use dengta::help::{articles, cli};
use dengta::language::Language;
use serde_json::{Value, json};
use store::params;

use crate::desk::Desk;

const PLAIN: Options = Options { language: None, draft: false };

/// What an import came to, and the lines that it told of refused rows, without where the files are.
async fn import(desk: &Desk, from: &Path, options: Options) -> (Summary, Vec<String>) {
    let source: Box<dyn Source> = match from.is_dir() {
        true => Box::new(Folder::open(from, options).unwrap()),
        false => Box::new(Lines::open(from, options).unwrap()),
    };
    let mut refused = Vec::new();
    let mut tell = |told: Told<'_>| {
        if let Told::Refused(row) = told {
            refused.push(cli::line(row));
        }
    };
    let summary = import::run(&desk.app, source, options, &mut tell).await.unwrap();
    let within = format!("{}/", if from.is_dir() { from } else { from.parent().unwrap() }.display());
    (summary, refused.into_iter().map(|line| line.replace(&within, "")).collect())
}

fn came_to(imported: usize, unchanged: usize, refused: usize) -> Summary {
    Summary { imported, unchanged, refused }
}

fn jsonl(desk: &Desk, name: &str, rows: &[Value]) -> PathBuf {
    let path = desk.folder.path().join(name);
    let lines: String = rows.iter().map(|row| format!("{row}\n")).collect();
    std::fs::write(&path, lines).unwrap();
    path
}

/// A folder of files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

async fn article(desk: &Desk, slug: &str, language: Language) -> Option<Reading> {
    let slug = slug.to_owned();
    desk.app.db.read(move |tx| read::article(tx, &slug, language)).await.unwrap()
}

async fn tree(desk: &Desk) -> Tree {
    desk.app.db.read(Tree::load).await.unwrap()
}

async fn count(desk: &Desk, sql: &'static str) -> i64 {
    desk.app.db.read(move |tx| tx.first(sql, params![], |row| row.get::<i64>(0))).await.unwrap().unwrap()
}

/// Slugs from the category down to where an article stands.
async fn stands(desk: &Desk, slug: &str) -> Vec<String> {
    let found = article(desk, slug, Language::En).await.unwrap();
    let tree = tree(desk).await;
    tree.path(found.article.section).into_iter().map(|section| section.slug.clone()).collect()
}

/// The program, beside the running desk.
fn dengta(desk: &Desk, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dengta"));
    command.args(arguments).arg("--data").arg(&desk.options.data);
    if let Some(database) = &desk.options.database {
        command.args(["--database", database]);
    }
    command.output().unwrap()
}

/// Every file of a folder.
fn files(root: &Path) -> BTreeMap<String, String> {
    fn walk(root: &Path, at: &Path, found: &mut BTreeMap<String, String>) {
        for entry in std::fs::read_dir(at).unwrap().flatten() {
            match entry.path() {
                path if path.is_dir() => walk(root, &path, found),
                path => {
                    let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                    let bytes = std::fs::read(&path).unwrap();
                    found.insert(
                        name,
                        String::from_utf8(bytes).unwrap_or_else(|error| format!("{:x?}", error.as_bytes())),
                    );
                }
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(root, root, &mut found);
    found
}
