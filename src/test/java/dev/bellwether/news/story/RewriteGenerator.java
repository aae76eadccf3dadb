package dev.bellwether.news.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invents events of invented companies and tells each in several ways, the same for the same seed. */
final class RewriteGenerator {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<String> SYLLABLES = List.of(
            "ban", "cor", "dal", "fen", "gri", "hul", "jas", "kem", "lor", "mus", "nev", "opa", "pra", "qui", "ros",
            "ska", "tol", "uma", "vel", "wex", "yar", "zin");

    /** Kinds of event; each is told by a verb, a clause on the object and a clause on the number. */
    private static final List<List<List<String>>> EVENTS = List.of(
            List.of(
                    List.of("%s to buy %s for $%d million", "%s agrees to acquire %s for $%d million"),
                    List.of(
                            "%1$s will pay $%3$d million for %2$s",
                            "%2$s was bought by %1$s for $%3$d million in cash")),
            List.of(
                    List.of("%s recalls its %s over %d faulty latches", "%s calls back %s after %d reports on a latch"),
                    List.of(
                            "%1$s found a faulty latch in its %2$s after %3$d reports",
                            "The latch of the %2$s by %1$s failed in %3$d reports")),
            List.of(
                    List.of("%s opens %s factory with %d workers", "%s starts its %s plant with %d workers"),
                    List.of(
                            "%1$s opened a factory in %2$s where %3$d workers make batteries",
                            "In %2$s %1$s began to make batteries with %3$d workers")),
            List.of(
                    List.of(
                            "%s sues %s over patents, seeks $%d million",
                            "%s takes %s to court for $%d million in patent row"),
                    List.of(
                            "%1$s filed a lawsuit against %2$s over patents on antennas and wants $%3$d million",
                            "A court will hear the suit of %1$s against %2$s on antenna patents worth $%3$d million")));

    private final Random random;
    private int articles;

    RewriteGenerator(long seed) {
        random = new Random(seed);
    }

    /** A made-up name that no other made-up name is likely to equal. */
    String name() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Several articles on one event of a company. */
    List<Stories.Labelled> event(String company, int tellings) {
        List<List<String>> event = EVENTS.get(random.nextInt(EVENTS.size()));
        String other = name();
        int number = 101 + random.nextInt(800);
        Instant when = START.plus(Duration.ofHours(random.nextInt(12)));
        List<Stories.Labelled> told = new ArrayList<>();
        for (int i = 0; i < tellings; i++) {
            List<String> clauses = new ArrayList<>(event.getLast());
            Collections.shuffle(clauses, random);
            String title = String.format(Locale.ROOT, pick(event.getFirst()), company, other, number);
            String text = String.format(Locale.ROOT, String.join(". ", clauses) + ".", company, other, number);
            String id = "g" + articles++;
            told.add(new Stories.Labelled(
                    StoryInput.of(id, title, text, when.plus(Duration.ofMinutes(random.nextInt(600)))),
                    company + other));
        }
        return told;
    }

    private String pick(List<String> wordings) {
        return wordings.get(random.nextInt(wordings.size()));
    }
}
