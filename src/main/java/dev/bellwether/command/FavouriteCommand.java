package dev.bellwether.command;

import dev.bellwether.fact.Instrument;
import dev.bellwether.reading.CleanText;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Line;
import java.util.List;
import java.util.Locale;

/** {@code /baba} and its like: {@code /quote} for an instrument of its own. */
public final class FavouriteCommand implements Command {
    /** Fronts take summaries of up to 100 characters; what stands behind the name takes 33 in the longest language. */
    private static final int LONGEST_NAME = 67;

    private final CommandSpec spec;
    private final Target target;
    private final QuoteCommand quote;

    /** @param instrument the favourite; its symbol gives the command its name */
    public FavouriteCommand(Instrument instrument, QuoteCommand quote) {
        String name = nameOf(instrument.symbol());
        this.spec = new CommandSpec(
                name,
                Line.say("quote.favourite", CleanText.shortened(instrument.name(), LONGEST_NAME)),
                List.of(),
                List.of("/" + name));
        this.target = new Target(instrument.symbol(), instrument, instrument.primary(), true);
        this.quote = quote;
    }

    /** The name of a symbol's own command, such as {@code 9988_hk}: fronts allow letters, digits and underscores. */
    public static String nameOf(String symbol) {
        return symbol.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        return quote.one(ask, target);
    }
}
