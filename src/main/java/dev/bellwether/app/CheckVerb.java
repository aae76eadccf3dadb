package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.Mode;
import dev.bellwether.command.StatusPart;
import dev.bellwether.talk.Voice;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./bot check}: every part asked once, one line each; exit code 1 if any is broken. */
@Command(
        name = "check",
        description = "Check settings, database, feeds, price sources, and the fronts that have a token")
final class CheckVerb implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Settings settings = new Settings();

    @Override
    public Integer call() throws Trouble {
        if (spec == null) {
            throw new IllegalStateException("picocli sets this before it calls");
        }
        PrintWriter out = spec.commandLine().getOut();
        Config config = settings.load();
        Logs.toFile(config.data());
        print(out, settings(config));
        print(out, tokens(config));
        InstantSource clock = config.mode() == Mode.SAMPLE ? InstantSource.fixed(Clocks.SAMPLE_START) : Clocks.real();
        List<StatusPart> parts = new ArrayList<>();
        try (House house = Runner.open(config, clock, House.Purpose.ASK)) {
            parts.addAll(house.checks().askEverything());
            parts.addAll(house.fronts().check());
        }
        parts.forEach(part -> print(out, part));
        return parts.stream().allMatch(CheckVerb::works) ? 0 : 1;
    }

    private static boolean works(StatusPart part) {
        return part.state() == StatusPart.State.OK || part.state() == StatusPart.State.WARNING;
    }

    private static StatusPart settings(Config config) {
        String file =
                config.file() == null ? "no file, all built-in" : config.file().toString();
        return StatusPart.ok(
                "Settings",
                file + "; mode " + config.mode().name().toLowerCase(Locale.ROOT) + "; "
                        + config.instruments().all().size() + " instruments, "
                        + config.feeds().size() + " feeds");
    }

    private static StatusPart tokens(Config config) {
        boolean telegram = config.fronts().telegram().token() != null;
        boolean discord = config.fronts().discord().token() != null;
        return StatusPart.ok(
                "Tokens", "Telegram " + (telegram ? "set" : "none") + ", Discord " + (discord ? "set" : "none"));
    }

    private static void print(PrintWriter out, StatusPart part) {
        String mark = switch (part.state()) {
            case OK -> "ok      ";
            case WARNING -> "warning ";
            case TROUBLE, DOWN -> "broken  ";
        };
        Voice english = Voice.english();
        out.println(mark + english.plain(part.name()) + ": " + english.plain(part.text()));
        out.flush();
    }
}
