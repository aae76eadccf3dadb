package dev.bellwether.store;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table {@code chats}. */
final class ChatTable implements Chats {
    private static final Logger LOG = LoggerFactory.getLogger(ChatTable.class);

    private final Access access;

    ChatTable(Access access) {
        this.access = access;
    }

    @Override
    public void seen(ChatId chat, Instant at) {
        access.write(handle -> {
            boolean back = contact(handle, chat) == Contact.RETIRED;
            handle.createUpdate("""
                            INSERT INTO chats (front, chat, first_seen, last_seen) VALUES (:front, :chat, :at, :at)
                            ON CONFLICT (front, chat) DO UPDATE
                            SET last_seen = CASE WHEN excluded.last_seen > chats.last_seen
                                    THEN excluded.last_seen ELSE chats.last_seen END,
                                retired = NULL, retired_why = NULL
                            WHERE excluded.last_seen > chats.last_seen OR chats.retired IS NOT NULL
                            """)
                    .bind("front", chat.front())
                    .bind("chat", chat.id())
                    .bind("at", at)
                    .execute();
            if (back) {
                AlertChanges.noteChat(handle, id(handle, chat).orElseThrow());
            }
            return 0;
        });
    }

    @Override
    public Contact contact(ChatId chat) {
        return access.read(handle -> contact(handle, chat));
    }

    private static Contact contact(Handle handle, ChatId chat) {
        return handle.createQuery("SELECT retired IS NOT NULL FROM chats WHERE front = :front AND chat = :chat")
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .mapTo(Boolean.class)
                .findOne()
                .map(retired -> retired ? Contact.RETIRED : Contact.IN_USE)
                .orElse(Contact.UNKNOWN);
    }

    @Override
    public long count() {
        return access.read(handle -> handle.createQuery("SELECT COUNT(*) FROM chats WHERE retired IS NULL")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public ChatSettings settings(ChatId chat) {
        return access.read(handle -> handle.createQuery(
                        "SELECT zone, language, quiet_from, quiet_to, cashtags FROM chats WHERE front = :front AND chat = :chat")
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .map((row, context) -> settings(row))
                .findOne()
                .orElse(ChatSettings.NONE));
    }

    private static ChatSettings settings(ResultSet row) throws SQLException {
        String language = row.getString("language");
        int from = row.getInt("quiet_from");
        boolean never = row.wasNull();
        int to = row.getInt("quiet_to");
        return new ChatSettings(
                zone(row.getString("zone")),
                language == null ? null : Language.of(language).orElse(null),
                never ? null : new ChatSettings.QuietHours(time(from), time(to)),
                row.getInt("cashtags") != 0);
    }

    /** A zone that another JDK knew and this one does not is no reason to answer nothing. */
    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            LOG.warn("No such time zone: {}", name);
            return null;
        }
    }

    private static LocalTime time(int minutes) {
        return LocalTime.MIDNIGHT.plusMinutes(minutes);
    }

    private static int minutes(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    @Override
    public void change(ChatId chat, ChatSettings settings, Instant at) {
        ZoneId zone = settings.zone();
        Language language = settings.language();
        ChatSettings.QuietHours quiet = settings.quiet();
        access.write(handle -> {
            ensure(handle, chat, at);
            return handle.createUpdate("""
                            UPDATE chats SET zone = :zone, language = :language, quiet_from = :from, quiet_to = :to,
                                cashtags = :cashtags
                            WHERE front = :front AND chat = :chat
                            """)
                    .bind("zone", zone == null ? null : zone.getId())
                    .bind("language", language == null ? null : language.code())
                    .bind("cashtags", settings.cashtags() ? 1 : 0)
                    .bind("from", quiet == null ? null : Integer.valueOf(minutes(quiet.from())))
                    .bind("to", quiet == null ? null : Integer.valueOf(minutes(quiet.to())))
                    .bind("front", chat.front())
                    .bind("chat", chat.id())
                    .execute();
        });
    }

    @Override
    public void setUp(ChatId chat, String member, Instant at) {
        seen(chat, at);
        access.write(
                handle -> handle.createUpdate("UPDATE chats SET owner = :member WHERE front = :front AND chat = :chat")
                        .bind("member", member)
                        .bind("front", chat.front())
                        .bind("chat", chat.id())
                        .execute());
    }

    @Override
    public Optional<String> owner(ChatId chat) {
        return access.read(handle -> handle.createQuery(
                        "SELECT owner FROM chats WHERE front = :front AND chat = :chat AND owner IS NOT NULL")
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void retire(ChatId chat, String why, Instant at) {
        access.write(handle -> {
            int gone = handle.createUpdate("""
                            UPDATE chats SET retired = :at, retired_why = :why
                            WHERE front = :front AND chat = :chat AND retired IS NULL
                            """)
                    .bind("at", at)
                    .bind("why", why)
                    .bind("front", chat.front())
                    .bind("chat", chat.id())
                    .execute();
            if (gone > 0) {
                AlertChanges.noteChat(handle, id(handle, chat).orElseThrow());
            }
            return gone;
        });
    }

    @Override
    public long retiredCount() {
        return access.read(handle -> handle.createQuery("SELECT COUNT(*) FROM chats WHERE retired IS NOT NULL")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public List<Retired> retired(int most) {
        return access.read(handle -> handle.createQuery("""
                        SELECT front, chat, retired, retired_why FROM chats WHERE retired IS NOT NULL
                        ORDER BY retired DESC, id DESC LIMIT :most
                        """)
                .bind("most", most)
                .map((row, context) -> new Retired(
                        new ChatId(row.getString("front"), row.getString("chat")),
                        row.getString("retired_why"),
                        Bindings.moment(row, "retired")))
                .list());
    }

    @Override
    public void move(ChatId from, ChatId to, Instant at) {
        access.write(handle -> {
            Optional<Long> old = id(handle, from);
            if (old.isPresent() && !from.equals(to)) {
                ensure(handle, to, at);
                join(handle, old.get(), id(handle, to).orElseThrow());
            }
            return 0;
        });
    }

    private static Optional<Long> id(Handle handle, ChatId chat) {
        return handle.createQuery("SELECT id FROM chats WHERE front = :front AND chat = :chat")
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .mapTo(Long.class)
                .findOne();
    }

    /** All that refers to the old chat goes to the new one; then the old one is deleted. Quiet hours are one choice. */
    private static void join(Handle handle, long old, long chat) {
        Remembered.ALL.forEach(table -> table.move(handle, old, chat));
        handle.createUpdate("""
                        UPDATE chats SET
                            zone = COALESCE(zone, (SELECT zone FROM chats WHERE id = :old)),
                            owner = COALESCE(owner, (SELECT owner FROM chats WHERE id = :old)),
                            language = COALESCE(language, (SELECT language FROM chats WHERE id = :old)),
                            quiet_from = COALESCE(quiet_from, (SELECT quiet_from FROM chats WHERE id = :old)),
                            quiet_to = COALESCE(quiet_to, (SELECT quiet_to FROM chats WHERE id = :old)),
                            cashtags = (SELECT MAX(cashtags) FROM chats WHERE id IN (:old, :chat)),
                            first_seen = (SELECT MIN(first_seen) FROM chats WHERE id IN (:old, :chat)),
                            last_seen = (SELECT MAX(last_seen) FROM chats WHERE id IN (:old, :chat)),
                            retired = NULL, retired_why = NULL
                        WHERE id = :chat
                        """).bind("old", old).bind("chat", chat).execute();
        handle.createUpdate("DELETE FROM chats WHERE id = :old")
                .bind("old", old)
                .execute();
    }

    @Override
    public int purge(Instant retiredBefore) {
        return access.write(handle -> {
            AlertChanges.note(
                    handle,
                    "chat_id IN (SELECT id FROM chats WHERE retired < :before)",
                    Map.of("before", Bindings.micros(retiredBefore)));
            return handle.createUpdate("DELETE FROM chats WHERE retired < :before")
                    .bind("before", retiredBefore)
                    .execute();
        });
    }

    /** Makes sure that a chat has a row that others can refer to. */
    static void ensure(Handle handle, ChatId chat, Instant at) {
        handle.createUpdate("""
                        INSERT INTO chats (front, chat, first_seen, last_seen) VALUES (:front, :chat, :at, :at)
                        ON CONFLICT (front, chat) DO NOTHING
                        """)
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .bind("at", at)
                .execute();
    }
}
