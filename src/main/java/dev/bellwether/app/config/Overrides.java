package dev.bellwether.app.config;

import dev.bellwether.fact.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The settings that environment variables carry; each wins over the file. */
final class Overrides {
    private static final String PREFIX = "BELLWETHER_";

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("DATA", "data"),
            Map.entry("MODE", "mode"),
            Map.entry("STORE_URL", "store.url"),
            Map.entry("TELEGRAM_TOKEN", "fronts.telegram.token"),
            Map.entry("TELEGRAM_API", "fronts.telegram.api"),
            Map.entry("TELEGRAM_MODE", "fronts.telegram.mode"),
            Map.entry("TELEGRAM_WEBHOOK_URL", "fronts.telegram.webhook.url"),
            Map.entry("TELEGRAM_WEBHOOK_SECRET", "fronts.telegram.webhook.secret"),
            Map.entry("DISCORD_TOKEN", "fronts.discord.token"),
            Map.entry("DISCORD_MANAGER_ROLE", "fronts.discord.manager-role"),
            Map.entry("DISCORD_MESSAGE_CONTENT", "fronts.discord.message-content"),
            Map.entry("DISCORD_MESSAGES_PER_SECOND", "fronts.discord.messages-per-second"),
            Map.entry("TELEGRAM_MESSAGES_PER_SECOND", "fronts.telegram.messages-per-second"),
            Map.entry("DISCORD_REST", "fronts.discord.rest"),
            Map.entry("DISCORD_GATEWAY", "fronts.discord.gateway"),
            Map.entry("OPERATOR", "fronts.operator"),
            Map.entry("WEB_ADDRESS", "fronts.web.address"),
            Map.entry("NET_ALLOW", "net.allow"),
            Map.entry("PRICES_ORDER", "prices.order"),
            Map.entry("PRICES_CSV_FOLDER", "prices.csv.folder"),
            Map.entry("FINNHUB_KEY", "prices.finnhub.key"));

    private static final Set<String> SECRETS =
            Set.of("STORE_URL", "TELEGRAM_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "DISCORD_TOKEN", "FINNHUB_KEY");

    /** Read by the launcher and by the code that looks for the file, not here. */
    private static final Set<String> ELSEWHERE = Set.of("CONFIG", "JAVA_OPTS", "JVMS");

    private final Map<String, Entry> byKey = new HashMap<>();

    /** @param here what relative paths in variables are relative to */
    Overrides(Map<String, String> environment, Path here, List<Problem> problems) {
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            if (name.startsWith(PREFIX) && !variable.getValue().isBlank()) {
                read(name.substring(PREFIX.length()), variable.getValue().strip(), here, problems);
            }
        }
    }

    /** The variables there are, without what they all begin with. */
    static Set<String> names() {
        return KEYS.keySet();
    }

    private void read(String name, String text, Path here, List<Problem> problems) {
        String secret = name.endsWith("_FILE") ? name.substring(0, name.length() - "_FILE".length()) : "";
        String key = KEYS.get(SECRETS.contains(secret) ? secret : name);
        if (SECRETS.contains(secret) && key != null) {
            byKey.putIfAbsent(
                    key,
                    new Entry(contentOf(here.resolve(text), PREFIX + name, "", problems), PREFIX + name, key, here));
        } else if (key != null) {
            byKey.put(key, new Entry(text, PREFIX + name, key, here));
        } else if (!ELSEWHERE.contains(name)) {
            problems.add(new Problem(PREFIX + name, "", "unknown variable" + meant(name)));
        }
    }

    private static String meant(String name) {
        Set<String> known = new TreeSet<>();
        KEYS.keySet().forEach(variable -> known.add(PREFIX + variable));
        SECRETS.forEach(secret -> known.add(PREFIX + secret + "_FILE"));
        List<String> near = Nearest.to(PREFIX + name, known, 1);
        return near.isEmpty() ? "; known are " + String.join(", ", known) : "; did you mean " + near.getFirst() + "?";
    }

    /**
     * The content of a file that holds a secret; blank, and a problem, if there is none.
     *
     * @param where what named the file
     * @param key the setting, or empty
     */
    static String contentOf(Path file, String where, String key, List<Problem> problems) {
        String content = "";
        try {
            content = Files.readString(file).strip();
            if (content.isEmpty()) {
                problems.add(new Problem(where, key, "the file " + file + " is empty; put the secret into it"));
            }
        } catch (IOException e) {
            problems.add(new Problem(where, key, "can't read the file " + file + "; check its path and rights"));
        }
        return content;
    }

    @Nullable
    Entry find(String key) {
        return byKey.get(key);
    }
}
