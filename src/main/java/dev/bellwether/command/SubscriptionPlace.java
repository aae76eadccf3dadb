package dev.bellwether.command;

import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.PrivateChats;
import java.util.List;
import java.util.Optional;

/**
 * Where a member is told what the member asks to be told.
 *
 * @param chat that is told
 * @param ends what a command about it ends with: nothing for the member's own, {@code here} for a chat of several
 * @param said where that is, for the member
 */
record SubscriptionPlace(ChatId chat, String ends, Line said) {
    static final String HERE = "here";

    /** The parameter by which managers mean the chat and not themselves. */
    static final Parameter PARAMETER =
            new Parameter("place", Line.say("subscribe.place"), new Parameter.Choice(List.of(HERE)), 0, 1);

    /**
     * The chat that is meant.
     *
     * @throws Misused if the asker may not decide for the chat, or can't be told anything in private
     */
    static SubscriptionPlace of(Ask ask, Arguments arguments) {
        if (arguments.word(PARAMETER.name()).isEmpty()) {
            return own(ask).orElseThrow(() ->
                    new Misused(Line.say("subscribe.nobody", Line.empty().code(HERE))));
        }
        if (!ask.manager() && !isOwn(ask)) {
            throw new Misused(Line.say("subscribe.manager", Line.empty().code(HERE)));
        }
        return isOwn(ask) ? own(ask).orElseThrow() : whole(ask);
    }

    /** The member's own; empty where a front has private chats but the asker is no person. */
    static Optional<SubscriptionPlace> own(Ask ask) {
        if (isOwn(ask)) {
            return Optional.of(new SubscriptionPlace(ask.chat(), "", Line.say("subscribe.told.here")));
        }
        return PrivateChats.of(ask.chat().front(), ask.member())
                .map(chat -> new SubscriptionPlace(
                        chat,
                        "",
                        chat.front().equals("telegram")
                                ? Line.say("subscribe.told.telegram")
                                : Line.say("subscribe.told.private")));
    }

    /** The chat that was asked in, for all who are in it. */
    static SubscriptionPlace whole(Ask ask) {
        return new SubscriptionPlace(ask.chat(), " " + HERE, Line.say("subscribe.told.all"));
    }

    /** Whether the asker is alone in the chat as far as anybody knows: where fronts have no private chats every chat counts as one. */
    static boolean isOwn(Ask ask) {
        String front = ask.chat().front();
        return !PrivateChats.known(front)
                || PrivateChats.of(front, ask.member())
                        .filter(ask.chat()::equals)
                        .isPresent();
    }
}
