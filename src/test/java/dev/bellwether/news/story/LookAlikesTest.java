package dev.bellwether.news.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {
    private final List<Stories.Labelled> labelled = Stories.lookAlikes();

    private List<StoryInput> articles() {
        return new ArrayList<>(labelled.stream().map(Stories.Labelled::article).toList());
    }

    @Test
    void events_of_one_company_templates_and_rivals_are_kept_apart_and_rewrites_joined() {
        assertThat(Stories.told(new StoryBook(), articles())).isEqualTo(Stories.events(labelled));
    }

    @Test
    void in_the_order_of_time_the_stories_are_the_same() {
        List<StoryInput> ordered = articles();
        ordered.sort(Comparator.comparing(StoryInput::published, Comparator.nullsFirst(Comparator.naturalOrder())));

        assertThat(Stories.told(new StoryBook(), ordered)).isEqualTo(Stories.events(labelled));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void in_any_order_nearly_all_articles_are_in_the_right_company(long seed) {
        List<StoryInput> shuffled = articles();
        Collections.shuffle(shuffled, new Random(seed));

        StoryBook roomy = new StoryBook(StoryBook.WINDOW, 20);

        assertThat(Stories.agreement(Stories.told(roomy, shuffled), Stories.events(labelled)))
                .isGreaterThanOrEqualTo(0.96);
    }

    @Test
    void the_same_articles_in_the_same_order_give_the_same_answers() {
        StoryBook one = new StoryBook();
        StoryBook two = new StoryBook();

        for (StoryInput article : articles()) {
            assertThat(two.add(article)).isEqualTo(one.add(article));
        }
    }
}
