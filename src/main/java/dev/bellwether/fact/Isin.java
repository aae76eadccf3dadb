package dev.bellwether.fact;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An International Securities Identification Number (ISO 6166): two letters of the country, nine letters or digits, and a
 * check digit by the Luhn rule over the number in which each letter is replaced by its place in the alphabet plus 9.
 *
 * @param code the twelve characters, in upper case
 */
public record Isin(String code) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[A-Z0-9]{9}[0-9]");

    /** @throws IllegalArgumentException if the shape or the check digit is wrong */
    public Isin {
        if (!isValid(code)) {
            throw new IllegalArgumentException("not an ISIN: " + code);
        }
    }

    /** Reads an ISIN in any case, with or without surrounding blanks. */
    public static Isin parse(String text) {
        return new Isin(text.strip().toUpperCase(Locale.ROOT));
    }

    /** Whether these are the twelve characters of an ISIN whose check digit is right. */
    public static boolean isValid(String code) {
        return SHAPE.matcher(code).matches() && luhn(code) % 10 == 0;
    }

    private static int luhn(String code) {
        StringBuilder digits = new StringBuilder();
        code.chars().forEach(character -> digits.append(Character.digit(character, 36)));
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }

    @Override
    public String toString() {
        return code;
    }
}
