package dev.bellwether.deliver;

import dev.bellwether.store.Store;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A store, a platform with its limits, and deliveries between them, on a driven clock. */
final class World {
    static final ChatId OPERATOR = new ChatId("front", "1000000");

    final DrivenTime time;
    final Store store;
    final PaceLimits limits;
    final FakePlatform platform;
    private final boolean recognises;
    private final List<Delivery> deliveries = new ArrayList<>();
    final Metrics metrics = new Metrics();
    Pacer pacer;

    World(Store store, boolean recognises, PaceLimits limits) {
        this(store, recognises, limits, new DrivenTime());
    }

    World(Store store, boolean recognises, PaceLimits limits, DrivenTime time) {
        this.time = time;
        this.store = store;
        this.limits = limits;
        this.recognises = recognises;
        this.platform = new FakePlatform(recognises, limits, new SteadyClock(time, time));
        this.pacer = new Pacer(limits, new SteadyClock(time, time));
    }

    /** A platform that takes repeats for new messages and allows what Telegram does. */
    static World telegram(Store store) {
        return new World(store, false, PaceLimits.telegram());
    }

    /** A platform that knows repeats and allows what Discord does. */
    static World discord(Store store) {
        return new World(store, true, PaceLimits.discord());
    }

    static ChatId chat(int number) {
        return new ChatId("front", Integer.toString(number));
    }

    static List<ChatId> chats(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(World::chat).toList();
    }

    /** A delivery as a process would begin it. */
    Delivery delivery() {
        return delivery(Contacts.operator(Optional.of(OPERATOR)));
    }

    Delivery delivery(Contacts contacts) {
        pacer = new Pacer(limits, new SteadyClock(time, time));
        FakeSender sender = new FakeSender("front", recognises, platform, pacer, time::pass, Duration.ZERO);
        Delivery delivery = new Delivery(
                store.delivery(),
                store.chats(),
                List.of(new Way(sender, pacer)),
                contacts,
                metrics,
                time,
                DeliverySettings.defaults(),
                time,
                time);
        deliveries.add(delivery);
        return delivery;
    }

    Card card(String title, int parts) {
        Card.Builder card = Card.titled(title, time.instant());
        for (int part = 0; part < parts; part++) {
            card.paragraph(title + " " + part);
        }
        return card.build();
    }

    Notice notice(String key, Lane lane, Audience audience) {
        return new Notice(key, card(key, 1), audience, lane, time.instant().plus(Duration.ofHours(12)));
    }

    Notice alert(String key, List<ChatId> chats) {
        return notice(key, Lane.ALERT, new Audience.These(chats));
    }

    Notice alert(String key, ChatId chat) {
        return alert(key, List.of(chat));
    }

    /** Lets a delivery work for so long. */
    void run(Delivery delivery, Duration length) {
        runUntil(delivery, length, () -> false);
    }

    /** Lets a delivery work until something is so, looking when it has little to do; false if it is not so within that time. */
    boolean runUntil(Delivery delivery, Duration length, BooleanSupplier so) {
        var end = time.instant().plus(length);
        while (time.instant().isBefore(end)) {
            Duration wait = delivery.tick();
            if (wait.compareTo(Duration.ofMillis(100)) > 0 && so.getAsBoolean()) {
                return true;
            }
            Duration step = wait.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : wait;
            time.pass(time.untilWork(step).plusNanos(1_000));
        }
        return so.getAsBoolean();
    }

    /** Lets a delivery work until nothing waits any more. */
    boolean drain(Delivery delivery, Duration most) {
        return runUntil(delivery, most, () -> waiting() == 0);
    }

    long waiting() {
        Journal.Totals totals = store.delivery().journal().totals(time.instant());
        return totals.waiting() + totals.unexpanded();
    }

    Journal.Entry only(String key) {
        List<Journal.Entry> entries = store.delivery().journal().chats(key, 10);
        if (entries.size() != 1) {
            throw new AssertionError(entries.size() + " entries of " + key);
        }
        return entries.getFirst();
    }

    /** Ends the deliveries, without which their threads would be left. */
    void close() {
        deliveries.forEach(Delivery::close);
    }
}
