//! `dengta help …`: articles in and out, for whoever moves a help center here, keeps it in files, or takes it along. What was
//! not taken is told on standard error, a line each.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::Subcommand;

use crate::app::App;
use crate::help::export;
use crate::help::import::folder::Folder;
use crate::help::import::lines::Lines;
use crate::help::import::{self, Options, Refused, Source, Summary, Told, Why};
use crate::language::Language;

/// The help center. (The manual of this program is `--help`.)
#[derive(Subcommand)]
pub enum HelpCommand {
    /// Take in articles: a file of JSON lines, or a folder of Markdown and text files.
    ///
    /// A line holds `id`, `lang`, `title`, `body`, and may hold `summary`, `keywords`, `category`, `section`, `slug`,
    /// `related`, `policy`. A folder holds `CATEGORY/SECTION/NAME.LANG.md`, whatever of it there is, and may hold a
    /// `sections.toml`. What was imported before and did not change is left as it is.
    Import {
        /// The file or folder.
        from: PathBuf,
        /// The language of all of it, whatever it says: zh-CN, zh-TW, en, ko or ja.
        #[arg(long, value_parser = language)]
        lang: Option<Language>,
        /// As drafts instead of publishing.
        #[arg(long)]
        draft: bool,
    },
    /// Write the published help center to an empty folder, or to a file of JSON lines (NAME.jsonl).
    Export {
        /// The folder or file.
        to: PathBuf,
        /// With drafts and every version.
        #[arg(long)]
        all: bool,
    },
}

fn language(tag: &str) -> Result<Language, String> {
    Language::closest(tag).ok_or_else(|| "it is none of zh-CN, zh-TW, en, ko, ja".to_owned())
}

/// Runs a command about the help center. It fails when a row was not taken.
///
/// # Errors
/// What is wrong, as a sentence.
pub async fn help(app: &App, command: HelpCommand) -> anyhow::Result<ExitCode> {
    match command {
        HelpCommand::Import { from, lang, draft } => {
            let options = Options { language: lang, draft };
            let source = open(&from, options).with_context(|| format!("reading {}", from.display()))?;
            let mut progress = Progress::new();
            let outcome = import::run(app, source, options, &mut |told| progress.tell(&told)).await;
            progress.done();
            let Summary { imported, unchanged, refused } = outcome?;
            println!("{imported} imported, {unchanged} unchanged, {refused} refused");
            Ok(if refused == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        HelpCommand::Export { to, all } => {
            let written = export::run(app, &to, all).await?;
            println!("{written} exported");
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn open(from: &Path, options: Options) -> io::Result<Box<dyn Source>> {
    Ok(if from.is_dir() { Box::new(Folder::open(from, options)?) } else { Box::new(Lines::open(from, options)?) })
}

/// What is told on standard error: on a terminal a line that changes, elsewhere a line for each thousand.
struct Progress {
    terminal: bool,
    /// Thousands that were told.
    thousands: usize,
    /// Whether a line stands that the next one writes over.
    open: bool,
}

impl Progress {
    fn new() -> Progress {
        Progress { terminal: io::stderr().is_terminal(), thousands: 0, open: false }
    }

    fn tell(&mut self, told: &Told<'_>) {
        // Nobody is left to be told that standard error is closed.
        let _ = self.try_tell(told);
    }

    fn try_tell(&mut self, told: &Told<'_>) -> io::Result<()> {
        const WIDTH: usize = 30;
        let mut out = io::stderr().lock();
        match told {
            Told::Refused(refused) => {
                let over = if std::mem::take(&mut self.open) { "\r\x1b[K" } else { "" };
                writeln!(out, "{over}{}", line(refused))
            }
            Told::Progress(summary, share) if self.terminal => {
                self.open = true;
                let full = ((share * WIDTH as f32) as usize).min(WIDTH);
                let bar = "#".repeat(full) + &" ".repeat(WIDTH - full);
                write!(out, "\r[{bar}] {:3.0} %  {} articles", share * 100.0, rows(summary))?;
                out.flush()
            }
            Told::Progress(summary, _) => {
                let thousands = rows(summary) / 1000;
                if thousands > self.thousands {
                    self.thousands = thousands;
                    writeln!(out, "{} articles", thousands * 1000)?;
                }
                Ok(())
            }
        }
    }

    fn done(&mut self) {
        if std::mem::take(&mut self.open) {
            eprintln!();
        }
    }
}

fn rows(summary: &Summary) -> usize {
    summary.imported + summary.unchanged + summary.refused
}

/// A row that was not taken, as a line. Names of files come from wherever the files come from: a terminal obeys signs.
#[must_use]
pub fn line(refused: &Refused) -> String {
    let line = format!("{}: {}: {}", refused.place, refused.field, reason(&refused.why));
    line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Why a row was not taken.
fn reason(why: &Why) -> String {
    match why {
        Why::NotUtf8 => "the bytes are not UTF-8".into(),
        Why::NotJson => "this is not a JSON object".into(),
        Why::Missing => "it is missing".into(),
        Why::WrongType(expected) => format!("it should be {expected}"),
        Why::TooLong { max, actual } => format!("it has {actual} characters, {max} is the most"),
        Why::TooBig(max) => format!("it has more than {max} bytes"),
        Why::TooMany(max) => format!("there are more than {max}"),
        Why::Nul => "it contains U+0000".into(),
        Why::UnknownLanguage(tag) => format!("{tag:?} is none of zh-CN, zh-TW, en, ko, ja"),
        Why::InvalidId => "it is empty, has more than 200 characters, or control characters".into(),
        Why::InvalidSlug(slug) => format!("{slug:?} is not made of a-z, 0-9 and single hyphens"),
        Why::SlugTaken(slug) => format!("{slug:?} is taken by another one"),
        Why::Twice(first) => format!("the same text stands at {first}"),
        Why::Elsewhere(first) => {
            format!("{first}, in another folder, has the same name; give one of them another, or a key of its own")
        }
        Why::TooDeep(max) => format!("sections go {max} deep at most"),
        Why::Toml(message) => message.lines().next().unwrap_or_default().to_owned(),
        Why::PutAway => "this article was archived".into(),
        Why::Drafted => "somebody is writing a draft of this text, which was left alone".into(),
        Why::NoPicture => "a picture is a PNG, JPEG or WebP of at most 2 MB, called by its id".into(),
        Why::NoTime => "it is not a time such as 2026-01-31T09:00:00Z".into(),
        Why::Unread(error) => error.clone(),
    }
}
