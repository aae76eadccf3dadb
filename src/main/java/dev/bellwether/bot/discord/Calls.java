package dev.bellwether.bot.discord;

import java.util.List;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** The few calls to Discord that carry messages, each one request. All throw {@link RestFailure}. */
final class Calls {
    private static final int EPHEMERAL = 64;

    /** A reply that stands at once. */
    private static final int REPLY = 4;

    /** A reply that comes later. */
    private static final int REPLY_LATER = 5;

    private static final int EDIT_LATER = 6;
    private static final int EDIT = 7;

    private final Supplier<JDA> jda;

    /** @param jda throws {@link RestFailure} while there is no connection */
    Calls(Supplier<JDA> jda) {
        this.jda = jda;
    }

    /** Answers an interaction with a message. */
    void reply(InteractionKey key, OutMessage message, boolean hidden) {
        callback(key, REPLY, message, hidden ? EPHEMERAL : 0, false);
    }

    /** Puts a message in place of the one whose button was pressed. */
    void replace(InteractionKey key, OutMessage message) {
        callback(key, EDIT, message, 0, true);
    }

    /** Says that an answer will come. */
    void later(InteractionKey key, boolean inPlace, boolean hidden) {
        DataObject json = DataObject.empty().put("type", inPlace ? EDIT_LATER : REPLY_LATER);
        if (hidden && !inPlace) {
            json.put("data", DataObject.empty().put("flags", EPHEMERAL));
        }
        send(key.callback(), Wire.body(json, List.of()), true);
    }

    private void callback(InteractionKey key, int type, OutMessage message, int flags, boolean edit) {
        try (MessageCreateData data = message.data()) {
            DataObject content = edit ? whole(data) : flagged(data, flags);
            DataObject json = DataObject.empty().put("type", type).put("data", content);
            send(key.callback(), Wire.body(json, data.getAllDistinctFiles()), true);
        }
    }

    /** Puts the answer where its coming was announced, or in place of the message whose button was pressed. */
    void editOriginal(InteractionKey key, OutMessage message) {
        try (MessageCreateData data = message.data()) {
            send(
                    key.original(Route.Interactions.EDIT_FOLLOWUP),
                    Wire.body(whole(data), data.getAllDistinctFiles()),
                    true);
        }
    }

    void deleteOriginal(InteractionKey key) {
        send(key.original(Route.Interactions.DELETE_FOLLOWUP), null, true);
    }

    /** A further message that answers an interaction. */
    void followUp(InteractionKey key, OutMessage message, boolean hidden) {
        try (MessageCreateData data = message.data()) {
            DataObject json = flagged(data, hidden ? EPHEMERAL : 0);
            send(key.followUp(), Wire.body(json, data.getAllDistinctFiles()), true);
        }
    }

    /**
     * Writes to a channel.
     *
     * @param nonce the same one for the same message: within some minutes Discord then gives back the first instead of a second
     * @param replyTo the message that this one replies to; empty for none
     * @return what Discord calls the message
     */
    String post(String channel, OutMessage message, String nonce, String replyTo) {
        try (MessageCreateData data = message.data()) {
            DataObject json = flagged(data, 0).put("nonce", nonce).put("enforce_nonce", true);
            if (!replyTo.isEmpty()) {
                json.put(
                        "message_reference",
                        DataObject.empty().put("message_id", replyTo).put("fail_if_not_exists", false));
            }
            RequestBody body = Wire.body(json, data.getAllDistinctFiles());
            return send(Route.Messages.SEND_MESSAGE.compile(channel), body, false)
                    .getString("id");
        }
    }

    /** Puts a message in place of an earlier one of the bot's own. */
    void edit(String channel, String earlier, OutMessage message) {
        try (MessageCreateData data = message.data()) {
            RequestBody body = Wire.body(whole(data), data.getAllDistinctFiles());
            send(Route.Messages.EDIT_MESSAGE.compile(channel, earlier), body, false);
        }
    }

    /** Opens the chat with a person, or finds it; says what it is called. */
    String openChat(String person) {
        DataObject json = DataObject.empty().put("recipient_id", person);
        return send(Route.Self.CREATE_PRIVATE_CHANNEL.compile(), Wire.body(json, List.of()), false)
                .getString("id");
    }

    private DataObject send(Route.CompiledRoute route, @Nullable RequestBody body, boolean queue) {
        return Wire.call(jda.get(), route, body, queue);
    }

    private static DataObject flagged(MessageCreateData data, int flags) {
        return data.toData().put("flags", flags);
    }

    /** An edit changes only what it names; this one names everything, so that nothing of the old message stays. */
    private static DataObject whole(MessageCreateData data) {
        DataObject json = data.toData();
        json.remove("flags");
        json.remove("tts");
        for (String list : List.of("embeds", "components", "attachments")) {
            if (!json.hasKey(list)) {
                json.put(list, DataArray.empty());
            }
        }
        return json.hasKey("content") ? json : json.put("content", "");
    }
}
