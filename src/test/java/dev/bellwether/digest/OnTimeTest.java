package dev.bellwether.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.digest.Digests.Kept;
import dev.bellwether.digest.OneBot.Kill;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.store.OnBothEngines;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Memory;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OnTimeTest extends OnBothEngines {
    private static final ChatId CHAT = new ChatId("test", "1");

    /** Monday, six in the morning. */
    private static final Instant NOW = Instant.parse("2026-01-05T06:00:00Z");

    private static final Instant EIGHT = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);

    private OneBot bot() {
        return new OneBot(settings, clock::get);
    }

    private static String read(Notice notice) {
        return new CardText(Voice.english(), Paint.PLAIN).render(notice.card()).replace("\n", " ");
    }

    @Test
    void a_digest_is_told_at_its_moment_once_and_then_at_the_next() {
        try (OneBot bot = bot()) {
            Kept kept = bot.on(CHAT, "08:00 daily BABA");
            assertThat(bot.tick()).isZero();
            clock.set(EIGHT);
            assertThat(bot.tick()).isOne();
            assertThat(bot.tick()).isZero();
            clock.set(EIGHT.plus(DAY).minusSeconds(1));
            assertThat(bot.tick()).isZero();
            clock.set(EIGHT.plus(DAY));
            assertThat(bot.tick()).isOne();
            assertThat(bot.posted)
                    .extracting(Notice::key)
                    .containsExactly(
                            "digest:" + kept.id() + ":" + EIGHT, "digest:" + kept.id() + ":" + EIGHT.plus(DAY));
            assertThat(bot.posted.getFirst()).satisfies(notice -> {
                assertThat(notice.lane()).isEqualTo(Lane.DIGEST);
                assertThat(notice.audience()).isEqualTo(Audience.chat(CHAT));
                assertThat(notice.expires()).isEqualTo(EIGHT.plus(OneBot.LATE));
                assertThat(read(notice)).contains("nothing here is advice").doesNotContain("late");
            });
            assertThat(read(bot.posted.getLast()))
                    .as("only the first says that it is no advice")
                    .doesNotContain("advice");
        }
    }

    @Test
    void what_was_missed_is_told_late_while_it_is_of_use() {
        try (OneBot bot = bot()) {
            bot.on(CHAT, "08:00 daily BABA");
            clock.set(EIGHT.plus(Duration.ofHours(2)));
            bot.tick();
            bot.tick();
            assertThat(bot.posted).singleElement().satisfies(notice -> {
                assertThat(read(notice)).contains("This digest was due 2026-01-05 08:00 UTC. It comes late");
                assertThat(notice.key()).endsWith(":" + EIGHT);
            });
        }
    }

    @Test
    void what_would_come_too_late_is_left_out_and_the_next_one_says_so() {
        try (OneBot bot = bot()) {
            Kept kept = bot.on(CHAT, "08:00 daily BABA");
            clock.set(EIGHT.plus(DAY).plus(Duration.ofHours(4)));
            bot.tick();
            assertThat(bot.posted).isEmpty();
            assertThat(bot.store.digests().byId(kept.id()).orElseThrow().skipped())
                    .isEqualTo(2);
            clock.set(EIGHT.plus(DAY.multipliedBy(2)));
            bot.tick();
            assertThat(bot.posted)
                    .singleElement()
                    .satisfies(notice -> assertThat(read(notice)).contains("2 digests before this one were left out"));
            clock.set(EIGHT.plus(DAY.multipliedBy(3)));
            bot.tick();
            assertThat(read(bot.posted.getLast())).doesNotContain("left out");
        }
    }

    @Test
    void of_several_that_were_missed_the_last_is_told_and_counts_the_others() {
        try (OneBot bot = bot()) {
            bot.on(CHAT, "08:00 09:00 10:00 daily BABA");
            clock.set(EIGHT.plus(Duration.ofHours(3)));
            bot.tick();
            assertThat(bot.posted).singleElement().satisfies(notice -> {
                assertThat(notice.key()).endsWith(":2026-01-05T10:00:00Z");
                assertThat(read(notice))
                        .contains("was due 2026-01-05 10:00 UTC")
                        .contains("2 digests before this one");
            });
        }
    }

    @Test
    void a_chat_that_is_gone_is_told_nothing_and_one_that_comes_back_goes_on() {
        try (OneBot bot = bot()) {
            bot.on(CHAT, "08:00 daily BABA");
            bot.store.chats().retire(CHAT, "kicked", NOW);
            clock.set(EIGHT);
            bot.tick();
            bot.store.chats().seen(CHAT, EIGHT);
            clock.set(EIGHT.plus(DAY));
            bot.tick();
            assertThat(bot.posted)
                    .singleElement()
                    .satisfies(notice -> assertThat(read(notice)).doesNotContain("left out"));
        }
    }

    @Test
    void a_chat_that_moved_is_told_under_its_new_name_and_one_that_was_forgotten_not_at_all() {
        ChatId other = new ChatId("test", "2");
        ChatId third = new ChatId("test", "3");
        try (OneBot bot = bot()) {
            bot.on(CHAT, "08:00 daily BABA");
            bot.on(third, "08:00 daily BABA");
            bot.store.chats().move(CHAT, other, NOW);
            bot.store.memory().forget(new Memory.Whole(third));
            clock.set(EIGHT);
            assertThat(bot.tick()).isEqualTo(2);
            assertThat(bot.posted).extracting(Notice::audience).containsExactly(Audience.chat(other));
        }
    }

    @Test
    void a_digest_that_is_switched_off_is_told_no_more() {
        try (OneBot bot = bot()) {
            Kept kept = bot.on(CHAT, "08:00 daily BABA");
            bot.desk.off(List.of(kept));
            clock.set(EIGHT);
            assertThat(bot.tick()).isZero();
            assertThat(bot.onTime.run(kept.id())).isEmpty();
        }
    }

    @Test
    void a_chat_that_chooses_another_zone_is_told_by_that() {
        try (OneBot bot = bot()) {
            Kept kept = bot.on(CHAT, "08:00 daily BABA");
            bot.store.chats().change(CHAT, ChatSettings.NONE.withZone(ZoneId.of("Europe/Berlin")), NOW);
            assertThat(bot.desk.followZones(NOW)).isOne();
            assertThat(bot.desk.followZones(NOW)).isZero();
            Instant seven = EIGHT.minus(Duration.ofHours(1));
            clock.set(seven);
            assertThat(bot.tick()).isOne();
            assertThat(bot.told(kept, seven)).isTrue();
            bot.store.chats().change(CHAT, ChatSettings.NONE.withZone(ZoneId.of("Asia/Hong_Kong")), seven);
            bot.desk.followZones(seven);
            clock.set(Instant.parse("2026-01-06T00:00:00Z"));
            assertThat(bot.tick()).isOne();
        }
    }

    @Test
    void what_is_due_already_when_the_zone_changes_is_told_all_the_same() {
        try (OneBot bot = bot()) {
            Kept kept = bot.on(CHAT, "08:00 daily BABA");
            clock.set(EIGHT);
            bot.store.chats().change(CHAT, ChatSettings.NONE.withZone(ZoneId.of("Europe/Berlin")), EIGHT);
            assertThat(bot.desk.followZones(EIGHT)).isZero();
            bot.tick();
            assertThat(bot.told(kept, EIGHT)).isTrue();
        }
    }

    @Test
    void a_calendar_that_changed_with_the_program_counts_from_the_next_start() {
        Kept kept;
        try (OneBot bot = bot()) {
            kept = bot.on(CHAT, "30m after nyse closes BABA");
            assertThat(kept.due()).isEqualTo(Instant.parse("2026-01-05T21:30:00Z"));
        }
        TradingCalendars later =
                exchange -> new Shifted(TradingCalendars.weekdays().of(exchange));
        try (OneBot bot = new OneBot(settings, clock::get, later, OneBot.LATE)) {
            bot.desk.countAnew(NOW);
            assertThat(bot.store.digests().byId(kept.id()).orElseThrow().due())
                    .isEqualTo(Instant.parse("2026-01-05T22:30:00Z"));
            clock.set(Instant.parse("2026-01-05T21:30:00Z"));
            assertThat(bot.tick()).isZero();
            clock.set(Instant.parse("2026-01-05T22:30:00Z"));
            assertThat(bot.tick()).isOne();
        }
    }

    @Test
    void a_task_that_was_lost_is_set_again_at_the_next_start() {
        try (OneBot bot = bot()) {
            bot.store.digests().add(Newsroom.spec(CHAT, "08:00 daily BABA"), ZoneOffset.UTC, EIGHT, NOW);
            clock.set(EIGHT);
            assertThat(bot.tick()).isZero();
            bot.desk.countAnew(EIGHT);
            assertThat(bot.tick()).isOne();
        }
    }

    @Test
    void a_chat_has_no_more_than_its_share_and_the_same_digest_not_twice() {
        try (OneBot bot = bot()) {
            for (int i = 0; i < 10; i++) {
                bot.on(CHAT, "0" + i + ":00 daily BABA");
            }
            assertThat(bot.desk.on(List.of(Newsroom.spec(CHAT, "11:00")), NOW)).isEmpty();
            assertThat(bot.desk.on(List.of(Newsroom.spec(CHAT, "05:00 daily BABA")), NOW))
                    .hasValueSatisfying(fresh -> assertThat(fresh).isEmpty());
            assertThat(bot.desk.of(CHAT)).hasSize(10);
        }
    }

    @Test
    void one_told_out_of_turn_begins_the_next_window_and_leaves_the_turn() {
        try (OneBot bot = bot()) {
            Kept kept = bot.on(CHAT, "08:00 daily BABA");
            bot.desk.preview(kept, NOW);
            assertThat(bot.store.digests().byId(kept.id()).orElseThrow().toldUntil())
                    .isNull();
            bot.desk.now(kept, NOW);
            assertThat(bot.store.digests().byId(kept.id()).orElseThrow().toldUntil())
                    .isEqualTo(NOW);
            clock.set(EIGHT);
            assertThat(bot.tick()).isOne();
        }
    }

    /**
     * Two processes, killed at any point of a task and begun again, while three weeks go by in steps of up to an hour and a half: in
     * the end each moment was told, and there is one notice for each.
     */
    @Test
    void neither_kills_nor_two_processes_tell_a_digest_twice_or_not_at_all() {
        Random random = new Random(engine.name().length());
        Due due = new Due(TradingCalendars.weekdays());
        List<Kept> all = new ArrayList<>();
        List<OneBot> bots = new ArrayList<>(List.of(resistant(), resistant()));
        List<String> texts = List.of(
                "08:00 daily BABA sections: ahead",
                "30m before nyse opens JD sections: ahead",
                "02:30 daily PDD sections: ahead");
        texts.forEach(text -> all.add(bots.getFirst().on(CHAT, text)));
        Instant end = NOW.plus(Duration.ofDays(21));
        int kills = 0;
        while (clock.get().isBefore(end)) {
            clock.updateAndGet(now -> now.plusSeconds(60 + random.nextInt(5_400)));
            for (int i = 0; i < bots.size(); i++) {
                Kill kill = random.nextInt(2) == 0 ? List.of(Kill.values()).get(random.nextInt(4)) : Kill.NEVER;
                if (!bots.get(i).tick(kill)) {
                    kills++;
                    bots.set(i, resistant());
                }
            }
        }
        clock.updateAndGet(now -> now.plus(Duration.ofMinutes(2)));
        bots.forEach(OneBot::tick);
        long expected = 0;
        for (Kept kept : all) {
            List<Instant> moments = due.between(kept.spec().when(), ZoneOffset.UTC, NOW, clock.get());
            expected += moments.size();
            assertThat(moments)
                    .allSatisfy(moment -> assertThat(bots.getFirst().told(kept, moment))
                            .as("%s", moment)
                            .isTrue());
        }
        assertThat(bots.getFirst().notices()).isEqualTo(expected);
        assertThat(kills).isGreaterThan(10);
        bots.forEach(OneBot::close);
    }

    /** A process that tells even half a day late, since its test is killed for hours. */
    private OneBot resistant() {
        return new OneBot(settings, clock::get, TradingCalendars.weekdays(), Duration.ofHours(12));
    }

    @Test
    void two_processes_at_the_same_moment_share_what_is_due() throws Exception {
        try (OneBot one = bot();
                OneBot other = bot();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 60; i++) {
                one.on(new ChatId("test", "chat" + i), "08:00 daily BABA sections: ahead");
            }
            clock.set(EIGHT);
            Future<Integer> first = threads.submit(() -> one.tick());
            Future<Integer> second = threads.submit(() -> other.tick());
            first.get();
            second.get();
            assertThat(one.notices()).isEqualTo(60);
            assertThat(one.posted.size() + other.posted.size()).isEqualTo(60);
        }
    }

    @Test
    void a_call_too_many_finds_nothing_to_do() {
        try (OneBot one = bot();
                OneBot other = bot()) {
            Kept kept = one.on(CHAT, "08:00 daily BABA");
            clock.set(EIGHT);
            assertThat(one.onTime.run(kept.id())).contains(EIGHT.plus(DAY));
            assertThat(other.onTime.run(kept.id())).contains(EIGHT.plus(DAY));
            one.tick();
            assertThat(one.notices()).isOne();
        }
    }
}
