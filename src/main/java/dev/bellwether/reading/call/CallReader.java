package dev.bellwether.reading.call;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.reading.Passage;
import dev.bellwether.reading.token.Sentence;
import dev.bellwether.reading.token.TokenText;
import dev.bellwether.reading.token.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads analyst calls: which firm set which price target for which company, from the headline and text of an article.
 *
 * <h2>Method</h2>
 *
 * A passage is read sentence by sentence, in this order. Each step sees only what the one before it made.
 *
 * <ol>
 *   <li><b>Tokens</b> ({@link Tokenizer}): words, money, percents, tickers, marks, and where sentences end.
 *   <li><b>Chunks</b> ({@code Chunker}, {@code Names}, {@code Nouns}): the longest phrases of the lexicon, and names by their
 *       capitals. A chunk says what its words are (a name, a target, a verb that raises, a rating), not what part they play. In
 *       headlines, where most words have capitals, a verb or preposition ends a name; in running text a capital is enough.
 *   <li><b>Frames</b> ({@code FrameFinder}, {@code Walk}, {@code Extremes}, {@code Lists}): each noun for a target takes the amounts
 *       that belong to it. First the one right before it ("a $52 price target"), else those that a walk over prepositions, verbs,
 *       names and a few plain words leads to ("… was raised by 4% to $52 from $50"). The walk stops at anything that says something
 *       else: another target, earnings, "which", a second clause. Then come the ends of ranges, and what is said with the noun left
 *       out ("Ameren to $100 from $98"). An amount is given away once.
 *   <li><b>Regions</b> ({@code Regions}): the sentence is parted among its frames at clause borders.
 *   <li><b>Parts</b> ({@code Slots}, {@code Roles}): within its region a frame picks its firm and its company. The place of a name
 *       decides, with a weight for each place ("at X", "X analyst", "X raises", "target on X", "X's target"); what the lexicon knows
 *       of the name adds to it. So "UBS raises Goldman Sachs price target" has one firm and one company, although both are brokers,
 *       and an unknown "Kestrel Capital" is a firm where the grammar is clear.
 *   <li><b>What was said before</b> ({@code Discourse}): a frame without a firm takes over the last one if it speaks of "the firm" or
 *       "its target", or is a later frame of the same sentence; a frame without a company takes the company in focus.
 *   <li><b>Kind, action, rating</b> ({@code Kinds}, {@code Actions}, {@code Ratings}): "average" and the like near the noun make it a
 *       consensus; two printed amounts decide the direction, else the start of coverage, else the nearest verb.
 *   <li><b>One call per fact</b> ({@code Calls}): a headline and its text that tell the same are joined; a nameless repetition of a
 *       call that is told with its firm is left out.
 * </ol>
 *
 * <h2>Invariants</h2>
 *
 * Every number, name and rating of a call is printed in the passage; nothing is computed ("doubled to $1,500" has no old target).
 * A relay such as a news site is never the firm. A consensus, a high and a low have no firm. Reading has no state between passages,
 * is safe for any thread, takes time in proportion to the length, and throws nothing whatever the text is.
 *
 * <h2>Limits</h2>
 *
 * English only (firms, ratings and money of other languages are read where the sentence is built like an English one). A target
 * without a noun ("sees the shares at $50") is not read. Names that begin with a small letter are found only before a ticker; names
 * with "and" only if the lexicon has them. A firm that no list has and whose name does not end like one is found only as subject,
 * after "by", or with "analyst". In a headline a company whose name is an ordinary verb or rating needs a line in
 * {@code names.txt}. "$" is the US dollar even if the listing says otherwise. Where no one is named whose target it is, it is taken
 * for a consensus, with low confidence.
 */
public final class CallReader {
    /** A sentence of more tokens is read in pieces: nobody writes one, so it is a table or an attack. */
    private static final int LONGEST = 600;

    private final Lexicon lexicon;
    private final PhraseTree<String> instruments = new PhraseTree<>();

    /** A reader that knows the words of a lexicon and the names of the configured instruments. */
    public CallReader(Lexicon lexicon, Instruments instruments) {
        this.lexicon = lexicon;
        for (Instrument instrument : instruments.all()) {
            this.instruments.add(instrument.name(), instrument.symbol());
            instrument.aliases().forEach(alias -> this.instruments.add(alias, instrument.symbol()));
        }
    }

    /** The calls of a passage, in the order of the text, headline first. */
    public List<AnalystCall> read(Passage passage) {
        Discourse discourse = new Discourse();
        List<AnalystCall> calls = new ArrayList<>();
        if (passage.title() != null && !passage.text().startsWith(passage.title())) {
            read(passage.title(), discourse, calls);
        }
        read(passage.text(), discourse, calls);
        return Calls.merged(calls);
    }

    private void read(String text, Discourse discourse, List<AnalystCall> calls) {
        TokenText tokens = Tokenizer.read(text);
        for (Sentence sentence : tokens.sentences()) {
            for (int from = sentence.from(); from < sentence.to(); from += LONGEST) {
                piece(tokens, new Sentence(from, Math.min(sentence.to(), from + LONGEST)), discourse, calls);
            }
        }
    }

    private void piece(TokenText tokens, Sentence sentence, Discourse discourse, List<AnalystCall> calls) {
        List<Chunk> chunks = Chunker.chunks(lexicon, instruments, tokens, sentence);
        if (!chunks.isEmpty()) {
            calls.addAll(new SentenceReader(lexicon, chunks, tokens.text(sentence), discourse).read());
        }
    }
}
