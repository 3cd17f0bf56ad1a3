-- Views, saved views, counts; bulk actions; updates of incidents; drafts.

-- SQLite prefers an index whose first column is compared to one that merely holds fewer rows: these two begin as
-- ticket_standing does, and hold fewer.
DROP INDEX ticket_unassigned;
DROP INDEX ticket_waiting;
CREATE INDEX ticket_unassigned ON ticket(standing, updated_at, id) WHERE standing = 'open' AND assignee_id IS NULL;
CREATE INDEX ticket_waiting ON ticket(standing, updated_at, id) WHERE standing = 'open' AND awaiting = 'customer';
-- Those of an incident that its updates answer.
CREATE INDEX ticket_of_incident_open ON ticket(incident_id, id)
  WHERE incident_id IS NOT NULL AND standing IN ('open', 'snoozed');

-- How many tickets each built-in view holds, exact as of the follower's position. (view_count is the version before's,
-- which may still run beside this one.)
CREATE TABLE bucket_count (
  bucket   TEXT PRIMARY KEY,
  tickets  INTEGER NOT NULL
) STRICT;

-- Views that go by a query.
CREATE TABLE saved_view (
  id          UUID PRIMARY KEY,
  owner_id    UUID NOT NULL REFERENCES agent(id),
  title       TEXT NOT NULL,
  query       TEXT NOT NULL,
  -- 'me', 'team' or 'all'.
  shared      TEXT NOT NULL,
  team_id     UUID REFERENCES team(id),
  position    INTEGER NOT NULL,
  -- Its members are those of this filling; another query begins another one.
  fill        UUID NOT NULL UNIQUE,
  -- Whom the query's names named when the filling began.
  pins        TEXT NOT NULL,
  -- Tickets below this id are still to be looked at; NULL: none are.
  filled_to   UUID,
  -- How many were looked at, of how many there were at the beginning.
  filled      INTEGER NOT NULL,
  to_fill     INTEGER NOT NULL,
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX saved_view_of_owner ON saved_view(owner_id);
CREATE INDEX saved_view_shared ON saved_view(shared, team_id);

-- What one filling holds for one reader: all of it, or, where the query says "me" or "my team", what is that agent's or
-- that team's. Nil: not told apart by it.
CREATE TABLE view_bucket (
  id       SERIAL_KEY,
  fill     UUID NOT NULL,
  whose    UUID NOT NULL,
  team_id  UUID NOT NULL,
  tickets  INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX view_bucket_of ON view_bucket(fill, whose, team_id);

CREATE TABLE view_ticket (
  ticket_id   UUID NOT NULL,
  bucket      INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, bucket)
) STRICT;
CREATE INDEX view_ticket_order ON view_ticket(bucket, updated_at, ticket_id);

-- One thing to do to many tickets.
CREATE TABLE bulk (
  id           UUID PRIMARY KEY,
  actor_kind   TEXT NOT NULL,
  actor_id     UUID NOT NULL,
  action       TEXT NOT NULL,
  undoes       UUID UNIQUE REFERENCES bulk(id),
  total        INTEGER NOT NULL,
  -- 'running', 'done' or 'stopped' (whoever asked for it may not do it any more).
  state        TEXT NOT NULL,
  -- Known when it is not running any more.
  done         INTEGER,
  failed       INTEGER,
  created_at   INTEGER NOT NULL,
  finished_at  INTEGER
) STRICT;
CREATE INDEX bulk_running ON bulk(created_at, id) WHERE state = 'running';
CREATE INDEX bulk_of_actor ON bulk(actor_id, created_at);

CREATE TABLE bulk_item (
  bulk_id    UUID NOT NULL REFERENCES bulk(id),
  position   INTEGER NOT NULL,
  ticket_id  UUID NOT NULL,
  -- 'waiting', 'done' or 'failed'.
  state      TEXT NOT NULL,
  -- Why it failed.
  code       TEXT,
  -- What undoing needs to know.
  was        TEXT,
  PRIMARY KEY (bulk_id, position)
) STRICT;
CREATE INDEX bulk_item_waiting ON bulk_item(bulk_id, position) WHERE state = 'waiting';

-- What the customers of an incident were told.
CREATE TABLE incident_update (
  incident_id  UUID NOT NULL REFERENCES incident(id),
  number       INTEGER NOT NULL,
  -- By language.
  texts        TEXT NOT NULL,
  bulk_id      UUID NOT NULL REFERENCES bulk(id),
  created_at   INTEGER NOT NULL,
  PRIMARY KEY (incident_id, number)
) STRICT;
