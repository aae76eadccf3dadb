package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Article;
import dev.bellwether.news.FeedState;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoLeaks.class)
class CrashTest {
    private static final URI FEED = URI.create("https://news.example/");
    private static final String SAVED = "saved ";
    private static final int KILL_AFTER = 200;

    @TempDir
    Path folder = Path.of("");

    @Test
    void what_was_acknowledged_before_a_kill_is_there_afterwards() throws Exception {
        int acknowledged = writeUntilKilled();
        try (Store store = Store.open(StoreSettings.inFolder(folder))) {
            List<String> kept = store.articles().newest("BABA", Instant.MAX, Integer.MAX_VALUE).stream()
                    .map(Article::key)
                    .toList();
            assertThat(kept)
                    .containsAll(IntStream.rangeClosed(1, acknowledged)
                            .mapToObj(Integer::toString)
                            .toList());
            assertThat(store.articles().count()).isEqualTo(kept.size());
            // The state is written in the same transaction as its article: the two never part.
            assertThat(Objects.requireNonNull(
                            store.articles().state(FEED).orElseThrow().title()))
                    .isEqualTo(kept.getFirst());
            store.probe();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("no unpacked library is left").noneMatch(Files::isDirectory);
        }
    }

    /** Destroys the child in the midst of its work; the last number it printed was acknowledged by the database. */
    private int writeUntilKilled() throws IOException, InterruptedException {
        Process child = Child.start(Writer.class, folder);
        int last = 0;
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(SAVED)) {
                    last = Math.max(last, Integer.parseInt(line.substring(SAVED.length())));
                }
                if (last >= KILL_AFTER) {
                    // By its handle: Process.destroyForcibly would close the pipe we still read from.
                    child.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(last).isGreaterThanOrEqualTo(KILL_AFTER);
        return last;
    }

    /** The child: saves articles for ever and prints the number of each that is saved. */
    static final class Writer {
        private Writer() {}

        @SuppressWarnings("SystemOut") // the number is its answer to the test
        public static void main(String[] arguments) {
            Store store = Store.open(StoreSettings.inFolder(Path.of(arguments[0])));
            for (int i = 1; ; i++) {
                Instant when = Instant.ofEpochSecond(i);
                String key = Integer.toString(i);
                Article article =
                        new Article(key, FEED.toString(), "News", key, "", null, when, when, "en", Set.of("BABA"));
                FeedState state = new FeedState(FEED, key, null, null, when, when, when, 0, null, null);
                store.articles().save(state, List.of(article));
                System.out.println(SAVED + i);
                System.out.flush();
            }
        }
    }
}
