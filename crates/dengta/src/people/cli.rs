//! `dengta agent …` and `dengta token …`: for the first administrator, and for whoever runs the desk. A secret is
//! printed alone on standard output, so that a script can take it.

use clap::Subcommand;
use uuid::Uuid;

use crate::app::App;
use crate::clock::rfc3339;
use crate::error::Problem;
use crate::keys::new_token;
use crate::language::Language;
use crate::people::Actor;
use crate::people::agents::{self, NewAgent};
use crate::people::links::{self, Link, Purpose};
use crate::people::tokens::{self, NewToken, TokenRow};

/// Agents.
#[derive(Subcommand)]
pub enum AgentCommand {
    /// Print a one-time link by which somebody begins to work here. No mail is sent.
    Invite {
        /// agent, lead, editor, auditor or admin.
        #[arg(long)]
        role: String,
        /// The address that they will sign in with.
        #[arg(long)]
        email: String,
        /// As customers will see it; they can change it.
        #[arg(long)]
        name: String,
        /// The language to write to them in.
        #[arg(long, default_value = "en")]
        language: String,
    },
}

/// API tokens.
#[derive(Subcommand)]
pub enum TokenCommand {
    /// Print a new token.
    Create {
        /// agent, lead, editor, auditor or admin.
        #[arg(long)]
        role: String,
        /// What it is for.
        #[arg(long)]
        name: String,
    },
    /// List the tokens that work: id, role, when it was last used, name.
    List,
    /// Revoke a token: its next request is refused.
    Revoke {
        /// As listed.
        id: Uuid,
    },
}

/// Runs a command about agents.
///
/// # Errors
/// What is wrong, as a sentence.
pub async fn agent(app: &App, command: AgentCommand) -> anyhow::Result<()> {
    match command {
        AgentCommand::Invite { role, email, name, language } => {
            let new = NewAgent::checked(&email, &name, &role, Some(&language)).map_err(told)?;
            println!("{}/desk/invitation#{}", app.config.public_url, invite(app, new).await.map_err(told)?);
            Ok(())
        }
    }
}

/// Stores an invitation and returns its token.
async fn invite(app: &App, new: NewAgent) -> Result<String, Problem> {
    let moment = app.clock.moment();
    app.db
        .write(move |tx| {
            let mut draws = moment.draws();
            let token = new_token("", &mut draws);
            let subject = agents::enrol(tx, &new, Actor::System, moment.at, &mut draws)?;
            links::make(tx, &token, Purpose::Invite, Link { subject, ticket: None }, moment.at)?;
            Ok(token)
        })
        .await
}

/// Runs a command about API tokens.
///
/// # Errors
/// What is wrong, as a sentence.
pub async fn token(app: &App, command: TokenCommand) -> anyhow::Result<()> {
    match command {
        TokenCommand::Create { role, name } => {
            let (new, moment) = (NewToken::checked(&name, &role).map_err(told)?, app.clock.moment());
            let made = app.db.write(move |tx| tokens::make(tx, &new, None, moment.at, &mut moment.draws())).await?;
            println!("{}", made.token);
        }
        TokenCommand::List => {
            let all = app.db.read(|tx| tokens::page(tx, Uuid::nil(), i64::MAX)).await?;
            all.iter().for_each(|row| println!("{}", line(row)));
        }
        TokenCommand::Revoke { id } => {
            let moment = app.clock.moment();
            app.db.write(move |tx| tokens::revoke(tx, Actor::System, id, &moment)).await.map_err(told)?;
        }
    }
    Ok(())
}

fn line(row: &TokenRow) -> String {
    let used = row.last_used_at.map_or_else(|| "never".to_owned(), rfc3339);
    format!("{}\t{}\t{used}\t{}", row.id, row.role.name(), row.name)
}

/// A refusal as one sentence: of the fields, where they are what is wrong.
fn told(problem: Problem) -> anyhow::Error {
    let fields: Vec<_> = problem.fields.iter().map(|field| field.document(Language::En).message).collect();
    let sentence = if fields.is_empty() { problem.detail(Language::En) } else { fields.join(" ") };
    anyhow::Error::msg(sentence)
}
