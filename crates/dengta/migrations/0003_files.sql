-- Files: on their way, kept, or refused. Their bytes lie in the object store.

CREATE TABLE file (
  id              UUID PRIMARY KEY,
  -- Who sent it: 'agent:', 'token:' or 'customer:' and an id, or 'guest:' and what is stored of the browser's secret.
  owner           TEXT NOT NULL,
  -- For guests: the bucket of their network; else empty.
  network         TEXT NOT NULL,
  name            TEXT NOT NULL,
  -- 'coming', 'ready' or 'refused'.
  state           TEXT NOT NULL,
  -- Why it was refused.
  problem         TEXT,
  -- Bytes that were announced, and bytes that are on disk.
  declared        INTEGER NOT NULL,
  received        INTEGER NOT NULL,
  -- What it turned out to be, and what is kept of it; NULL until it is ready.
  kind            TEXT,
  size            INTEGER,
  hash            BLOB,
  width           INTEGER,
  height          INTEGER,
  object          UUID,
  thumbnail       UUID,
  thumbnail_size  INTEGER,
  -- The entry that it belongs to. Without one it goes after a day. The entry is written after this, so nothing refers.
  ticket_id       UUID,
  entry_number    INTEGER,
  created_at      INTEGER NOT NULL,
  touched_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX file_of_entry ON file(ticket_id, entry_number) WHERE ticket_id IS NOT NULL;
CREATE INDEX file_loose ON file(touched_at) WHERE ticket_id IS NULL;
CREATE INDEX file_of_owner ON file(owner, created_at);
CREATE INDEX file_of_network ON file(network, created_at) WHERE network <> '';

-- What is on disk of a file before it is ready: one object each.
CREATE TABLE file_part (
  file_id  UUID NOT NULL REFERENCES file(id),
  start    INTEGER NOT NULL,
  size     INTEGER NOT NULL,
  object   UUID NOT NULL,
  PRIMARY KEY (file_id, start)
) STRICT;

-- Proofs of work that were used.
CREATE TABLE file_work (
  challenge   BLOB PRIMARY KEY,
  expires_at  INTEGER NOT NULL
) STRICT;
