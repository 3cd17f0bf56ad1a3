//! The API of macros.

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::Tx;
use uuid::Uuid;

use crate::api::idempotency::{self, Answer, Keyed};
use crate::api::page::{Id, Page, Query, limit, paged};
use crate::app::App;
use crate::check::Json;
use crate::clock::rfc3339;
use crate::error::{Problem, Result};
use crate::language::Language;
use crate::macros::actions::Action;
use crate::macros::queries::{self, Macro, VisibleTo};
use crate::macros::saving::{self, NewMacro};
use crate::macros::{Texts, rendering, template};
use crate::people::{Permission, Staff};
use crate::settings::changes;
use crate::tickets;
use crate::tickets::timeline;

/// A macro.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Macro)]
pub struct MacroView {
    id: Uuid,
    /// What agents find it by.
    title: String,
    /// What it stands under in lists; may be empty.
    group: String,
    /// The text by language tag, as it was written.
    #[schema(value_type = std::collections::BTreeMap<String, String>)]
    texts: Texts,
    /// What is done beside saying it.
    actions: Vec<Action>,
    visible_to: VisibleTo,
    /// The team that sees it, for `team`.
    #[schema(required = true)]
    team: Option<Uuid>,
    /// Whether the caller may change and remove it.
    may_change: bool,
    /// How often it was used in an answer.
    used: i64,
    #[schema(required = true, format = DateTime)]
    last_used_at: Option<String>,
    /// Give it back when changing the macro: another change in between is then not overwritten.
    version: i64,
}

impl MacroView {
    fn of(found: Macro, version: i64, staff: &Staff) -> MacroView {
        let own = found.visible_to == VisibleTo::Me;
        MacroView {
            id: found.id,
            title: found.title,
            group: found.group,
            texts: found.texts,
            actions: found.actions,
            visible_to: found.visible_to,
            team: found.team,
            may_change: own || staff.role.may(Permission::MacroManage),
            used: found.used,
            last_used_at: found.last_used_at.map(rfc3339),
            version,
        }
    }
}

/// A part of a list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MacrosQuery {
    /// How many, 1 to 500; 50 when absent.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// The macros that the caller sees, oldest first: everybody's, those of their teams, and their own. Who manages macros
/// sees those of every team.
#[utoipa::path(get, operation_id = "list_macros", path = "/api/v1/macros", tag = "macros", params(MacrosQuery),
    responses((status = 200, body = Page<MacroView>), crate::error::Refusals))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<MacrosQuery>,
) -> Result<Json<Page<MacroView>>> {
    staff.require(Permission::SettingsRead)?;
    let limit = limit(query.limit)?;
    let after = query.after.map_or(Ok(Uuid::nil()), |after| after.parse());
    let after = after.map_err(|_| Problem::field("after", "invalid-cursor"))?;
    let (rows, versions) = app
        .db
        .read(move |tx| {
            let rows = queries::page(tx, &staff, after, limit + 1)?;
            Ok::<_, store::Error>((rows, changes::versions(tx, "macro")?))
        })
        .await?;
    let page = paged(rows, limit, |found| found.id.to_string());
    let version = |id: Uuid| versions.get(&format!("macro:{id}")).copied().unwrap_or(0);
    let views = page.results.into_iter().map(|found| {
        let version = version(found.id);
        MacroView::of(found, version, &staff)
    });
    Ok(Json(Page { results: views.collect(), next: page.next }))
}

/// Something that texts of macros can say.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Placeholder {
    /// As it stands between `{{` and `}}`.
    #[schema(example = "customer.name")]
    name: String,
}

/// Everything that texts of macros can say: about the customer, the ticket, who answers, and the facts of the ticket's
/// category, which are empty where the customer gave none.
#[utoipa::path(get, operation_id = "list_placeholders", path = "/api/v1/macros/placeholders", tag = "macros",
    responses((status = 200, body = Page<Placeholder>), crate::error::Refusals))]
pub async fn placeholders(State(app): State<App>, staff: Staff) -> Result<Json<Page<Placeholder>>> {
    staff.require(Permission::SettingsRead)?;
    let listed = template::PLACEHOLDERS.into_iter().map(str::to_owned);
    let facts = app.settings.now().all_facts().into_iter().map(|key| format!("facts.{key}"));
    Ok(Json(Page::whole(listed.chain(facts).map(|name| Placeholder { name }).collect())))
}

/// One macro.
#[utoipa::path(get, operation_id = "show_macro", path = "/api/v1/macros/{id}", tag = "macros", params(("id" = Uuid, Path)),
    responses((status = 200, body = MacroView), crate::error::Refusals))]
pub async fn show(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<MacroView>> {
    staff.require(Permission::SettingsRead)?;
    let view = app.db.read(move |tx| {
        let found = queries::find(tx, &staff, id)?.ok_or_else(Problem::not_found)?;
        view(tx, found, &staff)
    });
    view.await.map(Json)
}

fn view(tx: &mut Tx<'_>, found: Macro, staff: &Staff) -> Result<MacroView> {
    let version = saving::version(tx, found.id)?;
    Ok(MacroView::of(found, version, staff))
}

/// Makes a macro. Anybody who answers may make macros of their own (`me`); the others want `macro.manage`. A text that
/// cannot be rendered is refused, with the language and the reason.
#[utoipa::path(post, operation_id = "make_macro", path = "/api/v1/macros", tag = "macros", request_body = NewMacro,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repetition harmless for 24 hours.")),
    responses((status = 201, body = MacroView), crate::error::Refusals))]
pub async fn make(State(app): State<App>, staff: Staff, request: Keyed<NewMacro>) -> Result<Answer> {
    staff.require(Permission::TicketReply)?;
    let (new, key, facts) = (request.body, request.key, app.settings.now().all_facts());
    let (moment, scope) = (app.clock.moment(), staff.actor.id().unwrap_or_default());
    app.db
        .write(move |tx| {
            idempotency::once(tx, scope, key.as_ref(), moment.at, StatusCode::CREATED, |tx| {
                let made = saving::make(tx, &staff, &new, &facts, &moment)?;
                view(tx, made, &staff)
            })
        })
        .await
}

/// Changes a macro.
#[utoipa::path(put, operation_id = "change_macro", path = "/api/v1/macros/{id}", tag = "macros", params(("id" = Uuid, Path)), request_body = NewMacro,
    responses((status = 200, body = MacroView), crate::error::Refusals))]
pub async fn change(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id,
    body: Result<Json<NewMacro>>,
) -> Result<Json<MacroView>> {
    staff.require(Permission::TicketReply)?;
    let (new, facts, moment) = (body?.0, app.settings.now().all_facts(), app.clock.moment());
    let changed = app.db.write(move |tx| {
        let changed = saving::change(tx, &staff, id, &new, &facts, &moment)?;
        view(tx, changed, &staff)
    });
    changed.await.map(Json)
}

/// Removes a macro. One that others include is kept (409 `macro-included`).
#[utoipa::path(delete, operation_id = "remove_macro", path = "/api/v1/macros/{id}", tag = "macros", params(("id" = Uuid, Path)),
    responses((status = 204), crate::error::Refusals))]
pub async fn remove(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<StatusCode> {
    staff.require(Permission::TicketReply)?;
    let moment = app.clock.moment();
    app.db.write(move |tx| saving::remove(tx, &staff, id, &moment)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What to render a macro for.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewRendering {
    /// The ticket that it is about.
    ticket: Uuid,
    /// In another language than the ticket's.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    language: Option<Language>,
    /// Whether it is put into an answer: counted as a use.
    #[serde(default)]
    #[schema(required = false)]
    r#use: bool,
}

/// A macro as it reads for a ticket.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Rendering {
    /// Plain text or Markdown; empty when the macro only does something.
    text: String,
    /// The language that the text is in: the one asked for, English, or the first that the macro has.
    #[schema(value_type = String, example = "zh-CN")]
    language: Language,
    /// What is to be done beside saying it, by the ticket's own addresses.
    actions: Vec<Action>,
}

/// Renders a macro for a ticket. The ticket is not changed.
#[utoipa::path(post, operation_id = "render_macro", path = "/api/v1/macros/{id}/renderings", tag = "macros", params(("id" = Uuid, Path)),
    request_body = NewRendering, responses((status = 200, body = Rendering), crate::error::Refusals))]
pub async fn render(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id,
    Json(new): Json<NewRendering>,
) -> Result<Json<Rendering>> {
    staff.require(Permission::TicketReply)?;
    let (desk, counted, at) = (app.clone(), new.r#use, app.clock.now());
    let rendered = app
        .db
        .read(move |tx| {
            let found = queries::find(tx, &staff, id)?.ok_or_else(Problem::not_found)?;
            let named = tickets::queries::for_staff(tx, &staff, new.ticket)?;
            let facts = timeline::facts(tx, new.ticket)?;
            let wanted = new.language.unwrap_or(named.ticket.language);
            let (text, language) = rendering::render(tx, &desk, &found, wanted, (&named, &facts), &staff)?;
            Ok::<_, Problem>(Rendering { text, language, actions: found.actions })
        })
        .await?;
    if counted {
        app.db.write(move |tx| queries::note_use(tx, id, at)).await?;
    }
    Ok(Json(rendered))
}
