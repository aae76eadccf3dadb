package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a typed rule into tokens, in one pass. Full-width letters, typographic signs and brackets of any keyboard become plain ones. */
final class Lexer {
    private static final String CURRENCIES = "$€£¥₩₹";

    /** Signs of one letter and what they stand for. */
    private static final String SIGNS = "()[]{},;%:<>=!&|";

    private final String typed;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String typed) {
        this.typed = typed;
    }

    /**
     * The tokens, with one at the end that is {@link Token.Kind#END}.
     *
     * @throws Misread if a quote is never closed
     */
    static List<Token> tokens(String typed) {
        return new Lexer(typed).read();
    }

    private List<Token> read() {
        while (at < typed.length()) {
            char c = plain(at);
            if (c == ' ') {
                at++;
            } else if (Quotes.opens(typed, at)) {
                quoted();
            } else if (beginsWord(c)) {
                word();
            } else if (c != '.' || !typed.substring(at + 1).isBlank()) {
                sign(c);
            } else {
                at++; // the full stop of a sentence
            }
        }
        tokens.add(new Token(Token.Kind.END, "", typed.length(), typed.length()));
        return tokens;
    }

    private void quoted() {
        int end = Quotes.close(typed, at);
        if (end < 0) {
            throw new Misread(at, typed.length(), Line.say("rule.quote.open"), List.of());
        }
        tokens.add(new Token(Token.Kind.QUOTED, Quotes.inner(typed, at, end), at, end + 1));
        at = end + 1;
    }

    private boolean beginsWord(char c) {
        char next = plain(at + 1);
        boolean signed = (c == '-' || c == '+' || c == '.') && (digit(next) || next == '.' || currency(next));
        return part(c) || c == '^' || signed;
    }

    /** Letters of Chinese and those of other scripts stand side by side without a blank, so a word ends where the script changes. */
    private void word() {
        int start = at;
        boolean chinese = ideograph(at);
        StringBuilder text = new StringBuilder();
        do {
            text.append(plain(at));
            at++;
        } while (at < typed.length() && ideograph(at) == chinese && goesOn(chinese));
        tokens.add(new Token(Token.Kind.WORD, text.toString().toLowerCase(Locale.ROOT), start, at));
    }

    private boolean goesOn(boolean chinese) {
        char before = plain(at - 1);
        char c = plain(at);
        char next = plain(at + 1);
        if (part(c)) {
            return true;
        }
        return !chinese
                && switch (c) {
                    case '.' -> part(next);
                    case ',', '\'', '/' -> digit(before) && digit(next);
                    case '-' -> part(next) || digit(next);
                    case '&' -> Character.isLetter(before) && Character.isLetter(next);
                    case '+' -> currency(before) && digit(next);
                    default -> false;
                };
    }

    private boolean ideograph(int index) {
        boolean second = index > 0 && Character.isLowSurrogate(typed.charAt(index));
        return Character.isIdeographic(typed.codePointAt(second ? index - 1 : index));
    }

    private static boolean part(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '_' || currency(c);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean currency(char c) {
        return CURRENCIES.indexOf(c) >= 0;
    }

    private void sign(char c) {
        char next = plain(at + 1);
        int length = 1;
        String text = Character.toString(c);
        if ((c == '<' || c == '>' || c == '=' || c == '!') && next == '=') {
            text = c == '=' ? "=" : c + "=";
            length = 2;
        } else if (c == '=' && (next == '>' || next == '<')) {
            text = next + "=";
            length = 2;
        } else if ((c == '&' || c == '|') && next == c) {
            length = 2;
        }
        boolean known = SIGNS.indexOf(c) >= 0 || length == 2;
        add(known ? meaning(text) : sharpened(c), at, at + length);
        at += length;
    }

    private static String sharpened(char c) {
        return switch (c) {
            case '≥', '≧', '⩾' -> ">=";
            case '≤', '≦', '⩽' -> "<=";
            case '≠' -> "!=";
            default -> Character.toString(c);
        };
    }

    private static String meaning(String sign) {
        return switch (sign) {
            case "[", "{" -> "(";
            case "]", "}" -> ")";
            case ";" -> ",";
            case "&", "&&" -> "and";
            case "|", "||" -> "or";
            case "!" -> "not";
            default -> sign;
        };
    }

    private void add(String text, int start, int end) {
        boolean isWord = Character.isLetter(text.charAt(0));
        tokens.add(new Token(isWord ? Token.Kind.WORD : Token.Kind.SIGN, text, start, end));
    }

    /** The character at a place in its plain form; a blank behind the end, and for what is not seen. */
    private char plain(int index) {
        return index < typed.length() ? plain(typed.charAt(index)) : ' ';
    }

    private static char plain(char c) {
        if (c >= '！' && c <= '～') {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '×', '✕' -> 'x';
            case '−', '–', '—', '‐', '‑' -> '-';
            case '’', '‘', '´', '`', '′' -> '\'';
            case '、' -> ',';
            case '。' -> '.';
            case '【', '〔' -> '(';
            case '】', '〕' -> ')';
            case '￥' -> '¥';
            case '￡' -> '£';
            case '￦' -> '₩';
            default -> unseen(c) ? ' ' : c;
        };
    }

    private static boolean unseen(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
