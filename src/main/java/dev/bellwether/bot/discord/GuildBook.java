package dev.bellwether.bot.discord;

import dev.bellwether.deliver.FrontNotes;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which chats belong to which server, so that they can be retired when the bot is put out of it and used again when it comes back.
 * Kept in the front's notes: when the bot is told that it left, Discord no longer tells what was there. Safe for threads.
 */
final class GuildBook {
    /** For so long a retired chat is kept; after that coming back begins anew. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final String SERVERS = "servers";

    private final FrontNotes notes;
    private final Chats chats;
    private final InstantSource clock;
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private final Set<ChatId> joined = ConcurrentHashMap.newKeySet();

    GuildBook(FrontNotes notes, Chats chats, InstantSource clock) {
        this.notes = notes;
        this.chats = chats;
        this.clock = clock;
    }

    /** Whether this chat is in the book as far as memory knows; if not, {@link #note} is worth its while. */
    boolean knows(String guild, String channel) {
        return known.getOrDefault(guild, Set.of()).contains(channel);
    }

    /** Two names are one chat: looked at once for each, since the old name is gone after that. */
    void join(ChatId old, ChatId chat) {
        if (joined.add(old)) {
            chats.move(old, chat, clock.instant());
        }
    }

    /**
     * A chat of this server uses the bot.
     *
     * @param owner whose the server is: can be told when the chat can't be
     */
    synchronized void note(String guild, String channel, String owner) {
        chats.setUp(chat(channel), owner, clock.instant());
        Set<String> channels = channels(guild);
        if (channels.add(channel)) {
            write(channelsOf(guild), channels);
        }
        Set<String> servers = read(SERVERS);
        if (servers.add(guild)) {
            write(SERVERS, servers);
        }
        known.put(guild, Set.copyOf(channels));
    }

    /** The bot is no longer in this server. */
    synchronized void left(String guild, String why) {
        Instant now = clock.instant();
        if (leftAt(guild).isEmpty()) {
            notes.write(DiscordFront.NAME, leftNote(guild), now.toString());
        }
        channels(guild).forEach(channel -> chats.retire(chat(channel), why, now));
    }

    /** The bot is in this server, perhaps again. */
    synchronized void joined(String guild) {
        Optional<Instant> left = leftAt(guild);
        if (left.isEmpty()) {
            return;
        }
        notes.write(DiscordFront.NAME, leftNote(guild), "");
        Instant now = clock.instant();
        if (left.get().plus(KEPT).isAfter(now)) {
            channels(guild).forEach(channel -> chats.seen(chat(channel), now));
        } else {
            write(channelsOf(guild), Set.of());
            known.remove(guild);
        }
    }

    /** A channel was deleted. */
    synchronized void closed(String guild, String channel) {
        Set<String> channels = channels(guild);
        if (channels.remove(channel)) {
            write(channelsOf(guild), channels);
            known.put(guild, Set.copyOf(channels));
            chats.retire(chat(channel), "the channel was deleted", clock.instant());
        }
    }

    /** Compares with the servers that the bot is in now: it may have been put out of some while it was not running. */
    void present(Collection<String> guilds) {
        read(SERVERS).stream()
                .filter(guild -> !guilds.contains(guild))
                .forEach(guild -> left(guild, "put out of the server while the bot was not running"));
        guilds.forEach(this::joined);
    }

    private static ChatId chat(String channel) {
        return new ChatId(DiscordFront.NAME, channel);
    }

    private Set<String> channels(String guild) {
        return read(channelsOf(guild));
    }

    private static String channelsOf(String guild) {
        return "channels/" + guild;
    }

    private static String leftNote(String guild) {
        return "left/" + guild;
    }

    private Optional<Instant> leftAt(String guild) {
        try {
            return notes.read(DiscordFront.NAME, leftNote(guild))
                    .filter(text -> !text.isEmpty())
                    .map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty(); // a note that nobody can read is none
        }
    }

    private Set<String> read(String note) {
        return notes.read(DiscordFront.NAME, note).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void write(String note, Set<String> ids) {
        notes.write(DiscordFront.NAME, note, String.join(",", ids));
    }
}
