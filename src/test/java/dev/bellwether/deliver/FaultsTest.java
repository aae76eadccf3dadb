package dev.bellwether.deliver;

import static dev.bellwether.deliver.World.chat;
import static dev.bellwether.deliver.World.chats;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.deliver.FakePlatform.Fault;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Voice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Platforms and networks at their worst. The platform counts what breaks its limits; the clock is the test's. */
class FaultsTest {
    private static final Duration LONG = Duration.ofMinutes(30);
    private static final int CHATS = 20;
    private static final List<String> KEYS =
            IntStream.range(0, 5).mapToObj(number -> "message " + number).toList();

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before each test
    private Store store;

    @SuppressWarnings("NullAway.Init") // each test begins with one
    private World world;

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.inFolder(folder));
    }

    @AfterEach
    void end() {
        world.close();
        store.close();
    }

    private Delivery begin(boolean recognises) {
        world = recognises ? World.discord(store) : World.telegram(store);
        Delivery delivery = world.delivery();
        KEYS.forEach(key -> delivery.post(world.alert(key, chats(CHATS))));
        return delivery;
    }

    /** Everything is there, in order; what stands there twice follows its original. */
    private void everythingArrived() {
        for (ChatId chat : chats(CHATS)) {
            assertThat(world.platform.keys(chat).stream().distinct()).containsExactlyElementsOf(KEYS);
        }
        assertThat(world.platform.violations()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "CHAT_LIMIT, 2",
        "CHAT_LIMIT, 40",
        "GLOBAL_LIMIT, 2",
        "GLOBAL_LIMIT, 40",
        "SERVER_ERROR, 1",
        "UNREACHABLE, 1",
        "DROPPED_BEFORE, 1",
        "DROPPED_AFTER, 1"
    })
    void every_tenth_call_fails_and_everything_arrives_once(Fault fault, int pauseSeconds) {
        Delivery delivery = begin(true);
        world.platform.pauses(Duration.ofSeconds(pauseSeconds));
        world.platform.fail((number, call) -> number % 10 == 0 ? fault : null);
        assertThat(world.drain(delivery, LONG)).isTrue();
        everythingArrived();
        assertThat(world.platform.taken()).isEqualTo((long) CHATS * KEYS.size());
    }

    @ParameterizedTest
    @CsvSource({"CHAT_LIMIT", "GLOBAL_LIMIT", "SERVER_ERROR", "UNREACHABLE", "DROPPED_BEFORE", "DROPPED_AFTER"})
    void where_repeats_are_not_known_only_what_was_in_doubt_stands_there_twice_and_is_marked(Fault fault) {
        Delivery delivery = begin(false);
        world.platform.fail((number, call) -> number % 10 == 0 && !call.again() ? fault : null);
        assertThat(world.drain(delivery, LONG)).isTrue();
        everythingArrived();
        long marked = chats(CHATS).stream()
                .flatMap(chat -> world.platform.in(chat).stream())
                .filter(FakePlatform.Message::again)
                .count();
        if (fault == Fault.DROPPED_AFTER) {
            assertThat(world.platform.duplicates()).isPositive().isEqualTo(marked);
        } else {
            assertThat(world.platform.duplicates()).isZero();
            assertThat(marked > 0).isEqualTo(fault == Fault.DROPPED_BEFORE);
        }
    }

    @Test
    void a_pause_for_all_is_understood_even_if_the_platform_does_not_say_so() {
        Delivery delivery = begin(true);
        world.platform.saysNothingOfAll();
        world.platform.pauses(Duration.ofSeconds(30));
        world.platform.fail((number, call) -> number == 10 ? Fault.GLOBAL_LIMIT : null);
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(world.platform.violations()).as("one to learn from").isOne();
    }

    @Test
    void an_answer_that_never_comes_leads_to_one_repeat_and_then_to_the_operator() {
        world = World.telegram(store);
        Delivery delivery = world.delivery();
        world.platform.fail((number, call) -> call.chat().equals(chat(1)) ? Fault.DROPPED_AFTER : null);
        delivery.post(world.alert("news", chats(2)));
        delivery.post(world.alert("later", chat(2)));
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(world.platform.in(chat(1)))
                .extracting(FakePlatform.Message::again)
                .containsExactly(false, true);
        assertThat(store.delivery().journal().of(chat(1), 1))
                .extracting(Journal.Entry::end)
                .containsExactly(Change.End.UNSURE);
        assertThat(world.platform.keys(World.OPERATOR)).containsExactly("delivery:unsure:news");
        assertThat(world.platform.keys(chat(2))).containsExactly("news", "later");
    }

    @Test
    void where_repeats_are_known_an_answer_that_never_comes_is_waited_for() {
        world = World.discord(store);
        Delivery delivery = world.delivery();
        world.platform.fail((number, call) -> number <= 5 ? Fault.DROPPED_AFTER : null);
        delivery.post(world.alert("news", chat(1)));
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(world.platform.keys(chat(1))).containsExactly("news");
        assertThat(world.only("news").end()).isEqualTo(Change.End.SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNREACHABLE", "SERVER_ERROR"})
    void a_minute_without_network_or_answers_costs_nothing_but_that_minute(Fault fault) {
        Delivery delivery = begin(false);
        world.run(delivery, Duration.ofSeconds(1));
        Instant back = world.time.instant().plusSeconds(60);
        world.platform.fail((number, call) -> world.time.instant().isBefore(back) ? fault : null);
        world.run(delivery, Duration.ofSeconds(60));
        long calls = world.platform.calls();
        assertThat(calls).as("the brake spares calls").isLessThan(80);
        assertThat(world.drain(delivery, Duration.ofSeconds(60))).isTrue();
        everythingArrived();
    }

    @Test
    void one_chat_that_always_fails_holds_up_nobody_else() {
        world = World.telegram(store);
        Delivery delivery = world.delivery();
        world.platform.fail((number, call) -> call.chat().equals(chat(3)) ? Fault.SERVER_ERROR : null);
        KEYS.forEach(key -> delivery.post(world.alert(key, chats(CHATS))));
        Instant begun = world.time.instant();
        assertThat(world.runUntil(delivery, Duration.ofSeconds(20), () -> world.waiting() == KEYS.size()))
                .isTrue();
        assertThat(Duration.between(begun, world.time.instant())).isLessThan(Duration.ofSeconds(10));
        assertThat(world.platform.keys(chat(3))).isEmpty();
        world.platform.fail((number, call) -> null);
        assertThat(world.drain(delivery, LONG)).isTrue();
        everythingArrived();
    }

    @Test
    void slow_answers_cost_no_throughput() {
        world = World.discord(store);
        Delivery delivery = world.delivery();
        world.time.workTakes(Duration.ofSeconds(4));
        delivery.post(world.alert("news", chats(400)));
        Instant begun = world.time.instant();
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(Duration.between(begun, world.time.instant())).isLessThan(Duration.ofSeconds(13));
        assertThat(world.platform.taken()).isEqualTo(400);
        assertThat(world.platform.violations()).isZero();
    }

    @Test
    void a_group_gets_no_more_than_its_platform_allows_and_others_are_not_held_up_by_it() {
        world = World.telegram(store);
        Delivery delivery = world.delivery();
        ChatId group = new ChatId("front", "-77");
        List<String> keys =
                IntStream.range(0, 45).mapToObj(number -> "group " + number).toList();
        keys.forEach(key -> delivery.post(world.alert(key, group)));
        delivery.post(world.alert("other", chats(CHATS)));
        world.run(delivery, Duration.ofSeconds(5));
        chats(CHATS).forEach(chat -> assertThat(world.platform.keys(chat)).containsExactly("other"));
        assertThat(world.drain(delivery, LONG)).isTrue();
        assertThat(world.platform.keys(group)).containsExactlyElementsOf(keys);
        assertThat(world.platform.violations()).isZero();
    }

    @Test
    void the_allowance_is_used_to_98_percent_without_one_refusal() {
        for (Map.Entry<World, Integer> each :
                Map.of(World.telegram(store), 30, World.discord(store), 50).entrySet()) {
            world = each.getKey();
            Delivery delivery = world.delivery();
            int count = each.getValue() * 10;
            String key = "fan-out at " + each.getValue();
            delivery.post(new Notice(
                    key,
                    world.card(key, 1),
                    new Audience.These(chats(count)),
                    Lane.ALERT,
                    world.time.instant().plus(Duration.ofHours(1))));
            world.run(delivery, Duration.ofSeconds(1));
            long before = world.platform.taken();
            world.run(delivery, Duration.ofSeconds(8));
            double share = (world.platform.taken() - before) / (8.0 * each.getValue());
            assertThat(share).isBetween(0.98, 1.0);
            assertThat(world.platform.violations()).isZero();
            world.close();
        }
    }

    @Test
    void a_clock_that_jumps_forward_expires_nothing_that_could_be_sent_and_frees_nothing_of_its_own() {
        Delivery delivery = begin(false);
        world.run(delivery, Duration.ofSeconds(1));
        world.time.jump(Duration.ofDays(30));
        assertThat(world.drain(delivery, Duration.ofMinutes(2))).isTrue();
        everythingArrived();
        assertThat(world.platform.duplicates()).isZero();
        assertThat(Voice.english().plain(delivery.status().getFirst().text())).contains("30 d");
    }

    @Test
    void a_clock_that_jumps_back_delays_nothing() {
        Delivery delivery = begin(false);
        world.platform.fail((number, call) -> number > 20 ? Fault.SERVER_ERROR : null);
        world.run(delivery, Duration.ofSeconds(20));
        assertThat(world.waiting()).isPositive();
        world.platform.fail((number, call) -> null);
        world.time.jump(Duration.ofDays(-30));
        boolean drained = world.drain(delivery, Duration.ofMinutes(1));
        assertThat(drained)
                .as(world.time.instant() + " " + delivery.status()
                        + store.delivery().journal().of(chat(7), 3))
                .isTrue();
        everythingArrived();
        assertThat(world.platform.duplicates()).isZero();
    }
}
