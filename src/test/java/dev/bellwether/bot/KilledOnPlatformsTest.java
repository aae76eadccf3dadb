package dev.bellwether.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A child process sends a thousand messages through the real clients of the platforms, and is killed with -9 at random moments, again and
 * again.
 */
class KilledOnPlatformsTest {
    private static final int KILLS = 4;
    private static final int KILLED = 128 + 9;

    @TempDir
    Path folder = Path.of("");

    @Test
    void on_discord_nothing_is_lost_and_nothing_stands_twice() throws Exception {
        Map<String, List<String>> standing = killed("discord", 1);
        assertThat(repeats("discord", standing)).isEmpty();
    }

    @Test
    void on_telegram_nothing_is_lost_and_what_stands_twice_is_marked_and_but_one_for_each_kill() throws Exception {
        Map<String, List<String>> standing = killed("telegram", 2);
        assertThat(repeats("telegram", standing))
                .hasSizeLessThanOrEqualTo(KILLS)
                .allSatisfy(text -> assertThat(text).contains("Sent again"));
    }

    /** Everything that stands at the end. */
    private Map<String, List<String>> killed(String front, long seed) throws IOException, InterruptedException {
        PlatformChild.Load load = PlatformChild.Load.on(front);
        int messages = load.notices() * load.chats();
        assertThat(messages).isEqualTo(1_000);
        Killer killer = new Killer(seed);
        try (Ground ground = Ground.of(front)) {
            ground.sabotage(killer);
            for (int kill = 0; kill < KILLS; kill++) {
                Process child = child(front, ground);
                killer.choose(child, messages / KILLS);
                assertThat(ended(child)).as("killed, " + output()).isEqualTo(KILLED);
            }
            assertThat(ended(child(front, ground))).as(output()).isZero();
            assertThat(killer.calls()).isGreaterThanOrEqualTo(messages);
            assertThat(ground.violations()).isEmpty();
            return ground.standing();
        }
    }

    /** What stands there a second time; and all stand there a first time, in order. */
    private static List<String> repeats(String front, Map<String, List<String>> standing) {
        PlatformChild.Load load = PlatformChild.Load.on(front);
        List<Integer> all = IntStream.range(0, load.notices()).boxed().toList();
        List<String> repeats = new ArrayList<>();
        for (String chat : Ground.chats(front, load.chats())) {
            Set<Integer> seen = new HashSet<>();
            List<Integer> firsts = new ArrayList<>();
            for (String text : standing.getOrDefault(chat, List.of())) {
                int number = Ground.number(text);
                if (seen.add(number)) {
                    firsts.add(number);
                } else {
                    repeats.add(text);
                }
            }
            assertThat(firsts).as("all in %s, in order", chat).isEqualTo(all);
        }
        return repeats;
    }

    private Process child(String front, Ground ground) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PlatformChild.class.getName(),
                folder.resolve("data").toString(),
                front));
        command.addAll(ground.addresses());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private static int ended(Process child) throws InterruptedException {
        if (!child.waitFor(60, TimeUnit.SECONDS)) {
            child.destroyForcibly();
            throw new AssertionError("the child hangs");
        }
        return child.exitValue();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }
}
