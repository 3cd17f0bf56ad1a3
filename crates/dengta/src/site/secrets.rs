//! What was taken out of a customer's message, said at once; and the customer's decision about what may be a secret.

use axum::extract::{Path, State};
use axum::response::Response;
use guard::secrets::Kind;
use store::Tx;
use uuid::Uuid;

use crate::app::App;
use crate::clock::Micros;
use crate::error::{Problem, Result};
use crate::language::Language;
use crate::secrets::{kept, taken::Taken, told};
use crate::site::views::Moment;
use crate::site::{Form, Visit, see_other};
use crate::tickets::Reference;

/// What was taken out of a message, for its writer.
pub struct Told {
    /// What is gone, and what to do now.
    pub gone: Vec<Gone>,
    /// What waits for a decision.
    pub undecided: Vec<Undecided>,
}

/// A kind of secret that was taken out.
pub struct Gone {
    /// What it is called.
    pub name: String,
    /// What to do now.
    pub advice: String,
    /// Where the help center says more.
    pub href: String,
}

/// What may be a secret.
pub struct Undecided {
    /// By which it is decided.
    pub id: Uuid,
    /// When it is destroyed by itself.
    pub until: Moment,
}

/// What is gone, in words.
pub fn gone(language: Language, kinds: &[Kind]) -> Vec<Gone> {
    let gone = |kind: &Kind| {
        let name = told::name(language, *kind);
        let asked: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect();
        Gone { advice: told::advice(language, *kind), href: format!("/{language}/search?q={asked}"), name }
    };
    kinds.iter().map(gone).collect()
}

impl Told {
    /// Of an entry, with what of the case nobody has decided about; nothing where nothing was taken out.
    pub fn of(visit: &Visit, taken: &Taken, undecided: &[(Uuid, Micros)]) -> Option<Told> {
        let waiting = undecided.iter().filter(|(id, _)| taken.kept.contains(id));
        let undecided: Vec<Undecided> =
            waiting.map(|(id, until)| Undecided { id: *id, until: visit.time(*until) }).collect();
        let told = Told { gone: gone(visit.language, &taken.gone), undecided };
        (!told.gone.is_empty() || !told.undecided.is_empty()).then_some(told)
    }
}

/// `POST /{lang}/cases/{reference}/secrets/{id}`, `decision` being `send` or `destroy`.
pub async fn decide(
    State(app): State<App>,
    visit: Visit,
    Path((_, reference, id)): Path<(String, String, String)>,
    form: Form,
) -> Result<Response> {
    let customer = visit.known()?.0;
    let reference = Reference::parse(&reference).ok_or_else(Problem::not_found)?;
    let id: Uuid = id.parse().map_err(|_| Problem::not_found())?;
    let send = match form.get("decision") {
        "send" => true,
        "destroy" => false,
        _ => return Err(Problem::field("decision", "choice-unknown")),
    };
    let (moment, wanted) = (app.clock.moment(), reference.clone());
    let decide = move |tx: &mut Tx<'_>| kept::decide(tx, &customer, &wanted, id, send, &moment);
    app.db.write(decide).await?;
    app.committed.ring();
    Ok(see_other(&visit.href(&format!("/cases/{reference}?done=secret"))))
}
