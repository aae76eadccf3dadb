package dev.bellwether.reading.call;

import dev.bellwether.reading.token.Mark;
import dev.bellwether.reading.token.Numeral;
import dev.bellwether.reading.token.Sentence;
import dev.bellwether.reading.token.Ticker;
import dev.bellwether.reading.token.Token;
import dev.bellwether.reading.token.Word;
import java.util.List;
import java.util.Set;

/** Tells nouns from what is written like them: price targets from Target the retailer, ratings from verbs, averages of prices. */
final class Nouns {
    private static final Set<String> COMPANY_ENDS = Words.of("company ends");
    private static final Set<String> RATING_BEFORE = Words.of("rating before");
    private static final Set<String> RATING_BEHIND = Words.of("rating behind");
    private static final Set<String> ADVICE = Set.of("buy", "sell", "hold", "accumulate", "add", "reduce");
    private static final Set<String> LETTERED = Set.of("pt", "pts", "tp");

    private Nouns() {}

    /** Whether a phrase for targets is one here. */
    static boolean isTarget(
            Lexicon lexicon, List<Token> tokens, Sentence sentence, int from, int to, boolean headline, boolean sure) {
        Word first = (Word) tokens.get(from);
        if (LETTERED.contains(first.lower())) {
            return first.text().startsWith(first.lower().substring(0, 1).toUpperCase(java.util.Locale.ROOT))
                    && first.text().charAt(1) != 't'
                    && first.text().charAt(1) != 'p';
        }
        if (!first.lower().startsWith("target")) {
            return sure || !modified(lexicon, tokens, sentence, from);
        }
        boolean alone = to == from + 1;
        if (alone
                && first.lower().equals("target")
                && first.capitalised()
                && isRetailer(tokens, sentence, from, headline)) {
            return false;
        }
        if (!alone && nextIsTarget(tokens, sentence, to)) {
            return false;
        }
        return !alone || (!modified(lexicon, tokens, sentence, from) && !usedAsVerb(tokens, sentence, from));
    }

    /** "Target price target": the first is the retailer. */
    private static boolean nextIsTarget(List<Token> tokens, Sentence sentence, int at) {
        return at < sentence.to()
                && tokens.get(at) instanceof Word word
                && word.lower().startsWith("target");
    }

    private static boolean isRetailer(List<Token> tokens, Sentence sentence, int at, boolean headline) {
        Token next = at + 1 < sentence.to() ? tokens.get(at + 1) : null;
        boolean named = next instanceof Ticker
                || (next instanceof Word word && (word.possessive() || COMPANY_ENDS.contains(word.lower())))
                || (next instanceof Word price
                        && price.lower().equals("price")
                        && at + 2 < sentence.to()
                        && tokens.get(at + 2) instanceof Word target
                        && target.lower().startsWith("target"));
        return named || (!headline && !startsItem(tokens, sentence, at));
    }

    private static boolean startsItem(List<Token> tokens, Sentence sentence, int at) {
        return at == sentence.from()
                && at + 1 < sentence.to()
                && tokens.get(at + 1) instanceof Word next
                && Set.of("raised", "cut", "lowered", "set", "increased", "of", "was", "to")
                        .contains(next.lower());
    }

    private static boolean modified(Lexicon lexicon, List<Token> tokens, Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(sentence.from(), at - 2); i--) {
            if (!(tokens.get(i) instanceof Word word)) {
                return false;
            }
            if (lexicon.modifier(word.lower(), word.capitalised())) {
                return true;
            }
        }
        return false;
    }

    /** "Targets 2026 EPS", "cyberattacks target AI": a verb, not a noun. */
    private static boolean usedAsVerb(List<Token> tokens, Sentence sentence, int at) {
        if (at + 1 >= sentence.to()) {
            return false;
        }
        Token next = tokens.get(at + 1);
        boolean number = next instanceof Numeral numeral && numeral.year();
        boolean noun = at > sentence.from()
                && tokens.get(at - 1) instanceof Word before
                && next instanceof Word after
                && Character.isLowerCase(after.text().charAt(0))
                && Set.of("to", "will", "could", "the", "these").contains(before.lower())
                && "the".equals(after.lower());
        return number || noun;
    }

    /** Whether an average or a high is one of prices over time: "52-week high", "50-day moving average", "average volume". */
    static boolean ofPrices(List<Token> tokens, int from, int to, Sentence sentence) {
        Token next = to < sentence.to() ? tokens.get(to) : null;
        boolean volume = next instanceof Word word
                && Set.of("volume", "daily", "trading", "price", "cost", "true", "return", "selling", "analyst's")
                        .contains(word.lower())
                && !(to + 1 < sentence.to()
                        && tokens.get(to + 1) instanceof Word target
                        && (target.lower().startsWith("target")
                                || target.lower().startsWith("objective")));
        boolean time = from - 1 >= sentence.from()
                && tokens.get(from - 1) instanceof Word before
                && Set.of(
                                "week",
                                "time",
                                "year",
                                "day",
                                "month",
                                "session",
                                "record",
                                "moving",
                                "intraday",
                                "multi",
                                "industrial",
                                "daily")
                        .contains(before.lower());
        return volume || time;
    }

    /** Whether the name of a rating stands for one here, and is not a verb or an adjective. */
    static boolean isRating(
            Lexicon lexicon, List<Token> tokens, Sentence sentence, int from, int to, boolean headline) {
        Token before = from > sentence.from() ? tokens.get(from - 1) : null;
        Token behind = to < sentence.to() ? tokens.get(to) : null;
        if (before instanceof Mark mark && (mark.is('"') || mark.is('\''))) {
            return true;
        }
        boolean tight = behind instanceof Mark dash && dash.is('-') && dash.touches(tokens.get(to - 1));
        if ((behind instanceof Word word && RATING_BEHIND.contains(word.lower()))
                || (tight
                        && to + 1 < sentence.to()
                        && tokens.get(to + 1) instanceof Word rated
                        && rated.lower().equals("rated"))) {
            return true;
        }
        if (before instanceof Mark colon
                && colon.is(':')
                && from >= 2
                && tokens.get(from - 2) instanceof Word rating
                && rating.lower().equals("rating")) {
            return true;
        }
        boolean capital = tokens.get(from) instanceof Word word && word.capitalised();
        boolean led = before instanceof Word word
                && (RATING_BEFORE.contains(word.lower()) || lexicon.verb(word.lower()) == Verb.KEEP);
        if (from == sentence.from()
                && ADVICE.contains(((Word) tokens.get(from)).lower())
                && behind instanceof Word name
                && name.capitalised()
                && to - from == 1) {
            return true;
        }
        if (from == sentence.from()) {
            return capital && to - from == 1 && !(behind instanceof Word);
        }
        return (led && (capital || !(behind instanceof Word after) || ends(after))) || (capital && !headline);
    }

    private static boolean ends(Word after) {
        return Set.of(
                        "from", "at", "with", "on", "and", "by", "to", "in", "for", "while", "citing", "after", "as",
                        "but")
                .contains(after.lower());
    }
}
