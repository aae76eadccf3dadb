package dev.bellwether.deliver;

import dev.bellwether.fact.Transactions;
import dev.bellwether.talk.Audience;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Turns notices into envelopes, a page of an audience at a time: the envelopes and where the next page begins are kept in one
 * transaction, so a crash between two pages repeats none and leaves none out. Several processes may try at once: they take
 * turns, so that the notices of a chat keep their order.
 */
final class Expander {
    private final Transactions transactions;
    private final Outbox outbox;
    private final AudiencePages audiences;
    private final InstantSource clock;
    private final int pageSize;

    Expander(Transactions transactions, Outbox outbox, AudiencePages audiences, InstantSource clock, int pageSize) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.audiences = audiences;
        this.clock = clock;
        this.pageSize = pageSize;
    }

    /** Makes one page of envelopes; false if there was none to make. */
    boolean tick() {
        return transactions.inOne(() -> {
            Optional<Outbox.Expansion> next = outbox.next();
            next.ifPresent(this::expand);
            return next.isPresent();
        });
    }

    private void expand(Outbox.Expansion expansion) {
        Audience audience = expansion.audience();
        if (audience == null) {
            Dispatcher.LOG
                    .atError()
                    .addKeyValue("notice", expansion.key())
                    .log(
                            "The audience of a notice can't be read: a later version wrote it, or it is damaged. Nobody is told");
            outbox.expand(expansion, List.of(), null, clock.instant());
            return;
        }
        AudiencePages.Page page = audiences.page(audience, expansion.from(), pageSize, clock.instant());
        outbox.expand(expansion, page.chats(), page.next(), clock.instant());
        if (page.next() == null) {
            Dispatcher.LOG.atInfo().addKeyValue("notice", expansion.key()).log("its last envelopes are made");
        }
    }
}
