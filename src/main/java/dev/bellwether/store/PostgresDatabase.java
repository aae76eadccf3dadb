package dev.bellwether.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.bellwether.store.StoreException.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database, which other bots may use at the same time. */
final class PostgresDatabase implements Database {
    private static final int MOST_CONNECTIONS = 8;

    private final PostgresAddress address;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final String product;

    private PostgresDatabase(PostgresAddress address, HikariDataSource pool, String product) {
        this.address = address;
        this.pool = pool;
        this.product = product;
        this.jdbi = Bindings.register(Jdbi.create(pool));
    }

    static PostgresDatabase open(StoreSettings settings) {
        PostgresAddress address = PostgresAddress.of(settings, Objects.requireNonNull(settings.url()));
        HikariDataSource pool = pool(settings, address);
        try {
            return new PostgresDatabase(address, pool, prepare(pool, address));
        } catch (SQLException e) {
            pool.close();
            throw Failures.of(e, address.toString());
        } catch (RuntimeException | Error e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource pool(StoreSettings settings, PostgresAddress address) {
        long patience = Math.max(settings.patience().toMillis(), 250);
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(patience);
        config.setValidationTimeout(Math.min(patience, 5000));
        // One attempt: a wrong password is told at once instead of being tried until patience ends.
        config.setInitializationFailTimeout(1);
        config.addDataSourceProperty("ApplicationName", "bellwether");
        config.addDataSourceProperty("connectTimeout", Long.toString(Math.max(1, patience / 1000)));
        // A server that vanished without a word must not hold a thread for ever.
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // The server's details quote the values of the row, which are members' data.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw Failures.of(e, address.toString());
        }
    }

    /** @return the product with its version, such as {@code PostgreSQL 18.6} */
    private static String prepare(HikariDataSource pool, PostgresAddress address) throws SQLException {
        Schema schema = new Schema(Dialect.POSTGRES, address.toString());
        Schema.State state;
        String product;
        try (Connection connection = pool.getConnection()) {
            requireSchema(connection, address);
            state = schema.state(connection);
            product = "PostgreSQL "
                    + connection.getMetaData().getDatabaseProductVersion().split(" ", 2)[0];
        }
        if (state != Schema.State.CURRENT) {
            schema.migrate(pool);
        }
        return product;
    }

    private static void requireSchema(Connection connection, PostgresAddress address) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_schema()")) {
            if (!row.next() || row.getString(1) == null) {
                throw new StoreException(Kind.MISSING, address.toString(), null);
            }
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Function<Handle, T> work) {
        return run(() -> jdbi.withHandle(work::apply));
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Handle, T> work) {
        return run(() -> jdbi.inTransaction(work::apply));
    }

    /** When one connection was cut, a server restart has cut them all: the idle ones are not tried one by one. */
    private <T extends @Nullable Object> T run(Supplier<T> work) {
        requireOpen();
        try {
            return work.get();
        } catch (JdbiException e) {
            if (Failures.of(e, place()).kind() == Kind.UNREACHABLE) {
                pool.getHikariPoolMXBean().softEvictConnections();
            }
            throw e;
        }
    }

    private void requireOpen() {
        if (pool.isClosed()) {
            throw new StoreException(Kind.CLOSED, place(), null);
        }
    }

    @Override
    public Connection lend() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRES;
    }

    @Override
    public String name() {
        return product + " " + address.shown();
    }

    @Override
    public String place() {
        return address.toString();
    }

    @Override
    public long size() {
        return read(handle -> handle.createQuery("SELECT pg_database_size(current_database())")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void probe() {}

    @Override
    public void close() {
        pool.close();
    }
}
