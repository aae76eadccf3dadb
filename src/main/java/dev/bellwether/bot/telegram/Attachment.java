package dev.bellwether.bot.telegram;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** The bytes of a file to send. Immutable. */
final class Attachment {
    private final String name;
    private final byte[] bytes;

    Attachment(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    /** Its name with its ending. */
    String name() {
        return name;
    }

    int size() {
        return bytes.length;
    }

    InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
