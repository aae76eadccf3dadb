package dev.bellwether.news.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoryBookTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private final StoryBook book = new StoryBook();
    private int articles;

    private Assigned add(int hours, String title, String text) {
        articles++;
        return book.add(StoryInput.of("n" + articles, title, text, MONDAY.plus(Duration.ofHours(hours))));
    }

    private Assigned add(StoryInput article) {
        return book.add(article);
    }

    @Test
    void the_same_deal_in_other_words_is_one_story() {
        Assigned first = add(
                0,
                "Tollgate Software agrees to acquire Vireo Analytics for $1.8 billion",
                "Tollgate Software has agreed to acquire the data firm Vireo Analytics for $1.8 billion in cash.");
        Assigned second = add(
                3,
                "Vireo Analytics bought by Tollgate in $1.8B deal",
                "In its biggest purchase so far Tollgate will pay $1.8 billion for Vireo Analytics, a specialist in data.");

        assertThat(first.fresh()).isTrue();
        assertThat(second.fresh()).isFalse();
        assertThat(second.story()).isEqualTo(first.story()).isEqualTo("n1");
        assertThat(second.worthTelling()).isFalse();
    }

    @Test
    void two_houses_that_cut_the_same_company_on_the_same_day_are_two_stories() {
        Assigned hsbc = add(
                0,
                "HSBC cuts Pellworm Steel target to €12 from €15",
                "HSBC lowered its price target for Pellworm Steel to €12 from €15 because of weak demand for steel.");
        Assigned goldman = add(
                1,
                "Goldman Sachs cuts Pellworm Steel target to €12 from €15",
                "Goldman Sachs lowered its price target for Pellworm Steel to €12 from €15 because of weak demand.");

        assertThat(goldman.story()).isNotEqualTo(hsbc.story());
    }

    @Test
    void calls_given_with_the_article_keep_apart_what_the_text_does_not() {
        Assigned first = add(call("c1", "Oakfield Brokers", "44"));
        Assigned other = add(call("c2", "Quay Street Partners", "44"));
        Assigned later = add(call("c3", "Oakfield Brokers", "41"));
        Assigned again = add(call("c4", "Oakfield Brokers", "44.00"));

        assertThat(Set.of(first.story(), other.story(), later.story())).hasSize(3);
        assertThat(again.story()).isEqualTo(first.story());
    }

    private static StoryInput call(String id, String firm, String target) {
        return new StoryInput(
                id,
                "Pellworm Steel downgraded to Hold",
                "An analyst downgraded Pellworm Steel to Hold because demand for steel is weak.",
                MONDAY,
                "The Wire",
                null,
                Set.of("PWS"),
                List.of(new CallKey(firm, "Pellworm Steel", new BigDecimal(target))));
    }

    @Test
    void the_same_words_about_another_company_are_another_story() {
        Assigned one =
                add(0, "Auric Mining halts its pit in Mali", "Auric Mining halted its pit in Mali after a flood.");
        Assigned two =
                add(0, "Cobre Andino halts its pit in Mali", "Cobre Andino halted its pit in Mali after a flood.");

        assertThat(two.story()).isNotEqualTo(one.story());
    }

    @Test
    void symbols_given_with_the_articles_tell_companies_apart() {
        String title = "Shares halted before an announcement";
        Assigned one = add(about("s1", title, "AAA"));
        Assigned two = add(about("s2", title, "BBB"));
        Assigned three = add(about("s3", title, "AAA"));

        assertThat(two.story()).isNotEqualTo(one.story());
        assertThat(three.story()).isEqualTo(one.story());
    }

    private static StoryInput about(String id, String title, String symbol) {
        String text = "Trading was halted pending an announcement about the refinery in Skagen.";
        return new StoryInput(id, title, text, MONDAY, "", null, Set.of(symbol), List.of());
    }

    @Test
    void figures_of_another_month_are_another_story() {
        Assigned february = add(
                0, "Lumo Motors February deliveries rise", "Lumo Motors delivered 21,406 electric cars in February.");
        Assigned march =
                add(70, "Lumo Motors March deliveries rise", "Lumo Motors delivered 21,977 electric cars in March.");

        assertThat(march.story()).isNotEqualTo(february.story());
    }

    @Test
    void a_report_that_comes_too_late_opens_a_story_of_its_own() {
        String title = "Tollgate Software names Ada Brandt chief executive";
        String text = "Tollgate Software appointed Ada Brandt as chief executive from June.";
        Assigned first = add(0, title, text);
        Assigned soon = add(100, title, text);
        Assigned late = add(24 * 20, title, text);

        assertThat(soon.story()).isEqualTo(first.story());
        assertThat(late.fresh()).isTrue();
    }

    @Test
    void an_article_without_a_date_is_as_old_as_the_one_before_it() {
        String title = "Tollgate Software names Ada Brandt chief executive";
        Assigned first = add(0, title, "Ada Brandt will lead Tollgate Software from June.");
        Assigned second = add(StoryInput.of("u", title, "From June Ada Brandt leads Tollgate Software.", null));

        assertThat(second.story()).isEqualTo(first.story());
        assertThat(book.story(first.story()).orElseThrow().newest()).isEqualTo(MONDAY);
    }

    @Test
    void a_story_shows_its_outlets_times_links_and_members() {
        URI one = URI.create("https://one.example/1");
        URI two = URI.create("https://two.example/2");
        String text = "Ada Brandt will lead Tollgate Software from June.";
        add(new StoryInput("a", "Who leads Tollgate now?", text, MONDAY, "One", one, Set.of(), List.of()));
        add(new StoryInput(
                "b",
                "Tollgate Software names Ada Brandt chief executive",
                text,
                MONDAY.minusSeconds(60),
                "Two",
                two,
                Set.of(),
                List.of()));
        add(new StoryInput("c", "", text, MONDAY.plusSeconds(60), "Two", two, Set.of(), List.of()));

        assertThat(book.story("a"))
                .contains(new Story(
                        "a",
                        "Tollgate Software names Ada Brandt chief executive",
                        2,
                        MONDAY.minusSeconds(60),
                        MONDAY.plusSeconds(60),
                        List.of(one, two),
                        List.of("a", "b", "c")));
        assertThat(book.storyOf("c")).contains("a");
        assertThat(book.storyOf("unknown")).isEmpty();
    }

    @Test
    void an_article_that_is_added_again_changes_nothing() {
        String text = "Ada Brandt will lead Tollgate Software from June.";
        add(StoryInput.of("a", "Tollgate names Ada Brandt chief", text, MONDAY));
        Assigned again = add(StoryInput.of("a", "Tollgate names Ada Brandt chief", text, MONDAY));

        assertThat(again).isEqualTo(new Assigned("a", false, List.of()));
        assertThat(book.story("a").orElseThrow().members()).containsExactly("a");
        assertThat(book.size()).isEqualTo(1);
    }

    @Test
    void stories_older_than_the_shelves_are_forgotten() {
        StoryBook small = new StoryBook(Duration.ofDays(2), 3);
        for (int day = 0; day < 40; day++) {
            Instant when = MONDAY.plus(Duration.ofDays(day));
            small.add(StoryInput.of("d" + day, "Report number " + day + " of Corvid", "Corvid moved on.", when));
        }

        assertThat(small.size()).isLessThanOrEqualTo(6);
        assertThat(small.story("d0")).isEmpty();
        assertThat(small.storyOf("d39")).isPresent();
    }

    @Test
    void a_window_without_length_or_too_few_shelves_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StoryBook(Duration.ZERO, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new StoryBook(Duration.ofDays(2), 2));
    }
}
