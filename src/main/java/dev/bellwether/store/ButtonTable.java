package dev.bellwether.store;

import dev.bellwether.deliver.ButtonStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The table {@code button_codes}. */
final class ButtonTable implements ButtonStore {
    /** How old the note of a code's last use may get before it is written again: cards are shown far more often. */
    private static final Duration GRAIN = Duration.ofDays(1);

    private final Access access;

    ButtonTable(Access access) {
        this.access = access;
    }

    @Override
    public void keep(String code, String command, Instant at) {
        if (isFresh(code, at)) {
            return;
        }
        access.write(handle -> handle.createUpdate("""
                        INSERT INTO button_codes (code, command, used) VALUES (:code, :command, :at)
                        ON CONFLICT (code) DO UPDATE SET used = excluded.used WHERE excluded.used > button_codes.used
                        """)
                .bind("code", code)
                .bind("command", command)
                .bind("at", at)
                .execute());
    }

    private boolean isFresh(String code, Instant at) {
        return access.read(handle -> handle.createQuery(
                                "SELECT COUNT(*) FROM button_codes WHERE code = :code AND used > :since")
                        .bind("code", code)
                        .bind("since", at.minus(GRAIN))
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    @Override
    public Optional<String> find(String code) {
        return access.read(handle -> handle.createQuery("SELECT command FROM button_codes WHERE code = :code")
                .bind("code", code)
                .mapTo(String.class)
                .findOne());
    }

    /** Throws away the codes that no button has carried since a moment; says how many. */
    int prune(Instant unusedSince) {
        return access.write(handle -> handle.createUpdate("DELETE FROM button_codes WHERE used < :since")
                .bind("since", unusedSince)
                .execute());
    }
}
