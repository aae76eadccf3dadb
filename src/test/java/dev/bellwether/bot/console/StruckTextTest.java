package dev.bellwether.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StruckTextTest {
    private static final Line STRUCK = Line.of("was ").struck("no more");
    private static final Card CARD = Card.titled("Title", Instant.EPOCH)
            .paragraph(STRUCK)
            .block(new Block.Table(List.of(new Block.Column("Column", false)), List.of(List.of(STRUCK))))
            .build();

    @Test
    void struck_text_is_seen_as_such_without_colours_and_in_tables() {
        assertThat(new CardText(Voice.english(), Paint.PLAIN).render(CARD).lines())
                .filteredOn(line -> line.equals("was ~~no more~~"))
                .hasSize(2);
    }

    @Test
    void a_terminal_crosses_it_out() {
        assertThat(new CardText(Voice.english(), Paint.COLOUR).render(CARD)).contains("\u001b[9m");
    }

    @Test
    void programs_get_it_as_a_style() throws IOException {
        assertThat(new ObjectMapper()
                        .readTree(CardJson.render(CARD, false))
                        .at("/blocks/0/spans/1/style")
                        .textValue())
                .isEqualTo("struck");
    }
}
