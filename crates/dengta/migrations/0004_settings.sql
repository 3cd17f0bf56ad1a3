-- Settings with their history: what the desk decided about itself, who decided it, and when.

-- Every change of a setting, an agent or an API token, written with it. Append-only; no secret is ever in it.
CREATE TABLE change (
  seq         SERIAL_KEY,
  id          UUID NOT NULL UNIQUE,
  at          INTEGER NOT NULL,
  actor_kind  TEXT NOT NULL,
  actor_id    UUID,
  -- 'team:ID', 'tag:NAME', 'macro:ID', 'agent:ID', 'token:ID' or 'setting:NAME'.
  subject     TEXT NOT NULL,
  -- JSON before and after; NULL: it was not there.
  was         TEXT,
  became      TEXT
) STRICT;
CREATE INDEX change_of_subject ON change(subject, seq);

-- The tags that are offered: each that was described, and each that was ever put on a ticket since.
CREATE TABLE tag (
  name         TEXT PRIMARY KEY,
  description  TEXT NOT NULL,
  colour       TEXT,
  created_at   INTEGER NOT NULL
) STRICT;

-- Texts and actions that agents use again and again.
CREATE TABLE macro (
  id            UUID PRIMARY KEY,
  title         TEXT NOT NULL,
  -- The title folded for comparison; unique among those that everybody sees, which others can include.
  title_key     TEXT NOT NULL,
  folder        TEXT NOT NULL,
  -- JSON: text by language.
  texts         TEXT NOT NULL,
  -- JSON: what is done beside saying it.
  actions       TEXT NOT NULL,
  -- 'all', 'team' or 'me'.
  visible_to    TEXT NOT NULL,
  team_id       UUID REFERENCES team(id),
  owner_id      UUID REFERENCES agent(id),
  used          INTEGER NOT NULL,
  last_used_at  INTEGER,
  created_at    INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX macro_title ON macro(title_key) WHERE visible_to = 'all';
