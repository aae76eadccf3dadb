package dev.bellwether.watch.alert;

import dev.bellwether.talk.ChatId;
import dev.bellwether.watch.rule.Rule;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A member's rule in a chat.
 *
 * @param id in the store, for ever
 * @param number by which members name it, counted in each chat from 1; never used again
 * @param chat where it was set
 * @param member who set it, as the front names the person
 * @param by what people call who set it, for others to read
 * @param group whether it is the whole chat's, told there; else it belongs to the member alone
 * @param aside whether others read the chat, so that a member's own alert is told in private where the front can do that
 * @param rule what it means
 * @param text the rule as text that reads as {@code rule} again
 * @param state whether it is armed
 * @param created when it was set
 * @param snoozedUntil until when it says nothing; null for not at all
 * @param fired when it fired last, by the symbol of the listing for which it did
 * @param remind whether a firing that nobody has acknowledged is told again each day
 * @param unacknowledged the key of the notice that waits to be acknowledged; null for none
 */
public record Alert(
        long id,
        int number,
        ChatId chat,
        String member,
        String by,
        boolean group,
        boolean aside,
        Rule rule,
        String text,
        State state,
        Instant created,
        @Nullable Instant snoozedUntil,
        Map<String, Instant> fired,
        boolean remind,
        @Nullable String unacknowledged) {
    public Alert {
        fired = Collections.unmodifiableMap(new TreeMap<>(fired));
    }

    /** Whether an alert is armed. */
    public enum State {
        ARMED,
        PAUSED,
        /** It fired once, as it was asked to, or its last day is over. */
        DONE
    }

    /** When it fired last, for whichever listing; null for never. */
    public @Nullable Instant lastFired() {
        return fired.values().stream().max(Instant::compareTo).orElse(null);
    }

    /** The same under an id and a number. */
    public Alert named(long newId, int newNumber) {
        return new Alert(
                newId,
                newNumber,
                chat,
                member,
                by,
                group,
                aside,
                rule,
                text,
                state,
                created,
                snoozedUntil,
                fired,
                remind,
                unacknowledged);
    }

    /** The same in another state, no longer snoozed. One that fires once and is armed again may fire once more. */
    public Alert in(State other) {
        boolean anew = other == State.ARMED && rule.repeat() == Rule.Repeat.ONCE;
        return new Alert(
                id,
                number,
                chat,
                member,
                by,
                group,
                aside,
                rule,
                text,
                other,
                created,
                null,
                anew ? Map.of() : fired,
                remind,
                unacknowledged);
    }

    /** The same, saying nothing until a moment. */
    public Alert snoozed(Instant until) {
        return new Alert(
                id,
                number,
                chat,
                member,
                by,
                group,
                aside,
                rule,
                text,
                state,
                created,
                until,
                fired,
                remind,
                unacknowledged);
    }

    /** The same with another rule, armed as if it were new. */
    public Alert meaning(Rule other, String otherText, boolean reminding) {
        return new Alert(
                id,
                number,
                chat,
                member,
                by,
                group,
                aside,
                other,
                otherText,
                State.ARMED,
                created,
                null,
                Map.of(),
                reminding,
                null);
    }

    /** The same after somebody has said that a firing was seen. */
    public Alert acknowledged() {
        return new Alert(
                id,
                number,
                chat,
                member,
                by,
                group,
                aside,
                rule,
                text,
                state,
                created,
                snoozedUntil,
                fired,
                remind,
                null);
    }

    /** The same after it fired for a listing; one of a group then waits to be acknowledged. */
    Alert firedFor(String listing, Instant at, String notice) {
        Map<String, Instant> times = new TreeMap<>(fired);
        times.merge(listing, at, (one, other) -> one.isAfter(other) ? one : other);
        State next = rule.repeat() == Rule.Repeat.ONCE ? State.DONE : state;
        return new Alert(
                id,
                number,
                chat,
                member,
                by,
                group,
                aside,
                rule,
                text,
                next,
                created,
                snoozedUntil,
                times,
                remind,
                group ? notice : unacknowledged);
    }
}
