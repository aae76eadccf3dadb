package dev.bellwether.net;

/** The way out to the web. One implementation guards it ({@code GuardedWeb}); tests may serve pages from memory. */
public interface Web {
    /**
     * Gets a page. Blocks the calling (virtual) thread until the answer, the limit of time or the limit of size is there.
     * Never throws for what the other side or the network does: that is a {@link Fetched.Failed}.
     */
    Fetched get(Fetch fetch);
}
