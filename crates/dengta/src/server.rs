//! The running desk: opens the store, listens, follows the log, and drains on SIGTERM.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, bail};
use axum::serve::ListenerExt;
use store::{Db, Location, SchemaState, params};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::app::{App, MIGRATIONS, Parts};
use crate::bell::Bell;
use crate::chat::assistant::model::Model;
use crate::clock::Clock;
use crate::config::Config;
use crate::email::Mailer;
use crate::files::{self, Files};
use crate::help::search::Help;
use crate::help::{self, drafts};
use crate::keys::Keys;
use crate::live::{self, Audience, Hub, Pushed, Visitors};
use crate::people::exchange;
use crate::routing::{self, Routing};
use crate::search::{self, Search};
use crate::settings::{self, Settings};
use crate::tickets::triage;
use crate::{api, bulk, bus, chat, delivery, routes, secrets, views};

/// What a desk is opened with.
#[derive(Clone, Debug)]
pub struct Options {
    /// Settings, the master key, and the SQLite file when no other database is named.
    pub data: PathBuf,
    /// `postgres://…`.
    pub database: Option<String>,
    /// Sample data and a mailbox page.
    pub demo: bool,
}

/// After SIGTERM requests under way, and then the followers, have this long.
const DRAIN: Duration = Duration::from_secs(4);

/// Opens the store and everything around it. `migrate` brings the schema up to date whatever it holds.
///
/// # Errors
/// When the folder, the settings, the key or the store do not allow it; the message says which.
pub async fn open(options: &Options, clock: Clock, migrate: bool) -> anyhow::Result<App> {
    open_over(Config::default(), options, clock, migrate).await
}

/// As [`open`], with these settings where the data folder and the environment say nothing.
///
/// # Errors
/// As [`open`].
pub async fn open_over(defaults: Config, options: &Options, clock: Clock, migrate: bool) -> anyhow::Result<App> {
    std::fs::create_dir_all(&options.data).with_context(|| format!("making {}", options.data.display()))?;
    let mut config = defaults.overridden(&options.data)?;
    let keys = Keys::open(&options.data, &mut clock.moment().draws())?;
    if options.demo {
        config.exchange.get_or_insert_with(|| exchange::demo(&keys));
    }
    exchange::check(&config)?;
    let db = Db::open(&location(options))?;
    prepare_schema(&db, clock.now(), migrate).await?;
    check_key(&db, &keys).await?;
    let files = Files::open(&config.files, &options.data, &keys)?;
    let mailer = Mailer::open(&config, options.demo)?;
    let nats = config.nats.as_deref().map(bus::Server::parse).transpose()?;
    let filed = config.clone();
    let settings = settings::Live::new(db.read(move |tx| Settings::load(tx, &filed)).await?);
    let live = Hub::new(hex::encode(clock.moment().draws().bytes::<8>()));
    let (search, help) = (Search::new(&options.data), Help::new(&options.data));
    let assistant = Model::new(&config);
    Ok(App::new(Parts {
        db,
        clock: clock.with_keys(keys.clone()),
        config,
        keys,
        settings,
        files,
        mailer,
        committed: Bell::default(),
        nats,
        live,
        visitors: Visitors::default(),
        routing: Routing::default(),
        search,
        help,
        assistant,
        demo: options.demo,
    }))
}

fn location(options: &Options) -> Location {
    match &options.database {
        Some(url) => Location::Postgres(url.clone()),
        None => Location::Sqlite(database_file(&options.data)),
    }
}

/// The embedded store's file.
#[must_use]
pub fn database_file(data: &Path) -> PathBuf {
    data.join("dengta.sqlite")
}

/// An empty store and a SQLite one are migrated; a PostgreSQL that holds data waits for `dengta migrate`.
async fn prepare_schema(db: &Db, at: i64, migrate: bool) -> anyhow::Result<()> {
    match db.schema(MIGRATIONS).await? {
        SchemaState::Current => Ok(()),
        SchemaState::Ahead => bail!("the store was migrated by a newer version of this program"),
        SchemaState::Behind if db.is_postgres() && !migrate => {
            bail!("the store needs `dengta migrate` before this version can serve it")
        }
        SchemaState::Empty | SchemaState::Behind => {
            db.migrate(MIGRATIONS, at).await?;
            Ok(())
        }
    }
}

/// A store sealed with another key would read as garbage.
async fn check_key(db: &Db, keys: &Keys) -> anyhow::Result<()> {
    const NOTE: &str = "INSERT INTO setting (key, value) VALUES ('key_id', $1) ON CONFLICT DO NOTHING";
    let id = keys.id();
    let noted = db
        .write(move |tx| {
            tx.execute(NOTE, params![&id])?;
            tx.first("SELECT value FROM setting WHERE key = 'key_id'", &[], |row| row.get::<String>(0))
        })
        .await?;
    if noted.as_deref() != Some(keys.id().as_str()) {
        bail!("the store was sealed with another master key than the one in the data folder");
    }
    Ok(())
}

/// Serves until `stop` turns true; then drains.
///
/// # Errors
/// When the listener fails.
pub async fn serve(app: App, listener: TcpListener, mut stop: watch::Receiver<bool>) -> anyhow::Result<()> {
    let followers = [
        tokio::spawn(views::follow_counts(app.clone(), stop.clone())),
        tokio::spawn(views::follow_members(app.clone(), stop.clone())),
        tokio::spawn(bulk::run(app.clone(), stop.clone())),
        tokio::spawn(delivery::run(app.clone(), stop.clone())),
        tokio::spawn(search::follow::run(app.clone(), stop.clone())),
        tokio::spawn(help::follow::run(app.clone(), stop.clone())),
        tokio::spawn(wake_snoozed(app.clone(), stop.clone())),
        tokio::spawn(publish_due(app.clone(), stop.clone())),
        tokio::spawn(sweep(app.clone(), stop.clone())),
        tokio::spawn(follow_settings(app.clone(), stop.clone())),
        tokio::spawn(live::run(app.clone(), stop.clone())),
        tokio::spawn(routing::jobs::run(app.clone(), stop.clone())),
        tokio::spawn(chat::replies::run(app.clone(), stop.clone())),
        tokio::spawn(chat::notices::run(app.clone(), stop.clone())),
        tokio::spawn(bus::run(app.clone(), stop.clone())),
    ];
    // News is many small frames: none waits for the acknowledgement of the one before.
    let listener = listener.tap_io(|connection| drop(connection.set_nodelay(true)));
    let service = routes::router(app).into_make_service_with_connect_info::<SocketAddr>();
    let mut stopped = stop.clone();
    let server = axum::serve(listener, service).with_graceful_shutdown(async move {
        drop(stopped.wait_for(|stop| *stop).await);
    });
    let serving = tokio::spawn(server.into_future());
    drop(stop.wait_for(|stop| *stop).await);
    let drained = async {
        drop(serving.await);
        for follower in followers {
            drop(follower.await);
        }
    };
    drop(tokio::time::timeout(DRAIN, drained).await);
    Ok(())
}

/// Reads the settings again when anything in them changed, here or elsewhere, and tells everybody who is connected.
async fn follow_settings(app: App, mut stop: watch::Receiver<bool>) {
    const LOOK: Duration = Duration::from_millis(200);
    let mut changed = app.settings.subscribe();
    loop {
        if let Err(error) = app.settings.refresh(&app.db, &app.config).await {
            tracing::warn!(%error, "the settings will be read again");
        }
        if changed.has_changed().unwrap_or(false) {
            changed.mark_unchanged();
            app.live.tell(Audience::Everyone, &Pushed::Settings);
        }
        tokio::select! {
            () = tokio::time::sleep(LOOK) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

/// Brings snoozed tickets back when their time has come.
async fn wake_snoozed(app: App, mut stop: watch::Receiver<bool>) {
    const LOOK: Duration = Duration::from_millis(500);
    loop {
        let moment = app.clock.moment();
        match app.db.write(move |tx| triage::wake_due(tx, &moment)).await {
            Ok(0) => {}
            Ok(_) => {
                app.committed.ring();
                continue;
            }
            Err(problem) => tracing::warn!(code = problem.code, "waking will be tried again"),
        }
        tokio::select! {
            () = tokio::time::sleep(LOOK) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

/// Publishes what was to be published by itself when its time has come.
async fn publish_due(app: App, mut stop: watch::Receiver<bool>) {
    const LOOK: Duration = Duration::from_millis(500);
    loop {
        let now = app.clock.now();
        match app.db.write(move |tx| drafts::publish_due(tx, now)).await {
            Ok(0) => {}
            Ok(_) => {
                app.help.changed();
                continue;
            }
            Err(error) => tracing::warn!(%error, "publishing will be tried again"),
        }
        tokio::select! {
            () = tokio::time::sleep(LOOK) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

/// Drops what nobody needs any more, once an hour.
async fn sweep(app: App, mut stop: watch::Receiver<bool>) {
    loop {
        let now = app.clock.now();
        if let Err(error) = app.db.write(move |tx| api::sweep(tx, now)).await {
            tracing::warn!(%error, "sweeping will be tried again");
        }
        if secrets::kept::sweep(&app).await.is_err() {
            tracing::warn!("destroying undecided secrets will be tried again");
        }
        if files::sweep::sweep(&app).await.is_err() {
            tracing::warn!("sweeping files will be tried again");
        }
        tokio::select! {
            () = tokio::time::sleep(Duration::from_secs(3600)) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}
