-- What is to be told, to whom, and what came of it (docs/delivery.md).

-- turn: where the next recipient stands in the order of sending. pages: how many pages of the audience became envelopes; next_page:
-- where the next begins, null before the first. expanded: when the last did.
CREATE TABLE notices (
    id ${identity},
    notice_key ${text} NOT NULL UNIQUE,
    lane INTEGER NOT NULL,
    card ${text} NOT NULL,
    audience ${text} NOT NULL,
    follow_key ${text},
    follow_edit INTEGER NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    turn BIGINT NOT NULL,
    pages INTEGER NOT NULL,
    next_page ${text},
    expanded BIGINT
);

CREATE INDEX notices_to_expand ON notices (lane, pages, id) WHERE expanded IS NULL;

CREATE INDEX notices_by_age ON notices (created);

-- state: OPEN until something final came of it. sending: the message for which a call was begun without its end being known; null for
-- none. messages: what the platform calls those it took, one a line. doubts: how often in a row an answer never came.
CREATE TABLE envelopes (
    id ${identity},
    notice_id BIGINT NOT NULL REFERENCES notices (id) ON DELETE CASCADE,
    chat_id BIGINT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    lane INTEGER NOT NULL,
    state ${text} NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    doubts INTEGER NOT NULL DEFAULT 0,
    sending INTEGER,
    messages ${text} NOT NULL DEFAULT '',
    ended BIGINT,
    detail ${text},
    UNIQUE (notice_id, chat_id)
);

CREATE INDEX envelopes_by_chat ON envelopes (chat_id, id);

CREATE INDEX envelopes_open_in_order ON envelopes (chat_id, lane, id) WHERE state = 'OPEN';

CREATE INDEX envelopes_open_by_notice ON envelopes (notice_id, state) WHERE state = 'OPEN';

CREATE INDEX envelopes_by_end ON envelopes (ended, state) WHERE ended IS NOT NULL;

-- What went wrong on the way; what went well stands in the envelope.
CREATE TABLE attempts (
    envelope_id BIGINT NOT NULL REFERENCES envelopes (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    at BIGINT NOT NULL,
    result ${text} NOT NULL,
    PRIMARY KEY (envelope_id, number)
) ${clustered};

-- One row for each chat and lane with an open envelope. Whoever owns the row sends the first of them, so a chat's messages keep their
-- order. due: not before; null for now. turn: the smaller the sooner.
CREATE TABLE queues (
    chat_id BIGINT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    lane INTEGER NOT NULL,
    front ${text} NOT NULL,
    turn BIGINT NOT NULL,
    due BIGINT,
    owner ${text},
    PRIMARY KEY (chat_id, lane)
) ${clustered};

CREATE INDEX queues_ready ON queues (front, lane, turn, chat_id) WHERE owner IS NULL AND due IS NULL;

CREATE INDEX queues_later ON queues (due) WHERE due IS NOT NULL;

CREATE INDEX queues_owned ON queues (owner) WHERE owner IS NOT NULL;

-- How far the sending of a front and lane has come: the greatest turn that was taken.
CREATE TABLE turns (
    front ${text} NOT NULL,
    lane INTEGER NOT NULL,
    turn BIGINT NOT NULL,
    PRIMARY KEY (front, lane)
);

-- The processes that send. What belongs to one that has not been heard of since "ends" is free again.
CREATE TABLE dispatchers (
    owner ${text} NOT NULL PRIMARY KEY,
    ends BIGINT NOT NULL
);

CREATE TABLE subscriptions (
    topic ${text} NOT NULL,
    chat_id BIGINT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    since BIGINT NOT NULL,
    PRIMARY KEY (topic, chat_id)
) ${clustered};

CREATE INDEX subscriptions_by_chat ON subscriptions (chat_id);
