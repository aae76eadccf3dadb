package dev.bellwether.fact;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets several parts of the memory be written all or none: a fact, and the notice that tells of it. Safe for threads. */
public interface Transactions {
    /**
     * Does the work in one transaction. What it writes and reads through any part of the same store belongs to it, as long as it
     * stays on the calling thread; work inside of work joins the outer transaction.
     *
     * <p>The work should be short and touch nothing but the store: on SQLite it holds the only right to write.
     *
     * @return what the work gives
     * @throws RuntimeException what the work or the store throws; nothing was written then
     */
    <T extends @Nullable Object> T inOne(Supplier<T> work);

    /** Whether the calling thread is within such a transaction now. */
    boolean joined();

    /** For stores that keep nothing: just does the work. */
    static Transactions none() {
        return new Transactions() {
            @Override
            public <T extends @Nullable Object> T inOne(Supplier<T> work) {
                return work.get();
            }

            @Override
            public boolean joined() {
                return false;
            }
        };
    }
}
