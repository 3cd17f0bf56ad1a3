-- Messages to customers that were stopped because they asked for a secret: counted, never kept.
CREATE TABLE refused_request (
  id          UUID PRIMARY KEY,
  -- An agent, or a program's token.
  actor_kind  TEXT NOT NULL,
  actor_id    UUID NOT NULL,
  -- NULL: what would have gone to many.
  ticket_id   UUID REFERENCES ticket(id),
  -- What was asked for.
  what        TEXT NOT NULL,
  at          INTEGER NOT NULL
) STRICT;
CREATE INDEX refused_request_of_actor ON refused_request(actor_kind, actor_id, at);
