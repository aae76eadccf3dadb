package dev.bellwether.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A list of texts within a statement: {@code IN (:each0, :each1)}. */
final class Lists {
    private Lists() {}

    /** What stands in the brackets. */
    static String names(List<String> texts) {
        return IntStream.range(0, texts.size()).mapToObj(i -> ":each" + i).collect(Collectors.joining(", "));
    }

    /** What the placeholders stand for. */
    static Map<String, String> values(List<String> texts) {
        return IntStream.range(0, texts.size()).boxed().collect(Collectors.toMap(i -> "each" + i, texts::get));
    }
}
