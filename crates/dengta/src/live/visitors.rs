//! Customers on the line: a seat for each of their connections to this node.
//!
//! A seat queues nothing. It holds what there is news of, and whoever serves the connection looks in the store what that is: so a
//! slow reader costs no more than a quick one, and misses nothing. Of what is not in the store (who types, what is being
//! written) it holds the newest.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::ws::Utf8Bytes;
use tokio::sync::Notify;
use uuid::Uuid;

use super::queue::End;
#[cfg(doc)]
use crate::language::Language;

/// Connections that one visitor may have open.
pub const SEATS_EACH: usize = 6;

/// What there is news of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// Entries.
    pub entries: bool,
    /// Where the conversation stands: place, wait, agent, read marks.
    pub standing: bool,
    /// A frame that everybody gets, ready to be sent, in each language in the order of [`Language::ALL`].
    pub notice: Option<Arc<[Utf8Bytes; 5]>>,
    /// Who of ours is writing; `Some(None)`: nobody any more.
    pub typing: Option<Option<String>>,
    /// The assistant's answer so far.
    pub draft: Option<Arc<str>>,
    /// The connection is to end.
    pub end: Option<End>,
}

/// One connection.
#[derive(Default)]
pub struct Seat {
    news: Mutex<News>,
    wake: Notify,
}

impl Seat {
    /// Notes what there is news of.
    pub fn note(&self, note: impl FnOnce(&mut News)) {
        note(&mut self.news.lock().unwrap_or_else(PoisonError::into_inner));
        self.wake.notify_one();
    }

    /// What there is news of, as soon as there is.
    pub async fn news(&self) -> News {
        loop {
            let news = std::mem::take(&mut *self.news.lock().unwrap_or_else(PoisonError::into_inner));
            if news != News::default() {
                return news;
            }
            self.wake.notified().await;
        }
    }
}

/// The connections of this node's visitors.
#[derive(Default)]
pub struct Visitors(Mutex<State>);

#[derive(Default)]
struct State {
    next: u64,
    seats: HashMap<u64, (Uuid, Arc<Seat>)>,
    of_session: HashMap<Uuid, Vec<u64>>,
    of_ticket: HashMap<Uuid, Vec<u64>>,
    closed: bool,
}

impl Visitors {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A connection of a session; `None` when it has too many, or the desk stops. Whoever enters leaves ([`Visitors::leave`]).
    pub fn enter(&self, session: Uuid, ticket: Option<Uuid>) -> Option<(u64, Arc<Seat>)> {
        let mut state = self.lock();
        if state.closed || state.of_session.get(&session).map_or(0, Vec::len) >= SEATS_EACH {
            return None;
        }
        let (id, seat) = (state.next, Arc::new(Seat::default()));
        state.next += 1;
        state.seats.insert(id, (session, Arc::clone(&seat)));
        state.of_session.entry(session).or_default().push(id);
        state.place(id, ticket);
        metrics::gauge!("dengta_visitors").set(state.seats.len() as f64);
        Some((id, seat))
    }

    /// The connection's session has another ticket now.
    pub fn move_to(&self, id: u64, from: Option<Uuid>, to: Option<Uuid>) {
        if from != to {
            let mut state = self.lock();
            forget(&mut state.of_ticket, from, id);
            state.place(id, to);
        }
    }

    /// The connection is gone.
    pub fn leave(&self, id: u64, ticket: Option<Uuid>) {
        let mut state = self.lock();
        let session = state.seats.remove(&id).map(|(session, _)| session);
        forget(&mut state.of_ticket, ticket, id);
        forget(&mut state.of_session, session, id);
        metrics::gauge!("dengta_visitors").set(state.seats.len() as f64);
    }

    /// Tells who is on the line of a ticket.
    pub fn tell(&self, ticket: Uuid, note: impl Fn(&mut News)) {
        let state = self.lock();
        let ids = state.of_ticket.get(&ticket).into_iter().flatten();
        ids.filter_map(|id| state.seats.get(id)).for_each(|(_, seat)| seat.note(&note));
    }

    /// Tells all connections of a session: it may have another ticket now.
    pub fn tell_session(&self, session: Uuid, note: impl Fn(&mut News)) {
        let state = self.lock();
        let ids = state.of_session.get(&session).into_iter().flatten();
        ids.filter_map(|id| state.seats.get(id)).for_each(|(_, seat)| seat.note(&note));
    }

    /// Tells everybody.
    pub fn tell_all(&self, note: impl Fn(&mut News)) {
        self.lock().seats.values().for_each(|(_, seat)| seat.note(&note));
    }

    /// The tickets whose customers are here.
    #[must_use]
    pub fn tickets(&self) -> Vec<Uuid> {
        self.lock().of_ticket.keys().copied().collect()
    }

    /// How many connections there are.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.lock().seats.len()
    }

    /// Whether the customer of a ticket is connected here.
    #[must_use]
    pub fn has(&self, ticket: Uuid) -> bool {
        self.lock().of_ticket.contains_key(&ticket)
    }

    /// Lets nobody in any more, and ends every connection.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.tell_all(|news| news.end = Some(End::Away));
    }
}

impl State {
    fn place(&mut self, id: u64, ticket: Option<Uuid>) {
        if let Some(ticket) = ticket {
            self.of_ticket.entry(ticket).or_default().push(id);
        }
    }
}

fn forget(of: &mut HashMap<Uuid, Vec<u64>>, key: Option<Uuid>, id: u64) {
    let Some(key) = key else { return };
    if let Some(ids) = of.get_mut(&key) {
        ids.retain(|each| *each != id);
        if ids.is_empty() {
            of.remove(&key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn news_is_told_once_however_often_it_came_and_only_to_whom_it_concerns() {
        let (visitors, ids) = (Visitors::default(), [1, 2, 3].map(Uuid::from_u128));
        let (one, seat) = visitors.enter(ids[0], None).unwrap();
        let (two, other) = visitors.enter(ids[1], Some(ids[2])).unwrap();
        visitors.tell(ids[2], |news| news.entries = true);
        visitors.tell(ids[2], |news| news.typing = Some(Some("Anna".into())));
        let news = other.news().await;
        assert_eq!((news.entries, news.typing), (true, Some(Some("Anna".into()))));
        visitors.move_to(one, None, Some(ids[2]));
        visitors.tell(ids[2], |news| news.standing = true);
        assert!(seat.news().await.standing && other.news().await.standing);
        visitors.leave(one, Some(ids[2]));
        visitors.leave(two, Some(ids[2]));
        assert!(visitors.tickets().is_empty() && visitors.lock().of_session.is_empty());
    }

    #[test]
    fn one_visitor_takes_no_more_than_some_seats() {
        let visitors = Visitors::default();
        let places: Vec<_> = (0..SEATS_EACH).map(|_| visitors.enter(Uuid::nil(), None).unwrap()).collect();
        assert!(visitors.enter(Uuid::nil(), None).is_none());
        assert!(visitors.enter(Uuid::from_u128(1), None).is_some());
        places.iter().for_each(|(id, _)| visitors.leave(*id, None));
        assert!(visitors.enter(Uuid::nil(), None).is_some());
        visitors.close();
        assert!(visitors.enter(Uuid::nil(), None).is_none());
    }
}
