package dev.bellwether.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Rights that only one process has at a time, such as polling Telegram with a token. */
public interface Leases {
    /**
     * Takes or prolongs a right.
     *
     * @param name of the right; hash what is secret in it
     * @param owner who wants it: this process
     * @param length until when it holds if it is not prolonged
     * @return whether this owner has it now
     */
    boolean hold(String name, String owner, Instant now, Duration length);

    /** Who has a right, or had it last and did not give it back; empty if nobody. */
    Optional<String> holder(String name);

    /** Gives a right back, if this owner has it. */
    void release(String name, String owner);
}
