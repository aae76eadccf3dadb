-- Facts read in articles (docs/decisions/006).

-- The version of the readers that read an article last. A mark on each article and no cursor: identities are given in another
-- order than transactions commit, so a cursor would step over articles that were committed late.
ALTER TABLE articles ADD COLUMN read_version INTEGER NOT NULL DEFAULT 0;

CREATE INDEX articles_by_reading ON articles (read_version, id);

-- One row that whoever saves facts changes first, so that two processes can't make two facts of one.
CREATE TABLE reading_turn (taken BIGINT NOT NULL);

INSERT INTO reading_turn (taken) VALUES (0);

-- identity: what all statements of a fact share, hashed. moment: of the mention it was first kept from; not always the earliest.
CREATE TABLE facts (
    id ${identity},
    fact_key ${text} NOT NULL UNIQUE,
    kind ${text} NOT NULL,
    symbol ${text} NOT NULL,
    identity ${text} NOT NULL,
    moment BIGINT NOT NULL
);

CREATE INDEX facts_by_symbol ON facts (symbol, kind);

CREATE INDEX facts_by_identity ON facts (identity, moment);

-- fingerprint: of the article, as in articles. No reference: facts outlive the articles they were read in.
-- body: what this article states, as JSON; the fact is what its mentions state together.
CREATE TABLE fact_mentions (
    id ${identity},
    fact_id BIGINT NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
    fingerprint ${text} NOT NULL,
    feed ${text} NOT NULL,
    item_key ${text} NOT NULL,
    publisher ${text} NOT NULL,
    link ${text},
    moment BIGINT NOT NULL,
    sentence ${text} NOT NULL,
    body ${text} NOT NULL,
    UNIQUE (fact_id, fingerprint)
);

-- What members of a chat say is wrong. No reference to the fact: a mark is kept whatever becomes of it.
CREATE TABLE fact_marks (
    chat_id BIGINT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    fact_key ${text} NOT NULL,
    symbol ${text} NOT NULL,
    member ${text} NOT NULL,
    reason ${text} NOT NULL,
    marked BIGINT NOT NULL,
    state ${text} NOT NULL,
    settled_by ${text},
    settled BIGINT,
    PRIMARY KEY (chat_id, fact_key)
) ${clustered};
