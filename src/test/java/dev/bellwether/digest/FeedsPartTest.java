package dev.bellwether.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.digest.Digests.Kept;
import dev.bellwether.fact.Article;
import dev.bellwether.news.FeedState;
import dev.bellwether.news.chat.ChatFeed;
import dev.bellwether.news.chat.ChatFeed.Delivery;
import dev.bellwether.store.OnBothEngines;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Voice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What digests tell of the feeds that a chat follows, on both engines. */
class FeedsPartTest extends OnBothEngines {
    private static final ChatId HERE = new ChatId("test", "1");
    private static final ChatId THERE = new ChatId("test", "2");
    private static final URI BLOG = URI.create("https://blog.example/feed");
    private static final URI LOUD = URI.create("https://loud.example/feed");
    private static final Instant DUE = Instant.parse("2026-01-14T21:30:00Z");
    private static final Instant FROM = DUE.minus(Duration.ofDays(1));
    private static final Instant ADDED = DUE.minus(Duration.ofDays(9));

    private void follow(ChatId chat, URI feed, String filter, Delivery delivery) {
        brings(feed, ADDED, "was there before");
        store.chatFeeds().add(new ChatFeed(chat, feed, "A feed", filter, delivery, null, "ann", ADDED), 20);
    }

    private void brings(URI feed, Instant at, String... titles) {
        FeedState state = new FeedState(feed, "A feed", null, null, at, at, at, 0, null, null);
        List<Article> items = new ArrayList<>();
        for (String title : titles) {
            String outlet = String.valueOf(feed.getHost());
            items.add(new Article(title, feed.toString(), outlet, title, "", null, at, at, "en", Set.of()));
        }
        store.chatFeedItems().save(state, items);
    }

    private Made make(String spec, Instant from, Map<String, Instant> told) {
        return new Newsroom(store)
                .digester()
                .make(
                        Newsroom.spec(HERE, "08:00 sections: feeds " + spec),
                        Window.punctual(from, from.plus(Duration.ofDays(1))),
                        told);
    }

    private static String read(Made made) {
        return new CardText(new Voice(Language.EN, ZoneOffset.UTC), Paint.PLAIN).render(made.card());
    }

    private static long lines(Made made, String beginning) {
        return read(made).lines().filter(line -> line.startsWith(beginning)).count();
    }

    @Test
    void what_the_filter_lets_through_since_the_last_digest_is_told() {
        follow(HERE, BLOG, "-ads", Delivery.DIGEST);
        brings(BLOG, FROM.minus(Duration.ofDays(2)), "long ago");
        brings(BLOG, DUE.minus(Duration.ofHours(3)), "Cloud orders grow", "Buy now, ads");
        brings(BLOG, DUE.plusSeconds(1), "not yet");
        Made made = make("", FROM, Map.of());
        assertThat(made.quiet()).isFalse();
        assertThat(read(made))
                .contains("Feeds of this chat\n", "Cloud orders grow blog.example, 3 h ago")
                .doesNotContain("ads", "long ago", "not yet", "was there before", "more item");
    }

    @Test
    void nothing_new_is_no_section_and_a_quiet_day() {
        follow(HERE, BLOG, "", Delivery.DIGEST);
        Instant sunday = Instant.parse("2026-01-10T12:00:00Z");
        Made made = make("", sunday, Map.of());
        assertThat(made.quiet()).isTrue();
        assertThat(read(made)).doesNotContain("Feeds of this chat");
        assertThat(made.told()).isEmpty();
    }

    @Test
    void feeds_of_other_chats_and_those_that_are_told_at_once_are_not_in_it() {
        follow(THERE, BLOG, "", Delivery.DIGEST);
        follow(HERE, LOUD, "", Delivery.NOW);
        brings(BLOG, DUE.minus(Duration.ofHours(3)), "Of another chat");
        brings(LOUD, DUE.minus(Duration.ofHours(3)), "Told already");
        assertThat(read(make("", FROM, Map.of()))).doesNotContain("Of another chat", "Told already");
    }

    @Test
    void either_length_has_its_measure_counts_the_rest_and_lets_feeds_take_turns() {
        follow(HERE, LOUD, "", Delivery.DIGEST);
        follow(HERE, BLOG, "", Delivery.DIGEST);
        brings(BLOG, DUE.minus(Duration.ofHours(9)), "The only one of the blog");
        for (int i = 1; i <= 12; i++) {
            brings(LOUD, DUE.minus(Duration.ofMinutes(i)), "Loud " + i);
        }
        Made full = make("full", FROM, Map.of());
        assertThat(lines(full, "Loud ")).isEqualTo(8);
        assertThat(read(full)).contains("The only one of the blog", "4 more items; /feeds lists the feeds");
        Made brief = make("short", FROM, Map.of());
        assertThat(lines(brief, "Loud ")).isEqualTo(2);
        assertThat(read(brief)).contains("The only one of the blog", "10 more items");
        assertThat(read(make("full", DUE, full.told())))
                .as("what was counted is old")
                .doesNotContain("Loud");
    }

    @Test
    void an_item_with_a_key_of_thousands_of_letters_is_told_once_like_any_other() {
        follow(HERE, BLOG, "", Delivery.DIGEST);
        String endless = "x".repeat(9_000);
        brings(BLOG, DUE.minus(Duration.ofHours(3)), endless + " one", endless + " two");
        try (OneBot bot = new OneBot(settings, () -> DUE)) {
            Kept kept = bot.on(HERE, "21:30 sections: feeds");
            assertThat(bot.onTime.now(kept, DUE).told()).hasSize(2);
            assertThat(bot.onTime.preview(kept, DUE.plusSeconds(1)).told()).isEmpty();
        }
    }

    @Test
    void an_item_of_the_mornings_digest_is_not_in_the_evenings_but_two_languages_have_it_both() {
        follow(HERE, BLOG, "", Delivery.DIGEST);
        brings(BLOG, DUE.minus(Duration.ofHours(20)), "Told in the morning");
        try (OneBot bot = new OneBot(settings, () -> DUE)) {
            Kept morning = bot.on(HERE, "08:00 sections: feeds");
            Kept evening = bot.on(HERE, "21:30 sections: feeds");
            Kept german = bot.on(HERE, "21:30 sections: feeds german");
            Kept week = bot.on(HERE, "21:30 sections: feeds weekly");
            assertThat(read(bot.onTime.now(morning, DUE.minus(Duration.ofHours(13)))))
                    .contains("Told in the morning");
            brings(BLOG, DUE.minus(Duration.ofHours(5)), "Told in the evening");
            for (Kept each : List.of(evening, german)) {
                assertThat(read(bot.onTime.now(each, DUE)))
                        .contains("Told in the evening")
                        .doesNotContain("Told in the morning");
            }
            assertThat(read(bot.onTime.now(week, DUE))).contains("Told in the evening", "Told in the morning");
            assertThat(read(bot.onTime.now(morning, DUE.plus(Duration.ofHours(10)))))
                    .doesNotContain("Told in the");
        }
    }
}
