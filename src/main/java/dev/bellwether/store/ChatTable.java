package dev.bellwether.store;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jdbi.v3.core.Handle;

/** The table {@code chats}. */
final class ChatTable implements Chats {
    private final Access access;

    ChatTable(Access access) {
        this.access = access;
    }

    @Override
    public void seen(ChatId chat, Instant at) {
        access.write(handle -> handle.createUpdate("""
                        INSERT INTO chats (front, chat, first_seen, last_seen) VALUES (:front, :chat, :at, :at)
                        ON CONFLICT (front, chat) DO UPDATE
                        SET last_seen = excluded.last_seen, retired = NULL, retired_why = NULL
                        WHERE excluded.last_seen > chats.last_seen
                        """)
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .bind("at", at)
                .execute());
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
                        "SELECT zone, language, quiet_from, quiet_to FROM chats WHERE front = :front AND chat = :chat")
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .map((row, context) -> settings(row))
                .findOne()
                .orElse(ChatSettings.NONE));
    }

    private static ChatSettings settings(ResultSet row) throws SQLException {
        String zone = row.getString("zone");
        String language = row.getString("language");
        int from = row.getInt("quiet_from");
        boolean never = row.wasNull();
        int to = row.getInt("quiet_to");
        return new ChatSettings(
                zone == null ? null : ZoneId.of(zone),
                language == null ? null : Language.of(language).orElse(null),
                never ? null : new ChatSettings.QuietHours(time(from), time(to)));
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
                            UPDATE chats SET zone = :zone, language = :language, quiet_from = :from, quiet_to = :to
                            WHERE front = :front AND chat = :chat
                            """)
                    .bind("zone", zone == null ? null : zone.getId())
                    .bind("language", language == null ? null : language.code())
                    .bind("from", quiet == null ? null : Integer.valueOf(minutes(quiet.from())))
                    .bind("to", quiet == null ? null : Integer.valueOf(minutes(quiet.to())))
                    .bind("front", chat.front())
                    .bind("chat", chat.id())
                    .execute();
        });
    }

    @Override
    public void retire(ChatId chat, String why, Instant at) {
        access.write(handle -> handle.createUpdate("""
                        UPDATE chats SET retired = :at, retired_why = :why
                        WHERE front = :front AND chat = :chat AND retired IS NULL
                        """)
                .bind("at", at)
                .bind("why", why)
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .execute());
    }

    @Override
    public void move(ChatId from, ChatId to, Instant at) {
        access.write(handle -> {
            boolean taken = handle.createQuery("SELECT COUNT(*) FROM chats WHERE front = :front AND chat = :chat")
                            .bind("front", to.front())
                            .bind("chat", to.id())
                            .mapTo(Long.class)
                            .one()
                    > 0;
            if (taken) {
                return 0;
            }
            return handle.createUpdate(
                            "UPDATE chats SET front = :toFront, chat = :to WHERE front = :front AND chat = :chat")
                    .bind("toFront", to.front())
                    .bind("to", to.id())
                    .bind("front", from.front())
                    .bind("chat", from.id())
                    .execute();
        });
    }

    @Override
    public int purge(Instant retiredBefore) {
        return access.write(handle -> handle.createUpdate("DELETE FROM chats WHERE retired < :before")
                .bind("before", retiredBefore)
                .execute());
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
