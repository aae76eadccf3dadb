package dev.bellwether.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.ConfigLoader;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.LoggerFactory;

/** What the digests of many chats cost that are due at one moment, beside one alone: a whole house on the sample data, from due to kept notice. */
public final class DigestsBench {
    private static final int CHATS = 1_000;
    private static final Instant START = Instant.parse("2026-01-12T12:00:00Z");

    private DigestsBench() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN);
        measure(1);
        double alone = measure(1);
        double many = measure(CHATS);
        show("one alone, ms", alone);
        show(CHATS + " of one moment, ms", many);
        show("ratio", many / alone);
    }

    /** Each chat has a digest after the close; two days' are told to warm up, the third is measured. */
    private static double measure(int chats) throws Exception {
        Path folder = Files.createTempDirectory("bellwether-bench");
        Config config = new ConfigLoader(Map.of(), folder, folder).load(null);
        AtomicReference<Instant> now = new AtomicReference<>(START);
        List<Notice> told = new ArrayList<>();
        try (House house = new House(
                config,
                now::get,
                House.Purpose.STAY,
                (settings, tools) -> List.of(),
                web -> new ConfiguredSupplies(config, web),
                told::add)) {
            house.speakUp();
            house.tick();
            for (int chat = 0; chat < chats; chat++) {
                ChatId id = new ChatId("bench", String.valueOf(chat));
                house.meet(id);
                house.registry().answer(new Ask(id, "ann", "/digest on after the close", now.get(), true));
            }
            double took = 0;
            for (String due : List.of("2026-01-12T21:30:00Z", "2026-01-13T21:30:00Z", "2026-01-14T21:30:00Z")) {
                now.set(Instant.parse(due));
                house.tick();
                told.clear();
                long begun = System.nanoTime();
                house.lookAround();
                took = (System.nanoTime() - begun) / 1e6;
                if (told.stream()
                                .filter(notice -> notice.key().startsWith("digest:"))
                                .count()
                        != chats) {
                    throw new IllegalStateException(told.size() + " told to " + chats);
                }
            }
            return took;
        }
    }

    private static void show(String what, double figure) {
        System.out.println(String.format(Locale.ROOT, "%-40s %,12.1f", what, figure));
    }
}
