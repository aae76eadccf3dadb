package dev.bellwether.reading.token;

/**
 * A piece of text with its place. Tokens of a text stand in its order, do not overlap and leave out only white space.
 *
 * <p>{@link #start()} and {@link #end()} count UTF-16 units of the text that was read; {@code end} is the first unit after it.
 */
public sealed interface Token permits Word, Numeral, Money, Percent, Ticker, Mark {
    /** Where it begins in the text. */
    int start();

    /** The first place after it in the text. */
    int end();

    /** It as printed. */
    String text();

    /** Whether it stands right behind another token, without white space between the two. */
    default boolean touches(Token before) {
        return before.end() == start();
    }
}
