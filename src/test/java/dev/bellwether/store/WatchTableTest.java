package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Article;
import dev.bellwether.news.FeedState;
import dev.bellwether.talk.ChatId;
import dev.bellwether.watch.run.Cursor;
import dev.bellwether.watch.run.HeldBack;
import dev.bellwether.watch.run.Late;
import dev.bellwether.watch.run.PressLog;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchTableTest extends OnBothEngines {
    private static final Instant NOW = Instant.parse("2026-01-05T15:00:00.123456Z");
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");

    private static Cursor full(double price) {
        return new Cursor(
                "BABA",
                NOW,
                NOW.plusSeconds(1),
                "Yahoo",
                price,
                NOW,
                DAY,
                price + 1,
                price - 1,
                true,
                DAY.minusDays(3),
                -2.5,
                DAY,
                DAY.plusDays(9),
                "1 150.0 -");
    }

    private static HeldBack held(long alert, String listing) {
        return new HeldBack(
                alert,
                listing,
                NOW,
                new HeldBack.Doubt(HeldBack.Why.CONTRADICTED, "Yahoo", 181.2, NOW, "USD", "Stooq", 152.3));
    }

    @Test
    void a_cursor_is_kept_as_it_is_and_the_later_takes_the_place_of_the_earlier() {
        assertThat(store.watch().cursor("BABA")).isEmpty();
        Cursor bare = new Cursor("JD", NOW, NOW, "", null, null, null, null, null, false, null, null, null, null, "");
        store.watch().save(full(150));
        store.watch().save(bare);
        store.watch().save(full(151));
        reopen();
        assertThat(store.watch().cursor("BABA")).contains(full(151));
        assertThat(store.watch().cursor("JD")).contains(bare);
        assertThat(store.watch().watched()).containsExactly("BABA", "JD");
        store.watch().drop("BABA");
        assertThat(store.watch().watched()).containsExactly("JD");
    }

    @Test
    void firings_that_are_held_back_are_found_by_listing_and_by_alert_until_others_take_their_place() {
        HeldBack alone =
                new HeldBack(3, "JD", NOW, new HeldBack.Doubt(HeldBack.Why.FAR, "Yahoo", 90, NOW, "USD", null, null));
        store.watch().hold("BABA", List.of(held(2, "BABA"), held(1, "BABA")));
        store.watch().hold("JD", List.of(held(1, "JD"), alone));
        assertThat(store.watch().heldFor("BABA")).containsExactly(held(1, "BABA"), held(2, "BABA"));
        assertThat(store.watch().heldOf(1)).containsExactly(held(1, "BABA"), held(1, "JD"));
        assertThat(store.watch().heldOf(3)).containsExactly(alone);
        assertThat(store.watch().doubtful()).containsExactly("BABA", "JD");
        store.watch().hold("BABA", List.of());
        assertThat(store.watch().doubtful()).containsExactly("JD");
        store.watch().drop("JD");
        assertThat(store.watch().doubtful()).isEmpty();
    }

    @Test
    void late_facts_wait_in_their_order_each_once() {
        Late first = new Late("z", "BABA", NOW, 7L);
        Late second = new Late("a", "BABA", NOW, null);
        store.watch().delay(first);
        store.watch().delay(second);
        store.watch().delay(new Late("z", "JD", NOW, 8L));
        assertThat(store.watch().delayed()).containsExactly(first, second);
        store.watch().told(List.of("z"));
        store.watch().told(List.of());
        assertThat(store.watch().delayed()).containsExactly(second);
    }

    @Test
    void what_a_transaction_kept_is_gone_when_it_fails() {
        try {
            store.transactions().inOne(() -> {
                store.watch().save(full(150));
                store.watch().hold("BABA", List.of(held(1, "BABA")));
                store.watch().delay(new Late("z", "BABA", NOW, 7L));
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("on purpose");
        }
        assertThat(store.watch().watched()).isEmpty();
        assertThat(store.watch().doubtful()).isEmpty();
        assertThat(store.watch().delayed()).isEmpty();
    }

    private static Article article(String key) {
        return new Article(
                key, "https://feed.example/", "Wire", "Title " + key, "", null, null, NOW, "en", Set.of("BABA"));
    }

    @Test
    void articles_are_heard_in_their_order_and_once() {
        FeedState state = FeedState.fresh(URI.create("https://feed.example/"));
        store.articles().save(state, List.of(article("2"), article("1")));
        List<PressLog.Item> page = store.watchedPress().unseen(1);
        assertThat(page)
                .singleElement()
                .isInstanceOfSatisfying(
                        PressLog.NewArticle.class,
                        item -> assertThat(item.article()).isEqualTo(article("1")));
        store.watchedPress().seen(page);
        reopen();
        assertThat(store.watchedPress().unseen(10))
                .hasSize(1)
                .first()
                .matches(item -> item.symbols().contains("BABA"));
        store.watchedPress().seen(store.watchedPress().unseen(10));
        assertThat(store.watchedPress().unseen(10)).isEmpty();
    }

    @Test
    void listings_on_watchlists_and_with_levels_of_members_are_wanted_unless_their_chat_is_gone() {
        ChatId here = new ChatId("discord", "1");
        ChatId gone = new ChatId("discord", "2");
        store.chats().seen(here, NOW);
        store.chats().seen(gone, NOW);
        store.watchlists().add(here, "ann", "JD", NOW);
        store.memberLevels().add(here, "ann", "BABA", 155, "", NOW);
        store.memberLevels().add(here, "bob", "JD", 30, "", NOW);
        store.watchlists().add(gone, "ann", "PDD", NOW);
        store.memberLevels().add(gone, "ann", "BIDU", 140, "", NOW);
        store.chats().retire(gone, "left", NOW);
        assertThat(store.interests().listed()).containsExactly("BABA", "JD");
    }
}
