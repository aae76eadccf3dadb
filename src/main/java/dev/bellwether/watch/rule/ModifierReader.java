package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.rule.Rule.Repeat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind the condition, in any order: how often, cooldown, last day, note, basis. Each at most once. */
final class ModifierReader {
    /** A longer note is refused, in characters. */
    static final int LONGEST_NOTE = 200;

    private static final Duration LONGEST_COOLDOWN = Duration.ofDays(365);

    private static final int MOST_YEARS = 10;

    private final Cursor cursor;
    private final @Nullable LocalDate today;

    private @Nullable Repeat repeat;
    private @Nullable Duration cooldown;
    private int cooldownStart;
    private int cooldownEnd;
    private @Nullable LocalDate until;
    private @Nullable String note;
    private boolean onClose;

    /** @param today null if the last day may be over */
    ModifierReader(Cursor cursor, @Nullable LocalDate today) {
        this.cursor = cursor;
        this.today = today;
    }

    /** Reads all that is left. */
    void read() {
        while (!cursor.peek().isEnd()) {
            if (!cursor.take(",")) {
                modifier();
            }
        }
        if (repeat == Repeat.ONCE && cooldown != null) {
            throw new Misread(cooldownStart, cooldownEnd, Line.say("rule.cooldown.once"), List.of());
        }
    }

    /** The rule with what was read. A cooldown alone means that it goes on firing. */
    Rule with(Scope scope, Condition condition) {
        Repeat usual = cooldown == null ? Repeat.ONCE : Repeat.EVERY_TIME;
        Rule.Basis basis = onClose ? Rule.Basis.CLOSES : Rules.basis(condition);
        return new Rule(scope, condition, basis, repeat == null ? usual : repeat, cooldown, until, note);
    }

    private void modifier() {
        Token first = cursor.peek();
        Repeat named = repeat();
        if (named != null) {
            mustBeNew(repeat == null, first);
            repeat = named;
        } else if (cursor.take("cooldown")) {
            mustBeNew(cooldown == null, first);
            cooldown = cooldown(first);
            cooldownStart = first.start();
            cooldownEnd = cursor.lastEnd();
        } else if (cursor.take("until", "till")) {
            mustBeNew(until == null, first);
            until = until();
        } else if (cursor.take("note")) {
            mustBeNew(note == null, first);
            note = note();
        } else if (basis()) {
            mustBeNew(!onClose, first);
            onClose = true;
        } else {
            throw misplaced(first);
        }
    }

    private Misread misplaced(Token first) {
        boolean joins = first.is("and", "or", "with", "not", "but");
        boolean begins = Vocabulary.STARTS.contains(first.text());
        if (joins || begins) {
            boolean behind = repeat != null || cooldown != null || until != null || note != null || onClose;
            return behind
                    ? new Misread(first, Line.say("rule.modifier.last"))
                    : new Misread(
                            first.start(),
                            first.start(),
                            Line.say("rule.join", cursor.shown(first)),
                            List.of("and ", "or "));
        }
        if (first.is(")")) {
            return new Misread(first, Line.say("rule.bracket.close"));
        }
        if (first.is("twice", "thrice", "times") || cursor.peek(1).is("times")) {
            return new Misread(first, Line.say("rule.times.closes", Line.empty().code("closes above 155 twice")));
        }
        return cursor.unknown(Vocabulary.CONTINUES);
    }

    private void mustBeNew(boolean isNew, Token first) {
        if (!isNew) {
            throw new Misread(first.start(), cursor.lastEnd(), Line.say("rule.modifier.twice"), List.of());
        }
    }

    private @Nullable Repeat repeat() {
        if (cursor.takeAll("once", "a", "day")
                || cursor.takeAll("once", "per", "day")
                || cursor.takeAll("every", "day")
                || cursor.takeAll("each", "day")
                || cursor.takeAll("once", "daily")
                || cursor.take("daily")) {
            return Repeat.DAILY;
        }
        if (cursor.take("once")) {
            return Repeat.ONCE;
        }
        boolean always = cursor.takeAll("every", "time")
                || cursor.takeAll("each", "time")
                || cursor.take("always", "everytime", "every-time", "repeatedly");
        return always ? Repeat.EVERY_TIME : null;
    }

    private boolean basis() {
        boolean close = cursor.peek().is("on", "at");
        int ahead = close && cursor.peek(1).is("the") ? 2 : 1;
        if (!close || !cursor.peek(ahead).is("close", "closes", "closing")) {
            return false;
        }
        cursor.skip(ahead + 1);
        return true;
    }

    private Duration cooldown(Token first) {
        cursor.take("of", "for", ":");
        Token count = cursor.peek();
        Optional<Duration> duration = Lapse.read(cursor).flatMap(ModifierReader::duration);
        if (duration.isEmpty()) {
            int end = Math.max(cursor.lastEnd(), count.isNumber() ? count.end() : first.end());
            throw new Misread(
                    first.start(),
                    end,
                    Line.say("rule.cooldown", Line.empty().code("cooldown 6h")),
                    List.of("cooldown 6h", "cooldown 90m", "cooldown 2d"));
        }
        if (duration.get().isZero() || duration.get().compareTo(LONGEST_COOLDOWN) > 0) {
            throw new Misread(count.start(), cursor.lastEnd(), Line.say("rule.cooldown.range"), List.of());
        }
        return duration.get();
    }

    /** A cooldown of months has no fixed length. */
    private static Optional<Duration> duration(Lapse lapse) {
        return Optional.ofNullable(
                switch (lapse.unit()) {
                    case 'm', 'i' -> Duration.ofMinutes(lapse.number());
                    case 'h' -> Duration.ofHours(lapse.number());
                    case 'd' -> Duration.ofDays(lapse.number());
                    case 'w' -> Duration.ofDays(7L * lapse.number());
                    default -> null;
                });
    }

    private LocalDate until() {
        Token first = cursor.peek();
        LocalDate day = TypedDay.read(cursor, today);
        if (today != null && day.isBefore(today)) {
            throw new Misread(
                    first.start(), cursor.lastEnd(), Line.say("rule.until.past", new Value.Day(day)), List.of());
        }
        if (today != null && day.isAfter(today.plusYears(MOST_YEARS))) {
            throw new Misread(first.start(), cursor.lastEnd(), Line.say("rule.until.far", MOST_YEARS), List.of());
        }
        return day;
    }

    private String note() {
        cursor.take(":");
        Token text = cursor.peek();
        if (text.kind() != Token.Kind.QUOTED) {
            throw cursor.wrong(Line.say("rule.note", Line.empty().code("note \"buy zone\"")), List.of());
        }
        if (text.text().isBlank() || text.text().length() > LONGEST_NOTE) {
            throw new Misread(text, Line.say("rule.note.length", LONGEST_NOTE));
        }
        cursor.skip(1);
        return text.text();
    }
}
