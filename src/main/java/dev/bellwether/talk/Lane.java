package dev.bellwether.talk;

/** What goes first when a platform allows only so much: the earlier the constant, the sooner it is sent. */
public enum Lane {
    /** Somebody waits for it. */
    ANSWER,
    /** Something happened. */
    ALERT,
    /** Told at a set time. */
    DIGEST
}
