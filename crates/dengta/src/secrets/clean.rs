//! Taking secrets out of what is to be stored.

use std::borrow::Cow;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use guard::secrets::{Certainty, Finding, Kind, redact, scan, scan_after};
use serde_json::{Map, Value, json};
use store::Error;
use uuid::Uuid;

use super::mark;
use crate::clock::Draws;
use crate::people::Actor;
use crate::tickets::{Event, Kind as Entry};

/// An event without its secrets.
pub struct Clean<'a> {
    /// What is stored.
    pub event: Cow<'a, Event>,
    /// What may be secrets, sealed.
    pub kept: Vec<Kept>,
    /// What in earlier messages proves to be one now: the message's place in the list, and where in it.
    pub earlier: Vec<(usize, Finding)>,
}

/// What may be a secret, sealed.
pub struct Kept {
    /// By which its writer decides.
    pub id: Uuid,
    /// What it may be.
    pub kind: Kind,
    /// Sealed for [`SEALED_FOR`].
    pub sealed: Vec<u8>,
}

/// The purpose for which undecided secrets are sealed.
pub const SEALED_FOR: &str = "undecided secret";

/// Takes the secrets out of an event. `before` are the messages that came before it, the oldest first.
///
/// # Errors
/// When the detector fails: nothing may be stored then.
pub fn cleaned<'a>(event: &'a Event, before: &[&str], draws: &mut Draws) -> Result<Clean<'a>, Error> {
    // Its writer wants it to be seen.
    if event.kind == Entry::SecretDecided {
        return Ok(Clean { event: Cow::Borrowed(event), kept: Vec::new(), earlier: Vec::new() });
    }
    let pieces = Pieces::of(event);
    let mut found = looked_at(before, &pieces)?;
    let writer_decides = matches!(event.actor, Actor::Customer(_));
    found.here.retain(|finding| finding.certainty == Certainty::Certain || writer_decides);
    found.earlier.retain(|(_, finding)| finding.certainty == Certainty::Certain);
    if found.here.is_empty() {
        return Ok(Clean { event: Cow::Borrowed(event), kept: Vec::new(), earlier: found.earlier });
    }
    let (event, kept) = taken_out(event, &pieces, &found.here, draws);
    Ok(Clean { event: Cow::Owned(event), kept, earlier: found.earlier })
}

/// A stored event without what certainly is a secret; `None` when it holds none.
///
/// # Errors
/// When the detector fails.
pub fn certain(event: &Event, draws: &mut Draws) -> Result<Option<Event>, Error> {
    let pieces = Pieces::of(event);
    let mut found = looked_at(&[], &pieces)?.here;
    found.retain(|finding| finding.certainty == Certainty::Certain);
    Ok((!found.is_empty()).then(|| taken_out(event, &pieces, &found, draws).0))
}

fn taken_out(event: &Event, pieces: &Pieces, found: &[Finding], draws: &mut Draws) -> (Event, Vec<Kept>) {
    let secrets = event.details.get("secrets").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut taking = Taking { event: event.clone(), secrets, kept: Vec::new(), draws };
    for piece in &pieces.pieces {
        taking.out_of(&piece.place, &piece.words, &pieces.joined, found);
    }
    let Taking { mut event, secrets, kept, .. } = taking;
    event.details.insert("secrets".into(), Value::Array(secrets));
    (event, kept)
}

/// A text without what certainly is a secret; for what becomes no entry.
///
/// # Errors
/// When the detector fails: nothing may be stored then.
pub fn without(text: &str) -> Result<Cow<'_, str>, Error> {
    let mut found = closed(|| scan(text))?;
    found.retain(|finding| finding.certainty == Certainty::Certain);
    if found.is_empty() {
        return Ok(Cow::Borrowed(text));
    }
    Ok(Cow::Owned(redact(text, &found, |finding| mark(finding.kind))))
}

/// As [`without`], for what is told and not stored: nothing of it when the detector fails.
#[must_use]
pub fn told(text: &str) -> String {
    without(text).unwrap_or_default().into_owned()
}

/// As [`without`], in all texts of a document; its keys are no texts.
///
/// # Errors
/// As [`without`].
pub fn without_in(value: &mut Value) -> Result<(), Error> {
    match value {
        Value::String(text) => {
            if let Cow::Owned(clean) = without(text)? {
                *text = clean;
            }
            Ok(())
        }
        Value::Array(values) => values.iter_mut().try_for_each(without_in),
        Value::Object(fields) => fields.values_mut().try_for_each(without_in),
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
    }
}

struct Found {
    here: Vec<Finding>,
    earlier: Vec<(usize, Finding)>,
}

fn looked_at(before: &[&str], pieces: &Pieces) -> Result<Found, Error> {
    closed(|| {
        let mut found = match before {
            [] => Found { here: scan(&pieces.joined), earlier: Vec::new() },
            _ => {
                let across = scan_after(before, &pieces.joined);
                Found { here: across.here, earlier: across.earlier }
            }
        };
        for piece in pieces.pieces.iter().filter(|piece| piece.line != (0..pieces.joined.len())) {
            by_itself(&mut found.here, &pieces.joined, &piece.line);
        }
        found.here.sort_by_key(|finding| finding.span.start);
        found
    })
}

/// Adds what a place certainly holds by itself: what stands beside it may have made it look public.
fn by_itself(found: &mut Vec<Finding>, joined: &str, line: &Range<usize>) {
    let certain = |finding: &Finding| finding.certainty == Certainty::Certain;
    for finding in scan(&joined[line.clone()]).into_iter().filter(certain) {
        let mut span = finding.span.start + line.start..finding.span.end + line.start;
        if found.iter().any(|known| certain(known) && known.span.start <= span.start && span.end <= known.span.end) {
            continue;
        }
        found.retain(|known| {
            let apart = known.span.end <= span.start || span.end <= known.span.start;
            if !apart {
                span = span.start.min(known.span.start)..span.end.max(known.span.end);
            }
            apart
        });
        found.push(Finding { span, ..finding });
    }
}

/// What a detector says, and an error where it says nothing.
pub(super) fn closed<T>(look: impl FnOnce() -> T) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(look)).map_err(|_| Error::Defect("the guard failed; nothing was stored".into()))
}

/// Where in an event somebody's words stand.
#[derive(Clone, Debug, PartialEq)]
enum Place {
    Field(String),
    Subject,
    Text,
    File(usize),
    Tag(usize),
}

impl Place {
    fn name(&self) -> String {
        match self {
            Place::Field(key) => format!("fields.{key}"),
            Place::Subject => "subject".to_owned(),
            Place::Text => "text".to_owned(),
            Place::File(_) => "files".to_owned(),
            Place::Tag(_) => "tags".to_owned(),
        }
    }
}

/// An event's words as one text: what stands in one place tells what stands in the next.
struct Pieces {
    joined: String,
    pieces: Vec<Piece>,
}

/// The words of one place, in the joined text.
struct Piece {
    place: Place,
    words: Range<usize>,
    /// With the name that stands before them.
    line: Range<usize>,
}

impl Pieces {
    fn of(event: &Event) -> Pieces {
        let mut pieces = Pieces { joined: String::with_capacity(event.text.len() + 256), pieces: Vec::new() };
        let strings = |key: &str| event.details.get(key).and_then(Value::as_array).into_iter().flatten().enumerate();
        for (key, value) in event.details.get("fields").and_then(Value::as_object).into_iter().flatten() {
            let label = key.replace('_', " ");
            pieces.add(Place::Field(key.clone()), &label, value.as_str());
        }
        pieces.add(Place::Subject, "", event.details.get("subject").and_then(Value::as_str));
        pieces.add(Place::Text, "", Some(&event.text));
        for (at, file) in strings("files") {
            pieces.add(Place::File(at), "", file.get("name").and_then(Value::as_str));
        }
        for (at, tag) in strings("add") {
            pieces.add(Place::Tag(at), "", tag.as_str());
        }
        pieces
    }

    fn add(&mut self, place: Place, label: &str, words: Option<&str>) {
        let Some(words) = words.filter(|words| !words.is_empty()) else { return };
        if !self.joined.is_empty() {
            self.joined.push('\n');
        }
        let line = self.joined.len();
        if !label.is_empty() {
            self.joined += label;
            self.joined += ": ";
        }
        let start = self.joined.len();
        self.joined += words;
        let end = self.joined.len();
        self.pieces.push(Piece { place, words: start..end, line: line..end });
    }
}

/// An event out of which secrets are taken.
struct Taking<'a> {
    event: Event,
    secrets: Vec<Value>,
    kept: Vec<Kept>,
    draws: &'a mut Draws,
}

impl Taking<'_> {
    fn out_of(&mut self, place: &Place, range: &Range<usize>, joined: &str, found: &[Finding]) {
        let text = &joined[range.clone()];
        let mut here = Vec::new();
        for finding in found {
            let (start, end) = (finding.span.start.max(range.start), finding.span.end.min(range.end));
            if start < end {
                let span = start - range.start..end - range.start;
                self.note(place, finding, &text[span.clone()]);
                here.push(Finding { span, ..finding.clone() });
            }
        }
        if !here.is_empty() {
            let clean = redact(text, &here, |finding| mark(finding.kind));
            self.put(place, clean);
        }
    }

    fn note(&mut self, place: &Place, finding: &Finding, value: &str) {
        let mut secret = json!({"kind": finding.kind.name(), "in": place.name()});
        match (finding.certainty, self.draws.keys().cloned()) {
            (Certainty::Uncertain, Some(keys)) => {
                let id = self.draws.uuid();
                let sealed = keys.seal(SEALED_FOR, value.as_bytes(), self.draws);
                self.kept.push(Kept { id, kind: finding.kind, sealed });
                secret["kept"] = json!(id);
            }
            (Certainty::Certain, Some(keys)) if !can_be_guessed(finding.kind) => {
                let print = keys.derive("secret's fingerprint", value.as_bytes());
                secret["fingerprint"] = json!(hex::encode(&print[..8]));
            }
            _ => {}
        }
        self.secrets.push(secret);
    }

    fn put(&mut self, place: &Place, clean: String) {
        let details = &mut self.event.details;
        let slot = match place {
            Place::Text => {
                self.event.text = clean;
                return;
            }
            Place::Subject => details.get_mut("subject"),
            Place::Field(key) => details.get_mut("fields").and_then(|fields| fields.get_mut(key)),
            Place::File(at) => details.get_mut("files").and_then(|files| files.get_mut(*at)?.get_mut("name")),
            Place::Tag(at) => details.get_mut("add").and_then(|tags| tags.get_mut(*at)),
        };
        if let Some(slot) = slot {
            *slot = Value::String(clean);
        }
    }
}

/// Whether whoever has a fingerprint and its key could find the secret by trying all there are.
const fn can_be_guessed(kind: Kind) -> bool {
    matches!(kind, Kind::CardNumber | Kind::Cvv | Kind::OtpCode | Kind::Password | Kind::RecoveryCode)
}

/// An earlier entry's text and details without what was found in its text.
#[must_use]
pub fn earlier(event: &Event, found: &[Finding]) -> (String, Map<String, Value>) {
    let mut details = event.details.clone();
    let secrets = found.iter().map(|finding| json!({"kind": finding.kind.name(), "in": "text"}));
    let mut all = details.get("secrets").and_then(Value::as_array).cloned().unwrap_or_default();
    all.extend(secrets);
    details.insert("secrets".into(), Value::Array(all));
    (redact(&event.text, found, |finding| mark(finding.kind)), details)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    const KEY: &str = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318";

    fn said(actor: Actor, text: &str, details: Value) -> Event {
        let details = details.as_object().cloned().unwrap_or_default();
        Event { kind: Entry::Message, actor, at: 0, text: text.to_owned(), details }
    }

    #[test]
    fn secrets_leave_every_place() {
        let text = format!("my private key is {KEY}");
        let details = json!({"subject": format!("private key: {KEY}"), "fields": {"private_key": KEY},
            "files": [{"id": 1, "name": format!("private key {KEY}.txt")}]});
        let event = said(Actor::Customer(Uuid::nil()), &text, details);
        let clean = cleaned(&event, &[], &mut Clock::default().moment().draws()).unwrap();
        let stored = format!("{} {}", clean.event.text, json!(clean.event.details));
        assert!(!stored.contains(KEY), "{stored}");
        assert_eq!(clean.event.text, "my private key is ⟦private_key⟧");
        assert_eq!(clean.event.details["secrets"].as_array().map(Vec::len), Some(4), "{stored}");
    }

    #[test]
    fn what_stands_beside_a_secret_makes_it_no_transaction() {
        let subject = format!("0x{KEY} 이게 개인키예요");
        let details = json!({"subject": subject, "fields": {"tx_id": KEY.replace('4', "5")}});
        let event = said(Actor::Customer(Uuid::nil()), "Where is it?", details);
        let clean = cleaned(&event, &[], &mut Clock::default().moment().draws()).unwrap();
        assert_eq!(clean.event.details["subject"], "⟦private_key⟧ 이게 개인키예요");
        assert_eq!(clean.event.details["fields"], event.details["fields"]);
    }

    #[test]
    fn what_may_be_one_is_kept_for_its_writer_alone() {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::default();
        let keys = crate::keys::Keys::open(folder.path(), &mut clock.moment().draws()).unwrap();
        let (plain, keyed) = (clock.clone(), clock.with_keys(keys.clone()));
        let event = said(Actor::Customer(Uuid::nil()), KEY, json!({}));
        let clean = cleaned(&event, &[], &mut keyed.moment().draws()).unwrap();
        assert_eq!(clean.event.text, "⟦private_key⟧");
        assert_eq!(keys.open_sealed(SEALED_FOR, &clean.kept[0].sealed).as_deref(), Some(KEY.as_bytes()));
        // Without a key nothing can be sealed: then it is gone.
        let clean = cleaned(&event, &[], &mut plain.moment().draws()).unwrap();
        assert!(clean.kept.is_empty() && clean.event.text == "⟦private_key⟧");
        // What an agent notes may well be a transaction.
        let event = said(Actor::Agent(Uuid::nil()), KEY, json!({}));
        assert_eq!(cleaned(&event, &[], &mut keyed.moment().draws()).unwrap().event.text, KEY);
    }

    #[test]
    fn what_has_none_is_left_as_it_is() {
        let details =
            json!({"subject": "Deposit", "fields": {"tx_id": KEY, "amount": "250.00"}, "files": [{"sha256": KEY}]});
        let event = said(Actor::Customer(Uuid::nil()), "Where is it?", details);
        let clean = cleaned(&event, &[], &mut Clock::default().moment().draws()).unwrap();
        assert!(matches!(clean.event, Cow::Borrowed(_)), "{:?}", clean.event);
    }

    #[test]
    fn a_detector_that_fails_lets_nothing_through() {
        let quiet = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| ()));
        let looked = closed(|| {
            if std::hint::black_box(true) {
                panic!("it failed")
            }
        });
        std::panic::set_hook(quiet);
        assert!(looked.is_err());
    }
}
