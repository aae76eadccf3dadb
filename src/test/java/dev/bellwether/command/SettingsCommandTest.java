package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Value;
import dev.bellwether.talk.Voice;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCommandTest {
    private final Chats chats = Chats.inMemory();
    private final Group group =
            new Group(Group.NOW, List.of(new SampleSource()), BarStore.inMemory(), true, Group.articles(), chats);

    private ChatSettings settings() {
        return chats.settings(Group.CHAT);
    }

    private String change(String text) {
        return Group.text(group.askAsManager(text));
    }

    private static List<Block.Menu> menus(Answer answer) {
        return answer.card().blocks().stream()
                .filter(block -> block instanceof Block.Menu)
                .map(block -> (Block.Menu) block)
                .toList();
    }

    @Test
    void anybody_may_look_and_sees_what_holds_and_why() {
        Answer answer = group.ask("/settings");
        assertThat(answer.failed()).isFalse();
        assertThat(answer.reach()).isEqualTo(Answer.Reach.CHAT);
        assertThat(Group.text(answer))
                .contains("UTC, now 22:00 · not chosen, so UTC holds")
                .contains("not chosen: what each reader's app speaks, else English")
                .contains("never: news of all hours is sent when it comes")
                .contains("Only those who manage this chat can change this.");
        assertThat(menus(answer)).as("nothing to press for who may not").isEmpty();
        assertThat(Figures.value(answer.card(), "zone")).isInstanceOf(Value.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings zone Berlin", "/settings language de", "/settings quiet off"})
    void only_who_manages_the_chat_changes_it(String text) {
        Answer answer = group.ask(text);
        assertThat(answer.failed()).isTrue();
        assertThat(answer.reach()).isEqualTo(Answer.Reach.ASKER);
        assertThat(Group.text(answer)).contains("Only those who manage this chat can change this.");
        assertThat(settings()).isEqualTo(ChatSettings.NONE);
    }

    @Test
    void what_was_changed_is_said_shown_and_kept() {
        assertThat(change("/settings zone hong kong"))
                .contains("Times are shown in Asia/Hong_Kong now.")
                .contains("Asia/Hong_Kong, now 06:00 · chosen here");
        assertThat(change("/settings language DE")).contains("I speak Deutsch here now.");
        Answer answer = group.askAsManager("/settings quiet 22-7");
        assertThat(Group.text(answer)).contains("Nothing is sent unasked from 22:00–07:00 now");
        assertThat(answer.card().data())
                .containsEntry("zone", new Value.Words("Asia/Hong_Kong"))
                .containsEntry("language", new Value.Words("de"))
                .containsEntry("quiet", new Value.Words("22:00-07:00"));
        assertThat(settings().zone()).isEqualTo(ZoneId.of("Asia/Hong_Kong"));
        assertThat(settings().language()).isEqualTo(Language.DE);
    }

    @Test
    void where_nothing_can_be_tapped_the_menus_say_what_to_type() {
        assertThat(change("/settings"))
                .contains("/settings language en | de | zh | default")
                .contains("/settings quiet off | 20:00-08:00 | ");
    }

    @Test
    void a_choice_can_be_taken_back() {
        change("/settings zone Berlin");
        change("/settings language zh");
        change("/settings quiet 1-2");
        assertThat(change("/settings zone default")).contains("UTC holds");
        change("/settings language auto");
        assertThat(change("/settings quiet AUS")).contains("There are no quiet hours any more.");
        assertThat(settings()).isEqualTo(ChatSettings.NONE);
    }

    @Test
    void everything_a_menu_offers_works_when_it_is_tapped_and_changes_the_card_in_its_place() {
        List<Block.Menu> menus = menus(group.askAsManager("/settings"));
        assertThat(menus).hasSize(3);
        assertThat(menus).flatExtracting(Block.Menu::options).allSatisfy(option -> {
            assertThat(option.inPlace()).isTrue();
            assertThat(option.command().length())
                    .as("carried by a button as it stands")
                    .isLessThan(62);
            Answer answer = group.askAsManager(option.command());
            assertThat(answer.failed()).isFalse();
            assertThat(menus(answer)).hasSize(3);
        });
        assertThat(settings().zone()).isEqualTo(ZoneId.of("Pacific/Auckland"));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,Europe/Berlin",
        "europe/berlin,Europe/Berlin",
        "BERLIN,Europe/Berlin",
        "new york,America/New_York",
        "New_York,America/New_York",
        "Hongkong,Asia/Hong_Kong",
        "Frankfurt,Europe/Berlin",
        "MEZ,Europe/Berlin",
        "CEST,Europe/Berlin",
        "est,America/New_York",
        "北京,Asia/Shanghai",
        "法兰克福,Europe/Berlin",
        "istanbul,Europe/Istanbul",
        "ISTANBUL,Europe/Istanbul",
        "buenos aires,America/Buenos_Aires",
        "UTC,UTC",
        "gmt,UTC",
        "UTC+8,+08:00",
        "+5:30,+05:30",
        "gmt-3,-03:00",
        "−0330,-03:30",
        "+18,+18:00"
    })
    void a_time_zone_is_understood_as_people_write_it(String typed, String zone) {
        change("/settings zone " + typed);
        assertThat(Objects.requireNonNull(settings().zone()).getId()).isEqualTo(zone);
    }

    @Test
    void an_offset_is_said_to_know_no_summer_time() {
        assertThat(change("/settings zone +8")).contains("A fixed offset knows no summer time; a city does.");
        assertThat(change("/settings zone UTC")).doesNotContain("summer");
        assertThat(change("/settings zone Berlin")).doesNotContain("summer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Berln|Europe/Berlin",
                "Shanghei|Asia/Shanghai",
                "europe/berlin2|Europe/Berlin",
                "CST|America/Chicago, Asia/Shanghai",
                "IST|Asia/Jerusalem, Asia/Kolkata, Europe/Dublin"
            })
    void what_could_be_meant_is_offered(String typed, String near) {
        Answer answer = group.askAsManager("/settings zone " + typed);
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer).replaceAll("\\s+", " "))
                .contains("\"" + typed + "\" could be several time zones, or one written differently: " + near);
        Block.Button first = menus(answer).getFirst().options().getFirst();
        assertThat(first.command()).isEqualTo("/settings zone " + near.split(",", 2)[0]);
        assertThat(settings()).isEqualTo(ChatSettings.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/settings zone Qwertyuiop|\"Qwertyuiop\" is no time zone that I know.",
                "/settings zone +19|\"+19\" is no time zone that I know.",
                "/settings zone +5:75|\"+5:75\" is no time zone that I know.",
                "/settings zone \u202e<b>|is no time zone that I know.",
                "/settings language klingon|\"klingon\" is no language that I speak. I speak English (en), Deutsch (de), 中文 (zh).",
                "/settings language germn|Is Deutsch meant?",
                "/settings quiet 22:00|\"22:00\" are no hours that I can read.",
                "/settings quiet 7-7|\"7-7\" are no hours that I can read.",
                "/settings quiet 25-7|\"25-7\" are no hours that I can read.",
                "/settings quiet 13pm-7am|\"13pm-7am\" are no hours that I can read.",
                "/settings quiet 22:60-7|\"22:60-7\" are no hours that I can read.",
                "/settings color red|\"color\" is not one of zone, language, quiet, cashtags."
            })
    void what_is_not_understood_changes_nothing_and_says_how_to_write_it(String typed, String sentence) {
        Answer answer = group.askAsManager(typed);
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer).replaceAll("\\s+", " ")).contains(sentence);
        assertThat(settings()).isEqualTo(ChatSettings.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "22:00-07:00,22:00-07:00",
        "22-7,22:00-07:00",
        "22:30 – 7.15,22:30-07:15",
        "10pm-7am,22:00-07:00",
        "12am to 12pm,00:00-12:00",
        "22 bis 7 Uhr,22:00-07:00",
        "22点到7点,22:00-07:00",
        "20:00-24:00,20:00-00:00"
    })
    void quiet_hours_are_understood_as_people_write_them(String typed, String hours) {
        Answer answer = group.askAsManager("/settings quiet " + typed);
        assertThat(answer.card().data()).containsEntry("quiet", new Value.Words(hours));
    }

    @ParameterizedTest
    @CsvSource({"de,DE", "Deutsch,DE", "GERMAN,DE", "中文,ZH", "zh-TW,ZH", "Englisch,EN", "en-GB,EN"})
    void a_language_is_known_by_its_code_and_its_names(String typed, Language language) {
        change("/settings language " + typed);
        assertThat(settings().language()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"DE|Einstellungen dieses Chats|Zeitzone", "ZH|本聊天的设置|时区", "EN|Settings of this chat|Time zone"})
    void the_card_is_spoken_in_each_language(Language language, String title, String label) {
        Voice voice = new Voice(language, ZoneId.of("UTC"));
        Answer answer = group.ask("/settings");
        assertThat(voice.plain(answer.card().title())).isEqualTo(title);
        Block.Fields fields = (Block.Fields) answer.card().blocks().getFirst();
        assertThat(voice.plain(fields.fields().getFirst().label())).isEqualTo(label);
    }

    @Test
    void cashtags_are_off_until_a_manager_switches_them_on_and_is_told_what_the_platform_wants() {
        Group group = new Group();
        assertThat(group.read("/settings")).contains("only commands are answered");
        assertThat(group.ask("/settings cashtags on").failed()).isTrue();
        assertThat(Group.text(group.askAsManager("/settings cashtags on")))
                .contains("I answer $BABA in ordinary messages now");
        assertThat(group.read("/settings")).contains("$BABA in a message is answered");
        assertThat(Group.text(group.askAsManager("/settings cashtags perhaps"))).contains("neither on nor off");
        assertThat(Group.text(group.askAsManager("/settings cashtags off"))).contains("I answer only commands now.");
        assertThat(Group.plain(SettingsCard.permission(new ChatId("discord", "1"))))
                .contains("Message Content");
        assertThat(Group.plain(SettingsCard.permission(new ChatId("telegram", "1"))))
                .contains("@BotFather");
    }
}
