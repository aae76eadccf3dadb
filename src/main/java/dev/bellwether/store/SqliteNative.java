package dev.bellwether.store;

import dev.bellwether.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads SQLite's native library.
 *
 * <p>The driver unpacks it into the system's folder for temporary files, which may be mounted noexec, and a killed process
 * leaves its copy of over a megabyte there for ever. So we give it a folder of its own inside the data folder and delete
 * that as soon as the library is loaded (a loaded library needs its file no more). Only where that fails is the system's
 * folder tried. An {@code org.sqlite.tmpdir} or {@code org.sqlite.lib.path} that the operator set is left alone.
 */
final class SqliteNative {
    private static final String UNPACK_TO = "org.sqlite.tmpdir";
    private static boolean loaded;

    private SqliteNative() {}

    static synchronized void load(Path dataFolder) {
        if (loaded) {
            return;
        }
        Exception failure = null;
        for (Path folder : List.of(dataFolder, Path.of(System.getProperty("java.io.tmpdir", ".")))) {
            failure = tryIn(folder);
            loaded = failure == null;
            if (loaded) {
                return;
            }
        }
        throw new StoreException(Kind.NO_NATIVE_CODE, dataFolder.toString(), failure);
    }

    private static @Nullable Exception tryIn(Path parent) {
        boolean ours = System.getProperty(UNPACK_TO) == null;
        Path folder = null;
        try {
            if (ours) {
                folder = Files.createDirectory(parent.resolve(OwnName.of("native")));
                System.setProperty(UNPACK_TO, folder.toString());
            }
            SQLiteJDBCLoader.initialize();
            return null;
        } catch (Exception e) {
            return e;
        } finally {
            if (ours) {
                System.clearProperty(UNPACK_TO);
            }
            if (folder != null) {
                delete(folder);
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Windows keeps the file of a loaded library; the driver then deletes it when the process ends.
            return;
        }
    }
}
