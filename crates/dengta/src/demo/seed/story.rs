//! What happened to one ticket.

use serde_json::{Map, Value, json};
use store::Error;
use uuid::Uuid;

use super::{AGENTS, Plan, TEAMS, UNTIL, below, words};
use crate::clock::{DAY, Draws, HOUR, MINUTE, Micros};
use crate::language::Language;
use crate::people::{Actor, Assurance};
use crate::tickets::timeline::{self, Sealed};
use crate::tickets::{Category, Channel, Event, Kind, Origin, Priority, Reference, Ticket};

/// Somebody who writes to the desk.
pub struct Customer {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub language: Language,
    /// When they came first.
    pub at: Micros,
}

impl Customer {
    pub fn new(number: u64, at: Micros, draws: &mut Draws) -> Customer {
        let (id, language) = (draws.uuid(), words::language(below(draws, 100)));
        Customer { id, name: words::customer(language, draws), email: format!("c{number}@example.com"), language, at }
    }
}

/// A ticket with its entries, ready to be stored.
pub struct Story {
    pub customer: Customer,
    /// Whether the customer is to be stored, too.
    pub is_new: bool,
    pub ticket: Ticket,
    pub entries: Vec<Sealed>,
}

/// A story while it is told.
struct Teller<'p> {
    plan: &'p Plan,
    draws: Draws,
    ticket: Ticket,
    entries: Vec<Sealed>,
    at: Micros,
}

impl Story {
    pub fn tell(
        plan: &Plan,
        customer: Customer,
        is_new: bool,
        recent: bool,
        at: Micros,
        mut draws: Draws,
    ) -> Result<Story, Error> {
        let category = words::category(&mut draws);
        let subject = words::subject(customer.language, category, &mut draws);
        let ticket = Ticket::new(Origin {
            id: draws.uuid(),
            reference: Reference::draw(&mut draws),
            customer: customer.id,
            category,
            language: customer.language,
            channel: if chance(&mut draws, 40) { Channel::Api } else { Channel::Form },
            assurance: Assurance::SignedIn,
            at,
        });
        let mut teller = Teller { plan, draws, ticket, entries: Vec::with_capacity(6), at };
        teller.begin(category, &subject)?;
        if chance(&mut teller.draws, 1) || chance(&mut teller.draws, 1) {
            teller.staff(Kind::SpamMarked, Map::new())?;
        } else {
            teller.go_on(recent)?;
        }
        let Teller { ticket, entries, .. } = teller;
        Ok(Story { customer, is_new, ticket, entries })
    }
}

/// One of those who answer customers: a lead, or one of the agents after the tenth.
fn answering(draws: &mut Draws) -> u64 {
    match below(draws, AGENTS - 4) {
        lead @ 0..6 => lead,
        other => other + 4,
    }
}

/// Whether something happens that happens so many times of a hundred.
fn chance(draws: &mut Draws, percent: u64) -> bool {
    below(draws, 100) < percent
}

impl Teller<'_> {
    /// What the customer wrote first, with what the row is made of.
    fn begin(&mut self, category: Category, subject: &str) -> Result<(), Error> {
        let (ticket, due) = (&self.ticket, self.at + 2 * DAY);
        let mut details = Map::from_iter([
            ("subject".to_owned(), json!(subject)),
            ("reference".to_owned(), json!(ticket.reference.as_str())),
            ("category".to_owned(), json!(category.slug())),
            ("language".to_owned(), json!(ticket.language.tag())),
            ("channel".to_owned(), json!(ticket.channel.name())),
            ("assurance".to_owned(), json!(ticket.assurance.name())),
            ("due_at".to_owned(), json!(due)),
        ]);
        let language = ticket.language;
        if matches!(category, Category::Deposit | Category::Withdrawal | Category::Tag) {
            details.insert("fields".to_owned(), words::transfer(&mut self.draws));
        }
        let text = words::text(language, 2, &mut self.draws);
        self.customer(text, details)
    }

    fn go_on(&mut self, recent: bool) -> Result<(), Error> {
        let sorted = below(&mut self.draws, 100);
        if sorted < 12 {
            let tags: Vec<&str> = (0..=below(&mut self.draws, 2)).map(|_| words::tag(&mut self.draws)).collect();
            self.staff(Kind::Tagged, details([("add", json!(tags)), ("remove", json!([]))]))?;
        }
        if sorted.is_multiple_of(10) {
            let to = [Priority::High, Priority::High, Priority::High, Priority::Urgent, Priority::Low];
            let to = to[usize::try_from(below(&mut self.draws, 5)).unwrap_or(0)];
            let was = self.ticket.priority.name();
            self.staff(Kind::Prioritised, details([("priority", json!(to.name())), ("was", json!(was))]))?;
        }
        let open = chance(&mut self.draws, if recent { 50 } else { 2 });
        if chance(&mut self.draws, 60) {
            let team = self.plan.team(below(&mut self.draws, TEAMS.len() as u64));
            let agent = chance(&mut self.draws, 70).then(|| self.plan.agent(answering(&mut self.draws)));
            self.staff(Kind::Assigned, details([("agent", json!(agent)), ("team", json!(team))]))?;
        }
        let mut rounds = 0;
        while rounds < 4 && chance(&mut self.draws, if rounds == 0 { if open { 40 } else { 85 } } else { 25 }) {
            if rounds > 0 {
                let text = words::text(self.ticket.language, 1, &mut self.draws);
                let due = self.at + 2 * DAY;
                self.customer(text, details([("due_at", json!(due))]))?;
            }
            let text = words::answer(self.ticket.language, &mut self.draws);
            self.said(Kind::Message, text)?;
            rounds += 1;
        }
        if chance(&mut self.draws, 8) {
            let text = words::text(Language::ZhCn, 1, &mut self.draws);
            self.said(Kind::Note, text)?;
        }
        if !open {
            self.staff(Kind::Closed, Map::new())?;
        } else if chance(&mut self.draws, 10) {
            let until = UNTIL + DAY * 30 + i64::try_from(below(&mut self.draws, 300)).unwrap_or(0) * DAY;
            self.staff(Kind::Snoozed, details([("until", json!(until))]))?;
        }
        Ok(())
    }

    fn customer(&mut self, text: String, details: Map<String, Value>) -> Result<(), Error> {
        let actor = Actor::Customer(self.ticket.customer);
        self.append(Kind::Message, actor, text, details)
    }

    fn said(&mut self, kind: Kind, text: String) -> Result<(), Error> {
        let actor = self.agent();
        self.append(kind, actor, text, Map::new())
    }

    fn staff(&mut self, kind: Kind, details: Map<String, Value>) -> Result<(), Error> {
        let actor = self.agent();
        self.append(kind, actor, String::new(), details)
    }

    /// Whoever has it, or anybody.
    fn agent(&mut self) -> Actor {
        Actor::Agent(self.ticket.assignee.unwrap_or_else(|| self.plan.agent(answering(&mut self.draws))))
    }

    fn append(&mut self, kind: Kind, actor: Actor, text: String, details: Map<String, Value>) -> Result<(), Error> {
        let event = Event { kind, actor, at: self.at.min(UNTIL), text, details };
        self.entries.push(timeline::seal(&mut self.ticket, &event, &mut self.draws)?);
        let pause = MINUTE + i64::try_from(below(&mut self.draws, 20)).unwrap_or(0) * HOUR / 2;
        self.at += pause;
        Ok(())
    }
}

fn details<const N: usize>(pairs: [(&str, Value); N]) -> Map<String, Value> {
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
