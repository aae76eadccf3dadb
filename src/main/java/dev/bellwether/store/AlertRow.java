package dev.bellwether.store;

import dev.bellwether.talk.ChatId;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.RuleText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How an alert stands in its row. */
final class AlertRow {
    private static final Logger LOG = LoggerFactory.getLogger(AlertRow.class);

    private AlertRow() {}

    static <T extends SqlStatement<T>> T bind(T statement, Alert alert) {
        return statement
                .bind("member", alert.member())
                .bind("by", alert.by())
                .bind("group", alert.group() ? 1 : 0)
                .bind("aside", alert.aside() ? 1 : 0)
                .bind("rule", alert.text())
                .bind("state", alert.state().name())
                .bind("created", alert.created())
                .bind("snoozed", micros(alert.snoozedUntil()))
                .bind(
                        "lastDay",
                        alert.rule().until() == null
                                ? null
                                : Long.valueOf(alert.rule().until().toEpochDay()))
                .bind("fired", written(alert.fired()))
                .bind("lastFired", micros(alert.lastFired()))
                .bind("remind", alert.remind() ? 1 : 0)
                .bind("unacknowledged", alert.unacknowledged());
    }

    private static @Nullable Long micros(@Nullable Instant moment) {
        return moment == null ? null : Long.valueOf(Bindings.micros(moment));
    }

    /** Empty if the rule is in a form that this program does not know: a newer one may have written it. */
    static Optional<Alert> read(ResultSet row) throws SQLException {
        Optional<Rule> rule = rule(row);
        return rule.isEmpty() ? Optional.empty() : Optional.of(read(row, rule.get()));
    }

    private static Optional<Rule> rule(ResultSet row) throws SQLException {
        try {
            return Optional.of(RuleText.read(row.getString("rule")));
        } catch (IllegalArgumentException e) {
            LOG.error("The rule of alert {} can't be read and is left out: {}", row.getLong("id"), e.getMessage());
            return Optional.empty();
        }
    }

    private static Alert read(ResultSet row, Rule rule) throws SQLException {
        return new Alert(
                row.getLong("id"),
                row.getInt("number"),
                new ChatId(row.getString("front"), row.getString("chat")),
                row.getString("member"),
                row.getString("set_by"),
                row.getInt("for_group") != 0,
                row.getInt("aside") != 0,
                rule,
                row.getString("rule"),
                Alert.State.valueOf(row.getString("state")),
                Bindings.moment(row, "created"),
                Bindings.momentOrNull(row, "snoozed_until"),
                fired(row.getString("fired")),
                row.getInt("remind") != 0,
                row.getString("unacknowledged"));
    }

    private static String written(Map<String, Instant> fired) {
        return fired.entrySet().stream()
                .map(one -> one.getKey() + " " + Bindings.micros(one.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Instant> fired(String written) {
        Map<String, Instant> fired = new TreeMap<>();
        written.lines().forEach(line -> {
            int space = line.lastIndexOf(' ');
            long micros = Long.parseLong(line.substring(space + 1));
            fired.put(line.substring(0, space), Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        });
        return fired;
    }
}
