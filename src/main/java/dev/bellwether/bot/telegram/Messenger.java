package dev.bellwether.bot.telegram;

import dev.bellwether.deliver.Delayer;
import dev.bellwether.deliver.Pace;
import dev.bellwether.deliver.Sender;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Outcome;
import dev.bellwether.talk.Voice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the messages of one card, each with one call. A message that Telegram refuses goes once more as plain text; that is no
 * repeat, since a refused message stands nowhere. What must be tried again is left to the caller, who knows how often.
 */
final class Messenger {
    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);

    private final Courier courier;
    private final Pace pace;
    private final Delayer delayer;
    private final Floods floods;

    Messenger(Wire wire, Pace pace, Delayer delayer, InstantSource clock) {
        this.courier = new Courier(wire);
        this.pace = pace;
        this.delayer = delayer;
        this.floods = new Floods(pace, clock);
    }

    /**
     * What is to be sent.
     *
     * @param done what Telegram calls the parts it took before
     * @param again whether the part after those may have arrived; then it is marked
     */
    record Parcel(
            ChatId chat,
            List<Part> parts,
            Voice voice,
            Envelope.@Nullable Follow follow,
            List<String> done,
            boolean again,
            Lane lane) {
        Parcel {
            parts = List.copyOf(parts);
            done = List.copyOf(done);
        }
    }

    /** Waits for a turn to write. */
    void awaitTurn(ChatId chat, Lane lane) throws InterruptedException {
        delayer.awaitTurn(pace, chat, lane);
    }

    /** Sends the parts that are not done. The caller has taken the turn of the first; those of others are taken here. */
    Outcome send(Parcel parcel, Sender.Progress progress) {
        List<String> sent = new ArrayList<>(parcel.done());
        try {
            for (int i = sent.size(); i < parcel.parts().size(); i++) {
                if (i > parcel.done().size()) {
                    awaitTurn(parcel.chat(), parcel.lane());
                }
                progress.sending(i);
                String message = deliver(parcel, i);
                progress.sent(i, message);
                sent.add(message);
            }
            return new Outcome.Sent(sent);
        } catch (Failure e) {
            if (e.isFlood()) {
                floods.met(parcel.chat(), e.retryAfter());
            }
            return e.outcome(parcel.chat());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Retry(Duration.ZERO, "stopping", false);
        }
    }

    private String deliver(Parcel parcel, int i) throws Failure, InterruptedException {
        Place place = Place.of(parcel.chat());
        Part part = parcel.parts().get(i);
        OptionalInt before = i == 0 ? message(parcel.follow()) : OptionalInt.empty();
        boolean edits =
                before.isPresent() && parcel.follow() != null && parcel.follow().edit();
        if (edits && part instanceof Part.Text text) {
            return edited(parcel, place, text, before.getAsInt());
        }
        boolean mark = parcel.again() && i == parcel.done().size();
        Part marked = mark ? part.marked(againMark(parcel.voice())) : part;
        if (edits) {
            String message = posted(parcel, place, marked, null);
            takeAway(place, before.getAsInt());
            return message;
        }
        return posted(parcel, place, marked, before.isPresent() ? before.getAsInt() : null);
    }

    private static OptionalInt message(Envelope.@Nullable Follow follow) {
        try {
            return follow == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(follow.message()));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private static Row againMark(Voice voice) {
        return new Row(new LineRuns(voice).small(Line.say("telegram.again")), Row.Kind.TEXT);
    }

    private String edited(Parcel parcel, Place place, Part.Text part, int message)
            throws Failure, InterruptedException {
        try {
            courier.edit(place, part, message, false);
        } catch (Failure e) {
            if (e.isEditLost()) {
                awaitTurn(parcel.chat(), parcel.lane());
                return posted(parcel, place, part, null);
            }
            if (!e.isUnchanged()) {
                editedPlainly(parcel, place, part, message, e);
            }
        }
        return Integer.toString(message);
    }

    private void editedPlainly(Parcel parcel, Place place, Part.Text part, int message, Failure why)
            throws Failure, InterruptedException {
        Part.Text plain = (Part.Text) refused(part, why);
        awaitTurn(parcel.chat(), parcel.lane());
        try {
            courier.edit(place, plain, message, true);
        } catch (Failure e) {
            if (!e.isUnchanged()) {
                throw e;
            }
        }
    }

    private String posted(Parcel parcel, Place place, Part part, @Nullable Integer replyTo)
            throws Failure, InterruptedException {
        try {
            return courier.send(place, part, replyTo, false);
        } catch (Failure e) {
            Part plain = refused(part, e);
            awaitTurn(parcel.chat(), parcel.lane());
            return courier.send(place, plain, replyTo, true);
        }
    }

    /** What to send instead of what was refused; throws if it is not the message that is at fault. */
    private static Part refused(Part part, Failure why) throws Failure {
        if (!why.isRefusal()) {
            throw why;
        }
        LOG.warn("Telegram refused a message ({}); it goes as plain text", why.text());
        Part bare = why.isOfKeyboard() ? part.with(List.of()) : part;
        return part instanceof Part.Photo && !why.text().contains("entities")
                ? new Part.Text(bare.text(), false, bare.keys())
                : bare;
    }

    private void takeAway(Place place, int message) {
        try {
            courier.delete(place, message);
        } catch (Failure e) {
            LOG.debug("A message whose place was taken stays: {}", e.text());
        }
    }
}
