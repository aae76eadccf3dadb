package dev.bellwether.command;

import dev.bellwether.fact.Nearest;
import dev.bellwether.talk.Line;
import java.util.ArrayList;
import java.util.Comparator;
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

    /**
     * Reads what was typed behind the name.
     *
     * @throws Misused if a word fits no parameter or a parameter lacks one
     */
    Arguments read(String typed) {
        return read(typed, "");
    }

    /**
     * The same in reply to a message, whose text stands for a text that was left out.
     *
     * @param quoted the message's text; empty if there is none
     */
    Arguments read(String typed, String quoted) {
        boolean more = true;
        for (Typed.Word word : withNames(Typed.words(typed))) {
            if (more) {
                more = place(word.text(), typed.substring(word.start()).strip());
            }
        }
        if (!quoted.isBlank()) {
            takeQuoted(quoted.strip());
        }
        for (Parameter parameter : spec.parameters()) {
            if (taken.getOrDefault(parameter.name(), 0) < parameter.least()) {
                throw new Misused(Line.say("ask.needs", command(), parameter.description()));
            }
        }
        return new Arguments(targets, unknown, counts, words);
    }

    private void takeQuoted(String quoted) {
        spec.parameters().stream()
                .filter(parameter -> parameter.kind() instanceof Parameter.Rest)
                .filter(parameter -> !taken.containsKey(parameter.name()))
                .findFirst()
                .ifPresent(parameter -> take(parameter, quoted));
    }

    private String command() {
        return "/" + spec.name();
    }

    /** The words, those of a name such as "PDD Holdings" together. */
    private List<Typed.Word> withNames(List<Typed.Word> typed) {
        List<String> texts = typed.stream().map(Typed.Word::text).toList();
        List<Typed.Word> joined = new ArrayList<>();
        int next = 0;
        while (next < typed.size()) {
            int length = takes(Parameter.Symbol.class) ? symbols.nameLength(texts.subList(next, texts.size())) : 1;
            String name = String.join(" ", texts.subList(next, next + length));
            joined.add(new Typed.Word(name, typed.get(next).start()));
            next += length;
        }
        return joined;
    }

    private boolean takes(Class<? extends Parameter.Kind> kind) {
        return spec.parameters().stream().anyMatch(parameter -> kind.isInstance(parameter.kind()));
    }

    /** Gives a word to its parameter; false if that took all that follows as well. */
    private boolean place(String word, String rest) {
        Optional<Parameter> open = spec.parameters().stream()
                .filter(parameter -> taken.getOrDefault(parameter.name(), 0) < parameter.most())
                .filter(parameter -> fits(parameter, word))
                .min(Comparator.comparing(parameter -> !isKeyword(parameter, word)));
        if (open.isEmpty()) {
            throw wantsDay() ? new Misused(DayWord.say(word)) : new Misused(tooMuchOrOdd(word));
        }
        boolean all = open.get().kind() instanceof Parameter.Rest;
        take(open.get(), all ? rest : word);
        return !all;
    }

    /**
     * Whether a word may be a parameter. Where a command counts something, a number is a count; elsewhere it may be a symbol, such as those of Hong Kong. Where it
     * takes a day, what looks like one is none of the others.
     */
    private boolean fits(Parameter parameter, String word) {
        boolean number = NUMBER.matcher(word).matches() && takes(Parameter.Count.class);
        boolean day = takes(Parameter.Day.class) && DayWord.looksLikeOne(word);
        return switch (parameter.kind()) {
            case Parameter.Rest rest -> true;
            case Parameter.Day any -> day;
            case Parameter.Count count -> NUMBER.matcher(word).matches();
            case Parameter.Symbol symbol -> !number && !day;
            case Parameter.Choice choice -> !number && !day && (!isPicky(parameter) || isKeyword(parameter, word));
            case Parameter.CommandName name -> !number && !day;
        };
    }

    /** Whether the word is one of a choice that may be left out: those go before symbols, which any word may be. */
    private boolean isKeyword(Parameter parameter, String word) {
        return isPicky(parameter)
                && parameter.kind() instanceof Parameter.Choice choice
                && choice.words().contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a choice takes only its own words, and leaves others to the symbols beside it. */
    private boolean isPicky(Parameter parameter) {
        return parameter.optional() && takes(Parameter.Symbol.class);
    }

    /** Whether a day may still come: then a word that fits nothing was probably meant as one. */
    private boolean wantsDay() {
        return spec.parameters().stream()
                .anyMatch(parameter ->
                        parameter.kind() instanceof Parameter.Day && taken.getOrDefault(parameter.name(), 0) == 0);
    }

    private Line tooMuchOrOdd(String word) {
        for (Parameter parameter : spec.parameters().reversed()) {
            if (fits(parameter, word)) {
                return parameter.most() == 1
                        ? Line.say("ask.once", command(), parameter.name(), Typed.shown(word))
                        : Line.say("ask.many", command(), parameter.most(), parameter.name());
            }
        }
        return Line.say("ask.odd", command(), Typed.shown(word));
    }

    private void take(Parameter parameter, String word) {
        taken.merge(parameter.name(), 1, Integer::sum);
        switch (parameter.kind()) {
            case Parameter.Symbol symbol -> takeSymbol(parameter, word);
            case Parameter.Count count -> takeCount(parameter, count, word);
            case Parameter.Choice choice -> takeWord(parameter, word, choice.words());
            case Parameter.Day day -> words.put(parameter.name(), word);
            case Parameter.Rest rest -> takeRest(parameter, rest, word);
            case Parameter.CommandName name ->
                words.put(parameter.name(), word.replaceFirst("^/", "").toLowerCase(Locale.ROOT));
        }
    }

    private void takeRest(Parameter parameter, Parameter.Rest rest, String text) {
        if (text.length() > rest.longest()) {
            throw new Misused(Line.say("ask.text.long", parameter.name(), text.length(), rest.longest()));
        }
        words.put(parameter.name(), text);
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
            throw new Misused(Line.say("ask.range", parameter.name(), count.least(), count.most(), Typed.shown(word)));
        }
        counts.put(parameter.name(), (int) number);
    }

    private void takeWord(Parameter parameter, String word, List<String> allowed) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (!allowed.contains(lower)) {
            List<String> near = Nearest.to(lower, allowed, 1);
            Line choices =
                    Line.joined("value.comma", allowed.stream().map(Line::of).toList());
            throw new Misused(
                    near.isEmpty()
                            ? Line.say("ask.choice", Typed.shown(word), choices)
                            : Line.say("ask.choice.meant", Typed.shown(word), choices, near.getFirst()));
        }
        words.put(parameter.name(), lower);
    }
}
