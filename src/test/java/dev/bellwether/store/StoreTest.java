package dev.bellwether.store;

import static dev.bellwether.store.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class StoreTest extends OnBothEngines {
    @Test
    void it_says_what_and_where_it_is() {
        assertThat(store.describe())
                .matches(
                        engine == Engine.SQLITE
                                ? "SQLite \\Q" + folder.toAbsolutePath().resolve("bellwether.db") + "\\E, schema "
                                        + Schema.VERSION + ", [0-9]+\\.[0-9] MB"
                                : "PostgreSQL 18\\.[0-9]+ localhost:[0-9]+/test[0-9]+, schema " + Schema.VERSION
                                        + ", [0-9]+\\.[0-9] MB");
    }

    @Test
    void an_open_file_would_be_noticed_by_the_leak_check() {
        Assumptions.assumeTrue(Files.isDirectory(NoLeaks.OPEN_FILES), "needs Linux's /proc");
        assertThat(NoLeaks.databaseFiles().isEmpty()).isEqualTo(engine == Engine.POSTGRES);
        store.close();
        assertThat(NoLeaks.databaseFiles()).isEmpty();
    }

    @Test
    void a_healthy_store_passes_its_probe_and_is_unchanged_by_it() {
        store.probe();
        assertThat(store.chats().count()).isZero();
    }

    @Test
    void a_schema_changed_by_hand_is_noticed_when_flyway_runs() throws SQLException {
        Schema schema = new Schema(engine == Engine.SQLITE ? Dialect.SQLITE : Dialect.POSTGRES, "here");
        try (HikariDataSource source = new HikariDataSource()) {
            source.setJdbcUrl(url());
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("UPDATE flyway_schema_history SET checksum = 1");
            }
            // Nothing to migrate, so Flyway is not started: opening stays quick and does not compare check sums.
            reopen();
            assertThat(failureOf(() -> schema.migrate(source)).kind()).isEqualTo(StoreException.Kind.ALTERED);
        }
    }

    @Test
    void the_list_of_migrations_names_every_file() throws Exception {
        try (Stream<Path> files = Files.list(migrations())) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .sorted(Comparator.comparingInt(StoreTest::version))
                    .toList();
            assertThat(Schema.SCRIPTS).isEqualTo(names);
        }
    }

    private static Path migrations() throws URISyntaxException {
        URL folder = Objects.requireNonNull(Store.class.getResource("/db/migration"));
        return Path.of(folder.toURI());
    }

    private static int version(String name) {
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
