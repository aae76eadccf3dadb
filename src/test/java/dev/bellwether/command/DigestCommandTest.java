package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Chats;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestCommandTest {
    private final Chats chats = Chats.inMemory();
    private final Group group = new Group(chats);

    private String boss(String text) {
        return Group.text(group.askAsManager(text)).replaceAll("\\s+", " ");
    }

    private static List<String> commands(Answer answer) {
        return answer.card().blocks().stream()
                .filter(Block.Buttons.class::isInstance)
                .flatMap(block -> ((Block.Buttons) block).buttons().stream())
                .map(Block.Button::command)
                .toList();
    }

    @Test
    void on_alone_gives_one_before_the_session_and_one_after_it() {
        assertThat(boss("/digest on"))
                .contains("Number 1 30 min before New York opens, on every trading day (the favourites; full)")
                .contains("Next: 2026-01-05 14:00 UTC")
                .contains("Number 2 30 min after New York closes, on every trading day (the favourites; full)")
                .contains("Next: 2026-01-05 21:30 UTC");
        assertThat(boss("/digest on")).contains("That digest is on already.");
        assertThat(group.read("/digest list")).contains("Number 1", "Number 2").doesNotContain("Number 3");
    }

    @Test
    void a_time_of_the_day_is_of_the_chats_zone_and_a_chat_without_one_is_told() {
        assertThat(boss("/digest on 08:00 weekdays JD"))
                .contains("Next: 2026-01-05 08:00 UTC")
                .contains("/settings zone Berlin");
        chats.change(Group.CHAT, chats.settings(Group.CHAT).withZone(ZoneId.of("America/New_York")), Group.NOW);
        assertThat(boss("/digest on 09:00 weekdays JD"))
                .contains("Next: 2026-01-05 14:00 UTC")
                .doesNotContain("/settings zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "on 08:00", "off", "off 1", "off all", "now", "now 1"})
    void only_who_manages_the_chat_switches(String what) {
        boss("/digest on 08:00 daily");
        Answer answer = group.ask("/digest " + what);
        assertThat(answer.failed()).isTrue();
        assertThat(answer.reach()).isEqualTo(Answer.Reach.ASKER);
        assertThat(Group.text(answer)).contains("Digests are switched by who manages this chat.");
        assertThat(group.read("/digest")).contains("Number 1").doesNotContain("Number 2");
    }

    @Test
    void anybody_sees_the_list_and_a_preview_which_changes_nothing() {
        assertThat(group.read("/digest")).contains("No digest is on here. /digest on gives one");
        boss("/digest on 08:00 daily BABA");
        Answer preview = group.ask("/digest preview");
        assertThat(preview.reach()).isEqualTo(Answer.Reach.ASKER);
        assertThat(preview.failed()).isFalse();
        assertThat(Group.text(preview)).contains("Prices", "BABA", "This is a preview");
        assertThat(Group.text(group.ask("/digest preview 1")))
                .as("the same again, since nothing counts as told")
                .isEqualTo(Group.text(preview));
        assertThat(Group.text(group.ask("/digest preview 08:00 JD")))
                .contains("JD")
                .doesNotContain("BABA  ");
        assertThat(commands(group.ask("/digest list"))).containsExactly("/digest preview 1");
        assertThat(commands(group.askAsManager("/digest list"))).containsExactly("/digest preview 1", "/digest off 1");
    }

    @Test
    void what_is_told_now_is_told_to_the_chat_and_not_told_again() {
        boss("/digest on 08:00 daily BABA sections: stories");
        Answer now = group.askAsManager("/digest now");
        assertThat(now.reach()).isEqualTo(Answer.Reach.CHAT);
        assertThat(Group.text(now)).contains("Cloud orders lift Alibaba").doesNotContain("preview");
        assertThat(Group.text(group.askAsManager("/digest now"))).doesNotContain("Cloud orders lift Alibaba");
    }

    @Test
    void off_takes_a_number_or_all() {
        boss("/digest on");
        assertThat(boss("/digest off")).contains("Which one? Give its number (1, 2), or /digest off all.");
        assertThat(boss("/digest off 7")).contains("There is no digest number 7 here. There are: 1, 2.");
        assertThat(boss("/digest off seven")).contains("There is no digest number seven here.");
        assertThat(boss("/digest off #1")).contains("Off: 30 min before New York opens");
        assertThat(boss("/digest off")).contains("Off: 30 min after New York closes");
        assertThat(boss("/digest off")).contains("No digest is on here.");
        boss("/digest on");
        assertThat(boss("/digest off all")).contains("before New York opens").contains("after New York closes");
        assertThat(boss("/digest list")).contains("No digest is on here.");
    }

    @Test
    void a_mistake_names_the_word_and_switches_nothing() {
        Answer answer = group.askAsManager("/digest on 08:00 weekdys");
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer).replace("\n", " "))
                .contains("\"weekdys\" means nothing here. Is weekdays or weekday meant?")
                .contains("/digest list");
        assertThat(boss("/digest list")).contains("No digest is on here.");
    }

    @Test
    void a_chat_has_no_more_than_its_share() {
        for (int hour = 1; hour <= 4; hour++) {
            boss("/digest on 0" + hour + ":00");
        }
        assertThat(boss("/digest on 05:00")).contains("A chat can have 4 digests.");
        assertThat(boss("/digest on")).contains("A chat can have 4 digests.");
        assertThat(boss("/digest list")).contains("Number 4").doesNotContain("Number 5");
    }
}
