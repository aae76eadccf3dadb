package dev.bellwether.talk;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The word files: for each area of the bot ({@code settings}, {@code quote}, …) one file a language,
 * {@code /dev/bellwether/words/settings_de.properties} in UTF-8, read when first asked for.
 */
final class Words {
    private static final String FOLDER = "/dev/bellwether/words/";

    private static final Map<String, Map<String, String>> FILES = new ConcurrentHashMap<>();

    private Words() {}

    /**
     * The pattern under a key, with {0}, {1}, … where its parts stand.
     *
     * @return the English one where the language has none; empty if nobody knows the key
     */
    static Optional<String> pattern(Language language, String key) {
        return Optional.ofNullable(file(key, language).get(key))
                .or(() -> Optional.ofNullable(file(key, Language.EN).get(key)));
    }

    private static Map<String, String> file(String key, Language language) {
        String area = key.split("\\.", 2)[0];
        return FILES.computeIfAbsent(area + "_" + language.code() + ".properties", Words::read);
    }

    private static Map<String, String> read(String name) {
        try (InputStream file = Words.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                return Map.of();
            }
            Properties properties = new Properties();
            properties.load(new StringReader(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
