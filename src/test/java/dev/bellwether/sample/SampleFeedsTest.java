package dev.bellwether.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bundled feeds: well formed, dated, and at one with the bundled prices. */
class SampleFeedsTest {
    private static final List<SampleItem> ITEMS = SampleItem.all();
    private static final List<SampleListing> LISTINGS =
            SampleListing.SYMBOLS.stream().map(SampleListing::of).toList();

    /** An amount to the cent, with the sign of its currency. */
    private static final Pattern PRICE = Pattern.compile("(?<sign>HK\\$|\\$|€)(?<amount>\\d+\\.\\d\\d)(?!\\d)");

    /** Amounts to the cent that are no closes: the mean target of analysts, and two highs. */
    private static final Set<String> NO_CLOSES = Set.of("$195.12", "€161.60", "$180.21");

    @Test
    void there_are_four_feeds_that_say_they_are_samples() {
        assertThat(ITEMS.stream().map(SampleItem::channel).distinct())
                .hasSize(4)
                .allMatch(title -> title.startsWith("Sample "));
        assertThat(ITEMS).hasSizeBetween(40, 60);
    }

    @Test
    void every_item_has_a_link_of_its_own_that_leads_nowhere() {
        assertThat(ITEMS.stream().map(SampleItem::link))
                .doesNotHaveDuplicates()
                .allMatch(link -> link.startsWith("https://sample.invalid/"));
        assertThat(ITEMS.stream().map(SampleItem::guid)).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    @Test
    void every_item_says_something() {
        assertThat(ITEMS).allSatisfy(item -> {
            assertThat(item.title()).hasSizeBetween(10, 90);
            assertThat(item.description()).hasSizeBetween(60, 900);
        });
    }

    @Test
    void items_are_of_january_2026_and_the_newest_comes_first() {
        assertThat(ITEMS.stream().map(SampleItem::published))
                .allMatch(at -> !at.isBefore(Instant.parse("2026-01-01T00:00:00Z"))
                        && at.isBefore(Instant.parse("2026-01-31T00:00:00Z")));
        for (String channel : ITEMS.stream().map(SampleItem::channel).distinct().toList()) {
            assertThat(ITEMS.stream().filter(item -> item.channel().equals(channel)))
                    .as(channel)
                    .isSortedAccordingTo(
                            Comparator.comparing(SampleItem::published).reversed());
        }
    }

    @Test
    void most_items_belong_to_the_days_of_the_great_moves() {
        Set<Integer> days = Set.of(2, 3, 12, 13, 14);
        assertThat(ITEMS.stream().filter(item -> days.contains(day(item).getDayOfMonth())))
                .hasSizeGreaterThan(ITEMS.size() / 2);
    }

    /** Every close that an item prints is that of a bar of the nine days before it, and that session was over. */
    @Test
    void no_item_knows_a_close_before_the_close() {
        List<String> unknown = ITEMS.stream()
                .flatMap(item -> prices(item)
                        .filter(price -> !NO_CLOSES.contains(price))
                        .filter(price -> !closedAt(price, item.published()))
                        .map(price -> item.guid() + " " + price))
                .toList();
        assertThat(unknown).isEmpty();
        assertThat(ITEMS.stream().flatMap(SampleFeedsTest::prices)).hasSizeGreaterThan(40);
    }

    private static Stream<String> prices(SampleItem item) {
        return PRICE.matcher(item.text()).results().map(found -> found.group("sign") + found.group("amount"));
    }

    private static boolean closedAt(String price, Instant published) {
        return LISTINGS.stream()
                .filter(listing -> price.startsWith(listing.sign()))
                .anyMatch(listing -> {
                    double amount =
                            Double.parseDouble(price.substring(listing.sign().length()));
                    return listing.days().stream()
                            .filter(day -> Math.abs(day.close() - amount) < 0.005)
                            .map(day -> listing.over(day.date()))
                            .anyMatch(over ->
                                    !over.isAfter(published) && over.isAfter(published.minus(Duration.ofDays(9))));
                });
    }

    /** The facts of the news, each with the day on which the first item tells it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1  | One Causeway Bay",
                "1  | $925 million",
                "1  | December 31, 2025",
                "2  | 6.2%",
                "2  | 15.7 million shares",
                "2  | near $144",
                "2  | around $192",
                "2  | Kunlunxin",
                "2  | T-Head",
                "2  | Meta",
                "2  | Qwen",
                "2  | HK$149",
                "2  | 4.3%",
                "2  | 73%",
                "2  | $155",
                "2  | 31 cities",
                "3  | target to $230",
                "3  | $215",
                "3  | MiniMax",
                "12 | 10.2%",
                "12 | 700 million",
                "12 | State Administration for Market Regulation",
                "12 | 200,000",
                "12 | 87%",
                "13 | from $231 to $225",
                "13 | Buy rating",
                "13 | Morgan Stanley",
                "13 | $195.12",
                "13 | $5.6 billion",
                "13 | February 19, 2026",
                "14 | 80% of the growth",
                "14 | 35%",
                "14 | over $50 billion",
                "14 | P/E",
                "14 | €148.20",
                "14 | +1.65%",
                "14 | +17.43%",
                "14 | +86.65%",
                "14 | €161.60",
                "14 | 29.4"
            })
    void a_fact_is_told_and_not_before_its_day(int day, String fact) {
        assertThat(ITEMS.stream()
                        .filter(item -> item.text().contains(fact))
                        .map(SampleFeedsTest::day)
                        .min(Comparator.naturalOrder()))
                .contains(LocalDate.of(2026, 1, day));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Kunlunxin | 4", "700 million | 3", "SAMR | 3", "$225 | 3", "$230 | 2", "80% | 3", "€148.20 | 2"})
    void the_great_stories_are_told_by_several_outlets(String fact, int outlets) {
        assertThat(ITEMS.stream()
                        .filter(item -> item.text().contains(fact))
                        .map(SampleItem::channel)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(outlets);
    }

    @Test
    void some_items_are_about_nobody_in_the_group() {
        Pattern group = Pattern.compile("Alibaba|BABA|Baidu|PDD|JD\\.com|Chinese|Hong Kong");
        assertThat(ITEMS.stream().filter(item -> !group.matcher(item.text()).find()))
                .hasSizeBetween(3, 8)
                .as("traps for a reader who takes bare words for companies")
                .anyMatch(item -> item.text().contains("JD "))
                .anyMatch(item -> item.text().contains("Ali Baba"));
    }

    @Test
    void one_item_drags_an_advertisement_behind_it() {
        assertThat(ITEMS.stream().filter(item -> item.description().contains("Advertisement")))
                .singleElement()
                .satisfies(item -> assertThat(item.description()).contains("Read more", "</p>"));
    }

    @Test
    void no_item_gives_advice() {
        Pattern advice = Pattern.compile(
                "buy or sell|should (?:\\w+ )?(?:buy|sell|invest)|(?:time|worth|urgent)\\b.{0,20}\\b(?:buy|sell)",
                Pattern.CASE_INSENSITIVE);
        assertThat(ITEMS).noneMatch(item -> advice.matcher(item.text()).find());
    }

    private static LocalDate day(SampleItem item) {
        return item.published().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
