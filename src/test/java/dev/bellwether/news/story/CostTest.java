package dev.bellwether.news.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CostTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void an_article_is_compared_with_a_bounded_number_however_many_are_kept() {
        RewriteGenerator generator = new RewriteGenerator(3);
        StoryBook book = new StoryBook();
        long most = 0;
        for (int i = 0; i < 6_000; i++) {
            for (Stories.Labelled labelled : generator.event(generator.name(), 1)) {
                long before = book.comparisons();
                book.add(labelled.article());
                most = Math.max(most, book.comparisons() - before);
            }
        }

        assertThat(book.size()).isEqualTo(6_000);
        assertThat(most).isLessThanOrEqualTo(Shelves.CANDIDATES);
    }

    @Test
    void a_story_that_everybody_tells_is_compared_by_few_of_its_articles() {
        StoryBook book = new StoryBook();
        String title = "Tollgate Software agrees to acquire Vireo Analytics for $1.8 billion";
        for (int i = 0; i < 500; i++) {
            book.add(StoryInput.of("copy " + i, title, "Tollgate Software will pay $1.8 billion for Vireo.", MONDAY));
        }

        assertThat(book.story("copy 0").orElseThrow().members()).hasSize(500);
        assertThat(book.comparisons()).isLessThanOrEqualTo(500 * 8);
    }

    @Test
    void a_term_that_everybody_uses_has_a_bounded_list() {
        Postings postings = new Postings();
        RewriteGenerator generator = new RewriteGenerator(4);
        GistReader reader = new GistReader(new Commonness());
        for (int i = 0; i < 1_000; i++) {
            StoryInput article = generator.event(generator.name(), 1).getFirst().article();
            Gist gist = reader.read(article, MONDAY).gist();
            postings.add(new Kept(gist, new Telling(article.id(), gist), i));
        }

        int[] held = {0};
        long[] oldest = {Long.MAX_VALUE};
        postings.forEach(kept -> {
            held[0]++;
            oldest[0] = Math.min(oldest[0], kept.number());
        });
        assertThat(held[0]).isEqualTo(Postings.MOST);
        assertThat(oldest[0]).isEqualTo(1_000 - Postings.MOST);
    }
}
