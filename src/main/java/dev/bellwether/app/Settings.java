package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.ConfigException;
import dev.bellwether.app.config.ConfigLoader;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the settings, and the way from there to the settings themselves. */
final class Settings {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The settings (default: BELLWETHER_CONFIG, else config/bellwether.yaml)")
    private @Nullable Path file;

    /** @throws Trouble with a line for every problem */
    Config load() throws Trouble {
        try {
            return loader().load(file);
        } catch (ConfigException e) {
            throw new Trouble(
                    e.problems().stream().map(Object::toString).collect(Collectors.joining("\n"))
                            + "\nnothing was started; mend "
                            + (e.problems().size() == 1
                                    ? "this"
                                    : "these " + e.problems().size())
                            + " and type the same again",
                    e);
        }
    }

    private static ConfigLoader loader() {
        Path here = Path.of("").toAbsolutePath();
        String home = System.getProperty("bellwether.home");
        return new ConfigLoader(System.getenv(), home == null ? here : Path.of(home), here);
    }
}
