package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs each test twice, on a new SQLite file and on a new PostgreSQL database, and looks for what it left open. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
@ExtendWith(NoLeaks.class)
public abstract class OnBothEngines {
    @Parameter
    protected Engine engine = Engine.SQLITE;

    @TempDir
    protected Path folder = Path.of("");

    protected StoreSettings settings = StoreSettings.inFolder(folder);

    @SuppressWarnings("NullAway.Init") // set before each test
    protected Store store;

    @BeforeEach
    void open() {
        settings = engine.fresh(folder);
        store = Store.open(settings);
    }

    @AfterEach
    void close() {
        store.close();
        if (engine == Engine.POSTGRES) {
            String url = Objects.requireNonNull(settings.url());
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(PostgresServer.connections(url)).isZero());
        }
    }

    /** Closes the store and opens the same database again. */
    protected void reopen() {
        store.close();
        store = Store.open(settings);
    }

    /** The address by which a test reaches the same database without the store. */
    protected String url() {
        return settings.url() == null ? "jdbc:sqlite:" + folder.resolve("bellwether.db") : settings.url();
    }
}
