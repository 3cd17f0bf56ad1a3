-- What may be a secret, and only its writer can say: sealed, until it is sent after all or destroyed.
CREATE TABLE kept_secret (
  id          UUID PRIMARY KEY,
  ticket_id   UUID NOT NULL REFERENCES ticket(id),
  -- The entry that it was taken out of.
  number      INTEGER NOT NULL,
  kind        TEXT NOT NULL,
  -- NULL once it was decided.
  box         BLOB,
  -- When it is destroyed by itself.
  due_at      INTEGER NOT NULL,
  -- 'sent', 'destroyed' or 'expired'; NULL: nobody decided yet.
  decision    TEXT,
  decided_at  INTEGER
) STRICT;
CREATE INDEX kept_secret_of_ticket ON kept_secret(ticket_id, number);
CREATE INDEX kept_secret_due ON kept_secret(due_at) WHERE decision IS NULL;

-- Entries that turned out to hold a part of a secret: erased, and what stands for them is in a later entry.
CREATE TABLE redaction (
  ticket_id  UUID NOT NULL REFERENCES ticket(id),
  number     INTEGER NOT NULL,
  by_number  INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, number)
) STRICT;
