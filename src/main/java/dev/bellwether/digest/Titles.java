package dev.bellwether.digest;

import dev.bellwether.fact.Exchange;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Places;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Digests and their times in the reader's words. */
public final class Titles {
    private Titles() {}

    /** The title of a digest: what it is called by when it comes. */
    static Line of(DigestSpec spec) {
        if (spec.weekly()) {
            return Line.say("digest.title.week");
        }
        return switch (spec.when()) {
            case When.AtTimes _ -> Line.say("digest.title");
            case When.AtSession at ->
                at.edge() == When.Edge.OPEN
                        ? Line.say("digest.title.open", Places.of(at.exchange()))
                        : Line.say("digest.title.close", Places.of(at.exchange()));
        };
    }

    /** When it comes: {@code 30 min before New York opens, every day}. */
    public static Line when(When when) {
        return switch (when) {
            case When.AtTimes at -> {
                String times = String.join(
                        ", ", at.times().stream().map(Object::toString).toList());
                Line line = Line.say("digest.when.at", times, days(at.days()));
                yield at.trading() == null ? line : Line.say("digest.when.trading", line, Places.of(at.trading()));
            }
            case When.AtSession at -> session(at);
        };
    }

    private static Line session(When.AtSession at) {
        Line edge = edge(at.exchange(), at.edge(), at.offset());
        return at.days().equals(When.EVERY_DAY)
                ? Line.say("digest.when.session", edge)
                : Line.say("digest.when.session.days", edge, days(at.days()));
    }

    private static Line edge(Exchange exchange, When.Edge edge, Duration offset) {
        Line place = Places.of(exchange);
        long minutes = offset.abs().toMinutes();
        if (minutes == 0) {
            return edge == When.Edge.OPEN ? Line.say("digest.when.open", place) : Line.say("digest.when.close", place);
        }
        if (edge == When.Edge.OPEN) {
            return offset.isNegative()
                    ? Line.say("digest.when.before-open", minutes, place)
                    : Line.say("digest.when.after-open", minutes, place);
        }
        return offset.isNegative()
                ? Line.say("digest.when.before-close", minutes, place)
                : Line.say("digest.when.after-close", minutes, place);
    }

    private static Line days(Set<DayOfWeek> days) {
        if (days.equals(When.EVERY_DAY)) {
            return Line.say("digest.days.all");
        }
        return days.equals(When.WEEKDAYS)
                ? Line.say("digest.days.week")
                : Line.joined(
                        "value.comma", days.stream().sorted().map(Titles::day).toList());
    }

    private static Line day(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> Line.say("digest.monday");
            case TUESDAY -> Line.say("digest.tuesday");
            case WEDNESDAY -> Line.say("digest.wednesday");
            case THURSDAY -> Line.say("digest.thursday");
            case FRIDAY -> Line.say("digest.friday");
            case SATURDAY -> Line.say("digest.saturday");
            case SUNDAY -> Line.say("digest.sunday");
        };
    }

    /** What else was chosen: instruments, length, language and sections where they are not the usual ones. */
    public static List<Line> choices(DigestSpec spec) {
        Line what = switch (spec.what()) {
            case What.Named(List<String> symbols) -> Line.of(String.join(", ", symbols));
            case What.Watched _ -> Line.say("digest.what.watched");
            case What.Favourites _ -> Line.say("digest.what.favourites");
        };
        Line length = spec.full() ? Line.say("digest.length.full") : Line.say("digest.length.short");
        Line sections = spec.sections().equals(Section.ALL)
                ? Line.empty()
                : Line.say(
                        "digest.what.sections",
                        Line.joined(
                                "value.comma",
                                spec.sections().stream().map(Titles::section).toList()));
        Line weekly = spec.weekly() ? Line.say("digest.what.weekly") : Line.empty();
        Line language = spec.language() == null
                ? Line.empty()
                : switch (spec.language()) {
                    case EN -> Line.of("English");
                    case DE -> Line.of("Deutsch");
                    case ZH -> Line.of("中文");
                };
        return Stream.of(what, weekly, length, language, sections)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Line section(Section section) {
        return switch (section) {
            case MOVES -> Line.say("digest.moves");
            case LEVELS -> Line.say("digest.levels");
            case CALLS -> Line.say("digest.calls");
            case STORIES -> Line.say("digest.stories");
            case FEEDS -> Line.say("digest.feeds");
            case AHEAD -> Line.say("digest.ahead");
            case ALERTS -> Line.say("digest.alerts");
            case CLAIMS -> Line.say("digest.claims");
        };
    }
}
