//! Who is connected to this node, what they view and write, and how frames reach them. What other nodes should know of it goes
//! into [`Hub::signals`]; what they say of theirs comes in by [`Hub::present_elsewhere`].

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::ws::Utf8Bytes;
use tokio::sync::{Notify, broadcast};
use uuid::Uuid;

use crate::clock::{Micros, SECOND};
use crate::live::elsewhere::Elsewhere;
use crate::live::frames::{Present, Pushed, Typing};
use crate::live::queue::{End, Queue};
use crate::live::signal::Signal;
use crate::people::{Permission, Role, Staff};

/// Sockets that one agent or program may have open.
pub const SOCKETS_EACH: usize = 20;
/// Who was not heard for this long is not there; who has not said that they type, does not type.
const PRESENT: Micros = 30 * SECOND;
/// Agents that a ticket's presence names.
const SHOWN: usize = 50;
/// Signals that wait for the other nodes; the oldest give way.
const SIGNALS: usize = 1_024;

/// To whom a frame goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// All who are connected.
    Everyone,
    /// All who may read tickets.
    Readers,
    /// All who have this ticket in view.
    Viewers(Uuid),
    /// Those, and the agent who has the ticket.
    Concerned {
        /// The ticket.
        ticket: Uuid,
        /// Who has it.
        assignee: Option<Uuid>,
    },
    /// This agent, on all of their screens.
    Agent(Uuid),
}

/// Somebody who connects.
#[derive(Clone, Debug)]
pub struct Who {
    /// The caller.
    pub staff: Staff,
    /// An agent's name and number.
    pub agent: Option<(Uuid, String, String)>,
}

/// Why somebody cannot connect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Too many sockets are open already.
    TooMany,
    /// The desk stops.
    Closed,
}

/// The sockets of this node.
pub struct Hub {
    state: Mutex<State>,
    left: Notify,
    node: String,
    signals: broadcast::Sender<Signal>,
}

struct State {
    next: u64,
    seats: HashMap<u64, Seat>,
    viewers: HashMap<Uuid, BTreeSet<u64>>,
    elsewhere: Elsewhere,
    signals: broadcast::Sender<Signal>,
    closed: bool,
}

/// One socket.
struct Seat {
    who: Who,
    queue: Arc<Queue>,
    viewing: Option<Uuid>,
    typing: Option<(Typing, Micros)>,
    heard_at: Micros,
    /// Connected but silent: not shown to the others until heard again.
    absent: bool,
}

impl Seat {
    fn is_of(&self, agent: Uuid) -> bool {
        self.who.agent.as_ref().is_some_and(|(id, ..)| *id == agent)
    }

    fn reads(&self) -> bool {
        self.who.staff.role.may(Permission::TicketRead)
    }
}

impl Hub {
    /// Nobody is connected yet. `node` names this run of the program.
    #[must_use]
    pub fn new(node: String) -> Hub {
        let signals = broadcast::Sender::new(SIGNALS);
        let state = State {
            next: 0,
            seats: HashMap::new(),
            viewers: HashMap::new(),
            elsewhere: Elsewhere::default(),
            signals: signals.clone(),
            closed: false,
        };
        Hub { state: Mutex::new(state), left: Notify::new(), node, signals }
    }

    /// The name of this run of the program.
    #[must_use]
    pub fn node(&self) -> &str {
        &self.node
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends a frame; it is serialised once, and not at all when nobody would get it.
    pub fn tell(&self, audience: Audience, frame: &Pushed) {
        let state = self.lock();
        if !state.seats.is_empty() {
            state.tell(audience, frame);
        }
    }

    /// Tells the other nodes, if anybody carries it there. Never waits.
    pub fn signal(&self, signal: Signal) {
        drop(self.signals.send(signal)); // fails when nobody listens: a desk of one node
    }

    /// What the other nodes are to be told, from now on.
    #[must_use]
    pub fn signals(&self) -> broadcast::Receiver<Signal> {
        self.signals.subscribe()
    }

    /// Tells the other nodes again who views what here.
    pub fn tell_presence_elsewhere(&self) {
        let state = self.lock();
        state.viewers.keys().for_each(|ticket| state.signal_presence(*ticket));
    }

    /// Another node says who views a ticket there.
    pub(super) fn present_elsewhere(&self, ticket: Uuid, node: String, mut who: Vec<Present>, now: Micros) {
        who.truncate(SHOWN);
        let mut state = self.lock();
        if state.elsewhere.note(ticket, node, who, now) {
            state.tell_presence(ticket);
        }
    }

    /// Another node is gone.
    pub(super) fn gone(&self, node: &str) {
        let mut state = self.lock();
        let changed = state.elsewhere.gone(node);
        changed.into_iter().for_each(|ticket| state.tell_presence(ticket));
    }

    /// How many sockets are open.
    #[must_use]
    pub fn sockets(&self) -> usize {
        self.lock().seats.len()
    }

    /// The tickets that somebody has in view.
    pub(super) fn viewed(&self) -> HashSet<Uuid> {
        self.lock().viewers.keys().copied().collect()
    }

    /// Somebody connects.
    pub(super) fn enter(&self, who: Who, now: Micros) -> Result<(u64, Arc<Queue>), Refused> {
        let mut state = self.lock();
        if state.closed {
            return Err(Refused::Closed);
        }
        if state.seats.values().filter(|seat| seat.who.staff.actor == who.staff.actor).count() >= SOCKETS_EACH {
            return Err(Refused::TooMany);
        }
        let (id, queue) = (state.next, Arc::new(Queue::default()));
        let seat = Seat { who, queue: Arc::clone(&queue), viewing: None, typing: None, heard_at: now, absent: false };
        state.next += 1;
        state.seats.insert(id, seat);
        metrics::gauge!("dengta_live_sockets").set(state.seats.len() as f64);
        Ok((id, queue))
    }

    /// The socket is gone.
    pub(super) fn leave(&self, id: u64) {
        let mut state = self.lock();
        state.view(id, None);
        state.seats.remove(&id);
        metrics::gauge!("dengta_live_sockets").set(state.seats.len() as f64);
        if state.seats.is_empty() {
            self.left.notify_waiters();
        }
    }

    /// Something came from the socket, if only the answer to a ping.
    pub(super) fn heard(&self, id: u64, now: Micros) {
        let mut state = self.lock();
        let Some(seat) = state.seats.get_mut(&id) else { return };
        seat.heard_at = now;
        if std::mem::take(&mut seat.absent)
            && let Some(ticket) = seat.viewing
        {
            state.changed(ticket);
        }
    }

    /// The agent has this ticket in view, or none. For who may not read tickets, there are none.
    pub(super) fn view(&self, id: u64, ticket: Option<Uuid>) {
        let mut state = self.lock();
        let reads = state.seats.get(&id).is_some_and(Seat::reads);
        state.view(id, ticket.filter(|_| reads));
    }

    /// The agent writes something on the ticket in view, or stopped.
    pub(super) fn typing(&self, id: u64, kind: Option<Typing>, now: Micros) {
        let mut state = self.lock();
        let Some(seat) = state.seats.get_mut(&id) else { return };
        let Some(ticket) = seat.viewing else { return };
        let before = seat.typing.map(|(kind, _)| kind);
        seat.typing = kind.map(|kind| (kind, now));
        if before != kind {
            state.changed(ticket);
        }
    }

    /// Whose customer reads that the agent of this socket writes: the ticket in view, and the agent's name while an answer is
    /// written.
    pub(super) fn writer(&self, id: u64) -> Option<(Uuid, Option<String>)> {
        let state = self.lock();
        let seat = state.seats.get(&id)?;
        let writes = matches!(seat.typing, Some((Typing::Reply, _)));
        let name = seat.who.agent.as_ref().filter(|_| writes).map(|(_, name, _)| name.clone());
        Some((seat.viewing?, name))
    }

    /// The agents who are connected here, each once.
    #[must_use]
    pub fn agents(&self) -> Vec<Uuid> {
        let state = self.lock();
        let agents: BTreeSet<Uuid> = state
            .seats
            .values()
            .filter(|seat| !seat.absent)
            .filter_map(|seat| Some(seat.who.agent.as_ref()?.0))
            .collect();
        agents.into_iter().collect()
    }

    /// Tells a socket that lost frames who is there.
    pub(super) fn tell_again(&self, id: u64) {
        let state = self.lock();
        if let Some(seat) = state.seats.get(&id)
            && let Some(ticket) = seat.viewing
        {
            seat.queue.push(&text(&state.presence(ticket)));
        }
    }

    /// Forgets who was silent for too long, and who stopped typing without a word.
    pub(super) fn sweep(&self, now: Micros) {
        let mut state = self.lock();
        let mut changed = BTreeSet::new();
        for seat in state.seats.values_mut() {
            let silent = now - seat.heard_at > PRESENT;
            let idle = seat.typing.is_some_and(|(_, since)| now - since > PRESENT);
            if (silent && !seat.absent) || idle {
                changed.extend(seat.viewing);
            }
            seat.absent |= silent;
            if silent || idle {
                seat.typing = None;
            }
        }
        for ticket in changed {
            state.changed(ticket);
        }
        let expired = state.elsewhere.expire(now);
        expired.into_iter().for_each(|ticket| state.tell_presence(ticket));
    }

    /// Who is connected, each once.
    pub(super) fn callers(&self) -> Vec<Staff> {
        let state = self.lock();
        let mut known = HashSet::new();
        let all = state.seats.values().map(|seat| seat.who.staff);
        all.filter(|staff| known.insert((staff.actor, staff.session))).collect()
    }

    /// Takes over what each of `asked` may do now; whoever may not come in any more is shown out.
    pub(super) fn renew(&self, asked: &[Staff], now: impl Fn(&Staff) -> Option<Role>) {
        let mut state = self.lock();
        let mut blinded = Vec::new();
        for (id, seat) in &mut state.seats {
            let staff = &mut seat.who.staff;
            if !asked.iter().any(|asked| (asked.actor, asked.session) == (staff.actor, staff.session)) {
                continue; // came while the store was asked
            }
            match now(staff) {
                Some(role) => staff.role = role,
                None => seat.queue.end(End::Revoked),
            }
            if seat.viewing.is_some() && !seat.reads() {
                blinded.push(*id);
            }
        }
        for id in blinded {
            state.view(id, None);
        }
    }

    /// Lets nobody in any more, and ends every socket.
    pub(super) fn close(&self) {
        let mut state = self.lock();
        state.closed = true;
        for seat in state.seats.values() {
            seat.queue.end(End::Away);
        }
    }

    /// Waits until everybody has left.
    pub(super) async fn emptied(&self) {
        loop {
            let left = self.left.notified();
            tokio::pin!(left);
            left.as_mut().enable();
            if self.lock().seats.is_empty() {
                return;
            }
            left.await;
        }
    }
}

impl State {
    fn tell(&self, audience: Audience, frame: &Pushed) {
        let text = text(frame);
        if let Audience::Viewers(ticket) = audience {
            let viewers = self.viewers.get(&ticket).into_iter().flatten();
            viewers.filter_map(|id| self.seats.get(id)).for_each(|seat| seat.queue.push(&text));
            return;
        }
        for seat in self.seats.values() {
            let theirs = match audience {
                Audience::Everyone => true,
                Audience::Readers => seat.reads(),
                Audience::Agent(agent) => seat.is_of(agent),
                Audience::Concerned { ticket, assignee } => {
                    seat.viewing == Some(ticket) || (seat.reads() && assignee.is_some_and(|agent| seat.is_of(agent)))
                }
                Audience::Viewers(_) => false,
            };
            if theirs {
                seat.queue.push(&text);
            }
        }
    }

    /// Moves a seat from what it viewed to what it views, and tells both rooms.
    fn view(&mut self, id: u64, ticket: Option<Uuid>) {
        let Some(seat) = self.seats.get_mut(&id) else { return };
        let before = std::mem::replace(&mut seat.viewing, ticket);
        if before != ticket {
            seat.typing = None;
        }
        if let Some(before) = before.filter(|before| Some(*before) != ticket) {
            if let Some(viewers) = self.viewers.get_mut(&before) {
                viewers.remove(&id);
                if viewers.is_empty() {
                    self.viewers.remove(&before);
                }
            }
            self.changed(before);
        }
        if let Some(ticket) = ticket {
            self.viewers.entry(ticket).or_default().insert(id);
            self.changed(ticket);
        }
    }

    /// Who views a ticket here, or what they type, is not as it was.
    fn changed(&self, ticket: Uuid) {
        self.tell_presence(ticket);
        self.signal_presence(ticket);
    }

    fn tell_presence(&self, ticket: Uuid) {
        if self.viewers.contains_key(&ticket) {
            self.tell(Audience::Viewers(ticket), &self.presence(ticket));
        }
    }

    /// Tells the other nodes who views a ticket here; under the lock, so that what was told last is so.
    fn signal_presence(&self, ticket: Uuid) {
        if self.signals.receiver_count() > 0 {
            let who = shown(self.present_here(ticket));
            drop(self.signals.send(Signal::Presence { ticket, who }));
        }
    }

    /// Who views a ticket, each agent once, whatever their number of screens and nodes.
    fn presence(&self, ticket: Uuid) -> Pushed {
        let mut who = self.present_here(ticket);
        for there in self.elsewhere.of(ticket) {
            let here = who.entry(there.number.clone()).or_insert_with(|| there.clone());
            here.typing = here.typing.max(there.typing);
        }
        Pushed::Presence { ticket, who: shown(who) }
    }

    /// Who views a ticket at this node, by number.
    fn present_here(&self, ticket: Uuid) -> BTreeMap<String, Present> {
        let mut who: BTreeMap<String, Present> = BTreeMap::new();
        let seats = self.viewers.get(&ticket).into_iter().flatten().filter_map(|id| self.seats.get(id));
        for seat in seats.filter(|seat| !seat.absent) {
            let Some((id, name, number)) = &seat.who.agent else { continue };
            let typing = seat.typing.map(|(kind, _)| kind);
            let present = who.entry(number.clone()).or_insert_with(|| Present {
                id: *id,
                name: name.clone(),
                number: number.clone(),
                typing: None,
            });
            present.typing = present.typing.max(typing);
        }
        who
    }
}

/// Who types comes first, and not too many.
fn shown(who: BTreeMap<String, Present>) -> Vec<Present> {
    let mut who: Vec<Present> = who.into_values().collect();
    who.sort_by_key(|present| present.typing.is_none());
    who.truncate(SHOWN);
    who
}

/// A frame as it is sent; clones share it.
pub(super) fn text(frame: &Pushed) -> Utf8Bytes {
    serde_json::to_string(frame).unwrap_or_default().into()
}
