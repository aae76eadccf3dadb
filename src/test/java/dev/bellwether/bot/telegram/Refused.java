package dev.bellwether.bot.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer of the Bot API that is no. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final transient ObjectNode parameters;

    Refused(int code, String description) {
        this(code, description, JsonNodeFactory.instance.objectNode());
    }

    private Refused(int code, String description, ObjectNode parameters) {
        super(description);
        this.code = code;
        this.parameters = parameters;
    }

    static Refused tooMany(int seconds) {
        return new Refused(
                429,
                "Too Many Requests: retry after " + seconds,
                JsonNodeFactory.instance.objectNode().put("retry_after", seconds));
    }

    static Refused migrated(long to) {
        return new Refused(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                JsonNodeFactory.instance.objectNode().put("migrate_to_chat_id", to));
    }

    int code() {
        return code;
    }

    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("ok", false)
                .put("error_code", code)
                .put("description", getMessage());
        if (!parameters.isEmpty()) {
            body.set("parameters", parameters);
        }
        return body;
    }
}
