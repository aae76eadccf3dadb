package dev.bellwether.bot.telegram;

import dev.bellwether.command.Arguments;
import dev.bellwether.command.Command;
import dev.bellwether.command.CommandSpec;
import dev.bellwether.command.Parameter;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import java.util.List;
import java.util.function.Function;

/** A command that a test makes up; it takes any text. */
record TestCommand(CommandSpec spec, Function<Ask, Answer> work) implements Command {
    static TestCommand of(String name, Function<Ask, Answer> work) {
        return of(name, Answer.Reach.CHAT, work);
    }

    static TestCommand of(String name, Answer.Reach reach, Function<Ask, Answer> work) {
        Parameter text = new Parameter("text", "anything", new Parameter.Rest(1_000), 0, 1);
        return new TestCommand(
                new CommandSpec(name, Line.of("A command of the test"), List.of(text), List.of("/" + name), reach),
                work);
    }

    /** One that says something. */
    static TestCommand saying(String name, Function<Ask, String> words) {
        return of(
                name,
                ask -> Answer.of(
                        Card.titled(name, ask.at()).paragraph(words.apply(ask)).build()));
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        return work.apply(ask);
    }
}
