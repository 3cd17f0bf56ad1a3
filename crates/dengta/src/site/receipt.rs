//! The receipt: what was acknowledged, shown once it is sent.

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::check::Email;
use crate::clock::{HOUR, Micros, Moment, SECOND};
use crate::error::Result;
use crate::people::identify::{cookie, set_cookie};
use crate::secrets;
use crate::site::front::presence;
use crate::site::secrets::gone;
use crate::site::views::{self, ReceiptEntry};
use crate::site::{Visit, html, see_other};
use crate::tickets::receive::{Inbound, Received, Sender};
use crate::tickets::timeline::Ack;
use crate::tickets::{Category, chain};

/// The receipt's cookie: what was acknowledged, sealed, for an hour.
const RECEIPT: &str = "dengta_receipt";

/// What the receipt shows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Given {
    reference: String,
    category: String,
    number: i64,
    hash: String,
    at: Micros,
    /// The masked address, when a link went there.
    link_sent_to: Option<String>,
    known: bool,
    /// The names of the kinds of secrets that were taken out.
    #[serde(default)]
    gone: Vec<String>,
    /// Whether something waits for a decision.
    #[serde(default)]
    kept: bool,
}

/// What is given for what was received.
pub fn given(inbound: &Inbound, received: &Received, moment: &Moment, known: bool) -> Given {
    let Ack { number, hash } = received.ack;
    // The same whether a mail was due or not: else a stranger learns which addresses are known.
    let link_sent_to = match &inbound.sender {
        Sender::Claimed { email, .. } => Some(Email::masked(&email.address)),
        _ => None,
    };
    Given {
        reference: received.reference.to_string(),
        category: inbound.category.slug().to_owned(),
        number,
        hash: chain::shown(&hash),
        at: moment.at,
        link_sent_to,
        known,
        gone: received.taken.gone.iter().map(|kind| kind.name().to_owned()).collect(),
        kept: !received.taken.kept.is_empty(),
    }
}

/// Leads to the receipt, which the browser carries itself, sealed.
pub fn lead_to(app: &App, visit: &Visit, given: &Given) -> Response {
    let plain = serde_json::to_vec(given).unwrap_or_default();
    let sealed = app.keys.seal("receipt", &plain, &mut app.clock.moment().draws());
    let cookie = set_cookie(&app.config, RECEIPT, &URL_SAFE_NO_PAD.encode(sealed), HOUR / SECOND);
    ([(header::SET_COOKIE, cookie)], see_other(&visit.href("/receipt"))).into_response()
}

/// `GET /{lang}/receipt`
pub async fn show(State(app): State<App>, visit: Visit, headers: HeaderMap) -> Result<Response> {
    let sealed = cookie(&headers, RECEIPT).and_then(|value| URL_SAFE_NO_PAD.decode(value).ok());
    let plain = sealed.and_then(|sealed| app.keys.open_sealed("receipt", &sealed));
    let given: Option<Given> = plain.and_then(|plain| serde_json::from_slice(&plain).ok());
    let Some(given) = given.filter(|given| app.clock.now() - given.at < HOUR) else {
        return Ok(see_other(&visit.href("/cases")));
    };
    let mut p = visit.page(&app);
    p.draft_done = Some(format!("ask-{}", given.category));
    let kinds: Vec<_> = given.gone.iter().filter_map(|name| secrets::kind(name)).collect();
    let (body, check) = given.reference.split_at(given.reference.len() - 1);
    Ok(html(&views::Receipt {
        p,
        reference_body: body.to_owned(),
        reference_check: check.to_owned(),
        joined: false,
        gone: gone(visit.language, &kinds),
        undecided: given.kept,
        link_sent_to: given.link_sent_to,
        case_href: (given.known && visit.customer.is_some())
            .then(|| visit.href(&format!("/cases/{}", given.reference))),
        promise: app
            .settings
            .now()
            .promise(Category::stored(&given.category).unwrap_or(Category::Other))
            .words(visit.language),
        hours: presence(&app, &visit).map(|presence| presence.line),
        entry: ReceiptEntry { number: given.number, at: visit.time(given.at), hash: given.hash },
    }))
}
