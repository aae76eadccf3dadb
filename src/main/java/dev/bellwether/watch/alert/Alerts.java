package dev.bellwether.watch.alert;

import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The members' alerts. Safe for threads; every change takes part in {@code fact.Transactions}. */
public interface Alerts {
    /**
     * Keeps a new alert, and gives it its id and number.
     *
     * @param draft its id and number are not looked at
     */
    Alert add(Alert draft);

    /**
     * Keeps an alert as it is now, by its id; whatever was kept meanwhile is lost, so it should have been read in the same transaction.
     *
     * @return false if it was deleted meanwhile
     */
    boolean change(Alert alert);

    /**
     * Reads an alert, changes it and keeps it in one go, so that two who change it at once don't undo each other.
     *
     * @param change called with what is kept; what it gives is kept unless it is the same. May be called again if somebody else was faster
     * @return what is kept now; empty if the alert was deleted
     */
    Optional<Alert> change(long id, UnaryOperator<Alert> change);

    /** Deletes an alert; false if it was deleted already. */
    boolean delete(long id);

    /** The alerts of a chat in the order of their numbers: a member's own and the group's; all of them if the member is null. */
    List<Alert> of(ChatId chat, @Nullable String member);

    /** All alerts that a person set anywhere on a front, in the order of their ids. */
    List<Alert> ofMember(String front, String member);

    /** The alert of a chat with this number. */
    Optional<Alert> find(ChatId chat, int number);

    /** The alert with this id. */
    Optional<Alert> byId(long id);

    /** Armed alerts of chats that are not retired, in the order of their ids, for the engine to load page by page. */
    List<Alert> armed(long afterId, int most);

    /** Alerts of chats that are not retired whose firing nobody has acknowledged and that are to be told again, in the order of their ids. */
    List<Alert> unacknowledged(long afterId, int most);

    /** Armed alerts whose last day is before this one, in the order of their ids. */
    List<Alert> overdue(LocalDate day, int most);

    /** The number of the latest change; it rises with every change by any process. */
    long version();

    /**
     * What changed after a version, the earliest first, so that engines of any process can follow; an alert that changed twice may
     * stand there once. Also noted as changes: that the member's watchlist in the chat changed, and that the chat was retired, came back,
     * moved or was deleted.
     */
    List<Changed> changedSince(long version, int most);

    /** Alerts kept in memory, for tests and for runs that keep nothing. */
    static Alerts inMemory() {
        return new InMemoryAlerts();
    }

    /** Whether an alert could not fire at all now: it is not armed, or snoozed. */
    static boolean silent(Alert alert, Instant now) {
        Instant snoozed = alert.snoozedUntil();
        return alert.state() != Alert.State.ARMED || (snoozed != null && snoozed.isAfter(now));
    }

    /**
     * A change.
     *
     * @param version its number
     * @param id of the alert, which may be deleted by now
     */
    record Changed(long version, long id) {}
}
