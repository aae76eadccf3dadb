package dev.bellwether.analyst;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * When a text says it was published: a date in its first lines that stands there for itself, such as
 * {@code 14.01.2026 - 12:54:04}. A date without a time counts only on a short line or at the very beginning, since further in it
 * is part of what is told ("the high was set on October 2, 2025").
 */
public final class Dateline {
    private static final int HEAD = 600;
    private static final int LINES = 5;
    private static final int SHORT_LINE = 60;
    private static final int AT_THE_BEGINNING = 40;

    private Dateline() {}

    /**
     * The moment, in UTC where the text prints no zone; noon of the day where it prints no time.
     *
     * @param latest a date behind this moment is none of publication
     */
    public static Optional<Instant> of(String text, Instant latest) {
        String head = text.substring(0, Math.min(HEAD, text.length()));
        List<String> lines =
                head.lines().filter(line -> !line.isBlank()).limit(LINES).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean first = i == 0;
            Optional<Instant> moment = PrintedDate.in(line).stream()
                    .filter(date -> standsAlone(date, line, first))
                    .map(date -> moment(date, latest))
                    .filter(found -> !found.isAfter(latest))
                    .findFirst();
            if (moment.isPresent()) {
                return moment;
            }
        }
        return Optional.empty();
    }

    private static boolean standsAlone(PrintedDate date, String line, boolean first) {
        return date.time() != null
                || line.strip().length() <= SHORT_LINE
                || (first && date.start() <= AT_THE_BEGINNING && separated(line, date.end()));
    }

    private static boolean separated(String line, int end) {
        String rest = line.substring(end).stripLeading();
        return rest.isEmpty() || "-–—|:/(".indexOf(rest.charAt(0)) >= 0;
    }

    /** Today's date without a time is now at the latest. */
    private static Instant moment(PrintedDate date, Instant latest) {
        boolean today = date.time() == null
                && date.date().equals(latest.atZone(ZoneOffset.UTC).toLocalDate());
        return today && date.moment().isAfter(latest) ? latest : date.moment();
    }
}
