package dev.bellwether.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, in a project of its own with a JDK and a Maven that only say what they were asked. */
class LauncherTest {
    private static final List<String> TOOLS = List.of(
            "bash", "dirname", "readlink", "find", "sed", "mkdir", "rm", "touch", "grep", "mktemp", "flock", "env");

    @TempDir
    Path folder = Path.of("");

    private Path project = Path.of("");
    private Path tools = Path.of("");
    private Path jdk = Path.of("");

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void aProjectThatWasNeverBuilt() throws IOException {
        project = Files.createDirectories(folder.resolve("the project"));
        Files.copy(Path.of("bot"), project.resolve("bot"));
        script(project.resolve("bot"), Files.readString(Path.of("bot")));
        Files.createDirectories(project.resolve("src/main"));
        Files.createDirectories(project.resolve(".mvn"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : TOOLS) {
            link(tool);
        }
        jdk = jdk("jdk", "25.0.1");
    }

    private void link(String tool) throws IOException {
        for (String bin : List.of("/usr/bin/", "/bin/", "/usr/local/bin/")) {
            Path real = Path.of(bin + tool);
            if (Files.exists(real)) {
                Files.createSymbolicLink(tools.resolve(tool), real);
                return;
            }
        }
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/javac"), "#!/usr/bin/env bash\n");
        script(
                home.resolve("bin/java"),
                "#!/usr/bin/env bash\nprintf '%s\\n' \"java of " + name + "\" \"in $PWD\" \"$@\"\nexit 7\n");
        return home;
    }

    private void maven(String body) throws IOException {
        script(tools.resolve("mvn"), "#!/usr/bin/env bash\n" + body);
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void built(Instant at) throws IOException {
        Path jar = project.resolve("target/quick/bellwether.jar");
        Files.createDirectories(Objects.requireNonNull(jar.getParent()));
        Files.writeString(jar, "");
        Files.setLastModifiedTime(jar, FileTime.from(at));
    }

    private Ended type(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(project.resolve("bot").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile())
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("BELLWETHER_JVMS", folder.resolve("no-jvms").toString());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Ended(
                code,
                Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
                Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
    }

    private Map<String, String> withJdk() {
        return Map.of("JAVA_HOME", jdk.toString());
    }

    @Test
    void what_is_built_runs_where_it_was_typed_with_its_arguments_and_its_exit_code() throws Exception {
        built(Instant.parse("2099-01-01T00:00:00Z"));
        Ended bot = type(withJdk(), "ask", "/quote BABA", "--json");
        assertThat(bot.code()).isEqualTo(7);
        assertThat(bot.err()).isEmpty();
        assertThat(bot.out().lines())
                .startsWith("java of jdk", "in " + folder.toRealPath())
                .contains("-Dbellwether.home=" + project.toRealPath())
                .endsWith("ask", "/quote BABA", "--json");
    }

    @Test
    void a_jdk_that_is_too_old_is_passed_over_for_one_in_the_usual_folders() throws Exception {
        built(Instant.parse("2099-01-01T00:00:00Z"));
        Path old = jdk("old", "17.0.15");
        jdk("newer", "26");
        Ended bot = type(Map.of(
                "JAVA_HOME",
                old.toString(),
                "BELLWETHER_JVMS",
                folder.resolve("new*").toString()));
        assertThat(bot.out()).startsWith("java of newer\n");
    }

    @Test
    void without_a_jdk_one_line_says_what_to_install() throws Exception {
        Ended bot = type(Map.of(), "ask", "/baba");
        assertThat(bot.code()).isEqualTo(1);
        assertThat(bot.out()).isEmpty();
        assertThat(bot.err().lines())
                .singleElement()
                .asString()
                .startsWith("bot: a JDK 25 or newer is needed and was not found.")
                .contains("JAVA_HOME=");
    }

    @Test
    void without_maven_one_line_says_what_to_install() throws Exception {
        Ended bot = type(withJdk(), "ask", "/baba");
        assertThat(bot.code()).isEqualTo(1);
        assertThat(bot.err().lines())
                .singleElement()
                .asString()
                .startsWith("bot: Maven is needed to build and was not found. Type: apt-get install maven");
    }

    @Test
    void it_builds_when_a_source_is_newer_than_the_jar_and_not_again() throws Exception {
        maven("echo built >>built-by-maven; mkdir -p target/quick; echo >target/quick/bellwether.jar\n");
        assertThat(type(withJdk(), "ask").err()).contains("bot: building");
        assertThat(type(withJdk(), "ask").err()).isEmpty();
        assertThat(project.resolve("built-by-maven")).hasContent("built");

        built(Instant.parse("2001-01-01T00:00:00Z"));
        assertThat(type(withJdk(), "ask").err()).contains("bot: building");
        assertThat(project.resolve("built-by-maven")).hasContent("built\nbuilt");
    }

    @Test
    void a_build_that_fails_says_why_and_where_all_of_it_stands() throws Exception {
        maven("echo '[INFO] much'; echo '[ERROR] Foo.java:[3] cannot find symbol'; exit 1\n");
        Ended bot = type(withJdk(), "ask");
        assertThat(bot.code()).isEqualTo(1);
        assertThat(bot.err())
                .contains("[ERROR] Foo.java:[3] cannot find symbol")
                .contains("bot: the build failed.")
                .doesNotContain("much");
        assertThat(project.resolve("target/quick/bellwether.jar")).doesNotExist();
    }

    @Test
    void the_test_verb_runs_mavens_verify_and_passes_its_exit_code_on() throws Exception {
        maven("echo \"$@\"; exit 3\n");
        Ended bot = type(withJdk(), "test", "-Dtest=One");
        assertThat(bot).isEqualTo(new Ended(3, "-B verify -Dtest=One\n", ""));
    }
}
