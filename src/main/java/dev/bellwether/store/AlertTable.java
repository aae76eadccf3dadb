package dev.bellwether.store;

import dev.bellwether.talk.ChatId;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.alert.Alerts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code alerts}. Rules that this program can't read any more are left out, with a word in the log. */
final class AlertTable implements Alerts {
    private static final String ALL =
            "SELECT a.*, c.front, c.chat FROM alerts a JOIN chats c ON c.id = a.chat_id WHERE ";

    private final Access access;

    AlertTable(Access access) {
        this.access = access;
    }

    @Override
    public Alert add(Alert draft) {
        return access.write(handle -> {
            ChatTable.ensure(handle, draft.chat(), draft.created());
            int number = nextNumber(handle, draft.chat());
            AlertRow.bind(handle.createUpdate("""
                                    INSERT INTO alerts (chat_id, number, member, set_by, for_group, aside, rule, state, created,
                                        snoozed_until, last_day, fired, last_fired, remind, unacknowledged)
                                    SELECT id, :number, :member, :by, :group, :aside, :rule, :state, :created,
                                        :snoozed, :lastDay, :fired, :lastFired, :remind, :unacknowledged
                                    FROM chats WHERE front = :front AND chat = :chat
                                    """), draft)
                    .bind("number", number)
                    .bind("front", draft.chat().front())
                    .bind("chat", draft.chat().id())
                    .execute();
            long id = find(handle, draft.chat(), number);
            AlertChanges.note(handle, "id = :id", Map.of("id", id));
            return draft.named(id, number);
        });
    }

    private static long find(Handle handle, ChatId chat, int number) {
        return handle.createQuery("""
                        SELECT a.id FROM alerts a JOIN chats c ON c.id = a.chat_id
                        WHERE c.front = :front AND c.chat = :chat AND a.number = :number
                        """)
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .bind("number", number)
                .mapTo(Long.class)
                .one();
    }

    private static int nextNumber(Handle handle, ChatId chat) {
        handle.createUpdate(
                        "UPDATE chats SET alerts_numbered = alerts_numbered + 1 WHERE front = :front AND chat = :chat")
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .execute();
        return handle.createQuery("SELECT alerts_numbered FROM chats WHERE front = :front AND chat = :chat")
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public boolean change(Alert alert) {
        return access.write(handle -> keep(handle, alert));
    }

    private static boolean keep(Handle handle, Alert alert) {
        if (AlertChanges.note(handle, "id = :id", Map.of("id", alert.id())) == 0) {
            return false;
        }
        return AlertRow.bind(handle.createUpdate("""
                                UPDATE alerts SET member = :member, set_by = :by, for_group = :group, aside = :aside, rule = :rule,
                                    state = :state, created = :created, snoozed_until = :snoozed, last_day = :lastDay,
                                    fired = :fired, last_fired = :lastFired, remind = :remind,
                                    unacknowledged = :unacknowledged
                                WHERE id = :id
                                """), alert)
                        .bind("id", alert.id())
                        .execute()
                > 0;
    }

    @Override
    public Optional<Alert> change(long id, UnaryOperator<Alert> change) {
        return access.write(handle -> {
            AlertChanges.alone(handle);
            Optional<Alert> before = byId(handle, id);
            Optional<Alert> after = before.map(change);
            if (!after.equals(before)) {
                keep(handle, after.orElseThrow());
            }
            return after;
        });
    }

    @Override
    public boolean delete(long id) {
        return access.write(handle -> {
            AlertChanges.note(handle, "id = :id", Map.of("id", id));
            return handle.createUpdate("DELETE FROM alerts WHERE id = :id")
                            .bind("id", id)
                            .execute()
                    > 0;
        });
    }

    @Override
    public List<Alert> of(ChatId chat, @Nullable String member) {
        String own = member == null ? "" : " AND (a.for_group = 1 OR a.member = :member)";
        return all(
                "c.front = :front AND c.chat = :chat" + own + " ORDER BY a.number",
                member == null
                        ? Map.of("front", chat.front(), "chat", chat.id())
                        : Map.of("front", chat.front(), "chat", chat.id(), "member", member));
    }

    @Override
    public List<Alert> ofMember(String front, String member) {
        return all("a.member = :member AND c.front = :front ORDER BY a.id", Map.of("front", front, "member", member));
    }

    @Override
    public Optional<Alert> find(ChatId chat, int number) {
        return all(
                        "c.front = :front AND c.chat = :chat AND a.number = :number",
                        Map.of("front", chat.front(), "chat", chat.id(), "number", number))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Alert> byId(long id) {
        return access.read(handle -> byId(handle, id));
    }

    private static Optional<Alert> byId(Handle handle, long id) {
        return all(handle, "a.id = :id", Map.of("id", id)).stream().findFirst();
    }

    @Override
    public List<Alert> armed(long afterId, int most) {
        return page("a.state = 'ARMED' AND c.retired IS NULL", afterId, most);
    }

    @Override
    public List<Alert> unacknowledged(long afterId, int most) {
        return page("a.remind = 1 AND a.unacknowledged IS NOT NULL AND c.retired IS NULL", afterId, most);
    }

    /** A page of rows of which none can be read must not look like the end. */
    private List<Alert> page(String which, long afterId, int most) {
        return access.read(handle -> {
            long after = afterId;
            while (true) {
                List<Long> ids = handle.createQuery("SELECT a.id FROM alerts a JOIN chats c ON c.id = a.chat_id WHERE "
                                + which + " AND a.id > :after ORDER BY a.id LIMIT :most")
                        .bind("after", after)
                        .bind("most", most)
                        .mapTo(Long.class)
                        .list();
                if (ids.isEmpty()) {
                    return List.of();
                }
                List<Alert> alerts = all(
                        handle,
                        which + " AND a.id > :after AND a.id <= :last ORDER BY a.id",
                        Map.of("after", after, "last", ids.getLast()));
                if (!alerts.isEmpty()) {
                    return alerts;
                }
                after = ids.getLast();
            }
        });
    }

    @Override
    public List<Alert> overdue(LocalDate day, int most) {
        return all(
                "a.state = 'ARMED' AND a.last_day < :day ORDER BY a.id LIMIT :most",
                Map.of("day", day.toEpochDay(), "most", most));
    }

    private List<Alert> all(String which, Map<String, ?> values) {
        return access.read(handle -> all(handle, which, values));
    }

    private static List<Alert> all(Handle handle, String which, Map<String, ?> values) {
        return handle.createQuery(ALL + which).bindMap(values).map((row, context) -> AlertRow.read(row)).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public long version() {
        return access.read(AlertChanges::latest);
    }

    @Override
    public List<Changed> changedSince(long version, int most) {
        return access.read(handle -> handle.createQuery("""
                        SELECT version, alert_id FROM alert_changes WHERE version > :version
                        ORDER BY version LIMIT :most
                        """)
                .bind("version", version)
                .bind("most", most)
                .map((row, context) -> new Changed(row.getLong("version"), row.getLong("alert_id")))
                .list());
    }

    /** Deletes alerts that have been done since a moment; says how many. */
    int prune(Instant doneBefore) {
        String which = "state = 'DONE' AND created < :before AND COALESCE(last_fired, 0) < :before"
                + " AND COALESCE(last_day, 0) < :day";
        Map<String, Long> values = Map.of(
                "before", Bindings.micros(doneBefore), "day", Math.floorDiv(doneBefore.getEpochSecond(), 86_400L));
        return access.write(handle -> {
            if (AlertChanges.note(handle, which, values) == 0) {
                return 0;
            }
            return handle.createUpdate("DELETE FROM alerts WHERE " + which)
                    .bindMap(values)
                    .execute();
        });
    }
}
