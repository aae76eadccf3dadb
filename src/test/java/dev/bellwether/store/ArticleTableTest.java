package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Article;
import dev.bellwether.news.FeedState;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArticleTableTest extends OnBothEngines {
    private static final URI FEED = URI.create("https://news.example/rss?q=ä");
    private static final Instant MORNING = Instant.parse("2026-01-05T08:00:00.123456Z");

    @Test
    void a_feed_never_polled_has_no_state() {
        assertThat(store.articles().state(FEED)).isEmpty();
        assertThat(store.articles().states()).isEmpty();
        assertThat(store.articles().count()).isZero();
    }

    @Test
    void the_state_of_a_feed_is_kept_as_it_was_and_replaced_by_the_next_poll() {
        FeedState first = new FeedState(
                FEED,
                "Märkte",
                "W/\"1\"",
                "Mon, 05 Jan 2026 08:00:00 GMT",
                MORNING,
                MORNING,
                MORNING.plusSeconds(60),
                0,
                null,
                URI.create("https://moved.example/"));
        store.articles().save(first, List.of());
        assertThat(store.articles().state(FEED)).contains(first);

        FeedState second =
                new FeedState(FEED, null, null, null, null, null, Instant.EPOCH, 3, Line.of("It is down."), null);
        store.articles().save(second, List.of());
        reopen();
        assertThat(store.articles().state(FEED)).contains(second);
        assertThat(store.articles().states()).containsExactly(second);
    }

    @Test
    void states_come_in_the_order_of_their_addresses() {
        for (String host : List.of("b", "a", "C", "ä")) {
            store.articles().save(FeedState.fresh(URI.create("https://" + host + ".example/")), List.of());
        }
        assertThat(store.articles().states())
                .extracting(state -> state.feed().toString())
                .containsExactly(
                        "https://C.example/", "https://a.example/", "https://b.example/", "https://ä.example/");
    }

    @Test
    void an_article_comes_back_as_it_was_given() {
        Article full = new Article(
                "urn:1",
                FEED.toString(),
                "Börse 株",
                "阿里巴巴 📈 rises 5 %",
                "Line one\nline 'two' \"three\" \\ ;--",
                URI.create("https://news.example/a?b=c&d=%C3%A4#e"),
                MORNING.minusSeconds(5),
                MORNING,
                "zh-Hans",
                Set.of("BABA", "9988.HK", "BRK B"));
        Article bare = new Article("", FEED.toString(), "", "", "", null, null, MORNING, "", Set.of());
        assertThat(save(full, bare)).containsExactly(full, bare);
        reopen();
        assertThat(store.articles().newest(null, Instant.MAX, 10)).containsExactly(bare, full);
        assertThat(store.articles().count()).isEqualTo(2);
    }

    @Test
    void moments_are_kept_to_the_microsecond() {
        save(article("a", Instant.parse("2026-01-05T08:00:00.123456789Z")));
        assertThat(newest(null, Instant.MAX)).containsExactly("a");
        assertThat(store.articles().newest(null, Instant.MAX, 1).getFirst().published())
                .isEqualTo(MORNING);
    }

    @Test
    void an_article_that_is_known_is_not_new_and_stays_as_it_was_first_seen() {
        Article first = article("a", MORNING);
        save(first);
        Article again = new Article(
                "a",
                FEED.toString(),
                "Other",
                "Other title",
                "",
                null,
                null,
                MORNING.plusSeconds(9),
                "de",
                Set.of("JD"));
        Article other = article("b", MORNING);
        assertThat(save(again, other)).containsExactly(other);
        assertThat(store.articles().newest("JD", Instant.MAX, 9)).isEmpty();
        assertThat(store.articles().newest(null, Instant.MAX, 9)).containsExactly(other, first);
    }

    @Test
    void articles_about_no_instrument_are_left_out_where_any_is_wanted() {
        Article two = about("a", "BABA", "JD");
        Article none = about("b");
        Article one = about("c", "JD");
        save(two, none, one);
        assertThat(store.articles().newestAboutAny(MORNING, 9)).containsExactly(two, one);
        assertThat(store.articles().newestAboutAny(MORNING, 1)).containsExactly(two);
        assertThat(store.articles().newestAboutAny(MORNING.minusSeconds(1), 9)).isEmpty();
    }

    @Test
    void an_article_offered_twice_in_one_poll_is_kept_once_as_it_came_first() {
        Article first = article("a", MORNING);
        Article second = article("a", MORNING.plusSeconds(1));
        assertThat(save(first, article("b", MORNING), second)).hasSize(2).startsWith(first);
        assertThat(store.articles().newest(null, Instant.MAX, 9))
                .contains(first)
                .doesNotContain(second);
    }

    @Test
    void the_same_key_in_another_feed_is_another_article() {
        Article here = article("1", MORNING);
        Article there = new Article("1", "https://other.example/", "", "", "", null, null, MORNING, "en", Set.of());
        save(here);
        assertThat(save(there)).containsExactly(there);
        assertThat(store.articles().count()).isEqualTo(2);
    }

    @Test
    void the_new_ones_are_returned_in_the_order_given() {
        List<Article> given = shuffled(50);
        assertThat(store.articles().save(FeedState.fresh(FEED), given)).containsExactlyElementsOf(given);
    }

    @Test
    void newest_first_by_publication_or_where_there_is_none_by_when_it_was_seen() {
        Article undated =
                new Article("undated", FEED.toString(), "", "", "", null, null, MORNING.plusSeconds(2), "en", Set.of());
        save(
                article("early", MORNING),
                undated,
                article("late", MORNING.plusSeconds(3)),
                article("mid", MORNING.plusSeconds(1)));
        assertThat(newest(null, Instant.MAX)).containsExactly("late", "undated", "mid", "early");
    }

    @Test
    void articles_of_the_same_moment_stand_as_in_the_feed_and_those_of_a_later_poll_before_them() {
        save(article("a", MORNING), article("b", MORNING));
        save(article("c", MORNING), article("d", MORNING));
        assertThat(newest(null, MORNING)).containsExactly("c", "d", "a", "b");
    }

    @Test
    void newest_stops_at_the_moment_asked_for_and_includes_it() {
        save(
                article("before", MORNING.minusNanos(1000)),
                article("at", MORNING),
                article("after", MORNING.plusNanos(1000)));
        assertThat(newest(null, MORNING)).containsExactly("at", "before");
        assertThat(newest("BABA", MORNING)).containsExactly("at", "before");
        assertThat(newest(null, Instant.MIN)).isEmpty();
    }

    @Test
    void newest_of_a_symbol_is_exact_about_the_symbol() {
        save(about("one", "BABA"), about("both", "BABA", "JD"), about("other", "baba"), about("none"));
        assertThat(newest("BABA", Instant.MAX)).containsExactly("one", "both");
        assertThat(newest("JD", Instant.MAX)).containsExactly("both");
        assertThat(newest("BAB", Instant.MAX)).isEmpty();
        assertThat(newest("%", Instant.MAX)).isEmpty();
        assertThat(newest("' OR 1=1 --", Instant.MAX)).isEmpty();
    }

    @Test
    void newest_gives_no_more_than_asked_for() {
        store.articles().save(FeedState.fresh(FEED), shuffled(20));
        List<String> all = newest(null, Instant.MAX);
        assertThat(all).hasSize(20);
        for (int limit : new int[] {1, 7, 20, 1000, Integer.MAX_VALUE}) {
            assertThat(store.articles().newest(null, Instant.MAX, limit))
                    .extracting(Article::key)
                    .containsExactlyElementsOf(all.subList(0, Math.min(20, limit)));
        }
        assertThat(store.articles().newest(null, Instant.MAX, 0)).isEmpty();
        assertThat(store.articles().newest("BABA", Instant.MAX, -1)).isEmpty();
    }

    @Test
    void an_impossible_date_of_a_feed_is_kept_as_the_nearest_possible() {
        save(
                article("past", Instant.MIN),
                article("future", Instant.MAX),
                article("year1", at(1)),
                article("year9999", at(9999)));
        assertThat(newest(null, Instant.MAX)).containsExactly("future", "year9999", "year1", "past");
        assertThat(newest(null, at(9999))).containsExactly("year9999", "year1", "past");
    }

    @Test
    void characters_that_a_database_refuses_are_dropped_and_nothing_else() {
        String dirty = "a\0b\ud83dc\udcc8d \ud83d\udcc8 \ufffd\ufeff\t\u0001";
        String clean = "abcd \ud83d\udcc8 \ufffd\ufeff\t\u0001";
        Article bad = new Article(dirty, FEED + dirty, dirty, dirty, dirty, null, null, MORNING, dirty, Set.of(dirty));
        Article good = article("good", MORNING);
        assertThat(save(bad, good)).containsExactly(bad, good);
        assertThat(save(bad)).isEmpty();
        Article kept = store.articles().newest(dirty, MORNING, 1).getFirst();
        assertThat(kept)
                .isEqualTo(new Article(
                        clean, FEED + clean, clean, clean, clean, null, null, MORNING, clean, Set.of(clean)));
        store.articles()
                .save(
                        new FeedState(FEED, dirty, dirty, dirty, null, null, MORNING, 1, Line.of(dirty), null),
                        List.of());
        assertThat(store.articles().state(FEED).orElseThrow().problem()).isEqualTo(Line.of(clean));
    }

    @Test
    void keys_and_texts_of_any_length_are_kept() {
        String key = noise(100_000);
        Article big = new Article(
                key, FEED.toString(), "", noise(10_000), noise(1_000_000), null, null, MORNING, "en", Set.of());
        assertThat(save(big)).hasSize(1);
        assertThat(save(big)).isEmpty();
        assertThat(store.articles().newest(null, MORNING, 1)).containsExactly(big);
    }

    @Test
    void an_article_with_very_many_symbols_comes_back_with_all_of_them() {
        String[] symbols = IntStream.range(0, 500).mapToObj(i -> "S" + i).toArray(String[]::new);
        save(about("many", symbols));
        assertThat(store.articles().newest("S77", MORNING, 1).getFirst().symbols())
                .containsExactlyInAnyOrder(symbols);
    }

    @Test
    void a_failing_save_keeps_neither_articles_nor_state() {
        save(article("known", MORNING));
        List<Article> broken = new ArrayList<>(List.of(article("x", MORNING), article("y", MORNING)));
        @SuppressWarnings("NullAway") // the column is NOT NULL: a row that the database itself refuses
        Article refused = new Article("z", FEED.toString(), null, "", "", null, null, MORNING, "en", Set.of());
        broken.add(refused);
        FeedState state = new FeedState(FEED, "new title", null, null, null, null, MORNING, 0, null, null);
        assertThat(Failing.failureOf(() -> store.articles().save(state, broken)).kind())
                .isEqualTo(StoreException.Kind.FAILED);
        assertThat(store.articles().count()).isOne();
        assertThat(store.articles().state(FEED).orElseThrow().title()).isNull();
        assertThat(save(article("x", MORNING))).hasSize(1);
    }

    @Test
    void of_many_who_save_the_same_articles_exactly_one_has_each_as_new() throws Exception {
        try (Store second = Store.open(settings);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Article>>> results = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                Store own = i % 2 == 0 ? store : second;
                List<Article> mine = shuffled(40);
                Collections.shuffle(mine, new Random(i));
                results.add(threads.submit(() -> own.articles().save(FeedState.fresh(FEED), mine)));
            }
            List<String> fresh = new ArrayList<>();
            for (Future<List<Article>> result : results) {
                result.get().forEach(article -> fresh.add(article.key()));
            }
            assertThat(fresh).hasSize(40).doesNotHaveDuplicates();
            assertThat(store.articles().count()).isEqualTo(40);
        }
    }

    @Test
    void readers_see_whole_polls_while_others_write() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer = threads.submit(() -> {
                for (int poll = 0; poll < 30; poll++) {
                    save(about("a" + poll, "JD"), about("b" + poll, "JD"), about("c" + poll, "JD"));
                }
            });
            do {
                assertThat(store.articles().newest("JD", Instant.MAX, 1000).size() % 3)
                        .isZero();
                assertThat(store.articles().count() % 3).isZero();
            } while (!writer.isDone());
            writer.get();
        }
        assertThat(store.articles().count()).isEqualTo(90);
    }

    private List<Article> save(Article... articles) {
        return store.articles().save(FeedState.fresh(FEED), List.of(articles));
    }

    private List<String> newest(@Nullable String symbol, Instant until) {
        return store.articles().newest(symbol, until, 100).stream()
                .map(Article::key)
                .toList();
    }

    private static Article article(String key, Instant published) {
        return new Article(
                key, FEED.toString(), "News", "Title " + key, "Text", null, published, MORNING, "en", Set.of("BABA"));
    }

    private static Article about(String key, String... symbols) {
        return new Article(key, FEED.toString(), "News", key, "", null, MORNING, MORNING, "en", Set.of(symbols));
    }

    private static List<Article> shuffled(int count) {
        List<Article> articles = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> article("k" + i, MORNING.plusSeconds(i)))
                .toList());
        Collections.shuffle(articles, new Random(7));
        return articles;
    }

    private static Instant at(int year) {
        return LocalDateTime.of(year, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    }

    /** Text that does not compress, so that it is as long in an index as it looks. */
    private static String noise(int length) {
        return new Random(length)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void what_is_wrong_with_a_feed_can_be_worded_for_whoever_reads_it_later(Line problem, String german) {
        store.articles().save(new FeedState(FEED, null, null, null, null, null, MORNING, 1, problem, null), List.of());
        Line kept = Objects.requireNonNull(
                store.articles().state(FEED).orElseThrow().problem());
        assertThat(new Voice(Language.DE, ZoneId.of("UTC")).plain(kept)).isEqualTo(german);
        assertThat(Voice.english().plain(kept))
                .isEqualTo(Voice.english().plain(problem).replace('\u001f', ' '));
    }

    static Stream<Arguments> sentences() {
        return Stream.of(
                Arguments.of(Line.say("feed.unreadable"), "Der Feed ist nicht lesbar."),
                Arguments.of(
                        Line.say("fetch.denied", "a.test", 403),
                        "a.test lässt uns nicht herein; prüfen, ob die Adresse einen Schlüssel braucht (Status 403)."),
                Arguments.of(Line.of("Anything else."), "Anything else."),
                Arguments.of(
                        Line.say("feed.sample", "a separator\u001fkey"),
                        "Einen Beispiel-Feed namens „a separator key“ gibt es nicht; die Adresse berichtigen."));
    }
}
