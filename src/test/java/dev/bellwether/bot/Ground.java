package dev.bellwether.bot;

import dev.bellwether.bot.discord.DiscordFront;
import dev.bellwether.bot.discord.DiscordSettings;
import dev.bellwether.bot.discord.FakeDiscord;
import dev.bellwether.bot.discord.FakeMessage;
import dev.bellwether.bot.telegram.FakeTelegram;
import dev.bellwether.bot.telegram.TelegramFront;
import dev.bellwether.bot.telegram.TelegramSettings;
import dev.bellwether.bot.telegram.TelegramStores;
import dev.bellwether.command.Group;
import dev.bellwether.deliver.Delayer;
import dev.bellwether.deliver.Pace;
import dev.bellwether.store.Store;
import dev.bellwether.talk.Card;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A fake platform, and the real front that belongs on it; the same to look at whichever it is. */
sealed interface Ground extends AutoCloseable {
    /** Goes on by itself, also from one process to the next of the same machine. */
    InstantSource CLOCK = () -> Group.NOW.plusNanos(System.nanoTime());

    Delayer DELAYER = length -> {
        boolean _ = new CountDownLatch(1).await(Math.max(1, length.toMillis()), TimeUnit.MILLISECONDS);
    };

    Pattern TITLE = Pattern.compile("Notice (\\d+)");

    /** Starts a platform by the name of its front. */
    static Ground of(String front) {
        return front.equals("discord") ? new Discord(FakeDiscord.start()) : new Telegram(FakeTelegram.start(CLOCK));
    }

    long FIRST_DISCORD = 3_100_000_000_000_000_000L;
    long FIRST_TELEGRAM = 1_000L;

    /** So many chats of a front. */
    static List<String> chats(String front, int count) {
        long first = front.equals("discord") ? FIRST_DISCORD : FIRST_TELEGRAM;
        return IntStream.range(0, count)
                .mapToObj(number -> Long.toString(first + number))
                .toList();
    }

    /** What notices look like whose way through a platform is followed. */
    static Card card(int number) {
        return Card.titled("Notice " + number, Group.NOW)
                .paragraph("with words")
                .build();
    }

    /** Which notice a message is about. */
    static int number(String text) {
        Matcher title = TITLE.matcher(text);
        if (!title.find()) {
            throw new AssertionError("no notice: " + text);
        }
        return Integer.parseInt(title.group(1));
    }

    /** Where the platform is, for {@link #front}. */
    List<String> addresses();

    void sabotage(Saboteur saboteur);

    /** From now on, writing to a chat is refused as one that is gone. */
    void block(String chat);

    /** The texts of all messages by chat, in order. */
    Map<String, List<String>> standing();

    /** What the bot did that it must not. */
    List<String> violations();

    @Override
    void close();

    /** The real front, on what a store keeps; not started. */
    static Front front(String front, List<String> addresses, Store store, Pace pace, ScheduledExecutorService timer) {
        FrontDesk desk = new FrontDesk(new Group(store.chats()).registry(), store.chats(), timer);
        if (front.equals("discord")) {
            return new DiscordFront(
                    new DiscordSettings(
                            FakeDiscord.TOKEN, URI.create(addresses.get(0)), URI.create(addresses.get(1)), null),
                    desk,
                    store.chats(),
                    store.buttons(),
                    store.notes(),
                    pace,
                    DELAYER,
                    CLOCK);
        }
        return new TelegramFront(
                new TelegramSettings(FakeTelegram.TOKEN, URI.create(addresses.get(0)), null),
                desk,
                new TelegramStores(store.chats(), store.inbox(), store.buttons(), store.notes(), store.leases()),
                pace,
                DELAYER,
                CLOCK);
    }

    /** Discord. */
    record Discord(FakeDiscord fake) implements Ground {
        @Override
        public List<String> addresses() {
            return List.of(fake.restAddress().toString(), fake.gatewayAddress().toString());
        }

        @Override
        public void sabotage(Saboteur saboteur) {
            fake.sabotage(saboteur);
        }

        @Override
        public void block(String chat) {
            fake.refuse(chat, 403, 50_007, "Cannot send messages to this user");
        }

        @Override
        public Map<String, List<String>> standing() {
            return fake.messages().stream()
                    .collect(Collectors.groupingBy(
                            FakeMessage::channel, Collectors.mapping(FakeMessage::text, Collectors.toList())));
        }

        @Override
        public List<String> violations() {
            return fake.violations();
        }

        @Override
        public void close() {
            fake.close();
        }
    }

    /** Telegram. */
    record Telegram(FakeTelegram fake) implements Ground {
        private static final int MOST = 100;

        @Override
        public List<String> addresses() {
            return List.of(fake.api().toString());
        }

        @Override
        public void sabotage(Saboteur saboteur) {
            fake.sabotage(saboteur);
        }

        @Override
        public void block(String chat) {
            fake.refuse(Long.parseLong(chat), 403, "Forbidden: bot was blocked by the user");
        }

        @Override
        public Map<String, List<String>> standing() {
            return chats("telegram", MOST).stream().collect(Collectors.toMap(chat -> chat, this::in));
        }

        private List<String> in(String chat) {
            return fake.sent(Long.parseLong(chat)).stream()
                    .map(FakeTelegram.Sent::text)
                    .toList();
        }

        @Override
        public List<String> violations() {
            return fake.violations();
        }

        @Override
        public void close() {
            fake.close();
        }
    }
}
