package dev.bellwether.reading.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Stance;
import dev.bellwether.reading.Passage;
import dev.bellwether.reading.token.Lines;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallReaderTest {
    private static final CallReader READER = new CallReader(Lexicon.bundled(), new Instruments(List.of()));

    /** A text with the calls that must be read from it. */
    record Case(String text, List<String> calls) {
        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String line : Lines.of(CallReaderTest.class, "calls.txt")) {
            String rest = line.substring(1).strip();
            if (line.startsWith(">")) {
                cases.add(new Case(rest.replace("\\n", "\n"), new ArrayList<>()));
            } else {
                cases.getLast().calls().add(rest);
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void calls_are_read_as_printed(Case wanted) {
        List<AnalystCall> calls = READER.read(Passage.of(wanted.text()));
        assertThat(calls).hasSameSizeAs(wanted.calls());
        for (String call : wanted.calls()) {
            assertThat(calls).as(call).anyMatch(read -> matches(call, read));
        }
    }

    private static boolean matches(String wanted, AnalystCall read) {
        List<String> fields = List.of(wanted.split("\\|", -1));
        return fits(fields.get(0), read.firm())
                && (fields.get(1).strip().equals("-") || fits(fields.get(1), read.company()))
                && fits(fields.get(2), read.action().label())
                && fits(fields.get(3), read.oldTarget())
                && fits(fields.get(4), read.newTarget())
                && fits(fields.get(5), read.currency())
                && fits(fields.get(6), read.kind().label())
                && fits(fields.get(7), read.rating());
    }

    private static boolean fits(String wanted, @Nullable Object read) {
        String text = read instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : read == null ? "-" : read.toString();
        String field = wanted.strip();
        return field.equals("*") || List.of(field.split("~", -1)).contains(text);
    }

    @Test
    void the_analyst_the_ticker_and_the_step_of_the_rating_are_read() {
        AnalystCall call = READER.read(
                        Passage.of("Mizuho analyst Kim Ortega raised her price target on Globex (NYSE: GLBX) to $61"
                                + " and keeps an Outperform rating."))
                .getFirst();
        assertThat(call.analyst()).isEqualTo("Kim Ortega");
        assertThat(call.symbol()).isEqualTo("GLBX");
        assertThat(call.stance()).isEqualTo(Stance.BUY);
        assertThat(call.sentence()).startsWith("Mizuho analyst").endsWith("rating.");
        assertThat(call.confidence()).isBetween(0.8, 1.0);
    }

    @Test
    void the_title_names_the_company_that_the_text_calls_the_stock() {
        Passage passage =
                new Passage("UBS raised its price target on the stock to $50.", "Globex climbs after results", null);
        assertThat(READER.read(passage)).singleElement().satisfies(call -> {
            assertThat(call.company()).isEqualTo("Globex");
            assertThat(call.firm()).isEqualTo("UBS");
        });
    }

    @Test
    void a_headline_and_its_text_are_one_call_with_the_parts_of_both() {
        Passage passage = new Passage(
                "The bank's analyst raised the target to $240 from $225.",
                "UBS Raises Globex (NYSE:GLBX) Price Target to $240",
                null);
        assertThat(READER.read(passage)).singleElement().satisfies(call -> {
            assertThat(call.oldTarget()).isEqualByComparingTo("225");
            assertThat(call.symbol()).isEqualTo("GLBX");
        });
    }

    @Test
    void names_of_configured_instruments_are_companies_also_where_capitals_say_nothing() {
        Instrument instrument = new Instrument(
                "WID",
                "Widget Securities",
                List.of(),
                null,
                List.of(new Listing("WID", Exchange.NYSE, "USD", 1, Map.of())),
                List.of());
        CallReader reader = new CallReader(Lexicon.bundled(), new Instruments(List.of(instrument)));
        assertThat(reader.read(Passage.of("Citi lifts Widget Securities price target to $12")))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.company()).isEqualTo("Widget Securities");
                    assertThat(call.firm()).isEqualTo("Citi");
                });
    }
}
