package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.Priced;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ButtonsTest {
    private final Group group = new Group();

    private static List<Block.Button> buttons(Card card) {
        return card.blocks().stream()
                .flatMap(block -> switch (block) {
                    case Block.Buttons(List<Block.Button> buttons) -> buttons.stream();
                    case Block.Menu menu -> menu.options().stream();
                    default -> Stream.<Block.Button>empty();
                })
                .toList();
    }

    private static List<String> commands(Answer answer, boolean inPlace) {
        return buttons(answer.card()).stream()
                .filter(button -> button.inPlace() == inPlace)
                .map(Block.Button::command)
                .toList();
    }

    static Stream<String> examples() {
        return EveryCommandTest.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatever_a_button_asks_is_answered_and_refresh_gives_the_same_card(String example) {
        Answer answer = group.ask(example);
        assertThat(buttons(answer.card()))
                .allSatisfy(button ->
                        assertThat(group.ask(button.command()).failed()).isFalse());
        List<String> anew = commands(answer, true).stream()
                .filter(command -> !command.startsWith("/alert ")) // the steps of a form take each other's place
                .toList();
        assertThat(anew)
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(again -> assertThat(group.ask(again)).isEqualTo(answer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/baba               | /quote BABA             | /news BABA,/levels BABA,/alert BABA",
                "/quote 9988.hk      | /quote 9988.HK          | /news BABA,/levels 9988.HK,/alert 9988.HK",
                "/quote baba,jd ZZZZ | /quote BABA JD          | /quote BABA,/quote JD",
                "/news alibaba 3     | /news BABA 3            | /quote BABA",
                "/news               | /news                   |",
                "/news 7             | /news 7                 |",
                "/levels             | /levels BABA            | /quote BABA,/alert BABA",
                "/status             | /status                 |",
                "/about              |                         |"
            })
    void a_card_offers_itself_anew_and_what_comes_next(String ask, String again, String next) {
        Answer answer = group.ask(ask);
        assertThat(commands(answer, true)).isEqualTo(again == null ? List.of() : List.of(again));
        assertThat(commands(answer, false)).isEqualTo(next == null ? List.of() : List.of(next.split(",")));
    }

    @Test
    void the_watchlist_opens_its_symbols() {
        group.ask("/watch add JD BABA");
        Answer list = group.ask("/watch list");
        assertThat(commands(list, true)).containsExactly("/watch list");
        assertThat(commands(list, false)).containsExactly("/quote JD", "/quote BABA");
    }

    @Test
    void a_table_of_nothing_offers_nothing() {
        assertThat(buttons(group.ask("/quote ZZZZ BAAB").card())).isEmpty();
    }

    @Test
    void a_menu_takes_the_first_that_fit() {
        List<String> many =
                Stream.iterate(1, i -> i + 1).limit(40).map(i -> "S" + i).toList();
        assertThat(Buttons.open(many).options())
                .hasSize(25)
                .last()
                .satisfies(option -> assertThat(option.command()).isEqualTo("/quote S25"));
    }

    @Test
    void a_symbol_that_nobody_follows_is_only_asked_for_again() {
        TestSource good = new TestSource("good", Priced.Cause.UNKNOWN_SYMBOL, "ACME");
        Group live = new Group(Group.NOW, List.of(good), BarStore.inMemory(), false);
        Answer answer = live.ask("/quote acme");
        assertThat(commands(answer, true)).containsExactly("/quote ACME");
        assertThat(commands(answer, false)).isEmpty();
    }
}
