package dev.bellwether.talk;

/** Takes what is to be told. Safe for threads. */
@FunctionalInterface
public interface Post {
    /**
     * Keeps a notice for sending. Inside of {@link dev.bellwether.fact.Transactions#inOne} it is kept if and only if the rest of
     * that transaction is; once it is kept it is sent, whatever becomes of this process.
     *
     * @return false if a notice with this key is kept already: nothing was done
     */
    boolean post(Notice notice);
}
