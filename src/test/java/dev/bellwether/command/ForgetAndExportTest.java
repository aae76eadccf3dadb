package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Memory;
import dev.bellwether.talk.Memory.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgetAndExportTest {
    private static final Memory.Subject ANN = new Memory.Person("test", "ann", Group.CHAT);
    private static final Memory.Subject BOB = new Memory.Person("test", "bob", Group.CHAT);
    private static final Memory.Subject ANN_EVERYWHERE = new Memory.Person("test", "ann", null);
    private static final Memory.Subject ALL = new Memory.Whole(Group.CHAT);

    private final Group group = new Group();

    @BeforeEach
    void somethingIsKept() {
        group.memory.keep(ANN, Kind.WATCHED, Map.of("symbol", "BABA", "member", "ann"));
        group.memory.keep(ANN, Kind.MARK, Map.of("symbol", "JD", "reason", "a \"typo\" \ud83d\udcc9"));
        group.memory.keep(BOB, Kind.WATCHED, Map.of("symbol", "PDD"));
        group.memory.keep(ANN_EVERYWHERE, Kind.WATCHED, Map.of("symbol", "BIDU"));
        group.memory.keep(ALL, Kind.CHAT, Map.of("chat", "group"));
    }

    private static String text(Answer answer) {
        return Group.text(answer).replaceAll("\\s+", " ");
    }

    private static List<Block.Button> buttons(Answer answer) {
        return answer.card().blocks().stream()
                .filter(block -> block instanceof Block.Buttons)
                .flatMap(block -> ((Block.Buttons) block).buttons().stream())
                .toList();
    }

    private static Block.Document file(Answer answer) {
        return answer.card().blocks().stream()
                .filter(block -> block instanceof Block.Document)
                .map(block -> (Block.Document) block)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_first_step_says_exactly_what_will_go_and_deletes_nothing() {
        Answer answer = group.ask("/forget me");
        assertThat(answer.failed()).isFalse();
        assertThat(text(answer))
                .contains("what will be deleted:")
                .contains("Watchlists 1 symbol: BABA")
                .contains("Marks 1 call marked as wrong, with name and reason: JD")
                .contains("type /forget me confirm")
                .contains("stay marked");
        assertThat(group.memory.about(ANN)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forget me confirm", "/forget ME  Confirm", "forget me confirm"})
    void the_second_step_deletes_and_says_what_went(String typed) {
        assertThat(text(group.ask(typed)))
                .contains("Forgotten")
                .contains("Watchlists 1 symbol: BABA")
                .contains("Marks 1 call");
        assertThat(group.memory.about(ANN)).isEmpty();
        assertThat(group.memory.about(BOB)).hasSize(1);
        assertThat(text(group.ask("/forget me"))).contains("I keep nothing about you in this chat.");
        assertThat(group.ask(typed).failed()).isFalse();
    }

    @Test
    void the_button_deletes_for_who_was_shown_it() {
        Block.Button delete = buttons(group.ask("/forget me")).getFirst();
        assertThat(delete.command().length()).isLessThan(62);
        assertThat(Group.plain(group.ask(delete.command()).card().title())).isEqualTo("Forgotten");
        assertThat(group.memory.about(ANN)).isEmpty();
    }

    @Test
    void somebody_elses_button_deletes_nothing_and_shows_the_own_things() {
        Block.Button delete = buttons(group.ask("/forget me")).getFirst();
        Answer answer = group.ask(Group.CHAT, "bob", delete.command());
        assertThat(text(answer)).contains("That button was for somebody else.").contains("PDD");
        assertThat(group.memory.about(BOB)).hasSize(1);
        assertThat(group.memory.about(ANN)).hasSize(2);
    }

    @Test
    void everywhere_is_every_chat_of_the_front() {
        assertThat(text(group.ask("/forget everywhere")))
                .contains("in all chats here")
                .contains("BIDU");
        group.ask("/forget everywhere confirm");
        assertThat(group.memory.about(ANN_EVERYWHERE)).isEmpty();
        assertThat(group.memory.about(ANN)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forget chat", "/forget chat confirm", "/export chat"})
    void what_belongs_to_all_is_for_who_manages_the_chat(String typed) {
        Answer answer = group.ask(typed);
        assertThat(answer.failed()).isTrue();
        assertThat(text(answer)).contains("Only those who manage this chat");
        assertThat(group.memory.about(ALL)).hasSize(1);
    }

    @Test
    void a_manager_forgets_the_whole_chat_in_two_steps() {
        assertThat(text(group.askAsManager("/forget chat")))
                .contains("everybody in it")
                .contains("its settings");
        assertThat(text(group.askAsManager("/forget chat confirm"))).contains("I note again that this chat exists");
        assertThat(group.memory.about(ALL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/forget|/forget needs",
                "/forget confirm|\"confirm\" is not one of me, everywhere, chat.",
                "/forget me yes|type /forget me confirm",
                "/forget me confirmed|type /forget me confirm",
                "/forget chta|Did you mean \"chat\"?",
                "/export me chat|takes only one",
                "/export you|is not one of me, everywhere, chat."
            })
    void a_mistake_deletes_nothing_and_says_what_to_type(String typed, String sentence) {
        Answer answer = group.ask(typed);
        assertThat(answer.failed()).isTrue();
        assertThat(text(answer)).contains(sentence);
        assertThat(group.memory.about(ANN)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forget me", "/forget me confirm", "/forget everywhere", "/export", "/export everywhere"})
    void it_concerns_who_asked_and_nobody_else(String typed) {
        assertThat(group.ask(typed).reach()).isEqualTo(Answer.Reach.ASKER);
        assertThat(group.ask(typed).reach()).isEqualTo(Answer.Reach.ASKER);
    }

    @Test
    void the_file_holds_all_that_would_be_deleted() throws Exception {
        Answer answer = group.ask("/export");
        Block.Document file = file(answer);
        assertThat(file.name()).isEqualTo("bellwether-me-2026-01-02.json");
        assertThat(file.mediaType()).isEqualTo("application/json");
        JsonNode json = new ObjectMapper().readTree(file.content());
        assertThat(json.at("/exported").textValue()).isEqualTo("2026-01-02T22:00:00Z");
        assertThat(json.at("/chat").textValue()).isEqualTo("group");
        assertThat(json.at("/member").textValue()).isEqualTo("ann");
        assertThat(json.at("/watchlist/0/symbol").textValue()).isEqualTo("BABA");
        assertThat(json.at("/marks/0/reason").textValue()).isEqualTo("a \"typo\" \ud83d\udcc9");
        assertThat(text(answer)).contains("Watchlists 1 symbol: BABA").contains("/forget me");
        assertThat(group.memory.about(ANN)).hasSize(2);
    }

    @Test
    void a_manager_gets_the_whole_chat_for_himself_alone() {
        Answer answer = group.askAsManager("/export chat");
        assertThat(file(answer).name()).isEqualTo("bellwether-chat-2026-01-02.json");
        assertThat(file(answer).content()).doesNotContain("boss");
        assertThat(answer.reach()).isEqualTo(Answer.Reach.ASKER);
    }

    @Test
    void where_nothing_is_kept_there_is_no_file() {
        Answer answer = group.ask(Group.CHAT, "carl", "/export");
        assertThat(answer.failed()).isFalse();
        assertThat(text(answer)).contains("I keep nothing of that kind");
        assertThat(answer.card().blocks()).noneMatch(block -> block instanceof Block.Document);
    }
}
