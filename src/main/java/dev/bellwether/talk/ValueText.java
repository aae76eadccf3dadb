package dev.bellwether.talk;

import java.math.RoundingMode;
import java.text.CompactNumberFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as a reader of one language in one time zone expects them: separators and short forms are the JDK's, days and the order
 * of sign and number stand in the word files. Immutable; makes its formats anew, because those of the JDK are not safe for
 * threads.
 */
record ValueText(Voice voice) {
    private static final Map<String, String> SIGNS = Map.of(
            "USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥", "HKD", "HK$", "CNY", "CN¥", "CAD", "C$", "AUD", "A$", "INR",
            "₹", "KRW", "₩");

    /** In China the yuan has the plain sign. */
    private static final Map<String, String> CHINESE_SIGNS = Map.of("CNY", "¥", "JPY", "JP¥");

    /** The value as text, on one line. */
    String of(Value value) {
        return switch (value) {
            case Value.Price price -> price(price);
            case Value.Percent percent -> percent(percent);
            case Value.Figure figure -> figure(figure);
            case Value.Count count -> compact(count.value());
            case Value.Day day -> day(day.date());
            case Value.Moment moment ->
                plain(Line.say(
                        "value.moment",
                        day(moment.at().atZone(voice.zone()).toLocalDate()),
                        DateTimeFormatter.ofPattern(
                                        "HH:mm zzz", voice.language().locale())
                                .format(moment.at().atZone(voice.zone()))));
            case Value.Words words -> words.text();
            case Value.Missing(Line why) -> missing(voice.plain(why));
        };
    }

    private String day(LocalDate date) {
        return switch (voice.language()) {
            case DE ->
                DateTimeFormatter.ofPattern("dd.MM.uuuu", voice.language().locale())
                        .format(date);
            case EN, ZH -> date.toString();
        };
    }

    private String missing(String reason) {
        return plain(reason.isEmpty() ? Line.say("value.missing") : Line.say("value.missing.why", reason));
    }

    private String figure(Value.Figure figure) {
        String number = number(figure.value(), figure.decimals());
        if (figure.unit() == null) {
            return number;
        }
        return figure.unit().equals("x") ? number + "×" : number + " " + figure.unit();
    }

    private String price(Value.Price price) {
        String number = number(price.amount(), decimals(price.amount(), price.currency()));
        if (price.currency().equals("GBX")) {
            return plain(Line.say("value.pence", number));
        }
        String sign = sign(price.currency());
        return plain(
                sign == null
                        ? Line.say("value.price.code", number, price.currency())
                        : Line.say("value.price", number, sign));
    }

    private @Nullable String sign(String currency) {
        String usual = SIGNS.get(currency);
        return voice.language() == Language.ZH ? CHINESE_SIGNS.getOrDefault(currency, usual) : usual;
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
        String number = number(percent.value(), 1);
        boolean plus = percent.signed() && percent.value() > 0 && !number.equals(number(0, 1));
        return plain(Line.say("value.percent", plus ? "+" + number : number));
    }

    private String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(voice.language().locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(value);
        return text.equals("-" + format.format(0)) ? format.format(0) : text;
    }

    private String compact(long value) {
        NumberFormat format =
                CompactNumberFormat.getCompactNumberInstance(voice.language().locale(), NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(value >= 1_000 ? 1 : 0);
        return format.format(value);
    }

    private String plain(Line line) {
        return voice.plain(line);
    }
}
