package dev.bellwether.store;

import dev.bellwether.analyst.Mark;
import dev.bellwether.talk.Memory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What {@code fact_marks} holds. A mark is the chat's: it changes what all of its members see. So when a person is forgotten it
 * stays, without the person's name and words.
 */
final class MarkMemory implements Remembered {
    /** Stands where the name of a forgotten person stood; it is shown to people. */
    static final String NOBODY = "—";

    @Override
    public String table() {
        return "fact_marks";
    }

    @Override
    public List<Memory.Kept> about(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        List<Memory.Kept> kept = new ArrayList<>(Kept.of(Memory.Kind.MARK, marks(handle, scope, "member")));
        if (scope.isPerson()) {
            kept.addAll(Kept.of(Memory.Kind.DECISION, marks(handle, scope, "settled_by")));
        }
        return kept;
    }

    private static List<Map<String, String>> marks(Handle handle, Scope scope, String column) {
        return scope.bind(handle.createQuery("SELECT m.*, c.chat FROM fact_marks m JOIN chats c ON c.id = m.chat_id"
                        + " WHERE m." + scope.rows(column) + " ORDER BY m.marked, m.fact_key"))
                .map((row, context) -> entry(row, scope, column))
                .list();
    }

    /** A person is shown the own part only: who else had a say in it is not theirs to take away. */
    private static Map<String, String> entry(ResultSet row, Scope scope, String column) throws SQLException {
        boolean marked = !scope.isPerson() || column.equals("member");
        boolean decided = !scope.isPerson() || column.equals("settled_by");
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("chat", row.getString("chat"));
        entry.put("symbol", row.getString("symbol"));
        entry.put("fact", row.getString("fact_key"));
        entry.put("state", row.getString("state"));
        if (marked) {
            entry.put("member", row.getString("member"));
            Kept.put(entry, "reason", row.getString("reason"));
            entry.put("marked", Bindings.moment(row, "marked").toString());
        }
        if (decided && row.getString("settled_by") != null) {
            entry.put("settled-by", row.getString("settled_by"));
            entry.put("settled", Bindings.moment(row, "settled").toString());
        }
        return entry;
    }

    @Override
    public void forget(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        if (!scope.isPerson()) {
            scope.bind(handle.createUpdate("DELETE FROM fact_marks WHERE " + scope.rows("member")))
                    .execute();
            return;
        }
        scope.bind(handle.createUpdate(
                        "UPDATE fact_marks SET member = :nobody, reason = '' WHERE " + scope.rows("member")))
                .bind("nobody", NOBODY)
                .execute();
        scope.bind(handle.createUpdate("UPDATE fact_marks SET settled_by = :nobody WHERE " + scope.rows("settled_by")))
                .bind("nobody", NOBODY)
                .execute();
    }

    /** Where both chats have marked a fact, a decision counts more than an open mark, then what the new chat has. */
    @Override
    public void move(Handle handle, long from, long to) {
        handle.createUpdate("""
                        DELETE FROM fact_marks WHERE chat_id = :to AND state = :open AND EXISTS (
                            SELECT 1 FROM fact_marks here WHERE here.chat_id = :from
                            AND here.fact_key = fact_marks.fact_key AND here.state <> :open)
                        """)
                .bind("from", from)
                .bind("to", to)
                .bind("open", Mark.State.OPEN.name())
                .execute();
        handle.createUpdate("""
                        UPDATE fact_marks SET chat_id = :to WHERE chat_id = :from AND NOT EXISTS (
                            SELECT 1 FROM fact_marks there WHERE there.chat_id = :to
                            AND there.fact_key = fact_marks.fact_key)
                        """).bind("from", from).bind("to", to).execute();
    }
}
