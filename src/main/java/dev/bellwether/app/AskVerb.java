package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.Mode;
import dev.bellwether.bot.console.CardJson;
import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.bot.console.Prompt;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Voice;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./bot ask '/baba'}: one answer on standard output; an error in one line on standard error, exit code 1. */
@Command(name = "ask", description = "Answer one command, such as ./bot ask '/quote BABA'")
final class AskVerb implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Settings settings = new Settings();

    @Option(names = "--json", description = "Print the card as JSON, numbers as numbers")
    private boolean json;

    @Option(names = "--at", paramLabel = "TIME", description = "Answer as of a moment, such as 2026-01-02T22:00:00Z")
    private @Nullable String at;

    @Parameters(
            arity = "1..*",
            paramLabel = "COMMAND",
            description = "A command as typed in a chat, such as '/news BABA'")
    private List<String> words = List.of();

    @Override
    public Integer call() throws Trouble {
        Instant moment = at == null ? null : moment(at);
        Config config = settings.load();
        InstantSource clock = clock(config, moment);
        Logs.toFile(config.data());
        try (House house = Runner.open(config, clock, House.Purpose.ASK)) {
            Instant asked = moment == null ? clock.instant() : moment;
            Answer answer = house.registry()
                    .answer(new Ask(
                            Prompt.CHAT, Prompt.MEMBER, String.join(" ", words), asked, true, "", true, Prompt.MEMBER));
            return print(answer, house.desk().voice(Prompt.CHAT, null));
        }
    }

    /** In sample mode the clock itself stands at the moment; live sources are asked by the real clock. */
    private static InstantSource clock(Config config, @Nullable Instant moment) {
        if (config.mode() == Mode.SAMPLE) {
            return InstantSource.fixed(moment == null ? Clocks.SAMPLE_START : moment);
        }
        return Clocks.real();
    }

    private Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new CommandLine.ParameterException(
                    line(), "--at " + text + " is no moment; write it like 2026-01-02T22:00:00Z", e);
        }
    }

    private CommandLine line() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets this before it calls");
        }
        return spec.commandLine();
    }

    private int print(Answer answer, Voice voice) {
        CardText text = new CardText(voice, Paint.PLAIN);
        PrintWriter out = line().getOut();
        if (json) {
            out.print(CardJson.render(answer.card(), answer.failed()));
        } else if (!answer.failed()) {
            out.print(text.render(answer.card()));
        }
        out.flush();
        if (answer.failed()) {
            line().getErr().println("bot: " + text.oneLine(answer.card()));
            line().getErr().flush();
        }
        return answer.failed() ? 1 : 0;
    }
}
