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
            new CommandSpec("about", "What this bot is, and what it is not", List.of(), List.of("/about"));

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
                .paragraph(
                        "I read news feeds and prices for your group, compute what can be computed, and show where every"
                                + " number comes from and how old it is.")
                .paragraph(Line.empty()
                        .strong("This is no advice.")
                        .text(
                                " I report and compute; I never say buy or sell. Prices can be late or wrong; check before"
                                        + " you act on one."))
                .paragraph(
                        "I keep what feeds and price sources said, the chats I was asked in, and the watchlists you make."
                                + " I run on your group's own machine and tell nobody.")
                .datum("version", new Value.Words(version))
                .build());
    }
}
