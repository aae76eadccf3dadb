package dev.bellwether.bot.discord;

import dev.bellwether.command.Arguments;
import dev.bellwether.command.Command;
import dev.bellwether.command.CommandSpec;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** A command that answers as a test says, and keeps what it was asked. */
final class TestCommand implements Command {
    final BlockingQueue<Ask> asks = new LinkedBlockingQueue<>();
    private final CommandSpec spec;
    private volatile Function<Ask, Answer> answer;

    TestCommand(CommandSpec spec, Function<Ask, Answer> answer) {
        this.spec = spec;
        this.answer = answer;
    }

    /** One without parameters. */
    static TestCommand named(String name, Answer.Reach reach, Function<Ask, Answer> answer) {
        return new TestCommand(
                new CommandSpec(name, Line.of("A command for tests"), List.of(), List.of("/" + name), reach), answer);
    }

    void answers(Card card) {
        answer = ask -> Answer.of(card);
    }

    void answersWith(Function<Ask, Answer> other) {
        answer = other;
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        asks.add(ask);
        return answer.apply(ask);
    }
}
