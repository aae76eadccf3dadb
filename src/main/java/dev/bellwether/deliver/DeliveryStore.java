package dev.bellwether.deliver;

import dev.bellwether.fact.Transactions;

/** What delivery keeps. */
public interface DeliveryStore {
    /** Lets a fact and its notice be kept together. */
    Transactions transactions();

    /** Notices that are not envelopes yet. */
    Outbox outbox();

    /** Who sends what next. */
    Queues queues();

    /** What happens to envelopes. */
    Records records();

    /** Who belongs to an audience. */
    AudiencePages audiences();

    /** What was sent. */
    Journal journal();
}
