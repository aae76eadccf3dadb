package dev.bellwether.command;

import dev.bellwether.fact.Nearest;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.PrivateChats;
import dev.bellwether.talk.Tone;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one list of commands, and the way from what a member typed to the answer. Every front asks here. An answer always
 * comes back: what is typed wrongly gets help, what fails inside gets an apology, and the cause goes to the log.
 */
public final class CommandRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRegistry.class);
    /** The names of the commands that are always there; no favourite may take one. A test holds this to the registry. */
    public static final Set<String> OWN_NAMES = Set.of(
            "quote",
            "news",
            "levels",
            "targets",
            "analysts",
            "why",
            "check",
            "earnings",
            "watch",
            "feeds",
            "digest",
            "subscribe",
            "unsubscribe",
            "subscriptions",
            "alert",
            "alerts",
            "settings",
            "forget",
            "export",
            "status",
            "help",
            "about");

    private static final int LONGEST_ASK = 2_000;

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final Symbols symbols;
    private final Chats chats;
    private final boolean sample;
    private @Nullable Cashtags cashtags;

    /**
     * @param chats told of every chat that asks
     * @param sample whether all answers speak of made-up data
     * @throws IllegalArgumentException if two commands have one name
     */
    public CommandRegistry(Symbols symbols, Chats chats, boolean sample) {
        this.symbols = symbols;
        this.chats = chats;
        this.sample = sample;
    }

    /** Adds a command; those added first stand first in help. To be called before the first ask. */
    public CommandRegistry add(Command command) {
        if (commands.putIfAbsent(command.spec().name(), command) != null) {
            throw new IllegalArgumentException(
                    "two commands are called /" + command.spec().name());
        }
        return this;
    }

    /** Answers {@code $BABA} too. To be called before the first ask. */
    public CommandRegistry with(Cashtags answering) {
        this.cashtags = answering;
        return this;
    }

    /** The symbols of instruments that a text tags, as a question that {@link #answer} answers; empty if it tags none. */
    public Optional<String> tagged(String text) {
        Cashtags answering = cashtags;
        return answering == null ? Optional.empty() : answering.question(text);
    }

    /** All commands, in order. */
    public Collection<Command> commands() {
        return List.copyOf(commands.values());
    }

    /** The command with this name, without the slash. */
    public Optional<Command> find(String name) {
        return Optional.ofNullable(commands.get(name));
    }

    /** The symbols that arguments can be. */
    public Symbols symbols() {
        return symbols;
    }

    /** Answers whatever was typed. Never throws. */
    public Answer answer(Ask ask) {
        Answer answer;
        try {
            note(ask);
            answer = understood(ask);
        } catch (RuntimeException e) {
            LOG.error("{} in {} failed", Typed.shown(firstWord(ask.text()).text()), ask.chat(), e);
            answer = wrong(ask, Line.say("ask.failed"), Line.say("ask.failed.more"));
        }
        return sample ? answer.with(answer.card().asSample()) : answer;
    }

    /** A store that fails must not keep {@code /status} from saying so. */
    private void note(Ask ask) {
        try {
            chats.seen(ask.chat(), ask.at());
            if (ask.alone()) {
                reachable(ask);
            }
        } catch (RuntimeException e) {
            LOG.error("Could not note that {} asked", ask.chat(), e);
        }
    }

    /** A person who could not be written to, and now writes, can be again; Discord has another name for the chat in each direction. */
    private void reachable(Ask ask) {
        PrivateChats.of(ask.chat().front(), ask.member())
                .filter(chat -> chats.contact(chat) == Chats.Contact.RETIRED)
                .ifPresent(chat -> chats.seen(chat, ask.at()));
    }

    private Answer understood(Ask ask) {
        String text = ask.text();
        Cashtags answering = cashtags;
        if (answering != null
                && text.startsWith("$")
                && answering.question(text).isPresent()) {
            return answering.answer(ask);
        }
        Typed.Word first = firstWord(text);
        String name = nameIn(first.text());
        Command command = commands.get(name);
        if (text.length() > LONGEST_ASK && (command == null || !command.spec().takesText())) {
            return wrong(ask, Line.say("ask.long"), Line.say("ask.long.more", LONGEST_ASK));
        }
        if (command == null) {
            return unknown(ask, name);
        }
        try {
            ArgumentReader reader = new ArgumentReader(command.spec(), symbols);
            return command.answer(ask, reader.read(text.substring(first.end()), ask.quoted()));
        } catch (Misused e) {
            return misused(ask, command.spec(), e.say());
        }
    }

    /** Takes off the slash and the bot's name that Telegram puts behind the command in groups. */
    private static String nameIn(String word) {
        String name = word.startsWith("/") ? word.substring(1) : word;
        int at = name.indexOf('@');
        return (at < 0 ? name : name.substring(0, at)).toLowerCase(Locale.ROOT);
    }

    private static Typed.Word firstWord(String text) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST_ASK));
        return Typed.words(beginning).stream().findFirst().orElse(new Typed.Word("", 0));
    }

    private Answer unknown(Ask ask, String name) {
        List<String> near = Nearest.to(name, commands.keySet(), 3);
        return wrong(ask, Line.say("ask.command"), Line.say("ask.command.help", UnknownCommand.say(name, near)));
    }

    private static Answer misused(Ask ask, CommandSpec spec, Line sentence) {
        Card.Builder card = Card.titled("/" + spec.name(), ask.at())
                .tone(Tone.ERROR)
                .paragraph(sentence)
                .paragraph(Line.say("ask.usage", Line.empty().code(spec.usage())));
        spec.examples().stream()
                .findFirst()
                .ifPresent(example -> card.block(
                        new Block.Footer(Line.say("ask.example", Line.empty().code(example)))));
        return Answer.failure(card.build());
    }

    private static Answer wrong(Ask ask, Line title, Line sentence) {
        return Answer.failure(Card.titled(title, ask.at())
                .tone(Tone.ERROR)
                .paragraph(sentence)
                .build());
    }
}
