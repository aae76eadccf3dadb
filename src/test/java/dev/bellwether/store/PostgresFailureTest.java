package dev.bellwether.store;

import static dev.bellwether.store.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.store.StoreException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoLeaks.class)
class PostgresFailureTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void a_server_that_is_not_there_is_unreachable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String url = "jdbc:postgresql://ann:secret@localhost:" + port + "/bot?sslmode=disable";
        StoreException failure = failureOf(() -> open(url));
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("localhost:" + port + "/bot");
    }

    @Test
    void a_database_that_does_not_exist_is_missing() {
        StoreException failure = failureOf(() -> open(PostgresServer.url("nosuch")));
        assertThat(failure.kind()).isEqualTo(Kind.MISSING);
        assertThat(failure).hasMessageContaining("nosuch");
    }

    @Test
    void a_schema_that_does_not_exist_is_missing() {
        String url = PostgresServer.freshDatabase() + "&currentSchema=nosuch";
        assertThat(failureOf(() -> open(url)).kind()).isEqualTo(Kind.MISSING);
    }

    @Test
    void an_unknown_user_is_refused_by_name_of_what_to_correct() {
        String url = PostgresServer.freshDatabase().replaceFirst("\\?.*", "");
        StoreSettings settings = new StoreSettings(url, "nobody", "secret", folder, Duration.ofSeconds(5));
        StoreException failure = failureOf(() -> Store.open(settings));
        assertThat(failure.kind()).isEqualTo(Kind.WRONG_PASSWORD);
        assertThat(failure).hasMessageContaining("store.password");
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void a_database_of_another_program_is_refused_and_left_alone() throws SQLException {
        String url = PostgresServer.freshDatabase();
        sql(url, "CREATE TABLE recipes (id INTEGER)");
        assertThat(failureOf(() -> open(url)).kind()).isEqualTo(Kind.NOT_OURS);
        sql(url, "CREATE TABLE flyway_schema_history (only_free_if_we_made_none INTEGER)");
    }

    @Test
    void a_newer_database_is_refused() throws SQLException {
        String url = PostgresServer.freshDatabase();
        open(url).close();
        sql(url, "INSERT INTO flyway_schema_history SELECT 99, '99', 'x', 'SQL', 'V99__x.sql', 1, '', now(), 1, true");
        assertThat(failureOf(() -> open(url)).kind()).isEqualTo(Kind.NEWER);
    }

    @Test
    void a_server_that_only_reads_is_reported_as_read_only() throws SQLException {
        String url = PostgresServer.freshDatabase();
        open(url).close();
        String name = url.replaceFirst(".*/", "").replaceFirst("\\?.*", "");
        sql(url, "ALTER DATABASE " + name + " SET default_transaction_read_only = on");
        try (Store store = open(url)) {
            assertThat(store.chats().count()).isZero();
            assertThat(failureOf(store::probe).kind()).isEqualTo(Kind.READ_ONLY);
        }
    }

    @Test
    void a_schema_of_its_own_beside_other_programs_is_enough() throws SQLException {
        String url = PostgresServer.freshDatabase();
        sql(url, "CREATE TABLE recipes (id INTEGER)", "CREATE SCHEMA bell");
        try (Store store = open(url + "&currentSchema=bell")) {
            store.probe();
            assertThat(store.describe()).startsWith("PostgreSQL 1").contains(", schema " + Schema.VERSION + ", ");
        }
    }

    @Test
    void connections_that_the_server_cut_are_replaced() throws SQLException {
        String url = PostgresServer.freshDatabase();
        try (Store store = open(url)) {
            store.probe();
            String name = url.replaceFirst(".*/", "").replaceFirst("\\?.*", "");
            PostgresServer.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
            try {
                store.probe();
            } catch (StoreException e) {
                assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
            }
            store.probe();
        }
    }

    @Test
    void a_closed_store_says_so() {
        Store store = open(PostgresServer.freshDatabase());
        store.close();
        store.close();
        assertThat(failureOf(() -> store.chats().count()).kind()).isEqualTo(Kind.CLOSED);
    }

    private Store open(String url) {
        return Store.open(StoreSettings.at(url, folder).waiting(Duration.ofSeconds(5)));
    }

    private static void sql(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
