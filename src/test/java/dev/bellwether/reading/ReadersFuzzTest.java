package dev.bellwether.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Looks for a text that breaks a reader, with Jazzer and a fixed seed, for as many inputs as fit into a build. Jazzer changes the
 * classes it watches, so it runs in a process of its own. {@code ./bot bench fuzz} looks for longer.
 */
class ReadersFuzzTest {
    private static final int RUNS = 300;
    private static final int PATIENCE_SECONDS = 180;
    private static final Path SEEDS = Path.of("src/test/resources/reading").toAbsolutePath();

    @TempDir
    private Path scratch;

    @Test
    void no_text_that_a_fuzzer_finds_breaks_a_reader() throws IOException, InterruptedException {
        Path log = scratch.resolve("fuzz.log");
        Process fuzzer = new ProcessBuilder(command())
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended;
        try {
            ended = fuzzer.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            fuzzer.destroyForcibly().waitFor();
        }
        String said = Files.readString(log);
        assumeFalse(
                said.contains("UnsatisfiedLinkError") || said.contains("Unsupported OS"),
                "Jazzer has no native driver for this machine.");
        assertThat(ended).as(said).isTrue();
        assertThat(fuzzer.exitValue()).as(said).isZero();
        assertThat(said).contains("Done " + RUNS + " runs");
    }

    private List<String> command() throws IOException {
        Path corpus = Files.createDirectory(scratch.resolve("corpus"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + ReadersFuzz.class.getName(),
                "--instrumentation_includes=dev.bellwether.**",
                "--custom_hook_excludes=**",
                "--reproducer_path=" + scratch,
                "-artifact_prefix=" + scratch + "/",
                "-dict=" + SEEDS.resolve("fuzz.dict"),
                "-runs=" + RUNS,
                "-seed=1",
                "-max_len=2000",
                "-timeout=30",
                "-rss_limit_mb=0",
                corpus.toString(),
                SEEDS.resolve("fuzz").toString());
    }
}
