package dev.bellwether.watch.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.analyst.Desk;
import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.deliver.Outbox;
import dev.bellwether.fact.Article;
import dev.bellwether.store.Engine;
import dev.bellwether.store.OnBothEngines;
import dev.bellwether.store.Store;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Voice;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PressTest extends OnBothEngines {
    @SuppressWarnings("NullAway.Init") // set before each test
    private Newsroom room;

    private record Posted(long id, String key, String lane, String audience, String follow, Instant expires) {}

    @BeforeEach
    void room() {
        room = new Newsroom(store);
    }

    private List<Posted> posted() {
        List<Posted> posted = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url());
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT id, notice_key, lane, audience, follow_key, expires FROM notices ORDER BY id")) {
            while (rows.next()) {
                posted.add(new Posted(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        String.valueOf(rows.getString(5)),
                        Instant.EPOCH.plusNanos(rows.getLong(6) * 1_000)));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return posted;
    }

    private List<Posted> posted(String kind) {
        return posted().stream().filter(each -> each.key().startsWith(kind)).toList();
    }

    private List<Posted> calls() {
        return posted("targets");
    }

    private List<String> keys() {
        return posted().stream().map(Posted::key).toList();
    }

    private Card card(Posted posted) {
        return store.delivery().outbox().card(posted.id());
    }

    private static String read(Card card, Language language) {
        return new CardText(new Voice(language, ZoneId.of("UTC")), Paint.PLAIN)
                .render(card)
                .replace('\n', ' ')
                .replaceAll(" +", " ");
    }

    private String only() {
        assertThat(posted()).hasSize(1);
        return read(card(posted().getFirst()), Language.EN);
    }

    @Test
    void a_call_is_told_once_however_many_outlets_print_it() {
        room.keep(
                room.article(1, "a", "CALL Jefferies|raise|190|212|USD|Buy"),
                room.article(2, "b", "CALL Jefferies Financial Group|raise||212|"));
        room.tell();
        assertThat(calls()).singleElement().satisfies(posted -> {
            assertThat(posted.key()).startsWith("targets:call:BABA:");
            assertThat(posted.audience()).contains("targets:BABA", "\"targets\"");
            assertThat(posted.expires()).isEqualTo(Newsroom.START.plus(Duration.ofHours(12)));
        });
        assertThat(read(card(calls().getFirst()), Language.EN))
                .contains(
                        "Jefferies on BABA: target raised",
                        "$190.00 → $212.00",
                        "Buy",
                        "Against the price",
                        "Our mean",
                        "outlet1.example",
                        "outlet2.example")
                .doesNotContain("Another number");
        room.pass(Duration.ofHours(2));
        room.keep(room.article(3, "c", "CALL JEFFERIES|raise|190|212|USD"));
        room.tell();
        reopen();
        room.restart(store);
        room.tell();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void the_price_and_the_mean_before_and_after_are_computed_from_what_was_known() {
        room.keep(room.article(1, "old", "CALL UBS|set||180|USD"));
        room.tell();
        room.pass(Duration.ofDays(3));
        room.keep(room.article(1, "new", "CALL Citi|raise|190|200|USD|Buy"));
        room.tell();
        Card card = card(calls().getLast());
        assertThat(read(card, Language.EN)).contains("$180.00 → $190.00, of 2 firms");
        assertThat(card.sample()).as("the price is of the sample").isTrue();
        assertThat(String.valueOf(card.data().get("upside"))).contains("Percent");
    }

    @Test
    void a_correction_replies_to_what_was_told_before() {
        room.keep(room.article(1, "a", "CALL UBS|raise|190|225|USD"));
        room.tell();
        room.pass(Duration.ofHours(3));
        room.keep(room.article(1, "b", "CALL UBS|raise|190|215|USD"));
        room.tell();
        List<Posted> calls = calls();
        assertThat(calls).hasSize(2);
        assertThat(calls.getLast().follow()).isEqualTo(calls.getFirst().key());
        assertThat(read(card(calls.getLast()), Language.EN))
                .contains("Another number than was told before: $190.00 → $225.00.");
    }

    @Test
    void the_same_firm_a_week_later_is_a_change_of_mind_and_no_correction() {
        room.keep(room.article(1, "a", "CALL UBS|raise|190|225|USD"));
        room.tell();
        room.pass(Duration.ofDays(7));
        room.keep(room.article(1, "b", "CALL UBS|cut|225|215|USD"));
        room.tell();
        assertThat(calls()).extracting(Posted::follow).containsExactly("null", "null");
    }

    @Test
    void what_is_old_when_it_is_read_is_noted_and_not_told() {
        room.keepFirst(room.article(1, "first", "CALL UBS|raise|190|225|USD\nRESULTS 2026-02-19"));
        room.keep(Desk.article(
                Newsroom.feed(2), "archive", "2026-01-11T22:00:00Z", "CALL Citi|raise|190|226|USD", Set.of("BABA")));
        room.tell();
        assertThat(posted()).isEmpty();
        room.pass(Duration.ofHours(1));
        room.keep(room.article(3, "again", "CALL UBS|raise|190|225|USD"));
        room.tell();
        assertThat(keys()).as("known already").noneMatch(key -> key.startsWith("targets"));
    }

    @Test
    void a_feed_that_failed_at_first_begins_with_its_first_good_answer() {
        store.articles().save(Newsroom.failed(1), List.of());
        room.keepFirst(room.article(1, "first", "CALL UBS|raise|190|225|USD"));
        room.tell();
        assertThat(keys()).isEmpty();
        room.pass(Duration.ofMinutes(30));
        store.articles().save(Newsroom.failed(1), List.of());
        Article later = room.headline(1, "Alibaba opens a data centre in Dubai", "", "BABA");
        room.keepLater(later);
        room.tell();
        assertThat(keys()).hasSize(1);
    }

    @Test
    void of_a_call_in_a_first_poll_and_in_a_feed_that_is_followed_the_latter_counts() {
        room.keepFirst(room.article(1, "first", "CALL UBS|raise|190|225|USD"));
        room.keep(room.article(2, "news", "CALL UBS|raise|190|225|USD"));
        room.tell();
        assertThat(keys()).filteredOn(key -> key.startsWith("targets")).hasSize(1);
    }

    @Test
    void averages_of_the_press_and_claims_are_not_pushed() {
        room.keep(room.article(1, "a", "STATED consensus|195|USD\nCLAIM rsi|29"));
        room.tell();
        assertThat(keys()).noneMatch(key -> key.startsWith("targets"));
    }

    @Test
    void a_crash_in_the_transaction_loses_nothing_and_repeats_nothing() {
        room.keep(room.article(1, "a", "CALL UBS|raise|190|225|USD\nCALL Citi|raise|190|226|USD"));
        AtomicInteger posts = new AtomicInteger();
        room.beforePosting = notice -> {
            if (posts.incrementAndGet() == 2) {
                throw new IllegalStateException("killed here");
            }
        };
        assertThatThrownBy(room::tell).isInstanceOf(IllegalStateException.class);
        assertThat(posted()).isEmpty();
        room.beforePosting = notice -> {};
        reopen();
        room.restart(store);
        room.tell();
        room.tell();
        assertThat(keys())
                .filteredOn(key -> key.startsWith("targets"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void news_that_could_not_be_posted_are_posted_the_next_time() {
        room.keep(room.headline(1, "Alibaba opens a data centre in Dubai", "", "BABA"));
        AtomicBoolean failing = new AtomicBoolean(true);
        room.beforePosting = notice -> {
            if (failing.getAndSet(false)) {
                throw new IllegalStateException("killed here");
            }
        };
        assertThatThrownBy(room::tell).isInstanceOf(IllegalStateException.class);
        assertThat(keys()).isEmpty();
        room.tell();
        assertThat(keys()).hasSize(1);
    }

    @Test
    void who_comes_between_reading_and_telling_tells_instead() {
        room.keep(room.article(1, "a", "CALL UBS|raise|190|225|USD"));
        Desk.recorder(store.facts(), 1).catchUp();
        Press other = room.press(store, store.press());
        AtomicBoolean first = new AtomicBoolean(true);
        PressStore late = new Late(store.press(), () -> {
            if (first.getAndSet(false)) {
                other.tick();
            }
        });
        Press slow = room.press(store, late);
        slow.tick();
        slow.tick();
        assertThat(keys()).filteredOn(key -> key.startsWith("targets")).hasSize(1);
        assertThat(keys()).filteredOn(key -> key.startsWith("news")).hasSize(1);
    }

    @Test
    void two_processes_tell_each_thing_once() throws Exception {
        for (int i = 0; i < 120; i++) {
            room.keep(room.article(i % 5, "call" + i, "CALL Firm" + i + "|set||" + (200 + i) + "|USD"));
        }
        Desk.recorder(store.facts(), 1).catchUp();
        Store other = engine == Engine.POSTGRES ? Store.open(settings) : store;
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService processes = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            List<Newsroom> rooms = List.of(new Newsroom(store), new Newsroom(other));
            for (Newsroom each : rooms) {
                Press press = each.press(
                        each == rooms.getFirst() ? store : other, (each == rooms.getFirst() ? store : other).press());
                running.add(processes.submit(() -> {
                    start.await();
                    for (int i = 0; i < 10; i++) {
                        press.tick();
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            if (other != store) {
                other.close();
            }
        }
        assertThat(keys())
                .filteredOn(key -> key.startsWith("targets"))
                .hasSize(120)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_day_of_results_is_told_when_it_is_known_and_when_it_changes() {
        room.keep(room.article(1, "a", "RESULTS 2026-02-19"));
        room.tell();
        room.keep(room.article(2, "b", "RESULTS 2026-02-19"));
        room.tell();
        room.pass(Duration.ofDays(2));
        room.keep(room.article(1, "c", "RESULTS 2026-02-26"));
        room.tell();
        List<Posted> days = posted("earnings");
        assertThat(days)
                .extracting(Posted::key)
                .containsExactly("earnings:BABA:2026-02-19", "earnings:BABA:2026-02-26");
        assertThat(days.getLast().follow()).isEqualTo("earnings:BABA:2026-02-19");
        assertThat(read(card(days.getFirst()), Language.EN)).contains("BABA reports on 2026-02-19.", "outlet1");
        assertThat(read(card(days.getLast()), Language.EN))
                .contains(
                        "BABA reports on 2026-02-26, it says now; before it was 2026-02-19.",
                        "2026-02-19 instead says");
        assertThat(days.getFirst().expires())
                .as("midnight in New York")
                .isEqualTo(Instant.parse("2026-02-19T05:00:00Z"));
    }

    @Test
    void a_day_that_is_over_is_not_told() {
        room.keep(room.article(1, "a", "RESULTS 2026-01-12"));
        room.tell();
        assertThat(keys()).noneMatch(key -> key.startsWith("earnings"));
    }

    @Test
    void reminders_come_three_days_and_one_day_before_in_the_morning_of_the_exchange() {
        room.keepFirst(room.article(1, "a", "RESULTS 2026-02-19"));
        room.tell();
        room.at("2026-02-16T12:55:00Z");
        room.tell();
        assertThat(keys()).as("07:55 in New York").isEmpty();
        room.at("2026-02-16T13:00:00Z");
        room.tell();
        assertThat(only()).contains("BABA reports on 2026-02-19, in 3 days.", "Says: outlet1.example [1].");
        assertThat(posted().getFirst().expires()).isEqualTo(Instant.parse("2026-02-18T13:00:00Z"));
        reopen();
        room.restart(store);
        room.at("2026-02-17T13:00:00Z");
        room.tell();
        assertThat(keys()).containsExactly("earnings:BABA:2026-02-19:3");
        room.at("2026-02-18T13:00:00Z");
        room.tell();
        room.at("2026-02-19T13:00:00Z");
        room.tell();
        assertThat(keys()).containsExactly("earnings:BABA:2026-02-19:3", "earnings:BABA:2026-02-19:1");
        assertThat(read(card(posted().getLast()), Language.EN)).contains("BABA reports on 2026-02-19, tomorrow.");
        assertThat(posted().getLast().follow()).isEqualTo("earnings:BABA:2026-02-19");
    }

    @Test
    void a_reminder_that_nobody_was_there_to_send_comes_late_and_says_how_many_days_are_left() {
        room.keepFirst(room.article(1, "a", "RESULTS 2026-02-19"));
        room.at("2026-02-17T20:00:00Z");
        room.tell();
        assertThat(only()).contains("BABA reports on 2026-02-19, in 2 days.");
    }

    @Test
    void a_day_named_only_now_is_told_once_and_not_reminded_of_at_once() {
        room.at("2026-02-17T20:00:00Z");
        room.keep(room.article(1, "a", "RESULTS 2026-02-19"));
        room.tell();
        room.pass(Duration.ofMinutes(10));
        room.tell();
        assertThat(keys()).filteredOn(key -> key.startsWith("earnings")).containsExactly("earnings:BABA:2026-02-19");
    }

    @Test
    void of_two_days_the_one_that_most_outlets_name_is_reminded_of() {
        room.keep(
                room.article(1, "a", "RESULTS 2026-02-19"),
                room.article(2, "b", "RESULTS 2026-02-19"),
                room.article(3, "c", "RESULTS 2026-02-20"));
        room.tell();
        room.at("2026-02-17T14:00:00Z");
        room.tell();
        assertThat(keys()).filteredOn(key -> key.endsWith(":3")).containsExactly("earnings:BABA:2026-02-19:3");
        assertThat(read(card(posted().getLast()), Language.EN))
                .contains("2026-02-20 instead says: outlet3.example [3].");
    }

    @Test
    void a_story_is_told_once_however_many_outlets_tell_it() {
        room.keep(
                room.headline(
                        1, "Alibaba launches Qwen 4 model for phones", "The Qwen 4 model runs on phones.", "BABA"),
                room.headline(
                        2,
                        "Alibaba unveils Qwen 4 AI model that runs on phones",
                        "The Qwen 4 model runs on phones.",
                        "BABA"),
                room.headline(1, "Rain in the mountains", "It rains."));
        room.tell();
        assertThat(posted()).singleElement().satisfies(posted -> {
            assertThat(posted.key()).matches("news:BABA:[0-9a-f]{24}");
            assertThat(posted.audience()).contains("news:BABA", "\"news\"");
        });
        assertThat(only()).contains("News on BABA", "Qwen 4", "and 1 other outlet");
        reopen();
        room.restart(store);
        room.pass(Duration.ofHours(5));
        room.keep(room.headline(
                3, "Alibaba's Qwen 4 model for phones launches", "The Qwen 4 model runs on phones.", "BABA"));
        room.tell();
        assertThat(keys()).hasSize(1);
    }

    @Test
    void another_story_is_told_apart_and_goes_behind_alerts() {
        room.keep(room.headline(1, "Alibaba launches Qwen 4 model for phones", "", "BABA"));
        room.tell();
        room.keep(
                room.headline(1, "Chinese regulator fines JD and Alibaba over food delivery prices", "", "BABA", "JD"));
        room.tell();
        assertThat(posted()).hasSize(2);
        assertThat(posted().getLast().audience()).contains("news:BABA", "news:JD", "\"news\"");
        Outbox.Expansion next = store.transactions()
                .inOne(() -> store.delivery().outbox().next().orElseThrow());
        assertThat(next.audience()).isEqualTo(new Audience.AnyTopic(List.of("news:BABA", "news")));
        assertThat(next.lane()).isEqualTo(Lane.DIGEST);
    }

    @Test
    void what_an_outlet_adds_is_one_reply_and_no_second() {
        room.keep(room.headline(
                1,
                "Alibaba in talks to buy chip maker Nova for $7 billion",
                "Alibaba is in talks to buy the chip maker Nova for $7 billion.",
                "BABA"));
        room.tell();
        room.pass(Duration.ofHours(2));
        room.keep(room.headline(
                2,
                "Alibaba raises offer for chip maker Nova to $7.75 billion",
                "Alibaba raised the offer to buy the chip maker Nova to $7.75 billion.",
                "BABA"));
        room.tell();
        room.pass(Duration.ofHours(2));
        room.keep(room.headline(
                3,
                "Alibaba now offers $8 billion to buy chip maker Nova",
                "Alibaba raised its offer to buy the chip maker Nova to $8 billion.",
                "BABA"));
        room.tell();
        assertThat(posted()).hasSize(2);
        String first = posted().getFirst().key();
        assertThat(posted().getLast().key()).isEqualTo(first + ":more");
        assertThat(posted().getLast().follow()).isEqualTo(first);
        assertThat(read(card(posted().getLast()), Language.EN)).contains("More on a story: BABA", "$7.75 billion");
    }

    @Test
    void what_a_feed_brings_at_first_and_what_is_a_day_old_is_not_told_and_neither_are_retellings() {
        room.keepFirst(room.headline(
                1, "Alibaba launches Qwen 4 model for phones", "The Qwen 4 model runs on phones.", "BABA"));
        room.tell();
        room.pass(Duration.ofMinutes(30));
        room.keep(room.headline(
                2, "Alibaba unveils Qwen 4 AI model that runs on phones", "The Qwen 4 model runs on phones.", "BABA"));
        room.keep(Desk.article(Newsroom.feed(3), "cloud", "2026-01-12T22:00:00Z", "", Set.of("BABA")));
        room.tell();
        assertThat(keys()).isEmpty();
    }

    @Test
    void cards_read_in_every_language_and_end_with_the_way_out() {
        room.keep(room.article(1, "a", "CALL UBS|cut|225|215|USD|Hold\nRESULTS 2026-02-19"));
        room.tell();
        assertThat(posted()).hasSize(3);
        for (Posted posted : posted()) {
            Card card = card(posted);
            assertThat(read(card, Language.DE)).doesNotContain(" the ", " on ", " reports ", "press.");
            assertThat(read(card, Language.ZH))
                    .matches(".*\\p{IsHan}.*")
                    .doesNotContain(" the ", " reports ", "press.");
            assertThat(card.blocks().stream()
                            .flatMap(block -> block instanceof Block.Buttons(List<Block.Button> buttons)
                                    ? buttons.stream().map(Block.Button::command)
                                    : Stream.<String>empty()))
                    .anyMatch(command -> command.matches("/unsubscribe (targets|news|earnings) BABA here"))
                    .anyMatch(command -> command.matches("/unsubscribe (targets|news|earnings) BABA here 1d"));
        }
    }

    /** A store that lets something happen just before a turn is taken. */
    private record Late(PressStore store, Runnable before) implements PressStore {
        @Override
        public long turn() {
            return store.turn();
        }

        @Override
        public boolean take(long turn) {
            return store.take(turn);
        }

        @Override
        public FactPage newFacts(int most) {
            FactPage page = store.newFacts(most);
            before.run();
            return page;
        }

        @Override
        public List<NewArticle> newArticles(int most) {
            return store.newArticles(most);
        }

        @Override
        public void told(Collection<String> facts) {
            store.told(facts);
        }

        @Override
        public void place(Article article, String story) {
            store.place(article, story);
        }

        @Override
        public List<Placed> placed(Collection<String> symbols, Instant from, int most) {
            return store.placed(symbols, from, most);
        }

        @Override
        public List<String> withEarnings(Instant since) {
            return store.withEarnings(since);
        }
    }
}
