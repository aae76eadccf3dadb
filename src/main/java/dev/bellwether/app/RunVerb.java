package dev.bellwether.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./bot run}. */
@Command(name = "run", description = "Run, as the settings say (the same as no verb)")
final class RunVerb implements Callable<Integer> {
    @Mixin
    private Settings settings = new Settings();

    @Override
    public Integer call() throws Trouble {
        return new Runner(settings.load()).run();
    }
}
