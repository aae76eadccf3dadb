package dev.bellwether.deliver;

import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Outcome;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What delivery itself has to say, as notices of its own: to the owner of a chat that is gone, and to the operator. Nothing is said
 * about such a notice in turn, so no report breeds reports.
 */
final class Reports {
    private static final String PREFIX = "delivery:";
    private static final Duration WORTH_TELLING = Duration.ofDays(3);

    private final Contacts contacts;

    Reports(Contacts contacts) {
        this.contacts = contacts;
    }

    /** A chat is retired: to its owner if there is another way, else to the operator. */
    List<Change> gone(Claim claim, Outcome.Dead dead, Instant now) {
        Optional<ChatId> reader = contacts.owner(claim.chat())
                .filter(owner -> !owner.equals(claim.chat()))
                .or(() -> operator(claim));
        String key = PREFIX + "gone:" + shortened(claim.chat().toString()) + ":" + now.getEpochSecond();
        return tell(
                claim,
                reader,
                key,
                now,
                Line.say("delivery.gone.title"),
                switch (dead.reason()) {
                    case BLOCKED ->
                        Line.say("delivery.gone.blocked", claim.chat().toString(), dead.why());
                    case KICKED -> Line.say("delivery.gone.kicked", claim.chat().toString(), dead.why());
                    case DELETED ->
                        Line.say("delivery.gone.deleted", claim.chat().toString(), dead.why());
                    case NO_PERMISSION ->
                        Line.say("delivery.gone.permission", claim.chat().toString(), dead.why());
                });
    }

    /** The platform does not take a message: to the operator, once for each notice however many chats it concerns. */
    List<Change> refused(Claim claim, String why, Instant now) {
        return tell(
                claim,
                operator(claim),
                PREFIX + "refused:" + shortened(claim.key()),
                now,
                Line.say("delivery.refused.title"),
                Line.say("delivery.refused.text", claim.key(), claim.chat().toString(), why));
    }

    /** Nobody knows whether a message arrived: to the operator, once for each notice. */
    List<Change> unsure(Claim claim, String why, Instant now) {
        return tell(
                claim,
                operator(claim),
                PREFIX + "unsure:" + shortened(claim.key()),
                now,
                Line.say("delivery.unsure.title"),
                Line.say("delivery.unsure.text", claim.key(), claim.chat().toString(), why));
    }

    private Optional<ChatId> operator(Claim claim) {
        return contacts.operator().filter(operator -> !operator.equals(claim.chat()));
    }

    private static List<Change> tell(
            Claim claim, Optional<ChatId> reader, String key, Instant now, Line title, Line text) {
        if (reader.isEmpty() || claim.key().startsWith(PREFIX)) {
            return List.of();
        }
        Card card = Card.titled(title, now)
                .tone(Tone.NOTICE)
                .paragraph(text)
                .datum("chat", new Value.Words(claim.chat().toString()))
                .datum("notice", new Value.Words(claim.key()))
                .build();
        Notice notice = new Notice(key, card, Audience.chat(reader.get()), Lane.ALERT, now.plus(WORTH_TELLING));
        return List.of(new Change.Told(notice, now));
    }

    private static String shortened(String text) {
        int room = Notice.LONGEST_KEY - 40;
        return text.length() <= room ? text : text.substring(0, room - 9) + "~" + Integer.toHexString(text.hashCode());
    }
}
