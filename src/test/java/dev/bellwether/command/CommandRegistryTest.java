package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Tone;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class CommandRegistryTest {
    private final Group group = new Group();

    static Ask ask(String text) {
        return new Ask(Group.CHAT, "ann", text, Group.NOW);
    }

    private static Command command(String name, Supplier<Answer> answer) {
        return new Command() {
            @Override
            public CommandSpec spec() {
                return new CommandSpec(name, "A test", List.of(), List.of("/" + name));
            }

            @Override
            public Answer answer(Ask ask, Arguments arguments) {
                return answer.get();
            }
        };
    }

    private static CommandRegistry registry(Chats chats) {
        return new CommandRegistry(new Symbols(Group.instruments(), false), chats, false);
    }

    private static List<ILoggingEvent> logged(Runnable work) {
        Logger log = (Logger) LoggerFactory.getLogger(CommandRegistry.class);
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        events.start();
        log.addAppender(events);
        log.setAdditive(false);
        try {
            work.run();
        } finally {
            log.detachAppender(events);
            log.setAdditive(true);
        }
        return events.list;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/quote BABA",
                "/quote@BellwetherBot BABA",
                "/QUOTE baba",
                "quote BABA",
                "  /quote   BABA  ",
                "/quote\tBABA",
                "/quote\nBABA",
                "/quote\u3000BABA",
                "/QUOTE@bellwetherBOT\u00a0$BABA,"
            })
    void a_command_is_understood_however_it_is_typed(String typed) {
        assertThat(group.ask(typed)).isEqualTo(group.ask("/quote BABA"));
        assertThat(group.ask(typed).failed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/nwes|There is no command /nwes. Did you mean /news? Type /help to see all of them.",
                "/babba|There is no command /babba. Did you mean /baba?",
                "/hel|There is no command /hel. Did you mean /help?",
                "/qqqqqqqq|There is no command /qqqqqqqq. Type /help to see all of them.",
                "good morning|There is no command /good.",
                "/|There was no command. Type /help to see all of them.",
                "//quote BABA|There is no command //quote. Did you mean /quote?",
                "/@BellwetherBot|There was no command."
            })
    void an_unknown_command_is_helped(String typed, String sentence) {
        Answer answer = group.ask(typed);
        assertThat(answer.failed()).isTrue();
        assertThat(answer.card().tone()).isEqualTo(Tone.ERROR);
        assertThat(Group.text(answer)).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u3000", ",;"})
    void nothing_typed_is_no_command(String typed) {
        Answer answer = group.ask(typed);
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).contains("There was no command. Type /help to see all of them.");
    }

    @Test
    void a_long_ask_is_taken_up_to_a_limit() {
        String text = "/quote BABA" + " ".repeat(1_989);
        assertThat(group.ask(text).failed()).isFalse();
        Answer tooLong = group.ask(text + " ");
        assertThat(tooLong.failed()).isTrue();
        assertThat(Group.text(tooLong)).contains("A command has at most 2000 characters.");
    }

    @Test
    void a_long_unknown_command_is_said_back_short() {
        String text = group.read("/" + "x".repeat(1_900));
        assertThat(text).contains("There is no command /xxx").hasSizeLessThan(200);
    }

    @Test
    void a_command_that_fails_apologizes_and_the_cause_goes_to_the_log_only() {
        CommandRegistry registry = registry(Chats.inMemory()).add(command("bad", () -> {
            throw new IllegalStateException("secret of the inside");
        }));
        List<ILoggingEvent> events = logged(() -> {
            Answer answer = registry.answer(ask("/bad"));
            assertThat(answer.failed()).isTrue();
            assertThat(answer.card().tone()).isEqualTo(Tone.ERROR);
            assertThat(Group.text(answer))
                    .startsWith("That did not work\nSomething went wrong here, not with what you typed.")
                    .doesNotContain("secret")
                    .doesNotContain("Exception");
        });
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage()).isEqualTo("/bad in test:group failed");
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("secret of the inside");
        });
    }

    @Test
    void a_store_that_fails_to_note_the_chat_does_not_keep_the_answer_back() {
        Chats broken = (Chats) Proxy.newProxyInstance(
                Chats.class.getClassLoader(), new Class<?>[] {Chats.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("the disk is gone");
                });
        List<ILoggingEvent> events = logged(() -> {
            Group there = new Group(
                    Group.NOW, List.of(new SampleSource()), BarStore.inMemory(), true, Group.articles(), broken);
            assertThat(there.ask("/status").failed()).isFalse();
        });
        assertThat(events).hasSize(1);
    }

    @Test
    void every_chat_that_asks_is_known_even_if_it_asks_nonsense() {
        Chats chats = Chats.inMemory();
        CommandRegistry registry = registry(chats);
        registry.answer(ask("nonsense"));
        registry.answer(ask("more nonsense"));
        registry.answer(new Ask(new ChatId("other", "group"), "ann", "", Group.NOW));
        assertThat(chats.count()).isEqualTo(2);
    }

    @Test
    void two_commands_of_one_name_are_refused() {
        Answer answer = Answer.of(Card.titled("x", Group.NOW).build());
        CommandRegistry registry = registry(Chats.inMemory()).add(command("same", () -> answer));
        assertThatThrownBy(() -> registry.add(command("same", () -> answer)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two commands are called /same");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/about", "/nonsense", "", "/quote", "/quote ZZZZ", "/baba", "/status", "/watch list"})
    void every_card_of_the_sample_mode_says_so(String typed) {
        assertThat(group.ask(typed).card().sample()).isTrue();
        assertThat(group.read(typed)).contains("[sample data]");
    }

    @Test
    void outside_of_the_sample_mode_a_card_without_samples_does_not_say_so() {
        assertThat(registry(Chats.inMemory()).answer(ask("/nonsense")).card().sample())
                .isFalse();
    }

    /** Says back the text that it was given. */
    private static final Command ECHO = new Command() {
        @Override
        public CommandSpec spec() {
            Parameter text = new Parameter("text", "some text", new Parameter.Rest(20), 1, 1);
            return new CommandSpec("echo", "A test", List.of(text), List.of("/echo hello"));
        }

        @Override
        public Answer answer(Ask ask, Arguments arguments) {
            return Answer.of(Card.titled(arguments.word("text"), Group.NOW).build());
        }
    };

    private static Answer echo(String text, String quoted) {
        return registry(Chats.inMemory()).add(ECHO).answer(new Ask(Group.CHAT, "ann", text, Group.NOW, false, quoted));
    }

    @Test
    void a_text_that_was_left_out_is_that_of_the_message_replied_to() {
        assertThat(Group.plain(echo("/echo", " BABA rose, 2%\n").card().title()))
                .isEqualTo("BABA rose, 2%");
        assertThat(Group.plain(echo("/echo mine", "the other").card().title())).isEqualTo("mine");
    }

    @Test
    void a_message_without_text_stands_for_nothing_and_one_that_is_too_long_is_refused() {
        assertThat(Group.text(echo("/echo", " \n"))).contains("/echo needs some text.");
        assertThat(Group.text(echo("/echo", "x".repeat(21))))
                .contains("The text has 21 characters; at most 20 are read");
    }

    @Test
    void a_command_that_takes_no_text_does_not_care_what_is_replied_to() {
        Ask reply = new Ask(Group.CHAT, "ann", "/quote BABA", Group.NOW, false, "JD fell");
        assertThat(group.registry().answer(reply)).isEqualTo(group.ask("/quote BABA"));
    }
}
