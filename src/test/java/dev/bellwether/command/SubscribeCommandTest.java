package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.quote.Priced;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Voice;
import dev.bellwether.watch.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscribeCommandTest {
    private static final ChatId GROUP = new ChatId("telegram", "-100");
    private static final ChatId ANN = new ChatId("telegram", "7");
    private static final ChatId CHANNEL = new ChatId("discord", "5000");
    private static final ChatId BOB = new ChatId("discord", "user:8");

    private final Telling group = new Telling(Group.NOW, new SampleSource(), true);

    private Answer ann(String text) {
        return group.ask(GROUP, "7", text, false);
    }

    private Answer alone(String text) {
        return group.ask(ANN, "7", text, true);
    }

    private Answer boss(String text) {
        return group.ask(GROUP, "9", text, true);
    }

    private static String read(Answer answer) {
        return Group.text(answer).replace('\n', ' ').replaceAll(" +", " ");
    }

    @Test
    void in_a_private_chat_that_chat_is_told() {
        Answer answer = alone("/subscribe breakouts BABA");
        assertThat(answer.failed()).isFalse();
        assertThat(answer.reach()).isEqualTo(Answer.Reach.ASKER);
        assertThat(read(answer)).contains("From now on I tell of: breakouts of BABA.", "It comes here.");
        assertThat(group.topics(ANN)).containsExactly("breakouts:BABA");
    }

    @Test
    void in_a_group_a_member_is_told_in_private_on_either_platform_and_the_answer_says_so() {
        assertThat(read(ann("/subscribe targets BABA")))
                .contains("private message", "not into this chat", "press Start");
        assertThat(group.topics(ANN)).containsExactly("targets:BABA");
        assertThat(group.topics(GROUP)).isEmpty();
        assertThat(read(group.ask(CHANNEL, "8", "/subscribe news JD", false)))
                .contains("private message")
                .doesNotContain("Start");
        assertThat(group.topics(BOB)).containsExactly("news:JD");
        assertThat(group.topics(CHANNEL)).isEmpty();
    }

    @Test
    void where_a_front_has_no_private_chats_the_chat_itself_is_told() {
        ChatId console = new ChatId("console", "terminal");
        assertThat(read(group.ask(console, "me", "/subscribe earnings", false))).contains("It comes here.");
        assertThat(group.topics(console)).containsExactly("earnings");
    }

    @Test
    void managers_have_the_chat_told_and_others_are_told_who_may() {
        assertThat(read(boss("/subscribe breakouts BABA here"))).contains("It comes into this chat, for all in it.");
        assertThat(group.topics(GROUP)).containsExactly("breakouts:BABA");
        for (String typed : List.of("/subscribe targets here", "/unsubscribe breakouts BABA here 1d")) {
            Answer refused = ann(typed);
            assertThat(refused.failed()).isTrue();
            assertThat(read(refused)).contains("Only those who manage this chat", "here");
        }
        assertThat(group.topics(GROUP)).containsExactly("breakouts:BABA");
        assertThat(group.wishes.of(GROUP, Group.NOW).mutes()).isEmpty();
        assertThat(group.topics(ANN)).isEmpty();
    }

    @Test
    void here_in_a_private_chat_is_that_chat_whoever_asks() {
        group.ask(ANN, "7", "/subscribe news here", false);
        assertThat(group.topics(ANN)).containsExactly("news");
    }

    @Test
    void a_channel_that_writes_in_its_own_name_has_no_private_chat() {
        Answer refused = group.ask(GROUP, "-100", "/subscribe news", false);
        assertThat(refused.failed()).isTrue();
        assertThat(read(refused)).contains("in the name of a chat", "here");
        assertThat(group.ask(GROUP, "-100", "/subscribe news here", true).failed())
                .isFalse();
        assertThat(group.topics(GROUP)).containsExactly("news");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/subscribe breakouts            | breakouts",
                "/subscribe targets baba, jd     | targets:BABA,targets:JD",
                "/subscribe news 9988.hk         | news:BABA",
                "/subscribe breakouts 9988.hk    | breakouts:9988.HK",
                "/subscribe breakouts alibaba    | breakouts:BABA",
                "/subscribe news 9988.hk BABA    | news:BABA",
                "/subscribe earnings PDD Holdings| earnings:PDD",
                "/subscribe BREAKOUTS HERE BABA  | breakouts:BABA",
            })
    void every_form_names_the_instruments_topics(String typed, String topics) {
        assertThat(alone(typed).failed()).isFalse();
        assertThat(group.topics(ANN)).containsExactly(topics.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/subscribe                           | needs",
                "/subscribe BABA                      | breakouts, targets, news, earnings",
                "/subscribe breakout BABA             | Did you mean",
                "/subscribe breakouts BAAB            | BABA",
                "/subscribe news watchlist BABA       | not both",
                "/subscribe news watchlist watchlist  | watchlist",
                "/unsubscribe                         | /unsubscribe all",
                "/unsubscribe 1d                      | /unsubscribe all",
            })
    void mistakes_are_answered_with_what_to_type(String typed, String hint) {
        Answer answer = alone(typed);
        assertThat(answer.failed()).isTrue();
        assertThat(read(answer)).contains(hint);
        assertThat(group.topics(ANN)).isEmpty();
    }

    @Test
    void what_is_known_already_is_said() {
        alone("/subscribe breakouts BABA");
        assertThat(read(alone("/subscribe breakouts BABA JD")))
                .contains("From now on I tell of: breakouts of JD.", "I told of it before: breakouts of BABA.");
    }

    @Test
    void there_is_room_for_so_many_and_no_more() {
        for (int i = 0; i < dev.bellwether.watch.Wishes.MOST; i++) {
            group.wishes.add(ANN, new Topic(Topic.Kind.NEWS, "S" + i), Group.NOW);
        }
        Answer full = alone("/subscribe breakouts");
        assertThat(full.failed()).isTrue();
        assertThat(read(full)).contains("There is room for 200");
    }

    @Test
    void one_symbol_of_a_kind_ends_and_the_others_stay() {
        alone("/subscribe breakouts BABA JD");
        alone("/subscribe news BABA");
        assertThat(read(alone("/unsubscribe breakouts BABA"))).contains("No more of: breakouts of BABA.");
        assertThat(group.topics(ANN)).containsExactly("breakouts:JD", "news:BABA");
        assertThat(read(alone("/unsubscribe breakouts BABA"))).contains("I was not telling of: breakouts of BABA.");
    }

    @Test
    void a_symbol_ends_for_every_kind_and_a_kind_for_every_symbol() {
        alone("/subscribe breakouts BABA JD");
        alone("/subscribe news BABA");
        alone("/unsubscribe BABA");
        assertThat(group.topics(ANN)).containsExactly("breakouts:JD");
        alone("/subscribe news");
        alone("/unsubscribe breakouts");
        assertThat(group.topics(ANN)).containsExactly("news");
        assertThat(read(alone("/unsubscribe all"))).contains("No more of: news of all instruments.");
        assertThat(group.wanted(ANN).isNothing()).isTrue();
        assertThat(read(alone("/unsubscribe all"))).contains("I was not telling of any of it.");
    }

    @Test
    void of_all_instruments_one_can_be_left_out_and_taken_in_again() {
        alone("/subscribe breakouts");
        assertThat(read(alone("/unsubscribe breakouts BABA"))).contains("No more of: breakouts of BABA.");
        assertThat(group.topics(ANN)).containsExactly("breakouts");
        assertThat(group.muted(ANN)).containsExactly("breakouts:BABA until null");
        assertThat(read(alone("/unsubscribe breakouts BABA"))).contains("I was not telling of");
        assertThat(read(alone("/unsubscribe breakouts BABA for 1d")))
                .as("a pause would bring it back")
                .contains("I was not telling of");
        assertThat(group.muted(ANN)).containsExactly("breakouts:BABA until null");
        assertThat(read(alone("/subscribe breakouts BABA"))).contains("From now on I tell of: breakouts of BABA.");
        assertThat(group.muted(ANN)).isEmpty();
        assertThat(group.topics(ANN)).containsExactly("breakouts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/unsubscribe breakouts BABA 4h", "/unsubscribe breakouts BABA for 4h", "/unsubscribe 4h BABA"})
    void a_pause_ends_by_itself(String typed) {
        alone("/subscribe breakouts BABA");
        assertThat(read(alone(typed))).contains("Silent until", "breakouts of BABA");
        Instant end = Group.NOW.plus(Duration.ofHours(4));
        assertThat(group.muted(ANN)).containsExactly("breakouts:BABA until " + end);
        assertThat(group.topics(ANN)).containsExactly("breakouts:BABA");
        assertThat(group.wishes.of(ANN, end).mutes()).isEmpty();
        alone("/subscribe breakouts BABA");
        assertThat(group.muted(ANN)).isEmpty();
    }

    @Test
    void a_kind_pauses_with_all_there_is_of_it() {
        alone("/subscribe news BABA JD");
        alone("/unsubscribe news 1d");
        assertThat(group.muted(ANN)).hasSize(2).allMatch(mute -> mute.startsWith("news:"));
        alone("/unsubscribe all");
        alone("/subscribe news");
        alone("/unsubscribe news 1d");
        assertThat(group.muted(ANN)).containsExactly("news until " + Group.NOW.plus(Duration.ofDays(1)));
        assertThat(read(alone("/unsubscribe targets 1d"))).contains("I was not telling of");
    }

    @Test
    void the_buttons_below_what_is_told_work_for_whoever_may_press_them() {
        alone("/subscribe breakouts");
        boss("/subscribe breakouts BABA here");
        List<Block.Button> buttons = Topic.buttons(Topic.Kind.BREAKOUTS, "BABA");
        assertThat(read(alone(buttons.getFirst().command()))).contains("Silent until");
        assertThat(read(alone(buttons.getLast().command()))).contains("No more of: breakouts of BABA.");
        assertThat(ann(buttons.getLast().command()).failed()).isTrue();
        assertThat(group.topics(GROUP)).containsExactly("breakouts:BABA");
        assertThat(read(boss(buttons.getLast().command()))).contains("No more of: breakouts of BABA.");
        assertThat(group.topics(GROUP)).isEmpty();
    }

    @Test
    void a_watchlist_is_followed_as_it_changes() {
        ann("/watch add BABA 9988.hk");
        assertThat(read(ann("/subscribe news watchlist")))
                .contains("From now on I tell of: news of your watchlist.", "/watch list");
        assertThat(group.listed(ANN)).containsExactly("news:BABA");
        ann("/watch add JD");
        assertThat(group.listed(ANN)).containsExactly("news:BABA", "news:JD");
        ann("/watch remove BABA");
        assertThat(group.listed(ANN))
                .as("the share in Hong Kong is still on it")
                .containsExactly("news:BABA", "news:JD");
        ann("/subscribe breakouts watchlist");
        assertThat(group.listed(ANN))
                .as("its price is another")
                .containsExactly("breakouts:9988.HK", "breakouts:JD", "news:BABA", "news:JD");
        ann("/watch remove 9988.hk");
        assertThat(group.listed(ANN)).containsExactly("breakouts:JD", "news:JD");
        ann("/unsubscribe news watchlist");
        assertThat(group.listed(ANN)).containsExactly("breakouts:JD");
        ann("/unsubscribe breakouts watchlist");
        assertThat(group.wanted(ANN).isNothing()).isTrue();
        assertThat(group.listed(ANN)).isEmpty();
        assertThat(read(ann("/unsubscribe breakouts watchlist"))).contains("not told to follow your watchlist");
    }

    @Test
    void an_empty_watchlist_can_be_followed_and_what_was_asked_for_apart_stays() {
        ann("/subscribe news watchlist");
        ann("/subscribe news BABA");
        ann("/watch add BABA");
        ann("/watch remove BABA");
        assertThat(group.topics(ANN)).containsExactly("news:BABA");
        assertThat(group.listed(ANN)).isEmpty();
        assertThat(group.wanted(ANN).lists()).hasSize(1);
    }

    @Test
    void one_of_a_watchlist_can_be_left_out() {
        ann("/watch add BABA JD");
        ann("/subscribe news watchlist");
        ann("/unsubscribe news BABA");
        assertThat(group.muted(ANN)).containsExactly("news:BABA until null");
        assertThat(group.listed(ANN)).containsExactly("news:BABA", "news:JD");
    }

    @Test
    void nobody_elses_list_changes_what_i_am_told_and_no_chat_follows_a_list() {
        ann("/subscribe news watchlist");
        group.ask(GROUP, "9", "/watch add BABA", false);
        assertThat(group.listed(ANN)).isEmpty();
        Answer refused = boss("/subscribe news watchlist here");
        assertThat(refused.failed()).isTrue();
        assertThat(read(refused)).contains("one person's");
    }

    @Test
    void the_list_shows_mine_and_the_chats_and_offers_what_i_may_end() {
        ann("/watch add JD");
        ann("/subscribe breakouts");
        ann("/subscribe news watchlist");
        ann("/unsubscribe breakouts BABA");
        ann("/unsubscribe news 1d");
        boss("/subscribe targets here");
        Answer list = ann("/subscriptions");
        assertThat(list.reach()).isEqualTo(Answer.Reach.ASKER);
        assertThat(read(list))
                .contains(
                        "For you",
                        "breakouts of all instruments",
                        "news of your watchlist: JD",
                        "without breakouts of BABA",
                        "silent until",
                        "For all in this chat",
                        "price targets of all instruments");
        assertThat(buttons(list))
                .containsExactly(
                        "/unsubscribe breakouts",
                        "/unsubscribe news watchlist",
                        "/subscribe breakouts BABA",
                        "/subscribe news");
        assertThat(buttons(boss("/subscriptions"))).containsExactly("/unsubscribe targets here");
        assertThat(read(group.ask(ANN, "7", "/subscriptions", true))).doesNotContain("For all in this chat");
    }

    @Test
    void a_long_list_is_a_menu() {
        alone("/subscribe breakouts BABA JD PDD BIDU");
        alone("/subscribe news BABA JD PDD BIDU");
        alone("/subscribe targets");
        Answer list = alone("/subscriptions");
        assertThat(list.card().blocks()).anyMatch(Block.Menu.class::isInstance);
        assertThat(buttons(list)).hasSize(9);
    }

    @Test
    void every_button_of_the_list_does_what_it_says() {
        alone("/subscribe breakouts");
        alone("/watch add JD");
        alone("/subscribe news watchlist");
        alone("/unsubscribe breakouts BABA");
        for (String command : buttons(alone("/subscriptions")).reversed()) {
            assertThat(alone(command).failed()).as(command).isFalse();
        }
        assertThat(group.wanted(ANN).isNothing()).isTrue();
        assertThat(group.muted(ANN)).isEmpty();
    }

    @Test
    void a_symbol_that_the_group_does_not_follow_can_break_out_but_is_not_in_the_press() {
        Telling live = new Telling(Group.NOW, new TestSource("good", Priced.Cause.UNKNOWN_SYMBOL, "ACME"), false);
        assertThat(live.ask(ANN, "7", "/subscribe breakouts acme", true).failed())
                .isFalse();
        assertThat(live.topics(ANN)).containsExactly("breakouts:ACME");
        assertThat(live.ask(ANN, "7", "/subscribe breakouts ACMEX", true).failed())
                .isTrue();
        Answer press = live.ask(ANN, "7", "/subscribe news ACME", true);
        assertThat(press.failed()).isTrue();
        assertThat(read(press)).contains("I follow no news on ACME");
        live.ask(ANN, "7", "/subscribe breakouts here watchlist", true);
        assertThat(live.topics(ANN)).as("the words are no tickers").containsExactly("breakouts:ACME");
    }

    @ParameterizedTest
    @CsvSource({"DE, melde ich, Abos", "ZH, 推送, 订阅"})
    void the_answers_are_worded_in_the_readers_language(Language language, String said, String title) {
        Voice voice = new Voice(language, ZoneId.of("UTC"));
        Answer answer = ann("/subscribe breakouts BABA");
        assertThat(voice.plain(answer.card().title())).isEqualTo(title);
        assertThat(answer.card().blocks().stream()
                        .flatMap(block -> block instanceof Block.Paragraph(var line)
                                ? Stream.of(voice.plain(line))
                                : Stream.<String>empty()))
                .anyMatch(line -> line.contains(said));
    }

    private static List<String> buttons(Answer answer) {
        return answer.card().blocks().stream()
                .flatMap(block -> switch (block) {
                    case Block.Buttons(List<Block.Button> buttons) -> buttons.stream();
                    case Block.Menu menu -> menu.options().stream();
                    default -> Stream.<Block.Button>empty();
                })
                .map(Block.Button::command)
                .toList();
    }
}
