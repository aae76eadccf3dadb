package dev.bellwether.reading.call;

import dev.bellwether.reading.token.Token;
import org.jspecify.annotations.Nullable;

/**
 * A run of tokens that belong together.
 *
 * @param tag what it is
 * @param from its first token
 * @param to the token after its last
 * @param text as printed, without quotation marks and without the possessive
 * @param code a finer distinction, see {@link Tag}; empty if there is none
 * @param token the amount, for money, numbers and percents
 * @param name for names
 */
record Chunk(
        Tag tag,
        int from,
        int to,
        String text,
        String code,
        @Nullable Token token,
        @Nullable Name name) {
    static Chunk of(Tag tag, int from, int to, String text, String code) {
        return new Chunk(tag, from, to, text, code, null, null);
    }

    boolean is(Tag wanted) {
        return tag == wanted;
    }

    boolean is(Tag wanted, String wantedCode) {
        return tag == wanted && code.equals(wantedCode);
    }

    boolean isName(Name.Kind kind) {
        return name != null && name.is(kind);
    }

    /** Whether it is a name printed as an owner. */
    boolean owner() {
        return name != null && name.owner();
    }

    boolean hasTicker() {
        return name != null && name.ticker() != null;
    }

    /** The verb it is; null if it is none. */
    @Nullable
    Verb verb() {
        return tag == Tag.VERB ? Verb.valueOf(code) : null;
    }
}
