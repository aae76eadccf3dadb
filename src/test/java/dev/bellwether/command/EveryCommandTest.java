package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every command there is: that it keeps within what Discord and Telegram take, and does what it says. */
class EveryCommandTest {
    private static final List<String> OF_THE_CARD =
            List.of("title", "at", "tone", "sample", "failed", "sources", "blocks");

    static Stream<CommandSpec> specs() {
        return new Group().registry().commands().stream().map(Command::spec);
    }

    static Stream<String> examples() {
        return specs().flatMap(spec -> spec.examples().stream());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void its_description_is_one_that_fronts_take(CommandSpec spec) {
        assertThat(spec.name()).matches("[a-z0-9_]{1,32}");
        assertThat(Group.plain(spec.summary())).hasSizeBetween(1, 100).doesNotEndWith(".");
        assertThat(spec.parameters()).hasSizeLessThanOrEqualTo(25);
        assertThat(spec.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
        assertThat(spec.parameters()).allSatisfy(parameter -> {
            assertThat(parameter.name()).matches("[a-z0-9_]{1,32}");
            assertThat(Group.plain(parameter.description())).hasSizeBetween(1, 100);
            assertThat(parameter.least()).isBetween(0, parameter.most());
        });
        assertThat(spec.examples()).isNotEmpty().allMatch(example -> example.startsWith("/" + spec.name()));
    }

    /** Fronts ask for needed ones first. */
    @ParameterizedTest
    @MethodSource("specs")
    void what_may_be_left_out_comes_last(CommandSpec spec) {
        assertThat(spec.parameters().stream().map(Parameter::optional).toList()).isSorted();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void its_examples_work_as_they_stand(String example) {
        Answer answer = new Group().ask(example);
        assertThat(answer.failed()).isFalse();
        assertThat(Group.plain(answer.card().title())).isNotBlank();
        assertThat(answer.card().data()).doesNotContainKeys(OF_THE_CARD.toArray(String[]::new));
        assertThat(Group.text(answer).lines()).allMatch(line -> line.length() <= 80 || line.startsWith("["));
    }

    @Test
    void names_are_unique_and_there_is_help_for_each() {
        Group group = new Group();
        assertThat(specs().map(CommandSpec::name)).doesNotHaveDuplicates().hasSize(20);
        assertThat(specs()).allMatch(spec -> !group.ask("/help " + spec.name()).failed());
    }
}
