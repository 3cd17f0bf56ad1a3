-- Files that drafts name: they stay as long as the draft does, and go with it to the agent's other machines.
CREATE TABLE draft_file (
  agent_id   UUID NOT NULL,
  ticket_id  UUID NOT NULL,
  kind       TEXT NOT NULL,
  file_id    UUID NOT NULL REFERENCES file(id) ON DELETE CASCADE,
  -- In the order in which they are shown.
  place      INTEGER NOT NULL,
  PRIMARY KEY (agent_id, ticket_id, kind, file_id),
  FOREIGN KEY (agent_id, ticket_id, kind) REFERENCES draft(agent_id, ticket_id, kind) ON DELETE CASCADE
) STRICT;
CREATE INDEX draft_file_of ON draft_file(file_id);
