-- What agents have begun to write, for their other machines. Nobody else sees it.
CREATE TABLE draft (
  agent_id    UUID NOT NULL REFERENCES agent(id),
  ticket_id   UUID NOT NULL REFERENCES ticket(id),
  -- 'reply' or 'note'.
  kind        TEXT NOT NULL,
  body        TEXT NOT NULL,
  -- The number of the newest entry that was read when it was written.
  seen        INTEGER NOT NULL,
  -- Grows with each writing: who writes says which one they had before them.
  revision    INTEGER NOT NULL,
  -- Which browser wrote it, in its own words.
  device      TEXT NOT NULL,
  updated_at  INTEGER NOT NULL,
  PRIMARY KEY (agent_id, ticket_id, kind)
) STRICT;
CREATE INDEX draft_age ON draft(updated_at);
