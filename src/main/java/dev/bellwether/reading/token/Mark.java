package dev.bellwether.reading.token;

/**
 * One sign that is not part of anything else: a comma, a bracket, a dash, a quotation mark, an emoji, a lone surrogate.
 *
 * @param start where it begins
 * @param end first place after it
 * @param text as printed
 * @param sign the character of it, with the kinds of quotation marks and dashes made one: {@code "}, {@code '}, {@code -} for a
 *     hyphen and {@code –} for any dash; {@code 0} for what is no single UTF-16 unit
 */
public record Mark(int start, int end, String text, char sign) implements Token {
    static Mark of(String source, int start, int end) {
        return new Mark(
                start, end, source.substring(start, end), end - start == 1 ? plain(source.charAt(start)) : (char) 0);
    }

    private static char plain(char c) {
        return switch (c) {
            case '“', '”', '„', '«', '»', '"' -> '"';
            case '‘', '’', '‚', '`', '\'' -> '\'';
            case '-', '‐', '‑', '−' -> '-';
            case '–', '—', '―', '‒' -> '–';
            default -> c;
        };
    }

    /** Whether it is this sign. */
    public boolean is(char wanted) {
        return sign == wanted;
    }
}
