-- The members' alerts.

-- The highest number that an alert of the chat ever had: numbers are not used again.
ALTER TABLE chats ADD COLUMN alerts_numbered INTEGER NOT NULL DEFAULT 0;

-- rule: its canonical text. last_day: of the rule, so that what is over is found. fired: a line for each listing for which it fired, with
-- the symbol and the moment. last_fired: the latest of them. unacknowledged: key of the notice that waits to be acknowledged.
CREATE TABLE alerts (
    id ${identity},
    chat_id BIGINT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    member ${text} NOT NULL,
    set_by ${text} NOT NULL,
    for_group INTEGER NOT NULL,
    aside INTEGER NOT NULL,
    rule ${text} NOT NULL,
    state ${text} NOT NULL,
    created BIGINT NOT NULL,
    snoozed_until BIGINT,
    last_day BIGINT,
    fired ${text} NOT NULL,
    last_fired BIGINT,
    remind INTEGER NOT NULL,
    unacknowledged ${text},
    UNIQUE (chat_id, number)
);

CREATE INDEX alerts_by_member ON alerts (member);

CREATE INDEX alerts_armed ON alerts (id) WHERE state = 'ARMED';

CREATE INDEX alerts_by_last_day ON alerts (last_day) WHERE state = 'ARMED' AND last_day IS NOT NULL;

CREATE INDEX alerts_to_remind ON alerts (id) WHERE remind = 1 AND unacknowledged IS NOT NULL;

-- The latest change of each alert, of deleted ones too, for the engines of all processes. No reference, for that reason.
CREATE TABLE alert_changes (
    alert_id BIGINT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL
);

CREATE INDEX alert_changes_by_version ON alert_changes (version);

-- One row that whoever changes an alert changes first: so versions become visible in their order, and who reads up to one has missed none.
CREATE TABLE alert_version (latest BIGINT NOT NULL);

INSERT INTO alert_version (latest) VALUES (0);
