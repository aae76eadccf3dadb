package dev.bellwether.news.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private final StoryBook book = new StoryBook();

    private List<Change> changes(String id, String title, String text) {
        return book.add(StoryInput.of(id, title, text, MONDAY)).changes();
    }

    @Test
    void a_rewrite_with_the_same_numbers_changes_nothing() {
        changes("a", "Lumo Motors recalls 3,300 cars", "Lumo Motors recalls 3,300 cars because of a latch.");

        assertThat(changes("b", "3,300 Lumo cars recalled", "A latch makes Lumo Motors recall 3,300 cars."))
                .isEmpty();
        assertThat(book.story("a").orElseThrow().members()).containsExactly("a", "b");
    }

    @Test
    void a_number_that_comes_out_differently_is_told_with_what_it_was() {
        changes("a", "Lumo Motors recalls 3,300 cars", "Lumo Motors recalls 3,300 cars because of a faulty latch.");
        List<Change> changes = changes(
                "b", "Lumo Motors recalls 4,150 cars", "Lumo Motors recalls 4,150 cars because of a faulty latch.");

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.NUMBER);
            assertThat(change.before()).isEqualTo("3,300");
            assertThat(change.now()).isEqualTo("4,150");
            assertThat(change.text()).isEqualTo("cars: 3,300, now 4,150");
        });
    }

    @Test
    void a_rounder_number_is_no_change() {
        changes("a", "Lumo recalls cars for $7.75 million", "Lumo Motors recalls cars, at a cost of $7.75 million.");

        assertThat(changes(
                        "b", "Lumo recall to cost $7.8 million", "The recall of cars costs Lumo Motors $7.8 million."))
                .isEmpty();
    }

    @Test
    void background_numbers_of_an_outlet_are_no_change() {
        changes("a", "Lumo Motors recalls 3,300 cars", "Lumo Motors recalls 3,300 cars because of a faulty latch.");

        assertThat(
                        changes(
                                "b",
                                "Lumo Motors recalls 3,300 cars",
                                "Lumo Motors recalls 3,300 cars because of a faulty latch. The stock has lost 14.2% this year."))
                .isEmpty();
    }

    @Test
    void a_deal_that_goes_on_to_the_next_stage_is_told_again() {
        changes("a", "Tollgate in talks on acquisition of Vireo", "Tollgate is in talks to buy Vireo of Malmo.");
        List<Change> changes =
                changes("b", "Tollgate agrees on acquisition of Vireo", "Tollgate agreed to buy Vireo of Malmo.");

        assertThat(changes).containsExactly(new Change(Change.Kind.STAGE, "", "in talks", "agreed"));
        assertThat(changes.getFirst().text()).isEqualTo("in talks, now agreed");
    }

    @Test
    void the_target_of_a_second_house_in_a_story_is_a_change() {
        book.add(calls("a", new CallKey("HSBC", "Opal", new BigDecimal("40"))));
        Assigned more = book.add(calls(
                "b",
                new CallKey("HSBC", "Opal", new BigDecimal("40")),
                new CallKey("Nomura", "Opal", new BigDecimal("38.5"))));

        assertThat(more.fresh()).isFalse();
        assertThat(more.changes()).containsExactly(new Change(Change.Kind.TARGET, "Nomura", null, "38.5"));
        assertThat(more.worthTelling()).isTrue();
    }

    private static StoryInput calls(String id, CallKey... calls) {
        return new StoryInput(
                id,
                "Opal Insurance downgraded after storm losses",
                "Analysts downgraded Opal Insurance after losses from the storm Brunhild.",
                MONDAY,
                "",
                null,
                Set.of(),
                List.of(calls));
    }
}
