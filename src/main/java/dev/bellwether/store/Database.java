package dev.bellwether.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** An open database of either dialect, with its tables in place. Failures come as the libraries throw them. */
interface Database extends AutoCloseable {
    /** Runs what only reads. */
    <T extends @Nullable Object> T read(Function<Handle, T> work);

    /** Runs one transaction: all or nothing. */
    <T extends @Nullable Object> T write(Function<Handle, T> work);

    /**
     * Lends a connection on which each statement is a transaction of its own, unless the calling thread is within one. To be closed
     * soon: on SQLite it is the only one that writes.
     */
    Connection lend() throws SQLException;

    /** Which of the two it is. */
    Dialect dialect();

    /** The product and the place, without secrets; such as {@code SQLite /data/bellwether.db}. */
    String name();

    /** The place alone, for messages. */
    String place();

    /** Bytes on disk. */
    long size();

    /** Checks what no statement would notice. */
    void probe();

    @Override
    void close();
}
