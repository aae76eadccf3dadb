package dev.bellwether.watch.rule;

/** What came of reading a typed rule. */
public sealed interface ParsedRule {
    /** It was understood. */
    record Understood(Rule rule) implements ParsedRule {}

    /** It was not, and this is why. */
    record Mistaken(RuleError error) implements ParsedRule {}
}
