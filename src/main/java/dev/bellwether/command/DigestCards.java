package dev.bellwether.command;

import dev.bellwether.digest.DigestSpec;
import dev.bellwether.digest.Digests.Kept;
import dev.bellwether.digest.SpecText;
import dev.bellwether.digest.Titles;
import dev.bellwether.digest.When;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cards of {@code /digest} that are about digests, not digests themselves. */
final class DigestCards {
    private static final int MOST_BUTTONS = 5;

    private DigestCards() {}

    static Card list(Ask ask, List<Kept> all, boolean zoned) {
        Card.Builder card = Card.titled(Line.say("digest.list.title"), ask.at());
        if (all.isEmpty()) {
            card.paragraph(Line.say("digest.none", code("/digest on")))
                    .block(new Block.Buttons(
                            List.of(new Block.Button(Line.say("digest.button.preview", ""), "/digest preview"))));
        } else {
            entries(card, ask, all, zoned);
        }
        return card.datum("digests", data(all)).build();
    }

    static Card on(Ask ask, List<Kept> fresh, boolean zoned) {
        Card.Builder card = Card.titled(Line.say("digest.on.title"), ask.at());
        entries(card, ask, fresh, zoned);
        return card.datum("digests", data(fresh)).build();
    }

    static Card off(Ask ask, List<Kept> gone) {
        Card.Builder card = Card.titled(Line.say("digest.off.title"), ask.at());
        gone.forEach(kept ->
                card.paragraph(Line.say("digest.gone", Titles.when(kept.spec().when()))));
        return card.block(new Block.Buttons(List.of(new Block.Button(Line.say("digest.button.list"), "/digest list"))))
                .datum("digests", data(gone))
                .build();
    }

    private static void entries(Card.Builder card, Ask ask, List<Kept> all, boolean zoned) {
        card.block(new Block.Fields(all.stream()
                .map(kept ->
                        new Block.Field(Line.say("digest.number", kept.spec().number()), entry(kept)))
                .toList()));
        boolean byClock = all.stream().anyMatch(kept -> kept.spec().when() instanceof When.AtTimes);
        if (byClock && !zoned) {
            card.block(new Block.Footer(Line.say("digest.zone-unset", code("/settings zone Berlin"))));
        }
        card.block(new Block.Buttons(buttons(ask, all)));
    }

    private static Line entry(Kept kept) {
        DigestSpec spec = kept.spec();
        Line line =
                Line.say("digest.about", Titles.when(spec.when()), Line.joined("desk.semicolon", Titles.choices(spec)));
        Instant due = kept.due();
        return due == null
                ? Line.say("digest.entry.never", line)
                : Line.say("digest.entry", line, new Value.Moment(due));
    }

    /** Who manages the chat can switch them off from here. */
    private static List<Block.Button> buttons(Ask ask, List<Kept> all) {
        List<Block.Button> buttons = new ArrayList<>();
        for (Kept kept : all.subList(0, Math.min(MOST_BUTTONS, all.size()))) {
            int number = kept.spec().number();
            buttons.add(new Block.Button(Line.say("digest.button.preview", number), "/digest preview " + number));
            if (ask.manager()) {
                buttons.add(new Block.Button(Line.say("digest.button.off", number), "/digest off " + number));
            }
        }
        return buttons;
    }

    private static Line code(String command) {
        return Line.empty().code(command);
    }

    private static Datum data(List<Kept> all) {
        return new Datum.Items(all.stream().map(DigestCards::datum).toList());
    }

    private static Datum datum(Kept kept) {
        Map<String, Datum> parts = new LinkedHashMap<>();
        parts.put("number", new Value.Figure(kept.spec().number(), 0, null));
        parts.put("digest", new Value.Words(SpecText.of(kept.spec())));
        Instant due = kept.due();
        parts.put("next", due == null ? new Value.Missing("never due") : new Value.Moment(due));
        return new Datum.Parts(null, parts);
    }
}
