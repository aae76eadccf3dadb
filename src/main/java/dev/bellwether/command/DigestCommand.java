package dev.bellwether.command;

import dev.bellwether.digest.DigestDesk;
import dev.bellwether.digest.DigestSpec;
import dev.bellwether.digest.Digests.Kept;
import dev.bellwether.digest.SpecParser;
import dev.bellwether.digest.SpecProblem;
import dev.bellwether.digest.What;
import dev.bellwether.market.Markets;
import dev.bellwether.market.Snapshot;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code /digest [on|off|now|preview|list] [...]}: the reports that a chat gets at set times. Who manages the chat switches them;
 * anybody may look at the list and at a preview.
 */
public final class DigestCommand implements Command {
    private static final int LONGEST_TEXT = 500;
    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,3})");
    private static final Line TITLE = Line.say("digest.list.title");

    private static final CommandSpec SPEC = new CommandSpec(
            "digest",
            Line.say("digest.summary"),
            List.of(
                    new Parameter(
                            "what",
                            Line.say("digest.what"),
                            new Parameter.Choice(List.of("on", "off", "now", "preview", "list")),
                            0,
                            1),
                    new Parameter("text", Line.say("digest.text"), new Parameter.Rest(LONGEST_TEXT), 0, 1)),
            List.of("/digest list"));

    private final DigestDesk desk;
    private final SpecParser parser;
    private final Symbols symbols;
    private final Markets markets;
    private final Chats chats;

    /**
     * @param parser reads what is typed behind {@code on} and {@code preview}
     * @param chats whose zones are looked at
     */
    public DigestCommand(DigestDesk desk, SpecParser parser, Symbols symbols, Markets markets, Chats chats) {
        this.desk = desk;
        this.parser = parser;
        this.symbols = symbols;
        this.markets = markets;
        this.chats = chats;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        String what = arguments.word("what");
        String text = arguments.word("text").strip();
        return switch (what) {
            case "on" -> ask.manager() ? on(ask, text) : refused(ask);
            case "off" -> ask.manager() ? off(ask, text) : refused(ask);
            case "now" -> ask.manager() ? now(ask, text) : refused(ask);
            case "preview" -> preview(ask, text);
            default -> Answer.of(DigestCards.list(ask, desk.of(ask.chat()), zoned(ask)));
        };
    }

    private static Answer refused(Ask ask) {
        return Refusal.of(ask, TITLE, Line.say("digest.manager", code("/digest list"), code("/digest preview")));
    }

    private static Line code(String command) {
        return Line.empty().code(command);
    }

    private boolean zoned(Ask ask) {
        return chats.settings(ask.chat()).zone() != null;
    }

    private Answer on(Ask ask, String text) {
        List<DigestSpec> specs = parsed(ask, text);
        specs.forEach(spec -> refuseUnknown(spec, ask));
        Optional<List<Kept>> fresh = desk.on(specs, ask.at());
        if (fresh.isEmpty()) {
            return Refusal.of(ask, TITLE, Line.say("digest.full", desk.most(), code("/digest off")));
        }
        return fresh.get().isEmpty()
                ? Refusal.of(ask, TITLE, Line.say("digest.already"))
                : Answer.of(DigestCards.on(ask, fresh.get(), zoned(ask)));
    }

    private List<DigestSpec> parsed(Ask ask, String text) {
        try {
            return parser.parse(ask.chat(), text);
        } catch (SpecProblem e) {
            throw new Misused(e.say());
        }
    }

    /** A slip of the finger looks like any other ticker until the sources are asked. */
    private void refuseUnknown(DigestSpec spec, Ask ask) {
        if (!(spec.what() instanceof What.Named(List<String> named))) {
            return;
        }
        List<Target> others = named.stream()
                .flatMap(symbol -> symbols.find("$" + symbol).stream())
                .filter(target -> !target.configured())
                .toList();
        List<Snapshot> snapshots =
                markets.look(others.stream().map(Target::listing).toList(), ask.at());
        for (int i = 0; i < others.size(); i++) {
            if (NoPrice.isUnknown(others.get(i), snapshots.get(i).prices())) {
                throw new Misused(UnknownSymbol.say(others.get(i).listing().symbol(), symbols));
            }
        }
    }

    private Answer off(Ask ask, String text) {
        List<Kept> all = desk.of(ask.chat());
        List<Kept> which = text.toLowerCase(Locale.ROOT).equals("all") ? all : List.of(chosen(all, text));
        desk.off(which);
        return Answer.of(DigestCards.off(ask, which));
    }

    private Answer now(Ask ask, String text) {
        List<Kept> all = desk.of(ask.chat());
        Kept kept = text.isEmpty() && !all.isEmpty() ? all.getFirst() : chosen(all, text);
        return Answer.of(desk.now(kept, ask.at()).card());
    }

    private Answer preview(Ask ask, String text) {
        List<Kept> all = desk.of(ask.chat());
        boolean kept = NUMBER.matcher(text).matches() || (text.isEmpty() && !all.isEmpty());
        Card card = kept
                ? desk.preview(text.isEmpty() ? all.getFirst() : chosen(all, text), ask.at())
                        .card()
                : desk.preview(parsed(ask, text).getFirst(), ask.at()).card();
        return Answer.privately(with(card, new Block.Footer(Line.say("digest.preview"))));
    }

    private static Card with(Card card, Block last) {
        List<Block> blocks = new ArrayList<>(card.blocks());
        blocks.add(last);
        return new Card(card.title(), card.at(), card.tone(), blocks, card.data(), card.sources(), card.sample());
    }

    /** The digest that a number means; without one the only one there is. */
    private static Kept chosen(List<Kept> all, String text) {
        if (all.isEmpty()) {
            throw new Misused(Line.say("digest.none", code("/digest on")));
        }
        String numbers = String.join(
                ", ",
                all.stream().map(kept -> String.valueOf(kept.spec().number())).toList());
        if (text.isEmpty() && all.size() == 1) {
            return all.getFirst();
        }
        var number = NUMBER.matcher(text);
        if (!number.matches()) {
            throw new Misused(
                    text.isEmpty()
                            ? Line.say("digest.which", numbers, code("/digest off all"))
                            : Line.say("digest.no-such", Typed.shown(text), numbers));
        }
        int wanted = Integer.parseInt(number.group(1));
        return all.stream()
                .filter(kept -> kept.spec().number() == wanted)
                .findFirst()
                .orElseThrow(() -> new Misused(Line.say("digest.no-such", wanted, numbers)));
    }
}
