package dev.bellwether.news.story;

import java.util.List;
import java.util.Locale;

/**
 * A headline and how well it tells its story. It should name the company, give the number, be a statement of readable length
 * and say what happened rather than what to think of it.
 */
record Headline(String text, int merit) {
    private static final int SHORTEST = 20;
    private static final int LONGEST = 110;
    private static final List<String> LURES = List.of(
            "what to know",
            "what to watch",
            "here's why",
            "should you",
            "is it time",
            "what investors",
            "what traders",
            "key takeaways",
            "things to");

    static final Headline NONE = new Headline("", Integer.MIN_VALUE);

    static Headline of(String title, Terms terms) {
        if (title.isBlank()) {
            return NONE;
        }
        String small = title.toLowerCase(Locale.ROOT);
        int merit = terms.anyInTitle(Terms.SUBJECT) ? 2 : 0;
        merit += terms.anyInTitle(Terms.NUMBER) ? 1 : 0;
        merit -= title.indexOf('?') >= 0 ? 3 : 0;
        merit -= title.length() < SHORTEST || title.length() > LONGEST ? 2 : 0;
        merit -= LURES.stream().anyMatch(small::contains) ? 2 : 0;
        return new Headline(title, merit);
    }

    /** The better of two; of equals the one that came first. */
    Headline or(Headline later) {
        return later.merit > merit ? later : this;
    }
}
