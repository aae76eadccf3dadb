package dev.bellwether.deliver;

import java.util.Optional;

/** A front's few notes to itself for the next start, such as the fingerprint of the commands it registered. */
public interface FrontNotes {
    /** What was noted under a name. */
    Optional<String> read(String front, String name);

    /** Notes it, in place of what was there. */
    void write(String front, String name, String text);
}
