package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Fails a test that leaves a thread running or, on Linux, a database file open. */
final class NoLeaks implements BeforeEachCallback, AfterEachCallback {
    private static final Namespace SPACE = Namespace.create(NoLeaks.class);
    static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final Pattern DATABASE_FILE = Pattern.compile(".*\\.db(-wal|-shm|-journal)?( \\(deleted\\))?");

    /** Threads of the platform, of the test server and of a driver's cleaner, which ends when it has been idle. */
    private static final Pattern SHARED = Pattern.compile(
            "(?i).*(cleaner|forkjoinpool|virtualthread|process reaper|junit|embedded|postgres:|surefire|attach|pid-|poller|innocuous).*");

    private static final Duration GRACE = Duration.ofSeconds(5);

    private record Before(Set<Thread> threads, List<String> files) {}

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(SPACE).put(Before.class, new Before(threads(), databaseFiles()));
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        Before before = Objects.requireNonNull(context.getStore(SPACE).get(Before.class, Before.class));
        for (Thread thread : threads()) {
            if (!before.threads().contains(thread)
                    && !SHARED.matcher(thread.getName()).matches()
                    && !thread.join(GRACE)) {
                fail("the thread " + thread.getName() + " is still running");
            }
        }
        List<String> files = databaseFiles();
        before.files().forEach(files::remove);
        assertThat(files).as("database files still open").isEmpty();
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    /** The database files that this process has open now; none where the system does not tell. */
    static List<String> databaseFiles() {
        if (!Files.isDirectory(OPEN_FILES)) {
            return new ArrayList<>();
        }
        try (Stream<Path> handles = Files.list(OPEN_FILES)) {
            return handles.map(NoLeaks::target)
                    .filter(target -> DATABASE_FILE.matcher(target).matches())
                    .collect(Collectors.toCollection(ArrayList::new));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
