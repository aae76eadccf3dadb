package dev.bellwether.command;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.util.List;

/** {@code /about}: what this bot is and what it is not. */
public final class AboutCommand implements Command {
    private static final CommandSpec SPEC =
            new CommandSpec("about", Line.say("about.summary"), List.of(), List.of("/about"));

    private final String version;

    /** @param version of the program */
    public AboutCommand(String version) {
        this.version = version;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        return Answer.of(Card.titled("Bellwether " + version, ask.at())
                .paragraph(Line.say("about.what"))
                .paragraph(Line.empty()
                        .strong(Line.say("about.no-advice"))
                        .text(" ")
                        .then(Line.say("about.no-advice.more")))
                .paragraph(Line.say("about.kept"))
                .datum("version", new Value.Words(version))
                .build());
    }
}
