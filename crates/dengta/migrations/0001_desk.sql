-- The desk's first schema. Words that differ between the databases are replaced on application:
-- UUID, BLOB, SERIAL_KEY, WRITER_XID, STRICT. Times are microseconds UTC, booleans 0 and 1.

CREATE TABLE setting (
  key    TEXT PRIMARY KEY,
  value  TEXT NOT NULL
) STRICT;

-- People -------------------------------------------------------------------------------------

CREATE TABLE customer (
  id            UUID PRIMARY KEY,
  name          TEXT NOT NULL,
  email         TEXT,
  -- The address folded for comparison; at most one customer is reached by an address.
  email_key     TEXT UNIQUE,
  -- When somebody last proved to read mail at the address; NULL: nobody ever did.
  proved_at     INTEGER,
  -- The account at the exchange, told by the exchange's sign-in token.
  exchange_uid  TEXT,
  language      TEXT NOT NULL,
  created_at    INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX customer_of_exchange ON customer(exchange_uid) WHERE exchange_uid IS NOT NULL;

CREATE TABLE customer_session (
  token_hash   BLOB PRIMARY KEY,
  customer_id  UUID NOT NULL REFERENCES customer(id),
  -- 'proved' (by a link sent to the address) or 'signed_in' (by the exchange).
  assurance    TEXT NOT NULL,
  created_at   INTEGER NOT NULL,
  expires_at   INTEGER NOT NULL,
  ended_at     INTEGER
) STRICT;

CREATE TABLE agent (
  id             UUID PRIMARY KEY,
  -- The agent id that customers see, such as 0417.
  number         TEXT NOT NULL UNIQUE,
  name           TEXT NOT NULL,
  email          TEXT NOT NULL,
  email_key      TEXT NOT NULL UNIQUE,
  language       TEXT NOT NULL,
  role           TEXT NOT NULL,
  -- 'invited', 'active' or 'off'.
  state          TEXT NOT NULL,
  password_hash  TEXT,
  -- Sealed with the master key.
  totp_secret    BLOB,
  -- The last time step that was used: a code works once.
  totp_step      INTEGER NOT NULL DEFAULT 0,
  created_at     INTEGER NOT NULL
) STRICT;

CREATE TABLE agent_session (
  id            UUID PRIMARY KEY,
  token_hash    BLOB NOT NULL UNIQUE,
  agent_id      UUID NOT NULL REFERENCES agent(id),
  user_agent    TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  last_seen_at  INTEGER NOT NULL,
  expires_at    INTEGER NOT NULL,
  ended_at      INTEGER
) STRICT;
CREATE INDEX agent_session_of ON agent_session(agent_id);

-- Browsers that an agent has signed in from: guesses from elsewhere never lock these out.
CREATE TABLE agent_device (
  token_hash  BLOB PRIMARY KEY,
  agent_id    UUID NOT NULL REFERENCES agent(id),
  created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX agent_device_of ON agent_device(agent_id);

-- Failed tries by scope ('account', 'device', 'network' or 'guest') and key.
CREATE TABLE throttle (
  scope       TEXT NOT NULL,
  key         TEXT NOT NULL,
  failures    INTEGER NOT NULL,
  last_at     INTEGER NOT NULL,
  PRIMARY KEY (scope, key)
) STRICT;

CREATE TABLE api_token (
  id            UUID PRIMARY KEY,
  name          TEXT NOT NULL,
  role          TEXT NOT NULL,
  token_hash    BLOB NOT NULL UNIQUE,
  -- The agent who made it, with whom it goes; NULL: it was made on the command line.
  made_by       UUID REFERENCES agent(id),
  created_at    INTEGER NOT NULL,
  last_used_at  INTEGER,
  revoked_at    INTEGER
) STRICT;

-- Links that prove an address, invite an agent, or sign in to the demo: hashed, expiring, single-use.
CREATE TABLE single_use_link (
  token_hash  BLOB PRIMARY KEY,
  -- 'prove', 'invite' or 'demo'.
  purpose     TEXT NOT NULL,
  -- The customer or the agent.
  subject     UUID NOT NULL,
  ticket_id   UUID,
  created_at  INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL,
  used_at     INTEGER
) STRICT;
CREATE INDEX single_use_link_of ON single_use_link(subject);

-- The exchange's sign-in tokens that were used.
CREATE TABLE used_sign_in (
  jti         TEXT PRIMARY KEY,
  expires_at  INTEGER NOT NULL
) STRICT;

-- Tickets ------------------------------------------------------------------------------------

-- What the entries of a ticket amount to; written with each entry, never without one.
CREATE TABLE ticket (
  id              UUID PRIMARY KEY,
  reference       TEXT NOT NULL UNIQUE,
  customer_id     UUID NOT NULL REFERENCES customer(id),
  category        TEXT NOT NULL,
  language        TEXT NOT NULL,
  channel         TEXT NOT NULL,
  subject         TEXT NOT NULL,
  preview         TEXT NOT NULL,
  -- 'claimed', 'proved', 'signed_in' or 'trusted'.
  assurance       TEXT NOT NULL,
  -- 'open' or 'closed'.
  state           TEXT NOT NULL,
  -- Who has the next word, 'agent' or 'customer'; NULL when closed.
  awaiting        TEXT,
  assignee_id     UUID REFERENCES agent(id),
  chased          INTEGER NOT NULL,
  rating          INTEGER,
  rating_comment  TEXT,
  -- The number of the newest entry, of the newest message, and the hash of the newest entry.
  entries         INTEGER NOT NULL,
  last_message    INTEGER NOT NULL,
  head            BLOB NOT NULL,
  due_at          INTEGER,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  closed_at       INTEGER
) STRICT;
CREATE INDEX ticket_of_customer ON ticket(customer_id, id);
CREATE INDEX ticket_open ON ticket(updated_at, id) WHERE state = 'open';
CREATE INDEX ticket_unassigned ON ticket(updated_at, id) WHERE state = 'open' AND assignee_id IS NULL;
CREATE INDEX ticket_waiting ON ticket(updated_at, id) WHERE state = 'open' AND awaiting = 'customer';
CREATE INDEX ticket_of_assignee ON ticket(assignee_id, updated_at, id) WHERE state = 'open' AND assignee_id IS NOT NULL;
CREATE INDEX ticket_closed ON ticket(updated_at, id) WHERE state = 'closed';

-- The log. Append-only: erasure empties body and body_salt and nothing else ever changes.
CREATE TABLE entry (
  seq              SERIAL_KEY,
  xid              WRITER_XID,
  ticket_id        UUID NOT NULL REFERENCES ticket(id),
  number           INTEGER NOT NULL,
  kind             TEXT NOT NULL,
  public           INTEGER NOT NULL,
  -- The very bytes that are hashed.
  header           TEXT NOT NULL,
  header_salt      BLOB NOT NULL,
  body             TEXT,
  body_salt        BLOB,
  body_commitment  BLOB NOT NULL,
  hash             BLOB NOT NULL,
  -- The ticket's place in the views before and after, when this entry moved it.
  shelf_before     TEXT,
  shelf_after      TEXT
) STRICT;
CREATE UNIQUE INDEX entry_number ON entry(ticket_id, number);
-- The order in which followers read.
CREATE INDEX entry_position ON entry(xid, seq);

-- How many tickets stand on each shelf, exact as of the follower's position.
CREATE TABLE view_count (
  shelf    TEXT PRIMARY KEY,
  tickets  INTEGER NOT NULL
) STRICT;

CREATE TABLE follower (
  name  TEXT PRIMARY KEY,
  xid   INTEGER NOT NULL,
  seq   INTEGER NOT NULL
) STRICT;

-- Answers already given, by idempotency key.
CREATE TABLE idempotency (
  scope       UUID NOT NULL,
  key         TEXT NOT NULL,
  request     BLOB NOT NULL,
  status      INTEGER NOT NULL,
  answer      TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  PRIMARY KEY (scope, key)
) STRICT;
CREATE INDEX idempotency_age ON idempotency(created_at);

-- What is to be sent, written with what caused it.
CREATE TABLE outbox (
  id            UUID PRIMARY KEY,
  kind          TEXT NOT NULL,
  customer_id   UUID REFERENCES customer(id),
  agent_id      UUID REFERENCES agent(id),
  ticket_id     UUID,
  entry_number  INTEGER,
  -- 'held' (the address has proved nothing), 'ready', 'sent' or 'failed'.
  state         TEXT NOT NULL,
  attempts      INTEGER NOT NULL,
  due_at        INTEGER NOT NULL,
  last_error    TEXT,
  created_at    INTEGER NOT NULL,
  sent_at       INTEGER
) STRICT;
CREATE INDEX outbox_due ON outbox(due_at) WHERE state = 'ready';
CREATE INDEX outbox_of_customer ON outbox(customer_id);
CREATE INDEX outbox_of_ticket ON outbox(ticket_id, entry_number);
