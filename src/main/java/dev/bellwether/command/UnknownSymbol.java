package dev.bellwether.command;

import java.util.List;

/** What to say of a symbol that nobody knows. */
final class UnknownSymbol {
    private UnknownSymbol() {}

    static String say(String typed, Symbols symbols) {
        List<String> near = symbols.near(typed);
        String help = near.isEmpty()
                ? " Known here: " + String.join(", ", symbols.all()) + "."
                : " Did you mean " + String.join(" or ", near) + "?";
        return "\"" + typed + "\" is not a symbol I know." + help;
    }
}
