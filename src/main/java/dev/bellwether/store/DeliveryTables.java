package dev.bellwether.store;

import dev.bellwether.deliver.AudiencePages;
import dev.bellwether.deliver.DeliveryStore;
import dev.bellwether.deliver.Journal;
import dev.bellwether.deliver.Outbox;
import dev.bellwether.deliver.Queues;
import dev.bellwether.deliver.Records;
import dev.bellwether.fact.Transactions;
import dev.bellwether.talk.Chats;

/** The tables of delivery. */
final class DeliveryTables implements DeliveryStore {
    private final Access access;
    private final Outbox outbox;
    private final Queues queues;
    private final Records records;
    private final AudiencePages audiences;
    private final Journal journal;

    DeliveryTables(Access access, Chats chats) {
        this.access = access;
        this.outbox = new OutboxTable(access);
        this.queues = new QueueTable(access);
        this.records = new RecordTable(access, outbox, chats);
        this.audiences = new AudienceTable(access);
        this.journal = new JournalTable(access);
    }

    @Override
    public Transactions transactions() {
        return access;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Queues queues() {
        return queues;
    }

    @Override
    public Records records() {
        return records;
    }

    @Override
    public AudiencePages audiences() {
        return audiences;
    }

    @Override
    public Journal journal() {
        return journal;
    }
}
