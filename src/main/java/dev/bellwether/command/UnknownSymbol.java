package dev.bellwether.command;

import dev.bellwether.talk.Line;
import java.util.List;

/** What to say of a symbol that nobody knows. */
final class UnknownSymbol {
    private static final int NAMED = 12;

    private UnknownSymbol() {}

    static Line say(String typed, Symbols symbols) {
        List<String> near = symbols.near(typed);
        return near.isEmpty()
                ? Line.say("ask.symbol.unknown", Typed.shown(typed), known(symbols.all()))
                : Line.say("ask.symbol.meant", Typed.shown(typed), Line.joined("value.or", lines(near)));
    }

    private static Line known(List<String> all) {
        Line first = Line.joined("value.comma", lines(all.subList(0, Math.min(NAMED, all.size()))));
        return all.size() > NAMED ? Line.say("value.more", first, all.size() - NAMED) : first;
    }

    private static List<Line> lines(List<String> symbols) {
        return symbols.stream().map(Line::of).toList();
    }
}
