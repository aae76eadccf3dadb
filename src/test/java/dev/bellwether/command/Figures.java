package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Datum;
import dev.bellwether.talk.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the named values of a card, as a program would. */
final class Figures {
    private Figures() {}

    static Datum datum(Card card, String... path) {
        return datum(new Datum.Parts(null, card.data()), path);
    }

    static Value value(Card card, String... path) {
        return value(new Datum.Parts(null, card.data()), path);
    }

    static double number(Card card, String... path) {
        return number(new Datum.Parts(null, card.data()), path);
    }

    static Datum datum(Datum root, String... path) {
        Datum found = root;
        for (String name : path) {
            Map<String, Datum> parts = found instanceof Datum.Parts group ? group.parts() : Map.of();
            assertThat(parts).containsKey(name);
            found = Objects.requireNonNull(parts.get(name));
        }
        return found;
    }

    static Value value(Datum root, String... path) {
        return switch (datum(root, path)) {
            case Value value -> value;
            case Datum.Parts parts -> Objects.requireNonNull(parts.self());
            case Datum.Items items -> throw new AssertionError("a list: " + items);
        };
    }

    static double number(Datum root, String... path) {
        return switch (value(root, path)) {
            case Value.Price price -> price.amount();
            case Value.Percent percent -> percent.value();
            case Value.Figure figure -> figure.value();
            case Value.Count count -> count.value();
            case Value other -> throw new AssertionError("no number: " + other);
        };
    }

    static List<Datum> items(Card card, String... path) {
        return ((Datum.Items) datum(card, path)).items();
    }

    /** The words that a part of each item has, such as the titles of articles. */
    static List<String> each(Card card, String list, String part) {
        return items(card, list).stream()
                .map(item -> ((Datum.Parts) item).parts().get(part))
                .map(word -> word instanceof Value.Words(String text) ? text : String.valueOf(word))
                .toList();
    }

    static List<String> words(Answer answer, String list) {
        return items(answer.card(), list).stream()
                .map(word -> ((Value.Words) word).text())
                .toList();
    }
}
