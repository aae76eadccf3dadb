package dev.bellwether.command;

import dev.bellwether.fact.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the words behind a command's name. Each word goes to the first parameter that still takes one and whose kind it fits,
 * so {@code /news 5 BABA} and {@code /news BABA 5} mean the same. Throws {@link Misused} with what to type instead.
 */
final class ArgumentReader {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+");
    /** A number of more digits is beyond every limit. */
    private static final int MOST_DIGITS = 18;

    private final CommandSpec spec;
    private final Symbols symbols;
    private final Map<String, List<Target>> targets = new HashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    ArgumentReader(CommandSpec spec, Symbols symbols) {
        this.spec = spec;
        this.symbols = symbols;
    }

    /** @throws Misused if a word fits no parameter or a parameter lacks one */
    Arguments read(List<String> typed) {
        withNames(typed).forEach(this::place);
        for (Parameter parameter : spec.parameters()) {
            if (taken.getOrDefault(parameter.name(), 0) < parameter.least()) {
                throw new Misused("/" + spec.name() + " needs " + parameter.description() + ".");
            }
        }
        return new Arguments(targets, unknown, counts, words);
    }

    /** The words, those of a name such as "PDD Holdings" together. */
    private List<String> withNames(List<String> typed) {
        List<String> joined = new ArrayList<>();
        int next = 0;
        while (next < typed.size()) {
            int length = takesSymbols() ? symbols.nameLength(typed.subList(next, typed.size())) : 1;
            joined.add(String.join(" ", typed.subList(next, next + length)));
            next += length;
        }
        return joined;
    }

    private boolean takesSymbols() {
        return spec.parameters().stream().anyMatch(parameter -> parameter.kind() instanceof Parameter.Symbol);
    }

    private void place(String word) {
        Optional<Parameter> open = spec.parameters().stream()
                .filter(parameter -> taken.getOrDefault(parameter.name(), 0) < parameter.most())
                .filter(parameter -> fits(parameter, word))
                .findFirst();
        if (open.isEmpty()) {
            throw new Misused(tooMuchOrOdd(word));
        }
        take(open.get(), word);
    }

    /** Where a command counts something, a number is a count; elsewhere it may be a symbol, such as those of Hong Kong. */
    private boolean fits(Parameter parameter, String word) {
        boolean counts = parameter.kind() instanceof Parameter.Count;
        return NUMBER.matcher(word).matches() ? counts || !takesCounts() : !counts;
    }

    private boolean takesCounts() {
        return spec.parameters().stream().anyMatch(parameter -> parameter.kind() instanceof Parameter.Count);
    }

    private String tooMuchOrOdd(String word) {
        for (Parameter parameter : spec.parameters().reversed()) {
            if (fits(parameter, word)) {
                return parameter.most() == 1
                        ? "/" + spec.name() + " takes only one " + parameter.name() + "; \"" + Typed.shown(word)
                                + "\" is one too many."
                        : "/" + spec.name() + " takes at most " + parameter.most() + " " + parameter.name()
                                + "s at once; leave some out.";
            }
        }
        return "/" + spec.name() + " has no use for \"" + Typed.shown(word) + "\".";
    }

    private void take(Parameter parameter, String word) {
        taken.merge(parameter.name(), 1, Integer::sum);
        switch (parameter.kind()) {
            case Parameter.Symbol symbol -> takeSymbol(parameter, word);
            case Parameter.Count count -> takeCount(parameter, count, word);
            case Parameter.Choice choice -> takeWord(parameter, word, choice.words());
            case Parameter.CommandName name ->
                words.put(parameter.name(), word.replaceFirst("^/", "").toLowerCase(Locale.ROOT));
        }
    }

    private void takeSymbol(Parameter parameter, String word) {
        Optional<Target> target = symbols.find(word);
        if (target.isPresent()) {
            List<Target> list = targets.computeIfAbsent(parameter.name(), name -> new ArrayList<>());
            boolean isNew = list.stream()
                    .noneMatch(other -> other.listing().equals(target.get().listing()));
            if (isNew) {
                list.add(target.get());
            }
        } else if (parameter.most() > 1) {
            unknown.add(word);
        } else {
            throw new Misused(UnknownSymbol.say(word, symbols));
        }
    }

    private void takeCount(Parameter parameter, Parameter.Count count, String word) {
        long number = word.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(word);
        if (number < count.least() || number > count.most()) {
            throw new Misused("The " + parameter.name() + " must be from " + count.least() + " to " + count.most()
                    + ", not " + Typed.shown(word) + ".");
        }
        counts.put(parameter.name(), (int) number);
    }

    private void takeWord(Parameter parameter, String word, List<String> allowed) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (!allowed.contains(lower)) {
            List<String> near = Nearest.to(lower, allowed, 1);
            String meant = near.isEmpty() ? "" : " Did you mean \"" + near.getFirst() + "\"?";
            throw new Misused(
                    "\"" + Typed.shown(word) + "\" is not one of " + String.join(", ", allowed) + "." + meant);
        }
        words.put(parameter.name(), lower);
    }
}
