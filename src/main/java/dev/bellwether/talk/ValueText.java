package dev.bellwether.talk;

import java.math.RoundingMode;
import java.text.CompactNumberFormat;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as a reader of one language in one time zone expects them. Every front uses it, so that a number looks the same on
 * all of them. Immutable; makes its formats anew, because those of the JDK are not safe for threads.
 *
 * @param locale decides on separators and compact forms
 * @param zone in which moments are shown
 */
public record ValueText(Locale locale, ZoneId zone) {
    private static final Map<String, String> SIGNS = Map.of(
            "USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥", "HKD", "HK$", "CNY", "CN¥", "CAD", "C$", "AUD", "A$", "INR",
            "₹", "KRW", "₩");

    /** English numbers, moments in UTC. */
    public static ValueText english() {
        return new ValueText(Locale.US, ZoneId.of("UTC"));
    }

    /** The value as text, on one line. */
    public String of(Value value) {
        return switch (value) {
            case Value.Price price -> price(price);
            case Value.Percent percent -> percent(percent);
            case Value.Figure figure -> number(figure.value(), figure.decimals()) + unit(figure.unit());
            case Value.Count count -> compact(count.value());
            case Value.Day day -> day.date().toString();
            case Value.Moment moment ->
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", locale)
                        .format(moment.at().atZone(zone));
            case Value.Words words -> words.text();
            case Value.Missing(Line why) -> missing(why);
        };
    }

    private static String missing(Line why) {
        String reason = Voice.english().plain(why);
        return reason.isEmpty() ? "n/a" : "n/a (" + reason + ")";
    }

    private static String unit(@Nullable String unit) {
        if (unit == null) {
            return "";
        }
        return unit.equals("x") ? "×" : " " + unit;
    }

    private String price(Value.Price price) {
        String number = number(price.amount(), decimals(price.amount(), price.currency()));
        if (price.currency().equals("GBX")) {
            return number + "p";
        }
        String sign = SIGNS.get(price.currency());
        return sign == null ? price.currency() + " " + number : sign + number;
    }

    /** As many decimals as the currency has; more for a price so low that they would hide it. */
    private static int decimals(double amount, String currency) {
        int usual = 2;
        if (!currency.equals("GBX")) {
            try {
                usual = Currency.getInstance(currency).getDefaultFractionDigits();
            } catch (IllegalArgumentException e) {
                usual = 2; // a code that the JDK does not know is shown like most
            }
        }
        double size = Math.abs(amount);
        return size > 0 && size < 1 ? Math.max(usual, 4) : usual;
    }

    private String percent(Value.Percent percent) {
        String number = number(percent.value(), 1) + "%";
        boolean isZero = number.equals(number(0, 1) + "%");
        return percent.signed() && percent.value() > 0 && !isZero ? "+" + number : number;
    }

    private String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(value);
        return text.equals("-" + format.format(0)) ? format.format(0) : text;
    }

    private String compact(long value) {
        NumberFormat format = CompactNumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(value >= 1_000 ? 1 : 0);
        return format.format(value);
    }
}
