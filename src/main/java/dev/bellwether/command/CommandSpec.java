package dev.bellwether.command;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Line;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a command is, described once: parser, help, completion and the fronts' registration all read this.
 *
 * @param name lower-case letters, digits and underscores, without the slash
 * @param summary what it does, in one short sentence
 * @param parameters its arguments in order
 * @param examples whole commands that work as they stand
 * @param reach who sees its answers: a front that has to say so before the answer is known, says this
 */
public record CommandSpec(
        String name, Line summary, List<Parameter> parameters, List<String> examples, Answer.Reach reach) {
    public CommandSpec {
        parameters = List.copyOf(parameters);
        examples = List.copyOf(examples);
    }

    /** A command whose answers the whole chat sees. */
    public CommandSpec(String name, Line summary, List<Parameter> parameters, List<String> examples) {
        this(name, summary, parameters, examples, Answer.Reach.CHAT);
    }

    /** The same with a summary that is the same in every language. */
    public CommandSpec(String name, String summary, List<Parameter> parameters, List<String> examples) {
        this(name, Line.of(summary), parameters, examples);
    }

    /** Whether it takes free text, which may be longer than a command is. */
    boolean takesText() {
        return parameters.stream().anyMatch(parameter -> parameter.kind() instanceof Parameter.Rest);
    }

    /** How to type it, such as {@code /news [symbol] [count]}. */
    public String usage() {
        return Stream.concat(Stream.of("/" + name), parameters.stream().map(Parameter::usage))
                .collect(Collectors.joining(" "));
    }
}
