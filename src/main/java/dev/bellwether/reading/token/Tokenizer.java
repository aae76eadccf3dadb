package dev.bellwether.reading.token;

import java.util.List;

/**
 * Cuts a text about markets into tokens and sentences.
 *
 * <p>Two passes. The first cuts: words (with the dots of abbreviations, without the possessive), numbers in three styles of
 * thousands, tickers in every form they are printed in, and single marks. The second joins numbers with what belongs to them: a
 * sign, a currency before or behind, a magnitude, a percent sign. Then sentences are parted. Reading takes time in proportion to
 * the length of the text, whatever is in it, and never fails: what is nothing else is a {@link Mark}; a number of more than 18
 * digits is a {@link Word}.
 *
 * <p>Where the text alone does not tell, this is assumed: {@code $} is the US dollar and {@code ¥} the yen; {@code 1.234} is a
 * fraction unless a euro or a crown follows; {@code p} behind a number is pence; {@code kr} is the Swedish crown.
 */
public final class Tokenizer {
    private Tokenizer() {}

    /** The tokens and sentences of a text. */
    public static TokenText read(CharSequence source) {
        String text = source.toString();
        List<Token> tokens = Combiner.join(text, Lexer.tokens(source));
        return new TokenText(text, tokens, SentenceSplitter.split(text, tokens));
    }
}
