package dev.bellwether.reading.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Claim.Kind;
import dev.bellwether.fact.Instruments;
import dev.bellwether.reading.Passage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Builds sentences from known numbers and reads them back. */
class ClaimReaderGeneratedTest {
    private static final int SENTENCES = 5_000;
    private static final List<String> UP =
            List.of("rose", "climbed", "jumped", "gained", "surged", "rallied", "advanced");
    private static final List<String> DOWN = List.of("fell", "dropped", "lost", "slid", "tumbled", "declined", "sank");
    private static final List<String> ROUGHLY = List.of("", "about ", "roughly ", "nearly ", "more than ");
    private static final List<String> NAMES =
            List.of("Orlin", "Vexo Industries", "Pactor Inc.", "Bank of Tarn", "Quorl & Sons");
    private static final List<Time> TIMES = List.of(
            new Time("on Tuesday", Kind.DAY_CHANGE_PCT),
            new Time("in afternoon trading", Kind.DAY_CHANGE_PCT),
            new Time("over the past week", Kind.WEEK_CHANGE_PCT),
            new Time("in the last seven days", Kind.WEEK_CHANGE_PCT),
            new Time("over the past month", Kind.MONTH_CHANGE_PCT),
            new Time("in the past four weeks", Kind.MONTH_CHANGE_PCT),
            new Time("over the last twelve months", Kind.YEAR_CHANGE_PCT),
            new Time("in the past 52 weeks", Kind.YEAR_CHANGE_PCT),
            new Time("year to date", Kind.YTD_CHANGE_PCT),
            new Time("so far this year", Kind.YTD_CHANGE_PCT));
    private static final List<Thing> THINGS = List.of(
            new Thing("closed at", Kind.PRICE),
            new Thing("last traded at", Kind.PRICE),
            new Thing("have a 52-week high of", Kind.HIGH_52W),
            new Thing("hit a 12-month low of", Kind.LOW_52W),
            new Thing("find support at", Kind.LEVEL_SUPPORT),
            new Thing("face resistance near", Kind.LEVEL_RESISTANCE),
            new Thing("have a 50-day moving average of", Kind.SMA));
    private static final List<String> SIGNS = List.of("$USD", "€EUR", "HK$HKD", "£GBP", "C$CAD");

    private record Time(String words, Kind kind) {}

    private record Thing(String words, Kind kind) {}

    private final ClaimReader reader = new ClaimReader(new Instruments(List.of()));
    private final Random random = new Random(4_711);

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private BigDecimal number(int largest) {
        return BigDecimal.valueOf(1 + random.nextInt(largest * 100), 2);
    }

    @Test
    void changes_are_read_back_with_sign_time_and_company() {
        for (int i = 0; i < SENTENCES; i++) {
            boolean up = random.nextBoolean();
            BigDecimal percent = number(60);
            Time time = any(TIMES);
            String name = any(NAMES);
            String text = "Shares of " + name + " " + any(up ? UP : DOWN) + " " + any(ROUGHLY) + percent + "% "
                    + time.words() + ".";

            assertThat(reader.read(Passage.of(text))).as(text).singleElement().satisfies(claim -> {
                assertThat(claim.kind()).isEqualTo(time.kind());
                assertThat(claim.value()).isEqualByComparingTo(up ? percent : percent.negate());
                assertThat(claim.company()).isEqualTo(name);
            });
        }
    }

    @Test
    void two_named_values_in_one_sentence_are_read_back() {
        for (int i = 0; i < SENTENCES; i++) {
            Thing first = any(THINGS);
            Thing second = any(THINGS.subList(2, THINGS.size()));
            String sign = any(SIGNS);
            String mark = sign.substring(0, sign.length() - 3);
            BigDecimal one = number(900);
            BigDecimal other = number(900).add(BigDecimal.valueOf(901));
            String text = any(NAMES) + " shares " + first.words() + " " + mark + one + " and " + second.words() + " "
                    + mark + other + ".";

            List<Claim> claims = reader.read(Passage.of(text));

            assertThat(claims).as(text).extracting(Claim::kind).containsExactly(first.kind(), second.kind());
            assertThat(claims).as(text).extracting(Claim::currency).containsOnly(sign.substring(sign.length() - 3));
            assertThat(claims.getFirst().value()).as(text).isEqualByComparingTo(one);
            assertThat(claims.getLast().value()).as(text).isEqualByComparingTo(other);
        }
    }
}
