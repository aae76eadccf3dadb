package dev.bellwether.watch.rule;

/** The one way a rule is written, for the store, for export and to compare: English whatever the chat speaks. */
public final class RuleText {
    private RuleText() {}

    /** The rule as text; {@link #read} gives an equal rule again, if it is in the form that the parser makes (see {@link Rules#normal}). */
    public static String of(Rule rule) {
        throw new UnsupportedOperationException();
    }

    /** A condition as text, as it stands in a rule. */
    public static String of(Condition condition) {
        throw new UnsupportedOperationException();
    }

    /**
     * A kept rule. Symbols are not looked up, and its last day may be over.
     *
     * @throws IllegalArgumentException if {@link #of} can't have written it
     */
    public static Rule read(String text) {
        throw new UnsupportedOperationException();
    }
}
