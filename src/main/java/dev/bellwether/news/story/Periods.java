package dev.bellwether.news.story;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Months and quarters named in a headline: figures of November are not those of December. */
final class Periods {
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final Map<String, String> QUARTERS =
            Map.of("first quarter", "q1", "second quarter", "q2", "third quarter", "q3", "fourth quarter", "q4");
    private static final Set<String> PARTS = Set.of("q1", "q2", "q3", "q4", "h1", "h2");

    private Periods() {}

    /** The periods named, without years; empty if none is. */
    static Set<String> in(List<Word> headline) {
        Set<String> periods = new TreeSet<>();
        String before = "";
        for (Word word : headline) {
            String text = word.text().toLowerCase(Locale.ROOT);
            String pair = before + " " + text;
            if (word.capital()) {
                month(text).forEach(periods::add);
            }
            if (PARTS.contains(text)) {
                periods.add(text);
            } else if (QUARTERS.containsKey(pair)) {
                periods.add(QUARTERS.getOrDefault(pair, pair));
            }
            before = text;
        }
        return Set.copyOf(periods);
    }

    private static Stream<String> month(String text) {
        boolean shortened = text.length() == 3 || text.length() == 4;
        return MONTHS.stream().filter(month -> month.equals(text) || (shortened && month.startsWith(text)));
    }
}
