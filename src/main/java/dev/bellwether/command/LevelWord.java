package dev.bellwether.command;

import dev.bellwether.fact.Listing;
import dev.bellwether.reading.CleanText;
import dev.bellwether.talk.Line;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A price with a note as members type it: {@code 155}, {@code $155.50 buy zone}, {@code 1,250 "old high"}, {@code 155,50 EUR}.
 *
 * @param price in the listing's currency, above zero
 * @param note without its quotation marks; may be empty
 */
record LevelWord(double price, String note) {
    private static final String MONEY = "[A-Za-z]{3}|(?:US|HK|A|C|S|NT)?\\$|[€£¥]";
    private static final Pattern SHAPE = Pattern.compile(
            "(?:(" + MONEY + ")\\s?)?"
                    + "(\\d{1,3}(?:[,'’]\\d{3})+(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?)"
                    + "(?:\\s?(" + MONEY + ")(?=\\s|$))?(?:\\s+(.*))?",
            Pattern.DOTALL);
    private static final Pattern GROUPS = Pattern.compile("\\d{1,3}(?:[,'’]\\d{3})+(?:\\.\\d+)?");
    private static final Pattern QUOTED = Pattern.compile("[\"“”„«»「『'](.*)[\"“”«»」』']", Pattern.DOTALL);
    private static final int LONGEST_NOTE = 80;
    private static final int LONGEST_NUMBER = 16;
    private static final Map<String, String> SIGNS = Map.of(
            "€", "EUR", "£", "GBP", "US$", "USD", "HK$", "HKD", "A$", "AUD", "C$", "CAD", "S$", "SGD", "NT$", "TWD");

    /** @throws Misused if it begins with no price, or with one in another currency than the listing's */
    static LevelWord read(String typed, Listing listing) {
        String text = CleanText.onOneLine(typed).strip();
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches() || shape.group(2).length() > LONGEST_NUMBER) {
            throw new Misused(text.isEmpty() ? Line.say("levels.needs") : Line.say("levels.odd", Typed.shown(text)));
        }
        String behind = shape.group(3);
        boolean isCode = behind != null && behind.matches("[A-Za-z]{3}");
        boolean money = !isCode || isMoney(behind);
        fits(shape.group(1), listing);
        fits(money ? behind : null, listing);
        double price = number(shape.group(2));
        if (!(price > 0)) {
            throw new Misused(Line.say("levels.odd", Typed.shown(text)));
        }
        String rest = shape.group(4) == null ? "" : shape.group(4);
        return new LevelWord(price, note(money ? rest : behind + " " + rest));
    }

    /** "155 low" has a note, "155 EUR" a currency. */
    private static boolean isMoney(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        return upper.equals("GBX")
                || Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(upper));
    }

    private static void fits(@Nullable String money, Listing listing) {
        if (money == null) {
            return;
        }
        String code = SIGNS.getOrDefault(money, money.toUpperCase(Locale.ROOT));
        boolean fits = switch (code) {
            case "$" -> listing.currency().endsWith("D");
            case "¥" -> listing.currency().equals("JPY") || listing.currency().equals("CNY");
            default -> code.equals(listing.currency());
        };
        if (!fits) {
            throw new Misused(Line.say("levels.currency", listing.symbol(), listing.currency(), Typed.shown(money)));
        }
    }

    private static double number(String text) {
        return GROUPS.matcher(text).matches()
                ? Double.parseDouble(text.replaceAll("[,'’]", ""))
                : Double.parseDouble(text.replace(',', '.'));
    }

    private static String note(String text) {
        String plain = text.strip();
        Matcher quoted = QUOTED.matcher(plain);
        String note = (quoted.matches() ? quoted.group(1) : plain).strip();
        if (note.length() > LONGEST_NOTE) {
            throw new Misused(Line.say("levels.note.long", note.length(), LONGEST_NOTE));
        }
        return note;
    }
}
