package dev.bellwether.bot.console;

import dev.bellwether.deliver.Sender;
import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What is pushed to the terminal stands above its prompt. While there is none it waits. */
public final class TerminalSender implements Sender {
    private static final Duration LATER = Duration.ofSeconds(2);
    private static final String MESSAGE = "1";

    private final Predicate<String> say;
    private final Supplier<CardText> text;

    /**
     * @param say shows a text; false if there is nowhere to show it yet
     * @param text renders, as the terminal is spoken to now
     */
    public TerminalSender(Predicate<String> say, Supplier<CardText> text) {
        this.say = say;
        this.text = text;
    }

    @Override
    public String front() {
        return Prompt.CHAT.front();
    }

    /** Who reads a line twice sees that it is the same. */
    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    @Override
    public Outcome send(Envelope envelope, Progress progress) {
        progress.sending(0);
        if (!say.test(text.get().render(envelope.card()))) {
            return new Outcome.Retry(LATER, "no prompt is shown", false);
        }
        progress.sent(0, MESSAGE);
        return new Outcome.Sent(List.of(MESSAGE));
    }
}
