package dev.bellwether.reading.token;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms in which a ticker is printed. Each looks at a bounded stretch of the text only. */
final class TickerShape {
    /** A bracket is searched for a ticker up to this many characters. */
    private static final int LONGEST = 60;

    private static final String CODE = "[A-Z0-9]{1,9}(?:[.\\-/][A-Z0-9]{1,4}){0,2}";
    /** What is money although it is made of capitals and digits: EUR85, 600M. */
    private static final Pattern AMOUNT =
            Pattern.compile("(?:USD|EUR|GBP|CHF|HKD|CAD|AUD|SEK|NOK|DKK|INR|CNY|RMB|RM|GBX)[0-9.]+|[0-9]+[KMBTX]N?");

    private static final Pattern CODE_ALONE = Pattern.compile(CODE);
    private static final Pattern BEFORE = Pattern.compile(
            "\\$?([A-Za-z][A-Za-z0-9 .\\-]{0,13})\\s?[:|]\\s?\\$?(" + CODE + ")(?:\\s*[;,/|&].*|\\s+and .*)?");
    private static final Pattern BEHIND =
            Pattern.compile("\\$?(" + CODE + ")\\s?[:,]\\s?([A-Za-z][A-Za-z0-9 .\\-]{0,13})");
    private static final Pattern PAIR = Pattern.compile("([A-Z]{2,10}):(" + CODE + ")");
    private static final Pattern SUFFIXED = Pattern.compile("([A-Z0-9]{2,6})\\.([A-Z]{1,2})");
    private static final Pattern CASHTAG = Pattern.compile("\\$([A-Z]{1,6}(?:\\.[A-Z]{1,2})?)");

    private TickerShape() {}

    /** The ticker in the bracket that opens here: {@code (NYSE: CMS)}, {@code (LKQ:NASDAQ)}, {@code (AZNCF.US)}. */
    static @Nullable Ticker bracketed(String text, int open) {
        int close = close(text, open);
        if (close < 0) {
            return null;
        }
        String inner = text.substring(open + 1, close).strip();
        String whole = text.substring(open, close + 1);
        Matcher before = BEFORE.matcher(inner);
        if (before.matches() && isExchange(before.group(1))) {
            String exchange = before.group(1).strip();
            return new Ticker(open, close + 1, whole, joined(exchange, before.group(2)), exchange, true);
        }
        Matcher behind = BEHIND.matcher(inner);
        if (behind.matches() && (Spelling.exchange(behind.group(2)) || country(behind.group(2)))) {
            return new Ticker(
                    open, close + 1, whole, behind.group(1), behind.group(2).strip(), true);
        }
        String code = inner.startsWith("$") ? inner.substring(1) : inner;
        boolean amount = inner.startsWith("$") && !code.isEmpty() && Digits.digit(code.charAt(0));
        amount |= AMOUNT.matcher(code).matches();
        boolean alone = CODE_ALONE.matcher(code).matches() && hasLetter(code) && !Spelling.noTicker(code) && !amount;
        return alone && code.length() <= 10 ? new Ticker(open, close + 1, whole, code, null, true) : null;
    }

    private static int close(String text, int open) {
        int limit = Math.min(text.length(), open + LONGEST);
        for (int i = open + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == ')' || c == ']' || c == '）') {
                return i;
            }
            if (c == '(' || c == '[' || c == '\n') {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isExchange(String name) {
        return Spelling.exchange(name)
                || country(name)
                || "ticker".equalsIgnoreCase(name)
                || "symbol".equalsIgnoreCase(name);
    }

    private static boolean country(String name) {
        return name.length() == 2 && Character.isUpperCase(name.charAt(0)) && Spelling.suffix(name);
    }

    private static String joined(String exchange, String code) {
        return country(exchange) ? exchange + ":" + code : code;
    }

    /** A code with its exchange before it, or with a suffix, outside brackets: {@code HK:27}, {@code META.O}. */
    static @Nullable Ticker bare(String text, int at) {
        Matcher pair = PAIR.matcher(text).region(at, Math.min(text.length(), at + 24));
        if (Character.isUpperCase(text.charAt(at))
                && pair.lookingAt()
                && isExchange(pair.group(1))
                && ends(text, pair.end())) {
            return new Ticker(at, pair.end(), pair.group(), joined(pair.group(1), pair.group(2)), pair.group(1), false);
        }
        return suffixed(text, at);
    }

    /** A code with a suffix: {@code META.O}, {@code 9988.HK}. */
    static @Nullable Ticker suffixed(String text, int at) {
        Matcher code = SUFFIXED.matcher(text).region(at, Math.min(text.length(), at + 12));
        boolean found = code.lookingAt() && Spelling.suffix(code.group(2)) && ends(text, code.end());
        return found ? new Ticker(at, code.end(), code.group(), code.group(), null, false) : null;
    }

    /** A code behind a dollar sign: {@code $ASTS}. */
    static @Nullable Ticker cashtag(String text, int at) {
        Matcher tag = CASHTAG.matcher(text).region(at, Math.min(text.length(), at + 12));
        boolean found = tag.lookingAt() && ends(text, tag.end());
        return found ? new Ticker(at, tag.end(), tag.group(), tag.group(1), null, false) : null;
    }

    private static boolean ends(String text, int end) {
        return end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }

    private static boolean hasLetter(String code) {
        return code.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    }
}
