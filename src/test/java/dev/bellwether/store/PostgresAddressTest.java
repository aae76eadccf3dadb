package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresAddressTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    jdbc:postgresql://h/db,                                     jdbc:postgresql://h/db,             set, pw,  h/db
                    jdbc:postgresql://h:5433/db?ssl=true,                       jdbc:postgresql://h:5433/db?ssl=true, set, pw, h:5433/db
                    jdbc:postgresql://ann:s%40:e@h/db,                          jdbc:postgresql://h/db,             ann, s@:e, h/db
                    jdbc:postgresql://ann@h/db,                                 jdbc:postgresql://h/db,             ann, pw,  h/db
                    jdbc:postgresql://ann:a@b@h/db,                             jdbc:postgresql://h/db,             ann, a@b, h/db
                    jdbc:postgresql://h/db?user=ann&password=s%26x&a=b,         jdbc:postgresql://h/db?a=b,         ann, s&x, h/db
                    jdbc:postgresql://h/db?password=x@y&user=ann,               jdbc:postgresql://h/db,             ann, x@y, h/db
                    jdbc:postgresql:db,                                         jdbc:postgresql:db,                 set, pw,  db
                    """)
    void user_and_password_are_taken_out_of_the_address(
            String given, String url, @Nullable String user, @Nullable String password, String shown) {
        StoreSettings settings = new StoreSettings(given, "set", "pw", Path.of("x"), Duration.ofSeconds(1));
        assertThat(PostgresAddress.of(settings, given)).isEqualTo(new PostgresAddress(url, user, password, shown));
    }

    @Test
    void nothing_printed_holds_the_password() {
        String url = "jdbc:postgresql://ann:secret@h/db?password=secret";
        StoreSettings settings = StoreSettings.at(url, Path.of("x"));
        assertThat(settings + " " + PostgresAddress.of(settings, url)).doesNotContain("secret");
    }
}
