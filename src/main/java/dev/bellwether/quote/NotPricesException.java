package dev.bellwether.quote;

/** An answer is something else than the documented format; the message says what it is, to follow "no prices but …". */
final class NotPricesException extends Exception {
    private static final long serialVersionUID = 1L;

    NotPricesException(String what) {
        super(what);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
