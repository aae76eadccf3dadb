package dev.bellwether.reading.claim;

import dev.bellwether.fact.Claim.Kind;
import org.jspecify.annotations.Nullable;

/** The stretch of time over which something changed. */
enum Horizon {
    DAY(Kind.DAY_CHANGE_PCT),
    WEEK(Kind.WEEK_CHANGE_PCT),
    MONTH(Kind.MONTH_CHANGE_PCT),
    YEAR(Kind.YEAR_CHANGE_PCT),
    YTD(Kind.YTD_CHANGE_PCT),
    /** A year that is named: this one so far, or a past one. */
    CALENDAR(null),
    /** The one of the change before. */
    SAME(null),
    /** A time of which no claim is made: three months, five years. */
    OTHER(null),
    /** Words about time that say nothing about a change: "third straight session". */
    NONE(null);

    private final @Nullable Kind kind;

    Horizon(@Nullable Kind kind) {
        this.kind = kind;
    }

    /** The kind of claim; null if there is none. */
    @Nullable
    Kind kind() {
        return kind;
    }

    static Horizon days(int count) {
        return switch (count) {
            case 1 -> DAY;
            case 5, 7 -> WEEK;
            case 28, 30, 31 -> MONTH;
            case 250, 252, 360, 365 -> YEAR;
            default -> OTHER;
        };
    }

    static Horizon hours(int count) {
        return count == 24 ? DAY : OTHER;
    }

    static Horizon weeks(int count) {
        return switch (count) {
            case 1 -> WEEK;
            case 4 -> MONTH;
            case 52 -> YEAR;
            default -> OTHER;
        };
    }

    static Horizon months(int count) {
        return switch (count) {
            case 1 -> MONTH;
            case 12 -> YEAR;
            default -> OTHER;
        };
    }

    static Horizon years(int count) {
        return count == 1 ? YEAR : OTHER;
    }
}
