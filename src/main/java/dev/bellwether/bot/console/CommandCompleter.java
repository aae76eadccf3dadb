package dev.bellwether.bot.console;

import dev.bellwether.command.CommandRegistry;
import dev.bellwether.command.Completion;
import dev.bellwether.command.Parameter;
import dev.bellwether.talk.Voice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers commands for the first word, with a slash if it has one, and what the command's parameters can be for the others. */
final class CommandCompleter implements Completer {
    private final CommandRegistry registry;
    private final Completion completion;

    CommandCompleter(CommandRegistry registry) {
        this.registry = registry;
        this.completion = new Completion(registry);
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line.wordIndex() == 0) {
            completion
                    .commands(line.word(), Voice.english())
                    .forEach(offer -> candidates.add(candidate(offer.value(), offer.label())));
            return;
        }
        String name = line.words().getFirst().replaceFirst("^/", "").toLowerCase(Locale.ROOT);
        String typed = line.word().substring(0, line.wordCursor());
        registry.find(name).stream()
                .flatMap(command -> command.spec().parameters().stream())
                .flatMap(parameter -> words(parameter, line, typed))
                .distinct()
                .forEach(word -> candidates.add(new Candidate(word)));
    }

    /** The line is completed word by word: of a whole rule only what stands from the last word on. */
    private Stream<String> words(Parameter parameter, ParsedLine line, String typed) {
        boolean whole = parameter.kind() instanceof Parameter.Rest;
        String text = whole ? behindName(line) : typed;
        String before = whole ? text.substring(0, Math.max(0, text.length() - typed.length())) : "";
        return completion.offers(parameter, text).stream()
                .map(Completion.Offer::value)
                .filter(offer -> offer.startsWith(before))
                .map(offer -> offer.substring(before.length()));
    }

    private static String behindName(ParsedLine line) {
        String text = line.line().substring(0, line.cursor());
        int end =
                text.indexOf(line.words().getFirst()) + line.words().getFirst().length();
        return text.substring(Math.min(end, text.length())).stripLeading();
    }

    private static Candidate candidate(String word, String description) {
        return new Candidate(word, word, null, description, null, null, true);
    }
}
