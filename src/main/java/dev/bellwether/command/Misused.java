package dev.bellwether.command;

/** A command was typed in a way that can't be answered. The message is for the member and says what to type instead. */
final class Misused extends RuntimeException {
    Misused(String message) {
        super(message, null, false, false);
    }

    /** The sentence for the member. */
    String say() {
        return String.valueOf(getMessage());
    }
}
