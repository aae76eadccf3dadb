package dev.bellwether.analyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Article;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.market.Measure;
import dev.bellwether.news.ArticleStore;
import dev.bellwether.news.FeedState;
import dev.bellwether.news.InMemoryArticleStore;
import dev.bellwether.quote.Rates;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Line;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant AT = Instant.parse("2026-01-15T00:00:00Z");
    private static final ChatId CHAT = new ChatId("console", "test");
    private static final Provenance BANK = new Provenance("Bank", AT, Duration.ZERO, null, false);
    private static final Rates RATES = (from, to, at) -> from.equals("HKD") && to.equals("USD")
            ? Optional.of(new Rates.Rate(from, to, 0.128, LocalDate.of(2026, 1, 14), BANK))
            : Optional.empty();

    private final ArticleStore articles = new InMemoryArticleStore();
    private final FactStore facts = new InMemoryFactStore(articles);
    private final Marks marks = Marks.inMemory();
    private final Ledger ledger = new Ledger(facts, marks, Firms.known());

    private Coverage read(String... datedLines) {
        for (String dated : datedLines) {
            String[] parts = dated.split(" ", 2);
            Article article = Desk.article(
                    "https://wire.example/rss",
                    "k" + articles.count(),
                    parts[0] + "T08:00:00Z",
                    parts[1],
                    Desk.article("x", parts[0] + "T08:00:00Z", "").symbols());
            articles.save(FeedState.fresh(URI.create("https://wire.example/rss")), List.of(article));
        }
        Desk.recorder(facts, 1).catchUp();
        return look(AT);
    }

    private Coverage look(Instant at) {
        return ledger.of(Desk.BABA, CHAT, at);
    }

    private static Consensus consensus(Coverage coverage, double price) {
        Listing reference = Desk.BABA.primary();
        return Consensus.of(coverage, new Conversion(Desk.BABA, reference, RATES, AT), OptionalDouble.of(price));
    }

    private static List<String> told(List<Position> positions) {
        return positions.stream()
                .map(position -> position.firm() + " " + position.call().call().newTarget() + " " + position.rating())
                .toList();
    }

    private static double number(Measure measure) {
        return measure.number().orElseThrow();
    }

    @Test
    void the_newest_call_of_each_firm_counts() {
        Coverage coverage = read(
                "2026-01-02 CALL Jefferies|raise|225|231|USD|Buy",
                "2026-01-05 CALL Nomura|set||215|USD",
                "2026-01-13 CALL Jefferies Group|cut|231|225|USD|Buy");
        assertThat(told(coverage.positions())).containsExactly("Jefferies 225 Buy", "Nomura 215 null");
        assertThat(coverage.history("JEFFERIES", Firms.known()))
                .extracting(Desk::told)
                .containsExactly("CUT 231 -> 225 USD Buy", "RAISE 225 -> 231 USD Buy");
        assertThat(told(look(Instant.parse("2026-01-12T00:00:00Z")).positions()))
                .containsExactly("Nomura 215 null", "Jefferies 231 Buy");
    }

    @Test
    void a_call_without_a_number_changes_the_rating_and_not_the_target() {
        Coverage coverage =
                read("2026-01-02 CALL Citi|raise|190|200|USD|Buy", "2026-01-10 CALL Citi|reiterate||||Neutral");
        assertThat(told(coverage.positions())).containsExactly("Citi 200 Neutral");
    }

    @Test
    void a_dropped_target_ends_it() {
        Coverage coverage = read("2026-01-02 CALL Citi|raise|190|200|USD|Buy", "2026-01-10 CALL Citi|drop|200||USD");
        assertThat(coverage.positions())
                .singleElement()
                .satisfies(position -> assertThat(position.hasTarget()).isFalse());
        assertThat(consensus(coverage, 100).firms()).isZero();
        assertThat(consensus(coverage, 100).mean()).isEqualTo(new Measure.Missing(Line.say("targets.none.known")));
    }

    @Test
    void calls_fade_after_twelve_months() {
        Coverage coverage = read(
                "2025-01-14 CALL Citi|set||100|USD",
                "2025-01-15 CALL UBS|set||120|USD",
                "2025-06-01 CALL HSBC|set||140|USD");
        assertThat(told(coverage.positions())).containsExactly("HSBC 140 null", "UBS 120 null");
        assertThat(told(coverage.faded())).containsExactly("Citi 100 null");
        assertThat(number(consensus(coverage, 100).mean())).isEqualTo(130);
    }

    @Test
    void statistics_are_those_of_all_firms_with_a_target() {
        Coverage coverage = read(
                "2026-01-02 CALL Citi|set||200|USD",
                "2026-01-03 CALL UBS|set||180|USD",
                "2026-01-04 CALL HSBC|set||150|USD",
                "2026-01-05 CALL Nomura|set||230|USD",
                "2026-01-06 CALL Daiwa|reiterate||||Hold",
                "2026-01-06 CALL |set||999|USD",
                "2026-01-06 STATED high|300|USD");
        Consensus ours = consensus(coverage, 160);
        assertThat(ours.firms()).isEqualTo(4);
        assertThat(number(ours.mean())).isEqualTo(190);
        assertThat(number(ours.median())).isEqualTo(190);
        assertThat(number(ours.high())).isEqualTo(230);
        assertThat(number(ours.low())).isEqualTo(150);
        assertThat(coverage.unnamed()).isOne();
        assertThat(ours.targets())
                .filteredOn(target -> target.position().firm().equals("UBS"))
                .singleElement()
                .satisfies(target -> assertThat(number(target.upside())).isEqualTo(12.5));
    }

    @Test
    void a_target_in_hong_kong_dollars_is_for_the_share_there() {
        Coverage coverage = read("2026-01-02 CALL Citi|set||200|HKD");
        Consensus ours = consensus(coverage, 160);
        assertThat(number(ours.mean())).isCloseTo(200 * 8 * 0.128, within(1e-9));
        assertThat(ours.rates()).extracting(Rates.Rate::date).containsExactly(LocalDate.of(2026, 1, 14));
    }

    @Test
    void without_a_rate_a_target_is_left_out_and_said_to_be() {
        Coverage coverage = read("2026-01-02 CALL Citi|set||200|SEK", "2026-01-02 CALL UBS|set||180|");
        Consensus ours = consensus(coverage, 160);
        assertThat(ours.firms()).isOne();
        assertThat(ours.leftOut()).isOne();
        assertThat(number(ours.mean())).isEqualTo(180);
        assertThat(ours.targets())
                .anyMatch(target -> target.target() != null && target.target().assumed());
    }

    @Test
    void of_two_targets_of_one_moment_the_main_listings_counts_and_they_don_t_contradict() {
        Coverage coverage = read("2026-01-02 CALL Citi|set||219|HKD\nCALL Citi|set||225|USD");
        assertThat(told(coverage.positions())).containsExactly("Citi 225 null");
        assertThat(coverage.positions().getFirst().contradicting()).isEmpty();
    }

    @Test
    void sources_that_contradict_each_other_are_both_shown() {
        Coverage coverage = read(
                "2026-01-02 CALL Citi|raise|190|200|USD",
                "2026-01-03 CALL Citi|raise|190|210|USD",
                "2025-11-03 CALL Citi|raise|180|190|USD");
        Position position = coverage.positions().getFirst();
        assertThat(Desk.told(position.call())).isEqualTo("RAISE 190 -> 210 USD null");
        assertThat(position.contradicting()).extracting(Desk::told).containsExactly("RAISE 190 -> 200 USD null");
    }

    @Test
    void raised_and_cut_are_counted_over_thirty_and_ninety_days() {
        Coverage coverage = read(
                "2026-01-13 CALL Jefferies|cut|231|225|USD",
                "2026-01-02 CALL Citi|set|190|200|USD",
                "2025-12-10 CALL UBS|raise||180|USD",
                "2025-10-10 CALL HSBC|raise||170|USD",
                "2026-01-03 CALL Nomura|set||215|USD",
                "2026-01-03 CALL Daiwa|drop|190||USD");
        assertThat(coverage.raised(30)).isEqualTo(1);
        assertThat(coverage.cut(30)).isEqualTo(1);
        assertThat(coverage.raised(90)).isEqualTo(2);
        assertThat(coverage.cut(90)).isEqualTo(1);
    }

    @Test
    void the_press_is_kept_apart_from_the_firms() {
        Coverage coverage = read(
                "2026-01-02 STATED consensus|190|USD",
                "2026-01-13 STATED consensus|195.12|USD",
                "2026-01-14 STATED high|280|USD");
        assertThat(coverage.positions()).isEmpty();
        assertThat(coverage.stated(AnalystCall.Kind.CONSENSUS))
                .hasValueSatisfying(fact -> assertThat(fact.call().newTarget()).isEqualTo(new BigDecimal("195.12")));
        assertThat(coverage.stated(AnalystCall.Kind.LOW)).isEmpty();
    }

    @Test
    void what_is_struck_out_counts_no_more_and_the_call_before_it_counts_again() {
        Coverage before = read("2026-01-02 CALL Citi|set||200|USD", "2026-01-13 CALL Citi|cut|200|22.5|USD");
        String wrong = before.positions().getFirst().call().key();
        marks.add(CHAT, wrong, "BABA", "ann", "a slip", Instant.parse("2026-01-14T00:00:00Z"));
        assertThat(told(look(AT).positions())).containsExactly("Citi 22.5 null");

        marks.settle(CHAT, wrong, true, "meg", AT);
        Coverage struck = look(AT);
        assertThat(told(struck.positions())).containsExactly("Citi 200 null");
        assertThat(struck.struck()).extracting(fact -> fact.key()).containsExactly(wrong);
        assertThat(struck.cut(30)).isZero();
        assertThat(told(ledger.of(Desk.BABA, new ChatId("console", "other"), AT).positions()))
                .containsExactly("Citi 22.5 null");
        assertThat(told(look(Instant.parse("2026-01-13T23:00:00Z")).positions()))
                .containsExactly("Citi 22.5 null");
    }

    @Test
    void nothing_known_is_nothing_and_no_error() {
        Coverage coverage = look(Instant.EPOCH);
        assertThat(coverage.positions()).isEmpty();
        assertThat(consensus(coverage, 100).mean().number()).isEmpty();
        assertThat(Consensus.upside(100, OptionalDouble.empty()).number()).isEmpty();
        assertThat(Consensus.upside(100, OptionalDouble.of(0)).number()).isEmpty();
    }
}
