-- Feeds that chats follow for themselves, and what these brought: nobody else's.

-- Whether $BABA in an ordinary message is answered: 0 or 1.
ALTER TABLE chats ADD COLUMN cashtags INTEGER NOT NULL DEFAULT 0;

-- told: the last item that the chat needs no word of any more; NULL until the feed was polled well once.
-- reported: when the chat was told that the feed fails; NULL if it was not, or it works again.
CREATE TABLE chat_feeds (
    position ${identity},
    chat_id BIGINT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    address ${text} NOT NULL,
    title ${text},
    filter ${text} NOT NULL,
    delivery ${text} NOT NULL,
    language ${text},
    member ${text} NOT NULL,
    added BIGINT NOT NULL,
    told BIGINT,
    reported BIGINT,
    UNIQUE (chat_id, address)
);

CREATE INDEX chat_feeds_by_address ON chat_feeds (address);

-- fingerprint, moment: as of articles. The identity gives the order in which chats are told.
CREATE TABLE chat_feed_items (
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

CREATE INDEX chat_feed_items_by_feed ON chat_feed_items (feed, id);
CREATE INDEX chat_feed_items_by_moment ON chat_feed_items (moment, id);
