package dev.bellwether.command;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;

/** Says why something was not done. Only who asked is told, where the front can do that. */
final class Refusal {
    private Refusal() {}

    /**
     * The card that says so.
     *
     * @param sentence what is wrong and what to do instead
     * @param more what else helps, such as buttons with what was probably meant
     */
    static Answer of(Ask ask, Line title, Line sentence, Block... more) {
        Card.Builder card = Card.titled(title, ask.at()).tone(Tone.ERROR).paragraph(sentence);
        for (Block block : more) {
            card.block(block);
        }
        return Answer.failure(card.build());
    }
}
