package dev.bellwether.net;

/** A way on which both sides may speak at any time: a websocket (RFC 6455). Safe for threads. */
public interface Stream extends AutoCloseable {
    /**
     * Says something, as soon as the way is open.
     *
     * @return false if the way has ended or too much waits to be said
     */
    boolean send(String text);

    /** Ends the way; nothing is heard afterwards. Closing twice does no harm. */
    @Override
    void close();

    /** Hears what happens; called by one thread at a time. */
    interface Listener {
        /** The way is open. */
        void opened();

        /** The other side said something. */
        void heard(String text);

        /**
         * The way has ended, or never opened; called once, and nothing after it.
         *
         * @param why one sentence for the log, without secrets that may stand in the address
         */
        void ended(String why);
    }
}
