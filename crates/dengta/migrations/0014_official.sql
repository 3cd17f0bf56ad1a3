-- The codes of our messages, by which anybody can ask whether one is ours. A code comes of the master key, the ticket and the
-- number: it says nothing about either.
CREATE TABLE message_code (
  code       TEXT PRIMARY KEY,
  ticket_id  UUID NOT NULL REFERENCES ticket(id),
  number     INTEGER NOT NULL,
  at         INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX message_code_of_entry ON message_code(ticket_id, number);

-- A customer's own words, which stand in every mail to them: who imitates us does not know them.
CREATE TABLE customer_phrase (
  customer_id  UUID PRIMARY KEY REFERENCES customer(id),
  phrase       TEXT NOT NULL,
  at           INTEGER NOT NULL
) STRICT;
