package dev.bellwether.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Facts that were seen as JSON: an object with a member for each component, so that what is read is equal to what was written, and later
 * components need no new column.
 */
final class SeenFactJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // Half surrogate pairs and NUL survive any database when they are escaped.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .addModule(NoticeJson.asText(Instant.class, Instant::parse))
            .addModule(NoticeJson.asText(LocalDate.class, LocalDate::parse))
            .addModule(NoticeJson.asText(Duration.class, Duration::parse))
            .build();

    private SeenFactJson() {}

    static String kind(Class<? extends Fact.Seen> type) {
        if (type == Fact.LevelMet.class) {
            return "level";
        }
        if (type == Fact.AlertFired.class) {
            return "alert";
        }
        throw new IllegalArgumentException("no kind of fact: " + type);
    }

    static String body(Fact.Seen fact) {
        try {
            return JSON.writeValueAsString(fact);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts and numbers can always be written", e);
        }
    }

    /** @throws JsonProcessingException if the body was written by a later version of the program, or damaged */
    static <F extends Fact.Seen> F read(Class<F> kind, String body) throws JsonProcessingException {
        return JSON.readValue(body, kind);
    }
}
