package dev.bellwether.deliver;

import static dev.bellwether.deliver.World.chat;
import static dev.bellwether.deliver.World.chats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.command.StatusPart;
import dev.bellwether.deliver.FakePlatform.Fault;
import dev.bellwether.store.OnBothEngines;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Voice;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTest extends OnBothEngines {
    private static final Duration LONG = Duration.ofMinutes(5);

    @SuppressWarnings("NullAway.Init") // set before each test
    private World world;

    @BeforeEach
    void begin() {
        world = World.telegram(store);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void a_notice_reaches_each_of_its_chats_once() {
        Delivery delivery = world.delivery();
        assertThat(delivery.post(world.alert("break", chats(45)))).isTrue();
        assertThat(world.drain(delivery, LONG)).isTrue();
        chats(45).forEach(chat -> assertThat(world.platform.keys(chat)).containsExactly("break"));
        assertThat(world.platform.violations()).isZero();
        assertThat(store.delivery().journal().chats("break", 100))
                .hasSize(45)
                .allSatisfy(entry -> assertThat(entry.end()).isEqualTo(Change.End.SENT));
    }

    @Test
    void the_same_key_is_the_same_notice() {
        Delivery delivery = world.delivery();
        assertThat(delivery.post(world.alert("digest", chat(1)))).isTrue();
        assertThat(delivery.post(world.alert("digest", chat(1)))).isFalse();
        world.drain(delivery, LONG);
        assertThat(delivery.post(world.alert("digest", chat(2)))).isFalse();
        world.drain(delivery, LONG);
        assertThat(world.platform.keys(chat(1))).containsExactly("digest");
        assertThat(world.platform.keys(chat(2))).isEmpty();
    }

    @Test
    void a_fact_and_its_notice_are_kept_both_or_none() {
        Delivery delivery = world.delivery();
        assertThatThrownBy(() -> store.transactions().inOne(() -> {
                    store.watchlists().add(chat(1), "me", "BABA", world.time.instant());
                    delivery.post(world.alert("lost", chat(1)));
                    throw new IllegalStateException("the power went");
                }))
                .hasMessage("the power went");
        assertThat(store.watchlists().list(chat(1), "me")).isEmpty();
        assertThat(store.delivery().journal().notice("lost")).isEmpty();

        store.transactions().inOne(() -> {
            store.watchlists().add(chat(1), "me", "BABA", world.time.instant());
            return delivery.post(world.alert("kept", chat(1)));
        });
        world.drain(delivery, LONG);
        assertThat(store.watchlists().list(chat(1), "me")).containsExactly("BABA");
        assertThat(world.platform.keys(chat(1))).containsExactly("kept");
    }

    @Test
    void a_chat_gets_its_messages_in_the_order_in_which_they_were_posted() {
        Delivery delivery = world.delivery();
        List<String> keys =
                IntStream.range(0, 30).mapToObj(number -> "message " + number).toList();
        keys.forEach(key -> delivery.post(world.alert(key, chats(3))));
        assertThat(world.drain(delivery, LONG)).isTrue();
        chats(3).forEach(chat -> assertThat(world.platform.keys(chat)).containsExactlyElementsOf(keys));
        assertThat(world.platform.violations()).isZero();
    }

    @Test
    void urgent_messages_overtake() {
        Delivery delivery = world.delivery();
        delivery.post(world.notice("digest", Lane.DIGEST, new Audience.These(chats(90))));
        delivery.tick();
        delivery.post(world.alert("alert", chats(3)));
        world.run(delivery, Duration.ofSeconds(2));
        chats(3).forEach(chat -> assertThat(world.platform.keys(chat)).contains("alert"));
        assertThat(world.waiting()).isPositive();
    }

    @Test
    void a_large_audience_does_not_starve_a_small_one() {
        Delivery delivery = world.delivery();
        delivery.post(world.alert("large", chats(600)));
        world.run(delivery, Duration.ofSeconds(3));
        List<ChatId> ten = IntStream.range(700, 710).mapToObj(World::chat).toList();
        delivery.post(world.alert("small", ten));
        world.run(delivery, Duration.ofSeconds(2));
        ten.forEach(chat -> assertThat(world.platform.keys(chat)).containsExactly("small"));
        assertThat(world.waiting()).isGreaterThan(300);
    }

    @Test
    void a_small_notice_to_chats_that_wait_for_a_large_one_comes_right_behind_it_there() {
        Delivery delivery = world.delivery();
        delivery.post(world.alert("large", chats(600)));
        world.run(delivery, Duration.ofSeconds(1));
        delivery.post(world.alert("small", chat(599)));
        world.run(delivery, Duration.ofSeconds(4));
        assertThat(world.platform.keys(chat(599))).containsExactly("large", "small");
        assertThat(world.waiting()).isGreaterThan(300);
    }

    @Test
    void a_chat_with_many_messages_takes_turns_with_the_others() {
        World fast = World.discord(store);
        Delivery delivery = fast.delivery();
        IntStream.range(0, 300).forEach(number -> delivery.post(fast.alert("much " + number, chat(1))));
        delivery.post(fast.alert("late", chat(2)));
        fast.run(delivery, Duration.ofSeconds(2));
        assertThat(fast.platform.keys(chat(2))).containsExactly("late");
        assertThat(fast.waiting()).isGreaterThan(100);
        fast.close();
    }

    @Test
    void subscribers_of_a_topic_get_it_page_by_page_and_others_do_not() {
        Delivery delivery = world.delivery();
        Set<ChatId> subscribers = chats(40).stream().collect(Collectors.toSet());
        subscribers.forEach(chat -> store.subscriptions().add(chat, "symbol:BABA", world.time.instant()));
        store.subscriptions().remove(chat(40), "symbol:BABA");
        store.chats().seen(chat(41), world.time.instant());
        Expander small = new Expander(
                store.transactions(),
                store.delivery().outbox(),
                store.delivery().audiences(),
                world.time,
                7);
        delivery.post(world.notice("topic", Lane.ALERT, new Audience.Topic("symbol:BABA")));
        int pages = 0;
        while (small.tick()) {
            pages++;
        }
        // Behind the subscriptions it looks once whether the topic stands on followed watchlists.
        assertThat(pages).isEqualTo(6 + 1);
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(world.platform.taken()).isEqualTo(39);
        assertThat(world.platform.keys(chat(40))).isEmpty();
        assertThat(world.platform.keys(chat(41))).isEmpty();
    }

    @Test
    void everyone_of_a_front_is_every_chat_that_is_in_use() {
        Delivery delivery = world.delivery();
        chats(5).forEach(chat -> store.chats().seen(chat, world.time.instant()));
        store.chats().seen(new ChatId("other", "1"), world.time.instant());
        store.chats().retire(chat(3), "kicked", world.time.instant());
        delivery.post(world.notice("news", Lane.DIGEST, new Audience.Everyone("front")));
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(world.platform.taken()).isEqualTo(4);
        assertThat(world.platform.keys(chat(3))).isEmpty();
    }

    @Test
    void a_chat_that_was_retired_before_is_told_why_nothing_came() {
        Delivery delivery = world.delivery();
        store.chats().seen(chat(1), world.time.instant());
        store.chats().retire(chat(1), "kicked out", world.time.instant());
        delivery.post(world.alert("news", chat(1)));
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(world.platform.calls()).isZero();
        assertThat(world.only("news").end()).isEqualTo(Change.End.DEAD);
        assertThat(world.only("news").detail()).isEqualTo("kicked out");
    }

    @Test
    void a_chat_that_blocks_the_bot_is_retired_with_the_reason_and_the_operator_is_told() {
        Delivery delivery = world.delivery();
        world.platform.fail((number, call) -> call.chat().equals(chat(1)) ? Fault.BLOCKED : null);
        delivery.post(world.alert("first", chats(2)));
        delivery.post(world.alert("second", chats(2)));
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(world.platform.keys(chat(2))).containsExactly("first", "second");
        Journal.Known known = store.delivery().journal().chat(chat(1)).orElseThrow();
        assertThat(known.retired()).isNotNull();
        assertThat(known.why()).contains("BLOCKED").contains("bot was blocked by the user");
        assertThat(store.delivery().journal().of(chat(1), 5))
                .extracting(Journal.Entry::end)
                .containsOnly(Change.End.DEAD);
        assertThat(world.platform.in(World.OPERATOR)).hasSize(1);
        assertThat(store.delivery().journal().totals(world.time.instant()).retiredChats())
                .isOne();
    }

    @Test
    void the_owner_of_a_gone_chat_is_told_by_the_other_way_there_is_and_nobody_about_that_in_turn() {
        Delivery delivery = world.delivery(new Contacts() {
            @Override
            public Optional<ChatId> owner(ChatId gone) {
                return gone.equals(chat(1)) ? Optional.of(chat(9)) : Optional.empty();
            }

            @Override
            public Optional<ChatId> operator() {
                return Optional.of(World.OPERATOR);
            }
        });
        world.platform.fail((number, call) -> Fault.BLOCKED);
        delivery.post(world.alert("first", chat(1)));
        assertThat(world.drain(delivery, LONG)).isTrue();
        List<Journal.Entry> told = store.delivery().journal().of(chat(9), 5);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().key()).startsWith("delivery:gone:front:1");
        assertThat(store.delivery().journal().of(World.OPERATOR, 5)).isEmpty();
    }

    @Test
    void a_chat_that_lets_the_bot_in_again_gets_what_comes_then() {
        Delivery delivery = world.delivery();
        world.platform.fail((number, call) -> Fault.BLOCKED);
        delivery.post(world.alert("first", chat(1)));
        world.drain(delivery, LONG);
        world.platform.fail((number, call) -> null);
        store.chats().seen(chat(1), world.time.instant());
        delivery.post(world.alert("second", chat(1)));
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(world.platform.keys(chat(1))).containsExactly("second");
    }

    @Test
    void a_group_that_moved_gets_everything_under_its_new_name_with_its_settings() {
        Delivery delivery = world.delivery();
        ChatId old = new ChatId("front", "-5");
        ChatId now = new ChatId("front", "-100500");
        store.chats().change(old, new ChatSettings(ZoneId.of("Asia/Hong_Kong"), null, null), world.time.instant());
        store.subscriptions().add(old, "symbol:BABA", world.time.instant());
        world.platform.move(old, now);
        delivery.post(world.alert("first", old));
        delivery.post(world.alert("second", old));
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(world.platform.keys(now)).containsExactly("first", "second");
        assertThat(store.chats().settings(now).zone()).isEqualTo(ZoneId.of("Asia/Hong_Kong"));
        assertThat(store.subscriptions().of(now)).containsExactly("symbol:BABA");
    }

    @Test
    void a_group_that_moved_to_a_name_already_known_gets_nothing_twice_and_nothing_is_left() {
        Delivery delivery = world.delivery();
        ChatId old = new ChatId("front", "-5");
        ChatId now = new ChatId("front", "-100500");
        store.chats().seen(now, world.time.instant());
        world.platform.move(old, now);
        delivery.post(world.alert("both", List.of(old, now)));
        delivery.post(world.alert("old", old));
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(world.platform.keys(now)).containsExactlyInAnyOrder("both", "old");
        assertThat(world.platform.duplicates()).isZero();
    }

    @Test
    void a_message_that_is_refused_is_reported_once_however_many_chats_it_was_for() {
        Delivery delivery = world.delivery();
        world.platform.fail((number, call) -> call.key().equals("bad") ? Fault.REFUSED : null);
        delivery.post(world.alert("bad", chats(5)));
        delivery.post(world.alert("good", chats(5)));
        assertThat(world.drain(delivery, LONG)).isTrue();
        chats(5).forEach(chat -> assertThat(world.platform.keys(chat)).containsExactly("good"));
        assertThat(world.platform.keys(World.OPERATOR)).containsExactly("delivery:refused:bad");
    }

    @Test
    void what_expires_before_it_can_be_sent_is_counted_and_not_sent() {
        Delivery delivery = world.delivery();
        world.platform.fail((number, call) -> Fault.UNREACHABLE);
        delivery.post(new Notice(
                "stale",
                world.card("stale", 1),
                Audience.chat(chat(1)),
                Lane.ALERT,
                world.time.instant().plusSeconds(60)));
        world.run(delivery, Duration.ofSeconds(90));
        world.platform.fail((number, call) -> null);
        world.run(delivery, Duration.ofSeconds(90));
        assertThat(world.waiting()).isZero();
        assertThat(world.platform.taken()).isZero();
        Journal.Entry entry = world.only("stale");
        assertThat(entry.end()).isEqualTo(Change.End.EXPIRED);
        assertThat(entry.failures())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.what()).isEqualTo("no connection"));
        assertThat(store.delivery().journal().totals(world.time.instant()).lastHour(Change.End.EXPIRED))
                .isOne();
        assertThat(status(delivery)).contains("1 expired");
    }

    @Test
    void a_reply_and_an_edit_find_the_message_they_belong_to_in_each_chat() {
        Delivery delivery = world.delivery();
        delivery.post(world.alert("call", chats(3)));
        delivery.post(follow("reply", "call", false));
        delivery.post(follow("edit", "call", true));
        delivery.post(follow("alone", "never posted", false));
        assertThat(world.drain(delivery, LONG)).isTrue();
        for (ChatId chat : chats(3)) {
            List<FakePlatform.Message> messages = world.platform.in(chat);
            String first = messages.getFirst().name();
            assertThat(messages.get(1).follow()).isEqualTo(new Envelope.Follow(first, false));
            assertThat(messages.get(2).follow()).isEqualTo(new Envelope.Follow(first, true));
            assertThat(messages.get(3).follow()).isNull();
        }
    }

    @Test
    void a_reply_of_a_more_urgent_lane_waits_for_what_it_replies_to() {
        Delivery delivery = world.delivery();
        world.platform.fail((number, call) -> number <= 2 ? Fault.SERVER_ERROR : null);
        delivery.post(world.notice("digest", Lane.DIGEST, Audience.chat(chat(1))));
        delivery.post(follow("reply", "digest", false));
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(world.platform.keys(chat(1))).containsExactly("digest", "reply");
        assertThat(world.platform.in(chat(1)).get(1).follow()).isNotNull();
    }

    private Notice follow(String key, String earlier, boolean edit) {
        return new Notice(
                key,
                world.card(key, 1),
                new Audience.These(chats(key.equals("reply") && earlier.equals("digest") ? 1 : 3)),
                Lane.ALERT,
                world.time.instant().plus(Duration.ofHours(1)),
                new Notice.Follow(earlier, edit));
    }

    @Test
    void a_long_card_that_failed_in_the_middle_goes_on_where_it_stopped() {
        Delivery delivery = world.delivery();
        world.platform.fail((number, call) -> number == 3 ? Fault.SERVER_ERROR : null);
        delivery.post(new Notice(
                "long",
                world.card("long", 4),
                Audience.chat(chat(1)),
                Lane.ALERT,
                world.time.instant().plus(Duration.ofHours(1))));
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(world.platform.in(chat(1)))
                .extracting(FakePlatform.Message::part)
                .containsExactly(0, 1, 2, 3);
        assertThat(world.only("long").messages()).hasSize(4);
        assertThat(world.platform.violations()).isZero();
    }

    @Test
    void quiet_hours_hold_alerts_back_until_they_are_over_but_no_answer() {
        Delivery delivery = world.delivery();
        // Noon in UTC is 20:00 in Hong Kong.
        store.chats()
                .change(
                        chat(1),
                        new ChatSettings(
                                ZoneId.of("Asia/Hong_Kong"),
                                null,
                                new ChatSettings.QuietHours(LocalTime.of(19, 0), LocalTime.of(21, 0))),
                        world.time.instant());
        delivery.post(world.alert("alert", chats(2)));
        delivery.post(world.notice("answer", Lane.ANSWER, Audience.chat(chat(1))));
        world.run(delivery, Duration.ofMinutes(1));
        assertThat(world.platform.keys(chat(1))).containsExactly("answer");
        assertThat(world.platform.keys(chat(2))).containsExactly("alert");
        world.time.pass(Duration.ofMinutes(60));
        world.run(delivery, Duration.ofSeconds(10));
        assertThat(world.platform.keys(chat(1))).containsExactly("answer", "alert");
    }

    @Test
    void what_is_deleted_with_its_chat_is_not_sent_and_stops_nothing() {
        Delivery delivery = world.delivery();
        delivery.post(world.alert("news", chats(3)));
        store.transactions().inOne(() -> {
            store.chats().seen(chat(2), world.time.instant());
            store.chats().retire(chat(2), "forgotten", world.time.instant());
            return store.chats().purge(world.time.instant().plusSeconds(1));
        });
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(world.platform.keys(chat(1))).containsExactly("news");
    }

    @Test
    void status_and_metrics_tell_how_it_is() {
        Delivery delivery = world.delivery();
        world.platform.fail((number, call) -> Fault.UNREACHABLE);
        delivery.post(world.alert("news", chats(10)));
        world.run(delivery, Duration.ofSeconds(20));
        assertThat(status(delivery)).contains("10 messages wait", "0 sent");
        assertThat(delivery.status())
                .anySatisfy(part -> assertThat(part.state()).isEqualTo(StatusPart.State.TROUBLE));
        world.platform.fail((number, call) -> null);
        world.drain(delivery, LONG);
        assertThat(status(delivery)).contains("0 messages wait", "in the last hour 10 sent, 0 failed");
        assertThat(delivery.status())
                .allSatisfy(part -> assertThat(part.state()).isEqualTo(StatusPart.State.OK));
        assertThat(world.metrics.scrape())
                .contains("bellwether_waiting 0.0", "bellwether_envelopes_total{end=\"sent\",front=\"front\"} 10.0");
    }

    private static String status(Delivery delivery) {
        return delivery.status().stream()
                .map(part -> Voice.english().plain(part.text()))
                .collect(Collectors.joining("\n"));
    }
}
