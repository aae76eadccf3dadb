package dev.bellwether.bot.console;

import dev.bellwether.command.CommandRegistry;
import dev.bellwether.command.Completion;
import dev.bellwether.talk.Voice;
import java.util.List;
import java.util.Locale;
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
                .flatMap(parameter -> completion.offers(parameter, typed).stream())
                .map(Completion.Offer::value)
                .distinct()
                .forEach(word -> candidates.add(new Candidate(word)));
    }

    private static Candidate candidate(String word, String description) {
        return new Candidate(word, word, null, description, null, null, true);
    }
}
