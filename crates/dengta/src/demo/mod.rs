//! `serve --demo`: the desk with sample data, single-use links to sign in, and a mailbox to read what it
//! mails. It shows only what works, mails nobody, and is never for production.

pub mod arranged;
pub mod help;
pub mod mailbox;
pub mod seed;
pub mod shop_front;
pub mod tuesday;

use std::collections::BTreeMap;

use axum::Router;
use axum::routing::get;
use store::{Error, Tx, params};
use uuid::Uuid;

use crate::app::App;
use crate::clock::Draws;
use crate::config::{Config, Mail};
use crate::keys::new_token;
use crate::people::Role;
use crate::people::links::{self, Link, Purpose};

/// The demo's own pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/_demo/mail", get(mailbox::list))
        .route("/_demo/mail/{id}", get(mailbox::show))
        .merge(shop_front::routes())
}

/// The settings of a demo that listens on `port`. Links are for `localhost`: a passkey cannot belong to an
/// IP address.
#[must_use]
pub fn settings(port: u16) -> Config {
    let brand = [
        ("zh-CN", "灯塔交易所"),
        ("zh-TW", "燈塔交易所"),
        ("en", "Dengta Exchange"),
        ("ko", "덩타 거래소"),
        ("ja", "灯塔取引所"),
    ];
    Config {
        brand: brand.map(|(tag, name)| (tag.to_owned(), name.to_owned())).into_iter().collect::<BTreeMap<_, _>>(),
        mail: Mail { smtp: None, from: "support@dengta.example.com".into() },
        ..Config::on_port(port)
    }
}

/// Loads the sample data into an empty store, and gives the links to print: who, and where to.
///
/// # Errors
/// When the store fails.
pub async fn begin(app: &App) -> anyhow::Result<Vec<(&'static str, String)>> {
    if app.db.read(is_empty).await? {
        tuesday::load(app).await?;
    }
    help::load(app).await?;
    let moment = app.clock.moment();
    let url = app.config.public_url.clone();
    let links = app.db.write(move |tx| sign_in_links(tx, &url, moment.at, &mut moment.draws())).await?;
    Ok(links)
}

fn is_empty(tx: &mut Tx<'_>) -> Result<bool, Error> {
    const ANYBODY: &str = "SELECT 1 FROM agent UNION ALL SELECT 1 FROM ticket LIMIT 1";
    Ok(tx.first(ANYBODY, &[], |_| Ok(()))?.is_none())
}

/// A link that signs in, once, for each role and for a customer with cases.
fn sign_in_links(tx: &mut Tx<'_>, url: &str, at: i64, draws: &mut Draws) -> Result<Vec<(&'static str, String)>, Error> {
    const AGENT: &str = "SELECT id FROM agent WHERE role = $1 AND state = 'active' ORDER BY number LIMIT 1";
    const CUSTOMER: &str = "SELECT id FROM customer WHERE email_key = $1";
    let mut printed = Vec::new();
    let mut make = |tx: &mut Tx<'_>, purpose, subject: Uuid| {
        let token = new_token("", draws);
        links::make(tx, &token, purpose, Link { subject, ticket: None }, at).map(|()| token)
    };
    for role in Role::ALL {
        if let Some(agent) = tx.first(AGENT, params![role.name()], |row| row.get(0))? {
            printed.push((role.name(), format!("{url}/desk/signin#{}", make(tx, Purpose::Demo, agent)?)));
        }
    }
    if let Some(customer) = tx.first(CUSTOMER, params![tuesday::VISITOR], |row| row.get(0))? {
        printed.push(("customer", format!("{url}/en/open/{}", make(tx, Purpose::Prove, customer)?)));
    }
    printed.push(("mail", format!("{url}/_demo/mail")));
    printed.push(("shop", format!("{url}/_demo/shop-front")));
    Ok(printed)
}
