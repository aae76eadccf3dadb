package dev.bellwether.store;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The database can't do what was asked. The message is one sentence for the operator: what is wrong and what to do. It never
 * holds a password. Whatever the kind, nothing was changed: a database that is not usable is left as it was found.
 */
public final class StoreException extends RuntimeException {
    private final Kind kind;

    StoreException(Kind kind, String place, @Nullable Throwable cause) {
        super(String.format(Locale.ROOT, kind.template, place), cause);
        this.kind = kind;
    }

    static StoreException newer(String place, int found, int known) {
        String versions =
                String.format(Locale.ROOT, "%s (its schema is %d, this program knows %d)", place, found, known);
        return new StoreException(Kind.NEWER, versions, null);
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** What can be wrong with a database, named so that the caller can tell what to do. */
    public enum Kind {
        /** The file or its pages are broken. */
        DAMAGED("The database %s is damaged; stop the bot, keep a copy of it and put a backup in its place"),
        /** Another program holds it for longer than we are ready to wait. */
        LOCKED("The database %s is in use by another program; stop that program, or try again later"),
        /** It can be read but not written. */
        READ_ONLY("The database %s is read-only; give the bot's user the right to write to it"),
        /** It was made by something else. */
        NOT_OURS("The database %s does not belong to Bellwether; point store.url at another place"),
        /** A later version of the program has changed it. */
        NEWER("The database %s was written by a newer Bellwether; update this program"),
        /** The history of its schema is not the one this program has. */
        ALTERED("The schema of the database %s was changed by hand; put a backup in its place"),
        /** The server does not answer, or the file is gone. */
        UNREACHABLE("The database %s can't be reached; check store.url and whether the database runs"),
        /** The server answers but has no such database or schema. */
        MISSING(
                "The database server knows no database or schema called like that in %s; create it or correct store.url"),
        /** No room is left. */
        FULL("The disk of the database %s is full; make room on it"),
        /** The server refuses the user or the password. */
        WRONG_PASSWORD("The database %s refuses the user or the password; correct store.user and store.password"),
        /** The folder can't be made or written, or the database user may not do it. */
        UNWRITABLE("%s can't be written; choose another folder or give the bot's user the right to write there"),
        /** The address is none that we understand. */
        BAD_ADDRESS("store.url must be jdbc:sqlite:<file> or jdbc:postgresql://<host>/<database>, not %s"),
        /** SQLite's native part can't be loaded on this machine. */
        NO_NATIVE_CODE("SQLite's native library can't be unpacked and loaded from %s; use a folder not mounted noexec"),
        /** The store was closed before. */
        CLOSED("The database %s was closed already; start the bot again"),
        /** Anything else; the cause says more. */
        FAILED("The database %s failed; see the log for the cause");

        private final String template;

        Kind(String template) {
            this.template = template;
        }

        /** Whether the same request may succeed later without anyone changing the set-up. */
        public boolean passing() {
            return this == LOCKED || this == UNREACHABLE || this == FULL;
        }
    }
}
