-- What a hundred cases need: priorities, tags, teams, snoozing, merging, spam.

CREATE TABLE team (
  id           UUID PRIMARY KEY,
  name         TEXT NOT NULL,
  created_at   INTEGER NOT NULL,
  archived_at  INTEGER
) STRICT;

CREATE TABLE team_member (
  team_id   UUID NOT NULL REFERENCES team(id),
  agent_id  UUID NOT NULL REFERENCES agent(id),
  PRIMARY KEY (team_id, agent_id)
) STRICT;
CREATE INDEX team_of_member ON team_member(agent_id);

-- 'low', 'normal', 'high' or 'urgent'.
ALTER TABLE ticket ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal';
-- In order, a space before and after each: ' vip whale '. Empty: none.
ALTER TABLE ticket ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN team_id UUID REFERENCES team(id);
ALTER TABLE ticket ADD COLUMN snoozed_until INTEGER;
-- The survivor, when merged.
ALTER TABLE ticket ADD COLUMN merged_into UUID REFERENCES ticket(id);
ALTER TABLE ticket ADD COLUMN spam INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN incident_id UUID;
-- Where it stands in views, from the columns above: 'open', 'snoozed', 'closed', 'merged' or 'spam'.
ALTER TABLE ticket ADD COLUMN standing TEXT NOT NULL DEFAULT 'open';
UPDATE ticket SET standing = state;

DROP INDEX ticket_open;
DROP INDEX ticket_unassigned;
DROP INDEX ticket_waiting;
DROP INDEX ticket_of_assignee;
DROP INDEX ticket_closed;
CREATE INDEX ticket_standing ON ticket(standing, updated_at, id);
CREATE INDEX ticket_unassigned ON ticket(updated_at, id) WHERE standing = 'open' AND assignee_id IS NULL;
CREATE INDEX ticket_waiting ON ticket(updated_at, id) WHERE standing = 'open' AND awaiting = 'customer';
CREATE INDEX ticket_of_assignee ON ticket(assignee_id, updated_at, id) WHERE standing = 'open' AND assignee_id IS NOT NULL;
CREATE INDEX ticket_of_team ON ticket(team_id, updated_at, id) WHERE standing = 'open' AND team_id IS NOT NULL;
CREATE INDEX ticket_of_category ON ticket(category, updated_at, id) WHERE standing = 'open';
CREATE INDEX ticket_of_language ON ticket(language, updated_at, id) WHERE standing = 'open';
CREATE INDEX ticket_snoozed ON ticket(snoozed_until) WHERE standing = 'snoozed';
CREATE INDEX ticket_merged ON ticket(merged_into) WHERE merged_into IS NOT NULL;

-- Answers that were taken back before anybody saw them.
CREATE TABLE withdrawal (
  ticket_id  UUID NOT NULL REFERENCES ticket(id),
  number     INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, number)
) STRICT;

-- Tickets that belong together without being one; a row each way.
CREATE TABLE ticket_link (
  ticket_id  UUID NOT NULL REFERENCES ticket(id),
  other_id   UUID NOT NULL REFERENCES ticket(id),
  PRIMARY KEY (ticket_id, other_id)
) STRICT;

-- One cause behind many tickets; one update answers all of them.
CREATE TABLE incident (
  id          UUID PRIMARY KEY,
  title       TEXT NOT NULL,
  text        TEXT NOT NULL,
  created_by  UUID REFERENCES agent(id),
  created_at  INTEGER NOT NULL,
  closed_at   INTEGER
) STRICT;
CREATE INDEX ticket_of_incident ON ticket(incident_id, id) WHERE incident_id IS NOT NULL;
