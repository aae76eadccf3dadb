package dev.bellwether.reading;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Isin;
import dev.bellwether.fact.Listing;
import dev.bellwether.reading.NameTree.Match;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds which instruments a text is about.
 *
 * <p>Found by: a ticker with its exchange ({@code NYSE: BABA}, {@code HKG:9988}) or its suffix ({@code 9988.HK}), a cashtag
 * ({@code $BABA}), an ISIN, a name or alias as whole words in upper and lower case as written. A ticker on its own counts only
 * from four letters on, and only in a line that is not all capitals; shorter ones are too often something else ("JD Vance",
 * "a JD from Yale", "$200"). The longest name wins: "Alibaba Health" is not Alibaba if both are known.
 *
 * <p>Known limit: a Chinese name of two characters is also found across a border of words.
 *
 * <p>One pass over the text, whatever the number of instruments. Immutable, for any thread.
 */
public final class CompanyFinder {
    private final Instruments instruments;
    private final Tickers tickers;
    private final NameTree names = new NameTree();
    private final Map<String, String> bare = new HashMap<>();

    public CompanyFinder(Instruments instruments) {
        this.instruments = instruments;
        this.tickers = new Tickers(instruments.all());
        instruments.all().forEach(this::learn);
    }

    private void learn(Instrument instrument) {
        String symbol = instrument.symbol();
        names.add(instrument.name(), symbol);
        instrument.aliases().forEach(alias -> names.add(alias, symbol));
        for (Listing listing : instrument.listings()) {
            String local = Tickers.local(listing);
            String suffix = listing.exchange().suffix();
            if (!suffix.isEmpty()) {
                names.add(local + suffix, symbol);
                otherLengths(local).forEach(code -> names.add(code + suffix, symbol));
            }
            if (local.matches("[A-Z]{4,}")) {
                bare.putIfAbsent(local, symbol);
            }
        }
    }

    /** Hong Kong's codes are written with and without leading zeros. */
    private static List<String> otherLengths(String local) {
        if (!local.matches("[0-9]{1,5}")) {
            return List.of();
        }
        int number = Integer.parseInt(local);
        return List.of(
                Integer.toString(number),
                String.format(Locale.ROOT, "%04d", number),
                String.format(Locale.ROOT, "%05d", number));
    }

    /** The symbols of the instruments a text is about, in the order of their first mention. */
    public Set<String> find(String text) {
        List<Token> tokens = Token.of(text);
        BitSet inCapitals = linesInCapitals(tokens);
        Set<String> found = new LinkedHashSet<>();
        int at = 0;
        while (at < tokens.size()) {
            Match match = matchAt(tokens, at, inCapitals);
            if (match == null) {
                at++;
            } else {
                if (!match.symbol().isEmpty()) {
                    found.add(match.symbol());
                }
                at = match.end();
            }
        }
        return Collections.unmodifiableSet(found);
    }

    private static BitSet linesInCapitals(List<Token> tokens) {
        BitSet capitals = new BitSet();
        tokens.forEach(token -> capitals.set(token.line()));
        tokens.stream().filter(Token::hasLowerCase).forEach(token -> capitals.clear(token.line()));
        return capitals;
    }

    private @Nullable Match matchAt(List<Token> tokens, int at, BitSet inCapitals) {
        Token token = tokens.get(at);
        if (token.text().equals("$")) {
            return cashtag(tokens, at);
        }
        Match match = token.word() ? withExchange(tokens, at) : null;
        if (match == null) {
            match = names.longest(tokens, at);
        }
        if (match == null && token.isCode()) {
            match = code(tokens, at, inCapitals.get(token.line()));
        }
        return match;
    }

    /** {@code NYSE: BABA}. A ticker there that is not ours is passed over, so that it is not taken for a bare one. */
    private @Nullable Match withExchange(List<Token> tokens, int at) {
        if (at + 2 >= tokens.size()
                || !tokens.get(at + 1).text().equals(":")
                || !tokens.get(at + 2).isCode()
                || !Tickers.isVenue(tokens.get(at).text())) {
            return null;
        }
        String venue = tokens.get(at).text();
        String ticker = tokens.get(at + 2).text();
        String suffix = suffix(tokens, at + 3);
        String whole = suffix == null ? null : tickers.find(venue, ticker + suffix);
        if (whole != null) {
            return new Match(whole, at + 5);
        }
        String symbol = tickers.find(venue, ticker);
        return new Match(symbol == null ? "" : symbol, at + 3);
    }

    /** {@code $BABA}, but not {@code US$BABA} nor {@code $200}. */
    private @Nullable Match cashtag(List<Token> tokens, int at) {
        boolean glued = at > 0 && tokens.get(at - 1).word() && !tokens.get(at).gap();
        if (glued || at + 1 >= tokens.size() || tokens.get(at + 1).gap()) {
            return null;
        }
        Token token = tokens.get(at + 1);
        boolean ticker = token.isCode() && Character.isLetter(token.text().charAt(0));
        if (!ticker || hasExchangeSuffix(tokens, at + 2)) {
            return null;
        }
        return instruments
                .find(token.text())
                .map(instrument -> new Match(instrument.symbol(), at + 2))
                .orElse(null);
    }

    /** An ISIN, or a ticker on its own. */
    private @Nullable Match code(List<Token> tokens, int at, boolean inCapitals) {
        String text = tokens.get(at).text();
        if (text.length() == 12 && Isin.isValid(text)) {
            return instruments
                    .find(text)
                    .map(instrument -> new Match(instrument.symbol(), at + 1))
                    .orElse(null);
        }
        String symbol = bare.get(text);
        return symbol == null || inCapitals || hasExchangeSuffix(tokens, at + 1) ? null : new Match(symbol, at + 1);
    }

    /** Whether {@code .HK} or the like follows: then the ticker before it is one of that exchange. */
    private static boolean hasExchangeSuffix(List<Token> tokens, int at) {
        String suffix = suffix(tokens, at);
        return suffix != null && Tickers.isSuffix(suffix);
    }

    /** The code behind a dot that is glued to what stands before and after it; null if there is none. */
    private static @Nullable String suffix(List<Token> tokens, int dot) {
        if (dot + 1 >= tokens.size()) {
            return null;
        }
        Token mark = tokens.get(dot);
        Token letters = tokens.get(dot + 1);
        boolean glued = mark.text().equals(".") && !mark.gap() && !letters.gap() && letters.isCode();
        return glued ? letters.text() : null;
    }
}
