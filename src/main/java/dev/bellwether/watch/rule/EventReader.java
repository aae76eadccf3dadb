package dev.bellwether.watch.rule;

import dev.bellwether.reading.CleanText;
import dev.bellwether.talk.Line;
import dev.bellwether.watch.rule.Condition.Direction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads conditions that have a name of their own: breakouts, new highs, crosses of averages, targets, news, earnings. */
final class EventReader {
    private static final int LONGEST_PHRASE = 100;
    private static final int MOST_DAYS = 120;

    private final Cursor cursor;
    private final QuantityReader quantities;

    EventReader(Cursor cursor, QuantityReader quantities) {
        this.cursor = cursor;
        this.quantities = quantities;
    }

    /** The condition that begins at the next token; empty if none does, and then nothing is taken. */
    Optional<Condition> read() {
        Token first = cursor.peek();
        if (!first.isWord()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (first.text()) {
                    case "new" -> extreme(cursor.next());
                    case "breakout", "breakouts", "breakdown", "breakdowns", "confirmed" -> breakout();
                    case "breaks" -> cursor.peek(1).is("out", "down") ? breaksOut() : null;
                    case "golden", "death" -> averages(cursor.next());
                    case "price" -> cursor.peek(1).is("target", "targets") ? target(2) : null;
                    case "target", "targets" -> target(1);
                    case "news", "article", "headline" -> news(cursor.next());
                    case "earnings", "results" -> earnings(cursor.next());
                    default -> null;
                });
    }

    /** "new 52w high" is a condition of its own; "new 20d high" is a crossing of the channel. */
    private Condition extreme(Token first) {
        if (cursor.peek().is("high", "low")) {
            return new Condition.NewExtreme(cursor.next().is("high"));
        }
        Optional<Quantity> extreme = quantities.read();
        if (extreme.isEmpty()) {
            throw cursor.wrong(Line.say("rule.extreme.period"), List.of("52w high", "52w low"));
        }
        Quantity line = extreme.get();
        return switch (line.kind()) {
            case HIGH_52W -> new Condition.NewExtreme(true);
            case LOW_52W -> new Condition.NewExtreme(false);
            case DONCHIAN_HIGH -> crossing(line, Direction.UP);
            case DONCHIAN_LOW -> crossing(line, Direction.DOWN);
            default ->
                throw new Misread(
                        first.start(), cursor.lastEnd(), Line.say("rule.extreme.period"), List.of("new 52w high"));
        };
    }

    private static Condition crossing(Quantity line, Direction direction) {
        return new Condition.Crosses(Quantity.of(Quantity.Kind.PRICE), new Operand.Measured(line), direction);
    }

    private Condition breaksOut() {
        boolean down = cursor.peek(1).is("down");
        cursor.skip(2);
        return new Condition.Breakout(false, down ? Direction.DOWN : Direction.EITHER);
    }

    private Condition breakout() {
        boolean confirmed = cursor.take("confirmed");
        if (!cursor.peek().is("breakout", "breakouts", "breakdown", "breakdowns")) {
            throw cursor.wrong(Line.say("rule.breakout"), List.of("breakout"));
        }
        Direction direction = cursor.next().text().startsWith("breakdown") ? Direction.DOWN : Direction.EITHER;
        boolean more = true;
        while (more) {
            if (cursor.take("confirmed")) {
                confirmed = true;
            } else if (direction == Direction.EITHER && cursor.take("up", "upward", "upwards")) {
                direction = Direction.UP;
            } else if (direction == Direction.EITHER && cursor.take("down", "downward", "downwards")) {
                direction = Direction.DOWN;
            } else {
                more = false;
            }
        }
        return new Condition.Breakout(confirmed, direction);
    }

    private Condition averages(Token colour) {
        if (!cursor.take("cross", "crosses", "crossing")) {
            throw cursor.wrong(Line.say("rule.cross", cursor.shown(colour)), List.of("cross"));
        }
        return new Condition.AverageCross(colour.is("golden"));
    }

    private Condition target(int words) {
        cursor.skip(words);
        cursor.take("is", "was");
        if (cursor.take("changed", "changes", "change")) {
            return new Condition.TargetChanged(null);
        }
        if (cursor.take("raised", "raises", "raise", "lifted", "up")) {
            return new Condition.TargetChanged(true);
        }
        if (cursor.take("cut", "cuts", "lowered", "reduced", "down")) {
            return new Condition.TargetChanged(false);
        }
        throw cursor.wrong(Line.say("rule.target"), List.of("changed", "raised", "cut"));
    }

    private Condition news(Token first) {
        cursor.take("about", "on", "with", "mentions", "contains");
        cursor.take(":");
        Token phrase = cursor.peek();
        boolean word = phrase.isWord() && !Vocabulary.reserved(phrase.text()) && !phrase.is("every", "on");
        if (phrase.kind() != Token.Kind.QUOTED && !word) {
            throw new Misread(
                    first.end(), first.end(), Line.say("rule.news", Line.empty().code("news \"Qwen\"")), List.of());
        }
        cursor.skip(1);
        String text = phrase.kind() == Token.Kind.QUOTED ? phrase.text() : CleanText.onOneLine(cursor.typed(phrase));
        if (text.isBlank() || text.length() > LONGEST_PHRASE) {
            throw new Misread(phrase, Line.say("rule.news.length", LONGEST_PHRASE));
        }
        return new Condition.News(text);
    }

    private Condition earnings(Token first) {
        if (cursor.take("today")) {
            return new Condition.EarningsIn(0);
        }
        if (cursor.take("tomorrow")) {
            return new Condition.EarningsIn(1);
        }
        boolean in = cursor.take("in", "within");
        Token count = cursor.peek();
        Integer days = in ? Lapse.read(cursor).map(EventReader::days).orElse(null) : null;
        if (days == null) {
            int end = in ? Math.max(count.end(), cursor.lastEnd()) : first.end();
            throw new Misread(
                    first.start(),
                    end,
                    Line.say("rule.earnings", Line.empty().code("earnings in 3d")),
                    List.of("earnings in 3d"));
        }
        if (days > MOST_DAYS) {
            throw new Misread(count.start(), cursor.lastEnd(), Line.say("rule.earnings.range", MOST_DAYS), List.of());
        }
        return new Condition.EarningsIn(days);
    }

    private static @Nullable Integer days(Lapse lapse) {
        return switch (lapse.unit()) {
            case 'd' -> lapse.number();
            case 'w' -> lapse.number() * 7;
            default -> null;
        };
    }
}
