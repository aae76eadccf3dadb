package dev.bellwether.reading.token;

import dev.bellwether.reading.token.Numeral.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Second pass: joins numbers with their signs, currencies, magnitudes and percent signs. */
final class Combiner {
    /** Whose numbers are written with a plain space between thousands. */
    private static final Set<String> SPACED = Set.of("SEK", "NOK", "DKK", "EUR", "CHF", "PLN", "CZK", "HUF", "ZAR");

    private static final Set<String> EURO_STYLE = Set.of("EUR", "DKK", "SEK", "NOK", "BRL", "TRY", "CHF");

    private final String text;
    private final List<Token> raw;
    private final List<Token> joined = new ArrayList<>();
    private int at;

    private Combiner(String text, List<Token> raw) {
        this.text = text;
        this.raw = raw;
    }

    static List<Token> join(String text, List<Token> raw) {
        return new Combiner(text, raw).run();
    }

    private List<Token> run() {
        while (at < raw.size()) {
            Token token = amount();
            joined.add(token == null ? raw.get(at++) : token);
        }
        return joined;
    }

    /** The amount that begins at this token, sign and currency included; null if none does. Moves behind it. */
    private @Nullable Token amount() {
        int place = at;
        boolean negative = false;
        if (raw.get(place) instanceof Mark mark && signs(mark)) {
            negative = mark.is('-');
            place++;
        }
        int currencyTokens = currencyAt(place);
        if (!(get(place + currencyTokens) instanceof Numeral numeral) || numeral.unit() != Unit.PLAIN) {
            return null;
        }
        String currency = currencyTokens == 0 ? null : Currencies.codeBefore(between(place, place + currencyTokens));
        return finished(numeral, place + currencyTokens, currency, negative);
    }

    /** Whether a plus or minus belongs to the number behind it, and is no hyphen of a range. */
    private boolean signs(Mark mark) {
        Token next = get(at + 1);
        boolean loose = joined.isEmpty()
                || !mark.touches(joined.getLast())
                || (joined.getLast() instanceof Mark before && before.is('('));
        return (mark.is('-') || mark.is('+')) && loose && next != null && next.touches(mark);
    }

    /** How many tokens from here on are a currency before a number; 0 if none. */
    private int currencyAt(int place) {
        for (int length = Math.min(2, raw.size() - place - 1); length > 0; length--) {
            if (raw.get(place + length) instanceof Numeral && Currencies.before(between(place, place + length))) {
                return length;
            }
        }
        return 0;
    }

    private Token finished(Numeral numeral, int place, @Nullable String before, boolean negative) {
        BigDecimal value = negative ? numeral.value().negate() : numeral.value();
        int next = place + 1;
        if (before != null && SPACED.contains(before) && thousandBehind(numeral, next)) {
            value = spaced(value, next++);
        }
        BigDecimal factor = get(next) instanceof Word word ? Magnitude.of(word, word.touches(numeral)) : null;
        if (factor != null) {
            value = value.multiply(factor);
            next++;
        }
        int percent = before == null ? percentAt(next) : 0;
        int after = percent > 0 ? 0 : currencyAfter(next, before, raw.get(next - 1));
        String code = after == 0 ? before : Currencies.codeAfter(between(next, next + after));
        if (after > 0 && before == null && factor == null) {
            value = continental(numeral, value, code);
        }
        return build(next + percent + after, value, code, percent > 0, factor != null);
    }

    private Token build(int next, BigDecimal value, @Nullable String code, boolean percent, boolean scaled) {
        int start = raw.get(at).start();
        int end = raw.get(next - 1).end();
        String printed = text.substring(start, end);
        at = next;
        if (percent) {
            return new Percent(start, end, printed, value);
        }
        return code == null
                ? new Numeral(start, end, printed, value, scaled ? Unit.SCALED : Unit.PLAIN)
                : new Money(start, end, printed, value, code, scaled);
    }

    private boolean thousandBehind(Numeral first, int next) {
        return get(next) instanceof Numeral second
                && first.text().length() <= 3
                && second.text().length() == 3
                && Digits.digit(second.text().charAt(1))
                && second.start() == first.end() + 1;
    }

    private BigDecimal spaced(BigDecimal thousands, int next) {
        BigDecimal rest = ((Numeral) raw.get(next)).value();
        return thousands.multiply(BigDecimal.valueOf(1000)).add(rest);
    }

    /** A number such as 1.530 before a currency of the continent: the dot separates thousands. */
    private static BigDecimal continental(Numeral numeral, BigDecimal value, @Nullable String code) {
        int dot = numeral.text().indexOf('.');
        boolean thousand = dot > 0
                && dot <= 3
                && numeral.text().length() == dot + 4
                && numeral.text().charAt(0) != '0';
        return thousand && code != null && EURO_STYLE.contains(code) ? value.movePointRight(3) : value;
    }

    private int percentAt(int next) {
        if (get(next) instanceof Mark mark && (mark.is('%') || mark.is('％'))) {
            return 1;
        }
        if (!(get(next) instanceof Word word)) {
            return 0;
        }
        return switch (word.lower()) {
            case "percent", "pct" -> 1;
            case "per" -> get(next + 1) instanceof Word cent && "cent".equals(cent.lower()) ? 2 : 0;
            default -> 0;
        };
    }

    /** How many tokens from here on are a currency behind a number; after a dollar sign only a code of three letters counts. */
    private int currencyAfter(int next, @Nullable String before, Token last) {
        for (int length = Math.min(Currencies.LONGEST, raw.size() - next); length > 0; length--) {
            String spelling = between(next, next + length);
            boolean fits = Currencies.after(spelling) && (before == null || (before.equals("USD") && code(spelling)));
            if (fits
                    && raw.get(next).start() - last.end() <= 1
                    && !(get(next + length) instanceof Numeral follows
                            && follows.touches(raw.get(next + length - 1)))) {
                return length;
            }
        }
        return 0;
    }

    private static boolean code(String spelling) {
        return spelling.length() == 3 && spelling.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private @Nullable Token get(int place) {
        return place < raw.size() ? raw.get(place) : null;
    }

    /** The raw tokens with one space between those that do not touch. */
    private String between(int from, int to) {
        String first = raw.get(from).text();
        if (to - from == 1) {
            return first;
        }
        StringBuilder all = new StringBuilder(first);
        for (int i = from + 1; i < to; i++) {
            if (!raw.get(i).touches(raw.get(i - 1))) {
                all.append(' ');
            }
            all.append(raw.get(i).text());
        }
        return all.toString();
    }
}
