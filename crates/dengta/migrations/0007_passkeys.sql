-- Agents sign in with passkeys (WebAuthn), too.

CREATE TABLE passkey (
  id             UUID PRIMARY KEY,
  agent_id       UUID NOT NULL REFERENCES agent(id),
  name           TEXT NOT NULL,
  -- As the authenticator names it. A removed one is kept, so that it cannot come back as somebody else's.
  credential_id  BLOB NOT NULL UNIQUE,
  -- Public key, counter and flags, in JSON.
  credential     TEXT NOT NULL,
  created_at     INTEGER NOT NULL,
  last_used_at   INTEGER,
  removed_at     INTEGER
) STRICT;
CREATE INDEX passkey_of ON passkey(agent_id) WHERE removed_at IS NULL;

-- What a browser was asked to sign. A row is taken out by the first answer to it, right or wrong.
CREATE TABLE passkey_challenge (
  -- Whom it was asked: the id of the session that adds a passkey, or the hash of the cookie of who signs in.
  asked       BLOB PRIMARY KEY,
  -- A bucket of networks, for those who are not signed in.
  network     TEXT,
  -- In JSON.
  state       TEXT NOT NULL,
  expires_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX passkey_challenge_expiry ON passkey_challenge(expires_at);
CREATE INDEX passkey_challenge_network ON passkey_challenge(network, expires_at) WHERE network IS NOT NULL;

-- When the agent last proved again to be there.
ALTER TABLE agent_session ADD COLUMN confirmed_at INTEGER;
