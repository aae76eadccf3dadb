package dev.bellwether.quote;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;

/** An answer is something else than the documented format; the message says what it is, to follow "no prices but …". */
final class NotPricesException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Line what;

    NotPricesException(Line what) {
        super(Voice.english().plain(what));
        this.what = what;
    }

    /** For a source of which only the log speaks. */
    NotPricesException(String what) {
        this(Line.of(what));
    }

    Line what() {
        return what;
    }
}
