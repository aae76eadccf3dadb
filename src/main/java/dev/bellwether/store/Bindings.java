package dev.bellwether.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jspecify.annotations.Nullable;

/** How values stand in the database, in both directions. */
final class Bindings {
    /** Some 290,000 years each way: a feed may say anything, and a search may be "up to the end of time". */
    private static final Instant EARLIEST = Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS);

    private static final Instant LATEST = Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS);

    private Bindings() {}

    /** Teaches Jdbi our types, and that {@code <} in a statement is less-than and not one of its templates. */
    static Jdbi register(Jdbi jdbi) {
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        return jdbi.registerArgument(new Text())
                .registerArgument(new Address())
                .registerArgument(new Moment())
                .registerArgument(new Day());
    }

    /** Microseconds since 1970 in UTC; what lies outside of what a long can hold becomes the nearest that it can. */
    static long micros(Instant moment) {
        if (moment.isBefore(EARLIEST)) {
            return Long.MIN_VALUE;
        }
        return moment.isAfter(LATEST) ? Long.MAX_VALUE : ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
    }

    static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        Instant moment = moment(row, column);
        return row.wasNull() ? null : moment;
    }

    static @Nullable URI addressOrNull(ResultSet row, String column) throws SQLException {
        String address = row.getString(column);
        return address == null ? null : URI.create(address);
    }

    /** Without the characters that PostgreSQL refuses: NUL and half surrogate pairs. */
    static String clean(String text) {
        if (text.codePoints().noneMatch(Bindings::refused)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(point -> !refused(point)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean refused(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static final class Text extends AbstractArgumentFactory<String> {
        Text() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, clean(value));
        }
    }

    private static final class Address extends AbstractArgumentFactory<URI> {
        Address() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(URI value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, clean(value.toString()));
        }
    }

    private static final class Moment extends AbstractArgumentFactory<Instant> {
        Moment() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, micros(value));
        }
    }

    private static final class Day extends AbstractArgumentFactory<LocalDate> {
        Day() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(LocalDate value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, value.toEpochDay());
        }
    }
}
