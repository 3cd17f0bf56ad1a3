//! What the whole API shares: idempotency, pages, and its description.

pub mod health;
pub mod idempotency;
pub mod page;

use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

/// The API's description, completed by the routes.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Dengta",
        description = "The support desk of a crypto exchange. Times are RFC 3339 in UTC with microseconds; lists are \
            `{results, next}` and `next` goes back in as `after`; errors are problem+json (RFC 9457) in the language of \
            `Accept-Language`. A POST with an `Idempotency-Key` can be repeated within 24 hours and has one effect.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    components(schemas(crate::error::Document, crate::live::frames::Pushed, crate::live::frames::Said)),
    modifiers(&Security),
    security(("token" = []), ("session" = []))
)]
pub struct Description;

struct Security;

impl Modify for Security {
    fn modify(&self, api: &mut utoipa::openapi::OpenApi) {
        let components = api.components.get_or_insert_with(Default::default);
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("An API token.")).build();
        components.add_security_scheme("token", SecurityScheme::Http(bearer));
        let cookie =
            ApiKeyValue::with_description("dengta_agent", "An agent's session; changes need a same-origin request.");
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}

/// Drops what has had its time: remembered answers, used sign-in tokens, ended sessions, old links.
pub fn sweep(tx: &mut store::Tx<'_>, now: crate::clock::Micros) -> Result<(), store::Error> {
    use crate::clock::DAY;
    use store::params;
    tx.execute("DELETE FROM idempotency WHERE created_at < $1", params![now - idempotency::KEPT])?;
    crate::bulk::jobs::sweep(tx, now)?;
    tx.execute("DELETE FROM used_sign_in WHERE expires_at < $1", params![now - DAY])?;
    tx.execute("DELETE FROM customer_session WHERE expires_at < $1", params![now - DAY])?;
    tx.execute("DELETE FROM agent_session WHERE expires_at < $1", params![now - 30 * DAY])?;
    tx.execute("DELETE FROM agent_device WHERE created_at < $1", params![now - crate::people::sign_in::DEVICE])?;
    tx.execute("DELETE FROM single_use_link WHERE expires_at < $1", params![now - 30 * DAY])?;
    crate::tickets::drafts::sweep(tx, now)?;
    tx.execute("DELETE FROM throttle WHERE last_at < $1", params![now - 2 * DAY])?;
    Ok(())
}
