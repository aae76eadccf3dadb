package dev.bellwether.news.story;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The countries that a headline or sentence names: a price cut in one is not the price cut in another. */
final class Places {
    private static final Map<String, String> PLACES = places();

    private Places() {}

    /** The places named as places; empty if none is. The pronoun "us" is none. */
    static Set<String> in(List<Word> words) {
        Set<String> places = new TreeSet<>();
        String before = "";
        for (Word word : words) {
            String text = word.capital() ? word.text().toLowerCase(Locale.ROOT) : "";
            String pair = PLACES.get(before + " " + text);
            String single = word.text().equals("Us") ? null : PLACES.get(text);
            if (pair != null) {
                places.add(pair);
            } else if (single != null) {
                places.add(single);
            }
            before = text;
        }
        return Set.copyOf(places);
    }

    private static Map<String, String> places() {
        Map<String, String> places = new HashMap<>();
        Lexicon.entries("places.txt").forEach((place, names) -> {
            places.put(place, place);
            names.forEach(name -> places.put(name, place));
        });
        return Map.copyOf(places);
    }
}
