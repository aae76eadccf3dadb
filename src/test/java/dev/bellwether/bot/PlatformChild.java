package dev.bellwether.bot;

import dev.bellwether.deliver.Contacts;
import dev.bellwether.deliver.Delivery;
import dev.bellwether.deliver.DeliverySettings;
import dev.bellwether.deliver.Metrics;
import dev.bellwether.deliver.Pace;
import dev.bellwether.deliver.PaceLimits;
import dev.bellwether.deliver.Pacer;
import dev.bellwether.deliver.SteadyClock;
import dev.bellwether.deliver.Way;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Posts notices, which does nothing for those it posted in an earlier life, delivers them by a real front, and ends when none waits. To
 * be killed.
 */
final class PlatformChild {
    private static final Duration MOMENT = Duration.ofMillis(20);

    private PlatformChild() {}

    /** How many of what it posts. */
    record Load(int notices, int chats) {
        static Load on(String front) {
            // A channel of Discord takes five messages in five seconds, and a client that starts anew does not know of
            // those before.
            return front.equals("discord") ? new Load(5, 200) : new Load(25, 40);
        }
    }

    /** Is given the data folder, the name of the front and the addresses of its platform. */
    public static void main(String[] arguments) throws InterruptedException {
        String name = arguments[1];
        List<String> addresses = Arrays.asList(arguments).subList(2, arguments.length);
        Pace pace = new Pacer(
                new PaceLimits(
                        new PaceLimits.Limit(10_000, Duration.ofSeconds(1)), null, null, chat -> false, ChatId::id),
                new SteadyClock(Ground.CLOCK));
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try (Store store = Store.open(StoreSettings.inFolder(Path.of(arguments[0])));
                Front front = Ground.front(name, addresses, store, pace, timer);
                Delivery delivery = new Delivery(
                        store.delivery(),
                        store.chats(),
                        List.of(new Way(front.sender(), pace)),
                        Contacts.none(),
                        new Metrics(),
                        Ground.CLOCK,
                        settings(front.sender().recognisesRepeats()))) {
            post(delivery, name, Load.on(name));
            front.start();
            // Telegram's way out needs no connection, and the lease on its updates is still the dead process's for a
            // while.
            while (name.equals("discord") && !(front.state() instanceof FrontState.Up)) {
                Ground.DELAYER.sleep(MOMENT);
            }
            delivery.start();
            while (store.delivery().journal().totals(Ground.CLOCK.instant()).waiting() > 0
                    || store.delivery().journal().totals(Ground.CLOCK.instant()).unexpanded() > 0) {
                Ground.DELAYER.sleep(MOMENT);
            }
            // To stop in good order takes its time, and is not what is tried here.
            Runtime.getRuntime().halt(0);
        }
    }

    /** Where repeats are not known, one call at a time: then a kill can leave but one in doubt. */
    private static DeliverySettings settings(boolean recognises) {
        DeliverySettings usual = DeliverySettings.defaults();
        return recognises
                ? usual
                : new DeliverySettings(
                        usual.pageSize(),
                        usual.ahead(),
                        1,
                        usual.lease(),
                        usual.firstPause(),
                        usual.longestPause(),
                        usual.lastly(),
                        usual.kept());
    }

    private static void post(Delivery delivery, String front, Load load) {
        List<ChatId> chats = Ground.chats(front, load.chats()).stream()
                .map(chat -> new ChatId(front, chat))
                .toList();
        for (int number = 0; number < load.notices(); number++) {
            delivery.post(
                    new Notice("n-" + number, Ground.card(number), new Audience.These(chats), Lane.ALERT, Instant.MAX));
        }
    }
}
