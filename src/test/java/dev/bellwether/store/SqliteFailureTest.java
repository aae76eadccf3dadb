package dev.bellwether.store;

import static dev.bellwether.store.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.store.StoreException.Kind;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that can't be used. The tests may run as root, whom permissions don't bind: "not writable" is injected or comes from
 * a file system that refuses root as well.
 */
@ExtendWith(NoLeaks.class)
class SqliteFailureTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_file_that_is_no_database_is_refused_and_left_alone() throws IOException {
        byte[] notes = "my shopping list, much longer than the header of a database file is. "
                .repeat(20)
                .getBytes(StandardCharsets.UTF_8);
        Files.write(file(), notes);
        StoreException failure = failureOf(this::open);
        assertThat(failure.kind()).isEqualTo(Kind.NOT_OURS);
        assertThat(failure).hasMessageContaining(file().toString()).hasMessageContaining("another place");
        assertThat(Files.readAllBytes(file())).isEqualTo(notes);
    }

    @Test
    void a_database_of_another_program_is_refused_and_left_alone() throws Exception {
        sql("CREATE TABLE recipes (id INTEGER)");
        byte[] before = Files.readAllBytes(file());
        assertThat(failureOf(this::open).kind()).isEqualTo(Kind.NOT_OURS);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void a_database_that_flyway_keeps_for_another_program_is_refused_and_left_alone() throws Exception {
        open().close();
        sql("UPDATE flyway_schema_history SET script = 'V1__recipes.sql'");
        byte[] before = Files.readAllBytes(file());
        assertThat(failureOf(this::open).kind()).isEqualTo(Kind.NOT_OURS);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void a_newer_database_is_refused_and_left_alone() throws Exception {
        open().close();
        sql("INSERT INTO flyway_schema_history SELECT 99, '99', 'x', 'SQL', 'V99__x.sql', 1, '', 0, 1, 1");
        byte[] before = Files.readAllBytes(file());
        StoreException failure = failureOf(this::open);
        assertThat(failure.kind()).isEqualTo(Kind.NEWER);
        assertThat(failure).hasMessageContaining("its schema is 99").hasMessageContaining("update");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.7, 0.9})
    void a_file_cut_short_is_damaged_and_left_alone(double kept) throws Exception {
        fill();
        try (RandomAccessFile handle = new RandomAccessFile(file().toFile(), "rw")) {
            handle.setLength((long) (handle.length() * kept));
        }
        byte[] before = Files.readAllBytes(file());
        StoreException failure = failureOf(this::open);
        assertThat(failure.kind()).isEqualTo(Kind.DAMAGED);
        assertThat(failure).hasMessageContaining("backup");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void pages_full_of_noise_are_reported_as_damage_at_the_latest_when_they_are_read() throws Exception {
        fill();
        byte[] noise = Files.readAllBytes(file());
        byte[] random = new byte[noise.length - 4096];
        new Random(1).nextBytes(random);
        System.arraycopy(random, 0, noise, 4096, random.length);
        Files.write(file(), noise);
        StoreException failure = failureOf(() -> {
            try (Store store = open()) {
                store.chats().count();
            }
        });
        assertThat(failure.kind()).isEqualTo(Kind.DAMAGED);
        assertThat(Files.readAllBytes(file())).isEqualTo(noise);
    }

    @Test
    void a_new_file_locked_by_another_program_is_reported_as_such() throws Exception {
        sql("CREATE TABLE t (id INTEGER)", "DROP TABLE t");
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            StoreException failure = failureOf(this::open);
            assertThat(failure.kind()).isEqualTo(Kind.LOCKED);
            assertThat(failure.kind().passing()).isTrue();
            assertThat(failure).hasMessageContaining("another program");
        }
        open().close();
    }

    @Test
    void while_another_program_writes_the_store_opens_and_reads_and_says_that_it_cannot_write() throws Exception {
        open().close();
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try (Store store = open()) {
                assertThat(store.chats().count()).isZero();
                assertThat(failureOf(() -> seen(store)).kind()).isEqualTo(Kind.LOCKED);
                assertThat(failureOf(store::probe).kind()).isEqualTo(Kind.LOCKED);
                statement.execute("ROLLBACK");
                store.probe();
                seen(store);
                assertThat(store.chats().count()).isOne();
            }
        }
    }

    @Test
    void a_file_that_may_not_be_written_is_refused_and_left_alone() throws Exception {
        fill();
        byte[] before = Files.readAllBytes(file());
        StoreException failure = failureOf(() -> SqliteDatabase.open(settings(), path -> false));
        assertThat(failure.kind()).isEqualTo(Kind.READ_ONLY);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void what_sqlite_says_of_a_write_to_a_read_only_database_is_understood() throws Exception {
        open().close();
        try (Connection reader = new SqliteFile(file(), Duration.ZERO).openToRead();
                Statement statement = reader.createStatement()) {
            statement.execute("DELETE FROM chats");
            throw new AssertionError("a connection for reading must not write");
        } catch (SQLException e) {
            assertThat(Failures.of(e, "x").kind()).isEqualTo(Kind.READ_ONLY);
        }
    }

    @Test
    void a_full_disk_fails_the_write_keeps_what_was_there_and_is_over_when_there_is_room() throws Exception {
        fill();
        try (SqliteDatabase database = SqliteDatabase.open(settings(), Files::isWritable)) {
            ChatTable chats = new ChatTable(new Access(database));
            // A limit on the file's pages stands for the disk's: SQLite reports both as SQLITE_FULL.
            database.write(handle -> handle.execute("PRAGMA max_page_count = 1"));
            assertThat(failureOf(() -> add(chats, "more", 5000)).kind()).isEqualTo(Kind.FULL);
            long kept = chats.count();
            assertThat(kept).isBetween(500L, 5499L);
            database.write(handle -> handle.execute("PRAGMA max_page_count = 1000000"));
            add(chats, "later", 100);
            assertThat(chats.count()).isEqualTo(kept + 100);
        }
    }

    @Test
    void a_data_folder_that_is_a_file_is_reported() throws IOException {
        Path occupied = Files.writeString(folder.resolve("data"), "x");
        for (Path data : List.of(occupied, occupied.resolve("deeper"))) {
            StoreException failure = failureOf(() -> Store.open(StoreSettings.inFolder(data)));
            assertThat(failure.kind()).isEqualTo(Kind.UNWRITABLE);
            assertThat(failure).hasMessageContaining(data.toString());
        }
        assertThat(Files.readString(occupied)).isEqualTo("x");
    }

    @Test
    void a_data_folder_that_cannot_be_made_even_by_root_is_reported() {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs Linux's /proc");
        for (String data : List.of("/proc/bellwether", "/proc")) {
            assertThat(failureOf(() -> Store.open(StoreSettings.inFolder(Path.of(data))))
                            .kind())
                    .isEqualTo(Kind.UNWRITABLE);
        }
    }

    @Test
    void a_folder_in_place_of_the_file_is_reported() throws IOException {
        Files.createDirectory(file());
        assertThat(failureOf(this::open).kind()).isEqualTo(Kind.UNWRITABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:x.db",
                "jdbc:sqlite:x.db?journal_mode=OFF",
                "jdbc:sqlite:\0",
                "jdbc:h2:mem:x",
                "mysql://root:secret@host/db",
                "postgresql://ann:secret@host/db",
                "",
                "secret"
            })
    void an_address_of_another_kind_is_refused_without_being_shown_in_full(String url) {
        assertThat(failureOf(() -> Store.open(StoreSettings.at(url, folder))).kind())
                .isEqualTo(Kind.BAD_ADDRESS);
    }

    @Test
    void a_closed_store_says_so_and_closing_twice_does_no_harm() {
        Store store = open();
        store.close();
        store.close();
        assertThat(failureOf(() -> seen(store)).kind()).isEqualTo(Kind.CLOSED);
        assertThat(failureOf(() -> store.chats().count()).kind()).isEqualTo(Kind.CLOSED);
    }

    @Test
    void a_file_deleted_under_a_running_bot_is_noticed_by_its_health_check() throws IOException {
        try (Store store = open()) {
            store.probe();
            Files.delete(file());
            assertThat(failureOf(store::probe).kind()).isEqualTo(Kind.UNREACHABLE);
        }
    }

    @Test
    void many_who_open_a_new_file_at_once_all_get_it() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> opened = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                opened.add(threads.submit(
                        () -> Store.open(StoreSettings.inFolder(folder)).close()));
            }
            for (Future<?> each : opened) {
                each.get();
            }
        }
    }

    @Test
    void an_empty_file_becomes_a_database_and_nothing_but_the_database_is_left_in_the_folder() throws IOException {
        Files.createFile(file());
        open().close();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("bellwether.db", "bellwether.db.migrating");
        }
    }

    private Store open() {
        return Store.open(settings());
    }

    private StoreSettings settings() {
        return StoreSettings.inFolder(folder).waiting(Duration.ofMillis(50));
    }

    private Path file() {
        return folder.resolve("bellwether.db");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void fill() {
        try (Store store = open()) {
            add(store.chats(), "first", 500);
        }
    }

    private static void add(Chats chats, String front, int count) {
        for (int i = 0; i < count; i++) {
            chats.seen(new ChatId(front, "a chat with a rather long name, number " + i), NOW);
        }
    }

    private static void seen(Store store) {
        store.chats().seen(new ChatId("discord", "1"), NOW);
    }
}
