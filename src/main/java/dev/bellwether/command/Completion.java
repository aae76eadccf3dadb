package dev.bellwether.command;

import dev.bellwether.talk.Voice;
import dev.bellwether.watch.rule.RuleHints;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What completes a command that is being typed, for every front that can show it. Answers from memory, since people wait for it
 * with each letter. Safe for threads.
 */
public final class Completion {
    /** How many offers are made at most. */
    public static final int MOST = 25;

    private static final Pattern GROUP = Pattern.compile("(?i)\\s*group\\s+");

    private final CommandRegistry registry;
    private final RuleHints hints;

    /** The commands may still be added to the registry after this. */
    public Completion(CommandRegistry registry) {
        this.registry = registry;
        this.hints = new RuleHints(registry.symbols().listings());
    }

    /**
     * Something that may be taken.
     *
     * @param value what to put in place of what was typed
     * @param label what it is, in a few words; never empty
     */
    public record Offer(String value, String label) {}

    /** All commands with their summaries, for a front that narrows them down itself; with a slash if one was typed, or nothing. */
    public List<Offer> commands(String typed, Voice voice) {
        String slash = typed.isEmpty() || typed.startsWith("/") ? "/" : "";
        return registry.commands().stream()
                .map(Command::spec)
                .map(spec -> new Offer(slash + spec.name(), voice.plain(spec.summary())))
                .toList();
    }

    /**
     * What a parameter may be, best first. One that takes several is completed at its last word, and the words before it stay.
     *
     * @param typed what stands there so far; may be empty
     */
    public List<Offer> offers(Parameter parameter, String typed) {
        int start = parameter.most() > 1 ? lastWord(typed) : 0;
        String before = typed.substring(0, start);
        String last = typed.substring(start);
        boolean rule = parameter.kind() instanceof Parameter.Rest;
        return words(parameter, rule ? last : last.strip())
                .map(offer -> new Offer(before + offer.value(), before + offer.label()))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Stream<Offer> words(Parameter parameter, String typed) {
        return switch (parameter.kind()) {
            case Parameter.Symbol _ -> registry.symbols().completions(typed, MOST).stream();
            case Parameter.Choice choice -> beginning(choice.words().stream(), typed);
            case Parameter.CommandName _ ->
                beginning(
                        registry.commands().stream()
                                .map(command -> command.spec().name()),
                        typed.replace("/", ""));
            case Parameter.Day _ -> beginning(DayWord.words().stream(), typed);
            case Parameter.Rest rest when rest.rule() -> rules(typed);
            case Parameter.Count _, Parameter.Rest _ -> Stream.empty();
        };
    }

    /** Whole rules so far; what makes one the whole chat's stays in front. */
    private Stream<Offer> rules(String typed) {
        Matcher group = GROUP.matcher(typed);
        int start = group.lookingAt() ? group.end() : 0;
        String before = typed.substring(0, start);
        return hints.next(typed.substring(start)).stream()
                .map(rule -> before + rule.strip())
                .map(rule -> new Offer(rule, rule));
    }

    private static Stream<Offer> beginning(Stream<String> words, String typed) {
        return words.filter(word -> begins(word, typed)).map(word -> new Offer(word, word));
    }

    private static boolean begins(String word, String typed) {
        return word.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
    }

    private static int lastWord(String typed) {
        int at = typed.length();
        while (at > 0 && !Character.isWhitespace(typed.charAt(at - 1)) && typed.charAt(at - 1) != ',') {
            at--;
        }
        return at;
    }
}
