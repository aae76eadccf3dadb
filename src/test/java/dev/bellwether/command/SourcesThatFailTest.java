package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Provenance;
import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.PriceSource;
import dev.bellwether.quote.Priced;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What members see when price sources fail, with real prices rather than samples. */
class SourcesThatFailTest {
    private static final TestSource DEAD = new TestSource("dead", Priced.Cause.SERVER_ERROR);
    private static final TestSource GOOD = new TestSource("good", Priced.Cause.UNKNOWN_SYMBOL, "BABA", "JD", "ACME");

    private static Group group(PriceSource... sources) {
        return new Group(Group.NOW, List.of(sources), BarStore.inMemory(), false);
    }

    /** A store that still has December's bars of BABA from the source. */
    private static BarStore kept(String source) {
        BarStore store = BarStore.inMemory();
        List<Bar> bars = LocalDate.of(2025, 12, 15)
                .datesUntil(LocalDate.of(2025, 12, 20))
                .map(day -> new Bar(day, 30, 31, 29, 30, 500))
                .toList();
        store.save("BABA", source, bars, Instant.parse("2025-12-20T00:00:00Z"));
        return store;
    }

    @Test
    void the_next_source_answers_and_the_card_says_who_failed() {
        Answer answer = group(DEAD, GOOD).ask("/baba");
        assertThat(answer.failed()).isFalse();
        assertThat(Figures.value(answer.card(), "price")).isEqualTo(new Value.Price(21, "USD"));
        assertThat(Figures.value(answer.card(), "price", "kind")).isEqualTo(new Value.Words("last"));
        assertThat(answer.card().sources())
                .extracting(Provenance::source)
                .contains("good")
                .doesNotContain("dead");
        assertThat(Group.text(answer)).contains("dead fails on BABA.").contains("delayed 15 min");
    }

    @Test
    void real_prices_are_not_called_samples() {
        Group group = group(GOOD);
        assertThat(group.ask("/quote ACME").card().sample()).isFalse();
        assertThat(group.read("/quote ACME")).doesNotContain("sample").contains("$21.00");
    }

    @Test
    void a_table_says_who_failed_too() {
        String text = group(DEAD, GOOD).read("/quote BABA JD");
        assertThat(text).contains("BABA: dead fails on BABA.").contains("JD: dead fails on JD.");
    }

    @Test
    void kept_prices_are_shown_as_such() {
        Group group = new Group(Group.NOW, List.of(DEAD), kept("dead"), false);
        Answer answer = group.ask("/baba");
        assertThat(answer.failed()).isFalse();
        assertThat(Figures.value(answer.card(), "price")).isEqualTo(new Value.Price(30, "USD"));
        String note = "No source answers now; these are the prices kept from 2025-12-19 21:00 UTC.";
        assertThat(Group.text(answer)).contains(note);
        assertThat(group.read("/levels BABA")).contains(note);
        assertThat(group.read("/quote BABA JD").replaceAll("\\s+", " ")).contains("BABA: " + note);
    }

    @Test
    void when_nobody_answers_the_member_is_told_why() {
        Answer answer = group(DEAD).ask("/baba");
        assertThat(answer.failed()).isTrue();
        assertThat(answer.card().tone()).isEqualTo(Tone.ERROR);
        assertThat(Group.text(answer)).isEqualTo("""
                No price for BABA
                dead fails on BABA.
                """);
    }

    @Test
    void a_table_of_which_nobody_answers_is_a_failure_that_names_each() {
        Answer answer = group(DEAD).ask("/quote BABA JD");
        assertThat(answer.failed()).isTrue();
        assertThat(Figures.words(answer, "problems")).containsExactly("dead fails on BABA.", "dead fails on JD.");
    }

    @Test
    void a_symbol_that_no_source_knows_is_a_slip_of_the_member() {
        Answer answer = group(GOOD).ask("/quote BABAA");
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).contains("\"BABAA\" is not a symbol I know. Did you mean BABA?");
    }

    @Test
    void a_symbol_that_is_not_configured_is_asked_for() {
        Answer answer = group(GOOD).ask("/quote acme");
        assertThat(answer.failed()).isFalse();
        assertThat(Figures.value(answer.card(), "listing")).isEqualTo(new Value.Words("ACME"));
        assertThat(group(GOOD).read("/news acme"))
                .contains("I follow no news on ACME")
                .doesNotContain("Alibaba");
    }

    @Test
    void prices_are_answered_although_the_news_fail() {
        Group group = new Group(
                Group.NOW,
                List.of(new SampleSource()),
                BarStore.inMemory(),
                true,
                new FailingArticles(),
                Chats.inMemory());
        assertThat(group.ask("/baba").failed()).isFalse();
        assertThat(group.read("/baba")).contains("$152.40").doesNotContain("News  ");
        assertThat(group.ask("/news").failed()).isTrue();
    }
}
