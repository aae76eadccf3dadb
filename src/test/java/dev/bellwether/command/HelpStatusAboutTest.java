package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpStatusAboutTest {
    private final Group group = new Group();

    @Test
    void help_names_every_command_with_what_it_does() {
        Answer answer = group.ask("/help");
        String text = Group.text(answer);
        for (Command command : group.registry().commands()) {
            assertThat(text).contains(command.spec().shortUsage());
            assertThat(Figures.words(answer, "commands"))
                    .contains("/" + command.spec().name());
        }
        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help news", "/help /news", "/help NEWS", "/HELP News", "help news"})
    void help_explains_one_command(String ask) {
        assertThat(group.read(ask)).isEqualTo("""
                /news  [sample data]
                The newest stories, of one instrument or of all.
                Type it like this: /news [symbol] [count]
                symbol   a symbol such as BABA (may be left out)
                count    how many, from 1 to 20 (may be left out)
                For example /news BABA
                For example /news BABA 10
                For example /news
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/help nwes|There is no command /nwes. Did you mean /news?",
                "/help zzzzzz|There is no command /zzzzzz.",
                "/help 5|There is no command /5.",
                "/help news levels|/help takes only one command; \"levels\" is one too many."
            })
    void help_for_what_there_is_not_is_a_failure(String ask, String sentence) {
        Answer answer = group.ask(ask);
        assertThat(answer.failed()).isTrue();
        assertThat(Group.text(answer)).contains(sentence).contains("/help [command]");
    }

    @Test
    void status_is_asked_anew_each_time() {
        assertThat(Group.plain(group.ask("/status").card().title())).isEqualTo("All is well");
        group.parts.add(StatusPart.trouble("Feed: Wire", "no answer since yesterday; it is asked again in 10 min"));
        Answer answer = group.ask("/status");
        assertThat(answer.failed()).isFalse();
        assertThat(Group.plain(answer.card().title())).isEqualTo("Not all is well");
        assertThat(answer.card().tone()).isEqualTo(Tone.NOTICE);
        assertThat(Group.text(answer).replaceAll("\\s+", " "))
                .contains("Store fine")
                .contains("Feed: Wire trouble: no answer since yesterday; it is asked again in 10 min");
    }

    @Test
    void what_to_see_to_soon_is_marked_and_all_is_well_until_then() {
        group.parts.add(StatusPart.warning(Line.of("Exchange"), Line.of("holidays are known until Friday")));
        Answer answer = group.ask("/status");
        assertThat(Group.plain(answer.card().title())).isEqualTo("All is well");
        assertThat(Group.text(answer)).contains("soon: holidays are known until Friday");
        List<Datum> parts = Figures.items(answer.card(), "parts");
        assertThat(Figures.value(parts.getLast(), "state")).isEqualTo(new Value.Words("warning"));
    }

    @Test
    void a_part_that_is_down_is_an_error_for_people_and_programs() {
        group.parts.add(StatusPart.down("Disk", "full; make room"));
        Answer answer = group.ask("/status");
        assertThat(answer.card().tone()).isEqualTo(Tone.ERROR);
        assertThat(Group.text(answer)).contains("down: full; make room");
        List<Datum> parts = Figures.items(answer.card(), "parts");
        assertThat(Figures.value(parts.getLast(), "state")).isEqualTo(new Value.Words("down"));
        assertThat(Figures.value(parts.getFirst(), "state")).isEqualTo(new Value.Words("ok"));
    }

    @Test
    void about_says_that_it_is_no_advice_and_what_is_kept() {
        assertThat(group.read("/about"))
                .contains("Bellwether 1.2.3")
                .contains("This is no advice.")
                .contains("I never say buy or sell")
                .contains("watchlists");
    }
}
