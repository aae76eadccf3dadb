package dev.bellwether.command;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Memory;
import dev.bellwether.talk.Memory.Kept;
import dev.bellwether.talk.Memory.Subject;
import dev.bellwether.talk.Tone;
import java.util.List;
import java.util.Locale;

/**
 * {@code /forget me|everywhere|chat [confirm]}: deletes what is kept about a person or a chat. The first step says what will go,
 * the second deletes it and says what went. A whole chat is forgotten by who manages it.
 */
public final class ForgetCommand implements Command {
    private static final String CONFIRM = "confirm";
    private static final int LONGEST_CONFIRMATION = 40;

    private static final CommandSpec SPEC = new CommandSpec(
            "forget",
            Line.say("forget.summary"),
            List.of(
                    new Parameter("whom", Line.say("forget.whom"), Remembering.WHOM, 1, 1),
                    new Parameter(CONFIRM, Line.say("forget.confirm"), new Parameter.Rest(LONGEST_CONFIRMATION), 0, 1)),
            List.of("/forget me", "/forget everywhere", "/forget me confirm"),
            Answer.Reach.ASKER);

    private final Memory memory;

    /** @param memory what is shown and deleted */
    public ForgetCommand(Memory memory) {
        this.memory = memory;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(Ask ask, Arguments arguments) {
        String whom = arguments.word("whom");
        if (whom.equals(Remembering.CHAT) && !ask.manager()) {
            return Refusal.of(ask, Line.say("forget.title"), Line.say("forget.manager"));
        }
        Subject subject = Remembering.subject(ask, whom);
        String word = arguments.word(CONFIRM).strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return shown(ask, whom, subject, Line.empty());
        }
        if (word.equals(CONFIRM) || word.equals(CONFIRM + " " + Remembering.code(subject))) {
            return forgotten(ask, whom, memory.forget(subject));
        }
        return word.startsWith(CONFIRM + " ")
                ? shown(ask, whom, subject, Line.say("forget.not-yours"))
                : Refusal.of(ask, Line.say("forget.title"), again(whom));
    }

    private static Line again(String whom) {
        return Line.say("forget.again", Line.empty().code("/forget " + whom + " " + CONFIRM));
    }

    private Answer shown(Ask ask, String whom, Subject subject, Line first) {
        List<Kept> kept = memory.about(subject);
        if (kept.isEmpty()) {
            return nothing(ask, whom, kept);
        }
        Card.Builder card = Card.titled(Line.say("forget.title"), ask.at()).tone(Tone.NOTICE);
        if (!first.isEmpty()) {
            card.paragraph(first);
        }
        card.paragraph(about(whom)).block(Remembering.fields(kept));
        if (hasMarks(kept) && !whom.equals(Remembering.CHAT)) {
            card.paragraph(Line.say("forget.marks-stay"));
        }
        return Answer.privately(card.paragraph(again(whom))
                .block(new Block.Buttons(List.of(
                        new Block.Button(
                                Line.say("forget.delete"),
                                "/forget " + whom + " " + CONFIRM + " " + Remembering.code(subject)),
                        new Block.Button(Line.say("forget.export"), "/export " + whom))))
                .datum("kept", Remembering.data(kept))
                .build());
    }

    private static Line about(String whom) {
        return switch (whom) {
            case Remembering.ME -> Line.say("forget.me");
            case Remembering.EVERYWHERE -> Line.say("forget.everywhere");
            default -> Line.say("forget.all");
        };
    }

    private static boolean hasMarks(List<Kept> kept) {
        return kept.stream().anyMatch(one -> one.kind() == Memory.Kind.MARK || one.kind() == Memory.Kind.DECISION);
    }

    private static Answer nothing(Ask ask, String whom, List<Kept> kept) {
        Line sentence = switch (whom) {
            case Remembering.ME -> Line.say("forget.nothing.me");
            case Remembering.EVERYWHERE -> Line.say("forget.nothing.everywhere");
            default -> Line.say("forget.nothing.chat");
        };
        return Answer.privately(Card.titled(Line.say("forget.title"), ask.at())
                .paragraph(sentence)
                .datum("kept", Remembering.data(kept))
                .build());
    }

    private static Answer forgotten(Ask ask, String whom, List<Kept> gone) {
        if (gone.isEmpty()) {
            return nothing(ask, whom, gone);
        }
        Card.Builder card = Card.titled(Line.say("forget.done"), ask.at())
                .paragraph(Line.say("forget.gone"))
                .block(Remembering.fields(gone));
        if (whom.equals(Remembering.CHAT)) {
            card.block(new Block.Footer(Line.say("forget.seen-again")));
        }
        return Answer.privately(card.datum("forgotten", Remembering.data(gone)).build());
    }
}
