package dev.bellwether.net;

import java.net.URI;

/** The way out for streams. One implementation guards it ({@code GuardedWeb}). */
@FunctionalInterface
public interface Streams {
    /**
     * Begins to open a way and returns at once. Never throws for what the other side or the network does: the listener hears that the
     * way has ended.
     *
     * @param address ws or wss; anything else ends at once
     */
    Stream open(URI address, Stream.Listener listener);
}
