package dev.bellwether.command;

import java.util.List;

/** What to say of a symbol that nobody knows. */
final class UnknownSymbol {
    private static final int NAMED = 12;

    private UnknownSymbol() {}

    static String say(String typed, Symbols symbols) {
        List<String> near = symbols.near(typed);
        String help = near.isEmpty()
                ? " Known here: " + known(symbols.all()) + "."
                : " Did you mean " + String.join(" or ", near) + "?";
        return "\"" + Typed.shown(typed) + "\" is not a symbol I know." + help;
    }

    private static String known(List<String> all) {
        String first = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
        return all.size() > NAMED ? first + " and " + (all.size() - NAMED) + " more" : first;
    }
}
