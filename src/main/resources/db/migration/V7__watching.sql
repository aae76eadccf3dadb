-- How far the watch has come (docs/alerts.md, "What runs").

-- at: moment of the latest observation that counted. price, priced, session: the latest price, its moment, the trading day it belongs to.
-- high, low: the span of that session's prices as far as they were seen. holes: whether part of that session went unseen. looked: when a
-- source was last heard about it. closed: day of the last complete bar that was gone through.
-- dawned, earnings: the last day that began, and the next report as it was known then. memory: what the engine knows beside that.
CREATE TABLE watch_cursors (
    listing ${text} NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    looked BIGINT NOT NULL,
    source ${text} NOT NULL,
    price DOUBLE PRECISION,
    priced BIGINT,
    session BIGINT,
    high DOUBLE PRECISION,
    low DOUBLE PRECISION,
    holes INTEGER NOT NULL,
    closed BIGINT,
    parity DOUBLE PRECISION,
    dawned BIGINT,
    earnings BIGINT,
    memory ${text} NOT NULL
);

-- Firings that wait for a second look at the price. No reference to the alert: whoever looks again deletes what has none.
CREATE TABLE held_firings (
    alert BIGINT NOT NULL,
    listing ${text} NOT NULL,
    since BIGINT NOT NULL,
    why ${text} NOT NULL,
    source ${text} NOT NULL,
    price DOUBLE PRECISION NOT NULL,
    priced BIGINT NOT NULL,
    currency ${text} NOT NULL,
    other_source ${text},
    other_price DOUBLE PRECISION,
    PRIMARY KEY (alert, listing)
) ${clustered};

CREATE INDEX held_firings_by_listing ON held_firings (listing);

-- Facts that were noticed late and are not told yet, until all that was missed is gone through: then many for one audience become one
-- message. alert: which one fired; null if a level was met.
CREATE TABLE late_facts (
    id ${identity},
    fact_key ${text} NOT NULL UNIQUE,
    symbol ${text} NOT NULL,
    at BIGINT NOT NULL,
    alert BIGINT
);

-- Whether the watch took note of an article and of a fact read in one. A mark and no cursor, as in V2: what commits late is not
-- stepped over. What is there already is no news.
ALTER TABLE articles ADD COLUMN watched INTEGER NOT NULL DEFAULT 0;

ALTER TABLE facts ADD COLUMN watched INTEGER NOT NULL DEFAULT 0;

UPDATE articles SET watched = 1;

UPDATE facts SET watched = 1;

CREATE INDEX articles_to_watch ON articles (id) WHERE watched = 0;

CREATE INDEX facts_to_watch ON facts (id) WHERE watched = 0;
