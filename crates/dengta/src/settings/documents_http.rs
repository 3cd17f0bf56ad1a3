//! The API of the documents: categories, channels, chat, languages, hours, theme, official, secrets.

use axum::extract::State;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::check::Json;
use crate::error::Result;
use crate::people::{Permission, Staff};
use crate::settings::categories::Categories;
use crate::settings::channels::Channels;
use crate::settings::chat::Chat;
use crate::settings::hours::Hours;
use crate::settings::languages::Languages;
use crate::settings::official::Official;
use crate::settings::secrets::Secrets;
use crate::settings::theme::Theme;
use crate::settings::{Document, save, stored, version};

/// A document, and the version that was read of it.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Versioned<T> {
    /// Give back the version that was read: 409 `setting-moved` when there is a newer one. 0: nothing was decided yet.
    pub version: i64,
    /// What holds.
    pub value: T,
}

/// All documents of settings.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct AllSettings {
    categories: Versioned<Categories>,
    channels: Versioned<Channels>,
    chat: Versioned<Chat>,
    languages: Versioned<Languages>,
    hours: Versioned<Hours>,
    theme: Versioned<Theme>,
    official: Versioned<Official>,
    secrets: Versioned<Secrets>,
}

/// What was decided, or holds as long as nothing was: whole, so that it can be sent back changed.
#[utoipa::path(get, path = "/api/v1/settings", tag = "settings",
    responses((status = 200, body = AllSettings), crate::error::Refusals))]
pub async fn all_settings(State(app): State<App>, staff: Staff) -> Result<Json<AllSettings>> {
    staff.require(Permission::SettingsRead)?;
    let all = app.db.read(|tx| {
        Ok::<_, store::Error>(AllSettings {
            categories: Versioned { version: version::<Categories>(tx)?, value: stored(tx)? },
            channels: Versioned { version: version::<Channels>(tx)?, value: stored(tx)? },
            chat: Versioned { version: version::<Chat>(tx)?, value: stored(tx)? },
            languages: Versioned { version: version::<Languages>(tx)?, value: stored(tx)? },
            hours: Versioned { version: version::<Hours>(tx)?, value: stored(tx)? },
            theme: Versioned { version: version::<Theme>(tx)?, value: stored(tx)? },
            official: Versioned { version: version::<Official>(tx)?, value: stored(tx)? },
            secrets: Versioned { version: version::<Secrets>(tx)?, value: stored(tx)? },
        })
    });
    Ok(Json(all.await?))
}

async fn read<D: Document>(app: &App, staff: Staff) -> Result<Json<Versioned<D>>> {
    staff.require(Permission::SettingsRead)?;
    let read = app.db.read(|tx| Ok::<_, store::Error>(Versioned { version: version::<D>(tx)?, value: stored(tx)? }));
    Ok(Json(read.await?))
}

async fn write<D: Document>(app: &App, staff: Staff, body: Result<Json<Versioned<D>>>) -> Result<Json<Versioned<D>>> {
    staff.require(Permission::SettingsManage)?;
    let (new, desk, moment) = (body?.0, app.clone(), app.clock.moment());
    let saved = app.db.write(move |tx| save(tx, &staff, new.value.clone(), new.version, &desk.config, &moment)).await?;
    // Whoever saved sees it act at once; elsewhere the follower brings it.
    app.settings.refresh(&app.db, &app.config).await?;
    Ok(Json(Versioned { value: saved.0, version: saved.1 }))
}

/// The categories of tickets, in the order in which they are offered.
#[utoipa::path(get, path = "/api/v1/settings/categories", tag = "settings",
    responses((status = 200, body = Versioned<Categories>), crate::error::Refusals))]
pub async fn categories(State(app): State<App>, staff: Staff) -> Result<Json<Versioned<Categories>>> {
    read(&app, staff).await
}

/// Replaces the categories. Every category that the desk has must be there; one of your own can go as long as no ticket
/// has it.
#[utoipa::path(put, path = "/api/v1/settings/categories", tag = "settings", request_body = Versioned<Categories>,
    responses((status = 200, body = Versioned<Categories>), crate::error::Refusals))]
pub async fn save_categories(
    State(app): State<App>,
    staff: Staff,
    body: Result<Json<Versioned<Categories>>>,
) -> Result<Json<Versioned<Categories>>> {
    write(&app, staff, body).await
}

/// Who may come by which way.
#[utoipa::path(get, path = "/api/v1/settings/channels", tag = "settings",
    responses((status = 200, body = Versioned<Channels>), crate::error::Refusals))]
pub async fn channels(State(app): State<App>, staff: Staff) -> Result<Json<Versioned<Channels>>> {
    read(&app, staff).await
}

/// Says who may come by which way.
#[utoipa::path(put, path = "/api/v1/settings/channels", tag = "settings", request_body = Versioned<Channels>,
    responses((status = 200, body = Versioned<Channels>), crate::error::Refusals))]
pub async fn save_channels(
    State(app): State<App>,
    staff: Staff,
    body: Result<Json<Versioned<Channels>>>,
) -> Result<Json<Versioned<Channels>>> {
    write(&app, staff, body).await
}

/// How the chat is offered.
#[utoipa::path(get, path = "/api/v1/settings/chat", tag = "settings",
    responses((status = 200, body = Versioned<Chat>), crate::error::Refusals))]
pub async fn chat(State(app): State<App>, staff: Staff) -> Result<Json<Versioned<Chat>>> {
    read(&app, staff).await
}

/// Says how the chat is offered: at all, with the assistant, on which sites.
#[utoipa::path(put, path = "/api/v1/settings/chat", tag = "settings", request_body = Versioned<Chat>,
    responses((status = 200, body = Versioned<Chat>), crate::error::Refusals))]
pub async fn save_chat(
    State(app): State<App>,
    staff: Staff,
    body: Result<Json<Versioned<Chat>>>,
) -> Result<Json<Versioned<Chat>>> {
    write(&app, staff, body).await
}

/// The languages that the site is offered in.
#[utoipa::path(get, path = "/api/v1/settings/languages", tag = "settings",
    responses((status = 200, body = Versioned<Languages>), crate::error::Refusals))]
pub async fn languages(State(app): State<App>, staff: Staff) -> Result<Json<Versioned<Languages>>> {
    read(&app, staff).await
}

/// Says which languages the site is offered in. Addresses in another one lead to the default.
#[utoipa::path(put, path = "/api/v1/settings/languages", tag = "settings", request_body = Versioned<Languages>,
    responses((status = 200, body = Versioned<Languages>), crate::error::Refusals))]
pub async fn save_languages(
    State(app): State<App>,
    staff: Staff,
    body: Result<Json<Versioned<Languages>>>,
) -> Result<Json<Versioned<Languages>>> {
    write(&app, staff, body).await
}

/// When people are there.
#[utoipa::path(get, path = "/api/v1/settings/hours", tag = "settings",
    responses((status = 200, body = Versioned<Hours>), crate::error::Refusals))]
pub async fn hours(State(app): State<App>, staff: Staff) -> Result<Json<Versioned<Hours>>> {
    read(&app, staff).await
}

/// Says when people are there: shown to customers, and what promises in working time are counted in.
#[utoipa::path(put, path = "/api/v1/settings/hours", tag = "settings", request_body = Versioned<Hours>,
    responses((status = 200, body = Versioned<Hours>), crate::error::Refusals))]
pub async fn save_hours(
    State(app): State<App>,
    staff: Staff,
    body: Result<Json<Versioned<Hours>>>,
) -> Result<Json<Versioned<Hours>>> {
    write(&app, staff, body).await
}

/// How the customers' pages look: logo, accent, links, terms and privacy.
#[utoipa::path(get, path = "/api/v1/settings/theme", tag = "settings",
    responses((status = 200, body = Versioned<Theme>), crate::error::Refusals))]
pub async fn theme(State(app): State<App>, staff: Staff) -> Result<Json<Versioned<Theme>>> {
    read(&app, staff).await
}

/// Says how the customers' pages look. 422 `contrast-low` when an accent cannot be read on its pages.
#[utoipa::path(put, path = "/api/v1/settings/theme", tag = "settings", request_body = Versioned<Theme>,
    responses((status = 200, body = Versioned<Theme>), crate::error::Refusals))]
pub async fn save_theme(
    State(app): State<App>,
    staff: Staff,
    body: Result<Json<Versioned<Theme>>>,
) -> Result<Json<Versioned<Theme>>> {
    write(&app, staff, body).await
}

/// What is official: domains, mail addresses, telephone numbers, accounts and names of each brand.
#[utoipa::path(get, path = "/api/v1/settings/official", tag = "settings",
    responses((status = 200, body = Versioned<Official>), crate::error::Refusals))]
pub async fn official(State(app): State<App>, staff: Staff) -> Result<Json<Versioned<Official>>> {
    read(&app, staff).await
}

/// Says what is official. 422 `domain-shared` for a domain at which anybody can have something.
#[utoipa::path(put, path = "/api/v1/settings/official", tag = "settings", request_body = Versioned<Official>,
    responses((status = 200, body = Versioned<Official>), crate::error::Refusals))]
pub async fn save_official(
    State(app): State<App>,
    staff: Staff,
    body: Result<Json<Versioned<Official>>>,
) -> Result<Json<Versioned<Official>>> {
    write(&app, staff, body).await
}

/// How long customers may decide about what may be a secret.
#[utoipa::path(get, path = "/api/v1/settings/secrets", tag = "settings",
    responses((status = 200, body = Versioned<Secrets>), crate::error::Refusals))]
pub async fn secrets(State(app): State<App>, staff: Staff) -> Result<Json<Versioned<Secrets>>> {
    read(&app, staff).await
}

/// Says how long customers may decide about what may be a secret, for what comes from now on.
#[utoipa::path(put, path = "/api/v1/settings/secrets", tag = "settings", request_body = Versioned<Secrets>,
    responses((status = 200, body = Versioned<Secrets>), crate::error::Refusals))]
pub async fn save_secrets(
    State(app): State<App>,
    staff: Staff,
    body: Result<Json<Versioned<Secrets>>>,
) -> Result<Json<Versioned<Secrets>>> {
    write(&app, staff, body).await
}
