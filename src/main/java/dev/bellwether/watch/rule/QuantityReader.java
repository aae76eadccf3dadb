package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads quantities: {@code price}, {@code sma200}, {@code 50-day average}, {@code 52w high}, {@code change 7d} and their other names. */
final class QuantityReader {
    /** Averages and channels are counted over so many bars at most. */
    static final int LONGEST = 400;

    static final int SHORTEST = 2;

    private static final Map<String, Quantity.Kind> SIMPLE = Map.ofEntries(
            Map.entry("price", Quantity.Kind.PRICE),
            Map.entry("quote", Quantity.Kind.PRICE),
            Map.entry("rsi", Quantity.Kind.RSI),
            Map.entry("rsi14", Quantity.Kind.RSI),
            Map.entry("atr", Quantity.Kind.ATR),
            Map.entry("atr14", Quantity.Kind.ATR),
            Map.entry("volume", Quantity.Kind.VOLUME),
            Map.entry("vol", Quantity.Kind.VOLUME),
            Map.entry("parity", Quantity.Kind.PARITY),
            Map.entry("premium", Quantity.Kind.PARITY));

    private static final Pattern NAME_FIRST = Pattern.compile("(sma|ma|dma|ema)(\\d{0,4})");
    private static final Pattern LENGTH_FIRST = Pattern.compile("(\\d{1,4})-?(sma|ma|dma|ema)");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,4}");

    private static final Map<String, Quantity.Kind> CHANNELS =
            Map.of("high", Quantity.Kind.DONCHIAN_HIGH, "low", Quantity.Kind.DONCHIAN_LOW);

    private final Cursor cursor;

    QuantityReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The quantity that begins at the next token; empty if none does, and then nothing is taken. */
    Optional<Quantity> read() {
        int before = cursor.position();
        Quantity quantity = quantity();
        if (quantity == null) {
            cursor.back(before);
        }
        return Optional.ofNullable(quantity);
    }

    private @Nullable Quantity quantity() {
        Token first = cursor.peek();
        if (!first.isWord()) {
            return null;
        }
        Quantity.Kind simple = SIMPLE.get(first.text());
        if (simple != null) {
            cursor.skip(1);
            return simple == Quantity.Kind.RSI || simple == Quantity.Kind.ATR ? fourteen(simple) : Quantity.of(simple);
        }
        if (cursor.take("change", "chg", "performance")) {
            return Quantity.change(Periods.read(cursor).orElse("1d"));
        }
        return named(first);
    }

    /** RSI and ATR are known over 14 bars only. */
    private Quantity fourteen(Quantity.Kind kind) {
        Token length = cursor.peek();
        int before = cursor.position();
        if (cursor.take("(")) {
            length = cursor.peek();
        }
        boolean counts = isLength(length) && !Times.unit(cursor.peek(1)); // not "above atr 3 times"
        if (!counts) {
            cursor.back(before);
        } else if (length.is("14")) {
            cursor.skip(1);
            cursor.take(")");
        } else {
            throw new Misread(length, Line.say("rule.length.fourteen"), List.of("14"));
        }
        return Quantity.of(kind);
    }

    private @Nullable Quantity named(Token first) {
        Optional<String> period = Periods.adjective(first.text());
        if (period.isPresent() && cursor.peek(1).is("change", "performance")) {
            cursor.skip(2);
            return Quantity.change(period.get());
        }
        if (first.is("donchian", "donchian20")) {
            return donchian(first);
        }
        Matcher before = NAME_FIRST.matcher(first.text());
        if (before.matches()) {
            return average(kind(before.group(1)), first, before.group(2));
        }
        Matcher behind = LENGTH_FIRST.matcher(first.text());
        if (behind.matches()) {
            cursor.skip(1);
            return over(kind(behind.group(2)), first, behind.group(1));
        }
        return counted(first);
    }

    private static Quantity.Kind kind(String name) {
        return name.equals("ema") ? Quantity.Kind.EMA : Quantity.Kind.SMA;
    }

    private Quantity average(Quantity.Kind kind, Token name, String length) {
        cursor.skip(1);
        if (!length.isEmpty()) {
            return over(kind, name, length);
        }
        boolean bracket = cursor.take("(");
        Token number = cursor.peek();
        if (!isLength(number)) {
            throw cursor.wrong(Line.say("rule.length.missing", cursor.shown(name)), List.of("50", "200"));
        }
        cursor.skip(1);
        if (bracket) {
            cursor.take(")");
        }
        return over(kind, number, number.text());
    }

    private static boolean isLength(Token token) {
        return LENGTH.matcher(token.text()).matches();
    }

    private Quantity donchian(Token name) {
        cursor.skip(1);
        Token number = cursor.peek();
        String length = "20";
        if (name.is("donchian") && isLength(number)) {
            length = number.text();
            cursor.skip(1);
        }
        Quantity.Kind kind = side();
        if (kind == null) {
            throw cursor.wrong(Line.say("rule.side"), List.of("high", "low"));
        }
        return over(kind, name, length);
    }

    private Quantity.@Nullable Kind side() {
        Token token = cursor.peek();
        Quantity.Kind kind = token.isWord() ? CHANNELS.get(token.text()) : null;
        if (kind != null) {
            cursor.skip(1);
        }
        return kind;
    }

    /** What begins with a length: "52w high", "20d low", "200-day moving average", "52 week high". */
    private @Nullable Quantity counted(Token first) {
        Optional<Lapse> lapse = Lapse.read(cursor);
        if (lapse.isEmpty()) {
            return null;
        }
        Quantity.Kind kind = side();
        if (kind != null) {
            return lapse.get().isYear() ? extreme(kind) : channel(kind, lapse.get(), first);
        }
        Quantity.Kind average = averageWords();
        return average == null || !lapse.get().isDays()
                ? null
                : over(average, first, lapse.get().count());
    }

    private static Quantity extreme(Quantity.Kind side) {
        boolean high = side == Quantity.Kind.DONCHIAN_HIGH;
        return Quantity.of(high ? Quantity.Kind.HIGH_52W : Quantity.Kind.LOW_52W);
    }

    private Quantity channel(Quantity.Kind kind, Lapse lapse, Token first) {
        if (!lapse.isDays()) {
            throw new Misread(first, Line.say("rule.extreme.period"), List.of("52w", "20d"));
        }
        return over(kind, first, lapse.count());
    }

    private Quantity.@Nullable Kind averageWords() {
        boolean exponential = cursor.take("exponential");
        cursor.take("simple");
        cursor.take("moving");
        if (cursor.take("ema")) {
            return Quantity.Kind.EMA;
        }
        boolean average = cursor.take("average", "avg", "ma", "sma", "line");
        if (!average) {
            return null;
        }
        return exponential ? Quantity.Kind.EMA : Quantity.Kind.SMA;
    }

    private Quantity over(Quantity.Kind kind, Token spot, String length) {
        int bars = Integer.parseInt(length);
        if (bars < SHORTEST || bars > LONGEST) {
            int end = Math.max(spot.end(), cursor.lastEnd());
            throw new Misread(spot.start(), end, Line.say("rule.length.range", SHORTEST, LONGEST), List.of());
        }
        return Quantity.over(kind, bars);
    }
}
