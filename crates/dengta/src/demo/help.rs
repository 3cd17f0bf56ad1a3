//! The sample help center, embedded in the program and taken in as `dengta help import` takes in a folder.

use std::io::{BufRead, Cursor, Error, ErrorKind};

use rust_embed::RustEmbed;

use crate::app::App;
use crate::help::cli::line;
use crate::help::import::folder::Folder;
use crate::help::import::{self, Options, Told};

#[derive(RustEmbed)]
#[folder = "samples/help"]
struct Samples;

/// Loads the sample articles into a help center that has nothing yet.
///
/// # Errors
/// When the store fails.
pub async fn load(app: &App) -> anyhow::Result<()> {
    if !app.db.read(import::is_empty).await? {
        return Ok(());
    }
    let files = Samples::iter().map(|file| file.into_owned()).collect();
    let open = |file: &str| {
        let found = Samples::get(file).ok_or_else(|| Error::from(ErrorKind::NotFound))?;
        Ok(Box::new(Cursor::new(found.data.into_owned())) as Box<dyn BufRead + Send>)
    };
    let options = Options::default();
    let source = Folder::new("samples/help".into(), files, Box::new(open), options);
    let tell = &mut |told: Told<'_>| {
        if let Told::Refused(refused) = told {
            tracing::warn!("{}", line(refused));
        }
    };
    import::run(app, Box::new(source), options, tell).await.map(drop)
}
