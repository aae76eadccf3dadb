package dev.bellwether.reading.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.AnalystCall.Action;
import dev.bellwether.fact.AnalystCall.Kind;
import dev.bellwether.fact.Instruments;
import dev.bellwether.reading.Passage;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds sentences from known numbers and names, and reads them back. */
class GeneratedCallsTest {
    private static final CallReader READER = new CallReader(Lexicon.bundled(), new Instruments(List.of()));
    private static final List<String> FIRMS = List.of(
            "JPMorgan",
            "Goldman Sachs",
            "Bank of America",
            "Barclays",
            "RBC Capital Markets",
            "D.A. Davidson",
            "B. Riley",
            "Keefe, Bruyette & Woods",
            "HC Wainwright & Co.",
            "BNP Paribas Exane",
            "Motilal Oswal",
            "Berenberg",
            "Wolfe Research",
            "Larkfield Securities",
            "Redwood Peak Capital");
    private static final List<String> COMPANIES = List.of(
            "Globex",
            "Initech",
            "Vandelay Industries",
            "Stark-Wayne",
            "Soylent Corp.",
            "Umbrella Holdings",
            "O'Hara & Sons",
            "AB&C",
            "T-Rex Mobile",
            "Hooli.ai",
            "Weyland Group",
            "3M",
            "Target",
            "Best Buy");
    /** Firm 1, company 2, old 3, new 4, verb's present 5, past 6. */
    private static final List<String> PAIRS = List.of(
            "%1$s %5$s %2$s price target to %4$s from %3$s",
            "%1$s %6$s its price target on %2$s to %4$s from %3$s.",
            "%1$s %6$s its target price for %2$s from %3$s to %4$s, citing demand.",
            "%2$s price target %6$s to %4$s from %3$s at %1$s",
            "%2$s (NYSE: XYZ) had its price objective %6$s by %1$s from %3$s to %4$s.",
            "Analysts at %1$s %6$s their price target on shares of %2$s from %3$s to %4$s in a report on Friday, March 3rd.",
            "%1$s analyst Kim Ortega %6$s the firm's price target on %2$s to %4$s from %3$s and keeps a Buy rating on the shares.",
            "%1$s %5$s %2$s (XYZ) PT to %4$s (from %3$s)");

    private static final List<List<String>> UP = List.of(
            List.of("raises", "raised"),
            List.of("lifts", "lifted"),
            List.of("hikes", "hiked"),
            List.of("boosts", "boosted"),
            List.of("increases", "increased"));
    private static final List<List<String>> DOWN = List.of(
            List.of("cuts", "cut"),
            List.of("lowers", "lowered"),
            List.of("trims", "trimmed"),
            List.of("reduces", "reduced"),
            List.of("slashes", "slashed"));

    /** A way to print money. */
    private record Print(String currency, String format) {}

    private static final List<Print> PRINTS = List.of(
            new Print("USD", "$%s"),
            new Print("USD", "US$%s"),
            new Print("HKD", "HK$%s"),
            new Print("CAD", "C$%s"),
            new Print("AUD", "A$%s"),
            new Print("EUR", "€%s"),
            new Print("GBP", "£%s"),
            new Print("GBX", "GBX %s"),
            new Print("GBX", "%sp"),
            new Print("GBX", "%s pence"),
            new Print("INR", "Rs %s"),
            new Print("CHF", "CHF %s"),
            new Print("SEK", "SEK %s"),
            new Print("EUR", "%s euros"),
            new Print("JPY", "%s yen"),
            new Print("CNY", "RMB%s"));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void what_was_put_into_a_sentence_is_read_back(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 1000; round++) {
            String firm = pick(FIRMS, random);
            String company = pick(COMPANIES, random);
            BigDecimal old = price(random);
            BigDecimal now = price(random);
            boolean up = now.compareTo(old) > 0;
            Print print = pick(PRINTS, random);
            List<String> verb = pick(up ? UP : DOWN, random);
            String text = pick(PAIRS, random)
                    .formatted(firm, company, printed(print, old), printed(print, now), verb.get(0), verb.get(1));
            Action action = now.compareTo(old) == 0 ? Action.REITERATE : up ? Action.RAISE : Action.CUT;
            assertThat(READER.read(Passage.of(text))).as(text).singleElement().satisfies(call -> {
                assertThat(call.firm()).as(text).isEqualTo(firm);
                assertThat(call.company()).as(text).isEqualTo(company);
                assertThat(call.oldTarget()).as(text).isEqualByComparingTo(old);
                assertThat(call.newTarget()).as(text).isEqualByComparingTo(now);
                assertThat(call.currency()).as(text).isEqualTo(print.currency());
                assertThat(call.action()).as(text).isEqualTo(action);
                assertThat(call.kind()).as(text).isEqualTo(Kind.ANALYST);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void several_sentences_give_their_calls_in_order(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            BigDecimal first = price(random);
            BigDecimal second = first.add(BigDecimal.ONE);
            BigDecimal third = second.add(BigDecimal.ONE);
            String text =
                    "Citi raised its price target on Globex to $%s. The average price target is $%s. UBS cut its price target to $%s."
                            .formatted(first, second, third);
            assertThat(READER.read(Passage.of(text)))
                    .as(text)
                    .extracting(AnalystCall::newTarget)
                    .containsExactly(first, second, third);
        }
    }

    private static BigDecimal price(SplittableRandom random) {
        int scale = random.nextInt(3);
        return BigDecimal.valueOf(random.nextInt(1, 900_000), scale).add(BigDecimal.ONE);
    }

    private static String printed(Print print, BigDecimal value) {
        String number = String.format(
                java.util.Locale.ROOT, random(value) ? "%,." + value.scale() + "f" : "%." + value.scale() + "f", value);
        return print.format().formatted(number);
    }

    private static boolean random(BigDecimal value) {
        return value.intValue() % 2 == 0 || value.intValue() > 999;
    }

    private static <T> T pick(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }
}
