package dev.bellwether.command;

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
 */
public record CommandSpec(String name, String summary, List<Parameter> parameters, List<String> examples) {
    public CommandSpec {
        parameters = List.copyOf(parameters);
        examples = List.copyOf(examples);
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
