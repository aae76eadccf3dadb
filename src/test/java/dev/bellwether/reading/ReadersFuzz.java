package dev.bellwether.reading;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Instruments;
import dev.bellwether.news.story.Assigned;
import dev.bellwether.news.story.StoryBook;
import dev.bellwether.news.story.StoryInput;
import dev.bellwether.reading.call.CallReader;
import dev.bellwether.reading.call.Lexicon;
import dev.bellwether.reading.claim.ClaimReader;
import dev.bellwether.reading.token.Token;
import dev.bellwether.reading.token.TokenText;
import dev.bellwether.reading.token.Tokenizer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for every text, whatever it is; {@link ReadersFuzzTest} and {@code ./bot bench fuzz} look for one for which it
 * does not. The oracle for numbers knows nothing of the readers: it compares digits.
 */
public final class ReadersFuzz {
    private static final Instruments NONE = new Instruments(List.of());
    private static final CallReader CALLS = new CallReader(Lexicon.bundled(), NONE);
    private static final ClaimReader CLAIMS = new ClaimReader(NONE);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final List<Instant> DAYS = List.of(
            Instant.parse("2026-01-12T00:00:00Z"),
            Instant.parse("2024-02-29T23:59:59Z"),
            Instant.parse("9998-12-31T00:00:00Z"),
            Instant.MAX,
            Instant.MIN);

    /** What may stand inside a number. */
    private static final Pattern SEPARATORS = Pattern.compile("[.,'’\\h]");

    private static final Pattern NUMBER_WORDS =
            Pattern.compile("one|two|three|four|five|six|seven|eight|nine|ten|twelve|"
                    + "thirteen|fourteen|twenty|thirty|fifty|hundred|twice|doubl|tripl|quadrupl|half");

    private ReadersFuzz() {}

    /** One input of the fuzzer: its last byte picks the day of publication, the rest is the text. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        Instant published = DAYS.get(Math.floorMod(data.consumeByte(), DAYS.size()));
        String text = data.consumeRemainingAsString();
        clean(text);
        tokens(text);
        read(Passage.of(text));
        read(new Passage(text, text.lines().findFirst().orElse(""), published));
        same(stories(text, published), stories(text, published), "stories");
    }

    private static void clean(String text) {
        hold(CleanText.ofHtml(text).equals(CleanText.ofHtml(text)), "the same markup is the same text", text);
        String plain = CleanText.ofPlain(text);
        hold(CleanText.ofPlain(plain).equals(plain), "clean text stays as it is", plain);
        hold(CleanText.onOneLine(text).indexOf('\n') < 0, "one line is one line", text);
        hold(plain.contains(CleanText.withoutTail(plain)) || plain.contains("\n"), "a tail is only cut", plain);
        hold(CleanText.shortened(plain, 100).length() <= 100, "what is shortened is short", plain);
    }

    private static void tokens(String text) {
        TokenText read = Tokenizer.read(text);
        int end = 0;
        for (Token token : read.tokens()) {
            hold(token.start() >= end && token.end() > token.start(), "tokens follow each other", token);
            end = token.end();
        }
        hold(end <= text.length(), "tokens are in the text", end);
        int covered = read.sentences().stream()
                .mapToInt(sentence -> sentence.to() - sentence.from())
                .sum();
        hold(covered == read.tokens().size(), "every token is in one sentence", read);
    }

    private static void read(Passage passage) {
        String printed = Objects.requireNonNullElse(passage.title(), "") + "\n" + passage.text();
        List<AnalystCall> calls = CALLS.read(passage);
        calls.forEach(call -> check(call, printed));
        same(calls, CALLS.read(passage), "calls");
        List<Claim> claims = CLAIMS.read(passage);
        claims.forEach(claim -> check(claim, printed));
        same(claims, CLAIMS.read(passage), "claims");
    }

    private static void check(AnalystCall call, String printed) {
        hold(printed.contains(call.sentence()), "the sentence is in the text", call);
        hold(holds(printed, call.oldTarget()) && holds(printed, call.newTarget()), "targets are printed", call);
        hold(holds(printed, call.firm()) && holds(printed, call.analyst()), "firm and analyst are printed", call);
        hold(holds(printed, call.company()) && holds(printed, call.rating()), "company and rating are printed", call);
    }

    private static void check(Claim claim, String printed) {
        hold(printed.contains(claim.sentence()), "the sentence is in the text", claim);
        boolean words = NUMBER_WORDS.matcher(printed.toLowerCase(Locale.ROOT)).find();
        Integer period = claim.period();
        hold(words || period == null || holds(printed, BigDecimal.valueOf(period)), "periods are printed", claim);
        hold(words || holds(printed, claim.value()) || multiple(claim, printed), "values are printed", claim);
        hold(holds(printed, claim.company()), "the company is printed", claim);
    }

    /** "31% below average" is 0.69 times the usual volume. */
    private static boolean multiple(Claim claim, String printed) {
        BigDecimal value = claim.value();
        return value != null
                && claim.kind() == Claim.Kind.VOLUME_MULTIPLE
                && (holds(printed, value.multiply(HUNDRED))
                        || holds(printed, value.subtract(BigDecimal.ONE).multiply(HUNDRED)));
    }

    private static boolean holds(String printed, @Nullable String part) {
        return part == null || printed.contains(part);
    }

    /** Whether the digits of a number are printed one after the other; the point and zeros at the end may differ. */
    private static boolean holds(String printed, @Nullable BigDecimal number) {
        return number == null
                || SEPARATORS
                        .matcher(printed)
                        .replaceAll("")
                        .contains(number.stripTrailingZeros()
                                .unscaledValue()
                                .abs()
                                .toString());
    }

    private static List<Assigned> stories(String text, Instant published) {
        StoryBook book = new StoryBook();
        String title = text.lines().findFirst().orElse("");
        return List.of(
                book.add(StoryInput.of("1", title, text, DAYS.getFirst())),
                book.add(StoryInput.of("2", title, CleanText.ofHtml(text), null)),
                book.add(StoryInput.of("3", text, "", published)));
    }

    private static void same(Object first, Object second, String what) {
        hold(first.equals(second), "the same text gives the same " + what, first);
    }

    private static void hold(boolean holds, String law, Object of) {
        if (!holds) {
            throw new IllegalStateException("Broken: " + law + ": " + of);
        }
    }
}
