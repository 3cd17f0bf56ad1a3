//! Who could take a conversation, and who is asked first.

use super::{Agent, Line};

/// Those who could take it: of its team, when anybody of that is there; who speak its language, when anybody does.
#[must_use]
pub fn pool<'a>(line: &Line, agents: &'a [Agent]) -> Vec<&'a Agent> {
    let all: Vec<&Agent> = agents.iter().filter(|agent| agent.capacity > 0).collect();
    let team = narrowed(all, |agent| line.team.is_some_and(|team| agent.teams.contains(&team)));
    narrowed(team, |agent| agent.speaks(line.language))
}

/// Those of whom it holds, or all when it holds of nobody: that somebody answers comes first.
fn narrowed(agents: Vec<&Agent>, holds: impl Fn(&Agent) -> bool) -> Vec<&Agent> {
    let narrow: Vec<&Agent> = agents.iter().copied().filter(|agent| holds(agent)).collect();
    if narrow.is_empty() { agents } else { narrow }
}

/// Whom to offer it to, of those who did not just let it pass: who knows the customer, before others; else who has the most room.
#[must_use]
pub fn choose<'a>(line: &Line, agents: &'a [Agent]) -> Option<&'a Agent> {
    let asked = |agent: &&Agent| agent.has_room(line.weight) && !line.passed.contains(&agent.id);
    let free = pool(line, agents).into_iter().filter(asked);
    free.min_by_key(|agent| {
        let stranger = line.last_agent != Some(agent.id);
        // How full, in thousandths.
        let full = agent.load * 1000 / agent.capacity.max(1);
        (stranger, full, agent.id)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use uuid::Uuid;

    use super::super::plan::tests::{agent, line};
    use super::*;
    use crate::language::Language;

    #[test]
    fn the_team_comes_first_then_the_language_then_who_knows_the_customer_then_room() {
        let mut agents = [agent(1, 4, 2), agent(2, 4, 1), agent(3, 4, 3)];
        let mut wanted = line(9);
        assert_eq!(choose(&wanted, &agents).map(|agent| agent.id), Some(Uuid::from_u128(2)));
        wanted.last_agent = Some(Uuid::from_u128(3));
        assert_eq!(choose(&wanted, &agents).map(|agent| agent.id), Some(Uuid::from_u128(3)));
        agents[0].languages = BTreeSet::from([Language::Ko]);
        agents[1].languages = BTreeSet::from([Language::En]);
        agents[2].languages = BTreeSet::from([Language::En]);
        wanted.language = Language::Ko;
        assert_eq!(choose(&wanted, &agents).map(|agent| agent.id), Some(Uuid::from_u128(1)));
        wanted.language = Language::Ja; // nobody speaks it: anybody
        assert_eq!(choose(&wanted, &agents).map(|agent| agent.id), Some(Uuid::from_u128(3)));
        let team = Uuid::from_u128(50);
        wanted.team = Some(team);
        agents[1].teams.insert(team);
        assert_eq!(choose(&wanted, &agents).map(|agent| agent.id), Some(Uuid::from_u128(2)));
    }

    #[test]
    fn who_let_it_pass_and_who_is_full_is_not_asked() {
        let agents = [agent(1, 2, 0), agent(2, 2, 1), agent(3, 2, 2)];
        let mut wanted = line(9);
        wanted.passed.insert(Uuid::from_u128(1));
        assert_eq!(choose(&wanted, &agents).map(|agent| agent.id), Some(Uuid::from_u128(2)));
        wanted.passed.insert(Uuid::from_u128(2));
        assert_eq!(choose(&wanted, &agents), None);
    }

    #[test]
    fn what_weighs_more_needs_more_room_unless_there_is_nothing_else() {
        let heavy = Line { weight: 3, ..line(9) };
        let chosen = |agent| choose(&heavy, &[agent]).is_some();
        assert!(!chosen(agent(1, 4, 2)) && chosen(agent(1, 4, 1)));
        assert!(chosen(agent(1, 2, 0)) && !chosen(agent(1, 2, 1)) && !chosen(agent(1, 0, 0)));
    }
}
