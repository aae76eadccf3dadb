package dev.bellwether.reading.claim;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.reading.token.Ticker;
import dev.bellwether.reading.token.Token;
import dev.bellwether.reading.token.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds names of companies and funds: runs of words with capital letters that are no common words, weighed by what stands around
 * them: a ticker behind, "shares of" before, "'s stock" behind, a verb of the market, an ending such as "Inc.", or that the group
 * knows the company.
 */
final class Names {
    /** Who says something, rather than of whom it is said. */
    private static final Set<String> PEOPLE = Set.of(
            "analyst",
            "analysts",
            "director",
            "ceo",
            "cfo",
            "president",
            "chairman",
            "chief",
            "strategist",
            "manager",
            "firm",
            "broker",
            "brokerage",
            "by");

    private final Set<String> known = new HashSet<>();

    Names(Instruments instruments) {
        for (Instrument instrument : instruments.all()) {
            known.add(instrument.name().toLowerCase(Locale.ROOT));
            instrument.aliases().forEach(alias -> known.add(alias.toLowerCase(Locale.ROOT)));
            known.add(instrument.symbol().toLowerCase(Locale.ROOT));
        }
    }

    /** Whether a single word of the lexicon is the beginning of a name here: "Target Corporation", "Gap (GAP)". */
    static boolean begins(Step step, List<Token> tokens) {
        if (step.to() - step.from() > 1
                || step.to() >= tokens.size()
                || !(step.token() instanceof Word word && word.capitalised())
                || step.among(Sense.RSI, Sense.SHARE, Sense.PE)) {
            return false;
        }
        Token next = tokens.get(step.to());
        return next instanceof Ticker
                || (next instanceof Word ending && ending.capitalised() && NameRun.ENDINGS.contains(ending.lower()));
    }

    /** The mentions in a sentence, in its order. */
    List<Mention> find(Steps steps) {
        List<Mention> mentions = new ArrayList<>();
        markets(steps, mentions);
        List<Token> tokens = steps.tokens();
        int at = 0;
        while (at < tokens.size()) {
            int end = NameRun.end(tokens, at);
            if (end > at && (kind(tokens, at, end) || thing(steps, at, end))) {
                at = end;
            } else if (end > at) {
                Mention mention = mention(steps, tokens, at, end);
                mentions.add(mention);
                at = mention.to();
            } else {
                if (tokens.get(at) instanceof Ticker ticker) {
                    mentions.add(new Mention(at, at + 1, null, ticker.symbol(), 5, false));
                }
                at++;
            }
        }
        mentions.sort(Comparator.comparingInt(Mention::from));
        return mentions;
    }

    /** Whether there is nothing but words that end names: "the REIT". */
    private static boolean kind(List<Token> tokens, int from, int to) {
        return tokens.subList(from, to).stream()
                .allMatch(token -> token instanceof Word word && NameRun.ENDINGS.contains(word.lower()));
    }

    /** Whether it is the name of a measure, such as the P of "P/E". */
    private static boolean thing(Steps steps, int from, int to) {
        Step step = steps.holding(from);
        return step.to() >= to
                && step.among(Sense.FUND, Sense.TARGET, Sense.PE, Sense.AVERAGE, Sense.RSI, Sense.CAP, Sense.INDEX);
    }

    private static void markets(Steps steps, List<Mention> mentions) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.is(Sense.INDEX) && !venue(steps, i)) {
                List<Token> tokens = steps.tokens();
                String name = printed(tokens, step.from(), step.to());
                mentions.add(new Mention(step.from(), step.to(), name, null, 2, true));
            }
        }
    }

    /** "trades on the Nasdaq" names the place of trading. */
    private static boolean venue(Steps steps, int at) {
        return steps.get(at - 1).is("on")
                || (steps.get(at - 1).is("the") && steps.get(at - 2).is("on"));
    }

    private Mention mention(Steps steps, List<Token> tokens, int from, int end) {
        int to = end;
        String symbol = null;
        String name = printed(tokens, from, to);
        int weight = weight(tokens, to, name);
        if (to < tokens.size() && tokens.get(to) instanceof Ticker ticker) {
            symbol = ticker.symbol();
            to++;
            weight += 4;
        }
        weight += around(tokens, from, to);
        weight += acting(steps, to);
        weight -= from == 0 && to == 1 && weight <= 1 && adverb(name, word(tokens, to)) ? 2 : 0;
        return new Mention(from, to, name, symbol, weight, false);
    }

    private int weight(List<Token> tokens, int to, String name) {
        int weight = tokens.get(to - 1) instanceof Word last && NameRun.ENDINGS.contains(last.lower()) ? 3 : 0;
        return known.contains(name.toLowerCase(Locale.ROOT)) ? weight + 4 : weight;
    }

    /** Whether the first word of a sentence is probably no name: "Approximately", "Prior to". */
    private static boolean adverb(String name, @Nullable String next) {
        return name.endsWith("ly")
                || (next != null && Set.of("to", "of", "from", "in").contains(next));
    }

    /** A verb of the market right behind it. */
    private static int acting(Steps steps, int to) {
        Step next = steps.holding(to);
        boolean acts = next.among(Sense.UP, Sense.DOWN, Sense.TRADE, Sense.MOVE, Sense.SAME);
        return next.from() == to && acts ? 1 : 0;
    }

    private static int around(List<Token> tokens, int from, int to) {
        int weight = from == 0 ? 1 : 0;
        String before = word(tokens, from - 1);
        weight -= before != null && PEOPLE.contains(before) ? 4 : 0;
        if (share(tokens, from - 2) && link(tokens, from - 1)) {
            weight += 4;
        }
        int next = word(tokens, to) != null && "'s".equals(word(tokens, to)) ? to + 1 : to;
        weight += share(tokens, next) ? 4 : next > to ? 1 : 0;
        String verb = word(tokens, next);
        boolean acts = next == to
                && verb != null
                && (verb.equals("is") || verb.equals("has") || verb.equals("was") || verb.endsWith("ed"));
        return acts ? weight + 1 : weight;
    }

    private static boolean share(List<Token> tokens, int at) {
        String word = word(tokens, at);
        return word != null
                && Set.of("shares", "stock", "share", "stocks", "adrs", "equity", "adr", "units")
                        .contains(word);
    }

    private static boolean link(List<Token> tokens, int at) {
        String word = word(tokens, at);
        return word != null && Set.of("of", "in", "for").contains(word);
    }

    private static @Nullable String word(List<Token> tokens, int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at) instanceof Word word ? word.lower() : null;
    }

    private static String printed(List<Token> tokens, int from, int to) {
        StringBuilder name = new StringBuilder(tokens.get(from).text());
        for (int at = from + 1; at < to; at++) {
            if (!tokens.get(at).touches(tokens.get(at - 1))) {
                name.append(' ');
            }
            name.append(tokens.get(at).text());
        }
        return name.toString();
    }
}
