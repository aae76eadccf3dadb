-- Moments are microseconds since 1970-01-01T00:00:00Z, days are days since 1970-01-01 (docs/decisions/003).
-- Placeholders hold what the dialects spell differently: ${identity}, ${text} (compares bytes, in both), ${clustered}.

CREATE TABLE chats (
    id ${identity},
    front ${text} NOT NULL,
    chat ${text} NOT NULL,
    first_seen BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    UNIQUE (front, chat)
);

-- The identity gives the order in which symbols were added, even to two members who add at the same moment.
CREATE TABLE watchlist (
    position ${identity},
    chat_id BIGINT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    member ${text} NOT NULL,
    symbol ${text} NOT NULL,
    added BIGINT NOT NULL,
    UNIQUE (chat_id, member, symbol)
);

CREATE TABLE feeds (
    feed ${text} NOT NULL PRIMARY KEY,
    title ${text},
    etag ${text},
    last_modified ${text},
    polled BIGINT,
    succeeded BIGINT,
    due BIGINT NOT NULL,
    failures INTEGER NOT NULL,
    problem ${text},
    moved_to ${text}
);

-- fingerprint: SHA-256 of feed and key. PostgreSQL can't index a text of over 2.7 kB, and feeds do have such keys.
-- moment: published, or seen where there is no date.
CREATE TABLE articles (
    id ${identity},
    fingerprint ${text} NOT NULL UNIQUE,
    feed ${text} NOT NULL,
    item_key ${text} NOT NULL,
    publisher ${text} NOT NULL,
    title ${text} NOT NULL,
    body ${text} NOT NULL,
    link ${text},
    published BIGINT,
    seen BIGINT NOT NULL,
    moment BIGINT NOT NULL,
    language ${text} NOT NULL
);

CREATE INDEX articles_by_moment ON articles (moment, id);

-- The moment stands here too, so that one index walk finds the newest articles about a symbol.
CREATE TABLE article_symbols (
    symbol ${text} NOT NULL,
    moment BIGINT NOT NULL,
    article_id BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (symbol, moment, article_id)
) ${clustered};

CREATE INDEX article_symbols_by_article ON article_symbols (article_id);

CREATE TABLE bars (
    listing ${text} NOT NULL,
    source ${text} NOT NULL,
    day BIGINT NOT NULL,
    open DOUBLE PRECISION NOT NULL,
    high DOUBLE PRECISION NOT NULL,
    low DOUBLE PRECISION NOT NULL,
    close DOUBLE PRECISION NOT NULL,
    volume BIGINT,
    fetched BIGINT NOT NULL,
    PRIMARY KEY (listing, source, day)
) ${clustered};
