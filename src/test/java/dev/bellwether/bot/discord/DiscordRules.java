package dev.bellwether.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What Discord refuses in a message or a command, and in which words. */
final class DiscordRules {
    private DiscordRules() {}

    /** The error for a new message or one as it stands after an edit; empty if it is taken. */
    static Optional<ObjectNode> message(JsonNode body, int files, long bytes) {
        return firstOf(
                tooLong(body.path("content"), 2_000, "content"),
                tooMany(body.path("embeds"), 10, "embeds"),
                embeds(body.path("embeds")),
                tooMany(body.path("components"), 5, "components"),
                components(body.path("components")),
                tooLong(body.path("nonce"), 25, "nonce"),
                files > 10 ? invalid("attachments", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.") : none(),
                bytes > 10 * 1024 * 1024
                        ? Optional.of(Json.object("message", "Request entity too large", "code", 40_005))
                        : none(),
                isEmpty(body, files)
                        ? Optional.of(Json.object("message", "Cannot send an empty message", "code", 50_006))
                        : none());
    }

    private static boolean isEmpty(JsonNode body, int files) {
        return body.path("content").asText("").isBlank()
                && body.path("embeds").isEmpty()
                && body.path("components").isEmpty()
                && files == 0;
    }

    private static Optional<ObjectNode> embeds(JsonNode embeds) {
        int all = 0;
        for (JsonNode embed : embeds) {
            Optional<ObjectNode> wrong = firstOf(
                    tooLong(embed.path("title"), 256, "embeds.title"),
                    tooLong(embed.path("description"), 4_096, "embeds.description"),
                    tooLong(embed.path("footer").path("text"), 2_048, "embeds.footer"),
                    tooLong(embed.path("author").path("name"), 256, "embeds.author"),
                    tooMany(embed.path("fields"), 25, "embeds.fields"),
                    address(embed.path("image").path("url")),
                    address(embed.path("url")));
            if (wrong.isPresent()) {
                return wrong;
            }
            all += length(embed.path("title"))
                    + length(embed.path("description"))
                    + length(embed.path("footer").path("text"))
                    + length(embed.path("author").path("name"));
            for (JsonNode field : embed.path("fields")) {
                Optional<ObjectNode> bad = firstOf(
                        tooLong(field.path("name"), 256, "embeds.fields.name"),
                        tooLong(field.path("value"), 1_024, "embeds.fields.value"));
                if (bad.isPresent()) {
                    return bad;
                }
                all += length(field.path("name")) + length(field.path("value"));
            }
        }
        return all > 6_000
                ? invalid("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000")
                : none();
    }

    private static Optional<ObjectNode> address(JsonNode url) {
        String text = url.asText("");
        boolean fine = text.isEmpty() || text.matches("(https?|attachment)://\\S+");
        return fine ? none() : invalid("embeds.url", "URL_TYPE_INVALID_SCHEME", "Scheme must be one of http, https.");
    }

    private static Optional<ObjectNode> components(JsonNode rows) {
        Set<String> known = new HashSet<>();
        for (JsonNode row : rows) {
            JsonNode inner = row.path("components");
            if (inner.isEmpty() || inner.size() > 5) {
                return invalid("components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
            }
            for (JsonNode each : inner) {
                Optional<ObjectNode> wrong = component(each);
                if (wrong.isPresent()) {
                    return wrong;
                }
                if (!known.add(each.path("custom_id").asText())) {
                    return invalid(
                            "components", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
                }
            }
        }
        return none();
    }

    private static Optional<ObjectNode> component(JsonNode each) {
        Set<String> values = new HashSet<>();
        for (JsonNode option : each.path("options")) {
            Optional<ObjectNode> wrong = firstOf(
                    tooLong(option.path("label"), 100, "components.options.label"),
                    tooLong(option.path("value"), 100, "components.options.value"));
            if (wrong.isPresent()) {
                return wrong;
            }
            if (!values.add(option.path("value").asText())) {
                return invalid(
                        "components",
                        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                        "The specified option value is already used");
            }
        }
        boolean named =
                !each.path("label").asText("").isBlank() || each.path("type").asInt() == 3;
        return firstOf(
                named ? none() : invalid("components.label", "BUTTON_COMPONENT_INVALID_EMOJI", "A label is required"),
                tooLong(each.path("custom_id"), 100, "components.custom_id"),
                tooLong(each.path("label"), 80, "components.label"),
                tooLong(each.path("placeholder"), 150, "components.placeholder"),
                tooMany(each.path("options"), 25, "components.options"));
    }

    /** The error for a list of commands; empty if it is taken. */
    static Optional<ObjectNode> commands(JsonNode commands) {
        Set<String> names = new HashSet<>();
        for (JsonNode command : commands) {
            Optional<ObjectNode> wrong = command(command);
            if (wrong.isPresent()) {
                return wrong;
            }
            if (!names.add(command.path("name").asText())) {
                return invalid(
                        "name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
        }
        return commands.size() > 100
                ? Optional.of(
                        Json.object("message", "Maximum number of application commands reached (100)", "code", 30_032))
                : none();
    }

    private static Optional<ObjectNode> command(JsonNode command) {
        boolean optional = false;
        for (JsonNode option : command.path("options")) {
            Optional<ObjectNode> wrong = firstOf(name(option), described(option));
            if (wrong.isPresent()) {
                return wrong;
            }
            if (option.path("required").asBoolean() && optional) {
                return invalid(
                        "options",
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optional |= !option.path("required").asBoolean();
        }
        return firstOf(name(command), described(command), tooMany(command.path("options"), 25, "options"));
    }

    private static Optional<ObjectNode> name(JsonNode named) {
        return named.path("name").asText().matches("[-_\\p{Ll}\\p{N}]{1,32}")
                ? none()
                : invalid("name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }

    private static Optional<ObjectNode> described(JsonNode described) {
        Optional<ObjectNode> wrong = tooLong(described.path("description"), 100, "description");
        for (JsonNode text : described.path("description_localizations")) {
            wrong = wrong.or(() -> tooLong(text, 100, "description_localizations"));
        }
        return described.path("description").asText("").isEmpty()
                ? invalid("description", "BASE_TYPE_REQUIRED", "This field is required")
                : wrong;
    }

    private static int length(JsonNode text) {
        return text.asText("").length();
    }

    private static Optional<ObjectNode> tooLong(JsonNode text, int most, String field) {
        return length(text) > most
                ? invalid(field, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.")
                : none();
    }

    private static Optional<ObjectNode> tooMany(JsonNode list, int most, String field) {
        return list.size() > most
                ? invalid(field, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.")
                : none();
    }

    private static Optional<ObjectNode> invalid(String field, String code, String message) {
        ObjectNode errors =
                Json.object(field, Json.object("_errors", Json.array(Json.object("code", code, "message", message))));
        return Optional.of(Json.object("message", "Invalid Form Body", "code", 50_035, "errors", errors));
    }

    private static Optional<ObjectNode> none() {
        return Optional.empty();
    }

    @SafeVarargs
    private static Optional<ObjectNode> firstOf(Optional<ObjectNode>... errors) {
        for (Optional<ObjectNode> error : errors) {
            if (error.isPresent()) {
                return error;
            }
        }
        return Optional.empty();
    }
}
