package dev.bellwether.store;

import dev.bellwether.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A SQLite file with one writer and a few readers. */
final class SqliteDatabase implements Database {
    static final String PREFIX = "jdbc:sqlite:";

    private final SqliteFile file;
    private final SqliteReaders readers;
    private final SqliteWriter writer;
    private final Jdbi reading;

    private SqliteDatabase(SqliteFile file) throws SQLException {
        this.file = file;
        this.writer = new SqliteWriter(file);
        this.readers = new SqliteReaders(file);
        this.reading = Bindings.register(Jdbi.create(readers));
    }

    static SqliteDatabase open(StoreSettings settings) {
        return open(settings, Files::isWritable);
    }

    /** @param writable whether this process may write to a file; a parameter because root may write to any */
    static SqliteDatabase open(StoreSettings settings, Predicate<Path> writable) {
        Path path = path(settings);
        Path data = settings.dataFolder().toAbsolutePath().normalize();
        makeFolder(data);
        if (!data.equals(path.getParent())) {
            makeFolder(path.getParent());
        }
        if (Files.isDirectory(path)) {
            throw new StoreException(Kind.UNWRITABLE, path.toString(), null);
        }
        if (Files.exists(path) && !writable.test(path)) {
            throw new StoreException(Kind.READ_ONLY, path.toString(), null);
        }
        SqliteNative.load(data);
        return open(new SqliteFile(path, settings.patience()));
    }

    private static SqliteDatabase open(SqliteFile file) {
        try {
            file.prepare();
            return new SqliteDatabase(file);
        } catch (SQLException e) {
            throw Failures.of(e, file.path().toString());
        }
    }

    private static Path path(StoreSettings settings) {
        String url = settings.url();
        String name = url == null
                ? settings.dataFolder().resolve("bellwether.db").toString()
                : url.substring(PREFIX.length());
        // A database in memory would be another one for each connection, and SQLite's own options would undo ours.
        if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
            throw new StoreException(Kind.BAD_ADDRESS, "\"" + url + "\"", null);
        }
        try {
            return Path.of(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new StoreException(Kind.BAD_ADDRESS, "\"" + url + "\"", e);
        }
    }

    /** Makes a folder and proves that a file can be made in it: permission bits don't tell on every file system. */
    private static void makeFolder(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createFile(folder.resolve(OwnName.of("probe"))));
        } catch (IOException e) {
            throw new StoreException(Kind.UNWRITABLE, "The folder " + folder, e);
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Function<Handle, T> work) {
        return reading.withHandle(work::apply);
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Handle, T> work) {
        return writer.write(work);
    }

    @Override
    public Connection lend() throws SQLException {
        return writer.lend();
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public String name() {
        return "SQLite " + place();
    }

    @Override
    public String place() {
        return file.path().toString();
    }

    /** The file and its write-ahead log. */
    @Override
    public long size() {
        return length(file.path())
                + length(file.path().resolveSibling(file.path().getFileName() + "-wal"));
    }

    private static long length(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** A file deleted under us goes on working until the process ends, and everything written to it is lost then. */
    @Override
    public void probe() {
        if (!Files.exists(file.path())) {
            throw new StoreException(Kind.UNREACHABLE, place(), null);
        }
    }

    @Override
    public void close() {
        try (writer;
                readers) {
            return;
        } catch (SQLException e) {
            throw Failures.of(e, place());
        }
    }
}
