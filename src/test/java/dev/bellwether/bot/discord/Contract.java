package dev.bellwether.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Discord's own description of its API, where it lies beside the project: in {@code ../shared/contracts} or a folder above, or in the
 * folder that {@code -Dbellwether.contracts=} names.
 */
final class Contract {
    private static final String FILE = "discord-openapi.json";
    private static final String ADDRESS = "https://discord.test/openapi.json";

    private final Schema message;

    private Contract(Path file) {
        try {
            String text = Files.readString(file);
            SchemaRegistry registry = SchemaRegistry.withDialect(
                    Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(ADDRESS, text)));
            message = registry.getSchema(SchemaLocation.of(ADDRESS + "#/components/schemas/MessageCreateRequest"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where the description is not there. */
    static Optional<Contract> find() {
        String named = System.getProperty("bellwether.contracts");
        if (named != null) {
            return Optional.of(new Contract(Path.of(named, FILE)));
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/contracts").resolve(FILE);
            if (Files.isRegularFile(file)) {
                return Optional.of(new Contract(file));
            }
        }
        return Optional.empty();
    }

    /** What is wrong with a new message; attachments are left out, in which JDA and the description differ. */
    List<Error> wrong(JsonNode json) {
        return message.validate(json.toString(), InputFormat.JSON);
    }
}
