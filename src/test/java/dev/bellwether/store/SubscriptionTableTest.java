package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.deliver.AudiencePages;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Memory;
import dev.bellwether.talk.Memory.Kept;
import dev.bellwether.talk.Subscriptions.Mute;
import dev.bellwether.watch.FollowedLists.Followed;
import dev.bellwether.watch.FollowedWatchlists;
import dev.bellwether.watch.Topic;
import dev.bellwether.watch.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriptionTableTest extends OnBothEngines {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final ChatId GROUP = new ChatId("telegram", "-100");
    private static final ChatId ANN = new ChatId("telegram", "7");
    private static final ChatId BOB = new ChatId("telegram", "8");
    private static final Followed LIST = new Followed(ANN, GROUP, "7", Topic.Kind.BREAKOUTS);

    private List<ChatId> told(Instant now, String... topics) {
        return told(now, 1, topics);
    }

    /** Everybody in an audience, each page of so many. */
    private List<ChatId> told(Instant now, int most, String... topics) {
        AudiencePages audiences = store.delivery().audiences();
        List<ChatId> all = new ArrayList<>();
        String from = null;
        do {
            AudiencePages.Page page = audiences.page(new Audience.AnyTopic(List.of(topics)), from, most, now);
            assertThat(page.chats()).hasSizeLessThanOrEqualTo(most);
            all.addAll(page.chats());
            from = page.next();
        } while (from != null);
        return all.stream().distinct().toList();
    }

    private FollowedWatchlists watchlists() {
        Listing main = new Listing("BABA", Exchange.NYSE, "USD", 8, Map.of());
        Listing other = new Listing("9988.HK", Exchange.HKEX, "HKD", 1, Map.of());
        Instruments instruments = new Instruments(
                List.of(new Instrument("BABA", "Alibaba", List.of(), null, List.of(main, other), List.of())));
        return new FollowedWatchlists(store.watchlists(), store.followedLists(), instruments, store.transactions());
    }

    private void follow(Followed list) {
        store.followedLists().add(list, NOW);
        watchlists().follow(list, NOW);
    }

    @Test
    void a_mute_keeps_a_chat_from_being_told_until_it_ends() {
        store.subscriptions().add(ANN, "breakouts", NOW);
        store.subscriptions().add(BOB, "breakouts:BABA", NOW);
        Instant end = NOW.plus(Duration.ofHours(4));
        store.subscriptions().mute(ANN, "breakouts:BABA", end, NOW);
        reopen();
        assertThat(told(NOW, "breakouts:BABA", "breakouts")).containsExactly(BOB);
        assertThat(told(NOW, "breakouts:JD", "breakouts")).containsExactly(ANN);
        assertThat(told(end.minusMillis(1), "breakouts:BABA", "breakouts")).containsExactly(BOB);
        assertThat(told(end, "breakouts:BABA", "breakouts")).containsExactly(BOB, ANN);
        assertThat(store.subscriptions().muted(ANN, NOW)).containsExactly(new Mute("breakouts:BABA", end));
        assertThat(store.subscriptions().muted(ANN, end)).isEmpty();
    }

    @Test
    void a_later_mute_takes_the_place_of_an_earlier_and_one_without_end_lasts() {
        store.subscriptions().add(ANN, "news:BABA", NOW);
        store.subscriptions().mute(ANN, "news", NOW.plusSeconds(60), NOW);
        store.subscriptions().mute(ANN, "news", null, NOW);
        assertThat(told(Instant.parse("2099-01-01T00:00:00Z"), "news:BABA", "news"))
                .isEmpty();
        assertThat(store.subscriptions().unmute(ANN, "news")).isTrue();
        assertThat(store.subscriptions().unmute(ANN, "news")).isFalse();
        assertThat(told(NOW, "news:BABA", "news")).containsExactly(ANN);
    }

    @Test
    void what_is_no_topic_is_refused() {
        assertThatThrownBy(() -> store.subscriptions().mute(ANN, " ", null, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.subscriptions().add(ANN, "x".repeat(201), NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.subscriptions().of(new ChatId("telegram", "unknown"))).isEmpty();
        assertThat(store.subscriptions().muted(new ChatId("telegram", "unknown"), NOW))
                .isEmpty();
    }

    @Test
    void a_topic_that_is_called_like_a_statement_is_only_a_name() {
        store.subscriptions().add(ANN, "news:BABA", NOW);
        store.subscriptions().mute(ANN, "x') OR ('1'='1", null, NOW);
        assertThat(told(NOW, "news:BABA", "y') OR ('1'='1")).containsExactly(ANN);
    }

    @Test
    void who_is_told_by_a_list_and_by_asking_is_on_every_page_size_and_told_once() {
        for (int i = 1; i <= 7; i++) {
            ChatId chat = new ChatId("telegram", "1" + i);
            store.subscriptions().add(chat, i % 2 == 0 ? "breakouts:BABA" : "breakouts", NOW);
            store.watchlists().add(chat, "1" + i, "BABA", NOW);
            if (i % 3 == 0) {
                follow(new Followed(chat, chat, "1" + i, Topic.Kind.BREAKOUTS));
            }
        }
        store.watchlists().add(GROUP, "7", "BABA", NOW);
        follow(LIST);
        List<ChatId> all = told(NOW, 100, "breakouts:BABA", "breakouts");
        assertThat(all).hasSize(8).contains(ANN);
        for (int most : List.of(1, 2, 3, 7)) {
            assertThat(told(NOW, most, "breakouts:BABA", "breakouts")).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void a_followed_list_is_told_as_it_changes_and_over_restarts() {
        follow(LIST);
        assertThat(store.followedLists().add(LIST, NOW)).isFalse();
        watchlists().add(GROUP, "7", "BABA", NOW);
        watchlists().add(GROUP, "7", "9988.HK", NOW);
        watchlists().add(GROUP, "7", "ACME", NOW);
        watchlists().add(GROUP, "8", "JD", NOW);
        reopen();
        assertThat(told(NOW, "breakouts:BABA", "breakouts")).containsExactly(ANN);
        assertThat(told(NOW, "breakouts:JD", "breakouts")).isEmpty();
        assertThat(told(NOW, "news:BABA", "news")).isEmpty();
        assertThat(store.followedLists().topics(ANN))
                .containsExactly("breakouts:9988.HK", "breakouts:ACME", "breakouts:BABA");
        assertThat(store.followedLists().toldIn(ANN)).containsExactly(LIST);
        assertThat(store.followedLists().of(GROUP, "7")).containsExactly(LIST);
        watchlists().remove(GROUP, "7", "BABA");
        assertThat(told(NOW, "breakouts:BABA", "breakouts")).isEmpty();
        assertThat(store.followedLists().remove(LIST)).isTrue();
        assertThat(store.followedLists().remove(LIST)).isFalse();
        assertThat(store.followedLists().topics(ANN)).isEmpty();
    }

    @Test
    void lists_of_two_groups_are_told_apart() {
        ChatId other = new ChatId("telegram", "-200");
        Followed second = new Followed(ANN, other, "7", Topic.Kind.BREAKOUTS);
        follow(LIST);
        follow(second);
        watchlists().add(GROUP, "7", "BABA", NOW);
        watchlists().add(other, "7", "BABA", NOW);
        watchlists().remove(GROUP, "7", "BABA");
        assertThat(told(NOW, "breakouts:BABA")).containsExactly(ANN);
        store.followedLists().remove(second);
        assertThat(told(NOW, "breakouts:BABA")).isEmpty();
        assertThat(store.followedLists().toldIn(ANN)).containsExactly(LIST);
    }

    @Test
    void a_list_that_is_not_followed_is_not_told() {
        store.followedLists().set(LIST, Set.of("BABA"), NOW);
        assertThat(store.followedLists().topics(ANN)).isEmpty();
    }

    @Test
    void a_change_and_what_follows_from_it_are_one() {
        follow(LIST);
        assertThatThrownBy(() -> store.transactions().inOne(() -> {
                    watchlists().add(GROUP, "7", "BABA", NOW);
                    throw new IllegalStateException("killed here");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.watchlists().list(GROUP, "7")).isEmpty();
        assertThat(store.followedLists().topics(ANN)).isEmpty();
    }

    @Test
    void a_chat_that_is_retired_is_not_told_until_it_is_back() {
        watchlists().add(GROUP, "7", "BABA", NOW);
        follow(LIST);
        store.subscriptions().add(BOB, "breakouts", NOW);
        store.chats().retire(ANN, "blocked", NOW);
        store.chats().retire(BOB, "blocked", NOW);
        assertThat(told(NOW, "breakouts:BABA", "breakouts")).isEmpty();
        store.chats().seen(ANN, NOW);
        store.chats().seen(BOB, NOW);
        assertThat(told(NOW, "breakouts:BABA", "breakouts")).containsExactlyInAnyOrder(ANN, BOB);
    }

    @Test
    void a_group_that_moves_takes_along_what_it_is_told_and_mutes_and_the_lists_in_it() {
        ChatId big = new ChatId("telegram", "-1009");
        store.subscriptions().add(GROUP, "news", NOW);
        store.subscriptions().mute(GROUP, "news:BABA", null, NOW);
        store.subscriptions().mute(GROUP, "news:JD", null, NOW);
        store.subscriptions().mute(big, "news:JD", NOW.plusSeconds(60), NOW);
        follow(LIST);
        watchlists().add(GROUP, "7", "BABA", NOW);
        store.chats().move(GROUP, big, NOW);
        assertThat(told(NOW, "news:PDD", "news")).containsExactly(big);
        assertThat(store.subscriptions().muted(big, NOW))
                .containsExactly(new Mute("news:BABA", null), new Mute("news:JD", NOW.plusSeconds(60)));
        assertThat(told(NOW, "breakouts:BABA")).containsExactly(ANN);
        assertThat(store.followedLists().of(big, "7"))
                .containsExactly(new Followed(ANN, big, "7", Topic.Kind.BREAKOUTS));
        watchlists().remove(big, "7", "BABA");
        assertThat(told(NOW, "breakouts:BABA")).isEmpty();
    }

    @Test
    void a_chat_that_moves_to_one_with_the_same_list_is_told_once() {
        ChatId other = new ChatId("telegram", "77");
        watchlists().add(GROUP, "7", "BABA", NOW);
        follow(LIST);
        follow(new Followed(other, GROUP, "7", Topic.Kind.BREAKOUTS));
        store.chats().move(ANN, other, NOW);
        assertThat(told(NOW, "breakouts:BABA")).containsExactly(other);
        assertThat(store.followedLists().topics(ANN)).isEmpty();
    }

    private static Memory.Person ann(@Nullable ChatId chat) {
        return new Memory.Person("telegram", "7", chat);
    }

    private List<Memory.Kind> kinds(Memory.Subject subject) {
        return store.memory().about(subject).stream().map(Kept::kind).toList();
    }

    @Test
    void who_is_forgotten_in_a_group_is_no_longer_told_about_the_list_there() {
        watchlists().add(GROUP, "7", "BABA", NOW);
        follow(LIST);
        store.subscriptions().add(ANN, "news", NOW);
        assertThat(kinds(ann(GROUP))).containsExactly(Memory.Kind.WATCHED, Memory.Kind.FOLLOWED);
        store.memory().forget(ann(GROUP));
        assertThat(told(NOW, "breakouts:BABA")).isEmpty();
        assertThat(store.followedLists().toldIn(ANN)).isEmpty();
        assertThat(told(NOW, "news")).containsExactly(ANN);
    }

    @Test
    void who_is_forgotten_everywhere_is_told_nothing_in_private_either() {
        follow(LIST);
        store.subscriptions().add(ANN, "news", NOW);
        store.subscriptions().mute(ANN, "news:BABA", NOW.plusSeconds(60), NOW);
        store.subscriptions().add(GROUP, "news", NOW);
        store.subscriptions().add(BOB, "news", NOW);
        List<Kept> shown = store.memory().about(ann(null));
        assertThat(shown)
                .extracting(Kept::kind)
                .containsExactly(Memory.Kind.SUBSCRIBED, Memory.Kind.MUTED, Memory.Kind.FOLLOWED);
        assertThat(shown.get(1).entries().getFirst())
                .containsEntry("topic", "news:BABA")
                .containsEntry("until", "2026-01-05T08:01:00Z");
        assertThat(store.memory().forget(ann(null))).isEqualTo(shown);
        assertThat(kinds(ann(null))).isEmpty();
        assertThat(told(NOW, "news")).containsExactlyInAnyOrder(GROUP, BOB);
    }

    @Test
    void the_private_chat_of_discord_is_the_persons_too() {
        ChatId dm = new ChatId("discord", "user:5");
        store.subscriptions().add(dm, "news", NOW);
        assertThat(kinds(new Memory.Person("discord", "5", null))).containsExactly(Memory.Kind.SUBSCRIBED);
        assertThat(kinds(new Memory.Person("discord", "5", new ChatId("discord", "900"))))
                .isEmpty();
        assertThat(kinds(new Memory.Person("discord", "5", dm))).containsExactly(Memory.Kind.SUBSCRIBED);
    }

    @Test
    void a_chat_that_is_forgotten_is_told_nothing_and_its_lists_neither() {
        watchlists().add(GROUP, "7", "BABA", NOW);
        follow(LIST);
        store.subscriptions().mute(GROUP, "news", null, NOW);
        assertThat(kinds(new Memory.Whole(GROUP)))
                .containsExactly(Memory.Kind.CHAT, Memory.Kind.WATCHED, Memory.Kind.MUTED, Memory.Kind.FOLLOWED);
        store.memory().forget(new Memory.Whole(GROUP));
        assertThat(told(NOW, "breakouts:BABA")).isEmpty();
        assertThat(store.memory().about(new Memory.Whole(GROUP))).isEmpty();
    }

    @Test
    void wishes_work_on_the_store_as_in_memory() {
        Wishes wishes = new Wishes(store.subscriptions(), store.followedLists(), watchlists(), store.transactions());
        Topic all = new Topic(Topic.Kind.NEWS, null);
        Topic baba = new Topic(Topic.Kind.NEWS, "BABA");
        assertThat(wishes.add(ANN, all, NOW)).isTrue();
        assertThat(wishes.end(ANN, List.of(baba), NOW)).containsExactly(baba);
        assertThat(told(NOW, "news:BABA", "news")).isEmpty();
        assertThat(told(NOW, "news:JD", "news")).containsExactly(ANN);
        assertThat(wishes.add(ANN, baba, NOW)).isTrue();
        assertThat(told(NOW, "news:BABA", "news")).containsExactly(ANN);
        assertThat(wishes.snooze(ANN, List.of(all), NOW.plusSeconds(60), NOW)).containsExactly(all);
        assertThat(told(NOW, "news:JD", "news")).isEmpty();
        store.subscriptions().add(ANN, "digest:morning", NOW);
        assertThat(wishes.of(ANN, NOW).topics()).containsExactly(all);
        wishes.end(ANN, List.of(all), NOW);
        assertThat(store.subscriptions().of(ANN)).containsExactly("digest:morning");
    }
}
