package dev.bellwether.digest;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a digest's settings as a text that {@link SpecParser} reads as the same again. */
public final class SpecText {
    private SpecText() {}

    /** The whole text, such as {@code 30m before xnys opens daily $BABA $JD sections: moves calls full}. */
    public static String of(DigestSpec spec) {
        StringBuilder text = new StringBuilder(when(spec.when()));
        text.append(' ').append(what(spec.what()));
        text.append(" sections: ")
                .append(spec.sections().stream().map(Section::word).collect(Collectors.joining(", ")));
        text.append(' ').append(spec.length().name().toLowerCase(Locale.ROOT));
        text.append(spec.weekly() ? " weekly" : "");
        if (spec.language() != null) {
            text.append(
                    switch (spec.language()) {
                        case EN -> " english";
                        case DE -> " german";
                        case ZH -> " chinese";
                    });
        }
        return text.toString();
    }

    private static String when(When when) {
        return switch (when) {
            case When.AtTimes at ->
                at.times().stream().map(Object::toString).collect(Collectors.joining(", ")) + " " + days(at.days())
                        + (at.trading() == null
                                ? ""
                                : " " + at.trading().mic().toLowerCase(Locale.ROOT) + " trading days");
            case When.AtSession at ->
                offset(at.offset()) + " " + at.exchange().mic().toLowerCase(Locale.ROOT)
                        + (at.edge() == When.Edge.OPEN ? " opens " : " closes ") + days(at.days());
        };
    }

    private static String offset(Duration offset) {
        return offset.abs().toMinutes() + "m " + (offset.isNegative() ? "before" : "after");
    }

    private static String days(Set<DayOfWeek> days) {
        if (days.equals(When.EVERY_DAY)) {
            return "daily";
        }
        return days.equals(When.WEEKDAYS)
                ? "weekdays"
                : days.stream()
                        .sorted()
                        .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }

    private static String what(What what) {
        return switch (what) {
            case What.Named(var symbols) ->
                symbols.stream().map(symbol -> "$" + symbol).collect(Collectors.joining(" "));
            case What.Watched _ -> "watchlists";
            case What.Favourites _ -> "favourites";
        };
    }
}
