package dev.bellwether.reading.claim;

import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Instruments;
import dev.bellwether.reading.Passage;
import dev.bellwether.reading.token.Sentence;
import dev.bellwether.reading.token.TokenText;
import dev.bellwether.reading.token.Tokenizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a text states about shares and can be checked: changes over a day, week, month, year or the year to date, prices,
 * moving averages, the RSI, highs, lows and ranges of 52 weeks, support and resistance, volume and its multiple, P/E, market value
 * and the day of earnings.
 *
 * <p><b>Method.</b> A text is cut into tokens and sentences. A sentence becomes a row of <i>steps</i>: the longest phrases of a
 * lexicon (the files under {@code dev/bellwether/reading/claim}), numbers, marks and other words. A phrase has one sense; a number inside it is
 * kept, so that "50-day moving average" and "two-hundred day moving average" are one phrase with two periods, and "52-week high"
 * means something else than "20-week high". Then each number is asked what it is, and the first pattern that knows takes it:
 *
 * <ul>
 *   <li>The <i>governor</i> of a number is what stands before it over links only: "its 50-day average currently <i>stands at
 *       around</i> $5". Or the thing stands right behind: "an $83 billion market capitalization". This reads everything with a name.
 *   <li>A percentage is a change if four questions have an answer: which way (verb, noun, adverb or printed sign), what moved (the
 *       nearest thing named; a cause such as "after earnings" is passed over; revenue, margins, stakes and targets are not the
 *       share), over which time, and whether it is a distance ("below its high") or a wish ("could fall").
 *   <li>A time stands behind the percentage up to the next comma, else before it; "in the same period" and comparisons take the one
 *       of the number before. A move without any time is one of the day. Other times, such as three months, give no claim.
 *   <li>An amount behind "to" or "at" of a move, or of a verb of trading, is a price, unless somebody bought or sold there.
 * </ul>
 *
 * <p>Of whom it is said: the plainest name before the number (with its ticker, or "shares of"), a market that stands as its own
 * subject, a name behind; else who was spoken of plainly in an earlier sentence, in the title, or most in the whole text. A claim
 * that is repeated, as by a headline and its article, is given once.
 *
 * <p><b>Cost.</b> Every walk from a number has a fixed longest way, so reading takes time in proportion to the text, whatever it
 * holds. Nothing is thrown: what is not understood is no claim.
 *
 * <p><b>Limits.</b> English only. A sentence is read without grammar: a clause between the share and its number that names another
 * thing may hide it, and a company of which a pronoun speaks is the one named last. Five trading days count as a week. "May" as a
 * month needs its capital letter. Signs of degree ("more than", "about") are read over, not kept. Days without a year get the year
 * nearest to the day of publication; a weekday alone counts only for a report to come. A multiple or an average in words other than
 * those of the lexicon is not found. Exponential averages and averages over weeks are not read, since a claim counts days.
 *
 * <p>Immutable, for any thread.
 */
public final class ClaimReader {
    private static final Instant LAST_KNOWN = Instant.parse("9999-01-01T00:00:00Z");

    private final Names names;

    /** With the instruments that the group knows; others are read as well, with the company as printed. */
    public ClaimReader(Instruments instruments) {
        this.names = new Names(instruments);
    }

    /** The claims of a passage in the order of their numbers; the same claim only once. Never fails. */
    public List<Claim> read(Passage passage) {
        TokenText text = Tokenizer.read(passage.text());
        LocalDate published = day(passage.published());
        List<Steps> sentences = sentences(text, published == null ? 0 : published.getYear());
        List<List<Mention>> mentions = sentences.stream().map(names::find).toList();
        Subjects subjects = new Subjects(title(passage.title()), mentions);
        Kept kept = new Kept();
        for (int i = 0; i < sentences.size(); i++) {
            claims(sentences.get(i), mentions.get(i), subjects, published).forEach(kept::add);
            subjects.endSentence(mentions.get(i));
        }
        return kept.claims();
    }

    private static List<Steps> sentences(TokenText text, int year) {
        List<Steps> sentences = new ArrayList<>();
        for (Sentence sentence : text.sentences()) {
            sentences.add(new Steps(text, sentence, sentences.isEmpty() ? null : sentences.getLast(), year));
        }
        return sentences;
    }

    private List<Mention> title(@Nullable String title) {
        List<Mention> mentions = new ArrayList<>();
        if (title != null) {
            TokenText text = Tokenizer.read(title);
            text.sentences().forEach(sentence -> mentions.addAll(names.find(new Steps(text, sentence, null, 0))));
        }
        return mentions;
    }

    private static @Nullable LocalDate day(@Nullable Instant published) {
        boolean known = published != null && published.isAfter(Instant.EPOCH) && published.isBefore(LAST_KNOWN);
        return known ? LocalDate.ofInstant(published, ZoneOffset.UTC) : null;
    }

    private static List<Claim> claims(
            Steps steps, List<Mention> mentions, Subjects subjects, @Nullable LocalDate published) {
        List<Found> found = new ArrayList<>(Numbers.read(steps));
        found.addAll(EarningsDates.read(steps, published));
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int before = i == 0 ? -1 : steps.get(found.get(i - 1).step()).from();
            int at = steps.get(found.get(i).step()).from();
            int next = i + 1 == found.size()
                    ? Integer.MAX_VALUE
                    : steps.get(found.get(i + 1).step()).from();
            claims.add(claim(steps, found.get(i), subjects.of(steps, mentions, before, at, next)));
        }
        return claims;
    }

    private static Claim claim(Steps steps, Found found, @Nullable Mention subject) {
        return new Claim(
                found.kind(),
                found.value(),
                found.date(),
                found.currency(),
                found.period(),
                subject == null ? null : subject.name(),
                subject == null ? null : subject.symbol(),
                steps.printed(),
                found.confidence());
    }
}
