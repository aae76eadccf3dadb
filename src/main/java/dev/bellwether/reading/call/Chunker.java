package dev.bellwether.reading.call;

import dev.bellwether.fact.Stance;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers the tokens of a sentence into chunks, from left to right, without looking back further than one chunk. */
final class Chunker {
    private static final Set<String> PREPOSITIONS = Words.of("prepositions");
    private static final Set<String> PRONOUNS = Set.of("it", "he", "she", "they", "who");
    private static final Set<String> POSSESSIVES = Set.of("its", "their", "his", "her");
    private static final Set<String> CLAUSES = Set.of("while", "but", "whereas", "although", "though");
    private static final Set<String> FIRM_NOUNS = Words.of("firm nouns");
    private static final Set<String> STOCK = Set.of("stock", "stocks", "share", "shares", "company", "company's");
    private static final Map<String, String> ANALYSTS = Map.of(
            "analyst",
            "one",
            "analysts",
            "many",
            "strategist",
            "one",
            "strategists",
            "many",
            "brokerages",
            "many",
            "brokers",
            "many");

    private final Lexicon lexicon;
    private final PhraseTree<String> instruments;
    private final TokenText text;
    private final List<Token> tokens;
    private final Sentence sentence;
    private final boolean headline;
    private final Names names;
    private final List<Chunk> chunks = new ArrayList<>();

    private Chunker(Lexicon lexicon, PhraseTree<String> instruments, TokenText text, Sentence sentence) {
        this.lexicon = lexicon;
        this.instruments = instruments;
        this.text = text;
        this.tokens = text.tokens();
        this.sentence = sentence;
        this.headline = Capitals.inHeadline(text.of(sentence));
        this.names = new Names(lexicon, text, sentence.to(), headline);
    }

    static List<Chunk> chunks(Lexicon lexicon, PhraseTree<String> instruments, TokenText text, Sentence sentence) {
        return new Chunker(lexicon, instruments, text, sentence).run();
    }

    private List<Chunk> run() {
        int at = sentence.from();
        while (at < sentence.to()) {
            Chunk chunk = chunkAt(at);
            if (chunk == null) {
                at++;
            } else {
                add(chunk);
                at = chunk.to();
            }
        }
        return chunks;
    }

    private @Nullable Chunk chunkAt(int at) {
        return switch (tokens.get(at)) {
            case Money money -> amount(Tag.MONEY, money, at);
            case Numeral numeral -> amount(Tag.NUMBER, numeral, at);
            case Percent percent -> amount(Tag.PERCENT, percent, at);
            case Ticker ticker ->
                new Chunk(
                        Tag.NAME,
                        at,
                        at + 1,
                        ticker.symbol(),
                        "",
                        null,
                        new Name(Name.Kind.TICKER, ticker, null, false));
            case Mark mark -> mark(mark, at);
            case Word word -> word(word, at);
        };
    }

    private static Chunk amount(Tag tag, Token token, int at) {
        return new Chunk(tag, at, at + 1, token.text(), "", token, null);
    }

    private @Nullable Chunk mark(Mark mark, int at) {
        Tag tag = switch (mark.sign()) {
            case ',', '、', '，' -> Tag.COMMA;
            case ';', '|', '•', '·' -> Tag.STRONG_STOP;
            case ':' -> Tag.COLON;
            case '(', '[' -> Tag.OPEN;
            case ')', ']' -> Tag.CLOSE;
            case '→', '>', '➔', '⇒' -> Tag.ARROW;
            case '&' -> Tag.AND;
            case '-', '–' -> spaced(mark, at) ? Tag.STRONG_STOP : Tag.DASH;
            default -> null;
        };
        return tag == null ? null : Chunk.of(tag, at, at + 1, mark.text(), "");
    }

    private boolean spaced(Mark mark, int at) {
        boolean before = at > sentence.from() && !mark.touches(tokens.get(at - 1));
        boolean after = at + 1 < sentence.to() && !tokens.get(at + 1).touches(mark);
        return before && after;
    }

    private Chunk word(Word word, int at) {
        Chunk name = word.possessive() ? null : names.known(at, instruments);
        if (name != null) {
            return name;
        }
        Chunk phrase = phrase(word, at);
        if (phrase != null) {
            return phrase;
        }
        Chunk unknown = names.unknown(at, chunks.isEmpty());
        return unknown != null ? unknown : simple(word, at);
    }

    /** Targets, averages, ratings, verbs and other nouns of the lexicon. */
    private @Nullable Chunk phrase(Word word, int at) {
        PhraseTree.Match<Boolean> target = lexicon.targets().at(tokens, at, sentence.to());
        if (target != null && Nouns.isTarget(lexicon, tokens, sentence, at, target.end(), headline, target.value())) {
            return chunk(Tag.TARGET, at, target.end(), target.value() ? "sure" : "maybe");
        }
        if (target != null && "Target".equals(word.text())) {
            return names.retailer(at);
        }
        PhraseTree.Match<String> average = lexicon.averages().at(tokens, at, sentence.to());
        if (average != null && !Nouns.ofPrices(tokens, at, average.end(), sentence)) {
            return chunk(Tag.AVERAGE, at, average.end(), average.value());
        }
        PhraseTree.Match<Stance> rating = lexicon.ratings().at(tokens, at, sentence.to());
        if (rating != null && Nouns.isRating(lexicon, tokens, sentence, at, rating.end(), headline)) {
            return chunk(Tag.RATING, at, rating.end(), rating.value().name());
        }
        PhraseTree.Match<Boolean> other = lexicon.others().at(tokens, at, sentence.to());
        if (other != null) {
            return chunk(Tag.OTHER_NOUN, at, other.end(), "");
        }
        Verb verb = lexicon.verb(word.lower());
        boolean plain = !word.capitalised() || headline || at == sentence.from();
        return verb != null && plain ? chunk(Tag.VERB, at, at + 1, verb.name()) : null;
    }

    private Chunk simple(Word word, int at) {
        String lower = word.lower();
        if (ANALYSTS.containsKey(lower)) {
            return chunk(
                    after("the") && "analyst".equals(lower) ? Tag.FIRM_AGAIN : Tag.ANALYST,
                    at,
                    at + 1,
                    ANALYSTS.getOrDefault(lower, ""));
        }
        Tag tag = PREPOSITIONS.contains(lower)
                ? Tag.PREPOSITION
                : PRONOUNS.contains(lower)
                        ? Tag.PRONOUN
                        : POSSESSIVES.contains(lower)
                                ? Tag.POSSESSIVE
                                : CLAUSES.contains(lower)
                                        ? Tag.CLAUSE
                                        : "and".equals(lower) || "or".equals(lower)
                                                ? Tag.AND
                                                : STOCK.contains(lower)
                                                        ? Tag.STOCK
                                                        : "coverage".equals(lower)
                                                                ? Tag.COVERAGE
                                                                : "rating".equals(lower)
                                                                                || "ratings".equals(lower)
                                                                                || "recommendation".equals(lower)
                                                                                || "stance".equals(lower)
                                                                        ? Tag.RATING_NOUN
                                                                        : FIRM_NOUNS.contains(lower)
                                                                                        && (after("the")
                                                                                                || after("same"))
                                                                                ? Tag.FIRM_AGAIN
                                                                                : Tag.WORD;
        return chunk(tag, at, at + 1, lower);
    }

    private static boolean tickerMissing(Chunk chunk) {
        return chunk.is(Tag.NAME) && !chunk.hasTicker();
    }

    /** Whether the last three chunks are an amount and the same in another currency: "GBX 2,100 ($28.05". */
    private boolean converted() {
        int last = chunks.size() - 1;
        return last >= 2
                && chunks.get(last).token() instanceof Money other
                && chunks.get(last - 1).is(Tag.OPEN)
                && chunks.get(last - 2).token() instanceof Money first
                && !first.currency().equals(other.currency());
    }

    private boolean after(String word) {
        return !chunks.isEmpty() && chunks.getLast().is(Tag.WORD, word);
    }

    private Chunk chunk(Tag tag, int from, int to, String code) {
        return Chunk.of(tag, from, to, text.between(from, to), code);
    }

    /** Adds a chunk; a ticker right behind a name belongs to it. */
    private void add(Chunk chunk) {
        if (chunk.is(Tag.CLOSE) && converted()) {
            chunks.removeLast();
            chunks.removeLast();
            return;
        }
        Ticker ticker = chunk.isName(Name.Kind.TICKER) && chunk.name() != null
                ? chunk.name().ticker()
                : null;
        Chunk last = chunks.isEmpty() ? null : chunks.getLast();
        if (ticker == null || last == null || last.to() != chunk.from()) {
            chunks.add(chunk);
        } else if (last.name() != null && last.name().ticker() == null) {
            boolean owner = names.owns(chunk.to());
            Name named = owner ? last.name().with(ticker).owning() : last.name().with(ticker);
            chunks.set(chunks.size() - 1, new Chunk(Tag.NAME, last.from(), chunk.to(), last.text(), "", null, named));
        } else if (last.is(Tag.STOCK) && chunks.size() > 1 && tickerMissing(chunks.get(chunks.size() - 2))) {
            Chunk name = chunks.get(chunks.size() - 2);
            Name named = Objects.requireNonNull(name.name()).with(ticker);
            chunks.set(chunks.size() - 2, new Chunk(Tag.NAME, name.from(), name.to(), name.text(), "", null, named));
        } else if (last.is(Tag.WORD) && ticker.bracketed() && !lexicon.breaker(last.code())) {
            Name named = new Name(Name.Kind.UNKNOWN, ticker, null, names.owns(chunk.to()));
            chunks.set(chunks.size() - 1, new Chunk(Tag.NAME, last.from(), chunk.to(), last.text(), "", null, named));
        } else {
            chunks.add(chunk);
        }
    }
}
