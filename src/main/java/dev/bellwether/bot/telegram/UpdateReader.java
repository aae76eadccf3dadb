package dev.bellwether.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.talk.Language;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads updates as they came. It takes the few fields it knows and passes over all others, so that a kind of update, chat or
 * message that is invented tomorrow costs nothing but itself.
 */
final class UpdateReader {
    /** What the bot asks for. Edited messages are left out on purpose: a question is answered once, as it was asked. */
    static final List<String> KINDS =
            List.of("message", "channel_post", "callback_query", "inline_query", "my_chat_member");

    private static final Set<String> INSIDE = Set.of("creator", "administrator", "member");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private UpdateReader() {}

    /** What an update says; {@link Incoming.Nothing} for whatever can't be read. */
    static Incoming read(String body) {
        try {
            return read(MAPPER.readTree(body));
        } catch (JsonProcessingException e) {
            return new Incoming.Nothing("no JSON");
        }
    }

    private static Incoming read(JsonNode update) {
        if (update.has("message")) {
            return message(update.get("message"));
        }
        if (update.has("channel_post")) {
            return message(update.get("channel_post"));
        }
        if (update.has("callback_query")) {
            return press(update.get("callback_query"));
        }
        if (update.has("inline_query")) {
            JsonNode query = update.get("inline_query");
            return new Incoming.Inline(
                    query.path("id").asText(),
                    who(query.path("from")),
                    query.path("query").asText());
        }
        if (update.has("my_chat_member")) {
            return membership(update.get("my_chat_member"));
        }
        return new Incoming.Nothing(String.join(",", (Iterable<String>) update::fieldNames));
    }

    private static Incoming message(JsonNode message) {
        long chat = message.path("chat").path("id").asLong();
        if (message.has("migrate_to_chat_id")) {
            return new Incoming.Migrated(chat, message.get("migrate_to_chat_id").asLong());
        }
        if (message.has("migrate_from_chat_id")) {
            return new Incoming.Migrated(message.get("migrate_from_chat_id").asLong(), chat);
        }
        Incoming.Where where = where(message);
        String text = said(message);
        if (where == null || text.isBlank()) {
            return new Incoming.Nothing("message without text");
        }
        if (message.path("is_automatic_forward").asBoolean()) {
            return new Incoming.Nothing("post of the linked channel");
        }
        return new Incoming.Written(
                where,
                author(message, chat),
                message.path("message_id").asInt(),
                text,
                quoted(message),
                Instant.ofEpochSecond(message.path("date").asLong()),
                isByBot(message));
    }

    /** In the name of a chat Telegram writes as a bot of its own; that is a person. */
    private static boolean isByBot(JsonNode message) {
        boolean asChat = message.path("sender_chat").has("id");
        return message.has("via_bot")
                || (!asChat && message.path("from").path("is_bot").asBoolean());
    }

    private static Incoming.Who author(JsonNode message, long chat) {
        JsonNode sender = message.path("sender_chat");
        JsonNode asChat = sender.path("id");
        return asChat.isIntegralNumber()
                ? new Incoming.Who(
                        asChat.asLong(),
                        asChat.asLong() == chat,
                        sender.path("title").asText(""),
                        null)
                : who(message.path("from"));
    }

    private static Incoming.Who who(JsonNode from) {
        Language language = Language.of(from.path("language_code").asText("")).orElse(null);
        String name = (from.path("first_name").asText("") + " "
                        + from.path("last_name").asText(""))
                .strip();
        return new Incoming.Who(from.path("id").asLong(), false, name, language);
    }

    private static Incoming.@Nullable Where where(JsonNode message) {
        JsonNode chat = message.path("chat");
        Incoming.Kind kind = switch (chat.path("type").asText()) {
            case "private" -> Incoming.Kind.PRIVATE;
            case "group", "supergroup" -> Incoming.Kind.GROUP;
            case "channel" -> Incoming.Kind.CHANNEL;
            default -> null;
        };
        boolean inTopic = message.path("is_topic_message").asBoolean();
        Integer topic = inTopic && message.path("message_thread_id").isInt()
                ? Integer.valueOf(message.path("message_thread_id").asInt())
                : null;
        return kind == null
                ? null
                : new Incoming.Where(new Place(chat.path("id").asLong(), topic), kind);
    }

    private static String said(JsonNode message) {
        return message.path("text").asText(message.path("caption").asText(""));
    }

    /** The part that was picked out, else all of the message replied to. */
    private static String quoted(JsonNode message) {
        String picked = message.path("quote").path("text").asText("");
        return picked.isEmpty() ? said(message.path("reply_to_message")) : picked;
    }

    private static Incoming press(JsonNode press) {
        JsonNode message = press.path("message");
        return new Incoming.Pressed(
                press.path("id").asText(),
                message.isObject() ? where(message) : null,
                who(press.path("from")),
                message.path("message_id").asInt(),
                press.path("data").asText(""));
    }

    private static Incoming membership(JsonNode change) {
        Incoming.Where where = where(change);
        JsonNode member = change.path("new_chat_member");
        String status = member.path("status").asText();
        boolean writes = INSIDE.contains(status)
                || (status.equals("restricted")
                        && member.path("is_member").asBoolean()
                        && member.path("can_send_messages").asBoolean());
        return where == null
                ? new Incoming.Nothing("membership")
                : new Incoming.Membership(
                        where, status, writes, change.path("from").path("id").asLong());
    }
}
