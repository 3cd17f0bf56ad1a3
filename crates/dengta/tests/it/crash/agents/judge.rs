//! The judge of what agents did: their book against the store.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use store::{Db, Error, Location, Tx, params};
use uuid::Uuid;

use super::super::judge::Findings;
use super::{Line, Round, STEPS};

/// What the store holds, read at one moment.
#[derive(Clone)]
pub struct Stored {
    pub drafts: Vec<Draft>,
    pub files: BTreeMap<Uuid, File>,
    pub answers: Vec<Answer>,
}

#[derive(Clone)]
pub struct Draft {
    pub body: String,
    pub files: Vec<Uuid>,
}

#[derive(Clone)]
pub struct File {
    pub received: i64,
    pub ready: bool,
    pub hash: Option<Vec<u8>>,
    pub entry: Option<(Uuid, i64)>,
}

#[derive(Clone)]
pub struct Answer {
    pub ticket: Uuid,
    pub number: i64,
    pub hash: String,
    pub text: String,
    /// Which one it is, when it says all of it.
    pub round: Option<Round>,
    pub files: Vec<(Uuid, String)>,
}

impl Stored {
    pub async fn read(location: Location) -> Stored {
        let db = Db::open(&location).unwrap();
        db.read(Stored::of).await.unwrap()
    }

    fn of(tx: &mut Tx<'_>) -> Result<Stored, Error> {
        const DRAFTS: &str = "SELECT agent_id, body FROM draft";
        const NAMED: &str = "SELECT file_id FROM draft_file WHERE agent_id = $1 ORDER BY place";
        const FILES: &str = "SELECT id, received, state, hash, ticket_id, entry_number FROM file";
        const ANSWERS: &str =
            "SELECT ticket_id, number, hash, body FROM entry WHERE kind = 'message' AND number > 1 ORDER BY number";
        let mut drafts = Vec::new();
        for (agent, body) in tx.query(DRAFTS, &[], |row| Ok((row.get::<Uuid>(0)?, row.get(1)?)))? {
            drafts.push(Draft { body, files: tx.query(NAMED, params![agent], |row| row.get(0))? });
        }
        let files = tx.query(FILES, &[], |row| {
            let ready = row.get::<String>(2)? == "ready";
            let entry = row.opt(4)?.zip(row.opt(5)?);
            Ok((row.get(0)?, File { received: row.get(1)?, ready, hash: row.opt(3)?, entry }))
        })?;
        let answers = tx.query(ANSWERS, &[], |row| {
            let (hash, body) = (row.get::<Vec<u8>>(2)?, row.get::<String>(3)?);
            let body: Value = serde_json::from_str(&body).unwrap();
            let told = body["details"]["files"].as_array().cloned().unwrap_or_default();
            let word = |value: &Value| value.as_str().unwrap().to_owned();
            let files = told.iter().map(|file| (word(&file["id"]).parse().unwrap(), word(&file["sha256"])));
            let (ticket, number, text) = (row.get(0)?, row.get(1)?, word(&body["text"]));
            let round = Round::parse(&text).filter(|(_, step)| *step == STEPS).map(|(round, _)| round);
            Ok(Answer { ticket, number, hash: hex::encode(hash), text, round, files: files.collect() })
        })?;
        Ok(Stored { drafts, files: files.into_iter().collect(), answers })
    }

    fn answers(&self, round: Round) -> impl Iterator<Item = &Answer> {
        self.answers.iter().filter(move |answer| answer.round == Some(round))
    }
}

/// Each file's answer, and the hash of what was sent.
pub fn begun(lines: &[Line]) -> BTreeMap<Uuid, (Round, String)> {
    let begun = lines.iter().filter_map(|line| match line {
        Line::Begun { round, file, sha256 } => Some((*file, (*round, sha256.clone()))),
        _ => None,
    });
    begun.collect()
}

/// What was acknowledged in `lines`, against what was `stored` afterwards; until that was read, `asked` was asked for.
pub fn judge(lines: &[Line], asked: &[Line], stored: &Stored) -> Findings {
    let sent = begun(asked);
    let mut findings = Findings::default();
    lost_drafts(lines, stored, &mut findings.lost);
    for line in lines {
        match line {
            Line::Came { file, offset } if !holds(stored, file, |found| found.received >= *offset as i64) => {
                findings.lost.push(format!("{file}: {offset} bytes"));
            }
            Line::Whole { file } => {
                let hash = hex::decode(&sent[file].1).ok();
                if !holds(stored, file, |found| found.ready && found.hash == hash) {
                    findings.lost.push(format!("{file}: whole"));
                }
            }
            Line::Answered { round, number, hash } => {
                let same = |answer: &Answer| answer.number == *number && answer.hash == *hash;
                if !stored.answers(*round).any(same) {
                    findings.lost.push(round.key());
                }
            }
            _ => {}
        }
    }
    doubled(asked, stored, &mut findings.twice);
    findings.disordered = disordered(stored);
    findings
}

fn holds(stored: &Stored, file: &Uuid, what: impl FnOnce(&File) -> bool) -> bool {
    stored.files.get(file).is_some_and(what)
}

/// Of each agent the newest text that was acknowledged is there, or a newer one, or it was sent.
fn lost_drafts(lines: &[Line], stored: &Stored, lost: &mut Vec<String>) {
    let mut newest = BTreeMap::new();
    for line in lines {
        if let Line::Typed { round, step } = line {
            newest.insert(round.agent, (*round, *step));
        }
    }
    for (round, step) in newest.into_values() {
        let texts = stored.drafts.iter().filter_map(|draft| Round::parse(&draft.body));
        let newer = texts.filter(|(of, _)| of.agent == round.agent).any(|at| at >= (round, step));
        if !newer && stored.answers(round).next().is_none() {
            lost.push(format!("the draft of {} after {step} steps", round.key()));
        }
    }
}

/// One answer, one entry with its one file, and no draft any more; and nothing that nobody asked for.
fn doubled(asked: &[Line], stored: &Stored, twice: &mut Vec<String>) {
    let (sent, mut typing, mut answering) = (begun(asked), BTreeSet::new(), BTreeSet::new());
    for line in asked {
        match line {
            Line::Typing { round, step } => drop(typing.insert((*round, *step))),
            Line::Answering { round } => drop(answering.insert(*round)),
            _ => {}
        }
    }
    let files: BTreeMap<Round, (Uuid, String)> =
        sent.into_iter().map(|(file, (round, sha256))| (round, (file, sha256))).collect();
    for draft in &stored.drafts {
        let at = Round::parse(&draft.body).filter(|at| typing.contains(at));
        let fits = at.is_some_and(|(round, _)| {
            let named = files.get(&round).is_some_and(|(file, _)| draft.files == [*file]);
            named && stored.answers(round).next().is_none()
        });
        if !fits {
            twice.push(format!("a draft: {}", draft.body));
        }
    }
    for answer in &stored.answers {
        let round = answer.round.filter(|round| answering.contains(round));
        let once = round.is_some_and(|round| stored.answers(round).count() == 1);
        let own = round.and_then(|round| files.get(&round)).is_some_and(|file| answer.files == [file.clone()]);
        let there = Some((answer.ticket, answer.number));
        let on_it = |(file, _): &(Uuid, String)| stored.files.get(file).is_some_and(|file| file.entry == there);
        if !(once && own && answer.files.iter().all(on_it)) {
            twice.push(format!("an answer: {} with {} files", answer.text, answer.files.len()));
        }
    }
}

/// Each agent's answers stand in their order.
fn disordered(stored: &Stored) -> Vec<String> {
    let mut newest: BTreeMap<usize, Round> = BTreeMap::new();
    let mut early = Vec::new();
    for round in stored.answers.iter().filter_map(|answer| answer.round) {
        if newest.insert(round.agent, round).is_some_and(|before| before > round) {
            early.push(round.key());
        }
    }
    early
}
