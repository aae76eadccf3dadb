-- What chats have chosen, and what fronts keep between two starts.

ALTER TABLE chats ADD COLUMN zone ${text};
ALTER TABLE chats ADD COLUMN language ${text};
-- Minutes since midnight in the chat's zone; both or none.
ALTER TABLE chats ADD COLUMN quiet_from INTEGER;
ALTER TABLE chats ADD COLUMN quiet_to INTEGER;
ALTER TABLE chats ADD COLUMN retired BIGINT;
ALTER TABLE chats ADD COLUMN retired_why ${text};

CREATE INDEX chats_by_retirement ON chats (retired);
