-- What chats have chosen, and what fronts keep between two starts.

ALTER TABLE chats ADD COLUMN zone ${text};
ALTER TABLE chats ADD COLUMN language ${text};
-- Minutes since midnight in the chat's zone; both or none.
ALTER TABLE chats ADD COLUMN quiet_from INTEGER;
ALTER TABLE chats ADD COLUMN quiet_to INTEGER;
-- Who set the bot up here, as the front names people; told when the chat can't be told.
ALTER TABLE chats ADD COLUMN owner ${text};
ALTER TABLE chats ADD COLUMN retired BIGINT;
ALTER TABLE chats ADD COLUMN retired_why ${text};

CREATE INDEX chats_by_retirement ON chats (retired);

-- What platforms sent. The body is emptied once an update is dealt with: the number alone recognises a repeat.
CREATE TABLE front_inbox (
    front ${text} NOT NULL,
    number BIGINT NOT NULL,
    body ${text} NOT NULL,
    kept BIGINT NOT NULL,
    done BIGINT,
    PRIMARY KEY (front, number)
) ${clustered};

CREATE INDEX front_inbox_by_done ON front_inbox (done);

-- used: when a button last carried the code, give or take a day.
CREATE TABLE button_codes (
    code ${text} NOT NULL PRIMARY KEY,
    command ${text} NOT NULL,
    used BIGINT NOT NULL
);

CREATE INDEX button_codes_by_use ON button_codes (used);

CREATE TABLE front_notes (
    front ${text} NOT NULL,
    name ${text} NOT NULL,
    note ${text} NOT NULL,
    PRIMARY KEY (front, name)
);

CREATE TABLE leases (
    name ${text} NOT NULL PRIMARY KEY,
    owner ${text} NOT NULL,
    ends BIGINT NOT NULL
);
