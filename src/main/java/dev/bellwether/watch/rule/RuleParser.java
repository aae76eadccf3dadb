package dev.bellwether.watch.rule;

import dev.bellwether.fact.Listing;
import dev.bellwether.talk.Line;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return parsed(typed, today);
    }

    /** The same on no day in particular: a last day may be any. */
    ParsedRule outline(String typed) {
        return parsed(typed, null);
    }

    private ParsedRule parsed(String typed, @Nullable LocalDate today) {
        try {
            if (typed.length() > LONGEST) {
                throw new Misread(LONGEST, typed.length(), Line.say("rule.long", LONGEST), List.of());
            }
            return new ParsedRule.Understood(read(typed, listings, today));
        } catch (Misread e) {
            return new ParsedRule.Mistaken(e.in(typed));
        }
    }

    /**
     * Reads a rule that was kept: symbols and currencies are what they are, and its last day may be over.
     *
     * @throws Misread if it is none
     */
    static Rule kept(String text) {
        return read(text, null, null);
    }

    private static Rule read(String typed, @Nullable Listings known, @Nullable LocalDate today) {
        Cursor cursor = new Cursor(typed);
        ScopeReader scopes = new ScopeReader(cursor, known);
        Scope scope = scopes.read();
        List<Listing> listings = scopes.listings();
        boolean alone = known != null
                && listings.stream().anyMatch(listing -> known.siblings(listing).size() < 2);
        AtomReader atoms = new AtomReader(cursor, new Monies(known, scope, listings), alone);
        int start = cursor.peek().start();
        Condition condition = Rules.normal(new ConditionReader(cursor, scopes, atoms).read());
        int end = cursor.lastEnd();
        Sense.check(condition).ifPresent(why -> {
            throw new Misread(start, end, why, List.of());
        });
        ModifierReader modifiers = new ModifierReader(cursor, today);
        modifiers.read();
        return modifiers.with(scope, condition);
    }
}
