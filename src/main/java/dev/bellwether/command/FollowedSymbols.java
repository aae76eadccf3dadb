package dev.bellwether.command;

import dev.bellwether.digest.Followed;
import dev.bellwether.digest.Following;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a digest can be about: the symbols of the commands, but a word in small letters is only a symbol if it is configured. */
public final class FollowedSymbols implements Following {
    private static final Pattern SHOUTED = Pattern.compile("[A-Z0-9^.-]{1,12}");
    private static final Predicate<String> HAS_LETTER = Pattern.compile("[A-Z]").asPredicate();

    private final Symbols symbols;
    private final List<Followed> favourites;

    /** @param favourites symbols of the settings; if there are none, all instruments count as such */
    public FollowedSymbols(Symbols symbols, Instruments instruments, List<String> favourites) {
        this.symbols = symbols;
        List<Instrument> chosen = favourites.stream()
                .flatMap(symbol -> instruments.find(symbol).stream())
                .toList();
        this.favourites = (chosen.isEmpty() ? instruments.all() : chosen)
                .stream().map(Followed::of).toList();
    }

    @Override
    public Optional<Followed> find(String typed) {
        return symbols.find(typed)
                .filter(target -> target.configured() || typed.startsWith("$") || isShouted(typed))
                .map(target -> new Followed(target.instrument(), target.listing()));
    }

    private static boolean isShouted(String typed) {
        return SHOUTED.matcher(typed).matches() && HAS_LETTER.test(typed);
    }

    @Override
    public List<String> near(String typed) {
        return symbols.near(typed);
    }

    @Override
    public List<Followed> favourites() {
        return favourites;
    }
}
