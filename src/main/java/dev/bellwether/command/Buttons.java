package dev.bellwether.command;

import dev.bellwether.talk.Block;
import dev.bellwether.talk.Line;
import java.util.List;

/** The buttons that several cards offer. */
final class Buttons {
    private static final int MOST_OPTIONS = 25;

    private Buttons() {}

    /** Asks the same again, in place of the card. */
    static Block.Button refresh(String command) {
        return new Block.Button(Line.say("button.refresh"), command, true);
    }

    static Block.Button quote(String symbol) {
        return new Block.Button(Line.say("button.quote"), "/quote " + symbol);
    }

    static Block.Button news(String symbol) {
        return new Block.Button(Line.say("button.news"), "/news " + symbol);
    }

    static Block.Button targets(String symbol) {
        return new Block.Button(Line.say("button.targets"), "/targets " + symbol);
    }

    static Block.Button why(String symbol) {
        return new Block.Button(Line.say("button.why"), "/why " + symbol);
    }

    static Block.Button levels(String symbol) {
        return new Block.Button(Line.say("button.levels"), "/levels " + symbol);
    }

    /** Begins an alert for it. */
    static Block.Button alert(String symbol) {
        return new Block.Button(Line.say("alert.button.me"), "/alert " + symbol);
    }

    /** Opens one of several instruments; of more than fit in a menu the first ones. */
    static Block.Menu open(List<String> symbols) {
        return new Block.Menu(
                Line.say("button.open"),
                symbols.stream()
                        .limit(MOST_OPTIONS)
                        .map(symbol -> new Block.Button(symbol, "/quote " + symbol))
                        .toList());
    }
}
