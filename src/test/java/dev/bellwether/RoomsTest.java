package dev.bellwether;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls of the house: which room may see which, and which library has which room as its only home. */
class RoomsTest {
    private static final String ROOT = "dev.bellwether.";

    /** A room imports only rooms that stand before it. */
    private static final List<String> ROOMS = List.of(
            "fact", "talk", "net", "reading", "news", "quote", "market", "analyst", "watch", "digest", "command",
            "deliver", "store", "bot", "app");

    private static final JavaClasses HOUSE =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("dev.bellwether");

    static Stream<Arguments> everyRoomButTheLast() {
        return IntStream.range(0, ROOMS.size() - 1)
                .mapToObj(i -> Arguments.of(ROOMS.get(i), ROOMS.subList(i + 1, ROOMS.size())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyRoomButTheLast")
    void a_room_sees_only_the_rooms_before_it(String room, List<String> later) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        later.stream().map(other -> ROOT + other + "..").toArray(String[]::new))
                .because("facts flow one way, so that a stage can be understood and tested without those after it")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    static Stream<Arguments> libraries() {
        return Stream.of(
                Arguments.of("com.rometools..", "news", "feeds are articles to everyone else"),
                Arguments.of("org.jdom2..", "news", "feeds are articles to everyone else"),
                Arguments.of("com.google.re2j..", "news", "expressions of members are for feeds so far"),
                Arguments.of("com.github.benmanes.caffeine..", "quote", "so far only prices are worth caching"),
                Arguments.of("org.yaml.snakeyaml..", "app.config", "settings are values to everyone else"),
                Arguments.of("org.ta4j..", "market", "its series must only ever see closed bars"),
                Arguments.of("org.jdbi..", "store", "one room knows that there is a database"),
                Arguments.of("org.flywaydb..", "store", "one room knows that there is a database"),
                Arguments.of("java.sql..", "store", "one room knows that there is a database"),
                Arguments.of("com.github.kagkarlsson..", "store", "one room knows that there is a database"),
                Arguments.of("javax.sql..", "store", "one room knows that there is a database"),
                Arguments.of("com.zaxxer..", "store", "one room knows that there is a database"),
                Arguments.of("org.sqlite..", "store", "one room knows that there is a database"),
                Arguments.of("io.javalin..", "bot.web", "only the web front speaks HTTP to people"),
                Arguments.of("net.dv8tion..", "bot.discord", "one front speaks to Discord"),
                Arguments.of("org.telegram..", "bot.telegram", "one front speaks to Telegram"),
                Arguments.of(
                        "io.micrometer..", "deliver", "what is measured so far is delivery; others give it numbers"),
                Arguments.of(
                        "io.prometheus..", "deliver", "what is measured so far is delivery; others give it numbers"),
                Arguments.of("org.jline..", "bot.console", "only the terminal front owns the terminal"),
                Arguments.of("picocli..", "app", "one room knows the command line"));
    }

    @ParameterizedTest(name = "{0} only in {1}")
    @MethodSource("libraries")
    void a_library_has_one_home(String library, String home, String reason) {
        noClasses()
                .that()
                .resideInAPackage("dev.bellwether..")
                .and()
                .resideOutsideOfPackage(ROOT + home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(reason)
                .check(HOUSE);
    }

    @Test
    void html_is_parsed_where_texts_are_cleaned_and_feeds_are_read() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "news..", ROOT + "reading..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jsoup..")
                .because("everyone else gets clean text")
                .check(HOUSE);
    }

    @Test
    void pages_are_fetched_through_the_guard_and_platforms_through_their_clients() {
        noClasses()
                .that()
                .resideInAPackage("dev.bellwether..")
                .and()
                .resideOutsideOfPackages(ROOT + "net..", ROOT + "bot.discord..", ROOT + "bot.telegram..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("okhttp3..")
                .because(
                        "a second client would be a way around the guard; the clients of the platforms are given one of theirs")
                .check(HOUSE);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"console", "discord", "telegram", "web"})
    void no_front_knows_another(String front) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "bot." + front + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of("console", "discord", "telegram", "web")
                        .filter(other -> !other.equals(front))
                        .map(other -> ROOT + "bot." + other + "..")
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .because("a front must be able to fail or be left out alone")
                .check(HOUSE);
    }

    @Test
    void nobody_reads_the_clock_or_the_settings_of_the_process_but_the_app() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "app..")
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .because("all settings come through the configuration, which fails once and completely")
                .check(HOUSE);
    }
}
