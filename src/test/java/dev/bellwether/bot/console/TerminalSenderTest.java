package dev.bellwether.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.deliver.Sender;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Outcome;
import dev.bellwether.talk.Voice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalSenderTest {
    private static final Instant NOW = Instant.parse("2026-01-05T15:00:00Z");
    private static final CardText TEXT = new CardText(Voice.english(), Paint.PLAIN);

    private final Card card =
            Card.titled("BABA broke out", NOW).paragraph("155 is behind it.").build();
    private final Envelope envelope = new Envelope("level:1", Prompt.CHAT, card, Voice.english());
    private final List<String> shown = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();

    @Test
    void a_push_stands_above_the_prompt_as_an_answer_would() {
        Sender sender = new TerminalSender(shown::add, () -> TEXT);
        assertThat(sender.front()).isEqualTo(Prompt.CHAT.front());
        assertThat(sender.send(envelope, recorded())).isEqualTo(new Outcome.Sent(List.of("1")));
        assertThat(shown).containsExactly(TEXT.render(card));
        assertThat(progress).containsExactly("sending 0", "sent 0");
    }

    @Test
    void a_push_waits_while_there_is_no_prompt() {
        Sender sender = new TerminalSender(text -> false, () -> TEXT);
        assertThat(sender.send(envelope, recorded()))
                .isInstanceOfSatisfying(
                        Outcome.Retry.class,
                        retry -> assertThat(retry.perhaps()).isFalse());
        assertThat(progress).containsExactly("sending 0");
    }

    private Sender.Progress recorded() {
        return new Sender.Progress() {
            @Override
            public void sending(int part) {
                progress.add("sending " + part);
            }

            @Override
            public void sent(int part, String message) {
                progress.add("sent " + part);
            }
        };
    }
}
