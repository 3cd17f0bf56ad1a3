-- What an article's page reads lies together: its texts beside one another, its section's articles in the very order of lists.

CREATE TABLE text_of_article (
  article_id     UUID NOT NULL REFERENCES article(id),
  language       TEXT NOT NULL,
  version        INTEGER,
  newest         INTEGER NOT NULL,
  title          TEXT NOT NULL,
  summary        TEXT NOT NULL,
  reviewed_at    INTEGER,
  reviewer_kind  TEXT,
  reviewer_id    UUID,
  due_at         INTEGER,
  PRIMARY KEY (article_id, language)
) CLUSTERED;
INSERT INTO text_of_article (article_id, language, version, newest, title, summary, reviewed_at, reviewer_kind, reviewer_id, due_at)
  SELECT article_id, language, version, newest, title, summary, reviewed_at, reviewer_kind, reviewer_id, due_at FROM article_text;
DROP TABLE article_text;
ALTER TABLE text_of_article RENAME TO article_text;
CREATE INDEX article_text_due ON article_text(due_at) WHERE version IS NOT NULL AND due_at IS NOT NULL;

DROP INDEX article_of_section;
CREATE INDEX article_of_section ON article(section_id, place, id);
