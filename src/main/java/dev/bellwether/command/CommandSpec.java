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
    /** Two columns have to fit on 80 characters. */
    private static final int LONGEST_IN_LIST = 48;

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

    /** The same for a list of many commands: where that is long, what may be left out is only hinted at. */
    public String shortUsage() {
        String whole = usage();
        if (whole.length() <= LONGEST_IN_LIST) {
            return whole;
        }
        return Stream.concat(
                        Stream.of("/" + name),
                        Stream.concat(
                                parameters.stream()
                                        .filter(parameter -> !parameter.optional())
                                        .map(Parameter::usage),
                                Stream.of("[...]")))
                .collect(Collectors.joining(" "));
    }

    /** How to type it, such as {@code /news [symbol] [count]}. */
    public String usage() {
        return Stream.concat(Stream.of("/" + name), parameters.stream().map(Parameter::usage))
                .collect(Collectors.joining(" "));
    }
}
