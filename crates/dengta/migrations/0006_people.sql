-- Customers as agents know them: time zone, notes, tags, blocks; and agents who are mentioned.

-- The name folded for comparison.
ALTER TABLE customer ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
UPDATE customer SET name_key = lower(name);
CREATE INDEX customer_of_name ON customer(name_key);
-- An IANA name, told by the customer's browser.
ALTER TABLE customer ADD COLUMN time_zone TEXT;
-- NULL: not blocked. Who did it stands in customer_change.
ALTER TABLE customer ADD COLUMN blocked_at INTEGER;

CREATE TABLE customer_note (
  id           UUID PRIMARY KEY,
  customer_id  UUID NOT NULL REFERENCES customer(id),
  actor_kind   TEXT NOT NULL,
  actor_id     UUID NOT NULL,
  body         TEXT NOT NULL,
  created_at   INTEGER NOT NULL,
  removed_at   INTEGER
) STRICT;
CREATE INDEX customer_note_of ON customer_note(customer_id, id);

CREATE TABLE customer_tag (
  customer_id  UUID NOT NULL REFERENCES customer(id),
  tag          TEXT NOT NULL,
  PRIMARY KEY (customer_id, tag)
) STRICT;

-- What agents and programs did to a customer; append-only.
CREATE TABLE customer_change (
  id           UUID PRIMARY KEY,
  customer_id  UUID NOT NULL REFERENCES customer(id),
  -- 'noted', 'note_removed', 'tagged', 'blocked' or 'unblocked'.
  kind         TEXT NOT NULL,
  actor_kind   TEXT NOT NULL,
  actor_id     UUID NOT NULL,
  -- The note's id, or the tags that came and went ('+vip -whale').
  detail       TEXT NOT NULL,
  at           INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_change_of ON customer_change(customer_id, id);

-- An agent was named in a note.
CREATE TABLE mention (
  id         UUID PRIMARY KEY,
  agent_id   UUID NOT NULL REFERENCES agent(id),
  ticket_id  UUID NOT NULL REFERENCES ticket(id),
  number     INTEGER NOT NULL,
  seen_at    INTEGER
) STRICT;
CREATE INDEX mention_of ON mention(agent_id, id);
CREATE INDEX mention_unseen ON mention(agent_id) WHERE seen_at IS NULL;
CREATE UNIQUE INDEX mention_in ON mention(ticket_id, number, agent_id);
