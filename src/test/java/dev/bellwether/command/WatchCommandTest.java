package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Markets;
import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.Priced;
import dev.bellwether.quote.QuoteSettings;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.SampleRates;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import dev.bellwether.watch.Watchlists;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchCommandTest {
    private final Group group = new Group();

    private List<String> list() {
        return Figures.words(group.ask("/watch list"), "watchlist");
    }

    @Test
    void what_is_added_is_listed_with_prices_in_its_order() {
        assertThat(group.read("/watch add JD BABA"))
                .contains("Added: JD, BABA.")
                .contains("Now on it: JD, BABA.");
        Answer answer = group.ask("/watch list");
        assertThat(Group.plain(answer.card().title())).isEqualTo("Your watchlist");
        assertThat(Figures.each(answer.card(), "instruments", "listing")).containsExactly("JD", "BABA");
        assertThat(Group.text(answer)).contains("$152.40");
        assertThat(list()).containsExactly("JD", "BABA");
    }

    @Test
    void it_concerns_who_asked_and_nobody_else() {
        assertThat(group.registry().find("watch").orElseThrow().spec().reach()).isEqualTo(Answer.Reach.ASKER);
        for (String typed : List.of("/watch list", "/watch add JD", "/watch list", "/watch remove JD", "/watch x")) {
            assertThat(group.ask(typed).reach()).isEqualTo(Answer.Reach.ASKER);
        }
    }

    @Test
    void a_listing_is_watched_as_that_listing() {
        group.ask("/watch add 9988.hk");
        assertThat(list()).containsExactly("9988.HK");
        assertThat(group.read("/watch list")).contains("HK$149.00");
    }

    @Test
    void what_is_there_already_is_said_and_not_added_again() {
        group.ask("/watch add BABA");
        assertThat(group.read("/watch add alibaba JD")).contains("Added: JD.").contains("On your list already: BABA.");
        assertThat(list()).containsExactly("BABA", "JD");
    }

    @Test
    void what_is_removed_is_gone_and_what_was_not_there_is_said() {
        group.ask("/watch add BABA JD");
        assertThat(group.read("/watch remove JD PDD"))
                .contains("Removed: JD.")
                .contains("Not on your list: PDD.")
                .contains("Now on it: BABA.");
        assertThat(group.read("/watch remove BABA")).contains("It is empty now.");
        assertThat(group.read("/watch list")).contains("It is empty. Put something on it: /watch add BABA");
    }

    @Test
    void a_full_list_takes_no_more_but_knows_what_is_on_it() {
        group.ask("/watch add BABA JD");
        Answer tooMany = group.ask("/watch add PDD BIDU");
        assertThat(tooMany.failed()).isTrue();
        assertThat(Group.text(tooMany)).contains("Your list holds at most 3 symbols; remove some first.");
        assertThat(list()).containsExactly("BABA", "JD");
        assertThat(group.ask("/watch add PDD").failed()).isFalse();
        assertThat(group.read("/watch add BABA JD PDD")).contains("On your list already: BABA, JD, PDD.");
    }

    @Test
    void one_unknown_symbol_leaves_the_list_as_it_was() {
        Answer answer = group.ask("/watch add JD BAAB");
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).contains("\"BAAB\" is not a symbol I know. Did you mean BABA?");
        assertThat(list()).isEmpty();
    }

    @Test
    void every_member_of_every_chat_has_an_own_list() {
        ChatId elsewhere = new ChatId("test", "elsewhere");
        ChatId sameIdOnAnotherFront = new ChatId("other", "group");
        group.ask("/watch add BABA");
        group.ask(Group.CHAT, "bob", "/watch add JD");
        group.ask(elsewhere, "ann", "/watch add PDD");
        group.ask(Group.CHAT, "bob", "/watch remove BABA");
        assertThat(list()).containsExactly("BABA");
        assertThat(Figures.words(group.ask(Group.CHAT, "bob", "/watch list"), "watchlist"))
                .containsExactly("JD");
        assertThat(Figures.words(group.ask(elsewhere, "ann", "/watch list"), "watchlist"))
                .containsExactly("PDD");
        assertThat(Figures.words(group.ask(sameIdOnAnotherFront, "ann", "/watch list"), "watchlist"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/watch|/watch needs add, remove or list.",
                "/watch add|/watch add needs a symbol.",
                "/watch remove|/watch remove needs a symbol.",
                "/watch list BABA|/watch list takes no symbol.",
                "/watch lst|\"lst\" is not one of add, remove, list. Did you mean \"list\"?",
                "/watch BABA|\"BABA\" is not one of add, remove, list.",
                "/watch add A B C D E F G H I J K|/watch takes at most 10 symbols at once; leave some out.",
                "/watch 5|\"5\" is not one of add, remove, list.",
                "/watch remove ZZZZ|\"ZZZZ\" is not a symbol I know."
            })
    void a_mistake_says_what_to_type(String ask, String sentence) {
        Answer answer = group.ask(ask);
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).contains(sentence).contains("/watch <add|remove|list> [symbol ...]");
    }

    @Test
    void a_ticker_that_no_source_knows_is_not_watched() {
        TestSource source = new TestSource("only", Priced.Cause.UNKNOWN_SYMBOL, "ACME");
        Group live = new Group(Group.NOW, List.of(source), BarStore.inMemory(), false);
        assertThat(live.read("/watch add acme")).contains("Added: ACME.");
        assertThat(live.read("/watch add ACMF BABA")).contains("\"ACMF\" is not a symbol I know.");
        assertThat(Figures.words(live.ask("/watch list"), "watchlist")).containsExactly("ACME");
    }

    @Test
    void a_ticker_is_watched_although_its_source_fails_just_now() {
        Group live = new Group(
                Group.NOW, List.of(new TestSource("dead", Priced.Cause.SERVER_ERROR)), BarStore.inMemory(), false);
        assertThat(live.read("/watch add ACME")).contains("Added: ACME.");
    }

    @Test
    void what_the_operator_took_out_is_named_and_can_be_removed() {
        Watchlists lists = Watchlists.inMemory();
        lists.add(Group.CHAT, "ann", "OLD.HK", Group.NOW);
        lists.add(Group.CHAT, "ann", "JD", Group.NOW);
        Symbols symbols = new Symbols(Group.instruments(), false);
        Quotes quotes =
                new Quotes(List.of(new SampleSource()), BarStore.inMemory(), () -> Group.NOW, QuoteSettings.defaults());
        Markets markets = new Markets(quotes, new SampleRates());
        CommandRegistry registry =
                new CommandRegistry(symbols, Chats.inMemory(), true).add(new WatchCommand(lists, markets, symbols, 5));
        assertThat(Group.text(registry.answer(CommandRegistryTest.ask("/watch list"))))
                .contains("JD ")
                .contains("\"OLD.HK\" is not a symbol I know.");
        assertThat(Group.text(registry.answer(CommandRegistryTest.ask("/watch remove old.hk"))))
                .contains("Removed: OLD.HK.")
                .contains("Now on it: JD.");
    }
}
