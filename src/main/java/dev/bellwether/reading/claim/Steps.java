package dev.bellwether.reading.claim;

import dev.bellwether.reading.CleanText;
import dev.bellwether.reading.token.Mark;
import dev.bellwether.reading.token.Money;
import dev.bellwether.reading.token.Numeral;
import dev.bellwether.reading.token.Percent;
import dev.bellwether.reading.token.Sentence;
import dev.bellwether.reading.token.Ticker;
import dev.bellwether.reading.token.Token;
import dev.bellwether.reading.token.TokenText;
import dev.bellwether.reading.token.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sentence as a row of steps, and the walks over it that all patterns share. Every walk has a fixed longest way. */
final class Steps {
    /** A sentence is quoted up to this many characters. */
    private static final int LONGEST = 1_000;
    /** How many links may stand between a thing and its number. */
    private static final int LINKS = 10;
    /** How far a bracket is looked back for. */
    private static final int BRACKET = 8;
    /** How many words the owner of a thing may have. */
    private static final int OWNER = 7;

    private final TokenText text;
    private final Sentence sentence;
    private final @Nullable Steps previous;
    private final int year;
    private final List<Step> steps = new ArrayList<>();
    private final Step outside;
    private @Nullable String printed;

    /**
     * Cuts a sentence into steps.
     *
     * @param previous the sentence before it, null if none
     * @param year the year of publication, 0 if unknown
     */
    Steps(TokenText text, Sentence sentence, @Nullable Steps previous, int year) {
        this.year = year;
        this.text = text;
        this.sentence = sentence;
        this.previous = previous;
        this.outside = new Step(
                sentence.to(), sentence.to(), Sense.MARK, "", text.tokens().get(sentence.from()), "", 0);
        List<Token> tokens = text.of(sentence);
        int at = 0;
        while (at < tokens.size()) {
            Step step = step(tokens, at);
            steps.add(step);
            at = step.to();
        }
    }

    private static Step step(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        Step phrase = token instanceof Word || token instanceof Numeral ? Lexicon.PRESS.longest(tokens, at) : null;
        if (phrase != null && !monthOfMay(phrase, tokens) && !Names.begins(phrase, tokens)) {
            return phrase;
        }
        return switch (token) {
            case Word word -> new Step(at, at + 1, Sense.PLAIN, word.lower(), token, "", 0);
            case Mark mark -> new Step(at, at + 1, Sense.MARK, mark.text(), token, "", 0);
            case Ticker ticker -> new Step(at, at + 1, Sense.TICKER, ticker.symbol(), token, "", 0);
            default -> new Step(at, at + 1, Sense.NUMBER, token.text(), token, "", 0);
        };
    }

    private static boolean monthOfMay(Step step, List<Token> tokens) {
        return step.is("may")
                && step.to() < tokens.size()
                && tokens.get(step.to()) instanceof Numeral
                && step.token() instanceof Word word
                && word.capitalised();
    }

    int size() {
        return steps.size();
    }

    /** The step at an index; a mark without a sign outside the sentence. */
    Step get(int at) {
        return at >= 0 && at < steps.size() ? steps.get(at) : outside;
    }

    /** The step that holds a token, by its index in the sentence. */
    Step holding(int token) {
        int low = 0;
        int high = steps.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (steps.get(middle).from() <= token) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return get(low);
    }

    /** The sentence before it in the same text; null if it is the first one. */
    @Nullable
    Steps previous() {
        return previous;
    }

    /** The year in which the text was published; 0 if unknown. */
    int year() {
        return year;
    }

    /** The sentence as printed; a very long one is cut. */
    String printed() {
        if (printed == null) {
            printed = CleanText.shortened(text.text(sentence), LONGEST);
        }
        return printed;
    }

    List<Token> tokens() {
        return text.of(sentence);
    }

    /** The nearest step of one of these senses to the left, at most so far away; -1 if none. */
    int left(int from, int most, Sense... senses) {
        for (int at = from - 1; at >= Math.max(0, from - most); at--) {
            if (get(at).among(senses)) {
                return at;
            }
        }
        return -1;
    }

    /** The nearest step of one of these senses to the right, at most so far away; -1 if none. */
    int right(int from, int most, Sense... senses) {
        for (int at = from + 1; at <= Math.min(size() - 1, from + most); at++) {
            if (get(at).among(senses)) {
                return at;
            }
        }
        return -1;
    }

    /**
     * The step that a number belongs to when read from right to left over links only: the average in "its 50-day average stands at
     * around $5". A verb of trading is passed over if a thing to be measured stands right before it. -1 if there is none.
     */
    int governor(int number) {
        int at = number - 1;
        int verb = -1;
        for (int way = 0; way < LINKS && at >= 0; way++) {
            Step step = get(at);
            if (step.is(")")) {
                at = opening(at) - 1;
            } else if (links(step) || (step.is(",") && goesOn(at))) {
                at--;
            } else if (step.is(Sense.TRADE)
                    || (step.is(Sense.PERIOD) && behind(at).is("at"))) {
                verb = verb < 0 && step.is(Sense.TRADE) ? at : verb;
                at--;
            } else {
                break;
            }
        }
        return verb >= 0 && !measured(get(at)) ? verb : measured(get(at)) ? at : further(number, at);
    }

    /**
     * Over the owner of a thing, as in "the P/E of the stock is 23", or over where and when something traded, as in "closed the
     * session in London at $5"; else the place itself.
     */
    private int further(int number, int at) {
        Step link = get(at + 1);
        if (get(at).among(Sense.UP, Sense.DOWN) && behind(at, number, "to")) {
            int thing = at - 1;
            while (get(thing).among(Sense.LINK, Sense.HEDGE)) {
                thing--;
            }
            return measured(get(thing)) ? thing : at;
        }
        boolean is = link.amongWords(
                "is", "was", "stands at", "stood at", "stands", "currently", "of", "to", "at", "has", "remains");
        for (int place = at; place >= Math.max(0, at - OWNER) && is; place--) {
            Step step = get(place);
            if (step.among(Sense.NUMBER, Sense.BREAK, Sense.UP, Sense.DOWN) || step.amongWords(",", ";", ":", "and")) {
                break;
            }
            boolean owned = measured(step)
                    && get(place + 1).amongWords("of", "for", "on", "in")
                    && !link.amongWords("to", "at", "of");
            if (owned || (step.is(Sense.TRADE) && link.is("at"))) {
                return place;
            }
        }
        return at;
    }

    private boolean behind(int from, int to, String word) {
        for (int place = from + 1; place < to; place++) {
            if (get(place).is(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean links(Step step) {
        return step.among(Sense.LINK, Sense.HEDGE, Sense.LEVEL, Sense.TICKER)
                || step.amongWords(":", "(", "~", "=", "\"", "[", "–", "-", "|", "*", "≈", "'s");
    }

    private Step behind(int at) {
        return get(at + 1);
    }

    private boolean goesOn(int comma) {
        Step next = behind(comma);
        return next.amongWords("which", "currently", "now", "located", "situated", "at present")
                || (next.amongWords("to", "at") && get(comma - 1).is(Sense.NUMBER))
                || (next.is("a") && get(comma + 2).is(Sense.LEVEL));
    }

    /** The bracket that a closing one belongs to; its own place if none stands near. */
    private int opening(int closing) {
        for (int at = closing - 1; at >= Math.max(0, closing - BRACKET); at--) {
            if (get(at).is("(")) {
                return at;
            }
        }
        return closing;
    }

    /** Whether this is a thing that has a number. */
    static boolean measured(Step step) {
        return switch (step.sense()) {
            case AVERAGE,
                    RSI,
                    HIGH52,
                    LOW52,
                    RANGE52,
                    SUPPORT,
                    RESISTANCE,
                    VOLUME,
                    USUAL,
                    PE,
                    CAP,
                    FUND,
                    TARGET,
                    EXTREME -> true;
            default -> false;
        };
    }

    boolean percent(int at) {
        return get(at).token() instanceof Percent && get(at).is(Sense.NUMBER);
    }

    /** The number that is no percentage at an index; null if none is there. */
    @Nullable
    Amount amount(int at) {
        Step step = get(at);
        return step.is(Sense.NUMBER) && (step.token() instanceof Money || step.token() instanceof Numeral)
                ? Amount.of(step.token())
                : null;
    }
}
