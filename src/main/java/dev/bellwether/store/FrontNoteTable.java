package dev.bellwether.store;

import dev.bellwether.deliver.FrontNotes;
import java.util.Optional;

/** The table {@code front_notes}. */
final class FrontNoteTable implements FrontNotes {
    private final Access access;

    FrontNoteTable(Access access) {
        this.access = access;
    }

    @Override
    public Optional<String> read(String front, String name) {
        return access.read(
                handle -> handle.createQuery("SELECT note FROM front_notes WHERE front = :front AND name = :name")
                        .bind("front", front)
                        .bind("name", name)
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public void write(String front, String name, String text) {
        access.write(handle -> handle.createUpdate("""
                        INSERT INTO front_notes (front, name, note) VALUES (:front, :name, :note)
                        ON CONFLICT (front, name) DO UPDATE SET note = excluded.note
                        """)
                .bind("front", front)
                .bind("name", name)
                .bind("note", text)
                .execute());
    }
}
