package dev.bellwether.quote;

import dev.bellwether.net.Fetch;
import dev.bellwether.net.Fetched;
import dev.bellwether.net.Web;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Serves pages from memory: the first part of an address that fits decides. */
final class MemoryWeb implements Web {
    private final Map<String, Fetched> pages = new LinkedHashMap<>();
    private final List<URI> asked = new CopyOnWriteArrayList<>();

    MemoryWeb page(String partOfAddress, String body) {
        pages.put(partOfAddress, page(body));
        return this;
    }

    MemoryWeb failure(String partOfAddress, Fetched.Cause cause, int status, @Nullable Duration retryAfter) {
        pages.put(partOfAddress, new Fetched.Failed(cause, "failed", status, retryAfter));
        return this;
    }

    private static Fetched page(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Fetched.Page(bytes, "text/plain", URI.create("https://prices.example/"), null, null, null, null);
    }

    List<URI> asked() {
        return asked;
    }

    @Override
    public Fetched get(Fetch fetch) {
        asked.add(fetch.address());
        return pages.entrySet().stream()
                .filter(page -> fetch.address().toString().contains(page.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> new Fetched.Failed(Fetched.Cause.NOT_FOUND, "no such page", 404, null));
    }
}
