package dev.bellwether.bot;

import org.jspecify.annotations.Nullable;

/** A front that is told by its platform what happens, through the web server. Called on virtual threads, many at once. */
@FunctionalInterface
public interface Webhook {
    /**
     * Takes one call.
     *
     * @param secret what the call says to prove that it is the platform's; null if it says nothing
     * @param body as it came, at most a million bytes
     * @return the HTTP status to answer with; the platform repeats a call that is not answered with 2xx
     */
    int receive(@Nullable String secret, String body);
}
