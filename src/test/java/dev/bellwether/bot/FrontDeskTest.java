package dev.bellwether.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.command.Arguments;
import dev.bellwether.command.Command;
import dev.bellwether.command.CommandRegistry;
import dev.bellwether.command.CommandSpec;
import dev.bellwether.command.SettingsCommand;
import dev.bellwether.command.Symbols;
import dev.bellwether.fact.Instruments;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrontDeskTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final ChatId HERE = new ChatId("test", "here");

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Chats chats = Chats.inMemory();
    private final CommandRegistry registry =
            new CommandRegistry(new Symbols(new Instruments(List.of()), false), chats, false);
    private final FrontDesk desk = new FrontDesk(registry, chats, timer);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private void command(String name, Function<Ask, Answer> work) {
        registry.add(new Command() {
            @Override
            public CommandSpec spec() {
                return new CommandSpec(name, "A test", List.of(), List.of("/" + name));
            }

            @Override
            public Answer answer(Ask ask, Arguments arguments) {
                return work.apply(ask);
            }
        });
    }

    private static Answer say(String text) {
        return Answer.of(Card.titled(text, NOW).build());
    }

    private static Ask ask(String text) {
        return new Ask(HERE, "ann", text, NOW, true);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes down what it is told, in order. */
    private static class Said implements Reply {
        final BlockingQueue<String> all = new LinkedBlockingQueue<>();

        @Override
        public void working(Voice voice) {
            all.add("working");
        }

        @Override
        public void answer(Answer answer, Voice voice) {
            all.add(voice.plain(answer.card().title()));
        }

        @Override
        public void tooMany(Answer answer, Voice voice, boolean first) {
            all.add("too many " + first);
        }

        @Nullable
        String next() throws InterruptedException {
            return all.poll(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_question_is_answered() throws Exception {
        command("hello", ask -> say("Hello " + ask.member()));
        Said said = new Said();
        desk.answer(ask("/hello"), null, LONG, said).join();
        assertThat(said.all).containsExactly("Hello ann");
    }

    @Test
    void an_answer_that_takes_long_comes_after_one_sign_of_life() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        command("slow", ask -> {
            await(go);
            return say("Done");
        });
        Said said = new Said();
        Thread asked = desk.answer(ask("/slow"), null, AT_ONCE, said);
        assertThat(said.next()).isEqualTo("working");
        go.countDown();
        asked.join();
        assertThat(said.all).containsExactly("Done");
    }

    @Test
    void an_answer_waits_for_a_sign_of_life_that_is_on_its_way() throws Exception {
        CountDownLatch signBegan = new CountDownLatch(1);
        CountDownLatch signMayEnd = new CountDownLatch(1);
        command("slow", ask -> {
            await(signBegan);
            signMayEnd.countDown();
            return say("Done");
        });
        Said said = new Said() {
            @Override
            public void working(Voice voice) {
                signBegan.countDown();
                FrontDeskTest.await(signMayEnd);
                super.working(voice);
            }
        };
        desk.answer(ask("/slow"), null, AT_ONCE, said).join();
        assertThat(said.all).containsExactly("working", "Done");
    }

    @Test
    void a_sign_of_life_that_fails_costs_no_answer() throws Exception {
        CountDownLatch tried = new CountDownLatch(1);
        command("slow", ask -> {
            await(tried);
            return say("Done");
        });
        Said said = new Said() {
            @Override
            public void working(Voice voice) {
                tried.countDown();
                throw new IllegalStateException("no connection");
            }
        };
        desk.answer(ask("/slow"), null, AT_ONCE, said).join();
        assertThat(said.all).containsExactly("Done");
    }

    @Test
    void an_answer_that_could_not_be_shown_is_followed_by_one_plain_apology() throws Exception {
        command("big", ask -> say("Too big"));
        AtomicInteger tries = new AtomicInteger();
        Said said = new Said() {
            @Override
            public void answer(Answer answer, Voice voice) {
                if (tries.incrementAndGet() == 1) {
                    throw new IllegalStateException("refused");
                }
                super.answer(answer, voice);
            }
        };
        desk.answer(ask("/big"), null, LONG, said).join();
        assertThat(said.all).containsExactly("That did not work");
        assertThat(tries).hasValue(2);
    }

    @Test
    void a_reply_that_always_fails_is_given_up_and_the_next_question_is_answered() throws Exception {
        command("hello", ask -> say("Hello"));
        AtomicInteger tries = new AtomicInteger();
        desk.answer(ask("/hello"), null, LONG, new Said() {
                    @Override
                    public void answer(Answer answer, Voice voice) {
                        tries.incrementAndGet();
                        throw new IllegalStateException("gone");
                    }
                })
                .join();
        assertThat(tries).hasValue(2);
        Said said = new Said();
        desk.answer(ask("/hello"), null, LONG, said).join();
        assertThat(said.all).containsExactly("Hello");
    }

    @Test
    void an_error_deep_inside_is_an_apology_in_the_readers_language() throws Exception {
        command("deep", ask -> {
            throw new StackOverflowError();
        });
        Said said = new Said();
        desk.answer(ask("/deep"), Language.DE, LONG, said).join();
        assertThat(said.all).containsExactly("Das hat nicht geklappt");
    }

    @Test
    void a_stopped_timer_costs_the_sign_of_life_only() throws Exception {
        command("hello", ask -> say("Hello"));
        timer.shutdownNow();
        Said said = new Said();
        desk.answer(ask("/hello"), null, AT_ONCE, said).join();
        assertThat(said.all).containsExactly("Hello");
    }

    @Test
    void a_new_language_holds_from_the_answer_that_says_so() throws Exception {
        registry.add(new SettingsCommand(chats));
        Said said = new Said();
        desk.answer(ask("/settings language zh"), Language.DE, LONG, said).join();
        desk.answer(ask("/settings language default"), Language.DE, LONG, said).join();
        assertThat(said.all).containsExactly("本聊天的设置", "Einstellungen dieses Chats");
    }

    @Test
    void a_flood_from_one_chat_waits_in_its_own_line_and_another_chat_is_answered_at_once() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        command("slow", ask -> {
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            await(go);
            working.decrementAndGet();
            return say("Done");
        });
        command("hello", ask -> say("Hello"));
        Said flooded = new Said();
        List<Thread> flood = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            flood.add(desk.answer(ask("/slow"), null, LONG, flooded));
        }
        Said other = new Said();
        desk.answer(new Ask(new ChatId("test", "there"), "bob", "/hello", NOW), null, LONG, other)
                .join();
        assertThat(other.all).containsExactly("Hello");
        assertThat(flooded.all).isEmpty();
        go.countDown();
        for (Thread one : flood) {
            one.join();
        }
        assertThat(flooded.all).hasSize(200).containsOnly("Done");
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void questions_of_one_chat_get_their_turn_in_the_order_they_came() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        BlockingQueue<String> order = new LinkedBlockingQueue<>();
        command("slow", ask -> {
            await(go);
            return say("Done");
        });
        command("note", ask -> {
            order.add(ask.member());
            return say("Noted");
        });
        List<Thread> all = new ArrayList<>();
        CountDownLatch last = new CountDownLatch(1);
        command("stay", ask -> {
            await(last);
            return say("Done");
        });
        // Three stay, so that one at a time gets through.
        for (int i = 0; i < 3; i++) {
            all.add(desk.answer(ask("/stay"), null, LONG, new Said()));
        }
        all.add(desk.answer(ask("/slow"), null, LONG, new Said()));
        List<String> members = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            members.add("member " + i);
            Ask note = new Ask(HERE, "member " + i, "/note", NOW);
            all.add(desk.answer(note, null, LONG, new Said()));
        }
        go.countDown();
        for (Thread one : all.subList(3, all.size())) {
            one.join();
        }
        last.countDown();
        assertThat(order).containsExactlyElementsOf(members);
    }

    @Test
    void who_asks_too_much_is_told_when_to_ask_again_without_waiting_in_line() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        command("slow", ask -> {
            await(go);
            return say("Done");
        });
        FrontDesk limited = new FrontDesk(registry, chats, timer, new Allowance(20, 60), () -> NOW, null);
        Said said = new Said();
        List<Thread> asked = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            asked.add(limited.answer(ask("/slow"), null, LONG, said));
        }
        assertThat(List.of(String.valueOf(said.next()), String.valueOf(said.next())))
                .containsExactlyInAnyOrder("too many true", "too many false");
        go.countDown();
        for (Thread one : asked) {
            one.join();
        }
        assertThat(said.all).hasSize(10).containsOnly("Done");
    }

    @Test
    void the_refusal_is_worded_in_the_readers_language_with_the_seconds() throws Exception {
        command("hello", ask -> say("Hello"));
        FrontDesk limited = new FrontDesk(registry, chats, timer, new Allowance(1, 60), () -> NOW, null);
        limited.answer(ask("/hello"), null, LONG, new Said()).join();
        BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        limited.answer(ask("/hello"), Language.DE, LONG, new Said() {
                    @Override
                    public void tooMany(Answer answer, Voice voice, boolean first) {
                        assertThat(answer.failed()).isTrue();
                        assertThat(answer.reach()).isEqualTo(Answer.Reach.ASKER);
                        texts.add(new CardText(voice, Paint.PLAIN).oneLine(answer.card()));
                    }
                })
                .join();
        assertThat(texts).containsExactly("Das waren viele Fragen auf einmal. In 60 Sekunden geht es weiter.");
    }

    @Test
    void closing_waits_for_what_is_under_way_on_one_front_or_on_all() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        command("slow", ask -> {
            await(go);
            return say("Done");
        });
        assertThat(desk.awaitIdle(Duration.ZERO)).isTrue();
        Said said = new Said();
        desk.answer(ask("/slow"), null, LONG, said);
        assertThat(desk.awaitIdle(Duration.ZERO)).isFalse();
        assertThat(desk.awaitIdle("other", Duration.ZERO)).isTrue();
        assertThat(desk.awaitIdle("test", Duration.ZERO)).isFalse();
        go.countDown();
        assertThat(desk.awaitIdle(Duration.ofSeconds(60))).isTrue();
        assertThat(said.all).containsExactly("Done");
    }
}
