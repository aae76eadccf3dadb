package dev.bellwether.deliver;

import dev.bellwether.talk.Card;
import java.util.LinkedHashMap;
import java.util.Map;

/** The cards of the notices that are being sent; a large audience has one card. Safe for threads. */
final class Cards {
    private static final int MOST = 200;

    private final Outbox outbox;
    private final Map<Long, Card> cards = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Card> eldest) {
            return size() > MOST;
        }
    };

    Cards(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @throws Outbox.UnreadableNotice if it can't be read */
    Card card(long notice) {
        synchronized (cards) {
            Card known = cards.get(notice);
            if (known != null) {
                return known;
            }
        }
        Card card = outbox.card(notice);
        synchronized (cards) {
            cards.put(notice, card);
        }
        return card;
    }
}
