-- Customers on the line: who waits for a person, who talks with whom; the visitors of the chat.

-- Whether its customer is on the line.
ALTER TABLE ticket ADD COLUMN live INTEGER NOT NULL DEFAULT 0;

-- A conversation that goes on while both sides are there. What is said stands on the ticket's timeline; this is where it stands.
CREATE TABLE line (
  ticket_id      UUID PRIMARY KEY REFERENCES ticket(id),
  -- 'assistant', 'waiting', 'talking' or 'ended'.
  state          TEXT NOT NULL,
  -- Since when it is in this state.
  since          INTEGER NOT NULL,
  -- Its order among those that wait: since when it waits, less the head start of its priority.
  rank_at        INTEGER NOT NULL,
  -- When its customer was last there.
  heard_at       INTEGER NOT NULL,
  -- The agent to whom it is offered, and until when.
  offered_to     UUID REFERENCES agent(id),
  offered_until  INTEGER,
  -- Up to which entry a person of ours, and the customer, has read.
  our_read       INTEGER NOT NULL,
  their_read     INTEGER NOT NULL,
  -- Up to which message of the customer the assistant has answered, how often it did not know, and until when some node is at it.
  answered       INTEGER NOT NULL,
  misses         INTEGER NOT NULL,
  answering      INTEGER NOT NULL
) STRICT;
CREATE INDEX line_going_on ON line(state, rank_at) WHERE state <> 'ended';

-- Agents who did not take what they were offered: it goes to somebody else first.
CREATE TABLE offer_passed (
  ticket_id  UUID NOT NULL REFERENCES line(ticket_id),
  agent_id   UUID NOT NULL REFERENCES agent(id),
  at         INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, agent_id)
) STRICT;

-- What became of those who waited and talked, for estimates and reports. Times in microseconds; NULL: it did not come to that.
CREATE TABLE served (
  seq        SERIAL_KEY,
  ticket_id  UUID NOT NULL,
  agent_id   UUID,
  waited     INTEGER,
  talked     INTEGER,
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX served_talks ON served(seq) WHERE talked IS NOT NULL;

-- Who takes conversations.
CREATE TABLE agent_presence (
  agent_id   UUID PRIMARY KEY REFERENCES agent(id),
  -- Whether the agent wants conversations, and when a screen of the agent was last there.
  available  INTEGER NOT NULL,
  heard_at   INTEGER NOT NULL,
  -- How many conversations at once.
  capacity   INTEGER NOT NULL,
  -- Tags of the languages that the agent speaks, with a space before and after each; empty: all.
  languages  TEXT NOT NULL
) STRICT;

-- A visitor's browser. What is asked there belongs to a customer from the first message on.
CREATE TABLE chat_session (
  id           UUID PRIMARY KEY,
  token_hash   BLOB NOT NULL UNIQUE,
  customer_id  UUID REFERENCES customer(id),
  assurance    TEXT NOT NULL,
  -- The newest conversation.
  ticket_id    UUID REFERENCES ticket(id),
  language     TEXT NOT NULL,
  time_zone    TEXT,
  page_url     TEXT NOT NULL,
  page_title   TEXT NOT NULL,
  created_at   INTEGER NOT NULL,
  expires_at   INTEGER NOT NULL,
  ended_at     INTEGER
) STRICT;
CREATE INDEX chat_session_of_ticket ON chat_session(ticket_id);
CREATE INDEX chat_session_old ON chat_session(expires_at);
