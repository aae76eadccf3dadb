package dev.bellwether.quote;

import dev.bellwether.talk.Line;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a price source answered.
 *
 * @param <T> what was asked for
 */
public sealed interface Priced<T> {

    /** The answer. */
    record Found<T>(T value) implements Priced<T> {}

    /**
     * No answer.
     *
     * @param source name of the source
     * @param cause why, by what to do about it
     * @param message one sentence for a person, naming source and listing, without secrets
     * @param retryAfter how long the source asks to be left alone; null if it does not say
     */
    record Unavailable<T>(
            String source,
            Cause cause,
            Line message,
            @Nullable Duration retryAfter) implements Priced<T> {
        /** No answer, for a reason that is the same in every language. */
        public Unavailable(String source, Cause cause, String message, @Nullable Duration retryAfter) {
            this(source, cause, Line.of(message), retryAfter);
        }

        /** The same answer to another question. */
        public <U> Unavailable<U> to() {
            return new Unavailable<>(source, cause, message, retryAfter);
        }
    }

    /** Why there is no answer. */
    enum Cause {
        /** The source does not know the symbol: tell the member. */
        UNKNOWN_SYMBOL,
        /** The source knows it but has no bars or price: ask the next source. */
        NO_DATA,
        /** The source can't give this kind of answer: ask the next source. */
        NOT_OFFERED,
        /** No answer in time or no connection: try again later. */
        UNREACHABLE,
        /** 401 or 403: tell the operator. */
        DENIED,
        /** 429: wait. */
        RATE_LIMITED,
        /** 5xx: try again later. */
        SERVER_ERROR,
        /** Something else than the documented format, such as an HTML page: tell the operator. */
        UNREADABLE
    }
}
