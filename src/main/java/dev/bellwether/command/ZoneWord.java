package dev.bellwether.command;

import dev.bellwether.fact.Nearest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time zone as members type it: its IANA name ({@code Europe/Berlin}), the city alone ({@code berlin}, {@code New York}), a
 * city or an abbreviation that stands in {@code zones.txt} ({@code Frankfurt}, {@code 北京}, {@code CET}), or an offset
 * ({@code UTC+8}). Abbreviations mean the region with its summer time, since nobody means "Berlin, but always in winter".
 */
final class ZoneWord {
    private static final String FILE = "/dev/bellwether/command/zones.txt";
    private static final Pattern OFFSET =
            Pattern.compile("(?:utc|gmt)?\\s*([+\\-−])\\s*(\\d{1,2})(?::?([0-5]\\d))?", Pattern.CASE_INSENSITIVE);

    /** Everything that can be typed, folded, with the ids it may mean: one, or several that only the member can choose from. */
    private static final Map<String, Set<String>> NAMES = names();

    private ZoneWord() {}

    /** What a text means. */
    sealed interface Meaning {}

    /** This zone. */
    record Known(ZoneId zone) implements Meaning {}

    /**
     * None, or more than one.
     *
     * @param near what was probably meant: IANA names, the likeliest first
     */
    record Unclear(List<String> near) implements Meaning {
        Unclear {
            near = List.copyOf(near);
        }
    }

    static Meaning read(String typed) {
        Set<String> ids = NAMES.getOrDefault(folded(typed), Set.of());
        if (ids.size() == 1) {
            return new Known(ZoneId.of(ids.iterator().next()));
        }
        if (!ids.isEmpty()) {
            return new Unclear(List.copyOf(ids));
        }
        return offset(typed).<Meaning>map(Known::new).orElseGet(() -> new Unclear(near(typed)));
    }

    private static Optional<ZoneId> offset(String typed) {
        Matcher offset = OFFSET.matcher(typed.strip());
        if (!offset.matches()) {
            return Optional.empty();
        }
        int sign = offset.group(1).equals("+") ? 1 : -1;
        String minutes = offset.group(3);
        try {
            return Optional.of(ZoneOffset.ofHoursMinutes(
                    sign * Integer.parseInt(offset.group(2)), minutes == null ? 0 : sign * Integer.parseInt(minutes)));
        } catch (DateTimeException e) {
            return Optional.empty(); // there is no +19
        }
    }

    private static List<String> near(String typed) {
        return Nearest.to(folded(typed), NAMES.keySet(), 3).stream()
                .flatMap(name -> NAMES.getOrDefault(name, Set.of()).stream())
                .distinct()
                .limit(3)
                .toList();
    }

    /** Case, blanks and underscores do not matter. */
    private static String folded(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}_.]+", "");
    }

    private static Map<String, Set<String>> names() {
        Map<String, TreeSet<String>> cities = new TreeMap<>();
        Map<String, Set<String>> names = new TreeMap<>();
        for (String id : ZoneId.getAvailableZoneIds()) {
            if (id.startsWith("SystemV/")) {
                continue;
            }
            names.put(folded(id), Set.of(id));
            // Etc/GMT-3 is three hours ahead of Greenwich: nobody who types GMT-3 means that.
            if (!id.startsWith("Etc/")) {
                cities.computeIfAbsent(folded(id.substring(id.lastIndexOf('/') + 1)), key -> new TreeSet<>())
                        .add(id);
            }
        }
        cities.forEach((city, ids) -> names.putIfAbsent(city, isOneZone(ids) ? Set.of(ids.last()) : ids));
        lines().forEach(line -> {
            String[] parts = line.split("=", 2);
            names.put(folded(parts[0]), ids(parts[1]));
        });
        return names;
    }

    /** Such as Asia/Istanbul and Europe/Istanbul. */
    private static boolean isOneZone(Set<String> ids) {
        return ids.stream().map(id -> ZoneId.of(id).getRules()).distinct().count() == 1;
    }

    private static Set<String> ids(String text) {
        Set<String> ids = new TreeSet<>();
        for (String id : text.split(",", -1)) {
            ids.add(id.strip());
        }
        return ids;
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ZoneWord.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            for (String line = file.readLine(); line != null; line = file.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        return lines;
    }
}
