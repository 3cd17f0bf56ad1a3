-- The help center: sections, articles, what they say in each language, and every version of it.

-- A tree: those without a parent are the help center's categories.
CREATE TABLE help_section (
  id            UUID PRIMARY KEY,
  slug          TEXT NOT NULL UNIQUE,
  parent_id     UUID REFERENCES help_section(id),
  place         INTEGER NOT NULL,
  -- JSON: text by language.
  titles        TEXT NOT NULL,
  descriptions  TEXT NOT NULL,
  -- After so many days an article is to be looked at again; NULL: as the parent says, and without one never.
  review_days   INTEGER,
  -- Whether what is published here wants a second person; a parent's word holds for all below.
  two_people    INTEGER NOT NULL,
  created_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX help_section_parent ON help_section(parent_id, place);

CREATE TABLE article (
  id           UUID PRIMARY KEY,
  -- What imports call it, and what the search answers with. Never changes.
  key          TEXT NOT NULL UNIQUE,
  -- In its address. Old ones lead here by article_path.
  slug         TEXT NOT NULL UNIQUE,
  section_id   UUID NOT NULL REFERENCES help_section(id),
  place        INTEGER NOT NULL,
  -- Terms, privacy, rules, fees: customers can read every version that was ever in force.
  policy       INTEGER NOT NULL,
  -- JSON: slugs of articles that are read next, chosen by editors.
  related      TEXT NOT NULL,
  created_at   INTEGER NOT NULL,
  archived_at  INTEGER
) STRICT;
CREATE INDEX article_of_section ON article(section_id, place);

-- Slugs that articles had before.
CREATE TABLE article_path (
  slug        TEXT PRIMARY KEY,
  article_id  UUID NOT NULL REFERENCES article(id)
) STRICT;

-- An article in one language: which version customers read.
CREATE TABLE article_text (
  article_id     UUID NOT NULL REFERENCES article(id),
  language       TEXT NOT NULL,
  -- NULL: not published.
  version        INTEGER,
  -- The last number that was given to a version.
  newest         INTEGER NOT NULL,
  -- Of the published version, for lists.
  title          TEXT NOT NULL,
  summary        TEXT NOT NULL,
  -- When somebody last said that it is right, and who.
  reviewed_at    INTEGER,
  reviewer_kind  TEXT,
  reviewer_id    UUID,
  -- When it is to be looked at again.
  due_at         INTEGER,
  PRIMARY KEY (article_id, language)
) STRICT;
CREATE INDEX article_text_due ON article_text(due_at) WHERE version IS NOT NULL AND due_at IS NOT NULL;

-- What was published, for ever.
CREATE TABLE article_version (
  article_id         UUID NOT NULL REFERENCES article(id),
  language           TEXT NOT NULL,
  number             INTEGER NOT NULL,
  title              TEXT NOT NULL,
  summary            TEXT NOT NULL,
  -- JSON: other words under which customers look for it.
  keywords           TEXT NOT NULL,
  -- Markdown, and the page drawn from it by the renderer of this number, with its headings as JSON.
  body               TEXT NOT NULL,
  renderer           INTEGER NOT NULL,
  html               TEXT NOT NULL,
  contents           TEXT NOT NULL,
  minutes            INTEGER NOT NULL,
  -- The version of another language that it says in this one.
  translates         TEXT,
  translates_number  INTEGER,
  author_kind        TEXT NOT NULL,
  author_id          UUID,
  reviewer_kind      TEXT,
  reviewer_id        UUID,
  published_at       INTEGER NOT NULL,
  PRIMARY KEY (article_id, language, number)
) STRICT;

-- What is being written, at most one for each article and language.
CREATE TABLE article_draft (
  article_id         UUID NOT NULL REFERENCES article(id),
  language           TEXT NOT NULL,
  title              TEXT NOT NULL,
  summary            TEXT NOT NULL,
  keywords           TEXT NOT NULL,
  body               TEXT NOT NULL,
  -- The version that it began from; 0: none.
  base               INTEGER NOT NULL,
  translates         TEXT,
  translates_number  INTEGER,
  -- Grows with each writing: who writes says which one they had before them.
  revision           INTEGER NOT NULL,
  -- 'writing', 'review' or 'approved'.
  state              TEXT NOT NULL,
  author_kind        TEXT NOT NULL,
  author_id          UUID,
  -- JSON: the ids of everybody who wrote on it since its base. None of them is a second person.
  writers            TEXT NOT NULL,
  reviewer_kind      TEXT,
  reviewer_id        UUID,
  -- What the reviewer said when it went back.
  remark             TEXT NOT NULL,
  -- When it is to be published by itself.
  publish_at         INTEGER,
  updated_at         INTEGER NOT NULL,
  PRIMARY KEY (article_id, language)
) STRICT;
CREATE INDEX article_draft_time ON article_draft(publish_at) WHERE publish_at IS NOT NULL;

-- Which texts changed for customers, in the order of commits: what the index of articles follows.
CREATE TABLE help_change (
  seq         SERIAL_KEY,
  article_id  UUID NOT NULL,
  language    TEXT NOT NULL
) STRICT;

-- Where published articles lead: to other articles, to check them.
CREATE TABLE article_link (
  article_id  UUID NOT NULL REFERENCES article(id),
  language    TEXT NOT NULL,
  slug        TEXT NOT NULL,
  PRIMARY KEY (article_id, language, slug)
) STRICT;

-- What readers say: 'helpful', 'unhelpful', or 'solved' where it stood beside the form.
CREATE TABLE article_vote (
  id          UUID PRIMARY KEY,
  article_id  UUID NOT NULL REFERENCES article(id),
  language    TEXT NOT NULL,
  version     INTEGER NOT NULL,
  verdict     TEXT NOT NULL,
  -- Why not: 'unclear', 'outdated', 'wrong', 'other'; empty when not said.
  reason      TEXT NOT NULL,
  comment     TEXT NOT NULL,
  -- A keyed hash of the reader's browser: one voice each; NULL for 'solved'.
  voter       TEXT,
  at          INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX article_vote_once ON article_vote(article_id, language, voter);
CREATE INDEX article_vote_time ON article_vote(article_id, at);

-- Pictures in articles, without what cameras and programs add.
CREATE TABLE help_image (
  id            UUID PRIMARY KEY,
  content_type  TEXT NOT NULL,
  bytes         BLOB NOT NULL,
  width         INTEGER NOT NULL,
  height        INTEGER NOT NULL,
  made_by_kind  TEXT NOT NULL,
  made_by_id    UUID,
  created_at    INTEGER NOT NULL
) STRICT;
