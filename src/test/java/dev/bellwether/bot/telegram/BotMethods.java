package dev.bellwether.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the methods of the Bot API do, as far as the bot uses them, with the server's rules and words. */
final class BotMethods {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> WRITING = Set.of("sendmessage", "sendphoto", "senddocument");

    final Map<Long, Refused> closed = new ConcurrentHashMap<>();
    final Map<Long, Set<Long>> admins = new ConcurrentHashMap<>();
    final Map<String, JsonNode> commands = new ConcurrentHashMap<>();
    final Set<String> presses = ConcurrentHashMap.newKeySet();
    final Map<Integer, ObjectNode> messages = new LinkedHashMap<>();

    private final UpdateQueue updates;
    private final InstantSource clock;
    private volatile String webhook = "";
    private int lastMessage = 100;

    BotMethods(UpdateQueue updates, InstantSource clock) {
        this.updates = updates;
        this.clock = clock;
    }

    static boolean writes(String method) {
        return WRITING.contains(method.toLowerCase(Locale.ROOT));
    }

    String webhook() {
        return webhook;
    }

    JsonNode call(String method, Arguments arguments) throws InterruptedException {
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "getme" -> me();
            case "getupdates" -> polled(arguments);
            case "setwebhook" -> hook(arguments.text("url"));
            case "deletewebhook" -> hook("");
            case "getwebhookinfo" ->
                MAPPER.createObjectNode()
                        .put("url", webhook)
                        .put("has_custom_certificate", false)
                        .put("pending_update_count", updates.unconfirmed());
            case "setmycommands" -> setCommands(arguments);
            case "getmycommands" -> commands.getOrDefault("default/", MAPPER.createArrayNode());
            case "getchatadministrators" -> administrators(arguments);
            case "sendmessage" -> sendMessage(arguments);
            case "sendphoto" -> sendFile(arguments, "photo");
            case "senddocument" -> sendFile(arguments, "document");
            case "editmessagetext" -> edit(arguments);
            case "deletemessage" -> delete(arguments);
            case "answercallbackquery" -> answerPress(arguments);
            case "answerinlinequery", "sendchataction" -> BooleanNode.TRUE;
            default -> throw new Refused(404, "Not Found");
        };
    }

    static ObjectNode me() {
        return MAPPER.createObjectNode()
                .put("id", 123456)
                .put("is_bot", true)
                .put("first_name", "Bellwether")
                .put("username", FakeTelegram.BOT)
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", true);
    }

    private JsonNode polled(Arguments arguments) throws InterruptedException {
        if (!webhook.isEmpty()) {
            throw new Refused(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook"
                            + " first");
        }
        return updates.poll(arguments.values());
    }

    JsonNode hook(String url) {
        webhook = url;
        return BooleanNode.TRUE;
    }

    private JsonNode setCommands(Arguments arguments) {
        JsonNode list = arguments.values().path("commands");
        if (list.size() > 100) {
            throw new Refused(400, "Bad Request: BOT_COMMANDS_TOO_MUCH");
        }
        for (JsonNode command : list) {
            if (!command.path("command").asText().matches("[a-z0-9_]{1,32}")) {
                throw new Refused(400, "Bad Request: BOT_COMMAND_INVALID");
            }
            int length = command.path("description").asText().length();
            if (length < 1 || length > 256) {
                throw new Refused(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
            }
        }
        String scope = arguments.values().path("scope").path("type").asText("default");
        commands.put(scope + "/" + arguments.text("language_code"), list);
        return BooleanNode.TRUE;
    }

    private JsonNode administrators(Arguments arguments) {
        ArrayNode list = MAPPER.createArrayNode();
        for (long person : admins.getOrDefault(chat(arguments), Set.of())) {
            ObjectNode member = list.addObject().put("status", "administrator");
            member.putObject("user").put("id", person).put("is_bot", false).put("first_name", "Admin");
        }
        return list;
    }

    private long chat(Arguments arguments) {
        String id = arguments.text("chat_id");
        if (!id.matches("-?\\d+")) {
            throw new Refused(400, "Bad Request: chat not found");
        }
        Refused why = closed.get(Long.parseLong(id));
        if (why != null) {
            throw why;
        }
        return Long.parseLong(id);
    }

    private JsonNode sendMessage(Arguments arguments) {
        String text = text(arguments, "text", 4096, "message is too long");
        if (text.isBlank()) {
            throw new Refused(400, "Bad Request: message text is empty");
        }
        return stored(arguments, "text", text);
    }

    private JsonNode sendFile(Arguments arguments, String kind) {
        String caption = text(arguments, "caption", 1024, "message caption is too long");
        Arguments.Upload file = file(arguments, kind);
        ObjectNode message = stored(arguments, "caption", caption);
        message.put("_file", file.name()).put("_content", file.content());
        return message;
    }

    private static Arguments.Upload file(Arguments arguments, String kind) {
        String named = arguments.text(kind);
        String part = named.startsWith("attach://") ? named.substring("attach://".length()) : kind;
        Arguments.Upload file = arguments.files().get(part);
        if (file == null) {
            throw new Refused(400, "Bad Request: there is no " + kind + " in the request");
        }
        return file;
    }

    private static String text(Arguments arguments, String field, int longest, String tooLong) {
        String raw = arguments.text(field);
        String text = arguments.text("parse_mode").equals("HTML") ? HtmlRules.parse(raw) : raw;
        if (text.length() > longest) {
            throw new Refused(400, "Bad Request: " + tooLong);
        }
        return text;
    }

    private synchronized ObjectNode stored(Arguments arguments, String field, String text) {
        long chat = chat(arguments);
        keyboard(arguments);
        ObjectNode message = message(chat).put(field, text);
        message.put("_raw", arguments.text(field)).put("_mode", arguments.text("parse_mode"));
        message.set("from", me());
        for (String each : new String[] {"reply_markup", "reply_parameters"}) {
            if (arguments.has(each)) {
                message.set(each, arguments.values().get(each));
            }
        }
        if (arguments.has("message_thread_id")) {
            message.put(
                    "message_thread_id",
                    arguments.values().path("message_thread_id").asInt());
        }
        return message;
    }

    /** A new message in a chat. */
    synchronized ObjectNode message(long chat) {
        ObjectNode message = MAPPER.createObjectNode()
                .put("message_id", ++lastMessage)
                .put("date", clock.instant().getEpochSecond());
        message.set("chat", FakeTelegram.chat(chat));
        messages.put(lastMessage, message);
        return message;
    }

    private static void keyboard(Arguments arguments) {
        for (JsonNode row : arguments.values().path("reply_markup").path("inline_keyboard")) {
            for (JsonNode key : row) {
                boolean tooLong = key.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length > 64;
                if (tooLong || key.path("text").asText().isBlank()) {
                    throw new Refused(400, "Bad Request: BUTTON_DATA_INVALID");
                }
            }
        }
    }

    private synchronized JsonNode edit(Arguments arguments) {
        long chat = chat(arguments);
        ObjectNode message = messages.get(arguments.values().path("message_id").asInt());
        if (message == null || message.path("chat").path("id").asLong() != chat) {
            throw new Refused(400, "Bad Request: message to edit not found");
        }
        if (!message.has("text")) {
            throw new Refused(400, "Bad Request: there is no text in the message to edit");
        }
        String text = text(arguments, "text", 4096, "message is too long");
        keyboard(arguments);
        JsonNode keys = arguments.values().path("reply_markup");
        if (text.equals(message.path("text").asText())
                && keys.toString().equals(message.path("reply_markup").toString())) {
            throw new Refused(
                    400,
                    "Bad Request: message is not modified: specified new message content and reply markup are exactly the"
                            + " same as a current content and reply markup of the message");
        }
        message.put("text", text).put("_raw", arguments.text("text")).put("_edited", true);
        message.put("edit_date", clock.instant().getEpochSecond());
        message.remove("reply_markup");
        if (!keys.isMissingNode()) {
            message.set("reply_markup", keys);
        }
        return message;
    }

    private synchronized JsonNode delete(Arguments arguments) {
        chat(arguments);
        if (messages.remove(arguments.values().path("message_id").asInt()) == null) {
            throw new Refused(400, "Bad Request: message to delete not found");
        }
        return BooleanNode.TRUE;
    }

    private JsonNode answerPress(Arguments arguments) {
        if (arguments.text("text").length() > 200) {
            throw new Refused(400, "Bad Request: MESSAGE_TOO_LONG");
        }
        if (!presses.remove(arguments.text("callback_query_id"))) {
            throw new Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
        }
        return BooleanNode.TRUE;
    }
}
