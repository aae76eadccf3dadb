package dev.bellwether.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All word files there are, and the literals in the source that name their keys: no sentence is missing in a language, none is
 * asked for that there is not, none lies about unused. A literal shaped like a key of an area, such as {@code "quote.title"},
 * counts as its use, so that keys can be handed on.
 */
class WordsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern FILE = Pattern.compile("([a-z]+)_(en|de|zh)\\.properties");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern ASKED = Pattern.compile("\\bLine\\s*\\.(say|count|joined)\\(\\s*\"([^\"]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private static Path folder() throws URISyntaxException {
        URI folder = Objects.requireNonNull(WordsTest.class.getResource("/dev/bellwether/words"))
                .toURI();
        return Path.of(folder);
    }

    private static List<String> files() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    static Set<String> areas() throws IOException, URISyntaxException {
        return files().stream()
                .flatMap(name -> FILE.matcher(name).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> words(String area, Language language) {
        try (Reader file = Files.newBufferedReader(folder().resolve(area + "_" + language.code() + ".properties"))) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toMap(key -> key, properties::getProperty, (a, b) -> a, TreeMap::new));
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(area + " in " + language, e);
        }
    }

    /** The keys as the source names them: those that count without their form. */
    private static Set<String> named(Collection<String> keys) {
        return keys.stream()
                .map(key -> key.replaceFirst("\\.(one|other)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> places(String pattern) {
        return PLACE.matcher(pattern)
                .results()
                .map(place -> Integer.valueOf(place.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> texts = files.filter(file -> file.toString().endsWith(".java"))
                    .map(WordsTest::text)
                    .toList();
            assertThat(texts).hasSizeGreaterThan(100);
            return texts;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    @Test
    void every_area_has_a_file_in_each_language_and_there_is_nothing_else() throws IOException, URISyntaxException {
        List<String> wanted = areas().stream()
                .flatMap(area ->
                        Stream.of(Language.values()).map(language -> area + "_" + language.code() + ".properties"))
                .sorted()
                .toList();
        assertThat(files()).isEqualTo(wanted).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("areas")
    void every_sentence_exists_in_every_language(String area) {
        Map<String, String> english = words(area, Language.EN);
        assertThat(words(area, Language.DE).keySet()).isEqualTo(english.keySet());
        Set<String> chinese = english.keySet().stream()
                .filter(key -> !key.endsWith(".one"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(words(area, Language.ZH).keySet()).isEqualTo(chinese);
    }

    @ParameterizedTest
    @MethodSource("areas")
    void a_key_begins_with_its_area_and_has_words(String area) {
        for (Language language : Language.values()) {
            assertThat(words(area, language)).allSatisfy((key, pattern) -> {
                assertThat(key).matches(area + "(\\.[a-z0-9-]+)+");
                assertThat(pattern)
                        .isNotBlank()
                        .doesNotContain("\t", "\n", "TODO")
                        .doesNotEndWith(" ");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void a_sentence_holds_the_same_in_every_language(String area) {
        Map<String, String> english = words(area, Language.EN);
        for (Language language : Language.values()) {
            words(area, language)
                    .forEach((key, pattern) -> assertThat(places(pattern))
                            .as("%s in %s", key, language)
                            .isEqualTo(places(english.getOrDefault(key, ""))));
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void what_counts_has_a_form_for_one_and_for_others_and_says_how_many(String area) {
        for (Language language : Language.values()) {
            Map<String, String> words = words(area, language);
            words.keySet().stream().filter(key -> key.endsWith(".one")).forEach(key -> {
                String other = key.substring(0, key.length() - ".one".length()) + ".other";
                assertThat(words).containsKey(other);
            });
            words.entrySet().stream()
                    .filter(word -> word.getKey().endsWith(".other"))
                    .forEach(word -> assertThat(places(word.getValue())).contains(0));
        }
    }

    /** A sentence of three words or more that reads the same in two languages was not translated. */
    @ParameterizedTest
    @MethodSource("areas")
    void no_sentence_was_left_in_english(String area) {
        Map<String, String> english = words(area, Language.EN);
        for (Language language : List.of(Language.DE, Language.ZH)) {
            words(area, language).forEach((key, pattern) -> {
                if (WORD.matcher(pattern).results().count() >= 3) {
                    assertThat(pattern)
                            .as("%s in %s", key, language)
                            .isNotEqualToIgnoringCase(english.getOrDefault(key, ""));
                }
            });
        }
    }

    @Test
    void no_sentence_is_unused() throws IOException, URISyntaxException {
        Set<String> literals = sources().stream()
                .flatMap(text -> KEY.matcher(text).results())
                .map(literal -> literal.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String area : areas()) {
            assertThat(literals)
                    .as("the sentences of %s", area)
                    .containsAll(named(words(area, Language.EN).keySet()));
        }
    }

    @Test
    void no_sentence_is_missing() throws IOException, URISyntaxException {
        Set<String> known = new TreeSet<>();
        areas().forEach(area -> known.addAll(named(words(area, Language.EN).keySet())));
        Set<String> areas = areas();
        for (String text : sources()) {
            KEY.matcher(text)
                    .results()
                    .map(literal -> literal.group(1))
                    .filter(literal -> areas.contains(literal.substring(0, literal.indexOf('.'))))
                    .filter(literal -> !literal.endsWith(".txt")) // a file such as the reader's of targets
                    .forEach(literal -> assertThat(known).contains(literal));
            ASKED.matcher(text)
                    .results()
                    .forEach(asked -> assertThat(known).as("what is said").contains(asked.group(2)));
        }
    }

    /** Where the key stands in the call itself, the parts can be counted. */
    @Test
    void a_sentence_is_given_as_many_parts_as_it_has_places() throws IOException, URISyntaxException {
        Map<String, String> english = new TreeMap<>();
        areas().forEach(area -> english.putAll(words(area, Language.EN)));
        for (String text : sources()) {
            ASKED.matcher(text)
                    .results()
                    .filter(asked -> !asked.group(1).equals("joined"))
                    .forEach(asked -> {
                        boolean counts = asked.group(1).equals("count");
                        String pattern = Optional.ofNullable(english.get(asked.group(2) + (counts ? ".other" : "")))
                                .orElse("");
                        int needed = places(pattern).stream()
                                .mapToInt(place -> place + 1)
                                .max()
                                .orElse(0);
                        assertThat(arguments(text, asked)).as(asked.group(2)).isEqualTo(needed);
                    });
        }
    }

    /** How many arguments stand behind the key of a call. */
    private static int arguments(String text, MatchResult call) {
        int depth = 1;
        int arguments = 0;
        boolean quoted = false;
        for (int i = call.end(); depth > 0; i++) {
            char letter = text.charAt(i);
            if (letter == '"' && text.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && "([{".indexOf(letter) >= 0) {
                depth++;
            } else if (!quoted && ")]}".indexOf(letter) >= 0) {
                depth--;
            } else if (!quoted && letter == ',' && depth == 1) {
                arguments++;
            }
        }
        return arguments;
    }

    @Test
    void the_languages_of_the_files_are_those_of_the_bot() {
        assertThat(Stream.of(Language.values()).map(language -> language.name().toLowerCase(Locale.ROOT)))
                .containsExactly("en", "de", "zh");
    }
}
