package dev.bellwether.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;

/** {@code ./bot}: without a verb it runs. */
@Command(
        name = "bot",
        header = "Bellwether, a chat bot for investor groups that shows a source for every number.",
        customSynopsis = "./bot [run|ask|check|read|replay|why|test|help]",
        synopsisHeading = "%nType: ",
        description = {"", "Without a verb it runs: with sample data and a prompt, until a token is configured."},
        commandListHeading = "%nVerbs:%n",
        footer = {
            "  test   Run the whole test suite",
            "  bench  Run the benchmarks",
            "",
            "Settings: config/bellwether.yaml"
        },
        subcommands = {
            RunVerb.class,
            AskVerb.class,
            CheckVerb.class,
            ReadCommand.class,
            ReplayVerb.class,
            WhyVerb.class,
            TrainVerb.class,
            HelpCommand.class
        })
final class BotVerb implements Callable<Integer> {
    @Mixin
    private Settings settings = new Settings();

    @Override
    public Integer call() throws Trouble {
        return new Runner(settings.load()).run();
    }
}
