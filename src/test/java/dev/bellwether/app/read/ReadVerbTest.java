package dev.bellwether.app.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Instruments;
import dev.bellwether.reading.Passage;
import dev.bellwether.reading.call.CallReader;
import dev.bellwether.reading.call.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadVerbTest {
    private final List<Passage> seen = new ArrayList<>();
    private final CallReader reader = new CallReader(Lexicon.bundled(), new Instruments(List.of()));
    private final ReadVerb verb = new ReadVerb(this::calls, passage -> List.of(), passage -> null);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private List<AnalystCall> calls(Passage passage) {
        seen.add(passage);
        return reader.read(passage);
    }

    private int run(ReadVerb verb, String input) {
        return verb.run(stream(input), out, new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static ByteArrayInputStream stream(String input) {
        return new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void each_line_is_answered_by_one_with_every_field() {
        int status = run(verb, "{\"id\":\"a\",\"text\":\"UBS raises Globex (NYSE:GLX) price target to €1.250,50\"}\n");
        assertThat(status).isZero();
        assertThat(lines())
                .containsExactly(
                        "{\"id\":\"a\",\"calls\":[{\"firm\":\"UBS\",\"analyst\":null,\"company\":\"Globex\",\"symbol\":\"GLX\","
                                + "\"action\":\"raise\",\"old\":null,\"new\":1250.5,\"currency\":\"EUR\",\"rating\":null,\"kind\":\"analyst\"}],"
                                + "\"claims\":[],\"story\":null}");
    }

    @Test
    void a_bad_line_is_reported_with_its_number_and_the_rest_goes_on() {
        int status = run(verb, "{\"id\":1,\"text\":\"a\"}\n\nnonsense\n{\"id\":3}\n[]\n{\"id\":4,\"text\":\"b\"}\n");
        assertThat(status).isEqualTo(1);
        assertThat(lines()).hasSize(2).last().asString().startsWith("{\"id\":4,");
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).contains("Line 3"),
                        line -> assertThat(line).contains("Line 4"),
                        line -> assertThat(line).contains("Line 5"));
    }

    @Test
    void title_and_date_reach_the_readers_and_a_bad_date_is_none() {
        run(verb, """
                {"id":1,"text":"x","title":"T","published":"2026-01-14T13:00:00+01:00"}
                {"id":2,"text":"x","published":"2026-01-14"}
                {"id":3,"text":"x","published":"soon"}
                """);
        assertThat(seen)
                .containsExactly(
                        new Passage("x", "T", Instant.parse("2026-01-14T12:00:00Z")),
                        new Passage("x", null, Instant.parse("2026-01-14T00:00:00Z")),
                        new Passage("x", null, null));
    }

    @Test
    void claims_and_stories_are_written_beside() {
        Claim price = new Claim(Claim.Kind.PRICE, new BigDecimal("150.00"), null, "USD", null, "Globex", null, "s", 1);
        Claim date =
                new Claim(Claim.Kind.EARNINGS_DATE, null, LocalDate.of(2026, 2, 19), null, null, null, "GLX", "s", 1);
        ReadVerb told = new ReadVerb(passage -> List.of(), passage -> List.of(price, date), passage -> "story-1");
        run(told, "{\"id\":null,\"text\":\"x\"}");
        assertThat(lines())
                .containsExactly(
                        "{\"id\":null,\"calls\":[],\"claims\":[{\"kind\":\"price\",\"value\":150,\"currency\":\"USD\","
                                + "\"period\":null,\"company\":\"Globex\",\"symbol\":null},{\"kind\":\"earnings_date\",\"value\":\"2026-02-19\","
                                + "\"currency\":null,\"period\":null,\"company\":null,\"symbol\":\"GLX\"}],\"story\":\"story-1\"}");
    }

    @Test
    void one_text_or_page_is_read_as_a_whole() {
        int status = verb.runText(
                stream("<p>UBS raises <b>Globex</b> price target to $50</p>"),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(status).isZero();
        assertThat(lines()).singleElement().asString().contains("\"firm\":\"UBS\"", "\"new\":50");
    }
}
