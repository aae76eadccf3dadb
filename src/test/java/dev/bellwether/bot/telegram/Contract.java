package dev.bellwether.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine-readable description of the Bot API, when it lies beside the project: what each method takes. */
final class Contract {
    private static final Logger LOG = LoggerFactory.getLogger(Contract.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PLACE = "shared/contracts/telegram-bot-api.json";

    private final JsonNode spec;
    private final Map<String, String> names = new HashMap<>();

    private Contract(JsonNode spec) {
        this.spec = spec;
        spec.path("methods").fieldNames().forEachRemaining(name -> names.put(name.toLowerCase(Locale.ROOT), name));
    }

    /** The contract, looked for beside the project and above it; empty, said once in the log, if there is none. */
    static Optional<Contract> find() {
        Path here = Path.of("").toAbsolutePath();
        Optional<Path> file = Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(PLACE))
                .filter(Files::isRegularFile)
                .findFirst();
        if (file.isEmpty()) {
            LOG.warn("{} is not there: requests to Telegram are not checked against it", PLACE);
        }
        return file.map(Contract::read);
    }

    private static Contract read(Path file) {
        try {
            return new Contract(MAPPER.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What in a request is not as the contract says. */
    List<String> problems(String method, JsonNode arguments) {
        String name = names.get(method.toLowerCase(Locale.ROOT));
        if (name == null) {
            return List.of("there is no method " + method);
        }
        List<String> problems = new ArrayList<>();
        fields(name, arguments, spec.path("methods").path(name).path("fields"), problems);
        return problems;
    }

    private void fields(String where, JsonNode value, JsonNode fields, List<String> problems) {
        Map<String, JsonNode> known = new HashMap<>();
        fields.forEach(field -> known.put(field.path("name").asText(), field));
        known.forEach((name, field) -> {
            if (field.path("required").asBoolean() && !value.has(name)) {
                problems.add(where + ": " + name + " is missing");
            }
        });
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            JsonNode field = known.get(entry.getKey());
            boolean ofTheClient = entry.getKey().equals("method") && !where.contains(".");
            if (field != null) {
                types(where + "." + entry.getKey(), entry.getValue(), field.path("types"), problems);
            } else if (!ofTheClient) {
                problems.add(where + ": " + entry.getKey() + " is unknown");
            }
        }
    }

    /** One of the types has to fit; if none does, the complaints about the nearest are told. */
    private void types(String where, JsonNode value, JsonNode types, List<String> problems) {
        List<String> least = List.of(where + ": no type fits");
        boolean first = true;
        for (JsonNode type : types) {
            List<String> wrong = new ArrayList<>();
            type(where, value, type.asText(), wrong);
            if (wrong.isEmpty()) {
                return;
            }
            if (first || wrong.size() < least.size()) {
                least = wrong;
                first = false;
            }
        }
        problems.addAll(least);
    }

    private void type(String where, JsonNode value, String type, List<String> problems) {
        if (type.startsWith("Array of ")) {
            array(where, value, type.substring("Array of ".length()), problems);
            return;
        }
        boolean fits = switch (type) {
            case "Integer" -> value.isIntegralNumber() || value.asText().matches("-?\\d+");
            case "Float" -> value.isNumber();
            case "Boolean", "True" -> value.isBoolean() || value.asText().matches("true|false");
            case "String" -> value.isTextual();
            case "InputFile" -> true;
            default -> {
                object(where, value, type, problems);
                yield true;
            }
        };
        if (!fits) {
            problems.add(where + ": " + value + " is no " + type);
        }
    }

    private void array(String where, JsonNode value, String type, List<String> problems) {
        if (!value.isArray()) {
            problems.add(where + ": is no array");
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            type(where + "[" + i + "]", value.get(i), type, problems);
        }
    }

    private void object(String where, JsonNode value, String type, List<String> problems) {
        JsonNode described = spec.path("types").path(type);
        JsonNode subtypes = described.path("subtypes");
        JsonNode object = parsed(value);
        if (!subtypes.isEmpty()) {
            types(where, object, subtypes, problems);
        } else if (!object.isObject()) {
            problems.add(where + ": is no " + type);
        } else {
            fields(where + "." + type, object, described.path("fields"), problems);
        }
    }

    /** Forms carry objects as text. */
    private static JsonNode parsed(JsonNode value) {
        try {
            return value.isTextual() && value.asText().startsWith("{") ? MAPPER.readTree(value.asText()) : value;
        } catch (JsonProcessingException e) {
            return value;
        }
    }
}
