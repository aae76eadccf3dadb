package dev.bellwether.watch.rule;

import java.time.LocalDate;

/** Reads rules as members type them, see docs/alerts.md. Safe for threads; takes time in proportion to the text. */
public final class RuleParser {
    /** A rule with more characters is refused. */
    public static final int LONGEST = 500;

    /** A rule with more conditions is refused. */
    public static final int MOST_CONDITIONS = 20;

    private final Listings listings;

    /** Reads rules about these listings. */
    public RuleParser(Listings listings) {
        this.listings = listings;
    }

    /**
     * Reads a rule.
     *
     * @param typed what stands behind {@code /alert}
     * @param today in the chat's zone, so that a last day in the past is refused
     * @return never throws for any text
     */
    public ParsedRule parse(String typed, LocalDate today) {
        throw new UnsupportedOperationException();
    }
}
