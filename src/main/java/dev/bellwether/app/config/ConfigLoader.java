package dev.bellwether.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings: the built-in defaults, over them the YAML file, over that the environment. Relative paths in the file
 * are relative to the file's folder, those in the environment to the folder the bot was started in.
 */
public final class ConfigLoader {
    private static final String DEFAULTS = "/defaults.yaml";

    private final Map<String, String> environment;
    private final Path home;
    private final Path here;

    /**
     * @param environment the environment variables
     * @param home the folder of the project, where {@code config} and {@code data} are looked for
     * @param here the folder the bot was started in
     */
    public ConfigLoader(Map<String, String> environment, Path home, Path here) {
        this.environment = Map.copyOf(environment);
        this.home = home.toAbsolutePath().normalize();
        this.here = here.toAbsolutePath().normalize();
    }

    /**
     * Reads and checks everything.
     *
     * @param named the file named on the command line; null for the one in {@code BELLWETHER_CONFIG}, else
     *     {@code config/bellwether.yaml}, which may be missing
     * @throws ConfigException with every problem there is, if there is one
     */
    public Config load(@Nullable Path named) throws ConfigException {
        String variable = environment.get("BELLWETHER_CONFIG");
        if (named != null) {
            return load(here.resolve(named), true);
        }
        return variable == null || variable.isBlank()
                ? load(home.resolve("config/bellwether.yaml"), false)
                : load(here.resolve(variable.strip()), true);
    }

    private Config load(Path file, boolean named) throws ConfigException {
        List<Problem> problems = new ArrayList<>();
        Overrides overrides = new Overrides(environment, here, problems);
        String text = text(file, named, problems);
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), here);
        Section top = new SettingsFile(shown(file), folder, overrides, problems).parse(text == null ? "" : text);
        Section defaults = new SettingsFile("built-in defaults", home, overrides, problems).parse(defaults());
        Config config =
                new ConfigReader(top, defaults, problems).read(text == null ? null : file, home.resolve("data"));
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line));
            throw new ConfigException(problems);
        }
        return config;
    }

    private String shown(Path file) {
        return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
    }

    private @Nullable String text(Path file, boolean named, List<Problem> problems) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            if (named) {
                problems.add(
                        new Problem(shown(file), "", "there is no such file; check --config or BELLWETHER_CONFIG"));
            }
        } catch (MalformedInputException e) {
            problems.add(new Problem(shown(file), "", "is not UTF-8 text; save it as UTF-8"));
        } catch (IOException e) {
            problems.add(new Problem(shown(file), "", "can't be read; check that it is a file and its rights"));
        }
        return null;
    }

    private static String defaults() {
        try (InputStream in = Objects.requireNonNull(ConfigLoader.class.getResourceAsStream(DEFAULTS))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
