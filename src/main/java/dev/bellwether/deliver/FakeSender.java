package dev.bellwether.deliver;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sender for tests and benchmarks that keeps every promise of a real one, in front of a {@link FakePlatform} or something that
 * speaks for one. A card takes a message for each of its blocks, and one if it has none. Safe for threads.
 */
public final class FakeSender implements Sender {
    /** The platform, or a way to it. */
    @FunctionalInterface
    public interface Wire {
        /** One call. */
        Answered call(Call call);
    }

    /**
     * A call.
     *
     * @param again whether the sender knows that it may be a repeat
     * @param follow the message that it belongs to; null if it stands for itself
     */
    public record Call(ChatId chat, String key, int part, boolean again, Envelope.@Nullable Follow follow) {}

    /** How a call ended. */
    public sealed interface Answered {
        /** Taken. */
        record Took(String message) implements Answered {}

        /**
         * Anything else.
         *
         * @param all whether a pause that it asks for is meant for every chat
         */
        record Not(Outcome outcome, boolean all) implements Answered {
            /** Anything that concerns one chat. */
            public Not(Outcome outcome) {
                this(outcome, false);
            }
        }
    }

    private final String front;
    private final boolean recognises;
    private final Wire wire;
    private final Pace pace;
    private final Delayer delayer;
    private final Duration latency;

    /**
     * @param recognises whether the platform knows repeats
     * @param pace by which further messages of one card are sent
     * @param latency how long a call takes, half of it before the platform sees it
     */
    public FakeSender(String front, boolean recognises, Wire wire, Pace pace, Delayer delayer, Duration latency) {
        this.front = front;
        this.recognises = recognises;
        this.wire = wire;
        this.pace = pace;
        this.delayer = delayer;
        this.latency = latency;
    }

    /** A sender without latency or pace of its own. */
    public FakeSender(String front, boolean recognises, Wire wire) {
        this(front, recognises, wire, Pace.none(), length -> {}, Duration.ZERO);
    }

    @Override
    public String front() {
        return front;
    }

    @Override
    public boolean recognisesRepeats() {
        return recognises;
    }

    @Override
    public Outcome send(Envelope envelope, Progress progress) {
        int parts = Math.max(1, envelope.card().blocks().size());
        List<String> messages = new ArrayList<>(envelope.done());
        boolean first = true;
        for (int part = envelope.done().size(); part < parts; part++) {
            try {
                if (!first) {
                    delayer.awaitTurn(pace, envelope.chat(), Lane.ALERT);
                }
                progress.sending(part);
                Answered answered = call(
                        new Call(envelope.chat(), envelope.key(), part, first && envelope.again(), envelope.follow()));
                switch (answered) {
                    case Answered.Not(Outcome outcome, boolean all) -> {
                        if (all && outcome instanceof Outcome.Retry retry) {
                            pace.pause(retry.after());
                        }
                        return outcome;
                    }
                    case Answered.Took(String message) -> {
                        messages.add(message);
                        progress.sent(part, message);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Outcome.Retry(Duration.ZERO, "interrupted", true);
            }
            first = false;
        }
        return new Outcome.Sent(messages);
    }

    private Answered call(Call call) throws InterruptedException {
        Duration half = latency.dividedBy(2);
        if (half.isPositive()) {
            delayer.sleep(half);
        }
        Answered answered = wire.call(call);
        if (half.isPositive()) {
            delayer.sleep(half);
        }
        return answered;
    }
}
