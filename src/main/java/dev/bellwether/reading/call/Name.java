package dev.bellwether.reading.call;

import dev.bellwether.reading.token.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a name before its part in the sentence is.
 *
 * @param kind what the lexicon says, or the shape of the name
 * @param ticker printed with the name, null if none is
 * @param symbol the symbol of a configured instrument, null if it is none
 * @param owner whether it is printed as an owner, with {@code 's}
 */
record Name(Kind kind, @Nullable Ticker ticker, @Nullable String symbol, boolean owner) {
    enum Kind {
        /** A broker of the lexicon. */
        FIRM,
        /** It ends like the name of a broker. */
        FIRM_SHAPED,
        /** A site or agency that passes calls on. */
        RELAY,
        /** A company of the lexicon or the configuration. */
        COMPANY,
        /** Capitalised, and neither firm nor company. */
        NEITHER,
        /** Any other name. */
        UNKNOWN,
        /** A ticker without a name. */
        TICKER
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    Name with(Ticker printed) {
        return new Name(kind, printed, symbol, owner);
    }

    Name owning() {
        return new Name(kind, ticker, symbol, true);
    }
}
