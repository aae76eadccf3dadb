package dev.bellwether.command;

import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Memory;
import dev.bellwether.talk.Memory.Kept;
import dev.bellwether.talk.Memory.Subject;
import dev.bellwether.talk.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What {@code /forget} and {@code /export} have in common: whom they are about, and what is kept, in words. */
final class Remembering {
    static final String ME = "me";
    static final String EVERYWHERE = "everywhere";
    static final String CHAT = "chat";

    /** What the first word of both commands may be. */
    static final Parameter.Choice WHOM = new Parameter.Choice(List.of(ME, EVERYWHERE, CHAT));

    private static final int LONGEST_DETAIL = 200;
    private static final int CODE_BYTES = 4;

    private Remembering() {}

    /** @param whom one of {@link #WHOM} */
    static Subject subject(Ask ask, String whom) {
        return switch (whom) {
            case ME -> new Memory.Person(ask.chat().front(), ask.member(), ask.chat());
            case EVERYWHERE -> new Memory.Person(ask.chat().front(), ask.member(), null);
            default -> new Memory.Whole(ask.chat());
        };
    }

    /** A line for each kind of thing, with how many there are and what they are about. */
    static Block.Fields fields(List<Kept> kept) {
        return new Block.Fields(kept.stream()
                .map(one -> new Block.Field(label(one.kind()), count(one)))
                .toList());
    }

    private static Line label(Memory.Kind kind) {
        return switch (kind) {
            case CHAT -> Line.say("forget.chat");
            case WATCHED -> Line.say("forget.watchlist");
            case MARK -> Line.say("forget.marks");
            case DECISION -> Line.say("forget.decisions");
            case SET_UP -> Line.say("forget.set-up");
            case SUBSCRIBED -> Line.say("forget.subscriptions");
            case FEED -> Line.say("forget.feeds");
            case DIGEST -> Line.say("forget.digests");
            case MUTED -> Line.say("forget.muted");
            case FOLLOWED -> Line.say("forget.followed");
            case LEVEL -> Line.say("forget.levels");
            case MESSAGE -> Line.say("forget.messages");
            case ALERT -> Line.say("forget.alerts");
        };
    }

    private static Line count(Kept kept) {
        int size = kept.entries().size();
        Line count = switch (kept.kind()) {
            case CHAT -> Line.count("forget.chat.count", size);
            case WATCHED -> Line.count("forget.watchlist.count", size);
            case MARK -> Line.count("forget.marks.count", size);
            case DECISION -> Line.count("forget.decisions.count", size);
            case SET_UP -> Line.count("forget.set-up.count", size);
            case SUBSCRIBED -> Line.count("forget.subscriptions.count", size);
            case FEED -> Line.count("forget.feeds.count", size);
            case DIGEST -> Line.count("forget.digests.count", size);
            case MUTED -> Line.count("forget.muted.count", size);
            case FOLLOWED -> Line.count("forget.followed.count", size);
            case LEVEL -> Line.count("forget.levels.count", size);
            case MESSAGE -> Line.count("forget.messages.count", size);
            case ALERT -> Line.count("forget.alerts.count", size);
        };
        String symbols = kept.entries().stream()
                .map(entry -> entry.get("symbol"))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        String detail = symbols.length() > LONGEST_DETAIL ? symbols.substring(0, LONGEST_DETAIL) + "…" : symbols;
        return detail.isEmpty() ? count : count.text(": " + detail);
    }

    /** How many of each kind, for programs. */
    static Datum data(List<Kept> kept) {
        Map<String, Datum> counts = new LinkedHashMap<>();
        kept.forEach(one ->
                counts.put(one.kind().code(), new Value.Figure(one.entries().size(), 0, null)));
        return new Datum.Parts(null, counts);
    }

    /** Names a subject in a button, so that one person's button does not delete another's things. */
    static String code(Subject subject) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(subject.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, CODE_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
