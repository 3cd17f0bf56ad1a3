//! What is to be done with the lines of a board: one pure function, so that a simulation can hold it to its word.

use uuid::Uuid;

use super::choose::choose;
use super::{Board, Line, State};
use crate::clock::{MINUTE, Micros, SECOND};

/// An offer is good for so long.
pub const OFFER: Micros = 30 * SECOND;
/// A customer in line who was not there for so long has left it.
pub const LEFT: Micros = 3 * MINUTE;
/// A customer who talks, or is with the assistant, may be away for so long: a lift, a tunnel, a reboot.
pub const AWAY: Micros = 10 * MINUTE;
/// Nothing was said for so long: the conversation is over, whoever is there.
pub const IDLE: Micros = 30 * MINUTE;
/// With nobody there who takes conversations, a customer is kept in line for so long: somebody may just be coming.
pub const NOBODY: Micros = 2 * MINUTE;

/// One thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// An agent was given the ticket: the conversation is theirs.
    Settle(Uuid),
    /// This agent answered a customer in line: the conversation is theirs.
    Take(Uuid, Uuid),
    /// The conversation is nobody's any more: it waits again, with the place that it had.
    Wait(Uuid),
    /// This agent is gone, or did not take the offer: on to the next.
    Pass(Uuid, Uuid),
    /// The agent who had it is gone: it waits again.
    Drop(Uuid, Uuid),
    /// Offers it to an agent.
    Offer(Uuid, Uuid),
    /// The line ends; what is left goes on as a ticket.
    End(Uuid, Why),
}

/// Why a line ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The ticket was closed.
    Closed,
    /// The customer left.
    Left,
    /// Nobody said anything any more.
    Idle,
    /// Nobody of ours is there.
    Nobody,
}

impl Why {
    /// As stored.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Why::Closed => "closed",
            Why::Left => "left",
            Why::Idle => "idle",
            Why::Nobody => "nobody",
        }
    }
}

/// What is to be done now. `open`: whether people should be there by the calendar.
#[must_use]
pub fn plan(board: &Board, open: bool, now: Micros) -> Vec<Step> {
    let mut steps: Vec<Step> = board.lines.iter().filter_map(|line| step(board, line, open, now)).collect();
    let busy: Vec<Uuid> = steps.iter().map(|step| step.ticket()).collect();
    let mut agents = board.agents.clone();
    for line in board.waiting().filter(|line| line.offer.is_none() && !busy.contains(&line.ticket)) {
        let Some(agent) = choose(line, &agents).map(|agent| agent.id) else { continue };
        agents.iter_mut().filter(|each| each.id == agent).for_each(|each| each.load += line.weight);
        steps.push(Step::Offer(line.ticket, agent));
    }
    steps
}

/// What is to be done with one line before anybody is offered anything.
fn step(board: &Board, line: &Line, open: bool, now: Micros) -> Option<Step> {
    let ticket = line.ticket;
    let (silent, idle) = (now - line.heard_at, now - line.updated_at);
    if line.closed {
        return Some(Step::End(ticket, Why::Closed));
    }
    match (line.state, line.agent) {
        (State::Waiting | State::Assistant, Some(_)) => Some(Step::Settle(ticket)),
        (State::Waiting, None) if line.answered_by.is_some_and(|agent| board.present.contains(&agent)) => {
            line.answered_by.map(|agent| Step::Take(ticket, agent))
        }
        (State::Waiting, None) if silent > LEFT => Some(Step::End(ticket, Why::Left)),
        (State::Waiting, None) if board.agents.is_empty() && (!open || now - line.since > NOBODY) => {
            Some(Step::End(ticket, Why::Nobody))
        }
        (State::Waiting, None) => {
            let (agent, until) = line.offer?;
            (until < now || !board.agents.iter().any(|each| each.id == agent)).then_some(Step::Pass(ticket, agent))
        }
        (State::Talking, None) => Some(Step::Wait(ticket)),
        (State::Talking, Some(agent)) if !board.present.contains(&agent) => Some(Step::Drop(ticket, agent)),
        (State::Talking | State::Assistant, _) if silent > AWAY => Some(Step::End(ticket, Why::Left)),
        (State::Talking | State::Assistant, _) if idle > IDLE => Some(Step::End(ticket, Why::Idle)),
        _ => None,
    }
}

impl Step {
    /// The ticket of its line.
    #[must_use]
    pub const fn ticket(self) -> Uuid {
        match self {
            Step::Settle(ticket)
            | Step::Wait(ticket)
            | Step::Take(ticket, _)
            | Step::Pass(ticket, _)
            | Step::Drop(ticket, _)
            | Step::Offer(ticket, _)
            | Step::End(ticket, _) => ticket,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeSet;

    use super::super::Agent;
    use super::*;
    use crate::language::Language;
    use crate::tickets::{Category, Priority};

    /// A line that waits since its own number of seconds.
    pub fn line(number: u128) -> Line {
        let since = Micros::try_from(number).unwrap() * SECOND;
        Line {
            ticket: Uuid::from_u128(number),
            customer: Uuid::from_u128(1000 + number),
            state: State::Waiting,
            since,
            rank_at: since,
            heard_at: since,
            offer: None,
            agent: None,
            team: None,
            category: Category::Other,
            weight: 1,
            language: Language::En,
            priority: Priority::Normal,
            closed: false,
            updated_at: since,
            passed: BTreeSet::new(),
            last_agent: None,
            answered_by: None,
        }
    }

    /// An agent with so many conversations of so many.
    pub fn agent(number: u128, capacity: usize, load: usize) -> Agent {
        let (languages, teams) = (BTreeSet::new(), BTreeSet::new());
        Agent { id: Uuid::from_u128(number), capacity, languages, teams, load }
    }

    fn board(lines: Vec<Line>, agents: Vec<Agent>) -> Board {
        let present = agents.iter().map(|agent| agent.id).collect();
        Board { lines, agents, present, talk: 8 * MINUTE }
    }

    #[test]
    fn the_first_in_line_is_offered_to_whom_there_is_and_nobody_gets_more_than_fits() {
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let board = board((10..15).map(line).collect(), vec![agent(1, 2, 1), agent(2, 2, 0)]);
        let offers: Vec<Step> = plan(&board, true, 20 * SECOND);
        let ids: Vec<Uuid> = (10..13).map(Uuid::from_u128).collect();
        assert_eq!(offers, [Step::Offer(ids[0], two), Step::Offer(ids[1], one), Step::Offer(ids[2], two)]);
    }

    #[test]
    fn offers_end_and_whose_agent_is_gone_waits_again() {
        let (one, gone) = (Uuid::from_u128(1), Uuid::from_u128(7));
        let mut offered = line(10);
        offered.offer = Some((one, 15 * SECOND));
        let mut talking = line(11);
        (talking.state, talking.agent) = (State::Talking, Some(gone));
        let board = board(vec![offered, talking], vec![agent(1, 2, 1)]);
        let steps = plan(&board, true, 20 * SECOND);
        assert_eq!(steps, [Step::Pass(Uuid::from_u128(10), one), Step::Drop(Uuid::from_u128(11), gone)]);
    }

    #[test]
    fn who_left_or_finds_nobody_goes_on_as_a_ticket() {
        let waiting = board(vec![line(10)], vec![]);
        let ends = |board: &Board, open, now| plan(board, open, now) == [Step::End(Uuid::from_u128(10), Why::Nobody)];
        assert!(ends(&waiting, false, 11 * SECOND));
        assert!(!ends(&waiting, true, 11 * SECOND));
        assert!(ends(&waiting, true, 10 * SECOND + NOBODY + 1));
        let full = board(vec![line(10)], vec![agent(1, 1, 1)]);
        assert_eq!(plan(&full, true, 10 * SECOND + NOBODY + 1), []);
        assert_eq!(plan(&full, true, 10 * SECOND + LEFT + 1), [Step::End(Uuid::from_u128(10), Why::Left)]);
    }

    #[test]
    fn who_answers_somebody_in_line_has_the_conversation_unless_they_left() {
        let (here, gone) = (Uuid::from_u128(1), Uuid::from_u128(7));
        let answered = [here, gone].map(|agent| Line { answered_by: Some(agent), ..line(10) });
        let steps = answered.map(|line| plan(&board(vec![line], vec![agent(1, 2, 2)]), true, 20 * SECOND));
        assert_eq!(steps, [vec![Step::Take(Uuid::from_u128(10), here)], vec![]]);
    }

    #[test]
    fn a_ticket_that_was_given_away_takes_its_conversation_along() {
        let mut taken = line(10);
        taken.agent = Some(Uuid::from_u128(1));
        let mut released = line(11);
        released.state = State::Talking;
        let board = board(vec![taken, released], vec![agent(1, 2, 0)]);
        let steps = plan(&board, true, 20 * SECOND);
        assert_eq!(steps, [Step::Settle(Uuid::from_u128(10)), Step::Wait(Uuid::from_u128(11))]);
    }
}
