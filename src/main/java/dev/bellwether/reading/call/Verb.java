package dev.bellwether.reading.call;

/** What a verb does to a target or a rating. */
enum Verb {
    RAISE,
    CUT,
    SET,
    NEUTRAL,
    KEEP,
    INITIATE,
    DROP,
    UPGRADE,
    DOWNGRADE
}
