package dev.bellwether.store;

import dev.bellwether.talk.Memory;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.RuleText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What {@code alerts} holds. An alert for a whole group is the group's: when who set it is forgotten it stays, without the person's name and
 * note. A person's own are deleted.
 */
final class AlertMemory implements Remembered {
    @Override
    public String table() {
        return "alerts";
    }

    @Override
    public List<Memory.Kept> about(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        return Kept.of(
                Memory.Kind.ALERT,
                scope.bind(handle.createQuery("SELECT a.*, c.chat FROM alerts a JOIN chats c ON c.id = a.chat_id"
                                + " WHERE a." + scope.rows("member") + " ORDER BY a.id"))
                        .map((row, context) -> entry(row))
                        .list());
    }

    private static Map<String, String> entry(ResultSet row) throws SQLException {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("chat", row.getString("chat"));
        entry.put("number", row.getString("number"));
        entry.put("member", row.getString("member"));
        entry.put("name", row.getString("set_by"));
        entry.put("for-group", row.getInt("for_group") != 0 ? "yes" : "no");
        entry.put("rule", row.getString("rule"));
        entry.put("state", row.getString("state"));
        entry.put("set", Bindings.moment(row, "created").toString());
        if (Bindings.momentOrNull(row, "last_fired") != null) {
            entry.put("last-fired", Bindings.moment(row, "last_fired").toString());
        }
        return entry;
    }

    @Override
    public void forget(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        String meant = scope.rows("member");
        AlertChanges.note(handle, meant, scope.values());
        scope.bind(handle.createUpdate(
                        "DELETE FROM alerts WHERE " + meant + (scope.isPerson() ? " AND for_group = 0" : "")))
                .execute();
        if (scope.isPerson()) {
            takeOut(handle, scope);
        }
    }

    private static void takeOut(Handle handle, Scope scope) {
        Map<Long, String> rules = new HashMap<>();
        scope.bind(handle.createQuery("SELECT id, rule FROM alerts WHERE " + scope.rows("member")))
                .map((row, context) -> Map.entry(row.getLong("id"), row.getString("rule")))
                .forEach(rule -> rules.put(rule.getKey(), rule.getValue()));
        rules.forEach((id, rule) -> handle.createUpdate(
                        "UPDATE alerts SET member = :nobody, set_by = :nobody, rule = :rule WHERE id = :id")
                .bind("nobody", MarkMemory.NOBODY)
                .bind("rule", withoutNote(rule))
                .bind("id", id)
                .execute());
    }

    private static String withoutNote(String text) {
        Rule rule;
        try {
            rule = RuleText.read(text);
        } catch (IllegalArgumentException e) {
            return text; // it is left out of everything else, see AlertRow
        }
        return RuleText.of(
                new Rule(rule.scope(), rule.when(), rule.basis(), rule.repeat(), rule.cooldown(), rule.until(), null));
    }

    /** Those that come get the numbers behind the highest that the new chat ever gave, in their order. */
    @Override
    public void move(Handle handle, long from, long to) {
        handle.createUpdate("""
                        UPDATE alerts SET chat_id = :to,
                            number = number + (SELECT alerts_numbered FROM chats WHERE id = :to)
                        WHERE chat_id = :from
                        """).bind("from", from).bind("to", to).execute();
        handle.createUpdate("""
                        UPDATE chats SET alerts_numbered = alerts_numbered
                            + (SELECT alerts_numbered FROM chats WHERE id = :from)
                        WHERE id = :to
                        """).bind("from", from).bind("to", to).execute();
        AlertChanges.noteChat(handle, to);
    }
}
