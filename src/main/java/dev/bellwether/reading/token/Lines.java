package dev.bellwether.reading.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lines of a data file that stands beside a class; empty lines and those that begin with # are left out. */
public final class Lines {
    private Lines() {}

    /**
     * The lines, without white space around them.
     *
     * @throws UncheckedIOException if the file can't be read: the program is packed wrongly
     */
    public static List<String> of(Class<?> beside, String file) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
