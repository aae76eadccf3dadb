package dev.bellwether.bot.telegram;

import dev.bellwether.bot.Reply;
import dev.bellwether.fact.DurationText;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Outcome;
import dev.bellwether.talk.Voice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to one message or press. In a group it replies to what was asked; a file for one person goes to that person. */
final class ChatReply implements Reply {
    private final Out out;
    private final Asked asked;
    private volatile @Nullable String working;
    private volatile boolean answered;
    private volatile boolean interrupted;

    /** The ways out. */
    record Out(AnswerPath path, TelegramRenderer renderer, String botName) {}

    /**
     * What is answered.
     *
     * @param message what the answer belongs to: the question, or the card under whose button it was asked
     * @param inPlace whether the answer takes that card's place
     * @param late how long ago it was asked, if that is worth saying; else null
     */
    record Asked(
            Incoming.Where where,
            Incoming.Who who,
            int message,
            String command,
            boolean inPlace,
            @Nullable Duration late) {
        ChatId chat() {
            return where.place().id();
        }

        boolean inGroup() {
            return where.kind() == Incoming.Kind.GROUP;
        }
    }

    ChatReply(Out out, Asked asked) {
        this.out = out;
        this.asked = asked;
    }

    /** Whether nothing more is to come. */
    boolean isAnswered() {
        return answered;
    }

    /** Whether the front was closed before the answer was out. */
    boolean wasInterrupted() {
        return interrupted;
    }

    /** A card that is refreshed stands there already; nothing is put below it. */
    @Override
    public void working(Voice voice) {
        if (asked.inPlace()) {
            return;
        }
        if (deliver(asked.chat(), List.of(note(voice, Line.say("telegram.working"))), voice, reply())
                instanceof Outcome.Sent(List<String> messages)) {
            working = messages.getFirst();
        }
    }

    @Override
    public void tooMany(Answer answer, Voice voice, boolean first) {
        if (first) {
            answer(answer, voice);
        }
    }

    @Override
    public void answer(Answer answer, Voice voice) {
        answered = true;
        Card card = asked.late() == null ? answer.card() : late(answer.card(), asked.late());
        List<Part> parts = out.renderer().render(card, voice);
        if (answer.reach() == Answer.Reach.ASKER && asked.where().kind() != Incoming.Kind.PRIVATE && hasFile(card)) {
            privately(parts, voice);
        } else {
            deliver(asked.chat(), parts, voice, follow(parts));
        }
    }

    private static boolean hasFile(Card card) {
        return card.blocks().stream().anyMatch(block -> block instanceof Block.Document);
    }

    private static Card late(Card card, Duration late) {
        List<Block> blocks = new ArrayList<>(card.blocks());
        blocks.add(new Block.Footer(Line.say("telegram.late", DurationText.shortly(late))));
        return new Card(card.title(), card.at(), card.tone(), blocks, card.data(), card.sources(), card.sample());
    }

    /** To the person alone; if the bot may not write there, a button leads to where it may. */
    private void privately(List<Part> parts, Voice voice) {
        long person = asked.who().id();
        boolean sent = person > 0 && deliver(new Place(person, null).id(), parts, voice, null) instanceof Outcome.Sent;
        Part told = sent
                ? note(voice, Line.say("telegram.privately.sent"))
                : note(voice, Line.say("telegram.privately.ask")).with(door(voice));
        deliver(asked.chat(), List.of(told), voice, follow(List.of(told)));
    }

    private List<List<Key>> door(Voice voice) {
        String link = link(out.botName(), asked.command()).orElse("https://t.me/" + out.botName());
        return List.of(List.of(Key.opening(voice.plain(Line.say("telegram.privately.button")), link)));
    }

    /** The address that asks a command in the private chat with the bot. */
    static Optional<String> link(String botName, String command) {
        return DeepLink.encode(command).map(payload -> "https://t.me/" + botName + "?start=" + payload);
    }

    private static Part note(Voice voice, Line line) {
        return new Part.Text(new Row(new LineRuns(voice).small(line), Row.Kind.TEXT));
    }

    private Envelope.@Nullable Follow follow(List<Part> parts) {
        String sign = working;
        if (sign != null) {
            return new Envelope.Follow(sign, true);
        }
        boolean edits = asked.inPlace() && parts.size() == 1 && parts.getFirst() instanceof Part.Text;
        return edits ? new Envelope.Follow(Integer.toString(asked.message()), true) : reply();
    }

    private Envelope.@Nullable Follow reply() {
        return asked.inGroup() ? new Envelope.Follow(Integer.toString(asked.message()), false) : null;
    }

    private @Nullable Outcome deliver(ChatId chat, List<Part> parts, Voice voice, Envelope.@Nullable Follow follow) {
        try {
            return out.path().deliver(chat, parts, voice, follow);
        } catch (InterruptedException e) {
            interrupted = true;
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
