-- What chats want to be told regularly (docs/digests.md).

-- number: by which members name it. spec: its settings as text. zone: in which "due" was counted. due: null for never. told_until: as
-- of which moment the last one told; null before the first. skipped: how many were left out since.
CREATE TABLE digests (
    id ${identity},
    chat_id BIGINT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    spec ${text} NOT NULL,
    zone ${text} NOT NULL,
    created BIGINT NOT NULL,
    due BIGINT,
    told_until BIGINT,
    skipped INTEGER NOT NULL DEFAULT 0,
    UNIQUE (chat_id, number)
);

CREATE INDEX digests_by_due ON digests (due) WHERE due IS NOT NULL;

-- What a digest told, so that the next does not tell it again.
CREATE TABLE digest_told (
    digest_id BIGINT NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    what ${text} NOT NULL,
    told BIGINT NOT NULL,
    PRIMARY KEY (digest_id, what)
) ${clustered};

-- db-scheduler's own table, with its names and types.
CREATE TABLE scheduled_tasks (
    task_name ${text} NOT NULL,
    task_instance ${text} NOT NULL,
    task_data ${bytes},
    execution_time ${moment} NOT NULL,
    picked ${flag} NOT NULL,
    picked_by ${text},
    last_success ${moment},
    last_failure ${moment},
    consecutive_failures INTEGER,
    last_heartbeat ${moment},
    version BIGINT NOT NULL,
    priority SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (execution_time);

CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);
