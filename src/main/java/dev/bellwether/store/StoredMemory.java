package dev.bellwether.store;

import dev.bellwether.talk.Memory;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** All tables of {@link Remembered#ALL} together. */
final class StoredMemory implements Memory {
    private final Access access;

    StoredMemory(Access access) {
        this.access = access;
    }

    @Override
    public List<Kept> about(Subject subject) {
        return access.read(handle -> about(handle, subject));
    }

    @Override
    public List<Kept> forget(Subject subject) {
        return access.write(handle -> {
            List<Kept> kept = about(handle, subject);
            Remembered.ALL.reversed().forEach(table -> table.forget(handle, subject));
            return kept;
        });
    }

    private static List<Kept> about(Handle handle, Subject subject) {
        return Remembered.ALL.stream()
                .flatMap(table -> table.about(handle, subject).stream())
                .toList();
    }
}
