package dev.bellwether.store;

import dev.bellwether.talk.Block;
import dev.bellwether.talk.Line;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes records of any kind out of random parts, by their components: a new kind of block or value is made without being named. */
final class RandomRecords {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "BABA",
            "+6.2%",
            "line\nbreak",
            "\"quoted\" \\ back",
            "阿里巴巴",
            "İstanbul",
            "\u0000",
            "\ud800",
            "👍",
            "<b>&amp;</b>",
            "\u202e",
            "{0}",
            "a, \"is\": \"text\"");

    private final Random random;
    private final Set<Class<?>> made = new HashSet<>();
    private int depth;

    RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    /** Which kinds of record were made so far. */
    Set<Class<?>> made() {
        return made;
    }

    <T> T make(Class<T> type) {
        return type.cast(of(type));
    }

    private Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isSealed()) {
            return of(one(plain.getPermittedSubclasses()));
        }
        if (plain.isEnum()) {
            return one(plain.getEnumConstants());
        }
        if (plain.isRecord()) {
            return record(plain);
        }
        return leaf(plain);
    }

    private Object leaf(Class<?> type) {
        return switch (type.getName()) {
            case "java.lang.String" -> text();
            case "int" -> random.nextInt(10);
            case "long" -> random.nextLong();
            case "boolean" -> random.nextBoolean();
            case "double" ->
                one(new Double[] {0.0, -0.0, 1e-300, Math.PI, Double.MAX_VALUE, random.nextGaussian() * 1e6});
            case "java.net.URI" -> URI.create("https://news.example/" + random.nextInt(1000) + "?q=%C3%A9#x");
            case "java.time.Instant" -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            case "java.time.LocalDate" -> LocalDate.ofEpochDay(random.nextInt(40_000));
            case "java.time.Duration" -> Duration.ofMillis(random.nextInt(10_000_000));
            default -> throw new IllegalArgumentException("make one: " + type);
        };
    }

    private String text() {
        return one(TEXTS.toArray(String[]::new)) + (random.nextBoolean() ? "" : random.nextInt(100));
    }

    private Object collection(ParameterizedType generic) {
        int size = depth > 6 ? 0 : random.nextInt(4);
        Type[] of = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                list.add(of(of[0]));
            }
            return list;
        }
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            // The names of values are the bot's own words, which are never half a character.
            map.put(Bindings.clean(text()), of(of[1]));
        }
        return map;
    }

    private Object record(Class<?> type) {
        made.add(type);
        if (type == Block.Table.class) {
            return table();
        }
        if (type == Block.Menu.class) {
            return new Block.Menu(make(Line.class), List.of(make(Block.Button.class)));
        }
        depth++;
        RecordComponent[] components = type.getRecordComponents();
        Object[] parts = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean nullable = Arrays.stream(components[i].getAnnotatedType().getAnnotations())
                    .anyMatch(each -> each.annotationType().getSimpleName().equals("Nullable"));
            parts[i] = nullable && random.nextInt(3) == 0 ? nothing() : of(components[i].getGenericType());
        }
        depth--;
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return canonical.newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " of " + Arrays.toString(parts), e);
        }
    }

    @SuppressWarnings("NullAway") // a component that may be null
    private static Object nothing() {
        return null;
    }

    private Block.Table table() {
        int columns = 1 + random.nextInt(3);
        List<Block.Column> heads = new ArrayList<>();
        List<Line> row = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            heads.add(make(Block.Column.class));
            row.add(make(Line.class));
        }
        return new Block.Table(heads, List.of(row));
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }
}
