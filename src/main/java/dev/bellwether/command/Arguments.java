package dev.bellwether.command;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The arguments of a command, read and checked.
 *
 * @param targets instruments by the name of the parameter, in the order typed, each once
 * @param unknown symbols that mean nothing, as typed; only for parameters that take several, of which the others are answered
 * @param counts numbers by the name of the parameter
 * @param words choices, command names and texts by the name of the parameter
 */
public record Arguments(
        Map<String, List<Target>> targets,
        List<String> unknown,
        Map<String, Integer> counts,
        Map<String, String> words) {
    public Arguments {
        targets = Map.copyOf(targets);
        unknown = List.copyOf(unknown);
        counts = Map.copyOf(counts);
        words = Map.copyOf(words);
    }

    /** The instruments given for a parameter; empty if it was left out. */
    public List<Target> targets(String parameter) {
        return targets.getOrDefault(parameter, List.of());
    }

    /** The number given for a parameter. */
    public OptionalInt count(String parameter) {
        Integer count = counts.get(parameter);
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /** The word or text given for a parameter; empty text if it was left out. */
    public String word(String parameter) {
        return words.getOrDefault(parameter, "");
    }
}
