-- What the bot saw itself in prices, and the levels it watches (docs/alerts.md, "Breakouts").

-- symbol: of the instrument. body: the fact as JSON. Rows are never changed; old ones are thrown away. No names of people or chats stand here.
CREATE TABLE seen_facts (
    id ${identity},
    fact_key ${text} NOT NULL UNIQUE,
    kind ${text} NOT NULL,
    symbol ${text} NOT NULL,
    moment BIGINT NOT NULL,
    body ${text} NOT NULL
);

CREATE INDEX seen_facts_by_symbol ON seen_facts (kind, symbol, moment);

CREATE INDEX seen_facts_by_moment ON seen_facts (moment);

-- How prices stand to the levels of a listing, as JSON, so that a restart goes on where it was.
CREATE TABLE level_states (
    listing ${text} NOT NULL PRIMARY KEY,
    body ${text} NOT NULL
);

-- Prices that members set to be watched; in the listing's currency, on its present scale.
CREATE TABLE member_levels (
    id ${identity},
    chat_id BIGINT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    member ${text} NOT NULL,
    listing ${text} NOT NULL,
    price DOUBLE PRECISION NOT NULL,
    note ${text} NOT NULL,
    added BIGINT NOT NULL,
    UNIQUE (chat_id, member, listing, price)
);

CREATE INDEX member_levels_by_listing ON member_levels (listing);

-- Rises with every change of member_levels, so that other processes see that there was one.
CREATE TABLE member_levels_turn (taken BIGINT NOT NULL);

INSERT INTO member_levels_turn (taken) VALUES (0);
