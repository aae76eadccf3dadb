package dev.bellwether.bot.discord;

import dev.bellwether.talk.Card;
import dev.bellwether.talk.Cited;
import dev.bellwether.talk.Line;

/** The sources of a card in one line. */
final class SmallPrint {
    private SmallPrint() {}

    /** Empty if the card names no source. */
    static Line sources(Card card) {
        Line line = Line.empty();
        for (Line source : Cited.linked(card)) {
            line = line.isEmpty() ? source : line.text("; ").then(source);
        }
        return line.isEmpty() ? line : Line.say("discord.sources", line);
    }
}
