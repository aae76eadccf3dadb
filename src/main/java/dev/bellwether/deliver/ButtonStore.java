package dev.bellwether.deliver;

import java.time.Instant;
import java.util.Optional;

/** Commands too long to be carried by a button: the button carries a code, which must still mean the same after a restart. */
public interface ButtonStore {
    /** Keeps a command under a code; the same command always gets the same code. */
    void keep(String code, String command, Instant at);

    /** The command under a code; empty if it is unknown or was thrown away. */
    Optional<String> find(String code);
}
