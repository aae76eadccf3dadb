package dev.bellwether.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Cards and audiences as JSON, so that what is read is equal to what was written. Records stand as objects with a member for each
 * component, and what is one of several kinds says in {@code is} which, by the name of its record in lower case. So a component or a
 * kind can be added, and a card with one that this version does not know is refused rather than told without it.
 */
final class NoticeJson {
    private static final ObjectMapper JSON = mapper();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface OneOfSeveral {}

    private NoticeJson() {}

    private static ObjectMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                // Half surrogate pairs and NUL survive any database when they are escaped.
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .addModule(asText(Instant.class, Instant::parse))
                .addModule(asText(LocalDate.class, LocalDate::parse))
                .addModule(asText(Duration.class, Duration::parse));
        Stream.of(Audience.class, Block.class, Span.class, Datum.class).forEach(kind -> {
            builder.addMixIn(kind, OneOfSeveral.class);
            register(builder, kind);
        });
        return builder.build();
    }

    private static void register(JsonMapper.Builder builder, Class<?> sealed) {
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            if (kind.isSealed()) {
                register(builder, kind);
            } else {
                builder.registerSubtypes(
                        new NamedType(kind, kind.getSimpleName().toLowerCase(Locale.ROOT)));
            }
        }
    }

    static <T> SimpleModule asText(Class<T> type, Function<String, T> parse) {
        return new SimpleModule(type.getName())
                .addSerializer(type, ToStringSerializer.instance)
                .addDeserializer(type, new FromStringDeserializer<T>(type) {
                    @Override
                    protected T _deserialize(String text, DeserializationContext context) {
                        return parse.apply(text);
                    }
                });
    }

    static String card(Card card) {
        return write(card);
    }

    /** @throws JsonProcessingException if a later version wrote it, or it is damaged */
    static Card card(String json) throws JsonProcessingException {
        return JSON.readValue(json, Card.class);
    }

    static String audience(Audience audience) {
        try {
            return JSON.writerFor(Audience.class).writeValueAsString(audience);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an audience of names can always be written", e);
        }
    }

    /** @throws JsonProcessingException if a later version wrote it, or it is damaged */
    static Audience audience(String json) throws JsonProcessingException {
        return JSON.readValue(json, Audience.class);
    }

    /** Rows for {@link Dialect#rows}. */
    static String rows(List<List<Object>> rows) {
        return write(rows);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("can't be written as JSON", e);
        }
    }
}
