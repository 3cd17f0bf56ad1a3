//! Who is at the other end: a session of the widget, and the customer behind it.

use std::net::IpAddr;

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use store::{Error, Row, Tx, params};
use uuid::Uuid;

use crate::app::App;
use crate::clock::{DAY, Draws, Micros, Moment};
use crate::error::{Problem, Result as Answer};
use crate::keys::{new_token, token_hash};
use crate::language::{Language, texts};
use crate::people::address::ClientAddress;
use crate::people::{Assurance, customers};
use crate::secrets::clean;

/// A session that is not used for so long is over.
pub const LIFETIME: Micros = 30 * DAY;
/// Characters of a page's address and title that are kept.
pub const MAX_PAGE: usize = 500;

/// A visitor's session as stored.
#[derive(Clone, Debug)]
pub struct Session {
    /// The session.
    pub id: Uuid,
    /// Whose it is; `None` before the first message of a stranger.
    pub customer: Option<Uuid>,
    /// How sure that is.
    pub assurance: Assurance,
    /// The newest conversation.
    pub ticket: Option<Uuid>,
    /// What the visitor reads.
    pub language: Language,
    /// IANA name, told by the browser.
    pub time_zone: Option<String>,
    /// The page on which the widget stands.
    pub page: Page,
}

impl Session {
    /// Whether its customer came from the exchange.
    #[must_use]
    pub fn is_signed_in(&self) -> bool {
        self.assurance == Assurance::SignedIn
    }
}

/// The page on which the widget stands, as it says itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its address without what follows `?` or `#`: tokens stand there.
    pub url: String,
    /// Its title.
    pub title: String,
}

impl Page {
    /// Of what a host page says; secrets are taken out, what is too long is cut, and what is no address of the web is left out.
    #[must_use]
    pub fn of(url: &str, title: &str) -> Page {
        let bare = url.split(['?', '#']).next().unwrap_or("");
        let cut = |text: &str| clean::told(text).chars().filter(|c| !c.is_control()).take(MAX_PAGE).collect();
        let of_web = bare.starts_with("https://") || bare.starts_with("http://");
        Page { url: if of_web { cut(bare) } else { String::new() }, title: cut(title) }
    }
}

/// Whoever calls with a session's token.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// The session.
    pub session: Session,
    /// From where.
    pub network: IpAddr,
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Answer<Visitor> {
        let given = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = given.and_then(|value| value.strip_prefix("Bearer ")).or_else(|| in_protocols(parts));
        let token = token.map(str::trim).ok_or_else(Problem::unauthenticated)?;
        let (hash, now) = (token_hash(token), app.clock.now());
        let Ok(address) = ClientAddress::from_request_parts(parts, app).await;
        let session = app.db.read(move |tx| of_token(tx, &hash, now)).await?;
        let session = session.ok_or_else(Problem::unauthenticated)?;
        Ok(Visitor { session, network: address.network() })
    }
}

/// Scripts cannot give a socket headers: the token comes among the protocols, as `bearer.TOKEN`.
fn in_protocols(parts: &Parts) -> Option<&str> {
    let offered = parts.headers.get(header::SEC_WEBSOCKET_PROTOCOL)?.to_str().ok()?;
    offered.split(',').find_map(|protocol| protocol.trim().strip_prefix("bearer."))
}

const COLUMNS: &str = "id, customer_id, assurance, ticket_id, language, time_zone, page_url, page_title";

fn read(row: &Row<'_>) -> Result<Session, Error> {
    Ok(Session {
        id: row.get(0)?,
        customer: row.opt(1)?,
        assurance: Assurance::parse(&row.get::<String>(2)?).unwrap_or(Assurance::Claimed),
        ticket: row.opt(3)?,
        language: Language::parse(&row.get::<String>(4)?).unwrap_or(Language::En),
        time_zone: row.opt(5)?,
        page: Page { url: row.get(6)?, title: row.get(7)? },
    })
}

fn of_token(tx: &mut Tx<'_>, hash: &[u8; 32], now: Micros) -> Result<Option<Session>, Error> {
    let sql =
        format!("SELECT {COLUMNS} FROM chat_session WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > $2");
    tx.first(&sql, params![hash, now], read)
}

/// The session, locked: of two first messages at once, one makes the customer.
pub fn lock(tx: &mut Tx<'_>, id: Uuid) -> Answer<Session> {
    let sql = format!("SELECT {COLUMNS} FROM chat_session WHERE id = $1 AND ended_at IS NULL");
    tx.lock(&sql, params![id], read)?.ok_or_else(Problem::unauthenticated)
}

/// The session as it is now.
pub fn find(tx: &mut Tx<'_>, id: Uuid) -> Answer<Session> {
    let sql = format!("SELECT {COLUMNS} FROM chat_session WHERE id = $1 AND ended_at IS NULL");
    tx.first(&sql, params![id], read)?.ok_or_else(Problem::unauthenticated)
}

/// A session begins; with its token.
pub fn begin(
    tx: &mut Tx<'_>,
    language: Language,
    time_zone: Option<&str>,
    page: &Page,
    customer: Option<Uuid>,
    moment: &Moment,
) -> Result<(Uuid, String), Error> {
    const BEGIN: &str =
        "INSERT INTO chat_session (id, token_hash, customer_id, assurance, language, time_zone, page_url,
            page_title, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let mut draws = moment.draws();
    let (id, token) = (draws.uuid(), new_token("", &mut draws));
    let assurance = if customer.is_some() { Assurance::SignedIn } else { Assurance::Claimed };
    tx.execute(
        BEGIN,
        params![
            id,
            &token_hash(&token),
            customer,
            assurance.name(),
            language.tag(),
            time_zone,
            &page.url,
            &page.title,
            moment.at,
            moment.at + LIFETIME,
        ],
    )?;
    Ok((id, token))
}

/// The customer of a locked session; a stranger is made at the first message.
pub fn customer(tx: &mut Tx<'_>, session: &mut Session, draws: &mut Draws) -> Result<Uuid, Error> {
    const NOTE: &str = "UPDATE chat_session SET customer_id = $1, expires_at = $2 WHERE id = $3";
    let moment = draws.moment();
    let id = match session.customer {
        Some(id) => id,
        None => {
            let mut draws = moment.draws();
            // Enough to tell strangers apart on a list.
            let number = u32::from_be_bytes(draws.bytes()) % 10_000;
            let name = texts().format(session.language, "chat-stranger", &[("number", &format!("{number:04}"))]);
            customers::stranger(tx, &name, session.language, moment.at, &mut draws)?
        }
    };
    session.customer = Some(id);
    tx.execute(NOTE, params![id, moment.at + LIFETIME, session.id])?;
    Ok(id)
}

/// The session talks about this ticket from now on.
pub fn note_ticket(tx: &mut Tx<'_>, session: Uuid, ticket: Uuid) -> Result<(), Error> {
    tx.execute("UPDATE chat_session SET ticket_id = $1 WHERE id = $2", params![ticket, session]).map(drop)
}

/// The session is this customer's, whom the exchange named.
pub fn note_identity(tx: &mut Tx<'_>, session: Uuid, customer: Uuid) -> Result<(), Error> {
    const NOTE: &str = "UPDATE chat_session SET customer_id = $1, assurance = $2 WHERE id = $3";
    tx.execute(NOTE, params![customer, Assurance::SignedIn.name(), session]).map(drop)
}

/// The visitor reads another language, or is on another page.
pub fn note_place(tx: &mut Tx<'_>, session: Uuid, language: Language, page: &Page) -> Result<(), Error> {
    const NOTE: &str = "UPDATE chat_session SET language = $1, page_url = $2, page_title = $3 WHERE id = $4";
    tx.execute(NOTE, params![language.tag(), &page.url, &page.title, session]).map(drop)
}
