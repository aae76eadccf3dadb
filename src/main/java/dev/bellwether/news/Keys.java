package dev.bellwether.news;

import dev.bellwether.reading.CleanText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives each item of a feed the key it is known by for ever: its id, else its link, else a hash of its title and text.
 *
 * <p>An id that stands at items with different links names none of them (some publishers write the same id everywhere): these
 * are known by their links. Of items with the same key the first stays.
 */
final class Keys {
    private static final int LONGEST = 500;

    private final Set<String> shared = new HashSet<>();

    private Keys(List<RawItem> items) {
        Map<String, URI> links = new LinkedHashMap<>();
        for (RawItem item : items) {
            String id = id(item);
            if (id != null && item.link() != null) {
                URI first = links.putIfAbsent(id, item.link());
                if (first != null && !first.equals(item.link())) {
                    shared.add(id);
                }
            }
        }
    }

    static List<FeedItem> keyed(List<RawItem> items, @Nullable String language) {
        Keys keys = new Keys(items);
        Map<String, FeedItem> keyed = new LinkedHashMap<>();
        for (RawItem item : items) {
            if (!item.saysNothing()) {
                String key = keys.of(item);
                keyed.putIfAbsent(key, keys.item(key, item, language));
            }
        }
        return List.copyOf(keyed.values());
    }

    private String of(RawItem item) {
        String id = id(item);
        if (id != null && !shared.contains(id)) {
            return bounded(id);
        }
        return item.link() == null
                ? hash(item.title() + "\n" + item.text())
                : bounded(item.link().toString());
    }

    private FeedItem item(String key, RawItem item, @Nullable String language) {
        return new FeedItem(
                key,
                title(item),
                item.text(),
                item.link(),
                item.published(),
                item.language() == null ? language : item.language());
    }

    /** An item without a title is called by its first words, or by its link. */
    private static String title(RawItem item) {
        if (!item.title().isEmpty()) {
            return item.title();
        }
        String words = CleanText.shortened(CleanText.onOneLine(item.text()), 80);
        return words.isEmpty() && item.link() != null ? item.link().getHost() : words;
    }

    private static @Nullable String id(RawItem item) {
        return item.id() == null || item.id().isBlank() ? null : item.id().strip();
    }

    private static String bounded(String key) {
        return key.length() > LONGEST ? hash(key) : key;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
