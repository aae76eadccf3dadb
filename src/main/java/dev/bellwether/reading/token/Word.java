package dev.bellwether.reading.token;

import java.util.Locale;

/**
 * Letters, also mixed with digits: {@code price}, {@code 3M}, {@code Q3}, {@code 23rd}, {@code AT&T}, {@code Pony.ai}. Words
 * joined by hyphens are one token each, with the hyphens as marks between them. The possessive is a token of its own
 * ({@code 's}), and the dot of an abbreviation belongs to its word ({@code Inc.}, {@code U.S.}, the {@code T.} of a name).
 *
 * @param start where it begins
 * @param end first place after it
 * @param text as printed, with a curly apostrophe where there is one
 * @param lower in lower case, with a straight apostrophe and without a last dot: what lexicons are asked with
 */
public record Word(int start, int end, String text, String lower) implements Token {
    static Word of(String source, int start, int end) {
        String text = source.substring(start, end);
        String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        return new Word(start, end, text, lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
    }

    /** Whether it begins with a capital letter. */
    public boolean capitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** Whether it has a letter and no small one. */
    public boolean allCapitals() {
        return capitalised() && text.codePoints().noneMatch(Character::isLowerCase);
    }

    /** Whether it is an abbreviation that was printed with its dot. */
    public boolean dotted() {
        return text.endsWith(".");
    }

    /** Whether it is the sign of possession, {@code 's}. */
    public boolean possessive() {
        return "'s".equals(lower);
    }
}
