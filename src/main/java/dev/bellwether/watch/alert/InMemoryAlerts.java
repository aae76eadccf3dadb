package dev.bellwether.watch.alert;

import dev.bellwether.talk.ChatId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps alerts until the program ends. For any thread. */
final class InMemoryAlerts implements Alerts {
    private final Map<Long, Alert> alerts = new TreeMap<>();
    private final Map<Long, Long> changes = new HashMap<>();
    private final Map<ChatId, Integer> numbers = new HashMap<>();
    private long ids;
    private long version;

    @Override
    public synchronized Alert add(Alert draft) {
        Alert alert = draft.named(++ids, numbers.merge(draft.chat(), 1, Integer::sum));
        keep(alert);
        return alert;
    }

    private void keep(Alert alert) {
        alerts.put(alert.id(), alert);
        changes.put(alert.id(), ++version);
    }

    @Override
    public synchronized boolean change(Alert alert) {
        if (!alerts.containsKey(alert.id())) {
            return false;
        }
        keep(alert);
        return true;
    }

    @Override
    public synchronized Optional<Alert> change(long id, UnaryOperator<Alert> change) {
        Alert before = alerts.get(id);
        if (before == null) {
            return Optional.empty();
        }
        Alert after = change.apply(before);
        if (!after.equals(before)) {
            keep(after);
        }
        return Optional.of(after);
    }

    @Override
    public synchronized boolean delete(long id) {
        if (alerts.remove(id) == null) {
            return false;
        }
        changes.put(id, ++version);
        return true;
    }

    @Override
    public synchronized List<Alert> of(ChatId chat, @Nullable String member) {
        return where(alert -> alert.chat().equals(chat)
                        && (member == null || alert.group() || alert.member().equals(member)))
                .toList();
    }

    @Override
    public synchronized List<Alert> ofMember(String front, String member) {
        return where(alert ->
                        alert.chat().front().equals(front) && alert.member().equals(member))
                .toList();
    }

    private Stream<Alert> where(Predicate<Alert> wanted) {
        return alerts.values().stream().filter(wanted);
    }

    @Override
    public synchronized Optional<Alert> find(ChatId chat, int number) {
        return where(alert -> alert.chat().equals(chat) && alert.number() == number)
                .findFirst();
    }

    @Override
    public synchronized Optional<Alert> byId(long id) {
        return Optional.ofNullable(alerts.get(id));
    }

    @Override
    public synchronized List<Alert> armed(long afterId, int most) {
        return where(alert -> alert.id() > afterId && alert.state() == Alert.State.ARMED)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<Alert> unacknowledged(long afterId, int most) {
        return where(alert -> alert.id() > afterId && alert.remind() && alert.unacknowledged() != null)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<Alert> overdue(LocalDate day, int most) {
        return where(alert -> alert.state() == Alert.State.ARMED
                        && alert.rule().until() != null
                        && alert.rule().until().isBefore(day))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized long version() {
        return version;
    }

    @Override
    public synchronized List<Changed> changedSince(long since, int most) {
        return changes.entrySet().stream()
                .filter(change -> change.getValue() > since)
                .sorted(Map.Entry.comparingByValue())
                .limit(most)
                .map(change -> new Changed(change.getValue(), change.getKey()))
                .toList();
    }
}
