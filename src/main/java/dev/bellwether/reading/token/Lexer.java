package dev.bellwether.reading.token;

import dev.bellwether.reading.token.Numeral.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * First pass: cuts a text into words, plain numbers, tickers and marks. Every character is looked at a bounded number of times:
 * brackets are searched for a ticker within a fixed distance only.
 */
final class Lexer {
    private final CharSequence source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(CharSequence source) {
        this.source = source;
        this.text = source.toString();
    }

    static List<Token> tokens(CharSequence source) {
        return new Lexer(source).read();
    }

    private List<Token> read() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f' || c == '\u200b' || c == '\ufeff') {
                at++;
            } else if (Digits.digit(c)) {
                number();
            } else if (letter(at)) {
                word();
            } else {
                mark(c);
            }
        }
        return tokens;
    }

    private void number() {
        Ticker ticker = TickerShape.suffixed(text, at);
        if (ticker != null) {
            add(ticker);
            return;
        }
        Digits.Found found = Digits.at(source, at);
        int suffixEnd = wordEnd(found.end());
        if (suffixEnd == found.end() && found.value() != null) {
            add(new Numeral(at, found.end(), text.substring(at, found.end()), found.value(), Unit.PLAIN));
        } else if (suffixEnd == found.end()) {
            add(Word.of(text, at, found.end()));
        } else {
            suffixed(found, suffixEnd);
        }
    }

    /** A number with letters right behind it: a magnitude, a currency, a multiple, or a name such as 3M. */
    private void suffixed(Digits.Found found, int suffixEnd) {
        String suffix = text.substring(found.end(), suffixEnd);
        BigDecimal value = found.value();
        boolean name = value == null || (text.startsWith("3M", at) && suffixEnd == at + 2 && !afterCurrency());
        if (!name && value != null && "x".equals(suffix.toLowerCase(Locale.ROOT))) {
            add(new Numeral(at, suffixEnd, text.substring(at, suffixEnd), value, Unit.TIMES));
        } else if (!name
                && value != null
                && (Magnitude.attached(suffix) || Currencies.after(suffix) || "pct".equals(suffix))) {
            add(new Numeral(at, found.end(), text.substring(at, found.end()), value, Unit.PLAIN));
        } else {
            add(Word.of(text, at, suffixEnd));
        }
    }

    private boolean afterCurrency() {
        return !tokens.isEmpty()
                && tokens.getLast().end() == at
                && Currencies.before(tokens.getLast().text());
    }

    private void word() {
        Ticker ticker = TickerShape.bare(text, at);
        if (ticker != null) {
            add(ticker);
            return;
        }
        int end = currencyEnd();
        add(Word.of(text, at, end >= 0 ? end : withDot(wordEnd(at))));
    }

    /** The end of letters that stand before a number or a dollar sign as a currency, as in Rs195, US$5 and HKD$9; -1 if none. */
    private int currencyEnd() {
        int end = at;
        while (end < source.length() && end - at < 6 && letter(end)) {
            end++;
        }
        char next = peek(end);
        boolean sign = next == '$' || next == '¥' || next == '£';
        if (sign && Currencies.before(text.substring(at, end + 1))) {
            return end + 1;
        }
        int dot = next == '.' ? end + 1 : end;
        return Digits.digit(peek(dot)) && end - at > 1 && Currencies.before(text.substring(at, dot)) ? dot : -1;
    }

    /** The end of a run of letters and digits with what may stand inside a word: a dot, an apostrophe, an ampersand. */
    private int wordEnd(int start) {
        int end = start;
        while (end < source.length()) {
            if (letter(end) || Digits.digit(source.charAt(end))) {
                end += width(end);
            } else if (end > start && inside(start, end)) {
                end++;
            } else {
                break;
            }
        }
        return end;
    }

    private boolean inside(int start, int place) {
        char c = source.charAt(place);
        if (!letter(place + 1)) {
            return false;
        }
        return switch (c) {
            case '&', '_' -> true;
            case '\'', '’' -> !possessive(place);
            case '.' -> place - start == 1 || peek(place - 2) == '.' || Character.isLowerCase(peek(place + 1));
            default -> false;
        };
    }

    private boolean possessive(int apostrophe) {
        char s = peek(apostrophe + 1);
        return (s == 's' || s == 'S') && !letter(apostrophe + 2) && !Digits.digit(peek(apostrophe + 2));
    }

    /** Takes the dot of an abbreviation or an initial with its word. */
    private int withDot(int end) {
        if (peek(end) != '.' || peek(end + 1) == '.') {
            return end;
        }
        String lower = text.substring(at, end).toLowerCase(Locale.ROOT);
        boolean initial = end - at == 1 && Character.isUpperCase(source.charAt(at));
        boolean dotted = lower.indexOf('.') > 0 && lower.length() <= 8 && lower.charAt(lower.length() - 2) == '.';
        return initial || dotted || Spelling.abbreviation(lower) ? end + 1 : end;
    }

    private void mark(char c) {
        Ticker ticker = c == '(' || c == '[' || c == '（'
                ? TickerShape.bracketed(text, at)
                : c == '$' ? TickerShape.cashtag(text, at) : null;
        if (ticker != null) {
            add(ticker);
        } else if ((c == '\'' || c == '’') && possessive(at) && touchesLast()) {
            add(Word.of(text, at, at + 2));
        } else {
            add(Mark.of(text, at, at + width(at)));
        }
    }

    private boolean touchesLast() {
        return !tokens.isEmpty() && tokens.getLast().end() == at;
    }

    private void add(Token token) {
        tokens.add(token);
        at = token.end();
    }

    private boolean letter(int place) {
        return place < source.length() && Character.isLetter(codePoint(place));
    }

    private int width(int place) {
        return Character.charCount(codePoint(place));
    }

    private int codePoint(int place) {
        char high = source.charAt(place);
        return Character.isHighSurrogate(high) && Character.isLowSurrogate(peek(place + 1))
                ? Character.toCodePoint(high, peek(place + 1))
                : high;
    }

    private char peek(int place) {
        return place >= 0 && place < source.length() ? source.charAt(place) : (char) 0;
    }
}
