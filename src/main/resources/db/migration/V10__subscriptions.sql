-- What members subscribe to, and what of the press was told to them (docs/alerts.md).

-- A topic of which a chat is told nothing, whichever subscription would have it told. ends: when it comes back; null for never.
CREATE TABLE muted_topics (
    chat_id BIGINT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    topic ${text} NOT NULL,
    since BIGINT NOT NULL,
    ends BIGINT,
    PRIMARY KEY (chat_id, topic)
) ${clustered};

-- Topics that a chat is told of because the instrument stands on a member's watchlist, list by list; and for each list and kind a row
-- whose topic is a kind and "@", which says that the list is followed even while it is empty.
CREATE TABLE followed_topics (
    topic ${text} NOT NULL,
    chat_id BIGINT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    list_chat_id BIGINT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    member ${text} NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (topic, chat_id, list_chat_id, member)
) ${clustered};

CREATE INDEX followed_topics_by_chat ON followed_topics (chat_id);

CREATE INDEX followed_topics_by_list ON followed_topics (list_chat_id, member);

-- When a feed first answered well: what it brought then is its past, and nobody is told of it. 0: before anybody was told of anything.
ALTER TABLE feeds ADD COLUMN begun BIGINT;

UPDATE feeds SET begun = 0 WHERE succeeded IS NOT NULL;

-- The story an article belongs to; empty for one that was kept before stories were told or is about no instrument; null until it is
-- looked at.
ALTER TABLE articles ADD COLUMN story ${text};

UPDATE articles SET story = '';

CREATE INDEX articles_untold ON articles (id) WHERE story IS NULL;

-- Whether a fact was looked at and told to those who want to know.
ALTER TABLE facts ADD COLUMN told INTEGER NOT NULL DEFAULT 0;

UPDATE facts SET told = 1;

CREATE INDEX facts_untold ON facts (id) WHERE told = 0;

-- Counts up with every page of the press that is told, so that two processes can't tell one page twice.
CREATE TABLE press_turn (taken BIGINT NOT NULL);

INSERT INTO press_turn (taken) VALUES (0);
