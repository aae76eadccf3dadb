package dev.bellwether.reading.call;

import dev.bellwether.reading.token.Mark;
import dev.bellwether.reading.token.Numeral;
import dev.bellwether.reading.token.Ticker;
import dev.bellwether.reading.token.Token;
import dev.bellwether.reading.token.TokenText;
import dev.bellwether.reading.token.Word;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds names: of the lexicon and the configuration, and by their capitals. A name is at most twelve words long. */
final class Names {
    private static final int LONGEST = 12;
    private static final Set<String> LEGAL = Words.of("legal");
    private static final Set<String> BEFORE_OF = Words.of("before of");
    private static final Set<String> PARTICLES = Words.of("particles");

    private final Lexicon lexicon;
    private final TokenText text;
    private final List<Token> tokens;
    private final int limit;
    private final boolean headline;

    Names(Lexicon lexicon, TokenText text, int limit, boolean headline) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.limit = limit;
        this.headline = headline;
    }

    /** A name of the lexicon or the configuration that begins here; null if none does. */
    @Nullable
    Chunk known(int at, PhraseTree<String> instruments) {
        if (!(tokens.get(at) instanceof Word first)) {
            return null;
        }
        int skipped = "the".equals(first.lower()) && at + 1 < limit ? at + 1 : at;
        if (!capital(skipped)) {
            return null;
        }
        PhraseTree.Match<String> instrument = instruments.at(tokens, at, limit);
        PhraseTree.Match<Name.Kind> name = longer(lexicon.names().at(tokens, at, limit), skipped);
        if (instrument != null && (name == null || instrument.end() >= name.end())) {
            int end = run(instrument.end(), at);
            String symbol = end == instrument.end() || legalOnly(instrument.end(), end) ? instrument.value() : null;
            return chunk(at, end, symbol == null ? shape(at, end) : Name.Kind.COMPANY, symbol);
        }
        return name == null ? null : extended(at, name);
    }

    private PhraseTree.@Nullable Match<Name.Kind> longer(PhraseTree.@Nullable Match<Name.Kind> whole, int skipped) {
        PhraseTree.Match<Name.Kind> rest = lexicon.names().at(tokens, skipped, limit);
        return whole == null || (rest != null && rest.end() > whole.end()) ? rest : whole;
    }

    /** A known name with the capitalised words behind it: "UBS Group" is UBS, "Citi Trends" is not Citi. */
    private @Nullable Chunk extended(int at, PhraseTree.Match<Name.Kind> name) {
        int end = run(name.end(), at);
        Name.Kind kind = name.value();
        if (end == name.end() || legalOnly(name.end(), end)) {
            return chunk(at, end, kind, null);
        }
        return switch (kind) {
            case FIRM -> chunk(at, end, firmEnds(end) ? Name.Kind.FIRM : Name.Kind.UNKNOWN, null);
            case COMPANY -> chunk(at, end, kind, null);
            default -> chunk(at, end, Name.Kind.UNKNOWN, null);
        };
    }

    /** Target, the retailer, where the word is no price target. */
    Chunk retailer(int at) {
        return chunk(at, at + 1, Name.Kind.COMPANY, null);
    }

    /** A name that only its capitals show; null if none begins here. */
    @Nullable
    Chunk unknown(int at, boolean first) {
        if (!partOfName(at, at) || !(tokens.get(at) instanceof Word word)) {
            return null;
        }
        int end = run(at + 1, at);
        boolean single = end == at + 1;
        if (first
                && single
                && !headline
                && !owns(end)
                && !(end < limit && tokens.get(end) instanceof Ticker)
                && word.text().length() < 2) {
            return null;
        }
        return chunk(at, end, shape(at, end), null);
    }

    private Name.Kind shape(int from, int end) {
        return end - from > 1 && firmEnds(end) ? Name.Kind.FIRM_SHAPED : Name.Kind.UNKNOWN;
    }

    private boolean firmEnds(int end) {
        int last = end - 1;
        while (last > 0 && tokens.get(last) instanceof Word word && LEGAL.contains(word.lower())) {
            last--;
        }
        return tokens.get(last) instanceof Word word && lexicon.firmEnding(word.lower());
    }

    private boolean legalOnly(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i) instanceof Word word && !LEGAL.contains(word.lower())) {
                return false;
            }
        }
        return true;
    }

    /** How far capitalised words go on from here. */
    private int run(int from, int start) {
        int end = from;
        while (end < limit && end - start < LONGEST) {
            int step = step(end, start);
            if (step == 0) {
                break;
            }
            end += step;
        }
        return end;
    }

    /** How many tokens continue the name here: a word, or a joint and the word behind it. */
    private int step(int at, int start) {
        Token token = tokens.get(at);
        if (partOfName(at, start)) {
            return 1;
        }
        boolean next = at + 1 < limit && partOfName(at + 1, start);
        boolean legal = at + 1 < limit
                && tokens.get(at + 1) instanceof Word word
                && LEGAL.contains(word.lower())
                && word.capitalised();
        return switch (token) {
            case Word word when word.lower().equals("plc") -> 1;
            case Mark mark when mark.is(',') && legal -> 2;
            case Mark mark when mark.is('&') && next -> 2;
            case Mark mark
            when mark.is('-')
                    && mark.touches(tokens.get(at - 1))
                    && next
                    && tokens.get(at + 1).touches(mark) -> 2;
            case Mark mark when mark.is('-') && mark.touches(tokens.get(at - 1)) && joined(at + 1) -> 2;
            case Word word when next && "of".equals(word.lower()) && BEFORE_OF.contains(lower(at - 1)) -> 2;
            case Word word when next && PARTICLES.contains(word.lower()) -> 2;
            case Numeral numeral
            when numeral.text().length() <= 2 && at + 1 < limit && tokens.get(at + 1) instanceof Ticker -> 1;
            default -> 0;
        };
    }

    /** "Coca-cola", "Rolls-royce": a small letter behind a hyphen. */
    private boolean joined(int at) {
        return at < limit
                && tokens.get(at) instanceof Word word
                && tokens.get(at).touches(tokens.get(at - 1))
                && !lexicon.breaker(word.lower())
                && lexicon.verb(word.lower()) == null
                && !headline
                && !"rated".equals(word.lower());
    }

    private boolean partOfName(int at, int start) {
        if (!(tokens.get(at) instanceof Word word)
                || !capital(at)
                || word.possessive()
                || lexicon.breaker(word.lower())) {
            return false;
        }
        boolean loose = headline || at == start;
        if (loose && lexicon.verb(word.lower()) != null) {
            return false;
        }
        if (lexicon.targets().at(tokens, at, limit) != null && !lower(at).equals("target")) {
            return false;
        }
        if (lexicon.averages().at(tokens, at, limit) != null && headline) {
            return false;
        }
        return at == start || lexicon.ratings().at(tokens, at, limit) == null;
    }

    /** Whether a word begins with a capital, or has one inside as eBay does, or is a name such as 3M. */
    private boolean capital(int at) {
        return at < limit && tokens.get(at) instanceof Word word && (word.capitalised() || inside(word.text()));
    }

    private static boolean inside(String word) {
        return word.length() > 1 && word.chars().anyMatch(Character::isUpperCase);
    }

    private String lower(int at) {
        return at >= 0 && tokens.get(at) instanceof Word word ? word.lower() : "";
    }

    /** Whether a sign of possession stands here. */
    boolean owns(int at) {
        return at < limit
                && ((tokens.get(at) instanceof Word word && word.possessive())
                        || (tokens.get(at) instanceof Mark mark
                                && mark.is('\'')
                                && mark.touches(tokens.get(at - 1))
                                && lower(at - 1).endsWith("s")));
    }

    private Chunk chunk(int from, int to, Name.Kind kind, @Nullable String symbol) {
        boolean owner = owns(to);
        int end = owner ? to + 1 : to;
        return new Chunk(Tag.NAME, from, end, text.between(from, to), "", null, new Name(kind, null, symbol, owner));
    }
}
