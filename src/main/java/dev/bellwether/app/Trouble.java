package dev.bellwether.app;

/** What ends a verb. The message is for the person who typed it: a sentence a line, what is wrong and what to type. */
final class Trouble extends Exception {
    Trouble(String message) {
        super(message);
    }

    Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
