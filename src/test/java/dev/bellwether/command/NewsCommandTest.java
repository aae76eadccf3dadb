package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Provenance;
import dev.bellwether.news.FeedState;
import dev.bellwether.news.InMemoryArticleStore;
import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Span;
import dev.bellwether.talk.Value;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewsCommandTest {
    private static final String JUMP = "Alibaba starts the year with a jump";
    private static final String CLOUD = "Cloud orders lift Alibaba";

    private final Group group = new Group();

    private List<String> titles(String ask) {
        return Figures.each(group.ask(ask).card(), "articles", "title");
    }

    private static Group with(InMemoryArticleStore articles) {
        return new Group(Group.NOW, List.of(new SampleSource()), BarStore.inMemory(), true, articles, Chats.inMemory());
    }

    @Test
    void all_news_are_those_about_an_instrument_the_newest_first() {
        List<String> titles = titles("/news");
        assertThat(titles)
                .hasSize(5)
                .startsWith(JUMP, "JD opens a warehouse", "Baidu lists its chips in Hong Kong", CLOUD)
                .doesNotContain("Rain in the mountains", "Not written yet");
    }

    @Test
    void news_of_one_are_its_own() {
        assertThat(titles("/news BABA")).containsExactly(JUMP, CLOUD);
        assertThat(titles("/news 9988.HK")).containsExactly(JUMP, CLOUD);
        assertThat(titles("/news Alibaba Group")).containsExactly(JUMP, CLOUD);
        assertThat(Group.plain(group.ask("/news alibaba").card().title())).isEqualTo("News on Alibaba Group");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/news BABA 1", "/news 1 BABA", "/news 1 alibaba group", "/news +1,$baba"})
    void symbol_and_count_stand_in_any_order(String ask) {
        assertThat(titles(ask)).containsExactly(JUMP);
    }

    @Test
    void a_count_alone_counts_all_news() {
        assertThat(titles("/news 2")).containsExactly(JUMP, "JD opens a warehouse");
        assertThat(titles("/news 20")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "21", "-3", "9988", "99999999999999999999999", "-99999999999999999999999"})
    void a_count_out_of_range_is_refused(String count) {
        Answer answer = group.ask("/news " + count);
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).contains("The count must be from 1 to 20, not " + count + ".");
    }

    @Test
    void two_symbols_are_one_too_many() {
        assertThat(group.read("/news BABA JD"))
                .contains("/news takes only one symbol; \"JD\" is one too many.")
                .contains("/news [symbol] [count]");
    }

    @Test
    void an_unknown_symbol_is_refused_with_what_was_meant() {
        Answer answer = group.ask("/news BAAB");
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).contains("Did you mean BABA?");
    }

    @Test
    void a_story_says_who_when_and_where() {
        Answer answer = group.ask("/news BABA 1");
        assertThat(Group.text(answer))
                .contains(JUMP + " [1] (Test Wire, 30 min ago)")
                .contains("[1] https://wire.test/");
        Datum story = Figures.items(answer.card(), "articles").getFirst();
        assertThat(Figures.value(story, "published"))
                .isEqualTo(new Value.Moment(Instant.parse("2026-01-02T21:30:00Z")));
        assertThat(Figures.value(story, "url").toString()).contains("https://wire.test/");
        assertThat(answer.card().sources()).extracting(Provenance::source).containsExactly("Test Wire");
        assertThat(answer.card().sample()).isTrue();
    }

    @Test
    void an_undated_story_says_when_it_was_seen() {
        Answer answer = group.ask("/news JD");
        assertThat(Group.text(answer)).contains("(Test Wire, seen 2 h ago, undated)");
        Datum.Parts story =
                (Datum.Parts) Figures.items(answer.card(), "articles").getFirst();
        assertThat(story.parts()).containsKey("seen").doesNotContainKey("published");
    }

    @Test
    void markup_in_a_headline_stays_text() {
        Answer answer = group.ask("/news PDD");
        Line line = ((Block.Paragraph) answer.card().blocks().getFirst()).line();
        assertThat(line.spans().getFirst()).isInstanceOf(Span.Link.class);
        assertThat(Group.text(answer))
                .contains("<script>alert(1)</script> **PDD** @everyone [31mred")
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
    }

    @Test
    void no_news_are_no_failure_and_say_how_the_feeds_are() {
        Answer answer = with(new InMemoryArticleStore()).ask("/news");
        assertThat(answer.failed()).isFalse();
        assertThat(Figures.items(answer.card(), "articles")).isEmpty();
        assertThat(Group.text(answer)).contains("No story so far. 0 of 1 feeds have answered; /status tells more.");
    }

    @Test
    void a_feed_that_fails_is_named_below_the_stories() {
        InMemoryArticleStore articles = Group.articles();
        FeedState failed = new FeedState(
                Group.FEED,
                "Test Wire",
                null,
                null,
                Group.NOW,
                null,
                Group.NOW,
                3,
                Line.of("Test Wire answers with an error; it is asked again in 10 min."),
                null);
        articles.save(failed, List.of());
        assertThat(with(articles).read("/news BABA"))
                .contains(JUMP)
                .contains("Test Wire answers with an error; it is asked again in 10 min.");
    }
}
