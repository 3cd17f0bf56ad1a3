//! The help center as files, from which an import makes the same one again: a folder ([`folder`]) or lines of JSON
//! ([`lines`]). Articles are read some at a time: whoever publishes meanwhile may be in it or not.

mod folder;
mod lines;
mod texts;

use std::collections::HashMap;
use std::io;
use std::path::Path;

use anyhow::{Context, bail};
use store::{Error, Tx};
use uuid::Uuid;

use super::articles::{self, Article};
use super::images::{self, Image};
use super::import::State;
use super::sections::{Section, Tree};
use crate::app::App;
use texts::Text;

/// Articles that are read at once.
const CHUNK: usize = 100;

/// Where it is written to. Sections come first, then pictures, then articles with their texts, each of the oldest first.
trait Out {
    fn sections(&mut self, tree: &Tree, sections: &[&Section]) -> io::Result<()>;
    fn picture(&mut self, picture: &Image) -> io::Result<()>;
    fn text(&mut self, tree: &Tree, article: &Article, text: &Text) -> io::Result<()>;
    fn done(&mut self) -> io::Result<()>;
}

/// Writes the help center to a folder, or to a file whose name ends with `.jsonl`: what customers read, or everything.
/// Answers how many published texts that were.
///
/// # Errors
/// When the folder holds something already, cannot be written, or the store fails.
pub async fn run(app: &App, target: &Path, all: bool) -> anyhow::Result<usize> {
    let file = target.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("jsonl"));
    if file {
        // Under another name until it is whole.
        let part = target.with_extension("jsonl.part");
        let out = lines::Lines::create(&part, all).with_context(|| format!("writing {}", part.display()))?;
        let written = write(app, Box::new(out), all).await?;
        std::fs::rename(&part, target).with_context(|| format!("writing {}", target.display()))?;
        return Ok(written);
    }
    std::fs::create_dir_all(target).with_context(|| format!("making {}", target.display()))?;
    if std::fs::read_dir(target)?.next().is_some() {
        bail!("{} is not empty", target.display());
    }
    write(app, Box::new(folder::Folder::new(target, all)), all).await
}

async fn write(app: &App, mut out: Box<dyn Out + Send>, all: bool) -> anyhow::Result<usize> {
    let (tree, articles) = app.db.read(move |tx| Ok::<_, Error>((Tree::load(tx)?, every(tx, all)?))).await?;
    let sections = in_order(&tree);
    out.sections(&tree, &sections)?;
    for id in app.db.read(|tx| tx.query("SELECT id FROM help_image ORDER BY id", &[], |row| row.get(0))).await? {
        let id: Uuid = id;
        if let Some(picture) = app.db.read(move |tx| images::find(tx, id)).await? {
            out.picture(&picture)?;
        }
    }
    let rank: HashMap<Uuid, usize> = sections.iter().enumerate().map(|(at, section)| (section.id, at)).collect();
    let mut articles = articles;
    articles.sort_by(|one, other| {
        let order = |article: &Article| (rank.get(&article.section).copied(), article.place);
        order(one).cmp(&order(other)).then_with(|| one.slug.cmp(&other.slug))
    });
    let mut written = 0;
    for chunk in articles.chunks(CHUNK) {
        let some = chunk.to_vec();
        let read = move |tx: &mut Tx<'_>| {
            some.iter().map(|article| texts::of(tx, article, all)).collect::<Result<Vec<_>, _>>()
        };
        for (article, texts) in chunk.iter().zip(app.db.read(read).await?) {
            for text in texts {
                written += usize::from(text.state == State::Published);
                out.text(&tree, article, &text)?;
            }
        }
    }
    out.done()?;
    Ok(written)
}

fn every(tx: &mut Tx<'_>, all: bool) -> Result<Vec<Article>, Error> {
    let living = if all { "" } else { "WHERE a.archived_at IS NULL" };
    articles::chosen(tx, &format!("{living} ORDER BY a.id"), &[])
}

/// All sections, each behind its parent and with its own behind it.
fn in_order(tree: &Tree) -> Vec<&Section> {
    fn below<'t>(tree: &'t Tree, parent: Option<Uuid>, found: &mut Vec<&'t Section>) {
        for section in tree.below(parent) {
            found.push(section);
            below(tree, Some(section.id), found);
        }
    }
    let mut found = Vec::new();
    below(tree, None, &mut found);
    found
}
